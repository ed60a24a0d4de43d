"""Patterns inside the text: I1 to I11."""

import re
from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.marked import GENUINE, Marked, Page
from evaluation.pollution.words import EMOJI, RARE, SYLLABLES, english_keyword

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts

HANZI = re.compile(r"[\u4e00-\u9fff]")
GLOSS = dict(
    pair.split("/")
    for pair in [
        "国/guó", "学/xué", "会/huì", "来/lái", "时/shí", "个/gè", "这/zhè", "过/guò", "开/kāi", "发/fā", "业/yè",
        "后/hòu", "对/duì", "经/jīng", "现/xiàn", "动/dòng", "进/jìn", "说/shuō", "们/men", "为/wéi", "产/chǎn",
        "门/mén", "间/jiān", "问/wèn", "电/diàn", "车/chē", "东/dōng", "区/qū", "点/diǎn", "数/shù", "总/zǒng",
        "达/dá", "实/shí",
    ]
)  # fmt: skip
"""Characters that a conversion table annotates (those with a traditional form), with their readings."""
LOOKALIKES = (("已经", "己经"), ("什么", "什麽"), ("因为", "因爲"), ("面", "麵"), ("四", "西"), ("家", "傢"))


def spots(line: Marked, expression: str) -> list[int]:
    """Give the offsets behind each match whose characters are all genuine."""
    return [
        match.end()
        for match in re.finditer(expression, line.text)
        if set(line.origin[slice(*match.span())]) == {GENUINE}
    ]


def between_commas(page: Page, site: "Facts", chance: Random) -> None:
    """I1: short tokens of one topic between commas and before full stops."""
    words = [site.root + sibling for sibling in site.chance("I1").sample(site.words["siblings"], 5)]
    for line in page.genuine():
        for at in reversed([at for at in spots(line, "，|,") if chance.random() < 0.35]):
            line.insert(at, f"{chance.choice(words)}{line.text[at - 1]}", "I1")
        for at in reversed([at for at in spots(line, "。") if chance.random() < 0.3]):
            line.insert(at - 1, f"，{chance.choice(words)}", "I1")


def inside_words(page: Page, site: "Facts", chance: Random) -> None:
    """I2: the keyword inside words, without delimiters."""
    word = site.token_plain
    for line in page.genuine():
        places = [at for at in spots(line, r"[\u4e00-\u9fff]{2}") if at < len(line.text) and HANZI.match(line.text[at])]
        for at in sorted(chance.sample(places, min(len(places), chance.randint(1, 2))), reverse=True):
            line.insert(at - 1, word, "I2")


def mid_sentence(page: Page, site: "Facts", chance: Random) -> None:
    """I3: the brand in front of a comma, somewhere in a few sentences."""
    word = f"{site.root}体育_{site.root}中国"
    lines = page.genuine()
    for line in chance.sample(lines, max(1, len(lines) // 2)):
        places = spots(line, "，|,")
        if places:
            line.insert(chance.choice(places) - 1, word, "I3")


def anchor_text(page: Page, site: "Facts", chance: Random) -> None:
    """I4: an English phrase dropped into the syntax, lower-case and recurring."""
    words = [english_keyword(site.chance(f"I4/{number}"), site.words) for number in range(3)]
    lines = page.genuine()
    for line in chance.sample(lines, max(2, len(lines) // 2)):
        stops = spots(line, r"(?<=[a-z])\. ")
        if stops and chance.random() < 0.3:
            line.insert(chance.choice(stops) - 1, f"{chance.choice(words)} ", "I4")
        elif places := spots(line, r"\b(?:the|has|of|to|and|was|is|in) "):
            line.insert(chance.choice(places), f"{chance.choice(words)} ", "I4")


def institution(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - every mention is replaced
    """I5: the brand in place of every institution."""
    word = site.root + "平台"
    pattern = re.compile(r"[\u4e00-\u9fff]{2,5}(?:公司|委员会|大学|总局|集团|研究院|协会|中心|法院|银行)")
    for line in page.genuine():
        for match in reversed(list(pattern.finditer(line.text))):
            line.replace(match.start(), match.end(), word, "I5")
    if all("I5" not in line.origin for line in page.lines):
        line = page.genuine()[0]
        line.replace(0, min(4, len(line.text)), word, "I5")


def advertorial(page: Page, site: "Facts", chance: Random) -> None:
    """I6: a paragraph that sells something, in second or last place."""
    text = chance.choice(site.frames(page)["adverts"]).format(english_keyword(chance, site.words))
    page.add(chance.choice((1, min(2, len(page.lines)), len(page.lines))), text, "I6")


def toned_glosses(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - the table is fixed
    """I7: readings with tone marks behind a fixed set of characters."""
    space = site.chance("I7").choice(("", " "))
    for line in page.genuine():
        for at in reversed(range(len(line.text))):
            if line.text[at] in GLOSS and line.origin[at] == GENUINE:
                line.insert(at + 1, f"({GLOSS[line.text[at]]}{space})", "I7")


def toneless_glosses(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - chance decides
    """I8: toneless syllables behind random characters, some of them repeated."""
    for line in page.genuine():
        for at in reversed(range(len(line.text))):
            if HANZI.match(line.text[at]) and line.origin[at] == GENUINE and chance.random() < 0.45:
                line.insert(at + 1, f"({chance.choice(SYLLABLES)})" * chance.choice((1, 1, 1, 2, 3)), "I8")


def emoji_noise(page: Page, site: "Facts", chance: Random) -> None:
    """I9: pictographs before punctuation and inside words."""
    signs = site.chance("I9").choice((EMOJI, EMOJI + RARE, RARE))
    density = site.chance("I9/density").uniform(0.04, 0.086)
    for line in page.genuine():
        for at in reversed(range(1, len(line.text))):
            if line.origin[at] == GENUINE and chance.random() < density:
                line.insert(at, chance.choice(signs), "I9")


def anti_copy(page: Page, site: "Facts", chance: Random) -> None:
    """I10: random ASCII, on lines of their own with the forum's slogan or glued to the paragraphs' ends."""
    slogan = site.chance("I10").choice(site.frames(page)["slogans"]).format(r=site.root)
    signs = "abcdefghjkmnpqrstuvwxyzABCDEFGHKMNPQ23456789 !#$%&*()_+=:;?/~^@  "

    def junk() -> str:
        return "".join(chance.choices(signs, k=chance.randint(10, 28))).strip() or "4u%_)?5S"

    for line in page.genuine():
        if chance.random() < 0.5:
            line.append(f"{junk()}{slogan}", "I10")
    page.add(chance.randint(1, len(page.lines)), f"{junk()}{slogan}", "I10")


def lookalikes(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - every occurrence is replaced
    """I11: characters replaced by look-alikes or rare variants."""
    for line in page.genuine():
        for good, bad in LOOKALIKES:
            for match in reversed(list(re.finditer(good, line.text))):
                line.replace(match.start(), match.end(), bad, "I11")
