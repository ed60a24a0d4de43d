"""Credits at the end of a paragraph: photo credits, reporter brackets and sign-offs behind the last sentence (B1, B4, B5)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.text.byline.credits.composed import is_composed_credit
from pipelines.text.byline.credits.lines import read_line
from pipelines.text.byline.credits.makers import read_makers
from pipelines.text.byline.credits.picture import is_picture_credit
from pipelines.text.byline.datelines.dateline import DATED
from pipelines.text.byline.datelines.heads import is_head
from pipelines.text.byline.notes.chinese import is_note, read_note
from pipelines.text.byline.notes.signature import ENDED, find_note, is_remark, is_signature
from pipelines.text.byline.vocabulary.credit import Credit, label_pattern, words
from pipelines.text.byline.vocabulary.people import HAN, LATIN_NAME, is_chinese_name, read_people
from pipelines.text.byline.vocabulary.values import SENTENCE

WINDOW = 90
"""Characters at the end of a paragraph that are looked at."""

BRACKET = re.compile(r"[（(【\[〔［]\s*(?P<inner>[^（()）【】\[\]〔〕［］]{2,80})\s*[）)】\]〕］][。.]?$")
ENDING = re.compile(r"(?<=[。！？!?…”」』）)】\]〕])(?![\"'](?:\s|$))\s*|\s+")
"""Where a credit can begin: behind a sentence and the quotation mark that closes it, or behind a space."""
BEHIND_SENTENCE = re.compile(r"[。！？!?…”」』）)】\]〕]\s*$|[^\W\d_][.]\s+$|[”’)][.]\s+$|[.!?…,][\"']\s+$")
CLOSED = re.compile(r"[。！？!?…”」』]\s*$|[^\W\d_][.][”\"’']?\s*$")
"""A sentence's end before a bracket, which may be glued to it."""
AUTHOR = re.compile(
    rf"(?:本文)?作者(?:[:：]|\s)?\s?(?P<name>[{HAN}]{{2,4}}?)?(?:[，,\s]?(?:系|係|[为為](?!了)|是|现任).{{2,50}}|[，,\s].{{2,50}})"
)
AGENCY_PHOTO = re.compile(rf"[{HAN}]{{2,4}}\s?[摄攝][/／ ][^，。]{{2,12}}")
"""`甲某某摄/某某图片`"""
SLASHED_PHOTO = re.compile(rf"{LATIN_NAME.pattern}\s?/\s?[A-Z][\w&. ]{{1,30}}")
"""`First Last/Agency`"""
TAKEN_PHOTO = re.compile(
    rf"[图圖][片]?(?:据|據|自|由|來自|来自)[{HAN}A-Za-z@·]{{2,14}}|(?:Courtesy(?: of)?|Handout|File photo|Supplied|Stock photo)\b.{{0,40}}"
)
"""`图据某某`, `Courtesy of …`"""
LABELLED = re.compile(
    r"(?:(?P<spaced>Фото|Photo credit|Photos? by|Photographs?(?: by)?|Pictures?(?: by)?|Photos?|Images?|Credits?|Illustrations?|Graphics?|Videos?|(?:Photos?|Images?|Pictures?) courtesy of|Photography by)(?:: ?|(?<=by) |(?<=of) )"
    r"|(?:图片来源|圖片來源|图源|资料来源|資料來源|来源|來源|摄影|攝影|图片|사진|写真|撮影)\s?[:：/／=＝|]\s?)"
    r"(?P<value>[^\s。！？!?，；].{0,40})"
)
JAPANESE = re.compile(
    r"(?:記者[・:：].{2,12}|[=＝].{1,14}(?:撮影|写す|提供)|[^\s・＝=、。は]{2,8}[＝=][^\s・＝=、。は]{2,8}|[^\s、。は]{2,10}(?:共同|時事|ロイター)|[^\s・＝=]{2,8}(?:支局|総局|部|通信部?|編集部|特派員)[・＝=\s][^\s・＝=]{2,8}|.{1,12}記者|写真[:：＝=/].{1,20}|文・.{2,12})"
)
PHOTOGRAPHER = re.compile(rf"(?<=[.!?”\"]\s){LATIN_NAME.pattern}\s*$")
"""A name behind a caption, before its agency in brackets"""
MARK_OF_END = re.compile(rf"(?<=[。！？!?.”」』])\s?(?:{ENDED.pattern})$")
CAMERA = re.compile(rf"\s?[📷📸🎥📹]\ufe0f?\s?[:：]?\s?(?:{LATIN_NAME.pattern}|[{HAN}]{{2,4}})\s*$")
"""`📷 First Last`"""
SMALL = re.compile(r"(?:^|\s)[a-z]{1,4}\s+$")
"""A small word, which needs what follows: `… works at Agency` ends a sentence."""
EDITED = ("编辑", "編輯", "责编", "責編", "校对", "校對")
SENTENCE_ENDS = frozenset("。！？!?；，、…”」』：")
HANGUL = re.compile("[가-힣]")
MAIL = re.compile(
    r"[<(\[/]?\s?(?:[가-힣]{2,4}\s?(?:기자|특파원)\s?)?[<(\[]?[\w.+-]{1,40}@[\w.-]{3,40}[>)\]]?\s?[>)\]]?"
)
TEAM = re.compile(rf"[{HAN}A-Za-z]{{2,12}}\s+(?P<who>[{HAN}]{{2,4}})\s?[摄攝]")
"""`某某摄影队 甲某某 摄`"""
SIGNED = re.compile(
    r"[A-Z][^\W\d_]*(?: [\w’'-]+){0,3}, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2} (?=(?:Photo(?:s|graphs?)?|Pictures?|Images?):)"
)
"""A name and a place (`Sleepless, Milford`) with a space before the label of a picture."""
WORK = re.compile(r"[\d、.\s]{0,4}《[^《》]{1,30}》")
"""A work alone, behind which stands who made it, in a list of them"""
INLINE = re.compile(rf"(?<=[。！？!?”」])\s?(?P<credit>[{HAN}]{{0,10}}[记記]者\s?[{HAN}、\s]{{2,16}}\s?[摄攝])(?=\s)")
"""A photo credit between a caption and the next sentence, on pages flattened to one line (D5)."""


def find_tails(text: str) -> list[Credit]:
    """Find the credits at the end of a paragraph, the last first, and those between its sentences."""
    found: list[Credit] = []
    end = len(text.rstrip()) if _may_end(text) else 0
    while (credit := _last(text, end)) is not None:
        found.append(credit)
        end = credit.start
    if found:
        # The gap between two credits, and what space follows the last one, goes with them.
        found[0] = replace(found[0], end=len(text))
    return [*found, *(credit for credit in _inline(text) if not found or credit.end <= end)]


def _may_end(text: str) -> bool:
    """Tell whether a paragraph may end in a credit: most end with a sentence, and are not looked at further."""
    ending = text.rstrip()[-2:]
    if ending[-1:] in SENTENCE_ENDS:
        return ending[:1] in ")）】]〕"
    return (
        ending[-1:] != "."
        or ending[:1] in "다)"
        or "by " in text[-260:]
        or "contributed" in text[-120:]
        or "With " in text[-120:]
    )


def _last(text: str, end: int) -> Credit | None:
    """Find the credit that ends at *end*."""
    begin = max(0, end - WINDOW)
    window = text[begin:end]
    if (match := BRACKET.search(window)) is not None and (found := _inside(match["inner"].strip())) is not None:
        named = PHOTOGRAPHER.search(window[: match.start()]) if found.reason in {"photo_credit", "source"} else None
        return _at(text, found, begin + (named or match).start(), end)
    if (ended := MARK_OF_END.search(window)) is not None:
        return _at(text, _credit("author", "mark of the end"), begin + ended.start(), end)
    if match is not None and CLOSED.search(window[: match.start()]) and is_signature(match["inner"].strip()):
        return _at(text, _credit("author", "signature in brackets"), begin + match.start(), end)
    if (shot := CAMERA.search(window)) is not None:
        return _at(text, _credit("photo_credit", "a camera and a name"), begin + shot.start(), end)
    if (helpers := find_note(text, end)) is not None:
        return _at(text, _credit("author", "who reported, wrote and helped"), helpers, end)
    return _bare_credit(text, begin, end)


def _bare_credit(text: str, begin: int, end: int) -> Credit | None:
    """Find the credit without brackets that ends at *end*, looking back to *begin*."""
    window = text[begin:end]
    shortest = None
    for boundary in ENDING.finditer(window):
        if boundary.end() == 0 or boundary.end() >= len(window):
            continue
        tail = window[boundary.end() :]
        if tail.isascii() and SMALL.search(window[: boundary.end()]):
            continue
        if begin == 0 and WORK.fullmatch(window[: boundary.start()]) is not None:
            return None
        sentence = BEHIND_SENTENCE.search(window[: boundary.end()]) is not None
        if (found := _bare(tail, sentence=sentence)) is None or (shortest and found.reason != "fake_byline"):
            continue
        if sentence or found.reason != "fake_byline":
            signed = SIGNED.match(tail)  # what signs a letter is no part of the credit behind it
            return _at(text, found, begin + boundary.end() + (signed.end() if signed else 0), end)
        # Made-up names are put behind anything, a headline's last word too, which could pass for their paper.
        shortest = _at(text, found, begin + boundary.end(), end)
    return shortest


def _at(text: str, found: Credit, start: int, end: int) -> Credit:
    return replace(found, start=_back(text, start), end=end)


def _back(text: str, start: int) -> int:
    """Take the space and the pictographs before a credit with it (`🍓(撰稿:甲某某)`)."""
    while start > 0 and (text[start - 1].isspace() or text[start - 1] >= "\U0001f000"):
        start -= 1
    return start


def _inside(inner: str) -> Credit | None:
    """Judge what stands in brackets at the end of a paragraph."""
    for read in (_archive, _author, _line, _people, _noted, _bracketed, _composed):
        if (found := read(inner)) is not None:
            return replace(found, start=0, end=len(inner))
    return None


def _composed(text: str) -> Credit | None:
    """Read what falls into the words of credits alone."""
    return _credit("photo_credit", "words of picture credits alone") if is_composed_credit(text) else read_makers(text)


def _archive(text: str) -> Credit | None:
    """Read `资料图片`, or the bare name of a wire agency."""
    if text in words()["archive"]:
        return _credit("photo_credit", "archive picture")
    return _credit("source", "agency") if text in words()["wire"] else None


def _people(text: str) -> Credit | None:
    """Read `某某社记者 甲某 摄`, `记者 甲某 乙某`."""
    people = read_people(text)
    if people is None or not (people.role or ((people.photo or text.endswith(EDITED)) and people.certain)):
        return None
    if text.endswith(EDITED):
        return _credit("editor", "name and the word for editing")
    if people.photo:
        return _credit("fake_byline" if people.made_up else "photo_credit", "photo")
    return _credit("author", "reporters", names=people.writers) if people.names else None


def _line(text: str) -> Credit | None:
    return read_line(text, edge=True)


def _author(text: str) -> Credit | None:
    """Read `作者甲某系某某大学教授`."""
    if (match := AUTHOR.fullmatch(text)) is None:
        return None
    return _credit("author", "note on the author", names=(match["name"],) if match["name"] else ())


def _noted(text: str) -> Credit | None:
    return read_note(text, bracketed=True)


def _bracketed(text: str) -> Credit | None:
    """Read what is a credit only inside brackets: a dateline, a giver, a label with its value."""
    if is_head(text) or ((wire := DATED.fullmatch(text)) is not None and wire["quoted"] is None):
        return _credit("dateline", "dateline in brackets")
    if any(form.fullmatch(text) for form in (SLASHED_PHOTO, TAKEN_PHOTO, AGENCY_PHOTO, JAPANESE)):
        return _credit("photo_credit", "credit in brackets")
    if is_picture_credit(text, alone=True):
        return _credit("photo_credit", "where a picture comes from")
    if is_remark(text) or is_note(text):
        return _credit("source", "where the text comes from")
    return _labelled(text, sentence=True)


def _labelled(text: str, *, sentence: bool) -> Credit | None:
    """Read `图片来源：某某`, `Photo by X`; the words of spaced scripts only behind a sentence."""
    match = LABELLED.fullmatch(text)
    if match is None or SENTENCE.search(match["value"]) or (match["spaced"] and not sentence):
        return None
    return _credit("photo_credit", "label and value")


def _bare(tail: str, *, sentence: bool) -> Credit | None:
    """Judge what stands behind the last sentence, or behind a space, without brackets."""
    if not 2 <= len(tail) <= 60:
        return None
    found = _photo(tail) or (_signed(tail) if sentence else None) or _labelled(tail, sentence=sentence)
    if found is None and label_pattern().match(tail):
        found = read_line(tail, edge=sentence)
    if found is None and is_picture_credit(tail, alone=sentence):
        found = _credit("photo_credit", "where a picture comes from")
    if found is None and is_composed_credit(tail, glued=not sentence, pair=True):
        found = _credit("photo_credit", "words of picture credits alone")
    return found or (read_makers(tail) if sentence else None)


def _photo(tail: str) -> Credit | None:
    """Read `某某社记者 甲某 摄`: names and the word for taking pictures at the end."""
    people = read_people(tail) if tail[-1] in "摄攝图圖影道導" else None
    if people is None or not people.photo or not (people.role or people.certain):
        return None
    if not (people.names or people.made_up):
        return None
    return _credit("fake_byline" if people.made_up else "photo_credit", "names and the word for taking pictures")


def _signed(tail: str) -> Credit | None:
    """Read what signs a text only behind its last sentence."""
    if (team := TEAM.fullmatch(tail)) is not None and is_chinese_name(team["who"]):
        return _credit("photo_credit", "team and name")
    if (people := read_people(tail)) is not None and people.role and people.certain:
        names = () if people.photo else people.writers
        return _credit("photo_credit" if people.photo else "author", "reporter behind the last sentence", names=names)
    if SLASHED_PHOTO.fullmatch(tail) or TAKEN_PHOTO.fullmatch(tail):
        return _credit("photo_credit", "name and agency")
    if tail in words()["wire"] and len(tail) > 2:
        return _credit("photo_credit", "given by")
    if (HANGUL.search(tail) and is_remark(tail)) or MAIL.fullmatch(tail):
        return _credit("author", "signature")
    return None


def _credit(reason: str, evidence: str, *, names: tuple[str, ...] = ()) -> Credit:
    """Give a credit whose place is not known yet."""
    return Credit(start=0, end=0, reason=reason, names=names, evidence=evidence)


def _inline(text: str) -> Iterator[Credit]:
    """Find photo credits between two sentences of a flattened page."""
    if "摄" not in text and "攝" not in text:
        return
    for match in INLINE.finditer(text):
        people = read_people(match["credit"].strip())
        if people is not None and people.photo and people.role:
            reason = "fake_byline" if people.made_up else "photo_credit"
            yield Credit(start=match.start(), end=match.end(), reason=reason, evidence="photo credit between sentences")
