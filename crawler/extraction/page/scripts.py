"""The scripts of a page, which state what the page shows only when they run."""

from collections.abc import Iterator

from lxml import etree

MOST = 1_000_000
"""Characters of the scripts of a page that are read, one after another; the state of an application is seldom larger."""


def read_scripts(root: etree._Element) -> Iterator[str]:
    """Give the texts of the scripts that stand in a page, but for JSON-LD."""
    left = MOST
    for script in root.iter("script"):
        text = script.text
        if text and left > 0 and script.get("type") != "application/ld+json":
            yield text[:left]
            left -= len(text)
