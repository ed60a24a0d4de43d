"""What speaks for and against each line of a page, as a table of numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crawler.extraction.blocks import ARTICLE, FIGURE, FOOTER, FORM, HEADER, LIST, MAIN, NAV, TABLE, TERMS, Line, Node
from crawler.extraction.names import BAD, COMMENTS, HIDDEN, META
from crawler.extraction.survey import Survey
from crawler.extraction.title import letters

Table = npt.NDArray[np.float32]

# What toolbars, boxes and credits call themselves: words of form, in the lower case, looked for in short lines only.
# The lists are of the furniture that web pages of all subjects share; none of them names a subject or a brand.
_WORDS: dict[str, tuple[str, ...]] = {
    "related": (
        "相关", "相關", "推荐阅读", "延伸", "更多", "热门", "熱門", "点击进入", "点击查看", "read more", "read next", "read also",
        "related", "see also", "recommended", "more from", "more on", "more stories", "more news", "also:", "you may", "you might",
        "don't miss", "don’t miss", "click here", "baca juga", "trending", "most read", "most popular", "上一篇", "下一篇", "previous", "next post",
    ),
    "share": (
        "分享", "转发", "轉發", "收藏", "点赞", "打印", "列印", "字号", "字體", "share", "tweet", "facebook", "twitter", "pinterest",
        "whatsapp", "linkedin", "e-mail", "email", "print", "copy link", "返回", "首页", "首頁", "评论", "評論", "留言", "跟帖", "comment", "reply",
    ),
    "legal": (
        "版权", "版權", "转载", "轉載", "声明", "聲明", "免责", "免責", "copyright", "all rights reserved", "©", "备案", "许可证", "icp",
        "terms of", "privacy", "disclaimer", "不代表", "cookie", "consent", "opt out", "opt-out", "personal data",
    ),
    "follow": (
        "关注", "關注", "公众号", "扫码", "扫描", "扫一扫", "二维码", "微信", "客户端", "下载", "下載", "粉絲", "粉丝", "登录", "登入", "注册", "app",
        "subscribe", "newsletter", "sign up", "log in", "follow us", "join us", "join our", "download", "advertis", "sponsored", "affiliate",
        "free trial", "get started", "contact us",
    ),
    "credit": (
        "来源", "來源", "责任编辑", "责编", "責任編輯", "编辑", "編輯", "校对", "审核", "监制", "作者", "记者", "記者", "原标题", "原題", "图片", "圖片",
        "资料图", "供图", "视觉中国", "摄", "攝", "source:", "edited by", "written by", "reviewed by", "fact-check", "fact check", "photo", "getty",
        "image:", "credit", "shutterstock", "reuters)", "(ap)", "afp)", "picture:", "about the author", "min read", "minute read",
    ),
    "time": (
        "发布时间", "發布時間", "更新时间", "浏览", "阅读(", "阅读（", "点击：", "published", "posted", "updated", "last modified", "views",
    ),
}  # fmt: skip
_HEADINGS = ("related", "share", "legal", "follow")
_STAMP = re.compile(
    r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}|\d{1,2}:\d\d|[a-z]{3,9}\.? \d{1,2},? 20\d\d|\d{1,2} [a-z]{3,9} 20\d\d"
)
_BYLINE = re.compile(r"by [\w.]|文[/|｜：:]")
_DIGITS = re.compile(r"[0-9]+")
_CLOSING = "”\"’'」』）)】]"
_ENDS = {**dict.fromkeys("。！？.!?…", 3), **dict.fromkeys("：:", 2), **dict.fromkeys("，,、;；", 1)}
_SHORT = 240
"""UTF-8 bytes: a longer line is no label of a box."""
_STRUCTURE = {
    "main": MAIN, "article": ARTICLE, "header": HEADER, "footer": FOOTER, "table": TABLE, "list": LIST, "form": FORM,
    "nav": NAV, "figure": FIGURE, "terms": TERMS, "bad": BAD, "meta": META, "hidden": HIDDEN, "comments": COMMENTS,
}  # fmt: skip
_TAGS = ("p", "div", "td", "li", "h2", "h3")
_KINDS = ("text", "heading", "item", "quote", "caption", "code", "cell")

_OWN = (
    *("stops", "end", "digits", "label", "bullet", "repeats", "near"),
    *(f"says_{word}" for word in _WORDS),
    *("stamp", "byline"),
    *(f"under_{word}" for word in _HEADINGS),
    "under",
    *(f"kind_{kind}" for kind in _KINDS),
    *(f"tag_{tag}" for tag in _TAGS),
    "witnessed",
)
_BOXES = ("box", "outer", "outest")
_STEPS = (-3, -2, -1, 1, 2, 3)
NAMES = (
    *("weight", "link", "dead"),
    *_OWN,
    *_STRUCTURE,
    *(f"{box}_{what}" for box in _BOXES for what in ("share", "links", "prose", "lines")),
    *("box_rank", "place", "lines", "since_title", "before", "after"),
    *("elected", "elected_place", "elected_above", "elected_below"),
    *(f"{what}{step:+d}" for step in _STEPS for what in ("strength", "link", "dead")),
    *("around_prose", "around_links", "witness"),
)
"""The columns of the table."""


def measure(survey: Survey) -> Table:
    """Give the table of a surveyed page: a row for each line, a column for each of NAMES."""
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
    table |= dict(zip(_OWN, np.array(_rows(lines, witness), np.float64).T, strict=True))
    within = np.array([line.node.within for line in lines], np.int64)
    table |= {name: (within & bit) != 0 for name, bit in _STRUCTURE.items()}
    table |= _boxes(lines, sums)
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
    return np.column_stack([table[name] for name in NAMES]).astype(np.float32)


def _rows(lines: Sequence[Line], witness: str) -> list[list[float]]:
    """Give what each line says by itself, and the heading above it: the columns of _OWN."""
    repeats = Counter(line.text for line in lines)
    rows: list[list[float]] = []
    heading = dict.fromkeys(_HEADINGS, 0.0)
    above = -50
    for i, line in enumerate(lines):
        text, node = line.text, line.node
        says = dict.fromkeys(_WORDS, 0.0)
        stamp = byline = 0.0
        if line.weight < _SHORT:
            low = text.lower()
            if line.link < 0.9 * len(text) or len(text) < 12:
                says = {name: float(any(word in low for word in words)) for name, words in _WORDS.items()}
                stamp = float(_STAMP.search(low) is not None)
                byline = float(_BYLINE.match(low) is not None)
            if line.kind == "heading" or (not line.prose and text[-1] in ":：" and len(text) < 40):
                heading = {name: says[name] for name in _HEADINGS}
                above = i
        last = text[-1] if text[-1] not in _CLOSING else text[-2:-1]
        mark = text.find("：", 0, 12) if "：" in text else text.find(":", 0, 20)
        rows.append(
            [
                min(line.stops, 6),
                _ENDS.get(last, 0),
                sum(map(len, _DIGITS.findall(text[:200]))) / min(len(text), 200),
                mark > 0,
                text[0] in "·•●■◆▪►»>-–—*#【[（(",
                min(repeats[text], 3),
                node.near,
                *says.values(),
                stamp,
                byline,
                *(heading.values() if i != above else (0.0,) * len(_HEADINGS)),
                min(i - above, 50),
                *(line.kind == kind for kind in _KINDS),
                *(node.tag == tag for tag in _TAGS),
                float(bool(witness) and line.weight > 20 and letters(text)[:60] in witness),
            ]
        )
    return rows


def _boxes(lines: Sequence[Line], sums: Sequence[npt.NDArray[np.float64]]) -> dict[str, npt.NDArray[Any]]:
    """Give what the blocks around each line hold: share of the page's prose, links, share of prose, lines."""
    table: dict[str, npt.NDArray[Any]] = {}
    boxes = [line.node.box for line in lines]
    held = Counter[Node]()
    for box, line in zip(boxes, lines, strict=True):
        if line.prose and not line.dead:
            held[box] += line.weight
    most = max(held.values(), default=0) + 1
    table["box_rank"] = np.array([held[box] / most for box in boxes])
    for step, name in enumerate(_BOXES):
        if step:
            boxes = [box.parent.box if box.parent else box for box in boxes]
        start = np.array([box.start for box in boxes])
        end = np.array([box.end for box in boxes])
        prose, linked, weight = (values[end] - values[start] for values in sums)
        table[f"{name}_share"] = prose / (sums[0][-1] + 1)
        table[f"{name}_links"] = linked / (weight + 1)
        table[f"{name}_prose"] = prose / (weight + 1)
        table[f"{name}_lines"] = np.minimum(end - start, 50)
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
