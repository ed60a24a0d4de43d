"""WARC records as bytes: plain values in, one gzip member out."""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.jsonl import as_json

LEVEL = 3
"""Of zlib: on news pages its default, 6, takes twice the time for 8 % less, and 9, which warcio takes, three times.
Packing is what most of the price of the archive is."""

UNTRUE = ("content-encoding", "transfer-encoding", "content-length")
"""Headers that speak of the bytes on the wire. The record holds the decoded body, so they are kept under the prefix
`X-Crawl-`, as Common Crawl does: any reader then gives the right payload."""

SECRET = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
"""Headers that may hold a secret: kept out of the archive."""

Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response."""

    url: str
    date: str
    """When the response came: ISO 8601 in UTC."""
    method: str = "GET"
    request_headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    """The headers of the response as received."""
    body: bytes = b""
    """The body, decoded."""
    encoding: str = ""
    """The Content-Encoding it came in."""
    address: str = ""
    """IP address of the server, where known."""
    truncated: str = ""
    """Why the body is not whole: `disconnect` or `length`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """An earlier record with the same payload."""

    url: str
    date: str
    digest: str


def payload_digest(body: bytes) -> str:
    """Give the digest of a payload as WARC files have it: SHA-1 in base 32."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()  # noqa: S324 - the custom of the format


def warcinfo(filename: str, info: Mapping[str, str], date: str) -> bytes:
    """Give the record that says what the file is."""
    fields = "".join(f"{_one_line(name)}: {_one_line(value)}\r\n" for name, value in info.items())
    return _member(
        "warcinfo",
        "",
        fields.encode(),
        {"WARC-Date": date, "WARC-Filename": filename},
        content_type="application/warc-fields",
    )


def metadata(uri: str, value: Any, date: str) -> bytes:
    """Give a record that holds a JSON value."""
    return _member("metadata", uri, as_json(value).encode(), {"WARC-Date": date}, content_type="application/json")


def exchange(this: Exchange, original: Original | None = None) -> bytes:
    """Give the response and the request record of an exchange, two members in one piece.

    With an *original* the response becomes a revisit record: its headers without the payload.
    """
    out = BytesIO()
    writer = _writer(out)
    extra = {"WARC-Date": this.date}
    if this.address:
        extra["WARC-IP-Address"] = this.address
    if this.truncated:
        extra["WARC-Truncated"] = this.truncated
    http = StatusAndHeaders(_status(this.status), response_headers(this), protocol="HTTP/1.1")
    uri = ascii_url(this.url)
    if original is None:
        response = writer.create_warc_record(
            uri,
            "response",
            payload=BytesIO(this.body),
            length=len(this.body),
            http_headers=http,
            warc_headers_dict=extra,
        )
    else:
        response = writer.create_revisit_record(
            uri, original.digest, ascii_url(original.url), original.date, http_headers=http, warc_headers_dict=extra
        )
    line = f"{_one_line(this.method)} {_path(uri)} HTTP/1.1"
    request = writer.create_warc_record(
        uri,
        "request",
        http_headers=StatusAndHeaders(line, _clean(this.request_headers), protocol="HTTP/1.1", is_http_request=True),
        warc_headers_dict={
            "WARC-Date": this.date,
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        },
    )
    writer.write_record(response)
    split = out.tell()
    writer.write_record(request)
    raw = out.getvalue()
    return _gzip(raw[:split]) + _gzip(raw[split:])


def response_headers(this: Exchange) -> list[tuple[str, str]]:
    """Give the headers of the record: as received, but true of the body that stands behind them."""
    headers = [(f"X-Crawl-{name}" if name.lower() in UNTRUE else name, value) for name, value in _clean(this.headers)]
    if this.encoding and not any(name.lower() == "x-crawl-content-encoding" for name, _ in headers):
        headers.append(("X-Crawl-Content-Encoding", _one_line(this.encoding)))
    return [*headers, ("Content-Length", str(len(this.body)))]


def ascii_url(url: str) -> str:
    """Give a URL without characters that would break a header line."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in url)


def _clean(headers: Headers) -> list[tuple[str, str]]:
    return [(_one_line(name), _one_line(value)) for name, value in headers if name.lower() not in SECRET]


def _one_line(text: str) -> str:
    """Take out what would end a header line or begin a new one."""
    return "".join(c if c >= " " and c != "\x7f" else " " for c in text)


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _path(url: str) -> str:
    _, _, rest = url.partition("://")
    slash = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=-1)
    path = rest[slash:].partition("#")[0] if slash >= 0 else "/"
    return path if path.startswith("/") else "/" + path


def _writer(out: BytesIO) -> WARCWriter:
    return WARCWriter(out, gzip=False, warc_version="WARC/1.1")


def _member(kind: str, uri: str, payload: bytes, extra: dict[str, str], *, content_type: str) -> bytes:
    out = BytesIO()
    writer = _writer(out)
    record = writer.create_warc_record(
        uri,
        kind,
        payload=BytesIO(payload),
        length=len(payload),
        warc_content_type=content_type,
        warc_headers_dict=extra,
    )
    writer.write_record(record)
    return _gzip(out.getvalue())


def _gzip(record: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(record) + packer.flush()
