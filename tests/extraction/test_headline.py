"""Where the headline stands, the article begins below it, whatever the page is built of."""

import pytest

from crawler.extraction import extract
from crawler.extraction.titles.wording import polish, split_title

HEADLINE = "老码头大桥加固工程进入最后一百天"
BRAND = "江湾在线(东区)服务平台"
TEXT = [
    "老码头大桥的加固工程昨天进入最后一百天倒计时,六月中旬将恢复双向四车道通行。",
    "工地负责人介绍,冬季水位低,是水下作业最好的窗口,三十六名潜水员分成四班下水。",
    "封闭施工给两岸居民带来不小的麻烦,轮渡的末班时间因此延到了晚上十一点。",
    "剩下的一百天里,施工队要完成桥面铺装、护栏更换和照明改造,新的路灯朝向桥面。",
]


def tags(lines, name="p"):
    return "".join(f"<{name}>{line}</{name}>" for line in lines)


PAGES = {
    "a brand as title, the heading among plain paragraphs": (
        f"<title>{BRAND}</title></head><body>{tags(['EN ' + BRAND, 'http://www.example/'])}"
        f"<h1>{HEADLINE}</h1>{tags(['2025-07-17 03:34:37 来源:江湾晚报', *TEXT])}"
    ),
    "a brand as title, the heading above a block of its own": (
        f"<title>{BRAND}</title></head><body><div><a href='/'>{BRAND}</a></div><div><h1>{HEADLINE}</h1>"
        f"<div>2025-07-17 03:34:37</div><div>{tags(TEXT)}</div></div>"
    ),
    "no heading at all, the title among the paragraphs": (
        f"<title>{HEADLINE}</title></head><body>{tags([BRAND, 'EN ' + BRAND, HEADLINE, *TEXT])}"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_above_the_headline_is_no_text(name):
    found = extract(f"<html><head><meta charset=utf-8>{PAGES[name]}</body></html>")

    assert found.title == HEADLINE
    assert [line for line in found.paragraphs if not line.startswith("2025")] == TEXT


def test_a_headline_repeated_at_the_end_cuts_nothing():
    page = f"<title>{HEADLINE}</title></head><body><div>{tags([*TEXT, HEADLINE])}</div>"

    assert list(extract(f"<html><head><meta charset=utf-8>{page}</body></html>").paragraphs)[:4] == TEXT


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("rope_splice_kit: Progress Report", ["rope_splice_kit: Progress Report"]),
        ("老码头大桥恢复通车_河口网", ["老码头大桥恢复通车", "河口网"]),
        ("【新春纪行——代表说变化】渡口村的新码头_河口网", ["【新春纪行——代表说变化】渡口村的新码头", "河口网"]),
        ("“老码头—新码头”画展开幕-河口网", ["“老码头—新码头”画展开幕", "河口网"]),
        ("Old Bridge Reopens_Coast Post", ["Old Bridge Reopens", "Coast Post"]),
        ("Old Bridge Reopens _ coast post", ["Old Bridge Reopens", "coast post"]),
        ("www.Coast-Post.example - Old Bridge", ["Old Bridge"]),
        ("Old Bridge › Coast Post", ["Old Bridge", "Coast Post"]),
    ],
)
def test_marks_and_hosts_part_a_title_and_underscores_inside_a_name_do_not(title, parts):
    assert split_title(title) == parts


def shown_and_announced(shown, announced):
    return f"<html><head><meta charset=utf-8><title>{announced}</title></head><body>{shown}<div>{tags(TEXT)}</div></body></html>"


@pytest.mark.parametrize(
    ("shown", "announced", "headline"),
    [
        (
            "<h1>Seven Ropes Worth Splicing This Winter</h1>",
            "Best Ropes for Splicing (2025 Winter Guide) | Dockside",
            "Seven Ropes Worth Splicing This Winter",
        ),
        ("<h1>老码头大桥六月恢复双向通行</h1>", "老码头大桥何时恢复通行", "老码头大桥六月恢复双向通行"),
        ("<h1>Subscribe to Dockside Weekly</h1>", "Best Ropes for Splicing", "Best Ropes for Splicing"),
        ("<h1>Ropes » Best Ropes for Splicing</h1>", "Best Ropes for Splicing", "Best Ropes for Splicing"),
        (
            "<h1>Ropes for Splicing and More</h1><h1>Best Splicing Knives</h1>",
            "Best Ropes for Splicing",
            "Best Ropes for Splicing",
        ),
    ],
    ids=["other words", "other words, Chinese", "another subject", "the way to the page", "two headings"],
)
def test_the_headline_that_readers_see_goes_before_the_one_for_search_engines(shown, announced, headline):
    assert extract(shown_and_announced(shown, announced)).title == headline


@pytest.mark.parametrize("site", ["", "_河口网", "-河口网", " - 河口新闻网", "--河口频道"])
def test_the_second_half_of_a_headline_behind_a_chinese_dash_stays(site):
    title = "一条旧木船的新用处与老船工——河口镇见闻"
    page = f"<html><head><meta charset=utf-8><title>{title}{site}</title></head><body>{tags(TEXT)}</body></html>"

    assert extract(page).title == title


def test_a_site_name_as_title_gives_way_to_the_line_above_the_text_that_says_what_is_in_it():
    head = tags(["Wetter", "2024年3月21日 10:20", "老码头大桥加固工程 六月恢复通行", "江湾晚报记者"])
    page = f"<html><head><meta charset=utf-8><title>江湾晚报电子版</title></head><body>{head}{tags(TEXT)}</body></html>"

    assert extract(page).title == "老码头大桥加固工程 六月恢复通行"


def test_a_site_name_that_heads_its_page_gives_way_to_the_line_called_the_title_that_the_text_tells():
    head = "<p>江湾融媒</p><p>看家乡的变化</p><div class=detail-title>{}</div><div>江湾融媒 2024-03-21 18:02</div>"
    page = "<html><head><meta charset=utf-8><title>江湾融媒</title></head><body>{}{}</body></html>"
    headline = "老码头大桥六月恢复通行"

    assert extract(page.format(head.format(headline), tags(TEXT))).title == headline
    assert extract(page.format(head.format("每日精彩推荐栏目"), tags(TEXT))).title == "江湾融媒"


WORDS = (
    "The mill at Stone Bridge turned again on Monday, and thirty apprentices came down to the river to see its new wheel.",
    "Old Zhou, who built the wheel with his father, said that the oak alone had taken a winter to find and to dry.",
    "A baker from across the valley bought the first sack of flour and would not tell what he had paid for it.",
)


@pytest.mark.parametrize(
    ("head", "above", "headline"),
    [
        ("Harbour Weekly Observer", "<h1>Jobs</h1><p>Stone Bridge waits no longer</p>", "Stone Bridge waits no longer"),
        (
            "Valley &gt; Sport &gt; Observer",
            "<h1>Thirty apprentices at the river</h1>",
            "Thirty apprentices at the river",
        ),
        ("Observer | The mill turned again | Calendars, Classifieds and Coupons", "", "The mill turned again"),
        ("The Weekly Wheel of Fortune", "<h1>The Weekly Wheel of Fortune</h1>", "The Weekly Wheel of Fortune"),
        ("Valley Weekly Observer", "<p>Updated 2026-03-01 10:00</p>", "Valley Weekly Observer"),
    ],
)
def test_a_site_name_as_title_gives_way_to_what_the_text_tells_of(head, above, headline):
    page = f"<title>{head}</title></head><body><div><a href='/'>Home</a></div>{above}<div>{tags(WORDS)}</div>"

    assert extract(f"<html><head>{page}</body></html>").title == headline


MENU = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(20))


@pytest.mark.parametrize(
    ("title", "above", "headline"),
    [
        (
            "Stone Bridge Monday",
            "<h3>Thirty apprentices came to see the wheel</h3>",
            "Thirty apprentices came to see the wheel",
        ),
        ("Stone Bridge Mill", "<h3>Thirty apprentices came to Stone Bridge</h3>", "Stone Bridge Mill"),
        (
            "Observer",
            "<p>Stone Bridge has its mill again</p><p>Thirty apprentices came down on Monday</p><p>By Li Wen</p>",
            "Stone Bridge has its mill again",
        ),
        ("The mill turned again-Valley-Observer", "<div>The mill turned again</div>", "The mill turned again"),
        (
            "Valley, its weather and news: The mill turned again",
            "<p>The mill turned again</p>",
            "The mill turned again",
        ),
        ("Observer > Mill > News", "<h3>News</h3><h1>The mill turned again</h1>", "The mill turned again"),
        (
            "Stone Bridge - The mill that turned again",
            f"<h1>Stone Bridge Weekly Observer for the Valley</h1>{MENU}<p>The mill that turned again</p>",
            "The mill that turned again",
        ),
    ],
    ids=[
        "a section whose words the text has",
        "a headline in other words",
        "a standfirst below the headline",
        "a site behind a mark without spaces",
        "a site before a colon",
        "a section as heading",
        "a site that begins like the title",
    ],
)
def test_the_headline_is_the_line_above_the_text_that_the_page_speaks_for(title, above, headline):
    page = f"<title>{title}</title></head><body><ul>{MENU}</ul>{above}<div>{tags(WORDS)}</div>"

    assert extract(f"<html><head>{page}</body></html>").title == headline


def test_a_question_of_the_day_far_above_the_text_is_no_headline():
    poll = "<p>Do you think that the mill should turn on Sundays, as the council of the valley has asked for?</p>"
    page = f"<title>Old Mill Turns Again (from the Observer)</title></head><body>{poll}<ul>{MENU}</ul>"

    found = extract(f"<html><head>{page}<div>Old Mill Turns Again</div><div>{tags(WORDS)}</div></body></html>")

    assert found.title == "Old Mill Turns Again"
    assert found.paragraphs == WORDS


ENGLISH = [
    "The ferry across the narrow strait will run every half hour from the first of May, the harbour office said.",
    "Two wooden boats were refitted over the winter, and a third, which is older, will be kept for busy weekends.",
    "Passengers with bicycles pay nothing, the office added, as long as there is room on the lower deck for them.",
]


def english(head, above, *, title):
    return extract(
        f"<html><head><title>{title}</title>{head}</head><body>{above}<div>{tags(ENGLISH)}</div></body></html>"
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Twelve Ferry Tools | Rope, Tar &#x26; Oil", "Twelve Ferry Tools | Rope, Tar & Oil"),
        ("A &amp;quot;Narrow&amp;quot; Strait and Its Ferry", "A &quot;Narrow&quot; Strait and Its Ferry"),
        ("The Ferry <em>Heron</em> Sails Again", "The Ferry Heron Sails Again"),
        ("Thirty Years of <br> on the Harbour Page", "Thirty Years of <br> on the Harbour Page"),
        ("Ferry to Run Every Half Hour (harbourpost.example) 87", "Ferry to Run Every Half Hour"),
        ("Ferry to Run Every Half Hour (2024)", "Ferry to Run Every Half Hour (2024)"),
        ("Title:HeronNet - Counting Birds from the Ferry", "HeronNet - Counting Birds from the Ferry"),
        ("Ferry to Run Every Half Hour – Harbour Post", "Ferry to Run Every Half Hour"),
        ("Harbour Post | Ferry to Run Every Half Hour", "Ferry to Run Every Half Hour"),
        ("Ferry to Run Every Half Hour | Harbour Post Online", "Ferry to Run Every Half Hour"),
        ("Ferry to Run | The Lower Deck", "Ferry to Run | The Lower Deck"),
        ("Harbour Post", "Harbour Post"),
        ("The Boat&nbsp;Heron", "The Boat Heron"),
        ("What does &nbsp; mean?", "What does &nbsp; mean?"),
        ("》老码头大桥恢复双向通车", "老码头大桥恢复双向通车"),
        ("渡轮早班加开 【08:05】", "渡轮早班加开 【08:05】"),
    ],
)
def test_what_is_no_part_of_a_headline_is_taken_off_it(written, shown):
    assert polish(written, {"harbourpost"}) == shown


def test_a_day_put_before_the_headline_in_its_heading_is_no_part_of_it():
    above = "<h1><time>Dec 18 2025</time> <a href='/ferry'>Ferry to Run Every Half Hour</a></h1>"
    found = english("", above, title="Ferry to Run Every Half Hour | A blog of boats")

    assert found.title == "Ferry to Run Every Half Hour"


def test_a_year_that_belongs_to_the_headline_stays():
    found = english("", "<h1>Best Ferries of 2025</h1>", title="Best Ferries | A blog of boats")

    assert found.title == "Best Ferries of 2025"


def test_the_only_heading_is_the_headline_though_keywords_behind_it_are_longer():
    title = "Ferries of the strait | Boats, Timetables, Fares, History, &amp; Facts | Harbour Lexicon"

    assert english("", "<h1>ferries of the strait</h1>", title=title).title == "ferries of the strait"


def test_a_heading_that_leads_home_is_the_name_of_the_site():
    above = (
        "<h1><a href='https://boats.example/'>The Boat Writers' Network</a></h1><h2>Ferry to run every half hour</h2>"
    )

    assert english("", above, title="").title == "Ferry to run every half hour"


def test_a_heading_with_section_and_site_gives_way_to_the_part_of_it_that_is_shown():
    title = "Ferry to run every half hour | Timetables | Harbour Office"
    above = f"<h1 class=sr-only>{title}</h1><h2>Ferry to run every half hour</h2>"

    assert english("", above, title=title).title == "Ferry to run every half hour"


def test_a_question_inside_the_text_is_not_the_headline_beside_a_heading_that_announces_it():
    text = f"<h1>An introduction to narrow ferries: what passengers need to know</h1>{tags(ENGLISH)}<h2>What are narrow ferries?</h2>{tags(ENGLISH[::-1])}"
    page = f"<html><head><title>What Are Narrow Ferries - A guide | Harbour</title></head><body><div>{text}</div></body></html>"

    assert extract(page).title == "An introduction to narrow ferries: what passengers need to know"


def test_a_heading_below_the_page_does_not_hide_the_one_above_the_text():
    above = "<h1>21 Best Ferries and Boat Companies on the Strait</h1>"
    page = (
        "<html><head><title>Board the Strait's 21 Best Boat Companies</title></head><body>"
        f"{above}<div>{tags(ENGLISH)}</div><h1>Subscribe to our letter</h1></body></html>"
    )

    assert extract(page).title == "21 Best Ferries and Boat Companies on the Strait"


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        (
            "Ferry Runs To Keepers Rock (from The Strait News)",
            "Ferry runs to Keeper's Rock",
            "Ferry runs to Keeper's Rock",
        ),
        ("老码头“大桥”恢复双向通车 交通建设 河口网", "老码头“大桥”恢复双向通车", "老码头“大桥”恢复双向通车"),
    ],
)
def test_a_line_called_the_title_that_begins_the_title_is_the_headline(title, line, expected):
    text = TEXT if "桥" in title else ENGLISH
    page = f"<html><head><meta charset=utf-8><title>{title}</title></head><body><div class=title>{line}</div><div>{tags(text)}</div></body></html>"

    assert extract(page).title == expected


def test_the_line_by_the_text_goes_before_one_that_has_the_way_to_the_page_before_it():
    above = f"<div>首页 新闻总览 {HEADLINE}</div><div>{HEADLINE}</div><div>【2024/01/11 15:05】</div>"
    page = f"<html><head><meta charset=utf-8><title>河口广播公司资讯网</title></head><body>{above}<div>{tags(TEXT)}</div></body></html>"

    assert extract(page).title == HEADLINE


@pytest.mark.parametrize(
    ("title", "above", "expected"),
    [
        ("Ferry rises again - village is left behind | Strait News", "", "Ferry rises again - village is left behind"),
        ("Ferry rises again | Boats of Strait | Strait News", "", "Ferry rises again"),
        ("Heron 13 | Strait News", "<h1>Heron 13</h1>", "Heron 13"),
        ("News | Ferry rises again to the Strait", "<h1>News</h1><p>Ferry rises again to the Strait</p>", "Ferry rises again to the Strait"),
        ("Ferry rises again", "<h1>Ferry rises again<span>Updated 5 hours ago</span></h1>", "Ferry rises again"),
        ("Ferry rises again", "<h1>Ferry rises again 2024-03-05 08:30</h1>", "Ferry rises again"),
        ("Strait News", "<h1><a href='/'>Strait News</a></h1><h2>Ferry rises again</h2>", "Ferry rises again"),
        (
            "",
            ("<h1><a href='/'>Strait News</a></h1><p>News of boats and more.</p><center><a href='/p'>Ferry will run every half hour</a></center>"
            "<p>January 9th, 2024 by Ed</p>"),
            "Ferry will run every half hour",
        ),
    ],
)  # fmt: skip
def test_the_headline_loses_none_of_its_clauses_and_keeps_nothing_of_the_page(title, above, expected):
    assert english("", above, title=title).title == expected


def test_a_heading_called_the_title_right_above_the_text_is_the_headline_though_the_site_s_name_is_longer():
    above = "<h2 class=title>Our Ferries</h2>"

    assert english("", above, title="Our Ferries | The Office of the Harbour of the Strait").title == "Our Ferries"


def test_a_year_in_a_line_above_the_text_makes_it_no_stamp():
    above = "<p>Passengers cross the narrow strait in 2008</p>"

    assert english("", above, title="Noticias Puerto / Titulares").title == "Passengers cross the narrow strait in 2008"


def test_a_heading_that_the_text_tells_goes_before_the_name_of_the_section_and_the_site():
    above = "<h5>2019年老码头大桥加固工程最后一百天开始倒计时！</h5><div>发布时间：2019-05-18 来源：河口大桥</div>"
    page = f"<html><head><meta charset=utf-8><title>新闻动态--老码头街道官网</title></head><body>{above}<div>{tags(TEXT)}</div></body></html>"

    assert extract(page).title == "2019年老码头大桥加固工程最后一百天开始倒计时！"


def test_a_site_that_is_called_as_its_page_is_keeps_the_headline():
    title = "How a narrow ferry came to cross the strait every half hour | Heron"

    assert english(f"<meta property=og:site_name content='{title}'>", "", title=title).title == title.partition(" |")[0]


def test_the_text_begins_below_the_heading_though_the_way_to_the_page_ends_with_the_headline():
    headline = "Ferry will run every half hour"
    above = f"<li>Boats</li><li>{headline}</li><h1>{headline}</h1><div>Julia Harden</div><p>March 5, 2024</p>"
    found = english("", f"<div>{above}</div>", title=headline)

    assert (found.paragraphs, found.authors) == (tuple(ENGLISH), ("Julia Harden",))


def test_a_line_behind_the_first_paragraph_is_no_headline_though_the_title_begins_with_it():
    told = (
        "河口的老灯塔昨晚重新亮起，守塔人说油够烧到春天。",
        "渔民们划船来看，灯光照到了对岸的村子，孩子们都没有睡。",
    )
    first, second, third = (f"<p>橙汁铺的店，{text * 3}</p>" for text in (*told, told[0]))
    headline = "橙汁铺的店_老灯塔重新亮起的那一晚"
    head = f"<title>{headline}_河口在线</title></head><body><div>首页 > 正文</div><h1>{headline}</h1><div>2026-04-03 08:30</div>"

    got = extract(
        f"<html><head>{head}<div class=content>{first}<p>>>橙汁铺的店<<</p>{second}{third}</div></body></html>"
    )

    assert got.title == headline


def test_the_headline_of_verse_is_compared_with_the_verse_and_not_with_the_footer():
    verse = "Sing, brothers, sing,<br>we sow the seed and reap the grain,<br>sing, brothers, sing.<br>But we have songs,<br>sing, brothers, sing."
    others = "".join(
        f"<li><a href='/news/{n}.html'>The mill turns again for the {n}th time</a></li>" for n in range(4, 9)
    )
    page = (
        "<title>Harvest hymn by a ploughman | Pier Valley Herald</title></head><body><a class=logo href=/index.html>Pier Valley Herald</a>"
        "<div>Every Thursday since 1854</div><div><div>Letters</div><h1>Harvest hymn by a ploughman</h1><div>11 April 2019</div>"
        f"<div class=storybody><p>We plough the hill in wind and rain,</p><p>{verse}</p></div></div>"
        f"<div id=related><h5>Also in this issue</h5><ul>{others}</ul></div><aside><h5>Most read</h5><ol>{others}</ol></aside>"
        "<div id=foot><p>Pier Valley Herald, 4 Market Place, Riverton. Registered at the Post Office as a newspaper.</p></div>"
    )

    assert extract(f"<html><head><meta charset=utf-8>{page}</body></html>").title == "Harvest hymn by a ploughman"


@pytest.mark.parametrize("shown", ["k7缃棠官网", "缃棠猫下载_缃棠猫登录"])
def test_the_headline_of_the_metadata_is_taken_where_keywords_stand_in_its_place(shown):
    stated = f'<meta property="og:title" content="{HEADLINE}">'
    page = f"<title>{shown}_缃棠猫入口</title>{stated}</head><body><h1>{shown}</h1><p>来源:江湾晚报</p>{tags(TEXT)}"
    assert extract(f"<html><head><meta charset=utf-8>{page}</body></html>").title == HEADLINE


def test_the_headline_of_the_metadata_is_taken_where_the_keyword_in_its_place_opens_the_text_as_well():
    keyword = "缃棠猫官方下载"
    page = (
        f'<title>{keyword}</title><meta property="og:title" content="{HEADLINE}"></head>'
        f"<body><h1>{keyword}</h1><p>来源:江湾晚报</p>{tags([keyword + TEXT[0], *TEXT[1:]])}"
    )
    assert extract(f"<html><head><meta charset=utf-8>{page}</body></html>").title == HEADLINE


def test_a_headline_of_which_the_text_has_words_stays_though_the_metadata_state_another():
    stated = '<meta property="og:title" content="施工队还要完成桥面铺装、护栏更换">'
    page = f"<title>{HEADLINE}</title>{stated}</head><body><h1>{HEADLINE}</h1><p>来源:江湾晚报</p>{tags(TEXT)}"
    assert extract(f"<html><head><meta charset=utf-8>{page}</body></html>").title == HEADLINE
