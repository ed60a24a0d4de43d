"""Who a line beside the text names: as its author, or as its editor."""

import re

from crawler.extraction.authors.persons import (
    HAN,
    IS_HAN,
    is_given_name,
    is_label_word,
    is_nobody,
    is_office,
    is_pen_name,
    is_person,
    is_team,
    split_chinese,
    split_people,
    strip_roles,
)
from crawler.extraction.authors.signed_abroad import read_abroad, read_korean, read_whole_abroad, without_word
from pipelines.text.byline.vocabulary.people import is_chinese_name, is_house, is_medium, read_people

_MAYBE_ZH = re.compile(
    r"[作記记采採撰編编報报文/／]"  # by the letters they begin with, a search is quicker than by the eight expressions
    r"(?:(?<=作)\s{0,4}者|(?<=[记記])\s{0,2}者|(?<=[采採])[写寫]|(?<=撰)文|(?<=[编編])[译譯]|(?<=[报報])[导導道]"
    r"|(?<=文)\s{0,2}[/／|｜丨:：╱＝]|(?<=文)・|(?<=[/／])\S{1,9}[报報社网網]$)|^□"
)
"""A line without any of these names no author: the one look that most lines get."""
_MAYBE = re.compile(r"[Bb][Yy]|(?:or|er)s?\s?[:：]")
"""The same of the lines of the West."""
_LABELLED = re.compile(
    r"(?:(?<![原本和与])作\s{0,4}者|撰文|(?<![\u3400-\u9fff])文(?:・(?:写真|写眞|撮影|絵))?(?=\s{0,2}[/／|｜丨╱:：＝])|[记記]\s{0,2}者)\s{0,3}[:：/／|｜丨╱＝]\s{0,3}"
    rf"(?P<names>[{HAN}·•A-Za-z~～_-]{{1,20}}(?:[、，,　 /／][ ]?[{HAN}·•]{{1,12}}){{0,8}})(?P<next>\s?[:：])?"
)
"""`作者：甲某 乙某`, anywhere in a line; linear: one character class with bounds."""
_GLUED = re.compile(rf"作者(?P<names>[{HAN}]{{2,4}})$")
"""`作者甲某` behind the tools of a line."""
_BRACKETED = re.compile(
    rf"[(（〔【\[][{HAN}·]{{0,12}}[记記]者\s{{0,2}}[:：/／]?\s{{0,2}}(?P<names>[{HAN}]{{1,4}}(?:[、，\s　]{{1,2}}(?:通讯员|通訊員|实习生|實習生)?\s?[{HAN}]{{1,4}}){{0,5}})(?:\s?文[/／][图圖摄攝])?\s?[)）〕】\]]"
)
"""`（某报记者 甲某某 乙某）`, anywhere in a line"""
_REPORTER = re.compile(
    rf"^[{HAN}·]{{0,14}}[记記]者[ 　]{{1,3}}(?P<names>[{HAN}]{{1,4}}(?:[ 　、]{{1,2}}[{HAN}]{{1,4}}){{0,4}}?)(?=[ 　]{{1,3}}(?:[{HAN}]{{2,4}}\s?[:：]|(?:19|20)\d\d[-/.年])|[ 　]{{0,3}}《[{HAN}]{{1,12}}[报報刊]》)"
)
"""`某报记者 甲某某 来源：…`, `记者 甲某某 2024-03-05`, `本报记者 甲某某《某报》（…）`"""
_DESK = re.compile(
    rf"(?:^|(?<=\s))[【〔\[(（◎●▲■\s]{{0,3}}(?:(?P<paper>[{HAN}]{{2,10}})[╱／/])?(?:[{HAN}]{{2,8}}(?=[记記]者))?(?:[记記]者)?\s?(?P<names>[{HAN}]{{2,4}}(?:[、，]\s?[{HAN}]{{2,4}}){{0,4}})\s?[╱／/]\s?"
    rf"[{HAN}]{{0,10}}(?:[报報][导導道]|[编編][译譯])\s?[】〕\])）]?(?=$|\s)"
)
"""`【某報╱記者甲某某／某地報導】`, the whole line or its end."""
_BRACKETED_DESK = re.compile(
    rf"[（(〔【](?:[{HAN}]{{2,8}}(?=[记記]者))?(?:[记記]者)?\s?(?P<names>[{HAN}]{{2,4}}(?:[、，]\s?[{HAN}]{{2,4}}){{0,4}})\s?[╱／/]\s?[{HAN}]{{0,8}}[报報][导導道]\s?[）)〕】]"
)
"""`（甲某某／某地報導）`, anywhere in a line."""
_BOXED = re.compile(
    rf"^□\s{{0,3}}(?P<names>[{HAN}]{{2,4}}(?:[ 　、]{{1,2}}[{HAN}]{{2,4}}){{0,3}}|[{HAN}]\s{{1,2}}[{HAN}])$"
)
"""`□ 甲某 乙某`, as papers sign, the whole line."""
_OF_PAPER = re.compile(rf"^(?P<name>[{HAN}]{{2,3}})\s?[/／]\s?(?P<paper>[{HAN}]{{2,12}})$")
"""`甲某/某某报`, the whole line."""
_TITLED = re.compile(
    rf"^(?:[{HAN}]{{0,10}}(?:[记記]者|作者|评论员)|通[讯訊][员員]|见习|实习生?|實習生?)(?=[{HAN}]{{2}}|$)"
)
"""What a reporter is called before his name."""
_EMPLOYER = re.compile(
    r"(?:[学學]院|大[学學]|中[学學]|小[学學]|[学學]校|[医醫]院|[党黨][委群办辦]|[团團][委队隊]|办公室|辦公室|中心|公司|[处處科局厅廳部组組院系社网網])$"
)
"""How the name of the office ends that stands before its reporter's (`机械学院 甲某某`)."""
_EDITOR = re.compile(
    rf"(?:[编編]\s{{0,2}}[辑輯]|[责責][编編]|[选選]稿|[主校审審][编編对對]|监制)\s{{0,3}}[:：/／|｜丨]?\s{{0,3}}(?P<names>[{HAN}]{{2,4}}(?:[、，, ][ ]?[{HAN}]{{2,4}}(?![{HAN}]|\s{{0,2}}[:：/／|｜丨])){{0,3}})"
)
_WRITTEN = re.compile(r"【\s?文\s?[/／][^】，。：:]{2,24}】")
"""`【文/某网专栏作者 甲某某】`, the whole line."""
STOP = re.compile(
    r"[|•·⋅∙●/–—(＠@,]\s{0,2}\d|(?<=[a-z])(?=(?:19|20)\d\d)|\s{0,2}[@＠]\w|\s{1,2}\d|\s{0,2}[|•⋅∙●–—/]|\s{0,2}\((?!\w{1,20}\)\s[A-Z])|\s·|\s-\s|\s(?:on|in|for|at|from|to|updated|published|posted|last|via|is|has|was|says|-)\b|(?<=[A-Za-z])\s{0,2}(?:Updated|Published|Posted|Viewed|Last\s)|"
    r"\s(?:Updated?|Published|Posted|Last|Read(?=\s)|Share[ds]?|Follow(?:s|ed|ing)?|Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b"
    r"|\s?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[.,]{0,2}\s\d|\s\d{1,2}(?:st|nd|rd|th)\b"
)
"""Where the names behind `By` end; words of a form of their own, so that no name ends in its middle."""
BY = re.compile(
    r"(?:(?:(?:written|story|posted|words|published|article|post|text|reported|authored|contributed|reporting|report|(?:this|the)\s(?:post|article|story|piece|report|guide)\s(?:was|is)\s(?:originally\s)?(?:written|authored|contributed))\s)?by\s?[:：]?\s{1,3}|by[:：]|"
    r"(?:authors?|contributors?|writers?|written by|posted by)\s?[:：]\s{0,3})(?=\S)",
    re.IGNORECASE,
)
_BY_GLUED = re.compile(r"By(?=[A-Z][a-z]{1,20}\s[A-Z])")
_BY_INSIDE = re.compile(r"(?:^|(?<=[\s|•·⋅–—,\d]))[Bb]y:?\s{1,2}(?=[A-Za-z])")
_NOT_WROTE = re.compile(
    r"edited|review|checked|photo|image|picture|illustrat|sponsor|powered|present|approved|verified|updated by|filed|medical",
    re.IGNORECASE,
)
_NOT_STATED = re.compile(r"</?[a-zA-Z][\w-]{0,20}>|\s{0,3}[<(][\w.+-]{1,64}@[\w.-]{1,64}[>)]")
"""Tags, and addresses of mail, in what metadata state."""
_LABEL_BEFORE = re.compile(
    r"^(?:(?:作者|[记記]者|撰文|文|(?:by|authors?|aut(?:or|orin|ora|eur|eure|ore|rice)(?=\s?:)|автор(?=\s?:))(?=[\s:：/]))\s{0,3}[:：/]?\s{0,3}(?=\S{2})|(?:par|por|oleh|door)\s{1,3}(?=\S{2,20}\s\S))",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY = re.compile(
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}[.,]{0,2}\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}[.,]{0,2}\s(?:19|20)\d\d|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
)
"""A day with its year in a form of the West."""
_SHORTEST = 2
"""Characters of a name without a Chinese family name, of which it has more: places have so many."""


def read_names(line: str, *, alias: bool = False) -> list[str]:
    """Give the names a line states as those of its authors, in Chinese or in the manner of the West.

    *alias* says that one word behind `by`, in a line with a day, is a name too.
    """
    if not line.isascii() and IS_HAN.search(line):
        return _chinese(line) if _MAYBE_ZH.search(line) else []
    maybe = ":" in line or "：" in line or "by" in line.lower()
    found = _western(line, alias=alias) if maybe and _MAYBE.search(line) else []
    return found or read_abroad(line)


def may_name(line: str) -> bool:
    """Tell whether a line may name its authors, at a look: most Chinese ones are ruled out by their words."""
    return line.isascii() or _MAYBE_ZH.search(line) is not None or not IS_HAN.search(line)


def read_editors(line: str) -> list[str]:
    """Give the Chinese names a line states as those of editors."""
    if not re.search("[编編选選校审審监]", line):
        return []
    return [name for match in _EDITOR.finditer(line) for name in split_chinese(match["names"]) if len(name) > 1]


def _chinese(line: str) -> list[str]:
    if names := read_desk(line):
        return names
    if (match := _OF_PAPER.match(line)) is not None:
        return [match["name"]] if is_medium(match["paper"]) and _is_reporter(match["name"]) else []
    if (match := _BOXED.match(line)) is not None:
        names = split_chinese(match["names"])
        if all(map(is_chinese_name, names)):
            return names
    found: list[str] = []
    labelled = False
    for match in _LABELLED.finditer(line):
        labelled = True
        found += _listed(match["names"], followed=match["next"] is not None)
    if (glued := _GLUED.search(line)) is not None and is_person(glued["names"]):
        found.append(glued["names"])
    found += read_reporters(line)
    if (reporter := _REPORTER.match(line)) is not None:
        found += _untitled(reporter["names"])
    if found or labelled:
        return found
    if (
        (people := read_people(line.strip(" 　()（）【】[]■□●○◎◆◇▲△▪•★☆"))) is not None
        and people.role
        and people.certain
    ):
        return [] if people.photo else [name for name in people.names if is_person(name)]
    return []


def read_desk(line: str) -> list[str]:
    """Give the Chinese names before the desk they report from (`甲某某／某地報導`)."""
    match = _match_desk(line)
    names = split_chinese(match["names"]) if match is not None else []
    return names if all(map(_is_reporter, names)) else []


def read_signed(line: str) -> list[str]:
    """Give the names of a line of the text that is nothing but who wrote it, in forms that no mirror puts in."""
    named = read_korean(line) or read_desk(line) or read_whole_abroad(line)
    return named or (_chinese(line) if _WRITTEN.fullmatch(line) else [])


def without_label(line: str) -> str:
    """Give a line that is called after the author without the words for him with which it begins (`By`, `Par`, `von Autor:`)."""
    return line[match.end() :] if (match := BY.match(line)) is not None else without_word(line)


def says_other(line: str) -> bool:
    """Tell whether a line says that somebody did anything but write the article (`Fact checked by`)."""
    return _NOT_WROTE.search(line) is not None


def read_paper(line: str) -> str | None:
    """Give the medium before the reporter and his desk (`某報╱記者甲某某／某地報導`)."""
    match = _match_desk(line)
    return match["paper"] if match is not None and match["paper"] and is_medium(match["paper"]) else None


def _match_desk(line: str) -> "re.Match[str] | None":
    return _DESK.search(line) if "報" in line or "报" in line or "編" in line or "编" in line else None


def read_reporters(line: str) -> list[str]:
    """Give the Chinese names that stand in brackets behind the word for reporters, or before their desk."""
    found = _BRACKETED.finditer(line) if "者" in line else ()
    names = [name for match in found for name in _untitled(match["names"])]
    if not names and ("／" in line or "/" in line or "╱" in line):
        desks = (split_chinese(match["names"]) for match in _BRACKETED_DESK.finditer(line))
        names = next((people for people in desks if all(map(_is_reporter, people))), [])
    return names


def _untitled(text: str) -> list[str]:
    """Give the names of a list without what their bearers are called; none where one of them is no name.

    Beside a colleague with a Chinese family name, one may be called otherwise (`央金卓玛`).
    """
    names = [name for part in split_chinese(text) if (name := _TITLED.sub("", part))]
    others = [name for name in names if not is_person(name)]
    if len(others) == len(names) or not all(len(name) > _SHORTEST and is_pen_name(name) for name in others):
        return []
    return names


def _listed(text: str, *, followed: bool) -> list[str]:
    """Give the names of a list behind a label: the first may be a pen name; what a colon follows is the next label."""
    parts = split_chinese(text)
    if followed and parts:
        parts.pop()
    if len(parts) > 1 and (is_house(parts[0]) or _EMPLOYER.search(parts[0])) and is_person(parts[1]):
        del parts[0]
    parts = _without_post(parts)
    names: list[str] = []
    for index, part in enumerate(parts):
        name = _TITLED.sub("", part)
        if not name or name.endswith(("编辑", "編輯")):
            continue
        if not (is_person(name) or (not index and name == part)) or not is_pen_name(name):
            break
        names.append(name)
    return names


def _without_post(parts: list[str]) -> list[str]:
    """Give a list of names without the post of the first, or what he did, where that stands before it (`校长 甲某某`)."""
    return parts[1:] if len(parts) > 1 and is_label_word(parts[0]) and is_person(parts[1]) else parts


def _is_reporter(name: str) -> bool:
    return is_chinese_name(name) and is_pen_name(name)


def _western(line: str, *, alias: bool) -> list[str]:
    match = BY.match(line) or _BY_GLUED.match(line)
    dated = YEAR.search(line) is not None
    if match is None and dated:
        match = next((m for m in _BY_INSIDE.finditer(line) if YEAR.search(line, 0, m.start()) or m.start() < 30), None)
    if match is None or _NOT_WROTE.search(line, 0, match.end()):
        return []
    told = line[match.end() : match.end() + 120]
    stop = STOP.search(told)
    names = split_people(told[: stop.start()] if stop else told)
    names = [name for name in names if is_team(name) or not is_nobody(name)]
    if (
        len(names) == 1
        and alias
        and ((dated and _is_alias(names[0])) or (_is_labelled(match) and is_given_name(names[0])))
    ):
        return names
    return names if names and all(is_person(name) or is_team(name) for name in names) else []


def _is_one_office(given: str, names: list[str]) -> bool:
    """Tell an office (`Centre for Boats and Research`) from the two people that a list of names would hold."""
    return len(names) > 1 and "," not in given and " for " in names[0] and " " not in names[-1]


def _is_labelled(match: "re.Match[str]") -> bool:
    return match[0].rstrip()[-1:] in (":", "：")


def _is_alias(word: str) -> bool:
    """Tell whether one word behind `by` in a line with a day may be a name."""
    return (
        3 <= len(word) <= 20 and word.isalnum() and not word.isdigit() and is_person(f"Ann {word[0].upper()}{word[1:]}")
    )


def _stated_abroad(given: str) -> list[str]:
    """Give the names of a statement without Chinese letters."""
    names = [name for name in split_people(given) if is_team(name) or not is_nobody(name)]
    return [given] if _is_one_office(given, names) else names


def stated_names(given: str) -> list[str]:
    """Give the names that one statement of the metadata holds, roles dropped; none where it is no list of names."""
    given = _LABEL_BEFORE.sub("", _NOT_STATED.sub("", given).strip())
    if is_nobody(given) and not is_team(given):
        return []
    if not IS_HAN.search(given):
        return read_korean(given) or _stated_abroad(given)
    if is_chinese_name(given):
        return [given]
    if (people := read_people(given)) is not None and people.names and all(map(is_person, people.names)):
        return list(people.names)
    names = split_chinese(given)
    told = _without_post(names)
    if (len(names) > 1 and all(map(is_pen_name, told))) or told != names:
        return told
    return [given] if len(given) <= 16 and not is_nobody(strip_roles(given)) and not is_office(given) else []
