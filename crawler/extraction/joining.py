"""One article of several pages put together."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.extraction.model import Extracted


def join(pages: Sequence[Extracted]) -> Extracted:
    """Give one record of the pages of one article, in their order.

    The first page gives the fields; the others add paragraphs, pictures and notes. Paragraphs that a page repeats
    from the one before at its start or end (a summary, a notice) are taken once. Raises ValueError without pages.
    """
    if not pages:
        raise ValueError("no pages to join")
    first = pages[0]
    paragraphs, kinds = list(first.paragraphs), list(first.kinds)
    for page in pages[1:]:
        if page.page_kind != "article":
            continue
        known = set(paragraphs)
        new = list(zip(page.paragraphs, page.kinds, strict=True))
        while new and new[0][0] in known:
            del new[0]
        while new and new[-1][0] in known:
            del new[-1]
        paragraphs += [text for text, _ in new]
        kinds += [kind for _, kind in new]
    images = {image.url: image for page in pages for image in page.images}
    return replace(
        first,
        paragraphs=tuple(paragraphs),
        kinds=tuple(kinds),
        images=tuple(images.values()),
        notes=tuple(dict.fromkeys(note for page in pages for note in page.notes)),
        next_page=pages[-1].next_page,
    )
