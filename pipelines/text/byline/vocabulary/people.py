"""Reading who is named in a credit: a run of role words, media and names, told apart from a sentence."""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Chinese characters, for use inside a character class."""
IS_HAN = re.compile(f"[{HAN}]")
OWN_MEDIA = frozenset(("本报", "本報", "本社", "本刊", "本网", "本網", "本台", "本站"))
"""What a medium calls itself."""

ROLES = (
    *("全媒体记者", "摄影记者", "文字记者", "见习记者", "实习记者", "特约记者", "特派记者", "首席记者", "驻站记者"),
    *("记者", "通讯员", "特约通讯员", "报道员", "实习生", "评论员", "特约评论员", "专栏作者", "特约撰稿人", "撰稿人"),
    *("全媒體記者", "攝影記者", "特約記者", "特派記者", "實習記者", "記者", "通訊員", "特派員", "實習生", "評論員"),
    *("作者", "摄影师", "攝影師", "摄影", "攝影", "撰稿", "撰文", "采写", "採寫", "采访", "採訪", "编译", "編譯", "文"),
    *("图", "圖", "供稿", "翻译", "翻譯", "整理", "文图", "图文", "圖文"),
)
"""What people are called in Chinese credits; words of the trade, longest first where one holds another."""

ACTIONS = (
    *("摄影报道", "攝影報導", "摄影", "攝影", "翻摄", "翻攝", "航拍", "摄", "攝", "供图", "供圖", "制图", "製圖"),
    *("报道", "報道", "報導", "综合报道", "整合", "综合", "编辑", "編輯", "责编", "責編", "校对", "校對"),
    *("撰稿", "供稿", "文", "图", "圖", "文图", "图文", "发", "發", "供", "作"),
)
"""What people are said to have done at the end of a credit."""

PHOTO = {
    *("摄影报道", "攝影報導", "摄影", "攝影", "翻摄", "翻攝", "航拍", "摄", "攝"),
    *("供图", "供圖", "制图", "製圖", "图", "圖", "摄影记者", "攝影記者", "摄影师", "攝影師"),
}
"""Actions and roles of pictures, whose people did not write the text."""

REPORTED = {"报道", "報道", "報導", "综合报道", "摄影报道", "攝影報導"}
"""Actions that a place may stand before."""

LABELS = {"来源", "來源", "稿源", "时间", "時間", "日期", "出处", "转自", "原载", "发布", "网络", "資料", "资料"}
"""Labels that have the length of a name."""

WROTE = {"文", "文图", "图文", "圖文", "撰文", "撰稿", "采写", "採寫", "摄影报道", "攝影報導"}
"""Words that say that the people of a picture wrote the text as well."""

MEDIA_ENDINGS = (
    *(
        "时讯",
        "時訊",
        "通讯社",
        "通訊社",
        "新闻",
        "新聞",
        "客户端",
        "融媒体",
        "融媒",
        "传媒",
        "周刊",
        "杂志",
        "在线",
        "电视",
        "卫视",
    ),
    *("傳媒", "週刊", "雜誌", "電視", "衛視", "廣播", "財經", "體育", "娛樂", "頻道", "快訊", "融媒體", "全媒體"),
    *("广播", "财经", "科技", "体育", "娱乐", "全媒体", "频道", "快讯", "官微", "本站"),
    *("社", "报", "報", "网", "網", "台", "臺", "刊"),
)
"""Last words of the name of a medium, in Chinese."""

NOT_IN_NAMES = re.compile(
    r"[的了是在这那们吗呢吧着过说被把从称该很都也还就但并及与等为对让由此者]|若干|以[上下]|[一两几数多]名$"
)
"""Function words and counters, which a personal name hardly ever holds (`若干名`, `本科以上`)."""

NOT_IN_EMPLOYERS = re.compile(r"[的了是在这那们说称该由此]")
"""Function words: characters that what stands before a role (`某某晚报记者`) hardly ever holds."""

NAME = re.compile(rf"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:[·•・][{HAN}]{{1,8}}){{1,3}}|某+")
LATIN_NAME = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,20}(?: (?:(?:de|van|von|der|den|al|el|bin|da|di|la|le|du|dos|ben) )?[A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,20}){1,3}"
)
SEPARATORS = re.compile(r"[\s、，,/／╱;；|｜丨&＆:：\-—]+")
# Words of one character are read only where they stand alone: they are parts of names as well.
ROLE = re.compile("|".join(sorted((role for role in ROLES if len(role) > 1), key=len, reverse=True)))
ACTION_END = re.compile(
    f"(?:{'|'.join(sorted((word for word in ACTIONS if len(word) > 1), key=len, reverse=True))}|摄|攝)$"
)
ENDED = re.compile(r"[。！？!?；，]")
"""Marks that no name holds: `…港口。某某社` is a caption and its agency."""
LONGEST_SITE = 10
"""Characters of the name of a site before a label."""
SITE_END = re.compile(
    r"(?:热线|熱線|头条号?|頭條|观察|觀察|速递|速遞|[晨日晚午]讯|资讯|資訊|信息港|新闻港|播报|速报|要闻|要聞|视点|視點|视界|視界|之声|快线|看点|门户|论坛|论坛报|生活|天下|发布|發佈)讯?$"
)
"""What names of sites end with; in a text they are words like others."""
MEDIA = re.compile(f"(?:{'|'.join(MEDIA_ENDINGS)})$")
LABELLED = re.compile(
    r"(?P<other>[编編][辑輯]|[责責主][编編]|校[对對]|[审審]核|[摄攝]影|[摄攝]像|[制製][图圖]|[图圖]片)\s{0,2}[:：/／|｜╱]|(?:作者|[记記]者|文|撰文|撰稿|[采採][写寫]|通[讯訊][员員])\s{0,2}[:：/／|｜╱]"
)
"""Labels of those who did not write the text (`other`) and of those who did, with the mark before their names."""
OWN = re.compile(r"^[本我](?:[报報台臺站刊网網社](?:讯|訊)?)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who a credit names."""

    names: tuple[str, ...]
    """Names without roles, in order; without those who are known to be made up."""
    writers: tuple[str, ...] = ()
    """Those of them who wrote the text: not those behind the label of an editor or a photographer."""
    media: str | None = None
    """The medium they work for, if one is named."""
    role: bool = False
    """Whether a role word stands there (`记者`)."""
    photo: bool = False
    """Whether they took or gave the picture, and did not write the text."""
    made_up: bool = False
    """Whether a personal name stands where the medium belongs (`甲某某记者 乙某某 摄`), as random credits have it."""
    certain: bool = False
    """Whether every name begins with a family name."""


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Load the family names of one and of two characters."""
    text = (files("pipelines.text") / "data" / "surnames.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    single = frozenset(character for line in lines if " " not in line for character in line)
    double = frozenset(word for line in lines if " " in line for word in line.split())
    return single, double


def is_chinese_name(text: str) -> bool:
    """Tell whether a text is a Chinese personal name: a family name and one or two characters more."""
    single, double = surnames()
    if not re.fullmatch(rf"[{HAN}]{{2,4}}", text) or NOT_IN_NAMES.search(text):
        return False
    if text[:2] in double:
        return len(text) > 2
    return text[0] in single and len(text) <= 3


def is_medium(text: str) -> bool:
    """Tell whether a text ends as the names of media do."""
    return 2 <= len(text) <= 20 and not ENDED.search(text) and bool(MEDIA.search(text) or OWN.match(text))


def is_house(text: str) -> bool:
    """Tell whether what stands before a label or a name is a medium, or ends as the names of sites do."""
    return is_medium(text) or (len(text) <= LONGEST_SITE and SITE_END.search(text) is not None)


def read_people(text: str) -> People | None:
    """Read a credit such as `本报记者 甲某 乙某 摄`; None where anything else stands in it.

    *text* is the credit alone, a few dozen characters; longer texts are no credits.
    """
    if not 2 <= len(text) <= 80:
        return None
    reader = _Reader()
    tokens = [token for token in SEPARATORS.split(text) if token]
    for index, token in enumerate(tokens):
        if not reader.take(token, last=index == len(tokens) - 1):
            return None
    people = reader.result()
    return people and replace(people, writers=_writers(text, people.names))


def _writers(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the names whose label is that of an editor or a photographer."""
    packed = "".join(text.split())
    marks = list(LABELLED.finditer(packed))
    if not any(mark["other"] for mark in marks):
        return names
    labels = {name: [mark for mark in marks if mark.end() <= packed.find(name)] for name in names}
    return tuple(name for name, before in labels.items() if not (before and before[-1]["other"]))


class _Reader:
    """Takes the words of a credit one after another."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.half = ""
        self.media: str | None = None
        self.role = self.photo = self.wrote = self.made_up = False

    def take(self, token: str, *, last: bool) -> bool:
        """Take one word; False where it is no part of a credit."""
        if len(token) == 1 and token not in ACTIONS and "\u3400" <= token <= "\u9fff":
            return self._half(token)
        if self.half:
            return False
        if token in ACTIONS:
            return self._action(token)
        if (match := ROLE.search(token)) is not None:
            return self._role(token[: match.start()], match[0], token[match.end() :])
        if is_medium(token) and not self.names:
            self.media = token
            return True
        return self._name(token, last=last)

    def _action(self, token: str) -> bool:
        self._did(token)
        self.role = self.role or token in ROLES
        return bool(self.names or self.media or token in ROLES)

    def _did(self, word: str) -> None:
        self.photo = self.photo or word in PHOTO
        self.wrote = self.wrote or word in WROTE

    def _half(self, token: str) -> bool:
        """Take one character: two of them are a name set wide (`甲 乙`)."""
        if self.half:
            self.names.append(self.half + token)
            self.half = ""
        else:
            self.half = token
        return True

    def _role(self, before: str, role: str, after: str) -> bool:
        self.role = True
        self._did(role)
        if before and not self._before(before):
            return False
        if len(after) == 1:
            return self._half(after)
        if not after:
            return True
        return self._name(after, last=True) and bool(self.names) and ("·" in after or is_chinese_name(self.names[-1]))

    def _before(self, before: str) -> bool:
        """Take what is glued before a role: a medium, a qualifier, or, in random credits, a person."""
        if not re.fullmatch(rf"[{HAN}A-Za-z0-9·+＋《》()（）]{{1,20}}", before) or NOT_IN_EMPLOYERS.search(before):
            return False
        if is_chinese_name(before) and not is_medium(before):
            if self.names:  # random credits have two names: what stands before them is the article's
                return False
            self.made_up = True
        else:
            self.media = before.strip("《》")
        return True

    def _name(self, token: str, *, last: bool) -> bool:
        if last and (match := ACTION_END.search(token)) is not None and match.start() >= 2:
            action, token = match[0], token[: match.start()]
            self._did(action)
            if action in REPORTED and (not is_chinese_name(token) or (self.names and len(token) == 2)):
                return True  # `北京报道`: a place, not a name
        if (
            not NAME.fullmatch(token)
            or NOT_IN_NAMES.search(token)
            or ROLE.search(token)
            or token in ACTIONS
            or token in LABELS
        ):
            return False
        self.names.append(token)
        return True

    def result(self) -> People | None:
        """Give what was read; None where nobody is named."""
        if self.half or not (self.names or self.media):
            return None
        return People(
            names=() if self.made_up else tuple(dict.fromkeys(self.names)),
            media=self.media,
            role=self.role,
            photo=self.photo and not self.wrote,
            made_up=self.made_up,
            certain=bool(self.names) and all(is_chinese_name(name) or "·" in name for name in self.names),
        )
