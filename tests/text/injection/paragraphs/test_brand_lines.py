"""Lines between the paragraphs that are made of the page's keyword, which stands in other places of the page as well."""

import pytest

from pipelines.text.injection.paragraphs.brand_lines import find_lines
from tests.text.injection.invented import ENGLISH


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


def test_a_brand_line_that_a_heading_bears_goes(page, story, cleaned):
    lines = [line for text in story for line in (text, "橙汁之家·(东区)在线")]

    assert cleaned(find_lines, page(lines, headings=["橙汁之家(东区)在线"]))[1] == story


@pytest.mark.parametrize("line", ["?", "？", "🎈🧭🟠", "🅰橙汁888🆎", "★橙汁★"])
def test_lines_of_symbols_go(line, page, story, cleaned):
    assert cleaned(find_lines, page([line, *story]))[1] == story


def test_a_brand_that_repeats_between_short_paragraphs_with_credits_goes(page, story, cleaned):
    told = [
        "m9-p海星币:问：修一座这样大的水轮，从拆到装，一共要花多少时间，要请几个木匠？",
        "m9-p海星币:答：四个月，三个木匠，橡木最难找。 缪婉儿记者 祁国强 摄",
        "m9-p海星币:问：水渠什么时候能修好，石桥镇的人都在等开闸放水的那一天？",
        "m9-p海星币:答：秋天再修，要等稻子收完。 阎婉儿记者 缪一鸣 摄",
    ]
    lines = [story[0], *(part for text in told for part in (text, "🎲海星币官方版🎲")), *story[1:]]

    assert cleaned(find_lines, page(lines))[1] == (story[0], *told, *story[1:])


def test_headings_of_several_parts_between_the_same_signs_stay(page, story, cleaned):
    assert find_lines(page([story[0], "◆开场以前◆", *story[1:3], "◆歇一口气以后◆", *story[3:]])) == []
    brands = page([story[0], "◆开场以前◆", "◆橙汁◆", *story[1:3], "◆橙汁◆", "◆歇一口气以后◆", *story[3:]])
    assert cleaned(find_lines, brands)[1] == (story[0], "◆开场以前◆", *story[1:3], "◆歇一口气以后◆", *story[3:])
    dirty = page([story[0], "◆橙汁下载◆", *story[1:3], "◆橙汁官网◆", *story[3:]])
    assert cleaned(find_lines, dirty)[1] == story


@pytest.mark.parametrize(
    "line", ["~鹦鹉特区~", "→鹦鹉特区←", "Velvet Perfume Sale", "鹦鹉特区旗舰", "🧊石桥鹦鹉特区🧊"]
)
def test_a_brand_of_any_wording_that_repeats_goes(line, page, story, cleaned):
    lines = [part for text in story for part in (text, line)]

    assert cleaned(find_lines, page(lines))[1] == story


@pytest.mark.parametrize("line", ["老磨坊的水轮", "* * *", "——", "水轮转起来！", "（资料图片）", "图2"])
def test_captions_separators_and_chants_that_repeat_stay(line, page, story):
    lines = [part for text in story for part in (text, line)]

    assert find_lines(page(lines, headings=["老磨坊的水轮"])) == []


def test_an_item_that_recurs_in_the_lists_of_an_article_stays(page, story):
    lines = ["Riesling88", story[0], "Riesling88", *story[1:]]

    assert find_lines(page(lines, kinds=["item", "text", "item", *["text"] * 4])) == []
    assert find_lines(page(lines)) != []


def test_the_speakers_of_a_transcript_stay(page):
    lines = [
        line for text in ENGLISH for line in ("Dunmore", text, "Ashby", "Yes, that is how it was, and we were glad.")
    ]

    assert find_lines(page(lines, title="A talk")) == []


@pytest.mark.parametrize(
    "line", [">>> PLAY NOW AT JUICE77.COM <<<", "*** Visit WWW.JUICERUSH55.COM for cheap peels ***"]
)
def test_a_repeated_english_line_with_an_address_goes_though_the_text_has_its_small_words(line, page, cleaned):
    story = [f"{text} It stands at the river now." for text in ENGLISH]
    dirty = [story[0], line, story[1], line, *story[2:]]

    assert cleaned(find_lines, page(dirty, title="Old mill turns again"))[1] == tuple(story)
    spoken = [
        *dirty,
        f"The page at {line.split()[-2] if '77' in line else 'www.juicerush55.com'} tells how it was done.",
    ]
    assert find_lines(page(spoken, title="Old mill turns again")) == []
