"""What the tests of injected text share: an invented article, and a way to apply finds."""

import pytest

from pipelines.text.injection import ALONE, Page
from tests.text.injection.invented import STORY, TITLE


@pytest.fixture
def story():
    """Five clean paragraphs."""
    return STORY


@pytest.fixture
def page():
    """Make a page of paragraphs."""

    def make(paragraphs, *, title=TITLE, headings=(), kinds=(), known=(), site=ALONE):
        return Page(title, tuple(paragraphs), tuple(kinds), tuple(headings), frozenset(known), site)

    return make


@pytest.fixture
def cleaned():
    """Apply what a rule finds on a page; gives title and paragraphs."""

    def clean(rule, page):
        title, paragraphs = page.title, list(page.paragraphs)
        gone = set()
        for find in sorted(rule(page), key=lambda find: find.start, reverse=True):
            if find.doubtful:
                continue
            if find.whole:
                gone.add(find.paragraph)
                continue
            text = title if find.paragraph is None else paragraphs[find.paragraph]
            text = text[: find.start] + find.put + text[find.end :]
            if find.paragraph is None:
                title = text
            else:
                paragraphs[find.paragraph] = text
        return title, tuple(text for index, text in enumerate(paragraphs) if index not in gone)

    return clean
