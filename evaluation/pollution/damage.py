"""Damage: D1 to D5, and spun wording (W)."""

import re
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.inline import spots
from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.words import english_name, name

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts

LEADS = {0xA1: "!", 0xBA: ":", 0xBB: ";", 0xBF: "?"}
"""First bytes of a character that, behind the second byte of a full stop, read as a full-width mark, and the ASCII put there."""
SPIN = (
    *(
        ("学校", "黉舍"),
        ("通过", "经由过程"),
        ("不可", "弗成"),
        ("持续", "执续"),
        ("类似", "访佛"),
        ("历史", "汗青"),
        ("人", "东说念主"),
    ),
    *(
        ("需要", "须要"),
        ("创新", "立异"),
        ("目前", "今朝"),
        ("国家", "国度"),
        ("过去", "曩昔"),
        ("发动机", "发念头"),
        ("大", "年夜"),
    ),
    *(
        ("双方", "两边"),
        ("满足", "知足"),
        ("结束", "完毕"),
        ("希望", "但愿"),
        ("产品", "产物"),
        ("消息", "音书"),
        ("我们", "咱们"),
    ),
)
"""Words and what spinners were seen to make of them."""


def byte_damage(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - the bytes decide
    """D1: what a replacement over GBK bytes does behind full stops."""
    for line in page.genuine():
        for match in reversed(list(re.finditer(r"。[^。，！？；：,.!?;:\x00-\x7f]{2,16}", line.text))):
            raw = match.group().encode("gbk", errors="replace")
            if raw[2] in LEADS:
                broken = raw[:1] + LEADS[raw[2]].encode() + raw[3:]
                text = broken.decode("gbk", errors="replace").replace("\ufffd", "?")
                line.replace(match.start(), match.end(), text, "D1")
    if all("D1" not in line.origin for line in page.lines):
        page.genuine()[-1].append("?:竺窗蓖粲莱f?!斑@样", "D1")


def wrong_charset(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - the whole page
    """D2: UTF-8 bytes read as Latin-1."""
    for line in page.lines:
        line.replace(0, len(line.text), line.text.encode().decode("latin-1"), "D2")


def leaked_markup(page: Page, site: "Facts", chance: Random) -> None:
    """D3: markup and templates that became text, inline and on lines of their own."""
    frames = site.frames(page)
    for line in page.genuine():
        if chance.random() < 0.5:
            places = [0, len(line.text), *spots(line, "[，。,.]")]
            line.insert(chance.choice(places), chance.choice(frames["leaks"]), "D3")
    page.add(chance.randint(0, len(page.lines)), chance.choice(frames["leak_lines"]), "D3")


def censored(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - chance decides
    """D4: stars in the place of the first character of a word."""
    for line in page.genuine():
        places = spots(line, r"[\u4e00-\u9fff]{4}")
        if places and chance.random() < 0.7:
            at = chance.choice(places) - 2
            line.replace(at, at + 1, "*** ", "D4")
    if all("D4" not in line.origin for line in page.lines):
        page.genuine()[0].replace(2, 3, "*** ", "D4")


def flattened(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - one shape
    """D5: the whole page in one line, captions and credits between the sentences."""
    whole = Marked("")
    truth: list[str] = []
    for line in page.genuine():
        caption = f"图为{chance.choice(('活动', '比赛', '施工', '会议'))}现场。" if chance.random() < 0.4 else ""
        for text, origin in ((line.text, ""), (" ", "D5"), (caption, "")):
            whole.append(text, origin)
        truth += [line.text, caption]
        if caption:
            whole.append(f"记者 {name(chance)} 摄 ", "D5")
    page.lines = [whole]
    page.truth = Clean(title=page.truth.title, paragraphs=("".join(truth),), lang=page.lang)


def spin(page: Page, site: "Facts", chance: Random) -> None:
    """W: words replaced by what a thesaurus gives for them; spun pages have 8 and more for 1,000 hanzi."""
    chosen = site.chance("W").sample(SPIN, 16)
    replace_words(page, chosen, chance)
    replaced = sum(origin == "W" for line in page.lines for origin in line.origin)
    if replaced < 0.016 * sum(len(line.text) for line in page.lines):
        replace_words(page, SPIN, chance)


def replace_words(page: Page, pairs: Sequence[tuple[str, str]], chance: Random) -> None:
    """Replace nearly all occurrences of words that are not replaced yet."""
    for line in page.genuine():
        for good, bad in pairs:
            for match in reversed(list(re.finditer(good, line.text))):
                if chance.random() < 0.9 and "W" not in line.origin[slice(*match.span())]:
                    line.replace(match.start(), match.end(), bad, "W")


def credit_name(page: Page, chance: Random) -> str:
    """Give a name in the language of the page."""
    return name(chance) if page.lang == "zh" else english_name(chance)
