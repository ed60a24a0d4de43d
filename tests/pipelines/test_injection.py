"""The injection stage on whole invented pages: the dirt goes, hazards stay."""

import random

import pytest
from scrapy.settings import Settings

from crawler.demo.articles import originals
from crawler.items import Article, restore
from pipelines.injection import InjectionPipeline
from pipelines.stage import Context
from tests.growth import assert_linear

BODY = (
    "石桥镇的老磨坊今年春天重新转动，镇上的木匠花了四个月修好了水轮。木匠说最难的是找到合适的橡木。",
    "磨坊建于一百多年前，曾经为附近六个村子磨面。后来电机取代了水轮，这里就关了门。",
    "志愿者把拆下来的零件一件件编号，冬天在仓库里打磨。有的零件已经锈得看不出原样。",
    "第一袋面粉送给了镇上的小学，孩子们用它烤了面包。校长说下个月还会带学生来参观。",
    "游客可以在周末看水轮转动，门票收入用来维护水渠。镇里还打算恢复旁边的榨油坊。",
)
TITLE = "石桥镇老磨坊时隔多年重新转动"


def cleaned(paragraphs, title=TITLE, headings=(), kinds=None):
    article = Article(
        id="1",
        url="http://a.example/1",
        site="a",
        title=title,
        paragraphs=list(paragraphs),
        headings=list(headings),
        kinds=list(kinds or []),
    )
    InjectionPipeline.from_context(Context(settings=Settings())).apply(article)
    lines = [edit.as_line("1") for edit in article.trail]
    assert restore(article.title, article.paragraphs, lines) == (title, list(paragraphs))
    return article


def test_a_page_that_carries_everything_at_once_comes_out_perfect():
    """Keyword before every paragraph and the title, brand lines, keyword lines, the title again, a suffix."""
    word, brand = "q3-z月光橙汁", "山谷果园·(东区)官方主页"
    dirty = [word, word]
    for number, text in enumerate(BODY):
        dirty += [f"{word}?{text}", *([brand] if number % 2 else [])]
    dirty[2] += f" {TITLE}"
    dirty[-1] += " ,更多阅读:橙汁铺"

    article = cleaned(dirty, title=f"{word} {TITLE}", headings=[f"{word} {TITLE}", "山谷果园(东区)官方主页"])

    assert (article.title, tuple(article.paragraphs), article.marks) == (TITLE, BODY, [])


@pytest.mark.parametrize("mark", ["?", "？", ":", ",", "，", " ", "_", ""])
def test_a_keyword_that_is_also_a_heading_goes_from_the_paragraphs(mark):
    word = "月光橙汁店"
    article = cleaned([f"{word}{mark}{text}" for text in BODY], headings=[word])

    assert tuple(article.paragraphs) == BODY


@pytest.mark.parametrize(
    "labels",
    [
        ["记者：", "木匠：", "记者：", "木匠：", "记者："],
        ["问:", "答:", "问:", "答:", "问:"],
        ["第一条 ", "第二条 ", "第三条 ", "第四条 ", "第五条 "],
        ["1. ", "2. ", "3. ", "4. ", "5. "],
        ["石桥镇文化站副站长 林某某："] * 3 + ["", ""],
        ["据悉，"] * 5,
        ["磨坊"] * 3 + ["", ""],
        ["我有一个心愿，"] * 5,
        ["发言人："] * 5,
    ],
)
def test_labels_and_numbers_stay(labels):
    dirty = [label + text for label, text in zip(labels, BODY, strict=True)]

    assert cleaned(dirty, headings=["问答", "磨坊"]).trail == []


@pytest.mark.parametrize("unit", ["-", "_", "a_", "石桥|"])
def test_a_title_as_long_as_a_text_is_left_alone_in_linear_time(unit):
    title = unit * 50_000

    assert cleaned(BODY, title=title).title == title
    assert_linear(lambda title: cleaned(BODY, title=title), unit.__mul__, 12_500)


def test_a_refrain_a_chant_and_equal_captions_stay():
    refrain = "转吧转吧老水轮"
    song = [line for text in BODY for line in (*text.rstrip("。").split("。"), refrain)]
    captions = [line for text in BODY for line in (text, "老磨坊的水轮")]

    assert cleaned(song, title=refrain, headings=[refrain]).trail == []
    assert cleaned(captions, headings=["老磨坊的水轮"]).trail == []


def test_glosses_go_where_they_are_dense_and_stay_where_they_help():
    assert (
        tuple(cleaned([text.replace("磨", "磨(mò)").replace("水", "水（shuǐ）") for text in BODY]).paragraphs) == BODY
    )
    assert tuple(cleaned([text.replace("的", "的(de)") for text in BODY]).paragraphs) == BODY
    assert cleaned([BODY[0].replace("镇", "镇(zhèn)"), *BODY[1:]]).trail == []


def test_strewn_pictographs_go_and_sparse_ones_stay():
    strewn = [text.replace("，", "🧭，").replace("磨坊", "磨🫑坊") for text in BODY]

    assert tuple(cleaned(strewn).paragraphs) == BODY
    assert cleaned([*BODY[:4], "网友留言：“太好了😀😀”。"]).trail == []


def test_a_brand_between_symbols_and_symbol_lines_go():
    assert tuple(cleaned(["🎈🧭🟠", "🅰橙汁888🆎", *BODY]).paragraphs) == BODY


# --- among other pages ---------------------------------------------------------------------------------------------


def articles_of(site, change, day="2025-03-01"):
    chosen = [one for one in originals().values() if one.language == "zh-Hans"]
    return [
        Article(
            id=f"{site}/{one.slug}",
            url=f"http://{site}.example/{one.slug}",
            site=site,
            title=one.title,
            paragraphs=[change(text) for text in one.paragraphs],
            fetched=f"{day}T08:00:00Z",
        )
        for one in chosen
    ]


def passed(articles, ledger=None, **settings):
    stage = InjectionPipeline.from_context(Context(settings=Settings(settings), ledger=ledger))
    stage.observe(sorted(articles, key=lambda article: article.url))
    for article in sorted(articles, key=lambda article: article.url):
        stage.apply(article)
    return {article.id: (article.title, tuple(article.paragraphs)) for article in articles}


def with_keyword(text):
    places = [at for at in range(1, len(text)) if all("\u4e00" <= char <= "\u9fff" for char in text[at - 1 : at + 1])]
    for at in sorted(random.Random(text).sample(places, 2), reverse=True):
        text = text[:at] + "橙汁王" + text[at:]
    return text


def test_the_order_of_the_pages_changes_no_article():
    first = passed(articles_of("a", with_keyword))
    shuffled = articles_of("a", with_keyword)
    random.Random(7).shuffle(shuffled)

    assert passed(shuffled) == first == passed(articles_of("a", lambda text: text))


def test_what_was_learned_is_known_in_the_next_run(ledger):
    clean = passed(articles_of("a", lambda text: text))
    passed(articles_of("a", with_keyword), ledger)
    ledger.commit()
    alone = articles_of("a", with_keyword, "2025-04-01")[:1]

    assert passed(alone, ledger) == {alone[0].id: clean[alone[0].id]}


def test_learning_can_be_turned_off():
    stage = InjectionPipeline.from_context(Context(settings=Settings({"INJECTION_LEARN": False})))
    stage.observe(articles_of("a", with_keyword))

    assert stage.habits.pages == 0


def test_another_mirror_is_a_witness(ledger):
    passed(articles_of("a", lambda text: text), ledger)
    ledger.commit()
    dirty = articles_of("b", lambda text: text)[:1]
    second = dirty[0].paragraphs[1]
    dirty[0].paragraphs[1] = f"其实，{second}"

    assert passed(dirty, ledger)[dirty[0].id][1][1] == second
    assert dirty[0].trail[-1].reason == "unwitnessed"


@pytest.mark.parametrize(
    "behind",
    [" ,更多推荐:橙汁铺 ,热门内容:山谷果园", ' ,更多推荐:橙汁铺4 u% _) ?5 S" x7 Z&'],
    ids=["another suffix", "junk of a forum"],
)
def test_a_suffix_goes_though_something_hangs_behind_it(behind):
    assert tuple(cleaned([*BODY[:-1], BODY[-1] + behind]).paragraphs) == BODY
