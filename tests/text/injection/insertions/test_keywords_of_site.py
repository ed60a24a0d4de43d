"""Keywords that a site's edges prove, inside the sentences of a page."""

import pytest

from pipelines.text.injection import Habits, Page
from pipelines.text.injection.insertions.keywords_of_site import find_keywords_of_site

SITE = Habits(pages=20, keywords=frozenset({"绯羽游艺厅", "kk绯羽"}))


def cut(*paragraphs, title="渡口的新船"):
    page = Page(title, paragraphs, site=SITE)
    lines = {None: title, **dict(enumerate(paragraphs))}
    for find in sorted(find_keywords_of_site(page), key=lambda find: find.start, reverse=True):
        lines[find.paragraph] = lines[find.paragraph][: find.start] + lines[find.paragraph][find.end :]
    return list(lines.values())


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        (
            "旧船今年春绯羽游艺厅天退下来，新船用了四个月的时绯羽游艺厅间。",
            "旧船今年春天退下来，新船用了四个月的时间。",
        ),
        ("旧船退下来，绯羽游艺厅，新船用了四个月的时间。", "旧船退下来，新船用了四个月的时间。"),
        ("旧船退下来，新船用了四个月的时间（绯羽游艺厅）。", "旧船退下来，新船用了四个月的时间。"),
    ],
)
def test_a_keyword_goes_where_its_place_shows_that_it_was_put_there(dirty, clean):
    assert cut(dirty) == ["渡口的新船", clean]


@pytest.mark.parametrize(
    "text",
    [
        "镇上的绯羽游艺厅昨天关了门，老板说，绯羽游艺厅的房租太贵。",
        "绯羽游艺厅公司去年亏损，记者到绯羽游艺厅时没有人。",
        "他在绯羽游艺厅门口等了很久。",
    ],
)
def test_a_firm_that_an_article_is_about_is_kept(text):
    assert cut(text, title="绯羽游艺厅关门") == ["绯羽游艺厅关门", text]
