"""Bylines, datelines and credits: B1 to B6."""

from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.damage import credit_name
from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.words import english_name, name

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts

DATELINES = (
    *("中新社{p}{m}月{d}日电 (记者 {n})", "新华社{p}{m}月{d}日电（记者{n}）", "中新网{p}{m}月{d}日电 (记者 {n} {o})"),
    *(
        "本报讯（记者{n}）",
        "【{p}讯】",
        "本报{p}{m}月{d}日电（记者{n} {o}）",
        "央视网消息：",
        "{p}晚报讯（记者 {n} 通讯员 {o}）",
    ),
)
DATELINES_EN = ("{P}, March {d} (Reuters) - ", "{P} (AP) — ", "(Reuters) - ", "{P}, {d} March (Coastwire) – ")
PLACES = ("北京", "江湾", "南宁", "临河", "上海", "望潮", "成都", "东京")
PLACES_EN = ("LONDON", "HARROW POINT", "EASTMERE", "PARIS", "WASHINGTON")
SIGNS = (
    "(总台记者 {n})",
    "（记者 {n} {o}）",
    "（记者{n}）",
    "文| {n}",
    "作者：{n}",
    "记者丨{n}",
    "（本报记者 {n}）",
    "来源：{p}日报",
)
SIGNS_EN = ("By {n}", "Reporting by {n}; editing by {o}", "Words: {n}", "(Reporting by {n} and {o})")
CREDITS = (
    "新华社记者 {n} 摄",
    "（受访者供图）",
    "本报记者 {n} 摄",
    "（资料图片）",
    "{n}供图",
    "（影像中国）",
    "摄影记者{n}",
    "{n}/摄",
)
CREDITS_EN = ("Photograph: {n}/Coastwire", "(Photo by {n})", "Photo: {n}", "Picture: {n}")
EDITORS = (
    *(
        ("责任编辑：{n}",),
        ("责编：{n}",),
        ("（责任编辑：{n}）",),
        ("编辑/{n}",),
        ("【責任編輯:{n}】",),
        ("编辑 : {n}",),
    ),
    *(("二审 {n}", "三审 {o}"), ("责任编辑：", "{n}"), ("编辑：{n} 校对：{o}",), ("审核：{n}",)),
)
EDITORS_EN = (("Editor: {n}",), ("Edited by {n}",), ("Editing by {n} and {o}",))


def photo_bylines(page: Page, site: "Facts", chance: Random) -> None:
    """B1: a credit with two made-up names behind some paragraphs, on many sites before a brand line."""
    branded = site.chance("B1").random() < 0.5
    for line in reversed([line for line in page.genuine() if chance.random() < 0.45] or page.genuine()[:1]):
        line.append(f" {name(chance)}记者 {name(chance)} 摄", "B1")
        if branded:
            page.add(page.lines.index(line) + 1, site.brand, "B1")


def fake_credit(page: Page, site: "Facts", chance: Random) -> None:
    """B2: a made-up writer behind the body, or a made-up source above it."""
    if site.chance("B2").random() < 0.6:
        page.add(
            len(page.lines), chance.choice(("🍓(撰稿:{0})", "(撰稿:{0})", "（供稿：{0}）")).format(name(chance)), "B2"
        )
    else:
        page.add(0, f"来源：{chance.choice(PLACES)}网 作者：{name(chance)}", "B2")


def dateline(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - agencies differ
    """B3: an agency dateline glued to the first sentence."""
    shapes, places = (DATELINES, PLACES) if page.lang == "zh" else (DATELINES_EN, PLACES_EN)
    place = chance.choice(places)
    names = {"n": name(chance), "o": name(chance), "p": place, "P": place}
    page.genuine()[0].prepend(
        chance.choice(shapes).format(m=chance.randint(1, 12), d=chance.randint(1, 28), **names), "B3"
    )


def sign_off(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - reporters differ
    """B4: the reporter in brackets behind the last sentence, or on a line of its own."""
    text = chance.choice(SIGNS if page.lang == "zh" else SIGNS_EN).format(
        n=credit_name(page, chance), o=credit_name(page, chance), p=chance.choice(PLACES)
    )
    if text[0] in "(（" and chance.random() < 0.5:
        page.genuine()[-1].append(text, "B4")
    else:
        page.add(0 if text.startswith("By ") else len(page.lines), text, "B4")


def photo_credit(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - photographers differ
    """B5: a caption, which belongs to the article, with a credit, which does not."""
    paragraphs = [line.text for line in page.genuine()]
    at = chance.randint(1, len(paragraphs))
    if page.lang == "zh":
        thing = chance.choice(("展区一角", "施工现场", "比赛瞬间", "村民采摘春茶", "列车驶过大桥"))
        caption = Marked(f"图为{thing}。")
    else:
        caption = Marked(
            chance.choice(("The harbour wall on Tuesday morning.", "Residents at the public meeting last week."))
        )
    paragraphs.insert(at, caption.text)
    credit = chance.choice(CREDITS if page.lang == "zh" else CREDITS_EN).format(n=credit_name(page, chance))
    caption.append(credit if page.lang == "zh" else f" {credit}", "B5")
    page.lines.insert(page.lines.index(page.genuine()[at - 1]) + 1, caption)
    page.truth = Clean(title=page.truth.title, paragraphs=tuple(paragraphs), lang=page.lang)


def editor_line(page: Page, site: "Facts", chance: Random) -> None:
    """B6: who edited and reviewed it, on one or two lines at the end."""
    shape = site.chance("B6").choice(EDITORS if page.lang == "zh" else EDITORS_EN)
    maker = name if page.lang == "zh" else english_name
    for text in shape:
        page.add(len(page.lines), text.format(n=maker(chance), o=maker(chance)), "B6")
