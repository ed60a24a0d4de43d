"""Lines of their own that are not the article's: brand lines (T3), lines of symbols, stray marks (O3)."""

import re
from collections import Counter
from itertools import groupby

from pipelines.text.byline import is_credit_label, is_credit_line
from pipelines.text.damage import HANZI
from pipelines.text.injection.page import FIELD_BREAK, PROSE_END, Find, Page, key, pieces
from pipelines.text.injection.pictographs import ORDINARY, PICTOGRAPH

LONGEST = 40
"""Characters of a brand line; the longest seen had 15, one wrapped in its slogan 30."""

ODD = re.compile(rf"[{HANZI}]\d{{2,4}}\Z|[{HANZI}]_[{HANZI}]|·\s?[(（]|[{HANZI}][(（][{HANZI}]{{2,6}}[)）][{HANZI}]")
"""Shapes of brands: a number at the end, a low line, a bracket between words; measured only on lines that repeat."""
RULE = re.compile(rf"[{ORDINARY}\s]+")
"""A line of stars or squares between two parts of a text."""
MOST_WORDS = 4
"""Words of a brand in Latin letters."""
WRAPPED = re.compile(rf"(?P<left>{PICTOGRAPH}+)\s*(?P<token>[^\s].{{0,{LONGEST}}}?)\s*(?P<right>{PICTOGRAPH}+)")
WRAPPED_IN_MARKS = re.compile(
    r"(?P<sign>[~～※→←<>《》=*+^¤§†◇◆〓■□●○▲△▼▽★☆◎☀♠♣♥♦═])(?P=sign)*\s*[^\s].{0,30}?\s*[~～※→←<>《》=*+^¤§†◇◆〓■□●○▲△▼▽★☆◎☀♠♣♥♦═]{1,2}"
)
MOST_TIE = 0.5
"""Share of a line between two symbols that the text may speak of where the line repeats."""
CHANCE_TIE = 0.34
"""The same for a line of an odd shape that stands there three times."""
MOST_LABELS = 2
"""Lines with one label of the staff on a page."""
MIN_HANZI = 4
"""Characters of a brand in Chinese that has no odd shape."""
OPENING = "（([【「“《"
"""Brackets with which captions and labels begin."""
ONLY_PICTOGRAPHS = re.compile(rf"(?:{PICTOGRAPH}\s*){{3,}}")
LONE_MARK = re.compile(r"[?？]")


def find_lines(page: Page) -> list[Find]:
    """Find lines to drop: brand lines, symbol lines, lone question marks.

    A short line is a brand when it repeats and a heading of the page bears it, or the page is proven to carry keywords,
    or when it is a keyword proven elsewhere; and the article must not speak of it. Refrains, captions and chants have no such heading, or they are the subject.
    """
    tokens = [key(text) if len(text) <= LONGEST else "" for text in page.paragraphs]
    counts = Counter(tokens)
    for token, run in groupby(tokens):
        if (length := len(list(run))) > 2:  # a column of a table or a chant; a brand line stands between paragraphs
            counts[token] -= length
    finds = []
    for index, text in page.prose():
        reason, evidence = _judge_line(page, index, text, counts) if len(text) <= LONGEST else ("", "")
        if reason:
            finds.append(Find(paragraph=index, end=len(text), whole=True, reason=reason, evidence=evidence))
    return finds


def _judge_line(page: Page, index: int, text: str, counts: Counter[str]) -> tuple[str, str]:
    """Give reason and evidence for dropping one short line, or two empty strings."""
    bare = text.strip()
    if LONE_MARK.fullmatch(bare):
        return "lone_mark", "a single question mark on a line"
    if ONLY_PICTOGRAPHS.fullmatch(bare) and not RULE.fullmatch(bare) and (index < 3 or page.paragraphs.count(text) > 1):
        return "symbol_line", "a line of nothing but symbols"
    wrapped = WRAPPED.fullmatch(bare)
    repeats = counts[key(text)] > 1 and page.is_prose  # a word or two of a brand may stand in the text by chance
    if wrapped and len(key(wrapped["token"])) > 1 and page.tie(wrapped["token"]) <= (MOST_TIE if repeats else 0):
        return "brand_line", "a token between two symbols, unrelated to the text"
    if page.kind(index) in {"cell", "quote"} or (page.kind(index) in {"heading", "item"} and not _is_named(page, bare)):
        return "", ""
    evidence = _judge_brand(page, bare, counts)
    return ("brand_line", evidence) if evidence else ("", "")


def _is_named(page: Page, line: str) -> bool:
    """Say whether a heading or an item is what the site calls itself; `Pros` recurs in a review, a grape in its lists."""
    return key(line) in page.names or key(line) in page.known


def _is_odd(line: str, counts: Counter[str]) -> bool:
    """Say whether a line that repeats has the shape of a brand, or is a name that repeats alone.

    Where several lines repeat, they are the speakers of a transcript.
    """
    if ODD.search(line):
        return True
    if sum(times > 1 for token, times in counts.items() if token) > 1:
        return False
    if line.isascii():
        return len(line.split()) <= MOST_WORDS
    return counts[key(line)] > 2 and len(line) >= MIN_HANZI and line[0] not in OPENING and not is_credit_line(line)


def _judge_brand(page: Page, line: str, counts: Counter[str]) -> str:
    """Say what speaks for a line being a brand; empty where too little does."""
    token = key(line)
    anchor, times = page.anchors.get(token), counts[token]
    named = anchor or times > 1 or token in page.known
    # A label whose value stands on the next line (`责任编辑`) is read by the byline stage; it stands there once or twice.
    credit = is_credit_label(line) or (times <= MOST_LABELS and token not in page.known and is_credit_line(line))
    if len(set(token)) < 2 or not named or credit or PROSE_END.search(line) or page.inside(line):
        return ""
    tie = page.tie(line)
    if token in page.known and tie < 0.5:
        return "a keyword proven on this site, alone on a line"
    repeats = times > 1 and page.is_prose
    if repeats and (why := _repeated(page, line, tie, counts)):
        return f"{times} times alone on a line, {why}, unrelated to the text"
    if anchor and not tie and len(token) > 3 and _leaves_headline(page, token):
        return "alone on a line and a field of the title, unrelated to the text and to the rest of the title"
    # A headline's words stand in its article, and its refrain or captions may repeat them.
    most = 0.34 if token in key(page.title) else 0.67
    if any(piece in page.title.replace(line, "") for piece in pieces(line)):
        most = 0.2
    if repeats and anchor and tie < most:
        return f"{times} times alone on a line, also a {anchor} of the page, unrelated to the text"
    return ""


def _repeated(page: Page, line: str, tie: float, counts: Counter[str]) -> str:
    """Say what, beside its repetition, makes a line that repeats a brand; empty where nothing does."""
    odd = line.isascii() or ODD.search(line)
    if (not tie or (odd and tie < CHANCE_TIE and counts[key(line)] > 2)) and _is_odd(line, counts):
        return "of a shape that no caption has"
    if not tie and WRAPPED_IN_MARKS.fullmatch(line):
        return "between two signs"
    if page.known and counts[key(line)] >= 3 and tie < 0.5:
        return "on a page that carries keywords"
    return ""


def _leaves_headline(page: Page, token: str) -> bool:
    """Say whether a token is a field of the title whose other fields the body speaks of."""
    fields = {key(part): part for part in FIELD_BREAK.split(page.title) if key(part)}
    return token in fields and any(page.mention(part) for name, part in fields.items() if name != token)
