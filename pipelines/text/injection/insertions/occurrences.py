"""Where phrases stand in the paragraphs of a page, each with what came with it."""

import re
from collections.abc import Collection, Sequence

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key

ENDED = tuple(".!?…,;:)”")
"""What a space follows before the next word."""
SET_OFF = re.compile(r"\s*[^\w\s\"“‘'(\[]{1,3}(?=\s)")
"""What sets a phrase at the start of a paragraph off from the sentence that begins behind it: any marks."""
DECORATION = re.compile(r"[^\w\s\"“‘'(]{1,3}\s?")
"""What a phrase at the start of a paragraph has in front."""
HANGUL = re.compile("[\uac00-\ud7a3]")


def find_occurrences(page: Page, phrases: Sequence[str], evidence: str, *, proven: bool = False) -> list[Find]:
    """Find phrases wherever they stand as words, each with one of the spaces around it; those in Korean also inside words.

    With *proven*, the finds prove the phrase to be a keyword.
    """
    finds = []
    for index, text in page.prose():
        for phrase in phrases:
            glued = HANGUL.search(phrase) is not None
            at = text.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                if _is_apart(text, at, end):
                    start, end = _with_space(text, at, end)
                elif glued:
                    start = at
                else:
                    at = text.find(phrase, end)
                    continue
                finds.append(
                    Find(
                        paragraph=index,
                        start=start,
                        end=end,
                        reason="inside_text",
                        evidence=evidence,
                        keyword=key(phrase) if proven else "",
                    )
                )
                at = text.find(phrase, end)
    return finds


def _is_apart(text: str, start: int, end: int) -> bool:
    """Say whether no word goes on at either end of a place."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalpha() and text[start].isalnum()) and not (after.isalpha() and text[end - 1].isalnum())


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a place with one of the spaces around it, or with the marks around it in front of a paragraph."""
    if (not start or DECORATION.fullmatch(text, 0, start)) and (mark := SET_OFF.match(text, end)):
        start, end = 0, mark.end()
    # Glued to the sentence before it, it leaves the space to the sentence behind it, and so do commas on both sides.
    behind = text[end : end + 1] == " " and text[start - 1 : start] not in ENDED and text[start] != ","
    return start if behind or text[start - 1 : start] != " " else start - 1, end + behind


def without_phrases(text: str, phrases: Collection[str]) -> str:
    """Give a text without phrases, in small letters or not."""
    glued = [re.escape(phrase) if HANGUL.search(phrase) else rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases]
    return re.sub("|".join(sorted(glued, key=len, reverse=True)), "", text, flags=re.IGNORECASE) if glued else text
