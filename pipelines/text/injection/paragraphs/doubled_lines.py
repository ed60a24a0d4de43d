"""Brand lines of which each page of a site has its own, again and again between its paragraphs (T3)."""

from collections import Counter
from collections.abc import Sequence

from pipelines.text.byline import is_credit_label, is_credit_line
from pipelines.text.injection.evidence.keywords import is_long_enough, some_are_unrelated, topics
from pipelines.text.injection.evidence.page import LONGEST_LINE, PROSE_END, Page
from pipelines.text.injection.evidence.tokens import key

MIN_PAGES, PAGES_SHARE = 5, 0.3
"""Pages of a site that must have such a line, and their share: a caption or a heading comes back on a page now and then."""
MIN_LINES = 3
"""Different lines of a site: what all pages have is its furniture."""
MOST_LINES = 2
"""Lines of a page that come back; a transcript has more."""


def find_doubled_lines(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keys of lines that stand between paragraphs of a page twice or more and have nothing to do with it.

    One page with such a line says little; where many unrelated pages of a site have one, each its own, the site puts them in.
    """
    having = [(page, lines) for page in pages if (lines := _doubled(page))]
    found = frozenset(line for _, lines in having for line in lines)
    enough = len(having) >= max(MIN_PAGES, PAGES_SHARE * len(pages)) and len(found) >= MIN_LINES
    return found if enough and some_are_unrelated([topics(page.title) for page, _ in having]) else frozenset()


def _doubled(page: Page) -> set[str]:
    """Give the keys of the lines between paragraphs of a page that come back and of which its text does not speak."""
    if not page.is_prose:
        return set()
    prose = [(index, text.strip()) for index, text in page.prose()]
    lines = Counter(key(text) for at, (_, text) in enumerate(prose) if _stands_between(prose, at))
    again = {line for line, times in lines.items() if times > 1 and is_long_enough(line)}
    said = {line: text for _, text in prose if (line := key(text)) in again}
    if len(again) > MOST_LINES or any(page.kind(index) == "cell" for index, _ in prose):
        return set()
    return {line for line in again if not page.natural_tie(said[line]) and not page.speaks_of(said[line])}


def _stands_between(prose: Sequence[tuple[int, str]], at: int) -> bool:
    """Say whether a line stands behind a paragraph or before one, and is no sentence and no credit."""
    text = prose[at][1]
    if len(text) > LONGEST_LINE or PROSE_END.search(text) or is_credit_line(text) or is_credit_label(text):
        return False
    return any(
        len(other) > LONGEST_LINE and PROSE_END.search(other)
        for _, other in (*prose[max(0, at - 1) : at], *prose[at + 1 : at + 2])
    )
