"""The words that English notes behind an article are made of (`data/note_words.toml`), and a sentence cut into them."""

import re
from functools import cache

from pipelines.text.byline.vocabulary.credit import words
from pipelines.text.byline.vocabulary.people import LATIN_NAME
from pipelines.text.byline.vocabulary.segments import Word
from pipelines.text.byline.vocabulary.segments import lists as credit_lists

TOKEN = re.compile(
    r"""
    (?P<address>[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|@\w{2,30}|(?:https?://|www\.)\S{3,80}|[a-z0-9-]{2,30}\.(?:com|org|net|co\.uk|in)(?:/\S{0,40})?)
    |(?P<phone>\(?\+?\d[\d() .-]{6,18}\d)
    |(?P<title>[“"][^”"]{2,80}[”"])
    |(?P<figure>\d[\w.,:/%-]*)
    |(?P<word>[^\W\d_][\w’'&.-]*(?<![.])|&)
    |(?P<mark>[^\w\s]{1,4})
    """,
    re.VERBOSE,
)
BESIDE = frozenset(("said", "giver", "ours", "office", "signing", "sender", "beating", "physical", "pronoun", "finite"))
"""Lists that are no classes"""
PRESENTED = re.compile(
    rf"{LATIN_NAME.pattern}(?:[’']s (?:column|newsletter|blog|podcast|e-?mail(?: address)?|(?:latest|new|most recent) book)\b| lives\b[^.]{{2,40}}\b(?:writes|teaches|works|edits)\b)[^.!?]{{0,80}}(?:@[\w.-]{{3,40}})?\.?"
)
"""`First Last's column appears …`, `First Last lives in Town and writes …`"""
MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day"
)


def lists() -> dict[str, frozenset[str]]:
    """Give the words of notes by class, and the lists beside the classes."""
    return credit_lists("note_words.toml")


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Give the classes of every word of notes."""
    found: dict[str, set[str]] = {}
    for name, values in lists().items():
        for value in values if name not in BESIDE else ():
            found.setdefault(value, set()).add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def agencies() -> frozenset[str]:
    """Give the names of agencies that are one word, in small letters."""
    names = credit_lists()["agency"] | words()["picture_agency"] | words()["wire"]
    return frozenset(name.casefold() for name in names if name.isascii() and " " not in name)


def read_words(sentence: str) -> list[Word]:
    """Cut a sentence into its words and marks."""
    known = vocabulary()
    found = []
    for match in TOKEN.finditer(sentence):
        kind, text = match.lastgroup or "", match[0]
        if kind != "word":
            found.append(Word(text, frozenset({kind, "right"} if "©" in text else {kind})))
            continue
        lower = re.sub(r"[’']s$", "", text.casefold())
        classes = known.get(lower, frozenset()) | ({"paper"} if lower in agencies() else frozenset())
        if MONTHS.fullmatch(lower):
            classes |= {"figure"}
        elif text[0].isupper():
            classes |= {"proper"}
        found.append(Word(text, classes or frozenset({"free"})))
    return found
