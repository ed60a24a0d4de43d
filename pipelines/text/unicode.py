"""One Unicode form: invisible and control characters out, one kind of space, composed letters; never more than that."""

import re
import unicodedata
from collections.abc import Iterator

from pipelines.text.spans import Span

SPACES = "\t\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000"
"""Spaces other than U+0020 and characters that act as one, for a character class; each becomes a plain space."""

INVISIBLE = (
    # soft hyphen, grapheme joiner, Arabic letter mark, Hangul and Khmer fillers, Mongolian selectors
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    # zero-width space, joiners, direction marks, word joiner and its kin, fillers, byte-order mark, annotations
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufe00-\ufe0f"
    # tag characters
    "\U000e0000-\U000e007f"
)
"""Characters that show nothing; joiners and selectors stay where they shape what stands before them."""

CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""C0 and C1 controls, lone surrogates and non-characters: never text."""

RADICALS = "\u2e9f\u2ef3\u2f00-\u2fd5"
"""Kangxi and CJK radicals that stand for a character, as PDFs and look-alike tricks use them."""

LIGATURES = "\ufb00-\ufb06"
"""Latin ligatures (`ﬁ`)."""

# Character classes and one bounded alternation, so linear; a run of spaces goes as one span.
SPACE = re.compile(f"[ {SPACES}]{{2,}}|[{SPACES}]|\\A | \\Z")
SPACE_IN_CODE = re.compile(f"(?!\t)[{SPACES}]")
ODD = re.compile(f"[{INVISIBLE}{CONTROL}]|(?P<fold>[{RADICALS}{LIGATURES}])")
HIDDEN = re.compile(f"[{INVISIBLE}]")

MOST_MARKS = 30
"""Most combining marks behind one letter: the Stream-Safe Text Format of Unicode (UAX #15, section 13)."""

# Scripts in which joiners change letters (Arabic to Nko, Indic, South-East Asian, Mongolian).
JOINED_SCRIPT = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
# What a joiner or a selector may follow: symbols, emoji, keycap bases, flags and skin tones.
EMOJI = re.compile("[#*0-9\xa9\xae\u203c-\u3299\U0001f000-\U0001faff\ufe0f\u20e3\U000e0020-\U000e007f]")


def find_odd(text: str) -> list[Span]:
    """Find characters that are not text (`invisible`, `control`), and radicals and ligatures, the only ones folded.

    Takes one paragraph or title, gives spans from left to right; `folded` ones are replaced by what they stand for.
    """
    return [span for match in ODD.finditer(text) if (span := _judge(match)) is not None]


def find_spaces(text: str, *, code: bool) -> list[Span]:
    """Find spaces other than single plain ones between words (`space`), once nothing invisible is left.

    A space at either end is cut, one inside replaced by U+0020. With *code*, runs of spaces and tabs stay, since they
    carry meaning there.
    """
    if code:
        return [Span(start=m.start(), end=m.end(), reason="space", put=" ") for m in SPACE_IN_CODE.finditer(text)]
    return [
        Span(start=m.start(), end=m.end(), reason="space", put=" " if m.start() and m.end() < len(text) else "")
        for m in SPACE.finditer(text)
    ]


def _judge(match: re.Match[str]) -> Span | None:
    """Say what becomes of one match of ODD."""
    char, (start, end) = match[0], match.span()
    if match.lastgroup == "fold":
        return Span(start=start, end=end, reason="folded", put=unicodedata.normalize("NFKC", char))
    if _shapes(match.string, start, char):
        return None
    reason = "invisible" if HIDDEN.match(char) else "control"
    return Span(start=start, end=end, reason=reason, evidence=f"U+{ord(char):04X}")


def _shapes(text: str, at: int, char: str) -> bool:
    """Say whether a joiner, selector or tag at *at* shapes the character before it and must stay."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char == "\u200d":
        both_emoji = EMOJI.match(before) and EMOJI.match(after)
        return bool(both_emoji or JOINED_SCRIPT.match(before))
    if char == "\u200c":
        return bool(JOINED_SCRIPT.match(before) and JOINED_SCRIPT.match(after))
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0020" <= char <= "\U000e007f":
        return bool(EMOJI.match(before))
    return "\u180b" <= char <= "\u180f" and bool(JOINED_SCRIPT.match(before))


def find_uncomposed(text: str) -> list[Span]:
    """Find stretches that are not in Unicode's form NFC, each with its composed form (`composed`).

    More than MOST_MARKS combining marks in a row are cut to that number first (`stacked_marks`), for composing takes
    square time in their number.
    """
    if text.isascii():
        return []
    stacked = _find_stacked(text)
    if stacked:
        return stacked
    if unicodedata.is_normalized("NFC", text):
        return []
    spans = []
    for start, end in _clusters(text):
        composed = unicodedata.normalize("NFC", text[start:end])
        if composed != text[start:end]:
            spans.append(Span(start=start, end=end, reason="composed", put=composed))
    return spans


def _find_stacked(text: str) -> list[Span]:
    """Find the combining marks beyond MOST_MARKS in a row."""
    marks = "".join(char for char in set(text) if unicodedata.combining(char))
    if not marks:
        return []
    run = re.compile(f"(?<=[{re.escape(marks)}]{{{MOST_MARKS}}})[{re.escape(marks)}]+")
    return [Span(start=m.start(), end=m.end(), reason="stacked_marks") for m in run.finditer(text)]


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Cut a string into stretches that can be composed apart: a starter with all that may combine with it."""
    start = 0
    for at, char in enumerate(text):
        if at > start and not unicodedata.combining(char) and not _may_join(char):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _may_join(char: str) -> bool:
    """Say whether a starter can compose with the one before it: Hangul vowels and finals, a few Indic signs."""
    return "\u1161" <= char <= "\u11c2" or unicodedata.category(char) in {"Mc", "Mn"}
