"""A downloader that keeps `CONCURRENT_REQUESTS_PER_DOMAIN` where no delay keeps requests apart."""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader import Downloader

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.http import Response
    from twisted.internet.defer import Deferred


class BoundedDownloader(Downloader):
    """Count a request to its host as soon as it is let go.

    Scrapy counts it when its task begins to run, in the next turn of the event loop: until then the loop that lets
    requests go sees a free place, and without a delay it lets go all that wait.
    """

    def _wait_for_download(
        self, slot: "Slot", request: "Request", queue_dfd: "Deferred[Response]"
    ) -> Coroutine[Any, Any, None]:
        slot.transferring.add(request)  # a set; Scrapy adds it again, and takes it out when the answer is there
        return super()._wait_for_download(slot, request, queue_dfd)
