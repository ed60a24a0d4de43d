"""Page furniture: C1 to C6."""

from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.words import english_keyword, headline, keyword

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts


def stamp(chance: Random) -> str:
    """Give a time such as a mirror prints."""
    return f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} {chance.randint(0, 23):02}:{chance.randint(0, 59):02}"


def toolbar(page: Page, site: "Facts", chance: Random) -> None:
    """C1: time, source, breadcrumb and tools above the text."""
    fixed = site.chance("C1")
    shapes, name = site.frames(page)["toolbars"], site.name_for(page)
    for shape in fixed.sample(shapes, 2):
        page.add(0, shape.format(t=stamp(chance), s=name, c=chance.randint(50, 9999), k=chance.randint(0, 40)), "C1")


def widget(page: Page, site: "Facts", chance: Random) -> None:
    """C2: lines of the app, of reading aloud, of the comments."""
    fixed = site.chance("C2")
    shapes, name = site.frames(page)["widgets"], site.name_for(page)
    shape = fixed.choice(shapes)
    places = [0] if fixed.random() < 0.4 else [chance.randint(1, len(page.lines)), len(page.lines) + 1]
    for at in places:
        page.add(at, shape.format(s=name, c=chance.randint(300, 4000), k=chance.randint(1, 15)), "C2")


def related(page: Page, site: "Facts", chance: Random) -> None:
    """C3: a heading and headlines behind the text, tags, the next article."""
    fixed = site.chance("C3")
    others = [one.title for one in site.others if one.lang == page.lang]
    titles = chance.sample(others, min(len(others), fixed.randint(3, 5)))
    frames = site.frames(page)
    lines = [fixed.choice(frames["related"]), *titles]
    if fixed.random() < 0.5:
        lines.append(fixed.choice(frames["after"]).format(chance.choice(others)))
    if fixed.random() < 0.3:
        lines.append(chance.choice(frames["tags"]))
    for line in lines:
        page.add(len(page.lines), line, "C3")


def rights(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - one text for the site
    """C4: a disclaimer at the end."""
    fixed = site.chance("C4")
    shapes, name = site.frames(page)["rights"], site.name_for(page)
    page.add(len(page.lines), fixed.choice(shapes).format(s=name), "C4")


def seo_intro(page: Page, site: "Facts", chance: Random) -> None:
    """C5: an introduction made of a frame and two keywords, which are in the title, too."""
    frame = site.chance("C5").choice(site.frames(page)["intros"])
    first, second = keyword(chance, site.words, site.root), keyword(chance, site.words, site.root)
    page.add(0, frame.format(a=first, b=second), "C5")
    page.title.append(f"({first},{second})", "C5")


def model_frame(page: Page, site: "Facts", chance: Random) -> None:
    """C6: the answer of a language model that was given nothing to rewrite; all of the page is foreign."""
    topic = english_keyword(chance, site.words)
    page.truth = Clean(title="", paragraphs=(), lang="en")
    page.title = Marked(topic.title(), "C6")
    page.lines = [Marked(text.format(a=topic), "C6") for text in site.frames(page)["robot"]]


def trending(page: Page, site: "Facts", chance: Random) -> None:
    """Furniture outside the body, which extraction should leave out."""
    page.top += [f"<a href='/'>{site.name_for(page)}</a>", "<a href='/c/1/'>要闻</a>"]
    page.bottom += [
        f"<a href='/a/{chance.randint(1, 999)}.html'>{headline(chance, site.words, site.zh)}</a>" for _ in range(4)
    ]
    page.bottom.append("扫一扫在手机打开当前页")
