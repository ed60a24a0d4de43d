"""What stands behind the label of a credit: names, an office, a day, a publisher."""

import re

from pipelines.text.byline.vocabulary.credit import words
from pipelines.text.byline.vocabulary.people import HAN, LATIN_NAME, NAME, NOT_IN_NAMES, is_chinese_name, is_medium
from pipelines.text.byline.vocabulary.segments import SPARED

SENTENCE = re.compile(r"[。！？!?…；;]|(?<![A-Z])[.](?:\s|$)|[,，]\s?.{12}")
"""What no value of a label has: the end of a sentence, or a clause behind a comma."""
NAMES_APART = re.compile(r"\s*[、，,/／;；&＆|]\s*|\s+(?:and|и)\s+|\s{1,4}")
HANGUL_NAME = re.compile(r"[가-힣]{2,4}(?:\s?(?:기자|특파원|PD))?")
KOREAN_TEXT = re.compile(
    r"[가-힣](?:다|요|까)[.]?$|[가-힣](?:에서|에게|으로|처럼|까지|부터)(?:\s|$)|^(?:[한두세네석넉몇]|서너|여러|\d{1,3})\s?(?:장|점|컷|편|권)"
)
"""What follows a word for pictures or texts within a sentence: a verb, a particle, a number of them (`사진 넉 장`)"""
OFFICE = re.compile(r"[部组室中心处局委办院司学社会厅馆所校队]$")
"""How the names of offices end."""
ASIDE = re.compile(r"\s?[（(][^（()）]{2,40}[）)]?$")
"""What stands in brackets behind a name: office, place."""
DATE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?[日.]?(?P<time>[\sT　]{0,3}(?:周.|星期.|오전|오후|午前|午後)?\s?\d{1,2}[:：時时]\d{2}(?:[:：分]\d{0,2})?)?"
)
"""A day with its year, with or without a time."""
STAFF_CODE = re.compile(r"[a-z]{3,12}|[A-Z]{0,3}\d{1,6}")
"""What stands for an editor in place of his name"""
PUBLISHER = re.compile(r"(?P<name>[^\s|｜:：\[\]【】]{2,24}?)(?=$|[\s|｜\[\]【】]|有?\d+\s?人|[\u3400-\u9fff]{2}[:：])")
"""The publisher at the beginning of a value, before the toolbar glued behind it."""


def read_value(value: str, kind: str, *, spaced: bool, strict: bool) -> tuple[str, ...] | None:
    """Read the names behind a label; none of them for another value that fits, None for one that does not."""
    if kind == "time":
        return () if DATE.search(value) and len(value) <= 40 else None
    if kind == "source":
        return () if len(value) <= 30 and not SENTENCE.search(value) else None
    if not value:
        return None if spaced else ()
    if spaced and KOREAN_TEXT.search(value):
        return None
    if value.casefold() in words()["nobody"] or (kind == "editor" and STAFF_CODE.fullmatch(value)):
        return ()
    names = read_names(ASIDE.sub("", value), strict=strict)
    return names if names or _is_office(value, kind) else None


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
        return read_latin_names(value)
    return tuple(re.sub(r"\s?(?:기자|특파원)$", "", part) for part in parts)


def read_latin_names(value: str) -> tuple[str, ...]:
    """Read names of spaced scripts, apart by commas and `and`."""
    parts = re.split(r"\s*[,;/&]\s*|\s+and\s+|\s+и\s+", value)
    return tuple(parts) if all(LATIN_NAME.fullmatch(part) for part in parts) else ()


def _is_office(value: str, kind: str) -> bool:
    """Tell whether a value is an office or a medium rather than a person."""
    if len(value) > 24 or SENTENCE.search(value) or NOT_IN_NAMES.search(SPARED.sub("", value)):
        return False
    return bool(is_medium(value) or OFFICE.search(value) or kind == "photo")


def publisher(value: str) -> str | None:
    """Give the publisher a value begins with, without the toolbar glued behind it."""
    if value.isascii():
        return value.split("|", maxsplit=1)[0].strip() or None
    match = PUBLISHER.match(value)
    return match["name"] if match else None
