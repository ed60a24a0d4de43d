"""Lines of roles and names, told by what they are composed of: who wrote, edited, checked and signed an article (B4, B6)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.text.byline.credits.composed import LABEL, NAMED
from pipelines.text.byline.vocabulary.credit import Credit, words
from pipelines.text.byline.vocabulary.people import LATIN_NAME
from pipelines.text.byline.vocabulary.segments import Word, lists, segment

ROLES = frozenset(("edits", "wrote", "qualifier", "shot", "reporter", "from", "image"))
"""Classes that say what somebody did."""
DID = frozenset(("edits", "wrote", "shot", "reporter"))
"""Those of them that are enough."""
EDITING = "编辑編輯审審校核签簽对對稿"
"""Last characters of Chinese roles of those who edit, check and sign; behind them a pen name may be any."""
AGREED = re.compile(
    r"(?:редактор|корректор|автор|фотограф|корреспондент|журналист|корр\.?|ил|ила|ел|ёл|ела|ала|ал)$|editors?$|^eds?\.?$",
    re.IGNORECASE,
)
"""Roles of spaced scripts that need no mark before the name (`Подготовил Иван …`)."""
KANA = re.compile("[\u3040-\u30ff]")
PEN_NAME = 4
"""Characters of a name that may be any."""
VALUES = 8
"""Names behind one role."""

LONGEST_LINE = 160
"""Characters of the longest line of English roles."""
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
SENTENCE_WORDS = frozenset(
    (
        *("is", "was", "are", "were", "has", "had", "the", "an", "said", "says", "told", "who", "as", "for", "its"),
        *("his", "her", "their", "with", "from", "former", "late", "then", "became", "by", "wanted"),
    )
)
"""Words that stand before a role in sentences."""


Group = tuple[str, list[tuple[int, Word]]]
"""`role` or `value`, and its words with their places."""


@lru_cache(maxsize=4096)
def read_makers(text: str) -> Credit | None:
    """Read a line at the edge of an article, or what stands in brackets behind it, that is roles and their names alone.

    Gives None where a role has no name, a name no role, or anything else stands there.
    """
    if is_staff_list(text):
        return Credit(start=0, end=0, reason="editor", evidence="roles and names alone")
    found = segment(text)
    groups = _groups(found) if found is not None else None
    if found is None or groups is None or len(groups) % 2 or not groups:
        return None
    behind = groups[0][0] == "role"
    pairs = [pair if behind else pair[::-1] for pair in zip(groups[::2], groups[1::2], strict=True)]
    if not all(_fits(found, role[1], value[1], behind=behind) for role, value in pairs):
        return None
    classes = [frozenset().union(*(word.classes for _, word in role[1])) for role, _ in pairs]
    reason = "editor" if any("edits" in one for one in classes) else "author"
    if all("shot" in one and not one & {"edits", "wrote"} for one in classes):
        reason = "photo_credit"
    names = [
        word.text
        for (_, value), one in zip(pairs, classes, strict=True)
        if len(pairs) > 1 and one & {"wrote", "reporter"} and not one & {"edits", "shot"}
        for _, word in value[1]
        if word.classes & {"name", "proper"}
    ]
    return Credit(start=0, end=0, reason=reason, names=tuple(names), evidence="roles and names alone")


def _groups(found: Sequence[Word]) -> list[Group] | None:
    """Put the words of a line into groups, roles and those who had them; None where a word is neither."""
    groups: list[Group] = []
    for at, word in enumerate(found):
        if word.classes & {"mark", "code", "remark", "joiner", "handle"}:
            continue
        if word.classes & ROLES:
            kind = "role"
        elif word.classes & (NAMED | {"unknown"}):
            kind = "value"
        else:
            return None
        if not groups or groups[-1][0] != kind:
            groups.append((kind, []))
        groups[-1][1].append((at, word))
    # `사진=김하늘 기자`: the word behind a name that says what he is belongs to it.
    if len(groups) > 2 and groups[0][0] == "role":
        groups = _titled(groups)
    return groups


def _titled(groups: list[Group]) -> list[Group]:
    """Leave out the groups that are but the title of the person before them."""
    kept = [
        group
        for at, group in enumerate(groups)
        if not (
            at and group[0] == "role" and all(word.text in {"기자", "특파원", "記者", "PD"} for _, word in group[1])
        )
    ]
    merged: list[Group] = []
    for kind, members in kept:
        if merged and merged[-1][0] == kind:
            merged[-1][1].extend(members)
        else:
            merged.append((kind, list(members)))
    return merged


def _fits(found: Sequence[Word], role: list[tuple[int, Word]], value: list[tuple[int, Word]], *, behind: bool) -> bool:
    """Tell whether a role and those behind it, or before it, make a credit."""
    if len(value) > VALUES or not any(word.classes & DID for _, word in role):
        return False
    low, high = (role[-1][0], value[0][0]) if behind else (value[-1][0], role[0][0])
    between = "".join(word.text for word in found[low + 1 : high])
    last = role[-1][1].text.casefold()
    marked = LABEL.search(between) is not None or last.endswith(" by") or "by" in between.casefold().split()
    if any("proper" in word.classes for _, word in value):
        return marked or AGREED.search(last) is not None if behind else len(value) == 1 and between.strip() == ","
    unknown = [word for _, word in value if "unknown" in word.classes]
    if not unknown:
        spaced = between != "" if not _is_strong(last) else True
        return marked or spaced
    if len(value) > 1 or not behind or not (marked or (between and last in lists()["japanese"])):
        return False
    if last in lists()["japanese"]:
        return 3 + (not KANA.search(unknown[0].text)) <= len(unknown[0].text) <= 2 * PEN_NAME - 2
    return last[-1] in EDITING and len(unknown[0].text) <= PEN_NAME


def _is_strong(role: str) -> bool:
    """Tell whether a role appears in nothing but credits, so that a name may be glued to it."""
    return role in words()["editor"] or role in {"编辑", "編輯", "记者", "記者", "通讯员", "通訊員"}


def is_staff_list(text: str) -> bool:
    """Tell whether a line is roles of the press and their names alone (`Assigning editor: A B; copy editor: C D`)."""
    if not 12 <= len(text) <= LONGEST_LINE or not text[0].isalpha() or "." in text[-1:]:
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
    if _is_trade(piece):
        return "role"
    if listed and (loose := UNMARKED.fullmatch(piece)) is not None and _is_plain(loose["modifiers"]):
        return "both"
    if LATIN_NAME.fullmatch(piece):
        return "name"
    parts = SIGN.split(piece, maxsplit=1)
    return "both" if len(parts) > 1 and _is_trade(parts[0]) and LATIN_NAME.fullmatch(parts[1].strip()) else ""


def _is_trade(text: str) -> bool:
    match = ROLE.fullmatch(text)
    return match is not None and _is_plain(match["modifiers"])


def _is_plain(modifiers: str) -> bool:
    return SENTENCE_WORDS.isdisjoint(modifiers.casefold().split())
