"""The whole way from a page to its article."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone, tzinfo
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml import etree

from crawler.extraction import links
from crawler.extraction.authors.people import choose_authors, without_bylines
from crawler.extraction.authors.publisher import choose_source, labelled_source
from crawler.extraction.authors.signed import read_names, stated_names
from crawler.extraction.days.dates import read_date
from crawler.extraction.days.machine_times import machine_times
from crawler.extraction.days.months import tongue_of
from crawler.extraction.days.published import Times, Where, choose_times
from crawler.extraction.days.scoped_days import scoped_day
from crawler.extraction.days.script_times import script_time
from crawler.extraction.days.statements import without_statements
from crawler.extraction.kinds.kind import judge_kind
from crawler.extraction.language import judge_language
from crawler.extraction.main_text.body import choose
from crawler.extraction.main_text.stated import FIELD_NOTE, KEPT_NOTE, find_unshown, open_kept
from crawler.extraction.main_text.survey import survey_page
from crawler.extraction.model import MAX_TEXT, Extracted
from crawler.extraction.page.blocks import Page, kinds_of
from crawler.extraction.page.charset import Decoded, decode
from crawler.extraction.page.contents import is_binary, is_html, is_noise
from crawler.extraction.page.fields import read_fields
from crawler.extraction.page.letters import letters
from crawler.extraction.page.metadata import Metadata
from crawler.extraction.page.names import MARKED
from crawler.extraction.page.parse import MAX_DEPTH, Refused, parse
from crawler.extraction.page.scripts import read_scripts
from crawler.extraction.page.selecting import ask_for_ids, select, text_of
from crawler.extraction.titles.headline import below_headline, find_title
from crawler.extraction.titles.title import settle_title
from crawler.extraction.titles.wording import polish

if TYPE_CHECKING:
    from crawler.sites.model import Extract, Site

_ZONES = {"zh": 8, "ja": 9, "ko": 9}
"""Hours east of Greenwich: all of China, Hong Kong and Taiwan share one zone, as Japan and Korea do."""


def extract(
    page: str | bytes,
    url: str | None = None,
    site: "Site | None" = None,
    *,
    content_type: str | None = None,
    fetched: datetime | str | None = None,
) -> Extracted:
    """Read the article of a page.

    Takes the page as bytes (*content_type*, the HTTP header, is a hint for the charset) or as text; its URL, for
    links and dates; its site, whose selectors win, and whose time zone, language and charset count; and the time it
    was fetched, for dates such as 昨天 08:30. Raises nothing for any page: `page_kind` says what it is. Raises
    ValueError for a bad selector or zone of the site.
    """
    decoded = decode(page, content_type, site.encoding if site else None) if isinstance(page, bytes) else None
    text = decoded.text if decoded else str(page)
    notes = [f"{decoded.damaged} characters could not be decoded"] if decoded and decoded.damaged else []
    read = partial(
        Extracted,
        encoding=decoded.encoding if decoded else None,
        encoding_from=decoded.decided_by if decoded else None,
        notes=tuple(notes),
    )
    if _is_no_text(page, decoded) or not is_html(text):
        return read(page_kind="not_html")
    try:
        root = parse(text, decoded.utf8 if decoded else None, ids=site is not None and ask_for_ids(site.extract))
    except Refused as refusal:
        return read(page_kind=str(refusal))
    if root is None:
        return read(page_kind="no_text")
    with _no_collection():
        got = _Reading(root, url, site, fetched, notes=[*notes]).extracted(read)
        if got.paragraphs or not open_kept(root):
            return got
        return _Reading(root, url, site, fetched, notes=[*notes, KEPT_NOTE]).extracted(read)


def _is_no_text(page: str | bytes, decoded: Decoded | None) -> bool:
    """Tell whether a page is a file of another kind, or bytes that are no text; UTF-8 is text by its form."""
    if decoded is None or not isinstance(page, bytes) or decoded.utf8 is not None:
        return False
    return is_binary(page) or is_noise(page, decoded.encoding)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector out while a page is read: what is made then lives, and looking at it takes a sixth."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Reading:
    """One page being read."""

    def __init__(
        self,
        root: etree._Element,
        url: str | None,
        site: "Site | None",
        fetched: datetime | str | None,
        *,
        notes: list[str],
    ) -> None:
        self.root = root
        self.url = url
        self.site = site
        self.rules: Extract | None = site.extract if site else None
        self.notes = notes
        self.fetched = datetime.fromisoformat(fetched) if isinstance(fetched, str) and fetched else fetched or None
        if self.rules and self.rules.remove:
            for element in self._selected("remove"):
                if isinstance(element, etree._Element):  # noqa: SLF001 - lxml's only public name for an element
                    _remove(element)

    def extracted(self, read: Callable[..., Extracted]) -> Extracted:
        """Read everything in the order in which one thing serves the next; *read* makes the record of it."""
        marked = [thing for thing in self._selected("body") if isinstance(thing, etree._Element)]  # noqa: SLF001
        survey = survey_page(self.root, marked)
        page, data = survey.page, survey.data
        body = self._marked_lines(page) if marked else []
        above, body = ([], body) if body else choose(survey)
        stated = self._stated("title")
        title = stated or settle_title(page, data, survey.title, body)
        title_line = find_title(page, title, body[0]) if body else survey.title_line
        body = body if marked else without_bylines(page, below_headline(page, body, title_line))
        too_deep = page.is_deeper_than(MAX_DEPTH)
        if too_deep:
            self.notes.append("nested too deeply: the parser dropped text")
        unshown, note = ((), "") if marked else find_unshown(survey, self.root, body, title)
        if note == FIELD_NOTE:
            title = stated or read_fields(self.root, data) or title
        text = [
            *(i for i in above if i > title_line),
            *(body if marked else without_statements(page, body, self.fetched)),
        ]
        paragraphs = unshown or tuple(page.lines[i].text for i in text)
        if sum(map(len, paragraphs)) > MAX_TEXT:
            return read(page_kind="too_large")
        language = self.site.language if self.site and self.site.language else None
        language = language or judge_language("\n".join(paragraphs) or title, [page.language, *data.languages])
        times = self._times(page, data, body, language, title_line)
        if times.note:
            self.notes.append(times.note)
        page_kind = judge_kind(survey, body, title, self.url, dated=times.published is not None)
        if page_kind == "no_text" and too_deep:
            page_kind = "too_deep"
        if unshown:
            page_kind = "article"
            self.notes.append(note)
        return read(
            page_kind=page_kind,
            title=title if stated else polish(title, {letters(name) for name in (*data.site_names, *data.publishers)}),
            paragraphs=paragraphs,
            kinds=("text",) * len(unshown) or kinds_of([page.lines[i] for i in text]),
            headings=_headings(page, text, title),
            statements=data.statements(title),
            published=times.published,
            published_from=times.published_from,
            published_text=times.published_text,
            modified=times.modified,
            authors=self._named() or choose_authors(page, data, body, self.url, title_line),
            source=self._source() or choose_source(page, data, body),
            language=language,
            canonical_url=links.canonical(data, self.url),
            images=links.find_images(page, body, self.url),
            section=data.sections[0] if data.sections else None,
            tags=tuple(data.tags),
            next_page=self._next(page),
            notes=tuple(self.notes),
        )

    def _selected(self, name: str) -> list[etree._Element | str]:
        """Give what a selector of the site selects, and note when it selects nothing or fails on this page."""
        selectors: Sequence[str] = getattr(self.rules, name, ())
        if not selectors:
            return []
        try:
            found = select(self.root, selectors)
        except ValueError as error:
            self.notes.append(f"selector {name} cannot be evaluated: {error}")
            return []
        if not found and name not in ("remove", "next"):
            self.notes.append(f"selector {name} matched nothing")
        return found

    def _all_stated(self, name: str) -> list[str]:
        return [text for thing in self._selected(name) if (text := text_of(thing))]

    def _stated(self, name: str) -> str:
        return next(iter(self._all_stated(name)), "")

    def _named(self) -> tuple[str, ...]:
        """Give the people whom the site's selector names, each by himself and without label; what is no list of names whole."""
        texts = self._all_stated("authors")
        names = (name for text in texts for name in read_names(text) or stated_names(text) or [text])
        return tuple(dict.fromkeys(names))

    def _source(self) -> str:
        """Give what the site's selector names as source, without its label."""
        stated = self._stated("source")
        return labelled_source(stated) or stated

    def _marked_lines(self, page: Page) -> list[int]:
        """Give the lines that the site's body selector chose."""
        chosen: set[int] = set()
        for node in page.nodes:
            if node.flags & MARKED:
                chosen.update(range(node.start, node.end))
        return sorted(i for i in chosen if page.lines[i].kind != "caption")

    def _times(self, page: Page, data: Metadata, body: Sequence[int], language: str | None, headline: int) -> Times:
        zone = _zone(self.site.timezone if self.site else None, language)
        now = self.fetched
        if now is not None and now.tzinfo is not None and zone is not None:
            now = now.astimezone(zone)
        stated = self._stated("published")
        tongue = tongue_of(language, self.url, [page.language, *data.languages])
        where = Where(url=self.url, zone=zone, now=now, tongue=tongue)
        if not data.published and (scoped := scoped_day(page, body)):
            data.published.append(scoped)
        times = choose_times(page, data, body, where, headline)
        if times.published is None and (more := machine_times(self.root, page, body, headline)):
            page.times += more
            times = choose_times(page, data, body, where, headline)
        if times.published is None and body and (told := script_time(read_scripts(self.root), zone, now)):
            data.published.append(told)
            times = choose_times(page, data, body, where, headline)
        if stated and (stamp := read_date(stated, now, tongue)) and (iso := stamp.iso(zone)):
            return Times(published=iso, published_from="page", published_text=stamp.text, modified=times.modified)
        return times

    def _next(self, page: Page) -> str | None:
        for thing in self._selected("next"):
            link = thing if isinstance(thing, str) else thing.get("href")
            if link:
                return links.absolute(self.url, link)
        return links.find_next(page, self.url)


def _zone(name: str | None, language: str | None) -> tzinfo | None:
    """Give the zone of a site, else the one that a language implies; None when neither is known."""
    if name:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"unknown time zone {name!r}") from error
    hours = _ZONES.get((language or "").partition("-")[0])
    return timezone(timedelta(hours=hours)) if hours else None


def _headings(page: Page, body: Sequence[int], title: str) -> tuple[str, ...]:
    """Give `<title>` and the headings outside the body that are not the title."""
    inside = set(body)
    texts = [
        page.title,
        *(page.lines[i].text for i in page.headings if i not in inside and page.lines[i].kind == "heading"),
    ]
    wanted = letters(title)
    others = (text for text in texts if text != title and (len(text) - len(title) > 9 or letters(text) != wanted))
    return tuple(dict.fromkeys(text for text in others if text and len(text) <= 300))


def _remove(element: etree._Element) -> None:
    """Take an element out of the tree, leaving the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if tail := element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)
