"""Keywords that take turns over a site: each on a few pages, at the edges of their paragraphs, lines and titles."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
from pipelines.text.injection.affixes.edge_roots import find_edge_roots
from pipelines.text.injection.affixes.slogans import find_slogans
from pipelines.text.injection.affixes.tails import find_tails
from pipelines.text.injection.affixes.turning_keywords import find_turning_keywords
from pipelines.text.injection.paragraphs.brand_lines import find_lines
from tests.text.injection.sites import as_written, on_site

CHINESE = [one for one in originals().values() if one.language == "zh-Hans"]
ENGLISH = [one for one in originals().values() if one.language == "en"]
KEYWORDS = ("青柠贸易行", "铜猫乐园", "3灯塔影视", "豌豆借条")
BRANDS = ("Plum Otter", "Teacup77", "Velodrome Oak", "QuincePay")


def dirty(articles, keywords, *, title="{0}_{1}", front="{0}，{1}", line="", tail="{1}"):
    """Give pages each of which has one of the keywords in its title, before paragraphs, on a line and behind the last."""
    pages = []
    for number, one in enumerate(articles):
        word = keywords[number % len(keywords)]
        texts = [front.format(word, text, number % 3, "-?|"[at % 3]) for at, text in enumerate(one.paragraphs)]
        texts[-1] = tail.format(word, texts[-1])
        if line:
            texts.insert(2, line.format(word))
        pages.append(Page(title.format(word, one.title), tuple(texts)))
    return pages


@pytest.mark.parametrize("title", ["{0}_{1}", "{0}：{1}", "{1}丨{0}", "{0}{1}", "{1}？{0}", "{1}-{0}"])
@pytest.mark.parametrize("front", ["{0}，{1}", "【{0}】{1}", "{0}{1}", "{0}{3}{1}", "{0} {1}"])
def test_a_keyword_of_three_in_front_of_paragraphs_goes_with_its_marks(title, front):
    assert on_site(dirty(CHINESE, KEYWORDS, title=title, front=front)) == as_written(CHINESE)


@pytest.mark.parametrize("front", ["{0}? {1}", "{0}{3} {1}", "{0} | {1}", "{0} {1}"])
def test_so_does_one_in_english(front):
    assert on_site(dirty(ENGLISH, BRANDS, title="{0}: {1}", front=front)) == as_written(ENGLISH)


@pytest.mark.parametrize("line", ["★{0}★入口在此", "{0}·百年老店", "<<{0}>>", "{0}备用网"])
def test_a_line_of_a_keyword_goes_with_its_slogan(line):
    assert on_site(dirty(CHINESE, KEYWORDS, line=line)) == as_written(CHINESE)


@pytest.mark.parametrize(
    "tail", ["{1}，精彩都在{0}", "{1}——{0}", "{1}（{0}）", "{1}//{0}。", "{1}（本篇由{0}编排）", "{1}{0}"]
)
def test_what_hangs_behind_the_last_sentence_with_a_keyword_goes_whole(tail):
    assert on_site(dirty(CHINESE, KEYWORDS, tail=tail)) == as_written(CHINESE)


@pytest.mark.parametrize("tail", ["{1} Write {0} to 41777", "{1} (a word from {0})", "{1} — {0}"])
def test_so_does_what_hangs_behind_an_english_one(tail):
    pages = dirty(ENGLISH, BRANDS, title="{0}: {1}", front="{0}? {1}", tail=tail)
    assert on_site(pages) == as_written(ENGLISH)


def test_a_slogan_shows_the_keyword_of_a_page_that_has_it_nowhere_else():
    pages = dirty(CHINESE, KEYWORDS, line="{0}备用网")
    last = CHINESE[-1]
    pages[-1] = Page(last.title, (*last.paragraphs[:2], "银杏快递柜备用网", *last.paragraphs[2:]))
    assert on_site(pages)[-1] == (last.title, last.paragraphs)


def test_articles_as_written_have_no_keywords():
    for articles in (CHINESE, ENGLISH):
        assert not find_turning_keywords([Page(one.title, one.paragraphs) for one in articles])


@pytest.mark.parametrize("label", ["读者来信", "记者手记", "专家提醒"])
def test_the_name_of_a_column_is_no_keyword(label):
    pages = [Page(f"{label}丨{one.title}", (label, *one.paragraphs)) for one in CHINESE[:4]]
    pages += [Page(one.title, (f"{label}：{one.paragraphs[0]}", *one.paragraphs[1:])) for one in CHINESE[4:6]]
    pages += [Page(one.title, one.paragraphs) for one in CHINESE[6:]]
    assert not find_turning_keywords(pages)


def test_whom_articles_are_about_is_no_keyword():
    """Two reports on one company begin paragraphs with its name, and their titles have it."""
    pages = [
        Page(
            "河州纸业扭亏",
            ("河州纸业昨天公布了年报。", "河州纸业的工人说，订单多了。", "去年河州纸业裁了三十人，今年又招回二十人。"),
        ),
        Page(
            "河州纸业设奖学金",
            ("河州纸业将资助六名学生。", "河州纸业董事长出席了仪式。", "学生们参观了河州纸业的车间，写了感想。"),
        ),
        *(Page(one.title, one.paragraphs) for one in CHINESE),
    ]
    assert not find_turning_keywords(pages)


def test_a_slogan_is_said_of_two_keywords():
    pages = dirty(CHINESE, KEYWORDS, line="{0}备用网")
    assert "备用网" in find_slogans(pages, frozenset(KEYWORDS))[0]
    assert not find_slogans(pages, frozenset(KEYWORDS[:1]))[0]


def test_a_last_sentence_that_says_more_than_a_keyword_stays(page):
    text = "木匠把最后一块板装上，水轮转了起来。镇上的人说铜猫乐园的孩子们第二天都来看，校长还请木匠去讲了一堂课。"
    assert not find_tails(page([text], known={"铜猫乐园"}))


def test_a_line_without_a_slogan_stays(page):
    assert not find_lines(page(["铜猫乐园 其二", "木匠把最后一块板装上，水轮转了起来。"], known={"铜猫乐园"}))


@pytest.mark.parametrize(
    "text", ["木匠说，最后一块板装上了。他笑了铜猫乐园一下。", "木匠装上最后一块板，他又笑了铜猫乐园"]
)
def test_last_words_that_have_a_keyword_in_them_stay(page, text):
    assert not find_tails(page([text], known={"铜猫乐园"}))


STEMS, ENDINGS = ("青鹭", "柚灯", "石鼓湾"), ("开户", "入口", "app安装", "入口大全", "新版")


def compound(number):
    return STEMS[number % 3] + ENDINGS[number * 7 % 5]


def turning(articles, title, front, tail="{1}", share=1):
    """Give pages whose paragraphs begin with keywords of one stem, each with another ending."""
    pages = []
    for number, one in enumerate(articles):
        words = [compound(number + 3 * at) for at in range(len(one.paragraphs) + 1)]
        texts = [
            front.format(words[at], text, "_丨：-"[at % 4]) if at % share == 0 else text
            for at, text in enumerate(one.paragraphs)
        ]
        texts[-1] = tail.format(words[-2], texts[-1])
        pages.append(Page(title.format(words[-1], one.title), tuple(texts)))
    return pages


@pytest.mark.parametrize("title", ["{0}-{1}", "{1}_{0}"])
@pytest.mark.parametrize("front", ["{0}{2}{1}", "{0}丨{1}", "{0} {1}"])
def test_keywords_of_a_few_stems_and_endings_go_at_all_edges(title, front):
    assert on_site(turning(CHINESE, title, front)) == as_written(CHINESE)


@pytest.mark.parametrize("tail", ["{1}——{0}", "{1}（{0}）", "{1}//{0}。", "{1}{0}"])
def test_so_do_those_behind_the_last_sentence(tail):
    assert on_site(turning(CHINESE, "{0}-{1}", "{0}丨{1}", tail, share=2)) == as_written(CHINESE)


def test_offices_of_several_towns_are_no_keywords():
    offices = ("教育局", "公安局", "商务局")
    pages = [
        Page(
            f"{town}教育局：{one.title}",
            tuple(f"{town}{offices[at % 3]}介绍，{text}" for at, text in enumerate(one.paragraphs)),
        )
        for town, one in zip(("河州市", "临水县", "石桥区") * 3, CHINESE, strict=True)
    ]
    assert not find_edge_roots(pages)[0]


def test_a_person_of_whom_articles_of_a_dirty_site_tell_is_no_keyword():
    told = (
        *("沈禾生指出，水渠要在秋收以前挖通。", "沈禾生总管一早到了村里，挨家问过收成。"),
        *("沈禾生指出，磨坊的账目每月都要贴出来。", "沈禾生总管又去看了新修的木桥。", "沈禾生在会上听完了各家的话。"),
    )
    dirty_pages = turning(CHINESE, "{0}-{1}", "{0}丨{1}", "{1}", share=2)
    pages = [Page(page.title, (*page.paragraphs, *told)) for page in dirty_pages]

    roots, tails = find_edge_roots(pages)

    assert roots
    assert not {root for root in roots if root.startswith("沈")}
    assert "指出" not in tails


def test_the_numbers_of_items_stay_behind_a_keyword():
    items = ("第一样是葱，剪一茬长一茬，冬天搬进屋里也能活。", "第二样是薄荷，要单独种一盆，不然邻居都会被挤走。")
    items = (
        *items,
        "第三样是辣椒，喜肥，每半个月追一次，能结到十月底。",
        "第四样是豌豆苗，一只浅盘就够，七天就能剪一茬。",
    )
    listed = [(one.title, one.paragraphs) for one in CHINESE[1:]]
    listed.append(("阳台上能种的四样菜", tuple(f"{at}. {text}" for at, text in enumerate(items, start=1))))
    pages = [
        Page(f"{word}：{title}", tuple(word + text for text in texts))
        for (title, texts), word in zip(listed, KEYWORDS * 3, strict=False)
    ]
    assert on_site(pages) == listed


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("水渠的门票收入用来修榨油坊，铜猫乐园。", "水渠的门票收入用来修榨油坊。"),
        ("水渠的门票收入用来修榨油坊。铜猫乐园。", "水渠的门票收入用来修榨油坊。"),
    ],
)
def test_the_full_stop_of_the_sentence_stays(text, left, page, cleaned):
    assert cleaned(find_tails, page([text], known={"铜猫乐园"}))[1] == (left,)


def test_the_firm_whose_story_it_is_stays_beside_keywords_that_take_turns():
    others = ENGLISH[1:]
    told = ("said on Monday that its profit had doubled.", "shares rose by seven per cent.", "will pay a dividend.")
    firm = Page("Marlow Dairy profit doubles", tuple(f"Marlow Dairy {text}" for text in told))

    assert on_site([*dirty(others, BRANDS[:2], front="{0} | {1}"), firm])[-1] == (firm.title, firm.paragraphs)


def test_an_institution_that_several_reports_tell_of_is_no_keyword():
    house = "青原水利研究会"
    pages = dirty(CHINESE, KEYWORDS[:3])
    for number, more in enumerate(("下调全省春灌水量预测", "总干事：雨季推迟")):
        told, *rest = CHINESE[number].paragraphs
        texts = (told, f"{house}昨日发布报告，把今年的水量预测下调了一成，各地水库提前蓄水。", *rest)
        pages.append(Page(f"{house}{more}", (*texts, f"{house}首席专家指出，下个月还要再看一次。")))

    assert house not in find_turning_keywords(pages)


def test_who_asks_in_an_interview_is_no_keyword_though_its_title_begins_so_and_other_pages_link_to_it():
    interview = Page(
        "Tanya jawab dengan pembuat angklung di Cibalung",
        (
            "Mang Warsa membuat angklung di beranda rumahnya, dengan pisau raut milik kakeknya.",
            *("Tanya: Sejak kapan Bapak membuatnya?", "Jawab: Sejak gigi saya masih lengkap."),
            *("Tanya: Bambu apa yang baik?", "Jawab: Yang hitam, dan ditebang waktu kemarau."),
            *("Tanya: Siapa yang meneruskan?", "Jawab: Cucu saya, sebab telinganya tajam."),
        ),
    )
    linking = [
        Page(f"{one.title}", (*one.paragraphs[:-1], f"{one.paragraphs[-1]} Baca juga: {interview.title}"))
        for one in ENGLISH[:3]
    ]

    assert find_turning_keywords([*linking, interview]) == frozenset()


@pytest.mark.parametrize("when", ["今年以来", "入冬之后", "三年期间", "去年入夏"])
def test_words_that_say_when_are_no_keyword_though_a_headline_begins_with_them_and_several_articles_do(when):
    pages = [Page(one.title, one.paragraphs) for one in CHINESE]
    for number in range(2):
        page = pages[number]
        title = page.title if number else when + page.title
        pages[number] = Page(title, tuple(f"{when}，{text}" for text in page.paragraphs))

    assert find_turning_keywords(pages) == frozenset()
    assert find_turning_keywords(
        [
            Page(p.title.replace(when, "绯羽茶馆"), tuple(t.replace(when, "绯羽茶馆") for t in p.paragraphs))
            for p in pages
        ]
    ) == {"绯羽茶馆"}
