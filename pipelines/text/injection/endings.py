"""What a site hangs on its titles (T2): the same last fields on most pages, and a keyword before them."""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.text.injection.page import Find, Page, key

MARK = re.compile(r"\s*[_|｜丨]\s*|\s+[-–—]+\s+|(?<=[^\x00-\x7f])[-–—]+|[-–—]+(?=[^\x00-\x7f])")
"""What joins fields of a title; a hyphen between two ASCII characters does not."""

MIN_SHARE = 0.5
"""Share of a site's pages whose titles must end alike."""
MIN_PAGES = 3
"""Pages from which an ending is learned."""
MIN_LEFT = 4
"""Letters that must be left for a headline."""


def find_site_endings(pages: Sequence[Page]) -> frozenset[str]:
    """Find the endings that the titles of a site share, each as the key of all that follows a mark."""
    counts: Counter[str] = Counter()
    titles = {page.title for page in pages}
    for title in titles:
        counts.update({key(title[match.end() :]) for match in MARK.finditer(title)})
    least = max(MIN_PAGES, MIN_SHARE * len(titles))
    return frozenset(ending for ending, count in counts.items() if ending and count >= least)


def find_endings(page: Page) -> list[Find]:
    """Find the ending that a title shares with the site's others, and fields before it that the body knows nothing of."""
    title = page.title
    marks = list(MARK.finditer(title))
    shared = next((at for at, match in enumerate(marks) if key(title[match.end() :]) in page.site.endings), None)
    if shared is None:
        return []
    first = shared
    while first > 0 and _is_foreign(page, title[marks[first - 1].end() : marks[first].start()]):
        first -= 1
    if first == 0 and shared > 0 and _is_foreign(page, title[: marks[0].start()]):
        first = shared  # nothing of the title is in the body, so the body cannot say what is foreign
    if len(key(title[: marks[first].start()])) < MIN_LEFT:
        return []
    evidence = "the ending of most titles of this site"
    if first < shared:
        evidence += ", and a field before it that the text has nothing to do with"
    return [Find(paragraph=None, start=marks[first].start(), end=len(title), reason="title_ending", evidence=evidence)]


def _is_foreign(page: Page, part: str) -> bool:
    """Say whether a field of the title shares nothing with the body."""
    return page.tie(part) == 0
