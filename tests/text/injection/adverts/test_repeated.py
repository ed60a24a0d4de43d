"""Adverts that a site repeats with other keywords in them: found over its pages, as paragraphs or glued to others."""

from dataclasses import replace

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Habits
from pipelines.text.injection.adverts.common_names import find_accounts, find_common_names
from pipelines.text.injection.adverts.repeated import find_repeated_adverts
from pipelines.text.injection.adverts.site_repeated import find_site_repeated
from pipelines.text.injection.evidence.relation import SPEAKS
from pipelines.text.injection.insertions.phrases import find_phrases
from pipelines.text.injection.learning import learn
from tests.growth import assert_linear

ARTICLES = (
    (
        "养蜂人在山谷里摆下六十只蜂箱，等槐花开。他每天清早沿着溪水走一圈，听箱子里的声音，声音发闷就是要分群。",
        "去年雨水多，槐花只开了四天，摇出来的蜜还不够喂蜂。他把两群弱的合成一群，又从邻村借来三只蜂王。",
        "今年花期来得晚，可是一连十二天没有下雨。摇蜜那天，孙子站在一旁，手指蘸了蜜，谁也不许碰他的碗。",
    ),
    (
        "码头的吊车停了半个月，船工们在仓库后面打牌。港务处说齿轮箱里的轴承裂了，备件要从外省运来。",
        "等货的粮船排到了航道口，最早的一艘已经等了九天。船主把铺盖搬上甲板，每天给岸上的人发一次水位。",
        "昨天傍晚，新轴承装好了，吊车转了两圈，汽笛响成一片。第一艘船卸完已经是半夜，没有一个人回家。",
    ),
    (
        "校门口的钟修了三回还是慢，老师们便按它上课。门卫说钟是建校那年挂的，里面的发条和他同岁。",
        "钟表匠爬上梯子看了半天，说摆轮磨短了一截。他回去用黄铜车了一只新的，在火上烤过，再放进油里。",
        "换上新摆轮的早晨，全校提前了七分钟下课。孩子们跑出去又跑回来，不相信地看着那根长针。",
    ),
    (
        "剧团的旧布景堆在祠堂里，画的是海，受潮以后颜色都往下流。管箱子的女人说这样更像真的海。",
        "新戏要一片麦田，团里没有钱，她把海翻过来，在背面用土黄和赭石画了九天，手肘以下都洗不干净。",
        "首演那晚停电，台下打起手电筒照着麦田。演到收割，有人在黑暗里小声说，风好像是咸的。",
    ),
)
ENGLISH = [one for one in originals().values() if one.language == "en"]
NAMES = ("星桥体游", "青禾快贷", "蓝鲸彩坊", "丹枫直播")
SPEAKING = "逛了一天您也乏了吧？来{}坐一坐，新客进门就送{}枚金币。座位不多，晚来的只好等下一轮。"
SILENT = "最近{}上了新花样，头一单立减一半。数量不多，先来的先得，过了今天就没有了。"
STORIES = (
    (
        "The bell-founder melted the cracked bell on a Monday and cast it again on the Thursday, in a pit behind the school.",
        "Four villages had sent their copper pans, and somebody had sent a trombone, which went in whole.",
        "It rings a semitone lower than before. The rooks left the tower for a week and then came back.",
    ),
    (
        "Two divers spent the winter mapping the drowned orchard at the bottom of the reservoir, tree by tree.",
        "Most of the trunks still stand, grey and furred, and one of them keeps a ladder against it.",
        "The map is in the pumping house, where walkers may look at it between April and October.",
    ),
    (
        "The night baker on Salter Street has kept a ledger of the weather since he was an apprentice.",
        "Dough rises slower before snow, he says, and the ledger bears him out on nine nights in ten.",
        "A professor came to photograph the pages and stayed until the first loaves were out.",
    ),
    (
        "Surveyors have moved the county boundary by eleven inches, which puts a henhouse in both counties.",
        "The owner now writes two letters every spring and receives, as a rule, one answer.",
        "Her hens lay on the eastern side, and so far nobody has asked to tax the eggs.",
    ),
)
PHRASES = ("velvet spin lounge", "quick cash cedar", "discount marble shoes", "essay fox helpers")
OFFER = "Take a break before you read on: with {} you start with {} coins and pay nothing until you win. The doors close at midnight."


@pytest.fixture
def site(page):
    """Make the pages of a site from articles and what is put into each, an advert for each place."""

    def make(articles, adverts):
        pages = []
        for article, (place, glued, text) in zip(articles, adverts, strict=True):
            texts = list(article)
            if glued:
                texts[place] += text
            else:
                texts.insert(place, text)
            pages.append(page(texts, title=article[0][:9]))
        return pages

    return make


def left(rule, pages, cleaned):
    """Give the paragraphs of pages as their own habits leave them."""
    habits = learn(pages)
    return [cleaned(rule, replace(one, site=habits))[1] for one in pages]


def test_an_advert_goes_from_every_page_whatever_keyword_and_number_it_has(site, cleaned):
    adverts = [(1, False, SPEAKING.format(name, 6 + 7 * at)) for at, name in enumerate(NAMES)]
    assert left(find_repeated_adverts, site(ARTICLES, adverts), cleaned) == list(ARTICLES)


def test_an_advert_glued_behind_a_paragraph_goes_and_the_paragraph_stays(site, cleaned):
    adverts = [(at % 3, True, SPEAKING.format(name, 18)) for at, name in enumerate(NAMES)]
    assert left(find_repeated_adverts, site(ARTICLES, adverts), cleaned) == list(ARTICLES)


def test_two_pages_of_a_site_are_enough(site, cleaned):
    adverts = [(1, at > 0, SPEAKING.format(name, 18) if at < 2 else "") for at, name in enumerate(NAMES)]
    assert left(find_repeated_adverts, site(ARTICLES, adverts), cleaned) == list(ARTICLES)


def test_english_adverts_go_as_well(site, cleaned):
    adverts = [(1, False, OFFER.format(name, 20 * at + 10)) for at, name in enumerate(PHRASES)]
    assert left(find_repeated_adverts, site(STORIES, adverts), cleaned) == list(STORIES)


def test_an_english_advert_of_one_short_sentence_goes_and_the_paragraph_before_it_stays(site, cleaned):
    text = " Order your {} today and save before the shutters fall."
    adverts = [(at % 3, True, text.format(name)) for at, name in enumerate(PHRASES)]
    assert left(find_repeated_adverts, site(STORIES, adverts), cleaned) == list(STORIES)


def test_a_short_english_note_around_what_the_article_is_about_stays(site):
    note = " You can see {} on the first Sunday of May."
    names = ("the cracked bell", "the drowned orchard", "the night baker", "the henhouse")
    assert not find_site_repeated(site(STORIES, [(2, True, note.format(name)) for name in names]))[0]


def test_an_advert_that_speaks_to_nobody_goes_where_its_keywords_stand_in_others(site, cleaned):
    first = site(ARTICLES, [(1, False, SPEAKING.format(name, 18)) for name in NAMES])
    texts = [[*one.paragraphs[:-1], one.paragraphs[-1] + SILENT.format(NAMES[at - 1])] for at, one in enumerate(first)]
    pages = [replace(one, paragraphs=own) for one, own in zip(first, texts, strict=True)]
    assert left(find_repeated_adverts, pages, cleaned) == list(ARTICLES)


def test_adverts_that_speak_to_nobody_speak_for_each_other_by_their_keywords(site, cleaned):
    texts = (
        "最近{}上了新花样，头一单立减一半，数量不多，过了今天就没有了。",
        "附近的人都夸{}周到，付了钱半个钟头送到门口，坏了包换。",
        "顺便一提，{}的座位又加了两排，老客带新客不用排队。",
    )
    first = site(ARTICLES, [(1, at % 2 > 0, texts[at % 3].format(NAMES[at % 2])) for at in range(4)])
    pages = [
        replace(one, paragraphs=[*one.paragraphs, texts[(at + 1) % 3].format(NAMES[(at + 1) // 2 % 2])])
        for at, one in enumerate(first)
    ]
    assert left(find_repeated_adverts, pages, cleaned) == list(ARTICLES)


def test_adverts_for_the_one_keyword_of_a_site_go(site, cleaned):
    texts = (
        "最近星桥体游上了新花样，头一单立减一半，数量不多，过了今天就没有了。",
        "附近的人都夸星桥体游周到，付了钱半个钟头送到门口，坏了包换。",
        "顺便一提，星桥体游的座位又加了两排，老客带新客不用排队。",
    )
    first = site(ARTICLES, [(1, False, texts[at % 3]) for at in range(4)])
    pages = [
        replace(one, paragraphs=[*one.paragraphs[:2], texts[(at + 1) % 3], *one.paragraphs[2:]])
        for at, one in enumerate(first)
    ]
    habits = learn(pages)
    assert "星桥体游" in habits.keywords
    assert left(find_repeated_adverts, pages, cleaned) == list(ARTICLES)


def test_its_keywords_are_known_on_the_site(site):
    pages = site(ARTICLES, [(1, False, SPEAKING.format(name, 18)) for name in NAMES])
    assert find_site_repeated(pages)[1] == set(NAMES)


def test_a_page_that_comes_later_is_cleaned_by_what_was_learned(page, site, cleaned, story):
    habits = learn(site(ARTICLES, [(1, False, SPEAKING.format(name, 18)) for name in NAMES]))
    known = Habits.of(habits.entries(), habits.pages)
    later = page([story[0] + SPEAKING.format("白塔棋院", 5), *story[1:]], site=known)
    assert cleaned(find_repeated_adverts, later)[1] == story


def test_a_line_without_an_end_keeps_its_words_when_an_advert_ran_into_it(page, site, cleaned, story):
    habits = learn(site(ARTICLES, [(1, False, SPEAKING.format(name, 18)) for name in NAMES]))
    later = page([*story, "水轮的声音" + SPEAKING.format("白塔棋院", 5)], site=habits)
    assert cleaned(find_repeated_adverts, later)[1] == (*story, "水轮的声音")


def test_a_note_around_what_the_article_is_about_stays(site, page):
    note = "您想看看{}吗？展览就在镇上的老仓库里，周一休息，门票两元，老人和孩子不要钱。"
    names = ("六十只蜂箱", "吊车", "摆轮", "旧布景")
    pages = site(ARTICLES, [(3, False, note.format(name)) for name in names])
    assert find_site_repeated(pages) == (frozenset(), frozenset())


def test_a_note_that_says_the_same_on_all_pages_stays(site):
    note = "您的街角有什么故事？写信告诉我们，信箱挂在编辑部门口，每天傍晚有人来取。"
    assert not find_site_repeated(site(ARTICLES, [(3, False, note)] * 4))[0]


def test_what_people_are_quoted_with_stays(site):
    names = ("县长", "老校长", "他的女儿", "养路工")
    text = "{}说，我们要是只等天晴，地就永远种不成，您看看那些等着的人，头发都等白了。"
    assert not find_site_repeated(site(ARTICLES, [(1, False, text.format(name)) for name in names]))[0]


def test_a_report_in_one_form_stays(page):
    towns = ("石桥", "河湾", "东岭", "沙洲")
    text = "您出门请带伞，{}今天白天有阵雨，最高气温{}度，夜里风力增大到四级。"
    pages = [page([text.format(town, at), "明天转晴，早晚较凉。"]) for at, town in enumerate(towns)]
    assert not find_site_repeated(pages)[0]


def test_a_hostile_site_takes_linear_time(page):
    def texts(size):
        return [SPEAKING.format(f"星{at}桥", at) for at in range(size)] + ["您？" * 30 * size]

    def learned_and_applied(texts):
        repeated, _ = find_site_repeated([page(texts), page(texts[1:]), page(texts[2:])])
        find_repeated_adverts(page(texts, site=Habits(repeated=repeated | {"您\x1f？"})))

    assert_linear(learned_and_applied, texts, 250)


def test_two_adverts_for_one_keyword_are_enough_where_each_stands_on_many_pages():
    pair = ("说到这里不得不提绯鹭棋社，到账快，扫码就能领取大礼包。", "想要多懂一点绯鹭棋社的朋友，可以添加客服。")
    rests = ["".join(texts) for texts in ARTICLES]
    adverts = [(text, True) for text in pair]
    assert find_common_names(adverts, rests, (), [3, 3]) == ([0, 1], frozenset({"绯鹭棋社"}))
    assert find_common_names(adverts, rests, (), [3, 2]) == ([], frozenset())


CALLS = {
    "English": "Join forty thousand thrifty shoppers and have the week's bargains sent straight to your inbox.",
    "Indonesian": "Bagi Anda yang ingin mencoba peruntungan, rubahwin menyediakan hadiah anggota baru setiap hari.",
    "Korean": "안전한 놀이터를 원하신다면 여우클럽에서 신규 회원 혜택을 받아 보세요.",
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("glued", [True, False])
def test_a_call_in_the_same_words_amid_unrelated_articles_goes(call, glued, site, cleaned):
    text = f" {call}" if glued else call
    pages = site(STORIES, [(1, glued, text), (1, glued, text), (1, glued, text), (1, False, "The rain held off.")])
    assert left(find_repeated_adverts, pages, cleaned)[:3] == [*STORIES[:3]]


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("Anyone who saw the lorry leave can ring the county desk, day or night, on 0555 014 220.", 1),
        ("Write to us about your own street, and we will send somebody with a notebook round.", 3),
    ],
)
def test_a_box_with_a_telephone_and_a_note_below_the_text_stay(note, place, site):
    assert not find_site_repeated(site(STORIES, [(place, False, note)] * 4))[0]


def test_what_two_articles_say_in_the_same_words_stays(site):
    note = (1, False, CALLS["English"])
    other = (1, False, "Nobody answered the letter.")
    assert not find_site_repeated(site(STORIES, [note, note, other, other]))[0]


def test_accounts_that_several_adverts_name_are_keywords():
    adverts = (
        "Join rubahwin88 and win today.",
        "At rubahwin88 every new member gets 100 coins.",
        "Use code TAKE15 today.",
    )

    assert find_accounts(adverts) == {"rubahwin88"}


def test_phrases_around_what_adverts_name_go_from_sentences(page, cleaned):
    adverts = (
        "Bagi Anda yang ingin mencoba peruntungan, rubahwin88 menyediakan hadiah anggota baru setiap hari.",
        "Dengan bermain bersama rubahwin88, Anda mendapat kemenangan besar dari modal kecil.",
    )
    pages = []
    for at, one in enumerate(ENGLISH[:9]):
        first, second, *rest = one.paragraphs
        if at < 6:
            second += f" {adverts[at % 2]}"
        else:
            first = first.replace(" the ", " daftar rubahwin88 the ", 1)
        pages.append(page([first, second, *rest], title=one.title))
    habits = learn(pages)

    assert "daftar rubahwin88" in habits.phrases
    assert cleaned(find_phrases, replace(pages[6], site=habits))[1][0] == ENGLISH[6].paragraphs[0]


def test_a_page_that_speaks_of_what_adverts_name_keeps_its_words(page):
    text = "The board of rubahwin88 met in March. A list daftar rubahwin88 was read, and nobody clapped."
    habits = Habits(phrases=frozenset({"daftar rubahwin88"}), keywords=frozenset({"rubahwin88"}))

    assert find_phrases(page([text, *STORIES[0]], site=habits)) == []


@pytest.mark.parametrize(
    "call",
    [
        "Nikmati hadiah yang bisa Anda ambil setiap hari.",
        "Cadastre-se e receba o que você merece.",
        "Введите код, и вас ждёт подарок.",
        "신규 회원에게 보너스를 드립니다.",
        "詳しくはこちらをご覧ください。",
    ],
)
def test_what_speaks_to_the_reader_in_other_languages(call):
    assert SPEAKS.search(call)


@pytest.mark.parametrize(
    "text", ["Jembatan itu dibuka Senin pagi.", "O vereador votou contra.", "Мост открыли в пятницу.", "다리가 열렸다."]
)
def test_what_tells_of_something_in_them(text):
    assert not SPEAKS.search(text)


def test_a_caption_that_comes_back_with_its_picture_stays(site):
    caption = "A picture from the archive of the paper shows the old quay on a windy day before the war."
    assert not find_site_repeated(site(STORIES, [(1, False, caption)] * 4))[0]
