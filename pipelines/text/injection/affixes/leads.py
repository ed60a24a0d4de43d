"""What a site glues to the start of its articles: a random connective (P3), its brand (P2).

`[事实上,]老磨坊昨天重新转动。`, `[橙汁网]老磨坊昨天重新转动。` A report begins with a time or a place now
and then, but most articles of a site do not begin with one of a handful of connectives, and its brand is none of their words.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.text.byline import credit_bounds
from pipelines.text.injection.evidence.genuine_starts import DATELINE, GOES_ON, NUMBERED, connectives
from pipelines.text.injection.evidence.habits import EMPTY
from pipelines.text.injection.evidence.page import FIELD_BREAK, LONGEST_LINE, MIN_BODY, PROSE_END, Find, Page
from pipelines.text.injection.evidence.tokens import key

START = re.compile(r"([^,，。\s]{2,8})[,，]\s*")

MIN_SHARE = 0.5
"""Share of a site's pages that must begin with a connective; of 4,000 clean articles none does."""
MIN_PAGES = 3
"""Pages from which a site's habit is learned."""
MIN_DIFFERENT = 3
"""Different words that must recur at the start of articles; one alone is the manner of a daily report."""
TIMES = re.compile(r"[\d日天年月周週时時晨晚昨今近前]|期间|期間")
"""What is in words that say when."""
MIN_TOKEN, MIN_SHORT = 4, 2
"""Characters of a brand in front of a lead that only one page shows, and of one where the site has others in front of others."""
MOST_TOKEN = 24
"""Characters of one."""
BRANDED_SHARE = 0.3
"""Share of a site's pages with a brand before the lead that stands on a line above it or in `<title>`, too, from which all are its."""
WHEN = re.compile(r"[\d一二三四五六七八九十][年月日号]")
"""A day, which is no brand."""
MARK = re.compile(r"[\s_|｜丨~～?？:：]+")
"""What stands between a brand and the sentence."""
BEGINS = re.compile(
    r"[\[【“]|(?:今|昨|前)[天日晚]|\d{1,2}[月日]|[当當]地[时時][间間]|近[日来來]|[连連]日|[记記]者|据|據|本[报報]"
)
"""What the first sentence of a report begins with, and goes on with behind its subject more seldom."""


def find_site_leads(pages: Sequence[Page]) -> frozenset[str]:
    """Find the connectives of a site that puts one in front of most of its articles.

    They are those of the language, or words of any kind where a handful recurs at the start of most articles; reports
    begin with a time (`近日，`), but not most of them with one of a few other words.
    """
    starts = Counter(start for page in pages if (start := _start(page)))
    leads = frozenset(start for start in starts if start in connectives())
    least = max(MIN_PAGES, MIN_SHARE * len(pages))
    found = connectives() if sum(starts[lead] for lead in leads) >= least else EMPTY
    handful = {start for start, count in starts.items() if count > 1 and not TIMES.search(start)} | leads
    if len(handful) >= MIN_DIFFERENT and sum(starts[start] for start in handful) >= least:
        found |= handful
    return found


def find_leads(page: Page) -> list[Find]:
    """Find what stands in front of the first paragraph and is the site's.

    A connective goes only where the site is known to begin most articles with one. A brand goes where it equals a
    heading that is neither the title nor a part of it, and neither title nor body have anything to do with it.
    """
    first = _first(page)
    if first is None:
        return []
    text = page.paragraphs[first]
    lead = _start(page)
    if lead in page.site.leads and (match := START.match(text)):
        evidence = f"{lead!r} begins the article, as a connective does on most pages of this site"
        return [Find.match(first, match, reason="connective", evidence=evidence)]
    head = credit_bounds(text)[0]
    for token in _brands(page, first):
        end = head + len(token)
        fits = len(key(token)) >= MIN_TOKEN and (len(page.text) >= MIN_BODY or head or DATELINE.match(text, end))
        if key(token) in page.known or (fits and (token in _whole(page) or head or BEGINS.match(text, end))):
            evidence = "a heading or a line of the page in front of the first sentence, unrelated to title and text"
            end = end if (mark := MARK.match(text, end)) is None else mark.end()
            return [Find(paragraph=first, start=head, end=end, reason="prefix", evidence=evidence, keyword=key(token))]
    return []


def find_site_brands(pages: Sequence[Page]) -> frozenset[str]:
    """Find the brands, each page its own, of a site that has them before its leads and on a line above or in `<title>`.

    A firm or a town may head an article that begins with it, but the article speaks of it, and few articles of a site begin so.
    """
    found = {}
    for number, page in enumerate(pages):
        first = _first(page)
        brand = next(iter(_brands(page, first)), "") if first is not None else ""
        if len(key(brand)) >= MIN_SHORT:
            found[number] = key(brand)
    long = sum(len(token) >= MIN_TOKEN for token in found.values())
    many = len(found) >= max(MIN_PAGES, BRANDED_SHARE * len(pages)) and 2 * long >= len(found)
    return frozenset(found.values()) if many else EMPTY


def _brands(page: Page, first: int) -> list[str]:
    """Give what the first sentence begins with and a heading, a field of `<title>` or a line says, the longest first."""
    text = page.paragraphs[first][credit_bounds(page.paragraphs[first])[0] :]
    named = [part for heading in page.headings[:1] for part in FIELD_BREAK.split(heading)]
    lines = (line.strip() for line in _lines(page))
    known = page.keywords.within(key(text[:MOST_TOKEN]))
    tokens = {token for token in (*_whole(page), *named, *lines, *known) if token and text.startswith(token)}
    return [
        token
        for token in sorted(tokens, key=lambda token: (-len(token), token))
        if len(token) <= MOST_TOKEN
        and len(text) > 2 * len(token)
        and not GOES_ON.match(text, len(token))
        and _is_foreign(page, token)
    ]


def _lines(page: Page) -> list[str]:
    """Give the short lines of a page that are no sentences."""
    return [line for line in page.paragraphs if len(line) <= LONGEST_LINE and not PROSE_END.search(line)]


def _whole(page: Page) -> list[str]:
    """Give the headings of a page as they are."""
    return [heading.strip() for heading in page.headings]


def _is_foreign(page: Page, token: str) -> bool:
    """Say whether a heading has nothing to do with the title and the text."""
    if NUMBERED.fullmatch(token) or WHEN.search(token):
        return False
    if key(token) in key(page.title) and key(token) not in page.site.keywords:
        return False
    if page.text.count(token) - sum(line.strip().startswith(token) for line in _lines(page)) > 1:
        return False
    return page.tie(token) == 0


def _first(page: Page) -> int | None:
    """Give the index of the first paragraph of running text."""
    return next((index for index, text in page.prose() if len(text) > 20), None)  # characters


def _start(page: Page) -> str:
    """Give what stands before the first comma of an article, if it is short and not the place of a dateline."""
    first = _first(page)
    text = page.paragraphs[first] if first is not None else ""
    match = START.match(text)
    return match[1] if match and credit_bounds(text)[0] < match.end() else ""
