"""Credits read by where they stand on a site that has one there on most of its pages, whatever their words are (B3, B4)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from pipelines.text.byline.notes.english import judge_sentence
from pipelines.text.byline.vocabulary.credit import Credit
from pipelines.text.byline.vocabulary.named import HOUSES, MOST_UNKNOWN, TOLD_OF, is_strange, named_in, names_apart
from pipelines.text.byline.vocabulary.people import LATIN_NAME, is_house
from pipelines.text.byline.vocabulary.segments import ASIAN, segment

LONGEST = 80
"""Characters of the longest credit that is read so."""
MOST_LINES = 3
"""Lines behind the last sentence among which one signs; more are a list."""
CLOSED = re.compile(r"[。！？!?…”」』）)]\s*$|[^\W\d_\s][.][”\"’']?\s*$|[”’)][.]\s*$")
"""What a sentence before a bracket ends with"""
BRACKET = re.compile(r"\s?[（(【\[〔](?P<inner>[^（()）【】\[\]〔〕]{1,60})[）)】\]〕]$")
SHORT = 18
"""Characters of a bracket behind the last sentence that signs it whatever it says: of 6,300 articles of
many sites 25 have one that no rule reads, and each is a signature, a mark of the end or furniture."""
REMARK = re.compile(
    r"^.(?:[见見图圖注表附上下如参參即约約]|[^）)]*(?:[笑哭]|化名|掌声|掌聲|鼓掌|音[乐樂]|沉默|点头|點頭|待[续續]))|^.(?:[Tt]o be continued|[Ss]ee|[Ll]aughs?|[Ll]aughter|[Aa]pplause|[Pp]ictured)\b"
)
"""What speaks of the text, says that it goes on, or what somebody did, in brackets"""
END = re.compile(r"[\W_]{0,6}(?:(?:全文|本文|正文)?[完终終]|(?:the )?end|конец|끝)[\W_]{0,6}", re.IGNORECASE)
"""`（完）`, `— end —`"""
SPOKEN = re.compile(r"[^\s，。,.：:]{1,12}[：:]\s?\S")
"""What a speaker says: below it a bracket is what somebody does (`（灯暗）`)"""
INITIALS = re.compile(r"[(\[（][a-z]{2,4}(?:[/,.-][a-z]{2,4}){0,2}[)\]）]")
"""`(rin)`, `(dws/abd)`: who of the desk wrote or edited, in small letters"""
DASH = re.compile(r"^[\s\-–—―~]{1,4}")
DECORATED = re.compile(r"^(?:[^\w()（）【\[〔［〈《“\"「『@#]|_){1,5}|\s+$")
OPEN, CLOSE = "(（【[〔［", ")）】]〕］"
QUOTED = re.compile(r"\s*[“「『\"‘][^“”「」『』\"]*[”」』\"’]\s*")
"""A paragraph that is one quotation, below which a name behind a dash says who is quoted"""
NO_SENTENCE = re.compile(r"[。！？!?；;…]|[a-zа-яё\d)”\"][.](?:\s|$)")
LONGEST_ASIDE = 120
"""Characters of the longest line that only its place tells from the story's."""
ASIDE = re.compile(
    r"\W?(?:(?:Rep|P)ublished (?:here )?with permission|This is a (?:developing|breaking|live) (?:news )?story\b|(?:Please )?[Cc]heck back (?:here |later |soon )?for (?:more |further |the latest )?updates|(?:Last )?[Uu]pdated\b|More (?:to come|to follow|details to follow)|First published\b)[^.!?]{0,40}(?:[ap]\.m\.)?[.!]?\W?"
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
JOINED = re.compile(r"[\s·・|｜丨/／、:：]+")
LEAST_SIZE = 2
"""Characters of a name."""
BESIDE = HOUSES | {
    "nobody", "code", "from", "kind", "mark", "joiner", "about", "act", "wire", "edits", "qualifier", "wrote",
}  # fmt: skip
"""What stands beside a medium that signs"""
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
    initials: bool = False
    """Whether the initials of the desk stand there in brackets (`(abc)`)."""

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
        behind = BRACKET.fullmatch(text) is not None and len(text) <= SHORT and REMARK.search(text) is None
        behind = behind and SPOKEN.match(paragraphs[last]) is None
        desk = habits.initials and INITIALS.fullmatch(text) is not None
        if ends or desk or (habits.signs and (behind or is_signed(text, others))):
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
        first_word = JOINED.split(text.strip(), maxsplit=1)[0]
        told = is_house(first_word) or any(word.classes & HOUSES for word in segment(text) or ())
        housed = kinds_at(kinds, at) == "text" and told
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
    if names_apart(found):
        return bool(named_in(bare, others))
    houses = any(word.classes & HOUSES for word in found)
    return houses and all(word.classes & BESIDE or (word.classes == {"unknown"} and len(found) > 1) for word in found)


def is_aside(text: str) -> bool:
    """Tell whether a line says nothing but what becomes of the story, or whose views it has (`Views are personal.`)."""
    return len(text) <= LONGEST_ASIDE and (ASIDE.fullmatch(text) is not None or judge_sentence(text) == "asks")


def _is_latin(text: str, others: Sequence[str]) -> bool:
    """Tell whether a text is capitalised words and what joins them, and names somebody strange."""
    tokens = TOKEN.findall(text)
    if not all(token[0].isupper() or token in SMALL or token[0] in "@'’" for token in tokens):
        return False
    names = LATIN_NAME.findall(text)
    return bool(names) and all(is_strange(name.rsplit(" ", maxsplit=1)[-1], others) for name in names)


def _quotes(text: str, before: str) -> bool:
    """Tell whether a name behind a dash says who is quoted above it."""
    return DASH.match(text) is not None and QUOTED.fullmatch(before) is not None


def _bracket(text: str) -> int | None:
    """Give where the bracket behind a paragraph's last sentence begins."""
    match = BRACKET.search(text, max(0, len(text) - LONGEST))
    return match.start() if match is not None and CLOSED.search(text[: match.start()]) else None
