"""Byte damage: text that a wrong charset or a replacement on bytes has spoilt; found, never repaired."""

import re
from collections.abc import Iterator
from itertools import islice

from pipelines.text.folding import simplified
from pipelines.text.pairs import pairs_of
from pipelines.text.spans import Span, Verdict

HANZI = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Chinese characters, for a character class."""

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
"""Vowels with a tone mark."""

# A mirror engine replaced full-width marks in GBK bytes without looking where a character begins: the full stop and
# the next character read together as another mark. What is left is `?`, an ASCII mark, and shifted characters; with
# glosses, `?` and a gloss without its opening bracket. Classes and fixed lengths only, so linear.
GBK_MARK = re.compile(
    rf"""
      \?{{3,9}}(?=[{HANZI}])            # 。 and several characters that no cell holds
    | \?!\?(?=\d)                     # 。”1993: the digit is gone
    | \?[!;:?](?=[{HANZI}<?])         # 。 and the first byte of what follows: `?!蓖粲`, `??睖y`
    | ![{HANZI}]@                     # 。“這 -> `?!斑@`, its first `?` may be missing
    | (?<=[{HANZI}])![皶斑](?![{HANZI}]{{0,3}}[点马纹點馬紋])
    """,
    re.VERBOSE,
)
CLOSING_MARK = re.compile(rf"[^?？。，\s]{{1,20}}\?(?=[{HANZI}，、”“+\d])")
"""Where the shift ends: a character that no cell holds became `?` in the middle of a sentence."""
SHIFTED_RUN = re.compile(r"\?(?P<marks>[!:;?,()]{0,2})(?P<run>[^\x00-\x7f]{2,16})")
"""`?`, what marks the replacement left, and the two-byte characters behind: shifted by one byte, or a question and its answer."""
SECOND_BYTES = {"!": 0xA1, ":": 0xBA, ";": 0xBB, "?": 0xBF, ",": 0xAC, "(": 0xA8, ")": 0xA9}
"""The second byte, in GBK, of the full-width form of each mark: the first byte of the character that was torn."""
TORN_MARKS = "、—…‘’“”〈〉《》「」『』【】〔〕"
"""What `!` can have been made of, with the full stop in front: marks with the first byte A1"""
LEAST_HEALED = 2
"""Pairs frequent inside words that come back with that byte: of 1,389 runs behind a question mark in genuine text one has
one more than before, none two; of 34 damaged pages that the other signs miss, 18 have two."""
LEAST_COMMON, LEAST_RUN = 0.75, 3
"""Share of everyday characters and marks that a run of so many must have when it is moved back by one byte"""
GBK_GLOSS = re.compile(rf"\?[a-zü]{{0,5}}[{TONED}][a-zü]{{0,5}}\)")
STRAY_LETTER = re.compile(rf"[{HANZI}][a-z@](?![a-z])")
SENTENCE_END = re.compile(r"[。！？!?；;…]")

UTF8_AS_LATIN = re.compile(
    r"[\xc2-\xf4][\x80-\xbf\u20ac\u201a\u0192\u201e-\u2026\u2020-\u2022\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,3}"
)
"""UTF-8 read as Latin-1 or Windows-1252: a lead byte with its trail bytes (`â€™`, `Ã©`)."""
REPLACED = re.compile("\ufffd+|(?:锟斤拷){2,}|(?:烫烫){3,}|(?:屯屯){3,}")
"""Bytes that a decoder gave up, and the same read once more as GBK."""
REPLACEMENTS = ("\ufffd", "锟斤拷", "烫烫", "屯屯")
"""One of which a text must have for that."""
OPENING_QUOTES, CLOSING_QUOTES = "“‘«", "”’»"
QUOTED = 12
"""Characters on either side of what looks damaged within which such a quotation begins and ends; it has no space."""
QUOTE_STARTS = re.compile(rf"['\"`{OPENING_QUOTES}][^\s'\"`{HANZI}]*$")
QUOTE_ENDS = re.compile(rf"[^\s'\"`{OPENING_QUOTES}{HANZI}]*?['\"{CLOSING_QUOTES}]")
LATIN_LETTERS = re.compile("[\xa1-\xff]")

UTF8_LEADS = re.compile(
    "["
    + "".join(bytes([lead, trail]).decode("gb18030") for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0))
    + "]"
)
"""UTF-8 Chinese read as GBK: every third character is made of the lead byte of a hanzi and the byte behind it."""

MOST_LATIN = 0.3
"""Share of Latin-1 letters above which a text is no language that is written with them (pattern D2)."""
MIN_FOREIGN = 20
"""Characters below which a text is too short to be called wrongly decoded."""


MISREADINGS = (
    ("cp1251", "gb18030"),
    ("koi8_r", "gb18030"),
    ("big5", "gb18030"),
    ("cp949", "gb18030"),
    ("gb18030", "big5"),
)
"""Charsets in which Chinese was read, and those in which it was written"""
PAIR_SAMPLE = 200
"""Characters of a text whose pairs are counted"""
MOST_PAIRS, LEAST_PAIRS = 0.08, 0.12
"""Pairs frequent inside words, for each character of the sample: as it stands, at most, and read in the other charset, at
least. Modern Chinese has 0.3; poems and old prose have hardly any, but of 17,900 genuine paragraphs none has more than 0.07
in another charset."""


def find_byte_damage(text: str) -> list[Span]:
    """Find the sentences that GBK byte damage has spoilt, as spans to mark, not to cut.

    `??` and `?!` also stand in lively prose, so they count only before a character outside GB2312's everyday half
    (the shifted pairs are mostly rare) or where nothing else can have made them. Any `?` counts where what is behind it
    reads as words once the byte in front is put back, and does not without.
    """
    if "?" not in text and "!" not in text:
        return []
    hits = [match for match in GBK_MARK.finditer(text) if _is_shifted(text, match)]
    hits += GBK_GLOSS.finditer(text)
    hits += _healed(text)
    return _sentences(text, sorted((match.start(), match[0]) for match in hits), "byte_damage")


def _healed(text: str) -> list[re.Match[str]]:
    """Give the places of a paragraph behind which words come back with the byte that was taken for half of a mark."""
    gains = [(match, _gain(match["marks"], match["run"])) for match in SHIFTED_RUN.finditer(text)]
    healed = [(match, gain) for match, gain in gains if gain > 0]
    return [match for match, _ in healed] if sum(gain for _, gain in healed) >= LEAST_HEALED else []


def _gain(marks: str, run: str) -> int:
    """Give how many more pairs of words a run has when it is moved back by one byte; as it is they count twice."""
    return max(map(_pairs, _moved(marks, run))) - 2 * _pairs(run)


def _moved(marks: str, run: str) -> Iterator[str]:
    """Give what a run is when the byte that the last of the marks has taken, or any of those, stands before it again."""
    raw = run.encode("gbk", errors="ignore")
    for lead in [SECOND_BYTES[marks[-1]]] if marks else SECOND_BYTES.values():
        yield (bytes([lead]) + raw).decode("gbk", errors="replace")[:-1]  # its last byte belongs to what follows


def _is_plausible(marks: str, run: str) -> bool:
    """Say whether a run consists of everyday characters when it is moved back by one byte."""
    plain = simplified()
    return any(
        (moved[:1] in TORN_MARKS or not marks.endswith("!"))
        and sum(not _is_rare(plain.get(char, char)) and char != "\ufffd" for char in moved) >= LEAST_COMMON * len(moved)
        for moved in _moved(marks, run)
    )


def _pairs(text: str) -> int:
    """Count the neighbours that are a pair frequent inside words."""
    return sum(1 for _ in pairs_of(text))


def find_undecoded(text: str) -> list[Span]:
    """Find stretches whose bytes were lost or decoded twice (`\ufffd`, `â€™`), as spans to mark, not to cut."""
    if text.isascii():
        return []
    replaced = REPLACED.finditer(text) if any(one in text for one in REPLACEMENTS) else ()
    hits = [(match.start(), match[0]) for match in replaced]
    hits += [
        (match.start(), match[0])
        for match in UTF8_AS_LATIN.finditer(text)
        if _is_utf8(match[0]) and not _is_quoted(text, match)
    ]
    return _sentences(text, sorted(hits), "mojibake")


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Say whether what looks damaged is all that stands between two quotation marks: the text speaks of it (`"Ã¤"`, `‘ß’`)."""
    behind, before = text[match.end() : match.end() + QUOTED], text[max(0, match.start() - QUOTED) : match.start()]
    closed = match[0][-1] in CLOSING_QUOTES or QUOTE_ENDS.match(behind)
    return bool(closed and QUOTE_STARTS.search(before))


def judge_charset(text: str) -> Verdict | None:
    """Say whether a whole text was read in the wrong charset (Hangul or hanzi as Latin letters, UTF-8 as GBK)."""
    if text.isascii():
        return None
    sample = text[:4000]  # characters; a wrong charset is wrong everywhere
    latin = len(LATIN_LETTERS.findall(sample))
    if latin >= MIN_FOREIGN and latin > MOST_LATIN * len(sample.replace(" ", "")):
        for charset in ("cp949", "gb18030", "utf-8", "shift_jis", "big5"):
            if _decodes(sample, charset):
                return Verdict(reason="wrong_charset", evidence=f"its bytes are {charset}: {sample[:20]}")
    if len(UTF8_LEADS.findall(sample)) * 5 > len(sample) > MIN_FOREIGN and _is_utf8_as_gbk(sample):
        return Verdict(reason="wrong_charset", evidence=f"UTF-8 read as GBK: {sample[:20]}")
    return _judge_misreading(sample[:PAIR_SAMPLE])


def _judge_misreading(sample: str) -> Verdict | None:
    """Say whether a sample without words has those of Chinese when its bytes are read in another charset."""
    if len(sample) < MIN_FOREIGN or len(sample.encode("ascii", errors="ignore")) * 2 > len(sample):
        return None
    if any(islice(pairs_of(sample), int(MOST_PAIRS * len(sample)), None)):
        return None
    for seen, written in MISREADINGS:
        raw = sample.encode(seen, errors="ignore")
        if len(raw) <= len(sample) // 2:  # hardly any of it can have been read in that charset
            continue
        decoded = raw.decode(written, errors="replace")
        if _pairs(decoded) >= LEAST_PAIRS * len(decoded):
            return Verdict(reason="wrong_charset", evidence=f"{written} read as {seen}: {sample[:20]}")
    return None


def _sentences(text: str, hits: list[tuple[int, str]], reason: str) -> list[Span]:
    """Widen hits to their sentences; several in one sentence give one span."""
    spans: list[Span] = []
    for at, seen in hits:
        if spans and at < spans[-1].end:
            continue
        start = (
            max(text.rfind(mark, max(0, at - 200), at) for mark in "。！？；\n") + 1
        )  # 200 characters: a long sentence
        end = SENTENCE_END.search(text, at + len(seen) + 1)
        spans.append(Span(start=max(start, 0), end=end.end() if end else len(text), reason=reason, evidence=seen))
    return spans


def _is_shifted(text: str, match: re.Match[str]) -> bool:
    """Say whether what follows a doubtful mark is a shifted pair rather than a question."""
    if match[0].startswith("???"):
        return "，" in text and "," not in text  # who types full-width commas types full-width question marks
    if match[0] not in {"??", "?!", "?:", "?;"}:
        return True
    if "，" in text and "," not in text and (match[0] in {"?:", "?;"} or CLOSING_MARK.match(text, match.end())):
        return True
    run = SHIFTED_RUN.match(text, match.start())
    if run is not None and len(run["run"]) >= LEAST_RUN and not _is_plausible(run["marks"], run["run"]):
        return False  # a rare word behind a mark that somebody typed
    following = text[match.end() : match.end() + 5]
    return bool(STRAY_LETTER.search(following)) or any(_is_rare(char) for char in following[:4])


def _is_rare(char: str) -> bool:
    """Say whether a character is a hanzi outside GB2312 level 1, the 3,755 everyday ones."""
    if not "\u3400" <= char <= "\u9fff":
        return False
    try:
        return char.encode("gb2312")[0] >= 0xD8  # level 1 has the lead bytes B0 to D7
    except UnicodeEncodeError:
        return False  # a traditional character says nothing


def _is_utf8(text: str) -> bool:
    """Say whether a Latin string is one UTF-8 character read byte by byte."""
    raw = bytearray()
    for char in text:
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return False
            raw.append(ord(char))
    # A lead byte with the number of trail bytes it calls for; shorter matches end in a genuine quotation mark.
    for length in range(len(raw), 1, -1):
        try:
            raw[:length].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _decodes(sample: str, charset: str) -> bool:
    """Say whether Latin-1 letters are really bytes of *charset* that give East Asian text."""
    decoded = sample.encode("latin-1", errors="ignore").decode(charset, errors="replace")
    wide = sum("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in decoded)
    return wide * 2 > len(decoded) - decoded.count(" ") and decoded.count("\ufffd") * 20 < len(decoded)


def _is_utf8_as_gbk(sample: str) -> bool:
    """Say whether a sample of hanzi, written as GBK, is UTF-8."""
    raw = sample.encode("gb18030", errors="ignore")
    return raw.decode("utf-8", errors="replace").count("\ufffd") * 10 < len(sample)
