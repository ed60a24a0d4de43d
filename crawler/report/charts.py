"""Small charts as SVG: bars of runs over time, and lines of a site's yield."""

from collections.abc import Sequence
from html import escape

from crawler.report.collect import RunFacts

DOORS = ("stored", "copies", "rejected", "failed")
"""Parts of a bar, from the bottom; each has its colour and its pattern in the style sheet."""

MOST_BARS = 120
"""Runs drawn one by one; more are put together by day, and only the newest are drawn."""

HIGHEST = 4
"""Times the height below which nine bars in ten end, to which bars are drawn: a single bad day would flatten all others."""

WIDTH, HEIGHT, FOOT = 900, 220, 26
TOP = 10


def parts_of(run: RunFacts) -> tuple[int, int, int, int]:
    """Give what a run's articles became: stored, copies, rejected for other reasons, failed; unchanged ones are left out."""
    return run.count("stored"), run.count("duplicates"), run.refused, run.count("failed")


def bars_svg(runs: Sequence[RunFacts]) -> str:
    """Draw the runs as stacked bars, the oldest on the left; runs of one day become one bar if there are many.

    A bar that is far higher than the others is cut off, and has a gap.
    """
    bars: dict[str, list[int]] = {}
    labels: dict[str, list[str]] = {}
    by_day = len(runs) > MOST_BARS
    for run in runs:
        key = run.started[:10] if by_day else f"{run.run} {run.site}"
        sums = bars.setdefault(key, [0, 0, 0, 0])
        for n, number in enumerate(parts_of(run)):
            sums[n] += number
        labels.setdefault(key, []).append(run.site)
    keys = list(bars)[-MOST_BARS:]
    heights = sorted(sum(bars[key]) for key in keys)
    if not any(heights):
        return ""
    most = min(heights[-1], HIGHEST * heights[len(heights) * 9 // 10] or heights[-1])
    step = (WIDTH - 50) / len(keys)
    wide = max(2.0, min(40.0, step * 0.8))
    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Articles of each run" class="bars">']
    for share in (0.5, 1.0):
        y = HEIGHT - FOOT - share * (HEIGHT - FOOT - TOP)
        parts.append(f'<line x1="46" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>')
        parts.append(f'<text x="42" y="{y + 4:.1f}" class="axis end">{round(most * share)}</text>')
    for n, key in enumerate(keys):
        x = 50 + n * step + (step - wide) / 2
        parts.append(_bar(x, wide, bars[key], most, _named(key, labels[key], bars[key], by_day=by_day)))
    labelled = sorted({0, len(keys) // 2, len(keys) - 1})
    one_day = len({_day(keys[n]) for n in labelled}) < len(labelled)
    for n in labelled:
        x = 50 + n * step + step / 2
        anchor = "start" if n == 0 else "end" if n == len(keys) - 1 and n else "middle"
        parts.append(
            f'<text x="{x:.1f}" y="{HEIGHT - 8}" class="axis {anchor}">{escape(_day(keys[n], with_time=one_day))}</text>'
        )
    parts.append("</svg>")
    return "".join(parts)


def _bar(x: float, wide: float, numbers: Sequence[int], most: int, label: str) -> str:
    y = float(HEIGHT - FOOT)
    parts = [f"<g><title>{escape(label)}</title>"]
    for name, number in zip(DOORS, numbers, strict=True):
        high = min(number / most * (HEIGHT - FOOT - TOP), y - TOP)
        y -= high
        if number:
            parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" class="{name}"/>')
    if sum(numbers) > most:
        parts.append(f'<rect x="{x - 1:.1f}" y="{TOP + 8}" width="{wide + 2:.1f}" height="4" class="gap"/>')
    return "".join([*parts, "</g>"])


def _named(key: str, sites: Sequence[str], numbers: Sequence[int], *, by_day: bool) -> str:
    what = f"{key}: {len(sites)} runs" if by_day else key
    return f"{what}: " + ", ".join(f"{number} {name}" for name, number in zip(DOORS, numbers, strict=True))


def _day(key: str, *, with_time: bool = False) -> str:
    """Give the day of a bar, of a single run also the time of day."""
    if not key[:8].isdigit():
        return key
    return f"{key[:4]}-{key[4:6]}-{key[6:8]}" + (f" {key[9:11]}:{key[11:13]}" if with_time else "")


def spark_svg(values: Sequence[int], label: str) -> str:
    """Draw a line of a site's last values."""
    values = values[-30:]
    if len(values) < 2:
        return ""
    most = max(1, *values)
    points = " ".join(
        f"{3 + n * 94 / (len(values) - 1):.1f},{21 - value / most * 18:.1f}" for n, value in enumerate(values)
    )
    x, y = points.split(" ")[-1].split(",")
    return (
        f'<svg viewBox="0 0 100 24" role="img" aria-label="{escape(label)}" class="spark"><title>{escape(label)}</title>'
        f'<polyline points="{points}"/><circle cx="{x}" cy="{y}" r="2.5"/></svg>'
    )
