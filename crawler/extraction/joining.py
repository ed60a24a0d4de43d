"""One article of several pages put together."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.extraction.model import MAX_TEXT, Extracted


def join(pages: Sequence[Extracted]) -> Extracted:
    """Give one record of the pages of one article, in their order.

    The first page gives the fields; the others add paragraphs, pictures and notes. Paragraphs that a page repeats
    from the one before at its start or end (a summary, a notice) are taken once. Where all together are longer than
    MAX_TEXT the article is `too_large`, as a page is that has so much alone. Raises ValueError without pages.
    """
    if not pages:
        raise ValueError("no pages to join")
    first = pages[0]
    paragraphs, kinds = list(first.paragraphs), list(first.kinds)
    for page in pages[1:]:
        if page.page_kind != "article":
            continue
        known = set(paragraphs)
        new = [at for at, text in enumerate(page.paragraphs) if text not in known]
        if new:
            paragraphs += page.paragraphs[new[0] : new[-1] + 1]
            kinds += page.kinds[new[0] : new[-1] + 1]
    if sum(map(len, paragraphs)) > MAX_TEXT:
        return replace(first, page_kind="too_large", paragraphs=(), kinds=(), images=(), next_page=None)
    images = {image.url: image for page in pages for image in page.images}
    return replace(
        first,
        paragraphs=tuple(paragraphs),
        kinds=tuple(kinds),
        images=tuple(images.values()),
        notes=tuple(dict.fromkeys(note for page in pages for note in page.notes)),
        next_page=pages[-1].next_page,
    )
