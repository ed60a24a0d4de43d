"""A title in units, characters of Chinese and words of other languages: where a string of them stands, and who speaks of it."""

import re
from functools import cached_property
from itertools import pairwise

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import MARKS_BEFORE, Page
from pipelines.text.injection.evidence.pictographs import PICTOGRAPH
from pipelines.text.injection.evidence.tokens import BY_CHANCE

SINGLE = rf"{HANZI}\u3040-\u30ff"
"""Characters that are a unit each, for a character class."""
IS_SINGLE = re.compile(f"[{SINGLE}]")
UNIT = re.compile(rf"(?!丨)(?:\[[^\W_]\](?=\w))?(?:[{SINGLE}]|[^\W_{SINGLE}]+)(?:\[[a-z0-9]{{1,3}}\](?=\w))?")
MOST_UNITS = 120
"""Units of a title that are looked at."""
LONGEST = 16
"""Units of a string."""
MOST_TAIL = 10
"""Letters that a field may have behind a string."""

BEFORE, COLUMN, INSIDE, GLUED, LOOSE, BEHIND = "<", "[", "*", "}", ".", ">"
"""Kinds of places: in front of the headline, and there as columns stand; inside; behind it without a mark, behind one that
headlines have, too, and behind another."""
PLACES = (BEFORE, COLUMN, INSIDE, GLUED, LOOSE, BEHIND)
OPENING = "【[（(「『〔“《〈"
BRACKETS = dict(zip("【[（(「『〔“", "】]）)」』〕”", strict=True))
STRONG = frozenset("_|｜丨-–—·")
"""Marks beside which a field is none of the headline's."""
FIELD_ENDS = STRONG | frozenset("】]）)」』〕”：:，,！!\u3000")
"""Marks that end a field in front of a headline."""
NO_COLUMN = frozenset("，,！!")
"""Those of them behind which no column stands."""
APART = STRONG | frozenset(" \u3000\t•,，、:：~～>»▷#*★☆\ufe0f")
"""What sets a string off from a headline."""
FIELD_MARKS = (STRONG | frozenset("【[（(「『〔")) - frozenset("—")
"""Marks behind which no headline goes on."""
SET_OFF = FIELD_MARKS | frozenset("】]）)」』〕")
"""The same on either side of a field."""
JOINTS, CLOSED = frozenset({"", "(", "（", "·(", "·（"}), ")）"
"""What stands inside a name (`NAME（中国）官网`), and what may once a bracket is open."""
SIGN = re.compile(PICTOGRAPH)
FRONT = re.compile(rf"20\d\d|[{re.escape(OPENING)}]*|{PICTOGRAPH}\s*")
"""What may stand before a string at the front: a year glued to it, brackets, a pictograph."""
BREAK = re.compile(r"[_|｜丨【】\[\]]|\s[-–—]\s")
"""What ends one field and begins another, so that no string goes over it."""
CLAUSE = re.compile(r"[，,]")
MIN_EDGE, LONGEST_EDGE = 2, 24
"""Characters of the title that an edge of a paragraph may have for itself."""


class Title:
    """The title of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.title
        self.said = page.text.casefold()
        bare = SIGN.sub("", page.title)
        self.spoken = "\n".join(_without_edges(text, bare) for text in page.sentences.split("\n")).casefold()
        self.units = [match.span() for match in UNIT.finditer(page.title)][:MOST_UNITS]
        self.keys = [page.title[start:end].casefold() for start, end in self.units]

    def key(self, at: int) -> str:
        """Give a unit in one case, empty beyond the edges."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets of some units."""
        return self.units[start][0], self.units[end - 1][1]

    def spelled(self, start: int, end: int) -> str:
        """Give some units as they are written."""
        return self.text[slice(*self.span(start, end))]

    def opens(self, end: int) -> bool:
        """Say whether a bracket or a quotation mark follows at the beginning of a title."""
        return self.text[self.units[end - 1][1] :][:1] in OPENING

    def gap(self, at: int) -> str | None:
        """Give what stands between a unit and the one behind it; None where there are no two."""
        return self.text[self.units[at][1] : self.units[at + 1][0]] if 0 <= at < len(self.units) - 1 else None

    def goes_on(self, at: int) -> bool:
        """Say whether the field of a unit goes on behind it."""
        gap = self.gap(at)
        return gap is not None and not BREAK.search(gap)

    def is_said(self, at: int) -> bool:
        """Say whether a unit and the one behind it stand side by side in the title and in the text."""
        return self.gap(at) == "" and self.keys[at] + self.keys[at + 1] in self.said

    def is_silent_on(self, start: int, end: int) -> bool:
        """Say whether the text speaks of few of some units, and not of what the first or the last makes with its neighbour."""
        if any(self.gap(at) == "" and self._pairs[at] for at in (start - 1, end - 1)):
            return False
        return self._has_little_of(start, end)

    def _has_little_of(self, start: int, end: int) -> bool:
        """Say whether the text speaks of few of some units."""
        said = [word for word in self._words[start:end] if word is not None]
        said += [self._pairs[at] for at in range(start, end - 1) if self._words[at] is None and self.gap(at) == ""]
        return sum(said) <= BY_CHANCE * len(said)

    @cached_property
    def _pairs(self) -> list[bool]:
        return [one + other in self.spoken for one, other in pairwise(self.keys)]

    @cached_property
    def _words(self) -> list[bool | None]:
        words = set(UNIT.findall(self.spoken))
        return [None if is_single(unit) else unit in words for unit in self.keys]

    def place(self, start: int, end: int) -> str:
        """Give the kind of place where some units stand."""
        first, last = self.span(start, end)
        before, after = self.text[:first], self.text[last:]
        if FRONT.fullmatch(before):
            is_glued = after[:1].isalnum() or after[:1] in NO_COLUMN or SIGN.match(after.strip()) is not None
            in_brackets = not before.isdigit() and before.strip() != "" and not SIGN.match(before)
            return BEFORE if (is_glued or self._is_space(end - 1)) and not in_brackets else COLUMN
        if after[:1] in {":", "："} and not STRONG.isdisjoint(self.gap(start - 1) or ""):
            return COLUMN
        if end == len(self.units):
            gap = self.gap(start - 1) or ""
            if any(mark in FIELD_MARKS for mark in gap) or SIGN.search(gap):
                return BEHIND
            return LOOSE if any(mark in APART for mark in gap) and not self._is_space(start - 1) else GLUED
        return INSIDE

    def place_of_field(self, start: int, end: int) -> str:
        """Give the kind of place of the field in which some units stand; before a comma more may be the headline's."""
        field = self.field(start, end)
        place = self.place(*field)
        more = field != (start, end) and self.text[self.units[field[1] - 1][1] :][:1] in NO_COLUMN
        return COLUMN if more and place == BEFORE else place

    def is_wrapped(self, start: int, end: int) -> bool:
        """Say whether pictographs stand on both sides of some units, or on one at an edge of the title."""
        first, last = self.span(start, end)
        before, after = self.text[:first].rstrip(" \ufe0f")[-1:], self.text[last:].lstrip(" ")[:1]
        signs = [SIGN.match(char) is not None for char in (before, after) if char]
        return bool(signs) and all(signs)

    def field(self, start: int, end: int) -> tuple[int, int]:
        """Give the units of the field in which some stand; these alone where there is much more in it, or what the text speaks of.

        Behind a mark that no headline has, and a name, little more may be anything.
        """
        first, last = self._run_before(start), self._run_behind(start, end)
        for one in ((first, last), (start, last)):
            more = "".join((*self.keys[one[0] : start], *self.keys[end : one[1]]))
            if not 0 < len(more) <= MOST_TAIL or not self._is_field(start, *one):
                continue
            parts = (part for part in ((one[0], start), (end, last)) if part[0] < part[1])
            named = one[0] == start > 0 and not STRONG.isdisjoint(self.gap(start - 1) or "")
            if named or (self.is_silent_on(*one) and all(self._has_little_of(*part) for part in parts)):
                return one
        return start, end

    def is_set_off(self, first: int, last: int) -> bool:
        """Say whether marks that no headline has stand on both sides of some units, or on one at an edge of the title."""
        before, after = self.gap(first - 1), self.gap(last - 1)
        sides = [gap for gap in (before, after) if gap is not None]
        return bool(sides) and all(not SET_OFF.isdisjoint(gap) or SIGN.search(gap) for gap in sides)

    def _run_before(self, start: int) -> int:
        """Give the first of the units that are glued to one."""
        while self.gap(start - 1) == "":
            start -= 1
        return start

    def _run_behind(self, start: int, end: int) -> int:
        """Give the unit behind those that are glued to some, over brackets, and over spaces between words of a field."""
        is_open, begins = False, start == 0 or self.gap(start - 1) not in {"", " "}
        while (gap := self.gap(end - 1)) is not None and (
            gap in JOINTS or (is_open and gap in CLOSED) or (begins and self._is_space(end - 1))
        ):
            is_open = is_open or gap in JOINTS - {""}
            end += 1
        return end

    def _is_field(self, start: int, first: int, last: int) -> bool:
        """Say whether units around some that begin at *start* are a field: between strong marks, or behind one mark before another."""
        if first < start or last == len(self.units):
            return self.is_set_off(first, last) if first < start else True
        after = (self.gap(last - 1) or "").strip()
        ended = not after or after[0] in FIELD_ENDS or SIGN.match(after) is not None
        return ended and (start == 0 or self.gap(start - 1) not in {"", " "})

    def with_marks(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets of some units with their brackets and the marks that set them off from the headline."""
        first, last = self.span(start, end)
        closing = BRACKETS.get(self.text[first - 1 : first], "")
        if closing and self.text[last : last + 1] == closing:
            first, last = first - 1, last + 1
        before, after = self._back(first), self._on(last)
        if FRONT.fullmatch(self.text[:before]):
            return 0, after + (self.text[after : after + 1] in {"!", "！"})
        if after == len(self.text) or end == len(self.units):
            return before, len(self.text)
        return first, after if before < first else last

    def _is_space(self, at: int) -> bool:
        """Say whether a mere space stands between a unit and the one behind it, as between words."""
        return self.gap(at) == " " and not is_single(self.key(at)) and not is_single(self.key(at + 1))

    def _back(self, at: int) -> int:
        """Give where the marks before an offset begin."""
        while at and (self.text[at - 1] in APART or SIGN.match(self.text[at - 1])):
            at -= 1
        return at

    def _on(self, at: int) -> int:
        """Give where the marks at an offset end."""
        while at < len(self.text) and (self.text[at] in APART or SIGN.match(self.text[at])):
            at += 1
        return at


def is_single(unit: str) -> bool:
    """Say whether a unit is a character of Chinese or Japanese."""
    return IS_SINGLE.match(unit) is not None


def _without_edges(text: str, title: str) -> str:
    """Give a paragraph without what it has of the title at its beginning or as a whole clause.

    What stands there is not spoken of: a keyword is put there, too.
    """
    text = text.lstrip(MARKS_BEFORE)
    size = max((size for size in range(MIN_EDGE, LONGEST_EDGE + 1) if text[:size] in title), default=0)
    text = text[min(size, len(text)) :]
    return "，".join(clause for clause in CLAUSE.split(text) if not (len(clause) >= MIN_EDGE and clause in title))
