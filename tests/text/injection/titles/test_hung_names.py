"""The name of the site on a headline that `<title>` has without it."""

import pytest

from pipelines.text.injection.titles.hung_names import find_hung_name
from tests.growth import assert_linear
from tests.text.injection.invented import TITLE


@pytest.mark.parametrize(
    "title", ["【缃棠看台】{}", "{}【缃棠看台】", "缃棠看台{}", "{}缃棠看台", "缃棠看台：{}", "{}（缃棠看台）"]
)
@pytest.mark.parametrize("shown", ["{}_缃棠看台", "{} - 渡口直播 - 缃棠看台"])
def test_the_name_goes_with_its_brackets(title, shown, page, story, cleaned):
    dirty = page(story, title=title.format(TITLE), headings=[shown.format(TITLE)])
    assert cleaned(find_hung_name, dirty) == (TITLE, story)


def test_the_column_beside_it_stays(page, story, cleaned):
    headline = f"【河边人物】{TITLE}"
    dirty = page(story, title=f"【缃棠看台】{headline}", headings=[f"{headline}_缃棠看台"])
    assert cleaned(find_hung_name, dirty)[0] == headline


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("【河边人物】{}", "【河边人物】{}_石桥在线"),  # the headline has it in both
        ("【河边人物】{}", "{}_河边人物_石桥在线"),  # a column, not the site
        ("石桥在线{}", "石桥在线{}_石桥在线"),
        ("【快评】{}", "{}_快评"),
        ("{}_要闻_石桥在线", "{}_要闻_石桥在线"),
    ],
)
def test_what_is_of_the_headline_or_no_name_of_the_site_stays(title, shown, page, story):
    assert not find_hung_name(page(story, title=title.format(TITLE), headings=[shown.format(TITLE)]))


def test_a_title_of_thousands_of_fields_takes_linear_time(page, story):
    def dirty(size):
        return page(story, title=f"{TITLE}缃棠看台", headings=["渡口直播|" * size + " - 缃棠看台"])

    assert_linear(find_hung_name, dirty, 1_000)
