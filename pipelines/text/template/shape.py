"""The shape of a line: what stays the same of it from page to page."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from pipelines.text.byline.vocabulary.people import is_chinese_name

LONGEST = 600
"""Characters; longer paragraphs are no lines of a template, the longest notice of rights looked at has 480."""

SENTENCE_END = re.compile(r"[。！？!?…][”」』\"'）)】]*\s*$|[^\W\d_][.][”\"')]*\s*$")
ANY_SENTENCE = re.compile(r"[。！？]|[^\W\d_][.!?](?:\s|$)")
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\x00-\x1f\x7f-\x9f]+")
DIGITS = re.compile(r"\d+")
LETTER = re.compile(r"[^\W\d_]")
STAMPED = re.compile(r"(?:19|20)\d\d\D{1,2}\d{1,2}\D{1,2}\d{1,2}\D{0,3}\s\d{1,2}:\d{2}(?::\d{2})?\W{0,3}$")
STAMPED_CHARS = 80
"""Characters of the longest line that ends with day and clock, as the stamp of a page does and no sentence."""
IN_BRACKETS = re.compile(r"\W{0,3}(?P<open>[【(（\[〔])(?P<inner>[^【】()（）\[\]〔〕]{4,30})[】)）\]〕]\W{0,3}")
WORDS = re.compile(r"[^\s：:／/｜|，,、·]+")
TEXT_CHARS = 25
"""Characters from which a paragraph that ends a sentence is text of the article."""


def is_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does, or holds one."""
    return ANY_SENTENCE.search(text) is not None or SENTENCE_END.search(text) is not None


def is_statement(text: str) -> bool:
    """Tell whether a line is a sentence that no headline is: headlines may ask or shout, but end in no full stop."""
    return is_sentence(text) and text.rstrip()[-1:] not in "?？!！"


def plain(text: str) -> str:
    """Fold what normalisation would: width, case, spaces and what is not seen, so that raw and clean lines are equal."""
    return UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


@lru_cache(maxsize=20_000)
def digest(text: str, *, folded: bool) -> int:
    """Give the digest of a line, 63 bits; *folded* folds numbers, and with them dates and times, into one."""
    key = plain(text)
    if folded:
        key = DIGITS.sub("0", key)
    raw = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big") >> 1


def line_digest(text: str) -> int:
    """Give the digest under which a line is learned: numbers count in sentences alone, and no name in brackets counts.

    `【某某写手 甲某某 稿】` is the same line with another name in it.
    """
    if (match := IN_BRACKETS.fullmatch(text)) is not None:
        inner = WORDS.sub(lambda word: "" if is_chinese_name(word[0]) else word[0], match["inner"])
        if LETTER.search(inner) and inner != match["inner"]:
            text = match["open"] + inner
    stamped = len(text) <= STAMPED_CHARS and STAMPED.search(text) is not None
    return digest(text, folded=stamped or not is_sentence(text))


def is_text(text: str) -> bool:
    """Tell whether a paragraph is long enough, and a sentence, to be of the article."""
    return len(text) >= 4 * TEXT_CHARS or (len(text) >= TEXT_CHARS and is_sentence(text))
