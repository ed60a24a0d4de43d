"""Random characters against copying (I10): runs of ASCII that are neither words nor code, with the slogan behind them.

`水轮又转了起来。[4 u% _) ?5 S" x7 Z&]` No word, link, formula or name changes between letters, digits and signs at every
other step.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.habits import EMPTY
from pipelines.text.injection.evidence.page import SENTENCE_END, Find, Page
from pipelines.text.injection.evidence.tokens import common_start

LENGTH = range(8, 41)
"""Characters of such a run; 10 to 30 were seen (pattern I10)."""
MIN_LENGTH = 6
"""Characters of a run on a page that is known to have them."""
MIN_PAGES = 3
"""Pages of a site that must have such runs, so that they are its habit."""
SITE_SHARE = 0.2
"""Share of its pages that must have them."""
MIN_KINDS = 3
"""Of capitals, small letters, digits and signs, those that must occur."""
MIN_CHANGES = 0.5
"""Share of neighbouring characters of different kinds; English has 0.2, a link 0.3."""
HARD = frozenset("#$%&_~@?!;\\|{}[]`")
"""Signs that brackets, dates, prices and names in Latin letters do without."""
ARITHMETIC = frozenset("=+^*/<>")
"""Signs that a formula has, too."""
MIN_SIGNS = 3
"""Different signs of both kinds that must occur."""
MIN_HARD = 2
"""Different ones of them that must occur."""
MOST_SLOGAN = 20
"""Characters of the slogan that may follow."""

MIN_SLOGAN = 3
"""Characters that must follow two runs alike."""

CLOSING_WIDE = "”’」』》）】"
"""Brackets and quotes that may stand behind an end mark; those of ASCII may belong to the run, for a character class."""
SLOGAN = rf"[^\x00-\x7f。！？][^。！？]{{0,{MOST_SLOGAN}}}[！!]?"
TAIL = re.compile(
    rf"(?P<end>[{SENTENCE_END}{HANZI}][{CLOSING_WIDE}]?)(?P<cut>\s?(?P<junk>[!-~][ -~]{{6,40}}?)(?P<slogan>{SLOGAN})?)\Z"
)
LINE = re.compile(rf"(?P<junk>[!-~][ -~]{{6,40}}?)(?P<slogan>{SLOGAN})?")
INSIDE = re.compile(r"(?<=[^\x00-\x7f])[!-~][ -~]{6,58}(?=[^\x00-\x7f])")
"""A run of ASCII between other characters."""
PAIRED = re.compile(r"(?:[0-9A-Za-z][!-/:-@\[-`{-~] ?){4,}")
"""Letters and digits, each with a sign behind it."""
WORDLIKE = re.compile(r"(?i:[a-z]*[aeiou][a-z]*)(?<=[A-Za-z]{4})")
"""Four letters or more with a vowel among them."""
HYPERTEXT = re.compile(r"://|www\.|\.(?:com|cn|org|net)\b|@\w+\.", re.IGNORECASE)
READABLE = re.compile(r"\b(?:[A-Z]?[a-z]*[aeiouy][a-z]*|[A-Z]{2,6}|\d[\d.,:%/-]*)\b")
"""Words, abbreviations and numbers."""
MIN_UNREADABLE = 0.3
"""Share of a run that is none of them, where the site or the page is known to have such runs."""
MIN_TURNS = 4
"""Changes of kind in what cannot be read, where no sign shows that it is random."""
MIN_INSIDE = 2
"""Runs inside the paragraphs of a page, at least, where not every letter has a sign behind it."""
REACH = 70
"""Characters at the end of a paragraph in which junk can stand."""


def find_junk(page: Page) -> list[Find]:
    """Find runs of random ASCII on their own lines or behind the last sentence, with a slogan that follows them.

    Only among Chinese text, and not where the page shows or speaks of code. Where two such runs are certain, or many
    pages of the site have them, whatever cannot be read at such a place goes as well.
    """
    if not page.hanzi:
        return []
    finds = list(_runs(page, is_random))
    inside = list(_inside(page))
    if (finds or inside or page.site.junk) and page.is_technical:
        return []
    many = len(finds) + len(inside) > 1 or page.site.junk
    return [*(_runs(page, is_unreadable) if many else finds), *inside]


def _inside(page: Page) -> Iterator[Find]:
    """Give random runs inside paragraphs, each with the slogan that follows more than one of them."""
    places = [
        (index, match.start(), match.end(), text)
        for index, text in page.prose()
        if not text.isascii()
        for match in INSIDE.finditer(text)
        if is_random(match[0]) or (page.site.junk and is_unreadable(match[0]))
    ]
    paired = [PAIRED.fullmatch(text[start:end].strip()) is not None for _, start, end, text in places]
    if len(places) < MIN_INSIDE and not page.site.junk:  # one may be a password of which the text tells
        places = [place for place, is_paired in zip(places, paired, strict=True) if is_paired]
    behind = [text[end : end + MOST_SLOGAN] for _, _, end, text in places]
    for (index, start, end, text), following in zip(places, behind, strict=True):
        shared = (len(common_start([following, other])) for other in behind if other is not following)
        slogan = max((size for size in shared if size >= MIN_SLOGAN), default=0)
        if end + slogan < len(text):  # what stands at the end of a paragraph is read by its own rule
            yield Find(paragraph=index, start=start, end=end + slogan, reason="junk", evidence=text[start:end])


def find_site_junk(pages: Sequence[Page]) -> frozenset[str]:
    """Say of a site, by the name of the rule, whether many of its pages have random characters."""
    chinese = [page for page in pages if page.hanzi]
    having = sum((any(_runs(page, is_random)) or any(_inside(page))) and not page.is_technical for page in chinese)
    return frozenset({"junk"}) if having >= max(MIN_PAGES, SITE_SHARE * len(chinese)) else EMPTY


def _runs(page: Page, judge: Callable[[str], bool]) -> Iterator[Find]:
    """Give the runs that are judged random."""
    for index, text in page.prose():
        if len(text) <= REACH and (match := LINE.fullmatch(text)) and judge(match["junk"]):
            yield Find.line(index, text, reason="junk", evidence=match["junk"])
            continue
        offset = max(0, len(text) - REACH)
        if (judge is is_random and HARD.isdisjoint(text[offset:])) or HYPERTEXT.search(text, offset):
            continue
        match = TAIL.search(text[offset:])
        if match and judge(match["junk"]):
            start, end = match.span("cut")
            start += offset + _closes(text[: offset + start], match["cut"])
            yield Find(paragraph=index, start=start, end=offset + end, reason="junk", evidence=match["junk"])


def _closes(before: str, run: str) -> bool:
    """Say whether a run begins with the bracket or the quote that closes the sentence."""
    return (run[0] == ")" and before.count("(") > before.count(")")) or (run[0] == '"' and before.count('"') % 2 == 1)


def is_unreadable(text: str) -> bool:
    """Say whether an ASCII string of many kinds of characters is not made of words, abbreviations and numbers."""
    text = text.strip()
    if len(text) < MIN_LENGTH or HYPERTEXT.search(text) or len({_kind(char) for char in text} - {"space"}) < MIN_KINDS:
        return False
    left = "".join(READABLE.sub("", text).split())
    changes = sum(_kind(one) != _kind(other) for one, other in pairwise(left))
    odd = changes >= MIN_TURNS or not (HARD | ARITHMETIC).isdisjoint(left)
    return odd and len(left) >= MIN_UNREADABLE * len(text)


def is_random(text: str) -> bool:
    """Say whether an ASCII string is random: of many kinds of characters, which change at every other step."""
    text = text.strip()
    if len(text) not in LENGTH or HYPERTEXT.search(text):
        return False
    kinds = [_kind(char) for char in text]
    changes = sum(one != other for one, other in pairwise(kinds))
    return (
        len(set(kinds) - {"space"}) >= MIN_KINDS
        and changes >= MIN_CHANGES * (len(text) - 1)
        and (
            (len(HARD.intersection(text)) >= MIN_HARD and len((HARD | ARITHMETIC).intersection(text)) >= MIN_SIGNS)
            or (len(set(kinds)) >= 4 and not HARD.isdisjoint(text) and not WORDLIKE.search(text))
        )
    )


def _kind(char: str) -> str:
    """Give the kind of an ASCII character."""
    if char.isdigit():
        return "digit"
    if char.isalpha():
        return "capital" if char.isupper() else "small"
    return "space" if char == " " else "sign"
