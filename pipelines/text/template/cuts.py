"""What is the site's inside a paragraph or the title: fixed beginnings and ends, links to more, the site's name."""

from collections.abc import Iterator, Sequence

from pipelines.text.byline import credit_bounds, is_credit_line
from pipelines.text.spans import Span
from pipelines.text.template.disclosures import disclosed_end
from pipelines.text.template.furniture import ORIGINAL_TAIL, READ_ON
from pipelines.text.template.learning import Template
from pipelines.text.template.links import find_hung_link
from pipelines.text.template.shape import LONGEST, digest, plain
from pipelines.text.template.tails import (
    END,
    TEXT_CHARS,
    first_lead,
    first_texts,
    head_end,
    last_texts,
    lead_ends,
    tail_starts,
    title_spans,
)
from pipelines.text.template.traits import frame_digests
from pipelines.text.template.wording import SEO_FRAME, frame_keywords, judge_keywords

LEAST_TITLE = 4
"""Characters of a title that must be left."""


def find_ends(
    title: str, paragraphs: Sequence[str], left: Sequence[int], template: Template
) -> list[tuple[int | None, Span]]:
    """Find what is cut from the ends of those paragraphs that are *left*, the first and the last above all."""
    texts = [paragraphs[index] for index in left]
    cuts: list[tuple[int | None, Span]] = []
    last = last_texts(texts)
    links = ((place, find_hung_link(text, template, title)) for place, text in enumerate(texts))
    cuts += [(left[place], span) for place, span in links if span is not None]
    if template.tails:
        inner = ((place, _hung(text, template)) for place, text in enumerate(texts) if place not in last)
        cuts += [(left[place], span) for place, span in inner if span is not None]
    for place in last:
        text = texts[place]
        # Its end stands on every page, but the names before it would be left.
        if is_credit_line(text):
            continue
        start = _learned_tail(text, template)
        if start is not None and credit_bounds(text)[1] < start:
            continue
        if start is not None:
            cuts.append((left[place], _tail(text, start, "learned_tail", "ends the site's articles")))
        elif (more := _more(text)) is not None and text[: more[0]].strip():
            cuts.append((left[place], _tail(text, more[0], more[1], "behind the last sentence")))
    cuts += [(left[place], span) for place, span in _leads(texts, template)]
    for place in first_texts(texts) if template.heads else ():
        end = head_end(texts[place])
        known = end and digest(texts[place][:end].strip(), folded=False) in template.heads
        # `(Agency)` begins them all, with a dash behind it, or a reporter of its own.
        if known and credit_bounds(texts[place])[0] <= end:
            span = Span(start=0, end=end, reason="learned_head", evidence="begins the site's articles")
            cuts.append((left[place], span))
    return cuts


def _leads(texts: Sequence[str], template: Template) -> Iterator[tuple[int, Span]]:
    """Find the sentences before the first paragraph that disclose something, or with which most pages begin."""
    place = first_lead(texts)
    if place is None:
        return
    text = texts[place]
    disclosed = disclosed_end(text)
    known = (end for end in lead_ends(texts) if digest(text[:end], folded=False) in template.heads)
    learned = next(known, 0) if template.heads else 0
    for end, reason, evidence in (
        (disclosed if text[disclosed:].strip() else 0, "notice", "discloses what the site earns by its links"),
        (learned if learned and credit_bounds(text)[0] <= learned else 0, "learned_head", "begins the site's articles"),
    ):
        if end:
            yield place, Span(start=0, end=len(text) - len(text[end:].lstrip()), reason=reason, evidence=evidence)


def _learned_tail(text: str, template: Template) -> int | None:
    """Give where the longest learned end of a paragraph begins."""
    if not template.tails:
        return None
    tails = (start for start in tail_starts(text) if digest(text[start:], folded=False) in template.tails)
    return next(tails, None)


def _hung(text: str, template: Template) -> Span | None:
    """Find the end of the site's articles where it hangs, no sentence itself, on another paragraph behind its full stop."""
    if len(text) < TEXT_CHARS or is_credit_line(text) or END.search(text):
        return None
    start = _learned_tail(text, template)
    if start is None or not END.search(text[:start].rstrip()) or credit_bounds(text)[1] < start:
        return None
    return _tail(text, start, "learned_tail", "ends the site's articles, and hangs on this paragraph too")


def find_title_cut(
    title: str, paragraphs: Sequence[str], template: Template, name: str
) -> list[tuple[int | None, Span]]:
    """Give the longest part of the title that is the site's and leaves a title."""
    frames = [
        text
        for index, text in enumerate(paragraphs[:3])
        if len(text) <= LONGEST
        and (
            SEO_FRAME.search(text)
            or (template.frames and frame_digests(text) & template.frames)
            or judge_keywords(title, paragraphs, index)
        )
    ]
    start = next((at for text in frames if (at := frame_keywords(text, title)) is not None), None)
    if start is not None and start >= LEAST_TITLE:
        span = Span(start=start, end=len(title), reason="seo_frame", evidence="keywords of the page's frame")
        return [(None, span)]
    called = plain(name)
    if not called and not template.titles:
        return []
    spans = [
        (start, end)
        for start, end, part in title_spans(title)
        if digest(part, folded=False) in template.titles or (called and plain(part) == called)
    ]
    first = next((end for start, end in spans if start == 0), 0)
    if any(0 < start < first for start, _ in spans):
        return []  # nor is the rest an article's: the site gives one title to all its pages
    spans = [(start, end) for start, end in spans if len(title) - (end - start) >= LEAST_TITLE]
    if not spans:
        return []
    start, end = max(spans, key=lambda span: (span[1] - span[0], span))
    return [(None, Span(start=start, end=end, reason="site_name", evidence="the same on the site's titles"))]


def _more(text: str) -> tuple[int, str] | None:
    """Give where a link to more, or the title an article had elsewhere, begins behind the last sentence."""
    begin = max(1, len(text) - 200)
    for form, reason in ((READ_ON, "read_on"), (ORIGINAL_TAIL, "original_title")):
        if (match := form.search(text, begin)) is not None:
            return match.start(), reason
    return None


def _tail(text: str, start: int, reason: str, evidence: str) -> Span:
    """Give the span from *start* to the end, with the space before it."""
    return Span(start=len(text[:start].rstrip()), end=len(text), reason=reason, evidence=evidence)
