"""Chinese heads of an article read word by word, up to a mark that can end one (B3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipelines.text.byline.datelines.head_words import Part, read_words
from pipelines.text.byline.vocabulary.credit import Dateline, Day

WINDOW = 90
"""Characters of a paragraph that are looked at."""
HINT = re.compile(
    r"[讯訊电電][\s，,：:（(【）)】〕］\]]|消息|报[道导]|報[道導]|[记記]者|[编編][辑輯译譯]|[发發]自|[文图圖作采採撰].{0,3}[/／|｜丨︱：:]|日\s?[|｜丨—–-]|^[◎□■●○▲◆★（(【〔［\[]|[综綜]合|[编編][译譯]|整理|口述|[采採][访訪]人|[实實][习習]生|通[讯訊][员員]|[译譯][:：]|[网網報报社闻聞经經刊线媒][\s／/][\u4e00-\u9fff]{2,3}[\s\u3000]"
)
"""What each of them has."""
OPEN, CLOSE = "（(【〔［[「", "）)】〕］]」"
STROKE = re.compile(r"[/／╱|｜丨︱]")
DASH = re.compile(r"[|｜丨︱]|\s[—–-]|[—–]")
BULLET = re.compile(r"[◎□■●○▲◆★]\s?")
DESK = re.compile(r"(?:中心|[频頻]道|[组組部])$")
SUBJECT = re.compile(
    r"(?:[昨今当當][天日晚晨]|近日|日前|\d{1,2}日|上午|下午|[随隨][后後]|[又就再也还還曾刚剛]|一直|再次|[在从從][^，。：]{1,16}?){0,3}"
    r"(?:[获獲]悉|了解到|注意到|[采採][访訪]|看[到见見]|[发發][现現]|[来來]到|走[进進访訪]|[赶趕][到赴]|[见見]到|前往|[说說问問写寫拍去走]|表示|[认認][为為]|回[忆憶]|[记記]得|[报報]道|是)"
)
"""What follows where the reporter is who the sentence is about"""
LABELS = frozenset(("综合消息", "綜合消息", "综合报道", "綜合報道"))
"""What a report without a medium calls itself before a colon"""
WHEN = re.compile(r"[今昨前明当當][天日晚]|[上下]午|[年月日时時晚早]|近来|随后")
"""What is in words that say when"""
NO_WIRE = "通资資音视視电電短喜噩死简簡快捷警腾騰问問"
"""What makes a common word with the word of a wire (`通讯`)"""
SITE = re.compile(r"^[A-Za-z0-9]|(?:之家|科技)$")
"""Sites that are no source a sentence speaks of (`央视新闻客户端3月5日消息，…` is one)"""
PARTICLES = "的地得了着过是们"
"""What no sentence begins with"""
FOLLOWS = 6
"""Characters of the text behind a space that is a sentence rather than one more word."""
PAPERS = ("日报", "日報", "晚报", "晚報", "时报", "時報", "新闻网", "新聞網", "通讯社", "融媒", "在线")
"""What a medium ends with that stands alone in square brackets before a text"""
SIGN = re.compile("中央社|中新社|新[华華]社|法新社|路透社|美[联聯]社|共同社|俄新社|中通社|塔斯社")
"""Agencies that stand alone in brackets before a text"""
FRONT = 2
"""Characters of a word that may be the name of a medium in square brackets, at least one more."""
PLACES = 4
"""Most words that may be anything."""


@dataclass(slots=True)
class _Head:
    """The words read so far and the marks behind them."""

    parts: list[Part] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    @property
    def roles(self) -> list[int]:
        return [at for at, part in enumerate(self.parts) if part.kind in {"role", "wrote"}]

    def has_medium(self) -> bool:
        return any(part.medium is not None for part in self.parts)

    def named(self) -> bool:
        """Tell whether somebody stands behind every role."""
        return bool(self.roles) and all(
            self.parts[at].names or (at + 1 < len(self.parts) and self.parts[at + 1].kind in {"name", "wrote"})
            for at in self.roles
        )

    def strokes(self) -> bool:
        return any(STROKE.search(mark) for mark in self.marks)

    def dated(self) -> bool:
        return any(part.date is not None for part in self.parts)

    def unknown(self) -> int:
        return sum(part.front != "" for part in self.parts)


def read_opening(head: str) -> Dateline | None:
    """Read the longest head the first paragraph of an article begins with; None where it has none.

    A head is words of its kinds alone, up to a mark that ends it: a closing bracket, a colon or a comma behind the word
    for reporting, a dash behind agency and day, or a space behind reporters that a sentence follows.
    """
    if HINT.search(head, 0, 60) is None:
        return None
    quoted = head[:1] in {"据", "據"}
    best: Dateline | None = None
    bullet = BULLET.match(head)
    at = bullet.end() if bullet else int(quoted)
    opened = head[at : at + 1] if head[at : at + 1] in OPEN else ""
    ended = 0
    found = _Head(parts=[], marks=[bullet[0]] if bullet else [])
    for part, mark, end in read_words(head[:WINDOW], at + len(opened)):
        found.parts.append(part)
        told = part.kind == "plain" and (part.front != "" or part.medium is not None)
        if found.unknown() > PLACES or (best is not None and told and not found.roles[ended:]):
            break
        closing = mark.strip()[:1] in CLOSE and mark.strip() != ""
        rest = head[end:]
        if opened and not closing and not best:
            ends = False
        elif closing and len(mark.strip().rstrip(":：")) == 1:
            ends = _ends_bracket(found, square=opened not in "（(") if opened and not best else _ends_aside(found)
        else:
            ends = _ends(found, mark, rest, bullet=bullet is not None)
        if ends and rest and (not quoted or _is_quoted_head(part, mark)):
            best = _dateline(found, end)
            # Behind a whole head a place or a medium belongs to the text, unless reporters come before it.
            ended = len(found.roles)
        found.marks.append(mark)
        if closing and opened and best is None:
            if len(mark.strip()) == 1 and (opened in "（(" or part.medium is None):
                break
            opened = ""  # `【某网】（记者 甲某某）`
    return best


def _is_quoted_head(part: Part, mark: str) -> bool:
    """Tell `据某社某地3月5日电 ` and `据某报报道：` from `据某报报道，…`, which is text."""
    return part.act[-1:] in {*"电電"} or mark.strip() in {":", "："}


def _ends_bracket(found: _Head, *, square: bool) -> bool:
    """Tell whether a head ends with the bracket it began with."""
    last = found.parts[-1]
    if len(found.parts) == 1 and last.medium and not last.act and last.date is None:
        return SIGN.fullmatch(last.medium) is not None or (
            square and len(last.medium) > FRONT + 1 and last.medium.endswith(PAPERS)
        )
    if found.roles:
        told = last.act != "" or found.has_medium() or (square and len(found.parts[0].front) > FRONT)
        return found.named() and (told or len(found.roles) > 1)
    if not last.act or any(part.kind == "name" for part in found.parts[1:]):
        return False
    if (
        square
        and len(found.parts) == 1
        and len(last.front) > FRONT
        and last.act in {"消息", "讯", "訊", "报道", "報導"}
    ):
        return True
    wide = last.act[0] in "综綜外即独獨"
    if found.has_medium() or found.dated() or found.strokes():
        return True
    return wide and len(last.act) > 2


def _ends_aside(found: _Head) -> bool:
    """Tell whether a head ends with a bracket behind its medium (`某报（记者 甲某某）`)."""
    opened = next((at for at, mark in enumerate(found.marks) if any(char in mark for char in OPEN)), None)
    if opened is None or any(char in mark for mark in found.marks[opened + 1 :] for char in CLOSE):
        return False
    before, inside = found.parts[: opened + 1], found.parts[opened + 1 :]
    told = bool(inside) and (
        inside[-1].kind in {"role", "name"} or (inside[-1].act[:1] in {*"报報"} and inside[0].kind in {"role", "name"})
    )
    return (
        told
        and all(part.kind == "plain" for part in before)
        and found.has_medium()
        and (found.named() or not found.roles)
    )


def _ends(found: _Head, mark: str, rest: str, *, bullet: bool) -> bool:
    """Tell whether a head without brackets ends at a mark."""
    last = found.parts[-1]
    bare = mark.strip()
    if not bare:
        return _ends_at_space(found, rest, bullet=bullet)
    if bare in {"：", ":"}:
        alone = len(found.parts) == 1 and (_is_short_wire(last) or (last.act in LABELS and not last.front))
        return last.act != "" and (found.named() if found.roles else alone or found.has_medium())
    if bare in {"，", ","}:
        return _ends_at_comma(found)
    if (
        DASH.search(mark)
        and last.kind == "plain"
        and last.date is not None
        and not found.roles
        and len(found.parts) < 3
    ):
        return found.has_medium() or STROKE.search(bare) is not None
    return False


def _ends_at_comma(found: _Head) -> bool:
    """Tell whether `…消息，` ends a head: behind reporters, a day and its medium, or the short word of a wire."""
    last = found.parts[-1]
    if len(found.parts) == 1 and (_is_short_wire(last) or _is_collected(last)):
        return True
    if last.act[-2:] != "消息" and last.act[-1:] not in {*"讯訊电電"}:
        return False
    if found.roles or (found.parts[0].medium or "").startswith(("综合", "綜合")):
        return found.has_medium() and (not found.roles or found.named())
    source = found.has_medium() or found.unknown() == 1
    if last.date is not None:
        return source and not last.front and (last.medium is None or SITE.search(last.medium) is not None)
    return found.has_medium() and last.act in {*"讯訊"} and len(found.parts) == 1


def _is_house(part: Part) -> bool:
    """Tell whether the first word of a head may be the name of a medium, and says nothing of when."""
    return part.kind == "plain" and part.front != "" and WHEN.search(part.front) is None


def _is_short_wire(part: Part) -> bool:
    """Tell whether a word is a name and the short word of a wire (`e公司讯`), and no common word (`工业通讯`)."""
    return part.act in {*"讯訊", "快讯", "快訊"} and len(part.front) > 1 and part.front[-1] not in NO_WIRE


def _is_collected(part: Part) -> bool:
    """Tell whether a word says that a report was put together, or when, and names nobody (`综合报道`, `北京时间3月5日消息`)."""
    told = part.act[-2:] in {"报道", "報道", "報導", "消息"} and not part.front and not part.medium
    return told and (part.act[0] in "综綜" or (part.date is not None and "时间" in part.date[0]))


def _ends_at_space(found: _Head, rest: str, *, bullet: bool) -> bool:
    """Tell whether a space ends a head: a sentence of its own follows."""
    last = found.parts[-1]
    first = re.split(r"[\s\u3000]", rest, maxsplit=1)[0]
    if len(first) < FOLLOWS or rest[0] in PARTICLES or SUBJECT.match(rest):
        return False
    if last.kind == "sent" or (len(found.parts) > 1 and found.parts[-2].kind == "sent" and "、" in found.marks[-1]):
        return not found.roles or found.named()
    if found.roles:
        return (
            found.named() and bool(last.names or last.act or last.kind == "name") and _is_signed(found, bullet=bullet)
        )
    if any(part.kind == "name" for part in found.parts):
        if bullet and all(part.kind == "name" for part in found.parts):
            return True
        told = last.kind == "name" or last.act[:1] in {*"报報"}
        return told and found.parts[0].medium not in {None, ""}
    return last.act not in {"", "编译", "編譯"} and _is_wired(found)


def _is_signed(found: _Head, *, bullet: bool) -> bool:
    """Tell whether those who are named sign the text: what they did, for whom they work or a stroke says so."""
    role = found.parts[found.roles[0]]
    if found.parts[-1].act or len(found.roles) > 1 or bullet:
        return True
    colons = any(mark.strip() in {"：", ":"} for mark in found.marks)
    if role.kind == "wrote":
        return found.strokes() or colons
    # `某报记者 甲某某：` is who speaks.
    return not colons and (
        found.has_medium() or found.strokes() or role.front != "" or role.known or _is_house(found.parts[0])
    )


def _is_wired(found: _Head) -> bool:
    """Tell whether a head that names nobody says who reports, or when."""
    last = found.parts[-1]
    short = last.act[-1] in "讯訊电電" or (last.act == "消息" and (last.medium or "").endswith(("网", "網")))
    if len(found.parts) == 1 and (_is_short_wire(last) or (last.act[0] in "财財" and last.front)):
        return True
    if found.has_medium():
        return short or found.dated() or found.strokes() or last.act[0] in "综綜"
    if last.date is not None and found.unknown() == 1 and last.front and len(found.parts) == 1:
        return short or last.act[-2:] == "消息"
    desk = found.strokes() and DESK.search(found.parts[0].front) is not None
    return desk or (short and last.date is not None and found.unknown() == 0)


def _dateline(found: _Head, end: int) -> Dateline:
    """Give what a head says."""
    date = next((part.date for part in found.parts if part.date is not None), None)
    return Dateline(
        end=end,
        names=tuple(dict.fromkeys(_reporters(found.parts))),
        source=next((part.medium for part in found.parts if part.medium), None),
        day=Day(day=int(date["day"]), month=int(date["month"]) if date["month"] else None) if date else None,
    )


def _reporters(parts: Sequence[Part]) -> Iterator[str]:
    """Give the names of those who wrote the text; editors and photographers did not."""
    wrote = True
    for part in parts:
        if part.kind in {"role", "wrote"}:
            wrote = not part.edits
        if wrote:
            yield from part.names
