"""Known articles in page layouts that the corpora hold too few of, for training.

The corpora are pages of well-made sites. A mirror may put each paragraph into a `<div>` right below `<body>`, or all of
them between `<br>`, and its brand, keyword and headline lines between them: those must stay with the article, since the
later stages judge and record what they cut.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from random import Random

from evaluation.pollution import Clean, Page
from evaluation.pollution.sites import Facts, build_site

LISTS = "tuning"
"""The lists that keywords are made of: never those that are measured."""
INSIDE = ("P1", "P2", "P3", "T1", "T2", "T3", "O1", "S2", "I1", "I3", "B1")
"""Patterns of the catalogue that write into paragraphs or between them, and never beside the text."""
_PER_SITE = 4


def reskinned(cleans: Sequence[Clean], count: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Give an id, the HTML and the known text of *count* pages made of clean articles; of none without any.

    The same arguments give the same pages.
    """
    chance = Random(seed)  # noqa: S311 - training data, no secret
    for site in range(-(-count // _PER_SITE) if cleans else 0):
        articles = chance.sample(list(cleans), _PER_SITE)
        patterns = chance.sample(INSIDE, chance.choice((0, 0, 2, 3, 5)))
        facts, pages = build_site(patterns, articles, chance.sample(list(cleans), 12), seed + site, LISTS)
        look = _Look(facts, Random(seed + site))  # noqa: S311
        for number, page in enumerate(pages[: count - site * _PER_SITE]):
            text = "\n".join(line.text for line in page.lines)
            yield f"reskinned-{seed}-{site}-{number}", look.html(page), text


class _Look:
    """How one site lays out its pages."""

    def __init__(self, facts: Facts, chance: Random) -> None:
        self.facts = facts
        self.chance = chance
        self.skin = chance.choice(SKINS)
        self.wrapped = chance.random() < 0.6
        """Whether what is above and below the text has blocks of its own."""
        self.items = [escape(clean.title) for clean in facts.others]
        self.teasers = [escape(clean.paragraphs[0][:90]) for clean in facts.others]
        self.heading = chance.choice(("h1", "h2", "h1", "div"))
        self.menu = chance.randrange(0, 12)
        self.related = chance.randrange(0, 8)
        self.teased = chance.random() < 0.3

    def html(self, page: Page) -> str:
        zh = page.lang == "zh"
        name = self.facts.name_for(page)
        title = escape(page.title.text)
        stamp = f"20{self.chance.randrange(10, 27)}-{self.chance.randrange(1, 13):02}-{self.chance.randrange(1, 29):02}"
        meta = f"{stamp} 来源：{name}" if zh else f"{name} | {stamp}"
        tools = "字号：大 中 小 打印 分享" if zh else "Print Share Text size"
        rights = f"版权所有 © {name} 保留一切权利" if zh else f"© {name}. All rights reserved."
        menu = [f"<a href='/{n}'>{item[:4] if zh else item.split()[0]}</a>" for n, item in enumerate(self.items)]
        related = [
            f"<a href='/n/{n}'>{item}</a>" + (f"<p>{teaser}</p>" if self.teased else "")
            for n, (item, teaser) in enumerate(zip(self.items, self.teasers, strict=True))
        ]
        above = [" ".join(menu[: self.menu])] if self.menu else []
        head = [f"<{self.heading}>{title}</{self.heading}>"]
        around = [meta] + ([tools] if self.chance.random() < 0.6 else [])
        below = [*related[: self.related], rights]
        body = self.skin(title, around, [escape(line.text) for line in page.lines], head[0])
        edge = "div" if self.wrapped else ""
        parts = (_block(above, edge, "p"), body, _block(below, edge, "div"))
        return (
            f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}-{escape(name)}</title></head>"
            f"<body>{''.join(parts)}</body></html>"
        )


def _block(lines: Sequence[str], edge: str, tag: str) -> str:
    inner = "\n".join(f"<{tag}>{line}</{tag}>" for line in lines)
    return f"<{edge}>{inner}</{edge}>" if edge and inner else inner


def _flat(tag: str, *, around: str) -> Callable[[str, list[str], list[str], str], str]:
    """Give a layout with every paragraph in a *tag* of its own, and one *around* all, or none."""

    def skin(_title: str, meta: list[str], lines: list[str], head: str) -> str:
        inner = head + _block([*meta, *lines], "", tag)
        return f"<{around}>{inner}</{around}>" if around else inner

    return skin


def _held(tag: str, box: str) -> Callable[[str, list[str], list[str], str], str]:
    """Give a layout with the text in a *box* below its headline."""

    def skin(_title: str, meta: list[str], lines: list[str], head: str) -> str:
        return f"<div>{head}{_block(meta, 'div', 'span')}<{box}>{_block(lines, '', tag)}</{box}></div>"

    return skin


def _broken(box: str) -> Callable[[str, list[str], list[str], str], str]:
    """Give a layout with line breaks between the paragraphs."""

    def skin(_title: str, meta: list[str], lines: list[str], head: str) -> str:
        return f"<{box}>{head}{'<br>'.join((*meta, *('　　' + line for line in lines)))}</{box}>"

    return skin


SKINS = (
    *(_flat(tag, around=around) for tag in ("p", "div") for around in ("", "div", "article")),
    *(_held(tag, box) for tag in ("p", "div") for box in ("div", "section")),
    *(_broken(box) for box in ("div", "font", "center")),
)
"""The layouts; the first lie right below `<body>`."""
