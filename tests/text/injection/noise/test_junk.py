"""Random characters, and what else has letters, digits and signs."""

import pytest

from pipelines.text.injection.noise.junk import find_junk


@pytest.mark.parametrize(
    "junk",
    [
        '4 u% _) ?5 S" x7 Z&',
        "!aHuN==*8)?p%Q=zy橙汁社区 - 大家的家园",
        "r8$C v (G4c^v Hz【橙汁BBS】畅谈!",
        "9k~Q;2/x^T=4m",
    ],
)
def test_random_characters_go_from_lines_and_ends(junk, page, story, cleaned):
    assert cleaned(find_junk, page([*story[:2], junk, *story[2:]]))[1] == story
    assert cleaned(find_junk, page([story[0] + junk, *story[1:]]))[1] == story


@pytest.mark.parametrize(
    "line",
    ["2025-03-01 GMT 21:43", "iPhone15(Pro+Max)", "E = mc^2 + k", "https://a.example/q?x=1&y=2", "A4/B5, 80g (x2)"],
)
def test_dates_names_formulas_and_links_stay(line, page, story):
    assert find_junk(page([*story, line])) == []


def test_random_characters_inside_a_paragraph_go_with_the_slogan_behind_them(page, story, cleaned):
    junk = ("7% k= 2& B? 9_ 4^", "3~ X; 8? 1# c= 5&", "a? 6= 4% 9; Z_")
    dirty = [f"{text[:12]}{run}河岸夜读,一路有灯{text[12:]}" for text, run in zip(story[:2], junk[:2], strict=True)]

    assert cleaned(find_junk, page([*dirty, f"{story[2][:5]}{junk[2]}{story[2][5:]}", *story[3:]]))[1] == story


RUNS = ("x7#Kq&2_bT9!", "4$mZ?w@1Lp;R", "Q9~d}3&vX_6s")


def strewn(story, runs):
    """Give the story with a run before the first comma of as many paragraphs."""
    return [text.replace("，", f"{run}，", 1) for text, run in zip(story, runs, strict=False)] + list(
        story[len(runs) :]
    )


def test_runs_inside_several_paragraphs_go(page, story, cleaned):
    assert cleaned(find_junk, page(strewn(story, RUNS)))[1] == story


def test_a_single_one_may_be_a_password_of_which_the_text_tells(page, story):
    assert find_junk(page(strewn(story, RUNS[:1]))) == []
