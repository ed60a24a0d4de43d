"""Markup and templates that leaked into the text (D3), characters that a word filter took (D4)."""

import re
import unicodedata
from dataclasses import replace
from html import unescape

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.noise.markup_remains import HEARD, LONE_WORD, find_remains, is_lone, is_transcript
from pipelines.text.injection.noise.markup_syntax import LEAK, SIGNS

FORMATS = "png|jpe?g|gif|webp|bmp|svg|avif|ico|swf|mp4|flv"
"""Extensions of images and videos on the web."""
MAKER = (
    "(?:[a-z]{1,12}\\ ?)?[\u4e00-\u9fff]{0,6}[图圖片屏像照题題拍频頻]|[\u30a0-\u30ff]{4,12}|[а-яё]{4,12}(?:\\ [а-яё]{4,10})?|[\uac00-\ud7a3]{2,8}"
    "|whatsapp\\ (?:image|video)|screen\\ ?shot|screen\\ recording|photo|image|picture|untitled|scan|capture|clipboard"
)
"""What cameras, messengers and editors call an image, before its number: `微信图片`, `QQ截图`, `Screen Shot`."""
IMAGE_NAME = re.compile(
    rf"""
      (?:(?<=[。，！？；：,.!?”"）)])|(?<=[.!?”"]\ )|\A) (?:{MAKER})[\s_-]?\(?\d[\d\s_.()年月日:-]{{0,30}}(?:\ ?at\ \d[\d.:]{{3,8}}(?:\ [ap]m)?)?(?:\ ?\(\d{{1,3}}\))?\.(?:{FORMATS})
      (?=[{HANZI}“《「【\d]|\s?["“]?(?-i:[A-Z])|["”](?:\s|\Z)|\s*\Z)
    | (?:(?<=[。，！？；：,.!?”"）)])|(?<=[.!?”"]\ )|\A) (?:https?://)?(?:[a-z0-9_.-]{{0,30}}/){{0,8}}[a-z0-9_-]{{0,60}}\.(?:{FORMATS})(?:\?[a-z0-9_=&%.-]{{1,80}})?
      (?:(?=[{HANZI}“《「【\d]|\s?["“]?(?-i:[A-Z])|\s*\Z))
    | (?<=\w[.,!?])[a-z0-9_-]{{0,60}}\.(?:{FORMATS})(?=["”](?:\s|\Z))
    | \A[a-z_-]{{2,16}}\d[\w-]{{0,40}}\.(?:{FORMATS})(?=[a-z]{{2}})
    | (?<=[\w.][.,!?;])(?-i:[A-Z]{{3,5}})_?\d{{3,8}}(?:_\d{{1,6}})?\.(?:{FORMATS})(?=\s)
    | (?<=[\w%)”"][,;])[a-z0-9_-]{{1,60}}\.(?:{FORMATS})(?=\s[a-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The name or the address of an image where a sentence begins or ends."""
AMPERSAND = re.compile(r"(?<=\b[A-Z])amp;(?=[A-Z]\b)")
ESCAPED_MARK = re.compile(r"\\(?=[\"'’])")
QUOTES = "“”‘’\"'`「」『』《》"
OPENING_ONLY = "“‘「『《"
OPENING = f"{OPENING_ONLY}\"'`"
"""Quotation marks that may stand in front of what is quoted: `”<br>“` is a leak between two quotations."""
GOES_ON = re.compile(r" [a-z(]|[,.;:)](?: |\Z)|[a-z]+;")
SHORTCODE = re.compile(r"\[[a-z][a-z0-9-]{2,24}\]")
"""A shortcode of any name, on a line of its own in a Chinese text; an English one may tell of `[applause]`."""
BRACKETED = re.compile(r"\[[^\W\d][^\[\]]{0,15}\]")
"""A word in brackets."""

MOST_LINES = 3
"""Whole lines of it, above which they are a listing."""
CENSORED = re.compile(rf"(?:(?<=[{HANZI}，,])|(?<=[{HANZI}] ))\*\*\* (?=[{HANZI}])")
"""Three stars and a space in the place of a character: `*** 作` for 操作; a masked name has no space (`张**`)."""


def find_markup(page: Page) -> list[Find]:
    """Find markup, escapes, templates and shortcodes in the text; an entity becomes its character.

    Where the page shows code or speaks of it, all of them are its subject and stay.
    """
    if page.is_technical:
        return []
    finds = _remains(page)
    texts = page.paragraphs
    if not _may_leak(page.text):
        return finds
    placeholders = _placeholders(page)
    for index, text in page.prose():
        if not _may_leak(text):
            continue
        for match in LEAK.finditer(text):
            put = _unescaped(text, match) if match[0].startswith("&") else ""
            if put is None:  # no entity of HTML
                continue
            if _is_mentioned(text, match):
                return []  # a page that speaks of markup keeps all of it
            whole = match.start() == 0 and match.end() == len(text)
            finds.append(_leak(index, match, put=put, whole=whole))
        finds += [_leak(index, match, put="&") for match in AMPERSAND.finditer(text)]
        finds += [_leak(index, match) for match in ESCAPED_MARK.finditer(text)]
        finds += [_leak(index, match, whole=match[0] == text) for match in IMAGE_NAME.finditer(text)]
        if page.hanzi and (lone := SHORTCODE.fullmatch(text)) and not LEAK.fullmatch(text):
            finds.append(_leak(index, lone, whole=True))
        if placeholders:
            finds += [_leak(index, match, whole=match[0] == text) for match in placeholders.finditer(text)]
    return [_spaced(texts[find.paragraph or 0], find) for find in _apart(finds)]


def _apart(finds: list[Find]) -> list[Find]:
    """Join finds that have a character in common: one piece of markup may be told twice."""
    apart: list[Find] = []
    for find in sorted(finds, key=lambda find: (find.paragraph or 0, find.start, -find.end)):
        last = apart[-1] if apart else None
        if last is None or last.paragraph != find.paragraph or last.end <= find.start:
            apart.append(find)
        elif find.end > last.end:
            apart[-1] = replace(last, end=find.end)
    return apart


def _spaced(text: str, find: Find) -> Find:
    """Leave the space behind a find that has none in front."""
    if not find.put and 0 < find.start < find.end - 1 and text[find.end - 1] == " " and text[find.start - 1] in ".,!?;":
        return replace(find, end=find.end - 1)
    return find


def _remains(page: Page) -> list[Find]:
    """Find what is told by the clauses it sticks to."""
    spoken, chinese = is_transcript(page.paragraphs), bool(page.hanzi)
    places = [
        (index, start, end, len(text))
        for index, text in page.prose()
        for start, end in find_remains(text, chinese=chinese and not text.isascii(), spoken=spoken)
    ]
    places += [(index, 0, len(text), len(text)) for index, text in page.prose() if is_lone(text)]
    lone = [(index, 0, len(text), len(text)) for index, text in page.prose() if LONE_WORD.fullmatch(text)]
    if len(lone) == 1 and not chinese and not spoken and page.is_prose and not HEARD.search(page.text):
        places += lone
    # A list has such words among its items, and what the title names may stand as a heading.
    places = [
        (index, start, end, length)
        for index, start, end, length in places
        if end - start < length
        or (page.kind(index) != "item" and page.paragraphs[index].lower() not in page.title.lower())
    ]
    if sum(end - start == length for _, start, end, length in places) > MOST_LINES:
        return []
    return [
        Find(
            paragraph=index,
            start=start,
            end=end,
            whole=end - start == length,
            reason="markup",
            evidence="markup that sticks to the end of a clause, on a page that is not about code",
        )
        for index, start, end, length in places
    ]


def _placeholders(page: Page) -> re.Pattern[str] | None:
    """Give what finds the words in brackets that stand on a line of their own and once more on the page, none of another kind.

    Labels of a script (`[同期]`, `[解说]`) alternate, and notes are numbered.
    """
    lines = {text for _, text in page.prose() if BRACKETED.fullmatch(text) and not _is_leak(page, text)}
    repeated = [line for line in lines if page.text.count(line) > 1 and f"{line}:" not in page.text]
    return re.compile(re.escape(repeated[0])) if len(lines) == 1 and repeated else None


def _is_leak(page: Page, line: str) -> bool:
    """Say whether a line is markup by its form alone."""
    return bool(LEAK.fullmatch(line) or (page.hanzi and SHORTCODE.fullmatch(line)))


def _is_mentioned(text: str, match: re.Match[str]) -> bool:
    """Say whether a sentence speaks of a piece of markup: it stands between quotes, or like a word between spaces.

    What leaks sticks to a word or a mark on one side, or has attributes.
    """
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before and after and before in OPENING and after in QUOTES and after not in OPENING_ONLY:
        return True
    if "=" in match[0] or match[0][0] == "&":
        return False
    return before == " " and bool(GOES_ON.match(text, match.end()))


def _unescaped(text: str, match: re.Match[str]) -> str | None:
    """Give the character of an entity, None where it is none; a space only between words that need one."""
    char = unescape(match[0] if match[0].endswith(";") else f"{match[0]};")
    while (again := unescape(char)) != char:  # escaped twice
        char = again
    if match[0].endswith("gt;") and LEAK.fullmatch(char):
        return ""
    if char.startswith("&") and len(char) > 1:
        return None
    if not char.isspace():
        return "" if unicodedata.category(char[0]) in {"Cf", "Cc", "Co", "Cn"} else char
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return " " if len(around) == 2 and around.isascii() and " " not in around else ""


def _may_leak(text: str) -> bool:
    """Say whether a text has any sign of markup at all; nearly none has."""
    return any(sign in text for sign in SIGNS)


def _leak(index: int, match: re.Match[str], *, put: str = "", whole: bool = False) -> Find:
    return Find.match(
        index, match, whole=whole, put=put, reason="markup", evidence="markup on a page that is not about code"
    )


def find_censored(page: Page) -> list[Find]:
    """Find places where a word filter took a character; what stood there is not known, so they are marked."""
    if "*** " not in page.text or page.is_technical:
        return []
    return [
        Find.match(
            index, match, reason="censored", evidence="stars in the place of a character", doubtful=True, mark="damaged"
        )
        for index, match in page.matches(CENSORED)
    ]
