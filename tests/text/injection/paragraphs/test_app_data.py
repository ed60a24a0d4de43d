"""The title above an article, again and again, where the data of an app stood."""

from pipelines.text.injection.paragraphs.headlines import find_headlines

TITLE = "石桥镇老磨坊时隔多年重新转动，第一袋面粉送给镇上的小学，门票收入用来维护水渠和水轮"


def test_the_title_three_times_above_an_article_goes(page, story, cleaned):
    assert cleaned(find_headlines, page([f"· {TITLE}"] * 4 + list(story), title=TITLE))[1] == story


def test_once_is_a_headline(page, story, cleaned):
    assert cleaned(find_headlines, page([TITLE, *story], title=TITLE))[1] == (TITLE, *story)
