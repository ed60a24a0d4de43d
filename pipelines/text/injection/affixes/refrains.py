"""Refrains of speeches and poems: openings that recur like a keyword's prefix and stand in the title, but are grammar."""

import re
from collections.abc import Sequence

from pipelines.text.damage import HANZI
from pipelines.text.injection.evidence.page import Page
from pipelines.text.injection.evidence.tokens import HANZI_CHAR, key

# Words without which no clause and no address does and which no name of a thing has: pronouns, demonstratives,
# conjunctions, negations, verbs of mood, particles of address. A keyword is a noun phrase, or nouns in a row.
CLAUSE = re.compile(
    r"[我你您咱她他它们們谁誰这這那请請吗嗎呢啊呀嘛]|如果|假如|假使|倘若|要是|因为|因為|虽然|雖然|即使|哪怕|只要|只有|除非|无论|無論|不管|每当|每當"
    r"|[还還没沒]有|不[是要能会會再肯愿願敢必]|[别別]再|曾经|曾經|已经|已經|应该|應該|必须|必須|[记記]得|忘不了|[亲親]爱的|[亲親]愛的|各位|诸位|諸位|尊敬的"
    r"|\A在(?![线線])|(?:[了过過着著里裡]|[以之][前后後]|[时時]候?)\Z"
)
CLAUSE_WORDS = frozenset(
    [
        "i", "we", "he", "she", "they", "it", "our", "my", "his", "their", "if", "when", "because", "though", "until",
        "there", "let", "was", "were", "shall", "did", "must", "cannot", "dear", "ladies", "gentlemen", "friends",
    ]
)  # fmt: skip
"""The same of English: subjects, conjunctions, verbs in a tense, and the words of an address."""
WORD = re.compile(r"[a-z]+(?=[^\w]|\Z)", re.IGNORECASE)
QUESTION = re.compile(
    r"[为為][什甚][么麼]|[为為][何啥]|[凭憑靠图圖][什甚][么麼]|[什甚][么麼]是|是[什甚][么麼]|何[以为為必谓謂时時]|[难難]道|[几幾][时時]|[怎咋][么麼][办辦]|[谁誰哪]"
    r"|\A(?:why|what|who|whose|where|which|how)\b",
    re.IGNORECASE,
)
"""What a question asks with; a keyword has a mark of questions behind it and asks nothing."""
QUOTES = ("“”", "‘’", "「」", "『』", '""')
"""Marks between which a title quotes; a keyword stands there without any, or between brackets."""
READS_ON = 0.5
"""Share of the paragraphs that must go on in lower case behind an opening: without it, each would begin with a capital."""
GOES_ON = re.compile("[的了着著过過是也都又才却卻把被像没沒你您]")
"""Characters with which a sentence goes on behind its subject or its address; hardly a paragraph begins with one."""
COMMAS = frozenset({",", "，", "、"})
OTHER_TIE = 0.2
"""Share of a heading that the text must mention for it to be the headline."""
QUESTION_MARKS = frozenset({"?", "？"})
MARKS_INSIDE = frozenset({"", " ", ",", "，", "、", "!", "！", "?", "？"})
"""Marks that grammar puts behind the opening of a sentence."""


def is_refrain(page: Page, opening: str, texts: Sequence[str], mark: str) -> bool:
    """Say whether an opening that several paragraphs share is part of their sentences rather than glued in front of them.

    Takes the opening, what follows it in each paragraph, and the mark behind it. It is a refrain where the title quotes
    it, where the paragraphs go on as inside a sentence, or where it is a question, a clause or an address by its grammar.
    """
    if mark not in MARKS_INSIDE:
        return False
    asked = mark in QUESTION_MARKS and QUESTION.search(opening) is not None
    return asked or is_quoted(page, opening) or _goes_on(opening, texts) or is_clause(opening)


def is_all_of_title(page: Page, opening: str, mark: str) -> bool:
    """Say whether an opening with a comma behind it is the whole title of a Chinese page, and no heading has another.

    That is a poem or a speech named by its refrain, or a mirror that put its keyword in the place of the headline.
    """
    name = key(opening)
    others = (heading for heading in page.headings if name not in key(heading) and page.mention(heading) >= OTHER_TIE)
    return mark in COMMAS and bool(HANZI_CHAR.search(opening)) and key(page.title) == name and not any(others)


def is_clause(text: str) -> bool:
    """Say whether a string is a clause or an address by its grammar, as no keyword is."""
    if HANZI_CHAR.search(text):
        return CLAUSE.search(text) is not None
    return not CLAUSE_WORDS.isdisjoint(word.casefold() for word in WORD.findall(text))


def is_quoted(page: Page, text: str) -> bool:
    """Say whether the title or a heading has a string between quotation marks."""
    bare = text.strip(" ,，、!！?？…")
    quoted = [f"{marks[0]}{bare}" for marks in QUOTES]
    places = (page.title, *page.headings)
    return any(
        re.match(rf"[^{HANZI}\w]*[{marks[1]}]", place[at + len(start) :]) is not None
        for place in places
        for marks, start in zip(QUOTES, quoted, strict=True)
        if (at := place.find(start)) >= 0
    )


def _goes_on(opening: str, texts: Sequence[str]) -> bool:
    """Say whether most paragraphs go on behind an opening as inside a sentence: in lower case, or with what follows a subject."""
    following = [text.lstrip(" ,;:!?…—–-，！？、") for text in texts]
    inside = sum(text[:1].islower() or GOES_ON.match(text) is not None for text in following)
    return not opening[:1].islower() and inside >= READS_ON * len(following) and inside > 1
