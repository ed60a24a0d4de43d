"""Notes on who wrote a text, told by their form: `本文由甲某某撰写`, `笔者：甲某某`, `甲某某对本文亦有贡献` (B2, B4)."""

import re

from pipelines.text.byline.credit import Credit
from pipelines.text.byline.people import HAN, is_chinese_name

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
    rf"{ROLE}{NAMES}\s?[对對為为]本[文稿](?:[亦也均][都]?)?(?:有(?:所)?|做出)?(?:[贡貢][献獻]|[帮幫]助)"
)
"""`甲某某对本文亦有贡献`"""
EMPLOYED = re.compile(rf"{NAMES}\s?(?:[，,]\s?)?(?:作者)?系[^。！？；，]{{4,40}}")
"""`甲某某系某大学教授`"""
TAKEN = re.compile(
    rf"(?:原[载載]|首[发發]|[转轉][载載]?|摘)[于於自]?\s?[《“]?[{HAN}A-Za-z0-9·]{{2,14}}[》”]?[，,\s]\s?作者[:：]?\s?{NAMES}"
)
"""`原载《某某报》，作者甲某某`"""
FROM = re.compile(rf"{NAMES}\s?(?:[编編][译譯]|摘[编編]|整理|翻[译譯])自[^。！？]{{2,24}}")
"""`甲某某编译自《某某报》`"""
APART = re.compile(r"[\s、和与與]+")
HINT = re.compile(r"[者文稿笔筆写寫创創编編系由料]")
"""What each of them has"""
LONGEST = 60
"""Characters of the longest note."""


def read_note(text: str, *, bracketed: bool) -> Credit | None:
    """Read a note on who wrote the text; None where it is another sentence.

    *bracketed* says that it stands in brackets: only there may the text it is about be left out. Its names are no authors:
    generated pages make them up.
    """
    text = text.strip()
    if not 4 <= len(text) <= LONGEST or HINT.search(text) is None:
        return None
    for form in (BY, LABEL, HELPED, TAKEN, *((DONE, EMPLOYED, FROM) if bracketed else ())):
        match = form.fullmatch(text)
        if match is None or not all(map(is_chinese_name, APART.split(match["names"]))):
            continue
        if form is DONE and match["made"] in GIVEN:
            continue
        if form is BY and not bracketed and text[0] in "由系为為":
            continue
        return Credit(start=0, end=len(text), reason="author", evidence="note on who wrote the text")
    return None
