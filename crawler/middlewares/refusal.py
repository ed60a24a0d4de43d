"""Why a page did not come, in the words that failed.jsonl uses."""

import re
from typing import TYPE_CHECKING

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError

if TYPE_CHECKING:
    from twisted.python.failure import Failure

GONE = frozenset((400, 404, 405, 406, 410, 414, 451))
"""Statuses after which asking again for the same page is pointless."""
MOST_DETAIL = 300
"""Characters of an error's own words that are kept."""

WRAPPED = re.compile(r"\[<twisted\.python\.failure\.Failure ([^<>]{1,300})>\]")
"""How Twisted shows the reason for which an answer did not come whole."""

STOPPED = "stopped"
"""The crawl was told to stop before the page was asked for."""
DOWN = "host_down"
"""The host did not answer for long, or asked to be left alone for long; it is not asked again in this run."""
ROBOTS = "robots_unreachable"
"""The host's robots.txt could not be read."""
UNASKED = frozenset((STOPPED, DOWN, ROBOTS))
"""Reasons for which a page was not even asked for: it is not lost, it waits."""


class PageRefused(IgnoreRequest):
    """A page that is not fetched or not taken, by a rule of ours."""

    def __init__(self, reason: str, detail: str = "", *, final: bool = False) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        """The rule, in lower snake words."""
        self.detail = detail
        """What is known of the case."""
        self.final = final
        """Whether asking again is pointless."""


NAMES: dict[type[Exception], str] = {
    DownloadTimeoutError: "timeout",
    CannotResolveHostError: "no_such_host",
    DownloadConnectionRefusedError: "connection_refused",
    ResponseDataLossError: "truncated",
    DownloadCancelledError: "too_large",
    UnsupportedURLSchemeError: "other_scheme",
    DownloadFailedError: "connection_failed",
}
"""The first class that an exception belongs to names it."""


def name_error(failure: "Failure") -> tuple[str, bool]:
    """Give the error of a failed request for failed.jsonl, and whether asking again is pointless."""
    error = failure.value
    if isinstance(error, PageRefused):
        return one_line(str(error)), error.final
    if isinstance(error, HttpError):
        status = error.response.status
        return f"http_{status}", status in GONE
    reason = next((name for cls, name in NAMES.items() if isinstance(error, cls)), None)
    detail = str(error) or type(error).__name__
    if reason is None:
        return one_line(f"error: {type(error).__name__}: {detail}"), False
    return one_line(f"{reason}: {detail}"), reason in {"too_large", "other_scheme"}


def is_unasked(failure: "Failure") -> bool:
    """Say whether a page was never asked for, for a reason that has nothing to do with the page."""
    return isinstance(failure.value, PageRefused) and failure.value.reason in UNASKED


def one_line(text: str) -> str:
    """Give the words of an error as one line without control characters and Twisted's wrapping, shortened.

    >>> one_line("[<twisted.python.failure.Failure OpenSSL.SSL.Error: [('SSL routines', '', 'wrong version number')]>]")
    "OpenSSL.SSL.Error: [('SSL routines', '', 'wrong version number')]"
    """
    text = WRAPPED.sub(r"\1", text)
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:MOST_DETAIL]
