"""What a site does to all its pages: learned from a batch of them, kept between runs, used on each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields

EMPTY: frozenset[str] = frozenset()
PASSING = frozenset({"pages", "shared"})
"""What is known of a batch alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The injections of a site, as far as they are the same on many of its pages."""

    pages: int = 0
    """Pages from which this was learned; 0 for a page on its own."""
    keywords: frozenset[str] = EMPTY
    """Keys (see `tokens.key`) of keywords and brands proven on its pages."""
    slogans: frozenset[str] = EMPTY
    """Keys of what lines and last clauses say beside one keyword and another."""
    endings: frozenset[str] = EMPTY
    """Keys of the last fields that its titles share."""
    fields: frozenset[str] = EMPTY
    """Marks behind which its titles have a foreign field before the ending, and pairs of characters that those share."""
    titles: frozenset[str] = EMPTY
    """What fields at the ends of its titles begin or end with, each before another keyword."""
    openings: frozenset[str] = EMPTY
    """Keywords before its headlines as keys, the roots they share, and the marks behind them where each has another."""
    recurring: frozenset[str] = EMPTY
    """Keys of strings in its titles that no text speaks of, each behind the kind of place where it counts."""
    question_marks: frozenset[str] = EMPTY
    """Not empty where it hangs a question mark on titles that ask nothing."""
    edges: frozenset[str] = EMPTY
    """Forms of the foreign lines that many pages have above or below the article."""
    roots: frozenset[str] = EMPTY
    """Roots of the keywords it puts into its texts."""
    tails: frozenset[str] = EMPTY
    """What takes turns behind them."""
    inserts: frozenset[str] = EMPTY
    """Strings it puts inside sentences."""
    wary: frozenset[str] = EMPTY
    """Those of them that also make words of the language with their neighbours."""
    stand_ins: frozenset[str] = EMPTY
    """Names it puts in the place of institutions."""
    phrases: frozenset[str] = EMPTY
    """Phrases of words between spaces that it drops into sentences."""
    adverts: frozenset[str] = EMPTY
    """Sentences of the paragraphs with which it sells something."""
    repeated: frozenset[str] = EMPTY
    """Adverts that it repeats with other keywords in them, as `adverts.repeated` keeps them."""
    frames: frozenset[str] = EMPTY
    """What its paragraphs say around one keyword and another, as `adverts.keyworded` keeps it."""
    contacts: frozenset[str] = EMPTY
    """Beginnings of its contact lines, and whether it drops hosts into sentences."""
    words: frozenset[str] = EMPTY
    """Words its labels are made of."""
    suffixes: frozenset[str] = EMPTY
    """Labels of what it hangs behind the last sentence."""
    leads: frozenset[str] = EMPTY
    """Connectives it puts in front of articles."""
    junk: frozenset[str] = EMPTY
    """Not empty where it puts random characters against copying behind sentences."""
    foreign: frozenset[str] = EMPTY
    """Keys of the paragraphs that it deals out behind its articles."""
    strays: frozenset[str] = EMPTY
    """Letters of the sentences that it has between others on each of several pages."""
    proven_strays: frozenset[str] = EMPTY
    """Those of them that other sites lack amid several articles."""
    shared: frozenset[str] = EMPTY
    """Keys of paragraphs that several different pages of a batch have; of no use beyond it, so it is not kept."""

    def entries(self) -> set[tuple[str, str]]:
        """Give every habit as its kind and its text, to be kept."""
        return {
            (entry.name, text)
            for entry in dataclass_fields(self)
            if entry.name not in PASSING
            for text in getattr(self, entry.name)
        }

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str]], pages: int) -> "Habits":
        """Build habits from their entries; kinds of another version are left out."""
        texts: dict[str, set[str]] = {entry.name: set() for entry in dataclass_fields(cls) if entry.name not in PASSING}
        for kind, text in entries:
            if kind in texts:
                texts[kind].add(text)
        return cls(pages=pages, **{kind: frozenset(found) for kind, found in texts.items()})


def frequent(seen: Counter[str], pages: int, *, share: float, least: int) -> frozenset[str]:
    """Give what was seen on at least *least* pages and that share of them."""
    return frozenset(text for text, count in seen.items() if count >= max(least, share * pages))


ALONE = Habits()
"""What is known of a page on its own: nothing."""
