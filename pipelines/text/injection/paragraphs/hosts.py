"""Hosts dropped into sentences: nothing announces them, the sentence goes on without them, and each place has another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import HOST

BRACKETS = {"(": ")", "（": "）", "【": "】", "[": "]", "〔": "〕", "<": ">", "「": "」"}
ANNOUNCED_HANZI = re.compile(
    r"(?:网|網|站|址|页|頁|链接|鏈接|連結|域名|登[录錄陆]|访问|訪問|浏览|打开|进入|点击|點擊|搜索|[参詳详请]见|[见在至到为是叫]|来源|邮箱|平台|系统|[:：@“《])\s*\Z"
)
ANNOUNCES = frozenset(
    [
        "at", "on", "in", "via", "from", "to", "through", "by", "of", "or", "and", "with", "like", "as",
        "about", "for", "under", "is", "was", "are", "were", "called", "named", "also", "visit", "see", "go",
        "read", "browse", "check", "use", "using", "website", "site", "websites", "sites", "page", "pages",
        "address", "addresses", "url", "link", "links", "domain", "domains", "online", "email", "app",
        "server", "host", "web", "portal", "blog",
    ]
)  # fmt: skip
"""Words behind which an address stands in a sentence."""
INNER_DOT = re.compile(r"\.(?<=[A-Za-z0-9-]\.)[A-Za-z0-9-]")
"""What every address has and few paragraphs do: a look for that takes a tenth of the time."""
NOUN = re.compile(
    r"(?:web ?)?(?:sites?|pages?|address|domain|portal|home ?page|url|link|server|app|blog|account)\b", re.IGNORECASE
)
"""What makes an address behind an article a noun: `the www.… site`."""
MIN_HOSTS, MIN_PAGES = 3, 2
"""Different hosts with a number, and pages with one, from which a site drops them into sentences."""
ALONE = 2
"""Different hosts that must break sentences on a page alone."""

HOSTS = "hosts"
"""Stands for the habit of dropping hosts into sentences where habits are kept."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An address in a sentence."""

    paragraph: int
    start: int
    end: int
    """With the brackets around it."""
    host: str
    breaks: bool
    """Whether the sentence goes on as if nothing stood there."""

    @property
    def numbered(self) -> bool:
        """Whether its name has a number, as one of many has."""
        return any(char.isdigit() for char in self.host)


def drops_hosts(pages: Sequence[Page]) -> bool:
    """Say whether a site drops hosts into sentences, another on each page; a paper that is cited stands on several."""
    hosts: dict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(pages):
        for spot in find_spots(page):
            if spot.numbered or spot.breaks:
                hosts[spot.host].add(number)
    passing = [seen for seen in hosts.values() if len(seen) == 1]
    return len(passing) >= MIN_HOSTS and len(set().union(*passing)) >= MIN_PAGES


def find_hosts(page: Page, *, habit: bool, gone: Sequence[int]) -> list[Find]:
    """Find hosts in the sentences of a page, paragraphs that are *gone* apart.

    A host goes where nothing announces it and the sentence goes on: with two of them on the page, or the *habit* of the
    page or its site, with which a number in its name is enough.
    """
    spots = [spot for spot in find_spots(page) if spot.paragraph not in gone]
    broken = {spot.host for spot in spots if spot.breaks}
    if not habit and len(broken) < ALONE:
        return []
    return [_host_find(page, spot) for spot in spots if spot.breaks or (spot.numbered and habit)]


def find_spots(page: Page) -> Iterator[Spot]:
    """Give the addresses inside sentences that nothing announces."""
    if page.is_technical:
        return
    for index, text in page.prose():
        for match in HOST.finditer(text) if INNER_DOT.search(text) else ():
            bare = match[0] == match["host"]
            if bare and not any(char.isdigit() for char in match["host"]):
                continue
            start, end = match.span()
            bracketed = text[start - 1 : start] in BRACKETS and text[end : end + 1] == BRACKETS.get(
                text[start - 1 : start]
            )
            start, end = (start - 1, end + 1) if bracketed else (start, end)
            before, after = text[:start].rstrip(), text[end:].lstrip()
            if before and after and not _is_announced(before, bracketed=bracketed):
                breaks = _goes_on(before, after, bracketed=bracketed) and (bracketed or not bare)
                yield Spot(index, start, end, match["host"].casefold(), breaks)


def _is_announced(before: str, *, bracketed: bool) -> bool:
    """Say whether what stands before an address leads up to it; nothing does that leads up to a bracket in the midst of a clause."""
    if not before[-1:].isascii():
        return ANNOUNCED_HANZI.search(before[-6:]) is not None
    word = re.split(r"[\s(\"“]", before)[-1].casefold()
    if bracketed:
        return word in ANNOUNCES - FUNCTION
    return word in ANNOUNCES or before[-1] in ":,;-–—/"


def _goes_on(before: str, after: str, *, bracketed: bool) -> bool:
    """Say whether a sentence goes on behind an address as if it did not stand there."""
    if re.match(f"[{HANZI}]", before[-1]):
        return not bracketed and after[0] in "，,。、；"
    word = re.split(r"\W", before)[-1].casefold()
    if bracketed:
        return word in FUNCTION
    return after[0].islower() and before[-1].isalpha() and NOUN.match(after) is None


def _host_find(page: Page, spot: Spot) -> Find:
    """Give the place of an address with one of the spaces around it; before a mark or in Chinese with both."""
    text = page.paragraphs[spot.paragraph]
    start, end = spot.start, spot.end
    if text[end : end + 1] == " ":
        end += 1
    if text[start - 1 : start] == " " and (
        start == 1 or not text[end : end + 1].isascii() or not text[end - 1].isspace()
    ):
        start -= 1
    evidence = "an address that nothing announces, in a sentence that goes on without it; another in each place"
    return Find(paragraph=spot.paragraph, start=start, end=end, reason="address", evidence=evidence)
