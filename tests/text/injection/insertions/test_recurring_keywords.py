"""Keywords dropped into the words of one page, and words that come back."""

from pipelines.text.injection.insertions.recurring_keywords import find_recurring_keywords


def dropped_in(texts, token, places):
    """Put a token into texts, at one offset of each."""
    return [text[:at] + token + text[at:] for text, at in zip(texts, places, strict=True)]


def test_a_keyword_inside_words_goes_where_it_has_other_neighbours_each_time(page, story, cleaned):
    dirty = dropped_in(dropped_in(story, "鹅云", (30, 27, 29, 33, 31)), "鹅云", (4, 13, 6, 10, 14))

    assert cleaned(find_recurring_keywords, page(dirty))[1] == story


def test_a_keyword_that_stands_twice_in_a_row_needs_fewer_places(page, story, cleaned):
    dirty = dropped_in(story[:4], "鹅云", (3, 15, 6, 10))

    assert find_recurring_keywords(page(dirty)) == []
    assert cleaned(find_recurring_keywords, page([dirty[0].replace("鹅云", "鹅云鹅云"), *dirty[1:]]))[1] == story[:4]


def test_words_of_the_article_that_come_back_stay(page, story):
    assert find_recurring_keywords(page(story * 3)) == []


def test_a_word_that_ends_keywords_of_the_title_stays_where_the_text_has_it_too(page, story, cleaned):
    title = "老磨坊重新转动_缃棠猫下载_瓠瓜鲸下载"
    texts = dropped_in(story[:2], "下载", (9, 15))

    assert cleaned(find_recurring_keywords, page([*texts, *story[2:]], title=title))[1] == (*texts, *story[2:])
    rooted = page([*dropped_in(story[:2], "鹅云", (9, 15)), *story[2:]], title="老磨坊重新转动_鹅云下载_鹅云官网")
    assert cleaned(find_recurring_keywords, rooted)[1] == story
