"""Lines of roles and names, told by what they are composed of: who wrote, edited, checked and signed an article (B4, B6)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.text.byline.composed import LABEL, NAMED
from pipelines.text.byline.credit import Credit, words
from pipelines.text.byline.segments import Word, lists, segment
from pipelines.text.byline.staff import is_staff_list

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
