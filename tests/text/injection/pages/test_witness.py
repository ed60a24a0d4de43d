"""Other mirrors as witnesses: what only one of them has was put in."""

import pytest

from pipelines.text.injection import Page
from pipelines.text.injection.pages.sentences import fingerprint, sentences_of
from pipelines.text.injection.pages.witness import find_unwitnessed

STORY = (
    "石桥镇的老磨坊今年春天重新转动，镇上的木匠花了四个月修好了水轮。",
    "磨坊建于一百多年前，曾经为附近六个村子磨面。后来电机取代了水轮，这里就关了门。",
    "志愿者把拆下来的零件一件件编号，冬天在仓库里打磨。",
    "第一袋面粉送给了镇上的小学，孩子们用它烤了面包。",
    "游客可以在周末看水轮转动，门票收入用来维护水渠。",
)

MORE = (
    "村里的老人常来这里坐坐，给孩子们讲从前的故事。",
    "屋后的小河里又有了鱼，岸边新种了三排柳树。",
    "镇上的面包店也换了招牌，每天清早都有人排队。",
)


def asked(paragraphs, sites=1):
    known = {fingerprint(sentence.letters) for sentence in sentences_of(Page("", paragraphs))}
    return lambda fingerprints: [sites * (one in known) for one in fingerprints]


def cleaned(paragraphs, ask):
    texts = list(paragraphs)
    for find in sorted(find_unwitnessed(Page("", paragraphs), ask), key=lambda find: -find.start):
        if not find.doubtful:
            texts[find.paragraph] = texts[find.paragraph][: find.start] + texts[find.paragraph][find.end :]
    return tuple(texts)


def dirty(old, new):
    return tuple(text.replace(old, new) for text in STORY)


def test_what_other_mirrors_lack_goes_wherever_it_stands():
    for old, new in (
        ("拆下来", "拆月光橙汁下来"),  # inside a word
        ("，孩子们", "，橙汁王，孩子们"),  # between commas
        ("面包。", "面包，橙汁王。"),  # before a full stop
        ("游客可以", "其实,游客可以"),  # a connective in front
        ("志愿者", "橙汁888志愿者"),  # a brand in front
        ("转动，门票", "转动橙汁体育_橙汁中国，门票"),  # a brand before a comma
    ):
        assert cleaned(dirty(old, new), asked(STORY, sites=2)) == STORY, new


def test_brackets_around_what_other_mirrors_lack_go_with_it():
    for old, new in (
        ("游客可以", "【橙汁体育平台】游客可以"),
        ("志愿者", "[橙汁888app] 志愿者"),
        ("的水轮", "的（橙汁王体育）水轮"),
        ("石桥镇的", "【橙汁王】石桥镇的"),
    ):
        assert cleaned(dirty(old, new), asked(STORY, sites=2)) == STORY, new


def test_a_bracket_that_opens_the_text_stays_with_what_it_closes():
    page = tuple(text.replace("第一袋面粉", "“第一袋”面粉") for text in STORY)

    assert cleaned([text.replace("“第一袋", "橙汁王“第一袋") for text in page], asked(STORY, sites=2)) == page


def test_one_other_mirror_is_enough_where_a_word_is_split_or_a_connective_stands_in_front():
    for old, new in (("孩子", "孩月光橙汁子"), ("游客可以", "其实,游客可以")):
        assert cleaned(dirty(old, new), asked(STORY)) == STORY, new


def test_a_clause_that_one_other_mirror_lacks_may_have_been_dropped_there():
    page = dirty("，孩子们", "，那天下着小雨，孩子们")
    finds = find_unwitnessed(Page("", page), asked(STORY))

    assert [(find.paragraph, find.doubtful) for find in finds] == [(3, True)]


def test_a_keyword_that_recurs_is_taken_out_of_every_sentence():
    page = tuple(text.replace("水轮", "水橙汁王轮") for text in STORY)

    assert cleaned(page, asked(STORY, sites=2)) == STORY


def test_one_other_mirror_is_enough_where_a_keyword_that_recurs_splits_words():
    split = {"老磨坊": "老橙汁王磨坊", "电机": "电橙汁王机", "仓库": "仓橙汁王库", "面包": "面橙汁王包"}
    page = original = (*STORY, *MORE)
    for whole, parted in split.items():
        page = tuple(text.replace(whole, parted) for text in page)

    assert cleaned(page, asked(original)) == original


@pytest.mark.parametrize("left_out", ["没有", "周小川", "周小川馆长"])
def test_words_that_one_other_mirror_leaves_out_everywhere_stay_in_the_original(left_out):
    page = (
        f"石桥镇的老磨坊今年春天{left_out}重新转动，镇上的木匠花了四个月修好了水轮。",
        f"磨坊建于一百多年前，曾经为附近六个村子磨面。后来{left_out}用电机取代水轮，这里就关了门。",
        f"志愿者和{left_out}把拆下来的零件一件件编号，冬天在仓库里打磨。",
        "第一袋面粉送给了镇上的小学，孩子们用它烤了面包。",
        f"游客可以在周末看水轮转动，{left_out}说门票收入用来维护水渠。",
        *MORE,
    )
    shorter = tuple(text.replace(left_out, "") for text in page)
    finds = find_unwitnessed(Page("", page), asked(shorter))

    assert finds
    assert all(find.doubtful for find in finds)


def test_without_a_copy_elsewhere_nothing_is_said():
    page = dirty("拆下来", "拆月光橙汁下来")

    assert find_unwitnessed(page=Page("", page), ask=asked(("别处的一句话谁也不认识，所以什么也不说。",))) == []


def test_a_longer_version_keeps_what_is_new_and_is_only_doubted():
    added = "镇长在仪式上说，明年还要修好上游的水坝。他还希望离开的年轻人都能回来。"
    page = (*STORY[:2], added, *STORY[2:])
    finds = find_unwitnessed(Page("", page), asked(STORY, sites=2))

    assert [(find.paragraph, find.doubtful) for find in finds] == [(2, True)]
    assert find_unwitnessed(Page("", page), asked(STORY, sites=1)) == []


def test_mirrors_in_the_other_script_are_witnesses():
    traditional = tuple(text.translate(str.maketrans("桥转动镇个轮门", "橋轉動鎮個輪門")) for text in STORY)
    spoilt = tuple(text.replace("孩子們", "孩子们").replace("，镇上", "，橙汁王，镇上") for text in STORY)

    assert cleaned(spoilt, asked(traditional, sites=2)) == STORY
