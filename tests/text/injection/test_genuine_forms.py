"""Tests: what has the form of an injection and is the author's own — refrains, emoji of a story, lessons."""

import pytest

from pipelines.text.injection.prefixes import find_prefixes
from pipelines.text.injection.refrains import is_clause

ENGLISH = (
    "the ovens were cold and the bakers were asleep, and nobody had written down the recipe.",
    "a boy rode a borrowed horse to the mill and forgot what he had come for.",
    "nobody answered the bell, because the bell had been sold to pay for the rope.",
    "the fog left its coat on the harbour wall and went home early.",
)


# --- refrains --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refrain", "title"),
    [
        ("如果河水倒流，", "如果河水倒流"),
        ("还记得吗？", "还记得吗？"),
        ("亲爱的邻居们，", "亲爱的邻居们，请把灯打开"),
        ("北方的冬天，", "“北方的冬天”：朗诵会上的发言"),
        ("青石板路是", "青石板路"),
    ],
)
def test_a_refrain_that_the_title_bears_stays(refrain, title, page, story):
    assert find_prefixes(page([story[0], *(refrain + text for text in story[1:])], title=title)) == []


@pytest.mark.parametrize("refrain", ["In the year of the long rain, ", "Brothers of the net, ", "Somewhere a river "])
def test_an_opening_behind_which_sentences_go_on_in_lower_case_stays(refrain, page):
    assert find_prefixes(page([refrain + text for text in ENGLISH], title=refrain.strip(" ,"))) == []


def test_a_phrase_in_front_of_sentences_that_begin_with_a_capital_goes(page, cleaned):
    texts = tuple(text.capitalize() for text in ENGLISH)

    dirty = page(["Lantern juice outlet, " + text for text in texts], title="Lantern juice outlet")

    assert cleaned(find_prefixes, dirty)[1] == texts


@pytest.mark.parametrize(("text", "clause"), [("不要忘记", True), ("蜂蜜橙汁下载", False), ("Let it be said", True)])
def test_a_clause_has_words_of_grammar_and_a_keyword_has_none(text, clause):
    assert is_clause(text) is clause
