"""The headline below a masthead that repeats what `<title>` says, and headlines that a page repeats."""

import pytest

from crawler.extraction import extract

BRAND = "橙海天下(总部)首页"
HEADLINE = "石桥镇的老磨坊今年春天重新转动,木匠修了三个月"
TEXT = "水轮停了四十年，今年三月由镇上的木匠重新装好，第一天就磨了两百斤麦子，许多人从邻县赶来看。"
STAMP = "2025-07-17 03:34:37 来源: 石桥"


def titled(title, *lines):
    body = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    text = "".join(f"<p>{TEXT}{number}</p>" for number in range(6))
    return extract(f"<html><head><title>{title}</title></head><body>{body}{text}</body></html>")


@pytest.mark.parametrize("shown", ["<p>{}</p>", "<h1>{}</h1>", "<div>{}</div>"])
@pytest.mark.parametrize("title", [BRAND, f"{HEADLINE}_{BRAND}"])
def test_the_line_above_the_stamp_is_the_headline_where_the_masthead_repeats_the_name(shown, title):
    got = titled(title, BRAND, f"EN {BRAND} {BRAND}", "http://www.a.example/", shown.format(HEADLINE), STAMP)

    assert got.title == HEADLINE
    assert all(paragraph.startswith((TEXT, STAMP)) for paragraph in got.paragraphs), "what is above it is no text"


@pytest.mark.parametrize(
    "lines",
    [
        (f"首页 &gt; {HEADLINE}", f"<h1>{HEADLINE}</h1>", "<h2>这里先说一说磨坊的来历</h2>"),
        (HEADLINE, f"分享：{HEADLINE}", "<h2>老磨坊的水轮停了四十年</h2>", STAMP),
    ],
)
def test_a_headline_that_a_page_repeats_is_one(lines):
    assert titled(HEADLINE, *lines).title == HEADLINE
