"""All credits of a page: those that a rule reads, and those that the site's habits let expect."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from pipelines.text.byline.credits.header import read_header
from pipelines.text.byline.credits.lines import ENDED, LONGEST, is_label, is_names, read_line
from pipelines.text.byline.credits.tail import find_tails
from pipelines.text.byline.datelines.dateline import find_dateline, find_place
from pipelines.text.byline.habits.slot_heads import read_rest, read_slot_head
from pipelines.text.byline.habits.slots import NONE, Habits, kinds_at, read_slots, read_top
from pipelines.text.byline.notes.signature import read_ending
from pipelines.text.byline.pieces import is_of_items, is_of_signed_pieces, is_row
from pipelines.text.byline.vocabulary.credit import Credit, Dateline, as_credit, words

PROSE = re.compile(r"[。！？!?…](?:[”」』）)\s]|$|[^\s])|[a-zа-яё가-힣\d”\"’)][.](?:\s|$)")
"""A sentence's end: what has one is no credit line but text."""
PROSE_ENDS = frozenset("。！？!?；…”」』")
REMEMBERED = 800
"""Characters of the longest paragraph whose credits are remembered: the stages look at a page more than once."""
BRACKETS = {")": "(", "）": "（", "]": "[", "】": "【"}
HOUSE, HOUSE_NAME = 10, re.compile(r"[\u3400-\u9fffA-Za-z0-9·]+")
"""Characters of what stands before a credit on its line and is no sentence: a site's name."""
REACH = 30
"""Characters in a bracket before what is read as a credit in it."""
LONG = 60
"""Characters from which a paragraph counts as text even without a sentence's end."""


def find_credits(
    paragraphs: Sequence[str], kinds: Sequence[str] = (), patterns: Sequence[str] = (), habits: Habits = NONE
) -> list[tuple[int, Credit]]:
    """Find all credits of a page.

    Takes the paragraphs, their kinds (none: all are text), the site's own patterns, texts with `*` for a name, and its
    habits. Gives pairs of the paragraph's index and a credit, from left to right; a credit that covers its paragraph is
    a line to drop.
    """
    first, last = edges_of(paragraphs)
    opening = next((index for index, text in enumerate(paragraphs) if len(text) >= LONG), len(paragraphs))
    found: list[tuple[int, Credit]] = []
    index = 0
    while index < len(paragraphs):
        text = paragraphs[index]
        kind = kinds[index] if kinds else "text"
        edge = not first <= index <= last
        if kind in {"code", "cell"} or not text:
            index += 1
            continue
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        if index > last and is_label(text) and (is_names(after) or _marked(text)):
            found.append(
                (index, Credit(start=0, end=len(text), reason="editor", evidence="label on a line of its own"))
            )
            if is_names(after):
                index += 1
                found.append(
                    (index, Credit(start=0, end=len(after), reason="editor", evidence="name behind its label"))
                )
        else:
            header = read_header(text) if index < max(first, opening) else None
            lead = index == first
            here = [header] if header else _credits_of(text, kind, edge=edge, lead=lead, patterns=patterns)
            if (
                not here
                and index >= last
                and index == len(paragraphs) - 1
                and (ending := read_ending(paragraphs, index))
            ):
                here = [ending]
            found += [(index, credit) for credit in here]
        index += 1
    if habits != NONE:
        found += _by_habit(paragraphs, kinds, habits, found)
        found.sort(key=lambda one: (one[0], one[1].start))
    return _without_pieces(paragraphs, kinds, found)


def _without_pieces(
    paragraphs: Sequence[str], kinds: Sequence[str], found: list[tuple[int, Credit]]
) -> list[tuple[int, Credit]]:
    """Leave what belongs to one of several pieces of a page and to no field of it: the heads of items, the last signature."""
    heads = {index: credit for index, credit in found if credit.reason == "dateline" and credit.start == 0}
    signs = {index: credit for index, credit in found if _is_bare_signature(paragraphs[index], credit)}
    rows = {index: credit for index, credit in found if credit.start == 0 and credit.end == len(paragraphs[index])}
    if not heads and not rows:
        return found
    prose = [index for index, text in enumerate(paragraphs) if is_prose(text)]
    credited = {index for index, _ in found}
    left = [credit for index, credit in rows.items() if is_row(paragraphs, prose, credited, index)]
    if is_of_items(paragraphs, prose, {index: paragraphs[index][: credit.end] for index, credit in heads.items()}):
        left += heads.values()
    if signs and is_of_signed_pieces(paragraphs, kinds, prose, credited):
        left += signs.values()
    return [(index, credit) for index, credit in found if not any(credit is one for one in left)]


def _is_bare_signature(text: str, credit: Credit) -> bool:
    """Tell whether a credit is a line that names somebody, and no word on it says that he wrote the article."""
    whole = credit.reason == "author" and credit.start == 0 and credit.end == len(text)
    return whole and read_line(text, edge=True) is None


def _by_habit(
    paragraphs: Sequence[str], kinds: Sequence[str], habits: Habits, found: Sequence[tuple[int, Credit]]
) -> list[tuple[int, Credit]]:
    """Find what the site's habits let expect and no rule has found: the head of the first paragraph, the signature."""
    first, last = edges_of(paragraphs)
    more: list[tuple[int, Credit]] = []
    headed = any(index < first or (index == first and credit.start == 0) for index, credit in found)
    if habits.heads and not headed and first <= last and kinds_at(kinds, first) == "text":
        head = read_slot_head(paragraphs[first])
        if head is not None:
            more.append((first, as_credit(head, "head of a report, as on most of the site's")))
    for index, credit in found if habits.heads else ():
        if index == first and credit.start == 0 and credit.reason == "dateline":
            end = read_rest(paragraphs[first], credit.end, named=bool(credit.names))
            more += [(first, replace(credit, start=credit.end, end=end))] if end > credit.end else []
    if habits.heads and not any(index < first for index, _ in found):
        more += read_top(paragraphs, kinds, first)
    taken = {index for index, credit in found if index >= last and credit.end == len(paragraphs[index])}
    habits = replace(habits, signs=habits.signs and not taken)
    return [*more, *(place for place in read_slots(paragraphs, kinds, last, habits) if place[0] not in taken)]


def is_credit_line(text: str) -> bool:
    """Tell whether a line is a credit or the head of a page, wherever it might stand, or a label whose value is below it."""
    return is_credit_label(text) or read_line(text, edge=True) is not None or read_header(text) is not None


def is_nameless(text: str) -> bool:
    """Tell whether a line is read as a credit that names neither people nor a source (`Follow us on …`)."""
    line = read_line(text, edge=True)
    return line is not None and line.reason == "source" and not line.names and line.source is None


def is_credit_label(text: str) -> bool:
    """Tell whether a line is a label of credits alone, whose value stands on the next line (`责任编辑`, `编辑：`)."""
    return is_label(text) and (_marked(text) or "".join(text.split()) in words()["editor"])


def credit_bounds(text: str) -> tuple[int, int]:
    """Give where the head of a report ends with which a paragraph begins, and where the credits begin with which it ends."""
    found = _paragraph(text, "text", edge=False, lead=True, patterns=())
    head = next((credit.end for credit in found if credit.start == 0 and credit.reason == "dateline"), 0)
    return head, min(
        (credit.start for credit in found if credit.start >= head > 0 or credit.start > 0), default=len(text)
    )


def edges_of(paragraphs: Sequence[str]) -> tuple[int, int]:
    """Give the indices of the first and the last paragraph that are text; their number and -1 where there are none."""
    prose = [index for index, text in enumerate(paragraphs) if is_prose(text)]
    return (prose[0], prose[-1]) if prose else (len(paragraphs), -1)


def is_prose(text: str) -> bool:
    """Tell whether a paragraph is text rather than a line of names, labels or figures."""
    return len(text) > LONGEST or text[-1:] in PROSE_ENDS or _is_short_prose(text)


@lru_cache(maxsize=4096)
def _is_short_prose(text: str) -> bool:
    if len(text) < LONG and PROSE.search(text) is None:
        return False
    return read_line(text, edge=True) is None and read_header(text) is None


def _marked(text: str) -> bool:
    return text.rstrip().endswith((":", "："))


def _credits_of(text: str, kind: str, *, edge: bool, lead: bool, patterns: Sequence[str]) -> Sequence[Credit]:
    """Find the credits of one paragraph; what was found for those of usual length is remembered for the next look."""
    if len(text) > REMEMBERED:
        return _paragraph(text, kind, edge=edge, lead=lead, patterns=patterns)
    return _remembered(text, kind, edge=edge, lead=lead, patterns=tuple(patterns))


@lru_cache(maxsize=4096)
def _remembered(text: str, kind: str, *, edge: bool, lead: bool, patterns: tuple[str, ...]) -> tuple[Credit, ...]:
    return tuple(_paragraph(text, kind, edge=edge, lead=lead, patterns=patterns))


def _paragraph(text: str, kind: str, *, edge: bool, lead: bool, patterns: Sequence[str]) -> list[Credit]:
    """Find the credits of one paragraph."""
    if (line := read_line(text, edge=edge)) is not None and kind != "heading":
        return [line]
    start, end = _by_site(text, patterns)
    found: list[Credit] = []
    if start:
        found.append(Credit(start=0, end=start, reason="site_pattern", evidence="the site's definition"))
    if end < len(text):
        found.append(Credit(start=end, end=len(text), reason="site_pattern", evidence="the site's definition"))
    rest = text[start:end]
    dateline = _dateline(rest, kind, lead=lead)
    if dateline is not None:
        found.append(_moved(as_credit(dateline, "head of a report"), start))
        start += dateline.end
    if kind != "heading":
        found.extend(_whole(text, _moved(credit, start)) for credit in find_tails(text[start:end]))
    found.sort(key=lambda credit: credit.start)
    line = _line_of(text, found, edge=edge) if found and kind != "heading" else None
    return found if line is None else [replace(line, start=0, end=len(text))]


def _by_site(text: str, patterns: Sequence[str]) -> tuple[int, int]:
    """Give what is left between the heads and the tails of a paragraph that the site's own patterns describe."""
    start, end = 0, len(text)
    for pattern in patterns:
        head, tail = _site_pattern(pattern)
        if (match := head.match(text, start)) is not None:
            start = match.end()
        elif (match := tail.search(text, start)) is not None:
            end = match.start()
    return start, end


def _line_of(text: str, found: Sequence[Credit], *, edge: bool) -> Credit | None:
    """Give the credit that a whole line is, since what its credits leave is one or the name of a site (`某某港 记者：甲某某`)."""
    between = _between(text, found).strip()
    if (line := read_line(between, edge=edge)) is not None:
        return line
    house = edge and 0 < len(between) <= HOUSE and HOUSE_NAME.fullmatch(between) is not None
    return found[-1] if house and found[-1].reason in {"author", "editor"} else None


def _dateline(text: str, kind: str, *, lead: bool) -> Dateline | None:
    """Find the dateline of a paragraph; quotes and headings have none."""
    if kind in {"quote", "heading"}:
        return None
    return find_dateline(text, lead=lead) or (find_place(text) if lead else None)


def _between(text: str, found: Sequence[Credit]) -> str:
    """Give what the credits of a paragraph leave."""
    starts = [0, *(credit.end for credit in found)]
    ends = [*(credit.start for credit in found), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _whole(text: str, credit: Credit) -> Credit:
    """Begin a credit that ends a bracket where the bracket begins: what stands before it there says whose it is."""
    pair = BRACKETS.get(text[credit.end - 1])
    if pair is None or pair in text[credit.start : credit.end]:
        return credit
    opened = text.rfind(pair, max(0, credit.start - REACH), credit.start)
    if opened < 0 or ENDED.search(text, opened, credit.start) or text[credit.end - 1] in text[opened : credit.start]:
        return credit
    return replace(credit, start=opened)


def _moved(credit: Credit, by: int) -> Credit:
    return replace(credit, start=credit.start + by, end=credit.end + by)


@cache
def _site_pattern(pattern: str) -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    """Give the expressions of a site's pattern at the start and at the end of a paragraph; `*` takes up to 40 characters."""
    body = r"[^。！？!?]{1,40}?".join(re.escape(part) for part in pattern.split("*"))
    return re.compile(rf"\s*{body}\s*"), re.compile(rf"\s*{body}\s*$")
