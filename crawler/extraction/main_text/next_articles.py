"""The other articles of a page that goes on for ever: they stand below its own, each with a headline of its make."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from crawler.extraction.page.blocks import Line, Node, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.page.names import HIDDEN
from crawler.extraction.titles.wording import HEADLINE

_TOLD = 600
"""Weight of the prose of a whole article, at least."""
_THREAD = "DiscussionForumPosting"
"""What JSON-LD calls the thread of a forum."""


def bury_others(page: Page, kinds: Collection[str]) -> None:
    """Mark the other articles of a page that goes on for ever as dead, and the replies in a thread, by the *kinds* that it states.

    They are what stands below a second headline of the same make, and the articles that follow that of the page's own
    headline in the same block. The headline has to be the page's `<title>`, or most of it. Replies are the articles that
    follow the first in its block, where the page states a thread.
    """
    title = letters(page.title)
    for line in page.lines[_second_headline(page, title) :]:
        line.bury()
    articles = [node for node in page.nodes if node.tag == "article"]
    if len(articles) > 1:
        for other in _replies(articles) if _THREAD in kinds else _next_articles(page, articles, title):
            other.flags |= HIDDEN  # it is never of the text
            for line in page.lines[other.start : other.end]:
                line.bury()


def _is_title(words: str, title: str) -> bool:
    return len(words) >= max(HEADLINE, len(title) / 2) and words in title


def _second_headline(page: Page, title: str) -> int:
    """Give the line of the `<h1>` that is of another article; the number of lines where there is none.

    Its make is a class or id of its own, or of another block around it: sections of one article may be `<h1>` as well,
    and one `<h1>` may be two lines.
    """
    none = len(page.lines)
    headlines = [(i, letters(page.lines[i].text)) for i in page.headings if page.lines[i].tag == "h1"]
    if len(headlines) < 2:
        return none
    own = next((i for i, words in headlines if _is_title(words, title)), None)
    if own is None or not (make := (node := page.lines[own].node).name.strip()):
        return none
    first = letters(page.lines[own].text)
    others = (i for i, words in headlines if i > own and words != first and page.lines[i].node is not node)
    return next((i for i in others if page.lines[i].node.name.strip() == make), none)


def _replies(articles: Sequence[Node]) -> list[Node]:
    """Give the articles that are like the first of all, beside it."""
    first = articles[0]
    return [node for node in articles[1:] if node.parent is first.parent and node.make == first.make]


def _next_articles(page: Page, articles: Sequence[Node], title: str) -> list[Node]:
    """Give the whole articles behind that of the headline which stand beside it, are like it, and have headlines of their own."""
    heads = [_headline(page.lines, page.headings, node) for node in articles]
    own = next((place for place, words in enumerate(heads) if _is_title(words, title)), None)
    if own is None:
        return []
    first = articles[own]
    return [
        node
        for node, words in zip(articles[own + 1 :], heads[own + 1 :], strict=True)
        if node.parent is first.parent
        and node.make == first.make
        and words not in {"", heads[own]}
        and sum(line.weight for line in page.lines[node.start : node.end] if line.prose) >= _TOLD
    ]


def _headline(lines: Sequence[Line], headings: Sequence[int], node: Node) -> str:
    """Give the letters of the first of the *headings* in a block; empty where it has none."""
    place = bisect_left(headings, node.start)
    first = headings[place] if place < len(headings) else node.end
    return letters(lines[first].text) if first < node.end else ""
