"""A question mark behind headlines that ask nothing (O3): what some mirrors make of a broken byte at the end of each title."""

import re
from collections.abc import Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page

TRAILING = re.compile(rf"(?<=[{HANZI}])[?？]\Z")
ASKING = re.compile(r"[吗嗎呢么麼什何谁誰哪啥几幾多怎否]|[还還]是|(?P<verb>.)[不没沒](?P=verb)")
"""What a question in Chinese has; without any of it the mark is rhetorical, or none of the writer's."""
MIN_TITLES, MIN_SHARE = 3, 0.5
"""Titles of a site that must end so, and their share."""


def find_site_question_marks(pages: Sequence[Page]) -> frozenset[str]:
    """Find whether half of a site's titles end with a question mark and ask nothing: the set is not empty where they do."""
    titles = {page.title for page in pages if page.hanzi}
    asking = sum(_is_left(title) for title in titles)
    return frozenset({"?"} if asking >= max(MIN_TITLES, MIN_SHARE * len(titles)) else ())


def find_question_mark(page: Page) -> list[Find]:
    """Find the mark behind a title that asks nothing, on a site that hangs one on its titles."""
    if not page.site.question_marks or not _is_left(page.title):
        return []
    evidence = "a question mark behind titles that ask nothing, as on other pages of this site"
    end = len(page.title)
    return [Find(paragraph=None, start=end - 1, end=end, reason="title_question_mark", evidence=evidence)]


def _is_left(title: str) -> bool:
    """Say whether a title ends with a question mark and has nothing that asks."""
    return TRAILING.search(title) is not None and ASKING.search(title) is None
