"""Pinyin put behind characters (I7, I8): known by its density, since a single gloss is an author's help.

`擴[(kuò)]大`, `科[(ke)]技` on every tenth character. A rare name has one gloss, and a lesson glosses whole lines.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipelines.text.damage import HANZI, TONED
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import HANZI_CHAR
from pipelines.text.pairs import is_pair

MIN_COUNT = 5
"""Glosses below which nothing is cut (pattern I7)."""
MIN_DENSITY = 0.008
"""Glosses per hanzi; polluted pages have 19 to 111 per 1,000, clean news none (patterns I7, I8)."""

FULL = 0.8
"""Share of the hanzi of a line that a lesson glosses; of strewn toneless glosses, 39 to 54 % of the hanzi have one (I8)."""
IN_LESSONS = 0.5
"""Share of the glosses that must stand in such lines."""
READING = re.compile(
    r"拼音|注音|读音|讀音|声调|聲調|多音字|生僻字|生字|识字|識字|(?:读|讀|念)(?:作|成|错|錯|[āáǎàēéěèīíǐìōóǒòūúǔù“「])|普通话|普通話|汉语课|漢語課|pinyin",
    re.IGNORECASE,
)
"""Words of a text that is about how characters are read."""
OWN_SHARE = 0.8
"""Share of its glosses that stand behind a character which has no second one: a text says once how one is read, a table
glosses the same characters again and again."""
MOST_TOLD = 0.06
"""Glosses per hanzi up to which a text may tell how single characters are read, wherever these stand."""
MOST_INSIDE = 0.2
"""Share of the glosses that may stand inside words in a text that has more: it names the characters it tells of."""
RARE_SHARE = 0.5
"""Share of the glossed characters that are rare where a text helps its readers with them."""
COMMON = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
"""Encodings, and the first bytes of the characters that each has as its common ones (3,755 and 5,401)."""

# One syllable with a tone mark, or several toneless ones, in brackets behind a hanzi. Each part is bounded: linear.
GLOSS = re.compile(
    rf"""
      (?<=[{HANZI}丨〇])
      (?:
          [(（]\s?[a-zü]{{0,5}}[{TONED}][a-zü]{{0,5}}\s?[)）]
        | (?:[(（][a-zü]{{1,6}}\s?[)）]){{1,8}}
      )
    """,
    re.VERBOSE,
)
# Initial and final of a syllable; Latin abbreviations such as (abc) are none.
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|u?ang|ueng|[iu]?an|[iu]?en|ing|in|i?ao|i?a|u?ai|u?a|iu|ou|uo|u?ei|ui|un|ue|üe|eng|ie|er|ai|ei|en|o|e|i|u|ü|n|ng)"
)
DROP_BRACKETS = re.compile(r"[()（）\s]")


Gloss = tuple[int | None, re.Match[str]]
"""A gloss with its paragraph; None is the title."""


def find_glosses(page: Page) -> list[Find]:
    """Find pinyin glosses, all of the page or none.

    They are cut where at least MIN_COUNT stand on MIN_DENSITY of the hanzi; a dictionary glosses words in lines of their
    own and stays below, a rare name has one gloss. A lesson that glosses whole lines, and a text on rare characters or
    on how some are read, keep theirs.
    """
    if not page.hanzi:
        return []
    found: list[Gloss] = []
    for place, text in ((None, page.title), *page.prose()):
        if "(" in text or "（" in text:
            found += ((place, match) for match in GLOSS.finditer(text) if _is_pinyin(match[0]))
    if len(found) < MIN_COUNT or len(found) < MIN_DENSITY * page.hanzi or _is_lesson(page, found):
        return []
    evidence = f"{len(found)} glosses on {page.hanzi} hanzi"
    return [Find.match(place, match, reason="gloss", evidence=evidence) for place, match in found]


def _is_pinyin(gloss: str) -> bool:
    """Say whether the brackets hold a syllable."""
    first = DROP_BRACKETS.sub("", gloss.split(")", maxsplit=1)[0].split("）", maxsplit=1)[0])
    return any(vowel in first for vowel in TONED) or bool(SYLLABLE.fullmatch(first))


def _is_lesson(page: Page, found: Sequence[Gloss]) -> bool:
    """Say whether the glosses are the matter of the text: whole lines have them, the characters are rare, or it speaks of how they are read."""
    by_line: dict[int | None, int] = defaultdict(int)
    for place, _ in found:
        by_line[place] += 1
    full = sum(count for place, count in by_line.items() if count >= FULL * _hanzi(page, place))
    if full >= IN_LESSONS * len(found):
        return True
    characters = Counter(match.string[match.start() - 1] for _, match in found)
    if sum(count == 1 for count in characters.values()) < OWN_SHARE * len(found):
        return False
    rare = sum(map(_is_rare, characters))
    if rare >= RARE_SHARE * len(characters) and all(any(char in TONED for char in match[0]) for _, match in found):
        return True
    if not READING.search(f"{page.title}\n{page.text}"):
        return False
    inside = sum(
        is_pair(match.string[match.start() - 1], match.string[match.end()])
        for _, match in found
        if match.string[match.end() :]
    )
    return len(found) <= MOST_TOLD * page.hanzi or inside <= MOST_INSIDE * len(found)


def _is_rare(character: str) -> bool:
    """Say whether a character is none of the common ones, simplified or traditional."""
    return not any(low <= character.encode(name, "replace")[0] <= high for name, low, high in COMMON)


def _hanzi(page: Page, place: int | None) -> int:
    """Count the hanzi of a paragraph or of the title."""
    return len(HANZI_CHAR.findall(page.title if place is None else page.paragraphs[place]))
