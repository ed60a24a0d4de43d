"""Labels of keywords in front of paragraphs, and sections, places and speakers."""

import pytest

from pipelines.text.injection.affixes.labels import find_labels


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
