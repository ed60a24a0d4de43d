"""Whether a site's template changed from one batch to the next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.text.template.learning import Template, learn
from pipelines.text.template.traits import Seen

DRIFT_PAGES = 10
"""Pages before and now without which a change is chance."""
COMMON = 0.5
"""Share of articles on which a line stands that counts for a drift."""
GONE = 0.1
"""Share of pages under which a line is gone."""
CHANGED = 1 / 3
"""Part of the template that must have changed; a new notice alone is none."""


@dataclass(frozen=True, slots=True)
class Drift:
    """An abrupt change of a site's template."""

    lost: frozenset[int]
    """Lines that stood on the pages seen before and are missing now."""
    new: frozenset[int]
    """Lines that stand on the pages of now and were unknown before."""


def judge_drift(before: Sequence[Seen], now: Sequence[Seen]) -> Drift | None:
    """Judge whether the template changed between the pages seen before, the longest unseen first, and those of now.

    Of a few pages the last ones before are added, and what these alone would show was told with them. None where the
    template did not change.
    """
    few = len(before) - max(0, DRIFT_PAGES - len(now))
    drift = _between(before[:few], [*before[few:], *now]) if few > 0 else None
    told = _between(before[:-DRIFT_PAGES], before[-DRIFT_PAGES:]) if drift else None
    if drift and told:
        drift = Drift(drift.lost - told.lost, drift.new - told.new)
    return drift if drift and (drift.lost or drift.new) else None


def _between(before: Sequence[Seen], now: Sequence[Seen]) -> Drift | None:
    if len(before) < DRIFT_PAGES or len(now) < DRIFT_PAGES:
        return None
    old, new = learn(before), learn(now)
    lost = frozenset(_common(old) - _standing(now))
    found = frozenset(_common(new) - _standing(before))
    if (not lost and not found) or len(lost) + len(found) < max(1, len(_common(old) | _common(new)) * CHANGED):
        return None
    return Drift(lost, found)


def _common(template: Template) -> set[int]:
    return {number for number, share in template.lines.items() if share >= COMMON}


def _standing(pages: Sequence[Seen]) -> set[int]:
    """Give the lines that stand on more than GONE of the pages."""
    counts = Counter(trait.digest for seen in pages for trait in seen.traits if trait.kind == "line")
    return {number for number, on in counts.items() if on > len(pages) * GONE}
