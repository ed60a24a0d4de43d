"""How the paragraphs of a page begin: what several have in front, whatever marks and codes decorate it."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Page, remembered
from pipelines.text.injection.evidence.tokens import common_start, key

MOST_LENGTH = 60
"""Characters looked at in front of a paragraph; the longest keyword seen had 20."""
MOST_LETTERS = 40
"""Letters of a beginning that are looked at."""
AGREE = 0.8
"""Share of the paragraphs that must go on alike for a common beginning to go on."""
SEED = 3
"""Letters that begin a group of paragraphs; what all of them share is grown from there."""
MOST_OPENING = 4
"""Marks and symbols in front of the first letter of a keyword."""

LETTER = re.compile(r"\d+|[^\W\d_丨ㅣǀ]")
"""A number, or a letter that does not serve as a bar."""
CODE = re.compile(
    rf"[\W_]{{0,2}}(?:(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{{2,6}}[-_.·:|~ ]{{1,3}}|[A-Za-z0-9]{{1,6}}[-_.·:|~]{{0,2}}(?:[A-Za-z0-9]{{1,4}})?(?=[{HANZI}]))"
)
"""Random letters and digits before a keyword, each paragraph its own: `q3-z`, `x9v-`."""
OPENING = "“‘「『《〈（(【[\"'—…"
"""Marks with which a genuine first sentence may begin."""
BRACKETS = "“‘「『《〈（(【["
"""Those of them that open what the text itself closes."""
SOFT = frozenset(",，、;；:：!！.。…—")
"""Marks that sentences have; the others are brackets, signs and symbols."""
CODE_ALONE = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{2,6}")
QUOTED = "“‘「『《"
"""Marks that open what a sentence quotes or names: behind a keyword, they are the sentence's."""
QUOTES = frozenset("“”‘’\"'")


class Beginning:
    """The letters at the start of a paragraph, digits in a row taken for one, and where each ends."""

    __slots__ = ("letters", "skipped", "spots", "text")

    def __init__(self, text: str, skipped: int = 0) -> None:
        """Take a paragraph, and the characters of a code in front that are left out."""
        self.text, self.skipped = text, skipped
        matches = islice(LETTER.finditer(text, skipped, skipped + MOST_LENGTH), MOST_LETTERS)
        # One flat array for start and end of each letter: ten thousand lines must not be a million small objects.
        self.spots = array("I", chain.from_iterable(match.span() for match in matches))
        firsts = (text[at] for at in self.spots[::2])
        self.letters = "".join("0" if char.isdigit() else char.casefold()[:1] for char in firsts)
        """The letters in one case, each row of digits as `0`."""

    @property
    def codeless(self) -> "Beginning | None":
        """The same without the code in front, None where there is none."""
        match = CODE.match(self.text)
        return Beginning(self.text, match.end()) if match else None

    @property
    def opening(self) -> str:
        """The marks before the first letter and behind a code."""
        return self.text[self.skipped : self.spots[0]] if self.spots else ""

    def end(self, letters: int) -> int:
        """Give the offset behind so many letters."""
        return self.spots[2 * letters - 1]

    def gap(self, letters: int) -> str:
        """Give what stands between so many letters and the next."""
        if letters < len(self.letters):
            return self.text[self.end(letters) : self.spots[2 * letters]]
        following = LETTER.search(self.text, self.end(letters))
        return self.text[self.end(letters) : following.start() if following else len(self.text)]

    def core(self, letters: int) -> str:
        """Give the text from the first letter on, so many letters long."""
        return self.text[self.spots[0] : self.end(letters)]

    def goes_on(self, letters: int) -> str:
        """Give the character with which the text goes on behind so many letters and their marks; may be empty."""
        return self.text[self.spots[2 * letters]] if letters < len(self.letters) else ""


@remembered
def beginning_of(_: Page, text: str) -> Beginning:
    """Give the letters at the start of a paragraph of a page."""
    return Beginning(text)


def group_starts(
    beginnings: Sequence[tuple[int, Beginning]], least: int
) -> Iterator[tuple[list[tuple[int, Beginning]], int]]:
    """Give groups of at least so many paragraphs, and the number of letters with which all of a group begin."""
    seeds: dict[str, list[tuple[int, Beginning]]] = defaultdict(list)
    for pair in beginnings:
        seeds[pair[1].letters[:SEED]].append(pair)
    for seed, alike in seeds.items():
        members = [pair for pair in alike if len(pair[1].opening) <= MOST_OPENING]
        if len(seed) == SEED and len(members) >= least:
            grown, letters = grow(members, SEED, least)
            if letters:
                yield grown, letters


def grow(members: list[tuple[int, Beginning]], letters: int, least: int) -> tuple[list[tuple[int, Beginning]], int]:
    """Grow what paragraphs begin with for as long as nearly all go on alike, and stop where the keyword ends.

    Takes the letters that are certain; gives the members that have all of it and the number of its letters.
    """
    minimum, everyone = letters, members
    while True:
        following = Counter(one.letters[letters : letters + 1] for _, one in members)
        char, count = following.most_common(1)[0]
        if not char or count < max(least, AGREE * len(members)):
            break
        members = [pair for pair in members if pair[1].letters[letters : letters + 1] == char]
        letters += 1
    end = end_of(members, minimum, letters)
    shared = members[0][1].letters[:end]
    return [pair for pair in everyone if pair[1].letters.startswith(shared)], end


def end_of(members: list[tuple[int, Beginning]], minimum: int, letters: int) -> int:
    """Say how many of the letters that paragraphs share are the keyword's; 0 where it ends inside a word.

    Up to the last place where nearly all have a mark that sentences do without, else to the first where they have a comma
    or the like: what they share behind it may be a refrain. Without marks, as far as whole words go.
    """
    beginnings = [one for _, one in members]
    whole = [at for at in range(minimum, letters + 1) if _is_boundary(beginnings, at)]
    if not whole or letters >= MOST_LETTERS:
        return 0
    marks = {at: _common_mark(beginnings, at) for at in whole if not CODE_ALONE.fullmatch(beginnings[0].core(at))}
    hard = [at for at, mark in marks.items() if mark and mark not in SOFT]
    if hard:
        return hard[-1]
    return next((at for at, mark in marks.items() if mark or _begin_sentences(beginnings, at)), whole[-1])


def _begin_sentences(beginnings: Sequence[Beginning], at: int) -> bool:
    """Say whether all go on with a capital behind so many letters, as sentences begin."""
    return all(one.goes_on(at).isupper() for one in beginnings)


def is_ended(beginnings: Sequence[Beginning], at: int) -> bool:
    """Say whether nearly all have a mark behind so many letters that sentences do without."""
    mark = _common_mark(beginnings, at)
    return mark != "" and mark not in SOFT and mark not in BRACKETS


def _common_mark(beginnings: Sequence[Beginning], at: int) -> str:
    """Give the first mark that nearly all have behind so many letters; empty where they have none."""
    marks = [mark for one in beginnings if (mark := _first_mark(one.gap(at)))]
    return Counter(marks).most_common(1)[0][0] if len(marks) >= AGREE * len(beginnings) else ""


def _first_mark(gap: str) -> str:
    """Give the first mark in a gap that is not the beginning of the text itself."""
    return gap.strip().rstrip(OPENING).strip()[:1] or (gap.strip() if gap.strip() in QUOTES else "")


def _is_boundary(beginnings: Sequence[Beginning], at: int) -> bool:
    """Say whether so many letters are no part of a longer word of letters or digits in any paragraph."""
    for one in beginnings:
        last = one.text[one.end(at) - 1]
        if not one.gap(at) and last.isascii() and one.text[one.end(at) : one.end(at) + 1].isascii():
            return False
    return True


def mark_behind(members: Sequence[Beginning], letters: int) -> str:
    """Give the marks between a keyword and the text that its paragraphs share; empty where it is glued to the text."""
    gaps = [one.gap(letters) for one in members]
    having = [gap for gap in gaps if gap]
    if len(having) < AGREE * len(gaps):
        return ""
    first = Counter(gap[0] for gap in having).most_common(1)[0][0]
    mark = common_start([gap for gap in having if gap[0] == first])
    return mark.rstrip(BRACKETS) or mark


def opening_of(members: Sequence[Beginning]) -> str:
    """Give the marks in front of a keyword that most paragraphs share; empty where they have different ones."""
    opening, count = Counter(one.opening.strip() for one in members).most_common(1)[0]
    return opening if count >= AGREE * len(members) else ""


def end_with_marks(one: Beginning, letters: int, mark: str, *, proven: bool) -> int:
    """Give the offset behind a keyword, its mark and spaces, without what the text itself begins with.

    The marks behind a *proven* keyword are its own, even where paragraphs have different ones.
    """
    gap = one.gap(letters)
    if not proven and mark and gap.startswith(mark):
        taken = len(mark)
    elif (mark.strip() or proven) and gap.strip():  # another mark than the others have, or more of them
        taken = len(gap.rstrip().rstrip(OPENING))
    else:
        taken = 0
    end = one.end(letters) + taken
    return end + len(one.text) - end - len(one.text[end:].lstrip())


def before_figure(one: Beginning, letters: int, known: Collection[str]) -> int:
    """Give the offset where a keyword that ends with a digit meets a figure of the text (`X3` and `17日`); 0 where none does.

    Takes the keys of known keywords: one of them has the first digits and none has all. Where the numbers of a site's
    keywords change, all are known.
    """
    start, end = one.spots[0], one.end(letters)
    whole = one.text[start:end]
    if key(whole) in known:
        return 0
    figure = len(whole) - len(whole.rstrip("0123456789"))
    return next((at for at in range(end - 1, end - figure, -1) if key(one.text[start:at]) in known), 0)
