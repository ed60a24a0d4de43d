"""Other people's headlines and rows above and below an article, and the lists that are its own."""

import pytest

from pipelines.text.injection import ALONE, Habits
from pipelines.text.injection.paragraphs.headlines import find_headlines

POLL = tuple(
    f"第{place} {stall} {votes}人支持"
    for place, stall, votes in ((1, "水车面馆", 941), (2, "后街豆浆", 807), (3, "桥头锅贴", 655))
)

BIRTHDAYS = ("2025/6/2 秦玉兰🎂", "2025/6/11 霍东升🎂", "2025/6/19 柏小满🎂")

DATA = ("屏幕：2.8英寸 电池：1800mAh 重量：98克",)

FIELDS = ("导演：袁野", "主演：庄敏、郭子墨、乌兰", "片长：118分钟")

WORKS = ("锣鼓《花好月圆》 老年锣鼓队", "快板《修路》 东街快板社", "合唱《月亮船》 少儿合唱团")

EDGES = Habits(edges=frozenset({"第0 …", "a rank, a keyword and a headline", "a count of votes"}))


def test_lines_of_others_beside_the_article_go(page, story, cleaned):
    lines = ["第2 橙汁短剧 某某深夜发文回应一切", "7350人支持", "2024/11/18孔某某🍓", "她在河边回头的那一刻"]

    assert cleaned(find_headlines, page([*lines, *story]))[1] == story
    assert cleaned(find_headlines, page([*story, *lines]))[1] == story


def test_chapters_and_rankings_that_are_the_article_stay(page, story):
    assert find_headlines(page(["第2章 水轮", "第一节 橡木", *story])) == []
    ranking = [f"第{place} 木匠组 水轮修复{place}分钟" for place in (1, 2)]
    assert find_headlines(page([*ranking, *story])) == []


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


def test_two_headlines_of_two_clauses_go_and_one_stays(page, cleaned, story):
    lines = ["卖花人的伞丢在雨里 三天后有人送回", "【3】老照片里的姑娘是谁，孙子找了十年！"]

    assert cleaned(find_headlines, page([*lines, *story]))[1] == story
    assert cleaned(find_headlines, page([*story, *lines]))[1] == story
    assert find_headlines(page([*story, lines[0]])) == []


def test_verse_at_the_end_stays(page, story):
    assert find_headlines(page([*story, "远山含雪入窗来 小径无人草自开", "一夜东风吹雨过 满江新绿映楼台"])) == []


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
