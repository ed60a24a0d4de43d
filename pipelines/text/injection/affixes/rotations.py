"""Keywords that take turns in front of paragraphs (P1): each alone has too few, all together most of them.

On a page they must be of one stem; over a site, before marks that no label has, of any stems.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pipelines.text.byline import is_credit_line
from pipelines.text.damage import HANZI
from pipelines.text.injection.affixes.refrains import QUESTION
from pipelines.text.injection.evidence.function_words import is_phrase
from pipelines.text.injection.evidence.genuine_starts import PAIRS, is_no_label
from pipelines.text.injection.evidence.keywords import some_are_unrelated, tie_apart, topics
from pipelines.text.injection.evidence.page import CLOSING, LONGEST_LINE, SENTENCE_END, Find, Page
from pipelines.text.injection.evidence.tokens import common_start, key
from pipelines.text.injection.evidence.word_pairs import is_made_of_words

HEAD = re.compile(
    rf"(?P<opening>[^\w\s]{{0,2}})(?P<core>[{HANZI}](?:(?!丨)[{HANZI}A-Za-z]){{3,13}})\s?(?P<mark>(?:[^\w\s“”‘’「『《(（]|_){{1,3}}|丨|\s)\s?"
)
"""What begins a paragraph, up to the first mark, and the mark, which may be a space."""
DOUBLED = re.compile(r"：:|:：|，,|,，|。\.|\.。|！!|!！")
"""A mark of Chinese and the same of ASCII: nobody sets both."""
SEED = 3
"""Characters of the shortest stem; names of people have as many, but no label of theirs a word behind it."""
BEHIND = range(2, 7)
"""Characters behind the stem; single ones count (`案例一`)."""
MIN_MEMBERS, MIN_SHARE = 4, 0.5
"""Paragraphs that must begin with one of the keywords, and their share of all."""
MIN_REPEATED = 2
"""Paragraphs by which these must be more than the keywords: headings of sections come once each."""
MOST_VARIANTS = 8
"""Keywords that take turns."""
SITE_SEED = 2
"""The same where the other pages of the site bear it out."""
ASKING = {"?", "？"}
"""Marks of which writers set one behind the same words again: behind questions (`你知道吗？`)."""
MIN_TURNING, MIN_PAGES = 2, 3
"""Keywords of one stem that take turns over a site, and pages of it on which each must stand, and several of them at once."""
HUNG = "。"
"""Stands for the mark in front of what hangs behind the last full stop."""
LEAST_HUNG = 5
"""Pages of a site on which something of one stem must hang there."""
TAIL = re.compile(rf"[{SENTENCE_END}][{re.escape(CLOSING)}]*\s?(?P<core>[{HANZI}][{HANZI}A-Za-z]{{3,13}})\Z")
MIN_ALIKE, ALIKE_SHARE = 4, 0.4
"""Keywords of a stem that no word of the language is, with marks that labels have, too, and their share of the paragraphs."""
MOST_OTHERS = 0.1
"""Paragraphs with other labels and the same mark on those pages, for each that has one of them: sections, speakers."""
MOST_TAIL = 24
"""Characters at the end of a page in which it is looked for."""
MOST_BARS = 2
"""Bars of a paragraph in which keywords are looked for."""

Heads = Sequence[tuple[int, re.Match[str]]]
Around = tuple[str, str]
"""What stands before a keyword, and the mark behind it."""
Members = Mapping[int, Sequence[str]]
"""The keywords in front of the paragraphs of each page: of one stem, or all with the same around them."""


def find_rotations(page: Page) -> list[Find]:
    """Find keywords of one stem, each with a short word behind it and all with the same marks, in front of paragraphs.

    The marks must be such as no writer sets around a label, and the stem must be foreign to the text. Then the same
    keywords go wherever else they stand: between commas and inside words.
    """
    if not page.hanzi:
        return []
    finds: list[Find] = []
    for heads in _families(page):
        cores = {head["core"] for _, head in heads}
        stem = common_start(sorted(cores))
        whole = [*heads, *_short(page, cores, heads)]
        evidence = f"{', '.join(sorted(cores))} take turns in front of {len(whole)} paragraphs"
        finds += (
            Find.match(index, head, reason="prefix", evidence=evidence, keyword=key(head["core"]))
            for index, head in whole
        )
        ends = {index: head.end() for index, head in whole}
        finds += _elsewhere(page, stem, cores, ends)
    return finds


def _short(page: Page, cores: set[str], heads: Heads) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the beginnings of short paragraphs that have one of the keywords and the same marks."""
    known = heads[0][1].group("opening", "mark")
    for index, text in page.prose():
        head = HEAD.match(text) if len(text) <= LONGEST_LINE else None
        if head and head["core"] in cores and head.group("opening", "mark") == known and head.end() < len(text):
            yield index, head


def _families(page: Page) -> Iterator[Heads]:
    """Give the beginnings of paragraphs in which keywords of one stem take turns."""
    groups = _marked(page, SEED)
    long = sum(len(text) > LONGEST_LINE for _, text in page.prose())
    marked = Counter((opening, mark) for _, opening, mark in groups)
    for (_, opening, mark), heads in groups.items():
        if len(heads) < max(MIN_MEMBERS, MIN_SHARE * long) or marked[opening, mark] > 1:  # sections, speakers
            continue
        cores = {head["core"] for _, head in heads}
        stem = common_start(sorted(cores))
        taking_turns = 1 < len(cores) <= min(MOST_VARIANTS, len(heads) - MIN_REPEATED)
        short = all(len(core) - len(stem) in BEHIND for core in cores)
        odd = DOUBLED.search(mark) or is_no_label(page, opening, mark, len(heads))
        if not (taking_turns and short and odd) or is_phrase(stem) or page.tie(stem):
            continue
        if mark[0] not in PAIRS or not _is_spoken_of(page, stem, cores):
            yield heads


def _marked(page: Page, seed: int) -> dict[tuple[str, str, str], list[tuple[int, re.Match[str]]]]:
    """Give the beginnings of long paragraphs up to a mark, by their first *seed* characters, what stands before, and the mark."""
    groups: dict[tuple[str, str, str], list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for index, text in page.prose():
        if len(text) > LONGEST_LINE and (head := HEAD.match(text)):
            groups[head["core"][:seed], head["opening"], head["mark"]].append((index, head))
    return groups


def _is_spoken_of(page: Page, stem: str, cores: set[str]) -> bool:
    """Say whether the text has a stem otherwise than as one of its keywords: writers set brackets around labels, too."""
    return re.search(f"(?<![，,]){re.escape(stem)}", _pattern(cores).sub("", page.text)) is not None


def _pattern(cores: set[str]) -> re.Pattern[str]:
    """Give the expression that finds keywords, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, cores), key=len, reverse=True)))


def _elsewhere(page: Page, stem: str, cores: set[str], ends: dict[int, int]) -> Iterator[Find]:
    """Find the keywords of a stem behind the beginnings: those known, also with a label behind the last sentence, and with another short word between commas."""
    known = _pattern(cores).pattern
    slot = rf"{re.escape(stem)}[{HANZI}A-Za-z]{{0,{BEHIND.stop - 1}}}"
    suffix = (
        rf"(?<=[{SENTENCE_END}{re.escape(CLOSING)}])[^\w{SENTENCE_END}“‘]{{0,4}}[{HANZI}]{{2,10}}[：:]\s?(?:{known})\Z"
    )
    expression = re.compile(rf"{suffix}|(?<=[，,]){slot}[，,]|[，,]{slot}(?=[。！？；])|(?<![：:])(?:{known})")
    for index, text in page.prose():
        if text.count("|") > MOST_BARS:  # a block of links goes whole
            continue
        for match in expression.finditer(text, ends.get(index, 0)):
            yield Find.match(
                index,
                match,
                reason="inside_text",
                evidence=f"a keyword of {stem!r}, which takes turns in front of paragraphs",
            )


def find_site_rotations(pages: Sequence[Page]) -> frozenset[str]:
    """Find the keywords that take turns over a site in front of its paragraphs or, of one stem, behind the last full stop.

    On a page each may stand once, like the headings of its sections; on the next pages the same ones come back in front of
    other paragraphs, while the articles speak of no such stem.
    """
    groups: dict[Around, dict[str, dict[int, list[str]]]] = defaultdict(lambda: defaultdict(dict))
    for number, page in enumerate(pages):
        if page.hanzi:
            for (start, opening, mark), heads in _marked(page, SITE_SEED).items():
                groups[opening, mark][start][number] = [head["core"] for _, head in heads]
            if core := _hung(page):
                groups["", HUNG][core[:SITE_SEED]][number] = [core]
    found = set[str]()
    for around, stems in groups.items():
        every: dict[int, list[str]] = defaultdict(list)
        for members in stems.values():
            for number, cores in members.items():
                every[number] += cores
        for members in stems.values():
            found.update(_turning(pages, around, members, every))
        if around[1] != HUNG:
            found.update(_mixed(pages, around, every))
    return frozenset(found)


def _turning(pages: Sequence[Page], around: Around, members: Members, every: Members) -> Iterator[str]:
    """Give the keys of what comes back over a site, if it takes turns and the pages speak of no such stem.

    *every* has the keywords of other stems with the same around them as well.
    """
    opening, mark = around
    on = Counter(core for cores in members.values() for core in set(cores))
    again = {core for core, count in on.items() if count >= MIN_PAGES}
    stem = common_start(sorted(again)) if len(again) >= MIN_TURNING else ""
    if not stem or not all(len(core) - len(stem) in BEHIND for core in again) or (mark in ASKING and is_phrase(stem)):
        return
    odd = {n for n, cores in members.items() if mark == HUNG or is_no_label(pages[n], opening, mark, len(cores))}
    if not odd and len(again) >= MIN_ALIKE and _is_random(pages, stem, members, every):
        odd = {*members}
    foreign = [number for number in odd if not tie_apart(pages[number], stem)]
    often = len(foreign) if mark == HUNG else sum(len(members[number]) > 1 for number in foreign)
    if len(foreign) * 2 > len(members) and often >= (LEAST_HUNG if mark == HUNG else MIN_PAGES):
        yield from map(key, again)


def _is_random(pages: Sequence[Page], stem: str, members: Members, every: Members) -> bool:
    """Say whether what begins paragraphs with a mark that labels have, too, is none.

    The stem is no word of the language, nor is it anywhere else on the site; it begins a good part of the paragraphs of
    unrelated articles, beside which no others have such a label; on some pages one of the keywords comes back, and over all,
    each now comes before another and now behind it, as sections do not.
    """
    own = sum(map(len, members.values()))
    others = sum(len(every[number]) for number in members) - own
    long = sum(len(text) > LONGEST_LINE for number in members for _, text in pages[number].prose())
    if is_made_of_words(stem) or own < ALIKE_SHARE * long or others > MOST_OTHERS * own:
        return False
    if sum(len(cores) > len(set(cores)) for cores in members.values()) < MIN_PAGES:
        return False
    if _are_in_order(members.values()) or sum(page.text.count(stem) for page in pages) > (1 + MOST_OTHERS) * own:
        return False
    return some_are_unrelated([topics(pages[number].title, (stem,)) for number in members])


def _mixed(pages: Sequence[Page], around: Around, members: Members) -> Iterator[str]:
    """Give the keys of keywords of whatever stems that take turns in front of paragraphs, with marks that no label has.

    They begin a good part of the paragraphs of unrelated articles, which speak of none of them, in whatever order and one of
    them twice on most of the pages: sections come once, and in theirs.
    """
    pages_of = Counter(core for cores in members.values() for core in set(cores))
    asked = around[1] in ASKING
    again = {core for core, count in pages_of.items() if count >= MIN_PAGES and not (asked and QUESTION.search(core))}
    shown = {n: own for n, cores in members.items() if len(own := [core for core in cores if core in again]) > 1}
    long = sum(len(text) > LONGEST_LINE for number in shown for _, text in pages[number].prose())
    if len(again) < MIN_TURNING or len(shown) < MIN_PAGES or sum(map(len, shown.values())) < MIN_SHARE * long:
        return
    if 2 * sum(len(cores) > len(set(cores)) for cores in shown.values()) < len(shown):
        return
    odd = [number for number in shown if is_no_label(pages[number], *around, len(shown[number]))]
    foreign = [(number, core) for number in odd for core in set(shown[number]) if not tie_apart(pages[number], core)]
    often = Counter(core for _, core in foreign)
    if some_are_unrelated([topics(pages[number].title, again) for number in odd]):
        yield from (key(core) for core in again if 2 * often[core] > pages_of[core])


def _are_in_order(sequences: Iterable[Sequence[str]]) -> bool:
    """Say whether what follows one another on some pages seldom stands the other way round on others, as sections do."""
    turns = {turn for cores in sequences for turn in pairwise(cores) if len(set(turn)) > 1}
    return 2 * sum(turn[::-1] in turns for turn in turns) < len(turns)


def _hung(page: Page) -> str:
    """Give what hangs behind the last full stop of a page and is no credit, such as those of a desk."""
    last = next((text for _, text in reversed([*page.prose()])), "")
    match = TAIL.search(last, max(0, len(last) - MOST_TAIL))
    return match["core"] if match and not is_credit_line(match["core"]) else ""
