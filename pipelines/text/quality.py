"""Whether a page is an article worth keeping: too short, no text, links, keywords, an error, the wrong language, damage."""

import re
from collections.abc import Callable, Mapping, Sequence

from pipelines.text.damage import judge_charset
from pipelines.text.spans import Verdict

MIN_CHARS: Mapping[str, int] = {"zh": 40, "ja": 50, "ko": 50, "": 60}
"""Fewest characters of a body without spaces, by language; `` for the rest.

Chinese news has genuine briefs of 60 characters; a sentence of English news has about 90.
"""

REASONS = (
    "no_text",
    "hopelessly_damaged",
    "error_page",
    "list_page",
    "mostly_links",
    "keyword_soup",
    "too_short",
    "wrong_language",
)
"""Why a text can be refused."""

# Runs rather than characters: ten times fewer matches on a page.
LETTER = re.compile(r"[^\W\d_]+")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
SCRIPTS: Mapping[str, "re.Pattern[str]"] = {
    "han": HAN,
    "kana": re.compile(r"[\u3040-\u30ff]+"),
    "hangul": re.compile(r"[\uac00-\ud7af]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "thai": re.compile(r"[\u0e00-\u0e7f]+"),
    "arabic": re.compile(r"[\u0600-\u06ff]+"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
}
SCRIPT_OF: Mapping[str, tuple[str, ...]] = {
    "zh": ("han",),
    "ja": ("kana", "han"),
    "ko": ("hangul",),
    "ru": ("cyrillic",),
    "uk": ("cyrillic",),
    "th": ("thai",),
    "ar": ("arabic",),
    "en": ("latin",),
    "de": ("latin",),
    "fr": ("latin",),
    "es": ("latin",),
    "vi": ("latin",),
    "id": ("latin",),
}
"""The scripts a language is written in."""

SENTENCE_END = re.compile(r"[。！？!?…]|[^\W\d_][.](?:[\s”\"')]|$)")
URL = re.compile(r"(?:https?://|www\.)[^\s，。、]{4,300}", re.IGNORECASE)
DATED_LINE = re.compile(
    r"^\W{0,3}\d{1,4}[-/.年月]\d{1,2}(?:[-/.月]\d{1,2})?|(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\W{0,2}(?:\d\d:\d\d)?\W{0,2}$"
)
FIELD = re.compile(r"[_|｜、,，;；/\s]+")
ERROR = re.compile(
    r"""
    \b(?:400|401|403|404|410|429|500|502|503|504)\b.{0,20}(?:error|not\ found|forbidden|bad\ gateway|unavailable|denied|错误|錯誤|页面|頁面|오류|ошибка)
    | (?:error|错误|錯誤|오류|ошибка)\W{0,3}(?:40\d|50\d)\b
    | \bpage\ not\ found\b | \baccess\ denied\b | \bbad\ gateway\b | \binternal\ server\ error\b
    | (?:enable|turn\ on)\ (?:javascript|cookies) | checking\ your\ browser
    | (?:页面|頁面|网页|網頁|文章|内容|內容|链接)[^。]{0,8}(?:不存在|已删除|已刪除|已被删除|未找到|找不到|無法訪問|无法访问|已失效)
    | (?:访问|訪問)[^。]{0,6}(?:过于频繁|過於頻繁|受限|被拒绝|被拒絕) | 页面(?:将在|自动)\S{0,6}跳转
    | 페이지를\ 찾을\ 수 | страница\ не\ найдена | ページが見つかりません
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What servers and sites say instead of a page, in the wording of their standard answers."""
ERROR_CHARS = 240  # an error page has a sentence or two; articles about errors are longer
BRIEF_CHARS = 60  # the shortest genuine brief of Chinese news; on a portal's page the links around it outweigh it
DAMAGE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x80-\x9f]")
DAMAGED_TWICE, REPEATED = "锟斤拷", re.compile(r"(?<=锟斤拷)锟斤拷")
"""What `DAMAGE` becomes when it is read once more as GBK; once it may be spoken of."""
MISREAD = re.compile(r"[\u00a1-\u00ff]")
ALPHABET = re.compile(r"[\u0370-\u06ff\u0e00-\u0e7f]")
ODD_NEIGHBOURS = re.compile(
    r"[A-Za-z\u00c0-\u024f](?=[\u0370-\u06ff\u0e00-\u0e7f])|[\u0370-\u06ff\u0e00-\u0e7f](?=[A-Za-z\u00c0-\u024f])"
)
"""Between a Latin letter and one of another alphabet: rare within words, and a third of random bytes in any charset.

Chinese, Japanese and Korean are left out: they are written around Latin words without a space.
"""
WORST_NEIGHBOURS, LEAST_NEIGHBOURS = 0.15, 20
"""Share of neighbouring letters, and number; of 10,000 articles in many languages none reaches 0.08, were Chinese counted too."""
WORST_DAMAGE = 0.05  # share of characters; a page with fewer is marked, and can be read
WORST_MISREAD = 0.4  # share of Latin-1's upper half; no language that is written in it comes near
ODD_SCRIPTS = 0.12  # share from which a script counts as used, for pages that mix three of them


def judge_quality(
    title: str,
    paragraphs: Sequence[str],
    *,
    language: str | None = None,
    site_language: str | None = None,
    min_chars: Mapping[str, int] = MIN_CHARS,
) -> Verdict | None:
    """Judge whether title and paragraphs are an article; None where they are.

    *language* is the page's, *site_language* the one the site is known to be written in (BCP 47 both). Lengths are
    counted in characters without spaces. The reasons: `no_text`, `hopelessly_damaged`, `error_page`, `keyword_soup`,
    `list_page`, `mostly_links`, `too_short`, `wrong_language`.
    """
    text = "\n".join(paragraphs)
    chars = sum(map(len, text.split()))
    if LETTER.search(text) is None:
        return Verdict(reason="no_text", evidence=f"{chars} characters, no letter")
    if (verdict := judge_damage(text, chars, paragraphs)) is not None:
        return verdict
    if chars <= ERROR_CHARS and (match := ERROR.search(title + "\n" + text)) is not None:
        return Verdict(reason="error_page", evidence=match[0])
    if not _amount_to(paragraphs, len(text) / 5, lambda line: SENTENCE_END.search(line) is not None):
        for judge in (judge_list, judge_links, judge_soup):
            if (verdict := judge(paragraphs, chars)) is not None:
                return verdict
    main = _main(language) or ("zh" if _count(HAN, text) * 2 > chars else "")
    least = min_chars.get(main, min_chars.get("", 0))
    if chars < least and not (_count(HAN, text) >= min_chars.get("zh", least) and SENTENCE_END.search(text)):
        return Verdict(reason="too_short", evidence=f"{chars} characters of at least {least}")
    return judge_language(text, site_language)


def holds_article(paragraphs: Sequence[str]) -> bool:
    """Tell whether a page that looks like a list of links holds a brief all the same: most of its text is sentences."""
    prose = sum(len(paragraph) for paragraph in paragraphs if SENTENCE_END.search(paragraph) and len(paragraph) >= 25)
    return prose >= BRIEF_CHARS and prose * 2 >= sum(map(len, paragraphs))


def judge_damage(text: str, chars: int, paragraphs: Sequence[str]) -> Verdict | None:
    """Judge whether too much of a text was lost in decoding; where most paragraphs are whole, the others are not all."""
    lost = count_lost(text)
    if lost > chars * WORST_DAMAGE and lost >= 5 and _most(paragraphs, lambda line: count_lost(line) > 0):
        return Verdict(reason="hopelessly_damaged", evidence=f"{lost} of {chars} characters lost")
    misread = len(MISREAD.findall(text))
    if misread > chars * WORST_MISREAD and misread >= 40 and _most(paragraphs, is_misread):
        return Verdict(reason="hopelessly_damaged", evidence=f"{misread} of {chars} characters read in a wrong charset")
    if _most(paragraphs, lambda line: judge_charset(line) is not None):
        return Verdict(reason="hopelessly_damaged", evidence="most of it is Chinese read in a wrong charset")
    return judge_noise(text)


def count_lost(text: str) -> int:
    """Count the characters of a text that were lost in decoding."""
    return len(DAMAGE.findall(text)) + (len(REPEATED.findall(text)) if DAMAGED_TWICE in text else 0)


def is_misread(line: str) -> bool:
    """Tell whether a line has more of Latin-1's upper half than any language."""
    return len(MISREAD.findall(line)) > len(line) * WORST_MISREAD


def _most(paragraphs: Sequence[str], spoilt: Callable[[str], bool]) -> bool:
    """Tell whether most of a text is in spoilt paragraphs."""
    return not _amount_to(paragraphs, sum(map(len, paragraphs)) / 2, lambda line: not spoilt(line))


def _amount_to(paragraphs: Sequence[str], chars: float, holds: Callable[[str], bool]) -> bool:
    """Tell whether the paragraphs of which something holds have so many characters; no more are looked at than decide it."""
    reached = 0
    for line in sorted(paragraphs, key=len, reverse=True):
        if reached >= chars:
            break
        if holds(line):
            reached += len(line)
    return reached >= chars


def judge_noise(text: str) -> Verdict | None:
    """Judge whether a text is random bytes, by letters of two alphabets side by side."""
    if ALPHABET.search(text) is None:
        return None
    odd = sum(1 for _ in ODD_NEIGHBOURS.finditer(text))
    if odd < LEAST_NEIGHBOURS:
        return None
    neighbours = sum(len(run) - 1 for run in LETTER.findall(text))
    if odd > neighbours * WORST_NEIGHBOURS:
        return Verdict(reason="hopelessly_damaged", evidence=f"{odd} of {neighbours} neighbours are of two alphabets")
    return None


def judge_soup(paragraphs: Sequence[str], chars: int) -> Verdict | None:
    """Judge whether a page without sentences is a row of search words (X1)."""
    text = " ".join(paragraphs)
    if chars < 30:
        return None
    letters = _count(LETTER, text)
    shares = [_count(pattern, text) / max(1, letters) for pattern in SCRIPTS.values()]
    mixed = sum(share >= ODD_SCRIPTS for share in shares)
    if mixed >= 3 and not shares[1] >= ODD_SCRIPTS:  # Japanese mixes three scripts, and is told by its kana
        return Verdict(reason="keyword_soup", evidence=f"{mixed} scripts and no sentence")
    longest = max(paragraphs, key=len)
    fields = [field for field in FIELD.split(longest) if field]
    if len(longest) >= 40 and len(longest) * 2 > len(text) and len(fields) >= 8:
        grams = [longest[index : index + 4] for index in range(len(longest) - 3)]
        repeated = 1 - len(set(grams)) / len(grams)
        if repeated >= 0.3:
            return Verdict(reason="keyword_soup", evidence=f"{len(fields)} fields, {repeated:.0%} of them said again")
    return None


def judge_list(paragraphs: Sequence[str], chars: int) -> Verdict | None:
    """Judge whether a page without sentences is a list of dated headlines."""
    dated = [line for line in paragraphs if DATED_LINE.search(line) and len(line) < 120]
    if chars and len(dated) >= 8 and len(dated) * 10 >= len(paragraphs) * 7:
        return Verdict(reason="list_page", evidence=f"{len(dated)} of {len(paragraphs)} lines are dated headlines")
    return None


def judge_links(paragraphs: Sequence[str], chars: int) -> Verdict | None:
    """Judge whether a page without sentences is made of addresses and link blocks."""
    linked = sum(map(len, URL.findall("\n".join(paragraphs))))
    linked += sum(len(line) for line in paragraphs if line.count("|") + line.count("｜") > 8)
    if linked * 2 > chars and not any(SENTENCE_END.search(line) for line in paragraphs if "|" not in line):
        return Verdict(reason="mostly_links", evidence=f"{linked} of {chars} characters in links")
    return None


def judge_language(text: str, site_language: str | None) -> Verdict | None:
    """Judge whether a text is written in another script than the site's language is."""
    scripts = SCRIPT_OF.get(_main(site_language) or "")
    if scripts is None or (letters := _count(LETTER, text)) < 100:
        return None
    own = sum(_count(SCRIPTS[script], text) for script in scripts)
    if own * 20 < letters:
        return Verdict(reason="wrong_language", evidence=f"{own} of {letters} letters fit {site_language}")
    return None


def _count(pattern: "re.Pattern[str]", text: str) -> int:
    """Count the characters in the runs of a pattern."""
    return sum(map(len, pattern.findall(text)))


def _main(language: str | None) -> str | None:
    """Give the language of a BCP 47 tag without script and region."""
    return language.split("-")[0].lower() if language else None
