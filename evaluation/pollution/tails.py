"""Other people's text: O1 to O3, S1 to S3, X1 and X2."""

from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.words import EMOJI, headline, keyword, name

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts


def foreign_headlines(page: Page, site: "Facts", chance: Random) -> None:
    """O1: ranked headlines, votes and dated names above or below the body."""
    frames = site.frames(page)
    pool = [headline(site.chance(f"O1/{number}"), site.words, frames) for number in range(8)]
    lines = [
        chance.choice(frames["ranked"]).format(
            k=number,
            r=site.root,
            t=chance.choice(site.words["tails"]),
            h=chance.choice(pool),
            n=chance.randint(2, 9000),
            d=chance.randint(10, 28),
            p=name(chance),
            e=chance.choice(EMOJI),
        )
        for number in range(1, chance.randint(3, 6))
    ]
    at = 0 if site.chance("O1").random() < 0.5 else len(page.lines)
    for line in reversed(lines):
        page.add(at, line, "O1")


def app_metadata(page: Page, site: "Facts", chance: Random) -> None:
    """O2: the data of an app that does not exist, and the title four times."""
    app = keyword(chance, site.words, site.root)
    data = site.chance("O2").choice(site.frames(page)["app"]).format(k=chance.randint(1, 9), n=chance.randint(10, 99))
    lines = [data, *[f"·{app}"] * 4]
    for line in reversed(lines):
        page.add(0, line, "O2")


def lone_question_mark(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - it has one shape
    """O3: a single `?` on a line."""
    page.add(chance.choice((0, 1, len(page.lines))), "?", "O3")


def collage(page: Page, site: "Facts", chance: Random) -> None:
    """S1: two paragraphs of another article at the end."""
    other = chance.choice([clean for clean in site.others if clean.lang == page.lang])
    for paragraph in other.paragraphs[:2]:
        page.add(len(page.lines), paragraph, "S1")


def more_suffix(page: Page, site: "Facts", chance: Random) -> None:
    """S2: a label and a keyword at the end of the last paragraph."""
    label = site.chance("S2").choice(site.frames(page)["more"])
    page.genuine()[-1].append(label.format(keyword(chance, site.words, site.root)), "S2")


def link_block(page: Page, site: "Facts", chance: Random) -> None:
    """S3: names of other junk sites, joined by pipes."""
    label = site.chance("S3").choice(site.frames(page)["link_labels"])
    words = [
        chance.choice(("甲乙", "丙丁", "某某")) + keyword(chance, site.words) for _ in range(chance.randint(9, 20))
    ]
    page.add(len(page.lines), label + site.chance("S3/join").choice(("| ", "|", " | ")).join(words), "S3")


def keyword_soup(page: Page, site: "Facts", chance: Random) -> None:
    """X1: a page of nothing but queries; all of it is foreign."""
    page.truth = Clean(title="", paragraphs=(), lang=page.lang)
    page.title = Marked("".join(keyword(chance, site.words, site.root) for _ in range(3)), "X1")
    page.lines = [
        Marked("".join(keyword(chance, site.words) for _ in range(chance.randint(3, 5))), "X1") for _ in range(2)
    ]


def interleave(page: Page, site: "Facts", chance: Random) -> None:
    """X2: two articles whose paragraphs alternate."""
    other = chance.choice([one for one in site.others if one.lang == page.lang and len(one.paragraphs) >= 4])
    lines: list[Marked] = []
    ours, theirs = list(page.lines), [Marked(paragraph, "X2") for paragraph in other.paragraphs]
    while ours and theirs:
        lines += [ours.pop(0), theirs.pop(0)]
    page.lines = lines + ours + theirs


def stitch(page: Page, site: "Facts", chance: Random) -> None:
    """pool: one paragraph of each of many articles, and nothing of its own."""
    others = [one for one in site.others if one.lang == page.lang]
    chosen = chance.sample(others, min(len(others), chance.randint(6, 14)))
    parts = tuple(chance.choice(one.paragraphs) for one in chosen)
    page.truth = Clean(title=page.truth.title, paragraphs=parts, lang=page.lang)
    page.lines = [Marked(part) for part in parts]
