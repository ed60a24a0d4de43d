"""Keywords in front of paragraphs (P1, P2): known by their repetition, by the mark behind them and by the headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.text.injection.page import LONGEST_LINE, Find, Page, common_start, key
from pipelines.text.injection.refrains import is_refrain

MIN_LENGTH = 4
"""Characters of a prefix that stands for itself; one that is also a heading may be shorter (pattern P1)."""
MOST_LENGTH = 60
"""Characters looked at in front of a paragraph; the longest keyword seen had 20."""
MIN_SHARE = 0.3
"""Share of the paragraphs that must carry a prefix (pattern P1)."""
HIGH_SHARE = 0.6
"""Share at which a prefix without any heading to confirm it is believed, where only a keyword has such a mark."""

HALF_TIED = 0.5
"""Share of a keyword's pieces that a text may have by chance."""

BOTH = "line and a heading"
"""Witness of a prefix that stands alone on a line and is named by a heading or the title."""
PROVEN = "keyword proven on its own"
"""Witness of a prefix that other rules have found on the page or on its site."""

SEPARATOR = re.compile(r"\s*[?？!！:：,，、;；_|｜丨~\-–—·>》\]】]*\s*")
MARKS = "?？!！:：,，、;；_|｜丨~-–—·>》]】"
"""Marks seen between a keyword and the text."""
OPENING = "“‘「『《（(【\"'"
"""Marks with which a genuine first sentence may begin, for a character class."""
SPLIT = re.compile(rf"(?s)(.*[?？!！,，_|｜丨\s])[{OPENING}]*\Z")

LABEL = re.compile(r"[^\s，。,.!?！？]{1,20}[：:]")
# Whatever carries a number or counts is a list, a law or an interview, never a keyword.
NUMBERED = re.compile(
    r"""
      第?[\s(（]*[\d一二三四五六七八九十百千〇零IVXivx]+[\s)）.．、年月日条章节節條款项項期集届]*
    | (?:article|section|chapter|part|step|no|q|a|day|week|question|answer)\.?\s*\d*
    | [问答問]
    """,
    re.VERBOSE | re.IGNORECASE,
)
DATED = re.compile(r"\d+\s*[年月日号號点點时時]|\d{1,2}:\d\d|\d{4}[-/.]\d")
AGENCY = re.compile(r"[电電讯訊社报報网網]\Z|消息|报道|報道|记者|記者")
# 某社某地2月2日电, 本报讯, (记者 …): what a dateline begins with.
DATELINE = re.compile(
    r"[\s(（【]*(?:\S{2,12}?\d{1,2}月\d{1,2}日[电電讯訊]|本[报報][讯訊记記]|\S{1,6}[社网網][讯訊\s(（]|[(（]记者|（記者|\S{2,8}[讯訊][\s(（])"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that begin alike."""

    prefix: str
    members: tuple[int, ...]
    mark: str
    anchor: str


def find_prefixes(page: Page) -> list[Find]:
    """Find keywords that stand in front of paragraphs, each with the mark and the spaces behind it.

    A prefix that a heading or a line of the page repeats is believed on 30 % of the paragraphs; one with `?` behind it
    and no such witness on 60 %. Labels of speakers, articles of law, dates, numbers and refrains are kept.
    """
    lines = [(index, text) for index, text in page.prose() if text]
    long = [(index, text) for index, text in lines if len(text) >= 2 * MIN_LENGTH]
    finds: list[Find] = []
    taken: set[int] = set()
    for group in _groups(page, lines, long):
        members = [index for index in group.members if index not in taken]
        if not _judge(page, group, len(members), len(long)):
            continue
        following = [page.paragraphs[index][len(group.prefix) :] for index in members]
        if group.anchor != PROVEN and is_refrain(page, group.prefix, following, group.mark):
            continue
        mark = common_start([_separator(page.paragraphs[index], group.prefix) for index in members])
        for index in members:
            text = page.paragraphs[index]
            end = len(group.prefix) + len(mark)
            end += len(text) - end - len(text[end:].lstrip())
            taken.add(index)
            finds.append(
                Find(
                    paragraph=index,
                    end=end,
                    whole=end >= len(text),
                    reason="prefix",
                    evidence=f"in front of {len(members)} of {len(long)} paragraphs"
                    + (f", also a {group.anchor} of the page" if group.anchor else ""),
                )
            )
    return finds


def find_site_prefixes(pages: Sequence[Page]) -> Counter[str]:
    """Count, by key, what stands in front of the first paragraph on several pages of a site and is a heading there.

    A dateline's agency stands there on every page as well, so it is left out.
    """
    found: Counter[str] = Counter()
    for page in pages:
        first = next((text for _, text in page.prose() if len(text) > LONGEST_LINE), "")
        start = key(first[:MOST_LENGTH])
        tokens = {token for token, place in page.anchors.items() if place == "heading" and start.startswith(token)}
        found.update(token for token in tokens if len(token) >= MIN_LENGTH and not AGENCY.search(token))
    return found


def _groups(page: Page, lines: list[tuple[int, str]], long: list[tuple[int, str]]) -> Iterator[Group]:
    """Give groups of paragraphs with one prefix, those that a heading or a line confirms first."""
    standing = {key(text) for index, text in lines if len(text) <= LONGEST_LINE and page.kind(index) == "text"}
    witnesses = page.anchors | dict.fromkeys(standing, "line") | dict.fromkeys(standing & set(page.anchors), BOTH)
    witnesses |= dict.fromkeys(page.known, PROVEN)
    lengths = sorted({len(token) for token in witnesses if 1 < len(token) <= MOST_LENGTH}, reverse=True)
    confirmed: dict[str, list[int]] = defaultdict(list)
    others: dict[str, list[int]] = defaultdict(list)
    found: dict[int, list[str]] = {}
    for index, text in long:
        start = key(text[:MOST_LENGTH])
        # A paragraph that is nothing but the token is a line, a refrain perhaps; it may be a line of its own, too.
        tokens = (start[:length] for length in lengths if length <= len(start))
        raws = [_raw(text, token) for token in tokens if token in witnesses]
        found[index] = [raw for raw in raws if key(text[len(raw) :])]
    carried = Counter(raw for raws in found.values() for raw in raws)
    for index, text in long:
        # The title, keyword and all, may open a paragraph: what more paragraphs share is the keyword.
        if raw := max(found[index], key=lambda raw: carried[raw], default=""):
            confirmed[raw].append(index)
        else:
            others[text[:MIN_LENGTH]].append(index)
    for raw, members in confirmed.items():
        yield Group(raw, tuple(members), _mark(page, members, raw), witnesses[key(raw)])
    for members in others.values():
        if len(members) >= 3 and (raw := _shared_start(page, members)):
            yield Group(raw, tuple(members), _mark(page, members, raw), "")


def _raw(text: str, token: str) -> str:
    """Give the beginning of a text whose key is *token*."""
    seen = 0
    for at, char in enumerate(text):
        seen += len(key(char))
        if seen >= len(token):
            closing = text[at + 1 : at + 2]
            return (
                text[: at + 2]
                if closing in {")", "）"} and text[:at].count("(" if closing == ")" else "（")
                else text[: at + 1]
            )
    return text


def _separator(text: str, prefix: str) -> str:
    """Give the marks between a prefix and the text; those of a single paragraph may belong to its text."""
    match = SEPARATOR.match(text, len(prefix))
    return match[0].rstrip() if match else ""


def _shared_start(page: Page, members: list[int]) -> str:
    """Give the longest beginning that paragraphs share, up to the last mark in it."""
    shared = common_start([page.paragraphs[index][:MOST_LENGTH] for index in members])
    if match := SPLIT.match(shared):
        shared = match[1]
    shared = shared.rstrip("?？!！,，、_|｜丨 :：")
    return shared if len(shared) >= MIN_LENGTH else ""


def _mark(page: Page, members: list[int], raw: str) -> str:
    """Give the mark that stands behind a prefix most often; empty where the text follows at once."""
    marks: dict[str, int] = defaultdict(int)
    for index in members:
        following = page.paragraphs[index][len(raw) :]
        stripped = following.lstrip()
        marks[stripped[:1] if stripped[:1] in MARKS else (following[:1].strip() and "") or " "] += 1
    return max(marks, key=lambda mark: marks[mark])


def _judge(page: Page, group: Group, members: int, paragraphs: int) -> bool:
    """Say whether a shared prefix is a keyword."""
    token = group.prefix
    if NUMBERED.fullmatch(token) or DATED.search(token):
        return False
    tie, inside = page.tie(token), page.inside(token)
    share = members / max(paragraphs, 1)
    proven = group.anchor == PROVEN and tie < 0.34
    named = group.anchor == BOTH and not tie and group.mark not in {":", "：", ""}
    # One of its words is in the text by chance, all of it nowhere.
    by_chance = group.anchor == BOTH and group.mark and tie <= HALF_TIED and members >= 3 and share >= HIGH_SHARE
    if not inside and (proven or named or by_chance):
        return True
    if share < MIN_SHARE or members < 2:
        return False
    if group.mark in {"?", "？"}:
        return bool(group.anchor) or (share >= HIGH_SHARE and members >= 3)
    return bool(group.anchor) and _is_foreign(page, group, members, paragraphs, tie)


def _is_foreign(page: Page, group: Group, members: int, paragraphs: int, tie: float) -> bool:
    """Say whether the article knows nothing of a prefix that a heading or a line confirms."""
    token = group.prefix
    inside = page.inside(token)
    if group.mark in {":", "："}:
        # Speakers alternate, each with a label; where nobody else speaks, it is a keyword's colon. No speaker has most
        # paragraphs and a heading, and no mention anywhere.
        others = any(LABEL.match(text) and not text.startswith(token) for text in page.paragraphs)
        certain = group.anchor in {BOTH, "heading"} and not tie and members >= max(3, HIGH_SHARE * paragraphs)
        return tie < 0.34 and not inside and (certain or not others)
    enough = 2 if group.anchor in {"line", BOTH} and not tie else 3
    return tie < 0.5 and members >= enough and inside * 5 <= members
