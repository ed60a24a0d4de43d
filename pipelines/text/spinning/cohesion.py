"""Whether the paragraphs of a page belong to one article, to many, or to two, in turns or one behind the other."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np

from pipelines.text.register import is_classical
from pipelines.text.spans import Verdict
from pipelines.text.spinning.halves import judge_halves
from pipelines.text.spinning.terms import (
    HANZI_RUN,
    Terms,
    coverage,
    english_terms,
    hanzi_terms,
    likeness,
    repeated,
    titled,
)
from pipelines.text.spinning.turns import Likeness, judge_turns

KANA = re.compile("[\u3040-\u30ff]")
MOST = 40
"""Paragraphs looked at, from the top: enough to judge a page, and bounded for one of thousands."""
MOST_CHARS = 3_000
"""Characters looked at in a paragraph; the longest genuine ones have about 2,000."""
LEAST = 6
"""Paragraphs of prose: fewer may share nothing by chance."""
TIED, NEAR, COMMON, TITLED = 4, 6, 10, 6
"""How much each speaks for one article: the mean likeness of two paragraphs; that of a paragraph and its nearest, a tie at
most; the share of paragraphs with the page's most common term; the share that has a word of the title."""
UNTITLED = 0.5
"""The last for a page without a title."""
LEAST_ONE = 8.3
"""The sum below which a page is of many articles: of 4,490 genuine news pages none, of pages dealt from pools of varied
news two thirds, of English ones three quarters."""
LENGTH, NOTHING = {True: 100, False: 240}, {True: 0, False: 70}
"""Characters of a mean paragraph, in Chinese and in English, for which that holds, and for which nothing is too little.
Shorter paragraphs have less that they could share, and the bound falls with their length: of 2,700 runs of six to nine
paragraphs of genuine articles, most of them no news, six are below it; with one bound for all it was one in five of the
shortest."""
FEW, MANY = 9, 13
"""Paragraphs up to which that holds, and from which the bound is the same for all: the more there are, the more of them have
another to share something with; of 230 genuine articles of ten to twelve and 130 of more none is near it."""
LEAST_TEXT = {True: 250, False: 1_000}
"""Characters of all paragraphs below which a page is not judged: its writer need not come back to anything."""
CHANCE = {True: 20_000, False: 1_200}
"""Pairs of terms for which two paragraphs share one more by chance, in Chinese and in English; see `likeness`."""
LEAST_ABOVE = 3
"""Paragraphs that must stand above an end of other paragraphs."""
LEAST_APART = {True: 3.8, False: 3.3}
"""The sum from which such an end belongs to another article, in Chinese and in English: of 1,541 Chinese articles of clean
news three have it, of those with two paragraphs of another at the end nearly six in ten."""
CHANCE_SHARED, LEAST_TITLED, LEAST_LINKED = 0.06, 0.3, 0.6
"""Mean likeness of the two parts, share of paragraphs above with a word of the title, and share of those with a tie, of an
end that shares nothing: it need not hang together so well."""
LISTED = 0.3
"""Share of paragraphs that begin with a number, a bullet or a time: a round-up, a live blog."""
QUOTED, QUOTES = 0.6, '『“"‘'
"""The same with those that begin with a quotation mark: a page of quotes; in a report many may begin so."""

SPACED_RUN = 1.5
"""Mean run of hanzi below which they are spaced out, to keep machines from reading them or to fill lines; else it is five
and more."""

REFRAIN = re.compile(r"[^，。：:]{1,8}[：:]|[A-Za-z][ -~’]{15}")
"""A label, or the first words of an English paragraph"""
REFRAINS = 3
"""Paragraphs that begin alike"""
LIST_START = re.compile(
    r"""
    [•·●■◆▶★☆※▲△○◎—-]                              # a bullet
  | [(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、:：]  # a number
  | \d{1,2}[:：]\d\d | \d{1,2}月\d{1,2}日 | \d{1,2}(?:st|nd|rd|th)\b   # a time or a day
  | [【「『“"‘]                                       # a heading of its own, a quotation
    """,
    re.VERBOSE,
)
ROUND_UP = re.compile(
    r"早班车|晚班车|快讯|简讯|要闻|速览|速递|盘点|汇总|集锦|一览|摘要|回顾|十大|直播|日历|简报|早报|晚报"
    r"|\b(?:round-?up|briefs?|digest|live|in\ (?:quotes|pictures|brief)|at a glance|recap|bulletin|week in|this week)\b",
    re.IGNORECASE,
)
"""Words with which a title says that the page holds many things: names of forms, not of topics."""


def judge_cohesion(title: str, paragraphs: Sequence[str], *, shared: bool = False) -> tuple[str, Verdict] | None:
    """Say whether a page is `stitched` from many articles, two are `interleaved`, or its end is `suspect`.

    Takes the title and the paragraphs of prose; *shared* says that half of these stand on other pages, each on another.
    Gives the mark and the verdict; None for a page of one article, a page that says or shows that it is a round-up, one
    with few paragraphs, one in classical Chinese (its words are of one character, and no string of two comes back), and one
    in a language other than Chinese and English.
    """
    chinese = is_chinese(paragraphs)
    shortest = 40 if chinese else 80  # characters: a shorter paragraph has little that it could share
    prose = [paragraph[:MOST_CHARS] for paragraph in paragraphs if len(paragraph) >= shortest][:MOST]
    half = len(prose) // 2
    if prose[:half] == prose[half:]:  # a page that holds its text twice: no paragraph is nearer to any than to itself
        prose = prose[:half]
    if len(prose) < LEAST or chinese is None or is_round_up(title, prose):
        return None
    if chinese and is_classical("".join(prose)):
        return None
    if chinese and is_spaced(prose):
        prose = ["".join(one.split()) for one in prose]
    terms = [hanzi_terms(one) if chinese else english_terms(one) for one in prose]
    alike = likeness(terms, chance=CHANCE[chinese])
    own = hanzi_terms(title) if chinese else english_terms(title)
    has = [bool(own[0] & one[0] or own[1] & one[1]) for one in terms]
    if judged := _judge_page(title, prose, terms, alike, has, chinese=chinese, dealt=shared):
        return judged
    if verdict := judge_tail(alike, has, chinese=chinese):
        return "suspect", verdict
    return None


def _judge_page(
    title: str,
    prose: Sequence[str],
    terms: Sequence[Terms],
    shared: Likeness,
    has: Sequence[bool],
    *,
    chinese: bool,
    dealt: bool,
) -> tuple[str, Verdict] | None:
    """Say whether the paragraphs of a page are of many articles, or of two.

    *has* says of each whether it has a word of the title, *dealt* that other pages have half of them: then short ones must
    hang together as long ones do.
    """

    @cache
    def common() -> float:
        return repeated(prose) if chinese else coverage(terms)

    if not has_refrain(prose):
        if (verdict := judge_turns(shared, has, common)) is not None:
            return "interleaved", verdict
        if (verdict := judge_halves(shared, has, chinese=chinese)) is not None:
            return "stitched", verdict
    length = sum(map(len, prose))
    if length < LEAST_TEXT[chinese]:
        return None
    least = LEAST_ONE * (1.0 if dealt else _fullness(length / len(prose), len(prose), chinese=chinese))
    near = float(np.minimum(shared.max(axis=1), 1).mean())
    mean = float(shared.sum()) / (len(terms) * (len(terms) - 1))
    one = TIED * mean + NEAR * near
    if one < least:
        one += TITLED * (titled(title, prose, terms, chinese=chinese) if title else UNTITLED)
    if one >= least or one + COMMON * common() >= least:
        return None
    linked = float((shared.max(axis=1) >= 1).mean())
    evidence = (
        f"{len(prose)} paragraphs, {linked:.0%} with a tie to another; no term in more than {common():.0%} of them"
    )
    return "stitched", Verdict(reason="no_common_topic", evidence=evidence)


def _fullness(length: float, count: int, *, chinese: bool) -> float:
    """Give how much of the bound holds for so many paragraphs of a mean length in characters, from 0 to 1."""
    nothing, full = NOTHING[chinese], LENGTH[chinese]
    of_length = (length - nothing) / (full - nothing)
    return min(1.0, max(0.0, of_length, (count - FEW) / (MANY - FEW)))


def judge_tail(shared: Likeness, has: Sequence[bool], *, chinese: bool) -> Verdict | None:
    """Say whether the last two or three paragraphs belong together and hardly to those above them, nor to the title.

    Takes the likeness of the paragraphs, and which have a word of the title. How much the two parts share, how much holds
    either of them together, and in which the title's words stand are weighed together.
    """
    titled_ = np.array(has, dtype=np.float64)
    for size in (2, 3):
        cut = len(has) - size
        if cut < LEAST_ABOVE:
            continue
        above, between = shared[:cut, :cut], shared[cut:, :cut]
        inside = float(np.minimum(shared[cut:, cut:], 2).sum()) / (size * (size - 1))
        near = float(np.minimum(above.max(axis=1), 2).mean())
        apart = near + 2 * inside + 2 * titled_[:cut].mean() - 3 * titled_[cut:].mean()
        nothing = (
            between.mean() <= CHANCE_SHARED
            and between.max() < 1 <= shared[cut:, cut:].max(axis=1).min()
            and not any(has[cut:])
            and titled_[:cut].mean() >= LEAST_TITLED
            and (above.max(axis=1) >= 1).mean() >= LEAST_LINKED
        )
        if nothing or apart - 2 * between.max() - 4 * between.mean() >= LEAST_APART[chinese]:
            evidence = f"the last {size} paragraphs hang together and share hardly anything with the {cut} above"
            return Verdict(reason="foreign_tail", evidence=evidence)
    return None


def has_refrain(prose: Sequence[str]) -> bool:
    """Say whether paragraphs begin with one and the same label or words: speakers, or tips and who gives them, take turns."""
    starts = (match[0] for one in prose if (match := REFRAIN.match(one)))
    return max(Counter(starts).values(), default=0) >= REFRAINS


def is_chinese(paragraphs: Sequence[str]) -> bool | None:
    """Say whether the text is Chinese (True) or in English letters (False); None for anything else."""
    sample = "".join(paragraph[:500] for paragraph in paragraphs[:MOST])
    hanzi = sum(len(run) for run in HANZI_RUN.findall(sample))
    if len(KANA.findall(sample)) > 0.1 * len(sample):
        return None
    if hanzi > 0.3 * len(sample):
        return True
    words = [word.lower() for word in re.findall(r"[A-Za-z]+", sample)]
    small = sum(word in {"the", "of", "and", "to", "in", "a"} for word in words)
    return False if words and small > 0.1 * len(words) else None


def is_spaced(prose: Sequence[str]) -> bool:
    """Say whether hanzi stand with a space between each two, so that no string of them can be told."""
    runs = [len(run) for one in prose for run in HANZI_RUN.findall(one)]
    return sum(runs) < SPACED_RUN * len(runs)


def is_round_up(title: str, prose: Sequence[str]) -> bool:
    """Say whether a page is many things by its own account."""
    starts = [match[0] for paragraph in prose if (match := LIST_START.match(paragraph))]
    quoted = sum(start in QUOTES for start in starts)
    listed = len(starts) > QUOTED * len(prose) or len(starts) - quoted > LISTED * len(prose)
    return listed or ROUND_UP.search(title) is not None
