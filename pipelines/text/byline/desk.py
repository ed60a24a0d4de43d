"""English sentences behind an article on who reported, wrote, edited and helped (B4, B6)."""

import re

from pipelines.text.byline.people import LATIN_NAME
from pipelines.text.byline.signature import is_remark

WINDOW = 260
"""Characters at the end of a paragraph that are looked at; the longest such sentence has 210."""
CONTRIBUTED = re.compile(
    rf"(?:^|[.!?”\")]\s+)(?P<who>(?:[A-Z][\w ]{{0,40}}? )?{LATIN_NAME.pattern}(?:(?:,| and|, and| in)+ {LATIN_NAME.pattern}|,? (?:in|from) [A-Z]\w+){{0,4}}"
    r"(?:,? and [A-Z][\w ]{2,40})? (?:also )?contributed (?:to (?:this|the)|(?:additional )?reporting|from)\b[^.]{0,60}\.?)$"
)
"""`First Last and First Last contributed to this report.`"""
WITH = re.compile(r"[.!?”\")]\s+(?P<who>With [^.!?]{4,90}\.?)$")
"""`With files from …` behind the last sentence"""
DESK = re.compile(r"\(?(?<![A-Za-z])(?:Reporting|Writing|Additional reporting|Editing) by [A-Z][^()]{3,200}\)?$")


def find_helpers(text: str, end: int) -> int | None:
    """Find such a sentence that ends at *end*; give where it begins."""
    begin = max(0, end - WINDOW)
    window = text[begin:end]
    if (match := CONTRIBUTED.search(window)) is not None:
        return begin + match.start("who")
    if (match := WITH.search(window)) is not None and is_remark(match["who"]):
        return begin + match.start("who")
    return begin + match.start() if (match := DESK.search(window)) is not None else None
