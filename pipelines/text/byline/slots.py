"""Credits read by where they stand on a site that has one there on most of its pages, whatever their words are (B3, B4)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from pipelines.text.byline.credit import Credit, Dateline, words
from pipelines.text.byline.openings import SUBJECT
from pipelines.text.byline.people import HAN, LATIN_NAME, is_chinese_name, is_medium
from pipelines.text.byline.press import judge
from pipelines.text.byline.segments import ASIAN, Word, segment
from pipelines.text.byline.wires import read_day

LONGEST = 80
"""Characters of the longest credit that is read so."""
MOST_LINES = 3
"""Lines behind the last sentence among which one signs; more are a list."""
MOST_UNKNOWN = 2
"""Words that may be anything: a role in no list, a place."""
CLOSED = re.compile(r"[。！？!?…”」』）)]\s*$|[^\W\d_\s][.][”\"’']?\s*$|[”’)][.]\s*$")
"""What a sentence before a bracket ends with"""
BRACKET = re.compile(r"\s?[（(【\[〔](?P<inner>[^（()）【】\[\]〔〕]{1,60})[）)】\]〕]$")
END = re.compile(r"[\W_]{0,6}(?:(?:全文|本文|正文)?[完终終]|(?:the )?end|конец|끝)[\W_]{0,6}", re.IGNORECASE)
"""`（完）`, `— end —`"""
DASH = re.compile(r"^[\s\-–—―~]{1,4}")
DECORATED = re.compile(r"^[\s\-–—―~▲◆●■□◎*•]{1,4}|\s+$")
OPEN, CLOSE = "(（【[〔［", ")）】]〕］"
QUOTED = re.compile(r"\s*[“「『\"‘][^“”「」『』\"]*[”」』\"’]\s*")
"""A paragraph that is one quotation, below which a name behind a dash says who is quoted"""
NO_SENTENCE = re.compile(r"[。！？!?；;…]|[a-zа-яё\d)”\"][.](?:\s|$)")
TOLD_OF = re.compile(
    r"饰|飾|主演|演员|演員|导演|導演|嘉宾|嘉賓|被告|原告|获奖|獲獎|冠军|亚军|领奖|地[点點]|日期|[时時]间|比分|演唱|作[词詞曲]|[图圖][为為]"
)
"""Roles of those whom a text is about"""
LONGEST_ASIDE = 120
"""Characters of the longest line that only its place tells from the story's."""
ASIDE = re.compile(
    r"\W?(?:This is a (?:developing|breaking|live) (?:news )?story\b|(?:Please )?[Cc]heck back (?:here |later |soon )?for (?:more |further |the latest )?updates|(?:Last )?[Uu]pdated\b|More (?:to come|to follow|details to follow)|First published\b)[^.!?]{0,40}(?:[ap]\.m\.)?[.!]?\W?"
)
"""`This is a developing story.`, `Updated at 10:15 a.m.`"""
SMALL = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "our", "the", "to", "via", "with"),
        *("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "y"),
    )
)
"""Words in small letters that stand between the names of a credit"""
TOKEN = re.compile(r"[^\s,/|;:&()\[\]–—~•·-]+")
LEAST_SIZE = 2
"""Characters of a name."""
TOWN_SIZE = 2
PEOPLE = frozenset({"name", "handle"})
HOUSES = frozenset({"medium", "agency"})
GLUED = HOUSES | PEOPLE | {"unknown"}
BESIDE = HOUSES | {
    "nobody",
    "code",
    "from",
    "kind",
    "mark",
    "joiner",
    "about",
    "act",
    "wire",
    "edits",
    "qualifier",
    "wrote",
}
"""What stands beside a medium that signs"""
CALLED = re.compile(
    rf"(?P<media>(?![据據本记記])[{HAN}A-Za-z0-9·+]{{2,16}}?)\s?(?:(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日\s?)?"
    r"(?:(?:消息|[获獲]悉|[讯訊]|快[讯訊])(?:\s?\d{1,2}月\d{1,2}日)?(?:[（(][^（）()]{2,20}[）)])?\s?[，,：:]|(?:报道|報道|報導)(?:[（(][^（）()]{2,20}[）)])?\s?(?:[：:]|(?<=日报道)[，,]|(?<=日報導)[，,]))\s?"
)
"""`某某网消息（某栏目）：`, `某某APP获悉，`: who reports, before what it reports"""
SITE = re.compile(r"^[A-Za-z0-9]|(?:APP|App|客户端|客戶端|发布|發布|财经|財經|新闻|新聞|联社|之家|科技|快讯)$")
"""Sites that are called by no word for media"""
REPORTER = re.compile(
    rf"(?:[{HAN}A-Za-z0-9·+]{{0,12}}(?:[记記]者|[编編][辑輯译譯]|通[讯訊][员員]))(?:\s?[:：|｜丨/／]\s?|\s)(?P<who>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,3}})[\s\u3000]+(?=\S{{6}})"
    rf"(?!{SUBJECT.pattern})"
)
"""`记者 甲某某 `: who reports, apart from the text by a space alone"""
JOINED = re.compile(r"[\s、]")
PLACED = re.compile(
    rf"(?<=[\s】〕）)])(?![据據])(?:[记記]者\s?)?[{HAN}]{{2,4}}(?:报道|報道|報導)(?![的了过過称稱])[\s:：]{{0,2}}(?=\S{{6}})"
)
"""`某地报道`, `記者甲某某報導`, glued to the text behind a head"""
NO_MEDIUM = re.compile(r"(?:气象|氣象|天文|观测|觀測|水文)[台臺]$")
BRACKETED = re.compile(r"[【\[〔［（(](?P<inner>[^【】\[\]〔〕［］（）()]{2,24})[】\]〕］）)]\s*[-–—:：]?\s*")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
TOWN = re.compile(
    rf"(?P<town>[A-Z][A-Z.'’-]{{2,}}(?:(?:,? (?:and )?|/)[A-Z][A-Z.'’-]+){{0,4}})"
    rf"(?:[,.:]? ?(?:\([^()]{{2,40}}\)|/[\w .]{{2,20}}/|{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}|[A-Z][a-z.]{{2,12}}|--)){{0,5}}"
    r"(?:,?\s?(?:-{1,2}|[–—:/|]{1,2})|(?<=\)))\s+(?=[A-Z\"“‘'\d])"
)
"""`TOWN, State--(Wire)--March 3, 2025-- The …`: a place in capitals, and what belongs to it up to a mark"""


KEPT = "credits"
"""The kind under which the ledger keeps them"""


@dataclass(frozen=True, slots=True)
class Habits:
    """What a site does on most of its pages."""

    heads: bool = False
    """Whether an agency, a place or reporters stand before the first sentence."""
    signs: bool = False
    """Whether a signature stands behind the last one."""
    ends: bool = False
    """Whether a mark that the text ends there (`（完）`) may stand in the signature's place."""

    def entries(self) -> set[tuple[str, str]]:
        """Give the habits as kinds and texts, to be kept."""
        return {(KEPT, one.name) for one in fields(self) if getattr(self, one.name)}

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str]]) -> "Habits":
        """Build habits from what was kept; other kinds are left out."""
        known = {text for kind, text in entries if kind == KEPT}
        return cls(**{one.name: one.name in known for one in fields(cls)})


NONE = Habits()
"""Of a page on its own."""


def read_slots(
    paragraphs: Sequence[str], kinds: Sequence[str], last: int, habits: Habits
) -> Iterator[tuple[int, Credit]]:
    """Read what signs an article behind its last sentence, by its place and by whom it names.

    Takes the page, the index of the last paragraph that is text, and the site's habits. Gives what is found from left to
    right: marks of the end, and lines or a bracket that name people of whom the article does not speak, or a medium, and
    say nothing else.
    """
    for at, start, text, others in slots_of(paragraphs, kinds, last):
        ends = habits.ends and END.fullmatch(text) is not None
        if ends or (habits.signs and is_signed(text, others)):
            signature = "where the site's articles are signed"
            yield at, Credit(start=start, end=len(paragraphs[at]), reason="author", evidence=signature)


def slots_of(
    paragraphs: Sequence[str], kinds: Sequence[str], last: int
) -> Iterator[tuple[int, int, str, Sequence[str]]]:
    """Give where a page may be signed: the bracket behind its last sentence, and the lines below.

    Takes the index of the last paragraph that is text. Gives index, where it begins there, its words, and the text above.
    """
    while last > 0 and is_aside(paragraphs[last]):
        last -= 1
    behind = [at for at in range(last + 1, len(paragraphs)) if paragraphs[at].strip()]
    if last < 0 or len(behind) > MOST_LINES:
        return
    text = paragraphs[last]
    start = _bracket(text) if kinds_at(kinds, last) == "text" else None
    if start is not None:
        yield last, start, text[start:].strip(), [*paragraphs[:last], text[:start]]
    for at in behind:
        if kinds_at(kinds, at) == "text" and not _quotes(paragraphs[at], text):
            yield at, 0, paragraphs[at], paragraphs[: last + 1]


def read_top(paragraphs: Sequence[str], kinds: Sequence[str], first: int) -> Iterator[tuple[int, Credit]]:
    """Read the lines before the first paragraph that is text and name a medium and people of whom the article does not speak."""
    for at in range(first) if first <= MOST_LINES else ():
        text = paragraphs[at]
        housed = kinds_at(kinds, at) == "text" and any(word.classes & HOUSES for word in segment(text) or ())
        if housed and named_in(text, paragraphs[first:]):
            yield at, Credit(start=0, end=len(text), reason="source", evidence="where the site names its source")


def kinds_at(kinds: Sequence[str], index: int) -> str:
    """Give the kind of a paragraph; all are text where none is told."""
    return kinds[index] if kinds else "text"


def is_signed(text: str, others: Sequence[str]) -> bool:
    """Tell whether a text names people of whom *others* do not speak, or a medium, beside words of credits alone."""
    if is_aside(text):
        return True
    bare = DECORATED.sub("", text)
    bare = bare[1:-1] if bare[:1] in OPEN and bare[-1:] in CLOSE else bare
    if not LEAST_SIZE <= len(bare) <= LONGEST or NO_SENTENCE.search(text) or TOLD_OF.search(text):
        return False
    if ASIAN.search(bare) is None:
        return _is_latin(bare, others)
    found = segment(bare)
    if found is None or sum("unknown" in word.classes for word in found) > MOST_UNKNOWN:
        return False
    if _names_in(found):
        return bool(named_in(bare, others))
    houses = any(word.classes & HOUSES for word in found)
    return houses and all(word.classes & BESIDE or (word.classes == {"unknown"} and len(found) > 1) for word in found)


def is_aside(text: str) -> bool:
    """Tell whether a line says nothing but what becomes of the story, or whose views it has (`Views are personal.`)."""
    return len(text) <= LONGEST_ASIDE and (ASIDE.fullmatch(text) is not None or judge(text) == "asks")


def named_in(text: str, others: Sequence[str]) -> list[str]:
    """Give the people named in a text that is words of credits alone; none where *others* speak of one of them."""
    found = segment(text)
    if found is None or TOLD_OF.search(text) or sum("unknown" in word.classes for word in found) > MOST_UNKNOWN:
        return []
    people = _names_in(found)
    strange = [name for name in people if _is_strange(name, others)]
    # Towns look like names of two characters, and an article speaks of its town.
    return strange if all(name in strange or len(name) == TOWN_SIZE for name in people) else []


def _names_in(found: Sequence[Word]) -> list[str]:
    """Give the names that stand apart from what may be anything: `江湾图书馆` begins and ends as names do."""
    names = []
    for at, word in enumerate(found):
        beside = [found[place].classes for place in (at - 1, at + 1) if 0 <= place < len(found)]
        if word.classes & PEOPLE and not any(classes & GLUED for classes in beside):
            names.append(word.text)
    return names


def _is_latin(text: str, others: Sequence[str]) -> bool:
    """Tell whether a text is capitalised words and what joins them, and names somebody strange."""
    tokens = TOKEN.findall(text)
    if not all(token[0].isupper() or token in SMALL or token[0] in "@'’" for token in tokens):
        return False
    names = LATIN_NAME.findall(text)
    return bool(names) and all(_is_strange(name.rsplit(" ", maxsplit=1)[-1], others) for name in names)


def _is_strange(name: str, others: Sequence[str]) -> bool:
    return not any(name in text for text in others)


def _quotes(text: str, before: str) -> bool:
    """Tell whether a name behind a dash says who is quoted above it."""
    return DASH.match(text) is not None and QUOTED.fullmatch(before) is not None


def _bracket(text: str) -> int | None:
    """Give where the bracket behind a paragraph's last sentence begins."""
    match = BRACKET.search(text, max(0, len(text) - LONGEST))
    return match.start() if match is not None and CLOSED.search(text[: match.start()]) else None


def read_rest(text: str, start: int) -> int:
    """Give where a head ends that a rule has read up to *start* and that says as well where it was reported from."""
    rest = PLACED.match(text, start)
    return rest.end() if rest is not None else start


def read_slot_head(text: str) -> Dateline | None:
    """Read the head of the first paragraph on a site whose articles have one: who reports, or a place and what belongs to it."""
    if (called := CALLED.match(text)) is not None and called.end() < len(text):
        media = called["media"]
        if (is_medium(media) or SITE.search(media)) and not NO_MEDIUM.search(media):
            return Dateline(end=called.end(), source=media, day=read_day(called))
    if (told := REPORTER.match(text)) is not None and all(map(is_chinese_name, JOINED.split(told["who"]))):
        names = tuple(JOINED.split(told["who"]))
        return Dateline(end=told.end(), names=names) if _is_strange(names[0], [text[told.end() :]]) else None
    if (match := BRACKETED.match(text)) is not None and match.end() < len(text):
        found = segment(match["inner"])
        if (
            found is not None
            and any(word.classes & (HOUSES | {"name", "wire", "reporter"}) for word in found)
            and sum("unknown" in word.classes for word in found) <= MOST_UNKNOWN
        ):
            return Dateline(end=match.end())
    if (town := TOWN.match(text)) is not None and words()["shouted"].isdisjoint(re.split(r"[\s,./-]+", town["town"])):
        return Dateline(end=town.end())
    return None
