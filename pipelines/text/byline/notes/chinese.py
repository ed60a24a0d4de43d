"""Notes in Chinese on who wrote a text, how to reach him, where it comes from and whose view it is, read slot by slot (B2, B4)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.text.byline.vocabulary.credit import Credit
from pipelines.text.byline.vocabulary.people import HAN, NOT_IN_NAMES, OWN_MEDIA, is_chinese_name, is_medium
from pipelines.text.byline.vocabulary.segments import SPARED, Word, lists, segment

TEXT = r"(?:[本此该該]?[文稿]|[原全]文|文章|稿件|[内內]容|[资資]料|[图圖]文|文字)"
"""What the note is about"""
MADE = (
    r"(?:撰(?:[写寫文稿]|[写寫]人)|[编編](?:[写寫撰辑輯译譯]|[发發])|整理(?:[编編][辑輯]|[发發]布)?|[采採](?:[写寫]|[编編]|[访訪])"
    r"|[创創][作写寫]|[原][创創]|[写寫]作|供稿|投稿|[执執][笔筆]|改[写寫]|主[笔筆]|翻[译譯]|提供|[发發][布表]|上[传傳]|[报報][道導]|[综綜]合)"
)
"""What was done with it"""
ROLE = r"(?:(?:本[报報刊网網台社站])?(?:特[约約派]|[实實][习習]|[见見][习習]|首席|[资資]深)?(?:[记記]者|通[讯訊][员員]|[作编編笔][者辑輯]|小[编編]|网友|網友|用[户戶]|[实實][习習]生)\s?)?"
NAMES = rf"(?P<names>[{HAN}]{{2,4}}(?:[\s、和与與][{HAN}]{{2,4}}){{0,3}})"
BY = re.compile(rf"(?:{TEXT}\s?)?[由系为為]\s?{ROLE}{NAMES}\s?{MADE}(?:完成|而成)?")
"""`本文由甲某某撰写`, `由甲某某供稿`"""
DONE = re.compile(rf"{ROLE}{NAMES}\s?(?P<made>{MADE})")
"""`甲某某撰写`"""
GIVEN = frozenset(("提供", "报道", "報導", "報道", "综合", "綜合", "发布", "發布", "发表", "發表"))
"""What people do with other things than texts as well"""
LABEL = re.compile(
    rf"(?:{TEXT}|特[约約邀]|[专專][栏欄])?\s?(?:[笔筆编編]者|[编編撰][写寫撰](?:[人者])?|主[笔筆]|[写寫]手|[创創]作(?:[人者])?|原[创創](?:作者)?|作者(?:[笔筆]名|署名)?|[执執][笔筆]者)"
    rf"\s?[:：/／|｜丨]\s?{NAMES}"
)
"""`笔者：甲某某`"""
HELPED = re.compile(
    rf"{ROLE}{NAMES}\s?[对對為为][本此][文稿](?:[亦也均][都]?)?(?:有(?:所)?|做出)?(?:[贡貢][献獻]|[帮幫]助)"
)
"""`甲某某对本文亦有贡献`"""
FROM = re.compile(rf"{NAMES}\s?(?:[编編][译譯]|摘[编編]|整理|翻[译譯])自[^。！？]{{2,24}}")
"""`甲某某编译自《某某报》`"""
REPORTED = re.compile(
    rf"{ROLE}{NAMES}\s?(?:[综綜]合|[编編][译譯]|整理|[联聯]合|[独獨]家|[现現]场|跟[踪蹤]|深度|[连連][线線]|[采採][访訪]|[摄攝]影|特[别別])"
    r"(?:[报報][道導]|摘?[编編][译譯]?|整理|[采採][写寫])"
    rf"|[综綜]合[报報][道導]\s?[\s:：/／|｜]\s?(?P<behind>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,3}})"
)
"""`甲某某 乙某某 综合报道`"""
DOING = r"(?:文|[图圖]文|文[图圖]|[编編][译譯]?|整理|[综綜]合|摘[编編]|[译譯]|撰[文稿]|[采採][写寫])"
SOURCED = re.compile(
    rf"(?:[本此原]文|文章)?(?:[综綜]?合?[据據]|[来來]源[:：于於]?|(?:[编編][译譯]|[转轉][载載]?|摘[编編]?|[选選]|[综綜]合|整理)自|原[载載刊][于於]?|首[发發刊][于於]|[载載刊]?[于於]|[载載]|[见見])"
    rf"\s?(?P<media>[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?(?:(?:[、和]\s?|(?<=》))[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?){{0,3}}?)(?:第?\d{{1,4}}[期版])?等?(?:[综綜]合)?(?:[报報][道導]|消息|客户端|微信公众号|公众号)?\s?[，,；;。／/|｜\s]\s?"
    rf"(?:{ROLE}{NAMES}\s?[/／|｜]?\s?{DOING}|(?:{DOING}\s?[:：/／|｜丨]|(?:作者|[记記]者)\s?[:：/／|｜丨]?)\s?(?P<named>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,3}}))"
)
"""`据《某某报》，甲某某/文`"""
WHO = r"(?:作家|作者|[记記]者|撰稿人?|撰文|[评評][论論][员員]|[编編][辑輯]|[观觀]察[员員]|[专專][栏欄](?:作[家者])?|主[笔筆]|[学學]者|[诗詩]人|通[讯訊][员員]|特派[员員]|研究[员員]|教授|[译譯]者|[画畫]家|[摄攝]影[师師家]|[实實][习習]生|媒体人|[书書][评評]人|影[评評]人|[乐樂][评評]人|[时時][评評]人)"
SENT = re.compile(
    rf"[{HAN}A-Za-z+]{{0,10}}?{WHO}\s?[:：/／|｜丨]?\s?{NAMES}\s?[，,／/]?\s?(?:\d{{1,2}}月?\d{{0,2}}日)?(?:[发發寄]自)\s?[{HAN}·]{{2,8}}(?:[、/／\s][{HAN}·]{{2,8}}){{0,2}}"
)
"""`特派记者 甲某某 发自某地`"""
STATIONED = re.compile(rf"(?:本[报報台刊网網社])?[{HAN}]{{0,6}}(?:[记記]者站|分社|通[讯訊]站|[编編][辑輯]部)\s{NAMES}")
"""`本报某地记者站 甲某某`"""
BOTH = re.compile(rf"文[并並][摄攝图圖]\s?[:：/／]?\s?{NAMES}")
"""`文并摄 甲某某`"""
JOINED = re.compile(
    rf"{ROLE}{NAMES}\s?(?:[参參][与與](?:了?本文)?(?:[采採][写寫访訪编編]|整理|[报報][道導]|撰稿|[写寫]作)|[亦也][有](?:[贡貢][献獻]))"
)
"""`实习生甲某某参与采写`"""
SIGNED = re.compile(
    rf"(?:[◇◆□■◎●○★☆▲△▶►※◈❖•·✎✍]{{1,2}}\s?[{HAN}]{{0,8}}?{WHO}|[{HAN}]{{0,6}}?(?:[专專][栏欄]|特[约約邀]|自由)(?:{WHO}))\s?[\s:：/／|｜丨]\s?{NAMES}"
)
"""`◇专栏作家 甲某某`"""
APART = re.compile(r"[\s、和与與]+")
HINT = re.compile(r"[摄攝图圖贡貢者文稿笔筆写寫创創编編系由料译譯合理道導自站員员家人师師授栏欄生]")
"""What each of them has"""
LONGEST = 60
"""Characters of the longest note."""
NAMED = frozenset(("name", "medium", "agency", "proper", "nobody"))
ROLES = frozenset(("wrote", "reporter", "edits", "shot", "image", "from"))
SLOTS = (
    NAMED
    | ROLES
    | {
        "about", "act", "contact", "view", "title", "qualifier", "kind", "given", "handle", "code", "joiner", "mark",
        "remark",
    }
)  # fmt: skip
"""Classes that a note is made of, beside one word that may be anything."""
STAFF = frozenset(
    (
        "记者", "記者", "通讯员", "通訊員", "评论员", "評論員", "编辑部", "編輯部", "评论部", "資料室", "资料室",
        "特约记者", "綜合報道", "综合报道",
    )
)  # fmt: skip
COLLECTED = frozenset(
    (
        "客户端", "公众号", "微信公众号", "等", "综合", "綜合", "编译", "編譯", "据", "據", "整理", "报道", "報導",
        "報道",
    )
)  # fmt: skip
LABEL_WORDS = re.compile(r"[＊※*]?(?:本文|文章|关于|關於)?作者(?:简介|簡介|介绍|介紹)?[:：\s]\s?")
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


def read_note(text: str, *, bracketed: bool) -> Credit | None:
    """Read a note on who wrote the text; None where it is another sentence.

    *bracketed* says that it stands in brackets: only there may the text it is about be left out. Its names are no authors:
    generated pages make them up.
    """
    text = text.strip()
    if not 4 <= len(text) <= LONGEST or HINT.search(text) is None:
        return None
    for form in (
        BY,
        LABEL,
        HELPED,
        REPORTED,
        SENT,
        SIGNED,
        SOURCED,
        STATIONED,
        BOTH,
        *((JOINED, DONE, FROM) if bracketed else ()),
    ):
        match = form.fullmatch(text)
        if match is None or not all(map(is_chinese_name, APART.split(_named(match)))):
            continue
        if form is SOURCED and not all(map(_is_published, match["media"].replace("和", "、").split("、"))):
            continue
        if form is DONE and match["made"] in GIVEN:
            continue
        if form is BY and not bracketed and text[0] in "由系为為":
            continue
        return Credit(start=0, end=len(text), reason="author", evidence="note on who wrote the text")
    return None


def _named(match: "re.Match[str]") -> str:
    """Give the names that a note has."""
    found = match.groupdict()
    return str(found["names"] or found.get("named") or found.get("behind") or "")


def _is_published(source: str) -> bool:
    """Tell whether what a text is taken from is a medium, or the title of something printed."""
    return "》" in source or is_medium(source.strip().strip("“”"))


@lru_cache(maxsize=4096)
def is_note(text: str) -> bool:
    """Tell whether a text is nothing but such a note: words of its slots alone, at most one of them unknown."""
    if not 3 <= len(text) <= LONGEST:
        return False
    if MATERIAL.fullmatch(text) or ((label := LABEL_WORDS.match(text)) is not None and holder(text[label.end() :])):
        return True
    if text[:2] in OWN_MEDIA and text[2:] in STAFF:
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
    if not found[0].classes & ROLES or len(found) < 3:  # label, mark, value
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
