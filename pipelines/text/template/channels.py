"""Calls to a site's own channels on a line of their own: its newsletter, its pages on other platforms."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipelines.text.spans import Verdict

LONGEST, SENTENCES = 200, 3
"""Characters and sentences of a call."""
SENTENCE = re.compile(r"[^.!?。！？]+(?:[.!?。！？]+|\Z)")
MOST_BEFORE, MOST_BETWEEN = 30, 12
"""Characters before what a call is about whose verb stands at the end, and between the two."""


@dataclass(frozen=True, slots=True)
class Calls:
    """What calls to channels say, as expressions of `data/channels.toml`: linear, a beginning and a word somewhere behind it."""

    verb_first: re.Pattern[str]
    """A call that begins with its verb."""
    verb_last: re.Pattern[str]
    """The same in languages whose verbs stand at the end."""
    named: re.Pattern[str]
    """What such a call is about, which is looked for first."""
    about: re.Pattern[str]
    """What an article on such channels speaks of."""


@cache
def calls() -> Calls:
    """Load what calls to channels say."""
    table = tomllib.loads((files("pipelines.text") / "data" / "channels.toml").read_text(encoding="utf-8"))
    platform = _any(table["platform"])
    first = (
        rf"{_any(one['begin'])}\b.*\b(?:{_any(one['name'])}\b|{_preposition(one['before_platform'])}{platform}(?!\w))"
        for one in table["verb_first"]
    )
    last = (f"{_any(one['about'])}.{{0,{MOST_BETWEEN}}}{_any(one['end'])}" for one in table["verb_last"])
    return Calls(
        verb_first=re.compile(rf"[\s>»•*#_–—-]{{0,4}}(?:{'|'.join(first)})", re.IGNORECASE),
        verb_last=re.compile(rf".{{0,{MOST_BEFORE}}}(?:{'|'.join(last)})"),
        named=re.compile(_any(word for one in table["verb_last"] for word in one["about"])),
        about=re.compile(_any(table["about"]), re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    """Give the expression of any of these words, of which `*` is any ending and `…` one more word or none."""
    escaped = (re.escape(word).replace(r"\*", r"\w*").replace(r"…\ ", r"(?:\w+ )?") for word in words)
    return f"(?:{'|'.join(escaped)})"


def _preposition(words: Sequence[str]) -> str:
    """Give the expression of any of these words and a space; of nothing where there are none."""
    return rf"{_any(words)}\ " if words else ""


def judge_channel(line: str) -> Verdict | None:
    """Judge whether a line is nothing but calls to the site's channels."""
    if not 0 < len(line) <= LONGEST or not _calls(line):
        return None
    sentences = [match[0].strip() for match in SENTENCE.finditer(line) if match[0].strip()]
    if len(sentences) > SENTENCES or not all(map(_calls, sentences)):
        return None
    return Verdict(reason="promotion", evidence="calls the reader to the site's own channels")


def _calls(sentence: str) -> bool:
    """Tell whether a sentence calls to a channel."""
    said = calls()
    if said.verb_first.match(sentence) is not None:
        return True
    return said.named.search(sentence) is not None and said.verb_last.match(sentence) is not None


def speaks_of_channels(title: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether an article is about such channels: its title or a paragraph that calls to none speaks of them."""
    about = calls().about
    others = (text for text in paragraphs if judge_channel(text) is None)
    return about.search(title) is not None or any(about.search(text) for text in others)
