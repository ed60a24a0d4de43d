"""Titles as strings: their parts, their letters, and the words that say what a text is about."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape

from crawler.extraction.page.letters import letters

HEADLINE = 10
"""Letters from which a line that nothing confirms can be a headline."""
TOLD, UNTOLD = 0.5, 0.25
"""Share of a headline's telling words that its text holds, at least; and of a site's name, at most."""
SAYING = 3
"""Telling words of a headline, at least; what has fewer may be the name of a section."""
NAME = 6
"""Letters of a part of a site's name that is known for it."""
LONGEST = 1_000
"""Characters from which a headline is none, and left as it is."""
_CLAUSE = 3
"""Words of a part of a title, at least, that goes on with the headline before it."""
_LONGEST_NAME = 30
"""Letters of a part that is known for the site's name by its beginning, at most: some sites are called as their pages are."""
_MOST = 0.6
"""Share of a part that the site's name is, at least, when it begins with that."""
_SEPARATORS = re.compile(
    r"(?=[\s|｜│¦>_–—-])(?:\s+[-–—|·•»«›‹:：/~]+\s+|\s*[|｜│¦]+\s*|\s{2,}|\s*>>?\s*|\s+<\s+"
    r"|\s*(?:(?<![a-z0-9])_+|_+(?![a-z0-9]))\s*"  # in `long_name` it is a letter
    r"|(?<=[\u3000-\u9fff\uff00-\uffef])\s*(?:-{1,2}|—+|–)\s*|\s*(?:-{1,2}|—+|–)\s*(?=[\u3400-\u9fff]))"
)
_DASH = "——"
"""What a Chinese headline has before its second half; sites set their names off by other marks."""
_BRACKETED = re.compile(r"【[^【】]{1,60}】|《[^《》]{1,60}》|「[^「」]{1,60}」|『[^『』]{1,60}』|“[^“”]{1,60}”")
"""A column, a work or words that are quoted: a mark in it parts nothing."""
_MARKS = " -–—|｜│¦·•»«›‹:：/~_>"
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")
_NAMED = re.compile(r"(?<!\S)[\"'“‘(]?&(?:nbsp|lt|gt|shy|[lr]s?aquo);(?=[\s?.,!:\"'”’)]|$)")
"""An entity that stands as a word: a headline that speaks of it."""
_PAIR = re.compile(r"<(b|i|em|strong|span|font|sup|sub|u|small|mark)\b[^<>]{0,200}>([^<>]{0,300})</\1>", re.IGNORECASE)
_LABEL = re.compile(r"^(?:title|headline|标题|標題|题目|題目)\s?[:：]\s?(?=\S.{9})", re.IGNORECASE)
"""What names the field, in front of it."""
_COUNTED = re.compile(r"\s\((?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}\)(?:\s\d{1,5})?$")
"""The host that a headline leads to, and the number of comments, behind it."""
_HOST = re.compile(r"www\.(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}", re.IGNORECASE)
"""The host of a site, in the place of its name."""
_ORPHANS = "》〉」』】〕）)>›»·・•|｜-–— \u3000"
"""Marks with which no headline begins."""
_WORD = re.compile(r"\w+")
_TELLING = re.compile(r"(?=([\u3040-\u9fff\uac00-\ud7af]{2}))|([^\W\d_\u3040-\u9fff\uac00-\ud7af]{4,})")
_HAN_BLANK = re.compile(r"[\u3400-\u9fff][”」』》!！?？]?\s+[\u3400-\u9fff]")
_MARK_BEFORE = re.compile(r"\s*[^\w\s]")


def split_title(title: str, site_names: Iterable[str] = ()) -> list[str]:
    """Give the parts of a title between its separators, without those that are the site's name (as `letters`)."""
    parts = _split(" ".join(title.split()))
    return [part for part in parts if not is_name(letters(part), site_names) and not _HOST.fullmatch(part)] or [*parts]


@lru_cache(maxsize=64)
def _split(title: str) -> tuple[str, ...]:
    """Split a title at its separators, but not inside brackets and quotation marks; a page states one title many times."""
    marks = list(_SEPARATORS.finditer(title)) if len(title) <= LONGEST else []
    whole = [match.span() for match in _BRACKETED.finditer(title)] if marks and not title.isascii() else []
    parts, start = [], 0
    for mark in marks:
        if not any(left < mark.start() < right - 1 for left, right in whole):
            parts.append(title[start : mark.start()])
            start = mark.end()
    return tuple(part for one in (*parts, title[start:]) if (part := one.strip()))


def is_name(words: str, site_names: Iterable[str]) -> bool:
    """Tell whether *words* are a name of the site, or the beginning of one, or one and little more (all as `letters`)."""
    if words in site_names:
        return True
    return NAME <= len(words) <= _LONGEST_NAME and any(
        name.startswith(words) or (len(name) >= max(NAME, _MOST * len(words)) and words.startswith(name))
        for name in site_names
    )


def shorten(title: str, site_names: Iterable[str]) -> str:
    """Cut the names of site and section off a title.

    The longest part is the headline, the first of equals. A short part before it stays with it, since headlines
    have such marks themselves (`Interview: …`); what follows goes, but for a clause before the site's name and what a
    Chinese dash joins to the headline (`…——…`).
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
    for part, weight in zip(parts[longest + 1 :], weights[longest + 1 :], strict=True):
        begin = title.find(part, end)
        at = begin + len(part)
        if title[end:begin] != _DASH and (at == len(title) or weight < weights[longest] / 2 or not _goes_on(part)):
            break
        end = at
    return title[max(start, 0) : end]


def _goes_on(part: str) -> bool:
    """Tell whether a part of a title is written as a clause is, not as a name: most of its words are small."""
    words = part.split()
    return len(words) >= _CLAUSE and sum(word[0].islower() for word in words) > len(words) / 2


def polish(title: str, site_names: Iterable[str]) -> str:
    """Give a headline as readers should see it: entities escaped twice, markup in pairs, what a system puts round it and the site's name gone."""
    if len(title) > LONGEST:
        return title
    if "&" in title:
        told = _ENTITY.search(title) is not None and _NAMED.search(title) is None
        title = " ".join(unescape(title).split()) if told else title
    if "<" in title:
        title = _PAIR.sub(r"\2", title)
    kept = _LABEL.sub("", _COUNTED.sub("", title)).lstrip(_ORPHANS).strip() or title
    parts = split_title(kept)
    while len(parts) > 1 and is_name(letters(parts[-1]), site_names):
        kept = kept[: kept.rindex(parts.pop())].rstrip(_MARKS)
    while len(parts) > 1 and letters(parts[0]) in site_names:
        kept = kept.removeprefix(parts.pop(0)).lstrip(_MARKS)
    return kept if len(kept.encode("utf-8", "replace")) >= HEADLINE else title


def may_be(text: str, wanted: str) -> bool:
    """Tell whether the first word of a text is among the letters *wanted*: most lines of a page need no closer look."""
    first = _WORD.search(text)
    return first is None or first[0].lower()[:-1] in wanted  # the last letter may look otherwise before another one


def is_told(title: str, text: str, share: float = TOLD) -> bool:
    """Tell whether a text in lower case tells what a title announces."""
    return len(title) >= HEADLINE and len(telling(title)) >= SAYING and told_share(title, text) >= share


def told_share(title: str, text: str) -> float:
    """Give the share of a title's telling words that a text in lower case holds; 0 for a title that has none."""
    words = telling(title)
    return sum(word in text for word in words) / len(words) if words else 0.0


def told_statement(title: str, shown: str, stated: Iterable[str], text: str) -> str:
    """Give one of several *stated* titles that a text in lower case tells; "" where it tells of the chosen one or of `<title>`."""
    others = [other for other in stated if letters(title) not in letters(other) not in letters(shown)]
    if not (others and text):  # so it is with most pages
        return ""
    text = text.removeprefix(title.lower())  # a keyword in the title's place is put before the first sentence, too
    told = max(told_share(title, text), told_share(shown, text))  # and anywhere in the text
    if told > UNTOLD:
        return ""
    return next((other for other in others if is_told(other, text, UNTOLD + told)), "")


def telling(text: str) -> set[str]:
    """Give the words of a text that say what it is about, in lower case: those of four letters and more, and pairs of Chinese, Japanese and Korean characters."""
    return {pair or word for pair, word in _TELLING.findall(text.lower())}


def is_edge(words: str, title: str, *, spaced: bool = False) -> bool:
    """Tell whether a title begins or ends with *words* (as `letters`), with a mark between these and the rest.

    *spaced* says that a blank is mark enough between Chinese characters.
    """
    whole = letters(title)
    if whole.startswith(words):
        at = _after(title, len(words))
        mark = _MARK_BEFORE.match(title, at) is not None
        return mark or (spaced and _HAN_BLANK.match(title, max(0, at - 1)) is not None)
    if whole.endswith(words):
        return _MARK_BEFORE.match(title, _after(title, len(whole) - len(words))) is not None
    return False


def _after(title: str, count: int) -> int:
    """Give the place in a title behind its first letters, so many of them, and the marks that belong to these."""
    for match in _WORD.finditer(title):
        if count <= len(match[0]):
            return match.start() + count
        count -= len(match[0])
    return len(title)
