"""Keywords dropped into the words of one page, and words that come back."""

from pipelines.text.injection.insertions.recurring_keywords import find_recurring_keywords


def dropped_in(texts, token, places):
    """Put a token into texts, at one offset of each."""
    return [text[:at] + token + text[at:] for text, at in zip(texts, places, strict=True)]


def test_a_keyword_inside_words_goes_where_it_has_other_neighbours_each_time(page, story, cleaned):
    dirty = dropped_in(dropped_in(story, "鹅云", (30, 27, 29, 33, 31)), "鹅云", (4, 13, 6, 10, 14))

    assert cleaned(find_recurring_keywords, page(dirty))[1] == story


def test_words_of_the_article_that_come_back_stay(page, story):
    assert find_recurring_keywords(page(story * 3)) == []
