"""The days that a page shows its readers around the text, and what each is the day of."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from crawler.extraction.blocks import Page
from crawler.extraction.dates import Stamp, find_dates, read_iso
from crawler.extraction.names import COMMENTS
from crawler.extraction.tags import HEADINGS

STAMP_CHARS = 120
"""A line with a page's stamp is no longer than this: source, date, tools and counters stand together."""
NEAR_LINES = 40
"""Lines before the text that are searched for the page's stamp."""
BELOW_HEADLINE = 6
"""Lines below a headline far above the text that are searched for day and author."""
_FOOT_LINES = 8
"""Lines on either side of the end of the text where a `<time>` may stand."""
_HEAD_LINES = 6
"""Lines of the text among and between which a stamp may stand: below the standfirst, beside the author."""
_SIGNED_LINES = 12
"""Lines behind the text where a stamp may stand that begins with the word for it."""
_POSTED = re.compile(r"posted|published|发布于|发表于|發布於|發表於", re.IGNORECASE)
_LIST_LINES, _LIST_DAYS = 40, 2
"""Lines on either side of one with a day that are looked at, and how many more days in lines like it make a list."""
_ITEM_LINES, _ITEM = 6, 14
"""The same for items of lists, and characters of one beside its day."""
PICTOGRAPH = re.compile("[\U0001f300-\U0001faff]")
"""What no site puts beside the day and the author of an article, and readers put behind their names."""
_TEASER = 20
"""Characters of the headline of another article, at least."""
_BULLETS = "•·▪■◆►»*"
_LINKED, _LINKED_AWAY = 0.8, 0.7
"""Share of link text from which a line is a link and no stamp: just above the text, where author and section are links
beside it, and elsewhere."""
_AROUND = 3
"""Characters beside the day of a link that is the day itself: such a link between headline and text leads to what came out then."""
_FIRST = re.compile(r"(?:originally|first)\s(?:published|posted|appeared)\b", re.IGNORECASE)
"""What tells the first day of a text that was changed since, in a sentence."""
_BEFORE = 30
"""Characters before a day in which the word for it stands."""
_SIGN = re.compile(
    r"""
      (?P<changed>更新|修改|最后编辑|最後編輯|最終更新|updated|modified|edited|aktualisiert|stand:|geändert|actualizad|atualizad|modificad
        |mis\sà\sjour|mise\sà\sjour|aggiornat|bijgewerkt|uppdatera|opdatere|oppdatert|zaktualiz|обновл|измен|оновлен|güncelle
        |diperbarui|pembaruan|تحديث|수정|업데이트|cập\snhật|แก้ไข|อัปเดต)(?:时间|時間|日期|日時|日|于|於|\sdate|\son)?
    | (?P<other>(?:©|\(c\)|copyright|版权所有|版權所有|rights\sreserved|今天是|today\sis|event\sdate|deadline|expires
        |valid\s(?:until|through)|joined|member\ssince|(?:sale|offer)\sends|webinar|born|died|version|isbn|issn|accessed|retrieved|活动时间|活動時間|报名|報名|截止|会议时间|會議時間|有效期|登录|登錄|注册|生于|出生)
        (?:截止)?(?:时间|時間|日期)?
        |(?:成立|创立|創立|开业|開業|竣工|上映|首播|播出|开播|开始|結束|结束|举办|舉辦|举行|舉行|发行|發行|上市|面试|考试|投标|开标|开庭|到期
        |截至)(?:时间|時間|日期))
    | (?P<first>发布|發布|发表|發表|刊登|时间|時間|日期|published|posted|date|来源|來源|出处|出處|veröffentlicht|erschienen|datum
        |publicad|publicación|fecha|publié|pubblicat|gepubliceerd|publicerad|opublikowan|опубликован|размещен|дата|yayın|tarih
        |diterbitkan|dipublikasikan|tanggal|نشر|تاريخ|입력|등록|게시|작성|公開|掲載|配信|投稿|đăng|เผยแพร่)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is said of a day: that the text was changed then, that it is not the text's, or that the text came out then."""
_MENU = 8
"""Links between a day and the headline below it that make a menu."""
_SENTENCE = re.compile(r"。(?:\s?\[[\d-]{1,5}\]){0,5}$")
_ASIDE = re.compile(r"©|copyright|版权|版權|rights\sreserved|[上下]一[篇条條則则页頁]", re.IGNORECASE)
"""What tells that the rest of a line is about rights or other articles."""
# 新华社北京3月5日电, 中新网3月5日电, 本报讯 …; month and day only. Linear: fixed words with bounded gaps.
DATELINE = re.compile(
    r"^.{0,40}?[社网報报訊讯][^，。,.\d]{0,12}(?:(?P<year>\d{4})年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日?\s?(?:电|電|讯|訊)"
)


def page_stamps(
    page: Page, body: Sequence[int], now: datetime | None, tongue: str | None, headline: int = -1
) -> tuple[list[Stamp], Stamp | None]:
    """Give the dates around the text, the likeliest stamp of publication first, and the one of the last change.

    *now* and *tongue* are as in `find_dates`; *headline* is the line of the headline, -1 where none is known.
    """
    first = body[0] if body else len(page.lines)
    since: int | None = None
    found: list[tuple[float, Stamp]] = []
    changes: list[Stamp] = []
    for i, stamp, text, at in _candidates(page, body, now, tongue, headline):
        if i < headline < first:
            since = _since(page, headline) if since is None else since
            if i < since:
                continue
        sign = _sign(text, at) or _label(page, i)
        if sign == "changed":
            changes.append(stamp)
        elif sign != "other" and (sign or not _is_told(page, body, i)):
            points = 2.0 * (stamp.hour is not None) + 1.5 * (_SIGN.search(text) is not None) + (stamp.year is not None)
            points += 3.0 * bool(_FIRST.search(text, max(0, at - _BEFORE), at))
            points -= 0.02 * abs(first - i) + (1.0 if i >= first else 0.0) + 0.5 * (len(text) > 60)
            found.append((points, stamp))
    found.sort(key=lambda pair: -pair[0])
    last = changes[0] if changes else None
    timed = (one for one in changes if last and one.hour is not None and (one.month, one.day) == (last.month, last.day))
    return [stamp for _, stamp in found], last if last is None or last.hour is not None else next(timed, last)


def _sign(text: str, at: int) -> str:
    """Give what the last word before a place in a text says of the day there (`changed`, `other`, `first`), or ""."""
    said = ""
    for match in _SIGN.finditer(text, max(0, at - _BEFORE), at):
        if not any(map(str.isdigit, text[match.end() : at])):
            said = match.lastgroup or ""
    return said or ("other" if _ASIDE.search(text, 0, at) else "")


def _label(page: Page, index: int) -> str:
    """Give what the term before a bare value of a list of definitions says of the day there; all but its own word for it is another's."""
    if index >= len(page.lines) or page.lines[index].tag != "dd":
        return ""
    match = _SIGN.match(page.lines[index - 1].text) if index else None
    return (match.lastgroup if match else "") or "other"


def _since(page: Page, headline: int) -> int:
    """Give the first line whose day may be the text's: what has a menu between it and the headline is the head of the page."""
    links = 0
    for i in range(headline - 1, -1, -1):
        links += page.lines[i].link > len(page.lines[i].text) / 2
        if links >= _MENU:
            return i
    return 0


def _is_told(page: Page, body: Sequence[int], index: int) -> bool:
    """Tell whether a line is a sentence, in the text or of another one, which tells of a day."""
    if index >= len(page.lines):
        return False
    line = page.lines[index]
    return (line.prose and index in body) or _SENTENCE.search(line.text) is not None


def _candidates(
    page: Page, body: Sequence[int], now: datetime | None, tongue: str | None, headline: int
) -> Iterator[tuple[int, Stamp, str, int]]:
    """Give the dates in short lines before the text, below the headline and shortly after the text, and those of `<time>`: line, stamp, text and place in it."""
    lines = page.lines
    first = body[0] if body else len(lines)
    last = body[-1] if body else first
    head = body[min(len(body), _HEAD_LINES) - 1] if body else first - 1
    foot = (i for i in range(last + 6, min(len(lines), last + _SIGNED_LINES)) if _POSTED.match(lines[i].text))
    since = max(0, first - NEAR_LINES)
    below = range(headline + 1, min(since, headline + 1 + BELOW_HEADLINE)) if headline >= 0 else ()
    for i in [*below, *range(since, head + 1), *range(last + 1, min(len(lines), last + 6)), *foot]:
        text = lines[i].text
        if len(text) > STAMP_CHARS and not _tells_first(text):
            continue
        inside = first <= i <= last and len(text) > STAMP_CHARS // 2
        if inside and not _SIGN.match(text) and not _tells_first(text):
            continue
        links = _LINKED if first - _HEAD_LINES <= i < first else _LINKED_AWAY
        linked = lines[i].link >= len(text) * links
        if linked and not 0 <= headline < i < first:
            continue
        stamps = [one for one in find_dates(text, now, tongue) if not linked or len(text) - len(one.text) <= _AROUND]
        if stamps and not _is_anothers(page, i, first, last, tongue):
            yield from ((i, stamp, text, stamp.start) for stamp in stamps)
    yield from _elements(page, first, last, now, tongue)


def _is_anothers(page: Page, index: int, first: int, last: int, tongue: str | None) -> bool:
    """Tell whether the days of a line are a reader's, an event's or another article's."""
    line = page.lines[index]
    if line.node.around.within & COMMENTS or DATELINE.match(line.text) or PICTOGRAPH.search(line.text):
        return True
    if index < first:
        return _is_item(page, index, tongue)
    if index > last and (_ASIDE.search(line.text) or _is_teaser(page, index)):
        return True
    return _is_of_list(page, index, tongue)


def _elements(
    page: Page, first: int, last: int, now: datetime | None, tongue: str | None
) -> Iterator[tuple[int, Stamp, str, int]]:
    """Give the days of `<time>` near the beginning and the end of the text, as `_candidates` does."""
    lines = page.lines
    for i, value in page.times:
        if i > last and (_is_teaser(page, i) or (i < len(lines) and lines[i].node.around.within & COMMENTS)):
            continue
        if (abs(i - first) <= NEAR_LINES or abs(i - last) <= _FOOT_LINES) and (read := read_iso(value, now, tongue)):
            text = lines[i].text if i < len(lines) and len(lines[i].text) < STAMP_CHARS else ""
            yield i, read, text, _place(text, read, tongue)


def _is_teaser(page: Page, index: int) -> bool:
    """Tell whether a day behind the text is another article's: its headline stands right before it, and no word."""
    text = page.lines[index].text if index < len(page.lines) else ""
    before = page.lines[index - 1] if index else None
    if before is None or len(before.text) < _TEASER or _SIGN.search(text[:STAMP_CHARS]):
        return False
    return before.tag in HEADINGS or before.link >= len(before.text)


def _place(text: str, stamp: Stamp, tongue: str | None) -> int:
    """Give the place in a line of the day that a `<time>` in it states; its end where it is written in no known form."""
    day = (stamp.month, stamp.day)
    return next((one.start for one in find_dates(text, None, tongue) if (one.month, one.day) == day), len(text))


def _is_item(page: Page, index: int, tongue: str | None) -> bool:
    """Tell whether a line above the text is an item of a list of things that have a day each."""
    line = page.lines[index]
    if line.text[0] in _BULLETS and not _SIGN.search(line.text):
        return len(line.text) - max(len(day.text) for day in find_dates(line.text, None, tongue)) >= _ITEM
    if line.tag != "li":
        return False
    near = [one.text for one in page.lines[max(0, index - _ITEM_LINES) : index + _ITEM_LINES] if one.tag == "li"]
    days = [(text, day.text) for text in near for day in find_dates(text, None, tongue)]
    return len({day for text, day in days if len(text) - len(day) >= _ITEM}) > _LIST_DAYS


def _is_of_list(page: Page, index: int, tongue: str | None) -> bool:
    """Tell whether lines like one with a day recur near it with other days: those of a list, not of the page."""
    line = page.lines[index]
    if not line.node.name.strip():
        return False
    near = page.lines[max(0, index - _LIST_LINES) : index + _LIST_LINES]
    alike = {one.text for one in near if one.node.name == line.node.name and any(map(str.isdigit, one.text[-4:]))}
    return (
        len(alike - {line.text}) >= _LIST_DAYS
        and sum(bool(list(find_dates(text, None, tongue))) for text in alike) >= _LIST_DAYS
    )


def _tells_first(text: str) -> bool:
    """Tell whether a sentence tells when a text was published at first; most are ruled out by their words."""
    low = text.lower()
    return ("published" in low or "posted" in low or "appeared" in low) and _FIRST.search(text) is not None
