"""What signs an article behind its last sentence without a label: media, several names, remarks on who helped (B4)."""

import re

from pipelines.text.byline.people import HAN, LATIN_NAME, is_chinese_name, is_medium

QUOTED = re.compile(
    rf"(?:[综綜]?合?[据據]|[综綜]合自?|[编編][译譯]自|[转轉](?:[载載])?自|摘自|摘编自|原[载載]于?|首[发發]于|[来來]自|[来來]源于)\s?[:：]?\s?"
    rf"(?P<media>[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?(?:[、，,和\s]+[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?){{0,5}}?)\s?(?:等)?(?:[综綜]合)?(?:消息|[报報][道導]|微博|公[众眾][号號]|微信|客户端)?(?:等)?(?:[综綜]合|整理)?"
)
"""`据某某报、某某社`, `摘自《某某报》`"""
JOINED = re.compile(r"[、，,和\s]+")
TOGETHER = re.compile(
    rf"(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报網网])?(?:[记記]者)?[综綜]合(?:[报報][道導]|消息|整理|外[电電])?|(?:本[报報刊网網台社])(?:特约|特約)?(?:评论员|評論員|观察员)|(?:特约|特約)(?:评论员|評論員|撰稿人|撰稿|记者|記者|通讯员)|[{HAN}]{{2,4}}社[{HAN}]{{2,6}}[电電]"
)
"""`本报综合报道`, `特约评论员`"""
HELPED = re.compile(
    rf"(?:With|Additional|Includes?|Including|Based on|Compiled from|From)\b(?: additional)? (?:inputs?|reports?|reporting|files|contributions|material|information|agency|agencies|wire|news)\b[^.!?]{{0,80}}\.?"
    rf"|{LATIN_NAME.pattern}(?:(?:,? and|,) {LATIN_NAME.pattern}){{0,3}}(?:,? in [A-Z]\w+,?)? (?:(?:also )?(?:reported|reports|reporting|contributed) (?:from|to|reporting)\b|contributed|is an? (?:staff|freelance|senior|contributing|BBC)? ?(?:writer|reporter|correspondent|journalist|editor)\b)[^.!?]{{0,60}}\.?"
    rf"|(?:Originally|First) (?:published|appeared|posted) (?:in|on|by|at) [A-Zt][^.!?]{{2,60}}\.?|(?:As told to|Interview by|Compiled by|Additional reporting by|Research by) {LATIN_NAME.pattern}"
    rf"|This (?:story|article|report) (?:was )?(?:first |originally )?(?:appeared|published|written|reported|produced) (?:in|on|by)\b[^.!?]{{2,70}}\.?"
)
"""`First Last reported from Town.`, `With inputs from agencies`"""
SEVERAL = re.compile(rf"{LATIN_NAME.pattern}(?:, {LATIN_NAME.pattern}){{0,2}} and {LATIN_NAME.pattern}")
"""`First Last and First Last`"""
EMPLOYED = re.compile(
    rf"{LATIN_NAME.pattern}, (?:(?:the )?[A-Z][\w&]{{1,14}} (?:News|Times|Post|Press|Herald|Tribune|Journal|Daily|Agency|Radio)|Reuters|AFP|AP|CNN|BBC|Bloomberg|Xinhua|UPI|PA|ANI|PTI)"
)
"""`First Last, Agency`"""


def is_remark(text: str) -> bool:
    """Tell whether a line behind the article, or in brackets, says who helped or where the text was taken from."""
    if text.isascii():
        return len(text) <= 160 and bool(HELPED.fullmatch(text) or EMPLOYED.fullmatch(text))
    if len(text) > 60:
        return False
    quoted = QUOTED.fullmatch(text)
    if quoted is not None:
        media = [part.strip("《》“”") for part in JOINED.split(quoted["media"]) if part]
        return bool(media) and all(is_medium(one) for one in media)
    return TOGETHER.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Tell whether what stands in brackets behind a whole sentence signs the text: a medium, or several names."""
    if text.isascii():
        return len(text) <= 60 and SEVERAL.fullmatch(text) is not None
    parts = text.split()
    if len(parts) == 1 and len(text) >= 4:
        # `（某地舞台）` ends as a station does.
        return text.endswith(("电视台", "广播台")) or (is_medium(text) and text[-1] != "台")
    if 2 <= len(parts) <= 4 and all(map(is_chinese_name, parts)):
        return True
    return len(parts) == 2 and parts[0].endswith(("中心", "台", "社", "报", "网", "日报")) and is_chinese_name(parts[1])
