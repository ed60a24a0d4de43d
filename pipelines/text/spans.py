"""The two answers pure text logic can give: a span of one paragraph, and a verdict on a whole."""

from collections.abc import Iterable
from dataclasses import dataclass


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
