"""What a person said about a site's lines, and what was found on one of its pages."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from pipelines.text.spans import Span, Verdict
from pipelines.text.template.shape import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a person said about the site's lines: texts with `*` for any text."""

    lines: tuple[str, ...] = ()
    """Lines to drop wherever they stand."""
    keep: tuple[str, ...] = ()
    """Lines never taken for template."""
    title: str = ""
    """What people call the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What of a page is the site's."""

    drops: tuple[tuple[int, Verdict], ...] = ()
    """Paragraphs to drop."""
    cuts: tuple[tuple[int | None, Span], ...] = ()
    """Spans to cut, of paragraphs that are not dropped, or of the title (None)."""


@cache
def _glob(pattern: str) -> "re.Pattern[str]":
    """Give the expression of a text with `*` for any text."""
    return re.compile(".*?".join(re.escape(plain(part)) for part in pattern.split("*")))


def matching(patterns: Collection[str], text: str) -> str | None:
    """Give the first of the patterns that is the whole text; None where there is none."""
    if not patterns:
        return None
    key = plain(text)
    return next((pattern for pattern in patterns if _glob(pattern).fullmatch(key)), None)
