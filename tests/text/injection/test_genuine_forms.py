"""Tests: what has the form of an injection and is the author's own — refrains, emoji of a story, lessons."""

import pytest

from pipelines.text.injection.adverts.english import find_english_adverts
from pipelines.text.injection.affixes.prefixes import find_prefixes
from pipelines.text.injection.affixes.refrains import is_clause
from pipelines.text.injection.noise.glosses import find_glosses
from pipelines.text.injection.noise.pictographs import find_pictographs
from pipelines.text.injection.paragraphs.headlines import find_headlines
from pipelines.text.injection.titles.keywords import find_titles

ENGLISH = (
    "the ovens were cold and the bakers were asleep, and nobody had written down the recipe.",
    "a boy rode a borrowed horse to the mill and forgot what he had come for.",
    "nobody answered the bell, because the bell had been sold to pay for the rope.",
    "the fog left its coat on the harbour wall and went home early.",
)


# --- refrains --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refrain", "title"),
    [
        ("如果河水倒流，", "如果河水倒流"),
        ("还记得吗？", "还记得吗？"),
        ("亲爱的邻居们，", "亲爱的邻居们，请把灯打开"),
        ("北方的冬天，", "“北方的冬天”：朗诵会上的发言"),
        ("青石板路是", "青石板路"),
        ("为什么是石榴树？", "为什么是石榴树"),
        ("Why pomegranates? ", "Why pomegranates?"),
    ],
)
def test_a_refrain_that_the_title_bears_stays(refrain, title, page, story):
    assert find_prefixes(page([story[0], *(refrain + text for text in story[1:])], title=title)) == []


@pytest.mark.parametrize("refrain", ["在南方，", "火车开过，", "三十岁以前，", "春天来了，"])
def test_a_time_or_a_place_with_which_paragraphs_begin_stays(refrain, page, story):
    assert find_prefixes(page([story[0], *(refrain + text for text in story[1:])], title=refrain[:-1])) == []


def test_an_opening_that_is_all_of_the_title_is_doubted(page, story, cleaned):
    texts = [story[0], *("黄土地上，" + text for text in story[1:])]
    [find] = find_prefixes(page(texts, title="黄土地上"))

    assert find.doubtful
    assert cleaned(find_prefixes, page(texts, headings=["黄土地上"]))[1] == story


@pytest.mark.parametrize("refrain", ["In the year of the long rain, ", "Brothers of the net, ", "Somewhere a river "])
def test_an_opening_behind_which_sentences_go_on_in_lower_case_stays(refrain, page):
    assert find_prefixes(page([refrain + text for text in ENGLISH], title=refrain.strip(" ,"))) == []


def test_a_phrase_in_front_of_sentences_that_begin_with_a_capital_goes(page, cleaned):
    texts = tuple(text.capitalize() for text in ENGLISH)

    dirty = page(["Lantern juice outlet, " + text for text in texts], title="Lantern juice outlet")

    assert cleaned(find_prefixes, dirty)[1] == texts


@pytest.mark.parametrize(("text", "clause"), [("不要忘记", True), ("蜂蜜橙汁下载", False), ("Let it be said", True)])
def test_a_clause_has_words_of_grammar_and_a_keyword_has_none(text, clause):
    assert is_clause(text) is clause


# --- emoji -----------------------------------------------------------------------------------------------------

AUCTION = (
    "群主先发了一个🔔，说今晚八点开拍，第一件是自家腌的咸鸭蛋，起价三块。",
    "老秦回了🦆🦆🦆，没有人知道这算不算出价。",
    "“五块🙋”，三楼的李老师抢在前面，后面跟了十七个👏。",
    "最后成交的时候群里刷了满屏🎉，蛋归了一个从来不说话的头像🐢，他只打了两个字：谢谢。",
)
RIDDLES = (
    "第一题是🐯头🐍尾，全场举手。",
    "第二题是画🐍添足，抢答的是一位八十岁的老人。",
    "第三题是对🐂弹琴，第四题是守株待🐇，难度一路下降。",
    "决赛题目是🐉飞凤舞，没有人答对。",
)
VERDICT = (
    "法官举起手机，屏幕上是一个🤝，原告说这就是合同。",
    "被告律师说🤝只代表礼貌，像握手一样，握完了各自回家。",
    "聊天里一共出现了三次🤝和两次🙏，每次都在谈价以后。",
    "判决书写着：本院认为🤝构成承诺。",
)


@pytest.mark.parametrize("texts", [AUCTION, RIDDLES, VERDICT], ids=["auction", "riddles", "verdict"])
def test_emoji_of_which_a_story_tells_stay(texts, page):
    assert find_pictographs(page(texts)) == []


@pytest.mark.parametrize("step", [7, 11, 17])
def test_emoji_strewn_by_chance_go(step, page, story, cleaned):
    signs = "🪁🫑🎈🧭"
    dirty = ["".join(char + signs[at % 4] * (at % step == 3) for at, char in enumerate(text)) for text in story]

    assert cleaned(find_pictographs, page(dirty))[1] == story


# --- lessons ---------------------------------------------------------------------------------------------------


def test_a_lesson_that_glosses_its_lines_wholly_keeps_the_glosses(page):
    lines = [
        "夜校的第三课教问路，请先听一遍录音，再跟着读，读完了同桌互相考一考，错的记在本子上。",
        "车(chē)站(zhàn)在(zài)哪(nǎ)里(lǐ)？",
        "A：在(zài)左(zuǒ)边(biān)。",
        "多(duō)少(shǎo)钱(qián)？",
    ]

    assert find_glosses(page(lines)) == []


def test_a_text_on_how_names_are_read_keeps_its_glosses(page):
    lines = [
        "旅客在车上争了一路：广东番(pān)禺到底怎么读。乘务员拿出地图，一个个念给他们听，念到终点也没有念完。",
        "山东的莘(shēn)县，第一个字容易念成“辛”；安徽的六(lù)安，本地人从来不那样叫，问路的人一开口就露馅。",
        "河南浚(xùn)县的古城墙修好了，讲解员说，每天要纠正三十次读音；重庆涪(fú)陵的榨菜也一样。",
    ]

    assert find_glosses(page(lines)) == []


RARE = (
    "窗口的民警把登记过的名字抄成一张纸条，新来的同事先背纸条，再上岗，背不出来的人要请大家喝一碗绿豆汤。",
    "玹(xuán)是像玉的石头，琎(jìn)也是。瑀(yǔ)、璠(fán)还是，昉(fǎng)是天刚亮，翯(hè)说的是鸟羽洁白。",
)
NAMES = (
    "老报站员留下一本笔记，全是容易念错的地名，她都注了音。",
    "黄陂(pí)、单(shàn)县、涡(guō)阳、蚌(bèng)埠、六(lù)安、铅(yán)山。",
)


@pytest.mark.parametrize("lines", [RARE, NAMES], ids=["rare characters", "names of places"])
def test_a_dense_text_on_what_is_hard_to_read_keeps_its_glosses(lines, page):
    assert find_glosses(page(lines)) == []


def test_glosses_strewn_over_common_characters_go_though_the_text_speaks_of_reading(page, story, cleaned):
    texts = [*story, "讲解员的普通话很好，读音没有一个错的。"]
    strewn = [text.replace("的", "的(dē)").replace("水", "水(shuǐ)").replace("子", "子(zǐ)") for text in texts]

    assert cleaned(find_glosses, page(strewn))[1] == tuple(texts)


# --- paragraphs that say "you" -----------------------------------------------------------------------------------

OWLS = (
    "Martha Holloway turned the key of the tide mill on 4 May 1988 and found eleven owls asleep on the grinding floor.",
    "The council had voted to sell the building to a brewer from Ardmore, who wanted the wheel for a beer garden.",
    "Holloway counted the owls, wrote to the county and slept on the sacks until the answer came in June.",
)


@pytest.mark.parametrize(
    "text",
    [
        "When the bolt drops into its socket you can feel it in the soles, but only if you are standing still.",
        "The stairs are so steep that you carry your cup in your teeth, and the last step tells you the hour.",
        "Look up from the ladder and you will see the nests, tucked under the beams like loaves, if you wait.",
    ],
)
def test_a_description_that_says_you_is_no_advert(text, page):
    assert find_english_adverts(page([*OWLS, text], title="The owls of the tide mill")) == []


# --- titles ------------------------------------------------------------------------------------------------------


def test_a_title_of_fields_that_the_text_never_uses_is_doubted_and_not_emptied(page, story):
    [find] = find_titles(page(story, title="九宫格体育_一号平台_时间都去了哪里"))

    assert find.doubtful


def test_a_keyword_in_the_middle_of_a_title_goes_with_one_of_its_marks(page, story, cleaned):
    dirty = page(story, title="石桥镇老磨坊_月光橙汁_重新转动了", known={"月光橙汁"})

    assert cleaned(find_titles, dirty)[0] == "石桥镇老磨坊_重新转动了"


ROWS = (
    "渡船停开一天。",
    "北桥封闭左侧车道。",
    "学校中午放学。",
    "水位比昨天高三十厘米。",
    "供电所留了四个人。",
    "夜里风向转北。",
)


@pytest.mark.parametrize(
    ("form", "starts"),
    [
        ("月光橙汁?{}", ("07:10 ", "08:25 ", "10:40 ", "11:05 ", "12:30 ", "14:50 ")),
        ("月光橙汁～{}", ("【交通】", "【道路】", "【教育】", "【水情】", "【供电】", "【天气】")),
        ("月光橙汁{}", ("我们不会忘记，",) * 6),
        ("月光橙汁{}", ("谢谢你，邻居。",) * 6),
        ("月光橙汁{}", ("修船铺的老柯说了三遍，",) * 6),
        ("月光橙汁|{}", ("「甲班」", "「乙班」", "「丙班」", "「丁班」", "「戊班」", "「己班」")),
    ],
    ids=["times", "labels in brackets", "a refrain", "an address", "a long beginning", "labels in quotation marks"],
)
def test_what_paragraphs_share_behind_a_keyword_is_theirs(form, starts, page, cleaned):
    told = [start + row for start, row in zip(starts, ROWS, strict=True)]
    dirty = page([form.format(one) for one in told], title="月光橙汁_河边的一天", known={"月光橙汁"})

    assert list(cleaned(find_prefixes, dirty)[1]) == told


@pytest.mark.parametrize("behind", ["官网.", "手机版_", "22」"])
def test_what_belongs_to_a_keyword_goes_with_it(behind, page, story, cleaned):
    dirty = page(
        [f"「月光橙汁{behind}{text}" if "」" in behind else f"月光橙汁{behind}{text}" for text in story],
        known={"月光橙汁"},
    )

    assert list(cleaned(find_prefixes, dirty)[1]) == list(story)


@pytest.mark.parametrize(
    "lines",
    [
        ("昨天王小明🍓", "昨天李小红🍓", "今天赵小刚🍓"),
        ("球队连丢五分惊险过关 热", "歌坛新秀忘词现场沉默 爆", "快递堆成小山无人来取 沸"),
    ],
)
def test_foreign_lines_without_a_number_are_no_list_that_counts_on(page, story, cleaned, lines):
    assert cleaned(find_headlines, page([*story, *lines]))[1] == story
