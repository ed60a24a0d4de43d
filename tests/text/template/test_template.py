"""A site's template: what is learned of it, what is told by shape, and what looks like it and stays."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.template import (
    Rules,
    Seen,
    Template,
    find_template,
    judge_drift,
    learn,
    pack,
    traits_of,
    unpack,
)
from tests.growth import assert_linear

UNKNOWN = Template()
PLACES = ("石桥镇", "白水村", "柳河口", "东山坳", "南渡口", "老盐场", "青石滩", "北坡林场", "西河湾", "茶园岭")
DEEDS = (
    "修好了老磨坊",
    "办起了夜校",
    "种下一片枣林",
    "挖通了水渠",
    "建起一座木桥",
    "重开了戏台",
    "收回了旧船",
    "搬来一口铜钟",
)
ENDS = (
    "老人们都来看热闹",
    "孩子们绕着跑了三圈",
    "邮差也停下车来",
    "河对岸放了鞭炮",
    "镇长请大家吃了豆腐",
    "雨停了半个下午",
    "没有人说话",
)


def article(number, length=5):
    """Give the paragraphs of an invented article; no two numbers give the same."""
    pick = random.Random(number)
    return [
        f"{pick.choice(PLACES)}在第{number}个春天{pick.choice(DEEDS)}，{pick.choice(PLACES)}的人{pick.choice(DEEDS)}时，{pick.choice(ENDS)}，"
        f"那一年是{pick.randrange(1900, 2000)}年，{pick.choice(ENDS)}。"
        for _ in range(length)
    ]


def lettered(number):
    """Give the same, no two of whose first paragraphs end alike."""
    first, *rest = article(number)
    return [f"{first[:-1]}，这是第{number}封信里说的第{number}件事{PLACES[number]}。", *rest]


def site(pages, *, titles=None):
    """Learn the template of pages, each given as its paragraphs."""
    return learn(
        [
            Seen(f"{index:03d}", "2026-01-01", traits_of((titles or {}).get(index, ""), page, ["text"] * len(page)))
            for index, page in enumerate(pages)
        ]
    )


def cleaned(page, template=UNKNOWN, kinds=None, title="", **rules):
    """Give the paragraphs and the title without what is the site's."""
    finding = find_template(title, page, kinds or ["text"] * len(page), template, rules=Rules(**rules))
    drops = dict(finding.drops)
    lines = list(page)
    for place, span in sorted(finding.cuts, key=lambda cut: cut[1].start, reverse=True):
        if place is None:
            title = title[: span.start] + title[span.end :]
        else:
            lines[place] = lines[place][: span.start] + lines[place][span.end :]
    return [line for index, line in enumerate(lines) if index not in drops], title


# --- learning ---------------------------------------------------------------------------------------------------------

HEADER = ["石桥在线 › 石桥要闻", "本页已被看过 1024 回"]
FOOTER = [
    "喜欢本文的人也喜欢河边的豆腐",
    "石桥在线由石桥镇文化站主办，站内文章的权利归站方，未经书面同意请不要转到别处。",
]


def test_lines_on_every_page_go_whatever_the_article():
    pages = [[*HEADER, *article(number), *FOOTER] for number in range(6)]
    template = site(pages)

    for number, page in enumerate(pages):
        assert cleaned(page, template)[0] == article(number)


def test_numbers_and_dates_are_folded_in_lines():
    pages = [[f"本页已被看过 {number * 37} 回", *article(number), f"二〇二六 第 {number} 页 末"] for number in range(6)]

    assert cleaned(pages[3], site(pages))[0] == article(3)


@pytest.mark.parametrize(
    "line", ["Written by Riverton Newsroom. Published 2025-12-{} 03:15", "【镇上写手 {} 稿】"], ids=["stamp", "name"]
)
def test_a_stamp_in_a_sentence_and_a_name_in_brackets_are_folded_as_well(line):
    names = ["钱俊川", "孙小舟", "李明远", "周立", "吴大江", "郑春"]
    filled = [line.format(10 + n if "Written" in line else names[n]) for n in range(6)]
    template = site([[*article(n), filled[n]] for n in range(5)])

    assert cleaned([*article(9), filled[5]], template)[0] == article(9)


def test_three_articles_are_enough_for_lines_at_the_edges():
    pages = [["石桥在线要闻速递", *article(number), "回到石桥在线的大门"] for number in range(3)]

    assert cleaned(pages[0], site(pages))[0] == article(0)
    assert cleaned(pages[0], site(pages[:2]))[0] == pages[0]


def test_a_widget_between_paragraphs_goes_when_most_articles_have_it():
    def page(number):
        first, second, third, fourth, fifth, sixth, *rest = article(number, 12)
        return [first, second, third, fourth, fifth, "打开石桥在线看高清大图", sixth, "打开石桥在线看高清大图", *rest]

    pages = [page(number) for number in range(6)]

    assert cleaned(pages[2], site(pages))[0] == article(2, 12)


def test_an_article_published_several_times_is_no_template():
    copies = [article(99)] * 5
    pages = [*copies, *(article(number) for number in range(10))]

    assert cleaned(article(99), site(pages))[0] == article(99)


def test_copies_of_an_article_count_once_for_the_lines_around_it():
    pages = [
        ["只在这三页上有的一行字", *article(99)],
        *([["只在这三页上有的一行字", *article(99)]] * 3),
        article(1),
        article(2),
    ]

    assert cleaned(pages[0], site(pages))[0] == pages[0]


@pytest.mark.parametrize("share", [3, 6, 10])
def test_the_frame_of_a_daily_report_is_kept(share):
    def report(day):
        low, high = day % 7, 10 + day % 9
        return [
            f"石桥镇气象站{day}日发布预报，今天最低气温{low}度，最高气温{high}度。",
            f"河面水位{day + 2}米，渡船从{low + 6}点开到{high + 8}点。",
            "气象站提醒，过河的人请带好雨具，听船工的话。",
        ]

    pages = [*(report(day) for day in range(1, 1 + share)), *(article(number) for number in range(10 - share))]

    assert cleaned(report(2), site(pages))[0] == report(2)


def test_headings_that_all_recipes_of_a_site_share_are_kept():
    def recipe(number):
        first, *rest = article(number, 12)
        return [first, *rest[:4], "食材", *rest[4:6], "做法", *rest[6:8], "小贴士", *rest[8:]]

    pages = [recipe(number) for number in range(12)]

    assert cleaned(recipe(3), site(pages))[0] == recipe(3)


def test_a_refrain_inside_one_article_is_kept():
    song = ["嘿哟嘿哟拉起来", article(50)[0], "嘿哟嘿哟拉起来", article(50)[1], "嘿哟嘿哟拉起来", article(50)[2]]
    pages = [song, *(article(number) for number in range(8))]

    assert cleaned(song, site(pages))[0] == song


def test_phrases_that_writers_share_are_kept():
    def page(number):
        first, second, *rest = article(number)
        return [f"据介绍，{first}", f"据介绍，{second}", *rest[:-1], rest[-1] + "（完）"]

    pages = [page(number) for number in range(10)]

    assert cleaned(page(3), site(pages))[0] == page(3)


def test_a_closing_sentence_that_a_few_articles_share_is_kept():
    pages = [[*article(number)[:-1], article(number)[-1] + "目前，事情的经过还在调查之中。"] for number in range(3)]
    pages += [article(number) for number in range(3, 20)]

    assert cleaned(pages[0], site(pages))[0] == pages[0]


def test_a_sentence_fixed_at_the_end_of_the_last_paragraph_is_cut():
    fixed = "想看更多河边的故事，请记住石桥在线。"
    pages = [[*article(number)[:-1], article(number)[-1] + fixed, "石桥在线的大门"] for number in range(8)]

    assert cleaned(pages[5], site(pages))[0] == article(5)


def test_a_beginning_fixed_on_the_first_paragraph_is_cut():
    pages = [["【石桥在线特稿】" + article(number)[0], *article(number)[1:]] for number in range(8)]

    assert cleaned(pages[5], site(pages))[0] == article(5)


@pytest.mark.parametrize("of", ["all", "some"])
def test_a_sentence_that_most_articles_begin_with_is_cut_be_it_glued_or_alone(of):
    fixed = "本站靠读者吃饭，您买了文中的东西，我们拿一点佣金。"
    pages = [
        [fixed, *lettered(number)]
        if of == "some" and number % 2
        else [fixed + lettered(number)[0], *lettered(number)[1:]]
        for number in range(10)
    ]

    assert cleaned(pages[4], site(pages))[0] == lettered(4)
    assert cleaned(pages[5], site(pages))[0] == lettered(5)


def test_a_sentence_that_a_few_articles_begin_with_is_kept():
    first = "这是老磨坊连载的又一篇，前面的都在上一册里。"
    pages = [[first + article(number)[0], *article(number)[1:]] for number in range(4)]
    pages += [article(number) for number in range(4, 10)]

    assert cleaned(pages[2], site(pages))[0] == pages[2]


@pytest.mark.parametrize("mark", ["_", " - ", "|", "｜", " — ", "-"])
def test_the_name_of_the_site_leaves_the_title(mark):
    titles = {number: f"{article(number)[0][:14]}{mark}石桥在线" for number in range(6)}
    pages = [article(number) for number in range(6)]

    assert cleaned(pages[2], site(pages, titles=titles), title=titles[2])[1] == article(2)[0][:14]


def test_a_title_that_a_site_gives_to_all_its_pages_stays_whole_for_the_stage_that_replaces_it():
    keywords = "青柠体育-青柠手游-青柠平台"
    pages = [article(number) for number in range(6)]

    assert cleaned(pages[2], site(pages, titles=dict.fromkeys(range(6), keywords)), title=keywords)[1] == keywords


def test_a_name_that_begins_with_a_year_leaves_the_title_behind_a_hyphen():
    titles = {number: f"{DEEDS[number]}-2026石桥在线" for number in range(6)}
    template = site([article(number) for number in range(6)], titles=titles)

    assert cleaned(article(9), template, title="镇上修好了石桥-2026石桥在线")[1] == "镇上修好了石桥"
    assert cleaned(article(9), template, title="石桥号-2号船下水")[1] == "石桥号-2号船下水"


def test_a_call_to_follow_the_site_that_reads_like_a_credit_goes():
    call = "Follow Riverton Post on Facebook and Instagram"
    template = site([[*article(number), call] for number in range(6)])

    assert cleaned([*article(9), call], template)[0] == article(9)


def test_the_parts_of_a_title_that_differ_are_kept():
    titles = {number: f"{article(number)[0][:10]}｜{article(number)[1][:6]}" for number in range(6)}

    template = site([article(number) for number in range(6)], titles=titles)

    assert cleaned(article(2), template, title=titles[2])[1] == titles[2]


@pytest.mark.parametrize(
    "frame",
    [
        "很多朋友想知道{0}，其实{1}并不难懂，下面就跟着石桥在线慢慢看下去。",
        "关于{0}，问的人很多，其实{1}并不难懂，下面就跟着石桥在线慢慢看下去。",
        "下面跟着石桥在线慢慢看下去，说的是{0}，也说{1}的事吧。",
    ],
)
def test_a_frame_with_slots_goes_from_before_the_articles(frame):
    pages = [[frame.format(DEEDS[number], PLACES[number]), *article(number)] for number in range(6)]
    titles = {number: f"{article(number)[0][:12]}({DEEDS[number]},{PLACES[number]})" for number in range(6)}
    template = site(pages, titles=titles)

    assert cleaned(pages[3], template, title=titles[3]) == (article(3), article(3)[0][:12])


@pytest.mark.parametrize(
    ("ending", "goes"), [("要是帮到了您，别忘了收藏本站哦。", True), ("要是帮到了您，那就再好不过了。", False)]
)
def test_a_frame_that_speaks_of_the_site_goes_from_the_few_pages_that_have_it(ending, goes):
    frames = [f"今儿聊一聊{DEEDS[number]}，还会说到{PLACES[number]}，{ending}" for number in range(3)]
    pages = [[frames[number], *article(number)] if number < 3 else article(number) for number in range(12)]

    assert cleaned(pages[1], site(pages))[0] == (article(1) if goes else pages[1])


ENGLISH_DEEDS = ("the night school", "a wooden bridge", "the old ferry", "two bronze bells", "the date orchard")


@pytest.mark.parametrize(
    ("frame", "goes"),
    [
        ("In this article, we will look at {} and what that may mean for you.", True),
        ("Have you ever wondered about {}? Keep reading to find out everything about it.", True),
        ("Welcome to our blog! Today the talk is of {}, a thing that makes waves.", True),
        ("The council met on Monday to speak of {} and what that may mean for the valley.", False),
    ],
)
def test_a_frame_of_another_language_goes_where_it_speaks_of_the_page(frame, goes):
    framed = [[frame.format(deed), *article(number)] for number, deed in enumerate(ENGLISH_DEEDS[:3])]
    pages = [*framed, *(article(number) for number in range(3, 14))]

    assert cleaned(pages[1], site(pages))[0] == (article(1) if goes else pages[1])


def test_first_paragraphs_that_only_begin_alike_are_kept():
    pages = [[f"连日来，{article(number)[0]}", *article(number)[1:]] for number in range(8)]

    assert cleaned(pages[3], site(pages))[0] == pages[3]


def test_the_titles_of_other_articles_go_from_behind_an_article():
    titles = {number: f"{DEEDS[number]}的人们第{number}次聚在河边" for number in range(6)}
    pages = [[*article(number), titles[(number + 1) % 6]] for number in range(6)]
    template = site(pages, titles=titles)

    assert cleaned(pages[2], template, title=titles[2])[0] == article(2)
    assert cleaned([*article(2), titles[2]], template, title=titles[2])[0] == [*article(2), titles[2]]


def test_the_last_lines_of_a_poem_are_kept():
    verse = ["河水清清磨盘转转豆腐白白", "木桥弯弯牛车慢慢铜钟远远", "雨停了半个下午没有人说话"]
    pages = [[*article(1), *verse], *(article(number) for number in range(2, 9))]

    assert cleaned(pages[0], site(pages))[0] == pages[0]


def test_the_signature_of_official_notices_is_kept():
    pages = [[*article(number), "石桥镇人民政府办公室", f"2026年3月{number + 1}日"] for number in range(8)]

    assert cleaned(pages[0], site(pages))[0] == pages[0]


def test_a_last_line_that_begins_as_the_paragraphs_do_is_no_headline_of_a_list():
    footers = ["河边豆腐铺的招牌菜一览", "石桥在线周三的新栏目", "老磨坊春天的门票信息"]
    template = site([[*article(number), *footers] for number in range(6)])
    signed = [f"云雀书阁◁{text}" for text in (*article(9), "石桥镇渡口修缮工程办公室")]
    page = [*signed[:-1], footers[0], signed[-1], *footers[1:]]

    assert cleaned(page, template)[0] == signed
    assert cleaned([*article(9), *page[len(signed) - 1 :]], template)[0] == article(9)


def test_credits_are_left_to_the_stage_that_reads_them():
    pages = [["2026-03-05 08:30 来源：石桥报", *article(number), "责任编辑：钱俊川"] for number in range(6)]

    assert cleaned(pages[0], site(pages))[0] == pages[0]


def test_the_order_in_which_pages_come_has_no_influence():
    pages = {f"{number:03d}": [*HEADER, *article(number), *FOOTER] for number in range(20)}
    seen = [Seen(name, "2026-01-01", traits_of("", page, ["text"] * len(page))) for name, page in pages.items()]
    template = learn(sorted(seen, key=lambda one: one.page))

    for seed in range(3):
        random.Random(seed).shuffle(seen)
        assert learn(seen) == template


def test_what_is_remembered_survives_the_ledger():
    traits = traits_of("老磨坊_石桥在线", [*HEADER, *article(1), *FOOTER], ["text"] * 9)

    assert unpack(pack(traits)) == traits


def test_an_abrupt_change_is_a_drift_and_a_new_notice_is_none():
    def seen(pages, first):
        return [
            Seen(f"{first + index:03d}", "2026-01-01", traits_of("", page, ["text"] * len(page)))
            for index, page in enumerate(pages)
        ]

    before = seen([[*HEADER, *article(number), *FOOTER] for number in range(20)], 0)
    same = seen([[*HEADER, *article(number), *FOOTER] for number in range(20, 40)], 20)
    noticed = seen([[*HEADER, "站庆三十年", *article(number), *FOOTER] for number in range(20, 40)], 20)
    other = seen([["新石桥网", "换了门面", *article(number), "新石桥网的大门"] for number in range(20, 40)], 20)

    assert judge_drift(before, same) is None
    assert judge_drift(before, noticed) is None
    drift = judge_drift(before, other)
    assert drift is not None
    assert (len(drift.lost), len(drift.new)) == (4, 3)
    assert judge_drift(before[:5], other) is None


@pytest.mark.parametrize("size", [4, 6, 25])
def test_each_line_of_a_drift_is_told_once_however_few_pages_come_at_a_time(size):
    def seen(header, numbers):
        pages = [[*header, *article(number), *FOOTER] for number in numbers]
        return [
            Seen(f"{number:03d}", f"{number:04d}", traits_of("", page, ["text"] * len(page)))
            for number, page in zip(numbers, pages, strict=True)
        ]

    known, told = seen(HEADER, range(60)), []
    for start in range(60, 160, size):
        now = seen(["新石桥网", "换了门面", "新石桥网的大门"], range(start, start + size))
        told.append(judge_drift(known, now))
        known = [*known, *now]

    drifts = [drift for drift in told if drift is not None]
    assert sum(len(drift.lost) for drift in drifts) == len(frozenset().union(*(drift.lost for drift in drifts))) == 2
    assert sum(len(drift.new) for drift in drifts) == len(frozenset().union(*(drift.new for drift in drifts))) == 3


def test_a_new_template_is_known_while_the_old_one_fills_the_memory():
    old = [
        Seen(f"a{number:04d}", "2026-01-01", traits_of("", [*HEADER, *article(number)], ["text"] * 7))
        for number in range(400)
    ]
    new_pages = [["换了门面的石桥网", *article(number)] for number in range(400, 415)]
    new = [
        Seen(f"b{index:04d}", "2026-02-01", traits_of("", page, ["text"] * 6)) for index, page in enumerate(new_pages)
    ]

    assert cleaned(new_pages[3], learn([*old, *new]))[0] == article(403)


# --- what a person says -----------------------------------------------------------------------------------------------


def test_lines_of_the_site_are_dropped_wherever_they_stand_and_others_are_kept():
    page = [*article(1)[:2], "石桥之友第 12 期推荐", *article(1)[2:]]

    assert cleaned(page, lines=("石桥之友第*期推荐",))[0] == article(1)
    assert cleaned(page, lines=("石桥之友*",), keep=("*推荐",))[0] == page


def test_a_kept_line_is_kept_though_learned():
    pages = [[*HEADER, *article(number)] for number in range(6)]

    assert cleaned(pages[0], site(pages), keep=("石桥在线*",))[0] == [HEADER[0], *article(0)]


# --- shape alone ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("字号:默认 超大 | 打印 |", "toolbar"),
        ("【字体：大 中 小】", "toolbar"),
        ("分享到：微信 微博 QQ空间", "toolbar"),
        ("Share | Print | Email", "toolbar"),
        ("글자크기 공유 인쇄", "toolbar"),
        ("シェア ツイート 印刷", "toolbar"),
        ("字样:寻常 特大 | 印出来 | 藏起来", "toolbar"),
        ("您所在的位置：首页 > 要闻 > 正文", "breadcrumb"),
        ("首页 » 河边 » 正文", "breadcrumb"),
        ("浏览量：3,302", "counter"),
        ("浏览次数：302次 来源：河州网 作者：admin", "counter"),
        ("評論(0)", "counter"),
        ("读完约15分钟", "counter"),
        ("要闻 | 河边 | 体育 | 财经 | 书画", "menu"),
    ],
)
def test_furniture_above_an_article_is_told_by_its_shape(line, reason):
    finding = find_template("", [line, *article(1)], ["text"] * 6, Template(), rules=Rules())

    assert [(index, verdict.reason) for index, verdict in finding.drops] == [(0, reason)]


@pytest.mark.parametrize(
    "lines",
    [
        ["扫一扫在手机翻看当前这页"],
        ["扫一扫在手机看", "网站地图"],
        ["上一篇：河边的豆腐", "下一篇：没有了"],
        ["TAG：磨坊 豆腐"],
        ["标签：磨坊"],
        ["Copyright © 2026 Riverton Post. All rights reserved"],
        ["免责声明：本文为转载，权利归原作者，与本站无关。如有侵权请来信。"],
        ["【免责声明】本文只代表作者的观点，与本网无关，请读者仅作参考。"],
        ["相关阅读：", "河边的豆腐何时能吃？", "木桥又要修了", "铜钟响了一夜"],
        ["Related articles", "Mill turns again", "Bridge opens at last"],
        ["Читайте также:", "Мельница снова работает"],
    ],
)
def test_furniture_below_an_article_is_told_by_its_shape(lines):
    assert cleaned([*article(1), *lines])[0] == article(1)


@pytest.mark.parametrize("more", ["【详细】", " 返回石桥网首页>>", "点击查看更多", " Читать на Речной вестник"])
def test_a_link_to_more_behind_the_last_sentence_is_cut(more):
    page = article(1)

    assert cleaned([*page[:-1], page[-1] + more])[0] == page


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The Mill Turns Again",
        "相关阅读：老磨坊重新转动",
        "See also: Storm at the Bridge",
        "ALSO READ: The Mill Turns Again",
        "You may also like: Storm at the Bridge",
    ],
)
def test_a_link_to_another_article_between_paragraphs_is_dropped(line):
    page = article(1)

    assert cleaned([*page[:2], line, *page[2:]])[0] == page
    assert cleaned([*page[:2], f"{line}.", *page[2:]])[0] == [*page[:2], f"{line}.", *page[2:]]


def test_the_same_line_before_every_picture_is_a_widget():
    page, kinds = [], []
    for text in article(1):
        page += [text, "打開石橋看精彩圖片", "图为河边的磨坊"]
        kinds += ["text", "text", "caption"]

    assert "打開石橋看精彩圖片" not in cleaned(page, kinds=kinds)[0]


def test_the_frame_of_a_page_made_for_search_engines_is_dropped():
    frame = "今天给各位分享磨坊豆腐的知识，其中也会对木桥进行解释，如果碰巧解决了您的问题，别忘了关注本站。"

    assert cleaned([frame, *article(1)], title="磨坊豆腐_木桥")[0] == article(1)


KEPT = [
    ["更正：昨天的报道把水位写成了三米，应为两米。", "权利声明：这篇文章讲的是一座桥的权利。"],
    ["版权是什么？一位老作者在河边讲了一个下午，他说转载要先问一声。"],
    ["春眠不觉晓", "处处闻啼鸟", "夜来风雨声", "花落知多少"],
    ["石桥镇人民政府", "2026年3月5日"],
    ["加油！加油！加油！", "加油！加油！加油！", "加油！加油！加油！"],
    ["* * *"],
    ["面粉 200克", "豆浆 一碗", "盐 少许"],
    ["甲队 3:1 乙队"],
    ["问：桥什么时候修？", "答：明年。"],
    ["大"],
    ["网站地图是怎么来的？一位工程师画了三十年，今天他讲给我们听。"],
    ["他扫一扫门前的雪，抬头看见桥。"],
    ["Share your bread, he said, and the river will share its fish."],
    ["第一节 磨坊", "第二节 木桥"],
]


@pytest.mark.parametrize("lines", KEPT)
@pytest.mark.parametrize("place", ["top", "middle", "end"])
def test_what_only_looks_like_furniture_is_kept(lines, place):
    start = {"top": 0, "middle": 2, "end": 5}[place]
    page = [*article(1)[:start], *lines, *article(1)[start:]]

    assert cleaned(page)[0] == page


def test_code_and_tables_are_left_alone():
    page = ["字号:默认 超大 | 打印 |", *article(1), "a | b | c | d", "if (a | b | c) print"]

    assert cleaned(page, kinds=["cell", *["text"] * 5, "cell", "code"])[0] == page


@given(st.lists(st.text(max_size=80), max_size=12), st.text(max_size=60))
def test_any_page_can_be_looked_at(paragraphs, title):
    template = site([paragraphs] * 4)
    left, _ = cleaned(paragraphs, template, title=title)

    assert sum(map(len, left)) <= sum(map(len, paragraphs))


@pytest.mark.parametrize("piece", ["| ", "> ", "字号:", "《", "。", "A. ", "\x00", "\ud800", "关注本站给大家分享"])
def test_hostile_paragraphs_take_linear_time(piece):
    def learned_and_cleaned(page):
        traits_of(piece * 1000, page, ["text"] * 4)
        cleaned(page, title=piece * 1000)

    assert_linear(learned_and_cleaned, lambda size: [piece * size, piece * 30, piece * 10, piece], 125_000)
