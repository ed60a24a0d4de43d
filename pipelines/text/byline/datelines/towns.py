"""English heads of place and day that name no agency in brackets, and the names of writers in front of a text (B3)."""

import re
from dataclasses import replace

from pipelines.text.byline.datelines.wires import AGENCIES, MONTH_NAMES, read_day
from pipelines.text.byline.vocabulary.credit import Dateline, words
from pipelines.text.byline.vocabulary.people import LATIN_NAME

PLACE = re.compile(
    r"(?:[(\[](?P<open>[A-Z][A-Z.'’-]{2,}(?:,?\s[A-Z][A-Z.'’-]+){0,3})(?:\)\s?[-–—]{1,2}|\](?:\s?[|–—-])?)|(?P<bare>(?:(?:NEW|LOS|LAS|SAN|EL|ABU|TEL|HO|RIO|ST\.?)\s)?[A-Z][A-Z.'’-]{3,}(?:,?\s[A-Z][A-Z.'’-]+){0,3}(?:,\s[A-Z][a-z]+\.?(?=\s[-–—]))?)"
    rf"(?:(?:,|\s[-–—])\s(?:\d{{1,2}}\s)?(?:{MONTH_NAMES})[a-z]{{0,6}}\.?(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?)?(?::|\s[-–—|]{{1,2}}(?:\s[A-Z][\w&.]{{1,20}}(?:\s[A-Z][\w&.]{{1,20}}){{0,2}}\s[-–—]{{1,2}})?))\s+(?=[A-Z\"“‘']|\([a-z])"
)
"""`LONDON: The …`, `(PARIS) - The …`, `NEW YORK — The …`"""
DAY = rf"(?P<month>{MONTH_NAMES})[a-z]{{0,6}}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{{4}}))?"
TOWN = r"(?P<town>[A-Z][A-Za-z.'’-]+(?:[ /][A-Z][A-Za-z.'’-]+){0,2}(?:, [A-Z][A-Za-z.'’]+)?)"
RELEASED = re.compile(
    rf"[A-Z][A-Za-z.'’-]+(?:[ ,]{{1,2}}[A-Z][A-Za-z.'’-]+){{0,3}} / (?P<wire>[A-Z][A-Za-z.]{{2,16}}(?: [A-Z][a-z]{{2,12}})?) / {DAY} / "
)
"""`TOWN, STATE / Wire / March 5, 2024 / `"""
UNMARKED = re.compile(
    rf"[A-Z][A-Z.'’-]{{3,}}(?:\s[A-Z][A-Z.'’-]{{2,}}){{0,2}}, (?P<month>{MONTH_NAMES})[a-z]{{0,6}}\.? (?P<day>\d{{1,2}})\s+(?=[A-Z][a-z]|[\"“‘'][A-Z])"
)
"""`TOWN, March 5 The …`"""
SHUT = re.compile(
    r"\((?P<town>[A-Z][A-Z.'’-]{3,}(?:\s[A-Z][A-Z.'’-]+){0,2}), [A-Z][A-Za-z.]{1,14}\)\s?[-–—]{1,2}\s+(?=[A-Z\"“‘'])"
)
"""`(TOWN, Country) — The …`"""
DAYED = re.compile(
    rf"{TOWN}(?:, | \| | \(|\.? [–—-] ){DAY}\)?(?:, [A-Z]{{3,8}})?(?::|\s[-–—|]{{1,2}})\s+(?=[A-Z\"“‘'])"
)
"""`Town, March 5: The …`, `TOWN (March 5): The …`"""
DAY_BEFORE = re.compile(
    rf"{TOWN}(?:, | \| | \(|\.? [–—-] )\d{{1,2}}(?:st|nd|rd|th)?\s(?:{MONTH_NAMES})[a-z]{{0,6}}\.?(?:,?\s\d{{4}})?\)?(?::|\s[-–—|]{{1,2}})\s+(?=[A-Z\"“‘'])"
)
"""`Town, 5 March 2024 – The …`"""
GLUED = re.compile(
    r"(?P<town>[A-Z][A-Z.'’-]{3,}(?:[ /][A-Z][A-Z.'’-]{2,}){0,2})(?:(?<=[A-Z])[—–]|\s[-–—]{1,2}\s+)(?=[A-Z\"“‘'][a-z])"
)
"""`TOWN—The …`, `TOWN/TOWN — The …`"""
AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
WIRED = re.compile(
    rf"(?:(?:{AGENCY}),\s[A-Z][A-Z.'’-]{{3,}}(?:\s[A-Z][A-Z.'’-]+){{0,2}}(?:\s?[-–—:])?|[A-Z][A-Za-z.'’-]+(?:\s[A-Z][a-z]+)?/(?P<after>{AGENCY})(?::|\s[-–—]{{1,2}})"
    rf"|\((?:{AGENCY})\s[A-Z][a-z]{{3,12}}!?\)(?:\s?[-–—]{{1,2}})?|(?:AP|AFP|UPI|PTI|ANI|IANS|Reuters|Xinhua|Bloomberg)\s[–—]"
    rf"|[A-Z][A-Z.'’-]{{3,}}(?:\s[A-Z][A-Z.'’-]+){{0,2}}(?::\s|\s)\((?:{AGENCY}|APP|RFE/RL)\)(?:\s[-–—]{{1,2}}|:)?"
    rf"|[A-Z][a-z]{{2,}}(?:\s[A-Z][a-z]+)?,\s(?:UK|USA|UAE|U\.S\.|(?!MD|JD|RN|DC|PM)[A-Z]{{2}})\s[-–—]{{1,2}})\s+(?=[A-Z\"“‘'])"
)
"""`AGENCY, TOWN The …`, `Town/Agency: The …`, `(Agency Business) The …`"""
WRITTEN = re.compile(
    rf"(?:By|BY)\s(?P<name>{LATIN_NAME.pattern}?)(?:(?:,\s|\s?/\s?|\s\|\s|\sfor\s)[A-Z][\w&.]{{1,20}}(?:\s[A-Z][\w&.]{{1,20}}){{0,3}})?\s?(?:[–—]|\s[-|]|--)\s+(?=[A-Z\"“‘'])"
    rf"|(?:By|BY)\s(?P<posted>{LATIN_NAME.pattern}?)(?:\sand\s{LATIN_NAME.pattern}?)?(?:,|\s\|)\s(?:[A-Z][\w.&]{{1,14}}\s){{0,4}}(?:Writer|Reporter|Correspondent|Editor|Press|Reuters|AFP|AP|PA|PTI|ANI)\s(?=[A-Z\"“‘'])"
    r"|By\s(?P<shouted>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]*){1,2})\s+(?=[A-Z\"“‘'](?:[a-z]|\s[a-z]))"
)
"""`By First Last, Agency — The …`, `By FIRST LAST The …`"""
SIGNED = re.compile(
    r"(?:By |BY |by )?(?:(?:Our|OUR|our|Staff|STAFF|Special|SPECIAL|A|News|NEWS|Web|Express|Own|own|Tribune|Herald|Post|Times)\s){1,3}(?:[Cc]orrespondent|[Rr]eporter|[Ww]riter|CORRESPONDENT|REPORTER|WRITER|Desk|DESK|News Service|NEWS SERVICE|Bureau|Service)s?[\s,:|–—-]{1,4}(?=[A-Z]{3})"
)
"""`Staff Reporter TOWN: The …`"""
BARE = re.compile(
    r"(?P<wire>Reuters|REUTERS|Xinhua|AFP|AP|UPI|PTI|ANI|IANS|TASS|Kyodo|Yonhap|Bernama|Anadolu|dpa)(?::|\s[-–—]{1,2})\s+(?=[A-Z\"“‘'])"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?::|\s?[–—]|\s[-–—]{1,2})\s+(?=[A-Z\"“‘'])"
)
"""`Reuters: The …`, `5 March 2024 - The …`"""
WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def read_place(head: str) -> Dateline | None:
    """Read a place in capitals before a colon, a dash or in brackets; only the first sentence of a report has one."""
    match = PLACE.match(head)
    if match is None or not words()["shouted"].isdisjoint(re.split(r"[\s,.-]+", match["open"] or match["bare"])):
        return None
    return Dateline(end=match.end())


def read_town(head: str) -> Dateline | None:
    """Read a place with a day, or a writer's name, in front of the first sentence; elsewhere such words are none."""
    if (signed := SIGNED.match(head)) is not None:
        town = read_place(head[signed.end() :])
        return replace(town, end=town.end + signed.end()) if town is not None else None
    if (written := WRITTEN.match(head)) is not None:
        name = written["name"] or written["posted"] or written["shouted"].title()
        return Dateline(end=written.end(), names=(name,))
    for wired in (BARE, RELEASED):
        if (match := wired.match(head)) is not None:
            return Dateline(end=match.end(), source=match["wire"], day=read_day(match))
    if (unmarked := UNMARKED.match(head)) is not None:
        return Dateline(end=unmarked.end(), day=read_day(unmarked))
    return _read_day_town(head)


def _read_day_town(head: str) -> Dateline | None:
    """Read a place and its day, or what stands for them."""
    for form in (DAYED, DAY_BEFORE, GLUED, SHUT, WIRED):
        match = form.match(head)
        if match is None:
            continue
        if form is WIRED:
            return Dateline(end=match.end(), source=match["after"])
        town = re.split(r"[\s,./-]+", match["town"])
        if not WEEKDAYS.isdisjoint(town) or not words()["shouted"].isdisjoint(word.upper() for word in town):
            continue
        return Dateline(end=match.end(), day=read_day(match) if form is DAYED else None)
    return None
