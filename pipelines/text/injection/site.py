"""What a site does to all its pages: learned from a batch of them, kept between runs, used on each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The injections of a site, as far as they are the same on many of its pages."""

    pages: int = 0
    """Pages from which this was learned; 0 for a page on its own."""
    keywords: frozenset[str] = EMPTY
    """Keys (see `page.key`) of keywords and brands proven on its pages."""
    endings: frozenset[str] = EMPTY
    """Keys of the last fields that its titles share."""
    stems: frozenset[str] = EMPTY
    """First two characters of its keywords between commas."""
    inserts: tuple[str, ...] = ()
    """Strings it puts inside sentences, the longest first."""
    wary: frozenset[str] = EMPTY
    """Those of them that also make words of the language with their neighbours."""
    phrases: tuple[str, ...] = ()
    """Phrases of words between spaces that it drops into sentences, the longest first."""
    adverts: frozenset[str] = EMPTY
    """Sentences of the paragraphs with which it sells something."""
    words: frozenset[str] = EMPTY
    """Words its labels are made of."""
    suffixes: frozenset[str] = EMPTY
    """Labels of what it hangs behind the last sentence."""
    leads: frozenset[str] = EMPTY
    """Connectives it puts in front of articles."""

    def joined(self, other: "Habits") -> "Habits":
        """Give the habits known to either."""
        return Habits(
            pages=max(self.pages, other.pages),
            inserts=_union(self.inserts, other.inserts),
            phrases=_union(self.phrases, other.phrases),
            **{
                name: getattr(self, name) | getattr(other, name)
                for name in (entry.name for entry in fields(self))
                if name not in {"pages", "inserts", "phrases"}
            },
        )


def _union(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Join two lists of strings without repeats, the longest first."""
    return tuple(sorted({*one, *other}, key=lambda text: (-len(text), text)))


def frequent(seen: Counter[str], pages: int, *, share: float, least: int) -> frozenset[str]:
    """Give what was seen on at least *least* pages and that share of them."""
    return frozenset(text for text, count in seen.items() if count >= max(least, share * pages))


ALONE = Habits()
"""What is known of a page on its own: nothing."""
