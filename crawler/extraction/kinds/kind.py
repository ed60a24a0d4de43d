"""What a page is when it is no article: a table of rules, of which the first that holds says it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import Flag, auto
from typing import NamedTuple

from crawler.extraction.kinds.lists import has_dated_rows, is_list, is_of_dated_rows, leads_on, linked
from crawler.extraction.kinds.posts import introduces_list, is_stamped, opens_with_text, teased
from crawler.extraction.kinds.walls import LOGIN, LOGIN_URL, asks_for_password, is_of_form, is_offer
from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.blocks import LIST, Page
from crawler.extraction.titles.wording import is_told

SHORT = 400
"""Weight of the body text: below it, the page's own words about itself are believed (130 hanzi)."""
LONG = 300
"""Weight of a line: teasers are shorter (100 hanzi)."""
SENTENCES = 3
"""Lines of prose in one block that no teaser has."""
SEARCHED, SEARCHED_BY_URL = 0.15, 0.3
"""Share of a page's text that is links, from which it is what was searched for: where it says so above it, and in its address alone."""
LINKS, LINKED = 20, 0.5
"""Links of a list on a page without a text, at least, and the share of all text that they are."""
_MISSING = re.compile(
    r"(?:^|[|｜:：]|\s[-–—]\s)\s{0,9}(?:error\s)?(?:40[34]|50[023])(?:\s?错误|\s?error|\s40[34]|\s50[023])?\s{0,9}(?:$|[|｜:：]|\s[-–—]\s)"
    r"|40[34]\s(?:not\sfound|forbidden)|50[023]\s(?:internal|bad\sgateway|service)"
    r"|page\s(?:was\s)?not\sfound|page\s(?:cannot|can['’]t|could\snot|couldn['’]t)\sbe\sfound|(?:cannot|can['’]t|couldn['’]t)\sfind\s(?:that|the|this)\spage|just\sa\smoment|页面不存在|頁面不存在|错误页"
    r"|seite\s(?:wurde\s)?nicht\sgefunden|page\s(?:introuvable|non\strouvée)|página\s(?:no|não)\sencontrada|pagina\s(?:non\strovata|niet\sgevonden)"
    r"|sayfa\sbulunamad[ıi]|halaman\stidak\sditemukan|strona\snie\sistnieje|nie\sznaleziono\sstrony|sidan\shittades\sinte|không\stìm\sthấy\strang"
    r"|страница\sне\s(?:найдена|существует)|الصفحة\sغير\sموجودة|ページが見つかりません|お探しのページ|페이지를\s찾을\s수\s없|ไม่พบหน้า"
)
"""What stands above a page that is missing, and above nothing else; in small letters, for either would take three times as long."""
_ERROR = re.compile(
    r"(?:^|\W)(?:404|403|500|502|503)(?:\W|$)|not\sfound|access\sdenied|forbidden|bad\sgateway|service\sunavailable"
    r"|no\slonger\savailable|unavailable\s(?:due\sto|for)\slegal|(?:site|scheduled|under)\smaintenance|be\s(?:right\s)?back\s(?:soon|shortly)"
    r"|attention\srequired|are\syou\s(?:a\srobot|human)|you\sare\s(?:human|not\sa\srobot)|checking\syour\sbrowser"
    r"|找不到|已删除|已被删除|出错了|无法访问|无法查看|不存在或|访问受限|系统错误|(?:系统|网站|升级)维护|(?:安全|人机|访问)验证|安全拦截|防火墙拦截"
)
"""What may stand above such a page, or one that asks who is there or is being mended, in small letters: 500 boats, a child that was not found and the Forbidden City are in the news as well, and then the text tells of them."""
_SEARCH = re.compile(
    r"search\sresults|^results\sfor|results\sfor\s[\"“'‘]|搜索结果|搜尋結果|搜索[:：]|的搜索|检索结果"
    r"|suchergebnisse|zoekresultaten|resultados\sde\sbúsqueda|arama\ssonuçlar[ıi]|wyniki\swyszukiwania|検索結果|검색\s?결과|ผลการค้นหา"
)
"""What stands above lists of what was searched for, in small letters. A language that has one word for that and for a search for people, or for research, is left out."""
_SEARCH_URL = re.compile(
    r"/(?:search|sousuo)(?:[/?.]|$)|/so(?:[?.]|/?$|/\?)|[?&](?:q|query|keyword|wd|kw|s)=(?!/|[\w-]{1,40}/)",
    re.IGNORECASE,
)
"""The address of what was searched for; a path behind the mark of a query (`?q=node/12`, `?s=/news/12`) is that of a page."""
_PLACE = re.compile(r"\{\{[^{}\n]{1,1000}\}\}")
"""A place in a template that a script fills, as many write it (`{{title}}`)."""


class Sign(Flag):
    """What speaks for a page being an article."""

    NONE = 0
    STAMPED = auto()
    """A day stands between its headline and its text; see `is_stamped`."""
    OPENED = auto()
    """It is stamped, and its text begins with a paragraph that stands below no other headline."""
    STATED = auto()
    """JSON-LD or microdata state an article, or Open Graph does and when it came out; without that it names lists so as well."""
    SAID = auto()
    """That is stated, or Open Graph says it alone."""
    DATED = auto()
    """It is said, and the page has a day of publication."""
    WHOLE = auto()
    """It is said, or the text has a long line, or sentences that stand together: an article's, whatever is around it."""


class _Judged(NamedTuple):
    """A page that is judged, and what was found on it."""

    survey: Survey
    page: Page
    body: Sequence[int]
    """The lines of its text."""
    title: str
    url: str | None
    head: str
    """Its `<title>` and headline, in small letters."""
    size: int
    """Weight of its text."""

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.page.lines[i].text for i in self.body)


class _Rule(NamedTuple):
    """What makes a page something else than an article."""

    kind: str
    """What it is then."""
    holds: Callable[[_Judged], object]
    """What speaks for that."""
    unless: Sign = Sign.NONE
    """What speaks against it, each alone."""
    text: bool | None = None
    """Whether the rule is for pages with a text or for those without; None: for both."""
    short: bool = False
    """Whether it is for those alone whose text weighs less than SHORT."""


def _is_missing(of: _Judged) -> bool:
    return _MISSING.search(of.head) is not None


def _is_missing_above_teasers(of: _Judged) -> bool:
    return _is_missing(of) and of.size - teased(of.page, of.body) < SHORT


def _is_error(of: _Judged) -> bool:
    """Tell whether an error may stand above a text that does not tell of it."""
    return _ERROR.search(of.head) is not None and not is_told(of.title, of.text.lower())


def _is_login(of: _Judged) -> bool:
    return bool(of.page.passwords) and LOGIN.search(of.head) is not None


def _has_login_address(of: _Judged) -> bool:
    return bool(of.page.passwords) and LOGIN_URL.search(of.url or "") is not None


def _is_of_form(of: _Judged) -> bool:
    return bool(of.page.passwords) and is_of_form(of.page, of.body)


def _asks_for_login(of: _Judged) -> bool:
    return asks_for_password(of.page, of.body) and LOGIN.search(of.text) is not None


def _is_search(of: _Judged) -> bool:
    """Tell whether a page says above it, or in its address, that it is what was searched for, and leads on."""
    if _SEARCH.search(of.head):
        return linked(of.page) > SEARCHED
    return _SEARCH_URL.search(of.url or "") is not None and linked(of.page) > SEARCHED_BY_URL


def _is_video(of: _Judged) -> bool:
    return any("video" in kind.lower() for kind in of.survey.data.kinds)


def _is_of_links(of: _Judged) -> bool:
    return len(of.page.anchors) >= LINKS and linked(of.page) > LINKED


def _is_unfilled(of: _Judged) -> bool:
    """Tell whether most of a text is places that a script was to fill, which did not run; leaked ones in a text's lines are cut later."""
    texts = [of.page.lines[i].text for i in of.body]
    places = sum(len(place) for text in texts if "{{" in text for place in _PLACE.findall(text))
    return 2 * places > sum(map(len, texts))


_RULES = (
    _Rule("error_page", _is_missing_above_teasers, unless=Sign.OPENED | Sign.SAID),
    _Rule("error_page", _is_missing, unless=Sign.OPENED, short=True),
    _Rule("error_page", _is_error, unless=Sign.STAMPED | Sign.DATED, short=True),
    _Rule("login_page", _is_login, unless=Sign.STAMPED, short=True),
    _Rule("login_page", _has_login_address, unless=Sign.STAMPED | Sign.SAID, text=True),
    _Rule("login_page", _is_of_form, unless=Sign.STAMPED, text=True),
    _Rule("login_page", _asks_for_login, unless=Sign.STAMPED, text=True, short=True),
    _Rule("search_page", _is_search, unless=Sign.OPENED | Sign.WHOLE),
    _Rule("video_page", _is_video, text=False),
    _Rule("list_page", _is_of_links, text=False),
    _Rule("login_page", lambda of: of.page.passwords, text=False),
    _Rule("list_page", lambda of: is_of_dated_rows(of.page), text=False),
    _Rule("no_text", lambda _: True, text=False),
    _Rule("no_text", _is_unfilled, text=True),
    _Rule("list_page", lambda of: is_list(of.survey, of.body, of.size, of.url), unless=Sign.OPENED | Sign.WHOLE, text=True),
    _Rule("list_page", lambda of: has_dated_rows(of.page, of.body), unless=Sign.STAMPED, text=True),
    _Rule("list_page", lambda of: introduces_list(of.page, of.body), unless=Sign.STAMPED | Sign.STATED, text=True, short=True),
    _Rule("no_text", lambda of: is_offer(of.page, of.body, of.title, of.survey.title_line), text=True),
    _Rule("list_page", lambda of: leads_on(of.survey, of.body, of.url), unless=Sign.OPENED | Sign.STATED, text=True),
)  # fmt: skip


def judge_kind(survey: Survey, body: Sequence[int], title: str, url: str | None, *, dated: bool) -> str:
    """Give the kind of a page from what was found on it; *dated* tells whether it states a day of publication."""
    page = survey.page
    size = sum(page.lines[i].weight for i in body)
    of = _Judged(survey, page, body, title, url, f"{page.title} {title}".lower(), size)
    signs = _signs(of, dated=dated)
    for rule in _RULES:
        meant = rule.text in (None, bool(body)) and (size < SHORT or not rule.short)
        if meant and not rule.unless & signs and rule.holds(of):
            return rule.kind
    return "article"


def _signs(of: _Judged, *, dated: bool) -> Sign:
    """Give all that speaks for a page being an article."""
    signs, kinds = Sign.NONE, of.survey.data.kinds
    if is_stamped(of.page, of.survey.title_line, of.body):
        signs |= Sign.STAMPED
        if opens_with_text(of.page, of.survey.title_line, of.body):
            signs |= Sign.OPENED
    published = any(name == "article:published_time" for name, _ in of.page.metas)
    if of.survey.data.body or any(kind.endswith("Article") for kind in kinds) or ("og:article" in kinds and published):
        signs |= Sign.STATED
    if Sign.STATED in signs or "og:article" in kinds:
        signs |= Sign.SAID | (Sign.DATED if dated else Sign.NONE)
    if of.body and (Sign.SAID in signs or _is_whole(of.page, of.body)):
        signs |= Sign.WHOLE
    return signs


def _is_whole(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a text has a long line, or sentences that stand together."""
    if max(page.lines[i].weight for i in body) >= LONG:
        return True
    prose = [page.lines[i].node for i in body if page.lines[i].prose]
    together = Counter(node.box for node in prose if not node.around.within & LIST)
    return max(together.values(), default=0) >= SENTENCES
