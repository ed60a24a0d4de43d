"""The next page of a list: by what the page says, by its own words, or by the number behind the present one."""

import re
from collections.abc import Sequence

from crawler.discovery.links import Link
from crawler.discovery.shapes import MOST_NUMBERS

NEXT_WORDS = re.compile(
    r"(?:下一?[页頁]|后一?页|後一?頁|下一[页頁]?|次の?ページ|다음|next(?:page)?|older(?:posts|entries|articles)?)"
    r"[>»›→❯❱⟩⟶]{0,3}|[>»›→❯❱⟩⟶]{1,3}",
    re.IGNORECASE,
)
"""What a link to the next page says, whole; linear: alternatives of literals."""

FRAME = re.compile(r"[\s\[\]()【】·|]+")
"""What stands around such words."""

PAGE_NUMBER = re.compile(
    r"(?:[?&](?:p|pg|page|pageno|pagenum|pn|paged|start_?page|currentpage)=|[/_-](?:p|page)?[/_-]?)(\d{1,5})(?=[/.&?#]|$)",
    re.IGNORECASE,
)
"""The number of a page in a URL: `?page=3`, `list_3.html`, `/page/3/`."""


def next_page(present: str, anchors: Sequence[Link], following: str | None) -> str | None:
    """Find the next page of the list at *present*; *following* is what the page says by `rel`."""
    if following and following != present:
        return following
    for link in anchors:
        if link.url != present and NEXT_WORDS.fullmatch(FRAME.sub("", link.text)):
            return link.url
    return _by_number(present, anchors)


def _by_number(present: str, anchors: Sequence[Link]) -> str | None:
    """Find the link whose text is the number behind the present page's own."""
    numbered = {int(link.text): link.url for link in anchors if link.text.isdecimal() and len(link.text) <= 5}
    if (2 not in numbered and len(numbered) < 2) or len(numbered) > MOST_NUMBERS:
        return None
    match = PAGE_NUMBER.search(present)
    number = next((n for n, url in numbered.items() if url == present), int(match[1]) if match else 1)
    url = numbered.get(number + 1)
    return url if url != present else None
