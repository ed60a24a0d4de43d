"""Credits of pictures told by what they are made of: words for pictures, for where they come from, and names (B5)."""

import re
from functools import cache

from pipelines.text.byline.notes.english import is_posted
from pipelines.text.byline.vocabulary.credit import words
from pipelines.text.byline.vocabulary.people import HAN, IS_HAN, LATIN_NAME, NOT_IN_NAMES, is_chinese_name, read_people
from pipelines.text.byline.vocabulary.segments import SPARED

LONGEST = 40
"""Characters of the longest credit of a picture without a label."""
WORD = rf"[{HAN}A-Za-z0-9·@“”《》\-]"
SHOT = re.compile(
    rf"(?:{WORD}{{1,10}}?)?(?:视频|視頻|影片|监控|監控|网页|網頁|网络|網路|微博|微信|朋友圈|抖音|直播|新闻|新聞|电视|電視|节目|節目|画面|畫面|官网|官網)?"
    r"(?:截图|截圖|截屏|视频画面|视频资料)"
)
"""`某某新闻截图`"""
CAME = re.compile(
    rf"[图圖视視影](?:[片像频頻]|文)?\s?(?:(?=[/／])|来源于|來源於|截取自|翻拍自|来自|來自|来源|來源|源于|源自|截自|取自|摘自|引自|源|据|據|自|由)\s?[:：/／|｜]?\s?{WORD}{{1,16}}"
)
"""`图源网络`, `图片截自某某`, `视频来源：某某`"""
SCREENED = re.compile(
    rf"(?:[图圖]片?\s?[/／:：]?\s?)?(?:翻[拍摄攝]|[截擷撷][图圖屏取]?|[摘取录錄]|下[载載]|[转轉][载載]?)自?[於于]?\s?[:：]?\s?(?:{WORD}|[\s.《》「」]){{0,18}}?"
    r"(?:[臉脸][書书]|粉[絲丝]?[專专]?[頁页團团]?|官[網网方]|[網网](?:站|[頁页]|[路絡络])|官微|微博|微信|朋友圈|公[众眾][号號]|[视視][频頻][号號]?|影片|直播|抖音|快手|小[红紅][书書]|推特|B站|知乎|Threads|IG|FB|PTT|Dcard|TikTok|Telegram|LINE|[Yy]ou[Tt]ube|YT|[Ff]acebook|[Ii]nstagram|[Tt]witter|X|[Gg]oogle(?:[地街][图圖景])?|App|APP|[节節]目|[画畫]面)"
    r"(?:[号號页頁]|[截][图圖]|[帐帳賬账][号號户戶]|[画畫]面|影片|[视視][频頻]|粉[絲丝][專专][頁页])?"
)
"""`翻攝自某市府臉書`"""
WHO = r"(?:[爱愛]好者|[发發][烧燒]友|[达達]人|[网網]友|市民|[游遊]客|村民|居民|志[愿願]者|[读讀]者|拍客|[飞飛]手|[摄攝]影[家人师師]|[学學]生|教[师師]|民警|[战戰]士|旅客|球迷|[车車]友|影友|[队隊]员|[会會]员|[职職]工|[员員]工)"
NAMES = rf"(?P<names>[{HAN}]{{2,4}}(?:[\s、/／][{HAN}]{{2,4}}){{0,2}})"
DID = r"[/／]?(?:[拍航]?[摄攝拍]影?|[拍摄攝][摄攝]|供[图圖]|提供)"
AMATEUR = re.compile(rf"[{HAN}A-Za-z]{{0,10}}?{WHO}\s?[:：/／]?\s?{NAMES}\s?{DID}")
"""`航拍爱好者甲某某 摄`"""
HOUSED = re.compile(
    rf"[{HAN}A-Za-z]{{2,8}}?(?:[图圖][片库庫]|[视視][觉覺]|影像|影[业業])\s?[/／|｜丨]\s?{NAMES}(?:\s?{DID})?"
)
HOUSED_BEHIND = re.compile(
    rf"{NAMES}\s?[/／|｜丨]\s?[{HAN}]{{2,6}}(?:[图圖][片库庫]|[视視][觉覺]|影像)(?:社|[网網]|中[国國])?"
)
"""`甲某某/某某图片`"""
FLOWN = re.compile(rf"(?:[飞飛]手|掌[镜鏡]|航拍[师師手]|拍客)\s?[:：/／|｜]\s?{NAMES}")
"""`飞手：甲某某`"""
PAINTED = re.compile(rf"{NAMES}\s?[/／]?(?:[画畫作拍]|航[摄攝])")
"""`甲某某 画`"""
SHOT_AT = re.compile(
    rf"[-–—]{{0,4}}\s?(?:[{HAN}]{{0,8}}?(?:{WHO}|[记記]者|通[讯訊][员員])\s?)?{NAMES}\s?[，,]?\s?(?:\d{{4}}年?[\d月日.]{{0,6}})?(?:拍?[摄攝]|拍)[于於]\s?(?:\d{{4}}[年.-][\d月日.-]{{0,6}}[春夏秋冬]?|[{HAN}·]{{2,12}}(?:\s\d{{4}}[年.-][\d月日.-]{{0,6}})?)"
)
"""`—— 甲某某 摄于某地`"""
GIVEN = re.compile(rf"{WORD}{{2,16}}\s?(?:供图|供圖|制图|製圖|提供|授权使用|授權使用|航拍)")
"""`某某馆提供`"""
ALL = re.compile(
    rf"(?:本[版组組文]|以上|文中|文[内內])(?:[图圖照]片|[图圖])(?:除署名[外者])?[均皆都]?[由为為]?(?:本[报報]?[记記]者\s?)?(?P<who>[{HAN}]{{2,4}})\s?(?:[拍]?[摄攝](?:影)?|提供|供[图圖])"
)
"""`本组图片由甲某某摄`"""
HEADS = (
    "本报", "本報", "本社", "本刊", "本网", "本台", "资料", "資料", "档案", "檔案", "无人机", "無人機", "航拍",
    "空拍", "网络", "網路", "新闻", "新聞", "示意", "AI生成", "AI合成", "AI", "人工智能生成", "卫星", "衛星", "历史",
    "歷史", "电影", "電影", "宣传", "官方", "路透社", "法新社", "美联社", "美聯社", "新华社", "中新社", "合成",
    "影视",
)  # fmt: skip
"""What kind of picture, or whose, of which nothing else is said."""
KIND = re.compile(
    rf"(?:{'|'.join(HEADS)}){{1,2}}(?:供|制|製)?(?:资料|資料)?(?:照片|图片|圖片|截图|截圖|剧照|劇照|海报|海報|影像|画面|視頻|视频|图|圖|照)|(?:电影|電影|电视剧|電視劇|话剧|综艺)?(?:《[^《》]{{1,16}}》)?(?:剧照|劇照|海报|海報)|翻拍|截图|截圖|视频图|资料视频"
)
"""`无人机照片`, `本报资料图`"""
MARK = re.compile(
    r"^(?:©️?|[（(][cC][)）]|Copyright|[图圖][片]?\s?[:：/／])\s?|(?:供图|供圖|提供|图片|圖片|[图圖发發])$"
)
APART = re.compile(r"\s?[/／|｜、+＋&]\s?|\s+")
LABEL = re.compile(
    r"(?:photo|picture|image|pic|video|illustration|graphic|screenshot|screengrab|screen grab|camera|visual|photograph|still|footage|artwork|map|chart|photographer|picture desk)s?"
    r"(?:\s(?:credit|source|courtesy|copyright))?(?:\s?[:/]\s?|\s(?:taken by|by|of|from|via|courtesy of|supplied by|provided by)\s)(?P<value>[^.!?]{2,50})",
    re.IGNORECASE,
)
"""`Picture credit: First Last`"""
THROUGH = re.compile(
    rf"{LATIN_NAME.pattern} via [A-Z][\w&. ]{{1,30}}|{LATIN_NAME.pattern} (?:photo|photograph|photos)"
    rf"|{LATIN_NAME.pattern} for [A-Z][\w&. ]{{1,24}} (?:News|Times|Post|Press|Herald|Tribune|Journal|Daily|Agency)"
    rf"|(?:Photo|Picture|Image|Graphic|Video|Illustration)s?\s(?:[–—-]|©|courtesy)\s{LATIN_NAME.pattern}"
    rf"|[Bb]y {LATIN_NAME.pattern}|(?:[A-Z][\w&]{{1,14}} ){{1,2}}(?:News|Times|Post|Press|Herald|TV|Radio|Police): {LATIN_NAME.pattern}|(?:[A-Z]{{2,5}}|Getty|Reuters): {LATIN_NAME.pattern}|(?:Instagram|Twitter|X|Facebook|TikTok|YouTube|Flickr|Threads)\s?[/:|]\s?@?[\w.]{{3,30}}(?: [A-Z]\w+){{0,2}}|By (?:AP|AFP|PTI|EPA|Reuters)"
    rf"|Photographer {LATIN_NAME.pattern}|Photo \([cC]\) {LATIN_NAME.pattern}|(?:Pictured|Shot|Photographed|Filmed|Taken|Illustrated|Drawn) by {LATIN_NAME.pattern}"
)
"""`First Last via Agency`, `Shot by First Last`"""


def is_picture_credit(text: str, *, alone: bool) -> bool:
    """Tell whether a text is nothing but the credit of a picture.

    *alone* says that it stands in brackets or behind a whole sentence; behind a space, only forms are read that no
    sentence ends with.
    """
    if not 2 <= len(text) <= 2 * LONGEST:
        return False
    if (CAME.fullmatch(text) and text[1] not in "由自") or is_agencies(text) or ALL.fullmatch(text):
        return True
    if not alone:
        return False
    return _chinese(text) if IS_HAN.search(text) is not None else _latin(text)


def is_persons_picture(text: str) -> bool:
    """Tell whether a text says who took a picture and nothing else: an amateur, a house's photographer, where it was taken."""
    if not 4 <= len(text) <= LONGEST:
        return False
    return any(
        (match := form.fullmatch(text)) is not None and all(map(is_chinese_name, APART.split(match["names"])))
        for form in (AMATEUR, HOUSED, HOUSED_BEHIND, FLOWN, PAINTED, SHOT_AT)
    )


def _latin(text: str) -> bool:
    label = LABEL.fullmatch(text)
    if label is not None:
        value = label["value"].removeprefix("the ")
        return value[0].isupper() or value[0] in "@“\"'"
    return is_posted(text) or THROUGH.fullmatch(text) is not None


def _chinese(text: str) -> bool:
    if is_persons_picture(text) or (len(text) <= LONGEST and SCREENED.fullmatch(text)):
        return True
    if len(text) > LONGEST or NOT_IN_NAMES.search(SPARED.sub("", text).replace("受访者", "").replace("当事人", "")):
        return False
    if any(form.fullmatch(text) for form in (CAME, GIVEN, KIND)) or (len(text) <= 16 and SHOT.fullmatch(text)):
        return True
    if text in words()["archive"]:
        return True
    kind, _, rest = text.partition(" ")
    people = read_people(rest) if rest and (kind in words()["archive"] or is_agencies(kind)) else None
    return people is not None and people.photo


def is_agencies(text: str) -> bool:
    """Tell whether a text is agencies of pictures alone, with or without the word for giving (`某社/某社 供图`)."""
    known, begins = _agencies()
    if text[:2] not in begins and text[0] not in "©(（图圖C":
        return False
    if text in known:
        return len(text) > 2 or text.isupper()
    bare = MARK.sub("", MARK.sub("", text).strip()).strip()
    if bare in known:
        return bare != text
    parts = [part for part in APART.split(bare) if part]
    return len(parts) > 1 and all(part in known for part in parts)


@cache
def _agencies() -> tuple[frozenset[str], frozenset[str]]:
    """Load the names of agencies, and the two characters they begin with."""
    known = words()["picture_agency"] | words()["wire"]
    return known, frozenset(name[:2] for name in known)
