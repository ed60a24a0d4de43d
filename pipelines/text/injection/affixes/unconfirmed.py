"""Whether what several paragraphs have in front is a keyword, though nothing else on the page bears it (P1)."""

import re
from collections.abc import Sequence

from pipelines.text.byline.vocabulary.people import is_chinese_name
from pipelines.text.injection.affixes.beginnings import QUOTES, Beginning, mark_behind, opening_of
from pipelines.text.injection.evidence.function_words import FUNCTION, is_phrase
from pipelines.text.injection.evidence.genuine_starts import GOES_ON, LABEL, MAY_GO_ON, PAIRS, is_no_label
from pipelines.text.injection.evidence.page import LONGEST_LINE, PROSE_END, Page
from pipelines.text.injection.evidence.tokens import key

Members = Sequence[tuple[int, Beginning]]

HIGH_SHARE = 0.6
"""Share of the paragraphs from which a prefix is believed that nothing confirms."""
MARKED_SHARE = {True: 0.4, False: 0.5}
"""The same, where no writer sets such a mark there, by whether the first paragraph has it as well."""
MIN_MARKED, MIN_GLUED = 3, 4
"""Paragraphs that must have it, with such a mark and without any."""
MIN_GLUED_LENGTH = 4
"""Letters of a keyword without a mark; names have two or three."""
MIN_NAMED = 5
"""Paragraphs that must have one with which the headline begins, too, or which has a mark of sentences behind it."""
MOST_ELSEWHERE = 5
"""Paragraphs with it for each place where it stands elsewhere, in a suffix perhaps."""
CALLED_SHARE = 0.8
"""Share of the paragraphs for one with a comma, a colon or an end mark behind it."""
SMALL_WORDS = FUNCTION - {"i"}
"""Words before which no name stands in the same sentence, if they have a capital."""
BRANDED = re.compile(r"[A-Za-z]*(?:[a-z][A-Z]|[A-Za-z]\d)\w*")
"""A word of a shape that no speaker's name has."""
LONGEST_HEAD = 20
"""Characters of another label with the same mark, as speakers and lists have them."""

CASED = re.compile(r"[A-Za-zÀ-ɏЀ-ӿͰ-Ͽ]")
"""Letters of languages with capitals: a keyword in small ones before a sentence is no part of it."""
UNCASED = re.compile(r"[぀-ヿ㐀-鿿가-힣]")


def is_keyword_alone(page: Page, members: Members, letters: int, core: str, share: float) -> bool:
    """Say whether a beginning that paragraphs share is a keyword by its marks, its share and its foreignness.

    Takes the paragraphs, how many letters they share, what these are, and the share of paragraphs that have them.
    A writer may begin paragraphs alike, too: then the words are a phrase of the language, or the text speaks of them
    elsewhere, or a comma or a colon sets them off.
    """
    gap = mark_behind([one for _, one in members], letters)
    mark, opening = gap.strip(), opening_of([one for _, one in members])
    if mark[:1] in {"?", "？"} and share >= HIGH_SHARE:
        return True
    bare = core.strip("0123456789")
    if len(key(bare)) < 2 or page.tie(bare) or (QUOTES & set(opening)) or _counts(members, letters):
        return False
    if _are_letters(page, members):
        return False
    first = next((index for index, text in page.prose() if len(text) > LONGEST_LINE), -1)
    leads = first in {index for index, _ in members}
    if is_no_label(page, opening, mark, len(members)) and not _has_labels(page, members, opening, mark):
        bracketed = not mark or mark[:1] in PAIRS
        fits = len(members) >= MIN_MARKED and share >= MARKED_SHARE[leads]
        return fits and not (bracketed and is_phrase(core))
    often = leads and len(members) >= MIN_GLUED and share >= HIGH_SHARE
    return often and not opening and page.is_prose and _is_apart(page, members, letters, core, share)


def _is_apart(page: Page, members: Members, letters: int, core: str, share: float) -> bool:
    """Say whether a beginning without marks, or with those of sentences, is no part of the sentences behind it."""
    if is_phrase(core) or is_chinese_name(core):
        return False
    gap = mark_behind([one for _, one in members], letters)
    rests = [one.text[one.end(letters) + len(gap) :].lstrip() for _, one in members]
    if CASED.search(core) and not UNCASED.search(core):
        if any(rest[:1].islower() for rest in rests):
            return False
        return core == core.lower() or _is_brand(core, gap.strip(), rests)
    if gap.strip():
        return _is_called_again(page, members, core, gap.strip(), share)
    return _is_glued(page, members, core, rests)


def _is_brand(core: str, mark: str, rests: Sequence[str]) -> bool:
    """Say whether nobody begins so: a word with capitals or figures inside before a colon, or a name before `The` or `It`."""
    if mark[:1] in {":", "："}:
        return len(rests) >= MIN_NAMED and BRANDED.fullmatch(core) is not None
    begun = sum(rest.split(" ", 1)[0].casefold() in SMALL_WORDS for rest in rests)
    return not mark and 2 * begun >= len(rests)


def _is_called_again(page: Page, members: Members, core: str, mark: str, share: float) -> bool:
    """Say whether a comma, a colon or an end mark sets off what begins most paragraphs, and no speaker or vocative does."""
    if key(core) in key(page.title) or len(key(core)) < MIN_GLUED_LENGTH or _is_elsewhere(page, members, core):
        return False
    own = {index for index, _ in members}
    others = any(LABEL.match(text) for index, text in page.prose() if index not in own)
    return len(members) >= MIN_NAMED and share >= CALLED_SHARE and not (mark[0] in ":：" and others)


def _are_letters(page: Page, members: Members) -> bool:
    """Say whether each paragraph with it but the first stands below a line that is no sentence: a letter below who signed the last."""
    own = {index for index, _ in members}
    for below in sorted(own)[1:]:
        above = next((at for at in range(below - 1, -1, -1) if page.kind(at) != "heading"), -1)
        text = page.paragraphs[above]
        if above in own or above < 0 or len(text) > LONGEST_LINE or PROSE_END.search(text):
            return False
    return len(own) > 1


def _counts(members: Members, letters: int) -> bool:
    """Say whether a number follows most times, as in `Step #3`."""
    return sum(one.goes_on(letters).isdigit() for _, one in members) * 2 > len(members)


def _is_glued(page: Page, members: Members, core: str, rests: Sequence[str]) -> bool:
    """Say whether a beginning without any mark is no part of the sentences behind it."""
    going_on = sum(bool(MAY_GO_ON.match(rest)) for rest in rests)
    if any(GOES_ON.match(rest) for rest in rests) or going_on * 4 > len(rests):
        return False
    if len(key(core)) < MIN_GLUED_LENGTH or _is_elsewhere(page, members, core):
        return False
    if key(core) in key(page.title):
        headline = key(page.title).startswith(key(core)) and page.mention(page.title[len(core) :]) > 0
        return len(members) >= MIN_NAMED and (headline or not page.speaks_of(core))
    return True


def _is_elsewhere(page: Page, members: Members, core: str) -> bool:
    """Say whether a beginning stands elsewhere in the text more often than a suffix would have it."""
    return sum(text.count(core, 1) for text in page.paragraphs) * MOST_ELSEWHERE > len(members)


def _has_labels(page: Page, members: Members, opening: str, mark: str) -> bool:
    """Say whether other paragraphs begin with something else and the same mark, as labels and speakers do."""
    if not mark:
        return False
    own = {index for index, _ in members}
    for index, text in page.prose():
        at = text.find(mark, len(opening), LONGEST_HEAD)
        if index not in own and len(text) > LONGEST_HEAD and text.startswith(opening) and at > len(opening):
            return True
    return False
