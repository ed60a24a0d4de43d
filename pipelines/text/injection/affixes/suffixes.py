"""What hangs on the end of an article: "more" suffixes (S2) and blocks of links between pipes (S3).

`水轮又转了起来。[ ,更多推荐：橙汁]` A label behind a full stop leads to something that the text has not spoken of; what a
writer adds there (`更正：…`) is a sentence. `[甲乙在线| 丙丁高清| …]` More than eight long fields are no bar of sections.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipelines.text.byline import is_credit_line
from pipelines.text.injection.evidence.function_words import FUNCTION
from pipelines.text.injection.evidence.habits import frequent
from pipelines.text.injection.evidence.page import CLOSING, Find, Page
from pipelines.text.injection.evidence.tokens import HANZI_CHAR

# A mark behind a finished sentence, a label, a colon, and a token to the very end: ` ,更多推荐:X`. Nobody writes that.
MARKS = r",，、;；|｜丨/>»→★☆◆◇●○■□▲▶►※~·-"
LABELLED = r"(?P<label>[^\W\d_]{2,10})\s*[:：](?!//)\s*(?P<token>[^。！？!?:：]{1,40}?)"
"""A label, a colon and a token; the scheme of an address is none (`→ https://…`)."""
AGAIN = r"(?:(?<=[。！？!?…])[。…]+|(?<=。)[！？!?；;]+)"
"""A second full stop, or another end mark, behind the sentence's own."""
SUFFIX = re.compile(rf"[。！？!?….][{CLOSING}]*(?P<cut>(?:{AGAIN}|(?:{AGAIN})?\s*[{MARKS}]+)\s*{LABELLED})\s*\Z")
LOOSE = re.compile(
    rf"(?P<cut>(?:(?:{AGAIN})?\s*[{MARKS}]+\s*[【\[(（]?|(?:{AGAIN})?\s*[【\[(（]|(?<=[。！？!?….{CLOSING}])(?:{AGAIN})?\s*)"
    rf"{LABELLED}[】\])）]?)\s*\Z"
)
"""The same behind any mark or space, or in brackets; believed where many pages of a site have the label and each has
something else behind it."""
UNMARKED = re.compile(
    rf"(?<=[。！？!?….{CLOSING}])(?P<cut>\s*(?:[{MARKS}—]{{1,3}}\s*|[【\[(（])(?P<label>[^\W\d_]{{2,10}})(?:\s+|[】\])）]\s?)(?P<token>[^\s。！？!?:：]{{2,40}}))\s*\Z"
)
"""The same with a space in the place of the colon, or the label in brackets: only where the site has the habit."""
SPACED = re.compile(
    rf"(?<=[.!?{CLOSING}])(?P<cut>[ ,;|·>»–—-]{{1,4}}(?P<label>[A-Za-z]{{2,12}}(?: [a-z]{{2,12}}){{0,2}}) ?: ?(?P<token>[a-z][a-z'’0-9-]*(?: [a-z0-9][a-z'’0-9-]*){{1,5}}))\s*\Z"
)
"""The same in a language with spaces: a label and a phrase in small letters without an end."""
LEFT = re.compile(
    rf"(?<=[。！？!?….{CLOSING}])(?P<cut>(?:\s+|(?:{AGAIN})?\s*[{MARKS}]+\s*)(?:[^\W\d_]{{2,10}}|[A-Za-z]{{2,12}}(?: [a-z]{{2,12}}){{1,2}}) ?[:：])\s*\Z"
)
"""A label and a colon behind the last sentence, and nothing more."""
POINTED = re.compile(
    rf"(?<=[。！？!?…{CLOSING}])(?P<cut>(?:。)?\s*(?:[>»\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff]{{1,3}}|\|)\s*(?P<token>[^\s。！？!?:：，,|（()）]{{2,20}}))\s*\Z"
)
"""A mark that points, and a token, behind the last sentence."""
CALL = re.compile(
    "[上下]一[篇条條则則页頁]|更多|请|請|推荐|推薦|搜索|搜一搜|点击|點擊|访问|下载|关注|關注|进入|延伸|相关|相關|热门|猜你"
)
"""What a label says that leads the reader elsewhere."""
MIN_PAGES = 3
"""Pages of a site that must end with a label."""
MIN_SHARE = 0.1
"""Share of its pages that must do so; a site may have several labels."""
MIN_FIELDS = 8
"""Fields of a block of links between pipes (pattern S3)."""
MIN_FIELD_LENGTH = 3.5
"""Mean characters of a field; bars of sections have two (`新闻 | 体育`)."""
PIPE = re.compile(r"\s*[|｜丨]\s*")
COMMAS = (",", "，", "、")
"""Marks that cannot follow an end mark; behind others the token must be foreign to the text."""
LABEL_MARK = re.compile("[:：]")
MIN_BEFORE = 10
"""Characters of a paragraph before a suffix; a label alone on a line is no suffix."""
TAIL = 100
"""Characters at the end of a paragraph in which a suffix can stand."""


def find_site_suffixes(pages: Sequence[Page]) -> frozenset[str]:
    """Find the labels of suffixes that stand at the end of many pages of a site, each before something foreign."""
    tokens: dict[str, set[str]] = defaultdict(set)
    labels: Counter[str] = Counter()
    for page in pages:
        if not page.hanzi:
            continue
        found = [match for _, text in page.prose() if (match := _loose(text)) and not page.natural_tie(match["token"])]
        labels.update({match["label"] for match in found})
        for match in found:
            tokens[match["label"]].add(match["token"])
    habits = frequent(labels, len(pages), share=MIN_SHARE, least=MIN_PAGES)
    return frozenset(label for label in habits if len(tokens[label]) >= MIN_PAGES)


def _loose(text: str) -> re.Match[str] | None:
    """Find a label and a token behind any mark, with a colon or a space between."""
    match = _suffix(LOOSE, text)
    if match is None and len(text) > MIN_BEFORE:
        match = UNMARKED.search(text, max(MIN_BEFORE, len(text) - TAIL))
        return None if match and is_credit_line(match["cut"].strip()) else match
    return match


def _suffix(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Find a label and a token at the end of a paragraph of running text; who wrote or edited it is another's."""
    if len(text) < MIN_BEFORE or not LABEL_MARK.search(text, max(0, len(text) - TAIL)):
        return None
    match = expression.search(text, max(0, len(text) - TAIL))
    if (
        match is None
        or match.start("cut") < MIN_BEFORE
        or any(is_credit_line(line) for line in (f"{match['label']}：{match['token']}", match["cut"].strip()))
    ):
        return None
    return match


def find_suffixes(page: Page) -> list[Find]:
    """Find suffixes that a mark hangs behind a finished sentence, or behind any where the site has the habit."""
    if not page.hanzi:
        return _spaced(page)
    finds = []
    for index, text in page.prose():
        match = _suffix(SUFFIX, text)
        if match and not match["cut"].lstrip().startswith(COMMAS) and page.natural_tie(match["token"]):
            match = None
        if match is None and page.site.suffixes and (match := _loose(text)):
            match = match if match["label"] in page.site.suffixes else None
        if match is None and (match := _suffix(LOOSE, text)):
            match = match if CALL.search(match["label"]) and not page.natural_tie(match["token"]) else None
        if match is None and (match := POINTED.search(text, max(MIN_BEFORE, len(text) - TAIL))):
            match = None if page.natural_tie(match["token"]) or is_credit_line(match["token"]) else match
        if match:
            finds.append(_hung(index, match, "a mark, a label or none, and a token"))
    return finds


def _spaced(page: Page) -> list[Find]:
    """Find a label and a phrase in small letters behind the last sentence, in a language with spaces.

    What a writer names there (`Source: …`, `Tickets: …`) has a capital or a figure, or words of the text.
    """
    finds = []
    for index, text in page.prose():
        match = SPACED.search(text, max(MIN_BEFORE, len(text) - TAIL)) if len(text) > MIN_BEFORE else None
        words = match["token"].split() if match else []
        if match and words and not FUNCTION & set(words) and page.natural_tie(match["token"]) == 0:
            finds.append(_hung(index, match, "a label and small words unrelated to the text"))
    return finds


def _hung(index: int, match: re.Match[str], what: str) -> Find:
    """Give the find of a suffix that a match has as `cut`, up to the end of the paragraph."""
    evidence = f"{match['cut'].strip()!r} behind the last sentence: {what}"
    return Find(paragraph=index, start=match.start("cut"), end=len(match.string), reason="suffix", evidence=evidence)


def find_left_labels(page: Page) -> list[Find]:
    """Find what is left of a suffix behind the last sentence of a page when its keyword is gone: a label and its colon.

    An article announces nothing in its last words.
    """
    index = len(page.paragraphs) - 1
    text = page.paragraphs[index] if index >= 0 else ""
    match = LEFT.search(text, max(MIN_BEFORE, len(text) - TAIL)) if len(text) > MIN_BEFORE else None
    if match is None or page.kind(index) == "code":
        return []
    evidence = "a label and nothing behind it, behind the last sentence"
    return [Find(paragraph=index, start=match.start("cut"), end=len(text), reason="suffix", evidence=evidence)]


def find_link_blocks(page: Page) -> list[Find]:
    """Find paragraphs that are more than eight fields between pipes."""
    finds = []
    for index, text in page.prose():
        if text.count("|") + text.count("｜") + text.count("丨") < MIN_FIELDS or page.kind(index) == "cell":
            continue
        fields = [part for part in PIPE.split(text) if part]
        letters = sum(map(len, fields)) / len(fields) if fields else 0
        if len(fields) > MIN_FIELDS and letters >= MIN_FIELD_LENGTH and HANZI_CHAR.search(text):
            finds.append(Find.line(index, text, reason="link_block", evidence=f"{len(fields)} fields between pipes"))
    return finds
