"""Patterns of titles and paragraph starts: T1 to T3, P1 to P3."""

from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.marked import Page
from evaluation.pollution.words import EMOJI, english_keyword, keyword

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts


def keyword_list_line(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - one line for the site
    """T1: a line of keywords on top, the same on every page."""
    fixed = site.chance("T1")
    separator = fixed.choice("_-|")
    fields = [keyword(fixed, site.words, site.root) for _ in range(fixed.randint(3, 5))]
    fields = [(field + fixed.choice(site.words["tails"]) * 2)[: fixed.randint(6, 12)] for field in fields]
    line = separator.join(fields)
    page.add(0, line, "T1")
    page.headings.append(line)


def title_keyword(page: Page, site: "Facts", chance: Random) -> None:
    """T2: a keyword glued before or behind the title; which, is the site's habit."""
    fixed = site.chance("T2")
    habit = fixed.randrange(3)
    if page.lang == "en":
        word = english_keyword(chance, site.words)
        page.title.append(f" | {word} | {site.brand_en}" if habit else f" - {word} - {site.brand_en}", "T2")
    elif habit == 0:
        word = keyword(chance, site.words, site.root)
        page.title.prepend(word + fixed.choice((" ", "_", "-")), "T2")
        page.add(0, word, "T2")
    elif habit == 1:
        page.title.append(f"_{keyword(chance, site.words, site.root)}_{site.brand}", "T2")
    else:
        page.title.append(f"-{site.brand}", "T2")
    page.headings.append(page.title.text)


def brand_line(page: Page, site: "Facts", chance: Random) -> None:
    """T3: brand lines between the paragraphs, wrapped in emoji on some sites, or lines of pictographs alone."""
    fixed = site.chance("T3")
    wrap = fixed.choice(site.frames(page)["wraps"])
    line = wrap.format(site.brand if page.lang == "zh" else site.brand_en)
    for at in sorted(
        chance.sample(range(len(page.lines) + 1), min(len(page.lines), chance.randint(2, 4))), reverse=True
    ):
        page.add(at, line, "T3")
    if fixed.random() < 0.5:
        page.add(0, "".join(chance.choices(EMOJI, k=3)), "T3")


def every_prefix(page: Page, site: "Facts", chance: Random) -> None:
    """P1: the page's keyword in front of most paragraphs, and as a line of its own."""
    fixed = site.chance("P1")
    mark = fixed.choice(("?", "?", "?", "：", ",", "，", "", "！"))
    word = keyword(chance, site.words, site.root)
    while len(word) < 4:
        word = keyword(chance, site.words, site.root)
    share = fixed.choice((1.0, 0.9, 0.7))
    for line in page.genuine():
        if chance.random() < share or line is page.lines[0]:
            line.prepend(word + mark, "P1")
    page.add(0, word, "P1")
    if fixed.random() < 0.6:
        page.add(0, word, "P1")
    page.headings.append(f"{word}_{page.truth.title}")


def lead_brand(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - one brand for the site
    """P2: the brand glued to the lead alone; it is also in a heading."""
    word = site.token
    page.genuine()[0].prepend(word, "P2")
    page.headings.append(f"{word}_{page.truth.title}")
    page.headings.append(word)


def connective(page: Page, site: "Facts", chance: Random) -> None:
    """P3: a random connective in front of the article."""
    page.genuine()[0].prepend(chance.choice(site.frames(page)["connectives"]) + ",", "P3")
