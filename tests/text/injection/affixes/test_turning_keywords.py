"""Keywords that take turns over a site: each on a few pages, at the edges of their paragraphs, lines and titles."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Page
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


def test_a_line_without_a_slogan_stays(page):
    assert not find_lines(page(["铜猫乐园 其二", "木匠把最后一块板装上，水轮转了起来。"], known={"铜猫乐园"}))


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
