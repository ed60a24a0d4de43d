"""Contact lines that are not the article's: each page of a site, or each line of a page, has another account.

A paper has one address for all its pages, and a writer speaks of it; those who sell change accounts as they are closed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from pipelines.text.byline import is_credit_line
from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.keywords import is_long_enough, shared_part
from pipelines.text.injection.evidence.page import PROSE_END, SENTENCE, Find, Page
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HOST, WORD, key, share_of
from pipelines.text.injection.paragraphs.hosts import HOSTS, drops_hosts, find_hosts, find_spots

IDENTITY = re.compile(
    r"(?<![\w./+-])(?:\+?(?!(?:19|20)\d\d\b)\d(?:[ -]?\d){6,14}|(?=[a-z\d_]{0,12}[a-z])[a-z_]{0,12}\d{3,12}[a-z\d_]{0,12}|(?:t\.me|wa\.me|bit\.ly|line\.me)/\w{3,40})(?![\w-])",
    re.ASCII,
)
"""The name of an account, or a number to call: no year, day or model."""
NUMBER = re.compile(r"\d+")
SAYS = {False: 7, True: 4}
"""Letters, or with Chinese (True) characters, that a contact line has beside them."""
HEAD = {False: 2, True: 4}
"""Words, or in Chinese (True) characters, with which the contact lines of a site begin alike."""
LONGEST = 100
"""Characters of a contact line."""
LONGEST_TAIL = 40
"""Characters of one that hangs behind a sentence."""
MIN_LINES = 2
"""Pages of a site, or lines of a page, with such a line."""
LONG_WORD = 4
"""Letters of an English word that says what a line is about."""
MOST_CONTACTS = 100
"""Contact lines of a page that are looked at."""
MOST_LINES = 6
"""Lines that one is compared with."""


def find_site_contacts(pages: Sequence[Page]) -> frozenset[str]:
    """Find how the contact lines of a site begin, and whether it drops hosts into sentences.

    Each page has another account, and what else the lines say differs, too, or the account is no number to call: those of
    a list of offices and of a paper's desks say the same.
    """
    heads: dict[str, dict[int, set[str]]] = defaultdict(dict)
    said: dict[str, set[str]] = defaultdict(set)
    for number, page in enumerate(pages):
        for index in _lines(page):
            text = page.paragraphs[index]
            names = _identities(text)
            heads[_head(text)].setdefault(number, set()).update(names)
            called = all(name.lstrip("+")[:1].isdigit() for name in names)
            said[_head(text)].add(key(IDENTITY.sub(" ", text)) if called else text)
    found = {
        head
        for head, seen in heads.items()
        if len(seen) >= MIN_LINES and len(said[head]) >= MIN_LINES and _differ(list(seen.values()))
    }
    return frozenset(found | ({HOSTS} if drops_hosts(pages) else set()))


def _differ(seen: Sequence[set[str]]) -> bool:
    """Say whether most pages have accounts that no other has; the telephone of a paper is one for all."""
    counts = Counter(name for names in seen for name in names)
    return sum(any(counts[name] == 1 for name in names) for names in seen) * 3 >= 2 * len(seen)


def find_contacts(page: Page) -> list[Find]:
    """Find contact lines, contacts that hang behind sentences, and hosts dropped into them (see `hosts`).

    A contact line stands between paragraphs, is no sentence and uses none of the article's words; it goes where the
    site has such lines with other accounts, or where it shares a keyword, of which the article does not speak, with the
    title or with another such line. What hangs behind a sentence goes on such a page only.
    """
    heads = {index: _head(page.paragraphs[index]) for index in _lines(page, page.site.contacts)}
    keywords = {index: _keyword(page, index, heads) for index in heads}
    chosen = [index for index, head in heads.items() if keywords[index] or head in page.site.contacts]
    evidence = "an account or a number to call, between paragraphs, another on each page or line, unrelated to the text"
    finds = [
        Find.line(index, page.paragraphs[index], reason="contact", evidence=evidence, keyword=keywords[index])
        for index in chosen
    ]
    finds += find_hosts(page, habit=HOSTS in page.site.contacts or bool(chosen), gone=chosen)
    if chosen or (HOSTS in page.site.contacts and any(spot.breaks for spot in find_spots(page))):
        finds += _tails(page, set(chosen))
    return finds


def _keyword(page: Page, index: int, heads: Mapping[int, str]) -> str:
    """Give the key of the keyword that a line shares with the title or a line of another wording; empty for none.

    The label in front of a number (`服务热线`) is none. *heads* says how the contact lines of the page begin.
    """
    text = page.paragraphs[index]
    others = (page.paragraphs[at] for at, head in heads.items() if head != heads[index])
    said = page.sentence_key
    for other in (page.title, *islice(others, MOST_LINES)):
        part = shared_part(key(NUMBER.sub("", text)), key(NUMBER.sub("", other)))
        if is_long_enough(part) and part not in said and not any(_is_label(line, part) for line in (text, other)):
            return part
    return ""


def _is_label(line: str, part: str) -> bool:
    """Say whether a part of a line stands right before a number or a colon."""
    at = line.casefold().find(part)
    behind = line[at + len(part) :].lstrip(" :：") if at >= 0 else ""
    return at >= 0 and (line[at + len(part) :].lstrip()[:1] in {":", "："} or IDENTITY.match(behind) is not None)


def _lines(page: Page, habits: frozenset[str] = frozenset()) -> Iterator[int]:
    """Give the short paragraphs with an account or a number, amid sentences, that are none of the article's.

    Behind the last sentence a paper has its own, so there only those that begin as *habits* of the site do.
    """
    candidates = (index for index, text in page.prose() if _may_be_contact(page, index, text))
    last = max((index for index, text in page.prose() if PROSE_END.search(text) or SENTENCE.search(text)), default=0)
    for index in islice(candidates, MOST_CONTACTS):
        text = page.paragraphs[index]
        if (index < last or _head(text) in habits) and _is_foreign(page, text):
            yield index


def _may_be_contact(page: Page, index: int, text: str) -> bool:
    """Say whether a paragraph behind the first is a short line with an account, and no sentence."""
    if not index or len(text) > LONGEST or page.kind(index) in {"cell", "item"} or not IDENTITY.search(text):
        return False
    bare = text.rstrip("!！ ")  # a seller shouts
    said = key(IDENTITY.sub(" ", text))
    return len(said) >= SAYS[not said.isascii()] and not PROSE_END.search(bare) and not SENTENCE.search(bare)


def _is_foreign(page: Page, text: str) -> bool:
    """Say whether the article's sentences hardly use the words of a line."""
    bare = IDENTITY.sub(" ", HOST.sub(" ", text))
    if bare.isascii():
        bare = " ".join(
            word for word in WORD.findall(bare) if len(word) >= LONG_WORD and word.casefold() not in FUNCTION
        )
    return share_of(bare, page.sentences.replace(text, "")) <= BY_CHANCE


def _head(text: str) -> str:
    """Give the first words of a line, any account for the same."""
    bare = IDENTITY.sub("#", text.strip())
    if bare[:1] < "\u2e80":
        return " ".join(bare.split()[: HEAD[False]]).casefold()
    return bare[: HEAD[True]]


def _identities(text: str) -> set[str]:
    """Give the accounts and numbers of a line."""
    return {match[0].strip() for match in IDENTITY.finditer(text)}


def _tails(page: Page, lines: set[int]) -> Iterator[Find]:
    """Find accounts behind the last sentence of a paragraph, on a page with contact lines or hosts."""
    for index, text in page.prose():
        end = max((match.end() for match in SENTENCE.finditer(text)), default=0)
        tail = text[end:]
        if index in lines or not end or not 0 < len(tail.strip()) <= LONGEST_TAIL or not IDENTITY.search(tail):
            continue
        if _is_foreign(page, tail) and not is_credit_line(tail.strip(" /")):
            start = len(text[:end].rstrip())
            evidence = "an account behind the last sentence, on a page with others"
            yield Find(paragraph=index, start=start, end=len(text), reason="contact", evidence=evidence)
