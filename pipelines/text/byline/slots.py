"""Notes behind an article in Chinese, read slot by slot: how to reach the writer, where the text comes from, whose view it is (B4)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.text.byline.people import HAN, NOT_IN_NAMES, is_chinese_name
from pipelines.text.byline.segments import SPARED, Word, lists, segment

LONGEST = 60
"""Characters of the longest note."""
NAMED = frozenset(("name", "medium", "agency", "proper", "nobody"))
ROLES = frozenset(("wrote", "reporter", "edits", "shot", "image", "from"))
SLOTS = (
    NAMED
    | ROLES
    | {
        "about",
        "act",
        "contact",
        "view",
        "title",
        "qualifier",
        "kind",
        "given",
        "handle",
        "code",
        "joiner",
        "mark",
        "remark",
    }
)
"""Classes that a note is made of, beside one word that may be anything."""
OWN = frozenset(("本报", "本報", "本社", "本刊", "本网", "本網", "本台", "本站"))
STAFF = frozenset(
    (
        "记者",
        "記者",
        "通讯员",
        "通訊員",
        "评论员",
        "評論員",
        "编辑部",
        "編輯部",
        "评论部",
        "資料室",
        "资料室",
        "特约记者",
        "綜合報道",
        "综合报道",
    )
)
COLLECTED = frozenset(
    (
        "客户端",
        "公众号",
        "微信公众号",
        "等",
        "综合",
        "綜合",
        "编译",
        "編譯",
        "据",
        "據",
        "整理",
        "等",
        "报道",
        "報導",
        "報道",
    )
)
LABEL = re.compile(r"[＊※*]?(?:本文|文章|关于|關於)?作者(?:简介|簡介|介绍|介紹)?[:：\s]\s?")
MATERIAL = re.compile(
    r"(?:По|Подготовлено по) (?:материалам|информации|данным|сообщени[юям]{1,2})(?: из)? [^.!?]{2,60}\.?|(?:Соб\.|Наш) (?:инф|корр)\.|Материал подготовлен[^.!?]{2,60}\.?|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+,? (?:специально для )?«[^»]{2,40}»",
    re.IGNORECASE,
)
"""`По материалам «Вестника»`, `Имя Фамилия, специально для «Вестника»`"""
REACHED = re.compile(r"[\w.+-]+@|^\d[\d-]{6,}|^[A-Z]?\d{5,}")
LABELLED = re.compile(r"[:：/／|｜丨︱=＝]")
POST = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}})\s?(?:[，,、/／|｜\s]|[系是为為係])\s?(?:现[为任]|現任|系|为|為|是|係)?\s?(?P<post>[{HAN}A-Za-z0-9·、，,\s“”《》]{{3,40}})"
)
"""`甲某某，某大学新闻学院教授`"""
OFFICE = re.compile(
    r"(?:大学|大學|学院|學院|研究院|研究所|研究中心|智库|智庫|协会|協會|学会|學會|基金会|基金會|委员会|事务所|中学|小学|学校|學校|医院|醫院|公司|[局馆館处處厅廳]|宣传部|集团|法院|检察院)$"
)
POSTS = re.compile(r"[，,、\s和及]+")


@lru_cache(maxsize=4096)
def is_note(text: str) -> bool:
    """Tell whether a text is nothing but such a note: words of its slots alone, at most one of them unknown."""
    if not 3 <= len(text) <= LONGEST:
        return False
    if MATERIAL.fullmatch(text) or ((label := LABEL.match(text)) is not None and holder(text[label.end() :])):
        return True
    if text[:2] in OWN and text[2:] in STAFF:
        return True
    if (found := segment(text)) is None:
        return False
    content = [word for word in found if not word.classes & {"mark", "joiner"}]
    unknown = sum("unknown" in word.classes for word in content)
    if len(content) < 2 or unknown > 1 or not all(word.classes & (SLOTS | {"unknown", "wire"}) for word in found):
        return False
    return (
        _collected(content)
        or _reaches(content)
        or _came(content, unknown=unknown)
        or _is_view(content, unknown=unknown)
        or _credits(found, unknown=unknown)
    )


def _collected(content: Sequence[Word]) -> bool:
    """Tell whether it names where a text was put together from (`综合某社、某报报道`)."""
    media = sum(bool(word.classes & {"medium", "agency"}) for word in content)
    begins = content[0].classes & {"from"} or content[0].text in COLLECTED
    return bool(media and begins) and all(
        word.classes & {"medium", "agency", "from", "wire", "code"} or word.text in COLLECTED for word in content
    )


def _reaches(content: Sequence[Word]) -> bool:
    """Tell whether it says how to reach those who wrote (`投稿邮箱：…@…`, `新闻热线：…`)."""
    address = any("handle" in word.classes or REACHED.search(word.text) for word in content)
    return address and any(word.classes & {"contact", "reporter", "edits", "wrote"} for word in content)


def _came(content: Sequence[Word], *, unknown: int) -> bool:
    """Tell whether it says what became of the text (`本文由某报授权转载`, `原文刊载于某报`)."""
    if "about" not in content[0].classes:
        return False
    acts = [word for word in content[1:] if word.classes & {"act", "from"}]
    named = unknown or any(word.classes & (NAMED | {"view", "kind"}) for word in content[1:])
    return bool(acts and named) and any(len(word.text) > 1 for word in acts)


def _is_view(content: Sequence[Word], *, unknown: int) -> bool:
    """Tell whether it says whose view the text is (`本文仅代表作者个人观点`)."""
    return not unknown and sum("view" in word.classes for word in content) > 2


def _credits(found: Sequence[Word], *, unknown: int) -> bool:
    """Tell whether it is labels and behind each somebody (`文字｜甲某某 图片｜受访者提供`)."""
    if not found[0].classes & ROLES or len(found) < len(("label", "mark", "value")):
        return False
    marked = [at for at in range(len(found) - 1) if found[at].classes & ROLES and LABELLED.search(found[at + 1].text)]
    behind = [
        found[at + 2].classes & (NAMED | {"kind", "reporter"}) or OFFICE.search(found[at + 2].text)
        for at in marked
        if at + 2 < len(found)
    ]
    if unknown and not any(OFFICE.search(word.text) for word in found if "unknown" in word.classes):
        return False
    return bool(marked) and marked[0] == 0 and len(behind) == len(marked) and all(behind)


def holder(text: str) -> str | None:
    """Give who is presented with his post alone (`甲某某，某大学新闻学院教授`); None where more is said of him.

    An article that names him elsewhere may end so: the caller looks for the name.
    """
    if not 6 <= len(text) <= LONGEST or (match := POST.fullmatch(text)) is None:
        return None
    if not is_chinese_name(match["name"]) or NOT_IN_NAMES.search(SPARED.sub("", match["post"]).replace("从业", "")):
        return None
    last = POSTS.split(match["post"].strip())[-1]
    post = next((one for one in sorted(lists()["title"], key=len, reverse=True) if last.endswith(one)), None)
    return match["name"] if post is not None or OFFICE.search(last) else None
