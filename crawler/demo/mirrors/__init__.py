"""The five mirrors of the demo, each in a module of its own: another skin, charset, way of discovery and dirt."""

from crawler.demo.mirrors.base import Mirror, Reply
from crawler.demo.mirrors.courier import Courier
from crawler.demo.mirrors.echo import Echo
from crawler.demo.mirrors.harbour import Harbour
from crawler.demo.mirrors.morning import Morning
from crawler.demo.mirrors.tide import Tide

__all__ = ["MIRRORS", "Mirror", "Reply"]

MIRRORS: tuple[Mirror, ...] = (Morning(), Tide(), Harbour(), Courier(), Echo())
"""All mirrors; the n-th stands on the n-th host of the demo."""
