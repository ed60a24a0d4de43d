"""Lines of their own that are not the article's: brand lines (T3), lines of symbols, stray marks (O3).

`🅰橙汁888🆎`, `橙汁之家(东区)`, `🎈🧭🟠`, `?` between paragraphs, again and again. Refrains, captions, chants and the speakers of a
transcript repeat, too; but the article speaks of them, they stand among lines of verse, or no heading of the page bears them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from pipelines.text.byline import is_credit_label, is_credit_line
from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.function_words import telling
from pipelines.text.injection.evidence.keywords import MIN_HANZI, is_long_enough, longest_part, shared_part
from pipelines.text.injection.evidence.page import (
    FIELD_BREAK,
    LONGEST_OPENING,
    OPENING_LENGTH,
    PROSE_END,
    SENTENCE,
    Find,
    Page,
)
from pipelines.text.injection.evidence.pictographs import ORDINARY, PICTOGRAPH
from pipelines.text.injection.evidence.tokens import BY_CHANCE, HOST, key, pieces

LONGEST, LONGEST_ASCII = 40, 60
"""Characters of a brand line, and of one in English; the longest seen had 15, one wrapped in its slogan 30."""

LONGEST_VERSE = 60
"""Characters of a line of verse."""

ODD = re.compile(rf"[{HANZI}]\d{{2,4}}\Z|[{HANZI}]_[{HANZI}]|·\s?[(（]|\w[(（][{HANZI}]{{2,6}}[)）][{HANZI}]")
"""Shapes of brands: a number at the end, a low line, a bracket between words; measured only on lines that repeat."""
RULE = re.compile(rf"[{ORDINARY}\s]+")
"""A line of stars or squares between two parts of a text."""
MOST_WORDS = 4
"""Words of a brand in Latin letters."""
WRAPPED = re.compile(rf"(?P<left>{PICTOGRAPH}+)\s*(?P<token>[^\s].{{0,{LONGEST}}}?)\s*(?P<right>{PICTOGRAPH}+)")
WRAPPED_IN_MARKS = re.compile(
    r"(?P<sign>[~～※→←<>《》=*+^¤§†◇◆〓■□●○▲△▼▽★☆◎☀♠♣♥♦═])(?P=sign)*\s*[^\s].{0,30}?\s*[~～※→←<>《》=*+^¤§†◇◆〓■□●○▲△▼▽★☆◎☀♠♣♥♦═]{1,2}"
)
EDGES = re.compile(r"\A[\W_]+|[^\w)）\]】]+\Z|_+\Z")
"""Signs around a line, which are no part of the name in it."""
MOST_TIE = 0.5
"""Share of a line between two symbols that the text may speak of where the line repeats."""
RARE_TIE = 0.2
"""The same for a line of no odd shape that stands there three times."""
IN_SIGNS = re.compile(
    r"[^\w\s“”‘’「」『』《》（()）【】\[\]\"'。！？!?….,，、：:；;—–-][^\n]{2,}[^\w\s“”‘’「」『』《》（()）【】\[\]\"'。！？!?….,，、：:；;—–-]"
)
"""A line that begins and ends with a sign that is no mark of a sentence, a quotation or a list."""
MIN_PARTS, MIN_STEM = 2, 2
"""Parts of a text that have headings between the same signs, and characters that keywords of one stem begin with."""
MOST_LABELS = 2
"""Lines with one label of the staff on a page."""
MIN_FIELDS = 3
"""Fields of a line that all hold one keyword."""
LONGEST_LIST = 120
"""Characters of such a line."""
LIST_BREAK = re.compile(r"\s*[_|｜丨/、,，·•;；]\s*|\s+[-–—]+\s+")
OPENING = "（([【「“《"
"""Brackets with which captions and labels begin."""
ONLY_PICTOGRAPHS = re.compile(rf"(?:{PICTOGRAPH}\s*){{3,}}")
LONE_MARK = re.compile(r"[?？]")


def find_lines(page: Page) -> list[Find]:
    """Find lines to drop: brand lines, symbol lines, lone question marks.

    A short line is a brand when it repeats and a heading of the page bears it, or the page is proven to carry keywords,
    or when it is a keyword proven elsewhere; and the article must not speak of it. Refrains, captions and chants have no such heading, or they are the subject.
    """
    tokens = [key(text) if _is_short(text) else "" for text in page.paragraphs]
    counts = Counter(tokens)
    for token, run in groupby(tokens):
        if (length := len(list(run))) > 2:  # a column of a table or a chant; a brand line stands between paragraphs
            counts[token] -= length
    counts.update({token: 1 - counts[token] for token in _refrains(page, tokens, counts)})
    times = Counter(page.paragraphs)
    finds = []
    for index, text in page.prose():
        reason, evidence = _judge_line(page, index, text, counts) if _is_short(text) else ("", "")
        if not reason and len(text) <= LONGEST_LIST:
            reason, evidence = _judge_bearer(page, index, text.strip(), repeats=times[text] > 1)
        keyword = "" if reason or not page.site.slogans else _beside_slogan(page, index, text)
        if keyword:
            reason, evidence = "brand_line", "what lines of this site say beside one keyword and another"
        if reason:
            keyword = keyword or (_keyword_in(page, text) if reason == "brand_line" else "")
            finds.append(Find.line(index, text, reason=reason, evidence=evidence, keyword=keyword))
    return finds


def _is_short(text: str) -> bool:
    """Say whether a line is short enough for a brand line."""
    return len(text) <= LONGEST or (len(text) <= LONGEST_ASCII and text.isascii())


def _refrains(page: Page, tokens: Sequence[str], counts: Counter[str]) -> set[str]:
    """Give the keys of lines that come back among lines of verse: beside each place stands a line that comes once.

    A brand line stands between paragraphs, which are sentences.
    """
    verse = [
        bool(text.strip())
        and len(text) <= LONGEST_VERSE
        and counts[key(text)] <= 1
        and page.kind(index) in {"text", "quote"}
        and not PROSE_END.search(text)
        and not SENTENCE.search(text)  # which may have a credit behind it
        for index, text in enumerate(page.paragraphs)
    ]
    again = [(index, token) for index, token in enumerate(tokens) if token and counts[token] > 1]
    return {token for _, token in again} - {
        token for index, token in again if True not in verse[max(0, index - 1) : index + 2]
    }


def _judge_line(page: Page, index: int, text: str, counts: Counter[str]) -> tuple[str, str]:
    """Give reason and evidence for dropping one short line, or two empty strings."""
    bare = text.strip()
    if LONE_MARK.fullmatch(bare):
        return "lone_mark", "a single question mark on a line"
    if _is_symbols(page, index, bare):
        return "symbol_line", "a line of nothing but symbols"
    wrapped = None if _heads_part(page, bare) else WRAPPED.fullmatch(bare)
    repeats = counts[key(text)] > 1 and page.is_prose  # a word or two of a brand may stand in the text by chance
    if wrapped and len(key(wrapped["token"])) > 1 and page.tie(wrapped["token"]) <= (MOST_TIE if repeats else 0):
        return "brand_line", "a token between two symbols, unrelated to the text"
    if page.kind(index) in {"cell", "quote"} or (page.kind(index) in {"heading", "item"} and not _is_named(page, bare)):
        return "", ""
    evidence = _judge_brand(page, bare, counts)
    return ("brand_line", evidence) if evidence else ("", "")


def _heads_part(page: Page, line: str) -> bool:
    """Say whether a line between two signs is the heading of one of several parts: others have the same signs and other words.

    Brands of one page have a stem in common, or stand in its title.
    """
    match = WRAPPED.fullmatch(line)
    if match is None:
        return False
    alike = (
        WRAPPED.fullmatch(text.strip()) for text in page.paragraphs if text[:1] == line[0] and len(text) <= LONGEST
    )
    tokens = [
        key(one["token"]) for one in alike if one and (one["left"], one["right"]) == (match["left"], match["right"])
    ]
    once = [token for token, times in Counter(tokens).items() if times == 1 and token not in page.known]
    stems = {token[:MIN_STEM] for token in once}
    own = key(match["token"]) in once and not any(token in page.anchors for token in once)
    return own and len(stems) == len(once) >= MIN_PARTS


def _judge_bearer(page: Page, index: int, line: str, *, repeats: bool) -> tuple[str, str]:
    """Give reason and evidence for dropping a line made of a keyword: in each of its fields, or proven on the page.

    `A | A 登录 | A 下载`: nobody writes the same words three times in a line. A line that repeats, holds
    a proven keyword and is no sentence goes unless the article speaks of the keyword, or of the rest of the line; one
    that does not repeat may be a line of the article behind a keyword.
    """
    if page.kind(index) not in {"text", "heading"} or PROSE_END.search(line) or is_credit_line(line):
        return "", ""
    fields = [key(part) for part in LIST_BREAK.split(line) if key(part)]
    stem = min(fields, key=len, default="")
    listed = len(fields) >= MIN_FIELDS and is_long_enough(stem) and all(stem in part for part in fields)
    if listed and len(set(fields)) > 1 and (repeats or stem not in page.sentence_key):
        return "brand_line", "the same words in each of three or more fields"
    if len(line) > LONGEST or not page.known or not repeats:
        return "", ""
    bare = key(line)
    part = longest_part(bare, page.keywords.text)
    if not is_long_enough(part) or part in page.sentence_key:
        return "", ""
    if page.natural_tie(bare.replace(part, " ")) <= MOST_TIE:
        return "brand_line", "made of a keyword proven on this page or its site, no sentence"
    return "", ""


def _beside_slogan(page: Page, index: int, line: str) -> str:
    """Give the key of what a line has beside a slogan of the site, where the text speaks of nothing in it; may be empty."""
    bare = key(line)
    if len(line) > LONGEST or page.kind(index) not in {"text", "heading"} or PROSE_END.search(line):
        return ""
    slogan = max((slogan for slogan in page.site.slogans if slogan in bare), key=len, default="")
    rest = bare.removesuffix(slogan) if bare.endswith(slogan) else bare.removeprefix(slogan)
    foreign = slogan and MIN_HANZI <= len(rest) < len(bare) and not rest.isdigit()
    return rest if foreign and page.natural_tie(rest) == 0 and not page.speaks_of(rest) else ""


def _keyword_in(page: Page, line: str) -> str:
    """Give the key of the keyword in a brand line: what all its fields hold, paragraphs begin with, or the title has.

    A part that the article speaks of is no keyword; an empty string where nothing tells.
    """
    core = EDGES.sub("", line)
    fields = [key(part) for part in LIST_BREAK.split(core) if key(part)]
    if len(fields) >= MIN_FIELDS and all(min(fields, key=len) in part for part in fields):
        return min(fields, key=len)
    size = range(OPENING_LENGTH, min(len(core), LONGEST_OPENING) + 1)
    parts = [core[at : at + length] for at in range(len(core)) for length in size]
    opening = max((part for part in parts if part in page.openings and not page.speaks_of(part)), key=len, default="")
    titled = shared_part(key(core), key(page.title))
    return key(opening) or (titled if is_long_enough(titled) and titled not in page.sentence_key else "")


def _is_symbols(page: Page, index: int, line: str) -> bool:
    """Say whether a line is pictographs alone: on top, repeated, or each another one, where the text has none to speak of.

    Somebody's message is one of them again and again (`😂😂😂`).
    """
    if not ONLY_PICTOGRAPHS.fullmatch(line) or RULE.fullmatch(line):
        return False
    signs = re.findall(PICTOGRAPH, line)
    apart = len(set(signs)) == len(signs) and not any(sign in page.running for sign in signs)
    return index < 3 or page.paragraphs.count(line) > 1 or apart


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
    token, core = key(line), EDGES.sub("", line)
    anchor, times = page.anchors.get(token), counts[token]
    named = anchor or times > 1 or token in page.known
    # A label whose value stands on the next line (`责任编辑`) is read by the byline stage; it stands there once or twice.
    credit = is_credit_label(line) or (times <= MOST_LABELS and token not in page.known and is_credit_line(line))
    if len(set(token)) < 2 or not named or credit or PROSE_END.search(line) or page.speaks_of(core):
        return ""
    tie = page.natural_tie(telling(core))
    if token in page.known and tie < 0.5:
        return "a keyword proven on this site, alone on a line"
    repeats = times > 1 and page.is_prose
    if repeats and (why := _repeated(page, line, tie, counts)):
        return f"{times} times alone on a line, {why}, unrelated to the text"
    if anchor and not tie and len(token) > 3 and _leaves_headline(page, token):
        return "alone on a line and a field of the title, unrelated to the text and to the rest of the title"
    # A headline's words stand in its article, and its refrain or captions may repeat them.
    most = BY_CHANCE if token in key(page.title) else 0.67
    if any(piece in page.title.replace(line, "") for piece in pieces(line)):
        most = 0.2
    if repeats and anchor and tie < most:
        return f"{times} times alone on a line, also a {anchor} of the page, unrelated to the text"
    return ""


def _repeated(page: Page, line: str, tie: float, counts: Counter[str]) -> str:
    """Say what, beside its repetition, makes a line that repeats a brand; empty where nothing does."""
    odd = line.isascii() or ODD.search(line)
    often = counts[key(line)] > 2
    if (not tie or (often and tie < (BY_CHANCE if odd else RARE_TIE))) and _is_odd(line, counts):
        return "of a shape that no caption has"
    if not tie and (host := HOST.search(line)) and host["host"].casefold() not in page.sentences.casefold():
        return "with an address that the text does not name"
    if not tie and (WRAPPED_IN_MARKS.fullmatch(line) or IN_SIGNS.fullmatch(line)):
        return "between two signs"
    if page.known and often and tie < 0.5:
        return "on a page that carries keywords"
    return ""


def _leaves_headline(page: Page, token: str) -> bool:
    """Say whether a token is a field of the title whose other fields the body speaks of."""
    fields = {key(part): part for part in FIELD_BREAK.split(page.title) if key(part)}
    return token in fields and any(page.mention(part) for name, part in fields.items() if name != token)
