"""Keywords in the title (T1, T2): lists of them, and those that other places prove, with their code, bracket and field.

`[橙汁_橙汁下载_橙汁会员]`, `[x9-z橙汁登录-]老磨坊重新转动` What is cut leaves a headline of which the text speaks; a list that
shares nothing with the text gives way to the heading that does.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.text.injection.evidence.page import MIN_BODY, Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, key
from pipelines.text.injection.titles.fields import MARK, is_headline

LIST_BREAK = re.compile(r"\s*[_|｜丨,]\s*|\s*-+\s*")
SENTENCE_MARK = re.compile(r"[。！？!?；;：:，]")
SEPARATORS = " \t_|｜丨-–—·,，、:：?？!！~>»"
"""Marks that set a keyword off from a headline."""

ASKED = re.compile(r"[?？!！](?=[ \t_|｜丨–—·,，、:：~>»-]+\Z)")
"""The end mark of a headline, with marks behind it."""
MIN_FIELDS = 3
"""Fields of a keyword list (pattern T1)."""
FIELD_LENGTH = range(2, 25)
"""Characters of one keyword; 6 to 20 were seen (pattern T1)."""
MOST_KEYWORDS = 4
"""Keywords taken out of one title."""
FIELD = re.compile(r"[_|｜丨]")
CODE = re.compile(r"\A[A-Za-z0-9]{1,6}[-_·.]\Z")
"""Letters and digits in front of a keyword that begins a title."""
BRACKETS = {"（": "）", "(": ")", "【": "】", "[": "]", "〔": "〕", "「": "」"}
MOST_MORE = 8
"""Letters of what a field has beside a keyword."""
SEAM = 2
"""Characters on each side of the place where a headline goes on behind a keyword."""
MOST_TAIL = 4
"""Characters of what follows a keyword as its own (`KEYWORD下载`, `KEYWORD登录网址`)."""
NUMBER = re.compile(r"\d+")
LONGEST_BRACKET = 60
"""Characters of a bracket that goes with the keyword in it."""
FIELD_MARKS = frozenset("_|｜丨-–—>»（()）【】[]〔〕")
"""Marks beside a keyword that is no word of the headline; a name may have a colon behind it (`NAME: what it did`)."""
SET_OFF = FIELD_MARKS | frozenset("·,，、:：?？!！~「」")
"""Marks beside a keyword that leave a headline whole."""
MIN_HEADLINE = 6
"""Characters that must be left for a headline."""


def find_titles(page: Page) -> list[Find]:
    """Find keywords in the title: proven ones at its start, end or middle, and titles that are nothing but keywords.

    A keyword is proven where other rules have found it on the page or on its site. What is cut must leave a headline;
    where nothing is left of a title, or it is a list that shares nothing with the body, the heading that fits the body
    takes its place. Where there is none, the title stays and is doubted: an essay may be named by words it never uses.
    """
    if not page.title:
        return []
    rest = _without_known(page, page.title)
    if rest == page.title and not is_keyword_list(page, page.title):
        return []
    if rest != page.title and len(key(rest)) >= MIN_HEADLINE:
        return _cuts(page)
    return _replaced(page, rest)


def _replaced(page: Page, rest: str) -> list[Find]:
    """Find what to do with a title of which the keywords leave too little, or nothing but a *rest*: cut or replace it."""
    headline = _headline(page)
    if rest != page.title and rest in (headline or rest) and _is_parted(page, rest):
        return _cuts(page)
    if not headline and rest != page.title and key(page.title) not in page.known:
        return []
    if headline and (kept := _told_field(page, page.mention(headline))) is not None:
        return [find for find in (_cut(0, kept[0]), _cut(kept[1], len(page.title))) if find.end > find.start]
    evidence = "nothing but keywords, proven or unrelated to the body"
    return [
        Find(
            paragraph=None,
            end=len(page.title),
            reason="keyword_title",
            put=headline,
            evidence=evidence,
            doubtful=not headline,
        )
    ]


def _cuts(page: Page) -> list[Find]:
    """Find the stretches of the title that its keywords take."""
    return [_cut(start, end) for start, end in _gaps(_kept(page, page.title), len(page.title))]


def _cut(start: int, end: int) -> Find:
    evidence = "a keyword proven in the body or on the site"
    return Find(paragraph=None, start=start, end=end, reason="title_keyword", evidence=evidence)


def _told_field(page: Page, least: float) -> tuple[int, int] | None:
    """Give the place of the field of a title that the text mentions at *least* so much, and none of the others.

    A headline is taken for a keyword as well where other pages of the site show it under theirs.
    """
    marks = [(0, 0), *(mark.span() for mark in MARK.finditer(page.title)), (len(page.title), len(page.title))]
    fields = [(left[1], right[0]) for left, right in pairwise(marks)]
    told = [place for place in fields if page.mention(page.title[slice(*place)])]
    place = told[0] if len(told) == 1 else (0, 0)
    field = page.title[slice(*place)]
    return place if len(key(field)) >= MIN_HEADLINE and page.mention(field) >= least else None


def _is_parted(page: Page, rest: str) -> bool:
    """Say whether what is left is a short headline, whole fields of the title, of which the text speaks."""
    gaps = _gaps(_kept(page, page.title), len(page.title))
    marked = all(page.title[start] in SET_OFF or page.title[end - 1] in SET_OFF for start, end in gaps)
    fields = {key(part) for part in MARK.split(page.title)}
    return marked and (is_headline(page, rest, least=0) or (key(rest) in fields and not fields.isdisjoint(page.known)))


def find_keyword_lines(page: Page) -> list[Find]:
    """Find lines above or below the text that are lists of keywords (T1)."""
    places = [index for index, _ in page.prose()]
    edge = {*places[:3], *places[-3:]}
    return [
        Find.line(
            index,
            text,
            reason="keyword_list",
            evidence="three or more fields that share nothing with the rest of the page",
        )
        for index, text in page.prose()
        if index in edge
        and len(text) <= 200
        and page.kind(index) in {"text", "heading"}
        and is_keyword_list(page, text)
    ]


def is_keyword_list(page: Page, text: str) -> bool:
    """Say whether a line is three or more keywords joined by marks, none of which the body speaks of."""
    if not page.hanzi or len(page.text) < MIN_BODY + len(text) or SENTENCE_MARK.search(text):
        return False
    fields = [part for part in LIST_BREAK.split(text) if part]
    if len(fields) < MIN_FIELDS or not all(len(part) in FIELD_LENGTH for part in fields):
        return False
    if sum(len(part) for part in fields) < 4 * len(fields) or any(
        part[0].isdigit() and part[-1:].isdigit() for part in fields
    ):
        return False
    rest = Page(title="", paragraphs=[line for line in page.paragraphs if line != text], kinds=())
    return rest.tie(text) <= 0.1  # one accidental pair of ten


def _without_known(page: Page, title: str) -> str:
    """Give a title or heading without the proven keywords in it and the marks that set them off."""
    return "".join(title[at] for at in _kept(page, title))


def _kept(page: Page, title: str) -> list[int]:
    """Give the offsets of what stays of a title or heading without its keywords; these may stand in several places."""
    kept = list(range(len(title)))
    for _ in range(MOST_KEYWORDS):
        rest = "".join(title[at] for at in kept)
        place = next(iter(_places(page, rest)), None)
        if place is None:
            break
        left, right = rest[: place[0]], rest[place[1] :]
        if not left.strip(SEPARATORS) or not right.strip(SEPARATORS):
            whole = right.lstrip(SEPARATORS)
            taken = rest[place[0] : place[1]].strip()
            wrapped = BRACKETS.get(taken[0]) == taken[-1]
            bare = left.rstrip() if wrapped else _without_marks(left)
            kept = kept[len(rest) - len(whole) :] if whole else kept[: len(bare)]
        else:
            # The mark on either side of a keyword in the middle is needed once.
            own = right[0].isspace() and left.rstrip()[-1] not in FIELD_MARKS  # a comma before it is the headline's
            bare = left.rstrip(" " if own else SEPARATORS) if right[0] in SEPARATORS else left
            kept = kept[: len(bare)] + kept[place[1] :]
    return kept


def _without_marks(headline: str) -> str:
    """Give a headline without the marks behind it; what it asks or calls stays where another mark sets the keyword off."""
    own = ASKED.search(headline)
    return headline[: own.end()] if own else headline.rstrip(SEPARATORS)


def _gaps(kept: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Give the stretches between the offsets that stay."""
    edges = [-1, *kept, length]
    return [(before + 1, after) for before, after in pairwise(edges) if after > before + 1]


def _places(page: Page, title: str) -> list[tuple[int, int]]:
    """Give the stretches of the title that are proven keywords, the longest first."""
    letters = [(at, char.casefold()) for at, char in enumerate(title) if char.isalnum()]
    run = "".join(char for _, char in letters)
    if len(run) != len(letters):
        return []
    found = []
    for token in sorted(page.known, key=len, reverse=True):
        at = run.find(token) if len(token) > 1 else -1
        if at >= 0:
            start, end = letters[at][0], letters[at + len(token) - 1][0] + 1
            if _goes_over_mark(page, title[start:end]):
                continue
            place = _whole_field(page, title, start, _end_at_seam(page, title, start, end))
            if not _is_of_headline(page, title, start, end, place):
                found.append(place)
    return found


def _goes_over_mark(page: Page, text: str) -> bool:
    """Say whether a keyword ends behind the mark of its field, with a word of the text: paragraphs began with both."""
    fields = FIELD.split(text)
    return len(fields) > 1 and any(len(part) > 1 and part in page.text for part in fields[1:])


def _is_of_headline(page: Page, title: str, start: int, end: int, place: tuple[int, int]) -> bool:
    """Say whether a keyword, and the *place* of what comes with it, is a name in the headline.

    No mark sets it off, and the text speaks of it inside its sentences: what paragraphs begin with may have been taken
    for a keyword where it is what the article is about. Small letters inside a headline are no name, but a phrase of the
    site is the article's where its sentences have kept it.
    """
    token = key(title[start:end])
    if any(key(phrase) == token for phrase in page.site.phrases):
        return token in page.sentence_key
    taken = title[slice(*place)].strip()
    around = {title[: place[0]].rstrip()[-1:], taken[:1], taken[-1:], title[place[1] :].lstrip()[:1]}
    apart = not FIELD_MARKS.isdisjoint(around)
    named = start == 0 or not title[start].islower()
    return named and not apart and page.speaks_of(title[start:end])


def _whole_field(page: Page, title: str, start: int, end: int) -> tuple[int, int]:
    """Give the place of a keyword with what came with it.

    That is a bracket around it, a code in front of it (`x9-z`), and the rest of its field at an end of the title, if it
    is short and the text does not speak of it (`-KEYWORD登录`).
    """
    code = CODE.search(title, 0, start)
    start = 0 if code else start
    if (bracket := _bracket(page, title, start, end)) is not None:
        return bracket
    marks = [(0, 0), *((mark.start(), mark.end()) for mark in MARK.finditer(title)), (len(title), len(title))]
    left = max(mark for mark in marks if mark[1] <= start)
    right = min(mark for mark in marks if mark[0] >= end)
    more = title[left[1] : start] + " " + title[end : right[0]]
    at_edge = (left == marks[0]) != (right == marks[-1])
    if at_edge and 0 < len(key(more)) <= MOST_MORE and page.mention(more) <= BY_CHANCE:
        return left[1], right[0]
    before = title[start - 1 : start]  # a bracket of the keyword's own: `[X]Y`
    start -= before in BRACKETS and before not in title[start:end] and BRACKETS[before] in title[start:end]
    opened = any(mark in title[start:end] for mark in "(（")
    return start, end + (opened and title[end : end + 1] in {")", "）"})


def _end_at_seam(page: Page, title: str, start: int, end: int) -> int:
    """Give where a keyword inside a Chinese headline ends: few characters on, if the text has what then meets there.

    It must not have these characters, either: where the headline goes on with a word of the text, that word stays.
    """
    before = title[max(0, start - SEAM) : start]
    for more in range(MOST_TAIL + 1):
        seam = before + title[end + more : end + more + SEAM]
        if len(seam) == 2 * SEAM and not seam.isascii() and seam in page.text:
            return end if title[end : end + more] in page.text else end + more
    return end


def _bracket(page: Page, title: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the place of the bracket around a keyword, where the text speaks of nothing else in it (`（KEYWORD官网）`)."""
    opening = max(title.rfind(mark, 0, start) for mark in BRACKETS)
    if opening < 0:
        return None
    closing = title.find(BRACKETS[title[opening]], opening)
    while opening and title[closing + 1 : closing + 2] == BRACKETS.get(title[opening - 1]):
        opening, closing = opening - 1, closing + 1
    if closing < end or closing - opening > LONGEST_BRACKET:
        return None
    more = NUMBER.sub(" ", f"{title[opening + 1 : start]} {title[end:closing]}")
    little = len(key(more)) <= min(MOST_MORE, end - start)  # an ordinary word may be in the text by chance
    if not little and page.mention(more) > BY_CHANCE:
        return None
    return len(title[:opening].rstrip()) if not title[closing + 1 :].strip() else opening, closing + 1


def _headline(page: Page) -> str:
    """Give the heading of the page that the body mentions most, without keywords, for want of a title; may be empty."""
    headings = [_without_known(page, heading) for heading in page.headings]
    fitting = [
        heading
        for heading in headings
        if len(key(heading)) >= MIN_HEADLINE and (page.mention(heading) >= 0.2 or is_headline(page, heading))
    ]
    return max(fitting, key=lambda heading: (page.mention(heading), -len(heading)), default="")
