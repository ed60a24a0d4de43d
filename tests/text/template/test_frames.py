"""Frames of a page's own title and keywords, and what looks the same and is a writer's."""

import pytest

from pipelines.text.template.frames import find_frames, speaks_of_site

TITLE = "石桥镇老磨坊时隔多年重新转动"
STORY = (
    "石桥镇的老磨坊今年春天重新转动，镇上的木匠花了四个月修好了水轮。木匠说最难的是找到合适的橡木。",
    "磨坊建于一百多年前，曾经为附近六个村子磨面。后来电机取代了水轮，这里就关了门。",
    "志愿者把拆下来的零件一件件编号，冬天在仓库里打磨。有的零件已经锈得看不出原样。",
    "第一袋面粉送给了镇上的小学，孩子们用它烤了面包。校长说下个月还会带学生来参观。",
)
MILL = "The old mill turns again after forty years of silence"
ENGLISH = (
    "The old mill at Stonebridge turned again this spring after a carpenter spent four months on its wheel.",
    "It was built more than a century ago and ground flour for six villages until electric motors came.",
    "Volunteers numbered every part they took out and polished them in a barn through the winter.",
)
OPENING = "这一期小编带各位看看月光橙汁怎么做，顺便说说月光橙汁几块钱，觉得有用就收藏本站吧！"
ENDING = "好了，月光橙汁怎么做就写到这儿，月光橙汁几块钱也一并说了，更多请在站内找。"


@pytest.mark.parametrize(
    "title", [TITLE, f"{TITLE}（月光橙汁怎么做和月光橙汁几块钱）", f"{TITLE}_月光橙汁怎么做,月光橙汁几块钱"]
)
def test_an_opening_and_an_ending_made_for_search_engines_go(title):
    assert sorted(find_frames(title, [OPENING, *STORY, ENDING])) == [0, len(STORY) + 1]


def test_an_opening_alone_goes_where_the_title_lists_its_keywords():
    title = f"{TITLE}（月光橙汁怎么做和月光橙汁几块钱）"

    assert sorted(find_frames(title, [OPENING, *STORY])) == [0]
    assert find_frames(TITLE, [OPENING, *STORY]) == {}


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("怎么挑橡木：预算与用途", "大家好，今天讲怎么挑橡木，预算与用途都会说到，您可以边看边记。"),
        ("修水轮的八个月（上）", "各位读者，您手里的这篇文章写了八个月，讲的是怎样修水轮，请您慢慢看。"),
        (TITLE, "本站记者昨天到了石桥镇，您将看到的是一座老磨坊。"),
    ],
)
def test_what_introduces_an_article_to_its_readers_stays(title, opening):
    assert find_frames(title, [opening, *STORY]) == {}


def test_what_generators_say_goes_though_lines_stand_beside_it():
    made = "本篇文章给大家谈谈橙汁下载，以及橙汁官网对应的知识点，希望对各位有所帮助，不要忘了收藏本站喔。"
    lines = ["版本：v2.8.0", "大小：15.8MB", "类别：休闲", made, *STORY, "编辑：甲明远"]

    assert sorted(find_frames(TITLE, lines)) == [3]


def test_an_editorial_whose_ends_speak_of_one_thing_stays():
    first = "报纸撰文重点关注石桥镇的水轮工程，文中称修水轮的木匠和小学生是镇上的骄傲。"
    last = "舆论高度关注石桥镇的水轮工程，认为修水轮的木匠和小学生是镇上的骄傲。"

    assert find_frames(TITLE, [first, *STORY, last]) == {}


def test_keywords_that_the_article_speaks_of_are_its_subject():
    title = "橙汁两题（月光橙汁怎么做和月光橙汁几块钱）"
    paragraphs = [OPENING, STORY[0], "月光橙汁怎么做，其实很简单。至于月光橙汁几块钱，要看季节。", ENDING]

    assert find_frames(title, paragraphs) == {}


@pytest.mark.parametrize(
    "line",
    [
        f"The post {MILL} appeared first on Valley Letters.",
        f"This article, “{MILL}”, was originally published by Valley Letters",
        f"{MILL} first appeared in Valley Letters.",
        f"La entrada {MILL} se publicó primero en Cartas del Valle.",
        f"O post {MILL} apareceu primeiro em Cartas do Vale.",
        f"Der Beitrag {MILL} erschien zuerst auf Talpost.",
        f"Запись {MILL} впервые появилась Письма долины.",
    ],
)
@pytest.mark.parametrize("title", [MILL, f"{MILL} – velvet perfume sale"])
def test_a_line_that_says_where_the_article_stood_first_goes(line, title):
    assert sorted(find_frames(title, [*ENGLISH, line])) == [3]


@pytest.mark.parametrize(
    "line",
    [
        f"The post she wanted most appeared in the window, and under it somebody had written: {MILL}, and a long letter.",
        "The post office on the green appeared first on the map of 1850.",
        f"“{MILL}”, sang the children.",
    ],
)
def test_a_last_sentence_stays(line):
    assert find_frames(MILL, [*ENGLISH, line]) == {}


def test_what_is_longer_than_any_title_is_not_looked_at():
    assert find_frames("甲乙_" * 500_000, [OPENING, *STORY, ENDING]) == {}


CLOSED = "关于木桥怎么修和水渠怎么挖的介绍到此就结束了，不知道你从中找到你需要的信息了吗？"
OPENED = "今天给各位分享木桥怎么修的知识，其中也会对水渠怎么挖进行解释，现在开始吧！"


@pytest.mark.parametrize(
    "frame", [OPENED, CLOSED, "好了，以上就是阿禾为大家整理的木桥怎么修的全部内容，欢迎常来看看。"]
)
def test_a_paragraph_that_only_a_generator_writes_goes_from_either_end_without_a_keyword_in_the_title(frame):
    assert sorted(find_frames("老磨坊重新转动", [frame, *STORY])) == [0]
    assert sorted(find_frames("老磨坊重新转动", [*STORY, frame])) == [len(STORY)]


@pytest.mark.parametrize(
    "text",
    [
        "今天给大家分享一个修木桥的老办法，希望对各位有所帮助。",
        "以上就是会议的全部内容，会后村民一起来看看新修的木桥。",
        "发布会的介绍到此就结束，随后是提问。",
    ],
)
def test_an_introduction_and_a_closing_sentence_stay(text):
    assert find_frames("老磨坊重新转动", [text, *STORY]) == {}
    assert find_frames("老磨坊重新转动", [*STORY, text]) == {}


def test_such_a_paragraph_amid_a_text_is_its_subject():
    assert find_frames("采集站是怎么写开头的", [*STORY, OPENED, *STORY]) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to our complete guide to bread ovens.",
        "Keep reading to learn how the oven was moved. Let's dive in!",
        "Bookmark this page, and tell us in the comments.",
        "Thank you for visiting us.",
        "We hope you found this blog post useful.",
        "En este artículo hablamos de hornos. ¡Gracias por leer!",
        "Neste post falamos de fornos.",
        "Obrigada por acompanhar.",
        "Pada artikel ini kita membahas tungku.",
        "Terima kasih sudah membaca.",
        "В нашей статье мы говорим о печах.",
        "Спасибо за внимание!",
        "Bài viết này nói về lò bánh mì.",
        "Cảm ơn bạn đã ghé thăm.",
        "Dans cet article, nous parlons de fours.",
        "Merci d’avoir lu jusqu’ici.",
        "In diesem Beitrag geht es um Backöfen.",
        "いかがでしたか。",
        "最後までお読みいただき、ありがとうございました。",
        "当サイトではパンの窯を紹介します。",
        "이번 글에서는 화덕을 소개합니다.",
        "끝까지 읽어 주셔서 감사합니다.",
        "댓글로 알려 주세요.",
    ],
)
def test_a_paragraph_that_speaks_of_its_page_is_known_in_many_languages(text):
    assert speaks_of_site(text)


@pytest.mark.parametrize(
    "text",
    [
        "The article was printed in 1911, and its author guided visitors through the bakery.",
        "Спасибо, что пришли, сказала хозяйка печи.",
        "이 글을 쓴 사람은 화덕지기였다.",
        "記事は窯の話だった。",
    ],
)
def test_a_paragraph_that_speaks_of_another_article_is_none_of_them(text):
    assert not speaks_of_site(text)
