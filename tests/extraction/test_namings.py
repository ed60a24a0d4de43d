"""Headlines, days and media on sites that say them in their own way: blogs, forums, small firms, answers, documents, papers on the web."""

import pytest

from crawler.extraction import extract
from tests.extraction.test_platforms import EN, ZH

HEADLINE = "外婆的老磨坊"


def read(*, title: str, above: str = "", below: str = "", head: str = "", text: str = ZH, url: str | None = None):
    """Read a page with this `<title>` and what stands above and below three paragraphs."""
    return extract(
        f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{above}<div class=content>{f'<p>{text}</p>' * 3}</div>{below}</body></html>",
        url,
    )


def test_the_linked_name_of_a_blog_is_not_its_post_s_headline():
    above = f"<h1><a href=//post.example/qiushui>秋水长天</a></h1><h2>{HEADLINE}</h2><div>(2013-11-24 22:07:31)</div>"
    assert read(title=f"{HEADLINE}_秋水长天_某浪博客", above=above).title == HEADLINE


def test_a_linked_headline_stays_the_headline_beside_the_blog_s_name():
    above = f"<h2>秋水长天</h2><h1><a href=//post.example/1>{HEADLINE}与水车</a></h1>"
    assert read(title=f"{HEADLINE}与水车 - 秋水长天", above=above).title == f"{HEADLINE}与水车"


@pytest.mark.parametrize(
    ("title", "above"),
    [
        ("磨坊设备有限公司", "<h1 class=logo><a href=/>磨坊设备有限公司</a></h1>"),
        ("磨坊热线-新闻中心", "<div><a href=/a>首页</a></div>"),
    ],
)
def test_the_name_of_a_site_is_no_headline_though_the_text_has_a_word_of_it(title, above):
    shown = "老磨坊星期一重新转动 孩子们跑在最前面"
    told = read(title=title, above=f"{above}<div class=b>{shown}</div><div>发布时间：2023-7-30 浏览次数：512</div>")
    assert told.title == shown


def test_eight_letters_make_a_chinese_headline_below_the_site_s_name():
    above = "<div class=top>河州文艺 小说 散文 诗歌</div><h1>外婆的十二盏河灯</h1><p>作者：李建国</p>"
    assert read(title="河州文艺", above=above).title == "外婆的十二盏河灯"


def test_the_kind_of_a_thread_is_no_part_of_its_headline():
    above = "<h1><a href=/k/1>[游记]</a><span>骑行老磨坊三天流水账</span></h1>"
    assert read(title="骑行老磨坊三天流水账 - 河州论坛", above=above).title == "骑行老磨坊三天流水账"


def test_a_board_s_name_is_no_headline_in_other_words():
    above = "<h1 class=name>Beekeeping</h1><p>Welcome.</p><p class=t><a href=/p/1>I think my mill has a second home</a></p><p>submitted 2 years ago</p>"
    head = "<meta property=og:title content='r/Beekeeping - I think my mill has a second home'>"
    title = "I think my mill has a second home : Beekeeping"
    assert read(title=title, above=above, head=head, text=EN).title == "I think my mill has a second home"


def test_the_mark_between_two_elements_of_a_headline_is_that_of_the_title():
    above = "<h2><span>Low mill</span> <span>The last miller turns</span></h2>"
    told = read(title="Low mill: The last miller turns - Kestrel Daily", above=above, text=EN)
    assert told.title == "Low mill: The last miller turns"
    assert "Low mill The last miller turns" not in told.headings


def test_the_first_post_of_a_thread_states_the_day_and_no_reply():
    first = "<div class=reply_wrapper>来自手机1楼2024-04-07 20:11</div>"
    replies = "<div class=d>楼上说得对</div><div class=t>2楼2024-04-08 09:00</div><div class=d>收藏了</div><div class=t>3楼2024-04-09 09:00</div>"
    assert read(title=HEADLINE, below=first + replies).published == "2024-04-07T20:11:00+08:00"
    assert read(title=HEADLINE, below=replies).published is None


def test_the_answer_that_is_the_text_states_the_day_and_not_its_question():
    answer = (
        "<div itemscope itemprop=suggestedAnswer><meta itemprop=dateCreated content=2024-03-01T13:20:11.000Z>{}</div>"
    )
    thing = (
        "<div itemscope><meta itemprop=dateCreated content=2023-10-02T04:11:21.000Z><h1>老磨坊为什么转动？</h1>"
        + answer.format(f"<p>{ZH}</p>" * 3)
        + "</div>"
    )
    page = f"<html><head><meta charset=utf-8><title>老磨坊为什么转动？</title></head><body>{thing}</body></html>"
    assert extract(page).published == "2024-03-01T13:20:11+00:00"


def test_an_edit_is_a_change():
    told = read(title=HEADLINE, above=f"<h1>{HEADLINE}</h1><div>发布于 2024-03-01 21:20，编辑于 2024-03-03 10:00</div>")
    assert (told.published, told.modified) == ("2024-03-01T21:20:00+08:00", "2024-03-03T10:00:00+08:00")


def test_the_last_of_several_changes_is_no_day_of_publication():
    told = read(title=HEADLINE, above=f"<h1>{HEADLINE}</h1>", below="<div>上次更新: 2023/9/14 10:12:33</div>")
    assert (told.published, told.modified) == (None, "2023-09-14T10:12:33+08:00")


def test_the_days_of_files_above_a_text_are_not_its_own():
    rows = "".join(
        f"<tr><td>mill{n}.c</td><td><relative-time>Jan {n}, 2024</relative-time></td></tr>" for n in range(1, 6)
    )
    assert read(title="A mill in C", above=f"<table>{rows}</table><h1>A mill in C</h1>", text=EN).published is None


def test_the_day_of_the_visit_is_not_the_text_s():
    above = "<div id=today>Wednesday, March 12, 2008</div><h2>The mill turns again</h2>"
    url = "https://post.example/2008/03/11/mill.html"
    assert read(title="The mill turns again", above=above, text=EN, url=url).published == "2008-03-11"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：河州发布", "河州发布"),
        ("来源：河州日报发布时间：2024-03-05", "河州日报"),
        ("来源：河州日报发布", "河州日报"),
    ],
)
def test_accounts_are_called_as_they_call_themselves(line, source):
    assert read(title=HEADLINE, above=f"<h1>{HEADLINE}</h1><div>{line}</div>").source == source


@pytest.mark.parametrize(
    ("title", "above", "source"),
    [
        (HEADLINE, "<div>2024-03-10 07:31</div><div>来自<a href=/s>河州电视台</a></div>", "河州电视台"),
        (HEADLINE, "<div><span>河州晚报</span><span>03-30 06:12</span></div>", "河州晚报"),
        (f"河州日报数字报-{HEADLINE}", "", "河州日报数字报"),
        (f"{HEADLINE}-36河", "<div class=logo><a href=/>36河</a></div>", "36河"),
        (f"{HEADLINE}_绿化_面积", "<div class=menu><a href=/g>面积</a></div>", None),
    ],
)
def test_the_medium_is_found_beside_the_day_and_in_the_title(title, above, source):
    menu = "<ul><li>首页</li><li>资讯</li></ul>"
    assert read(title=title, above=f"{menu}<h1>{HEADLINE}</h1>{above}").source == source


def test_a_word_with_the_sign_for_news_in_a_text_is_no_head_that_names_its_own_medium():
    told = read(title=f"{HEADLINE}-河嗅网", above=f"<h1>{HEADLINE}</h1>", text="老磨坊在电子市场的后面，" + ZH)
    assert told.source == "河嗅网"


def test_the_signature_of_a_blog_names_its_author_though_the_title_does_too():
    below = "<div class=sign>作者：断桥残雪，转载请注明出处</div>"
    told = read(title=f"{HEADLINE}与水车 - 断桥残雪 - 博客园", above=f"<h1>{HEADLINE}与水车</h1>", below=below)
    assert told.authors == ("断桥残雪",)


def test_a_heading_about_the_author_is_no_name():
    below = "<h3>作者简介</h3><p>严冬至，1983年生。</p>"
    assert read(title=HEADLINE, above=f"<h1>{HEADLINE}</h1>", below=below).authors == ()


@pytest.mark.parametrize("line", [ZH + "（方采薇／台北報導）", "〔記者方采薇／苗栗報導〕" + ZH])
def test_a_reporter_before_his_desk_stands_in_brackets_at_the_edge_of_a_text(line):
    page = f"<html><head><meta charset=utf-8><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div><p>{line}</p></div></body></html>"
    assert extract(page).authors == ("方采薇",)


def test_a_picture_that_says_next_page_leads_there():
    below = "<a href=mill_2.html><img src=next.jpg alt=下一页></a>"
    told = read(title=HEADLINE, below=below, url="https://post.example/2024/mill.html")
    assert told.next_page == "https://post.example/2024/mill_2.html"


def test_the_short_name_of_a_site_named_twice_in_the_title_is_no_author():
    head = "<meta name=author content=丁一川>"
    above = f"<h1>{HEADLINE}</h1><div>文｜河新 丁一川 秦望</div><div>2024年03月13日</div>"
    assert read(title=f"{HEADLINE}_河新网_河新网", above=above, head=head).authors == ("丁一川", "秦望")


def test_an_article_in_a_field_has_its_headline_day_source_and_author_in_others():
    def field(name, text):
        return f"<textarea class=article-{name} hidden>{text}</textarea>"

    fields = (
        field("title", HEADLINE + "星期一转动")
        + field("time", "1710460800000")
        + field("source-name", "<a href=/s>河州日报</a>")
        + field("author", "李建国")
        + field("content", f"<article><p>{ZH}</p><p>{ZH}</p><p>{ZH}</p><p>{ZH}</p><p>{ZH}</p><p>{ZH}</p></article>")
    )
    page = f"<html><head><meta charset=utf-8><title>河网</title></head><body><div>河网 &gt; 国内 &gt; 文章</div>{fields}</body></html>"

    told = extract(page)

    assert (told.title, told.published[:10]) == (HEADLINE + "星期一转动", "2024-03-15")
    assert (told.authors, told.source) == (("李建国",), "河州日报")
