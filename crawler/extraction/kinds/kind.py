"""What a page is when it is no article."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from urllib.parse import urlsplit

from crawler.extraction.kinds.posts import (
    introduces_list,
    is_of_posts,
    is_of_teasers,
    is_stamped,
    opens_with_text,
    teased,
)
from crawler.extraction.kinds.walls import asks_for_password, is_offer
from crawler.extraction.main_text.survey import Survey
from crawler.extraction.page.blocks import LIST, Node, Page
from crawler.extraction.page.letters import letters
from crawler.extraction.titles.wording import is_told

SHORT = 400
"""Weight of the body text: below it, the page's own words about itself are believed (130 hanzi)."""
MANY_LINKS = 40
"""Links of a page that may be a list."""
LONG = 300
"""Weight of a line: teasers are shorter (100 hanzi)."""
NEAR = 30
"""Lines between a headline and its text: stamps, tools, pictures."""
TEASERS = 4
"""Blocks of one kind in a row, from which they are teasers."""
SENTENCES = 3
"""Lines of prose in one block that no teaser has."""
ROWS, ROWS_SHARE = 8, 0.7
"""Lines that begin or end with a day from which they are a list, and the share of the text that is such lines."""
FORM_SHARE = 0.5
"""Share of a page's lines up to which a form that asks for one password is about that, and no frame of the whole page."""
_DATED = re.compile(
    r"^\W{0,3}(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}\b|\d{1,2}[-/.月]\d{1,2}日?\W{0,3}$|\d{1,2}:\d\d\W{0,3}$"
)
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
_FIRST = re.compile(
    r"/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|home(?:page)?)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
"""The path of a site's first page, in one of its languages perhaps."""
_LISTS = ("CollectionPage", "SearchResultsPage", "ProfilePage", "og:profile")
"""Types that pages which lead to others state: lists, and people with what they wrote."""
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
_LOGIN = re.compile(
    r"log\s?in|sign\s?in|登录|登入|登錄"
    r"|anmelden|einloggen|inloggen|se\sconnecter|connexion|iniciar\ssesi[oó]n|accedi|giriş\syap|oturum\saç|masuk|zaloguj|войти|вход|تسجيل\sالدخول|ログイン|로그인|เข้าสู่ระบบ|đăng\snhập",
    re.IGNORECASE,
)
_LOGIN_URL = re.compile(
    r"/(?:user|member|members|customer|secure)?[_-]?(?:(?:log|sign)[_-]?(?:in|up|on)|regist[a-z]{1,9})(?:[_-]form)?(?:\.[a-z]{2,5})?/?(?:[?#;]|$)"
    r"|[?&](?:action|mode|cmd|do|act)=(?:login|signin|signup|register)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{\{[^{}\n]{1,1000}\}\}")
"""A place in a template that a script fills, as many write it (`{{title}}`)."""


def judge_kind(survey: Survey, body: Sequence[int], title: str, url: str | None, *, dated: bool = False) -> str:
    """Give the kind of a page from what was found on it; *dated* tells whether it states a day of publication."""
    page, data = survey.page, survey.data
    size = sum(page.lines[i].weight for i in body)
    head = f"{page.title} {title}".lower()
    stamped = is_stamped(page, survey.title_line, body)
    opened = stamped and opens_with_text(page, survey.title_line, body)
    verdicts = (
        (
            "error_page",
            not (opened or _says_article(survey)) and _MISSING.search(head) and size - teased(page, body) < SHORT,
        ),
        (
            "error_page",
            not opened
            and size < SHORT
            and _is_error(page, body, head, title, dated=stamped or (dated and _says_article(survey))),
        ),
        ("login_page", size < SHORT and page.passwords and not stamped and _LOGIN.search(head)),
        (
            "login_page",
            body and page.passwords and not stamped and (_is_for_login(survey, url) or _is_of_form(page, body)),
        ),
        (
            "login_page",
            body
            and size < SHORT
            and page.passwords
            and not stamped
            and asks_for_password(page, body)
            and _LOGIN.search(" ".join(page.lines[i].text for i in body)),
        ),
        (
            "search_page",
            _is_search(head, url)
            and _linked(page) > (0.15 if _SEARCH.search(head) else 0.3)
            and not (opened or (body and is_told_whole(survey, body))),
        ),
        ("video_page", not body and any("video" in kind.lower() for kind in data.kinds)),
        ("list_page", not body and len(page.anchors) >= 20 and _linked(page) > 0.5),
        ("login_page", not body and page.passwords),
        ("list_page", not body and is_of_dated_rows(page)),
        ("no_text", not body or _is_unfilled(page, body)),
        ("list_page", body and not opened and is_list(survey, body, size, url)),
        ("list_page", body and not stamped and has_dated_rows(page, body)),
        (
            "list_page",
            body and size < SHORT and not (stamped or _states_article(survey)) and introduces_list(page, body),
        ),
        ("no_text", body and is_offer(page, body, title, survey.title_line)),
        (
            "list_page",
            body and not _states_article(survey) and not opened and _leads_on(survey, body, url),
        ),
    )
    return next((name for name, holds in verdicts if holds), "article")


def is_told_whole(survey: Survey, body: Sequence[int]) -> bool:
    """Tell whether a text is an article's whatever is around it: the page says so, it has a long line, or sentences that stand together."""
    page = survey.page
    if _says_article(survey):
        return True
    if max(page.lines[i].weight for i in body) >= LONG:
        return True
    prose = [page.lines[i].node for i in body if page.lines[i].prose]
    together = Counter(node.box for node in prose if not node.around.within & LIST)
    return max(together.values(), default=0) >= SENTENCES


def _says_article(survey: Survey) -> bool:
    """Tell whether a page's metadata say that it is an article."""
    return _states_article(survey) or "og:article" in survey.data.kinds


def _states_article(survey: Survey) -> bool:
    """Tell whether JSON-LD or microdata state an article, or Open Graph does and when it came out; without that it names lists so as well."""
    kinds = survey.data.kinds
    if survey.data.body or any(kind.endswith("Article") for kind in kinds):
        return True
    return "og:article" in kinds and any(name == "article:published_time" for name, _ in survey.page.metas)


def is_list(survey: Survey, body: Sequence[int], size: int, url: str | None = None) -> bool:
    """Tell whether a page leads to articles: links outweigh its text by far, and that text is teasers, or the page says so, or is the site's first.

    A short piece of news among many links is an article: its headline stands above it, and its lines are not blocks
    of one kind in a row.
    """
    page = survey.page
    if len(page.anchors) < MANY_LINKS or is_told_whole(survey, body):
        return False
    if sum(line.link for line in page.lines) < 2 * size:
        return False
    twins = Counter((node.parent, node.tag, node.name) for node in page.nodes)
    teasers = sum(_is_teaser(page.lines[i].node.box, twins) for i in body)
    headed = body[0] - NEAR <= survey.title_line <= body[0] and not _is_item(page, survey.title_line)
    stated = not survey.data.kinds.isdisjoint(_LISTS) or _is_first(survey, url)
    return 2 * teasers > len(body) or not headed or stated


def _leads_on(survey: Survey, body: Sequence[int], url: str | None) -> bool:
    """Tell whether a text is of the posts of a blog, or of the beginnings of other pages' texts."""
    first = _has_no_path(url or "")
    stated = first or not survey.data.kinds.isdisjoint(_LISTS)
    own, article = url or next(iter(survey.data.canonicals), ""), _says_article(survey)
    return is_of_posts(survey.page, body, first=first) or is_of_teasers(
        survey.page, body, stated=stated, article=article, own=own
    )


def _is_item(page: Page, line: int) -> bool:
    """Tell whether the line that was taken for a headline is an item of a list, and no part of `<title>`."""
    return page.lines[line].kind == "item" and letters(page.lines[line].text) not in letters(page.title)


def _is_first(survey: Survey, url: str | None) -> bool:
    """Tell whether a page is a site's first one: it says that it is a site, and its address has no path."""
    own = url or next(iter(survey.data.canonicals), "")
    return "og:website" in survey.data.kinds and _has_no_path(own)


def _has_no_path(url: str) -> bool:
    """Tell whether an address is that of a site's first page."""
    try:
        address = urlsplit(url.strip())
    except ValueError:  # a bracket that opens no address
        return False
    return address.netloc != "" and not address.query and _FIRST.fullmatch(address.path) is not None


def _is_error(page: Page, body: Sequence[int], head: str, title: str, *, dated: bool) -> bool:
    """Tell whether a page with little text stands for one that is missing: by what stands above it, unless the text tells of that, or the page is an article that is *dated*."""
    if _MISSING.search(head):
        return True
    if dated or _ERROR.search(head) is None:
        return False
    return not is_told(title, "\n".join(page.lines[i].text for i in body).lower())


def _is_unfilled(page: Page, body: Sequence[int]) -> bool:
    """Tell whether most of a text is places that a script was to fill, which did not run; leaked ones in a text's lines are cut later."""
    texts = [page.lines[i].text for i in body]
    places = sum(len(place) for text in texts if "{{" in text for place in _PLACE.findall(text))
    return 2 * places > sum(map(len, texts))


def _is_for_login(survey: Survey, url: str | None) -> bool:
    """Tell whether a page that asks for a password has the URL of one for that, and does not say that it is an article."""
    return url is not None and _LOGIN_URL.search(url) is not None and not _says_article(survey)


def _is_of_form(page: Page, body: Sequence[int]) -> bool:
    """Tell whether most of a text stands in a form that asks for a password, as the terms and hints of a registration do.

    Some systems put the whole page into one form, with a box for members beside the article: such a form has to ask for
    a password and its repetition.
    """
    weights = [0, *accumulate(page.lines[i].weight for i in body)]
    for form in page.nodes:
        if form.tag != "form":
            continue
        inside = weights[bisect_left(body, form.end)] - weights[bisect_left(body, form.start)]
        asked = bisect_right(page.passwords, form.end) - bisect_left(page.passwords, form.start)
        in_part = form.end - form.start <= FORM_SHARE * len(page.lines)
        if 2 * inside >= weights[-1] and (asked > 1 or (asked and in_part)):
            return True
    return False


def _is_search(head: str, url: str | None) -> bool:
    """Tell whether a page says above it, or in its URL, that it is what was searched for."""
    return _SEARCH.search(head) is not None or (url is not None and _SEARCH_URL.search(url) is not None)


def has_dated_rows(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a text without a sentence is of rows that begin or end with a day, of which the page has many."""
    if any(page.lines[i].prose for i in body):
        return False
    rows = [i for i in body if _DATED.search(page.lines[i].text)]
    makes = {(page.lines[i].node.tag, page.lines[i].node.name, page.lines[i].kind) for i in rows}
    alike = (line for line in page.lines if (line.node.tag, line.node.name, line.kind) in makes)
    return len(rows) >= ROWS_SHARE * len(body) and sum(_DATED.search(line.text) is not None for line in alike) >= ROWS


def is_of_dated_rows(page: Page) -> bool:
    """Tell whether most of a page is rows of one make that begin or end with a day; a shell without its text has few beside."""
    rows: Counter[tuple[str, str, str]] = Counter()
    weights: Counter[tuple[str, str, str]] = Counter()
    for line in page.lines:
        if _DATED.search(line.text):
            make = (line.node.tag, line.node.name, line.kind)
            rows[make] += 1
            weights[make] += line.weight
    half = sum(line.weight for line in page.lines) / 2
    return any(count >= ROWS and weights[make] >= half for make, count in rows.items())


def _is_teaser(box: Node, twins: Counter[tuple[Node | None, str, str]]) -> bool:
    """Tell whether a block is one of several of its kind, or stands in one."""
    return any(node is not None and twins[node.parent, node.tag, node.name] >= TEASERS for node in (box, box.parent))


def _linked(page: Page) -> float:
    """Give the share of link text in the page's text."""
    total = sum([len(line.text) for line in page.lines])
    return sum([line.link for line in page.lines]) / total if total else 0.0
