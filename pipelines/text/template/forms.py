"""What a site's own forms and notices ask of whoever reads it: cookies, accounts, comments, what to press after reading."""

import re
from collections.abc import Sequence

from pipelines.text.spans import Verdict

LONGEST = 200
"""Characters of such a line."""
COOKIES = re.compile(
    r"(?:we|this (?:web)?site|our (?:web)?site|(?:we|this (?:web)?site) and our partners)\b[^.]{0,20}\b(?:uses?|stores?|sets?|places?)\b[^.]{0,20}\bcookies\b"
    r"|by (?:continuing|using|visiting|browsing)\b[^.]{0,60}\bcookies\b|(?:本网站|本站|我们)[^。]{0,8}使用[^。]{0,8}[Cc]ookies?",
    re.IGNORECASE,
)
"""What a page says of its cookies, in the present tense and of itself."""
ACCOUNT = re.compile(
    r"you(?: have|['’]ve) (?:(?:\d{1,2}|one|two|three|no) (?:more )?(?:free )?(?:articles?|stories|reads) (?:left|remaining)|(?:reached|used)\b[^.]{0,30}\barticles?)\b"
    r"|already (?:an? )?(?:subscribers?|members?|registered|subscribed|have an account)\b[^.?]{0,20}\?"
    r"|(?:please )?(?:subscribe|register|sign in|log in|sign up)\b[^.]{0,30}\bto (?:continue|keep|read)\b"
    r"|(?:advertisement|sponsored)\W{1,4}(?:story |article )?continues? (?:reading )?below|(?:story|article) continues below\b"
    r"|(?:登录|登陆|注册|开通会员)[^。，]{0,6}(?:后|即可)[^。]{0,6}(?:查看|阅读|继续阅读|评论)(?:全文|更多|本文)?[。！]?\Z",
    re.IGNORECASE,
)
"""What a page asks of those who have no account with it."""
COMMENTS = re.compile(
    r"your e-?mail(?: address)? will not be (?:published|shared)|required fields are marked"
    r"|save my name\b[^.]{0,20}\be-?mail\b|notify me (?:of|by|when|about)\b[^.]{0,40}\b(?:comments?|posts?|email)\b"
    r"|be the first to (?:comment|reply|review|leave)|you must be (?:logged|signed) in to (?:post|comment|reply)"
    r"|(?:enjoyed|liked|found) (?:this|our) (?:article|post|story)\b[^.?!]{0,20}[?!]\s?\S[^.!?]{0,80}\b(?:share|comment|follow|subscribe)\b"
    r"|您的(?:电子)?邮箱(?:地址)?不会被公开|必填项已用|发表(?:评论|回复)前?请先登录",
    re.IGNORECASE,
)
"""What stands at the form for comments."""
BY_AUTHOR = re.compile(
    r".{0,140}\b(?:view|see|read) (?:all|more) (?:posts|articles|stories) (?:by|from)\b.{0,40}\Z", re.IGNORECASE
)
"""A writer's note that ends in the link to what else he wrote."""
PRESSED = re.compile(
    r"\W{0,4}(?:如果?[您你]?)?(?:喜欢|喜歡|觉得|覺得|认为|认為|看完|读完|阅读完|动动|别忘|別忘|记得|記得|点击上方|长按|想看|想了解|更多)[^。！？“”]{0,30}"
    r"(?:[点點]个?(?:赞|讚|在看|关注|關注)|[点點](?:赞|讚)|收藏(?:本站|本文|本页|一下)|(?:转发|轉發|分享)(?:给|給|到|一下|本文|出去)|[关關]注(?:我们|我們|本站|一下|本号)|(?:评论|評論)[区區](?:留言|见)|在看)"
    r"[^。！？]{0,30}[。！!～~]?\W{0,3}"
)
"""What Chinese pages ask their readers to press when they have read or before."""
QUOTES = re.compile(r"[\"“«„「]|\b(?:said|says|told|was|were|had|went|began|came|took)\b")
"""What is quoted, said by somebody, or told of the past is what an article speaks of; a word to send (`回复“福利”`) is read before."""
TO_SEND = re.compile(r"(?:回复|发送|搜索|私信)[“\"「][^“”\"」]{1,8}[”\"」]")
FORMS = ((COOKIES, "cookie"), (ACCOUNT, "subscri"), (COMMENTS, "comment"), (BY_AUTHOR, ""), (PRESSED, ""))
"""Each with the word that a page about them says elsewhere."""


def find_forms(title: str, paragraphs: Sequence[str], kinds: Sequence[str]) -> dict[int, Verdict]:
    """Find the lines of a page that are a form's or a notice's of the site, wherever they stand.

    An article about cookies, subscriptions or comments speaks of them in its title or in other paragraphs, too.
    """
    topics: dict[int, str | None] = {}
    for index, text in enumerate(paragraphs):
        if len(text) <= LONGEST and kinds[index] in {"text", "heading"} and not QUOTES.search(TO_SEND.sub("", text)):
            bare = text.strip(" *[]()（）【】>»•|")
            topics[index] = next((topic for form, topic in FORMS if form.match(bare)), None)
    found = {index: topic for index, topic in topics.items() if topic is not None}
    others = "\n".join((title, *(text for index, text in enumerate(paragraphs) if index not in found))).casefold()
    verdict = Verdict(
        reason="widget", evidence="a form or a notice of the site: cookies, accounts, comments, what to press"
    )
    return {index: verdict for index, topic in found.items() if not topic or topic not in others}
