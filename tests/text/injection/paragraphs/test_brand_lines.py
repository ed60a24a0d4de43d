"""Lines between the paragraphs that are made of the page's keyword, which stands in other places of the page as well."""

import pytest

from pipelines.text.injection.paragraphs.brand_lines import find_lines

ENGLISH = (
    "The old mill at Stonebridge turned again this spring after a carpenter spent four months on its wheel.",
    "It was built more than a century ago and ground flour for six villages until electric motors came.",
    "Volunteers numbered every part they took out and polished them in a barn through the winter.",
    "The first sack of flour went to the school, where children baked bread with it on Friday.",
)


def between(paragraphs, line):
    return [part for text in paragraphs for part in (text, line)]


@pytest.mark.parametrize(
    "line", ["月光橙汁·正版入口", "月光橙汁Pro", "◇ 月光橙汁 ◇", "月光橙汁(华东)有限公司", "月光橙汁移动端"]
)
def test_a_brand_line_goes_though_the_paragraphs_begin_with_its_keyword(line, page, story, cleaned):
    dirty = [f"月光橙汁{text}" for text in story]

    assert cleaned(find_lines, page(between(dirty, line)))[1] == tuple(dirty)


@pytest.mark.parametrize("line", ["<< velvet perfume sale >>", "=== velvet perfume sale ===", "velvet perfume sale"])
def test_a_brand_line_goes_though_its_words_hang_behind_a_sentence(line, page, cleaned):
    dirty = [
        *ENGLISH[:3],
        f"{ENGLISH[3]} See also: velvet perfume sale",
        "Ask us about velvet perfume sale today on +44",
    ]

    assert cleaned(find_lines, page(between(dirty, line), title="Old mill turns again"))[1] == tuple(dirty)


@pytest.mark.parametrize("joint", [" | ", " / ", "、", " - "])
def test_a_line_of_fields_that_all_hold_one_keyword_goes(joint, page, story, cleaned):
    assert cleaned(find_lines, page([*story, joint.join(("月光橙汁", "月光橙汁下载", "新版月光橙汁"))]))[1] == story


def test_a_line_of_fields_that_the_article_speaks_of_stays(page, story):
    assert find_lines(page([*story, "石桥镇的老磨坊、石桥镇的老磨坊夜景、春天石桥镇的老磨坊"])) == []


def test_a_repeated_line_with_a_proven_keyword_goes_whole(page, story, cleaned):
    dirty = between(story, "月光橙汁（控股）在线")

    assert cleaned(find_lines, page(dirty, known=["月光橙汁"]))[1] == story
    assert find_lines(page([*story, "月光橙汁今夜有雨"], known=["月光橙汁"])) == []


@pytest.mark.parametrize("line", ["😂😂😂", "🎈水轮🎈转了"])
def test_a_message_of_pictographs_between_paragraphs_stays(line, page, story):
    assert find_lines(page([*story[:3], line, *story[3:]])) == []
    assert find_lines(page([*story[:3], "🎈🧭🟠", *story[3:]])) != []
    assert (
        find_lines(
            page(
                [
                    *story[:3],
                    "🎈🧭🟠",
                    "他发来的是🧭，后来又发来一张水轮的照片，大家都看懂了他的意思，也没有人再追问什么。",
                    *story[3:],
                ]
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("refrain", "verse"),
    [
        ("雪比车先到", ("末班车还没有来", "等车的是三个人", "一副手套两个人戴")),
        (
            "snow came first",
            ("The last bus is not here yet", "three of us wait at the sign,", "two share a pair of gloves"),
        ),
        ("눈이 먼저 도착했다", ("막차는 아직 오지 않고", "기다리는 사람은 셋", "장갑 한 짝을 나눠 낀 두 사람")),
    ],
)
def test_a_refrain_among_lines_of_verse_stays(refrain, verse, page, story):
    prose = story if not refrain.isascii() else ENGLISH
    poem = between(verse, refrain)

    assert find_lines(page([*prose[:2], *poem, *prose[2:]])) == []
    assert find_lines(page([*prose[:2], *poem, *prose[2:]], known=[refrain.replace(" ", "")])) != []
