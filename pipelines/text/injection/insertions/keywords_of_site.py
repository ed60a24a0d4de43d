"""Keywords that the edges of a site's pages prove, inside the sentences of its other pages (I1, I2)."""

from collections.abc import Sequence

from pipelines.text.injection.evidence.function_words import FUNCTION_HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.roots import Kind, Spot, spots_of, text_of
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, longest_first, places_of
from pipelines.text.injection.insertions.roots import BRACKETS, belongs, cuts_of

LEAST = 4
"""Letters of a keyword; a shorter one stands in texts by chance."""
INSIDE = 2
"""Places that are enough where all stand between two characters that have nothing to do with it."""


def find_keywords_of_site(page: Page) -> list[Find]:
    """Find keywords of the site in the sentences of a page that does not speak of them.

    That a keyword stands at the edges of unrelated articles proves it, and not what stands here: an article may be about a
    firm of that name. It is not where commas or brackets hold nothing else, or where it stands between two characters each
    time that have nothing to do with it; places at other edges of clauses, or beside words of grammar, speak for the article.
    """
    if not page.hanzi or not page.site.keywords:
        return []
    text = text_of(page.title, page.paragraphs)
    finds: list[Find] = []
    for token in longest_first(page.site.keywords):
        if len(token) < LEAST or not HANZI_CHAR.search(token) or token not in text:
            continue
        spots = spots_of(text, token, list(places_of(text, token)), page.site.tails, own=False)
        in_body = [spot for spot in spots if spot.start > len(page.title)]
        if _is_put_there(text, in_body) and page.tie(token) <= BY_CHANCE:
            evidence = "a keyword of this site, where the sentence goes on without it"
            finds += cuts_of(page, text, [spot for spot in spots if not belongs(spot)], evidence)
    return finds


def _is_put_there(text: str, spots: Sequence[Spot]) -> bool:
    """Say whether the places of a keyword in a body show that it was put there."""
    set_off = joined = foreign = 0
    for spot in spots:
        if spot.kind is Kind.SLOT or BRACKETS.get(text[spot.start - 1]) == text[spot.end]:
            set_off += 1
        elif spot.kind is Kind.JOINED and not spot.bound:
            joined += 1
        elif spot.kind is Kind.APART and not spot.bound and FUNCTION_HANZI.isdisjoint(spot.around):
            foreign += 1
    spoken = len(spots) - set_off - joined - foreign
    if spoken:
        return set_off + joined >= INSIDE and set_off + joined > spoken
    return set_off > 0 or joined + foreign >= INSIDE
