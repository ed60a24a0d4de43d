"""Remarks that sign a text without a label: media, several names, who helped, where it was taken from, where it ends (B4)."""

import re

from pipelines.text.byline.people import HAN, LATIN_NAME, is_chinese_name, is_medium
from pipelines.text.byline.press import read_note

QUOTED = re.compile(
    rf"(?:[综綜]?合?[据據]|[综綜]合自?|[编編][译譯]自|[译譯]自|[转轉](?:[载載])?自|摘自|摘编自|原[载載]于?|首[发發]于|[来來]自|[来來]源于)\s?[:：]?\s?"
    rf"(?P<media>[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?(?:[、，,和\s]+[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?){{0,5}}?)\s?(?:等)?(?:[综綜]合)?(?:消息|[报報][道導]|[电電讯訊]|微博|公[众眾][号號]|微信|客户端)?(?:等)?(?:[综綜]合|整理)?"
    r"(?:\s?(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?(?:第?\s?\d{1,3}\s?版)?"
)
"""`据某某报、某某社`, `摘自《某某报》2024年3月5日第3版`"""
TOLD = re.compile(r"(?<=[社报報网網台])(?:[综綜]合)?(?:消息|[报報][道導]|[电電讯訊])$")
"""What stands behind the last of them (`据某社电`)"""
JOINED = re.compile(r"[、，,和\s]+")
TOGETHER = re.compile(
    rf"(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报報網网])?(?:[记記]者)?[综綜]合(?:[报報][道導]|消息|整理|外[电電])|(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报報網网])[综綜]合"
    rf"|(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报報網网])(?:特约|特約)?(?:评论员|評論員|观察员|觀察員|评论部|評論部|编辑部|編輯部)|[{HAN}]{{2,10}}(?:融媒体中心|新闻中心|新聞中心|宣传部|記者站|记者站)|編輯部整理|编辑部整理"
    rf"|(?:特约|特約)(?:评论员|評論員|撰稿人|撰稿|记者|記者|通讯员)|[{HAN}]{{2,4}}社[{HAN}]{{2,6}}[电電]"
)
"""`本报综合报道`, `特约评论员`"""
TITLED = re.compile(r"原(?:文)?(?:标题|標題|题目|题|題)(?:[:：为為]|是)\s?[^。]{2,60}")
"""`原标题：…`: what the page that was copied called the text"""
OF_AUTHOR = re.compile(
    r"(?:本文|文章)?作者(?:系|係|[为為](?!了)|单位(?:[:：]|[系为])|單位(?:[:：]|[系為])|简介[:：]|簡介[:：])[^。！？]{2,50}"
)
BULLETED = re.compile(rf"[◎□■●○◇◆]\s?(?P<names>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,3}})")
"""`□ 甲某某`"""
ENDED = re.compile(
    r"[-–—\s*]{0,6}(?:ENDS?|Ends)[-–—\s*]{0,6}|[-–—]{1,3}\s?30\s?[-–—]{1,3}|[-–—*\s]{1,6}(?:End|end)[-–—*\s]{1,6}|[(\[]끝[)\]]|#{2,5}"
)
"""Marks of an agency behind its last sentence; `（完）` is counted as text by those who copied such pages by hand"""
SEVERAL = re.compile(rf"{LATIN_NAME.pattern}(?:, {LATIN_NAME.pattern}){{0,2}} and {LATIN_NAME.pattern}")
"""`First Last and First Last`"""
OFFICE_PICTURE = re.compile(
    rf"(?![见見附更看如点點有无無多本下上左右此该該])[{HAN}]{{2,8}}(?:图片|圖片|照片|資料照|资料照|資料圖|资料图|製圖|制图)"
)
"""`（港大圖片）`: whose picture it is, in brackets"""
OFFICE = re.compile(
    r"(?:[A-Z][\w’'.-]* (?:(?:of|and|&) (?:the )?)?){1,4}(?:Department|Police|Office|University|College|Museum|Council|Library|Archives?|Foundation|Institute|Cent(?:er|re)|Association|District|Society|Commission|Ministry|Hospital|Gallery|Studios|Pictures|Post|News|Times|Herald|Tribune|Journal|Gazette|Star|Radio|Archives?)(?: [Aa]rchives?)?"
    r"(?: (?:via|on) [A-Z]\w+)?|[KW][A-Z]{2,3}(?:-TV)?"
)
"""`Town Police Department`, whose picture it is"""
KOREAN = re.compile(
    r"(?:[가-힣]{2,6}에서\s)?(?:[가-힣A-Z]{2,8}\s?(?:뉴스)?\s)?(?:[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원][가-힣]{1,2})(?:\s기자)?(?:입니다|였습니다)\.?|(?:온라인|디지털|인터넷|뉴스|편집|연예|스포츠)(?:뉴스|콘텐츠|이슈)?(?:팀|부|국)"
    r"|[<\[(（]?\s?(?:저작권자|ⓒ)[^<>]{2,80}금지\s?[>\])）]?"
)
"""`… 뉴스 甲某입니다`, `온라인뉴스팀`, `저작권자 …`"""


REMARK = 100
"""Characters of the longest remark of other languages than English."""


def is_remark(text: str) -> bool:
    """Tell whether a line behind the article, or in brackets, says who helped or where the text was taken from."""
    if read_note(text) == "sure":
        return True
    if len(text) > REMARK:
        return False
    if any(form.fullmatch(text) for form in (TITLED, TOGETHER, KOREAN)):
        return True
    quoted = QUOTED.fullmatch(text)
    if quoted is None:
        return False
    media = [TOLD.sub("", part.strip("《》“”")) for part in JOINED.split(quoted["media"]) if part]
    return bool(media) and all(is_medium(one) or one.endswith("发布") for one in media)


def is_end(text: str) -> bool:
    """Tell whether a line, or what stands behind a last sentence, is the mark that a text ends there."""
    return len(text) <= 16 and ENDED.fullmatch(text) is not None


def is_signed_line(text: str) -> bool:
    """Tell whether a line behind the article signs it: names behind a bullet or in brackets, a medium in brackets."""
    if OF_AUTHOR.fullmatch(text):
        return True
    if (bulleted := BULLETED.fullmatch(text)) is not None:
        return all(map(is_chinese_name, JOINED.split(bulleted["names"])))
    if text[:1] not in "（(【" or text[-1:] not in "）)】":
        return False
    inner = text[1:-1].strip()
    names = [part for part in JOINED.split(inner) if part]
    return is_signature(inner) or (len(names) > 1 and all(map(is_chinese_name, names)))


def is_signature(text: str) -> bool:
    """Tell whether what stands in brackets behind a whole sentence signs the text: a medium, or several names."""
    if text.isascii():
        return len(text) <= 60 and (SEVERAL.fullmatch(text) or OFFICE.fullmatch(text)) is not None
    if OFFICE_PICTURE.fullmatch(text):
        return True
    parts = re.split(r"[、\s]+", text)
    if len(parts) == 1 and len(text) >= 3:
        # `（某地舞台）` ends as a station does.
        return text.endswith(("电视台", "广播台", "客户端", "发布", "融媒体", "宣传部")) or (
            is_medium(text) and text[-1] != "台" and (len(text) > 3 or text[-1] in "网報报")
        )
    if 1 < len(parts) <= 4 and all(map(is_chinese_name, parts)):
        return True
    house = parts[0].endswith(
        ("中心", "台", "社", "报", "報", "网", "網", "广电", "融媒", "发布", "在线", "记者站", "分社")
    )
    return len(parts) > 1 and house and all(map(is_chinese_name, parts[1:]))
