"""Titles as strings: their parts, their letters, and the words that say what a text is about."""

import re
from collections.abc import Iterable, Sequence

HEADLINE = 10
"""Letters from which a line that nothing confirms can be a headline."""
TOLD, UNTOLD = 0.5, 0.25
"""Share of a headline's telling words that its text holds, at least; and of a site's name, at most."""
SAYING = 3
"""Telling words of a headline, at least; what has fewer may be the name of a section."""
_SEPARATORS = re.compile(
    r"(?=[\s|｜│¦>_–—-])(?:\s+[-–—|·•»«:：/~]+\s+|\s*[|｜│¦]+\s*|\s{2,}|\s*>>?\s*|\s+<\s+"
    r"|\s*(?:(?<![a-z0-9])_+|_+(?![a-z0-9]))\s*"  # in `long_name` it is a letter
    r"|(?<=[\u3000-\u9fff\uff00-\uffef])\s*(?:-{1,2}|—+|–)\s*|\s*(?:-{1,2}|—+|–)\s*(?=[\u3400-\u9fff]))"
)
_WORD = re.compile(r"\w+")
_TELLING = re.compile(r"(?=([\u3040-\u9fff\uac00-\ud7af]{2}))|([^\W\d_\u3040-\u9fff\uac00-\ud7af]{4,})")
_MARK_BEFORE, _MARK_BEHIND = re.compile(r"\s*[^\w\s]"), re.compile(r"[^\w\s]\s{0,9}$")


def split_title(title: str, site_names: Iterable[str] = ()) -> list[str]:
    """Give the parts of a title between its separators, without those that are the site's name (as `letters`)."""
    parts = [part.strip() for part in _SEPARATORS.split(" ".join(title.split())) if part and part.strip()]
    return [part for part in parts if letters(part) not in site_names] or parts


def shorten(title: str, site_names: Iterable[str] = ()) -> str:
    """Cut the names of site and section off a title.

    The longest part is the headline, the first of equals. A short part before it stays with it, since headlines
    have such marks themselves (`Interview: …`); what follows goes.
    """
    return cut_title(title, split_title(title, site_names))


def cut_title(title: str, parts: Sequence[str]) -> str:
    """Cut off a title what `shorten` does, when its parts are known."""
    title = " ".join(title.split())
    if not parts:
        return title
    weights = [len(part.encode("utf-8", "replace")) for part in parts]
    longest = weights.index(max(weights))
    start = title.find(parts[0 if longest <= 1 else longest])
    end = title.find(parts[longest], max(start, 0)) + len(parts[longest])
    return title[max(start, 0) : end]


def letters(text: str) -> str:
    """Give the letters and digits of a text in lower case: what stays the same when markup and marks differ."""
    return "".join(_WORD.findall(text)).lower()


def may_be(text: str, wanted: str) -> bool:
    """Say whether the first word of a text is among the letters *wanted*: most lines of a page need no closer look."""
    first = _WORD.search(text)
    return first is None or first[0].lower()[:-1] in wanted  # the last letter may look otherwise before another one


def is_told(title: str, text: str, share: float = TOLD) -> bool:
    """Say whether a text in lower case tells what a title announces."""
    return len(title) >= HEADLINE and len(telling(title)) >= SAYING and told_share(title, text) >= share


def told_share(title: str, text: str) -> float:
    """Give the share of a title's telling words that a text in lower case holds; 0 for a title that has none."""
    words = telling(title)
    return sum(word in text for word in words) / len(words) if words else 0.0


def telling(text: str) -> set[str]:
    """Give the words of a text that say what it is about, in lower case: those of four letters and more, and pairs of Chinese, Japanese and Korean characters."""
    return {pair or word for pair, word in _TELLING.findall(text.lower())}


def is_edge(text: str, title: str) -> bool:
    """Say whether a title begins or ends with a text, with a mark between it and the rest."""
    if title.startswith(text):
        return _MARK_BEFORE.match(title, len(text)) is not None
    return title.endswith(text) and _MARK_BEHIND.search(title[: -len(text)][-10:]) is not None


def common_prefix(one: str, two: str) -> int:
    """Count the letters with which both begin."""
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count
