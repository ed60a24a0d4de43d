"""Pages that show an offer to subscribe, or ask to log in, in the place of an article."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from crawler.extraction.page.blocks import Node, Page
from crawler.extraction.page.name_words import INVITING
from crawler.extraction.titles.wording import SAYING, telling

_OFFER, _SILENT = 300, 600
"""Weight of the text of an offer, at most, and of one that has no word of the headline."""
_STEM = 4
"""Letters with which a word of the headline begins: more change with its case or number."""
_CLOSED = re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}"?(?:false|no)\b', re.IGNORECASE)
_BUTTONS = ("button", "form")
_BESIDE = 2
"""Lines of a wall around the text in which it asks for a password."""
FORM_SHARE = 0.5
"""Share of a page's lines up to which a form that asks for one password is about that, and no frame of the whole page."""
LOGIN = re.compile(
    r"log\s?in|sign\s?in|登录|登入|登錄"
    r"|anmelden|einloggen|inloggen|se\sconnecter|connexion|iniciar\ssesi[oó]n|accedi|giriş\syap|oturum\saç|masuk|zaloguj|войти|вход|تسجيل\sالدخول|ログイン|로그인|เข้าสู่ระบบ|đăng\snhập",
    re.IGNORECASE,
)
LOGIN_URL = re.compile(
    r"/(?:user|member|members|customer|secure)?[_-]?(?:(?:log|sign)[_-]?(?:in|up|on)|regist[a-z]{1,9})(?:[_-]form)?(?:\.[a-z]{2,5})?/?(?:[?#;]|$)"
    r"|[?&](?:action|mode|cmd|do|act)=(?:login|signin|signup|register)\b",
    re.IGNORECASE,
)


def is_offer(page: Page, body: Sequence[int], title: str, headline: int) -> bool:
    """Tell whether a text is the offer that stands in the place of an article: short, in a box with a button that is called so.

    The page says that its article is not free. Whatever its box is called, it is one where no word of the headline even
    begins in it, and something to press, or a link, stands beside it apart from the line that is the *headline*: the
    first paragraph of an article that is cut off may have no word of that either.
    """
    size = sum(page.lines[i].weight for i in body)
    if size > _SILENT or not any(map(_CLOSED.search, page.scripts)):
        return False
    words, text = telling(title), " ".join(page.lines[i].text for i in body).lower()
    around = [node for node in page.lines[body[0]].node.up() if node.start <= body[0] and body[-1] < node.end]
    if len(words) >= SAYING and not any(word[:_STEM] in text for word in words):
        return _has_beside(page, body, [node for node in around if not node.start <= headline < node.end])
    box = next((node for node in around if INVITING.match(node.word)), None) if size <= _OFFER else None
    return box is not None and _has_button(page, box)


def _has_beside(page: Page, body: Sequence[int], around: Sequence[Node]) -> bool:
    """Tell whether the outermost of the blocks around a text holds a button, or a link that is none of its lines."""
    if not around:
        return True
    box, told = around[-1], set(body)
    beside = (page.lines[i] for i in range(box.start, box.end) if i not in told)
    return _has_button(page, box) or any(line.link for line in beside)


def _has_button(page: Page, box: Node) -> bool:
    return any(node.tag in _BUTTONS and box.start <= node.start and node.end <= box.end for node in page.nodes)


def asks_for_password(page: Page, body: Sequence[int]) -> bool:
    """Tell whether a page without a headline of its own asks for a password amid its short text."""
    if any(page.lines[i].tag == "h1" for i in page.headings):
        return False
    return any(body[0] <= at <= body[-1] + _BESIDE for at in page.passwords)


def is_of_form(page: Page, body: Sequence[int]) -> bool:
    """Tell whether most of a text stands in a form that asks for a password, as the terms and hints of a registration do.

    Some systems put the whole page into one form, with a box for members beside the article: such a form has to ask for
    a password and its repetition.
    """
    weights = [0, *accumulate(page.lines[i].weight for i in body)]
    for form in page.nodes:
        if form.tag != "form":
            continue
        inside = weights[bisect_left(body, form.end)] - weights[bisect_left(body, form.start)]
        asked = bisect_right(page.passwords, form.end) - bisect_left(page.passwords, form.start)
        in_part = form.end - form.start <= FORM_SHARE * len(page.lines)
        if 2 * inside >= weights[-1] and (asked > 1 or (asked and in_part)):
            return True
    return False
