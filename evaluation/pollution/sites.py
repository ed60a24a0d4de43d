"""Invented mirror sites: many pages with one brand, one habit for each pattern, and keywords of their own."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from evaluation.pollution.marked import Clean, Page
from evaluation.pollution.patterns import PATTERNS
from evaluation.pollution.words import Lists, brand, english_keyword, hanzi_root, load_frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is the same on all pages of a site."""

    seed: int
    root: str
    """The topic its keywords share, two hanzi."""
    brand: str
    brand_en: str
    token: str
    """A brand without punctuation, as it is glued to leads."""
    token_plain: str
    """A keyword of hanzi alone, as it is put inside words."""
    name: str
    name_en: str
    domain: str
    others: Sequence[Clean]
    """Clean articles that the site uses for related headlines and collages; none of its own pages."""

    words: Lists
    """What its keywords and brands are made of."""
    zh: Lists
    """What it says in Chinese."""
    en: Lists
    """What it says in English."""

    def frames(self, page: Page) -> Lists:
        """Give what it says in the language of a page."""
        return self.zh if page.lang == "zh" else self.en

    def name_for(self, page: Page) -> str:
        """Give its name in the language of a page."""
        return self.name if page.lang == "zh" else self.name_en

    def chance(self, key: str) -> Random:
        """Give a source of chance that depends on the site and the key alone: the site's habit."""
        return Random(zlib.crc32(f"{self.seed}/{key}".encode()))  # noqa: S311 - test data, no secret

    @classmethod
    def invent(cls, seed: int, others: Sequence[Clean], lists: str) -> "Facts":
        """Invent a site from a set of frames.toml."""
        chance = Random(seed)  # noqa: S311 - test data, no secret
        tables = load_frames(lists)
        words: Lists = tables["words"]
        root = hanzi_root(chance, words)
        return cls(
            seed=seed,
            root=root,
            brand=brand(chance, words, root),
            brand_en=chance.choice((chance.choice(words["brands_en"]), english_keyword(chance, words).title())),
            token=f"{root}{chance.choice(words['tails'][:12])}{chance.choice(('', '88', '365'))}",
            token_plain=root + chance.choice((*words["siblings"], *words["tails"][:2])),
            name=f"{chance.choice('江望临南东')}{chance.choice('湾潮河海岸')}{chance.choice(('在线', '网', '新闻网'))}",
            name_en=f"{chance.choice(('Coast', 'Valley', 'Harbour'))} {chance.choice(('Post', 'Courier', 'Times'))}",
            domain=f"m{seed % 100000}.example",
            others=others,
            words=words,
            zh=tables["zh"],
            en=tables["en"],
        )


def build_site(
    patterns: Sequence[str], articles: Sequence[Clean], others: Sequence[Clean], seed: int, lists: str = "tuning"
) -> tuple[Facts, list[Page]]:
    """Put articles on an invented mirror.

    Takes ids of PATTERNS, the clean articles (one page each), further clean articles as material for related
    headlines and collages, a seed, and the set of frames.toml that keywords and furniture come from; gives the site's
    facts and its pages, each with every pattern that occurs in its language. The same arguments give the same pages.
    """
    facts = Facts.invent(seed, others, lists)
    pages = []
    for number, clean in enumerate(articles):
        page = Page.of(clean, f"https://{facts.domain}/a/{1000 + number}.html")
        chance = facts.chance(f"page/{number}")
        for pattern in PATTERNS.values():
            if pattern.id in patterns and clean.lang in pattern.langs:
                pattern.apply(page, facts, chance)
        pages.append(page)
    return facts, pages
