"""Who wrote it by what markup calls him: blocks, elements within lines and links of the author, and nobody of another article."""

import pytest

from crawler.extraction import extract
from tests.extraction.signed_pages import TEXT, page


def extracted(**parts: str) -> tuple[str, ...]:
    """Give the authors of a page with these parts."""
    return extract(page(**parts)).authors


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (
            "<div><span><a href='/writers/wenlok-zarath'>Wenlok Zarath</a></span> Aug 4, 2024 10:03AM</div>",
            ("Wenlok Zarath",),
        ),
        (
            "<div class=article_auth><a href='/authors/lodochkin'>Иван Лодочкин</a> 15.08.2024, 14:10</div>",
            ("Иван Лодочкин",),
        ),
        ("<p class=firma><em>Ángela Ribera</em> | <span class=place>Puerto</span></p>", ("Ángela Ribera",)),
        (
            "<div class=author>Par <b>ANNE RIVIÈRE</b>, <b>LUC MOULIN</b> Envoyés spéciaux au port</div>",
            ("Anne Rivière", "Luc Moulin"),
        ),
        (
            "<p class='author vcard'><b class=fn>Ann Marsh</b> <span>Senior Harbour Correspondent</span></p>",
            ("Ann Marsh",),
        ),
        (
            "<div itemprop=author itemscope><span itemprop=name>Ann Marsh</span>, KESTREL TODAY 8:42 a.m. October 3, 2024</div>",
            ("Ann Marsh",),
        ),
        ("<div><span class=author-name>Wenlok Zarath</span> 12 remarks</div>", ("Wenlok Zarath",)),
        ("<div><span class=author><a href=/a>سالم البحري</a></span> 12</div>", ("سالم البحري",)),
        (
            "<div class=author><a>Wenlok Zarath</a><span>editor</span><time>18. 4. 2024 8:00</time></div>",
            ("Wenlok Zarath",),
        ),
        ("<div class=byline><span>By Wenlok Zarath</span><span>5 min read</span></div>", ("Wenlok Zarath",)),
        ("<div class=byline>By <b>Ann Marsh</b><span>staff writer</span></div>", ("Ann Marsh",)),
        (
            "<div itemprop=author itemscope><div class=x><span itemprop=name>Wenlok Zarath</span></div><small>Keeper of the Mill</small></div>",
            ("Wenlok Zarath",),
        ),
        ("<p class=gallery-byline>Photographs by Wenlok Zarath</p>", ("Wenlok Zarath",)),
        (
            "<div class=byline><address><a rel=author href=/n>נעמה ברזילי</a></address><time>25.12.2023</time></div>",
            ("נעמה ברזילי",),
        ),
        ("<p class='author vcard'><span class=role>Mill Keepers Society</span></p>", ()),
        ("<div>Checked by <span class=author-name>Wenlok Zarath</span></div>", ()),
        (
            "<div class=author itemprop=author>von <a><span>Autor: </span><b itemprop=name>Julia Harden</b></a></div>",
            ("Julia Harden",),
        ),
        ("<div>08/08/2024<a class=meta-author href='/jh'>durch Wenlok Zarath</a>No remarks</div>", ("Wenlok Zarath",)),
        ("<figure><figcaption>The mill. <span class=caption-author>Ann Marsh/Agency</span></figcaption></figure>", ()),
        ("<figure><figcaption>The mill. <span class=author>Ann Marsh</span></figcaption></figure>", ()),
        (
            "<p>"
            + "Ask the <a href='/people/'>People Registry</a> for the address of anybody in the town. " * 3
            + "</p>",
            (),
        ),
        ("<p>Best mill I saw.</p><div class=author>- Julia</div>", ()),
        ("<div>Posted by <span class=by-author>Publicado el</span> 5 de marzo</div>", ()),
        ("<ul><li class=popular-author-list>Julia Harden</li></ul>", ()),
        ("<div class=comments_day>By ANN MARSHAM 10/ 5/24 09:19 PM</div>", ("Ann Marsham",)),
    ],
)
def test_who_is_called_the_author_above_the_text_wrote_it(above, names):
    assert extracted(above=above) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            "<aside><p><span itemprop=author itemscope><span itemprop=name>Wenlok Zarath</span> —</span> 2024-03-05</p></aside>",
            ("Wenlok Zarath",),
        ),
        ("<div>About <a rel=author href='/wz'>Wenlok Zarath</a> A gardener.</div>", ("Wenlok Zarath",)),
        ("<div>5 March / <a rel=author href='#'>Julia</a> / 1 remark</div>", ("Julia",)),
        (
            "<p>Sources</p><ul><li>Date 05.03.2024</li><li>Author Julia Harden</li><li>Keywords mills</li></ul>",
            ("Julia Harden",),
        ),
        ("<div><a rel=author href='/wz'>Wenlok Zarath</a> <a rel=author href='/am'>Ann Marsh</a></div>", ()),
        (
            "<h3><a href='/other'>Is the old pier ready?</a></h3><div class=byline>by <a href='/people/am'>Ann Marsh</a></div>",
            (),
        ),
        ("<h3><a href='/other'>Is the old pier ready?</a></h3><div>by</div><div>Ann Marsh</div>", ()),
    ],
)
def test_who_is_called_the_author_behind_the_text_wrote_it_unless_a_teaser_names_him(below, names):
    assert extracted(below=below) == names


def test_the_authors_of_teasers_above_the_text_wrote_others():
    teasers = "".join(
        f"<li><h2><a href='/{n}'>Another mill turns {n}</a></h2><span class=author>By {name}</span></li>"
        for n, name in enumerate(("Ann Marsh", "Julia Harden"))
    )

    assert extracted(above=f"<ul>{teasers}</ul>") == ()


def test_a_row_of_a_table_of_facts_names_no_author():
    facts = "<table><tr><th>Written by</th><td>Julia Harden</td></tr><tr><th>Episodes</th><td>13</td></tr></table>"

    assert extracted(above=facts) == ()
    assert extracted(above=facts.replace("th>", "td>")) == ("Julia Harden",)


def test_a_topic_above_the_headline_and_again_behind_the_text_is_nobody():
    shown = page(below="<p>Harbour Justice</p>").replace("<h1>", "<p>Harbour Justice</p><h1>")

    assert extract(shown).authors == ()


@pytest.mark.parametrize(
    "stated",
    [
        "Verein: Freunde der Mühle e.V.",
        "KBD - Fraktion Mühlbach",
        "Kestrel Media Sp. z o.o.",
        "Grupa Ribera",
        "Kestrel Gardens S.r.l.",
        "Ediciones Ribera",
        "Kestrel Kft.",
    ],
)
def test_a_firm_of_another_country_is_no_author(stated):
    assert extracted(meta=f"<meta name=author content='{stated}'>") == ()


def test_a_card_names_the_author_where_its_label_says_so():
    card = "<meta name=twitter:label1 content='{}'><meta name=twitter:data1 content='Wenlok Zarath'>"

    assert extracted(meta=card.format("Written by")) == ("Wenlok Zarath",)
    assert extracted(meta=card.format("Price")) == ()


def test_a_korean_reporter_who_signs_at_the_end_is_the_author_and_his_line_no_text():
    text = "나루마을의 오래된 방앗간이 월요일에 다시 돌기 시작했다. 사십 년 만의 일이라 온 마을이 구경하러 나왔다. " * 3
    got = extract(
        page(title="다시 도는 방앗간", text=text, below="").replace(
            "</article>", "<p>배무성 기자 baemu@kestrel.example</p></article>"
        )
    )

    assert got.authors == ("배무성",)
    assert "기자" not in "".join(got.paragraphs)


def test_a_block_of_the_author_in_the_text_is_no_part_of_it():
    got = extract(page().replace("<article>", "<article><div class=author>Par <b>ANNE RIVIÈRE</b></div>"))

    assert got.authors == ("Anne Rivière",)
    assert got.paragraphs == ((TEXT * 3).strip(),) * 3


@pytest.mark.parametrize(
    ("meta", "above", "source"),
    [
        (
            "<meta name=source content=Gardens><meta name=strap content=Gardens><meta property=og:site_name content=Kestrel>",
            "",
            "Kestrel",
        ),
        ("<meta name=source content='Kestrel Courier'><meta name=section content=Gardens>", "", "Kestrel Courier"),
        ("", "<p class=caption>The mill as it stood for years. Source: Supplied</p>", None),
        ("", "<p>The mill as it stood for years. Source: Supplied</p>", None),
    ],
)
def test_neither_a_section_nor_who_gave_a_picture_is_the_source(meta, above, source):
    assert extract(page(meta=meta, above=above)).source == source


def test_who_made_the_theme_of_the_site_did_not_write_the_article():
    meta = "<meta name=author content='Julia Harden'>"

    assert extracted(meta=meta, below="<p>Theme by Julia Harden</p>") == ()
    assert extracted(meta=meta, below="<p>More by Julia Harden</p>") == ("Julia Harden",)


@pytest.mark.parametrize("stated", ["kestrelmills.de", "Bay Society 2024", "others", "Kestrel Website"])
def test_a_host_a_year_and_everybody_else_are_nobody(stated):
    assert extracted(meta=f"<meta name=author content='{stated}'>") == ()


def test_the_headline_itself_is_not_its_author():
    assert extracted(meta="<meta name=author content='Kestrel County'>", title="Kestrel County") == ()
    assert extracted(meta="<meta name=author content='Julia Harden'>", title="Julia Harden") == ("Julia Harden",)


def test_the_accounts_of_those_who_wrote_in_a_forum_are_no_authors():
    accounts = "".join(
        f"<meta itemprop=author content={name}>" for name in ("temlu", "hotrudder", "nivonce", "webcole")
    )

    assert extracted(meta=accounts) == ()


def test_a_page_without_a_text_has_the_authors_of_its_metadata_alone():
    html = "<html><title>Form</title><p>Julia Harden</p><p>March 5, 2024</p><p>By Julia Harden</p><form><input></form></html>"

    assert extract(html).authors == ()


@pytest.mark.parametrize(("account", "names"), [("kestrel", ()), ("mainfos_zlfca4v6", ()), ("gardener", ("gardener",))])
def test_an_account_of_the_site_or_of_chance_letters_is_nobody(account, names):
    meta = f"<meta name=author content='{account}'><meta property=og:site_name content='Kestrel Magazine'>"

    assert extract(page(meta=meta), "https://www.kestrelmagazine.example/a.html").authors == names


@pytest.mark.parametrize("end", ["", "<img src=face.jpg>", "<div></div>"])
def test_an_empty_link_to_the_author_at_the_very_end_costs_nothing(end):
    got = extract(page().replace("</body></html>", f"<a rel=author href=/people/7>{end}</a>"))

    assert got.page_kind == "article"
    assert got.authors == ()


@pytest.mark.parametrize(
    ("cards", "names"),
    [
        ("<span class='author vcard'><span class=fn>millkeeper</span></span>", ("millkeeper",)),
        ("<cite class='comment-author vcard'><span class=fn>millkeeper</span></cite>", ()),
        (
            "<span class='author vcard'><span class=fn>millkeeper</span></span> <span class='author vcard'><span class=fn>eel</span></span>",
            (),
        ),
    ],
    ids=["one", "a reader's", "several"],
)
def test_the_only_card_of_an_author_names_him_whatever_he_calls_himself(cards, names):
    assert extracted(below=f"<p>{cards} 5 March 2024</p>") == names


def test_a_firm_keeps_the_word_that_tells_it_is_one():
    assert (
        extracted(
            meta='<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Kestrel Water Corp."}}</script>'
        )
        == ()
    )


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("<p class=author_mail><b>Wenlok Zarath</b></p>", ("Wenlok Zarath",)),
        ("<p class=place><b>Wenlok Zarath</b></p>", ()),
        ("<p class=author_mail>The wheel was his idea.</p>", ()),
    ],
    ids=["called so", "another name", "a sentence"],
)
def test_a_name_with_which_a_text_ends_is_its_authors_where_it_is_called_so(last, names):
    told = f"<html><head><title>The mill turned again</title></head><body><h1>The mill turned again</h1><article>{f'<p>{TEXT}</p>' * 4}{last}</article></body></html>"
    got = extract(told)

    assert got.authors == names
    assert not names or got.paragraphs[-1] == TEXT.strip()
