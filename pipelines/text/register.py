"""In which Chinese a text is written: of today, or of old, in prose or in verse."""

import re

from pipelines.text.damage import HANZI

OLD_WORDS = re.compile("[之其而也曰者矣乎焉乃吾汝哉兮岂豈]")
NEW_WORDS = re.compile("[的了是在和个個们們这這那]")
"""Words of grammar of classical and of modern Chinese."""
LEAST_OLD, OLD_FOR_NEW = 0.045, 2
"""Share of the former in hanzi, and how many there are for each of the latter, from which a text is classical; of 4,300
modern pages none has more than 0.034, of 78 classical ones of some length none less than 0.056."""
LEAST_NEW, LEAST_HANZI = 0.004, 40
"""Share of the latter below which a text of so many hanzi is none of today's prose: 5 of 4,961 news articles have fewer, and
three of four poems."""
FIGURES = re.compile(rf"\d[{HANZI}]")
"""Figures before what they count or name (`7月28日`, `114万`), which old prose and verse write in hanzi."""
LEAST_FIGURES = 3
"""So many of them make a text one of today: each of those five articles has four or more, no poem that was looked at has one."""
_HANZI = re.compile(f"[{HANZI}]")


def is_classical(text: str) -> bool:
    """Say whether a text is written in classical Chinese, by its words of grammar.

    >>> is_classical("子曰：“学而时习之，不亦说乎？”"), is_classical("他说学了的东西要常常温习")
    (True, False)
    """
    hanzi, old, new = (len(words.findall(text)) for words in (_HANZI, OLD_WORDS, NEW_WORDS))
    return old > 0 and old >= LEAST_OLD * hanzi and old >= OLD_FOR_NEW * new


def is_of_today(text: str) -> bool:
    """Say whether a Chinese text has the words or the figures with which modern prose is made, or is too short to tell."""
    hanzi, new = len(_HANZI.findall(text)), len(NEW_WORDS.findall(text))
    if is_classical(text):
        return False
    return hanzi < LEAST_HANZI or new >= LEAST_NEW * hanzi or len(FIGURES.findall(text)) >= LEAST_FIGURES
