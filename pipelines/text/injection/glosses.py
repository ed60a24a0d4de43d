"""Pinyin put behind characters (I7, I8): known by its density, since a single gloss is an author's help."""

import re

from pipelines.text.damage import HANZI, TONED
from pipelines.text.injection.page import Find, Page

MIN_COUNT = 5
"""Glosses below which nothing is cut (pattern I7)."""
MIN_DENSITY = 0.008
"""Glosses per hanzi; polluted pages have 19 to 111 per 1,000, clean news none (patterns I7, I8)."""

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


def find_glosses(page: Page) -> list[Find]:
    """Find pinyin glosses, all of the page or none.

    They are cut where at least MIN_COUNT stand on MIN_DENSITY of the hanzi; a lesson or a dictionary glosses words in
    lines of their own and stays below, a rare name has one gloss.
    """
    if not page.hanzi:
        return []
    found: list[tuple[int | None, re.Match[str]]] = []
    for place, text in ((None, page.title), *page.prose()):
        if "(" in text or "（" in text:
            found += ((place, match) for match in GLOSS.finditer(text) if _is_pinyin(match[0]))
    if len(found) < MIN_COUNT or len(found) < MIN_DENSITY * page.hanzi:
        return []
    evidence = f"{len(found)} glosses on {page.hanzi} hanzi"
    return [
        Find(paragraph=place, start=match.start(), end=match.end(), reason="gloss", evidence=evidence)
        for place, match in found
    ]


def _is_pinyin(gloss: str) -> bool:
    """Say whether the brackets hold a syllable."""
    first = DROP_BRACKETS.sub("", gloss.split(")", maxsplit=1)[0].split("）", maxsplit=1)[0])
    return any(vowel in first for vowel in TONED) or bool(SYLLABLE.fullmatch(first))
