"""The headline where it was pasted again."""

from pipelines.text.injection.titles.pasted import find_pasted_titles


def test_the_headline_pasted_behind_a_sentence_goes(page, story, cleaned):
    dirty = page([f"{story[0]} 石桥镇老磨坊时隔多年重新转动", *story[1:]])

    assert cleaned(find_pasted_titles, dirty)[1] == story


def test_the_headline_alone_below_the_text_goes(page, story, cleaned):
    assert cleaned(find_pasted_titles, page([*story, "石桥镇老磨坊时隔多年重新转动"]))[1] == story


def test_verse_may_end_with_its_title(page):
    verse = ["轮子转了，", "水还没有醒，", "等面粉的人排到桥头，", "石桥镇老磨坊时隔多年重新转动"]
    assert find_pasted_titles(page(verse)) == []
