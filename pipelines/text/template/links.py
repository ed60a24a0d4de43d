"""Links to other articles, told by their label: on a line of their own, or hung on the end of a paragraph."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipelines.text.spans import Span, Verdict
from pipelines.text.template.channels import judge_channel, speaks_of_channels
from pipelines.text.template.furniture import judge_link_inside, words
from pipelines.text.template.learning import Template
from pipelines.text.template.tails import END, tail_starts

LONGEST = 120
"""Characters of a label and a headline."""
ENDED = "。.…"
"""Marks with which sentences end, and no headlines."""
OTHER = "a label and the title of another article of the site"
BRACKETS = " \u3000()（）[]【】>»"
"""What may stand around a link."""


@cache
def _labelled() -> "re.Pattern[str]":
    """Give the expression of a label, a colon and a headline; linear, an alternation of fixed words."""
    labels = "|".join(map(re.escape, sorted(words()["link"], key=len, reverse=True)))
    return re.compile(rf"(?:[^\w\s]{{1,3}}\s?)?(?:{labels})\s?[:：]\s?(?P<headline>\S.{{2,110}})", re.IGNORECASE)


def judge_labelled_link(line: str) -> Verdict | None:
    """Judge whether a line is the label of a link, a colon, and a headline: it begins in no small letter and ends in no full stop."""
    if len(line) > LONGEST or not (":" in line or "：" in line) or line.rstrip()[-1:] in ENDED:
        return None
    match = _labelled().fullmatch(line)
    if match is None or match["headline"][0].islower():
        return None
    return Verdict(reason="read_on", evidence="label and headline, no sentence")


def find_links(
    title: str, paragraphs: Sequence[str], places: Sequence[int], template: Template
) -> Iterator[tuple[int, Verdict]]:
    """Find the lines at some places of a page that lead to another article, or to the site's channels."""
    calls = {index: call for index in places if (call := judge_channel(paragraphs[index])) is not None}
    calls = {} if calls and speaks_of_channels(title, paragraphs) else calls
    for index in places:
        line = paragraphs[index]
        link = judge_link_inside(line) or judge_labelled_link(line) or calls.get(index)
        if link is None and template.leads_to(line, title):
            link = Verdict(reason="read_on", evidence=OTHER)
        if link is not None:
            yield index, link


def find_hung_link(text: str, template: Template, title: str) -> Span | None:
    """Find a link that hangs on a paragraph behind the full stop of its last sentence.

    Its label is known, or what stands behind the colon is the title of another article of the site. Takes the page's own
    title.
    """
    end = text[-LONGEST:]
    if not (":" in end or "：" in end) or text[-1:] in ENDED:
        return None
    for start in tail_starts(text):
        before = text[:start].rstrip()
        bare = text[start:].strip(BRACKETS)
        if not END.search(before[-3:]):
            continue
        known = template.leads_to(bare, title)
        if known or judge_labelled_link(bare):
            evidence = f"{OTHER if known else 'label and headline'}, behind a sentence"
            return Span(start=len(before), end=len(text), reason="read_on", evidence=evidence)
    return None
