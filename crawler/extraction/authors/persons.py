"""Whether a name is a person's, and which people a list of names names: the shapes of names, not lists of people."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from pipelines.text.byline.datelines.wires import AGENCIES
from pipelines.text.byline.vocabulary.credit import label_classes, words
from pipelines.text.byline.vocabulary.people import ACTIONS, LABELS, NOT_IN_NAMES, ROLES, is_chinese_name, is_medium

_WORDS = {
    name: frozenset(values)
    for name, values in tomllib.loads(
        (files("crawler.extraction") / "data" / "person_words.toml").read_text("utf-8")
    ).items()
}
"""Words that stand around names, by what they say; small letters."""
LONGEST = 60
"""Characters; what is longer is no name."""
HAN = r"\u3400-\u9fff"
IS_HAN = re.compile(rf"[{HAN}]")
_PEN_NAME = re.compile(rf"[{HAN}A-Za-z0-9·•・~～_-]{{2,8}}|[{HAN}]{{1,8}}[·•・][{HAN}·•・A-Z.]{{1,20}}")
"""What a Chinese author calls himself, or a name from abroad in Chinese letters."""
_PLATFORM = re.compile(rf"[{HAN}]{{2}}[号號]")
"""What platforms call the accounts they give (`某某号`)."""
_OFFICE = re.compile(r"[部组室中心处局委办院司会厅馆所校队系]$")
"""How names of offices end; one that has five characters or more is no pen name."""
_OFFICES = re.compile(
    r"(?:政府|公所|委[员員][会會]|[办辦]公[室厅廳]|[协協][会會]|公司|集[团團]|[编編][辑輯]部|大[学學]|[学學]院|[医醫]院|[管教公民财財卫衛][\u3400-\u9fff]{0,6}[局厅廳署])$"
)
"""How names of offices end that no author bears, not even in metadata."""
_TOOLS = re.compile(
    r"关注|關注|字号|字號|字体|字體|大小|打印|列印|阅读|閱讀|点击|點擊|浏览|瀏覽|分享|评论|評論|投稿|纠错|糾錯|手机|手機|注册|注冊|登录|登錄|下载|下載|收藏|举报|"
    r"来源|來源|稿源|编辑|編輯|责编|責編|责任|校对|報導|报道|報道|综合|整理|原创|未知|佚名|匿名|管理员|小编|网友|網友|本站|网络|網絡|专栏|官方|摄影|攝影|记者|記者|通讯员"
)
"""Words of toolbars, labels and remarks, of which no name is made."""
_KEEPERS = ("管理员", "管理員")
"""How systems for publishing name the account that keeps them (`系统管理员`)."""
_OFFICE_CHARS = 4
"""Characters of the name of an office, at least."""
_ROLES = _WORDS["roles"]
"""What people are called behind their names, and what goes before it; small letters."""
_NO_NAMES = _WORDS["no_names"]
"""Words that stand in names of companies, offices, sections and buttons, and not in those of people; small letters."""
_FIRMS = _WORDS["firms"]
"""Words that say that a name is a firm's, an office's or a party's; small letters, without the last full stop."""
_COMPOUNDS = tuple(_WORDS["compounds"])
"""How German words end that say so."""
_STAFF = _WORDS["staff"]
"""What is added to the name of a medium to say that its people wrote it."""
_PARTICLES = _WORDS["particles"]
_DEGREE = re.compile(
    r"(?:[A-Z]{2,7}|(?:[A-Z][A-Za-z]{0,3}\.){1,4}[A-Z]?|Ph\.? ?D\.?|Psy\.?D\.?|Pharm\.?D\.?|Ed\.?D\.?|BSc|MSc|Esq\.?|[A-Z]{1,3}-[A-Z]{1,4}(?: \d{1,3})?)"
    r"(?: (?:[A-Z]{2,7}|\([A-Z][A-Za-z]{2,20}\)))*"
)
"""Titles behind a name: `MD`, `Ph.D.`, `E-RYT 200`"""
_WITH_POST = 4
"""Words of a name with a post of several behind it, at least."""
_INITIAL = 2
"""Characters of one letter for a given name (`Harden, J.`)."""
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_TITLE = re.compile(
    r"^(?:(?:(?:Dr|Mr|Mrs|Ms|Prof|Mag|Ing|Dipl\.-\w{2,6}|Avv|Dott|Dott\.ssa|RAi?n?)\.?|Professor(?:in)?|Sir|Maître|Pfarrer(?:in)?"
    r"|(?:Rechts|Fach|Staats)(?:anwalt|anwältin)|Notar(?:in)?|Steuerberater(?:in)?|Redakteur(?:in)?)\s(?=\S+\s)){1,3}"
)
"""Titles and professions before a name."""
_JUNIOR = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV")
_WORD = re.compile(r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω(“\"'‘’][\w.'’“”\"()&-]{0,24}|[A-ZÀ-ÞА-ЯΑ-Ω]\.?")
_APART = re.compile(r"\s*(?:[;；|/／•⋅●■]|\s·\s|\s&|&\s|\b(?:and|AND|And|with)\b)\s*")
_HAN_APART = re.compile(r"\s*[、，,;；/／|]\s*|[\s\u3000]+")
_NOBODY = re.compile(
    r"https?:|www\.|@|[<>{}\[\]=]|\bversion\b|\d\.\d|^[a-z]+_(?=[a-z]*\d)[a-z0-9]{6,}$|^[a-zà-ž]{3,}\d{1,4}$|^(?:admin\w*|editors?|editorial|staff|root|user|webmaster|unknown|none|null|undefined|anonymous|guest|others|various|"
    r"default|super\s?user|\d+|(?:written|posted|published)?\s?by|authors?)$|^[\w-]+(?:\.[\w-]+){0,4}\.(?:com|net|org|cn|hk|tw|tv|info|gov|edu|biz|eu|de|at|ch|fr|es|it|nl|be|dk|se|no|fi|pl|cz|sk|hu|ro|ru|ua|uk|ca|au|br|mx|in|id|jp|kr|vn|tr)$|^(?:[a-z]+\.){2,}[a-z]+$",
    re.IGNORECASE,
)
"""What stands in the place of a name: addresses, templates, programs with their versions, accounts of the system."""
_SHOUTED = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{0,20} ){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,20}) (?=[A-Z][a-z]|the\b)")
"""A name set in capitals before what its bearer is (`JULIA HARDEN Coastal Press`)."""
_TEAM = _WORDS["team"]
"""What the people of a medium call themselves together, small letters."""
_LABELS = frozenset((*ROLES, *ACTIONS, *LABELS, *_WORDS["labels_zh"]))
"""Labels, roles and posts that stand where a name might, or before one."""
_HOUSEHOLD = frozenset(name.casefold() for name in AGENCIES) | {
    "the associated press", "xinhua news agency", "afp", "dpa", "ansa", "efe", "lusa", "antara", "iha", "i̇ha", "dha", "anka",
    "тасс", "риа новости", "интерфакс", "연합뉴스", "뉴시스", "共同通信", "時事通信", "共同通信社", "時事通信社",
}  # fmt: skip
_JAPANESE_PRESS = re.compile(
    r"[\u3040-\u30ff].*(?:新聞|通信|放送|編集部|速報)$|(?:スポーツ|ニュース|テレビ|オンライン|タイムズ|ジャーナル|プレス)(?:編集部)?$"
)
"""How the names of media of Japan end that are no Chinese ones."""


@cache
def given_names() -> frozenset[str]:
    """Load the common given names, in small letters."""
    text = (files("crawler.extraction") / "data" / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(name for line in text.splitlines() if not line.startswith("#") for name in line.split())


def is_person(name: str) -> bool:
    """Tell whether a name has the shape of a person's: a Chinese name, or two to five words that begin with capitals."""
    if IS_HAN.search(name):
        return (is_chinese_name(name) or "·" in name) and is_pen_name(name)
    parts = name.split()
    if not 2 <= len(parts) <= 5 or len(name) > LONGEST or parts[0] in _PARTICLES or parts[-1] in _PARTICLES:
        return False
    if any(("(" in part) != (")" in part) for part in parts):
        return False
    return all(part in _PARTICLES or (_WORD.fullmatch(part) and part.lower() not in _NO_NAMES) for part in parts)


def is_known_person(name: str) -> bool:
    """Tell whether a name has the shape of a person's and begins with a common given name or a Chinese family name."""
    return is_person(name) and (IS_HAN.search(name) is not None or is_given_name(name.split(maxsplit=1)[0]))


def is_given_name(word: str) -> bool:
    """Tell whether one word is a common given name, with or without its accents."""
    bare = unicodedata.normalize("NFD", word.strip('("“').casefold())
    return word[:1].isupper() and not given_names().isdisjoint(
        (_ACCENTS.sub("", bare), unicodedata.normalize("NFC", bare))
    )


def has_role(text: str) -> bool:
    """Tell whether a text says what somebody is (`Co-Founder & Marketing Director`)."""
    return not _ROLES.isdisjoint(re.findall(r"[a-z-]+", text.casefold()))


def is_pen_name(name: str) -> bool:
    """Tell whether a text in Chinese letters may be what an author calls himself, be it no name a registrar would take."""
    if not is_account(name):
        return False
    if is_chinese_name(name):
        return True
    return not (NOT_IN_NAMES.search(name) and len(name) > 4) and not (len(name) > 4 and _OFFICE.search(name))


def is_account(name: str) -> bool:
    """Tell whether a text in Chinese letters may be the name of an account, which words of grammar may hold as well."""
    return (
        _PEN_NAME.fullmatch(name) is not None
        and not _PLATFORM.fullmatch(name)
        and not _TOOLS.search(name)
        and not is_medium(name)
        and not is_label_word(name)
    )


def is_office(name: str) -> bool:
    """Tell whether a Chinese name is an office's, a school's or a firm's."""
    return len(name) >= _OFFICE_CHARS and _OFFICES.search(name) is not None


def is_label_word(text: str) -> bool:
    """Tell whether a text is a label or a role rather than a name (`稿源`, `见习`)."""
    return text in label_classes() or text in words()["nobody"] or text in _LABELS


def is_nobody(name: str) -> bool:
    """Tell whether what stands in the place of a name is an address, an account, a template, a number or a wire agency."""
    if len(name) < 2 or _NOBODY.search(name) is not None or name.casefold() in _HOUSEHOLD:
        return True
    if _TOOLS.fullmatch(name) is not None or name.endswith(_KEEPERS):
        return True
    return all(word in _NO_NAMES or word in _ROLES for word in name.casefold().split())


def is_press(name: str) -> bool:
    """Tell whether a name is that of a Chinese medium or of a wire agency."""
    if IS_HAN.search(name) and is_medium(name):
        return True
    return name.casefold() in _HOUSEHOLD or _JAPANESE_PRESS.search(name) is not None or _is_the_paper(name)


def _is_the_paper(name: str) -> bool:
    """Tell whether a name begins with the article and ends as those of newspapers do (`The Harbourtimes`)."""
    words = name.casefold().split()
    return (
        len(words) > 1
        and words[0] == "the"
        and words[-1].endswith(("times", "post", "herald", "tribune", *_WORDS["papers"]))
    )


def bare_medium(name: str) -> str:
    """Give the letters of a name of a medium without the words for its staff, in small letters; empty when there are none."""
    return "".join(re.findall(r"\w+", " ".join(word for word in name.casefold().split() if word not in _STAFF)))


def is_team(name: str) -> bool:
    """Tell whether a name says that the people of a medium wrote it (`Coastal Team`), without one of them being named."""
    words = name.casefold().split()
    return len(words) > 1 and not _TEAM.isdisjoint(words) and (words[-1] in _TEAM or words[-1] not in _ROLES)


def is_firm(name: str) -> bool:
    """Tell whether a name says that it is a firm's, a channel's or a page's (`Kestrel Ltd`, `Kestrel News`)."""
    parts = [word.rstrip(".") for word in name.casefold().replace(",", " ").split()]
    return not _FIRMS.isdisjoint(parts) or (len(parts) > 1 and any(part.endswith(_COMPOUNDS) for part in parts))


def is_paper(name: str) -> bool:
    """Tell whether a name ends as those of newspapers do that are called after a place (`Brandon Sun`)."""
    return name.rsplit(maxsplit=1)[-1].casefold() in _WORDS["papers"]


def strip_roles(name: str) -> str:
    """Give a name without what its bearer is called behind it (`Julia Harden Staff Writer`)."""
    if (shouted := _SHOUTED.match(name)) is not None:
        name = shouted[1]
    parts = _without_post(_TITLE.sub("", name).split())
    while len(parts) > 1 and parts[-1].strip(",.()").casefold() in _ROLES and parts[-2].casefold() not in _NO_NAMES:
        parts.pop()
    while len(parts) > 2 and parts[-1].isupper() and parts[-1].casefold() in _HOUSEHOLD:
        parts.pop()
    if len(parts) == 1 and is_team(name):
        return name.strip()
    while len(parts) > 2 and not name.isupper() and _is_degree(parts[-1]):
        parts.pop()
    return " ".join(parts).strip(" -–—,.:：/|·•●")


def _is_degree(part: str) -> bool:
    """Tell whether the last part of a name is a title, and not what tells a firm (`Corp.`)."""
    return (
        _DEGREE.fullmatch(part) is not None
        and _JUNIOR.fullmatch(part) is None
        and part.rstrip(".").casefold() not in _FIRMS
    )


def _without_post(parts: list[str]) -> list[str]:
    """Give the words of a name without a post that begins with a role as well (`Julia Harden Senior Harbour Correspondent`)."""
    if len(parts) < _WITH_POST or parts[-1].strip(",.()").casefold() not in _ROLES:
        return parts
    return parts[: next((i for i in range(2, len(parts) - 1) if parts[i].casefold() in _ROLES), len(parts))]


def split_people(text: str) -> list[str]:
    """Give the names in a list of people, without roles and degrees, in the order of Western names.

    `Harden, Julia T.` is one person; behind `Julia Harden, ` stands another one or what she is.
    """
    names: list[str] = []
    told = False
    for part in _APART.split(text):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) == 2 and _is_inverted(*pieces):
            names.append(f"{pieces[1]} {pieces[0]}")
            continue
        if told and pieces and not is_person(strip_roles(pieces[0])):
            continue  # `…, Head of Gardens and Parks`
        for index, piece in enumerate(pieces):
            if index and _JUNIOR.fullmatch(piece):
                names[-1] += f", {piece}"
            elif index and (_DEGREE.fullmatch(piece) or not is_person(strip_roles(piece))):
                if not _DEGREE.fullmatch(piece):
                    told = True
                    break  # what he is, and where: no more names follow
            else:
                names.append(strip_roles(piece))
    return [in_usual_case(name) for name in names if name]


def _is_inverted(first: str, second: str) -> bool:
    """Tell whether two pieces are a family name and given names (`Harden`, `Julia T.`)."""
    if (_DEGREE.fullmatch(second) and len(second) > _INITIAL) or _JUNIOR.fullmatch(second) or " " in first:
        return False
    given = second.split()
    return len(given) <= 2 and _WORD.fullmatch(first) is not None and is_person(f"{second} {first}")


def in_usual_case(name: str) -> str:
    """Give a name set in capitals its usual form."""
    return name.title() if name.isupper() and " " in name and len(name) > 5 else name


def split_chinese(text: str) -> list[str]:
    """Give the parts of a list of Chinese names; two characters set apart are one name (`方 敏`)."""
    return [
        part
        for part in _HAN_APART.split(
            re.sub(rf"(?<![{HAN}])([{HAN}])[ \u3000]{{1,2}}([{HAN}])(?![{HAN}])", r"\1\2", text)
        )
        if part
    ]
