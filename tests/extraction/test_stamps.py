"""Which of a page's days is that of the article, and in which zone."""

import pytest

from crawler.extraction import extract
from crawler.sites.model import Site
from tests.extraction import pages


@pytest.mark.parametrize(
    ("stamp", "url", "lead", "published", "origin"),
    [
        ("2026-11-25 09:00", "http://a.example/2019/03/21/1.html", "", "2019-03-21", "url"),
        ("2019-03-21 09:00", "http://a.example/2019/03/21/1.html", "", "2019-03-21T09:00:00+08:00", "page"),
        ("2026-11-25 09:00", "http://a.example/201903/1.html", "河口社3月21日电 ", "2019-03-21", "dateline"),
        ("2026-11-25 09:00", "http://a.example/1.html", "河口社3月21日电 ", None, None),
        ("2026-03-22 09:00", "http://a.example/1.html", "河口社3月21日电 ", "2026-03-22T09:00:00+08:00", "page"),
    ],
)
def test_a_stamp_that_the_url_or_the_dateline_contradicts_is_not_believed(stamp, url, lead, published, origin):
    body = pages.article((lead + pages.LEAD, *pages.PARAGRAPHS[1:])).replace(
        "</h1>", f"</h1><p>{stamp} 来源：河口网</p>"
    )

    got = extract(pages.page(body), url)

    assert (got.published, got.published_from) == (published, origin)


def test_days_of_a_list_of_events_are_not_that_of_the_page():
    events = "".join(
        f"<div class='day'>{month} 16, 2026</div><p>{text}</p>"
        for month, text in zip(("March", "April", "May"), pages.PARAGRAPHS, strict=True)
    )
    body = f"<h1>{pages.TITLE}</h1><div class='content'><p>{pages.LEAD}</p>{events}</div>"

    assert extract(pages.page(body)).published is None


def test_a_stamp_far_below_the_text_is_found_where_it_begins_with_the_word_for_it():
    tools = "".join(f"<p>按钮{n}</p>" for n in range(7))
    after = f"{tools}<div class='desc'>posted @ 2024-03-21 14:45 周小川 阅读(430)</div>"

    assert extract(pages.page(pages.article(), after=after)).published == "2024-03-21T14:45:00+08:00"


def test_a_stamp_between_the_standfirst_and_the_text_is_found():
    body = pages.article().replace(pages.MIDDLE, f"{pages.MIDDLE}</p><p>21.03.2024 · 阅读约 6 分钟")

    assert extract(pages.page(body)).published == "2024-03-21"


@pytest.mark.parametrize(
    ("changed", "published", "origin"),
    [("2025-11-05", "2024-01-31", "page"), ("2025-11-20", "2025-11-05T10:00:00+08:00", "meta")],
    ids=["no change is later", "a change is later"],
)
def test_a_day_of_publication_that_is_that_of_the_last_change_gives_way_to_the_earlier_one_shown(
    changed, published, origin
):
    head = (
        '<meta property="article:published_time" content="2025-11-05T10:00:00+08:00">'
        f'<meta property="article:modified_time" content="{changed}">'
    )
    body = pages.article().replace("</h1>", "</h1><p>2024年1月31日</p>")

    got = extract(pages.page(body, head=head))

    assert (got.published, got.published_from) == (published, origin)


@pytest.mark.parametrize(
    ("stated", "changed", "published"),
    [
        (("2025-03-01", "2025-12-18", "2025-12-18"), (), "2025-12-18"),
        (("2025-03-01", "2025-12-18"), (), "2025-03-01"),
        (("2026-03-09", "2021-02-16"), ("2024-07-30",), "2021-02-16"),
        (("2026-03-09",), ("2024-07-30",), "2026-03-09"),
    ],
    ids=["most often", "first", "not after the last change", "alone"],
)
def test_statements_that_contradict_each_other_are_weighed(stated, changed, published):
    head = "".join(f'<meta property="article:published_time" content="{day}">' for day in stated)
    head += "".join(f'<meta property="article:modified_time" content="{day}">' for day in changed)

    assert extract(pages.page(pages.article(), head=head)).published == published


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "<p class='note'><time datetime='2024-03-21'>in spring</time></p>"),
        ("<p class='by'><a href='/u/7'>Harbour Desk</a> 21 Mar 2024 <a href='/boats'>Boats and Nets</a></p>", ""),
        ("<p><a href='/2024/03'>Mar 21 2024</a></p>", ""),
        (
            "<p class='when'>30 Sep 2025, 11:07</p>",
            (
                "<p class='note'>This report on the boat was originally published on 21 Mar 2024 at 4:12 pm and has been kept up to date "
                "by the harbour desk since.</p>"
            ),
        ),
    ],
    ids=["time below a long text", "between links", "a link itself", "first published"],
)
def test_the_day_is_found_where_pages_put_it(above, below):
    text = "".join(f"<p>第{n}天，渔民们把船推下了水，镇上的人都来码头看热闹。</p>" for n in range(60))
    body = f"<article><h1>{pages.TITLE}</h1>{above}{text}</article>{below}"

    assert extract(pages.page(body)).published[:10] == "2024-03-21"


@pytest.mark.parametrize("shown", ["<p>{}</p>", "<time datetime='{}'>New</time>", "<p>发布时间：{}</p>"])
def test_a_day_after_that_of_fetching_is_none(shown):
    def found(*days):
        above = "".join(shown.format(day) for day in days)
        body = pages.article().replace("</h1>", f"</h1>{above}")
        return extract(pages.page(body), fetched="2024-03-22T01:00:00+00:00").published

    assert found("2099-01-01 08:30") is None
    assert found("2099-01-01 08:30", "2024-03-20 08:30") == "2024-03-20T08:30:00+08:00"
    assert found("2024-03-23 08:30") == "2024-03-23T08:30:00+08:00"


def test_the_zone_of_the_site_holds_for_its_times():
    site = Site(name="a", start_urls=("http://a.example/",), domains=("a.example",), timezone="America/New_York")
    body = pages.article().replace("</h1>", "</h1><p>发布时间：昨天 08:30</p>")

    got = extract(pages.page(body), site=site, fetched="2024-03-22T01:00:00+00:00")

    assert got.published == "2024-03-20T08:30:00-04:00"
