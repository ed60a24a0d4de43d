"""English lines of roles and names: who edited, checked and produced an article (B6)."""

import re

from pipelines.text.byline.people import LATIN_NAME

LONGEST = 160
"""Characters of the longest line."""
PARTED = re.compile(r"\s*[;,|/·•]\s*|\.\s+(?=[A-Z][\w’'& -]{2,40}:)|\s+(?:and|&)\s+")
"""What stands between the roles of a line, and between the names behind one of them."""
JOB = r"(?:(?:sub-?|co-)?editors?|(?:copy|news|desk|section) chiefs?|producers?|desk|proof-?readers?|copy-?readers?|webmasters?|web|fact-?checkers?|designers?|reporters?|correspondents?|writers?|photographers?|researchers?|illustrators?|translators?|subs?)"
ROLE = re.compile(
    rf"(?P<modifiers>(?:[A-Za-z][\w’'&-]{{1,14}} ){{0,4}}){JOB}(?: (?:of|on|for) (?:the )?(?:day|duty|issue|page|week))?",
    re.IGNORECASE,
)
"""A role of the press, whatever stands before it: `Assigning editor`"""
SIGN = re.compile(r"\s?[:=]\s?|\s[-–—]\s")
UNMARKED = re.compile(
    rf"(?P<modifiers>(?:[A-Za-z][a-z’'&-]{{1,14}} ){{0,3}})(?:[Ee]ditors?|[Pp]roducers?|[Dd]esk) {LATIN_NAME.pattern}"
)
"""`copy editor First Last`, which only a list parted by `;` or `|` makes a credit"""
PROSE = frozenset(
    (
        *("is", "was", "are", "were", "has", "had", "the", "an", "said", "says", "told", "who", "as", "for", "its"),
        *("his", "her", "their", "with", "from", "former", "late", "then", "became", "by", "wanted", "by"),
    )
)
"""Words that stand before a role in sentences."""


def is_staff_list(text: str) -> bool:
    """Tell whether a line is roles of the press and their names alone (`Assigning editor: A B; copy editor: C D`)."""
    if not 12 <= len(text) <= LONGEST or not text[0].isalpha() or "." in text[-1:]:
        return False
    listed = ";" in text or "|" in text
    kinds = [_kind(piece, listed=listed) for piece in PARTED.split(text)]
    if len(kinds) > 1 and "both" not in kinds:
        return kinds[0] == "name" and kinds[-1] == "role" and all(_differ(kinds, at) for at in range(1, len(kinds)))
    if "" in kinds or kinds[0] == "name" or kinds[-1] == "role":
        return False
    return all(kinds[at + 1] != "name" for at, kind in enumerate(kinds[:-1]) if kind == "role")


def _differ(kinds: list[str], at: int) -> bool:
    return kinds[at] in {"name", "role"} and kinds[at] != kinds[at - 1]


def _kind(piece: str, *, listed: bool) -> str:
    """Tell what one piece is: a `role`, a `name`, `both`, or neither."""
    if _is_role(piece):
        return "role"
    if listed and (loose := UNMARKED.fullmatch(piece)) is not None and _is_plain(loose["modifiers"]):
        return "both"
    if LATIN_NAME.fullmatch(piece):
        return "name"
    parts = SIGN.split(piece, maxsplit=1)
    return "both" if len(parts) > 1 and _is_role(parts[0]) and LATIN_NAME.fullmatch(parts[1].strip()) else ""


def _is_role(text: str) -> bool:
    match = ROLE.fullmatch(text)
    return match is not None and _is_plain(match["modifiers"])


def _is_plain(modifiers: str) -> bool:
    return PROSE.isdisjoint(modifiers.casefold().split())
