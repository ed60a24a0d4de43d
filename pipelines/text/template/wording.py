"""Furniture told by what its wording is made of, whatever the words: headings of lists, notices, prompts, labels."""

import operator
import re
from collections.abc import Sequence
from functools import cache

from pipelines.text.byline.vocabulary.values import DATE
from pipelines.text.spans import Verdict
from pipelines.text.template.furniture import judge_counter, judge_toolbar, words
from pipelines.text.template.personal import is_personal

HEADING = 24
"""Characters of the longest heading of a list, in Chinese; twice that in spaced scripts."""
MARKS = 3
"""Chinese characters of the shortest hint."""
NOTICE = 240
"""Characters of the longest notice that has no label."""
TOPICS = 3
"""Things a notice speaks of; an article on copyright speaks of two in a sentence, and in somebody's words."""
TOPIC_NAMES = ("legal_self", "legal_copy", "legal_right", "legal_duty", "legal_ask", "legal_leave", "legal_origin")
FRAME = 300
"""Characters of the longest frame of a page made for search engines."""
LABEL = 12
"""Letters of the label in front of a list of keywords, at most (`本文目录一览：`)."""

NAMING_TOPICS = 5
"""Of these, in a notice that names the site or its app in quotation marks, as an article quotes somebody."""
NAMED = re.compile(r"“[^“”，。！？：]{2,12}”|「[^「」，。！？：]{2,12}」")
SPEAKER = re.compile(r"[“”\"「」他她]|表示|指出|[记記]者|法院|认为|介绍|\b(?:said|says|he|she|court|told|told)\b")
"""What shows that somebody in the story speaks of rights."""
NEIGHBOUR = re.compile(
    r"\W{0,3}(?:(?:上|下|前|后|後)一?(?:篇|条|條|则|則|章|个|期|页|頁|文|回)(?:文章|新闻|新聞|资讯|消息|内容|报道)?|(?:up next|next up|(?:next|previous|prev|older|newer)(?: (?:article|story|post|up|page))?)|前の記事|次の記事|(?:이전|다음)\s?(?:기사|글)|(?:предыдущая|следующая)(?: (?:новость|статья))?)\s?(?:[:：】\]»>]|$)",
    re.IGNORECASE,
)
"""`下一则新闻：…`"""
TAG = re.compile(
    r"\W{0,3}(?:(?:所属|所在|文章|新闻|相关|相關|本文|内容|更多|归档|归类|主要)?(?:标签|標籤|栏目|欄目|分类|分類|频道|专题|话题|类别|版块|板块|关键词|关键字|關鍵字|主题|目录)|(?:article |news |related )?(?:tags?|topics?|keywords?|categor(?:y|ies)|filed (?:under|in)|posted in|sections?|labels?|subjects?)|タグ|カテゴリー?|키워드|태그|카테고리|теги|рубрика|темы)\s?[:：]",
    re.IGNORECASE,
)
"""`所属栏目：…`"""
HASHTAGS = re.compile(r"(?:(?:[#＃][^#＃\s$]{2,24}[#＃]|\$[^#$\s]{2,24}\$)\s{0,3}){1,12}")
"""`#话题#`, `$某某(SZ000001)$`, as platforms mark what a text is about"""
PROMPT = re.compile(
    r"\W{0,3}(?:在|用|打开|打開|下载|下載|安装|安裝|点击|點擊|进入|進入|登录|通过|使用|前往|上|微信|手机|扫码|掃碼|扫一扫|长按|扫描|搜索|立即|马上|免费|欢迎|邀请|请|关注|關注|订阅|訂閱|加入|收听|获取|添加|前往)"
    r"[^。！？“”，,]{0,24}(?:客户端|客戶端|[Aa][Pp][Pp]|APP|应用|應用|小程序|公众号|公眾號|读者群|交流群|粉丝群|微信群|QQ群|浏览器|二维码|二維碼|视频号|新版本|完整版|完整视频|全部内容|全文|原文|更多精彩|手机版|电脑版|频道|订阅号|服务号|更多资讯|更多新闻|更多内容|微信进群|进群)[^。！？“”，,]{0,16}(?:[，,]\s?[^。！？“”，,]{2,14})?[。！!]?"
    r"|\W{0,3}(?:想看|想了解|获取|更多)[^。！？]{0,14}[，,]\s?(?:请|敬请|欢迎|可)?(?:关注|下载|订阅|搜索|登录|添加)[^。！？，,]{1,20}[。！!]?"
    r"|\W{0,3}(?:欢迎|敬请|請|请)(?:大家)?(?:订阅|訂閱|关注|關注|收藏|转发|分享|点赞)[^。！？，,]{0,16}[。！!]?"
    r"|\W{0,3}(?:(?:tap|click)\b[^.!?]{0,20}\bto (?:read|subscribe|view|watch|join|listen)\b|(?:follow|like|find|join) us\b)[^.!?]{0,40}[.!]?"
    r"|\W{0,3}(?:get|sign up|subscribe|join|download|open|read|view|continue|try|follow|register|log in|watch|listen|enable|turn on|allow)\b[^.!?]{0,50}\b(?:newsletters?|briefing|e-?mail(?: alerts?)?|inbox|app|our channel|whatsapp|telegram|notifications|daily alerts|news alerts|podcast|free account|comments?|discussion|conversation|reply|full (?:story|version|article))\b[^.!?]{0,24}[.!]?",
    re.IGNORECASE,
)
"""`在某某客户端中打开`, `Get our briefing by e-mail`"""
SCREEN = re.compile(
    r"\W{0,3}(?:点击|點擊|长按|長按|扫描|掃描|识别|識別|轻触|戳)[^。！？，“”]{0,12}(?:下方|上方|左下角|右上角|下面|文末|屏幕|卡片|名片|头像|图片|按钮|链接|蓝字|二维码|原文|此处|这里)[^。！？“”]{0,24}[。！!]?"
)
"""`点击下方卡片关注…`: it names a place on the screen."""
LEGAL = re.compile(
    r"(?:本文|文章|以上|内容|評論|评论)[^。“]{0,8}代表[^。]{0,8}(?:作者|个人|個人)[^。]{0,6}[观觀][点點]|保留(?:所有|一切|全部|最终)[^。]{0,4}(?:权利|权|權利)|如需转载|[转轉][载載][请請须須]|由用户(?:上传|投稿)|不(?:表明|代表|构成)[^。]{0,12}(?:立场|观点|建议|依据)"
    r"|未[经經][^。，]{0,16}(?:授权|授權|许可|許可|同意)[^。]{0,20}(?:不得|禁止|严禁|谢绝)[^。]{0,12}(?:[转轉][载載]|复制|複製|摘编|镜像|使用[。！]?$)|[^。]{0,10}(?:稿件|文章|图文|内容)[^。]{0,6}版权归|不对[^。]{0,12}(?:准确性|真实性|完整性)[^。]{0,12}(?:保证|负责|责任)|不构成[^。]{0,8}(?:投资|买卖|操作)建议"
    r"|(?:assumes?|bears?) no (?:responsibility|liability)|makes no (?:warrant|representation)|for (?:general )?information(?:al purposes)? only|reserves (?:all|the) rights"
    r"|no part of this|unauthori[sz]ed (?:use|reproduction|copying|distribution)|(?:opinions|views)\b[^.]{0,40}(?:author'?s'? own|those of the (?:author|writer))|(?:is|are) not (?:liable|responsible) for|accepts? no (?:responsibility|liability)|do(?:es)? not (?:necessarily )?endorse|without (?:the )?(?:prior|written|express)[^.]{0,20}(?:consent|permission)",
    re.IGNORECASE,
)
"""`No part of this …`, `保留所有权利`"""
MEASURE = re.compile(
    r"\W{0,3}(?:(?:view|show|read|see|join|hide)\s)?(?:all\s)?(?:the\s)?\d[\d,]*\s(?:comments?|replies|responses|reactions)|\W{0,3}\d[\d,]*\s(?:people|readers|others|users|visitors)\s(?:are|have|found|like[ds]?)\s\w+(?:\s\w+){0,3}\W?|\W{0,3}(?:(?:全文|本文|文章|正文|已有|共有|收听|听|总|全|预计|大?约|共计?|需要?|阅读|閱讀|读完|字数|字數|时间|時間|用时|时长|时長|浏览|热度|熱度|人气|点击|關注度|关注度|播放|参与|參與|评论|評論|留言|跟贴|跟帖|点赞|點讚|转发|收藏|分享|数|量|次数|大约|[:：(（\s约])){1,8}\d[\d,.]*\s?万?\+?\s?(?:分钟|分鐘|个?字符?|秒|次|人|条|條|℃|°|点)?(?:读完|讀完|阅读|閱讀|讨论|討論|左右|内?可?读完|参与|评论|浏览|[)）])*\W{0,2}"
    r"|\W{0,3}\d[\d,.]*\s?[kK万]?\+?[\s-]?(?:comments?|shares?|views?|responses?|reads?|likes?|replies|reactions|claps|retweets|min(?:ute)?s?[\s-](?:read|reading(?: time)?|listen|watch|long))\W{0,2}"
    r"|(?:estimated |average )?(?:reading|listening|read|listen|word)[\s-](?:time|count)\s?:?\s?(?:about |approx\.? )?\d[\d,.]*\s?(?:min(?:ute)?s?|words|sec(?:ond)?s?)?",
    re.IGNORECASE,
)
"""`大约需要3分钟读完`, `本文字数：812`, `7-minute read`"""
SHORT_PROMPT = 40
"""Characters of a prompt that may name the site in quotation marks."""
ARROWS = " \u3000↓↑→←▼▲⬇⬆👇👆👉☟☞>»"
"""Marks that point at a button."""
SMALL = frozenset(
    (
        *("on", "in", "from", "for", "you", "your", "our", "we", "the", "a", "by", "to", "and", "&", "it", "this"),
        *("what", "are", "will", "may", "might", "could", "go", "around", "up", "now", "top", "best", "case", "keep"),
        *("site", "section"),
    )
)
"""Words of which no heading is made alone."""
OPENED = re.compile(
    r"[在用][^。，]{1,14}(?:客户端|[Aa][Pp][Pp]|小程序|应用)[内中里]?(?:打开|查看|阅读|观看|收听)[^。，]{0,10}"
)
"""`在某某客户端中打开`"""
MIDDLE = re.compile(
    r"客户端|[Aa][Pp][Pp]|小程序|应用|评论|留言|字数|阅读时[间长]|分钟[可内]?读|跟贴|跟帖|读完|点赞|read|comment|share|response|(?:follow|find|join|like) us|(?:get|sign up|subscribe)\b.{0,40}\b(?:our|newsletter|briefing)\b",
    re.IGNORECASE,
)
"""What a line between two paragraphs must say to be measure or prompt: numbers of other things are the text's own."""
CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])")
EVENT = re.compile(
    r"[^\s:：]{0,4}(?<!发布)(?<!更新)(?<!發佈)(?:时间|時間|日期)\s?[:：]|(?:when|date|time|starts?|doors)\b",
    re.IGNORECASE,
)
"""What tells readers when something is on."""
STAMPED = 48
"""Characters beside the day on a line that stamps an article."""
LONGEST_FRAME = 600
"""Characters of the longest one that names itself."""
TITLE_FIELDS = re.compile(r"[_|｜,，、()（）\[\]【】\s]+|\s[-–—]\s")
KEYWORD_LIST = re.compile(r"\s*[(（\[【](?P<words>[^()（）\[\]【】]{4,80})[)）\]】]\s*$")
SEO_FRAME = re.compile(
    r"(?:给|給|為|为|跟|和|与)(?:大家|各位|你们|您)[^。]{0,6}?(?:分享|讲解|讲讲|介绍|说说|聊聊|谈谈|解答|解析|科普|带来|講解|介紹)[^。]{2,200}?"
    r"(?P<close>(?P<site>(?:关注|關注|收藏|訂閱|订阅)(?:一下|下)?(?:本站|我们|本网|本網|小编))"
    r"|让我们一起来?看看|一起来了解|希望(?:能)?对(?:各位|大家|你|您)有所?帮助|现在开始吧)"
)
"""The first paragraph of pages made for search engines: it speaks to the reader about the site, not about the news."""
BARS = re.compile(r"[|｜丨·•]|\s[-–—/]\s")
BY_FIELD = re.compile(r"(?:posted |written |published )?(?:by|from|in)\s[\w .'’-]{2,30}", re.IGNORECASE)
"""`By Staff`"""
EDGES = " \u3000,，-—+/"
"""Marks around the fields of a toolbar."""
READER = re.compile(
    r"[您你]|大家|朋友|粉丝|网友|小编|关注|收藏|转发|点赞|本站|本页|本文|一文|分享|收获|聊聊|往下|慢慢看|评论区"
)
"""What speaks to the reader of a page, not of the news."""


@cache
def _parts() -> "re.Pattern[str]":
    """Give the expression of a heading made of fixed words alone; linear, since at most ten follow each other."""
    parts = "|".join(re.escape(part) for part in sorted(words()["heading_part"], key=len, reverse=True))
    return re.compile(rf"(?:{parts}){{2,10}}")


def is_list_heading(text: str) -> bool:
    """Tell whether a line may head a list of other articles: it is made of nothing but the words of such headings."""
    bare = text.casefold().strip(" \u3000:：>»【】[]■●▶◆|!！?？…·-—")
    if not 2 < len(bare) <= 2 * HEADING:
        return False
    if bare[0] < "\u0500":
        tokens = bare.replace("’", "'").split()
        known = all(token.strip(",") in words()["heading_word"] for token in tokens)
        return 2 <= len(tokens) <= 7 and known and not SMALL.issuperset(tokens)
    return len(bare) <= HEADING and _parts().fullmatch(bare.replace(" ", "")) is not None


def judge_legal(line: str) -> Verdict | None:
    """Judge whether a paragraph below the article is a notice of rights: it speaks of the site and of several rights."""
    bare = NAMED.sub("", line[: NOTICE + 1])
    if not 12 <= len(line) <= NOTICE or SPEAKER.search(bare) is not None or is_personal(line):
        return None
    low = line.casefold()
    form = LEGAL.search(line) is not None
    if not form and not any(word in low for word in words()["legal_self"]):
        return None
    topics = [name for name in TOPIC_NAMES if any(word in low for word in words()[name])]
    if len(bare) < len(line) and len(topics) < NAMING_TOPICS:
        return None
    if form and len(topics) >= TOPICS - 1:
        return Verdict(reason="notice", evidence="says what may be done with the text, or who answers for it")
    if len(topics) >= TOPICS or (len(topics) == TOPICS - 1 and "legal_self" in topics and "legal_duty" in topics):
        return Verdict(reason="notice", evidence=f"speaks of {len(topics)} rights and duties of the site")
    return None


def judge_label(line: str) -> Verdict | None:
    """Judge whether a line leads to a neighbour of the article, or lists its tags."""
    if len(line) > 120:
        return None
    if NEIGHBOUR.match(line) is not None:
        return Verdict(reason="neighbour", evidence="label behind the article")
    if TAG.match(line) is not None:
        return Verdict(reason="tag", evidence="label behind the article")
    return Verdict(reason="tag", evidence="hashtags alone") if HASHTAGS.fullmatch(line) is not None else None


def judge_prompt(line: str) -> Verdict | None:
    """Judge whether a line asks the reader into an app or a channel, or measures the page."""
    if len(line) > 70:
        return None
    bare = line.strip(ARROWS).replace("“", "").replace("”", "") if len(line) <= SHORT_PROMPT else line.strip(ARROWS)
    if PROMPT.fullmatch(bare) is not None or SCREEN.fullmatch(bare) is not None:
        return Verdict(reason="promotion", evidence="asks the reader to use the site's app or channels")
    return Verdict(reason="counter", evidence="measure of the page") if _measures(line) else None


@cache
def _hints() -> "re.Pattern[str]":
    """Give the expression of a line made of hints and numbers alone; each part begins where the one before it ends."""
    parts = "|".join(re.escape(part) for part in sorted(words()["hint_part"], key=len, reverse=True))
    return re.compile(
        rf"(?P<first>{parts})(?:(?:{parts})|[\d%：:/]{{1,6}}|[\s，,、（）()|·…。!！.←→]{{1,3}}){{1,14}}|[\s←→]{{0,2}}(?:{parts}){{2,6}}[\s←→]{{0,2}}"
    )


def judge_hint(line: str) -> Verdict | None:
    """Judge whether a line is made of nothing but the words of buttons and hints (`左右滑动查看更多`)."""
    if len(line) > 2 * HEADING or line[-1:] in "：:":
        return None
    bare = line.strip(" \u3000▲▼↓↑→←>»【】[]()（）.…")
    if (
        not 2 < len(bare) <= HEADING
        or sum(char > "\u2e80" for char in bare) < MARKS
        or _hints().fullmatch(bare) is None
    ):
        return None
    return Verdict(reason="widget", evidence="nothing but words of buttons and hints")


def _measures(line: str) -> bool:
    """Tell whether a line is one measure of the page or several (`全文共812字，预计阅读3分钟`)."""
    return all(MEASURE.fullmatch(part) is not None for part in re.split(r"[，,、]\s?(?=\D)", line) or [line])


def judge_inside(line: str) -> Verdict | None:
    """Judge whether a line between two paragraphs is a prompt or a measure of the page, told more strictly than at the edge."""
    if len(line) <= 70 and SCREEN.fullmatch(line.strip(ARROWS)) is not None:
        return Verdict(reason="widget", evidence="asks the reader to press something on the screen")
    if len(line) > 70 or line[-1:] in ".。！!" or MIDDLE.search(line) is None:
        return None
    if (
        OPENED.fullmatch(line) is None
        and MEASURE.fullmatch(line) is None
        and (not line.isascii() or PROMPT.fullmatch(line) is None)
    ):
        return None
    return Verdict(reason="widget", evidence="prompt or measure of the page")


def judge_stamped(line: str) -> Verdict | None:
    """Judge whether a line is a day with buttons or measures beside it."""
    day = DATE.search(line) if len(line) <= 120 else None
    if day is None:
        return None
    rest = line[: day.start()] + " | " + line[day.end() :]
    fields = [field for part in BARS.split(rest) if (field := part.strip(EDGES))]
    known = [(judge_toolbar(field) or judge_counter(field) or MEASURE.fullmatch(field)) is not None for field in fields]
    written = [BY_FIELD.fullmatch(field) is not None for field in fields]
    if any(known) and all(map(operator.or_, known, written)):
        return Verdict(reason="toolbar", evidence="day and buttons")
    if CLOCK.search(line) and len(rest) <= STAMPED and line[-1:] not in "。.!！?？" and not EVENT.match(line):
        return Verdict(reason="toolbar", evidence="day and time above the article")
    return None


def judge_frame(paragraph: str, title: str) -> Verdict | None:
    """Judge whether a first paragraph is the frame of a page made for search engines (C5).

    It speaks to the reader about the site and repeats keywords of the title; a genuine introduction speaks to the reader,
    too, but of one thing, and its title is no list.
    """
    if len(paragraph) > LONGEST_FRAME or (match := SEO_FRAME.search(paragraph)) is None:
        return None
    named = [word for word in TITLE_FIELDS.split(title) if len(word) >= 2 and word in paragraph]
    if len(named) >= (1 if match["site"] else 2):
        return Verdict(reason="seo_frame", evidence=f"{', '.join(named[:2])} … {match['close']}")
    return None


def frame_keywords(paragraph: str, title: str) -> int | None:
    """Give where the list of keywords at the end of a title begins that a frame repeats; None where it does not."""
    match = KEYWORD_LIST.search(title)
    if match is None or not all(word in paragraph for word in TITLE_FIELDS.split(match["words"]) if word):
        return None
    return match.start()


def _without(line: str, words: Sequence[str]) -> str:
    """Give the letters of a line that are in none of the words."""
    for word in sorted(words, key=len, reverse=True):
        line = line.replace(word, " ")
    return "".join(char for char in line if char.isalpha())


def judge_keywords(title: str, paragraphs: Sequence[str], index: int) -> Verdict | None:
    """Judge whether a first paragraph is a frame: of the title's keywords, which nothing else names.

    It speaks to the reader of them, or says little else (`本文目录：1、… 2、…`).
    """
    line = paragraphs[index]
    match = KEYWORD_LIST.search(title)
    if match is None or len(line) > FRAME:
        return None
    listed = [word for word in TITLE_FIELDS.split(match["words"]) if len(word) > 1]
    if READER.search(line) is None and len(_without(line, listed)) > LABEL:
        return None
    rest = [text for at, text in enumerate(paragraphs) if at != index]
    if (
        len(listed) < 2
        or not all(word in line for word in listed)
        or any(word in text for word in listed for text in rest)
    ):
        return None
    return Verdict(reason="seo_frame", evidence=f"{', '.join(listed[:2])}: keywords of the title, and nowhere else")
