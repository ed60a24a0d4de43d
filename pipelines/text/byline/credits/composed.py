"""Credits of pictures told by what they are composed of: each of their words is one of a credit, and they fit together (B5)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipelines.text.byline.vocabulary.credit import words
from pipelines.text.byline.vocabulary.people import HAN
from pipelines.text.byline.vocabulary.segments import LONGEST, Word, lists, segment

NAMED = frozenset(("name", "medium", "agency", "proper", "handle", "nobody"))
"""Classes of what a credit names."""
VALUE = NAMED | {"unknown"}
PICTURED = VALUE | {"shot", "image", "kind", "given", "from", "remark", "reporter", "joiner", "code", "mark"}
"""Classes that the credit of a picture is made of."""
LABEL = re.compile(r"[:：＝=/／╱|｜丨∣│▏ㅣ·・•\-–—]")
"""Marks between a role and the name."""
PARTED = re.compile(r"[/／╱|｜丨∣│ㅣ•]")
"""Marks between a name and its agency."""
GAVE = frozenset(("供图", "供圖", "制图", "製圖"))
"""Acts that stand in credits alone, whoever did them."""
GIVERS = frozenset(("受访者", "受訪者", "采访对象", "被访者", "当事人", "网络", "網絡", "網路"))
FROM_ANYWHERE = frozenset(("from", "for", "special to", "из"))
"""Words of sources that every heading has as well (`From Town to Town`)"""
LABELS = frozenset(("copyright", "source", "sources", "image source", "photo source", "источник", "источники"))
"""Those that are nouns too (`Copyright Office`), and need the mark of a label"""
TOOK = frozenset(("撮影", "写す"))
"""The same, behind a whole name"""
SOURCED = re.compile(
    r"(?:Фото|Видео|Скриншот|Снимок|Кадр)\w{0,4} (?:предоставлен\w{0,3}|пресс-служб\w{1,2}|из|с|со|архив\w{0,2}|сайта) [^.!?,]{2,60}"
)
"""`Фото пресс-службы мэрии`: a picture and, in another case, whose it is"""
OWN = re.compile(r"(?:©️?|ⓒ|[(（][cC][)）])\s?(?:(?:19|20)\d\d\s)?[^.!?。！？]{2,40}")
CHINESE = re.compile(rf"[{HAN}\u3040-\u30ff가-힣]")


@lru_cache(maxsize=4096)
def is_composed_credit(text: str, *, glued: bool = False, line: bool = False, pair: bool = False) -> bool:
    """Tell whether a text that stands in brackets or behind a sentence is the credit of a picture.

    With *glued* it stands behind a space only: then a name and the act of taking pictures must be there. With *line* it
    is a paragraph of its own, which a heading is as well: then it must name somebody. With *pair*, a person and a house
    with a stroke between them are enough; in brackets they may be two names of one thing.
    """
    if glued:
        ending = text.endswith(tuple(lists()["shooting"])) or (
            text[0] >= "\u3400" and LABEL.search(text, 1, 12) is not None
        )
        return ending and (found := segment(text)) is not None and (_taken(found) or _labelled(found))
    found = segment(text)
    if 1 < len(text) <= LONGEST and (
        OWN.fullmatch(text) or (not line and (text.casefold() in lists()["alone"] or SOURCED.fullmatch(text)))
    ):
        return True
    return found is not None and _is_credit(found, line=line, pair=pair)


def _is_credit(found: Sequence[Word], *, line: bool, pair: bool) -> bool:
    """Tell whether words are those of a credit, and something among them proves it one."""
    content = [word for word in found if "mark" not in word.classes]
    unknown = [at for at, word in enumerate(found) if "unknown" in word.classes]
    if not content or len(unknown) > 1 or not all(word.classes & PICTURED for word in found):
        return False
    if all("agency" in word.classes for word in content):
        return True
    if not line and len(found) == 1 and found[0].text[0] == "@":
        return True
    classes = frozenset().union(*(word.classes for word in content))
    if line and not (classes & VALUE and classes & {"shot", "image", "given", "agency"}):
        return False
    if not line and not unknown and found[0].text in words()["archive"] and len(content) > 1:
        return True
    proven = (
        (pair and _pair(found))
        or (any("remark" in word.classes for word in content) and (len(content) > 1 or len(content[0].text) > 3))
        or any(_proves(found, at, line=line) for at in range(len(found)))
    )
    return proven and all(_placed(found, at, line=line) for at in unknown)


def _taken(found: Sequence[Word]) -> bool:
    """Tell whether somebody who is named took the picture, and nothing else is said."""
    content = [word for word in found if "mark" not in word.classes]
    return (
        len(content) > 1
        and content[-1].text in lists()["shooting"]
        and any("name" in word.classes for word in content)
        and all(word.classes & {"name", "medium", "agency", "reporter", "shot"} for word in content)
    )


def _labelled(found: Sequence[Word]) -> bool:
    """Tell whether it is the label of a picture and whose it is, or who gave it, which no headline ends with."""
    content = [word for word in found if "mark" not in word.classes]
    if len(content) < 2 or not all(
        word.classes & (NAMED | {"kind", "shot", "from", "given", "reporter"}) for word in content
    ):
        return False
    if content[-1].text in GAVE:
        return True
    label = content[0].classes & {"shot", "from"} and len(content[0].text) > 1
    return (
        bool(label)
        and _label_behind(found, 0)
        and any(word.classes & NAMED or word.text in GIVERS for word in content[1:])
    )


def _proves(found: Sequence[Word], at: int, *, line: bool) -> bool:
    """Tell whether the word at *at* makes a credit of what stands beside it."""
    classes, before, after = found[at].classes, _beside(found, at, -1), _beside(found, at, 1)
    left, right = (word.classes if word else frozenset[str]() for word in (before, after))
    if "shot" in classes and (left | right) & (VALUE | {"reporter", "remark"} | (frozenset() if line else {"kind"})):
        return _is_act(found, at)
    if "from" in classes and right & (VALUE | {"kind", "image"}):
        return _is_source(found, at)
    if "given" in classes and left & (VALUE | {"kind"}):
        return len(found[at].text) > 1
    if "image" in classes and (left | right) & (VALUE | {"kind", "shot"}):
        return _is_image(found, at, left, right, line=line)
    return _is_pair(found, at)


def _is_image(found: Sequence[Word], at: int, left: frozenset[str], right: frozenset[str], *, line: bool) -> bool:
    """Tell whether it is said whose picture it is, or of what kind; a heading tells the kind too."""
    if left & {"agency", "medium", "shot"} or (left & NAMED and _parted(found, at)):
        return True
    if "kind" in left and not line:
        return True
    return bool(right & VALUE) and (_label_behind(found, at) or "medium" in right or _by(found, at))


def _is_act(found: Sequence[Word], at: int) -> bool:
    """Tell an act from a part of a name or of a headline."""
    text = found[at].text.casefold()
    return _joined(found, at) and (text not in lists()["noun"] or _label_behind(found, at) or _by(found, at))


def _is_source(found: Sequence[Word], at: int) -> bool:
    """Tell a word for where something comes from from a part of a name or of a headline."""
    text = found[at].text.casefold()
    if CHINESE.search(text):
        return len(text) > 1 and (text != "提供" or _label_behind(found, at))
    return (text not in FROM_ANYWHERE or (text == "from" and _label_behind(found, at))) and (
        text not in LABELS or _label_behind(found, at)
    )


def _joined(found: Sequence[Word], at: int) -> bool:
    """Tell an act from a word of a headline: `Photo Finish` has nothing between its words."""
    after = _beside(found, at, 1)
    if after is None or "proper" not in after.classes:
        return True
    between = found[at + 1 : found.index(after)]
    if any(word.text.strip() for word in between) or found[at].text.casefold().endswith(" by"):
        return True
    return at > 0 or found[at].text.casefold().startswith("фото")


def _by(found: Sequence[Word], at: int) -> bool:
    return any(word.text.casefold() == "by" for word in found[at + 1 : at + 3])


def _is_pair(found: Sequence[Word], at: int) -> bool:
    """Tell whether a mark or a small word joins an agency, or a place of pictures, to what is named beside it."""
    if (
        "medium" in found[at].classes
        and at + 2 < len(found)
        and PARTED.search(found[at + 1].text)
        and "name" in found[at + 2].classes
    ):
        return True
    kind = "agency" not in found[at].classes
    if kind and ("kind" not in found[at].classes or found[at].text.islower()):
        return False
    for step in (-1, 1):
        other = _beside(found, at, step)
        if other is None or not other.classes & (NAMED | {"kind"}):
            continue
        low, high = sorted((at, found.index(other)))
        between = "".join(word.text for word in found[low + 1 : high])
        if PARTED.search(between):
            return True
        if kind:
            continue
        if " - " in between or " on " in between or (between.strip() in {",", "，", "＝", "=", "via"}):
            return True
        if "agency" in found[at].classes and CHINESE.search(found[at].text) and other.classes & {"name", "agency"}:
            return True
    return False


def _pair(found: Sequence[Word]) -> bool:
    """Tell whether it is a person and a house with a stroke between them (`First Last | House`)."""
    if len(found) != 3:
        return False
    first, mark, last = found
    return bool(
        "mark" in mark.classes
        and PARTED.search(mark.text)
        and "proper" in first.classes & last.classes
        and " " in first.text
    )


def _placed(found: Sequence[Word], at: int, *, line: bool) -> bool:
    """Tell whether a word that may be anything stands where a credit names somebody."""
    before, after = _beside(found, at, -1), _beside(found, at, 1)
    if (
        after is not None
        and after.classes & {"shot", "given", "image"}
        and "from" not in (before.classes if before else ())
    ):
        glued = found[at + 1] is after
        if (
            after.text in lists()["giving"]
            or (after.text in TOOK and len(found[at].text) >= 4)
            or (not glued and not line and ("shot" in after.classes or len(after.text) > 2))
        ):
            return True
    if after is not None and "kind" in after.classes and not line:
        return bool(
            found[-1].classes & {"image", "given"} or (len(found) > 1 and found[-2].classes & {"image", "given"})
        )
    if before is None:
        return False
    label = _label_behind(found, found.index(before))
    if "from" in before.classes:
        return label or before.text != "提供"
    if line and before.text.casefold() not in lists()["japanese"] and len(before.text) < 4 and not _gives(before.text):
        return False
    return bool(before.classes & {"shot", "image", "given", "wrote"}) and label


def _gives(text: str) -> bool:
    """Tell a label that says who gave a picture from one that says what it shows (`视频：…`)."""
    return text[-1] in "源摄攝影供据据" or text in lists()["giving"]


def _label_behind(found: Sequence[Word], at: int) -> bool:
    """Tell whether the mark of a label stands behind a word."""
    return at + 1 < len(found) and "mark" in found[at + 1].classes and LABEL.search(found[at + 1].text) is not None


def _parted(found: Sequence[Word], at: int) -> bool:
    return at > 0 and "mark" in found[at - 1].classes


def _beside(found: Sequence[Word], at: int, step: int) -> Word | None:
    """Give the next word that is no mark and no small word."""
    at += step
    while 0 <= at < len(found):
        if "mark" not in found[at].classes and "joiner" not in found[at].classes:
            return found[at]
        at += step
    return None
