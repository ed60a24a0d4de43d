"""Pages out of WARC and ARC files, written by whatever tool."""

import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from crawler.archive import BATCH_URI, SITE_URI
from crawler.archive.records import payload_digest
from crawler.archive.sites import site_of
from crawler.jsonl import is_torn, open_bytes

if TYPE_CHECKING:
    from crawler.sites import Site

MOST_BYTES = 20 * 2**20
"""Longest payload that is read; a longer one is cut there, since no article page is that long."""

PAGES = frozenset({"response", "resource", "conversion"})
"""Types of record that hold a page."""

CHUNK = 1 << 16

MOST_WORDS = 120
"""Characters of what the reader says of a file that is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """A page of an archive."""

    url: str
    date: str
    """When it was fetched: ISO 8601 in UTC, to the second."""
    status: int
    """HTTP status; 200 for a record without HTTP headers."""
    content_type: str
    """The Content-Type header, or empty."""
    body: bytes
    """The decoded body; empty for a revisit."""
    revisit: bool = False
    """Whether the body is that of the original named below."""
    original_url: str = ""
    original_date: str = ""
    digest: str = ""
    """The digest the record states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Articles that passed the pipelines together, as the crawl that wrote the archive noted them."""

    articles: list[dict[str, Any]] = field(default_factory=list)
    """For each in order: `id`, `url`, `fetched` and `pages`, the URLs of its pages in the archive."""
    date: str = ""
    """When they passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """The definition of the site at the time of the crawl."""

    site: "Site"


Entry = ArchivedPage | Batch | SiteFacts


def read_archive(path: Path, notes: list[str] | None = None) -> Iterator[Entry]:
    """Give what an archive holds in the order of the file; a torn end is left out, and *notes* then get a sentence on it.

    Takes a WARC or ARC file, plain or compressed by gzip (by record or as a whole) or Zstandard. Raises ValueError for
    a file that is none.
    """
    read = 0
    cut = f"{path} is cut off within a record; what stands before that was read"
    with open_bytes(path) as file:
        try:
            if not file.peek(1):
                return
            records = iter(ArchiveIterator(file, arc2warc=True))
            while True:
                # Not around the `yield`: of two archives read in turns, one would leave the other's stderr behind.
                with redirect_stderr(_Quiet(sys.stderr)):
                    if (record := next(records, None)) is None:
                        cut = cut if is_torn(file) else ""
                        break
                    read += 1
                    try:
                        found = _found(record)
                    except _CutError:
                        break
                if found is not None:
                    yield found
            if cut and notes is not None:
                notes.append(cut)
        except Exception as error:  # noqa: BLE001 - warcio raises whatever a torn or wrong header leads it to
            if not file.peek(1) and (read or is_torn(file)):
                if notes is not None:
                    notes.append(cut)
                return
            what = "not a WARC file, nor lines of JSON objects" if not read else f"damaged behind record {read}"
            # The words of the reader hold bytes of the file.
            words = "".join(char if char.isprintable() else "?" for char in str(error))[:MOST_WORDS]
            raise ValueError(f"{path}: {what}: {words}") from None


def _found(record: ArcWarcRecord) -> Entry | None:
    headers = record.rec_headers
    uri = (headers.get_header("WARC-Target-URI") or "").strip("<>")
    if record.rec_type == "metadata" and uri == BATCH_URI:
        articles = json.loads(record.content_stream().read())["articles"]
        return Batch(articles=articles, date=headers.get_header("WARC-Date") or "")
    if record.rec_type == "metadata" and uri == SITE_URI:
        return SiteFacts(site=site_of(json.loads(record.content_stream().read())))
    if record.rec_type not in PAGES and record.rec_type != "revisit":
        return None
    if not uri.lower().startswith(("http://", "https://")):
        return None
    http = record.http_headers
    digest = headers.get_header("WARC-Payload-Digest") or ""
    revisit = record.rec_type == "revisit"
    body = b"" if revisit else _body(record)
    return ArchivedPage(
        url=uri,
        date=_second(headers.get_header("WARC-Date") or ""),
        status=_status(http),
        content_type=(http and http.get_header("Content-Type")) or _own_type(record),
        body=body,
        revisit=revisit,
        original_url=(headers.get_header("WARC-Refers-To-Target-URI") or uri).strip("<>"),
        original_date=headers.get_header("WARC-Refers-To-Date") or "",
        digest=digest or payload_digest(body),
    )


class _CutError(Exception):
    """The file ends within a record."""


def _body(record: ArcWarcRecord) -> bytes:
    """Give the payload of a record. Raises _CutError where the file ends inside it."""
    declared = record.payload_length if record.payload_length >= 0 else record.length
    stream = record.content_stream()
    raw = record.raw_stream
    parts, size = [], 0
    try:
        while size < MOST_BYTES and (part := stream.read(CHUNK)):
            parts.append(part)
            size += len(part)
    except Exception:  # noqa: BLE001 - whatever a decoder of a hostile payload raises, the rest of the file is good
        return b"".join(parts)
    if declared is not None and size < MOST_BYTES and getattr(raw, "limit", 0) > 0:
        raise _CutError
    return b"".join(parts)


def _status(http: Any) -> int:
    if http is None:
        return 200
    try:
        return int(http.get_statuscode())
    except ValueError:
        return 0


def _own_type(record: ArcWarcRecord) -> str:
    return "" if record.rec_type == "response" else record.content_type or ""


def _second(date: str) -> str:
    """Give a date to the second, as articles have it."""
    return date[:19] + "Z" if len(date) > 20 and date[19] == "." else date


class _Quiet(StringIO):
    """What warcio prints about odd records goes nowhere; the caller hears of what matters."""

    def __init__(self, behind: IO[str]) -> None:
        super().__init__()
        self.behind = behind

    def write(self, text: str) -> int:
        """Take a text and forget it."""
        return len(text)
