"""Furniture told by its shape alone: toolbars, breadcrumbs, counters, footers, neighbours, related lists, notices."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from pipelines.text.spans import Verdict
from pipelines.text.template.personal import is_personal
from pipelines.text.template.shape import is_sentence

SHORT = 60
"""Characters; toolbars, breadcrumbs and headlines are shorter."""
NOTICE = 600
"""Characters of the longest notice of rights."""
FIELD = 14
"""Characters of a button or of a step of a breadcrumb."""

SEPARATORS = re.compile(r"[\s|｜丨/·•:：,，、\[\]【】()（）<>《》\-+~»›]+")
PIPES = re.compile(r"\s*[|｜丨]\s*")
STEPS = re.compile(r"\s*(?:>{1,2}|»|›|＞|→)\s*")
HOME = re.compile(r"\W{0,3}(?:首页|首頁|Home|ホーム|トップ|홈|Главная)\s?[/\-·]", re.IGNORECASE)
LABELLED_STEPS = re.compile(
    r"[^\s:：]{2,10}[:：]|[^:：>]{2,20}[:：]\s?(?:首页|首頁|主页|网站首页|Home|Front page|Start|ホーム|홈|Главная)\b",
    re.IGNORECASE,
)
"""`您所在的位置：`, `You are here: Home`"""
LABEL_VALUE = re.compile(r"[^\s:：|｜]{1,8}\s?[:：]\s?\S")
FIELDS = re.compile(r"\s+(?=[^\s:：|｜]{2,6}[:：])")
"""What parts the fields of a line (`浏览：12 来源：本站`)."""
COUNTED = re.compile(r"\s*[:：(（\[【]?\s*\d[\d,.万]*\s*[)）\]】]?\s*(?:次|人|条|條|회|개|件)?")
READING = re.compile(
    r"(?:读完|全文|本文|阅读)?(?:大?约|共计|需|共)\s?\d+\s?(?:分钟|个字符|字|个字)(?:左右)?|(?:about )?\d+[- ]min(?:ute)?s? read"
    r"|(?:reading|read) time:? (?:about )?\d+ ?min(?:ute)?s?|この記事は?約?\d+分で読め(?:る|ます)"
    r"|\d+ (?:comments?|shares?|views?)|(?:已有|共有?|有)?\s?\d+\s?(?:条评论|人评论|次阅读|人参与评论|人参与|人阅读|人浏览)",
    re.IGNORECASE,
)
OWN_CHANNEL = re.compile(
    r"\W{0,3}(?:打开|打開|下载|下載|点击|點擊|长按|進入|进入)[^。]{1,36}"
    r"(?:查看|阅读|閱讀|关注|關注|体验|體驗|收听|观看|觀看)[^。]{0,14}[。！!]?"
    r"|\W{0,3}(?:Sign up|Subscribe) (?:to|for) (?:our|the)\b.{0,60}(?:newsletter|updates?|alerts?|channel)\b.{0,60}"
    r"|\W{0,3}(?:Listen to|Download|Save|Share|Print) this (?:article|story|page)\W{0,2}"
    r"|\W{0,3}(?:Download|Open|Get) (?:our|the) app\b.{0,40}"
)
"""The site's word for its app and channels, on a line of its own between paragraphs."""
QUOTED = frozenset('"“‘「『«')
"""What a line begins with that somebody says."""
COPYRIGHT = re.compile(r"[\W_]{0,4}(?:copyright|©|ⓒ|\(c\)).{0,40}(?:\d{4}|reserved|©)", re.IGNORECASE)
NUMBERED_BUTTON = re.compile(r"\s?[(（\[]\s?\d[\d,.]*[kw万+]?\s?[)）\]]$")
"""`… (12)`"""
SIZES = re.compile(r"(?<!\w)a(?:\s?[+-]|\s(?=a\b)|(?<=a\sa))(?!\w)|(?<!\w)t\s?[+-](?!\w)")
"""`A+`"""
REGISTERED = re.compile(
    r"ICP[备證证]|公网安备|备案号|(?:举报|投诉|违法)[^。，]{0,10}(?:电话|邮箱|热线)\s?[:：]|许可证(?:编?号|：)"
)
"""What a site must print at its foot."""
NOTICE_HEADING = re.compile(
    r"(?:版权|版權|免责|免責|法律|转载|轉載)(?:[与與及和、](?:版权|版權|免责|免責))?(?:声明|聲明)\s?[:：]?\s*$"
)
SHARE = re.compile(
    r"\W{0,3}(?:分享[到至给給]|(?:text|font) size\b|字[号体體](?:大小)?[:：]|share (?:on|via|this)\b|поделиться)\W{0,4}\S.{0,60}$"
)
ORIGINAL = re.compile(r"[\s（(【\[]{0,2}(?:本文)?原(?:标题|標題|题|題|文标题)(?:为|為|是)?\s?[:：《].{2,90}$")
"""`（原标题：…）`"""
ORIGINAL_TAIL = re.compile(
    r"[（(【\[](?:本文)?原(?:标题|標題|题|題|文标题)(?:为|為|是)?\s?[:：《][^（()）]{2,90}[）)】\]]\s*$"
)
MORE_FROM = re.compile(r"more (?:from|on|in) [\w' ]{2,30}|更多[^，。]{0,6}(?:新闻|文章|资讯|内容|报道|阅读|推荐)")
UNLABELLED = re.compile(
    r"(?:未[经經](?:本[^，。]{1,6})?(?:授权|授權|许可|許可|书面)[^。]{0,12}(?:不得|禁止|严禁|嚴禁|谢绝|勿)[^。]{0,16}(?:[转轉][载載]|复制|複製|摘编|摘录|镜像|抄袭|盗用|刊登|刊载|引用|改编|传播|翻录|商用|商业|使用[。！]?$)|(?:严禁|禁止|谢绝|請勿|请勿)(?:转载|轉載)"
    r"|不代表[^，。]{2,20}(?:观点|立场|觀點|立場)|無断(?:転載|複製)|무단\s?(?:전재|복제)"
    r"|may not be (?:published|reproduced|republished)|reproduction (?:in whole|without permission)"
    r"|[如若](?:有|涉及|发现|存在)[^。，]{0,6}侵[权犯]|侵权[^。，]{0,4}[，,]?请[^。]{0,6}(?:联系|删除|告知)|侵删|本(?:站|网|平台)(?:所有|部分|全部|内容|文章|转载|刊登|发布|所载)"
    r"|views (?:and opinions )?(?:expressed|stated)\b.{0,60}\b(?:do not|are not|not necessarily)|not (?:necessarily )?reflect the (?:views|position|opinion)"
    r"|\b(?:earn|receive|get)s? (?:an? |some )?(?:small |affiliate )*commissions?\b|contains? affiliate links)"
)
"""What a notice says that has no label."""
TOLD = re.compile(r"[他她]|说[，：:“]|表示[，：:“]")
"""What shows that somebody in the story speaks of rights."""
PROMOTION = re.compile(
    r"(?:扫描|扫一扫|掃描|长按|識別|识别)[^。]{0,12}(?:二维码|二維碼|QR)[^。]{0,16}(?:关注|關注|下载|下載|加入|进入|查看|订阅)"
    r"|(?:欢迎|敬请|请)?(?:关注|關注|搜索)[^。，]{0,16}(?:公众号|公眾號|微信号|官方微信|视频号)"
    r"|(?:更多|原创)[^。]{2,20}请?(?:下载|登录|登陆|访问|点击)[^。]{2,24}(?:APP|App|客户端|网)"
)
"""The site's word for its own channels, behind the article."""
LABELLED_LINK = re.compile(
    r"\W{0,3}(?:相关|相關|延伸|推荐|推薦|更多|扩展|拓展|关联|深度)(?:新闻|新聞|阅读|閱讀|链接|連結|报道|報導|文章|推荐)\s?[:：】]\s?\S.{0,80}$"
    r"|\W{0,3}(?:(?:Read|See|Watch) (?:more|also|next|this)|(?:Also|ALSO) (?:[Rr]ead|READ|see|SEE)|READ (?:MORE|ALSO|NEXT)|Recommended (?:for you|reading|stories)"
    r"|You (?:may|might)(?: also)? (?:like|enjoy)|(?:In )?[Cc]ase you missed it|Don['’]t miss|DON['’]T MISS|More on this)\s?: ?\S.{0,90}$|\W{0,3}(?:Related|More)(?: \w{3,8})?: \S.{0,80}$"
    r"|\W{0,3}(?:点击|點擊)(?:进入|進入|这里|此处|查看|阅读)[^。]{0,20}$|\W{0,3}(?:点击|點擊)(?:查看|阅读|閱讀)[：:]\s?《[^。《》]{4,60}》$|\W{0,3}(?:関連記事|관련\s?기사|Читайте также|По теме)\s?[:：]?\s?\S.{0,80}$"
)
"""`相关阅读：…`"""
READ_ON = re.compile(
    r"\s*(?:【(?:详细|詳細|更多|阅读全文|查看全文|点击查看)】|\[(?:详细|更多|阅读全文)\]|返回[^\s。]{1,10}(?:首页|>>)>*|点击(?:查看|阅读)(?:更多|全文|原文)\S{0,6}"
    r"|Чита(?:ть|йте) (?:на|продолжение в источнике:?) ?\S.{0,60}|(?:●|■|▶)?(?:関連記事|あわせて読みたい)\S?【[^】]{2,20}】.{0,120}|اقرأ أيضًا?:.{0,120}"
    r"|(?:Read|See) more(?: (?:here|on|at)\b.{0,40})?|Continue reading.{0,30})\s*$"
)
"""A link to more of the same, behind the last sentence."""
BUTTON_WORDS, BUTTON_BYTES = 2, 11
"""Spaces, or bytes of Chinese, of the label of a button that may stand between two paragraphs: shorter ones are words."""


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Load the words of page furniture, by class, in lower case."""
    text = (files("pipelines.text") / "data" / "furniture.toml").read_text(encoding="utf-8")
    return {name: tuple(value.casefold() for value in values) for name, values in tomllib.loads(text).items()}


@cache
def _buttons() -> frozenset[str]:
    return frozenset(words()["button"]) | frozenset(words()["counter"])


@cache
def _long_buttons() -> "re.Pattern[str]":
    """Give the expression of buttons of several English words, the longest first; linear, an alternation of fixed words."""
    long = sorted((word for word in _buttons() if " " in word and word.isascii()), key=len, reverse=True)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, long))})(?![a-z])")


@cache
def _start(name: str) -> "re.Pattern[str]":
    """Give the expression of a line that begins with a word of a class; linear, an alternation of fixed words."""
    parts = "|".join(re.escape(word) for word in sorted(words()[name], key=len, reverse=True))
    return re.compile(rf"[\W_]{{0,4}}(?:{parts})")


def judge_toolbar(line: str) -> Verdict | None:
    """Judge whether a line is buttons: known ones alone, or short fields between bars."""
    if len(line) > 2 * SHORT or is_sentence(line):
        return None
    bare = line.casefold().strip(" \u3000\t:：")
    bare = NUMBERED_BUTTON.sub("", bare) if bare.isascii() else bare
    if (bare in _buttons() and len(bare) > 1) or SHARE.match(bare):
        return Verdict(reason="toolbar", evidence="a button")
    joined = (
        _long_buttons().sub(lambda match: match[0].replace(" ", "_"), SIZES.sub("", bare)) if bare.isascii() else bare
    )
    tokens = [token for token in SEPARATORS.split(SIZES.sub("", joined)) if token and not token.isdigit()]
    known = sum(token.replace("_", " ") in _buttons() for token in tokens)
    told = len(set(tokens)) == len(tokens) and (any(len(token) > 1 for token in tokens) or len(tokens) > 2)
    if len(tokens) >= 2 and known == len(tokens) and told:
        return Verdict(reason="toolbar", evidence=f"{known} buttons")
    fields = [field for field in PIPES.split(line.strip()) if field]
    bars = len(PIPES.findall(line))
    if bars >= 2 and all(len(field) <= FIELD for field in fields) and (known or LABEL_VALUE.search(line)):
        return Verdict(reason="toolbar", evidence=f"{len(fields)} short fields between bars")
    if told and known >= 2 and known * 2 >= len(tokens) and len(line) <= SHORT:
        return Verdict(reason="toolbar", evidence=f"{known} buttons of {len(tokens)} words")
    return None


def judge_buttons_inside(line: str) -> Verdict | None:
    """Judge whether a line between the paragraphs is buttons, or one that is too long for a word of the text."""
    verdict = judge_toolbar(line)
    if verdict is None or verdict.evidence.endswith("buttons"):
        return verdict
    long = line.count(" ") >= BUTTON_WORDS or (len(line.encode()) > BUTTON_BYTES and not line.isascii())
    return verdict if verdict.evidence == "a button" and long else None


def judge_menu(line: str) -> Verdict | None:
    """Judge whether a line is a bar of categories: many short fields between bars."""
    fields = [field for field in PIPES.split(line.strip()) if field]
    if len(fields) >= 4 and not is_sentence(line) and all(len(field) <= FIELD for field in fields):
        return Verdict(reason="menu", evidence=f"{len(fields)} short fields between bars")
    return None


def judge_breadcrumb(line: str) -> Verdict | None:
    """Judge whether a line says where the page stands in the site."""
    if len(line) > 2 * SHORT or is_sentence(line):
        return None
    steps = STEPS.split(line.strip())
    labelled = LABELLED_STEPS.match(line) is not None
    bare = re.sub(r"^[^:：]{2,12}[:：]\s?", "", line.strip()) if labelled else line.strip()
    if len(steps) < 3 and HOME.match(bare):
        steps = re.split(r"\s*[/\-·:：]\s*", bare)
    if len(steps) >= (2 if labelled else 3) and all(len(step) <= FIELD * 2 for step in steps) and steps[0]:
        return Verdict(reason="breadcrumb", evidence=f"{len(steps)} steps")
    return None


def judge_counter(line: str) -> Verdict | None:
    """Judge whether a line counts readers, or tells how long they need."""
    if len(line) > SHORT:
        return None
    match = _start("counter").match(line.casefold())
    if match is not None and COUNTED.fullmatch(line, match.end()):
        return Verdict(reason="counter", evidence="label and number")
    parts = [part.strip() for part in FIELDS.split(line)]
    if len(parts) > 1 and all(map(LABEL_VALUE.match, parts)) and any(judge_counter(part) for part in parts):
        return Verdict(reason="counter", evidence="fields, one of which counts")
    if READING.fullmatch(line.strip(" \u3000()（）[]【】")):
        return Verdict(reason="counter", evidence="time of reading")
    return None


def judge_footer(line: str) -> Verdict | None:
    """Judge whether a line is one of a footer: it begins as they do, and is no sentence."""
    if len(line) <= 4 * SHORT and COPYRIGHT.match(line):
        return Verdict(reason="footer", evidence="notice of copyright")
    if len(line) <= 2 * SHORT and not is_sentence(line) and REGISTERED.search(line):
        return Verdict(reason="footer", evidence="number of a registration, or a telephone for complaints")
    if len(line) <= 2 * SHORT and not is_sentence(line) and _start("footer").match(line.casefold()):
        return Verdict(reason="footer", evidence="behind the article, no sentence")
    return None


def judge_neighbour(line: str) -> Verdict | None:
    """Judge whether a line leads to the neighbours of the article, or lists its tags."""
    for name in ("neighbour", "tag"):
        match = _start(name).match(line.casefold())
        if match is not None and len(line) <= 2 * SHORT and re.match(r"\s*(?:[:：】\]»>]|$)", line[match.end() :]):
            return Verdict(reason=name, evidence="label behind the article")
    return None


def judge_notice(line: str) -> Verdict | None:
    """Judge whether a paragraph is a notice of rights: it begins as they do, and speaks of the site or the copy."""
    if is_personal(line):
        return None
    if len(line) <= 2 * SHORT and UNLABELLED.search(line) and not TOLD.search(line):
        return Verdict(reason="notice", evidence="speaks of the right to copy")
    match = _start("notice").match(line.casefold())
    if match is None or len(line) > NOTICE or not re.match(r"[\s:：】\])）,，]|$", line[match.end() :]):
        return None
    if any(word in line.casefold() for word in words()["rights"]):
        return Verdict(reason="notice", evidence="begins as a notice and speaks of rights")
    return None


def judge_widget(line: str) -> Verdict | None:
    """Judge whether a line between paragraphs counts readers or leads to the site's app or channels."""
    if (verdict := judge_counter(line)) is not None:
        return verdict
    if len(line) <= SHORT + 30 and line[:1] not in QUOTED and OWN_CHANNEL.fullmatch(line):
        return Verdict(reason="promotion", evidence="asks the reader to use the site's app or channels")
    return None


def judge_original(line: str) -> Verdict | None:
    """Judge whether a line gives the title the article had elsewhere."""
    return Verdict(reason="original_title", evidence="label and title") if ORIGINAL.match(line) else None


def judge_promotion(line: str) -> Verdict | None:
    """Judge whether a line behind the article leads to the site's channels."""
    if len(line) <= 2 * SHORT and (match := PROMOTION.search(line)) is not None:
        return Verdict(reason="promotion", evidence=match[0])
    return None


def is_notice_heading(line: str) -> bool:
    """Tell whether a line is the heading of a notice of rights, whose points follow."""
    return len(line) <= 24 and NOTICE_HEADING.search(line) is not None


def speaks_of_rights(line: str) -> bool:
    """Tell whether a line may be a point of a notice of rights."""
    return len(line) <= FIELD or any(word in line.casefold() for word in words()["rights"])


def is_related(line: str) -> bool:
    """Tell whether a line is the heading of a list of other articles."""
    bare = line.casefold().strip(" \u3000:：>»【】[]■●▶|")
    return bare in words()["related"] or MORE_FROM.fullmatch(bare) is not None


def judge_read_on(line: str) -> Verdict | None:
    """Judge whether a line behind the article is a link to more of the same."""
    if len(line) <= 2 * SHORT and (READ_ON.match(line) or LABELLED_LINK.match(line)):
        return Verdict(reason="read_on", evidence="link behind the article")
    return None


def judge_link_inside(line: str) -> Verdict | None:
    """Judge whether a line between two paragraphs is a label and the headline of another article."""
    if len(line) <= 2 * SHORT and line[-1:] not in "。.!！…" and LABELLED_LINK.match(line) is not None:
        return Verdict(reason="read_on", evidence="label and headline, no sentence")
    return None


TOP: Sequence[Callable[[str], Verdict | None]] = (
    judge_toolbar,
    judge_breadcrumb,
    judge_counter,
    judge_menu,
    judge_original,
)
"""What stands above an article."""
BOTTOM: Sequence[Callable[[str], Verdict | None]] = (
    *(judge_toolbar, judge_counter, judge_neighbour, judge_footer, judge_notice, judge_menu, judge_breadcrumb),
    *(judge_original, judge_promotion, judge_read_on),
)
"""What stands below one."""
