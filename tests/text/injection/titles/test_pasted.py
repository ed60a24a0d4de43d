"""The headline where it was pasted again."""

from pipelines.text.injection.titles.pasted import find_pasted_titles


def test_the_headline_pasted_behind_a_sentence_goes(page, story, cleaned):
    dirty = page([f"{story[0]} 石桥镇老磨坊时隔多年重新转动", *story[1:]])

    assert cleaned(find_pasted_titles, dirty)[1] == story
