"""Keywords in front of paragraphs (P1, P2): known by their repetition, by the mark behind them and by the headings.

`[q3-z橙汁?]老磨坊今年春天重新转动。`, on most paragraphs of a page. Writers begin paragraphs alike, too: speakers, articles
of law, refrains; but these have other labels beside them, count on, or are clauses (`refrains`), and the text speaks of them.
`beginnings` says what paragraphs share, `unconfirmed` judges what nothing else on the page bears.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.text.byline import credit_bounds
from pipelines.text.injection.affixes.beginnings import (
    MOST_LENGTH,
    Beginning,
    before_figure,
    beginning_of,
    end_with_marks,
    group_starts,
    grow,
    is_ended,
    mark_behind,
)
from pipelines.text.injection.affixes.refrains import is_all_of_title, is_clause, is_refrain
from pipelines.text.injection.affixes.unconfirmed import HIGH_SHARE, is_keyword_alone
from pipelines.text.injection.evidence.genuine_starts import DATED, LABEL, NUMBERED
from pipelines.text.injection.evidence.keywords import is_brand_line, tie_apart
from pipelines.text.injection.evidence.page import LONGEST_LINE, Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, common_start, key

MIN_LENGTH = 4
"""Characters of a keyword that several pages of a site have in front; half of what a paragraph must have."""
MIN_SHARE = 0.3
"""Share of the paragraphs that must carry a prefix (pattern P1)."""
HALF_TIED = 0.5
"""Share of a keyword's pieces that a text may have by chance."""

BOTH = "line and a heading"
"""Witness of a prefix that stands alone on a line and is named by a heading or the title."""
PROVEN = "keyword proven on its own"
"""Witness of a prefix that other rules have found on the page or on its site."""

NAMED_SHARE = MIN_SHARE / 2
"""Share of the paragraphs for a beginning that a field or a line has with something behind it."""
MOST_TRIED = 9
"""Fields and lines that begin with a keyword and are looked at."""
MOST_MORE = 6
"""Letters that another place of the page may say behind a keyword."""
MIN_MEMBERS = 3
"""Paragraphs from which what they begin with may be grown beyond what is certain."""
MEMBERS_EACH = 3
"""Paragraphs that a proven keyword begins, for each place where it stands inside a sentence."""
LIST_MARKS = frozenset(".．、)）")
"""Marks behind the number of an item."""
NUMBER = re.compile(r"\d+")

AGENCY = re.compile(r"[电電讯訊社报報网網]\Z|消息|报道|報道|记者|記者")


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that begin alike."""

    members: tuple[tuple[int, Beginning], ...]
    letters: int
    """Letters of the beginning they share."""
    anchor: str
    """What else on the page bears it; empty where nothing does."""
    certain: int = 0
    """Letters of that; what the paragraphs share behind them is grown from it."""
    named: bool = False
    """Whether a heading or a line says it with something behind it."""

    @property
    def core(self) -> str:
        """What they share, without the marks around it and without a number that changes."""
        cores = [one.core(self.letters) for _, one in self.members]
        return common_start(cores) if len({*cores}) > 1 and key(common_start(cores)) else min(cores)


def find_prefixes(page: Page) -> list[Find]:
    """Find keywords that stand in front of paragraphs, each with the code before it and the marks and spaces behind it.

    A prefix that a heading or a line of the page repeats is believed on 30 % of the paragraphs; one that nothing repeats
    where no writer sets such a mark behind the same words again and again, or where it is glued to sentences that
    begin behind it and the text has nothing to do with it. Labels of speakers, articles of law, dates and numbers are kept.
    """
    lines = [(index, text) for index, text in page.prose() if len(text) >= 2 * MIN_LENGTH]
    counts = Counter(text for _, text in lines if len(text) <= LONGEST_LINE)
    again = [(index, text) for index, text in lines if counts[text] > 1]  # brand lines between paragraphs, or a refrain
    long = [(index, text) for index, text in lines if counts[text] < 2]
    finds: list[Find] = []
    taken: set[int] = set()
    for found in _groups(page, long):
        left = tuple((index, one) for index, one in found.members if index not in taken)
        group = replace(found, members=left)
        if left and _judge(page, group, len(long)) and not _is_refrain(page, group):
            whole = replace(group, members=left + tuple(_also(page, group, again)))
            taken.update(index for index, _ in whole.members)
            finds += _doubts(page, whole) or _cuts(page, whole, len(lines))
    return finds if not page.hanzi or (finds and page.is_of_today) else []


def find_uncovered_prefixes(page: Page) -> list[Find]:
    """Find the keywords in front of paragraphs from which a code with marks around it (`[V23-官网]`) was cut before."""
    return find_prefixes(page) if page.proven else []


def _doubts(page: Page, group: Group) -> list[Find]:
    """Doubt a beginning that is all of the title: it may be a keyword, or the refrain after which a work is named."""
    if group.anchor in {PROVEN, BOTH} or not is_all_of_title(page, group.core, _mark(group)):
        return []
    evidence = f"in front of {len(group.members)} paragraphs, and all of the title"
    return [Find(paragraph=group.members[0][0], reason="prefix", evidence=evidence, doubtful=True)]


def _is_refrain(page: Page, group: Group) -> bool:
    """Say whether a beginning is grammar, unless it is proven to be a keyword."""
    texts = [one.text[one.end(group.certain or group.letters) :] for _, one in group.members]
    return group.anchor != PROVEN and is_refrain(page, group.core, texts, _mark(group))


def _also(page: Page, group: Group, lines: list[tuple[int, str]]) -> Iterator[tuple[int, Beginning]]:
    """Give the lines that repeat and have the same keyword and mark in front."""
    mark, first = mark_behind([one for _, one in group.members], group.letters), group.members[0][1]
    letters = first.letters[: group.letters]
    for index, text in lines:
        plain = beginning_of(page, text)
        for one in (plain, plain.codeless):
            fits = one and one.letters.startswith(letters) and len(one.letters) > len(letters)
            if one and fits and mark.strip() and one.gap(group.letters).startswith(mark):
                yield index, one
                break


def _cuts(page: Page, group: Group, paragraphs: int) -> Iterator[Find]:
    """Give the cut of each paragraph of a group; a short line that has the keyword between other marks goes whole."""
    mark = mark_behind([one for _, one in group.members], group.letters)
    borne = f", also a {group.anchor} of the page" if group.anchor else ""
    evidence = f"in front of {len(group.members)} of {paragraphs} paragraphs{borne}"
    proven = group.anchor == PROVEN
    for index, one in group.members:
        end = before_figure(one, group.letters, page.known) if proven else 0
        end = end or end_with_marks(one, group.letters, mark, proven=proven)
        yield Find(
            paragraph=index,
            end=end,
            whole=end >= len(one.text) or (proven and is_brand_line(page, one.text, end)),
            reason="prefix",
            evidence=evidence,
            keyword=key(group.core),
        )


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


def _groups(page: Page, long: list[tuple[int, str]]) -> Iterator[Group]:
    """Give groups of paragraphs with one prefix, those that a heading or a line confirms first."""
    witnesses = _witnesses(page)
    forms = {_form(token): token for token in witnesses if 1 < len(token) <= MOST_LENGTH}
    lengths = sorted({len(form) for form in forms}, reverse=True)
    plain = [(index, beginning_of(page, text)) for index, text in long]
    codeless = [(index, bare) for index, one in plain if (bare := one.codeless)]
    # A paragraph that is nothing but the token is a line, a refrain perhaps; it may be a line of its own, too.
    found: dict[int, list[tuple[str, Beginning]]] = defaultdict(list)
    for index, one in (*plain, *codeless):
        for length in lengths:
            head = one.letters[:length]
            # A number counts where it follows at once: a time of the text stands behind a mark.
            if length < len(one.letters) and head in forms and not (head.endswith("0") and one.gap(length - 1)):
                found[index].append((forms[head], one))
    carried = Counter(token for tokens in found.values() for token, _ in tokens)
    confirmed: dict[str, list[tuple[int, Beginning]]] = defaultdict(list)
    for index, tokens in found.items():
        # The title, keyword and all, may open a paragraph: what more paragraphs share is the keyword.
        token, one = max(tokens, key=lambda pair: (len(pair[0]) if pair[0] in page.known else 0, carried[pair[0]]))
        confirmed[token].append((index, one))
    for token, members in confirmed.items():
        size = len(_form(token))
        grown, letters = grow(members, size, MIN_MEMBERS) if len(members) >= MIN_MEMBERS else (members, size)
        if letters <= size or is_ended([one for _, one in members], size) or _is_text(grown, size, letters):
            grown, letters = members, size
        yield Group(tuple(grown), letters, witnesses[token], size)
    least = max(MIN_MEMBERS, int(NAMED_SHARE * len(long)))
    longer = _Longer(forms), _Longer(map(_form, page.known))
    for alike, letters in group_starts(plain, least):
        core = alike[0][1].letters[:letters]
        anchor = PROVEN if longer[1].has(core) else ""
        yield Group(tuple(alike), letters, anchor, named=longer[0].has(core))
    for alike, letters in group_starts(codeless, least):
        yield Group(tuple(alike), letters, "")


def _is_text(members: Sequence[tuple[int, Beginning]], size: int, letters: int) -> bool:
    """Say whether what paragraphs share behind a certain keyword is the text's own: long, a clause, or the number of an item."""
    one = members[0][1]
    number = one.letters[size:letters] == "0" and one.gap(letters).lstrip()[:1] in LIST_MARKS
    return number or letters - size > MOST_MORE or is_clause(one.text[one.end(size) : one.end(letters)])


class _Longer:
    """Fields, suffixes and lines in which a keyword may stand with a little more behind it: `X手机版`, `X官网下载`."""

    def __init__(self, forms: Iterable[str]) -> None:
        self.forms = sorted(forms)

    def has(self, core: str) -> bool:
        """Say whether one of them says a little more than a keyword."""
        if len(core) < MIN_LENGTH:
            return False
        at = bisect_left(self.forms, core)
        return any(
            form.startswith(core) and len(form) <= len(core) + MOST_MORE for form in self.forms[at : at + MOST_TRIED]
        )


def _witnesses(page: Page) -> dict[str, str]:
    """Give the keys of what the page's title, headings and lines say, and of keywords proven on it, with where they stand."""
    standing = {
        key(text) for index, text in page.prose() if text and len(text) <= LONGEST_LINE and page.kind(index) == "text"
    }
    witnesses = page.anchors | dict.fromkeys(standing, "line") | dict.fromkeys(standing & set(page.anchors), BOTH)
    witnesses |= dict.fromkeys(page.known, PROVEN)
    return witnesses


def _form(token: str) -> str:
    """Give a key as `Beginning.letters` has it, with each number as `0`."""
    return NUMBER.sub("0", token)


def _judge(page: Page, group: Group, paragraphs: int) -> bool:
    """Say whether a shared prefix is a keyword."""
    token, members = group.core, len(group.members)
    if len(key(token)) < 2 or NUMBERED.fullmatch(token) or DATED.search(token):
        return False
    share = members / max(paragraphs, 1)
    mark = _mark(group)
    if not group.anchor:
        return is_keyword_alone(
            page, group.members, group.letters, token, share / (NAMED_SHARE / MIN_SHARE) if group.named else share
        )
    tie, inside = page.tie(token), _elsewhere(page, group)
    proven = group.anchor == PROVEN and tie_apart(page, token) < BY_CHANCE
    named = group.anchor == BOTH and not tie and mark not in {":", "：", ""}
    # One of its words is in the text by chance, all of it nowhere.
    by_chance = group.anchor == BOTH and mark and tie <= HALF_TIED and members >= 3 and share >= HIGH_SHARE
    if proven and (not inside or page.sentences.count(token) - members <= members // MEMBERS_EACH):
        return True
    if not inside and (named or by_chance):
        return True
    if share < MIN_SHARE or members < 2:
        return False
    return mark in {"?", "？"} or _is_foreign(page, group, mark, paragraphs, tie)


def _mark(group: Group) -> str:
    """Give the first mark behind a prefix; a space where there is only that, empty where the text follows at once."""
    mark = mark_behind([one for _, one in group.members], group.letters)
    return mark.strip()[:1] or mark[:1]


def _elsewhere(page: Page, group: Group) -> int:
    """Count where the running text has a prefix otherwise than in front of its paragraphs."""
    lines = page.running == page.text
    own = sum(lines or len(one.text) > LONGEST_LINE for _, one in group.members)
    first = next((text for _, text in page.prose() if len(text) > LONGEST_LINE), "")
    # A dateline may stand before it.
    behind = group.core in first[1:] and first.startswith(group.core, credit_bounds(first)[0])
    return max(0, page.running.count(group.core) - own - behind)


def _is_foreign(page: Page, group: Group, mark: str, paragraphs: int, tie: float) -> bool:
    """Say whether the article knows nothing of a prefix that a heading or a line confirms."""
    token, members = group.core, len(group.members)
    inside = _elsewhere(page, group)
    spoken = sum(one.gap(group.letters).lstrip()[:1] in {":", "："} for _, one in group.members)
    if mark in {":", "："} or 2 * spoken > members:  # a paper that asks signs its interview as well
        # Speakers alternate, each with a label; where nobody else speaks, it is a keyword's colon. No speaker has most
        # paragraphs and a heading, and no mention anywhere.
        labels = (LABEL.match(text) for text in page.paragraphs)
        others = any(label and token not in label[0] for label in labels)
        certain = group.anchor in {BOTH, "heading"} and not tie and members >= max(3, HIGH_SHARE * paragraphs)
        return tie < BY_CHANCE and not inside and (certain or not others)
    enough = 2 if group.anchor in {"line", BOTH} and not tie else 3
    return tie < 0.5 and members >= enough and inside * 5 <= members
