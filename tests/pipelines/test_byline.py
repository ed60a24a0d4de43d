"""The byline stage: credits leave the text, and what is true of them enters the fields."""

import random
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.settings import Settings

from crawler.items import Article, restore
from crawler.ledger import Ledger
from crawler.sites.model import Byline, Site
from pipelines.byline import BylinePipeline
from pipelines.stage import Context
from tests.strategies import CREDIT_PIECES

LEAD = "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人都来看热闹。"

ENGLISH = "The mill turned again on Monday, and the whole village came to see it."


def stage(patterns=(), **settings):
    site = Site(name="alpha", start_urls=(), domains=(), byline=Byline(patterns=patterns))
    return BylinePipeline.from_context(Context(settings=Settings(settings), site=site))


def article(*paragraphs, url="https://alpha.example/a/1.html", **fields):
    return Article(id="1", url=url, site="alpha", title="老磨坊", paragraphs=list(paragraphs), **fields)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("（河州社記者李明遠台中23日電）", ["李明遠"]),
        ("（河州社記者李明台中23日電）", ["李明"]),
        ("（河州社記者李明遠、王明台北23日電）", ["李明遠", "王明"]),
        ("（河州社记者卜然多伦多报导）", ["卜然"]),
        ("（河州社记者张明纽约报导）", ["张明"]),
    ],
)
def test_a_name_ends_where_a_city_begins(head, names):
    page = article(head + LEAD)

    stage().apply(page)

    assert (page.paragraphs, page.authors) == ([LEAD], names)


@pytest.mark.parametrize("line", ["【文/河州网 李明远】", "（文/河州网 李明远）"])
def test_a_byline_in_brackets_names_its_author(line):
    page = article(line, LEAD, LEAD)

    stage().apply(page)

    assert (page.paragraphs, page.authors) == ([LEAD, LEAD], ["李明远"])


def test_a_byline_below_the_headline_that_a_dateline_announces_names_its_authors():
    page = article("河州社石桥3月5日电 题：山村有了“共享奶奶”", "河州社记者 盛夏、李明远", LEAD, LEAD)
    page.title = "石桥：山村有了“共享奶奶”"

    stage().apply(page)

    assert page.authors == ["盛夏", "李明远"]


def test_what_a_dateline_says_goes_into_the_fields():
    page = article(
        f"河州社石桥3月5日电（记者李明远）{LEAD}", published="2024-03-09T10:00:00+08:00", published_from="page"
    )

    stage().apply(page)

    assert page.paragraphs == [LEAD]
    assert page.authors == ["李明远"]
    assert page.source == "河州社"
    assert (page.published, page.published_from) == ("2024-03-05", "dateline")


@pytest.mark.parametrize(
    ("head", "url", "stamp", "fetched", "published"),
    [
        ("河州社石桥3月5日电 ", "https://a.example/2012/03/06/1.html", "2019-07-01T00:00:00+08:00", "", "2012-03-05"),
        ("河州社石桥3月5日电 ", "https://a.example/201203/t20120306_7.html", None, "", "2012-03-05"),
        ("河州社石桥3月5日电 ", "https://a.example/201203/7.html", None, "", "2012-03-05"),
        ("河州社石桥3月5日电 ", "https://a.example/7.html", "2019-07-01", "", "2019-03-05"),
        ("河州社石桥12月31日电 ", "https://a.example/7.html", "2019-01-08", "", "2018-12-31"),
        ("河州社石桥5日电 ", "https://a.example/7.html", "2019-07-09", "", "2019-07-05"),
        ("河州社石桥28日电 ", "https://a.example/7.html", "2019-07-06", "", "2019-06-28"),
        ("河州社石桥2月29日电 ", "https://a.example/7.html", "2021-03-06", "", "2020-02-29"),
        ("河州社石桥2015年3月5日电 ", "https://a.example/7.html", "2019-07-01", "", "2015-03-05"),
        ("河州社石桥3月5日电 ", "https://a.example/7.html", None, "2022-04-01T00:00:00Z", "2022-03-05"),
        ("河州社石桥3月5日电 ", "https://a.example/7.html", None, "2022-11-01T00:00:00Z", None),
        ("河州社石桥5日电 ", "https://a.example/7.html", None, "2022-04-04T00:00:00Z", "2022-04-05"),
        ("河州社石桥3月5日电 ", "https://a.example/7.html", None, "", None),
        ("河州社石桥2015年2月30日电 ", "https://a.example/7.html", None, "", None),
        ("RIVERTON, March 5 (Xinhua) -- ", "https://a.example/7.html", "2019-07-01", "", "2019-03-05"),
    ],
)
def test_the_missing_parts_of_a_day_come_from_url_stamp_or_fetch_and_are_never_invented(
    head, url, stamp, fetched, published
):
    page = article(head + LEAD, url=url, published=stamp, fetched=fetched)

    stage().apply(page)

    assert page.paragraphs == [LEAD]
    assert page.published == published


def test_the_items_of_a_round_up_keep_their_heads_and_fill_no_field():
    items = [f"新华社石桥3月5日电 {LEAD}", f"中新社河州3月6日电 {LEAD}", f"本报青浦3月7日讯 {LEAD}"]
    page = article("各地的磨坊都转起来了，记者从三个县发回报道。", *items, published="2024-03-09T08:00:00+08:00")

    stage().apply(page)

    assert page.paragraphs[1:] == items
    assert (page.published[:10], page.source, page.trail) == ("2024-03-09", None, [])


def test_heads_put_into_a_third_of_the_paragraphs_go():
    page = article(LEAD, LEAD, f"中新社河州3月6日电 {LEAD}", LEAD, LEAD, f"本报青浦3月7日讯 {LEAD}")

    stage().apply(page)

    assert page.paragraphs == [LEAD] * 6


def test_a_stamp_of_the_datelines_day_keeps_its_time():
    page = article(f"河州社石桥3月5日电 {LEAD}", published="2024-03-05T08:30:00+08:00", published_from="meta")

    stage().apply(page)

    assert (page.published, page.published_from) == ("2024-03-05T08:30:00+08:00", "meta")


@pytest.mark.parametrize(
    ("stamp", "url", "published"),
    [
        ("2024-03-06T00:22:00+08:00", "https://a.example/7.html", "2024-03-06T00:22:00+08:00"),
        ("2024-03-07T08:30:00+08:00", "https://a.example/2024/03/07/7.html", "2024-03-07T08:30:00+08:00"),
        ("2024-03-07T08:30:00+08:00", "https://a.example/7.html", "2024-03-05"),
        ("2024-03-04T08:30:00-08:00", "https://a.example/7.html", "2024-03-04T08:30:00-08:00"),
        ("2024-06-01T08:30:00+08:00", "https://a.example/2024/06/01/7.html", "2024-03-05"),
    ],
)
def test_a_stamp_of_the_day_after_the_dateline_stays_and_a_later_one_only_where_the_url_confirms_it(
    stamp, url, published
):
    page = article(f"河州社石桥3月5日电 {LEAD}", url=url, published=stamp, published_from="page")

    stage().apply(page)

    assert page.published == published


@pytest.mark.parametrize(
    "paragraphs",
    [
        (LEAD, f"{LEAD} 作者：赵省禾 编辑：钱俊川", LEAD),
        (LEAD, "（图文：赵省禾 摄影：钱俊川）", LEAD),
        (LEAD, "河东在线7讯（记者 赵省禾 通讯员 钱俊川）", LEAD),
        (LEAD, LEAD, "河东在线7讯（记者 赵省禾 通讯员 钱俊川）"),
        (LEAD, LEAD, "本文来源：河东在线7 作者：赵省禾 编辑：钱俊川"),
        (LEAD, LEAD, "编辑：赵省禾 校对：钱俊川"),
        (ENGLISH, "Edited by Ann Marsh; additional reporting by Ben Cole"),
        (ENGLISH, "By Ann Marsh and Ben Cole, Kestrel Wire 4 staff writers"),
    ],
)
def test_names_inside_the_text_of_editors_of_helpers_and_of_a_sites_frame_are_no_authors(paragraphs):
    page = article(*paragraphs)

    stage().apply(page)

    assert page.authors == []


@pytest.mark.parametrize(
    ("paragraphs", "authors"),
    [
        ((LEAD, "作者：李明远 编辑：钱俊川"), ["李明远"]),
        ((f"{LEAD}（河州供图）", f"〔記者李明遠／石橋報導〕{LEAD}"), ["李明遠"]),
        ((LEAD, "(Reporting by Ann Marsh; editing by Ben Cole)"), ["Ann Marsh"]),
        ((f"By Ann Marsh, Associate Mill Editor -- (Mill Network) - {ENGLISH}", ENGLISH), ["Ann Marsh"]),
    ],
)
def test_who_signs_at_an_end_of_the_text_wrote_it(paragraphs, authors):
    page = article(*paragraphs)

    stage().apply(page)

    assert page.authors == authors


def test_a_name_in_capitals_is_not_added_beside_itself():
    page = article(
        "The mill turned again on Monday, and the village came.", "(Reporting by Ann Marsh; editing by B Cole)"
    )
    page.authors = ["ANN MARSH"]

    stage().apply(page)

    assert page.authors == ["ANN MARSH"]


def test_names_behind_the_last_sentence_are_no_writers_beside_made_up_ones():
    signed = f"{LEAD}【孙海棠 图 李紫苑 文】"
    page, alone = article(f"{LEAD} 赵省禾记者 钱俊川 摄", LEAD, signed), article(LEAD, LEAD, signed)

    stage().apply(page)
    stage().apply(alone)

    assert page.authors == []
    assert alone.authors == ["孙海棠", "李紫苑"]


def test_made_up_photographers_enter_no_field():
    page = article(f"{LEAD} 赵省禾记者 钱俊川 摄", f"{LEAD} 孙小舟记者 李川 摄")

    stage().apply(page)

    assert page.paragraphs == [LEAD, LEAD]
    assert page.authors == []
    assert {edit.reason for edit in page.trail} == {"fake_byline"}


def test_the_publisher_a_page_names_outranks_the_agency():
    page = article("2024-03-06 08:30 来源：河州网", f"河州社石桥3月5日电 {LEAD}")

    stage().apply(page)

    assert page.source == "河州网"


def test_reporters_of_the_dateline_outrank_the_name_in_the_head():
    page = article("来源：河州网 作者：赵省禾", f"河州社石桥3月5日电（记者李明远）{LEAD}")

    stage().apply(page)

    assert page.authors == ["李明远"]


def test_authors_known_already_are_kept_and_not_doubled():
    page = article(LEAD, "（记者 李明远 王小禾）", authors=["李明远"], source="河州报")

    stage().apply(page)

    assert page.authors == ["李明远", "王小禾"]
    assert page.source == "河州报"


def test_patterns_come_from_the_site_and_from_the_settings():
    page = article(f"河州专电 钱俊川｜{LEAD}", f"{LEAD}——网友 钱川 投稿")

    stage(patterns=("河州专电 *｜",), BYLINE_PATTERNS=["——网友 * 投稿"]).apply(page)

    assert page.paragraphs == [LEAD, LEAD]


def test_a_page_without_a_site_is_cleaned_too():
    page = article(f"本报讯（记者李明远）{LEAD}")

    BylinePipeline.from_context(Context(settings=Settings())).apply(page)

    assert page.paragraphs == [LEAD]


def test_what_is_taken_out_is_counted():
    counts = {}
    stats = SimpleNamespace(inc_value=lambda name, number: counts.update({name: counts.get(name, 0) + number}))
    pipeline = BylinePipeline(Context(settings=Settings(), stats=stats))

    pipeline.process_item(article(f"本报讯（记者李明远）{LEAD}"))

    assert counts == {"pipelines/byline/edited": 1, "pipelines/byline/removed_chars": 10}


SIGNED = ("（记者 李明远）", "本报记者 王小禾", "文/陈海", "编辑：孙小舟", "（本报综合报道）", "供稿：周长河")
ODD = ("（完）", "讲述人：冯晓棠")


def signed_site(*, day="2024-03-09"):
    """Give the articles of a site that signs them, two of them in a way that no page alone tells."""
    lines = [*SIGNED, *ODD]
    return [
        Article(
            id=str(number),
            url=f"https://alpha.example/a/{number}.html",
            site="alpha",
            title="老磨坊",
            paragraphs=[f"第{number}周，{LEAD}", line],
            fetched=f"{day}T08:00:00Z",
        )
        for number, line in enumerate(lines)
    ]


def passed(articles, ledger=None, **settings):
    """Send a batch through the stage; gives what is left of each article, by id."""
    pipeline = BylinePipeline.from_context(Context(settings=Settings(settings), ledger=ledger))
    pipeline.observe(sorted(articles, key=lambda one: one.url))
    for one in articles:
        pipeline.apply(one)
    return {one.id: one.paragraphs for one in articles}


def test_where_most_articles_are_signed_an_odd_line_signs_too():
    site = signed_site()

    assert all(len(paragraphs) == 1 for paragraphs in passed(site).values())
    assert site[-1].trail[-1].evidence == "where the site's articles are signed"


def test_the_order_of_the_pages_changes_no_article():
    shuffled = signed_site()
    random.Random(5).shuffle(shuffled)

    assert passed(shuffled) == passed(signed_site())


def test_learning_can_be_turned_off():
    assert [paragraphs[1:] for paragraphs in passed(signed_site(), BYLINE_LEARN=False).values()][-2:] == [
        [line] for line in ODD
    ]


def test_the_ledger_remembers_where_a_site_signs(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    passed(signed_site(), ledger)
    ledger.commit()
    alone = signed_site(day="2024-04-01")[-1:]

    assert passed(alone, ledger) == {alone[0].id: [f"第7周，{LEAD}"]}
    ledger.close()


def test_a_page_that_was_cleaned_is_not_signed_a_second_time():
    pipeline = stage()
    pipeline.observe(signed_site())
    page = article(LEAD, "（冯晓棠译）", "（记者 李明远）")
    for _ in range(2):
        pipeline.apply(page)

    assert page.paragraphs == [LEAD, "（冯晓棠译）"]


PIECES = st.sampled_from([*CREDIT_PIECES, LEAD])


@given(st.lists(st.lists(PIECES, max_size=9).map("".join), max_size=6))
def test_the_trail_restores_the_page_and_a_second_pass_changes_nothing(paragraphs):
    page = article(*paragraphs)
    pipeline = stage()

    pipeline.apply(page)
    once = list(page.paragraphs)

    assert restore(page.title, once, [edit.as_line("1") for edit in page.trail]) == ("老磨坊", paragraphs)
    pipeline.apply(page)
    assert page.paragraphs == once
