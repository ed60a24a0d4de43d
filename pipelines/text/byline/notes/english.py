"""English notes behind an article, read word by word: who wrote, edited and helped, how to reach them, whose views they are (B4, B6)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipelines.text.byline.notes.english_words import PRESENTED, lists, read_words, vocabulary
from pipelines.text.byline.vocabulary.people import LATIN_NAME
from pipelines.text.byline.vocabulary.segments import Word

LONGEST = 320
"""Characters of the longest note, which may have several sentences."""
SENTENCES = 4
"""Most of them."""
ASIAN = re.compile("[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff가-힣]")
SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"’][.!?])\s+(?=[A-Z@“\"(—–-])|(?<=[.!?]”)\s+")
FREE = 8
"""Words that may be anything, where a note says what somebody writes about."""
FEW = 3
"""The same elsewhere."""
DASHED = re.compile(r"[-–—]{1,2}\s?|About the (?:author|writer)s?:\s")
SEVERAL = re.compile(rf"{LATIN_NAME.pattern}(?: (?:and|&) {LATIN_NAME.pattern}){{0,2}}")
HOUSE = re.compile(r"[A-Z][a-z]+[A-Z]\w+|[A-Z]{3,8}")
"""One word that only a house is called by (`ProPublica`)"""
POSTED = re.compile(
    rf"{LATIN_NAME.pattern} (?i:staff|special|contributing|guest|senior|freelance) (?i:writer|reporter|correspondent|columnist|photographer)"
)
THERE = re.compile(
    rf"(?:{LATIN_NAME.pattern}(?:(?:,| and|, and) {LATIN_NAME.pattern}){{0,2}}|[A-Z][\w’'-]{{2,20}}) (?:report(?:ed|s|ing) from [A-Zt][\w ,]{{2,40}}|reporting)\.?|From {LATIN_NAME.pattern} in [A-Z][\w ]{{2,30}}"
)
"""`First Last reported from Town`"""
LEADING = 5
"""Words that a credit begins with, or that a bare one has"""
WRITER = re.compile(
    rf"(?:(?P<anon>(?:The|Our) (?:writer|author|reporter|columnist|correspondent)s?)|{LATIN_NAME.pattern}(?:(?: ,| and| , and) {LATIN_NAME.pattern}){{0,2}}|She|He|They)"
    r"(?: , [^,.]{2,60} ,)?\s(?P<verb>is|are|was|has|have|can|may|covers|cover|writes|write|reports|report|teaches|tweets|blogs|edits|works|lives|specialises|specializes|hosts)\b"
)
"""`First Last is`, `The writer, a retired diplomat, teaches`"""


@lru_cache(maxsize=2048)
def judge_note(text: str) -> str:
    """Tell whether a text is nothing but such a note.

    Gives `sure`; `doubtful` where an article about somebody might end so, which the rest of the page must tell; or an
    empty text.
    """
    text = text.strip()
    if (match := DASHED.match(text)) is not None:
        text = text[match.end() :]
    if not 4 <= len(text) <= LONGEST or ASIAN.search(text) is not None or _is_story(text):
        return ""
    sentences = [part for part in SENTENCE_END.split(text.strip("()[]").strip()) if part]
    if len(sentences) > SENTENCES:
        return ""
    found = [judge_sentence(sentence) for sentence in sentences]
    if not all(found) or set(found) == {"asks"}:
        return ""
    return "sure" if "sure" in found else "doubtful"


def _is_story(text: str) -> bool:
    """Tell whether a text has a word of a story, or more words that may be anything than a note: most have."""
    known, free = vocabulary(), 0
    for word in text.split():
        if "a" <= word[0] <= "z":
            if word in lists()["said"]:
                return text[:10] != "As told to"
            free += word.rstrip('.,;:!?)”"') not in known and "@" not in word
    return free > FREE


def judge_sentence(sentence: str) -> str:
    """Judge one sentence: `sure`, `doubtful`, `asks` where only what follows makes it a note, or an empty text."""
    parts = read_words(sentence)
    low = [word.text.casefold() for word in parts if "mark" not in word.classes]
    if low[:3] == ["as", "told", "to"]:
        return "sure"
    if PRESENTED.fullmatch(sentence):
        return "doubtful"
    if len(low) == 1 and sentence[-1:] == "?" and any("asked" in word.classes for word in parts):
        return "asks"
    if len(low) < 2 or not lists()["said"].isdisjoint(low):
        return ""
    note = _Note(words=parts, low=low, free=sum("free" in word.classes for word in parts))
    if THERE.fullmatch(sentence) or note.is_contact() or note.is_made() or note.is_credit():
        return "sure"
    return note.writer() or ("asks" if note.asks() or note.is_rights() else "")


@dataclass(frozen=True, slots=True)
class _Note:
    """One sentence of a possible note."""

    words: Sequence[Word]
    low: Sequence[str]
    """Its words in small letters, without the marks."""
    free: int
    """How many may be anything."""

    def has(self, *classes: str, since: int = 0) -> bool:
        return any(word.classes & set(classes) for word in self.words[since:])

    def names(self, since: int = 0) -> int:
        """Count the capitalised words that no note has otherwise, and those that papers are called by."""
        proper = [word.classes for word in self.words[since:] if "proper" in word.classes]
        return sum("paper" in classes or not classes & {"small", "work", "trade"} for classes in proper)

    def asks(self) -> bool:
        """Tell whether it asks for something (`Have a tip?`, `Read the original article.`)."""
        asks = self.low[0] in {"got", "have", "do", "know"} or self.words[-1].text == "?"
        asked = asks and self.has("asked", "work", "small")
        return self.free == 0 and (asked or (self.low[0] == "read" and self.has("work")))

    def is_contact(self) -> bool:
        """Tell whether it says how to reach somebody (`Email First Last for tips on this story.`, `Follow her on X: @…`)."""
        if self.free > FEW:
            return False
        starts = "contact" in self.words[0].classes or self.low[0] in {"you", "to"}
        starts = starts and self.low[:2] != ["to", "apply"]  # for a post, or for what the article announces
        if self.has("address"):
            bare = all(word.classes & {"address", "phone", "mark"} for word in self.words)
            short = len(self.low) < LEADING and (self.names() > 1 or self.low[0] == "on")
            whom = starts and "also" not in self.low and (self.low[1:2] != ["the"] or self.has("house"))
            return bare or short or whom or self.has("trade", "asked")
        if self.has("phone"):
            # Visitors are told to call or to contact somebody, readers to reach the reporter.
            reporter = self.low[0] == "reach" and self.names(1) > 1 and not self.free
            return reporter or (self.has("contact") and self.has("trade"))
        return starts and not self.free and self._asks_for()

    def _asks_for(self) -> bool:
        """Tell whether it asks for something, or to follow or to reach somebody who is named."""
        asked = self.has("asked") and ("this" in self.low if self.has("work") else False)
        sent = self.has("asked") and "to" in self.low and self.names(1) > 1
        follow = self.low[0] == "follow" and "on" in self.low and self.names() > 1
        return asked or sent or follow or (self.low[0] == "contact" and self.has("trade"))

    def is_made(self) -> bool:
        """Tell whether it says who helped or where it was printed (`This story was first published in the Town Herald.`)."""
        if not self.has("did"):
            return False
        if self.low[0] in {"published", "updated"} and self.has("figure"):
            return self.free == 0 and (self.names(1) > 0 or sum("figure" in word.classes for word in self.words) > 2)
        if self.low[0] in {"first", "last", "originally"}:
            return self.free == 0 and (self.has("figure") or self.names() > 0) and len(self.low) > 2
        if self.low[0] == "this" or self.low[:2] in (["the", "article"], ["the", "story"]):
            return self.free <= FEW and self.words[1].classes >= {"work"}
        if self.low[0] == "information" and self.low[1:2] == ["from"]:
            return self.free == 0
        this = any(one == "this" and "work" in vocabulary().get(other, ()) for one, other in pairwise(self.low))
        return self.free == 0 and (this or "contributed" in self.low) and self.names() > 0

    def is_credit(self) -> bool:
        """Tell whether acts and names are all of it (`Article by First Last`, `With files from …`, `From staff reports`)."""
        if self.free or not lists()["finite"].isdisjoint(self.low):
            return False
        return self._is_by() or self.is_posted() or self._is_given()

    def _is_by(self) -> bool:
        """Tell whether what somebody did and who it was stand beside each other (`Additional reporting by …`)."""
        for at, word in enumerate(self.words):
            behind = range(at + 1, min(at + 6, len(self.words)))
            giver = next((spot for spot in behind if self.words[spot].text.casefold() in lists()["giver"]), None)
            if giver is None or not word.classes & {"did", "doing", "work", "trade", "house"}:
                continue
            told = self.words[giver].text.casefold()
            least = 0 if self.low[0] == "with" or word.text.casefold() in {"inputs", "files"} else 1
            several = self.names(giver) > least or self.has("house", "address", since=giver)
            if word.classes & {"did", "doing", "trade"} and several:
                return told != "to" or "special" in self.low
            if "work" in word.classes and self.names(giver) > 1 and told in {"by", ":", "/"} and at < LEADING:
                return True
        return False

    def _is_given(self) -> bool:
        """Tell whether it says that a newsroom gave the text (`Staff and agencies`, `Special to the Herald`)."""
        special = any(one == "special" and other in {"to", "for"} for one, other in pairwise(self.low))
        if special or self.words[0].text == "SOURCE":
            return self.names() > 0
        if self.low[0] == "with" and self.has("doing") and self.names() > 0:
            return True
        if (
            self.low[0] in {"by", "with", "via"}
            and self.words[-1].classes >= {"paper", "proper"}
            and len(self.low) <= LEADING
        ):
            return all(word.classes & {"proper", "small", "mark", "paper"} for word in self.words)
        return self._is_newsroom()

    def _is_newsroom(self) -> bool:
        """Tell whether a newsroom signs, with the paper's name or without it (`Town Herald Bureau`, `Web Desk`)."""
        if (
            self.low[-1] in {"service", "services"}
            and self.has("doing", "trade")
            and all("proper" in word.classes for word in self.words)
        ):
            return True
        paper = any(word.classes >= {"paper", "proper"} for word in self.words[:-1])
        signing = self.low[-1] in lists()["signing"] and self.names() > (self.low[-1] == "board")
        bureau = self.low[-1] in lists()["office"] and paper and len(self.low) > 2
        if (
            signing
            or bureau
            or " ".join(self.low) in {"web desk", "news desk"}
            or self.low[-2:] == ["editorial", "board"]
        ):
            return True
        short = len(self.low) <= LEADING
        if self.names(1) <= ("our" in self.low) and self.has("trade") and not lists()["ours"].isdisjoint(self.low):
            return short and "is" not in self.low
        if self.low[0] in {"with", "from", "and"} and self.has("house"):
            return self.has("did", "doing", "work") or self.names() == 0
        alone = all(word.classes & {"house", "small", "mark", "trade", "work"} for word in self.words)
        return short and alone and not lists()["sender"].isdisjoint(self.low)

    def is_posted(self) -> bool:
        """Tell whether it is a name and for whom or as what he works (`First Last, Town Herald`, `Staff writer First Last`)."""
        plain = " ".join(word.text for word in self.words)
        match = SEVERAL.match(plain)
        if match is not None and (size := match[0].count(" ") + 1) < len(self.words):
            mark, rest = self.words[size], self.words[size + 1 :]
            parted = mark.text in {",", "|", "/", "–", "—", "-", "--", "•", "("} or mark.text in {
                "for",
                "For",
                "with",
                "and",
            }
            rest = [one for one in rest if one.text != ")"]
            last = rest[-1].classes if rest else frozenset()
            return (
                parted
                and bool(
                    last & {"trade"}
                    or (rest and rest[-1].text.casefold() == "staff")
                    or (last & {"paper"} and "proper" in last)
                    or (rest and rest[-1].text == "agencies")
                    or (mark.text == "for" and len(rest) == 1 and HOUSE.fullmatch(rest[0].text))
                )
                and all(one.classes & {"proper", "small", "trade", "house", "work"} or one.text in ",-" for one in rest)
            )
        if POSTED.fullmatch(plain):
            return True
        first = next((at for at, word in enumerate(self.words) if not word.classes & {"trade", "house", "small"}), 0)
        return (
            first > 1
            and "trade" in self.words[first - 1].classes
            and LATIN_NAME.fullmatch(" ".join(word.text for word in self.words[first:])) is not None
        )

    def is_rights(self) -> bool:
        """Tell whether it is about views or rights, which only a note beside it makes one (`Views are personal.`)."""
        return self.free <= 1 and sum(bool(word.classes & {"view", "right"}) for word in self.words) > 1

    def writer(self) -> str:
        """Judge what is said of somebody: `First Last is a professor at …` may end a story about him."""
        match = WRITER.match(" ".join(word.text for word in self.words))
        if match is None or self.free > FREE or "not" in self.low:
            return ""
        behind = self.words[match[0].count(" ") + 1 :]
        classes = frozenset().union(*(word.classes for word in (self.words[2:] if " , " in match[0] else behind)))
        if match["anon"]:
            return "sure" if self._is_author(match["verb"], classes) else ""
        if match["verb"] in {"can", "may"}:
            return "sure" if "contact" in classes and "contact" not in self.words[-1].classes else ""
        told = classes | vocabulary().get(match["verb"], frozenset())
        beat = (
            "beat" in told
            and match["verb"] not in {"lives", "works"}
            and (self._employed(behind) or "column" in self.low)
        )
        about = match["verb"] in lists()["beating"] or "covered" in self.low
        bare = about and lists()["physical"].isdisjoint(self.low[match[0].count(" ") :])
        known = beat or bare or "staff" in self.low or classes & {"trade", "title", "contact"}
        return ("asks" if self.low[0] in lists()["pronoun"] else "doubtful") if known else ""

    def _is_author(self, verb: str, classes: frozenset[str]) -> bool:
        """Tell what is said of the writer of the text, who is not named, from a sentence about a writer."""
        if verb in {"can", "may", "was", "has", "have"}:
            return bool(classes & {"contact"})
        return verb not in {"is", "are"} or bool(classes & {"trade", "title", "proper"})

    def _employed(self, words: Sequence[Word]) -> bool:
        """Tell whether somebody works for a medium (`… for the Town Herald`, `… for us`)."""
        at = max((at for at, word in enumerate(words) if word.text in {"for", "at", "with", "of"}), default=len(words))
        rest = [word for word in words[at + 1 :] if "mark" not in word.classes]
        return any(one.classes & {"proper", "house", "paper"} or one.text == "us" for one in rest) and all(
            one.classes & {"proper", "house", "paper", "small", "figure"} for one in rest
        )


def is_posted(text: str) -> bool:
    """Tell whether a text is a name and the paper he works for, or his post there, alone."""
    if not text[:1].isupper():
        return False
    parts = read_words(text)
    return len(parts) > 1 and _Note(words=parts, low=[word.text.casefold() for word in parts], free=0).is_posted()
