"""The language of a text, with simplified and traditional Chinese told apart."""

import re
from collections.abc import Sequence

SAMPLE = 400
"""Characters of the text that are looked at."""
# Characters that are written in one of the two ways only, by frequency in news.
_SIMPLIFIED = frozenset(
    "们这个来时说国着里过对学么发当没还样种开总从无现动头经长儿爱给间两亲进话与见问点几实声车书气并别电门体却员许写马难乐东处让应场报关张认边风变师数满战远轻条务业设会议产记据称网资讯华岁军觉带专选区连结构阁统党团习"
)
_TRADITIONAL = frozenset(
    "們這個來時說國著裡過對學麼發當沒還樣種開總從無現動頭經長兒愛給間兩親進話與見問點幾實聲車書氣並別電門體卻員許寫馬難樂東處讓應場報關張認邊風變師數滿戰遠輕條務業設會議產記據稱網資訊華歲軍覺帶專選區連結構閣統黨團習"
)
_ONLY_SIMPLIFIED, _ONLY_TRADITIONAL = (
    re.compile(f"[{''.join(sorted(only))}]") for only in (_SIMPLIFIED - _TRADITIONAL, _TRADITIONAL - _SIMPLIFIED)
)
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]+")),
    ("ko", re.compile("[\uac00-\ud7a3]+")),
    ("zh", re.compile("[\u3400-\u9fff]+")),
    ("ru", re.compile("[\u0400-\u04ff]+")),
    ("ar", re.compile("[\u0600-\u06ff]+")),
    ("th", re.compile("[\u0e00-\u0e7f]+")),
    ("el", re.compile("[\u0370-\u03ff]+")),
    ("he", re.compile("[\u0590-\u05ff]+")),
    ("hi", re.compile("[\u0900-\u097f]+")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")),
)
_ASCII_LETTERS = re.compile("[A-Za-z]+")
_COMMON = ("ja", "zh", "latin")
_RARE = re.compile("[\u0370-\u0e7f\uac00-\ud7a3]")
"""A letter of any other script."""
_FAMILIES = {
    "ru": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"),
    "ar": ("ar", "fa", "ur", "ug"),
    "hi": ("hi", "mr", "ne"),
}
_ENGLISH = frozenset(["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "as"])
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"^[a-zA-Z]{2,3}(?=$|[-_])")


def judge_language(text: str, claims: Sequence[str] = ()) -> str | None:
    """Give the BCP 47 tag of a text; None when there is too little to tell and nothing is claimed.

    The script decides, Hans and Hant by the characters that only one of them has. Among the languages of one script
    the page's own claims (`lang`, `og:locale`, …) decide, except for English, which its small words prove.
    """
    text = text[:SAMPLE]
    claimed = [match[0].lower() for claim in claims if (match := _TAG.match(claim.strip()))]
    counts = _count_letters(text)
    letters = sum(counts.values())
    if letters < 10:
        return claimed[0] if claimed else None
    if counts["ja"] > 0.1 * (counts["ja"] + counts["zh"]) and counts["ja"] + counts["zh"] > 0.3 * letters:
        return "ja"
    counts["ja"] = 0
    name = max(counts, key=lambda key: counts[key] * (3 if key == "zh" else 1))
    if name == "zh":
        return _chinese(text)
    if name == "latin":
        words = len(text.split())
        if sum(map(_ENGLISH.__contains__, _WORD.findall(text.lower()))) > 0.12 * words:
            return "en"
        return next((claim for claim in claimed if claim not in ("zh", "ja", "ko", "ru", "ar", "th")), None)
    family = _FAMILIES.get(name, (name,))
    return next((claim for claim in claimed if claim in family), name)


def _count_letters(text: str) -> dict[str, int]:
    """Count the letters of each script; most texts have none of most scripts."""
    counts = dict.fromkeys([name for name, _ in _SCRIPTS], 0)
    if text.isascii():
        counts["latin"] = sum(map(len, _ASCII_LETTERS.findall(text)))
        return counts
    rare = _RARE.search(text) is not None
    for name, pattern in _SCRIPTS:
        if rare or name in _COMMON:
            counts[name] = sum(map(len, pattern.findall(text)))
    return counts


def _chinese(text: str) -> str:
    simplified, traditional = len(_ONLY_SIMPLIFIED.findall(text)), len(_ONLY_TRADITIONAL.findall(text))
    if simplified == traditional:
        return "zh"
    return "zh-Hans" if simplified > traditional else "zh-Hant"
