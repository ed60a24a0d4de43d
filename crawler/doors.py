"""The third door: how a page that never became an article is reported, so that it is written down and counted."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

page_failed = object()
"""Signal sent with `url`, `error`, `final` and `spider` when a discovered article URL gave no article.

*url* is the normalised URL that was discovered. *error* begins with a reason in lower snake words, then `: ` and what
is known of it (`timeout: no answer within 25 s`). *final* says whether asking again is pointless (404, not HTML): a
final URL is finished, any other waits for the next run. Each signal is one line of `failed.jsonl` and counts as one
article that the spider yielded.
"""


def fail(crawler: "Crawler", url: str, error: str, *, final: bool = False) -> None:
    """Send a discovered article URL out by the third door."""
    crawler.signals.send_catch_log(page_failed, url=url, error=error, final=final, spider=crawler.spider)
