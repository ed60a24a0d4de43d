"""Who a line in another language names as its author."""

import re

from crawler.extraction.authors.persons import in_usual_case, is_known_person, is_nobody, is_person, strip_roles

_ABROAD = re.compile(
    r"^(?:(?:autor(?:(?:[/:*_]|\(?)in\)?|a)?|auteure?|autore|autrice|penulis|yazar|автор|текст|الكاتب|كتبت?ه?|بقلم|oleh|por|par|von|di|tekst|auteur)\s?[:：]\s?"
    r"|(?:Von|VON|Por|POR|Par|PAR|Oleh|OLEH|Door|Από|ΑΠΟ)\s|بقلم\s"
    r"|(?:escrit[oa]\spor|texto\sde|scritto\sda|[ée]crit\spar|rédigé\spar|geschrieben\svon|geschreven\sdoor|skrevet\sav|skrivet\sav|skrevet\saf|ditulis\soleh|написал[аи]?)\s)(?P<names>\S.{2,80})",
    re.IGNORECASE,
)
"""The word for the author in other languages, with a mark behind it, or with a capital and before a name."""
_WHOLE = re.compile(r"^(?:[Dd]i|DI|[Aa][vf]|A[VF])\s(?P<names>\S.{2,80})$")
"""The same in a line that holds no more than a name which is known: these words have another sense as well."""
_KOREAN = re.compile(
    r"^(?:\[[^\]]{1,20}\]\s?)?(?:(?:글|사진)(?:\s?[·ㆍ,&/]\s?(?:글|사진))?\s?[=:]?\s?)?(?P<name>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공변함염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부][가-힣]{1,3})"
    r"\s(?:(?:선임|수습|인턴|전문)\s?)?기자(?![가-힣])"
)
"""`홍길동 기자`, at the beginning of a line: a family name and one to three syllables."""
_KOREAN_SIGNED = re.compile(_KOREAN.pattern + r"\s{0,3}[\[(]?(?:[\w.+-]{1,64}@[\w.-]{1,64})?[\])]?")
"""The same with an address of mail or nothing behind it."""
_BY_ABROAD = re.compile(r"^(?:von|durch|par|por|door|av|af|oleh|przez)\s(?=\S{1,30}\s\S)")
"""The same without a capital, which only a line called after the author may begin with."""
_INITIALS = frozenset("AaPpYyVvDdOoTtEeSsÉéRrGgАаТтНнΑاكب")
"""The letters with which these words begin."""
_STOP_ABROAD = re.compile(
    r"\s?[|•·⋅–—(\[/;]|\s-\s|,?\s(?:am|um|le|el|il|em|às|à|vom|den|pada|для|в|in|IN)\s|[,\s]\s?\d|,\s(?=\S{1,14}\s\d)|،"
    r"|,?\s(?:[Vv]eröffentlicht|[Aa]ktualisiert|[Ee]rstellt|[Gg]eändert|[Pp]ubli(?:é|cado|cada)|[Pp]osté|[Mm]is|[Aa]ctuali[sz]ad[oa]|[Pp]ubblicat[oa]|[Aa]ggiornat[oa]|[Gg]epubliceerd|[Oo]publikowan[oe]|[Оо]публиковано)\b"
)
_INSIDE = re.compile(
    r"(?:^|(?<=\s))[Aa]ut(?:or(?:(?:[/:*_]|\(?)in\)?|a|e)?|eure?|rice)\s?:\s|(?<=[\d|•·–—,])\s(?:Uhr,?\s)?(?:von|Von|VON|par|Par|PAR|por|Por|POR|door)\s(?=\S{1,30}\s\S)"
)
"""The same behind a day."""
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_WORDS = 6
"""Words of a name or two."""
_AND = re.compile(r"\s(?:und|y|et|e|и|dan|ve)\s|\s?&\s?")
_NAME_ABROAD = re.compile(
    r"(?:[^\W\d_a-zа-яё][\w.'’-]{0,20})(?:\s(?:de|da|do|dos|del|la|von|van|der|bin|al|el|[^\W\d_a-zа-яё][\w.'’-]{0,20})){1,4}"
)
"""Two to five words that begin with capitals, in any letters that have them, or in letters that have none."""
_OFFICE_ABROAD = re.compile(
    r"\b(?:ag[eê]nci|agence|agentur|r[eé]da[cç]|redaktion|redaksi|equip[oe]|редакци|ajans|haber|bur[oó]|media\b|news\b)",
    re.IGNORECASE,
)
"""How words begin that name who else writes: agencies, editorial offices, teams."""


_SHORT_HOUSE = re.compile(r"[a-z]{1,3}\d{1,2}")
"""A medium that is called by a letter and a number (`g1`)."""


def read_abroad(line: str) -> list[str]:
    """Give the people whom a line in another language names behind its word for the author, or before that for reporters."""
    if "기자" in line and (korean := _KOREAN.match(line)) is not None:
        return [korean["name"]]
    match = _ABROAD.match(line) if line[:1] in _INITIALS else None
    if match is not None:
        return _list_abroad(match["names"])
    if (whole := _WHOLE.match(line)) is not None and whole["names"].count(" ") < _MOST_WORDS:
        names = _list_abroad(whole["names"])
        return names if all(map(is_known_person, names)) else []
    if (day := _DATED.search(line)) is None or (inside := _INSIDE.search(line, day.end() - 1)) is None:
        return []
    return _list_abroad(line[inside.end() :])


def read_whole_abroad(line: str) -> list[str]:
    """Give the people of a line that is nothing but the word for the author and their names, with a place or an office behind them."""
    match = _ABROAD.match(line) if line[:1] in _INITIALS and line[-1] not in ".:!?…" else None
    names = _list_abroad(match["names"]) if match is not None else []
    return names if ":" in line or any(map(is_known_person, names)) else []


def _list_abroad(told: str) -> list[str]:
    """Give the people of a list with which a text begins; behind a comma, at its end, may stand where or what they are."""
    stop = _STOP_ABROAD.search(told)
    names: list[str] = []
    pieces = [piece.strip() for piece in (told[: stop.start()] if stop else told).split(", ")]
    for index, piece in enumerate(pieces):
        parts = [strip_roles(part.strip()) for part in _AND.split(piece)]
        if not all(map(is_abroad, parts)):
            return (
                names if all(piece[:1].isupper() or _SHORT_HOUSE.fullmatch(piece) for piece in pieces[index:]) else []
            )
        names += map(in_usual_case, parts)
    return names


def is_abroad(name: str) -> bool:
    """Tell whether a name in any letters has the shape of a person's."""
    if _NAME_ABROAD.fullmatch(name) is None or _OFFICE_ABROAD.search(name) or is_nobody(name):
        return False
    return not name.isascii() or is_person(name)


def read_korean(line: str) -> list[str]:
    """Give the Korean reporter who signs with this line, with or without an address."""
    korean = _KOREAN_SIGNED.fullmatch(line) if "기자" in line else None
    return [korean["name"]] if korean is not None else []


def without_word(line: str) -> str:
    """Give a line without the words for the author with which it begins."""
    line = _BY_ABROAD.sub("", line, count=1)
    match = _ABROAD.match(line) if line[:1] in _INITIALS else None
    return match["names"] if match is not None else line
