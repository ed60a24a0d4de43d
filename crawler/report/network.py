"""The mirror network as a picture: which sites carry whose articles, drawn as SVG without any library."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from html import escape

WIDTH, HEIGHT = 900, 560
"""Size of the picture in its own units."""

MOST_SITES = 40
"""Sites drawn; more cannot be told apart."""

STEPS = 240
"""Rounds of the layout; the picture does not change visibly after about 200."""

HEAD = (
    '<title id="network-title">Sites and the copies between them; the table below has the same figures</title>'
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="18" markerHeight="18" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" class="arrow"/></marker></defs>'
)
"""What the picture says of itself, and the head of an arrow: twice as wide as the thickest line, behind whose end it stands."""

HEAD_LENGTH = 16
"""Units from the end of a line to the tip of its arrow."""

Point = tuple[float, float]

Pair = tuple[str, str]
"""The site of the copy, and the site of the article kept."""


def network_svg(articles: Mapping[str, int], copies: Mapping[Pair, int]) -> tuple[str, int]:
    """Draw the sites as circles and copies between them as lines.

    Takes stored articles by site, and copies by (site of the copy, site of the article kept). Gives the SVG, empty
    where no site copies another, and the number of sites that were left out.
    """
    weight: Counter[str] = Counter()
    for (copy, kept), number in copies.items():
        if copy != kept:
            weight[copy] += number
            weight[kept] += number
    sites = [site for site, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))]
    shown = sorted(sites[:MOST_SITES])
    links = {
        pair: number
        for pair, number in sorted(copies.items())
        if pair[0] != pair[1] and pair[0] in shown and pair[1] in shown
    }
    if not links:
        return "", 0
    places = layout(shown, links)
    radius = {site: _radius(articles.get(site, 0), articles) for site in shown}
    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="network-title" class="network">', HEAD]
    parts += _lines(links, places, radius)
    parts += (_node(site, articles.get(site, 0), links, places[site], radius[site]) for site in shown)
    parts.append("</svg>")
    return "".join(parts), max(0, len(sites) - MOST_SITES)


def _lines(links: Mapping[Pair, int], places: Mapping[str, Point], radius: Mapping[str, float]) -> Iterator[str]:
    """Give an arrow from each site to each whose articles it carries; the more, the thicker."""
    most = max(links.values())
    for (copy, kept), number in links.items():
        line = _curve(places[copy], places[kept], radius[copy], radius[kept])
        wide = 1 + 7 * math.sqrt(number / most)
        label = escape(f"{copy} carries {number} of {kept}'s articles")
        yield (
            f'<path d="{line}" class="link" stroke-width="{wide:.1f}" data-a="{escape(copy)}" data-b="{escape(kept)}" '
            f'marker-end="url(#arrow)"><title>{label}</title></path>'
        )


def _node(site: str, articles: int, links: Mapping[Pair, int], place: Point, radius: float) -> str:
    """Give a site with its name and figures."""
    x, y = place
    kept_here = sum(number for (_, kept), number in links.items() if kept == site)
    copied = sum(number for (copy, _), number in links.items() if copy == site)
    kind = "node source" if kept_here >= copied else "node mirror"
    label = escape(f"{site}: {articles} articles, {copied} copies of others, {kept_here} copied by others")
    return (
        f'<g class="{kind}" tabindex="0" data-site="{escape(site)}" role="listitem" aria-label="{label}">'
        f"<title>{label}</title>{_shape(x, y, radius, mirror=kept_here < copied)}"
        f'<text x="{x:.1f}" y="{y + radius + 15:.1f}">{escape(_label(site))}</text></g>'
    )


def layout(sites: list[str], links: Mapping[Pair, int]) -> dict[str, Point]:
    """Place the sites so that those that share articles stand together (after Fruchterman and Reingold, 1991).

    Starts from a circle, so that the same data always gives the same picture.
    """
    count = len(sites)
    place = [
        (math.cos(2 * math.pi * n / count) + 0.01 * n / count, math.sin(2 * math.pi * n / count)) for n in range(count)
    ]
    index = {site: n for n, site in enumerate(sites)}
    most = max(links.values())
    pulls: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), number in links.items():
        pulls[index[a], index[b]] += number / most
    ideal = 2.2 / math.sqrt(count)
    for step in range(STEPS):
        reach = 0.3 * (1 - step / STEPS) + 0.002
        place = _moved(place, pulls, ideal, reach)
    return dict(zip(sites, _fitted(place), strict=True))


def _moved(place: list[Point], pulls: Mapping[tuple[int, int], float], ideal: float, reach: float) -> list[Point]:
    """Give the places after one round: all push each other away, linked ones pull, the middle pulls a little."""
    push = [[-0.15 * x, -0.15 * y] for x, y in place]
    for a in range(len(place)):
        for b in range(a):
            dx, dy = place[a][0] - place[b][0], place[a][1] - place[b][1]
            far = max(math.hypot(dx, dy), 0.01)
            force = ideal * ideal / far
            for n, sign in ((a, 1), (b, -1)):
                push[n][0] += sign * force * dx / far
                push[n][1] += sign * force * dy / far
    for (a, b), pull in pulls.items():
        dx, dy = place[a][0] - place[b][0], place[a][1] - place[b][1]
        far = max(math.hypot(dx, dy), 0.01)
        force = (0.3 + 0.7 * pull) * far * far / ideal
        for n, sign in ((a, -1), (b, 1)):
            push[n][0] += sign * force * dx / far
            push[n][1] += sign * force * dy / far
    moved = []
    for (x, y), (dx, dy) in zip(place, push, strict=True):
        far = max(math.hypot(dx, dy), 1e-9)
        step = min(far, reach)
        moved.append((x + dx / far * step, y + dy / far * step))
    return moved


def _fitted(place: list[Point]) -> list[Point]:
    """Stretch places over the picture, with a margin for circles and names."""
    left, right = min(x for x, _ in place), max(x for x, _ in place)
    top, bottom = min(y for _, y in place), max(y for _, y in place)
    wide, high = max(right - left, 1e-6), max(bottom - top, 1e-6)
    return [(90 + (x - left) / wide * (WIDTH - 180), 50 + (y - top) / high * (HEIGHT - 120)) for x, y in place]


def _radius(number: int, articles: Mapping[str, int]) -> float:
    return 8 + 22 * math.sqrt(number / max([1, *articles.values()]))


def _curve(start: Point, end: Point, start_radius: float, end_radius: float) -> str:
    """Give a slightly bent path from rim to rim, so that two directions do not lie on each other, short by an arrow's head."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = max(math.hypot(dx, dy), 0.01)
    ux, uy = dx / far, dy / far
    x1, y1 = start[0] + ux * start_radius, start[1] + uy * start_radius
    rim = end_radius + HEAD_LENGTH + 2
    x2, y2 = end[0] - ux * rim, end[1] - uy * rim
    cx, cy = (x1 + x2) / 2 - uy * far * 0.08, (y1 + y2) / 2 + ux * far * 0.08
    return f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}"


def _shape(x: float, y: float, radius: float, *, mirror: bool) -> str:
    """Give a circle for a source and a square for a mirror: told apart without colour."""
    if mirror:
        side = radius * 1.7
        return f'<rect x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}" height="{side:.1f}" rx="3"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def _label(site: str) -> str:
    return site if len(site) <= 24 else site[:23] + "…"
