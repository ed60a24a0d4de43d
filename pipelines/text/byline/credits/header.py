"""The line of day, source and toolbar in the head of a page (C1)."""

import re

from pipelines.text.byline.credits.lines import LONGEST
from pipelines.text.byline.datelines.wires import MONTH_NAMES
from pipelines.text.byline.vocabulary.credit import Credit, class_of, label_pattern
from pipelines.text.byline.vocabulary.people import HAN, is_chinese_name, is_medium
from pipelines.text.byline.vocabulary.values import DATE, SENTENCE, publisher, read_names

DESKED = re.compile(rf"[【〔(（](?P<name>[{HAN}]{{2,4}})[/／][{HAN}]{{2,12}}[】〕)）]")
"""`【甲某某／某地報導】` in the head of a page."""
MONTH = rf"(?:{MONTH_NAMES})[a-z]{{0,6}}\.?|(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{{0,5}}"
STAMP = re.compile(
    rf"""
    (?:(?:Published|Updated|Posted|Last\ (?:updated|modified)|First\ published|Опубликовано|Обновлено|Дата)(?:\ on|\ at)?\s?[:|]?\s?)?
    (?:\d{{1,2}}:\d{{2}}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}})?,?\s(?:on\ )?)?
    (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},?\s)?
    (?:(?:{MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH}),?\s\d{{4}})
    (?:\s?(?:г\.|года))?
    (?:,?\s(?:at\ |в\ )?\d{{1,2}}:\d{{2}}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}})?)?
    (?P<rest>\s?[|·•].{{0,60}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`Published: March 5, 2024 8:30 AM ET | Share`, the whole line"""
FAR = 24
"""Characters before the day; a line that has more is a sentence about a day."""
REMARK = 16
"""Characters beside day and time that need no label (`某某网`, a weekday, a zone)."""


def read_header(text: str) -> Credit | None:
    """Read a line of the page's head: day, time and labels without a sentence (`2025-01-02 03:04 来源：某网 字号：大 小`)."""
    if len(text) > LONGEST:
        return None
    if STAMP.fullmatch(text):
        return Credit(start=0, end=len(text), reason="page_header", evidence="day and time alone")
    date = DATE.search(text)
    rest = _beside(text, date) if date is not None else None
    if rest is None:
        return None
    names, source = _facts(rest)
    return Credit(
        start=0,
        end=len(text),
        reason="page_header",
        names=names,
        source=source,
        evidence="day, time and labels alone",
    )


def _beside(text: str, date: "re.Match[str]") -> str | None:
    """Give what stands beside the day; None where that is more than a page's head has."""
    rest = (text[: date.start()] + " " + text[date.end() :]).strip(" \u3000|｜·-—()（）")
    if not rest:
        # A day alone in words may head a diary or sign a letter.
        return None if "年" in date[0] and not date["time"] else rest
    labelled = re.search(r"[:：]\s?\S", rest) is not None
    short = date["time"] is not None and len(rest) <= REMARK
    fits = labelled or short or is_medium(rest)
    return rest if fits and date.start() < FAR and not SENTENCE.search(rest) else None


def _facts(rest: str) -> tuple[tuple[str, ...], str | None]:
    """Read the authors and the publisher that a head names."""
    source: str | None = None
    names: tuple[str, ...] | None = None
    if (desk := DESKED.search(rest)) is not None and is_chinese_name(desk["name"]):
        names = (desk["name"],)
        before = rest[: desk.start()].strip()
        source = before if is_medium(before) else None
    for mark in label_pattern().finditer(rest):
        value = re.split(r"[\s|｜]", rest[mark.end() :], maxsplit=1)[0]
        value = re.split(rf"[{HAN}]{{2,4}}[:：]", value)[0]
        kind = class_of(mark["label"])
        if kind == "source" and value and len(value) <= 30:
            source = source or publisher(value)
        elif kind == "author" and names is None:
            names = read_names(value, strict=True)
    return names or (), source
