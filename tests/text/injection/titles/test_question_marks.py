"""A question mark behind headlines that ask nothing goes where half of a site's titles have it; questions stay."""

import pytest

from pipelines.text.injection import Page
from tests.text.injection.sites import on_site

TEXT = "镇上的人都来看热闹，木匠把水轮修好了。" * 12


def titles(*given):
    """Give the titles as the site leaves them that has these."""
    return [title for title, _ in on_site([Page(title, (TEXT,)) for title in given])]


def test_a_mark_on_most_titles_goes():
    assert titles("老磨坊重新转动?", "渡口添了新船?", "小学种下果树?", "夜校开了新课") == [
        "老磨坊重新转动",
        "渡口添了新船",
        "小学种下果树",
        "夜校开了新课",
    ]


@pytest.mark.parametrize("question", ["老磨坊为什么又转了?", "谁来修水轮?", "新船够不够坐?", "是水轮坏了还是渠干了?"])
def test_a_question_on_such_a_site_stays(question):
    assert titles("老磨坊重新转动?", "渡口添了新船?", "小学种下果树?", question)[-1] == question


def test_one_rhetorical_question_of_six_titles_stays():
    given = ("老磨坊要关门?", "渡口添了新船", "小学种下果树", "夜校开了新课", "集市搬到河边", "邮差走了新路")

    assert titles(*given) == list(given)
