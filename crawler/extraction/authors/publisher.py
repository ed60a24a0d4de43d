"""Who published it: the source that the page names."""

import re
from collections.abc import Iterator, Sequence

from crawler.extraction.authors.accounts import find_house
from crawler.extraction.authors.around import near_indices
from crawler.extraction.authors.persons import IS_HAN, is_office, is_press
from crawler.extraction.authors.signed import YEAR, read_paper
from crawler.extraction.page.blocks import Line, Page
from crawler.extraction.page.edges import spaced
from crawler.extraction.page.leads import leads_home
from crawler.extraction.page.metadata import Metadata
from pipelines.text.byline.vocabulary.people import is_chinese_name, is_medium

_SOURCE = re.compile(
    r"(?:(?:(?:消息|新闻|文章|稿件|信息)?(?:来\s{0,4}源|來\s{0,4}源)于?|出\s{0,3}处|稿源|source)\s{0,3}(?:[:：]\s{0,3}[(（《]?\s{0,3}|《)"
    r"|^本文(?:来自|來自|转自|轉自|转载自|轉載自|摘自)于?[:：]?[《“「]?(?=[^，,。]{2,14}[》”」]?[，,。]))"
    r"(?P<name>[A-Z][\w.&'’-]{1,20}(?:\s[\w.&'’-]{1,20}){1,4}(?=\s{0,2}(?:$|[\])）】|｜/;]))|[^\s:：|｜,，;；()（）\[\]【】《》]{2,30})",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(
    r"(?:作者|记者|編輯|编辑|责任|发布(?=[时時日于於人者:：])|時間|时间|字号|字體|字体|打印|评论|点击|浏览|阅读|\d{4}[-年/.]).*$"
)
_LABEL = re.compile("[:：《]|^本文")
"""A line without any of these labels nothing."""
_STAMP = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s{0,3}(?:星期.|周.)?\s{0,2}\d{1,2}[:：时]\d{2}(?:[:：分]\d{0,2})?)?"
    r"|(?<!\d)\d{1,2}(?:-\d{1,2}|月\d{1,2}日)\s\d{1,2}[:：]\d\d"
)
"""A day with its year, with or without a time, or one with a time."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./-]{1,80}")
_PARTS = re.compile(r"(?:[\s|｜·•【】\[\]()（）,，:：/／]|摘自|转自|轉自|来自)+")
_FROM = re.compile(r"^(?:[来來转轉摘]自|[来來]源于?)\s?[:：]?\s?")
"""What stands before the name of a medium."""
_E_PAPER = re.compile(r"(?:数字|數位|电子|電子|数码)[报報版]$")
"""How the names of papers end with which `<title>` begins."""
_TOOLS = re.compile(
    r"(?:官方)?(?:微博|账号|帳號)|我要评论|我来说|手机看|参与互动|网友评论|发布于.{0,4}|来自.{0,6}|原创|[【\[].*"
)
"""Buttons and remarks glued to the name of a medium."""
_HOUSE = re.compile(
    r"[社报報网網台臺刊]$|(?:电视|電視|卫视|衛視|广播|廣播|客户端|新闻网|在线|周刊|週刊|杂志|雜誌|传媒|傳媒|财经)$"
)
"""How the names of publishers end: those of sections end with other words of media (`国际新闻`)."""
_SECTION = re.compile(
    r"^(?:手机|手機|电子|電子|今日|即时|即時|新闻|新聞|要闻|要聞|本|该|我|快|专|專|简|簡|公|海|更多|举|舉|预|通|画)"
)
"""How names begin that end like media and are none: `新聞速報`, `海报`, `通报`."""
MAX_NAME = 60
"""Characters of the name of a publisher."""
_NO_NAME = re.compile(
    r"https?(?::|$)|www\.|@|[{}<>]|^(?:admin\w*|root|user|webmaster|unknown|none|null|本站|原创|本站原创|网络|網絡|網路|互联网|综合|資料圖片?|资料图片?|网友|其他|未知|不详|\d+)$",
    re.IGNORECASE,
)
_LONGEST_HOUSE = 14
"""Characters of the name of a medium."""
_TOP, _TOP_LINKS = 1, 40
"""Lines with which a page begins, and lines in which the link to its first page stands."""
_HEADS = 2
_HEAD = re.compile(r".{2,40}?(?:日[电電讯訊]|[电電讯訊](?=[\s(（:：】])|消息|[报報][导導道])")
"""How the heads of reports begin, in the first lines of a text; the byline stage reads the source in them."""
_OF_SITE = re.compile(r"[|｜_—–-]")
_TITLE_END = 60
"""Characters at the end of `<title>` in which the site's name stands."""
_STAMP_LINES = 12
"""Lines before the text where the stamp stands."""
_LONGEST_STAMP = 90  # characters
_BARE_STAMP = 24
"""Characters of a line that is a day and a time, and nothing else."""


def choose_source(page: Page, data: Metadata, body: Sequence[int]) -> str | None:
    """Give the publisher: the one a line names as source, else the metadata's, the one beside the day, the site.

    At last a medium or an agency that the metadata state as the author, and a medium with which `<title>` ends.
    """
    labelled = [
        (name, line.text)
        for line in (page.lines[i] for i in near_indices(page, body))
        if _may_label(line.text)
        and (name := labelled_source(spaced(line)))
        and _is_stated(name)
        and not _is_of_picture(line)
    ]
    if labelled:
        # Captions name the sources of their pictures: the line of the day, or one that begins with the label, goes first.
        return next(
            (name for name, text in labelled if _STAMP.search(text) or _SOURCE.match(text.lstrip("[【(（本 "))),
            labelled[0][0],
        )
    stated = (name for name in (*_within_title(page, data), *data.publishers) if _is_stated(name))
    sites = (name for name in data.site_names if _is_stated(name) and name != page.title)
    found = next(stated, None) or next(_beside_the_day(page, body), None) or find_house(page, body) or next(sites, None)
    found = found or next((name for name in data.authors if is_press(name) or is_office(name)), None)
    return found or _of_title(page, body)


def _may_label(text: str) -> bool:
    """Give the cheap answer first."""
    return "源" in text or "处" in text or text.startswith("本文") or "ource" in text.lower()


def labelled_source(text: str) -> str:
    """Give what a line labels as its source; empty when it labels nothing."""
    if not _may_label(text) or not _LABEL.search(text) or (match := _SOURCE.search(text)) is None:
        return ""
    name = _TOOLS.sub("", _SOURCE_END.sub("", match["name"])).strip(" -_·.")
    if is_medium(bare := name.removesuffix("发布")):
        name = bare
    return _without_reporter(name)


def _is_of_picture(line: Line) -> bool:
    """Tell whether a line of the West names the source of a picture: in a caption, or behind what is shown."""
    if IS_HAN.search(line.text):
        return False
    return (
        line.kind == "caption"
        or "caption" in line.node.name
        or not (_SOURCE.match(line.text.lstrip("[(")) or _STAMP.search(line.text) or YEAR.search(line.text))
    )


def _without_reporter(name: str) -> str:
    """Give the medium behind a reporter's name (`甲某/某某报`)."""
    person, _, paper = name.partition("/")
    return paper if is_chinese_name(person) and is_medium(paper) else name


def _is_stated(name: str) -> bool:
    return len(name) <= MAX_NAME and not _NO_NAME.search(name)


def _beside_the_day(page: Page, body: Sequence[int]) -> Iterator[str]:
    """Give the Chinese media that stand in the line of the day, then those alone in a line beside it."""
    first = body[0] if body else len(page.lines)
    if body and len(head := page.lines[first].text) <= _BARE_STAMP and _STAMP.match(head):
        first += 1  # the day was taken for the first line of the text
    near = range(first - 1, max(0, first - _STAMP_LINES) - 1, -1)
    stamped = [i for i in near if len(page.lines[i].text) <= _LONGEST_STAMP and _STAMP.search(page.lines[i].text)]
    for i in stamped:
        text = page.lines[i].text
        if IS_HAN.search(text) and not re.search("[>»]|版权|版權", text):
            if paper := read_paper(text):
                yield paper
            for told in dict.fromkeys((" ".join(page.lines[i].pieces), text)):
                rest = _STAMP.sub(" ", _ADDRESS.sub(" ", told, count=3), count=2)
                yield from filter(_is_house, (_TOOLS.sub("", part) for part in _PARTS.split(rest)))
    for i in stamped:
        for beside in (i + 1, i + 2, i - 1):
            text = _without_reporter(_FROM.sub("", page.lines[beside].text)) if 0 <= beside < first else ""
            if _is_house(text) or (len(text) <= _LONGEST_STAMP and (text := read_paper(text) or "")):
                yield text


def _of_title(page: Page, body: Sequence[int]) -> str | None:
    """Give the Chinese medium with which `<title>` ends (`… | 某某新聞網`), or a paper on the web with which it begins; none where the text may name its own in its head.

    What it ends with is one, too, where the page begins with it or a link with its name leads to the first page.
    """
    parts = _OF_SITE.split(page.title[-_TITLE_END:])
    name = (parts[-1].split() or [""])[-1] if len(parts) > 1 else ""
    heads = (page.lines[i].text for i in body[:_HEADS])
    if any(_HEAD.match(text) and not (name and name in text) for text in heads):
        return None
    if 3 <= len(name) <= _LONGEST_HOUSE and ((is_medium(name) and _HOUSE.search(name)) or _is_shown(page, name)):
        return name
    first = _OF_SITE.split(page.title[:_TITLE_END])[0].strip()
    return first if 5 <= len(first) <= _LONGEST_HOUSE and _E_PAPER.search(first) else None


def _is_shown(page: Page, name: str) -> bool:
    """Tell whether a page shows a name with Chinese letters as its own: before all else, or in a link to the first page."""
    if not IS_HAN.search(name) or _SECTION.match(name) or not _is_stated(name):
        return False
    if any(name in (line.text, line.pieces[0].strip() if line.pieces else "") for line in page.lines[:_TOP]):
        return True
    near = page.lines[:_TOP_LINKS]
    return any(line.text == name and leads_home(page, i) for i, line in enumerate(near))


def _within_title(page: Page, data: Metadata) -> Iterator[str]:
    """Give the medium that is named for the author and stands in brackets in `<title>`: a portal shows whose text it is (`Headline (Medium) - Portal`)."""
    for name in data.authors:
        if is_press(name) and (f"（{name}）" in page.title or f"({name})" in page.title):
            yield name


def _is_house(text: str) -> bool:
    """Tell whether a text is the name of a publisher rather than of a section or anything else."""
    return (
        3 <= len(text) <= _LONGEST_HOUSE
        and is_medium(text)
        and _HOUSE.search(text) is not None
        and not _SECTION.match(text)
    )
