"""The walk over a site's lists: which come next, when a chain of pages has ended, and what may be taken for unchanged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from time import time
from urllib.parse import urlsplit

from crawler.discovery.feeds import is_feed, read_feed
from crawler.discovery.frontier import Frontier
from crawler.discovery.known import Listing
from crawler.discovery.links import find_links
from crawler.discovery.plan import Plan, Rules
from crawler.discovery.series import Series
from crawler.discovery.sitemaps import MOST_URLS, Entry, is_sitemap, read_sitemap
from crawler.extraction.page.charset import decode
from crawler.extraction.page.parse import parse
from crawler.urls import normalise_url

XML_NAMES = (".xml", ".gz", ".rss", ".atom", ".rdf", ".txt")
GROUP = 1000
"""URLs of a sitemap that are looked up at once."""
MOST_CHAIN = 5000
"""Pages of one list; the last resort against a list without an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One list page, feed or sitemap to ask for."""

    url: str
    depth: int = 0
    """Lists between a start URL and this one; the pages of one list have one depth."""
    head: str = ""
    """The first page of the list; empty for that page itself."""
    number: int = 1
    """Which page of the list it is."""
    barren: int = 0
    """Pages before this one, in a row, that showed no article which this run had not seen."""
    is_start: bool = False
    """Whether the site file names it."""
    is_xml: bool = False
    """Whether it is expected to be a sitemap or feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came for a step."""

    body: bytes
    url: str
    """Where it was found, after redirects."""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    """Its headers."""
    asked: float = 0.0
    """When, in seconds since 1970."""
    sitemaps: Sequence[str] = ()
    """The sitemaps that the host's robots.txt names."""


@dataclass(slots=True, kw_only=True)
class Found:
    """What one list gave."""

    articles: list[str] = field(default_factory=list)
    """Article URLs to ask for now."""
    steps: list[Step] = field(default_factory=list)
    """Lists to ask for."""
    fresh: int = 0
    """Number of article URLs that were not known before."""
    is_barren: bool = True
    """Whether it named no article at all."""
    is_lonely: bool = False
    """Whether it led to nothing at all."""


class Walk:
    """The lists of one site in one run."""

    def __init__(
        self, rules: Rules, frontier: Frontier, *, most_lists: int, most_depth: int, barren: int, trust: float
    ) -> None:
        self.rules = rules
        self.frontier = frontier
        self.most_lists = most_lists
        """Most lists read in this run."""
        self.most_depth = most_depth
        """Most lists between a start URL and an article."""
        self.barren = barren
        """Pages in a row without an article new to this run after which a list is at its end."""
        self.trust = trust
        """Seconds for which a list that says it has not changed is believed."""
        self.asked: set[str] = set()
        """Lists asked for in this run."""
        self._lists: Series[Step] = Series()
        self._pages: Series[tuple[str, int]] = Series()
        """Pages that may be articles or lists, each with its depth."""
        self._heads: dict[str, Listing] = {}
        self._before: dict[str, Listing | None] = {}
        self._depths: dict[str, int] = {}

    def begin(self) -> list[Step]:
        """Give the lists that the site file names."""
        site = self.rules.site
        lists = [Step(url=url, is_start=True) for url in site.start_urls]
        files = [Step(url=normalise_url(url), is_start=True, is_xml=True) for url in self._files()]
        return self._fresh([*lists, *files])

    def conditions(self, step: Step) -> dict[str, str]:
        """Give the headers that ask for a list only if it has changed."""
        known = self._listing(step.url)
        if step.number > 1 or known is None or not known.complete or abs(time() - known.asked) > self.trust:
            return {}
        headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in headers.items() if value}

    def unchanged(self, step: Step) -> list[Step]:
        """Give what an unchanged list led to: those lists may have changed all the same."""
        known = self._listing(step.url)
        urls = known.leads if known else ()
        leads = [Step(url=url, depth=step.depth + 1, is_xml=_is_xml(url)) for url in urls]
        return self._fresh([*leads, *self._lists.gave(step.url, articles=True, novel=True)])

    def read(self, step: Step, reply: Reply) -> Iterator[Found]:
        """Read a list page, feed or sitemap, in portions, so that a long sitemap does not hold up everything else.

        Raises crawler.extraction.page.parse.Refused for a page that would hurt the parser.
        """
        body = reply.body
        if is_sitemap(body) or (step.is_xml and urlsplit(reply.url).path.endswith(".txt")):
            yield from self._read_sitemap(step, reply)
        elif is_feed(body):
            yield self._read_feed(step, reply)
        else:
            yield self._read_page(step, reply)

    def is_sure(self, url: str) -> bool:
        """Say whether a URL was taken for an article by what led to it, or is one by its shape."""
        if url in self.frontier.seen:
            return url not in self._depths
        return self.rules.is_sure(url)

    def turned_out_list(self, url: str) -> Step | None:
        """Give the step for a page that turned out to be a list, None where it lies too deep."""
        step = Step(url=url, depth=self._depths.pop(url, self.most_depth))
        if step.depth > self.most_depth or url in self.asked:
            return None
        self.asked.add(url)
        return step

    def turned_out_article(self, url: str) -> list[str]:
        """Note that a page is an article; gives those to ask for now that were held back with it."""
        found = Found()
        self._add(found, self._admitted(self._pages.gave(url, articles=True, novel=True)))
        return found.articles

    def failed(self, step: Step) -> None:
        """Note that a page of a list did not come, so that the list is not taken for read."""
        head = step.head or step.url
        if known := self._heads.get(head):
            self._heads[head] = replace(known, complete=False)
            self.frontier.known.listed(self.rules.site.name, head, self._heads[head])

    def _read_page(self, step: Step, reply: Reply) -> Found:
        plan = self._plan(reply)
        pages = self._admitted((url, step.depth + 1) for url in plan.pages)
        named = [*plan.articles, *pages]
        found = Found(is_barren=not named, is_lonely=not (named or plan.lists or plan.following or plan.feeds))
        sure = self._add(found, plan.articles)
        novel = sure + self._add(found, pages)
        files = [*plan.feeds, *plan.sitemaps, *(sitemap for sitemap in reply.sitemaps if self.rules.is_own(sitemap))]
        leads = [*(Step(url=file, depth=step.depth + 1, is_xml=True) for file in files)]
        leads += [Step(url=link, depth=step.depth + 1) for link in plan.lists]
        following = self._following(step, plan.following, fresh=found.fresh, novel=novel)
        self._note(step, reply, leads=leads, complete=following is None, named=bool(named))
        self._add(found, self._admitted(self._pages.gave(step.url, articles=bool(plan.articles), novel=sure > 0)))
        freed = self._lists.gave(step.url, articles=bool(named), novel=novel > 0)
        found.steps = self._fresh([*([following] if following else []), *leads, *freed])
        return found

    def _read_sitemap(self, step: Step, reply: Reply) -> Iterator[Found]:
        leads: list[Step] = []
        named = fresh = 0
        for group in _groups(read_sitemap(reply.body)):
            own = (entry.url for entry in group if entry.is_sitemap and self.rules.is_own(entry.url))
            leads += [Step(url=url, depth=step.depth, is_xml=True) for url in own]
            found = Found(is_barren=False)
            articles = self.rules.articles_among([entry.url for entry in group if not entry.is_sitemap])
            self._add(found, articles)
            yield found
            named += len(articles)
            fresh += found.fresh
            if fresh >= MOST_URLS or len(leads) >= MOST_URLS:
                break
        # A sitemap of which only a part was taken is read again; one that was read to its end may say that it is unchanged.
        self._note(step, reply, leads=leads, complete=fresh < MOST_URLS, named=named > 0 or bool(leads))
        yield Found(is_barren=False, steps=self._fresh(leads))

    def _read_feed(self, step: Step, reply: Reply) -> Found:
        found = Found(is_barren=False)
        articles = [entry for entry in read_feed(reply.body, reply.url) if self.rules.is_entry(entry)]
        self._add(found, articles)
        self._note(step, reply, leads=(), complete=True, named=bool(articles))
        return found

    def _add(self, found: Found, urls: Iterable[str]) -> int:
        """Let articles wait; give the number of those that this run had not seen before."""
        known_lists = self.frontier.known.listing
        added = self.frontier.add(url for url in urls if url not in self.asked and known_lists(url) is None)
        found.articles += added.now
        found.fresh += added.fresh
        return added.novel

    def _plan(self, reply: Reply) -> Plan:
        url = reply.url
        text = decode(reply.body, reply.content_type, self.rules.site.encoding).text
        root = parse(text)
        if root is None:
            return Plan()
        plan = self.rules.plan(
            find_links(root, url), normalise_url(url), following=self.rules.next_by_selector(root, url)
        )
        # A list of an earlier run is one, whatever its shape says.
        lists = [page for page in plan.pages if self.frontier.known.listing(page) is not None]
        plan.lists += lists
        return plan

    def _following(self, step: Step, url: str | None, *, fresh: int, novel: int) -> Step | None:
        """Give the next page of a list, None where the list is at its end."""
        before = self._listing(step.head or step.url)
        if url is None or url in self.asked or step.number >= MOST_CHAIN:
            return None
        barren = 0 if novel else step.barren + 1
        if barren >= self.barren or (not fresh and before is not None and before.complete):
            return None
        return Step(url=url, depth=step.depth, head=step.head or step.url, number=step.number + 1, barren=barren)

    def _note(self, step: Step, reply: Reply, *, leads: Sequence[Step], complete: bool, named: bool) -> None:
        """Note what is known of a list, under its first page; one that *named* nothing may be a parked domain, unchanged or not."""
        head = step.head or step.url
        self._listing(head)
        if step.number == 1:
            etag, modified = (reply.etag, reply.last_modified) if named else ("", "")
            state = Listing(etag=etag, last_modified=modified, asked=reply.asked)
        else:
            state = self._heads.get(head, Listing(asked=reply.asked))
        known = dict.fromkeys((*state.leads, *(lead.url for lead in leads)))
        self._heads[head] = replace(state, complete=complete, leads=tuple(known))
        self.frontier.known.listed(self.rules.site.name, head, self._heads[head])

    def _listing(self, url: str) -> Listing | None:
        """Give what was known of a list before this run."""
        if url not in self._before:
            self._before[url] = self.frontier.known.listing(url)
        return self._before[url]

    def _fresh(self, steps: Iterable[Step]) -> list[Step]:
        """Give the steps that were not taken yet, as far as depth and number allow."""
        taken: list[Step] = []
        for step in steps:
            if step.url in self.asked or (step.url in self.frontier.seen and not step.is_start):
                continue
            if step.depth > self.most_depth or len(self.asked) >= self.most_lists:
                continue
            if not (self._is_named(step) or self._lists.admits(step.url, step)):
                continue
            self.asked.add(step.url)
            taken.append(step)
        return taken

    def _admitted(self, pages: Iterable[tuple[str, int]]) -> list[str]:
        """Give the pages that are asked for now, of those that may be articles or lists of a depth."""
        seen, is_finished = self.frontier.seen, self.frontier.known.is_finished
        given = {
            url: depth
            for url, depth in pages
            if url in seen or is_finished(url) or self._pages.admits(url, (url, depth))
        }
        self._depths |= given
        return list(given)

    def _is_named(self, step: Step) -> bool:
        """Say whether a step is none of a series: a start, a file, a further page of a list, or a list by the site's rules."""
        return step.is_start or step.is_xml or step.number > 1 or self.rules.kind_by_rule(step.url) == "list"

    def _files(self) -> Iterator[str]:
        yield from self.rules.discover.sitemaps
        yield from self.rules.discover.feeds


def _groups(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while group := list(islice(entries, GROUP)):
        yield group


def _is_xml(url: str) -> bool:
    return urlsplit(url).path.lower().endswith(XML_NAMES)
