"""Whose name counts: what stands above, beside and behind a text, and what the metadata state."""

import pytest

from crawler.extraction import extract
from crawler.extraction.authors.credited import read_called
from crawler.extraction.authors.signed import stated_names
from tests.extraction.signed_pages import ZH, author, page


def test_a_line_called_after_the_author_gives_the_person_alone():
    assert read_called("Emma Ryland Staff Writer") == ["Emma Ryland"]
    assert read_called("Wenlok Zarath Published: January 3, 2024") == ["Wenlok Zarath"]
    assert read_called("All posts") == []


def test_a_team_is_the_author_only_where_no_person_is_named():
    team = author("Kestrel Staff")
    assert extract(page(meta=team)).authors == ("Kestrel Staff",)
    assert extract(page(meta=team, above="<p>By Ann Marsh</p>")).authors == ("Ann Marsh",)


@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ("<p>By Ann Marsh, Guest Columnist</p>", ("Ann Marsh",)),
        ("<p>By Ben Cole, Ann Marsh</p>", ("Ben Cole", "Ann Marsh")),
        ("<p>By BEN COLE</p>", ("Ben Cole",)),
        ("<p>Reviewed by Ann Marsh</p>", ("Ben Cole",)),
        ("<p>By Ann Marsh</p>" + "<p>Share</p>" * 6, ("Ben Cole",)),
    ],
)
def test_a_byline_right_above_the_text_that_names_others_or_more_outranks_the_metadata(above, authors):
    assert extract(page(meta=author("Ben Cole"), above=above)).authors == authors


def test_who_is_stated_as_author_and_shown_as_editor_is_an_editor():
    meta = author("李明远")
    shown = page(meta=meta, below="<p>【责任编辑：李明远】</p>", title="老磨坊重新转动", text=ZH)
    assert extract(shown).authors == ()
    signed = page(
        meta=meta, above="<p>记者 李明远</p>", below="<p>【责任编辑：李明远】</p>", title="老磨坊重新转动", text=ZH
    )
    assert extract(signed).authors == ("李明远",)


def test_a_name_in_a_block_called_after_the_author_is_read_and_his_trade_is_not():
    above = '<div class="authorName">Wenlok Zarath</div><div class="author-box__bio">Licensed Tea Taster</div>'
    assert extract(page(above=above)).authors == ("Wenlok Zarath",)


def test_a_name_behind_the_text_is_the_authors_where_the_next_line_tells_of_him():
    below = "<div>Julia Harden</div><div>Julia is a writer who lives by the sea.</div>"
    assert extract(page(below=below)).authors == ("Julia Harden",)
    assert extract(page(below="<div>Julia Harden</div><div>Read more</div>")).authors == ()
    assert extract(page(below="<div>Wenlok Zarath</div><div>Author</div>")).authors == ("Wenlok Zarath",)


def test_a_name_that_no_list_holds_is_known_where_a_line_behind_the_text_tells_of_him():
    above = "<p>Wenlok Zarath</p><p>March 5, 2024</p>"
    told = "<div>Wenlok is a gardener by the sea.</div>"
    assert extract(page(above=above)).authors == ()
    assert extract(page(above=above, below=told)).authors == ("Wenlok Zarath",)
    assert extract(page(above="<p>Julia</p><p>March 5, 2024</p>", below="<div>Julia is a gardener.</div>")).authors == (
        "Julia",
    )


def test_a_firm_is_no_author_and_a_firm_called_after_two_people_not_one_of_them():
    firm = author("Marsh & Cole") + '<meta property="og:site_name" content="Marsh & Cole">'
    assert extract(page(meta=firm)).authors == ()
    assert extract(page(meta=author("Kestrel Gardens Ltd"))).authors == ()


def test_of_several_lines_called_after_authors_the_first_counts():
    names = ("Lance Rylan (Content Manager)", "Mycle (Editor-in-Chief)", "Wenlok Zarath (Data Analyst)")
    above = "".join(f'<div class="author-box__name">{name}</div>' for name in names)
    assert extract(page(above=above)).authors == ("Lance Rylan",)


def test_who_comments_is_no_author():
    below = '<div class="comments"><p>Posted by Ann Marsh on January 10, 2008</p></div>'
    assert extract(page(below=below)).authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "本文来源：河东在线7 作者：赵省禾 编辑：钱俊川",
        "河东在线7讯（记者 赵省禾 通讯员 钱俊川）",
        "（图文：赵省禾 摄影：钱俊川）",
    ],
)
def test_a_line_of_names_put_into_the_text_names_no_author(line):
    html = page(title="老磨坊重新转动", text=ZH).replace("<article>", f"<article><p>{ZH}</p><p>{line}</p>")
    assert extract(html).authors == ()


def test_reporters_in_a_sentence_of_the_text_and_before_a_desk_are_its_authors():
    told = f"河州3月5日讯（河州晚报记者 李明远）{ZH}"
    assert extract(page(title="老磨坊重新转动", text=ZH).replace("<article>", f"<article><p>{told}</p>")).authors == (
        "李明远",
    )
    desk = "<article><p>記者李明遠／石橋報導</p>"
    assert extract(page(title="老磨坊重新转动", text=ZH).replace("<article>", desk)).authors == ("李明遠",)
    column = "<article><p>【文/河州网专栏作者 李明远】</p>"
    assert extract(page(title="老磨坊重新转动", text=ZH).replace("<article>", column)).authors == ("李明远",)


def test_the_only_person_called_the_author_behind_the_text_wrote_it():
    below = "<p>See our sources.</p><p>Boats are fun.</p><div class=author-name>Julia Harden</div><div>{}</div>"

    assert extract(page(below=below)).authors == ("Julia Harden",)
    assert extract(page(below=below + "<div class=author-name>Colin Marsden</div>")).authors == ()


def test_a_name_that_stands_alone_above_the_text_and_again_behind_it_is_the_authors():
    line = "<p>Asgerd Kestrelson</p>"

    told = f"{line}<p>I am the editor of this site.</p>"

    assert extract(page(above=f"{line}<p>Boat builder at the bay</p>", below=told)).authors == ("Asgerd Kestrelson",)
    assert extract(page(above="<p>Order Status</p><p>Boats</p>", below="<p>Order Status</p>")).authors == ()
    assert extract(page(above="<li>Asgerd Kestrelson</li>", below="<li>Asgerd Kestrelson</li>")).authors == ()
    assert extract(page(title="Kestrel Mill", below="<p>Kestrel Mill</p>")).authors == ()


def test_the_place_in_a_block_beside_the_author_is_nobody():
    assert extract(page(above="<div class=story-author-origin>Kestrel Bay</div>")).authors == ()


def test_nobody_near_a_text_that_is_signed_is_guessed_to_be_its_author():
    signed = page(title="老磨坊重新转动", text=ZH, above="<p class=author-name>河东企鹅</p>").replace(
        "</article>", "<p>河州晚报记者 李明远</p></article>"
    )

    assert extract(signed).authors in {(), ("李明远",)}


def test_a_table_of_contents_between_the_author_and_the_text_does_not_hide_him():
    contents = "".join(f"<li><a href='#{n}'>Chapter {n} of the mill</a></li>" for n in range(14))
    above = f"<p>Julia Harden</p><p>March 5, 2024</p><ul>{contents}</ul>"

    assert extract(page(above=above)).authors == ("Julia Harden",)


def test_people_behind_the_text_with_what_they_are_below_their_names_wrote_it():
    below = "<div>JH</div><div>Julia Harden</div><div>Boat Engineer, Kestrel Works</div>"
    links = "<div>Quick Boats</div><li>Editor</li>"

    assert extract(page(below=below)).authors == ("Julia Harden",)
    assert extract(page(below=links)).authors == ()


def test_a_label_far_behind_the_text_names_the_author():
    boxes = "".join(f"<p>Box {n}</p>" for n in range(18))

    assert extract(page(below=f"{boxes}<p>Author:</p><div>Julia Harden</div>")).authors == ("Julia Harden",)


def test_a_block_called_after_the_author_below_a_headline_far_above_is_read():
    boxes = "".join(f"<div><a href=/b{n}>Box {n}</a></div>" for n in range(60))
    above = f"<div class=authors-data>&amp; Julia Harden Writer, Hardware</div>{boxes}"

    assert extract(page(above=above)).authors == ("Julia Harden",)


def test_the_section_that_the_page_links_beside_the_author_is_no_author():
    menu = "<nav><a href='/'>首页</a><a href='/c/1'>时事</a><a href='/c/2'>人物</a></nav>"
    line = "<p class='meta'><span>2024-03-05</span> 作者：李明远 <span><a href='/c/1'>时事</a></span> 来源：河州网</p>"

    assert extract(page(above=menu + line, text=ZH)).authors == ("李明远",)
    assert extract(page(above=menu + line.replace("<a href='/c/1'>时事</a>", "时秋禾"), text=ZH)).authors == (
        "李明远",
        "时秋禾",
    )


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("", ("钱俊川", "央金卓玛")),
        ("<p>编辑：李大江</p>", ("钱俊川", "央金卓玛")),
        ("<p>作者：李大江</p>", ("李大江",)),
    ],
    ids=["nowhere", "as editor", "as author"],
)
def test_reporters_who_sign_the_first_line_outrank_whom_the_metadata_state_and_the_page_does_not_show(below, authors):
    text = f"<p>河州3月5日电（记者央金卓玛、钱俊川）{ZH}</p>"
    got = extract(
        f"<title>老磨坊转动</title><meta name=author content=李大江><body><h1>老磨坊转动</h1><article>{text}<p>{ZH}</p><p>{ZH}</p></article>{below}</body>"
    )

    assert set(got.authors) == set(authors)


@pytest.mark.parametrize(
    ("menu", "name", "authors"), [("", "江南", ("江南",)), ("<ul><li>江南</li></ul>", "江南", ()), ("", "要闻", ())]
)
def test_a_chinese_name_alone_between_headline_and_stamp_is_the_authors_and_a_section_is_not(menu, name, authors):
    above = f"<h4>{name}</h4><div>《 河州日报 》（ 2019年04月20日 08 版）</div>"
    got = extract(
        f"<title>等船-河州日报</title><body>{menu}<h1>等船</h1>{above}<div class=content><p>{ZH}</p><p>{ZH}</p><p>{ZH}</p></div></body>"
    )

    assert got.authors == authors


@pytest.mark.parametrize("account", ["管理员", "系统管理员", "佚名", "编辑"])
def test_the_account_that_keeps_a_system_is_no_author(account):
    assert stated_names(account) == []
