"""Other people's headlines above and below an article (O1), and repeated bullets (O2).

`第2 橙汁春色 两人在路上`, `392人支持`, `2024/11/18 王某某🍓`: a rank, a count or a date has a form that no line of an article has;
headlines go beside such lines only, and only where the text shares nothing with them. Polls, results and calendars that belong
to the article (`own_lists`) count on from line to line, announced or spoken of.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.habits import frequent
from pipelines.text.injection.evidence.page import PROSE_END, Find, Page
from pipelines.text.injection.evidence.pictographs import PICTOGRAPH
from pipelines.text.injection.evidence.tokens import BY_CHANCE, key
from pipelines.text.injection.paragraphs.app_data import find_app_data
from pipelines.text.injection.paragraphs.own_lists import DATE, HANZI_RUN, NUMBER, find_own_lists, find_rows, is_data

LONGEST = 40
"""Characters of a headline line."""
MIN_LETTERS = 6
"""Letters of a headline."""
MIN_BODY = 120
"""Characters of running text an article must have, so that its edges are known."""

# Forms that no article has as a line: a rank with a keyword, votes, a date with a name and a picture.
RANKED = re.compile(
    r"(?:第|№|#|(?:NO|TOP)\s?\.?|(?P<open>[\[【(（]))\s?\d{1,3}\s?(?(open)[\]】)）]|[名位款部楼樓号號]?[、.:：]?)\s?\S{2,14}[\s:：]\s*\S.{3,}"
    r"|(?:热[榜搜度]?|排[名行]榜?|榜单?|NO\s?\.|TOP)\s?\d{1,3}[\s、.:：]\s?\S.{5,}",
    re.IGNORECASE,
)
RANK_WORD = re.compile(r"第\s?\d{1,3}\s?[章条節节回集期页頁部卷季届名篇课課讲講步]")
RANK_HEAD = re.compile(r"[^\d\s]{0,4}\d{1,3}[^\d\s]{0,2}")
"""The first word of a line that a number makes a rank."""
RANKING = "a rank, a keyword and a headline"
COUNT = "a count of people"
FRACTION = re.compile(r"\d+\.\d+")
AGO = re.compile(r"[今昨前][天日]|刚刚|\d{1,3}\s?(?:秒钟?|分钟?|小时|天|周|个月)[之以]?前")
"""A time as lists of messages tell it."""
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
NAME = re.compile(rf"[{HANZI}]{{1,6}}(?:\s[{HANZI}]{{1,4}})?")
PICTOGRAPHS = re.compile(f"{PICTOGRAPH}+")
SITE_LINE = "a line that stands above or below many articles of this site"
FOREIGN_TIE = 0.1
"""Share of a line that the text may speak of by chance: one pair of characters in ten."""
RECURRING_TIE = 0.25
"""The same for a line that other pages have as well."""
BULLET = re.compile(r"[·•●▪*-]\s?\S")
DONE = "(?:支持|点赞|點贊|赞|围观|看过|喜欢|在看|评价|收藏|播放|转发|顶|踩|观看|想看|在玩|下载)"
VOTES = re.compile(
    rf"(?:(?:获得?|已有|共有?)?\s?\d[\d,.]*\s?万?\+?\s?[人次位个]?\s?[已在]?{DONE}了?\s?|{DONE}\s?[(（:：]?\s?\d[\d,.]*\s?[万+]?\s?[)）]?\s?|(?:推荐指数|评分|星级|热度|人气)\s?[:：]\s?(?:[★☆⭐]{{3,5}}|\d[\d.]*\s?[分%°]?)\s?){{1,4}}"
)
HEATED = re.compile(
    rf"\d[\d,.]*万?\s?[人位次][{HANZI}]{{2,5}}\s?[\s:：·|]\s?(?=.*[{HANZI}]{{4}})[^。]{{6,}}|(?:阅读|观看|播放|热度|人气|评论|浏览)[:：]?\s?\d[\d.,]*万?\s(?=.*[{HANZI}]{{4}})[^。]{{6,}}|(?P<line>[^。]{{6,}}?)(?:\s\d[\d.]*\s?(?:[万亿wk]\+?|\+)(?:人气|热度|阅读|播放|讨论|人?在看)?|\s(?:人气|热度|阅读|播放|浏览|点击|搜索|热搜)[:：]?\s?\d[\d.,]*[万亿wk+]*|\s\d[\d.]*万?\+?\s?(?:评|赞|阅|播放|观看|人看过|次)|\s(?:热|爆|新|沸|荐|HOT|NEW))+",
    re.IGNORECASE,
)
"""A headline and how many look at it."""
CLAUSE_BREAK = re.compile(r"[\s，！？!?|｜/—·]+")
LABELS = re.compile(rf"[{HANZI}]{{2,6}}[：:]")
PLACE = re.compile(r".*(?:[号楼层室路街院网会部局厅馆站]|公司|大学|中心)")
"""How an address or the name of an institution ends."""
VERSE = 7
"""Characters of the longest half of a line of verse; both are of one length."""
CLAUSE, LONG_CLAUSE = 4, 6
"""Characters of a clause of a headline, and of its longest."""
NUMBERED = re.compile(
    rf"(?:(?:第|№|NO\.?|TOP|热[榜搜]?|榜|排名)\s?\d{{1,3}}[期名位]?|(?P<mark>[#【\[])\d{{1,3}}[#】\]]|\d{{1,3}}\s?[.．、](?=[^\s].*[\s，！？,]))[\s.:：、]*(?=.*[{HANZI}]{{4}})[^。]{{8,}}",
    re.IGNORECASE,
)
"""A number and a headline; a bare number only before a headline of two clauses."""
SENTENCE = re.compile(r"[^\s。]{6}。")
"""A sentence that ends: no headline has one."""
SENTENCE_ENDS = "。.；;：:…”"
HEADLINE = "a headline of two clauses, beside another"
BESIDE = "a date, words and a picture"
VOTED = "a count of votes"
HEAT = "a headline and how many look at it"
COUNTED = re.compile(rf"[{HANZI}]{{0,4}}\s?\d+\s?[人位次票][{HANZI}]{{2,8}}")
"""A count of people and what they did, in any wording; the text must not speak of it."""


def find_site_edges(pages: Sequence[Page]) -> frozenset[str]:
    """Find the shapes and the folded lines that stand above or below the articles of a site on many pages.

    Shapes of ranks, and of dates beside a pictograph, show the habit; only then lines count that recur as they are.
    """
    shapes: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for page in pages:
        foreign = [text for index in _edges(page) if page.tie(text := page.paragraphs[index].strip()) <= RECURRING_TIE]
        shapes.update({shape for text in foreign if (shape := _shape(text))})
        lines.update({line for text in foreign for line in _endings(text)})
    habits = frequent(shapes, len(pages), share=0.2, least=3)
    return habits | frequent(lines, len(pages), share=0.1, least=3) if habits else habits


def _fold(text: str) -> str:
    """Give a line with its numbers and pictographs made alike."""
    return PICTOGRAPHS.sub("☆", NUMBER.sub("0", " ".join(text.split()))).casefold()


def _shape(text: str) -> str:
    """Give the shape of a line that a rank begins or that has a date beside a pictograph; empty for others."""
    first, _, rest = text.partition(" ")
    if RANK_HEAD.fullmatch(first) and not RANK_WORD.match(first) and len(key(rest)) >= MIN_LETTERS:
        return f"{_fold(first)} …"
    if PICTOGRAPHS.search(text) and DATE.search(text):
        return HANZI_RUN.sub("字", _fold(DATE.sub("0-0", text)))
    return _form(text)


def _endings(text: str) -> set[str]:
    """Give a line, folded, and what is left of it from each of its later fields on: a headline behind a rank."""
    fields = _fold(text).replace("：", " ").replace(":", " ").split()
    endings = {" ".join(fields[at:]) for at in range(len(fields))}
    return {ending for ending in endings if len(key(ending)) >= MIN_LETTERS}


def _is_line(text: str) -> bool:
    """Say whether a paragraph is a line rather than running text, which may have something behind its full stop."""
    if len(text) > LONGEST or SENTENCE.search(text):
        return False
    return not PROSE_END.search(text) or (text[-1:] in "！？!?" and bool(_form(text.strip())))


def _edges(page: Page) -> list[int]:
    """Give the lines above the first and below the last paragraph of running text."""
    prose = [index for index, text in page.prose() if not _is_line(text)]
    if not prose or sum(len(page.paragraphs[index]) for index in prose) < MIN_BODY:
        return []
    return [*range(prose[0]), *range(prose[-1] + 1, len(page.paragraphs))]


def find_headlines(page: Page) -> list[Find]:
    """Find lines of others beside an article: those of a telling form, and headlines that stand among them.

    A telling line goes at the edges of the article, and anywhere where there are two or the site has the habit. A
    headline without a telling form goes only beside one that has it, or at the edges where the site has the habit, and
    only if it shares nothing with the body.
    """
    edges = _edges(page)
    forms = {index: form for index, text in page.prose() if (form := _form(text.strip()))}
    own = find_own_lists(page, {index: form for index, form in forms.items() if form not in {VOTED, HEADLINE}})
    forms = {index: form for index, form in forms.items() if index not in own}
    edge = set(edges)
    telling = {
        index: form
        for index, form in forms.items()
        if _tells(page, index, form) and (form != HEADLINE or (index in edge and page.kind(index) == "text"))
    }
    if page.site.edges:
        telling |= {index: SITE_LINE for index in edges if index not in {*telling, *own} and _is_habit(page, index)}
    finds: list[Find] = []
    for lines in _blocks(page):
        left = [index for index in lines if index not in own]
        rows = find_rows(page, [index for index in left if telling.get(index, HEADLINE) == HEADLINE])
        block = [index for index in left if index not in rows]
        told = [index for index in block if index in telling]
        at_edge = bool(edges) and set(block) <= set(edges)
        habit = bool(page.site.edges)
        sure = [index for index in told if telling[index] not in {COUNT, HEADLINE}] or (
            told if len(told) > 1 or habit else []
        )
        if not (at_edge and (sure or habit)) and not (sure and (habit or len(telling) > 1)):
            continue
        finds += [_foreign(page, index, telling.get(index, "")) for index in block if _goes(page, index, telling)]
    body = next((at for at, index in enumerate(edges) if at != index), len(edges))
    return finds + find_app_data(page, body) + _bullets(page, edges[:body])


def _tells(page: Page, index: int, form: str) -> bool:
    """Say whether a line is what its form tells: of a ranking or a count that is the article the text speaks as well."""
    text = page.paragraphs[index]
    if form == RANKING:
        return (
            page.tie(text) < BY_CHANCE and HANZI_RUN.search(text) is not None
        )  # `#3 Fewer parts` heads a part of a list
    if form in {HEAT, BESIDE, HEADLINE}:
        told = " ".join(word for word in HANZI_RUN.findall(text) if len(word) > 2)  # characters of it
        return page.tie(told or text) <= FOREIGN_TIE
    return form != COUNT or not page.tie(text)


def _is_habit(page: Page, index: int) -> bool:
    """Say whether a line at the edge has a shape, or ends in a line, that the site's foreign lines have."""
    text = page.paragraphs[index].strip()
    known = _shape(text) in page.site.edges or not page.site.edges.isdisjoint(_endings(text))
    return known and page.tie(text) <= RECURRING_TIE


def _blocks(page: Page) -> list[list[int]]:
    """Give the runs of lines between paragraphs of running text."""
    blocks: list[list[int]] = []
    for index, text in page.prose():
        if not _is_line(text):
            continue
        if blocks and blocks[-1][-1] == index - 1:
            blocks[-1].append(index)
        else:
            blocks.append([index])
    return blocks


def _goes(page: Page, index: int, telling: dict[int, str]) -> bool:
    """Say whether a line of a foreign block is foreign itself."""
    text = page.paragraphs[index]
    return index in telling or (
        len(key(text)) >= MIN_LETTERS
        and key(text) not in page.anchors  # a brand, which proves a keyword
        and page.kind(index) != "heading"
        and page.tie(text) <= FOREIGN_TIE
    )


def _foreign(page: Page, index: int, form: str) -> Find:
    evidence = form or "a headline among lines of others that shares nothing with the text"
    return Find.line(index, page.paragraphs[index], reason="foreign_line", evidence=evidence)


def _form(text: str) -> str:
    """Give what a line is by its form; empty if it might belong to the article."""
    if len(text) > LONGEST or SENTENCE.search(text):
        return ""
    if (dated := _is_dated_name(text)) and AGO.search(text) and not PICTOGRAPHS.search(text):
        return COUNT
    forms = {
        VOTED: VOTES.fullmatch(text),
        "a date, a name and a picture": dated and PICTOGRAPHS.search(text),
        BESIDE: not dated and PICTOGRAPHS.search(text) and _has_date(text) and not PROSE_END.search(text),
        RANKING: RANKED.fullmatch(text) and not RANK_WORD.match(text),
        HEAT: HEATED.fullmatch(text),
        COUNT: COUNTED.fullmatch(text),
        HEADLINE: NUMBERED.fullmatch(text) or _has_clauses(text),
    }
    return next((form for form, fits in forms.items() if fits), "")


def _has_clauses(text: str) -> bool:
    """Say whether a line is a headline of two clauses: no label, no address, no verse."""
    clauses = [
        part
        for part in CLAUSE_BREAK.split(text)
        if len(part) >= CLAUSE and len(HANZI_RUN.findall(part)) and "。" not in part
    ]
    if len(clauses) < 2 or max(map(len, clauses)) < LONG_CLAUSE or LABELS.search(text) or text[-1:] in SENTENCE_ENDS:
        return False
    verse = len(set(map(len, clauses))) == 1 and len(clauses[0]) <= VERSE
    return not verse and not all(PLACE.fullmatch(part) for part in clauses)


def _has_date(text: str) -> bool:
    """Say whether a line that is no row of data has a date, be it not an amount with a fraction (`2.8英寸`)."""
    dates = (
        match
        for match in DATE.finditer(text)
        if not (FRACTION.fullmatch(match[0]) and text[match.end() :][:1].isalpha())
    )
    return not is_data(text) and any(dates)


def _is_dated_name(text: str) -> bool:
    """Say whether a line is nothing but a time, a name and pictographs, in any order."""
    bare = text
    for pattern in (DATE, AGO, CLOCK):
        bare = pattern.sub(" ", bare, count=1)
    return bare != text and NAME.fullmatch(" ".join(PICTOGRAPHS.sub(" ", bare).split())) is not None


def _bullets(page: Page, above: list[int]) -> list[Find]:
    """Find one name three times or more as bullets above an article that does not speak of it."""
    lines = [page.paragraphs[index] for index in above]
    return [
        Find.line(
            index,
            text,
            reason="repeated_bullet",
            evidence="the same bullet again and again above an article that does not speak of it",
        )
        for index, text in zip(above, lines, strict=True)
        if BULLET.match(text) and lines.count(text) > 2 and page.tie(text) < BY_CHANCE
    ]
