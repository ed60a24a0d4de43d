"""Two texts compared: what is covered, where, and what raises doubt."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.text.deduplication.copies import REGIONS, compare
from pipelines.text.deduplication.fingerprint import fingerprint
from pipelines.text.deduplication.groups import is_copy, is_hint
from tests.text.stories import paragraphs, spun, story


def compared(one, other):
    return compare(fingerprint(one), fingerprint(other))


def test_a_text_covers_itself_without_doubt():
    pair = compared(story(1), story(1))

    assert (pair.covered, pair.covers, pair.doubt, pair.conflicting) == (1, 1, 0, 0)
    assert pair.region.bit_count() == REGIONS


def test_two_stories_have_nothing_in_common():
    assert all(compared(story(seed), story(seed + 100)) is None for seed in range(20))


def test_a_part_is_covered_whole_and_covers_its_place():
    pair = compared("\n".join(paragraphs(1, 40)[5:]), story(1, 40))

    assert pair.covered > 0.97
    assert 0.4 < pair.covers < 0.6
    assert pair.other_region >> REGIONS // 2 == (1 << REGIONS // 2) - 1
    assert pair.other_region & ((1 << REGIONS // 3) - 1) == 0


def test_spun_words_leave_holes_that_stay_covered():
    pair = compared(spun(story(1, 40), 1, 0.12), story(1, 40))

    assert min(pair.covered, pair.covers) > 0.8
    assert pair.doubt < 1


def test_a_form_with_other_names_of_other_lengths_raises_doubt():
    def report(name, place, day):
        return "\n".join(
            f"据{place}渡口管理所通报，{name}于{day}日上午登船检查救生设备，并听取了第{day + n}号渡船的汇报。{name}指出，"
            f"要把安全放在首位，{place}渡口全体船工要再接再厉。随后，{name}看望了值班的船工，同大家一起吃了午饭。"
            for n in range(5)
        )

    pair = compared(report("周小河", "石桥", 3), report("欧阳长风主任一行", "白沙港新建", 17))

    assert pair is None or pair.doubt > 1


def test_the_same_text_with_most_numbers_changed_is_another_story():
    def prices(first):
        return "".join(
            f"今日码头鲜鱼每斤{first + n}元，青虾每斤{first + 2 * n}元，河蟹每只{first + 3 * n}元。" for n in range(12)
        )

    assert compared(prices(10), prices(47)).doubt > 1.5


RATES = (
    "青川货币交易所公布，2026年11月{}日各币汇率中间价为：1元对白沙币{}.{}，1元对南坡币{}.{}，100松岭币对元{}.{}，"
    "1长风币对元0.{}，10云村币对元{}，即日起执行。"
)
FORECAST = "柳河气象站{}日早晨预报，今天{}转{}，{}风{}级，最高{}度，最低{}度，相对湿度{}%；明天{}，气温{}到{}度，渡口清晨能见度{}米，请减速慢行。"
TREMOR = (
    "A tremor of magnitude {}.{} was felt {} kilometres {} of Stonebridge at {}:{}, the observatory said. It was {} "
    "kilometres deep, and nobody came to harm."
)


def filled(form, seed):
    """Fill a form with numbers, and where a sky or a direction is wanted with one of four."""
    dice = random.Random(seed)
    words = ["晴", "多云", "小雨", "阴"] if form == FORECAST else ["north", "south", "east", "west"]
    at = {FORECAST: (1, 2, 3, 8), TREMOR: (3,)}.get(form, ())
    slots = form.count("{}")
    return form.format(*(dice.choice(words) if n in at else dice.randint(10, 97) for n in range(slots)))


@pytest.mark.parametrize("form", [RATES, FORECAST, TREMOR], ids=["rates", "forecast", "tremor"])
def test_a_short_report_full_of_numbers_is_another_one_where_they_differ(form):
    prints = [fingerprint(filled(form, seed)) for seed in range(30)]
    pairs = [compare(one, other) for one, other in combinations(prints, 2)]

    assert not [pair for pair in pairs if pair and is_copy(pair)]


@pytest.mark.parametrize("form", [RATES, FORECAST, TREMOR], ids=["rates", "forecast", "tremor"])
def test_a_copy_of_a_short_report_full_of_numbers_is_one(form):
    lead = "One for our readers, who asked for it. " if form == TREMOR else "请看本站为读者转来的消息，全文如下。"

    assert all(is_copy(compared(filled(form, seed), lead + filled(form, seed))) for seed in range(30))


KITCHEN = (
    "Good morning from the galley, where the range is lit, the cat is asleep on the flour and there is a stool for anyone. {} "
    "That is all from the galley. Bring back your jars, mind the step, and tell me what you cooked: a card will do."
)
KITCHENS = (
    (
        "Today the mackerel came in stiff and blue, and I did what my aunt did, which is to say very little: salt, a hot pan, "
        "a squeeze of something sour. She held that a fish has done its share by the time it is caught."
    ),
    (
        "I have been asked about dumplings. They want a light hand and a lid that nobody lifts, and there lies the trouble, for "
        "I have three brothers and each of them is a lifter of lids. Eat those that sank first and say nothing."
    ),
)
RULING = (
    "渡口镇人民法庭{}日公开审理一起相邻纠纷案。{}经调解，双方当场握手言和，并签下保证书，约定今后有事先敲门、后说话。"
    "法庭认为，邻里之间应当互谅互让，给对方造成妨碍的，应当停止侵害、排除妨碍。法官提醒，远亲不如近邻，遇事多想一步。"
)
RULINGS = (
    (12, "原告把柴垛码到了被告的窗下，被告的灶房一个月没见过太阳。"),
    (26, "被告养了四十只鹅，天不亮就沿着原告门前的石阶下河，原告为此三次搬家又三次搬回。"),
)
VACANCY = (
    "The Stonebridge ferry is looking for {} to join the crew of nine that works the crossing all the year round. You will "
    "{} Experience is welcome, but patience is worth more; all training is given on board. We pay a fair wage every Friday, "
    "we provide oilskins and a hot dinner, and nobody is asked to work on the night of the lantern fair."
)
VACANCIES = (
    ("a stoker", "feed the boiler, rake the ash, grease what turns and keep a log of the coal in a clear hand."),
    ("a cabin steward", "sell the tickets, carry prams and cellos, brew tea in any weather and be civil to geese."),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        [KITCHEN.format(text) for text in KITCHENS],
        [RULING.format(*words) for words in RULINGS],
        [VACANCY.format(*words) for words in VACANCIES],
    ],
    ids=["column", "ruling", "vacancy"],
)
def test_a_form_that_was_filled_in_anew_is_another_text_and_its_copies_are_copies(one, other):
    lines = [clause for clause in one.replace("。", "。|").replace(". ", ". |").split("|") if clause]
    framed = "\n".join(
        f"{line}\n{'蓝帆船资讯每天更新' if '。' in one else 'Blue Sail, news every day'}" for line in lines
    )

    assert not is_copy(compared(one, other))
    assert is_copy(compared(one, framed))
    assert is_copy(compared(one, "".join(lines[:-1])))
    assert is_copy(compared(one, "".join(lines[1:] + lines[:1])))


NOTICE = (
    "{}：本庭已收到{}请求你归还{}一案的诉状，因你的住处无人应门，现在此告知。请自见报之日起二十日内到{}渡口法庭领取副本，"
    "逾期视为送达。"
)
NOTICES = [
    ("石大河", "柳小满", "渔网两张", "白沙"),
    ("江长贵", "何秋菊", "耕牛一头", "松岭"),
    ("陶水生", "鲁桂香", "门板三块", "云村"),
]
LOST = (
    "The harbour office asks for news of {}, who was last seen {} on Friday. {} and answers to a whistle. Please do not run after it, "
    "but ring the bell at the office, by day or by night, or leave word with the ferryman, who will know what to do."
)
LOSTS = [
    ("a grey parrot", "on the mast of the pilot boat", "He is lame in one foot"),
    ("an old beagle", "asleep under the net lofts", "She has one torn ear only"),
]
DISH = (
    "这道{0}做起来不难，一个人在船上也能做。先把{0}洗净，{1}，放在竹匾里晾半个时辰。锅里下一勺猪油，油热了放姜片和葱白，"
    "炒出香味再下{0}，大火翻十几下，沿着锅边淋半碗黄酒，盖上锅盖焖到汤汁发稠。出锅前撒一把{2}，尝一尝咸淡。"
    "船上的人都说，{0}要趁热吃，凉了再热就不是那个味道了。"
)
DISHES = [("河蚌", "去壳切成大片", "蒜苗"), ("鲜笋", "斜着切成薄块", "紫苏"), ("芋艿", "对半切开泡水", "香菜")]


@pytest.mark.parametrize(
    ("form", "words"), [(NOTICE, NOTICES), (LOST, LOSTS), (DISH, DISHES)], ids=["notice", "lost", "dish"]
)
def test_a_short_text_that_differs_in_two_names_alone_is_another_and_its_copies_are_copies(form, words):
    texts = [form.format(*some) for some in words]
    line = "蓝帆船资讯每天更新消息" if "。" in form else "Blue Sail, the news of every single day."

    assert not [pair for pair in combinations(texts, 2) if is_copy(compared(*pair))]
    for text in texts:
        stop = "。" if "。" in form else ". "
        assert is_copy(compared(text, text.replace(stop, stop + line + stop)))
        assert is_copy(compared(text, line + text + line))
        assert is_copy(compared(text, text[: len(text) * 3 // 4]))


def test_two_texts_above_one_long_end_are_no_copies_but_share_it():
    one, other, end = story(1, 20), story(2, 20), story(3, 24)
    pair = compared(f"{one}\n{end}", f"{other}\n{end}")

    assert min(pair.covered, pair.covers) > 0.42
    assert not is_copy(pair)
    assert is_hint(pair)
    assert is_copy(compared(f"{one}\n{end}", f"{other[: len(other) // 4]}\n{one}\n{end}"))
    assert is_copy(compared(f"{one}\n{end}", f"{other[: len(other) // 8]}\n{one[len(one) // 4 :]}\n{end}"))


@settings(max_examples=40)
@given(st.integers(0, 50), st.integers(0, 50), st.floats(0, 0.3), st.integers(0, 5))
def test_which_text_comes_first_makes_no_difference(seed, other, share, cut):
    one = fingerprint(story(seed, 20))
    two = fingerprint(spun("\n".join(paragraphs(seed, 20)[cut:] + paragraphs(other, 8)), other, share))
    forth, back = compare(one, two), compare(two, one)

    assert (forth is None and back is None) or forth == back.turned()


@pytest.mark.parametrize("text", ["", "河", "ab", "河边" * 500, "1" * 3000, "字" * 3])
def test_odd_texts_can_be_compared(text):
    print_ = fingerprint(text)

    assert compare(print_, fingerprint(story(1))) is None
    assert compare(print_, print_) is None or compare(print_, print_).covered > 0.9


def test_texts_of_very_different_length_can_be_compared():
    long = "\n".join(story(seed, 200) for seed in range(12))

    pair = compared(story(3, 200), long)
    assert pair.covered > 0.9
    assert pair.covers < 0.2
