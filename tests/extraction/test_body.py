"""Which lines of a page are its article."""

from dataclasses import replace

import numpy as np
import pytest

from crawler.extraction import extract
from crawler.extraction.main_text import body
from crawler.extraction.main_text.body import choose, stretch
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.main_text.together import even_clauses, even_out
from crawler.extraction.page.names import BAD, judge_name
from crawler.extraction.page.parse import parse
from tests.extraction import pages

MORE = (
    "“去年的网破了好几处，今年换了新的。”老周一边收绳子一边说，手上的活一刻也没有停。",
    "到了下午，码头上已经站满了来看热闹的人，孩子们跑来跑去，比过年还要高兴。",
    "镇里的气象员提醒说，后天起会有一阵北风，出海的船要在傍晚以前回到港里。",
)
LONG = (*pages.PARAGRAPHS[:2], *MORE, pages.LAST)
ENGLISH = (
    "The fishermen of the harbour town pushed their mended boat back into the water on Monday, three months after the storm.",
    "Old Zhou, who built it with his father, said the oil alone had taken a week, and that his whole family had helped him with the painting.",
    "By the afternoon the quay was full of people who had come to see it, and children ran about between the nets.",
    "By custom the first catch is shared among the oldest people of the town, a rule that four generations have kept.",
)


@pytest.mark.parametrize("paragraphs", [pages.PARAGRAPHS, LONG, ENGLISH], ids=["short", "long", "english"])
@pytest.mark.parametrize("lead", ["一句话的导语。", "Spring has come.", "【河口讯】"])
def test_a_short_first_paragraph_is_kept(paragraphs, lead):
    got = extract(pages.page(pages.article((lead, *paragraphs))))

    assert got.paragraphs[-len(paragraphs) :] == paragraphs


@pytest.mark.parametrize("paragraphs", [LONG, ENGLISH], ids=["chinese", "english"])
def test_the_first_and_the_last_paragraph_are_kept(paragraphs):
    got = extract(pages.page(pages.article(paragraphs)))

    assert got.paragraphs[0] == paragraphs[0]
    assert got.paragraphs[-1] == paragraphs[-1]


@pytest.mark.parametrize("line", ["🅰蓝莓888🆎", "蓝莓好看_高清蓝莓在线", "蓝莓官方平台欢迎您", "?", "本站提供蓝莓下载"])
def test_lines_put_between_the_paragraphs_stay_for_the_stages_to_judge(line):
    mixed = [text for paragraph in LONG for text in (paragraph, line)][:-1]

    got = extract(pages.page(pages.article(mixed)))

    assert [text for text in got.paragraphs if text != line] == list(LONG)


@pytest.mark.parametrize("prefix", ["x9-z蓝莓?", "蓝莓888:", "蓝莓,"])
def test_a_prefix_on_every_paragraph_changes_nothing(prefix):
    prefixed = tuple(prefix + text for text in LONG)

    assert extract(pages.page(pages.article(prefixed))).paragraphs == prefixed


def test_lists_quotes_headings_and_code_stay_in_their_order():
    body = (
        f"<h1>{pages.TITLE}</h1><div class='content'><p>{pages.LEAD}</p><h2>修船的三个月</h2><p>{pages.MIDDLE}</p>"
        f"<ul><li>第一步，把旧的船板拆下来，一块一块地晒干，前后要花上二十多天。</li><li>第二步，换上新的杉木板，再用麻丝和油灰把每一条缝都填满。</li></ul>"
        f"<blockquote><p>{MORE[0]}</p></blockquote><pre>for board in boat:\n    oil(board)</pre><p>{MORE[1]}</p><p>{pages.LAST}</p></div>"
    )

    got = extract(pages.page(body))

    assert got.kinds == ("text", "heading", "text", "item", "item", "quote", "code", "code", "text", "text")
    assert got.paragraphs[6:8] == ("for board in boat:", "    oil(board)")


def test_a_link_in_a_listing_makes_no_link_of_the_other_lines():
    rows = [f"{text[:40]}\n{text[40:]}" for text in ENGLISH]
    listing = "\n".join(rows).replace("harbour town", "<a href='/town'>harbour town of the old boat builders</a>", 1)

    survey = survey_page(parse(f"<pre>{listing}</pre>"))

    assert max(line.link / len(line.text) for line in survey.page.lines) < 0.2


def test_a_table_of_facts_is_read_cell_by_cell():
    rows = "".join(f"<tr><td>第{n}条船</td><td>长{n + 6}米，载重{n}吨</td></tr>" for n in range(1, 4))
    body = f"<h1>{pages.TITLE}</h1><div class='content'><p>{pages.LEAD}</p><p>{pages.MIDDLE}</p><table>{rows}</table><p>{MORE[0]}</p><p>{pages.LAST}</p></div>"

    got = extract(pages.page(body))

    assert [text for text, kind in zip(got.paragraphs, got.kinds, strict=True) if kind == "text"] == [
        pages.LEAD,
        pages.MIDDLE,
        MORE[0],
        pages.LAST,
    ]


@pytest.mark.parametrize(
    "block",
    [
        "<div class='share'><a href='#'>分享到微博</a> <a href='#'>微信好友</a></div>",
        "<div class='comments'><p>网友甲：写得真好，我小时候也见过这样的木船。</p><p>网友乙：请问在哪里可以买到这种桐油？</p></div>",
        "<p><a href='/n/1.html'>点击阅读：另外一条不相干的新闻标题在这里</a></p>",
        "<div class='copyright'>版权声明：本网站所有内容未经许可不得转载，违者必究。</div>",
        "<script>document.write('这一段文字是脚本写的，不是文章的内容。')</script>",
    ],
    ids=["share", "comments", "link", "copyright", "script"],
)
def test_furniture_behind_the_text_is_left_out(block):
    body = pages.article(LONG).replace("</div>", f"{block}</div>")

    assert extract(pages.page(body)).paragraphs == LONG


def test_an_article_in_a_link_that_was_never_closed_is_read():
    body = pages.article(LONG).replace("<div class='content'>", "<div class='content'><a href='/x'>")

    assert extract(pages.page(body)).paragraphs == LONG


def test_hundreds_of_unclosed_tags_lose_nothing():
    body = "<div><font><b>" * 300 + pages.article(LONG)

    assert extract(pages.page(body)).paragraphs == LONG


def test_captions_stand_apart():
    figure = "<figure><img src='/boat.jpg'><figcaption>修好的木船停在码头上。</figcaption></figure>"
    body = pages.article(LONG).replace(f"<p>{LONG[1]}</p>", f"{figure}<p>{LONG[1]}</p>")

    got = extract(pages.page(body), "http://a.example/1.html")

    assert got.paragraphs == LONG
    assert [(image.url, image.caption) for image in got.images] == [
        ("http://a.example/boat.jpg", "修好的木船停在码头上。")
    ]


def test_no_paragraph_holds_a_line_break_or_runs_of_spaces():
    body = pages.article(text.replace("，", "，\n  \t") for text in LONG)

    got = extract(pages.page(body))

    assert all(text == " ".join(text.split()) and text for text in got.paragraphs)


def test_a_notice_about_cookies_longer_than_the_article_is_no_article():
    notice = "".join(
        f"<p>我们和合作伙伴在您的设备上保存小型文件，以便记住您的选择并统计访问情况，第{n}条。</p>" for n in range(9)
    )
    consent = f"<div id='onetrust-consent-sdk'><div class='ot-pc-desc'>{notice}</div></div>"

    got = extract(pages.page(pages.article(LONG) + consent), "http://a.example/1.html")

    assert got.paragraphs == LONG


def test_prose_before_a_long_list_stays_with_the_prose_behind_it():
    rows = "".join(f"<div>第{n}号</div>" for n in range(300))
    body = pages.article(LONG).replace(f"<p>{LONG[1]}</p>", f"<p>{LONG[1]}</p>{rows}")
    page = parse(pages.page(f"<nav>首页</nav><div id='all'>{body}</div>"))
    assert page is not None
    survey = survey_page(page)
    places = [i for i, line in enumerate(survey.page.lines) if line.text in LONG]
    odds = np.full(len(survey.page.lines), 0.01)
    odds[places] = 0.95

    span = stretch(survey, 100 * odds, odds, (places[2], places[-1]))

    assert span == (places[0], places[-1])


@pytest.mark.parametrize(
    ("body", "given", "evened"),
    [
        (
            "<table><tr><th>Boat</th><td>12</td></tr><tr><th>Net</th><td>40</td></tr></table>",
            [0.3, 0.7, 0.9, 0.5],
            [0.6] * 4,
        ),
        (f"<table><tr><td>Menu</td><td>{ENGLISH[0]}</td></tr></table>", [0.1, 0.9], [0.1, 0.9]),
        ("<pre>boat = 12\nnet = 40</pre>", [0.2, 0.8], [0.5, 0.5]),
        ("<ul><li>One boat</li><li>Two nets</li><li>An oar</li></ul>", [0.9, 0.3, 0.9], [0.78, 0.54, 0.78]),
        ("<ul><li>One boat</li><li>Two nets</li></ul>", [0.9, 0.3], [0.9, 0.3]),
        (
            "<h3>Boats</h3><p>Text.</p><h3>Nets</h3><p>Text.</p><h3>Oars</h3>",
            [0.9, 0.1, 0.3, 0.1, 0.9],
            [0.78, 0.1, 0.54, 0.1, 0.78],
        ),
    ],
    ids=["table", "layout", "code", "list", "too short a list", "headings"],
)
def test_what_belongs_together_is_judged_together(body, given, evened):
    lines = survey_page(parse(f"<html><body><div>{body}</div></body></html>")).page.lines

    assert even_out(lines, np.array(given)) == pytest.approx(np.array(evened))


def test_what_is_hidden_in_a_table_or_a_listing_never_stays():
    table = "".join(f"<tr><th>Boat {n}</th><td>{n} nets</td></tr>" for n in range(2, 8))
    hidden = "<tr style='display:none'><th>cheap tickets</th><td>buy now</td></tr><tr><th>All</th><td hidden>win today</td></tr>"
    body = "".join(f"<p>{text}</p>" for text in ENGLISH)
    page = f"<h1>{pages.TITLE}</h1><div class='content'>{body}<table>{table}{hidden}</table>{body.replace('the', 'each')}</div>"

    got = extract(pages.page(page)).paragraphs

    assert {"Boat 2", "7 nets", "All"} <= set(got)
    assert {"cheap tickets", "buy now", "win today"}.isdisjoint(got)


def test_a_title_that_is_never_closed_does_not_swallow_the_page():
    page = pages.page(pages.article()).replace(f"{pages.TITLE}_河口新闻网</title>", f"{pages.TITLE}\n")

    got = extract(page)

    assert got.title == pages.TITLE
    assert got.paragraphs == pages.PARAGRAPHS


def test_an_article_without_any_punctuation_is_found():
    lines = [
        "今天带孩子去河口镇看船",
        "风有点大可是阳光真好",
        "老周的木船终于下水了",
        "孩子高兴得又蹦又跳",
        "我们在码头吃了鱼丸面",
    ]
    page = pages.page(f"<h1>{pages.TITLE}</h1><div class='entry-body'>{'<br>'.join(lines * 3)}</div>")

    assert set(lines) <= set(extract(page).paragraphs)


TITLE = "河口镇的渔船重新下海"


def test_the_next_article_of_a_page_that_goes_on_for_ever_is_left_out():
    other = [f"另一篇说的是山里的茶园，第{n}天的采茶人比往年多了一倍，茶价也跟着涨了。" for n in range(1, 9)]
    shown = f"<h1 class='headline'>{TITLE}</h1><div class='text'>" + "".join(f"<p>{text}</p>" for text in LONG[:3])
    below = "</div><h1 class='headline'>山里的茶园迎来了采茶人</h1><div class='recommended'>"
    page = f"<title>{TITLE}_河口网</title><body>{shown}{below}" + "".join(f"<p>{text}</p>" for text in other) + "</div>"

    got = extract(page)

    assert got.title == TITLE
    assert got.paragraphs == LONG[:3]


def test_sections_that_are_h1_as_the_headline_is_stay():
    sections = "".join(f"<h1>第{n}节 船与网</h1><p>{text}</p>" for n, text in enumerate(LONG, 1))

    got = extract(f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{sections}</article>")

    assert [text for text in got.paragraphs if not text.startswith("第")] == list(LONG)


def test_an_article_that_its_page_holds_twice_is_given_once():
    copy = "".join(f"<p>{text}</p>" for text in LONG)

    got = extract(pages.page(f"<div class='wide'>{copy}</div><div class='narrow'>{copy}</div>"))

    assert got.paragraphs == LONG


def test_a_refrain_stays_as_often_as_it_is_sung():
    refrain = ("河水慢慢流过桥，", "船儿轻轻摇啊摇，", "明天还要早早起，", "撒网唱着这支谣。")
    song = [line for text in LONG for line in (text, *refrain)]

    got = extract(pages.page(pages.article(song)))

    assert got.paragraphs == tuple(song)


@pytest.mark.parametrize(
    "names",
    [
        "class='main-wrap has-rail-right'",
        "class='post-12 post tag-cookies category-newsletter'",
        "class='article-with-sidebar'",
        "class='page sidebar-enabled--false'",
        "class='wide print:w-full dn-print'",
        "class='newsletter-post'",
    ],
)
def test_a_block_that_holds_the_article_is_no_furniture_whatever_its_name_mentions(names):
    comments = "".join(f"<p>第{n}位读者说，这条船他小时候坐过，那时候的河比现在宽得多。</p>" for n in range(12))
    article = f"<div {names}>{pages.article(LONG)}</div><div class='comments'>{comments}</div>"

    assert extract(pages.page(article)).paragraphs == LONG


def test_machine_made_classes_are_explained_by_the_other_names_of_a_block():
    more = "".join(f"<p>第{n}个村子的桥也修好了，村里的人说，他们等这一天等了很久。</p>" for n in range(3))
    block = f"<div class='css-1x9a' data-testid='related-articles'>{more}</div>"

    assert extract(pages.page(pages.article(LONG) + block)).paragraphs == LONG


def test_paragraphs_of_nothing_but_characters_without_width_are_none():
    body = pages.article().replace("</h1>", "</h1><p>\u200d</p><p>\ufeff\u200b</p>")

    assert extract(pages.page(body)).paragraphs == pages.PARAGRAPHS


def test_the_anchor_of_a_heading_does_not_make_it_furniture():
    heading = '<h3 id="related-ways-to-share-the-catch">Related ways to share the catch</h3>'
    body = (
        "".join(f"<p>{text}</p>" for text in ENGLISH[:2]) + heading + "".join(f"<p>{text}</p>" for text in ENGLISH[2:])
    )

    got = extract(pages.page(f"<h1>{pages.TITLE}</h1><div class='content'>{body}</div>"))

    assert got.paragraphs == (*ENGLISH[:2], "Related ways to share the catch", *ENGLISH[2:])


SAID = (
    "第{}位读者说，这条船他小时候坐过，那时候的河比现在宽得多，水也清得多。",
    "他还说，河口镇的船都是这样修的，先补板，再上油，一样也省不得，急也急不来。",
)


@pytest.mark.parametrize("said", [60, 200])
def test_comments_of_readers_are_left_out_however_many_there_are(said):
    talk = "".join(
        f"<li class='comment' id='comment-{n}'><p>{SAID[0].format(n)}</p><p>{SAID[1]}</p></li>" for n in range(said)
    )
    body = pages.article((*LONG, *ENGLISH)) + f"<div class='comments'><ol class='comment-list'>{talk}</ol></div>"

    assert extract(pages.page(body)).paragraphs == (*LONG, *ENGLISH)


def test_an_article_whose_wrapper_is_called_comments_is_one():
    menu = "".join(f"<p>{text}</p>" for text in ENGLISH)
    body = f"<div class='about'>{menu}</div><div class='comments-shown'>{pages.article(LONG * 12)}</div>"

    assert LONG[1] in extract(pages.page(body)).paragraphs


def test_a_post_of_short_lines_without_punctuation_is_read_whole():
    clauses = (
        "昨天起得很早",
        "河面上还有雾",
        "小船靠着岸",
        "船上没有人",
        "岸边的柳树",
        "刚刚发了芽",
        "我站了一会儿",
        "又慢慢走回来",
    )
    lines = [f"{text}{number}" for number in "一二三四五六七八" for text in clauses]
    post = "".join(f"<p>{line}</p>" for line in lines)

    got = extract(pages.page(f"<h1>{pages.TITLE}</h1><div class='entry'>{post}</div>"))

    assert got.paragraphs == tuple(lines)


@pytest.mark.parametrize(("odds", "evened"), [(0.3, 0.5), (0.6, 0.6), (0.1, 0.1)])
def test_the_lines_of_a_poem_are_of_the_article_together_or_not_at_all(odds, evened):
    survey = survey_page(parse("<div>" + "".join(f"<p>第{n}只小船靠着岸</p>" for n in range(9)) + "</div>"))
    given = odds + np.linspace(-0.05, 0.05, 9)

    assert even_clauses(survey, given) == pytest.approx(np.full(9, evened))


@pytest.mark.parametrize("name", ["block-a3176285-d6c8-4ea8-ad6d-29ea116ead84", "b-4daf-ad66-f086", "x-ad12"])
def test_an_id_made_by_machine_says_nothing(name):
    assert judge_name(name) == (0, "")


@pytest.mark.parametrize("name", ["nav2", "ad1", "footer-2024"])
def test_a_number_behind_a_name_takes_nothing_from_it(name):
    flags, _ = judge_name(name)

    assert flags & BAD


class Doubtful:
    """A forest that takes nothing for an article."""

    def judge(self, table):
        return np.full(table.shape[1], 0.15)


def test_a_paragraph_below_the_headline_is_an_article_where_nothing_else_is(monkeypatch):
    page = pages.page(
        f"<h1>{pages.TITLE}</h1><p>2026-03-20</p><div class='article-body'><p>{pages.LEAD}{pages.MIDDLE}</p></div>"
    )
    survey = survey_page(parse(page))
    monkeypatch.setattr(body, "the_forest", lambda _file, _names: Doubtful())

    assert [survey.page.lines[i].text for i in choose(survey)[1]] == [pages.LEAD + pages.MIDDLE]


def test_a_paragraph_far_from_the_headline_is_no_article_where_nothing_is(monkeypatch):
    links = "".join(f"<p><a href='/{n}'>第{n}条船的照片</a></p>" for n in range(9))
    survey = survey_page(
        parse(
            pages.page(
                f"<h1>{pages.TITLE}</h1>{links}<div class='article-body'><p>{pages.LEAD}{pages.MIDDLE}</p></div>"
            )
        )
    )
    monkeypatch.setattr(body, "the_forest", lambda _file, _names: Doubtful())

    assert choose(survey) == ([], [])


def test_a_headline_of_two_lines_is_no_second_one_and_the_day_below_a_signature_stays():
    signed = "<p>河口镇渔船下海筹备委员会</p><p>2018年1月9日</p>"
    text = "".join(f"<p>{text}</p>" for text in LONG[:4])
    head = f"<h1>{TITLE}<br><span>2018-01-10 08:55:12 来源：河口网 点击：12</span></h1>"
    page = f"<title>{TITLE} - 河口网</title><body><div id=Article>{head}<div class=content>{text}{signed}</div></div>"

    assert extract(page).paragraphs == (*LONG[:4], "河口镇渔船下海筹备委员会", "2018年1月9日")


def left_of(name: str, *, chosen: tuple[int, ...], paragraphs: int = 8, head: str = "h1") -> list[int]:
    """Give what is chosen of a page whose second and third block, below headline and standfirst, are called so."""
    half = "".join(f"<p>{ENGLISH[n % 4]}</p>" for n in range(paragraphs // 2))
    title = "The boat is mended"
    page = f"<title>{title}</title><{head}>{title}</{head}><p>{ENGLISH[0]}</p><div class={name}>{half}</div><div class=x>Next</div><div class={name}>{half}</div>"
    root = parse(f"<html><body>{page}</body></html>")
    assert root is not None
    survey = survey_page(root)
    first = next(node for node in survey.page.nodes if node.make.strip() == name)
    return body.with_body(replace(survey, best=first), list(chosen))


def test_a_block_called_the_article_s_text_is_not_left_out_as_a_whole():
    assert left_of("article-body", chosen=(1,)) == [1, 2, 3, 4, 5, 7, 8, 9, 10]
    assert left_of("article-body", chosen=(1, 2)) == [1, 2]
    assert left_of("content", chosen=(1,)) == [1]
    assert left_of("article-body", chosen=(1,), paragraphs=2) == [1]


def linked(text: str, share: float, at: int) -> str:
    words = text.split()
    unlinked = round(len(words) * (1 - share))
    return f"<p>{' '.join(words[:unlinked])} <a href='https://b.example/{at}'>{' '.join(words[unlinked:])}</a></p>"


@pytest.mark.parametrize(("share", "kind"), [(0.7, "article"), (1.0, "no_text")])
def test_paragraphs_that_are_link_for_the_most_part_are_a_text_where_there_is_no_other(share, kind):
    told = [f"{text} {more}" for text, more in zip(ENGLISH, reversed(ENGLISH), strict=True)]
    text = "".join(linked(paragraph, share, at) for at, paragraph in enumerate(told))
    got = extract(f"<html><body><h1>The boat of Old Zhou</h1><div>{text}</div></body></html>")

    assert got.page_kind == kind
    assert list(got.paragraphs) == (told if kind == "article" else [])
