"""The title above an article, again and again, where the data of an app stood."""

from pipelines.text.injection.paragraphs.headlines import find_headlines

TITLE = "石桥镇老磨坊时隔多年重新转动，第一袋面粉送给镇上的小学，门票收入用来维护水渠和水轮"


def test_the_title_three_times_above_an_article_goes(page, story, cleaned):
    assert cleaned(find_headlines, page([f"· {TITLE}"] * 4 + list(story), title=TITLE))[1] == story


def test_once_is_a_headline(page, story, cleaned):
    assert cleaned(find_headlines, page([TITLE, *story], title=TITLE))[1] == (TITLE, *story)


def test_the_data_of_an_app_on_a_line_for_each_field_go(page, story, cleaned):
    fields = ["版本：v2.8.0", "大小：15.8MB", "类别：休闲益智", "系统：Android / iOS"]

    assert cleaned(find_headlines, page([*fields, "河州《晚报》：", *story]))[1] == ("河州《晚报》：", *story)
    places = ["地点：老磨坊", "时间：周六上午", "门票：三十元", *story]
    assert find_headlines(page(places)) == []
