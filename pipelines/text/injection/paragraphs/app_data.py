"""The data of an app above an article that is about none (O2).

`版本:v3.2.1 大小:48.6M 系统:Android`, and the title again and again as bullets below it. An article on an app speaks of
versions, downloads or players.
"""

import re
from itertools import groupby

from pipelines.text.injection.evidence.page import PROSE_END, Find, Page
from pipelines.text.injection.evidence.tokens import key

LONGEST = 40
"""Characters of a bullet or a line."""
SOFTWARE = re.compile(r"版本|安卓|安装|软件|軟體|下载|\b(?:app|version|install|download)", re.IGNORECASE)
"""What an article about an app speaks of."""
PLAYED = re.compile(
    r"游戏|遊戲|玩家|玩法|手游|关卡|關卡|通关|通關|存档|存檔|\b(?:games?|players?|gameplay)\b", re.IGNORECASE
)
"""What one about a game speaks of."""
WORK = re.compile(r"《([^《》]{1,30})》")
"""The name of a work."""
VERSION = re.compile(
    r"(?<![a-z0-9])v\s?\d{1,3}(?:\.\d{1,5}){1,3}|(?:版本|version)[^\s:：]{0,2}\s?[:：]?\s?v?\d|(?<![\d.])\d{1,3}(?:\.\d{1,5}){2,3}(?![\d.])",
    re.IGNORECASE,
)
SIZE = re.compile(r"(?<![\w.])\d{1,4}(?:\.\d{1,3})?\s?[KMG]B?(?![a-z])", re.IGNORECASE)
PLATFORM = re.compile(r"Android|iOS|安卓|苹果版|鸿蒙", re.IGNORECASE)
LABEL = re.compile(r"(?:\A|[\s|｜/,，;；])[^\s:：|｜,，;；]{1,8}[:：]")
FIELD = re.compile(r"[^\s:：|｜,，;；。《“]{1,8}[:：]\s?\S")
"""The label and the value of a line that is one field."""
MIN_FIELDS, MOST_FIELDS = 3, 12
"""Lines of one field each that describe an app together."""
MIN_TITLES = 3
"""Times that the title stands above an article, from which nobody wrote it there."""
LONGEST_METADATA = 200
"""Characters of the line that describes an app."""


def find_app_data(page: Page, body: int) -> list[Find]:
    """Find the metadata of an app above an article, with the bullets that repeat one name below it."""
    start, stop = _metadata(page, body)
    title = key(page.title)
    again = [index for index, text in enumerate(page.paragraphs[: body + 6]) if title and key(text) == title]
    if start is None or page.is_technical or _is_about(page, start):
        if len(again) < MIN_TITLES:
            return []
        evidence = f"the title again, {len(again)} times above the article"
        return [
            Find(paragraph=at, end=len(page.paragraphs[at]), whole=True, reason="app_metadata", evidence=evidence)
            for at in again
        ]
    counts: dict[str, int] = {}
    for text in page.paragraphs[: body + 6]:
        counts[text] = counts.get(text, 0) + 1
    return [
        Find.line(
            index,
            text,
            reason="app_metadata",
            evidence="version and size of an app, or its repeated name, above an article",
        )
        for index, text in enumerate(page.paragraphs[: body + 6])
        if start <= index < stop or (counts[text] > 2 and (len(text) <= LONGEST or key(text) == title))
    ]


def _metadata(page: Page, body: int) -> tuple[int | None, int]:
    """Give the place of the line above the text that describes an app, or of several with a field each, and where it ends."""
    above = page.paragraphs[: body + 1]
    fields = [len(text) <= LONGEST and FIELD.match(text) is not None for text in above]
    for is_field, run in groupby(range(len(above)), key=fields.__getitem__):
        places = list(run)
        start = next((at for at in places if _is_metadata(above[at])), -1)
        if start >= 0:
            return start, (places[-1] if is_field else start) + 1
        if is_field and MIN_FIELDS <= len(places) <= MOST_FIELDS and _is_metadata(" ".join(above[at] for at in places)):
            return places[0], places[-1] + 1
    return None, 0


def _is_metadata(text: str) -> bool:
    """Say whether a line describes an app: version, size, platform, and labels in any wording."""
    if len(text) > LONGEST_METADATA or "。" in text:
        return False
    version, size, platform = (pattern.search(text) is not None for pattern in (VERSION, SIZE, PLATFORM))
    return (version or size) and version + size + platform + (len(LABEL.findall(text)) > 1) > 1


def _is_about(page: Page, metadata: int) -> bool:
    """Say whether the text behind a line of metadata is about an app: in its words, or a review of the game the title names."""
    rest = _rest(page, metadata)
    named = any(work in rest for work in WORK.findall(page.title))
    words = {word.casefold() for word in PLAYED.findall(rest)}
    return len(SOFTWARE.findall(rest)) > 1 or len(words) > 1 or bool(named and words)


def _rest(page: Page, without: int) -> str:
    """Give the running text without one paragraph."""
    return "\n".join(
        text for index, text in page.prose() if index != without and (len(text) > LONGEST or PROSE_END.search(text))
    )
