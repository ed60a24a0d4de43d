"""What signs a text without a label: media, names, who helped, who is presented at its end and is not spoken of in it (B4)."""

import re
from collections.abc import Sequence

from pipelines.text.byline.notes.chinese import holder
from pipelines.text.byline.notes.english import SENTENCE_END, judge_note
from pipelines.text.byline.vocabulary.credit import Credit
from pipelines.text.byline.vocabulary.named import named_in
from pipelines.text.byline.vocabulary.people import HAN, IS_HAN, LATIN_NAME, is_chinese_name, is_medium

QUOTED = re.compile(
    rf"(?:[综綜]?合?[据據]|[综綜]合自?|[编編][译譯]自|[译譯]自|[转轉](?:[载載])?自|摘自|摘编自|原[载載]于?|首[发發]于|[来來]自|[来來]源于)\s?[:：]?\s?"
    rf"(?P<media>[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?(?:[、，,和\s]+[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?){{0,5}}?)\s?(?:等)?(?:[综綜]合)?(?:消息|[报報][道導]|[电電讯訊]|微博|公[众眾][号號]|微信|客户端)?(?:等)?(?:[综綜]合|整理)?"
    r"(?:\s?(?:19|20)\d\d年(?:\d{1,2}月\d{1,2}日)?)?(?:第?\s?\d{1,3}\s?[版期])?"
)
"""`据某某报、某某社`, `摘自《某某报》2024年3月5日第3版`"""
CITING = frozenset("据據综綜合")
"""What `据《…条例》` begins with, which is no medium"""
TOLD = re.compile(r"(?<=[社报報网網台])(?:[综綜]合)?(?:消息|[报報][道導]|[电電讯訊])$")
"""What stands behind the last of them (`据某社电`)"""
JOINED = re.compile(r"[、，,和\s]+")
TOGETHER = re.compile(
    rf"(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报報網网])?(?:[记記]者)?[综綜]合(?:[报報][道導]|消息|整理|外[电電](?:[报報][道導])?)|(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报報網网])[综綜]合"
    rf"|(?:本[报報刊网網台社]|[{HAN}]{{2,6}}[社报報網网])(?:特约|特約)?(?:评论员|評論員|观察员|觀察員|评论部|評論部|编辑部|編輯部)|[{HAN}]{{2,10}}(?:融媒体中心|新闻中心|新聞中心|宣传部|記者站|记者站)|編輯部整理|编辑部整理"
    rf"|(?:特约|特約)(?:评论员|評論員|撰稿人|撰稿|记者|記者|通讯员)|[{HAN}]{{2,4}}社[{HAN}]{{2,6}}[电電]"
)
"""`本报综合报道`, `特约评论员`"""
TITLED = re.compile(r"原(?:文)?(?:标题|標題|题目|题|題)(?:[:：为為]|是)\s?[^。]{2,60}")
"""`原标题：…`: what the page that was copied called the text"""
OF_AUTHOR = re.compile(
    r"(?:(?:本文|文章)?作者(?:系|係|[为為](?!了)|单位[系为]|單位[系為]|简介[:：]|簡介[:：])|(?:作者|供稿|投稿|选送|選送|报送|推荐|所在)(?:单位|單位)[:：])[^。！？]{2,50}。?"
    rf"|(?:单位|單位)[:：]\s?[{HAN}]{{2,16}}(?:大[学學]|[学學]院|中[学學]|小[学學]|[学學]校|[医醫]院|公司|集[团團]|中心|[局委院所社厅廳馆館]|[支大部][队隊])(?:\s[{HAN}]{{2,4}}){{0,3}}"
)
PRINTED = re.compile(
    r"《[^《》]{2,20}》\s?[（(]\s?(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?[\s，,]{0,2}第?\s?[A-Z]?\d{1,3}\s?版[^（）()]{0,10}[）)]"
)
"""`《某某报》（2024年05月12日 第03版）`"""
BULLETED = re.compile(rf"[◎□■●○◇◆]\s?(?P<names>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,3}})")
"""`□ 甲某某`"""
WRITTEN_AT = re.compile(
    rf"[（(]?(?P<name>[{HAN}]{{2,4}})[\s，,]{{0,2}}(?:(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:[写寫作记記撰草][于於]|(?<=[\s，,])[发發]自)[{HAN}]{{2,8}}(?:[\s，,]?\d[\d年月日./-]{{3,12}})?[）)]?"
)
"""`甲某某 写于某地`"""
ENDED = re.compile(
    r"[-–—\s*]{0,6}(?:ENDS?|Ends)[-–—\s*]{0,6}|[-–—]{1,3}\s?30\s?[-–—]{1,3}|[-–—*\s]{1,6}(?:End|end)[-–—*\s]{1,6}|[(\[]끝[)\]]|#{2,5}"
)
"""Marks of an agency behind its last sentence; `（完）` is counted as text by those who copied such pages by hand"""
SEVERAL = re.compile(rf"{LATIN_NAME.pattern}(?:, {LATIN_NAME.pattern}){{0,2}} and {LATIN_NAME.pattern}")
"""`First Last and First Last`"""
PARTED = re.compile(r"[\s、，,:：/／|｜丨]+")
OFFICE_PICTURE = re.compile(
    rf"(?![见見附更看如点點有无無多本下上左右此该該])[{HAN}]{{2,8}}(?:图片|圖片|照片|資料照|资料照|資料圖|资料图|製圖|制图)"
)
"""`（港大圖片）`: whose picture it is, in brackets"""
OFFICE = re.compile(
    r"(?:[A-Z][\w’'.-]* (?:(?:of|and|&) (?:the )?)?){1,4}(?:Department|Dept\.|Media|Police|Office|University|College|Museum|Council|Library|Archives?|Foundation|Institute|Cent(?:er|re)|Association|District|Society|Commission|Ministry|Hospital|Gallery|Studios|Pictures|Post|News|Times|Herald|Tribune|Journal|Gazette|Star|Radio|Archives?)(?: [Aa]rchives?)?"
    r"(?: (?:via|on) [A-Z]\w+)?|City of [A-Z]\w+(?: [A-Z]\w+)?|[A-Z]\w+ County|[KW][A-Z]{2,3}(?:-TV)?(?: (?:News|photo))?"
)
"""`Town Police Department`, whose picture it is"""
KOREAN = re.compile(
    r"(?:[가-힣]{2,6}에서\s)?(?:[가-힣A-Z]{2,8}\s?(?:뉴스)?\s)?(?:[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원][가-힣]{1,2})(?:\s기자)?(?:입니다|였습니다)\.?|(?:온라인|디지털|인터넷|뉴스|편집|연예|스포츠)(?:뉴스|콘텐츠|이슈)?(?:팀|부|국)"
    r"|[<\[(（]?\s?(?:저작권자|ⓒ)[^<>]{2,80}금지\s?[>\])）]?"
)
"""`… 뉴스 甲某입니다`, `온라인뉴스팀`, `저작권자 …`"""
REMARK = 100
"""Characters of the longest remark of other languages than English."""
WINDOW = 260
"""Characters at the end of a paragraph that are looked at; the longest such sentence has 210."""
DESK = re.compile(r"\(?(?<![A-Za-z])(?:Reporting|Writing|Additional reporting|Editing) by [A-Z][^()]{3,200}\)?$")
HELPED = re.compile(r"\bcontributed\b|(?:ing|ING) by\b|\bWith\b|\breport(?:ed|ing)\b|\bthis (?:story|report|article)\b")
CLOSED = ".!?。！？…”」』）)"
BRACKET = re.compile(r"\s?[（(【\[〔](?P<inner>[^（()）【】\[\]〔〕]{3,80})[）)】\]〕]$")
INITIALS = re.compile(
    r"[A-Za-z0-9-]{2,30}\.(?:com|org|net)/[\w@.-]{2,40}|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}|[a-z]{2,3}(?:/[a-z]{2,3}){1,3}(?: \([^()]{2,40}\))?|[-–—]{1,2}\s?(?:with )?[A-Z]{3,8}"
)
"""`nw/ta (AFP, dpa)`, `— with AFP`, an address alone"""
PLAIN_NAMES = re.compile(rf"[{HAN}]{{2,3}}(?:[ \u3000][{HAN}]{{2,3}}){{1,2}}")
THING = frozenset(
    "区區业業馆館员員路书書面盒卜片段汤湯粉菜豆茶酒糖肉鱼魚鸡雞蛋油酱醬醋饭飯奖獎队隊组組部局院校市县縣镇鎮街店厂廠会會费費税稅法案号號款表册課课车車机機器病药藥率期型版类類庄莊港州岛島湾灣"
)
"""Last characters of words that are no names though a family name begins them (`高新区`)"""
NAME_SIZE = 3
"""Characters of a Chinese name that is one for certain; many words of two begin as names do."""
WHO = re.compile(
    rf"\((?P<bracketed>{LATIN_NAME.pattern})\)|(?P<name>{LATIN_NAME.pattern}), [A-Z][\w’'-]{{2,20}}(?: [A-Za-z’'-]{{2,20}}){{0,4}}"
)
"""`(First Last)`, `First Last, Town`"""
REPORTED = re.compile(r"(?P<who>.{2,12}?)(?:[综綜]合)?(?:[报報][道導])")
"""`某社報導`"""
HOUSES = ("中心", "台", "社", "报", "報", "网", "網", "广电", "融媒", "发布", "在线", "记者站", "分社")
"""How media end, whose people sign in brackets"""
OFFICES = (
    *("局", "委", "办", "厅", "廳", "院", "馆", "館", "处", "處", "部", "公司", "集团", "街道"),
    *("中学", "小学", "大学", "学校", "支队", "大队", "公安", "税务", "法院", "检察院", "医院"),
)
OFFICE_LENGTH = 4
"""How offices end, and the characters of their names, whose own people write what county media print: `（某市教育局 甲某某）`"""


def is_remark(text: str) -> bool:
    """Tell whether a line behind the article, or in brackets, says who helped or where the text was taken from."""
    if judge_note(text) == "sure":
        return True
    if len(text) > REMARK:
        return False
    if any(form.fullmatch(text) for form in (TITLED, TOGETHER, KOREAN)):
        return True
    quoted = QUOTED.fullmatch(text)
    if quoted is None:
        return False
    media = [TOLD.sub("", part) for part in JOINED.split(quoted["media"]) if part]
    taken = text[0] not in CITING
    return bool(media) and all(_is_published(one, taken=taken) for one in media)


def _is_published(name: str, *, taken: bool) -> bool:
    """Tell whether a name is that of a medium; a text is *taken* from whatever has a title, too."""
    bare = name.strip("《》“”")
    return is_medium(bare) or bare.endswith("发布") or (taken and name[0] == "《")


def is_end(text: str) -> bool:
    """Tell whether a line, or what stands behind a last sentence, is the mark that a text ends there."""
    return len(text) <= 16 and ENDED.fullmatch(text) is not None


def is_signed_line(text: str) -> bool:
    """Tell whether a line behind the article signs it: names behind a bullet or in brackets, a medium in brackets."""
    if OF_AUTHOR.fullmatch(text) or PRINTED.fullmatch(text):
        return True
    if (bulleted := BULLETED.fullmatch(text)) is not None:
        return all(map(is_chinese_name, JOINED.split(bulleted["names"])))
    if (written := WRITTEN_AT.fullmatch(text)) is not None:
        return is_chinese_name(written["name"])
    if text[:1] not in "（(【" or text[-1:] not in "）)】":
        return False
    inner = text[1:-1].strip()
    names = [part for part in JOINED.split(inner) if part]
    return is_signature(inner) or (len(names) > 1 and all(map(is_chinese_name, names)))


def is_signature(text: str) -> bool:
    """Tell whether what stands in brackets behind a whole sentence signs the text: a medium, or several names."""
    if "A" <= text[:1] <= "Z" and IS_HAN.search(text) is None:
        return len(text) <= 60 and (SEVERAL.fullmatch(text) or OFFICE.fullmatch(text)) is not None
    if OFFICE_PICTURE.fullmatch(text):
        return True
    if (told := REPORTED.fullmatch(text)) is not None and (is_chinese_name(told["who"]) or is_medium(told["who"])):
        return True
    parts = re.split(r"[、\s]+", text)
    if len(parts) == 1 and len(text) >= 3:
        # `（某地舞台）` ends as a station does.
        return text.endswith(("电视台", "广播台", "客户端", "发布", "融媒体", "宣传部")) or (
            is_medium(text) and text[-1] != "台" and (len(text) > 3 or text[-1] in "网報报")
        )
    if 1 < len(parts) <= 4 and all(map(is_chinese_name, parts)):
        return True
    house = parts[0].endswith(HOUSES) or (len(parts[0]) >= OFFICE_LENGTH and parts[0].endswith(OFFICES))
    return len(parts) > 1 and house and all(map(is_chinese_name, parts[1:]))


def read_ending(paragraphs: Sequence[str], index: int) -> Credit | None:
    """Read what signs the article at the end of its last paragraph, or on a line behind it, whose names stand nowhere else.

    Takes all paragraphs and the index of one that no text follows.
    """
    text, others = paragraphs[index], paragraphs[:index]
    if len(text) < 2 or not others:
        return None
    name = _presented(text.strip("()") if text[:1] == "(" else text)
    strange = name is not None and _is_strange(name, others)
    start = (
        0
        if strange or INITIALS.fullmatch(text.strip("()")) or _names_alone(text, others[-1]) or _writers(text, others)
        else _bracket(text, others)
    )
    if start is None:
        return None
    return Credit(
        start=start, end=len(text), reason="author", evidence="names that the article does not speak of, behind it"
    )


def _bracket(text: str, others: Sequence[str]) -> int | None:
    """Give where the bracket begins that presents somebody behind the last sentence."""
    match = BRACKET.search(text, max(0, len(text) - 90))
    if match is None:
        return None
    before = text[: match.start()]
    if before and before.rstrip()[-1:] not in CLOSED:
        return None
    inner = match["inner"].strip()
    people = named_in(inner, (*others, before))
    apart = {part for part in PARTED.split(inner) if part}
    certain = people != [inner] or len(inner) == NAME_SIZE
    if people and certain and apart.issuperset(people) and not any(name[-1] in THING for name in people):
        return match.start()
    name = _presented(inner)
    return match.start() if name is not None and _is_strange(name, (*others, before)) else None


def _presented(text: str) -> str | None:
    """Give the name of the person with whom a text deals alone, as notes on writers do."""
    if judge_note(text) == "doubtful":
        match = LATIN_NAME.search(text)
        return match[0] if match else None
    return holder(text)


def _is_strange(name: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether a name, or the family name it ends with, stands in none of some paragraphs."""
    last = name.rsplit(" ", maxsplit=1)[-1]
    return not any(last in text for text in paragraphs)


def _writers(text: str, others: Sequence[str]) -> bool:
    """Tell whether a line is names, or a name and who that is, and the article speaks of none of them.

    `First Last and First Last`, `(First Last)`, `First Last, Town`.
    """
    if (signed := WHO.fullmatch(text)) is not None:
        return _is_strange(signed["bracketed"] or signed["name"], others)
    return SEVERAL.fullmatch(text) is not None and all(
        _is_strange(name, others) for name in re.split(r", | and ", text)
    )


def _names_alone(text: str, before: str) -> bool:
    """Tell whether a line right behind the last sentence is two or three Chinese names alone."""
    if before[-1:] not in CLOSED or PLAIN_NAMES.fullmatch(text) is None:
        return False
    names = re.split("[ \u3000]", text)
    certain = all(is_chinese_name(name) and name[-1] not in THING for name in names)
    return certain and any(len(name) == NAME_SIZE for name in names)


def find_note(text: str, end: int) -> int | None:
    """Find the sentences behind the last of the story that are such a note and end at *end*; give where they begin.

    Only what says who reported, helped or gave the text is cut there: anything else may be a part of the story.
    """
    begin = max(0, end - WINDOW)
    window = text[begin:end]
    if HELPED.search(window) is None:
        return None
    if (match := DESK.search(window)) is not None:
        return begin + match.start()
    starts = [0 if begin == 0 else -1, *(gap.end() for gap in SENTENCE_END.finditer(window))]
    found = None
    for start in reversed(starts):
        sentence = window[start:]
        if start < 0 or HELPED.search(sentence) is None or judge_note(sentence) != "sure":
            break
        found = begin + start
    return found
