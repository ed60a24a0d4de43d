"""What a site discloses before or below an article: that it is paid for what readers buy, or that a machine wrote the page."""

import re

from pipelines.text.spans import Verdict
from pipelines.text.template.tails import BOUNDARY, END

LONGEST = 300
"""Characters of a disclosure."""
DISCLOSES = re.compile(
    r"""(?=.*(?:\b(?:we|I|our|us)\b|\bthis\ (?:post|article|page|site|blog|story)\b))
    (?=.*\b(?:links?|affiliates?|buy|purchases?|click)\b)
    (?:.*\b(?:earn|receive|get|paid|make)s?\b.{0,40}\bcommissions?\b|.*\b(?:contains?|includes?|uses?|has)\ affiliate\ links?\b)
    | .{0,60}\breader[- ]supported\b
    | .*수수료를\ (?:제공|지급)?\s?받
    | .{0,30}(?:広告|プロモーション|アフィリエイト)\S{0,12}(?:含まれ|含み|利用して|掲載して)
    | .*\b(?:enlaces?|links?)\ de\ (?:afiliad|compra) | .*\bAffiliate-Links?\b
    | .*\bliens?\ (?:affiliés?|d['’]affiliation)\b | .*\blink\ di\ affiliazione\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence that discloses: whose it is, what is bought or linked, and the commission."""
HINTS = (
    *("commission", "affili", "afiliad", "compra", "reader-supported", "reader supported", "수수료", "広告"),
    *("プロモーション", "アフィリエイト"),
)
"""What no disclosure is without: it is looked for before the rest."""
MADE = re.compile(
    r"""(?:[\w /]{2,24}:\ )?(?:(?:parts?|some|portions?|sections?)\ of\ )?(?:this|our)\ (?:article|content|post|page|story|text|translation)\b
        [^.]{0,60}\b(?:generated|produced|created|written|translated|drafted)\b
        [^.]{0,60}\b(?:AI|artificial\ intelligence|automat\w+|machine\ (?:translat|learning)\w*|language\ model)\b
    | (?:este|el\ presente|esta)\ (?:artículo|contenido|texto|nota|artigo|conteúdo)\b
        [^.]{0,40}(?:generad|gerad|traducid|traduzid|redactad|escrit)[^.]{0,40}(?:\bIA\b|artificial|autom[aá]tic)
    | [本この]{1,2}(?:記事|ページ)は、?(?:AI|人工知能|機械翻訳|自動翻訳)
    | (?:이|본)\ (?:기사|글|콘텐츠)는\ (?:AI|인공지능|자동)
    | (?:статья|текст|материал)\s[^.]{0,30}(?:создан|сгенерирован|перевед)[^.]{0,40}(?:ИИ|нейросет|автоматическ|искусственн)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What says that a machine made the page."""
QUOTES = re.compile(r"[\"“”«»„「」]")
"""What is quoted is what an article speaks of."""


def disclosed_end(text: str) -> int:
    """Give where the sentences of a disclosure end with which a paragraph begins, 0 where it begins with none."""
    beginning = text[:LONGEST].casefold()
    if not any(hint in beginning for hint in HINTS):
        return 0
    start = end = 0
    stops = [match.start() for match in BOUNDARY.finditer(text, 1, min(len(text), LONGEST))]
    for stop in (*stops, len(text)) if len(text) <= LONGEST else stops:
        if stop <= start or (stop < len(text) and not END.search(text, max(0, stop - 3), stop)):
            continue
        if QUOTES.search(text, start, stop) or not DISCLOSES.match(text[start:stop].strip()):
            break
        start = end = stop
    return end


def judge_disclosure(line: str) -> Verdict | None:
    """Judge whether a paragraph is nothing but a disclosure."""
    if len(line) > LONGEST:
        return None
    if 0 < disclosed_end(line) == len(line):
        return Verdict(reason="notice", evidence="discloses what the site earns by its links")
    if MADE.match(line) and not QUOTES.search(line):
        return Verdict(reason="notice", evidence="discloses that a machine made the page")
    return None
