"""Characters replaced by ones that look alike (I11): put right where nothing else can have been meant, else marked."""

import re
from dataclasses import replace

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.pairs import is_pair

MIN_COUNT = 2
"""Different words below which it is a slip of the pen or of a scanner, and stays."""
MOST_SLIPS = 6
"""Places of one word from which it is no slip."""

# Strings that are no Chinese in any register, with what was there; the look-behinds are the words they can cross.
NO_WORDS = re.compile(
    r"""
      (?<![自知利克异異舍律正贵克人])(?P<ji>己)(?=经[^营历过典济常验费])   # 己经 for 已经, but 自己经历
    | (?<=什)(?P<me>[幺麽])
    | (?<=[怎那这])(?P<so>幺)
    """,
    re.VERBOSE,
)
MEANT = {
    "己": "已",
    "幺": "么",
    "麽": "么",
    "爲": "为",
    "麵": "面",
    "傢": "家",
    "寘": "置",
    "穫": "获",
    "縯": "演",
    "昰": "是",
}
VARIANT = re.compile("[爲傢寘縯昰穫麵]|麽(?<!什麽)")
"""Rare and traditional variants that a simplified text does not use."""
TRADITIONAL = re.compile("[們這來時國學會對開關說為個過還點體長門問間東車電動業發經無應當實現權選議黨區務]")
"""Everyday traditional characters: where they stand, variants are nothing strange."""
LATIN_WORD = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u052f])[A-Za-z\u0370-\u052f]{3,40}\b")
SIGNS = re.compile("[己幺麽爲傢寘縯昰穫麵\u0370-\u052f](?:(?<=[己幺麽爲傢寘縯昰穫麵])|(?<=[A-Za-z].)|(?=[A-Za-z]))")
HOMOGLYPHS = str.maketrans("АВЕКМНОРСТХасеорхуіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaceopxyijsdqwABEZHIKMNOPTYXo")
"""Cyrillic and Greek letters that are drawn as Latin ones (Unicode's confusables, the identical ones)."""
WEST = re.compile(
    rf"(?<=[第十百千万二三五六七八九])西(?=[十百千万个年月日号次届位名条项章节季五六七八九、]|[{HANZI}]?分)|西(?=分之)|\A西(?=是)"
    rf"|(?<=第)西|(?<=届)西(?=中全会)|(?<![{HANZI}A-Za-z0-9])西(?=[个名条项款位种类次届]|年多)"
)
"""西 in the place of 四: among numerals, in a fraction, or as the number of a paragraph."""


def find_lookalikes(page: Page) -> list[Find]:
    """Find look-alikes to put right; a single one may be a slip of the pen or of a scanner and is only marked.

    On a page that is otherwise simplified, rare variants count where they make a word once they are put right, and in
    at least two different words, since a shop may spell its name like that. Latin words with Cyrillic or Greek letters
    are put right where every such letter has a Latin twin.
    """
    if not SIGNS.search(page.text):
        return []
    finds: list[Find] = []
    odd: list[Find] = []
    words: set[str] = set()
    simplified = bool(page.hanzi) and len(TRADITIONAL.findall(page.text)) * 200 < page.hanzi
    for index, text in page.prose():
        for match in NO_WORDS.finditer(text):
            words.add(match[0])
            finds.append(_right(index, match.start(), match[0], MEANT[match[0]]))
        for match in VARIANT.finditer(text) if simplified else ():
            right = _right(index, match.start(), match[0], MEANT[match[0]])
            if word := _word(text, match):
                words.add(word)
                finds.append(right)
            else:
                odd.append(replace(right, doubtful=True, end=right.start, put=""))
        for match in LATIN_WORD.finditer(text):
            put = match[0].translate(HOMOGLYPHS)
            if put.isascii():
                words.add(put)
                finds.append(_right(index, match.start(), match[0], put))
    if len(words) < MIN_COUNT and len(finds) < MOST_SLIPS:
        return [replace(find, doubtful=True, end=find.start, put="") for find in finds] + odd
    # Where some were replaced, others may have been that no rule can tell (`西川` for 四川).
    return finds + (odd or [replace(find, doubtful=True, end=find.start, put="") for find in finds[:1]])


def _word(text: str, match: re.Match[str]) -> str:
    """Give the pair that a variant, written as usual, makes with a neighbour; empty where it makes none."""
    usual, at = MEANT[match[0]], match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if is_pair(before, usual):
        return before + usual
    return usual + after if is_pair(usual, after) else ""


def find_numerals(page: Page) -> list[Find]:
    """Find 西 in the place of 四 among numerals; what was meant is a guess, so it is marked."""
    return [
        Find.match(index, match, reason="look_alike", evidence="西 where a numeral must stand", doubtful=True)
        for index, match in (page.matches(WEST) if "西" in page.text else ())
    ]


def _right(index: int, start: int, seen: str, put: str) -> Find:
    evidence = f"{seen!r} looks like {put!r} and is no word here"
    return Find(paragraph=index, start=start, end=start + len(seen), reason="look_alike", put=put, evidence=evidence)
