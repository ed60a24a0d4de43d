"""All rules on one page: a clean article, any text, and text that would take long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.injection import FAMILIES, Page
from tests.growth import assert_linear
from tests.text.injection.invented import ENGLISH

TEXTS = st.lists(
    st.text(st.characters(exclude_characters="\n\r") | st.sampled_from("橙汁王，。？?:：_|(<&{[*🧭0aA ")), max_size=6
)


@pytest.mark.parametrize("rule", FAMILIES, ids=lambda rule: rule.__name__)
def test_a_clean_article_gives_no_rule_anything_to_find(rule, page, story):
    assert rule(page(story, headings=["石桥镇老磨坊时隔多年重新转动 - 石桥日报"])) == []
    assert rule(page(ENGLISH, title="Old mill turns again", headings=["Old mill turns again | Valley News"])) == []


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
    def page(size):
        return Page("标题", (unit * size, "短行", unit * 20), (), ("标题_橙汁",))

    assert_linear(lambda page: [rule(page) for rule in FAMILIES], page, 8_000, times=2)
