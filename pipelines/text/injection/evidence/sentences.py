"""Sentences that several pages of a site have in common but for what stands in a slot, and how they follow each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipelines.text.injection.evidence.page import CLOSING, Page

Tokens = tuple[str, ...]

TOKEN = {False: re.compile(r"\S+"), True: re.compile(r"[a-zA-Z0-9]+|\S")}
"""Words, or in Chinese (True) characters and words of Latin letters."""
SENTENCE = {
    False: re.compile(rf"\S(?:[^.!?]|[.!?](?![{CLOSING}]{{0,3}}(?:\s|\Z)))*[.!?]*[{CLOSING}]*"),
    True: re.compile(rf"[^\s。！？!?](?:[^。！？!?])*[。！？!?…]*[{CLOSING}]*"),
}
"""A sentence up to its end mark, or to the end of a paragraph that has none."""
NUMBER = re.compile(r"\d+")
ACCOUNT = re.compile(r"[a-zA-Z]*\d[a-zA-Z0-9]*")
"""A word with a figure in Chinese: the name of an account is another on each page."""
FOLDED = "#"
"""Stands for a number: it is another on each page."""
ENDS = {False: 3, True: 5}
"""Words or Chinese characters at one end by which sentences are compared."""
LEAST_FIXED = {False: 5, True: 8}
"""Words or Chinese characters that two sentences share at their ends, to have the same frame."""
LONGEST_SLOT = {False: 7, True: 14}
"""Words or Chinese characters of what stands in a slot."""
SLOT = "\x1f"
"""Stands for the slot where a frame or a sentence is kept."""
MOST_TOKENS = {False: 60, True: 120}
"""Words or Chinese characters of a sentence that is compared."""
MOST_SENTENCES = 400
"""Sentences of a page that are compared."""
LEAST_PAGES = 2
"""Pages that must have a frame."""
MOST_FRAMES = 30
"""Frames that sentences with the same end are compared with."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence and where it stands."""

    page: int
    paragraph: int
    start: int
    end: int
    tokens: Tokens
    """Its words or characters, each number for the same."""


class Frame:
    """What sentences share at their beginning and end, a slot between them."""

    def __init__(self, first: Sentence) -> None:
        self.members = [first]
        self.head = self.shortest = self.longest = len(first.tokens)
        self.tail = 0

    @property
    def fixed(self) -> int:
        """Tokens that all members share."""
        return self.head + self.tail

    @property
    def ends(self) -> tuple[Tokens, Tokens]:
        """The tokens of the beginning and of the end."""
        tokens = self.members[0].tokens
        return tokens[: self.head], tokens[len(tokens) - self.tail :]

    @property
    def has_slot(self) -> bool:
        """Whether something else stands in it each time."""
        return self.fixed < self.longest

    def settled(self) -> "Frame":
        """Give the frame without a slot, where most of its sentences have nothing in it: something ran into the others."""
        bare = [member for member in self.members if len(member.tokens) == self.fixed]
        if not self.has_slot or 2 * len(bare) <= len(self.members):
            return self
        frame = Frame(bare[0])
        frame.members = bare
        return frame

    def pages(self) -> int:
        """Count the pages that have it."""
        return len({member.page for member in self.members})

    def take(self, sentence: Sentence, *, chinese: bool) -> bool:
        """Take a sentence in if enough is still shared by all, and no slot becomes too long."""
        first, length = self.members[0].tokens, len(sentence.tokens)
        if first == sentence.tokens and not self.has_slot:
            self.members.append(sentence)
            return True
        head, tail = _shared(first, sentence.tokens)
        head = min(head, self.head)
        shortest, longest = min(self.shortest, length), max(self.longest, length)
        if self.has_slot or head < longest:
            known = self.tail if self.has_slot else len(first)
            tail = min(tail, known, shortest - head)
        if head + tail < LEAST_FIXED[chinese] or longest - head - tail > LONGEST_SLOT[chinese]:
            return False
        self.head, self.tail, self.shortest, self.longest = head, tail, shortest, longest
        self.members.append(sentence)
        return True


def _shared(one: Tokens, other: Tokens) -> tuple[int, int]:
    """Give how many tokens two sentences share at the beginning, and behind those at the end."""
    most = min(len(one), len(other))
    head = next((at for at in range(most) if one[at] != other[at]), most)
    most -= head
    return head, next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)


def tokens_of(text: str, *, chinese: bool) -> Tokens:
    """Give the words or characters of a text, every number for the same."""
    if not chinese:
        return tuple(TOKEN[False].findall(NUMBER.sub(FOLDED, text)))
    tokens = TOKEN[True].findall(text)
    return (
        tuple(FOLDED if ACCOUNT.fullmatch(token) else token for token in tokens)
        if NUMBER.search(text)
        else tuple(tokens)
    )


def sentences_of(page: Page, number: int = 0) -> Iterator[Sentence]:
    """Give the sentences of a page that are not too long to compare."""
    chinese = bool(page.hanzi)
    left = MOST_SENTENCES
    for index, text in page.prose():
        for match in SENTENCE[chinese].finditer(text):
            left -= 1
            if left < 0:
                return
            tokens = tokens_of(match[0][: 12 * MOST_TOKENS[chinese]], chinese=chinese)
            yield Sentence(number, index, match.start(), match.end(), tokens[: MOST_TOKENS[chinese] + 1])


def find_frames(sentences: Sequence[Sentence], *, chinese: bool) -> dict[Sentence, Frame]:
    """Find for each sentence the frame that it shares with sentences of other pages, if it has one.

    Takes the sentences of pages in one kind of script.
    """
    buckets: dict[tuple[bool, Tokens], list[Frame]] = defaultdict(list)
    size = ENDS[chinese]
    for sentence in sentences:
        length = len(sentence.tokens)
        if not 1 < length <= MOST_TOKENS[chinese]:
            continue
        for end in ((True, sentence.tokens[:size]), (False, sentence.tokens[-size:])):
            frames = buckets[end]
            if not any(frame.take(sentence, chinese=chinese) for frame in frames) and len(frames) < MOST_FRAMES:
                frames.append(Frame(sentence))
    found: dict[Sentence, Frame] = {}
    for frame in (frame.settled() for frames in buckets.values() for frame in frames):
        if frame.pages() < LEAST_PAGES:
            continue
        for member in frame.members:
            known = found.get(member)
            if known is None or (known.pages(), known.fixed) < (frame.pages(), frame.fixed):
                found[member] = frame
    return found


def find_chains(sentences: Sequence[Sentence], frames: dict[Sentence, Frame]) -> list[list[Sentence]]:
    """Give the runs of framed sentences in paragraphs, as long as neighbours stand together on most of their pages, and several."""
    beside: dict[tuple[int, int], set[int]] = defaultdict(set)
    for one, other in pairwise(sentences):
        if one in frames and other in frames and _adjoin(one, other):
            beside[id(frames[one]), id(frames[other])].add(one.page)
    chains: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence not in frames:
            continue
        last = chains[-1][-1] if chains else None
        together = len(beside[id(frames[last]), id(frames[sentence])]) if last and _adjoin(last, sentence) else 0
        if last and together > 1 and 2 * together > max(frames[last].pages(), frames[sentence].pages()):
            chains[-1].append(sentence)
        else:
            chains.append([sentence])
    return chains


def _adjoin(one: Sentence, other: Sentence) -> bool:
    """Say whether a sentence follows another in the same paragraph."""
    return (one.page, one.paragraph) == (other.page, other.paragraph) and 0 <= other.start - one.end <= 1
