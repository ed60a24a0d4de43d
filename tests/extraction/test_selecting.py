"""A site's own selectors: they win, may fail, and are noted where they match nothing."""

import pytest

from crawler.extraction import extract
from crawler.sites.model import Extract, Site
from tests.extraction import pages


def test_the_selectors_of_a_site_win():
    site = Site(
        name="a",
        start_urls=("http://a.example/",),
        domains=("a.example",),
        extract=Extract(body=("div.mine",), title=("h2.t::text",), remove=("div.mine b",)),
    )
    body = f"{pages.article()}<h2 class='t'>另一个标题</h2><div class='mine'>短<b>不要</b>句</div>"

    got = extract(pages.page(body), site=site)

    assert got.paragraphs == ("短句",)
    assert got.title == "另一个标题"
    assert got.notes == ()


def test_a_selector_may_call_the_id_of_xpath():
    site = Site(
        name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=Extract(body=("(id('mine'))",))
    )

    got = extract(pages.page(f"{pages.article()}<div id='mine'>短句</div>"), site=site)

    assert got.paragraphs == ("短句",)


def test_a_selector_that_matches_nothing_is_noted_and_the_page_read_all_the_same():
    site = Site(
        name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=Extract(body=("div.gone",))
    )

    got = extract(pages.page(pages.article()), site=site)

    assert got.paragraphs == pages.PARAGRAPHS
    assert got.notes == ("selector body matched nothing",)


def test_a_selector_that_fails_on_a_page_is_noted_and_the_page_read_all_the_same():
    rules = Extract(body=("//div[nonsense()]",), remove=("//div[nonsense()]",), next=("//div[nonsense()]",))
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=rules)

    got = extract(pages.page(pages.article()), site=site)

    assert got.paragraphs == pages.PARAGRAPHS
    assert "selector body cannot be evaluated: '//div[nonsense()]': Unregistered function" in got.notes


def test_a_selector_may_name_several_texts_or_join_them():
    rules = Extract(title=("h3.gone::text, h2.t::text",), source=("concat(//span[@class='from'], '网')",))
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=rules)
    body = f"<h2 class='t'>另一个标题</h2><span class='from'>晨江</span>{pages.article()}"

    got = extract(pages.page(body), site=site)

    assert (got.title, got.source) == ("另一个标题", "晨江网")


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ("周小川", ("周小川",)),
        ("周小川、钱大河", ("周小川", "钱大河")),
        ("作者：周小川", ("周小川",)),
        ("本报记者 周小川", ("周小川",)),
        ("By Ann Marsh and Ben Cole", ("Ann Marsh", "Ben Cole")),
        ("Ann Marsh, Ben Cole", ("Ann Marsh", "Ben Cole")),
        ("Mad_Hatter99", ("Mad_Hatter99",)),
    ],
)
def test_people_and_source_that_a_selector_of_the_site_names_stand_without_labels(shown, names):
    rules = Extract(authors=("b.who",), source=("b.from",))
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), extract=rules)
    line = f"</h1><b class=who>{shown}</b> <b class=from>来源：河口日报</b>"
    got = extract(pages.page(pages.article().replace("</h1>", line)), site=site)

    assert (got.authors, got.source) == (names, "河口日报")
