"""Lists that are the article's own though their lines have the form of foreign ones: polls, results, calendars of names."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Page

DATE = re.compile(r"(?:\d{4}\s?[/.年-]\s?)?\d{1,2}\s?[/.月-]\s?\d{1,2}(?![\d/.-])日?")
NUMBER = re.compile(r"\d+")
HANZI_RUN = re.compile(rf"[{HANZI}]+")
ANNOUNCES = re.compile(r"[:：]\s*\Z|(?:如下|以下|下列|依次)[^。]*。?\s*\Z")
"""The end of a line that announces a list."""
FIELD = re.compile(rf"[{HANZI}]{{1,6}}\s?[:：]\s?[^\s:：，。！？][^:：，。！？]{{0,19}}")
LABEL = re.compile(rf"(?:\A|\s)[{HANZI}]{{1,6}}[:：]")
MIN_FIELDS = 2
"""Fields of one list, on one line or each on its own."""
WORK = re.compile(r"《[^《》]{1,30}》")
MIN_LINES, MIN_NAMED = 3, 2
"""Lines of a list, and how many of them the text must name where nothing announces it."""


def find_own_lists(page: Page, forms: Mapping[int, str]) -> frozenset[int]:
    """Find the lines of lists that belong to the article, among those of a telling form.

    Takes the form of each such line by its index, in order. The numbers of a list count on from line to line, and the
    line above announces it, or the text speaks of several entries.
    """
    runs: list[list[int]] = []
    for index, form in forms.items():
        if runs and runs[-1][-1] == index - 1 and forms[index - 1] == form:
            runs[-1].append(index)
        else:
            runs.append([index])
    return frozenset(index for run in runs if len(run) >= MIN_LINES and _is_own(page, run, forms) for index in run)


def _is_own(page: Page, run: Sequence[int], forms: Mapping[int, str]) -> bool:
    """Say whether a list is announced, or spoken of."""
    lines = [page.paragraphs[index] for index in run]
    if not _counts_on(lines):
        return False
    before = run[0] - 1
    if before >= 0 and (page.kind(before) == "heading" or ANNOUNCES.search(page.paragraphs[before])):
        return True
    text = "\n".join(text for index, text in page.prose() if index not in forms)
    named = sum(any(len(name) > 1 and name in text for name in HANZI_RUN.findall(line)) for line in lines)
    return named >= MIN_NAMED


def _counts_on(lines: Sequence[str]) -> bool:
    """Say whether ranks go up or down by one, or days or amounts grow or fall, from line to line."""
    days = [day[0] for line in lines if (day := DATE.search(line))]
    numbers = [[int(number) for number in NUMBER.findall(one)] for one in (days if len(days) == len(lines) else lines)]
    if not all(numbers):
        return False
    pairs = list(pairwise(numbers))
    if len(days) == len(lines):
        return all(one < other for one, other in pairs)
    ranks = {other[0] - one[0] for one, other in pairs}
    amounts = {other[-1] > one[-1] for one, other in pairs if other[-1] != one[-1]}
    return ranks in ({1}, {-1}) or len(amounts) == 1


def find_rows(page: Page, block: Sequence[int]) -> frozenset[int]:
    """Find the lines of a block that are rows of one list: fields (`label：value`), or works and who shows them."""
    texts = {index: page.paragraphs[index].strip() for index in block}
    rows = [index for index, text in texts.items() if is_data(text)]
    fields = [index for index, text in texts.items() if FIELD.fullmatch(text)]
    works = [index for index, text in texts.items() if WORK.search(text)]
    return frozenset(
        [*rows, *(fields if len(fields) >= MIN_FIELDS else ()), *(works if len(works) >= MIN_LINES else ())]
    )


def is_data(line: str) -> bool:
    """Say whether a line is several fields (`label：value label：value`)."""
    return len(LABEL.findall(line)) >= MIN_FIELDS
