"""Credit lines: paragraphs that are nothing but labels and names (B4, B6) or the head of a page (C1)."""

import re
from dataclasses import replace

from pipelines.text.byline.composed import is_composed_credit
from pipelines.text.byline.credit import Credit, class_of, composed_role, label_classes, label_pattern, words
from pipelines.text.byline.makers import read_makers
from pipelines.text.byline.notes import is_note, read_note
from pipelines.text.byline.people import (
    HAN,
    LATIN_NAME,
    NAME,
    NOT_IN_NAMES,
    is_chinese_name,
    is_house,
    is_medium,
    read_people,
)
from pipelines.text.byline.picture import is_persons_picture
from pipelines.text.byline.segments import SPARED
from pipelines.text.byline.signature import is_end, is_remark, is_signed_line

LONGEST = 160
"""Characters; the longest genuine credit line of the pages looked at has 96."""

DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
SENTENCE = re.compile(r"[。！？!?…；;]|(?<![A-Z])[.](?:\s|$)|[,，]\s?.{12}")
ENDED = re.compile(r"[。！？!?…]|[a-z)\d”\"][.](?:\s|$)")
NAMES_APART = re.compile(r"\s*[、，,/／;；&＆|]\s*|\s+(?:and|и)\s+|\s{1,4}")
HANGUL_NAME = re.compile(r"[가-힣]{2,4}(?:\s?(?:기자|특파원|PD))?")
OFFICE = re.compile(r"[部组室中心处局委办院司学社会厅馆所校队]$")
ASIDE = re.compile(r"\s?[（(][^（()）]{2,40}[）)]?$")
"""What stands in brackets behind a name: office, place."""
ALONE = {"撰稿", "撰稿人", "供稿"}
DATE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?[日.]?(?P<time>[\sT　]{0,3}(?:周.|星期.|오전|오후|午前|午後)?\s?\d{1,2}[:：時时]\d{2}(?:[:：分]\d{0,2})?)?"
)
"""A day with its year, with or without a time."""
BY = re.compile(
    rf"(?:By:?|BY:?|by:?|Written by|Story by|Text by|Words by)\s(?P<name>{LATIN_NAME.pattern})(?P<rest>.{{0,100}})"
)
SMALL_WORD = re.compile(r"\b[a-z]{2,}")
MOST_SMALL = 6
"""Words in small letters that a by-line has; a sentence glued to it has more."""
STAFF_CODE = re.compile(r"[a-z]{3,12}|[A-Z]{0,3}\d{1,6}")
"""What stands for an editor in place of his name"""
BY_REST = re.compile(
    r"(?!,\s(?:the|a|an|it|he|she|they|we|his|her|its|there)\s)(?:$|\s?[,|–—-]|\s(?:and|for|in|of|at|from|with|&)\s|\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\s\d)"
)
GIVEN = re.compile(r"[^\s，。！？；：,:“”\"]{2,18}(?:供图|供圖|制图|製圖|供稿)")
PUBLISHER = re.compile(r"(?P<name>[^\s|｜:：\[\]【】]{2,24}?)(?=$|[\s|｜\[\]【】]|有?\d+\s?人|[\u3400-\u9fff]{2}[:：])")
"""The publisher at the beginning of a value, before the toolbar glued behind it."""
ROLE_NAMES = re.compile(
    rf"(?P<role>[{HAN}]{{2,7}}|[A-Z][A-Za-z-]{{2,14}}(?: [a-z]{{2,12}}){{0,2}})(?P<mark>\s?[:：/／╱|｜丨∣│]\s?|\s[–—-]\s|\s)(?P<names>[^。！？:：]{{2,60}})"
)
"""`统稿：甲某`"""
EDITING = frozenset("编編审審校核签簽稿辑輯缉緝")
"""Last characters of the roles of those who edit, check and sign."""
TRADE = re.compile(
    r"edit|report|writ|photo|picture|copy|proof|desk|graphic|layout|illustrat|camera|subbed|translat|transcri|fact.?check|research|screenshot|visuals?\b|correspondent|contribut|web producer|videograph|narrat",
    re.IGNORECASE,
)
"""Stems of the English words for what people of the press do."""
WRAPPED = re.compile(
    rf"[^\w()（）【】\[\]]{{0,4}}[(（【\[〔]\s?(?P<role>[{HAN}]{{1,6}})\s?[:：/／|｜丨]\s?(?P<names>[{HAN}、\s]{{2,20}})[)）】\]〕]"
)
"""`(某职：甲某某)`, the whole line"""
TAKES_PART = re.compile(
    r"主演|演员|演員|导演|導演|主持|嘉宾|嘉賓|主讲|联系|聯絡|讲述|受访|受訪|被告|原告|获奖|領|领|^[单單]位$|[时時][间間]|地[点點]|日期|比例"
)
"""Roles of people the text is about, and labels of what is no person (`单位：万元`)."""
LENT = frozenset(("通讯员", "通訊員", "供稿"))
OFFICE_NAME = re.compile(rf"[{HAN}]{{2,12}}")
"""What offices lend to a paper, and their names: `记者：甲某某 通讯员：某地交警`"""


def read_line(text: str, *, edge: bool) -> Credit | None:
    """Read a paragraph as a credit line; None where anything of it is not a credit.

    *edge* says that the paragraph stands before the article's first sentence or after its last: only there are words
    read as labels that are ordinary words as well.
    """
    if not 1 < len(text) <= LONGEST or text[-1] in "。！？!?；，":
        return None
    if edge and (is_end(text) or is_signed_line(text) or is_signed_line(text.lstrip("※＊*"))):
        return Credit(start=0, end=len(text), reason="author", evidence="signature, or the mark of the end")
    bare = DECORATION.sub("", text)
    if len(bare) < 2:
        return None
    for read in (_fields, _people, _given, _by, _role):
        if (credit := read(bare, len(text), edge=edge)) is not None:
            return credit
    return _composed(text, bare) if edge else None


def _composed(text: str, bare: str) -> Credit | None:
    """Read what falls into the words of credits alone, or stands in brackets as they do."""
    for form in (text.strip(), bare):
        if (credit := read_note(form, bracketed=text[0] in "（(【[〔") or read_makers(form)) is not None:
            return replace(credit, end=len(text))
        if is_note(form):
            return Credit(start=0, end=len(text), reason="source", evidence="words of notes behind an article alone")
        if is_composed_credit(form, line=True) or is_persons_picture(form):
            return Credit(start=0, end=len(text), reason="photo_credit", evidence="words of picture credits alone")
    # Brackets around the whole line say that it stands outside the text, whatever the role is called.
    match = WRAPPED.fullmatch(text)
    if (
        match is not None
        and not TAKES_PART.search(match["role"])
        and all(map(is_chinese_name, NAMES_APART.split(match["names"].strip())))
    ):
        return Credit(start=0, end=len(text), reason="author", evidence="role and names in brackets")
    if is_remark(bare):
        return Credit(start=0, end=len(text), reason="source", evidence="who helped, or where the text comes from")
    return None


def is_label(text: str) -> bool:
    """Tell whether a line is a label alone, whose value stands on the next line (`二審`)."""
    label = text.strip(" \u3000:：【】[]()（）")
    known = label_classes().get("".join(label.split())) in {"editor", "staff", "author", "photo", "source"}
    return known or composed_role().fullmatch(label) is not None


def is_names(text: str) -> bool:
    """Tell whether a line is names alone."""
    bare = DECORATION.sub("", text)
    return len(bare) <= 30 and bool(read_names(bare, strict=True))


def _fields(bare: str, length: int, *, edge: bool) -> Credit | None:
    """Read `label: value` one or several times."""
    marks = list(label_pattern().finditer(bare))
    if not marks or (marks[0].start() != 0 and not is_house(bare[: marks[0].start()].strip())):
        return None
    classes = {class_of(mark["label"]) for mark in marks}
    # Away from the edges only what no text begins with: a role that appears in nothing but credits.
    inside = classes <= {"editor", "staff", "photo"} and "editor" in classes
    if not edge and not inside and not all(_pictured(mark) for mark in marks):
        return None
    # `Photography/Videography` is a list of trades, no credit.
    if any(mark["label"].isascii() and "/" in mark["mark"] for mark in marks):
        return None
    names: list[str] = []
    source = None
    ends = [*(mark.start() for mark in marks[1:]), len(bare)]
    for mark, end in zip(marks, ends, strict=True):
        value = bare[mark.end() : end].strip(" \u3000|｜丨，,;；、/·)）】]")
        kind = class_of(mark["label"])
        sign = mark["mark"].strip()
        # Japanese credits write `文＝甲某`; their names have any beginning.
        read = _value(
            value,
            kind,
            spaced=not sign,
            strict=not sign or mark["label"] not in label_classes() or (kind == "author" and sign not in "＝="),
        )
        if read is None and sign and len(marks) > 1 and mark["label"] in LENT and OFFICE_NAME.fullmatch(value):
            read = ()
        if read is None:
            return None
        # A writer alone in a line is what generated pages make up (`撰稿:`); with a role beside it, it is the paper's.
        # `图/某某晚报记者 甲某`: the reporter took the picture.
        told = kind == "author" and "photo" not in classes and not (len(marks) == 1 and mark["label"] in ALONE)
        names += read if told else ()
        source = source or (publisher(value) if kind == "source" else None)
    reason = "photo_credit" if classes == {"photo"} else "editor" if classes & {"editor", "staff"} else "author"
    if "author" not in classes and "source" in classes:
        reason = "source"
    return Credit(
        start=0, end=length, reason=reason, names=tuple(names), source=source, evidence="labels and names alone"
    )


def _pictured(mark: "re.Match[str]") -> bool:
    """Tell whether a label gives the source of a picture rather than say what it shows."""
    return class_of(mark["label"]) == "photo" and (len(mark["label"]) > 3 or mark["mark"].strip() in "/／╱")


def _value(value: str, kind: str, *, spaced: bool, strict: bool) -> tuple[str, ...] | None:
    """Read the names behind a label; none of them for another value that fits, None for one that does not."""
    if kind == "time":
        return () if DATE.search(value) and len(value) <= 40 else None
    if kind == "source":
        return () if len(value) <= 30 and not SENTENCE.search(value) else None
    if not value:
        return None if spaced else ()
    if value.casefold() in words()["nobody"] or (kind == "editor" and STAFF_CODE.fullmatch(value)):
        return ()
    names = read_names(ASIDE.sub("", value), strict=strict)
    return names if names or _office(value, kind) else None


def read_names(value: str, *, strict: bool) -> tuple[str, ...]:
    """Read a list of names; empty where one of them is none. *strict* asks Chinese ones for a family name."""
    if len(value) > 60:
        return ()
    if LATIN_NAME.fullmatch(value) or re.fullmatch(rf"[{HAN}]\s[{HAN}]", value):
        return (value if value[0] < "\u3400" else re.sub(r"\s", "", value),)
    parts = [part for part in NAMES_APART.split(value) if part]
    if not parts or len(parts) > 10:
        return ()
    for part in parts:
        if is_chinese_name(part) or ("·" in part and NAME.fullmatch(part)):
            continue
        if HANGUL_NAME.fullmatch(part) or (not part.isascii() and LATIN_NAME.fullmatch(part)):
            continue
        if not strict and NAME.fullmatch(part) and not NOT_IN_NAMES.search(part):
            continue
        return _latin_names(value)
    return tuple(re.sub(r"\s?(?:기자|특파원)$", "", part) for part in parts)


def _latin_names(value: str) -> tuple[str, ...]:
    """Read names of spaced scripts, apart by commas and `and`."""
    parts = re.split(r"\s*[,;/&]\s*|\s+and\s+|\s+и\s+", value)
    return tuple(parts) if all(LATIN_NAME.fullmatch(part) for part in parts) else ()


def _office(value: str, kind: str) -> bool:
    """Tell whether a value is an office or a medium rather than a person."""
    if len(value) > 24 or SENTENCE.search(value) or NOT_IN_NAMES.search(SPARED.sub("", value)):
        return False
    return bool(is_medium(value) or OFFICE.search(value) or kind == "photo")


def _people(bare: str, length: int, *, edge: bool) -> Credit | None:
    """Read `本报记者 甲某某`, `甲某某 摄`."""
    if bare in words()["archive"]:
        return Credit(start=0, end=length, reason="photo_credit", evidence="archive picture")
    people = read_people(bare)
    if people is None:
        return None
    if people.photo and (people.role or people.certain) and (bare[-1] in "摄攝图圖影" or edge):
        reason = "fake_byline" if people.made_up else "photo_credit"
        return Credit(start=0, end=length, reason=reason, evidence="names and role words alone")
    if edge and people.role and people.made_up and people.certain:
        return Credit(start=0, end=length, reason="author", evidence="names and role words alone")
    if people.role and people.names and (people.certain or (edge and people.media)):
        return Credit(start=0, end=length, reason="author", names=people.writers, evidence="names and role words alone")
    return None


def _given(bare: str, length: int, *, edge: bool) -> Credit | None:
    """Read `某馆供图`, `某某社发`, and what only a caption ends with."""
    if GIVEN.fullmatch(bare) or re.fullmatch(rf"[{HAN}]{{2,6}}社[发發]", bare):
        return Credit(start=0, end=length, reason="photo_credit", evidence="given by")
    if edge and bare in words()["wire"]:
        return Credit(start=0, end=length, reason="author", evidence="signature")
    return None


def _by(bare: str, length: int, *, edge: bool) -> Credit | None:
    """Read `By First Last, Agency Writer`."""
    if not edge or (match := BY.fullmatch(bare)) is None or not BY_REST.match(match["rest"]) or ENDED.search(bare):
        return None
    if len(SMALL_WORD.findall(match["rest"])) > MOST_SMALL:
        return None
    more = re.match(rf"\sand\s({LATIN_NAME.pattern})", match["rest"])
    names = tuple(_cased(name) for name in (match["name"], more[1] if more else None) if name)
    return Credit(start=0, end=length, reason="author", names=names, evidence="by and a name")


def _role(bare: str, length: int, *, edge: bool) -> Credit | None:
    """Read a role in no list by the shape of its line: `role: names`, `role by names`; its names are no authors."""
    if not edge:
        return None
    match = ROLE_NAMES.fullmatch(bare)
    if match is None:
        return None
    names = match["names"].strip()
    if not all(map(is_chinese_name, NAMES_APART.split(names))) and not _latin_names(names):
        return None
    role = match["role"]
    marked = match["mark"].strip()
    if role[-1] in EDITING or (role.isascii() and marked and TRADE.search(role)):
        return Credit(start=0, end=length, reason="editor", evidence="role and names alone")
    return None


def _cased(name: str) -> str:
    """Give a name set in capitals its usual form."""
    return name.title() if name.isupper() else name


def publisher(value: str) -> str | None:
    """Give the publisher a value begins with, without the toolbar glued behind it."""
    if value.isascii():
        return value.split("|", maxsplit=1)[0].strip() or None
    match = PUBLISHER.match(value)
    return match["name"] if match else None
