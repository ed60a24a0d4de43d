"""Chinese heads of a report told by what they are composed of: medium, place, day, reporters and the word for reporting (B3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.text.byline.datelines.openings import SUBJECT
from pipelines.text.byline.vocabulary.credit import Dateline, Day
from pipelines.text.byline.vocabulary.people import HAN, OWN_MEDIA
from pipelines.text.byline.vocabulary.segments import Word, segment

LONGEST = 70
"""Characters of the longest head."""
HEAD = re.compile(r"[讯訊电電]|消息|报道|報道|報導|[记記]者|[综綜]合|通讯员|通訊員|文[/／丨|]")
"""What each of them has."""
END = re.compile(r"[:：]\s?|[\s\u3000]+(?=\S)")
"""Where a head can end."""
PLACE = re.compile(rf"[{HAN}]{{2,8}}")
"""A word that may be anything, where the place stands"""
PLACES = 2
"""Most of them: the place, and a medium that is not known as one"""
DONE = frozenset(("文/图", "图/文", "文/摄", "摄影/文", "文／图", "文、图", "文图", "图文"))
"""What reporters did, behind their names"""
MEDIA = frozenset(("medium", "agency"))
ALLOWED = MEDIA | {"name", "reporter", "wrote", "shot", "wire", "code", "unknown", "mark", "qualifier"}
"""Classes of the words of a head."""
SHORT_WIRES = frozenset("电電讯訊")
REPORTS = ("报道", "報道", "報導", "消息", "综合", "綜合")
CLOSED = re.compile(r"[）)】〕］]")
STROKE = re.compile(r"^[◎●■□▲◆○★]|[/／丨|｜]")
"""A bullet, or a stroke between a role and a name: no sentence has them"""
DAY = re.compile(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
YEAR = re.compile(r"((?:19|20)\d\d)年?")
NOT_A_HEAD = re.compile(r"[据據]")
"""`据某报报道` is text."""


def read_head(head: str, *, lead: bool) -> Dateline | None:
    """Read the longest head a paragraph begins with; None where a word before the mark that ends it is none of a head.

    *lead* says that it is the first paragraph: only there are heads read that name neither medium nor day.
    """
    if HEAD.search(head, 0, LONGEST) is None or NOT_A_HEAD.match(head):
        return None
    for end, mark in _ends(head):
        found = segment(head[:end])
        if found is not None and not _runs_on(found) and _is_head(found, mark, lead=lead):
            if not mark.strip() and "name" in found[-1].classes and SUBJECT.match(head, end + len(mark)):
                continue  # `某社记者 甲某某 昨天看到`
            return _dateline(found, end + len(mark))
    return None


def _runs_on(found: Sequence[Word]) -> bool:
    """Tell whether anything that may be a word of the text follows a bracket (`某报讯（记者 甲某）市长指出：`)."""
    closed = next((at for at, word in enumerate(found) if "mark" in word.classes and CLOSED.search(word.text)), None)
    return bool(closed) and any(word.classes & {"unknown", "medium"} for word in found[closed:])


def is_head(text: str) -> bool:
    """Tell whether a text, without the brackets around it, is a head that names a medium or reporters and a day."""
    found = segment(text) if len(text) <= LONGEST and HEAD.search(text) and DAY.search(text) else None
    return found is not None and _is_head(found, ":", lead=False)


def _ends(head: str) -> Iterator[tuple[int, str]]:
    """Give the places where a head can end, the last first, and the marks there."""
    ends = [(match.start(), match[0]) for match in END.finditer(head, 2, LONGEST)]
    yield from reversed(ends[:8])


def _is_head(found: Sequence[Word], mark: str, *, lead: bool) -> bool:
    """Tell whether words are those of a head."""
    content = [word for word in found if "mark" not in word.classes]
    unknown = [word for word in content if "unknown" in word.classes]
    if (
        not content
        or not all(word.classes & ALLOWED or word.text in OWN_MEDIA for word in content)
        or len(unknown) > PLACES
        or not all(PLACE.fullmatch(word.text) for word in unknown)
    ):
        return False
    if any("name" in one.classes and "name" in other.classes for one, other in pairwise(found)):
        return False  # `习近平总书记`: nothing parts what only looks like names
    head = _Head(
        found=found,
        content=content,
        own=any(word.text in OWN_MEDIA or word.classes & MEDIA for word in content),
        colon=mark.strip() in {":", "："},
        lead=lead,
    )
    if any("reporter" in one.classes and "name" in other.classes for one, other in pairwise(content)):
        return head.is_reported(unknown=len(unknown))
    if any("name" in word.classes for word in content):
        return head.is_named()
    return len(unknown) <= 1 and head.is_bare(placed=bool(unknown))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The words of a possible head, and what is known of them."""

    found: Sequence[Word]
    content: Sequence[Word]
    """The words without the marks."""
    own: bool
    """Whether a medium is named."""
    colon: bool
    """Whether a colon ends it."""
    lead: bool
    """Whether it stands on top of the article."""

    @property
    def last(self) -> Word:
        return self.content[-1]

    @property
    def stroke(self) -> bool:
        return any(STROKE.search(word.text) for word in self.found if "mark" in word.classes)

    def is_reported(self, *, unknown: int) -> bool:
        """Judge a head that names reporters; a name with a colon may be a speaker."""
        if any("wire" in word.classes or word.text in DONE for word in self.content):
            return "wire" in self.last.classes or self.colon or self.own
        if unknown:
            return False
        if self.colon:
            return self.lead and self.own and sum("reporter" in word.classes for word in self.content) > 1
        several = sum("reporter" in word.classes for word in self.content) > 1 and "name" in self.last.classes
        return (self.lead and (self.stroke or several)) or (self.own and "name" in self.last.classes)

    def is_named(self) -> bool:
        """Judge one that names people and does not call them reporters (`本报讯 甲某报道：`, `文/甲某`)."""
        if "wire" in self.last.classes and len(self.content) > 1:
            return (self.own and self.colon) or self.stroke
        written = "wrote" in self.content[0].classes and all("name" in word.classes for word in self.content[1:])
        return self.lead and self.stroke and written and not self.colon

    def is_bare(self, *, placed: bool) -> bool:
        """Judge one that names nobody: a medium or a place, and the word for reporting."""
        if "wire" not in self.last.classes or not (self.own or placed):
            return False
        days = any(DAY.fullmatch(word.text) for word in self.content)
        short = self.last.text in SHORT_WIRES
        if self.own:
            return self.colon or days or short or self.last.text.endswith(REPORTS)
        # `石桥5日讯 `: a place alone
        if days:
            return short or (self.lead and self.colon)
        return self.lead and short and len(self.content) == 2 and not self.colon


def _dateline(found: Sequence[Word], end: int) -> Dateline:
    """Give what a head says."""
    day = month = year = None
    for word in found:
        if (match := DAY.fullmatch(word.text)) is not None:
            day, month = int(match["day"]), int(match["month"]) if match["month"] else None
        elif (match := YEAR.fullmatch(word.text)) is not None:
            year = int(match[1])
    return Dateline(
        end=end,
        names=tuple(dict.fromkeys(word.text for word in found if "name" in word.classes)),
        source=next((word.text for word in found if word.classes & MEDIA and word.text not in OWN_MEDIA), None),
        day=Day(day=day, month=month, year=year) if day else None,
    )
