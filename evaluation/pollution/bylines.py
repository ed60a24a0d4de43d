"""Bylines, datelines and credits: B1 to B6."""

from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.damage import credit_name
from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.words import english_name, name

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts

PLACES = ("北京", "江湾", "南宁", "临河", "上海", "望潮", "成都", "东京")
PLACES_EN = ("LONDON", "HARROW POINT", "EASTMERE", "PARIS", "WASHINGTON")


def photo_bylines(page: Page, site: "Facts", chance: Random) -> None:
    """B1: a credit with two made-up names behind some paragraphs, on many sites before a brand line."""
    branded = site.chance("B1").random() < 0.5
    for line in reversed([line for line in page.genuine() if chance.random() < 0.45] or page.genuine()[:1]):
        line.append(f" {name(chance)}记者 {name(chance)} 摄", "B1")
        if branded:
            page.add(page.lines.index(line) + 1, site.brand, "B1")


def fake_credit(page: Page, site: "Facts", chance: Random) -> None:
    """B2: a made-up writer behind the body, or a made-up source above it."""
    frames = site.frames(page)
    if site.chance("B2").random() < 0.6:
        page.add(len(page.lines), chance.choice(frames["writers"]).format(name(chance)), "B2")
    else:
        shape = chance.choice(frames["made_up_sources"])
        page.add(0, shape.format(p=chance.choice(PLACES), n=name(chance)), "B2")


def dateline(page: Page, site: "Facts", chance: Random) -> None:
    """B3: an agency dateline glued to the first sentence."""
    place = chance.choice(PLACES if page.lang == "zh" else PLACES_EN)
    page.genuine()[0].prepend(
        chance.choice(site.frames(page)["datelines"]).format(
            p=place,
            P=place,
            n=name(chance),
            o=name(chance),
            m=chance.randint(1, 12),
            d=chance.randint(1, 28),
        ),
        "B3",
    )


def sign_off(page: Page, site: "Facts", chance: Random) -> None:
    """B4: the reporter in brackets behind the last sentence, or on a line of its own."""
    text = chance.choice(site.frames(page)["sign_offs"]).format(
        n=credit_name(page, chance), o=credit_name(page, chance), p=chance.choice(PLACES)
    )
    if text[0] in "(（" and chance.random() < 0.5:
        page.genuine()[-1].append(text, "B4")
    else:
        page.add(0 if text.lower().startswith("by ") else len(page.lines), text, "B4")


def photo_credit(page: Page, site: "Facts", chance: Random) -> None:
    """B5: a caption, which belongs to the article, with a credit, which does not."""
    frames = site.frames(page)
    paragraphs = [line.text for line in page.genuine()]
    at = chance.randint(1, len(paragraphs))
    caption = Marked(chance.choice(frames["captions"]))
    paragraphs.insert(at, caption.text)
    credit = chance.choice(frames["credits"]).format(n=credit_name(page, chance), p=chance.choice(PLACES))
    caption.append(credit if page.lang == "zh" else f" {credit}", "B5")
    page.lines.insert(page.lines.index(page.genuine()[at - 1]) + 1, caption)
    page.truth = Clean(title=page.truth.title, paragraphs=tuple(paragraphs), lang=page.lang)


def editor_line(page: Page, site: "Facts", chance: Random) -> None:
    """B6: who edited and reviewed it, on one or two lines at the end."""
    shape = site.chance("B6").choice(site.frames(page)["editors"])
    maker = name if page.lang == "zh" else english_name
    for text in shape.split("|") if " | " not in shape else [shape]:
        page.add(len(page.lines), text.format(n=maker(chance), o=maker(chance)), "B6")
