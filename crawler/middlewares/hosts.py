"""Only the hosts of a site are followed, also by redirects."""

from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware

from crawler.middlewares.refusal import PageRefused
from crawler.urls import host_of, owns

if TYPE_CHECKING:
    from scrapy import Request, Spider

    from crawler.sites import Site


class HostsMiddleware(OffsiteMiddleware):
    """Refuses requests to hosts that the site does not name, port included.

    The spider of a site is held to `domains` even where a request says `dont_filter`; only `allow_offsite` in its meta
    lets one through. Spiders without a site keep Scrapy's own rule.
    """

    def process_request(self, request: "Request", spider: "Spider | None" = None) -> None:  # noqa: ARG002
        """Refuse a request that leaves the site."""
        site: Site | None = getattr(self.crawler.spider, "site", None)
        if request.meta.get("dont_obey_robotstxt"):  # a robots.txt may lie elsewhere (RFC 9309 2.3.1.2)
            return
        if site is None:
            super().process_request(request)
        elif not request.meta.get("allow_offsite") and not owns(site.domains, host_of(request.url)):
            self.stats.inc_value("offsite/filtered")
            raise PageRefused("offsite", f"leads to {host_of(request.url)}", final=True)

    def request_scheduled(self, request: "Request", spider: "Spider") -> None:
        """Leave a site's request to `process_request`, whose refusal reaches the spider; one here would vanish."""
        if getattr(spider, "site", None) is None:
            super().process_request(request)


def named_hosts(spider: Any) -> tuple[str, ...]:
    """Give the hosts that a spider's own definition names, with ports: those may be inside addresses.

    `*.example.com` names no host: whoever runs that domain's name server could point one of its names anywhere.
    """
    site: Site | None = getattr(spider, "site", None)
    if site is not None:
        return tuple({*(name for name in site.domains if not name.startswith("*")), *map(host_of, site.start_urls)})
    return tuple({*map(host_of, getattr(spider, "start_urls", ())), *(getattr(spider, "allowed_domains", None) or ())})
