"""What speaks for and against each line of a page, as a table of numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction.blocks import (
    ARTICLE,
    FIGURE,
    FOOTER,
    FORM,
    HEADER,
    LIST,
    MAIN,
    NAV,
    TABLE,
    TERMS,
    Line,
    Node,
)
from crawler.extraction.names import BAD, COMMENTS, HIDDEN, META
from crawler.extraction.survey import Survey
from crawler.extraction.title import letters
from crawler.extraction.words import BITS, WORDS, announced

Table = npt.NDArray[np.float32]

_HEADINGS = ("related", "comments", "legal", "follow")
_STAMP = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}|\d{1,2}:\d\d|[a-z]{3,9}\.? \d{1,2},? 20\d\d|\d{1,2} [a-z]{3,9} 20\d\d"
)
_BYLINE = re.compile(r"by [\w.]|文[/|｜：:]")
_CREDIT_FIRST = re.compile(
    r"[（(【\[▲△▼]?(?:图|圖|▲|△|▼|来源|來源|原标题|原題|原標題|文[/／|｜:：]|作者|记者|記者|编辑|編輯|责编|責編|责任编辑|責任編輯|摘自|综合|本文|[^，。]{1,12}(?:记者|記者|图片|圖片)|photo|image|source|credit|by )",
    re.IGNORECASE,
)
"""How credits and captions begin."""
_CREDIT_LAST = re.compile(
    r"(?:摄影?|攝影?|供图|供圖|图片|圖片|资料图|資料圖|截图|截圖|图|圖|报道|報導|编辑|編輯)[ ）)】\]]*$"
)
"""How they end."""
_BRACKETS = "（）()【】[]"
_DIGITS = re.compile(r"[0-9]+")
_BULLETS = "·•●■◆▪►»>-–—*#【[（("
_STAMPED, _SIGNED = 1 << 20, 1 << 21  # bits above those of the words
_CLOSING = "”\"’'」』）)】]"
_ENDS = {**dict.fromkeys("。！？.!?…", 3), **dict.fromkeys("：:", 2), **dict.fromkeys("，,、;；", 1)}
_OPENING = 70
"""Characters at the start of a longer line that are looked at."""
_SHORT = 240
"""Characters of a line, and UTF-8 bytes, that are searched for words of form: a longer line is no label."""
_LABEL = 14
"""Characters at the end of a line that are searched for how credits end."""
AROUND = 20
"""Lines before and behind the block with the prose in which a link may be of the article."""
_STRUCTURE = {
    "main": MAIN, "article": ARTICLE, "header": HEADER, "footer": FOOTER, "table": TABLE, "list": LIST, "form": FORM,
    "nav": NAV, "figure": FIGURE, "terms": TERMS, "bad": BAD, "meta": META, "hidden": HIDDEN, "comments": COMMENTS,
}  # fmt: skip
_TAGS = {"p": 1, "div": 2, "td": 3, "li": 4, "h2": 5, "h3": 6}
_KINDS = {"text": 0, "heading": 1, "item": 2, "quote": 3, "caption": 4, "code": 5, "cell": 6}

_OWN = (
    *("under", "end", "digits", "label", "bullet", "repeats", "near", "witnessed", "described"),
    *("titled", "bracketed", "credited", "indented"),
)
_NOTHING = (0.0,) * (2 + len(_OWN))
_BOXES = ("box", "outer", "outest")
_STEPS = (-1, 1)
NAMES = (
    *("weight", "link", "dead"),
    *("end", "digits", "label", "bullet", "repeats", "near"),
    *(f"says_{word}" for word in WORDS),
    *("stamp", "byline"),
    *(f"under_{word}" for word in _HEADINGS),
    *("under", "witnessed", "described"),
    *("titled", "bracketed", "credited", "indented", "indents", "pictured", "pictures", "pictured_next"),
    *(f"kind_{kind}" for kind in _KINDS),
    *(f"tag_{tag}" for tag in _TAGS),
    *_STRUCTURE,
    *(f"{box}_{what}" for box in _BOXES for what in ("share", "links", "prose", "lines", "title", "twins")),
    *("box_rank", "place", "lines", "since_title", "before", "after"),
    *("elected", "elected_place", "elected_above", "elected_below"),
    *(f"{what}{step:+d}" for step in _STEPS for what in ("strength", "link", "dead")),
    *("around_prose", "around_links", "witness"),
)
"""The rows of the table."""


def are_asked(survey: Survey) -> npt.NDArray[np.bool_]:
    """Tell which lines may be of the article at all: links far from all prose are not, and most lines are such."""
    near = range(survey.best.start - AROUND, survey.best.end + AROUND)
    return np.array(
        [line.link < 0.9 * len(line.text) or (i in near and not line.dead) for i, line in enumerate(survey.page.lines)],
        np.bool_,
    )


def measure(survey: Survey, asked: npt.NDArray[np.bool_]) -> Table:
    """Give the table of a surveyed page: a column for each line, a row for each of NAMES.

    Lines that are not *asked* about are measured only for what they are to their neighbours.
    """
    lines, best, title, witness = survey.page.lines, survey.best, survey.title_line, survey.witness
    count = len(lines)
    weight = np.array([line.weight for line in lines], np.float64)
    link = np.array([min(1.0, line.link / len(line.text)) for line in lines])
    prose = np.array([line.weight if line.prose and not line.dead else 0 for line in lines], np.float64)
    dead = np.array([line.dead for line in lines], np.float64)
    sums = (_sums(prose), _sums(weight * link), _sums(weight))
    index = np.arange(count)
    total = sums[0][-1] + 1
    strength = np.log1p(prose)

    table: dict[str, npt.NDArray[Any]] = {"weight": np.log1p(weight), "link": link, "dead": dead}
    table |= _signs(survey, asked)
    table["indents"] = np.full(count, (table["indented"] * prose).sum() / total)
    table |= _pictures(survey)
    kinds = np.array([_KINDS[line.kind] for line in lines])
    tags = np.array([_TAGS.get(line.tag, 0) for line in lines])
    table |= {f"kind_{kind}": kinds == number for kind, number in _KINDS.items()}
    table |= {f"tag_{tag}": tags == number for tag, number in _TAGS.items()}
    within = np.array([line.node.within for line in lines], np.int64)
    table |= {name: (within & bit) != 0 for name, bit in _STRUCTURE.items()}
    table |= _boxes(survey, sums)
    table["place"] = index / count
    table["lines"] = np.full(count, min(count, 500))
    table["since_title"] = np.full(count, -50) if title < 0 else np.clip(index - title, -30, 30)
    table["before"] = sums[0][:-1] / total
    table["after"] = 1 - sums[0][1:] / total
    inner = (index >= best.start) & (index < best.end)
    table["elected"] = inner
    table["elected_place"] = np.where(inner, (index - best.start) / max(1, best.end - best.start), -1)
    table["elected_above"] = np.clip(best.start - index, 0, 40)
    table["elected_below"] = np.clip(index - best.end + 1, 0, 40)
    for step in _STEPS:
        table[f"strength{step:+d}"] = _shifted(strength, step)
        table[f"link{step:+d}"] = _shifted(link, step)
        table[f"dead{step:+d}"] = _shifted(dead, step)
    table["around_prose"] = np.log1p(_around(prose))
    table["around_links"] = _around(link)
    table["witness"] = np.full(count, bool(witness))
    return np.array([table[name] for name in NAMES], np.float32)


def _signs(survey: Survey, asked: npt.NDArray[np.bool_]) -> dict[str, npt.NDArray[Any]]:
    """Give what each line that is asked about says by itself, and what the heading above it says."""
    lines, witness = survey.page.lines, survey.witness
    start = survey.description[:24] if len(survey.description) > 20 else "\0"
    knowing = bool(witness or survey.description)
    repeats = Counter([line.text for line in lines])
    rows: list[tuple[float, ...]] = []
    headline = letters(survey.title)
    heading, above = 0, -50
    for i, (line, wanted) in enumerate(zip(lines, asked.tolist(), strict=True)):
        text = line.text
        length = len(text)
        heads = line.kind == "heading" or (text[-1] in ":：" and length < 40 and not line.prose)
        if not wanted and not heads:
            rows.append(_NOTHING)
            continue
        said = _said(line)
        over, under = heading, min(i - above, 50)
        if heads:
            heading, above = said, i
            over = under = 0
        short = line.weight < _SHORT
        last = text[-1] if text[-1] not in _CLOSING else text[-2:-1]
        head = text[:_OPENING]
        known = letters(head) if knowing and line.prose else ""
        credit = 2 * (_CREDIT_FIRST.match(text) is not None) + (
            _CREDIT_LAST.search(text, max(0, length - _LABEL)) is not None
        )
        rows.append(
            (
                said,
                over,
                under,
                _ENDS.get(last, 0),
                len("".join(_DIGITS.findall(head))) / len(head),
                text.find("：", 1, 12) > 0 or text.find(":", 1, 20) > 0,
                text[0] in _BULLETS,
                min(repeats[text], 3),
                line.node.near,
                known != "" and known in witness,
                known != "" and (start in known or known in survey.description),
                _titled(text, headline) if short else 0,
                text[0] in _BRACKETS and text[-1] in _BRACKETS,
                credit,
                line.indented,
            )
        )
    columns = np.array(rows, np.float64).T
    bits, above_bits = columns[0].astype(np.int64), columns[1].astype(np.int64)
    table: dict[str, npt.NDArray[Any]] = {f"says_{name}": (bits & bit) != 0 for name, bit in BITS.items()}
    table |= {f"under_{name}": (above_bits & BITS[name]) != 0 for name in _HEADINGS}
    table |= {"stamp": (bits & _STAMPED) != 0, "byline": (bits & _SIGNED) != 0}
    table |= dict(zip(_OWN, columns[2:], strict=True))
    return table


def _said(line: Line) -> int:
    """Give the bits of what a line says of itself: words of form, a stamp, a byline; of a longer line's beginning only."""
    text = line.text
    if line.link >= 0.9 * len(text) and len(text) >= 12:
        return 0
    if line.weight >= _SHORT:
        return announced(text[:_OPENING].lower())
    low = text.lower()
    said = announced(low)
    if _DIGITS.search(low) and _STAMP.search(low):
        said |= _STAMPED
    return said | _SIGNED if _BYLINE.match(low) else said


def _titled(text: str, headline: str) -> float:
    """Give how much of a short line the headline is: 1 when they are the same, 0 when neither holds the other."""
    words = letters(text)
    if len(words) < 4 or not headline:
        return 0.0
    if words in headline:
        return len(words) / len(headline)
    return len(headline) / len(words) if headline in words else 0.0


def _pictures(survey: Survey) -> dict[str, npt.NDArray[Any]]:
    """Give where pictures stand: what follows one may be its caption."""
    count = len(survey.page.lines)
    before = np.bincount([index for index, _ in survey.page.images] or [0], minlength=count + 2)[: count + 1]
    if not survey.page.images:
        before[:] = 0
    best = survey.best
    return {
        "pictured": np.minimum(before[:count], 5),
        "pictured_next": np.minimum(before[1:], 5),
        "pictures": np.full(count, min(int(before[best.start : best.end].sum()), 30)),
    }


def _boxes(survey: Survey, sums: Sequence[npt.NDArray[np.float64]]) -> dict[str, npt.NDArray[Any]]:
    """Give what the blocks around each line hold: the page's prose, links, the headline; and how many are like them."""
    lines, title = survey.page.lines, survey.title_line
    twins = Counter([(node.parent, node.tag, node.name) for node in survey.page.nodes])
    number: dict[Node, int] = {}
    place = np.array([number.setdefault(line.node.box, len(number)) for line in lines])
    held = np.bincount(place, [line.weight if line.prose and not line.dead else 0 for line in lines], len(number))
    table: dict[str, npt.NDArray[Any]] = {"box_rank": (held / (held.max() + 1))[place]}
    boxes = list(number)
    for step, name in enumerate(_BOXES):
        if step:
            boxes = [box.parent.box if box.parent else box for box in boxes]
        start = np.array([box.start for box in boxes])
        end = np.array([box.end for box in boxes])
        alike = np.array([twins[box.parent, box.tag, box.name] for box in boxes])
        prose, linked, weight = (values[end] - values[start] for values in sums)
        table[f"{name}_share"] = (prose / (sums[0][-1] + 1))[place]
        table[f"{name}_links"] = (linked / (weight + 1))[place]
        table[f"{name}_prose"] = (prose / (weight + 1))[place]
        table[f"{name}_lines"] = np.minimum(end - start, 50)[place]
        table[f"{name}_title"] = ((start <= title) & (title < end))[place]
        table[f"{name}_twins"] = np.minimum(alike, 30)[place]
    return table


def _sums(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.concatenate(([0.0], np.cumsum(values)))


def _shifted(values: npt.NDArray[np.float64], step: int) -> npt.NDArray[np.float64]:
    """Give for each line the value of the line *step* lines on; zero beyond the page."""
    moved = np.zeros_like(values)
    if abs(step) >= len(values):
        return moved
    if step > 0:
        moved[:-step] = values[step:]
    else:
        moved[-step:] = values[:step]
    return moved


def _around(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give for each line the sum over it and the five lines on either side."""
    sums = _sums(np.concatenate((np.zeros(5), values, np.zeros(5))))
    return sums[11:] - sums[:-11]
