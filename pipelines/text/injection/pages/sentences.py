"""The sentences of a page as other mirrors know them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from pipelines.text.folding import simplified
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import key

Ask = Callable[[Sequence[int]], Sequence[int]]
"""Given fingerprints of sentences, says on how many other sites each is known."""

SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*[”’」』）)\"]*")

SHORTEST = 12
"""Letters of a sentence; a shorter one may be anybody's."""
MOST_SENTENCES = 300
"""Sentences of one article that are looked at and remembered."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in its place."""

    paragraph: int
    start: int
    end: int
    letters: str
    """Its `key`, in simplified characters: a mirror in the other script is a witness, too."""


def fingerprint(letters: str) -> int:
    """Give the number, a signed 64-bit integer, that stands for the letters of a sentence."""
    return int.from_bytes(blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def sentences_of(page: Page) -> list[Sentence]:
    """Give the sentences of a page that are long enough to be known again."""
    found = []
    for index, text in page.prose():
        for match in SENTENCE.finditer(text):
            letters = in_one_script(match[0])
            if len(letters) >= SHORTEST:
                found.append(Sentence(index, match.start(), match.end(), letters))
            if len(found) >= MOST_SENTENCES:
                return found
    return found


def known_of(sentences: Sequence[Sentence], ask: Ask) -> dict[Sentence, int]:
    """Give the sentences of a page in their order, and on how many other sites each is known."""
    return dict(zip(sentences, ask([fingerprint(one.letters) for one in sentences]), strict=True))


def in_one_script(text: str) -> str:
    """Give the key of a text in simplified characters, each for one of its own."""
    return key(text).translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(simplified())
