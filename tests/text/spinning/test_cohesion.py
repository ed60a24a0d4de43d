"""Pages of one article, of many, and of two that take turns."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.demo.articles import originals
from crawler.demo.mirrors.morning import stitched, stitched_title
from pipelines.text.spinning.cohesion import is_chinese, is_round_up, judge_cohesion
from pipelines.text.spinning.terms import likeness

ENGLISH_POOL = ("ferry", "seed-bank", "night-bus", "robotics", "peat", "lighthouse", "choir", "clock")


def test_a_chinese_page_from_a_paragraph_pool_is_stitched():
    judged = judge_cohesion(stitched_title(), stitched())

    assert judged is not None
    assert judged[0] == "stitched"


def test_an_english_page_from_a_paragraph_pool_is_stitched():
    pool = [originals()[slug].paragraphs[2] for slug in ENGLISH_POOL]

    assert judge_cohesion("Last Keeper of Skerry Light Hands Over the Keys", pool)[0] == "stitched"


@pytest.mark.parametrize("one", originals().values(), ids=lambda one: one.slug)
def test_an_article_hangs_together(one):
    assert judge_cohesion(one.title, one.paragraphs) is None


@pytest.mark.parametrize("one", originals().values(), ids=lambda one: one.slug)
def test_an_article_that_stands_twice_on_its_page_is_not_of_two(one):
    paragraphs = one.paragraphs[: len(one.paragraphs) // 2 * 2]

    assert judge_cohesion(one.title, paragraphs * 2) is None


@pytest.mark.parametrize("slug", ["spring-tea", "old-well"])
def test_an_article_whose_characters_are_spaced_out_hangs_together(slug):
    one = originals()[slug]

    assert judge_cohesion(one.title, [" ".join(paragraph) for paragraph in one.paragraphs]) is None
    assert judge_cohesion(stitched_title(), [" ".join(paragraph) for paragraph in stitched()])[0] == "stitched"


def test_a_numbered_round_up_is_not_stitched():
    assert judge_cohesion("一周", [f"{number}、{text}" for number, text in enumerate(stitched(), 1)]) is None


@pytest.mark.parametrize(
    "title", ["江湾早班车", "本周要闻", "国内快讯", "News in brief", "The week in pictures", "十大新闻"]
)
def test_a_page_that_calls_itself_a_round_up_is_not_stitched(title):
    assert judge_cohesion(title, stitched()) is None


@pytest.mark.parametrize(("host", "guest"), [("bakery", "ferry"), ("spring-tea", "old-well")])
def test_the_end_of_an_article_that_belongs_to_another_is_doubted(host, guest):
    article, other = originals()[host], originals()[guest]
    judged = judge_cohesion(article.title, (*article.paragraphs, *other.paragraphs[:2]))

    assert judged is not None
    assert (judged[0], judged[1].reason) == ("suspect", "foreign_tail")


def test_classical_prose_whose_words_are_of_one_character_is_not_stitched():
    essay = [
        "灯之为物也，昼藏而夜用，其光不逾一室，而渔者望之如星。昔有老父守之三十年，人问其故，曰：吾惧夜行者之无归也。其后海口筑高台，易油以电，光及数十里，而老父已殁。乡人过其故居，犹见石阶之上油痕斑斑，莫不太息焉。",
        "茶生于高山云雾之间，其叶小而味厚者为上。春分采之，焙以微火，藏之瓦罐，经年而不变。世之贵早芽者，未必知茶也。城中有斗茗之会，各挟所藏而至，瀹以山泉，观其色，嗅其香，而后品第之。胜者不过得一木牌耳，而人争之若此，其好之笃可见矣。",
        "鹤性孤洁，不与鸡鹜争食。或曰其寿千岁，未之信也。然观其立于浅水，终日不动，则知静者之能久矣。里中儿以丸击之，折其一足，邻媪裹以布帛，饲以小鱼，逾月而能飞。明年春复来，绕屋三匝乃去，媪为之泣下。",
        "琴有七弦，而善听者得之于弦外。古之师者授其法而不授其意，曰：意者，汝自有之，吾何以与汝乎？有学三年而未得者，弃之而归，夜宿山寺，闻松涛与檐铃相答，忽有所悟，遂返而卒业，其名反出同门之上。",
        "舟之行也，顺风则疾，逆风则止，而操之者不可以无恒。吾尝渡大湖，遇暴雨，舟人不惧，曰：水之性，吾知之久矣。及岸，客解囊谢之，舟人笑而不受，但乞其伞，曰：明日载他客，恐其无以蔽雨也。其厚如此，而里人莫之知。",
        "砚不必佳石，能发墨者皆可用也。藏砚百方而终岁不书一字者，砚之囚徒也，非其主人。岂独砚哉，书亦如之。余幼时家贫，折荷梗蘸水，书于青石之上，日晒则没，没而复书，久之指端生茧。今案头之物稍备，而字反不若昔日之勤，可愧也。",
    ]

    assert judge_cohesion("杂物小记", essay) is None


def test_a_live_blog_is_not_stitched():
    assert judge_cohesion("台风登陆", [f"1{number}:05 {text}" for number, text in enumerate(stitched())]) is None


def test_few_paragraphs_are_not_judged():
    assert judge_cohesion(stitched_title(), stitched()[:5]) is None


def test_short_lines_are_no_evidence():
    assert (
        judge_cohesion("诗", ["山高月小。", "水落石出。", "江流有声。", "断岸千尺。", "风起了。", "雨停了。"]) is None
    )


def test_two_articles_that_take_turns_are_interleaved_and_one_behind_the_other_stitched():
    lake = [
        f"鹤鸣湖的湖长制推行第{number}年，鹤鸣湖水质监测断面达到二类标准，巡湖员老邢说湖里的银鱼又回来了。"
        for number in "一二三四五"
    ]
    chess = [
        f"少年棋手邵弈在第{number}轮执黑险胜，邵弈赛后复盘时承认中盘的飞攻过于冒险，教练组对布局表示满意。"
        for number in "一二三四五"
    ]

    mixed = list(chain.from_iterable(zip(lake, chess, strict=True)))

    assert judge_cohesion("鹤鸣湖的湖长制", mixed)[0] == "interleaved"
    behind = judge_cohesion("鹤鸣湖的湖长制", lake + chess)
    assert (behind[0], behind[1].reason) == ("stitched", "two_articles")
    spoken = [f"{('湖长', '棋手')[number % 2]}：{text}" for number, text in enumerate(mixed)]
    assert judge_cohesion("鹤鸣湖的湖长制", spoken) is None
    spoken = [f"{speaker}：{text}" for speaker, part in (("湖长", lake), ("棋手", chess)) for text in part]
    assert judge_cohesion("鹤鸣湖的湖长制", spoken) is None


@pytest.mark.parametrize(
    "sample",
    ["これはひらがなの文章です。とても長い。", "Это русский текст о погоде.", "어제 국회는 본회의를 열었다.", ""],
)
def test_other_languages_are_not_judged(sample):
    assert is_chinese([sample]) is None


def test_a_title_is_searched_for_whole_words():
    assert not is_round_up("Deliverance", [])
    assert is_round_up("Storm: live", [])


def test_paragraphs_are_as_like_one_way_as_the_other():
    terms = [(frozenset("abc"), frozenset()), (frozenset("abd"), frozenset()), (frozenset("x"), frozenset())]

    shared = likeness(terms, chance=1000)

    assert shared.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


@given(st.text(max_size=50), st.lists(st.text(max_size=120), max_size=12))
def test_any_page_is_judged_without_an_error(title, paragraphs):
    judge_cohesion(title, paragraphs)


FEATURE = (
    "修钟的人住在塔的第三层，楼梯窄得只能侧着身子上去，送饭的篮子是用绳子吊的，一天两次，逢雨天改成一次。",
    "学徒来的第一年只做一件事：擦齿轮。擦到能照见自己的眉毛，才准许碰那把从德国带回来的小锤，碰完还要放回绒布上。",
    "镇上的人不看手机，看影子。影子落到药铺的台阶上，就该回家做饭了；落到第二级，汤已经凉了，孩子也吃过了零食。",
    "去年冬天冷得厉害，指针冻在七点一刻，整整一个星期，学校里天天有人迟到，没有一个挨骂，校长自己也迟到了两回。",
    "他不收钱，收故事。谁上来都得讲一个，讲得不好听，下去的时候要自己数台阶，数错了再上来一趟，重讲一个新的。",
    "如今本子记满了四本，最短的一篇只有六个字，是一位老太太讲的，讲完她合上提包，扶着墙，慢慢回家去了。",
)
FEATURE_EN = (
    "The mender lives on the third floor of the tower, where the stairs are so narrow that supper comes up in a basket on a rope.",
    "An apprentice spends the first year wiping brass. Only when he can see his own eyebrows may he touch the little German hammer.",
    "Nobody in the square looks at a phone. When the shadow reaches the chemist's step it is time to cook; at the second, the soup is cold.",
    "Last January the hands froze at a quarter past seven for a week, and every child was late for school, and no child was scolded.",
    "He takes no money. He takes stories, one for each visit, and whoever tells a dull one has to count the steps on the way down.",
    "Four notebooks are full by now. The shortest entry has six words; an old woman said them, closed her bag and went home.",
    "The council has offered him an electric motor twice. He has thanked them twice, and put the letters under a short table leg.",
    "On clear evenings a lamp burns up there until ten, and people who cannot sleep say that it is company enough.",
    "His sister writes from the coast that he should come down before the winter, and he answers with a drawing of the weights.",
)


@pytest.mark.parametrize(("title", "feature"), [("塔上的修钟人", FEATURE), ("The man who mends the hour", FEATURE_EN)])
def test_a_feature_whose_short_paragraphs_repeat_nothing_is_not_stitched(title, feature):
    assert judge_cohesion(title, feature) is None


def test_short_paragraphs_that_other_pages_have_must_hang_together_as_long_ones_do():
    judged = judge_cohesion("The man who mends the hour", FEATURE_EN, shared=True)

    assert judged is not None
    assert judged[0] == "stitched"


def test_where_there_are_many_of_them_they_must_as_well():
    others = (
        "Rubber closed at 1.58 a kilo in the southern port on Tuesday, while pepper lost a tenth of what it had won in May.",
        "Eleven barn owls hatched below the granary roof, said the ornithologists, who had counted them through a telescope.",
        "Passengers for the northern branch change at Elmford until Sunday, since the points there are being renewed by crane.",
        "The novel begins with a duel between two bakers, and its publisher calls it the funniest since the year of the comet.",
    )
    judged = judge_cohesion("The man who mends the hour", (*FEATURE_EN, *others))

    assert judged is not None
    assert judged[0] == "stitched"
