"""Credit lines: paragraphs that are nothing but labels and names (B4, B6) or the head of a page (C1)."""

import re
from dataclasses import replace

from pipelines.text.byline.credits.composed import is_composed_credit
from pipelines.text.byline.credits.makers import read_makers
from pipelines.text.byline.credits.picture import is_persons_picture
from pipelines.text.byline.notes.chinese import is_note, read_note
from pipelines.text.byline.notes.signature import is_end, is_remark, is_signed_line
from pipelines.text.byline.vocabulary.credit import Credit, class_of, composed_role, label_classes, label_pattern, words
from pipelines.text.byline.vocabulary.people import (
    HAN,
    LATIN_NAME,
    is_chinese_name,
    is_house,
    read_people,
)
from pipelines.text.byline.vocabulary.values import NAMES_APART, publisher, read_latin_names, read_names, read_value

LONGEST = 160
"""Characters; the longest genuine credit line of the pages looked at has 96."""

DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
"""Marks around a line."""
ENDED = re.compile(r"[。！？!?…]|[a-z)\d”\"][.](?:\s|$)")
ALONE = {"撰稿", "撰稿人", "供稿"}
"""Labels of writers whose names generated pages make up, where they stand alone in a line."""
BY = re.compile(
    rf"(?:By:?|BY:?|by:?|Written by|Story by|Text by|Words by)\s(?P<name>{LATIN_NAME.pattern})(?P<rest>.{{0,100}})"
)
SMALL_WORD = re.compile(r"\b[a-z]{2,}")
MOST_SMALL = 6
"""Words in small letters that a by-line has; a sentence glued to it has more."""
BY_REST = re.compile(
    r"(?!,\s(?:the|a|an|it|he|she|they|we|his|her|its|there)\s)(?:$|\s?[,|–—-]|\s(?:and|for|in|of|at|from|with|&)\s|\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\s\d)"
)
GIVEN = re.compile(r"[^\s，。！？；：,:“”\"]{2,18}(?:供图|供圖|制图|製圖|供稿)")
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
STROKES = frozenset("/／╱")
PARTNERS = ("理", "武")
"""What stands beside 文 in pairs of words (`文/理分科`): behind a stroke it begins a name in a known form alone."""


def read_line(text: str, *, edge: bool) -> Credit | None:
    """Read a paragraph as a credit line; None where anything of it is not a credit.

    *edge* says that the paragraph stands before the article's first sentence or after its last: only there are words
    read as labels that are ordinary words as well.
    """
    if not 1 < len(text) <= LONGEST or text[-1] in "。！？!?；，":
        return None
    if edge and (is_end(text) or is_signed_line(text) or is_signed_line(text.lstrip("※＊*"))):
        return Credit(
            start=0, end=len(text), reason="author", names=_signed(text), evidence="signature, or the mark of the end"
        )
    bare = DECORATION.sub("", text)
    if len(bare) < 2:
        return None
    for read in (_fields, _people, _given, _by, _role):
        if (credit := read(bare, len(text), edge=edge)) is not None:
            return credit
    return _composed(text, bare) if edge else None


def _signed(text: str) -> tuple[str, ...]:
    """Give whom a signature in brackets names behind the word for writers (`【文/某某网 甲某某】`)."""
    people = read_people(DECORATION.sub("", text))
    return people.writers if people is not None and people.role and people.certain and not people.photo else ()


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
        # Japanese credits write `文＝甲某`, magazines `文／甲某`; pen names have any beginning, but `文/理` are subjects.
        free = kind != "author" or (sign in "＝=/／╱" and value[:1] not in PARTNERS)
        strict = not sign or mark["label"] not in label_classes() or not free
        read = read_value(value, kind, spaced=not sign, strict=strict)
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
    return class_of(mark["label"]) == "photo" and (len(mark["label"]) > 3 or mark["mark"].strip() in STROKES)


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
    if not all(map(is_chinese_name, NAMES_APART.split(names))) and not read_latin_names(names):
        return None
    role = match["role"]
    marked = match["mark"].strip()
    if role[-1] in EDITING or (role.isascii() and marked and TRADE.search(role)):
        return Credit(start=0, end=length, reason="editor", evidence="role and names alone")
    return None


def _cased(name: str) -> str:
    """Give a name set in capitals its usual form."""
    return name.title() if name.isupper() else name
