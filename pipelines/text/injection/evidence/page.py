"""What the rules of this package look at, the page, and what they give, finds."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Self, TypeVar

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.habits import ALONE, Habits
from pipelines.text.injection.evidence.lookup import Keywords
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, key, longest_first, share_of
from pipelines.text.register import is_of_today

SENTENCE_END = "。！？!?…．.；;"
"""Marks that end a sentence, for a character class."""
CLOSING = "”’」』》）)】\"'"
"""Brackets and quotes that may stand behind an end mark, for a character class."""

FIELD_BREAK = re.compile(
    rf"\s*[_|｜丨,，、]\s*|\s+[-–—]+\s+|(?<=[{HANZI}])[-–—]+|[-–—]+(?=[{HANZI}])|(?<=[{HANZI})）])\s+|\s+(?=[{HANZI}])"
)
SENTENCE = re.compile(r"[。！？]|[.!?][\"”’)]?(?:\s|\Z)")
PROSE_END = re.compile(rf"[{SENTENCE_END}：:][{CLOSING}]*\s*\Z")

OPENING_LENGTH, LONGEST_OPENING = 3, 24
"""Characters of the shortest and of the longest beginning that paragraphs are compared by."""
MARKS_BEFORE = " \u3000★☆◆◇■□●○▲△▼▽#【[「『《（(·•-–—>»*"
"""Marks that may stand before one."""
LONGEST_LINE = 40
"""Characters; a longer paragraph is no line that could name a keyword."""
MOST_ASCII = 5
"""Lines without any Chinese in a Chinese text, above which they are listings."""
TECHNICAL = re.compile(
    r"(?<![a-z0-9_./<?!{\[%])(?=[hcjprmsx])(?:HTML|CSS|JavaScript|Python|regex|markup|shortcode|source code|XML|Markdown)(?![a-z0-9_]|:;|:void)|(?-i:代码|代碼|正则|正則|标签|標籤|转义|轉義|源码|字符串|코드|コード)",
    re.IGNORECASE,
)
"""Words of the trade that a page about markup cannot do without; not those in an address (`a.html`, `javascript:;`) or in markup (`<?xml`)."""
NAMED_SIGNS = re.compile(
    r"(?=[花大尖中占佔cas])(?:[花大尖中]括[号號弧]|占位符|佔位符|(?:curly|angle|square) (?:brackets?|braces?))",
    re.IGNORECASE,
)
"""Names of the signs of markup: who explains it must name them, and nobody else does."""
MOST_SEARCHED = 10_000_000
"""Characters of a page's text that are searched for all that its rules ask for: of the pages of the hygiene corpus the
most that one asked for was 300,000. A page of thousands of lines would ask for each in all of its text."""
MIN_BODY = 150
"""Characters a body must have before its silence on something says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One thing a rule would take out of a page, or doubts."""

    paragraph: int | None
    """Index of the paragraph; None is the title."""
    start: int = 0
    """Offset of the first character."""
    end: int = 0
    """Offset behind the last character."""
    whole: bool = False
    """Whether the whole paragraph goes."""
    reason: str
    """The rule, in lower snake words."""
    put: str = ""
    """What takes the place of a span."""
    evidence: str = ""
    """What speaks for it, in words for a person."""
    doubtful: bool = False
    """Whether the evidence falls short of a cut: the text stays, the page is marked."""
    mark: str = "suspect"
    """What a doubtful find marks the page with."""
    keyword: str = ""
    """Key (see `tokens.key`) of the keyword in it, where what is cut has more than that."""

    @classmethod
    def match(cls, paragraph: int | None, match: re.Match[str], *, reason: str, evidence: str, **more: Any) -> Self:
        """Find what an expression matches in a paragraph or in the title."""
        start, end = match.span()
        return cls(paragraph=paragraph, start=start, end=end, reason=reason, evidence=evidence, **more)

    @classmethod
    def line(cls, paragraph: int, text: str, *, reason: str, evidence: str, **more: Any) -> Self:
        """Find a whole paragraph; takes its index and its text."""
        return cls(paragraph=paragraph, end=len(text), whole=True, reason=reason, evidence=evidence, **more)


Said = TypeVar("Said")


def remembered(say: Callable[["Page", str], Said]) -> Callable[["Page", str], Said]:
    """Let a page remember what it has said of a token: the same line may stand there a thousand times."""

    @wraps(say)
    def once(page: "Page", token: str) -> Said:
        known: dict[str, Said] = page.said.setdefault(say.__name__, {})
        if token not in known:
            known[token] = say(page, token)
        return known[token]

    return once


@dataclass(frozen=True)
class Page:
    """One page as the rules see it; a new one is made after each edit."""

    title: str
    """The headline."""
    paragraphs: Sequence[str]
    """The body, without line breaks inside a paragraph."""
    kinds: Sequence[str] = ()
    """`text`, `heading`, `item`, `quote`, `caption`, `code` or `cell`, for each paragraph; empty: all text."""
    headings: Sequence[str] = ()
    """Other headings of the page, `<title>` among them."""
    known: frozenset[str] = field(default_factory=frozenset)
    """Keys (see `tokens.key`) of keywords that are already proven, on this page or on others of its site."""
    site: Habits = ALONE
    """What its site does to all pages."""
    proven: frozenset[str] = field(default_factory=frozenset)
    """Keys of keywords that stand in the text of this very page where no word of it would."""
    statements: Sequence[str] = ()
    """What its metadata say of the headline and of how the text begins."""

    @cached_property
    def said(self) -> dict[str, dict[str, Any]]:
        """What the methods that are `remembered` have said."""
        return {}

    @cached_property
    def text(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(self.paragraphs)

    @cached_property
    def running(self) -> str:
        """The paragraphs without those that are mere lines; all of them where there are only lines."""
        return "\n".join(text for text in self.paragraphs if len(text) > LONGEST_LINE) or self.text

    @cached_property
    def sentences(self) -> str:
        """The running text up to the last end mark of each paragraph: without contact lines and what hangs behind an end."""
        ends = (_end_of_prose(text) for text in self.running.split("\n"))
        return "\n".join(text[:end] for text, end in zip(self.running.split("\n"), ends, strict=True))

    @cached_property
    def sentence_key(self) -> str:
        """The key (see `tokens.key`) of the sentences."""
        return key(self.sentences)

    @cached_property
    def openings(self) -> frozenset[str]:
        """What several paragraphs begin with, behind marks: at least OPENING_LENGTH characters."""
        starts: Counter[str] = Counter()
        for text in self.sentences.split("\n"):
            start = text[: 2 * LONGEST_OPENING].lstrip(MARKS_BEFORE)[:LONGEST_OPENING]
            starts.update(start[:size] for size in range(OPENING_LENGTH, len(start) + 1))
        return frozenset(start for start, count in starts.items() if count > 1)

    @cached_property
    def keywords(self) -> Keywords:
        """What is known, to be looked up."""
        return Keywords(self.known)

    @remembered
    def natural_tie(self, token: str) -> float:
        """Say the same as `tie` of the article's sentences alone.

        What hangs behind them does not count, nor does a part of the token that several paragraphs begin with.
        """
        if not self.can_search():
            return 1.0
        text = self.sentences.replace(token, "\n")
        parts = {
            token[at : at + size]
            for at in range(min(len(token), 2 * LONGEST_OPENING))
            for size in range(OPENING_LENGTH, min(LONGEST_OPENING, len(token) - at) + 1)
        }
        if openings := longest_first(parts & self.openings):
            text = "\n".join(_without_openings(line, openings) for line in text.split("\n"))
        return share_of(token, text)

    @cached_property
    def hanzi(self) -> int:
        """Number of Chinese characters in the body."""
        return 0 if self.text.isascii() else len(HANZI_CHAR.findall(self.text))

    @cached_property
    def is_of_today(self) -> bool:
        """Whether its Chinese is that of today: in old prose and in verse short clauses of one beginning stand side by side."""
        return is_of_today(self.text)

    @cached_property
    def is_technical(self) -> bool:
        """Whether the page shows code or speaks of it, so that markup and symbols may be its subject."""
        if "code" in self.kinds or TECHNICAL.search(self.title) or len(TECHNICAL.findall(self.text)) > 1:
            return True
        if NAMED_SIGNS.search(self.text):
            return True
        return bool(self.hanzi) and sum(text.isascii() and len(text) > 3 for text in self.paragraphs) > MOST_ASCII

    @cached_property
    def is_prose(self) -> bool:
        """Whether most of the body's text stands in full sentences, rather than in verse, captions or lists."""
        prose = sum(len(text) for text in self.paragraphs if len(text) >= 40 and SENTENCE.search(text))
        return prose * 2 > len(self.text)

    @cached_property
    def anchors(self) -> dict[str, str]:
        """Keys of what the page's headings and title name, whole and field by field, with where they stand."""
        found: dict[str, str] = {}
        for heading in self.headings:
            for part in (heading, *FIELD_BREAK.split(heading)):
                found.setdefault(key(part), "heading")
        for part in (self.title, *FIELD_BREAK.split(self.title)):
            found.setdefault(key(part), "title")
        found.pop("", None)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of what the title and `<title>`, the first of the headings, name, whole and field by field."""
        parts = [part for text in (self.title, *self.headings[:1]) for part in (text, *FIELD_BREAK.split(text))]
        return frozenset(map(key, parts))

    def kind(self, paragraph: int) -> str:
        """Give the kind of a paragraph."""
        return self.kinds[paragraph] if self.kinds else "text"

    def prose(self) -> Iterator[tuple[int, str]]:
        """Give index and text of every paragraph a rule may touch: all but code."""
        for index, text in enumerate(self.paragraphs):
            if not self.kinds or self.kinds[index] != "code":
                yield index, text

    def matches(self, expression: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Give every match of an expression in what a rule may touch, with the index of its paragraph."""
        return ((index, match) for index, text in self.prose() for match in expression.finditer(text))

    @remembered
    def tie(self, token: str) -> float:
        """Say how much of *token* the running text speaks of elsewhere: share of its `pieces` found there.

        Occurrences of the token itself do not count, nor do lines: other keywords of its stem may stand there. 0 means
        that the page has nothing to do with it.
        """
        return share_of(token, self.running.replace(token, "\n") if self.can_search() else token)

    @remembered
    def speaks_of(self, token: str) -> bool:
        """Say whether a token stands in the article's sentences elsewhere than at the start of a paragraph."""
        return token in (self._bare_sentences.replace(f"\n{token}", "\n") if self.can_search() else token)

    def can_search(self) -> bool:
        """Say whether the text may be searched once more; where it may not, whatever is asked for counts as the article's."""
        self._searched[0] += len(self.text)
        return self._searched[0] <= MOST_SEARCHED

    @cached_property
    def _searched(self) -> list[int]:
        """Characters that were searched."""
        return [0]

    @cached_property
    def _bare_sentences(self) -> str:
        """The sentences, a line break before each paragraph and no mark behind it."""
        return "".join("\n" + text.lstrip(MARKS_BEFORE) for text in self.sentences.split("\n"))

    def mention(self, text: str) -> float:
        """Say how much of a part of the title or a heading the body mentions: share of its `pieces` found there."""
        return share_of(text, self.text)


def _without_openings(line: str, openings: Sequence[str]) -> str:
    """Take off a line what it begins with, one after the other."""
    bare = line.lstrip(MARKS_BEFORE)
    if not bare.startswith(tuple(openings)):
        return line
    for opening in openings:
        if bare.startswith(opening):
            line = bare.removeprefix(opening)
            bare = line.lstrip(MARKS_BEFORE)
    return line


def _end_of_prose(text: str) -> int:
    """Give where the last sentence of a paragraph ends, 0 where it has none."""
    if PROSE_END.search(text):
        return len(text)
    return max((match.end() for match in SENTENCE.finditer(text)), default=0)
