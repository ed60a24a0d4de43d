"""Injected text, by behaviour: one module per family of patterns, each a function from a page to its finds."""

from collections.abc import Callable

from pipelines.text.injection.glosses import find_glosses
from pipelines.text.injection.lines import find_lines
from pipelines.text.injection.page import Find, Page, key
from pipelines.text.injection.pictographs import find_pictographs
from pipelines.text.injection.prefixes import find_prefixes
from pipelines.text.injection.tails import find_link_blocks, find_suffixes
from pipelines.text.injection.titles import find_keyword_lines, find_pasted_titles, find_titles

__all__ = ["FAMILIES", "Find", "Page", "key"]

Family = Callable[[Page], list[Find]]

FAMILIES: tuple[Family, ...] = (
    find_glosses,
    find_lines,
    find_pictographs,
    find_prefixes,
    find_lines,
    find_suffixes,
    find_link_blocks,
    find_keyword_lines,
    find_titles,
    find_pasted_titles,
)
"""The rules in the order in which a page meets them: noise inside words first, so that keywords compare; lines before
and behind prefixes, since each confirms the other."""
