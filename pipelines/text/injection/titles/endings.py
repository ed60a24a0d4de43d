"""What a site hangs on its titles (T2): the same last fields on most pages, and a keyword before them.

`老磨坊重新转动[_橙汁下载_石桥在线]` The last field is the same on half of the titles; of the one before it the text says nothing,
though it speaks of the headline.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.habits import frequent
from pipelines.text.injection.evidence.page import MIN_BODY, Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HANZI_CHAR, key
from pipelines.text.injection.titles.fields import is_keyword

MARK = re.compile(r"\s*[_|｜丨]\s*|\s+[-–—]\s+|(?<=[^\x00-\x7f—-])[-–](?!\d)|(?<!\d)[-–](?=[^\x00-\x7f—-])")
"""What joins fields of a title; a hyphen between two ASCII characters does not, nor does a Chinese dash (`——`)."""

MIN_SHARE = 0.5
"""Share of a site's pages whose titles must end alike."""
MIN_PAGES = 3
"""Pages from which an ending is learned."""
FIELD_SHARE = 0.15
"""The same for one last field behind one of FIELD_MARKS: a section, or what is hung on some titles."""
FIELD_MARKS = frozenset("_|")
LOW_LINE = "_"
"""The one that no headline and no section has."""
SURE = frozenset("_|-–")
"""Marks behind which a page alone may show a foreign field; `｜` also sets off a column (`｜深度`)."""
MIN_FIELD = 4
"""Letters of a field that a page alone proves foreign; columns of a newspaper have two or three."""
LOWER = "in lower case"
"""What the fields of a site share that are phrases of small words, each page another, where headlines begin with a capital."""
MIN_WORDS = 3
"""Words of a keyword phrase between two marks; sections of newspapers have one or two."""
CONTENT = re.compile(r"[A-Za-z]{2,}|\d+")
NUMBERED = re.compile(r"[\d\s年月日号號期第至/.:：–-]+")
"""A field that is nothing but a day, a time or a number (`| 10月18日`, `_第12期`)."""
MIN_TIE = 0.2
"""Share of the headline that the body must speak of, before its silence on a field says anything."""
MIN_LEFT, MIN_BARE = 4, 2
"""Letters that must be left for a headline, and of one that nothing but the site's ending followed (`更正_NAME`)."""


def find_site_endings(pages: Sequence[Page]) -> frozenset[str]:
    """Find the endings that the titles of a site share, each as the key of all that follows a mark.

    What `<title>` ends with on most pages is the site's name, though few headlines have it. A last field may stand on fewer.
    """
    counts: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    titles = {page.title: page.headings[:1] for page in pages}
    for title, headings in titles.items():
        counts.update({key(text[match.end() :]) for text in (title, *headings) for match in MARK.finditer(text)})
        last = [*MARK.finditer(title)][-1:]
        fields.update(key(title[match.end() :]) for match in last if match[0].strip() in FIELD_MARKS)
    endings = frequent(counts, len(titles), share=MIN_SHARE, least=MIN_PAGES)
    return (endings | frequent(fields, len(titles), share=FIELD_SHARE, least=MIN_PAGES)) - {""}


def find_site_fields(pages: Sequence[Page], endings: frozenset[str]) -> frozenset[str]:
    """Find the marks behind which a site puts a foreign field before the ending its titles share, and what they share.

    A field is foreign where its text does not mention it, or where two characters of it stand in most other fields too:
    the site's keywords may be all over its texts.
    """
    marks: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    lower = 0
    for page in pages:
        places = list(MARK.finditer(page.title))
        for before, after in pairwise(places):
            field = page.title[before.end() : after.start()]
            if key(page.title[after.end() :]) in endings:
                mark = before[0].strip()
                marks[mark] += 1
                lower += field.isascii() and field.islower() and " " in field
                foreign[mark] += not page.mention(field)
                stems.update({field[at : at + 2] for at in range(len(field) - 1) if HANZI_CHAR.match(field[at])})
                break
    shared = frequent(stems, len(pages), share=MIN_SHARE, least=MIN_PAGES)
    if lower >= max(MIN_PAGES, MIN_SHARE * len(pages)):
        shared |= {LOWER}
    return frequent(marks if shared else foreign, len(pages), share=MIN_SHARE, least=MIN_PAGES) | shared


def find_endings(page: Page) -> list[Find]:
    """Find the ending that a title shares with the site's others, and fields before it that the body knows nothing of."""
    title = page.title
    marks = list(MARK.finditer(title))
    shared = next((at for at, match in enumerate(marks) if key(title[match.end() :]) in page.site.endings), None)
    if shared is None:
        return _last_fields(page, marks)
    first = shared
    while first > 0:
        field = title[marks[first - 1].end() : marks[first].start()]
        # A keyword that stands there on most titles may have been put into the text as well.
        usual = first == shared and _is_usual(page, marks[first - 1])
        if not (usual or _is_foreign(page, field) or _is_of_site(page, field)):
            break
        first -= 1
    head = title[: marks[first].start()]
    if first < shared and (is_keyword(page, head) or (first == 0 and _is_foreign(page, head))):
        first = shared  # nothing of the headline is in the body, so the body cannot say what is foreign
    if len(key(title[: marks[first].start()])) < (MIN_BARE if first == shared else MIN_LEFT):
        return []
    evidence = "the ending of many titles of this site"
    if first < shared:
        evidence += ", and a field before it that the text has nothing to do with"
    return [Find(paragraph=None, start=marks[first].start(), end=len(title), reason="title_ending", evidence=evidence)]


def _last_fields(page: Page, marks: Sequence[re.Match[str]]) -> list[Find]:
    """Find fields at the end of a title that nothing in the body speaks of, while it speaks of the headline."""
    first = _paired_fields(page, marks)
    while first > 0 and _is_surely_foreign(page, marks, first - 1):
        first -= 1
    if first == len(marks):
        return []
    head, field = page.title[: marks[first].start()], page.title[marks[first].end() :]
    if is_keyword(page, head):
        return []
    silent = len(page.text) < MIN_BODY or page.mention(head) < MIN_TIE  # so that its silence says nothing
    if len(key(head)) < MIN_LEFT or (silent and not _is_of_site(page, field)):
        return []
    evidence = "nothing in the text speaks of what stands behind the headline"
    start = marks[first].start()
    return [Find(paragraph=None, start=start, end=len(page.title), reason="title_ending", evidence=evidence)]


def _paired_fields(page: Page, marks: Sequence[re.Match[str]]) -> int:
    """Give the first of two fields at the end that are foreign together, or the number of marks.

    Between the same marks, two fields of several words (`| cheap x y | X Y`), or two of one stem (`_xa_xb`), may have an
    ordinary word that the text uses, too.
    """
    if len(marks) < 2 or marks[-1][0].strip() != marks[-2][0].strip() or marks[-1][0].strip() not in SURE:
        return len(marks)
    one, other = page.title[marks[-2].end() : marks[-1].start()], page.title[marks[-1].end() :]
    if one.isascii() and other.isascii():
        words = CONTENT.findall(one), CONTENT.findall(other)
        foreign = len(words[0]) >= MIN_WORDS and all(_is_by_chance(page, found) for found in words)
        return len(marks) - 2 if foreign and one.islower() else len(marks)
    stems = {other[at : at + 2] for at in range(len(other) - 1)}
    shared = any(one[at : at + 2] in stems and one[at : at + 2] not in page.text for at in range(len(one) - 1))
    foreign = shared and max(page.mention(one), page.mention(other)) <= BY_CHANCE
    return len(marks) - 2 if foreign else len(marks)


def _is_by_chance(page: Page, words: Sequence[str]) -> bool:
    """Say whether the text uses few of some words, and none where there are only one or two."""
    used = sum(page.mention(word) > 0 for word in words if word.casefold() not in FUNCTION)
    return bool(words) and used <= BY_CHANCE * len(words)


def _is_surely_foreign(page: Page, marks: Sequence[re.Match[str]], at: int) -> bool:
    """Say whether the field behind a mark is foreign by the site's habit or by itself."""
    end = marks[at + 1].start() if at + 1 < len(marks) else len(page.title)
    field, mark = page.title[marks[at].end() : end], marks[at][0].strip()
    if not key(field):
        return False
    if mark in page.site.fields:
        usual = at + 1 == len(marks) and _is_usual(page, marks[at])
        return usual or page.mention(field) <= BY_CHANCE or _is_of_site(page, field)
    one_word = mark in "-–" and field.isascii() and " " not in field.strip()  # `- report`, `- Summary`
    return mark in SURE and len(key(field)) >= MIN_FIELD and not one_word and _is_foreign(page, field)


def _is_usual(page: Page, mark: re.Match[str]) -> bool:
    """Say whether a mark is one that no headline has, behind which most titles of the site have a foreign field."""
    return mark[0].strip() == LOW_LINE and LOW_LINE in page.site.fields


def _is_of_site(page: Page, field: str) -> bool:
    """Say whether a field has what most fields of the site share."""
    if LOWER in page.site.fields and field.isascii() and field.islower() and " " in field.strip():
        return True
    return any(stem in field for stem in page.site.fields - SURE)


def _is_foreign(page: Page, part: str) -> bool:
    """Say whether a field of the title shares nothing with the body; a day or a number tells one issue from another."""
    return page.mention(part) == 0 and not NUMBERED.fullmatch(part)
