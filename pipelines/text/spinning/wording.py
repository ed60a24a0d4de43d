"""What gives away spun wording and the left-overs of a language model; nothing here changes text."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.text.spans import Verdict

DATA = Path(__file__).parents[1] / "data" / "spinning.toml"
HANZI = re.compile("[\u3400-\u9fff]")
LEAST_DISTINCT = 2
"""Different markers: two stand on 0.015 % of clean news items, one on 0.9 % (19,871 items of broadcast news)."""
LEAST_REPEATED = 4
"""Occurrences, one of a string that is no word among them, that need no second marker: a slip is not made again and again."""
LEAST_DENSITY = 5.0
"""Markers for 1,000 hanzi: spun bodies have 8 to 39, and 2.8 is the highest value seen on an unspun page."""
SITE_PAGES, SITE_SHARE, SITE_DISTINCT = 3, 0.1, 3
"""Pages of a batch with strings that are no words, their share, and how many different ones, from which the site's spinner
goes over every page: then one on a page is enough. Of 4,023 clean Chinese news pages none has any."""
OPENING, CLOSING = "“‘「『《【\"'(（", "”’」』》】\"')）"
"""Quotation marks and brackets: a marker between two of them is spoken of, not used."""

# Phrases in which a model speaks of its task. Each branch starts at a fixed word and has bounded gaps: linear.
FRAMES = re.compile(
    r"""
    \b(?=[abcfhiklnopstwy])(?:   # first letters of all that follow: nearly every place fails here
    (?P<wanted>(?:text|article|content|passage|paragraph)\ (?:that\ )?you(?:'d|’d|\ would)\ like\ (?:me\ )?to\ (?:re|para|summ|transl))
  | (?P<request>please\ (?:paste|provide|share|send)\ (?:me\ )?(?:with\ )?(?:the|your)\ (?:\w+\ ){0,2}(?:text|article|content|passage))
  | (?P<ask>(?:please|kindly|(?:could|can|would)\ you(?:\ please)?)\ (?:paste|provide|share|send|include|attach|insert|add)\ (?:me\ )?(?:with\ )?(?:the|your|it|an?)\b(?:\ \w+){0,2}\ ?(?:text|article|content|passage|original|here|on\b|about\b)
      |send\ me\ (?:the|your)\ (?:text|article|content|passage|draft))
  | (?P<able>I(?:'ll|’ll|\ (?:can|will|could))(?:\ then|\ gladly)?\ (?:rewrite|rephrase|paraphrase|reword|proofread|polish)\b)
  | (?P<unseen>I\ (?:don't|don’t|do\ not|can't|can’t|cannot|am\ unable\ to)\ (?:see|access)\ (?:any|the|an|your)\ (?:text|article|content|passage|link|file)
      |you\ (?:forgot\ to|haven't|haven’t|have\ not|didn't|didn’t|did\ not)\ (?:included?|provided?|pasted?|attach(?:ed)?|shared?)\ (?:the|any|an|your)\b
      |no\ (?:text|article|content)\ (?:was|has\ been)\ (?:provided|included|attached|given))
  | (?P<change>(?:let\ me\ know\ if|feel\ free\ to)\ (?:you(?:'d|’d|\ would)\ like|you\ (?:want|need)|the\ (?:tone|style|wording)|adjust|modify|tweak)\b)
  | (?P<offer>I(?:'d|’d|\ would)\ be\ (?:happy|glad)\ to\ (?:help|assist|rewrite|summari))
  | (?P<plan>I(?:'ll|’ll|\ will)(?:\ then)?:?\ (?:1\.|\*\*))
  | (?P<once>once\ you(?:'ve|’ve)?\ (?:share|provide|paste|send|shared|provided|pasted)\ (?:the|your|it|me)\b)
  | (?P<model>as\ an?\ (?:AI|artificial\ intelligence)\ (?:language\ )?(?:model|assistant),?\ I\b)
  | (?P<result>(?:here\ is|here's|here’s|below\ (?:is|you\ will\ find)|(?:the\ )?following\ is)\ (?:the|an?|your|my)\ (?:\w+\ )?(?:rewritten|paraphrased|revised|reworded|rephrased|summari[sz]ed|polished|humani[sz]ed)\b)
  | (?P<absent>(?:text|content|article)\b.{0,60}\b(?:is\ missing|wasn't\ included|was\ not\ included|didn't\ come\ through))
    )
  | (?P<zh_request>请(?:您)?(?:提供|粘贴|发送|给出).{0,10}(?:改写|润色|重写|翻译|总结)的?.{0,6}(?:文本|文章|内容|原文|段落))
  | (?P<zh_model>作为(?:一个|一款|一名)?(?:AI|人工智能)(?:语言)?(?:模型|助手)[，,]?我)
  | (?P<zh_result>以下是(?:我)?(?:为您|为你|根据您的要求)?.{0,6}(?:改写|重写|润色|生成)(?:后|好)?的)
  | (?P<zh_hope>希望(?:这|以上)(?:个|篇|些)?(?:改写|回答|内容|版本|文章).{0,8}(?:对您|对你|符合您|满足您))
    """,
    re.VERBOSE | re.IGNORECASE,
)
WEAK = frozenset(("ask", "able", "unseen", "change"))
"""Phrases that people write as well: they need another one wherever they stand"""
POLITE = re.compile(
    r"(?:Sure|Certainly|Of course|Absolutely|Okay|OK|Great|No problem|Happy to help|当然|好的|没问题)(?: thing)?(?: can do)?[,!.:，！：。]?",
    re.IGNORECASE,
)
"""How a model's answer begins"""
LEAST_FRAMES = 2
"""Different phrases; one alone is enough at the very start of the page."""
FRAME_WINDOW = 5
"""Paragraphs at either end that are searched: a frame stands around the text."""
FRAME_CHARS = 3_000
"""Characters searched in each of them."""


@dataclass(frozen=True, slots=True)
class Markers:
    """The strings that spinners leave."""

    nonsense: tuple[str, ...]
    """Strings that are no words."""
    rare: tuple[tuple[str, str, str], ...]
    """Rare words with the characters in front and behind that make them an accident of two others."""


@cache
def load_markers() -> Markers:
    """Read the markers."""
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    rare = tuple((entry["word"], entry.get("after", ""), entry.get("before", "")) for entry in table["rare"])
    return Markers(tuple(table["nonsense"]), rare)


@cache
def _nonsense() -> "re.Pattern[str]":
    """Give the expression of any string that is no word; linear, an alternation of fixed strings."""
    return re.compile("|".join(map(re.escape, load_markers().nonsense)))


def judge_spun(text: str, *, spun_site: bool = False) -> Verdict | None:
    """Say whether a page's wording is a thesaurus spinner's.

    Takes the whole text of a page. It is spun with two different strings that are no words, or one and two rare words, or
    one of them LEAST_REPEATED times with its like, and at least LEAST_DENSITY of them all for 1,000 hanzi; where other
    pages of a *spun_site* have them, with one.
    """
    nonsense = count_nonsense(text)
    if not nonsense:
        return None
    rare = Counter(
        {
            word: number
            for word, after, before in load_markers().rare
            if word in text and (number := count(text, word, after, before))
        }
    )
    number = nonsense.total() + rare.total()
    hanzi = len(HANZI.findall(text))
    density = 1000 * number / hanzi if hanzi else 0.0
    several = len(nonsense) >= LEAST_DISTINCT or len(rare) >= LEAST_DISTINCT or number >= LEAST_REPEATED
    if not spun_site and not (several and density >= LEAST_DENSITY):
        return None
    words = " ".join(word for word, _ in (nonsense + rare).most_common(6))
    where = ", and others on other pages of the site" if spun_site else ""
    return Verdict(reason="spun_words", evidence=f"{number} markers, {density:.0f} for 1,000 hanzi: {words}{where}")


def is_spun_site(texts: Sequence[str]) -> bool:
    """Say whether the pages of a site, given by their texts, went through a spinner: strings that are no words stand on many."""
    found = [nonsense for text in texts if (nonsense := count_nonsense(text))]
    distinct = set().union(*found)
    return len(found) >= max(SITE_PAGES, SITE_SHARE * len(texts)) and len(distinct) >= SITE_DISTINCT


def count_nonsense(text: str) -> Counter[str]:
    """Count the strings that are no words and are not spoken of."""
    if _nonsense().search(text) is None:  # one look in place of a hundred: hardly any page has one
        return Counter()
    return Counter({word: number for word in load_markers().nonsense if word in text and (number := count(text, word))})


def count(text: str, word: str, after: str = "", before: str = "") -> int:
    """Count a word where it is used: not quoted, and not an accident of its neighbours."""
    number, start = 0, text.find(word)
    while start >= 0:
        end = start + len(word)
        left, right = text[start - 1 : start], text[end : end + 1]
        quoted = left and right and left in OPENING and right in CLOSING
        accident = (left and left in after) or (right and right in before)
        number += not (quoted or accident)
        start = text.find(word, end)
    return number


def judge_machine_written(paragraphs: Sequence[str]) -> Verdict | None:
    """Say whether a page shows the frame of a language model's answer.

    Takes the page's paragraphs; a frame that stands in quotation marks is spoken of and does not count.
    """
    ends = (
        paragraphs if len(paragraphs) <= 2 * FRAME_WINDOW else [*paragraphs[:FRAME_WINDOW], *paragraphs[-FRAME_WINDOW:]]
    )
    found = {kind: text for number, paragraph in enumerate(ends) for kind, text in frames(paragraph, first=not number)}
    if len(found) < LEAST_FRAMES and "start" not in found:
        return None
    return Verdict(reason="model_frame", evidence="; ".join(found.values()))


def frames(paragraph: str, *, first: bool) -> Iterator[tuple[str, str]]:
    """Give the kinds of phrases in a paragraph with their text; `start` for one that opens the first paragraph."""
    for match in FRAMES.finditer(paragraph[:FRAME_CHARS]):
        if not is_quoted(paragraph, match.start()):
            yield str(match.lastgroup), match.group()
            if first and match.lastgroup not in WEAK and not POLITE.sub("", paragraph[: match.start()]).strip():
                yield "start", match.group()


def is_quoted(text: str, at: int) -> bool:
    """Say whether a place is inside quotation marks that were opened before it."""
    before = text[:at]
    curly = any(before.count(left) > before.count(right) for left, right in ("“”", "「」", "『』"))
    return curly or before.count('"') % 2 == 1
