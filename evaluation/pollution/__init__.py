"""A generator of polluted pages: clean articles in, pages of invented mirror sites out, whose every foreign character is known."""

from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.patterns import PATTERNS, Pattern
from evaluation.pollution.sites import Facts, build_site

__all__ = ["PATTERNS", "Clean", "Facts", "Marked", "Page", "Pattern", "build_site"]
