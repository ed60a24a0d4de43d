"""What the words beside a day say of it: that the text came out then, was changed then, or that it is another's."""

import re
from collections.abc import Iterator

from crawler.extraction.page.blocks import Page
from crawler.extraction.page.name_words import branched

STAMP_CHARS = 120
"""A line with a page's stamp is no longer than this: source, date, tools and counters stand together."""
AROUND = 3
"""Characters beside the day of a line that is the day itself."""
_STATED = r"""(?:(?:first|originally)\s)?(?:published|发布于|發布於|发布时间|發布時間|发布日期|發布日期|veröffentlicht|erschienen|publicad[oa]
    |publié|pubblicat[oa]|gepubliceerd|publicerad|opublikowan|опубликован|diterbitkan|dipublikasikan|公開日|đăng)"""
PUBLISHED = re.compile(_STATED, re.IGNORECASE | re.VERBOSE)
"""The word for publishing with which a line begins that states when."""
POSTED = re.compile(rf"posted|发表于|發表於|{_STATED}", re.IGNORECASE | re.VERBOSE)
"""The same with those that readers' comments have as well."""
FIRST = re.compile(r"(?:originally|first)\s(?:published|posted|appeared)\b", re.IGNORECASE)
"""What tells the first day of a text that was changed since, in a sentence."""
_LABEL = 24
"""Characters of a line above a day that says what it is the day of."""
BEFORE = 30
"""Characters before a day in which the word for it stands."""
_CHANGED = r"""
    更新 修改 最后编辑 最後編輯 编辑[于於] 編輯[于於] 最終更新 updated update(?<![a-z]update)(?=[:\s]) modified edited aktualisiert stand: geändert
    actualizad atualizad modificad mis\sà\sjour mise\sà\sjour aggiornat bijgewerkt uppdatera opdatere oppdatert zaktualiz обновл измен оновлен
    güncelle diperbarui pembaruan تحديث 수정 업데이트 cập\snhật แก้ไข อัปเดต
"""
_OTHER = r"""
    © copyright 版权所有 版權所有 rights\sreserved 今天是 today\sis event\sdate deadline expires valid\s(?:until|through) joined
    member\ssince sale\sends offer\sends webinar born(?<![a-z]born) died(?<![a-z]died) when:(?<![a-z]when:) last\sreview(?:ed)?
    next\sreview(?:ed)? current\s(?:date|time) server\stime as\sof date\sof\s(?:birth|death|the\sevent|arrival|departure) geburtsdatum
    fecha\sde\snacimiento date\sde\snaissance data\sdi\snascita 開催 締切 개최 행사 마감 截稿 version(?<![a-z]version) isbn issn accessed
    retrieved 活动时间 活動時間 报名 報名 截止 会议时间 會議時間 有效期 登录 登錄 注册 生于 出生
"""
_DAYS_OF = """
    birth start end due expiry expiration closing delivery wedding hire filing hearing exam auction arrival departure travel premiere
    meeting launch opening effective
"""
"""What has a day (`closing date`)."""
_TIMES_OF = """
    成立 创立 創立 开业 開業 竣工 上映 首播 播出 开播 开始 結束 结束 举办 舉辦 举行 舉行 发行 發行 上市 面试 考试 实施 實施 施行 生效 批准 交货 出厂
    生产 投标 开标 开庭 到期 截至
"""
"""The same in Chinese, before the word for time or day."""
_FIRST = r"""
    发布 發布 发表 發表 刊登 时间 時間 日期 published posted date(?<![a-z]date) publishdate pubdate postdate submitted issued
    immediate\srelease press\srelease news\srelease 来源 來源 出处 出處 veröffentlicht erschienen erstellt eingestellt datum publicad
    publicación fecha publié mis\sen\sligne rédigé posté créé paru escrit[oa] postado scritto pubblicat gepubliceerd publicerad opublikowan
    опубликован размещен дата yayın tarih diterbitkan dipublikasikan tanggal نشر تاريخ 입력 등록 게시 작성 公開 掲載 配信 投稿 đăng เผยแพร่
"""
_OTHER_WORDS = [*_OTHER.split(), *(rf"{what}\s(?:date|day)" for what in _DAYS_OF.split())]
_SIGN = re.compile(
    rf"(?P<changed>(?:{branched(_CHANGED.split())})(?:时间|時間|日期|日時|日|于|於|\sdate|\son)?)"
    rf"|(?P<other>(?:\(c\)|{branched(_OTHER_WORDS)})(?:截止)?(?:时间|時間|日期)?|(?:{branched(_TIMES_OF.split())})(?:时间|時間|日期))"
    rf"|(?P<first>{branched(_FIRST.split())})"
)
"""What is said of a day, in small letters: that the text was changed then, that it is not the text's, or that the text came out then.

Upper and lower case in the pattern would take three times as long.
"""
_WORDS = [*_CHANGED.split(), *_OTHER_WORDS, *_TIMES_OF.split(), *_FIRST.split()]
_ANY, _ANY_LATIN = (
    re.compile(rf"\(c\)|{branched(words)}") for words in (_WORDS, [word for word in _WORDS if word.isascii()])
)
"""Any of these words, and any of those that a text without a letter beyond ASCII may hold: most lines hold none, and to
look for what they say would take eight times as long."""
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：.]\d{2}(?::\d{2})?(?!\d)")
"""A time, which may stand between a day and the word for it (`Updated 9:10 AM EDT, Sat March 15`)."""
ASIDE = re.compile(
    r"©|copyright|版权|版權|ICP[备備证證]|rights\sreserved|[上下]一[篇条條則则页頁]|(?:medically|clinically)\sreviewed|fact[\s-]checked"
    r"|(?:previous|next|older|newer)\s(?:post|article|story|entry)",
    re.IGNORECASE,
)
"""What tells that the rest of a line is about rights, other articles or a review."""

_PLACE = re.compile(r"(?:地点|地點|会场|會場|場所|\b(?:where|venue|location|place))\s?[:：]", re.IGNORECASE)


def has_sign(text: str) -> bool:
    """Tell whether a text says of a day what it is the day of."""
    return next(_signs(text), None) is not None


def says_when(text: str) -> bool:
    """Tell whether a text has a word that can only mean that it came out, or was changed: events have days and times as well."""
    if PUBLISHED.search(text):
        return True
    return any(match.lastgroup == "changed" for match in _SIGN.finditer(_small(text)))


def strip_signs(text: str) -> str:
    """Give a text without the words that say of a day what it is the day of."""
    return _SIGN.sub("", _small(text))


def begins_with_sign(text: str) -> bool:
    """Tell whether a text begins so."""
    return _SIGN.match(_small(text)) is not None


def _small(text: str) -> str:
    """Give a text in small letters, none of which takes more room than the large one."""
    low = text.lower()
    return low if len(low) == len(text) else text


def _signs(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Give the words between two places of a text that say of a day what it is the day of."""
    low = _small(text)
    end = len(low) if end is None else end
    if (first := (_ANY_LATIN if low.isascii() else _ANY).search(low, start, end)) is not None:
        yield from _SIGN.finditer(low, first.start(), end)


def read_sign(text: str, at: int) -> str:
    """Give what the last word before a place in a text says of the day there (`changed`, `other`, `first`), or ""."""
    if not at:
        return ""
    said = ""
    for match in _signs(text, max(0, at - BEFORE), at):
        if not any(map(str.isdigit, _CLOCK.sub("", text[match.end() : at]))):
            said = match.lastgroup or ""
    return said or ("other" if ASIDE.search(text, 0, at) else "")


def is_elsewhere(text: str, at: int) -> bool:
    """Tell whether a sentence tells of the day on which a text came out in another place (`Originally published at … on …`)."""
    first = FIRST.search(text, 0, at) if tells_first(text) else None
    words = text[first.end() : at].split() if first else []
    if len(words) < 2 or words[0] not in ("at", "in", "on") or any(map(str.isdigit, "".join(words))):
        return False
    return words[0] != "on" or (len(words) > 2 and words[-1] == "on")


def is_event(page: Page, index: int, at: int) -> bool:
    """Tell whether a place follows a day, in its line or the next one: that of an event (`时间：… 地点：…`)."""
    here, below = (page.lines[i].text if i < len(page.lines) else "" for i in (index, index + 1))
    return _PLACE.match(below) is not None or _PLACE.search(here, at, at + STAMP_CHARS) is not None


def read_label(page: Page, index: int, at: int) -> str:
    """Give what the line before says of a day at a place of a line: the term of its definition, the head of its row, or a label.

    Of terms and heads, all but the day's own word for it is another's; any other line has to be a word that is known.
    """
    if not 0 < index < len(page.lines):
        return ""
    line, before = page.lines[index], page.lines[index - 1]
    is_term = line.tag == "dd" or (line.tag == "td" and (before.tag == "th" or before.text[-1] in ":："))
    if is_term:
        match = _SIGN.match(_small(before.text))
        return (match.lastgroup if match else "") or "other"
    if at > AROUND or len(before.text) > _LABEL or before.link:
        return ""
    match = next(_signs(before.text), None)
    return (match.lastgroup if match and len(before.text) - match.end() <= AROUND else "") or ""


def tells_first(text: str) -> bool:
    """Tell whether a sentence tells when a text was published at first; most are ruled out by their words."""
    low = text.lower()
    return ("published" in low or "posted" in low or "appeared" in low) and FIRST.search(text) is not None
