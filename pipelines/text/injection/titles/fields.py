"""Keywords as fields at an end of the title (T1, T2): fields of one stem, or of a frame that other titles of the site have.

`老磨坊重新转动[_橙汁试玩_橙汁会员]`, `老磨坊重新转动[（橙汁下载）]` The names of a section and of a paper have no stem in common, and
what other titles have in the same frame is another keyword each time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import MIN_BODY, Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, WORD, key, longest_first

MARK = re.compile(
    rf"\s*[_|｜丨]\s*|\s+[-–—]\s+|(?<=[^\x00-\x7f—-])[-–](?![\d-])|(?<!\d)[-–](?=[{HANZI}])|(?<=[^\s\d]),(?=\S)|(?<=\d),(?=[^\s\d])"
)
"""What joins fields of a title; a comma of ASCII only without a space behind it, as lists of keywords have it."""
LAST = re.compile(r"[_|]\s?(?P<field>[^_|]*)\Z")
"""A last field behind a mark that no headline has."""
BRACKET = re.compile(r"\s*[（(【\[〔](?P<inner>[^（）()【】\[\]〔〕]{2,60})[）)】\]〕]\s*\Z")
"""A field in brackets at the end."""
TWICE = re.compile(rf"(?P<stem>[{HANZI}A-Za-z0-9]{{2,12}})[^\n]*?(?P=stem)")
"""The stem of two keywords in one field."""

SAME = 2
"""Chinese characters that two keywords of one stem share; twice that in Latin letters."""
LONGEST_TITLE = 600
"""Characters of a title; a longer one is none."""
MOST_FIELDS = 5
"""Fields at an end that are looked at."""
LONGEST_FIELD = 24
"""Characters of a keyword."""
MIN_FILLER = 3
"""Letters of the keyword in a single field; what names of papers have beside a place is shorter (`网`, `日报`)."""
CHAIN = 3
"""Fields of one stem that are enough where the headline does not hold it."""
AFFIX = range(2, 9)
"""Characters with which the fields of a frame begin or end."""
MIN_TITLES = 3
"""Titles of a site that must have a frame."""
DIFFERENT = 0.8
"""Share of them that must each have something else in it: the site's sections recur."""
TURNING = 3
"""Different tails behind the root of a last field that no text knows (`_KEYWORD体育`, `_KEYWORD棋牌`), on so many titles."""
MIN_HEADLINE = 4
"""Letters that must be left for a headline."""
MIN_TIE = 0.15
"""Share of the headline that the text must speak of."""
CODE = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{4,12}")
"""Letters and digits in a run, as generators of pages make them (`x7k2q`)."""
BEGINS, ENDS = "<", ">"
"""Whether a frame is the beginning or the end of a field; kept in front of its text."""


def find_site_frames(pages: Sequence[Page]) -> frozenset[str]:
    """Find what fields at the ends of the titles begin or end with on several pages, each time before something else."""
    fillers: dict[str, dict[str, str]] = defaultdict(dict)
    tails: dict[str, set[str]] = defaultdict(set)
    for title in {page.title for page in pages}:
        last = LAST.search(title)
        for text in set(_edge_fields(title)):
            for affix, filler in _affixes(text):
                fillers[affix][title] = filler
                if last and last["field"] == text and affix.startswith(BEGINS):
                    tails[affix].add(filler)
    framed = {
        affix
        for affix, found in fillers.items()
        if len(found) >= MIN_TITLES and len(set(found.values())) >= DIFFERENT * len(found)
    }
    turning = (affix for affix, found in tails.items() if len(found) >= TURNING)
    foreign = {
        affix for affix in turning if not any(affix.removeprefix(BEGINS) in page.text.casefold() for page in pages)
    }
    return frozenset(framed | foreign)


def _edge_fields(title: str) -> Iterator[str]:
    """Give the fields at both ends of a title."""
    if match := BRACKET.search(title):
        yield match["inner"]
    fields = MARK.split(title)
    if len(fields) > 1:
        yield from (part for part in (*fields[-MOST_FIELDS:], *fields[:MOST_FIELDS]) if len(part) <= LONGEST_FIELD)


def _affixes(field: str) -> Iterator[tuple[str, str]]:
    """Give beginnings and ends of a field, each with what else the field has."""
    if field.isascii():
        words = field.casefold().split()
        if len(words) > 1:
            yield BEGINS + words[0], " ".join(words[1:])
            yield ENDS + words[-1], " ".join(words[:-1])
        return
    for size in AFFIX:
        if len(field) > size:
            yield BEGINS + field[:size], field[size:]
            yield ENDS + field[-size:], field[:-size]


def find_title_fields(page: Page) -> list[Find]:
    """Find keywords at the ends of the title, where the body speaks of the headline that is left.

    They are three fields or more of which each shares its stem with another and the headline does not hold it, two of a
    stem that the text does not have either, two keywords of one stem in brackets, or fields that begin or end as those of
    other titles of the site do, with something else each time: two of them, or one that the text does not speak of.
    """
    if len(page.text) < MIN_BODY or len(page.title) > LONGEST_TITLE:
        return []
    finds = _bracket(page)
    marks = list(MARK.finditer(page.title)) if not finds else []
    fields = MARK.split(page.title)
    for at_end in (True, False) if marks else ():
        run = fields[:0:-1] if at_end else fields[:-1]
        for count in range(_run(page, run[:MOST_FIELDS]), 0, -1):
            start, end = (marks[-count].start(), len(page.title)) if at_end else (0, marks[count - 1].end())
            rest = page.title[:start] + page.title[end:]
            if _is_proven(page, run[:count], rest):
                evidence = f"{count} fields of one stem, or framed as in other titles of this site"
                finds.append(Find(paragraph=None, start=start, end=end, reason="title_field", evidence=evidence))
                break
    return finds[:1]


def _bracket(page: Page) -> list[Find]:
    """Find two keywords of one stem, or a frame of the site, in brackets behind the headline."""
    match = BRACKET.search(page.title)
    if match is None:
        return []
    rest, inner = page.title[: match.start()], match["inner"]
    stem = _twice(inner)
    proven = (len(stem) >= SAME and stem not in rest) or _is_foreign_frame(page, inner, rest)
    if not proven or not is_headline(page, rest):
        return []
    evidence = "keywords of one stem, or of a frame of this site's titles, in brackets"
    return [Find(paragraph=None, start=match.start(), end=len(page.title), reason="title_field", evidence=evidence)]


def _twice(text: str) -> str:
    """Give the longest string of a field in Chinese that stands in it twice."""
    found = (match["stem"] for at in range(len(text)) if (match := TWICE.match(text, at)))
    return max((stem for stem in found if not stem.isascii()), key=len, default="")


def _run(page: Page, fields: Sequence[str]) -> int:
    """Count the fields from an end on that may be keywords: framed, or of one stem with another of them."""
    count = 0
    for at, field in enumerate(fields):
        others = [other for index, other in enumerate(fields) if index != at]
        if len(field) > LONGEST_FIELD or not (_frames(page, field) or any(_share(field, one) for one in others)):
            break
        count += 1
    return count


def _frames(page: Page, field: str) -> list[str]:
    """Give what else a field has that begins or ends as fields of other titles of the site, the shortest first."""
    found = [filler for affix, filler in _affixes(field) if affix in page.site.titles] if page.site.titles else []
    return sorted(found, key=len)


def _is_foreign_frame(page: Page, field: str, rest: str) -> bool:
    """Say whether a field is of a frame of the site around something that neither headline nor text speak of."""
    fillers = _frames(page, field)
    if not fillers or fillers[0] in rest:
        return False
    if len(key(fillers[0])) < MIN_FILLER:  # `KEYWORD体育`: then the text must not know the frame either
        return len(key(field)) >= 2 * SAME and spoken(page, field) == 0
    if page.speaks_of(fillers[0]):
        return False
    codes = [word for word in fillers[0].split() if CODE.fullmatch(word)]
    if codes and not any(page.mention(code) for code in codes):  # `Save 20% with Code EXTRA30`
        return True
    return page.natural_tie(fillers[0]) <= BY_CHANCE


def _share(one: str, other: str) -> str:
    """Give a string that two keywords of one stem share; empty where they share none that is long enough."""
    size = 2 * SAME if one.isascii() and other.isascii() else SAME
    found = (one[at : at + size] for at in range(len(one) - size + 1))
    return next((part for part in found if part in other and part.isalnum() and not part.isdigit()), "")


def is_headline(page: Page, rest: str, *, least: float = MIN_TIE) -> bool:
    """Say whether what is left of a title is a headline of which the text speaks at all, and at *least* so much."""
    share = 0.0 if is_keyword(page, rest) else spoken(page, rest)
    return len(key(rest)) >= MIN_HEADLINE and share > 0 and share >= least


def is_keyword(page: Page, part: str) -> bool:
    """Say whether a part of the title is no headline: proven keywords with little else, or a code of letters and digits."""
    rest = key(part)
    for token in longest_first(page.known):
        if len(token) > 1:
            rest = rest.replace(token, "")
    return (rest != key(part) and len(rest) < MIN_HEADLINE) or CODE.fullmatch(part.strip()) is not None


def spoken(page: Page, text: str) -> float:
    """Give the share of the pairs of characters, or of the words, of a part of the title that the text has.

    A headline of one clause is seldom in the text as it is, so that `Page.mention` with its threes says little of it.
    """
    body = page.text.casefold()
    found = [part for word in WORD.findall(text.casefold()) for part in pairs_of(word)]
    return sum(part in body for part in found) / len(found) if found else 0.0


def pairs_of(word: str) -> list[str]:
    """Give the pairs of a run of Chinese characters, or another word as it is."""
    if not HANZI_CHAR.match(word):
        return [word] if len(word) > SAME else []
    return [word[at : at + 2] for at in range(len(word) - 1)]


def _is_proven(page: Page, fields: Sequence[str], rest: str) -> bool:
    """Say whether fields are keywords, by their stem or by the frames of the site."""
    stems = {stem for at, one in enumerate(fields) for other in fields[:at] if (stem := _share(one, other))}
    if any(stem in rest for stem in stems):
        return False
    framed = [field for field in fields if _frames(page, field)]
    if len(framed) > 1 or (stems and len(fields) >= CHAIN):
        return is_headline(page, rest, least=0)
    if not is_headline(page, rest):
        return False
    if len(fields) == 1:
        return _is_foreign_frame(page, fields[0], rest)
    return bool(stems) and (bool(framed) or not any(stem in page.sentences for stem in stems))
