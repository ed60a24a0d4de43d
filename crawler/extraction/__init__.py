"""From a page's bytes to its article: `extract` and what it gives."""

from typing import TYPE_CHECKING

from pipelines.text.lazily import gives

if TYPE_CHECKING:
    from crawler.extraction.article import extract
    from crawler.extraction.joining import join
    from crawler.extraction.model import KINDS, PAGE_KINDS, Extracted, Image
    from crawler.extraction.page.charset import Decoded, decode

__all__ = ["KINDS", "PAGE_KINDS", "Decoded", "Extracted", "Image", "decode", "extract", "join"]

__getattr__ = gives(
    __name__,
    article=["extract"],
    joining=["join"],
    model=["KINDS", "PAGE_KINDS", "Extracted", "Image"],
    page__charset=["Decoded", "decode"],
)
