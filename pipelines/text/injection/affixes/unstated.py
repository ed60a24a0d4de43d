"""What stands in the headline and before the lead, while the page's metadata say both without it (T2, P2)."""

import re
from collections.abc import Iterator

from pipelines.text.byline import credit_bounds
from pipelines.text.injection.affixes.refrains import is_clause
from pipelines.text.injection.evidence.genuine_starts import DATED, NUMBERED
from pipelines.text.injection.evidence.page import PROSE_END, SENTENCE, Find, Page
from pipelines.text.injection.evidence.tokens import common_start, key

MIN_HEADLINE = 6
"""Characters of a stated headline; a shorter one may be a section."""
START = {False: 30, True: 12}
"""Characters with which a text, with Chinese (True) one, has to begin as it is stated."""
MIN_KEYWORD, MOST_EXTRA = 2, 40
"""Letters of a keyword, at least, and characters of it with the marks around it, at most."""
EDGES = re.compile(r"\A[\W_]+|[\W_]+\Z")
"""Marks around one."""


def find_unstated(page: Page) -> list[Find]:
    """Find a keyword inside the headline or at its edge, and before the first sentence, that the metadata do not have.

    Mirrors put keywords into what readers see and often forget one of the fields. What a title has beside the stated
    one goes from its middle, and from its edge if a paragraph begins with it or is nothing else, since metadata leave
    out columns, too. What stands before the lead goes where the description begins behind it and the headline, a heading
    or another paragraph has it: editors leave out labels, datelines, days and clauses. None of it goes of which the
    article speaks.
    """
    return [*list(_in_title(page))[:1], *list(_before_lead(page))[:1]]


def _in_title(page: Page) -> Iterator[Find]:
    """Find what the title has beside a headline that the metadata state."""
    title = page.title
    for stated in page.statements:
        size = len(title) - len(stated)
        if len(stated) < MIN_HEADLINE or not MIN_KEYWORD <= size <= MOST_EXTRA:
            continue
        start = len(common_start([title, stated]))
        end = start + size
        if title[end:] != stated[start:]:
            continue
        extra = title[start:end]
        inside = start > 0 and end < len(title)
        if _is_foreign(page, extra) and (inside or _is_edge(page, extra)):
            evidence = "the headline of the metadata has nothing there"
            yield Find(
                paragraph=None, start=start, end=end, reason="title_keyword", evidence=evidence, keyword=_core(extra)
            )


def _before_lead(page: Page) -> Iterator[Find]:
    """Find what stands before the first sentence, where the metadata state how the text begins."""
    size = START[bool(page.hanzi)]
    index, text = next(((index, text) for index, text in page.prose() if len(text) > 2 * size), (0, ""))
    head = credit_bounds(text[: 4 * size])[0]
    for stated in page.statements:
        at = text.find(stated[:size], head, head + MOST_EXTRA + size) if len(stated) >= size else -1
        extra = text[head:at]
        if at <= head or extra.rstrip()[-1:] in {":", "："} or not _is_foreign(page, extra):
            continue
        if _is_edge(page, extra, but=index):
            evidence = "the description of the page begins behind it"
            yield Find(paragraph=index, start=head, end=at, reason="prefix", evidence=evidence, keyword=_core(extra))


def _core(extra: str) -> str:
    """Give the key of what stands between marks."""
    return key(EDGES.sub("", extra))


def _is_foreign(page: Page, extra: str) -> bool:
    """Say whether it is neither a sentence, a clause, a number nor a day, and the article does not speak of it."""
    core = EDGES.sub("", extra)
    if len(key(core)) < MIN_KEYWORD or NUMBERED.fullmatch(core) or DATED.search(core) or is_clause(core):
        return False
    return (
        not (SENTENCE.search(extra) or PROSE_END.search(extra) or page.speaks_of(core)) and page.natural_tie(core) == 0
    )


def _is_edge(page: Page, extra: str, but: int | None = None) -> bool:
    """Say whether a paragraph (*but* one) begins with a keyword or is nothing else, or the headline or `<title>` has it."""
    core = _core(extra)
    others = (text for index, text in page.prose() if index != but)
    named = (page.title, *page.headings) if but is not None else ()
    starts = (key(text[: 2 * MOST_EXTRA]) for text in others)
    return any(start.startswith(core) for start in starts) or any(core in key(name) for name in named)
