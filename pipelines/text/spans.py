"""The two answers pure text logic can give: a span of one paragraph, and a verdict on a whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_SPANS = 2_000
"""Most edits of one paragraph that are kept apart; more is an attack or a page that is one paragraph of noise."""
MOST_COPIED = 20_000_000
"""Most characters that applying them one by one may copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one string that a rule would cut, or replace by *put*."""

    start: int
    """Offset of the first character, in code points."""
    end: int
    """Offset behind the last character."""
    reason: str
    """The rule, in lower snake words; stable, since it is data."""
    put: str = ""
    """What takes the span's place; empty for a cut."""
    evidence: str = ""
    """What speaks for the rule, in words for a person (`prefix of 24 of 26 paragraphs`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a rule says of a whole paragraph or page."""

    reason: str
    """The rule, in lower snake words; stable, since it is data."""
    evidence: str = ""
    """What speaks for the rule, in words for a person."""


def merge(spans: Iterable[Span]) -> list[Span]:
    """Order spans from left to right and drop each that overlaps an earlier, or at the same start longer, one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > span.start and (not kept or span.start >= kept[-1].end):
            kept.append(span)
    return kept


def bounded(text: str, spans: Sequence[Span]) -> list[Span]:
    """Give the spans, or one in their place where there are so many that applying each would take square time.

    Takes spans of *text* that do not overlap; the one span replaces the whole stretch from the first to the last.
    """
    if len(spans) <= MOST_SPANS and len(spans) * len(text) <= MOST_COPIED:
        return list(spans)
    ordered = sorted(spans, key=lambda span: span.start)
    pieces: list[str] = []
    at = ordered[0].start
    for span in ordered:
        pieces += (text[at : span.start], span.put)
        at = span.end
    first = ordered[0]
    evidence = f"{len(ordered)} places, first: {first.evidence or first.reason}"
    return [Span(start=first.start, end=at, reason=first.reason, put="".join(pieces), evidence=evidence)]
