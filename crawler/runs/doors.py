"""The third door: how a page that never became an article leaves, so that it is written down and counted."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

page_failed = object()
"""Signal sent with `url`, `error`, `final` and `spider` when a discovered article URL gave no article.

*url* is the normalised URL that was discovered. *error* begins with a reason in lower snake words, then `: ` and what
is known of it (`timeout: no answer within 25 s`). *final* says whether asking again is pointless (404, not HTML): a
final URL is finished, any other waits for the next run. *article* is False for a list page, feed or sitemap that could
not be read: it is written and counted alike, but never waits as an article. Each signal is one line of `failed.jsonl`
and counts as one article that the spider yielded.
"""


def fail(crawler: "Crawler", url: str, error: str, *, final: bool = False, article: bool = True) -> None:
    """Send the URL of a page out by the third door."""
    crawler.signals.send_catch_log(
        page_failed, url=url, error=error, final=final, article=article, spider=crawler.spider
    )
