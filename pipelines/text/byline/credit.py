"""What the byline rules find: a credit with its place, and the closed vocabulary of its forms."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as a dateline states it; what it does not state is None."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The head of a paragraph."""

    end: int
    """Where the first sentence begins."""
    names: tuple[str, ...] = ()
    source: str | None = None
    """The agency or paper."""
    day: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A stretch of a paragraph that credits somebody."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last one."""
    reason: str
    """`dateline`, `author`, `photo_credit`, `fake_byline`, `editor`, `source`, `page_header` or `site_pattern`."""
    names: tuple[str, ...] = ()
    """Those who wrote the article."""
    source: str | None = None
    """The publisher it names."""
    day: Day | None = None
    """The day of a dateline."""
    evidence: str = ""
    """What speaks for it, in words for a person."""


PARTS = ("qualifier", "core", "person")
"""What composed roles are made of, in their order."""


SOURCE_PARTS = ("source_qualifier", "source_core", "source_end")
"""The same of labels of sources."""


@cache
def words() -> dict[str, frozenset[str]]:
    """Load the labels of credit lines, by class."""
    text = (files("pipelines.text") / "data" / "credits.toml").read_text(encoding="utf-8")
    return {name: frozenset(values) for name, values in tomllib.loads(text).items()}


@cache
def label_classes() -> dict[str, str]:
    """Give the class of every label."""
    classes = ("time", "source", "photo", "author", "staff", "editor")
    return {label: name for name in classes for label in words()[name]}


@cache
def label_pattern() -> "re.Pattern[str]":
    """Give the expression of a label with its separator; linear, an alternation of fixed words."""
    labels = "|".join(_spaced(label) for label in sorted(label_classes(), key=len, reverse=True))
    labels = f"{composed_source().pattern}|{labels}|{composed_role().pattern}"
    # One look at the first character spares most places the alternation.
    firsts = "".join(
        sorted(
            {label[0] for name in ("qualifier", "core", *SOURCE_PARTS[:2]) for label in words()[name]}
            | {label[0] for label in label_classes()}
        )
    )
    # Chinese labels may be followed by a space alone, words of spaced scripts need a mark or end in `by`.
    return re.compile(
        rf"(?P<label>(?=[{firsts}])(?:{labels})(?:[、和及](?:{labels}))?)(?P<mark>\s*[:：/／╱|丨｜∣│=＝]\s*|(?<=[\u3400-\u9fff가-힣][가-힣\u3400-\u9fff])[\s\u3000]+|(?<=[\u3400-\u9fff])[\s\u3000]+|(?<=by) )"
    )


def class_of(label: str) -> str:
    """Give the class of a label as it stands in the text, be it set wide (`编 辑`)."""
    known = label_classes().get(label) or label_classes().get("".join(label.split()))
    return known or ("source" if composed_source().fullmatch(label) else "staff")


@cache
def composed_source() -> "re.Pattern[str]":
    """Give the expression of a label of sources (`文章来源网站`); linear, at most three fixed words."""
    qualifier, core, end = ("|".join(sorted(words()[name], key=len, reverse=True)) for name in SOURCE_PARTS)
    return re.compile(rf"(?:{qualifier})?(?:{core})(?:{end})?")


@cache
def composed_role() -> "re.Pattern[str]":
    """Give the expression of a role made of qualifiers and a core (`值班总编辑`); linear, at most four fixed words."""
    qualifier, core, person = ("|".join(sorted(words()[name], key=len, reverse=True)) for name in PARTS)
    return re.compile(rf"(?:{qualifier}){{0,2}}(?:{core}){{1,2}}(?:{person})?")


def _spaced(label: str) -> str:
    """Give the expression of a label; the two characters of a short one may stand apart."""
    if len(label) == 2 and not label.isascii():
        return rf"{label[0]}[\s\u3000]{{0,2}}{label[1]}"
    return re.escape(label)
