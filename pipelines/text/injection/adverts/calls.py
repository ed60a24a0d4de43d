"""Adverts that call the reader to an account, a number or a code of which the article knows nothing (I6), on a page alone."""

import re

from pipelines.text.damage import HANZI
from pipelines.text.injection.adverts.english import QUOTATION, SECOND_PERSON
from pipelines.text.injection.evidence.page import CLOSING, SENTENCE_END, Find, Page
from pipelines.text.injection.evidence.relation import LONG_WORD

CONTACT = re.compile(
    rf"(?<![\d.])1[3-9]\d(?:[- ]?\d{{4}}){{2}}(?!\d)|(?<!\d)[48]00[- ]?\d{{3,4}}[- ]?\d{{3,4}}(?!\d)"
    rf"|(?:微信|薇信|VX|vx|QQ|扣扣|客服|电报|飞机)(?:群|号|公众号)?[{HANZI}]{{0,2}}\s?[:：]?\s?[A-Za-z\d_-]{{5,20}}"
)
"""An account of a person, a mobile telephone, a number of a shop; offices and papers have numbers with the town's code."""
CONTACT_ENGLISH = re.compile(
    r"(?=[+(\dtWpdc])(?:(?<![\d£$€])(?:\+\d{1,3} ?)?\(?0?\d{3,5}\)?[ -]\d{3,4}[ -]?\d{2,4}(?!\d)|\btext [A-Z]{3,10} to \d{4,6}\b|\bWhatsApp\b"
    r"|\b(?:promo |coupon |discount )?code:? (?=[A-Z\d]{0,9}[A-Z])[A-Z\d]{4,12}\b)"
)
"""A telephone number, a word to send to one, a code to enter."""
CALLED = re.compile(
    "[您你]|朋友|欢迎|歡迎|请|請|需要|加[老客]|添加|咨询|諮詢|来电|來電|拨打|撥打|详询|有意者|电话|電話|热线|熱線|联系|聯繫"
)
"""What calls somebody to it."""
PROMISED = re.compile(
    "免费|免費|优惠|優惠|最低[价價]|低价|[价價]格|名[额額]有限|先到先得|[领領]取|[赠贈]送|正规|正規|诚信|誠信|[质質]量|保[证證]|快捷|随叫随到|先[验驗]后付|专业|專業"
)
"""What a seller promises, and a service box does not."""
CALLED_ENGLISH = re.compile(
    r"(?:^|[.!?:]\s)(?:(?:To \w+|Or|Just|Simply)\s)?(?:Call|Text|Message|Ring|Phone|Contact|Use|Enter|Get|Apply|Order|Visit|Save|Book|Claim|Try|Chat)\b"
)
PROMISED_ENGLISH = re.compile(
    r"\d\s?%|[£$€]\d|\b(?:free|save|off|discounts?|deals?|bonus|no call-out fee|no obligation|cheap(?:est)?|lowest)\b",
    re.IGNORECASE,
)
READER = re.compile(r"[您你？?]|朋友|欢迎|歡迎|\b(?:you|your)\b", re.IGNORECASE)
"""What speaks to the reader."""
PRICED = re.compile(r"\d\s?% off|\bsave \d|\b(?:promo |coupon |discount )?code:? [A-Z\d]{4,12}\b", re.IGNORECASE)
"""What a service box never has."""
OF_SOMEBODY = re.compile(r"[“”「」《》\"]|(?<!其)[他她]|表示|[记記]者|[说說称稱]|\b(?:he|she|said|says|was|were|had)\b")
"""What tells of somebody or something in particular."""
TO_SEND = re.compile(r"(?:备注|備註|回复|回復|发送|發送|私信)[“\"「][^“”\"」]{1,8}[”\"」]")
"""A word to send to the contact, which is quoted."""
TAIL = re.compile(rf"[{SENTENCE_END}][{CLOSING}]*\s*")
RUN = re.compile(f"[{HANZI}]{{3,}}")
LENGTH = range(20, 181)
"""Characters of such a paragraph or of the sentence at a paragraph's end."""
LEAST_PARAGRAPHS = 4
"""Paragraphs of a page that has such ones."""
MOST_CALLS = 20
"""Paragraphs with a contact that are looked at."""
MOST_AGAIN = 0.2
"""Share of its pairs of characters, without those that call and promise, that the article may have more than once."""
LAST = 2
"""Paragraphs at the end, where service boxes stand."""
MOST_SHARED = {True: 0.03, False: 0.15}
"""Share of its strings of three characters, or in English (False) of its longer words, that the article may have."""


def find_calls(page: Page) -> list[Find]:
    """Find paragraphs, and last sentences of paragraphs, that sell something by telephone, by an account or with a code.

    The rest of the page names no such contact, speaks to no reader and shares nothing with them. A service box says what
    the article is about, stands at its end and promises nothing.
    """
    contact = CONTACT if page.hanzi else CONTACT_ENGLISH
    found = [(index, match) for index, text in page.prose() if index and (match := contact.search(text))]
    if not 0 < len(found) <= MOST_CALLS:
        return []
    others = {index for index, _ in found}
    rest = [text for index, text in enumerate(page.paragraphs) if index not in others]
    told = "\n".join((page.title, *rest))
    spoken = not page.hanzi and SECOND_PERSON.search(QUOTATION.sub("", told))
    if len(rest) + len(found) < LEAST_PARAGRAPHS or contact.search(told) or spoken:
        return []
    starts = {index: _start(page, match, told) for index, match in found}
    if None in starts.values():
        return []
    evidence = "calls the reader to a contact of which the rest of the page knows nothing, and promises something"
    finds = []
    for index, start in starts.items():
        text = page.paragraphs[index]
        if (
            start is not None
            and page.kind(index) == "text"
            and _promises(text[start:], last=index >= len(page.paragraphs) - LAST)
        ):
            finds.append(
                Find(paragraph=index, start=start, end=len(text), whole=not start, reason="advert", evidence=evidence)
            )
    return finds


def _start(page: Page, match: re.Match[str], told: str) -> int | None:
    """Give where a paragraph with a contact leaves the article; None where it does not.

    That is where the sentence with the contact begins, or one before it that speaks to the reader as well.
    """
    text = match.string
    ends = [end.end() for end in TAIL.finditer(text, max(0, match.start() - LENGTH.stop), match.start())]
    start = None
    for at in reversed([0, *ends] if match.start() <= LENGTH.stop else ends):
        part = text[at : len(text) if start is None else start]
        fits = len(text) - at in LENGTH and _is_apart(page, text[at:], f"{told}\n{text[:at]}")
        if not fits or (start is not None and not READER.search(part)):
            break
        start = at
    return start


def _is_apart(page: Page, text: str, told: str) -> bool:
    """Say whether a text names nobody and shares hardly a word with what the article has told, and none with its title."""
    text = TO_SEND.sub("", text)
    if OF_SOMEBODY.search(text):
        return False
    if not RUN.search(text):
        words = set(LONG_WORD.findall(text))
        return sum(word in told for word in words) <= max(1, MOST_SHARED[False] * len(words))
    runs = RUN.findall(PROMISED.sub(" ", CALLED.sub(" ", text)))
    threes = [run[at : at + 3] for run in runs for at in range(len(run) - 2)]
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    if any(pair in page.title for pair in pairs) or sum(three in told for three in threes) > MOST_SHARED[True] * len(
        threes
    ):
        return False
    return sum(told.count(pair) > 1 for pair in pairs) <= MOST_AGAIN * len(pairs)


def _promises(text: str, *, last: bool) -> bool:
    """Say whether a text calls somebody and promises something; *last*: at the end, where English service boxes stand."""
    if RUN.search(text):
        return CALLED.search(text) is not None and PROMISED.search(text) is not None
    called = CALLED_ENGLISH.search(text) is not None and PROMISED_ENGLISH.search(text) is not None
    return called and (not last or PRICED.search(text) is not None)
