"""Invented mirror sites: many pages with one brand, one habit for each pattern, and keywords of their own."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from evaluation.pollution.marked import Clean, Page
from evaluation.pollution.patterns import PATTERNS
from evaluation.pollution.words import SIBLINGS, TAILS, brand, english_keyword, hanzi_root


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

    def chance(self, key: str) -> Random:
        """Give a source of chance that depends on the site and the key alone: the site's habit."""
        return Random(zlib.crc32(f"{self.seed}/{key}".encode()))  # noqa: S311 - test data, no secret

    @classmethod
    def invent(cls, seed: int, others: Sequence[Clean]) -> "Facts":
        """Invent a site."""
        chance = Random(seed)  # noqa: S311 - test data, no secret
        root = hanzi_root(chance)
        word = chance.choice(("Blue", "Amber", "Teak", "Cobalt")) + chance.choice(("bet88", "mart", "slots", "deals"))
        return cls(
            seed=seed,
            root=root,
            brand=brand(chance, root),
            brand_en=chance.choice((word, english_keyword(chance).title())),
            token=f"{root}{chance.choice(TAILS[:12])}{chance.choice(('', '88', '365'))}",
            token_plain=root + chance.choice((*SIBLINGS, "平台", "体育")),
            name=f"{chance.choice('江望临南东')}{chance.choice('湾潮河海岸')}{chance.choice(('在线', '网', '新闻网'))}",
            name_en=f"{chance.choice(('Coast', 'Valley', 'Harbour'))} {chance.choice(('Post', 'Courier', 'Times'))}",
            domain=f"m{seed % 100000}.example",
            others=others,
        )


def build_site(
    patterns: Sequence[str], articles: Sequence[Clean], others: Sequence[Clean], seed: int
) -> tuple[Facts, list[Page]]:
    """Put articles on an invented mirror.

    Takes ids of PATTERNS, the clean articles (one page each), further clean articles as material for related
    headlines and collages, and a seed; gives the site's facts and its pages, each with every pattern that occurs in
    its language. The same arguments give the same pages.
    """
    facts = Facts.invent(seed, others)
    pages = []
    for number, clean in enumerate(articles):
        page = Page.of(clean, f"https://{facts.domain}/a/{1000 + number}.html")
        chance = facts.chance(f"page/{number}")
        for pattern in PATTERNS.values():
            if pattern.id in patterns and clean.lang in pattern.langs:
                pattern.apply(page, facts, chance)
        pages.append(page)
    return facts, pages
