"""Cutting a text into the words that credits are made of: roles, acts, pictures, names, media and marks, with nothing left over."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipelines.text.byline.vocabulary.credit import words
from pipelines.text.byline.vocabulary.people import HAN, MEDIA_ENDINGS, NOT_IN_NAMES, is_chinese_name, is_medium
from pipelines.text.folding import simplified

LONGEST = 120
"""Characters of the longest text that is cut."""
UNKNOWN = 14
"""Characters of the longest run of Chinese, Japanese or Korean that may be the name of anything."""
KANA = "\u3040-\u30ff"
HANGUL = "가-힣"
MARKS = re.compile(
    r"[\s、，,;；&＆+＋:：＝=/／╱|｜丨∣│▏‖ㅣ·・•ㆍ\-–—―~〜_.…()（）\[\]【】〔〕「」『』<>〈〉《》［］“”\"'*◎●■□▲◆※]+"
)
OPENING, CLOSING = "(（[【〔［「『《“<〈", ")）]】〕］」』》”>〉"
LATIN = frozenset(
    chr(code) for first, last in ("AZ", "az", "Àſ", "Ая", "ЁЁ", "ёё", "09") for code in range(ord(first), ord(last) + 1)
)
"""Letters and figures of scripts whose words are set apart"""
RUN = re.compile(rf"[{HAN}{KANA}{HANGUL}A-Za-z0-9]{{1,{UNKNOWN}}}")
ASIAN = re.compile(rf"[{HAN}{KANA}{HANGUL}]")
GAP = re.compile(r"[ .]")
MEDIUM_END = re.compile(
    f"(?:{'|'.join(MEDIA_ENDINGS)}|布|部|心|号|安|方|防|旅|局|보|스|문|송|제|타임즈|디어|신|널|이|V|聞|信|ス|ビ|送)$|^[本我]."
)
"""What all of them end with"""
DOT = re.compile("[·•・]")
HANGUL_WORD = re.compile("[가-힣]{2,3}")
PROPER = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][\w'’&-]*(?:\.(?=\s?[A-ZА-ЯЁ]))?(?:[ .](?:(?:of|the|de|la|van|von|der|den|al|bin|da|di|du|dos|for) ){0,2}[A-ZÀ-ÞА-ЯЁ][\w'’&-]*(?:\.(?=\s?[A-ZА-ЯЁ]))?){0,5}"
)
"""Capitalised words in a row: a person, a medium, a house."""
HANDLE = re.compile(
    r"@[\w.]{2,30}|[\w.+-]{1,40}@[\w-]+(?:\.[\w-]+){1,3}|[a-z0-9-]{2,30}\.(?:com|net|org|cn|jp|co\.jp|kr|co\.kr|ru|co\.uk|tv)(?:\.cn)?\b"
)
CODE = re.compile(r"\d{1,2}月\d{1,2}日|\d{1,2}日|(?:19|20)\d\d年?|[A-Z]{0,4}\d{2,8}[A-Z]?")
"""A staff number, a day"""
FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:[·•・][{HAN}]{{1,8}}){{1,3}}")
KOREAN_NAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉사"
)
"""Korean family names of one syllable (national statistics, 2015 census)"""
KOREAN_MEDIUM = re.compile(
    r"[가-힣A-Za-z0-9]{1,8}(?:일보|뉴스|신문|방송|경제|타임스|타임즈|미디어|통신|저널|투데이|TV)"
)
ACCOUNT = re.compile(rf"[{HAN}]{{2,8}}(?:发布|宣传部|融媒|融媒体中心|政府网|公众号|公安|警方|消防|文旅|文旅局|电视台)")
"""Houses that publish themselves: offices and their accounts"""
JAPANESE_MEDIUM = re.compile(
    rf"[{HAN}{KANA}A-Za-z]{{1,8}}(?:新聞社?|通信社?|ニュース|テレビ|放送|編集部|支局|総局|通信部)"
)
PARTICLES = re.compile(r"[はをがにでと](?![ぁ-ん])")
APART = frozenset(("alone", "japanese", "noun", "shooting", "giving"))
"""Lists that other lists hold the words of"""
WIRED = re.compile(r"\d[日月]|(?:[讯訊电電]|报道|報道|報導|消息)$")
SPARED = re.compile("成都|首都|都江堰|都匀|都市|那曲|从化|从江|也门|新都|丰都|古都|京都|对外|等级|若羌")
"""Places and words of media that have a function word's character"""
NARROW = {
    wide: wide - 0xFEE0
    for block in (range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B))
    for wide in block
}
"""Letters and figures of full width, and the usual ones"""
ACTS = ("供图", "供圖", "提供", "撮影", "拍摄", "拍攝", "摄影", "攝影", "제공", "캡처", "촬영")
"""What a run that may be anything does not end with, since it is a word of its own"""
FUNCTION = "的了是在这那们吗呢吧着过说她他它很也就都还但并把被让您我你这些怎么"
"""Chinese function words; those that the vocabulary has are left out"""
SMALL_WORD = re.compile(r"(?<![\w@.'’/-])[a-zа-яё][a-zа-яё'’]*(?![\w@.])")
"""A word in small letters; those in addresses are none"""
UNKNOWN_WORD = frozenset({"unknown"})
COSTS = {"mark": 0.0, "name": 1.2, "medium": 2.0, "handle": 1.0, "code": 1.5}
"""What a word costs; the cheapest way to cut a text is taken. Words of the vocabulary cost 1, unknown ones the most."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a credit, or of a note."""

    text: str
    classes: frozenset[str]
    """Classes of the vocabulary it is in, or what its form says: `name medium proper unknown handle code joiner mark`,
    in notes `address phone title figure free` as well."""


@cache
def lists(file: str = "credit_words.toml") -> dict[str, frozenset[str]]:
    """Load words by class from a file of the package's data, in lower case; those of credits if none is named."""
    text = (files("pipelines.text") / "data" / file).read_text(encoding="utf-8")
    return {name: frozenset(value.casefold() for value in values) for name, values in tomllib.loads(text).items()}


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Give the classes of every word of credits, the labels of credit lines among them."""
    labels = {"edits": ("editor", "staff"), "wrote": ("author",), "shot": ("photo",), "from": ("source",)}
    labels |= {"agency": ("picture_agency", "wire"), "nobody": ("nobody",)}
    found: dict[str, set[str]] = {}
    for name, values in lists().items():
        for value in () if name in APART else values:
            found.setdefault(value, set()).add(name)
    for name, olds in labels.items():
        for value in (value for old in olds for value in words()[old]):
            found.setdefault(value.casefold(), set()).add(name)
    for word in tuple(found):
        found.setdefault(word.translate(_plain()), set()).update(found[word])
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Give the lengths of the words of the vocabulary, the shortest first, by the character they begin with."""
    found: dict[str, set[int]] = {}
    for word in vocabulary():
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(sizes)) for first, sizes in found.items()}


@cache
def _small_words() -> frozenset[str]:
    """Give the words of spaced scripts that the vocabulary has, alone or in phrases."""
    return frozenset(word for known in vocabulary() for word in SMALL_WORD.findall(known))


@cache
def _strange() -> "re.Pattern[str]":
    """Give the expression of function words that are in no word of the vocabulary: only sentences have them."""
    known = "".join(vocabulary())
    return re.compile(f"[{''.join(sorted(char for char in FUNCTION if char not in known))}]")


@cache
def _plain() -> dict[int, str]:
    """Give the simplified characters for `str.translate`."""
    return {ord(form): plain for form, plain in simplified().items()}


def _is_sentence(text: str) -> bool:
    """Tell whether a word stands in a text that no credit has, so that it need not be cut."""
    if _strange().search(SPARED.sub("", text)) is not None:
        return True
    return any(word not in _small_words() for word in SMALL_WORD.findall(text))


@lru_cache(maxsize=4096)
def segment(text: str) -> list[Word] | None:
    """Cut a text into the words of credits; None where something else stands in it."""
    text = text.translate(NARROW).strip().rstrip(".")
    if not 1 < len(text) <= LONGEST or text[0] in CLOSING or _unbalanced(text):
        return None
    if _is_sentence(text):
        return None
    lower = text.casefold().translate(_plain())
    if len(lower) != len(text):
        return None
    costs = [0.0, *([float("inf")] * len(text))]
    back: list[tuple[int, frozenset[str]] | None] = [None] * (len(text) + 1)
    for start in range(len(text)):
        if costs[start] == float("inf"):
            continue
        for end, classes, cost in _words_at(text, lower, start):
            if costs[start] + cost < costs[end]:
                costs[end] = costs[start] + cost
                back[end] = (start, classes)
    found: list[Word] = []
    end = len(text)
    while end > 0:
        step = back[end]
        if step is None:
            return None
        found.append(Word(text[step[0] : end], step[1]))
        end = step[0]
    return found[::-1]


def _unbalanced(text: str) -> bool:
    """Tell whether a bracket or a quotation mark has no partner: then a part of a sentence was cut off."""
    return any(text.count(left) != text.count(right) for left, right in zip(OPENING, CLOSING, strict=True))


def _words_at(text: str, lower: str, start: int) -> list[tuple[int, frozenset[str], float]]:
    """Give the words that can begin at *start*: where they end, their classes, their cost."""
    if (mark := MARKS.match(text, start)) is not None:
        return [(mark.end(), frozenset({"mark"}), 0.0), *_known(lower, start)]
    if start and text[start] in LATIN and text[start - 1] in LATIN:
        return []
    found = [*_known(lower, start), *_named(text, start)]
    if (run := _unknown(text, start)) > 1:
        pieces = [text[start : start + size] for size in range(1, run + 1) if _ends(text, start + size)]
        found += [(start + len(piece), UNKNOWN_WORD, _cost(piece)) for piece in pieces if not piece.endswith(ACTS)]
        found += [
            (start + len(piece), frozenset({"medium"}), COSTS["medium"])
            for piece in pieces
            if len(piece) > 1 and _names_medium(piece)
        ]
    return found


def _names_medium(piece: str) -> bool:
    """Tell whether a run ends as the names of media and houses that publish do."""
    if MEDIUM_END.search(piece) is None or not set("于於自由").isdisjoint(piece[:2]) or piece.startswith(_leads()):
        return False
    forms = (ACCOUNT, KOREAN_MEDIUM, JAPANESE_MEDIUM)
    return is_medium(piece) or any(form.fullmatch(piece) for form in forms)


@cache
def _leads() -> tuple[str, ...]:
    """Give the words that stand glued before a medium and are no part of its name (`综合某社`, `本文由某报`)."""
    return (
        "综合",
        "綜合",
        *(word for name in ("about", "act", "from") for word in lists()[name] if len(word) > 1 and ASIAN.match(word)),
    )


def _cost(run: str) -> float:
    """Give what a run that may be anything costs: more where a day or the word of a wire stands in it."""
    return (4 + 0.6 * len(run) if len(run) > 1 else 6) + (1.5 if WIRED.search(run) else 0)


def _known(lower: str, start: int) -> list[tuple[int, frozenset[str], float]]:
    """Give the words of the vocabulary that begin at *start*."""
    known = vocabulary()
    found = []
    for end in (start + size for size in _sizes().get(lower[start], ())):
        classes = known.get(lower[start:end]) if end <= len(lower) else None
        if classes is not None and _ends(lower, end):
            found.append((end, classes, 0.7 if classes == {"joiner"} else 1.0))
    return found


def _named(text: str, start: int) -> list[tuple[int, frozenset[str], float]]:
    """Give the names, addresses and figures that begin at *start*."""
    found = []
    for size in (2, 3, 4):
        piece = text[start : start + size]
        if (
            len(piece) == size
            and piece[-1] not in "摄攝"
            and (is_chinese_name(piece) or (_is_korean_name(piece) and _ends(text, start + size)))
        ):
            # `朱文` is a name where it cannot be a name and a word of credits.
            cost = COSTS["name"] + (1.5 if piece[1:].casefold() in vocabulary() else 0)
            found.append((start + size, frozenset({"name"}), cost))
    for form, kind, cost in ((FOREIGN, "name", 2.5), (HANDLE, "handle", 1.0), (CODE, "code", 1.5)):
        match = form.match(text, start)
        # `文・写真` are two roles, no foreign name.
        if match is not None and _ends(text, match.end()) and vocabulary().keys().isdisjoint(DOT.split(match[0])):
            found.append((match.end(), frozenset({kind}), cost))
    if (match := PROPER.match(text, start)) is not None:
        ends = [start + gap.start() for gap in GAP.finditer(match[0])] + [match.end()]
        for count, end in enumerate(ends, start=1):
            if _ends(text, end):
                found.append((end, frozenset({"proper"}), 1.5 + 1.2 * count))
    return found


def _unknown(text: str, start: int) -> int:
    """Give the length of the run at *start* that may be the name of anything."""
    match = RUN.match(text, start)
    if match is None or ASIAN.search(match[0]) is None:
        return 0
    run = match[0]
    stop = NOT_IN_NAMES.search(SPARED.sub(lambda found: "某" * len(found[0]), run)) or PARTICLES.search(run)
    return stop.start() if stop is not None else len(run)


def _is_korean_name(text: str) -> bool:
    return text[0] in KOREAN_NAMES and HANGUL_WORD.fullmatch(text) is not None


def _ends(text: str, end: int) -> bool:
    """Tell whether a word can end there: not within a word of a spaced script."""
    return end >= len(text) or not (text[end] in LATIN and text[end - 1] in LATIN)
