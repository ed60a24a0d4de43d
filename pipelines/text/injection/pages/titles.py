"""Keywords in a title (T2) that other mirrors of the article have without them."""

from collections import Counter
from collections.abc import Set as AbstractSet

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.pages.sentences import Ask, fingerprint, in_one_script
from pipelines.text.pairs import is_pair

SHORTEST = 6
"""Letters of a title that is remembered; a shorter one may be anybody's."""
LONGEST = 60
"""Letters of one that is searched."""
SPLIT_SITES = 2
"""Sites that must have the title without what splits a word and is no keyword: `中国女子足球队` of `国足` does as well."""
STEM = 2
"""First letters that keywords of one root share."""
LONGEST_CUT = 24
"""Letters of a keyword, 2 at least."""


def title_letters(page: Page) -> str:
    """Give the letters by which a title is known again, none where it is too short."""
    letters = in_one_script(page.title)
    return letters if len(letters) >= SHORTEST else ""


def find_unwitnessed_title(page: Page, ask: Ask) -> list[Find]:
    """Find the shortest stretch without which another site has the title.

    Editors hang their own words on headlines, too. So it must begin with a root that the site is known for or as two of its
    keywords do; or split a word, belong to neither side, and be missing on several sites. Takes a page that is a copy of
    what other sites have.
    """
    letters = title_letters(page)
    begins = Counter(word[:STEM] for word in page.site.keywords)
    roots = page.site.roots | {stem for stem, count in begins.items() if count > 1}
    if not letters or len(letters) > LONGEST or ask([fingerprint(letters)])[0]:
        return []
    cuts = {
        (start, end): least
        for start in range(len(letters))
        for end in range(start + 2, min(len(letters), start + LONGEST_CUT) + 1)
        if len(letters) - (end - start) >= SHORTEST and (least := _least_sites(page, letters, (start, end), roots))
    }
    answers = ask([fingerprint(letters[:start] + letters[end:]) for start, end in cuts])
    found = [cut for cut, sites in zip(cuts, answers, strict=True) if sites >= cuts[cut]]
    if not found:
        return []
    start, end = min(found, key=lambda cut: cut[1] - cut[0])
    places = [at for at, char in enumerate(page.title) for _ in key(char)]
    first, last = places[start], places[end - 1] + 1
    while last < len(page.title) and not key(page.title[last]):  # a mark that closes it, or joins it to what follows
        last += 1
    while start and first and not key(page.title[first - 1]) and end == len(letters):
        first -= 1
    evidence = "other sites have the title without it"
    return [Find(paragraph=None, start=first, end=last, reason="unwitnessed", evidence=evidence)]


def _least_sites(page: Page, letters: str, cut: tuple[int, int], roots: AbstractSet[str]) -> int:
    """Give on how many sites a title must stand without a stretch for that to be put in; 0 where it may be an editor's."""
    start, end = cut
    stretch = letters[start:end]
    if stretch in page.known or any(stretch.startswith(root) for root in roots):
        return 1
    if not start or end == len(letters) or not is_pair(letters[start - 1], letters[end]):
        return 0
    is_bound = is_pair(letters[start - 1], stretch[0]) or is_pair(stretch[-1], letters[end])
    return 0 if is_bound else SPLIT_SITES
