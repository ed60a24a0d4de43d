"""Every rule of a page on its own: what goes, and what looks the same and stays."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.injection import ALONE, FAMILIES, Habits, Page
from pipelines.text.injection.adverts.english import find_english_adverts
from pipelines.text.injection.affixes.labels import find_labels
from pipelines.text.injection.affixes.leads import find_leads
from pipelines.text.injection.affixes.prefixes import find_prefixes
from pipelines.text.injection.affixes.suffixes import find_left_labels, find_link_blocks, find_suffixes
from pipelines.text.injection.insertions.between_commas import find_between_commas
from pipelines.text.injection.insertions.decorated import find_decorated
from pipelines.text.injection.insertions.phrases import find_glued, find_phrases
from pipelines.text.injection.insertions.repeated_strings import find_repeated_strings
from pipelines.text.injection.noise.junk import find_junk
from pipelines.text.injection.noise.lookalikes import find_lookalikes
from pipelines.text.injection.noise.markup import find_censored, find_markup
from pipelines.text.injection.pages.soup import find_soup
from pipelines.text.injection.paragraphs.brand_lines import find_lines
from pipelines.text.injection.paragraphs.headlines import find_headlines
from pipelines.text.injection.titles.endings import find_endings
from pipelines.text.injection.titles.keywords import find_keyword_lines, find_pasted_titles, find_titles

ENGLISH = (
    "The old mill at Stonebridge turned again this spring after a carpenter spent four months on its wheel.",
    "It was built more than a century ago and ground flour for six villages until electric motors came.",
    "Volunteers numbered every part they took out and polished them in a barn through the winter.",
    "The first sack of flour went to the school, where children baked bread with it on Friday.",
)


@pytest.mark.parametrize("rule", FAMILIES, ids=lambda rule: rule.__name__)
def test_a_clean_article_gives_no_rule_anything_to_find(rule, page, story):
    assert rule(page(story, headings=["石桥镇老磨坊时隔多年重新转动 - 石桥日报"])) == []
    assert rule(page(ENGLISH, title="Old mill turns again", headings=["Old mill turns again | Valley News"])) == []


# --- lines -----------------------------------------------------------------------------------------------------


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


# --- labels ----------------------------------------------------------------------------------------------------


def test_labels_made_of_the_same_words_in_other_orders_go(page, story, cleaned):
    labels = ("热点、加盟：", "【加盟热点优惠】", "优惠、热点：", "【优惠加盟】", "")
    dirty = [label + text for label, text in zip(labels, story, strict=True)]

    assert cleaned(find_labels, page(dirty))[1] == story


@pytest.mark.parametrize(
    "labels",
    [
        ("【国际】", "【财经】", "【体育】", "【文化】", "【社会】"),
        ("北京、天津、河北：", "上海、江苏：", "", "", ""),
        ("【木匠】", "【校长】", "【木匠】", "【校长】", "【木匠】"),
    ],
)
def test_sections_places_and_speakers_stay(labels, page, story):
    assert find_labels(page([label + text for label, text in zip(labels, story, strict=True)])) == []


# --- prefixes and leads ----------------------------------------------------------------------------------------


def test_a_dash_behind_a_prefix_belongs_to_the_text(page, story, cleaned):
    paragraphs = [story[0], f"——{story[1]}", *story[2:]]
    dirty = ["橙汁下载！" + text for text in paragraphs]

    assert cleaned(find_prefixes, page(dirty, headings=["橙汁下载"]))[1] == tuple(paragraphs)


def test_a_company_that_the_article_is_about_stays(page, story):
    text = [f"石桥面粉厂{text}" for text in story[:3]] + [text.replace("镇", "石桥面粉厂") for text in story[3:]]

    assert find_prefixes(page(text, headings=["石桥面粉厂"])) == []


def test_a_keyword_goes_from_short_paragraphs_and_from_speaker_labels_too(page, story, cleaned):
    paragraphs = [*story[:3], "记者：水轮是谁修的？", "木匠：我和儿子。", "门票三十元。"]
    dirty = ["q3-z月光橙汁", *(f"q3-z月光橙汁?{text}" for text in paragraphs)]

    assert cleaned(find_prefixes, page(dirty))[1][1:] == tuple(paragraphs)


def test_a_keyword_goes_from_a_paragraph_that_the_title_opens(page, story, cleaned):
    title = "石桥镇老磨坊时隔多年重新转动"
    paragraphs = [f"{title}（三月二日修订稿）", *story[:3]]
    dirty = [f"q3-z月光橙汁?{text}" for text in paragraphs]

    assert cleaned(find_prefixes, page(dirty, headings=[f"q3-z月光橙汁 {title}", "q3-z月光橙汁"]))[1] == tuple(
        paragraphs
    )


def test_a_keyword_with_a_colon_goes_though_the_page_has_other_labels(page, story, cleaned):
    dirty = page(
        ["橙汁试玩", *(f"橙汁试玩：{text}" for text in story), "电话：1234"], headings=["橙汁试玩", "橙汁试玩_老磨坊"]
    )

    assert cleaned(find_prefixes, dirty)[1][1:] == (*story, "电话：1234")


@pytest.mark.parametrize("mark", ["，", "！", "："])
def test_a_keyword_of_which_the_text_has_one_word_by_chance_goes(mark, page, story, cleaned):
    dirty = page(["鹦鹉9水轮", *(f"鹦鹉9水轮{mark}{text}" for text in story)], headings=["鹦鹉9水轮_老磨坊"])

    assert cleaned(find_prefixes, dirty)[1][1:] == story


def test_a_subject_that_begins_most_paragraphs_and_is_spoken_of_stays(page, story):
    texts = [f"老磨坊水轮，{text}" for text in story[:-1]]
    about = page(["老磨坊水轮", *texts, f"{story[-1]}人们说起老磨坊水轮就笑。"], headings=["老磨坊水轮_石桥镇"])

    assert find_prefixes(about) == []


@pytest.mark.parametrize(
    "form",
    [
        "白鹅公寓_",
        "白鹅公寓丨",
        "★白鹅公寓★",
        "「白鹅公寓22」",
        "[白鹅公寓]：",
        "#白鹅公寓# ",
        "白鹅66官网.",
        "白鹅公寓,",
        "白鹅公寓~",
        "》白鹅公寓》",
        "白鹅公寓",
    ],
)
def test_a_keyword_that_nothing_else_names_goes_with_whatever_decorates_it(form, page, story, cleaned):
    assert cleaned(find_prefixes, page([form + text for text in story]))[1] == story
    assert cleaned(find_prefixes, page([*(form + text for text in story[:4]), story[4]]))[1] == story


def test_a_keyword_goes_whole_though_code_and_number_change_with_each_paragraph(page, story, cleaned):
    codes = [
        f"{letter}{digit}k-白鹅公寓{number}」"
        for letter, digit, number in zip("abxyz", "13579", (7, 12, 345, 41, 9), strict=True)
    ]

    assert cleaned(find_prefixes, page([code + text for code, text in zip(codes, story, strict=True)]))[1] == story


@pytest.mark.parametrize("mark", [" - ", " | ", " ", ": ", ", "])
def test_a_small_phrase_in_front_of_english_sentences_goes(mark, page, cleaned):
    texts = tuple(
        f"{name} had been shut for years, and the council let it to a baker from the coast."
        for name in ("The mill", "Her shop", "An inn", "Its yard", "One barn")
    )

    assert (
        cleaned(find_prefixes, page([f"cheap otter boots{mark}{text}" for text in texts], title="A baker comes"))[1]
        == texts
    )


def test_a_title_with_more_than_the_keyword_confirms_it(page, story, cleaned):
    texts = (*story, *(f"去年{text}" for text in story[2:]))
    dirty = [f"白鹅公寓_{text}" if at in {1, 4, 6} else text for at, text in enumerate(texts)]

    assert cleaned(find_prefixes, page(dirty, title="石桥镇老磨坊重新转动-白鹅公寓官网下载"))[1] == texts
    assert find_prefixes(page(dirty)) == []


@pytest.mark.parametrize(
    "start", ["我们记得那年，", "如果有风，", "各位乡亲，", "校长：", "第三章_", "STEP #", "【旁白】"]
)
def test_what_writers_begin_paragraphs_with_stays(start, page, story):
    numbered = [f"{start}{number if start[-1] == '#' else ''}{text}" for number, text in enumerate(story, 1)]
    texts = [
        *numbered[:3],
        "【音乐】口琴声渐渐远了，远处有人在喊孩子回家吃饭，院子里的灯亮了。",
        "记者：后来呢？",
        *numbered[3:],
    ]

    assert (
        find_prefixes(page(texts, title="镇上的讲话" if "【" in start else f"“{start.strip('，：')}”——镇上的讲话"))
        == []
    )


def test_a_company_without_any_other_mention_stays_as_the_subject_of_its_sentences(page):
    rests = (
        "成立于二十年前，最初替邻镇修水车，后来自己造。",
        "表示，今年的订单已经排到了秋天，人手还是不够。",
        "的院子里堆着橡木，每一根都写着日期。",
        "去年卖出四十台水车，最远的去了海边。",
        "今年要招六个学徒，包吃住，会写字就行。",
    )

    assert find_prefixes(page([f"青石机械{rest * 2}" for rest in rests], title="招学徒")) == []


def test_a_refrain_is_no_prefix(page):
    poem = ["水轮转，水轮转。", "转过一百个春天", "水轮转，水轮转。", "转过河边的石板", "水轮转，水轮转。"]

    assert find_prefixes(page(poem, title="水轮转，水轮转")) == []


def test_a_brand_in_front_of_the_lead_goes_if_nothing_but_a_heading_knows_it(page, story, cleaned):
    glued = ["橙汁登录88" + story[0], *story[1:]]

    assert cleaned(find_leads, page(glued, headings=["橙汁登录88"]))[1] == story
    assert find_leads(page(glued, title="橙汁登录88开业", headings=["橙汁登录88"])) == []


# --- inside sentences ------------------------------------------------------------------------------------------


def test_tokens_of_one_stem_between_commas_go(page, story, cleaned):
    dirty = [
        text.replace("，", "，橙汁王，", 1).replace("。", "，橙汁吧。", 1 if number % 2 else 0)
        for number, text in enumerate(story)
    ]

    assert cleaned(find_between_commas, page(dirty))[1] == story


def test_the_last_clauses_of_rows_of_one_form_stay(page):
    rows = [
        f"第{n}号渡口：水位正常，风向偏南，{words}。"
        for n, words in enumerate(("航道通畅甲", "航道通畅乙", "航道通畅甲", "航道通畅丙"), 1)
    ]

    assert find_between_commas(page(["今天各渡口的情况如下。", *rows])) == []


def test_clauses_that_recur_between_commas_stay(page, story):
    spoken = [text.replace("，", "，说实话，", 1) for text in story]
    listed = [text.replace("，", "，红茶，绿茶，花茶，", 1) for text in story]

    assert find_between_commas(page(spoken)) == []
    assert find_between_commas(page(listed)) == []


def test_a_string_that_splits_words_again_and_again_goes(page, story, cleaned):
    dirty = story
    for word in ("今年", "附近", "学生", "电机", "孩子", "周末", "校长", "收入", "照片", "参观"):
        dirty = tuple(text.replace(word, f"{word[0]}橙汁王{word[1]}", 1) for text in dirty)

    assert cleaned(find_repeated_strings, page(dirty))[1] == story


def test_two_keywords_with_a_low_line_go_though_no_word_is_split_by_most_of_their_places(page, story, cleaned):
    pair = "橙汁王手机版_橙汁王官方下载"
    dirty = list(story)
    for number, (before, behind) in enumerate(
        (("重新转动，", "镇上"), ("磨面。", "后来"), ("打磨。", "有的"), ("面包。", "校长"))
    ):
        clean = f"{before}{behind}"
        put = f"{before[:-1]}{pair}{before[-1]}{behind}" if number else f"{before}{pair}{behind}"
        assert clean in dirty[number]
        dirty[number] = dirty[number].replace(clean, put)

    assert cleaned(find_repeated_strings, page(dirty))[1] == story


def test_a_name_that_recurs_stays(page, story):
    named = [text.replace("镇", "石桥镇", 1).replace("。", "，石桥镇的人都知道。", 1) for text in story]

    assert find_repeated_strings(page(named)) == []


def test_two_keywords_with_a_low_line_go(page, story, cleaned):
    dirty = [story[0].replace("转动，", "转动橙汁体育_橙汁中国，"), *story[1:]]

    assert cleaned(find_decorated, page(dirty))[1] == story
    assert find_decorated(page([story[0].replace("转动，", "转动（文件名shui_lun），"), *story[1:]])) == []


def test_words_glued_to_a_full_stop_before_a_new_sentence_go(page, cleaned):
    dirty = ENGLISH[0][:-1] + ' in 1986.cheap velvet jackets "The wheel" was'
    clean = ENGLISH[0][:-1] + ' in 1986. "The wheel" was'

    assert cleaned(find_glued, page([dirty], title="Mill"))[1] == (clean,)
    for text in ("It ended in 1986.then they left.", "They use Data.ai titled Mill", "See mill.org pages Mill"):
        assert find_glued(page([text], title="Mill")) == []


def test_an_advert_amid_a_report_goes_and_a_service_box_stays(page, cleaned):
    advert = "If you like velvet tickets, you can find the best offers online and choose your own in minutes."
    box = "Anyone who saw the wheel being moved should call Sergeant Ashby on 555 0134, or write to your council."

    assert cleaned(find_english_adverts, page([*ENGLISH[:2], advert, *ENGLISH[2:]], title="Mill"))[1] == ENGLISH
    assert find_english_adverts(page([*ENGLISH, box], title="Mill")) == []


# --- tails, headlines, titles ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "suffix",
    [
        " ,更多推荐:橙汁",
        "；猜猜看：橙汁",
        " >>看点：橙汁会员",
        "。荐读:橙汁",
        "，相关推荐：橙汁下载",
        " ,热门搜索:橙汁365网址",
        "！ 延伸：橙汁试玩",
        " ★看点：橙汁会员",
    ],
)
def test_a_suffix_behind_the_last_sentence_goes(suffix, page, story, cleaned):
    assert cleaned(find_suffixes, page([*story[:-1], story[-1] + suffix]))[1] == story


@pytest.mark.parametrize(
    "end", ["他补充了一点，原因是：没有橡木", "更正：水轮直径为三米。", "时间：周末，地点：石桥镇"]
)
def test_an_end_with_a_colon_stays(end, page, story):
    assert find_suffixes(page([*story, end])) == []


def test_link_blocks_go_and_section_bars_stay(page, story, cleaned):
    block = "| ".join(f"橙汁{number}高清在线" for number in range(12))
    bar = "新闻 | 体育 | 财经 | 文化 | 社会 | 科技 | 健康 | 旅游 | 教育 | 军事"

    assert cleaned(find_link_blocks, page([*story, block]))[1] == story
    assert find_link_blocks(page([*story, bar])) == []


def test_lines_of_others_beside_the_article_go(page, story, cleaned):
    lines = ["第2 橙汁短剧 某某深夜发文回应一切", "7350人支持", "2024/11/18孔某某🍓", "她在河边回头的那一刻"]

    assert cleaned(find_headlines, page([*lines, *story]))[1] == story
    assert cleaned(find_headlines, page([*story, *lines]))[1] == story


def test_chapters_and_rankings_that_are_the_article_stay(page, story):
    assert find_headlines(page(["第2章 水轮", "第一节 橡木", *story])) == []
    ranking = [f"第{place} 木匠组 水轮修复{place}分钟" for place in (1, 2)]
    assert find_headlines(page([*ranking, *story])) == []


POLL = tuple(
    f"第{place} {stall} {votes}人支持"
    for place, stall, votes in ((1, "水车面馆", 941), (2, "后街豆浆", 807), (3, "桥头锅贴", 655))
)
BIRTHDAYS = ("2025/6/2 秦玉兰🎂", "2025/6/11 霍东升🎂", "2025/6/19 柏小满🎂")


@pytest.mark.parametrize("lines", [POLL, BIRTHDAYS, POLL[::-1]], ids=["a poll", "birthdays", "a countdown"])
@pytest.mark.parametrize(
    "site", [ALONE, Habits(edges=frozenset({"第0 …", "a rank, a keyword and a headline", "0-0 字☆"}))]
)
def test_a_list_that_counts_on_stays_where_it_is_announced_or_spoken_of(lines, site, page, story, cleaned):
    spoken = "秦玉兰和霍东升都去桥头锅贴和后街豆浆吃过早饭，他们说味道和从前一样。"

    assert find_headlines(page([*story, "大家投票选出的名单如下。", *lines], site=site)) == []
    assert find_headlines(page([*lines, *story, spoken], site=site)) == []
    assert cleaned(find_headlines, page([*lines, *story], site=site))[1] == story


def test_a_short_last_sentence_with_something_behind_it_is_no_headline(page, story, cleaned):
    last = "石匠把奖金换成了跳绳，学生人手一根。"

    assert cleaned(find_headlines, page([*story, last + " ,更多推荐:晨光", "第2 橙汁短剧 某某深夜发文回应一切"]))[
        1
    ] == (*story, last + " ,更多推荐:晨光")


DATA = ("屏幕：2.8英寸 电池：1800mAh 重量：98克",)
FIELDS = ("导演：袁野", "主演：庄敏、郭子墨、乌兰", "片长：118分钟")
WORKS = ("锣鼓《花好月圆》 老年锣鼓队", "快板《修路》 东街快板社", "合唱《月亮船》 少儿合唱团")
EDGES = Habits(edges=frozenset({"第0 …", "a rank, a keyword and a headline", "a count of votes"}))


@pytest.mark.parametrize("lines", [DATA, FIELDS, WORKS], ids=["data", "fields", "works"])
@pytest.mark.parametrize(
    "foreign", [(), ("第2 橙汁短剧 某某深夜发文回应一切", "7350人支持")], ids=["alone", "beside foreign lines"]
)
def test_rows_of_one_list_stay_where_a_site_puts_foreign_lines(lines, foreign, page, story, cleaned):
    assert cleaned(find_headlines, page([*foreign, *lines, *story], site=EDGES))[1] == (*lines, *story)
    assert cleaned(find_headlines, page([*story, *lines, *foreign], site=EDGES))[1] == (*story, *lines)


@pytest.mark.parametrize(("line", "goes"), [("水渠加宽到2.8米🍓🎈 以后", False), ("她在河边回头 11.28 🍓", True)])
def test_an_amount_beside_a_picture_is_no_date(line, goes, page, story, cleaned):
    assert (cleaned(find_headlines, page([line, *story]))[1] == story) is goes


def test_app_data_above_an_article_goes_and_a_review_of_an_app_keeps_it(page, story, cleaned):
    data = ["版本:v3.4.8 大小:84.2M 类别:休闲 系统:Android", *["·橙汁下载"] * 4]

    assert cleaned(find_headlines, page([*data, *story]))[1] == story
    assert find_headlines(page([data[0], *story, "这个应用的新版本可以显示水渠的水位，安装很简单，老人也会用。"])) == []
    review = "《磨坊主》是一款关于水轮的游戏，每天只能磨三袋面。"
    assert find_headlines(page([data[0], *story, review], title="周末玩什么｜《磨坊主》")) == []
    assert cleaned(find_headlines, page([data[0], *story], title="周末玩什么｜《磨坊主》"))[1] == story


@pytest.mark.parametrize(
    "line",
    [
        "安卓版 v3.2.1 54.3MB",
        "软件大小：12MB 更新时间：2024-05-06",
        "v2.0.1 (54 MB) Android 5.0+",
        "钱某 3小时前 🍓",
        "昨天 2:20 孙某某 🎈",
        "某某湾的灯塔今夜亮了 392万 热",
        "热榜3 某某湾的灯塔今夜亮了",
        "顶 12 踩 3",
        "阅读 2720 某某湾的灯塔今夜亮了",
        "642次观看 · 某某湾的灯塔今夜亮了",
        "获得 1234 赞",
    ],
)
def test_a_row_of_a_list_of_others_goes(line, page, cleaned, story):
    assert cleaned(find_headlines, page([line, *story]))[1] == story


@pytest.mark.parametrize(
    "line",
    [
        "水轮直径3.2米，重1.5吨",
        "5月6日 磨坊开放日",
        "石桥镇 磨坊 12",
        "#3 Fewer parts are needed",
        "明年再来 🎈",
        "2024-05-06 10:00",
    ],
)
def test_a_line_like_such_a_row_stays(line, page, story):
    assert find_headlines(page([line, *story])) == []


def test_keyword_lists_go_and_genuine_lists_stay(page, story, cleaned):
    assert cleaned(find_keyword_lines, page(["橙汁好看在线_无忧橙汁二区_高清橙汁影院", *story]))[1] == story
    assert find_keyword_lines(page(["水轮-橡木零件-老磨坊-石桥镇", *story])) == []
    assert find_keyword_lines(page(["老磨坊重新转动_要闻_石桥日报", *story])) == []


def test_a_title_of_keywords_gives_way_to_the_heading_that_fits_the_text(page, story, cleaned):
    headline = "石桥镇老磨坊时隔多年重新转动"
    keywords = "橙汁好看在线_无忧橙汁二区_高清橙汁影院"

    assert cleaned(find_titles, page(story, title=keywords, headings=["橙汁网", headline]))[0] == headline
    assert cleaned(find_titles, page(story, title="橙汁之家", headings=[headline], known=["橙汁之家"]))[0] == headline


@pytest.mark.parametrize("title", ["橙汁888 {0}", "{0}_橙汁888", "橙汁888{0}", "【橙汁888】{0}"])
def test_a_proven_keyword_goes_from_the_title(title, page, story, cleaned):
    headline = "石桥镇老磨坊时隔多年重新转动"
    dirty = page(story, title=title.format(headline), known=["橙汁888"])

    assert cleaned(find_titles, dirty)[0].strip("【】") == headline


@pytest.mark.parametrize(
    "title",
    [
        "石桥镇老磨坊重新转动｜深度",
        "石桥镇老磨坊重新转动(图)",
        "【乡村记事】石桥镇老磨坊重新转动",
        "石桥镇老磨坊重新转动——一百年的水轮",
        "歼-20飞行员看老磨坊",
        "Old mill turns again - report",
    ],
)
def test_columns_and_dashes_of_a_title_stay(title, page, story):
    assert find_endings(page(story, title=title)) == []
    assert find_titles(page(story, title=title)) == []


def test_the_headline_pasted_behind_a_sentence_goes(page, story, cleaned):
    dirty = page([f"{story[0]} 石桥镇老磨坊时隔多年重新转动", *story[1:]])

    assert cleaned(find_pasted_titles, dirty)[1] == story


# --- junk, markup, look-alikes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "junk",
    [
        '4 u% _) ?5 S" x7 Z&',
        "!aHuN==*8)?p%Q=zy橙汁社区 - 大家的家园",
        "r8$C v (G4c^v Hz【橙汁BBS】畅谈!",
        "9k~Q;2/x^T=4m",
    ],
)
def test_random_characters_go_from_lines_and_ends(junk, page, story, cleaned):
    assert cleaned(find_junk, page([*story[:2], junk, *story[2:]]))[1] == story
    assert cleaned(find_junk, page([story[0] + junk, *story[1:]]))[1] == story


@pytest.mark.parametrize(
    "line",
    ["2025-03-01 GMT 21:43", "iPhone15(Pro+Max)", "E = mc^2 + k", "https://a.example/q?x=1&y=2", "A4/B5, 80g (x2)"],
)
def test_dates_names_formulas_and_links_stay(line, page, story):
    assert find_junk(page([*story, line])) == []


@pytest.mark.parametrize(
    "leak",
    [
        '<span style="color: red">',
        "</span>",
        '?img alt="" src="/u/1.png">',
        "[ad_1]",
        "{{item.tag}}",
        "![]()",
        "image.png",
    ],
)
def test_leaked_markup_goes(leak, page, story, cleaned):
    assert cleaned(find_markup, page([leak + story[0], *story[1:], leak]))[1] == story


def test_an_entity_becomes_its_character(page, cleaned):
    dirty = page(["Fran&#231;ois met Q&amp;A in the caf&eacute;, &quot;quite&quot; late."], title="")

    assert cleaned(find_markup, dirty)[1] == ('François met Q&A in the café, "quite" late.',)


def test_markup_that_an_article_speaks_of_stays(page, story):
    assert find_markup(page(["A headline with <br> in the middle looks odd.", *ENGLISH], title="Odd signs")) == []
    assert find_markup(page(["他在框里看到“<br>”，不知道是什么。", *story])) == []
    assert find_markup(page(["<b>", *story], kinds=["code", *["text"] * 5])) == []


def test_a_censored_character_is_marked_and_a_masked_name_is_not(page, story):
    (find,) = find_censored(page([story[0].replace("转动", "*** 动"), *story[1:]]))

    assert (find.doubtful, find.mark) == (True, "damaged")
    assert find_censored(page([story[0].replace("木匠", "张**"), *story[1:]])) == []


def test_look_alikes_are_put_right_where_they_are_no_words(page, story, cleaned):
    dirty = [
        text.replace("已经", "己经").replace("面粉", "麵粉").replace("面包", "麵包").replace("这里", "这里")
        for text in story
    ]

    assert cleaned(find_lookalikes, page(dirty))[1] == story


@pytest.mark.parametrize(
    "text", ["他讲了自己经历过的事，也讲了自己经营的小店。", "這裏的拉麵很好，爲甚麼不來？我們都說好。"]
)
def test_genuine_words_and_traditional_texts_stay(text, page):
    assert find_lookalikes(page([text] * 3)) == []


def test_latin_words_with_cyrillic_letters_are_put_right(page, cleaned):
    dirty = page(["The раypal and аррle pages", "Привет, COVID-эпидемия"], title="")

    assert cleaned(find_lookalikes, dirty)[1] == ("The paypal and apple pages", "Привет, COVID-эпидемия")


def test_glued_queries_are_marked_and_verse_is_not(page):
    assert find_soup(page(["橙汁下载橙汁官网橙汁在线观看", "最新橙汁影院橙汁手机版网址"], title="橙汁下载"))[0].doubtful
    assert find_soup(page(["水轮转动的声音", "像一首歌"], title="水轮")) == []


# --- properties --------------------------------------------------------------------------------------------------

TEXTS = st.lists(
    st.text(st.characters(exclude_characters="\n\r") | st.sampled_from("橙汁王，。？?:：_|(<&{[*🧭0aA ")), max_size=6
)


@given(TEXTS, st.text(max_size=20), st.lists(st.text(max_size=12), max_size=3))
def test_every_find_lies_in_its_text(paragraphs, title, headings):
    page = Page(title, tuple(paragraphs), (), tuple(headings))
    for rule in FAMILIES:
        for find in rule(page):
            text = title if find.paragraph is None else paragraphs[find.paragraph]
            assert 0 <= find.start <= find.end <= len(text)
            assert find.reason
            assert find.evidence


@pytest.mark.parametrize(
    "unit",
    ["，橙汁", "字(ke)", "<span ", "&amp;", "{{a", "橙汁_橙汁", "?!", "🧭字", "2024/1/1", "a ", "【橙汁】", "!aH9=*"],
)
def test_a_paragraph_twice_as_long_takes_no_more_than_about_twice_the_time(unit):
    def seconds(size):
        page = Page("标题", (unit * size, "短行", unit * 20), (), ("标题_橙汁",))
        begin = time.process_time()
        for rule in FAMILIES:
            rule(page)
        return time.process_time() - begin

    seconds(100)

    assert seconds(16_000) < 3 * seconds(8_000) + 0.3


def test_two_headlines_of_two_clauses_go_and_one_stays(page, cleaned, story):
    lines = ["卖花人的伞丢在雨里 三天后有人送回", "【3】老照片里的姑娘是谁，孙子找了十年！"]

    assert cleaned(find_headlines, page([*lines, *story]))[1] == story
    assert cleaned(find_headlines, page([*story, *lines]))[1] == story
    assert find_headlines(page([*story, lines[0]])) == []


def test_verse_at_the_end_stays(page, story):
    assert find_headlines(page([*story, "远山含雪入窗来 小径无人草自开", "一夜东风吹雨过 满江新绿映楼台"])) == []


def test_a_phrase_that_is_glued_once_goes_wherever_it_stands(page, cleaned):
    texts = [
        "The mill opened in spring.velvet boots outlet The miller smiled at the velvet boots outlet crowd.",
        "Nobody knew of the velvet boots outlet old wheel.",
    ]

    assert cleaned(find_glued, page(texts))[1] == (
        "The mill opened in spring. The miller smiled at the crowd.",
        "Nobody knew of the old wheel.",
    )


@pytest.mark.parametrize("mark", [".", "!", "?", ",", ";", ")"])
def test_a_phrase_glued_to_the_sentence_before_it_leaves_its_space_to_the_one_behind(mark, page, cleaned):
    site = Habits(phrases=frozenset({"velvet boots outlet"}))
    dirty = [f"The mill opened in spring{mark}velvet boots outlet The miller smiled (velvet boots outlet and why)."]

    assert cleaned(find_phrases, page(dirty, site=site))[1] == (
        f"The mill opened in spring{mark} The miller smiled (and why).",
    )


def test_a_paragraph_in_which_a_seller_speaks_goes(page, cleaned):
    report = [
        "The mill at Stone Bridge turned again on Monday after four months of repairs.",
        "The carpenter, Owen Fenwick, said that the hardest part was to find oak of the right age.",
        "Visitors came from three valleys, and the keeper counted 400 of them before noon.",
        "The council will decide in June whether a second wheel is built.",
    ]
    advert = "We offer velvet boots at the lowest rates in town. Contact us today for a quote and let our experts do the rest."
    rules = "The rules fit on a card. Take no more than three loaves, and bring back a jar of flour in autumn, as everybody does."

    assert cleaned(find_english_adverts, page([*report[:2], advert, *report[2:]]))[1] == tuple(report)
    assert not [find for find in find_english_adverts(page([*report[:2], rules, *report[2:]])) if not find.doubtful]


@pytest.mark.parametrize("tail", [" >>某某棋牌", "》》", "→某某手游"])
def test_a_mark_that_points_and_a_token_go_from_the_end(tail, page, cleaned, story):
    found = cleaned(find_suffixes, page([*story[:-1], story[-1] + tail]))[1]

    assert found == (story if "某" in tail else (*story[:-1], story[-1] + tail))


@pytest.mark.parametrize(
    "lines",
    [
        ("石桥镇东街十二号 老邮局大楼", "河西区柳树胡同 木工大厦三层"),
        ("联系人：甲先生 电话：请拨总机转", "报名时间：每周三上午 地点：老邮局"),
        ("春风又到老渡口 白鹭飞来满石滩", "一夜新雨洗青山 半江灯火照归船"),
    ],
)
def test_two_lines_that_are_no_headlines_stay(lines, page, story):
    assert find_headlines(page([*story, *lines])) == []


def test_headlines_of_two_clauses_go_with_whatever_stands_around_them(page, cleaned, story):
    lines = ["▌这3种伞千万别买，第一种很多人天天用！", "最热 | 卖花人的伞丢在雨里 三天后有人送回"]

    assert cleaned(find_headlines, page([*story, *lines]))[1] == story


def test_lines_that_begin_alike_and_are_none_of_them_equal_take_linear_time(page):
    def cost(number):
        lines = page([f"2024年{at % 12 + 1}月{at % 28 + 1}日 {at}" for at in range(number)])
        begin = time.process_time()
        assert find_prefixes(lines) == []
        return time.process_time() - begin

    cost(100)

    assert cost(12_000) < 0.05 + 7 * min(cost(3_000) for _ in range(2))


@pytest.mark.parametrize(
    "suffix", [", more: velvet perfume sale", " See also: velvet perfume sale", " | Top search: velvet perfume"]
)
def test_a_label_and_small_words_behind_the_last_english_sentence_go(suffix, page, cleaned):
    dirty = (*ENGLISH[:3], ENGLISH[3] + suffix)

    assert cleaned(find_suffixes, page(dirty, title="Old mill turns again"))[1] == ENGLISH


@pytest.mark.parametrize(
    "suffix",
    [
        " Source: Reuters",
        " Tickets: village hall and mill",
        " Photo: Ada Grange",
        " Doors: from seven",
        " See also: bread",
    ],
)
def test_sources_and_services_behind_the_last_english_sentence_stay(suffix, page):
    assert find_suffixes(page((*ENGLISH[:3], ENGLISH[3] + suffix), title="Old mill turns again")) == []


@pytest.mark.parametrize("suffix", [" 【下一篇：月光橙汁】", "；更多好看：月光橙汁手机版"])
def test_a_suffix_goes_though_paragraphs_begin_with_its_keyword(suffix, page, story, cleaned):
    dirty = [f"月光橙汁{text}" for text in story]

    assert cleaned(find_suffixes, page([*dirty[:4], dirty[4] + suffix]))[1] == tuple(dirty)


@pytest.mark.parametrize("rest", ["，荐读：", " See also:", "；更多好看："])
def test_a_label_whose_keyword_is_gone_goes_from_the_end(rest, page, story, cleaned):
    assert cleaned(find_left_labels, page([*story[:4], story[4] + rest]))[1] == story
    assert find_left_labels(page([story[0] + rest, *story[1:]])) == []
    assert find_left_labels(page([*story[:4], "木匠只说了一句话：", *story[4:]])) == []


@pytest.mark.parametrize("form", ["hk8-月光橙汁※ {}", "月光橙汁§{}", "q2-月光橙汁‖ {}"])
def test_a_sign_that_no_writer_sets_ends_a_keyword(form, page, story, cleaned):
    assert cleaned(find_prefixes, page([form.format(text) for text in story]))[1] == story


def test_a_keyword_glued_to_paragraphs_goes_though_it_stands_in_the_midst_of_the_title(page, story, cleaned):
    dirty = [f"月光橙汁铺{text}" for text in (*story, "镇上没有人记得它上一次停下来是哪一年。")]
    title = "老磨坊春天重新转动月光橙汁铺登录网址 水轮用了四个月修好"

    assert cleaned(find_prefixes, page(dirty, title=title))[1] == (*story, "镇上没有人记得它上一次停下来是哪一年。")


def test_a_subject_that_begins_paragraphs_and_of_which_the_text_speaks_stays(page, story):
    told = [
        f"月光橙汁铺{text}"
        for text in (
            "今年卖出三万杯橙汁。",
            "门口排着长队，队尾在桥上。",
            "从不在雨天开门。",
            "雇了六个人，都是附近的。",
            "每年给学校送两次橙子。",
        )
    ]
    spoken = page([*told, "镇上的人说，没有月光橙汁铺，夏天就不算来过。"], title="小镇上的月光橙汁铺与它的夏天")

    assert find_prefixes(spoken) == []
