"""Credits at the end of a paragraph: photo credits, reporter brackets and sign-offs behind the last sentence (B1, B4, B5)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.text.byline.credit import Credit, label_pattern, words
from pipelines.text.byline.dateline import DATED
from pipelines.text.byline.lines import SENTENCE, SIGNED, read_line
from pipelines.text.byline.people import HAN, is_chinese_name, read_people

WINDOW = 90
"""Characters at the end of a paragraph that are looked at."""

BRACKET = re.compile(r"[（(【\[〔]\s*(?P<inner>[^（()）【】\[\]〔〕]{2,80})\s*[）)】\]〕][。.]?$")
ENDING = re.compile(r"(?<=[。！？!?…”」』）)】\]〕])\s*|\s+")
"""Where a credit can begin: behind a sentence, or behind a space."""
BEHIND_SENTENCE = re.compile(r"[。！？!?…”」』）)】\]〕]\s*$|[.]\s+$")
AUTHOR = re.compile(
    rf"(?:本文)?作者(?:[:：]|\s)?\s?(?P<name>[{HAN}]{{2,4}}?)?(?:[，,\s]?(?:系|为|為|是|现任).{{2,50}}|[，,\s].{{2,50}})"
)
GIVEN = re.compile(r"[^\s，。！？；：,:“”\"]{2,18}(?:供图|供圖|制图|製圖)")
LABELLED = re.compile(
    r"(?:(?P<spaced>Фото|Photo credit|Photos? by|Photo|Image|Credit)(?:: ?|(?<=by) )"
    r"|(?:图片来源|圖片來源|图源|资料来源|資料來源|来源|來源|摄影|攝影|图片|사진|写真|撮影)\s?[:：/／=＝|]\s?)"
    r"(?P<value>[^\s。！？!?，；].{0,40})"
)
DESK = re.compile(r"\(?(?<![A-Za-z])(?:Reporting|Writing|Additional reporting|Editing) by [A-Z][^()]{3,200}\)?$")
AP_PHOTO = re.compile(r"(?:AP |AFP |Reuters |Xinhua )?(?:Photo|File photo|Photograph|Image)[/:]?\s?.{0,60}")
JAPANESE = re.compile(r"(?:[=＝].{1,14}(?:撮影|写す|提供)|.{1,12}記者|写真[:：＝=/].{1,20}|文・.{2,12})")
SENTENCE_ENDS = frozenset("。！？!?；，、…”」』：")
TEAM = re.compile(rf"[{HAN}A-Za-z]{{2,12}}\s+(?P<who>[{HAN}]{{2,4}})\s?[摄攝]")
"""`某某摄影队 甲某某 摄`"""
INLINE = re.compile(rf"(?<=[。！？!?”」])\s?(?P<credit>[{HAN}]{{0,10}}[记記]者\s?[{HAN}、\s]{{2,16}}\s?[摄攝])(?=\s)")
"""A photo credit between a caption and the next sentence, on pages flattened to one line (D5)."""


def find_tails(text: str) -> list[Credit]:
    """Find the credits at the end of a paragraph, the last first, and those between its sentences."""
    credits: list[Credit] = []
    end = len(text.rstrip()) if _may_end(text) else 0
    while (credit := _last(text, end)) is not None:
        credits.append(credit)
        end = credit.start
    if credits:
        # The gap between two credits, and what space follows the last one, goes with them.
        credits[0] = replace(credits[0], end=len(text))
    return [*credits, *(credit for credit in _inline(text) if not credits or credit.end <= end)]


def _may_end(text: str) -> bool:
    """Tell whether a paragraph may end in a credit: most end with a sentence, and are not looked at further."""
    ending = text.rstrip()[-2:]
    if ending[-1:] in SENTENCE_ENDS:
        return ending[:1] in ")）】]〕"
    return ending[-1:] != "." or "by " in text[-260:] or ending[:1] in "다)"


def _last(text: str, end: int) -> Credit | None:
    """Find the credit that ends at *end*."""
    begin = max(0, end - WINDOW)
    window = text[begin:end]
    if (match := BRACKET.search(window)) is not None and (found := _inside(match["inner"].strip())) is not None:
        start = begin + match.start()
        return _at(text, found, start, end)
    if (match := DESK.search(text[max(0, end - 260) : end])) is not None:
        return Credit(
            start=_back(text, max(0, end - 260) + match.start()), end=end, reason="author", evidence="desk line"
        )
    for boundary in ENDING.finditer(window):
        if boundary.end() == 0 or boundary.end() >= len(window):
            continue
        tail = window[boundary.end() :]
        sentence = BEHIND_SENTENCE.search(window[: boundary.end()]) is not None
        if (found := _bare(tail, sentence=sentence)) is not None:
            return _at(text, found, begin + boundary.end(), end)
    return None


def _at(text: str, found: Credit, start: int, end: int) -> Credit:
    return replace(found, start=_back(text, start), end=end)


def _back(text: str, start: int) -> int:
    """Take the space before a credit with it."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return start


def _inside(inner: str) -> Credit | None:
    """Judge what stands in brackets at the end of a paragraph."""
    size = len(inner)
    if inner in words()["archive"] or inner in words()["wire"]:
        return Credit(
            start=0, end=size, reason="photo_credit" if inner in words()["archive"] else "source", evidence="agency"
        )
    if (people := read_people(inner)) is not None and (people.role or people.photo and people.certain):
        if people.photo:
            return Credit(
                start=0, end=size, reason="fake_byline" if people.made_up else "photo_credit", evidence="photo"
            )
        if people.names:
            return Credit(start=0, end=size, reason="author", names=people.names, evidence="reporter bracket")
    if (line := read_line(inner, edge=True)) is not None:
        return line
    if (match := AUTHOR.fullmatch(inner)) is not None:
        names = (match["name"],) if match["name"] else ()
        return Credit(start=0, end=size, reason="author", names=names, evidence="note on the author")
    if (wire := DATED.fullmatch(inner)) is not None and wire["quoted"] is None:
        return Credit(start=0, end=size, reason="dateline", evidence="dateline in brackets")
    if GIVEN.fullmatch(inner) or AP_PHOTO.fullmatch(inner) or JAPANESE.fullmatch(inner) or SIGNED.fullmatch(inner):
        return Credit(start=0, end=size, reason="photo_credit", evidence="credit in brackets")
    match = LABELLED.fullmatch(inner)
    if match is not None and not SENTENCE.search(match["value"]):
        return Credit(start=0, end=size, reason="photo_credit", evidence="label and value")
    return None


def _bare(tail: str, *, sentence: bool) -> Credit | None:
    """Judge what stands behind the last sentence, or behind a space, without brackets."""
    size = len(tail)
    if size < 2 or size > 60:
        return None
    if (people := read_people(tail)) is not None and people.photo and tail[-1] in "摄攝图圖影道導":
        if people.role and (people.names or people.made_up) or people.certain:
            return Credit(
                start=0, end=size, reason="fake_byline" if people.made_up else "photo_credit", evidence="photo"
            )
    if sentence and (team := TEAM.fullmatch(tail)) is not None and is_chinese_name(team["who"]):
        return Credit(start=0, end=size, reason="photo_credit", evidence="photo")
    if sentence and people is not None and people.role and people.certain:
        names = () if people.photo else people.names
        return Credit(
            start=0,
            end=size,
            reason="photo_credit" if people.photo else "author",
            names=names,
            evidence="reporter behind the last sentence",
        )
    if sentence and (GIVEN.fullmatch(tail) or tail in words()["wire"] and len(tail) > 2):
        return Credit(start=0, end=size, reason="photo_credit", evidence="given by")
    if sentence and SIGNED.fullmatch(tail):
        return Credit(start=0, end=size, reason="author", evidence="signature")
    match = LABELLED.fullmatch(tail)
    if match is not None and (sentence or not match["spaced"]) and not SENTENCE.search(match["value"]):
        return Credit(start=0, end=size, reason="photo_credit", evidence="label and value")
    if label_pattern().match(tail) and (line := read_line(tail, edge=sentence)) is not None:
        return line
    return None


def _inline(text: str) -> Iterator[Credit]:
    """Find photo credits between two sentences of a flattened page."""
    if "摄" not in text and "攝" not in text:
        return
    for match in INLINE.finditer(text):
        people = read_people(match["credit"].strip())
        if people is not None and people.photo and people.role:
            reason = "fake_byline" if people.made_up else "photo_credit"
            yield Credit(start=match.start(), end=match.end(), reason=reason, evidence="photo credit between sentences")
