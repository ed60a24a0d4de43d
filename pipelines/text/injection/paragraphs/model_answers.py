"""What a language model says around the text it was asked for (C6): it speaks of the text, to somebody who wanted it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pipelines.text.injection.evidence.page import PROSE_END, Find, Page
from pipelines.text.spinning.wording import POLITE, frames, is_quoted

LONGEST = 300
"""Characters of a paragraph that is nothing but such a frame."""
LEAST_PARAGRAPHS = 3
"""Paragraphs from which there is a text between two frames."""
BEFORE, LABEL = 3, 80
"""Lines before the frame, at most, and characters of one: a shortcode, a byline."""
EMPHASIS = " \n*_"
"""Marks of Markdown behind a label, and blanks."""
LAST = 4
"""Paragraphs at the end of which one may be the frame's; what a site hangs below an article comes behind it."""
ASKED = re.compile(r"\byou(?:r|'d|’d)?\b|[您你]")
"""What speaks to the person who asked."""
OF_TEXT = re.compile(
    r"\b(?:version|text|article|content|passage|paragraphs?|draft|piece|rewrite|rewriting|post|tone|wording|summary)\b|版本|文章|内容|文本|改写|润色|段落|原文|语气|篇幅",
    re.IGNORECASE,
)
"""What the frame is about."""
HOPE = re.compile(
    r"\bI hope (?:this|the|that|it)\b|\b(?:let me know|feel free to|I(?:'d|’d| would| can|'m|’m| am)? (?:be )?(?:happy|glad|able)?\s?(?:to )?(?:help|adjust|refine|revise|shorten|expand))\b|希望(?:这|以上|对[您你])|如(?:果|需|有)[^。]{0,20}(?:告诉我|告知我|修改|调整)",
    re.IGNORECASE,
)
"""How such an answer ends."""
OFFER = re.compile(
    r"\b(?:like|want|need) me to (?:adjust|shorten|expand|rewrite|reword|rephrase|revise|refine|add)\b"
    r"|希望(?:这个|这一|以上|该)(?:版本|改写|文章|内容|文本)[^。]{0,6}符合[您你]的(?:要求|需求|期望)|需要我(?:再|进一步)?(?:调整|改写|润色)",
    re.IGNORECASE,
)
"""An end that only such an answer has: where the site has the same beginning on all pages, it is gone as the site's."""
DONE = re.compile(
    r"\bI(?:'ve|’ve| have)? (?:kept|made|changed|preserved|retained|maintained|rewrote|rewritten|reworded|rephrased|paraphrased)\b|我(?:已|已经)?(?:保留|改写|调整|替换|润色)了?",
    re.IGNORECASE,
)
"""How it tells what it did."""
REWRITTEN = re.compile(
    r"\b(?:rewritten|reworded|rephrased|paraphrased)\s(?:article|text|version|passage|post|piece)\b|\b(?:text|article|passage|post) (?:that )?you(?:\'d|’d| would)? (?:like|want|asked) me to (?:rewrite|reword|rephrase|paraphrase)\b|(?:改写|润色)后的?(?:版本|文章|文本|内容)",
    re.IGNORECASE,
)
"""What a label announces, or calls the text, that is no courtesy; laws and timetables are revised, not reworded."""
OF_ITSELF = re.compile(
    r"""[\s*_#>(\[]{0,3}(?:(?:I['’]m|I\ am)\ sorry,?\ but\ |sorry,?\ but\ |please\ note\ that\ |unfortunately,\ )?
        (?:as\ an?\ (?:AI|artificial\ intelligence)(?:\ language)?(?:\ model|\ assistant)?,\ I\b
        |my\ (?:knowledge|training(?:\ data)?)\ (?:(?:was|is|has\ been)\ (?:last\ )?updated|cuts?\ ?off|(?:only\ )?(?:goes|extends))[ ]
        |I\ (?:cannot|can['’]t|am\ unable\ to|am\ not\ able\ to)\ (?:complete|fulfil+|browse|access|assist\ with|help\ with)
            \ (?:this|that|your|the)\ (?:request|text|internet|web|prompt)\b)
    | [\s*_#>(\[]{0,3}(?:regenerate\ response|continue\ generating|stop\ generating|\(?continued\ in\ (?:the\ )?next\ (?:response|message)\)?)\W{0,2}\Z
    | [\s*_#>(\[]{0,3}(?:como\ (?:un\ )?modelo\ de\ (?:lenguaje|IA)\b|como\ (?:um\ )?modelo\ de\ linguagem\b|sebagai\ model\ bahasa\b
        |как\ языковая\ модель\b|作为一个?(?:AI|人工智能)(?:语言)?模型|AI言語モデルとして|AI\ 언어\ 모델로서)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a model says of itself, and the buttons below its answers."""
OF_MODELS = re.compile(
    r"\bAI\b|\bartificial intelligence\b|\bchat ?bots?\b|\b(?:language|generative) models?\b|\binteligencia artificial\b|人工智能|聊天机器人|人工知能|인공지능|нейросет",
    re.IGNORECASE,
)
"""What an article on such models speaks of."""
EVIDENCE = "speaks of the text itself to somebody who asked for it, as a language model does"


def find_model_answers(page: Page) -> list[Find]:
    """Find the first and the last paragraph of a model's answer around an article; the page is marked as well.

    The first speaks of the text it announces and either begins with the courtesy of an answer, or names who asked, or
    the last speaks so, too. The last goes only where the first does, as a writer may ask his readers for their thoughts, or
    where it offers to change the text. Lines of the site may stand before the first and behind the last.
    """
    if len(page.paragraphs) < LEAST_PARAGRAPHS:
        return []
    asides = {*_asides(page)}
    at = _start(page)
    first = page.paragraphs[at]
    end = range(max(at + 1, len(page.paragraphs) - LAST), len(page.paragraphs))
    closed = next((index for index in end if _closes(page.paragraphs[index])), at)
    offered = closed > at and _says(OFFER, page.paragraphs[closed])
    if _opens(first, closed=closed > at):
        return _frame(page, {at, closed, *asides})
    return _frame(page, {closed, *asides} if offered else asides)


def _asides(page: Page) -> list[int]:
    """Give the paragraphs in which a model speaks of itself, where the title and the rest of the page, but for a notice, speak of none."""
    found = [
        at for at, text in page.prose() if len(text) <= LONGEST and OF_ITSELF.match(text) and not is_quoted(text, 0)
    ]
    if not found:
        return []
    spoken = sum(OF_MODELS.search(text) is not None for at, text in enumerate(page.paragraphs) if at not in found)
    return [] if spoken > 1 or OF_MODELS.search(page.title) else found


def _frame(page: Page, places: Iterable[int]) -> list[Find]:
    """Find the paragraphs of a frame, and a mark for the page; nothing where there are none."""
    lines = [
        Find.line(index, page.paragraphs[index], reason="model_frame", evidence=EVIDENCE) for index in sorted(places)
    ]
    return [*(_mark(line) for line in lines[:1]), *lines]


def _mark(line: Find) -> Find:
    """Give the mark of a page that has such a line."""
    return replace(line, end=0, whole=False, doubtful=True, mark="machine_written")


def _opens(first: str, *, closed: bool) -> bool:
    """Say whether a paragraph announces the text as an answer does; *closed* where the end of one has been found."""
    if len(first) > LONGEST or not OF_TEXT.search(first):
        return False
    polite = POLITE.match(first)
    opened = any(kind == "start" for kind, _ in frames(first, first=True))
    announced = (polite or REWRITTEN.search(first)) is not None and first.rstrip(EMPHASIS)[-1:] in (":", "：")
    return bool(announced or (opened and (polite or ASKED.search(first) or closed)))


def _start(page: Page) -> int:
    """Give the first paragraph that is a sentence or announces something: before it may stand lines of the site."""
    for index, text in enumerate(page.paragraphs[: BEFORE + 1]):
        bare = text.rstrip(EMPHASIS)
        if len(bare) > LABEL or bare.endswith((":", "：")) or PROSE_END.search(bare):
            return index
    return 0


def _closes(text: str) -> bool:
    """Say whether a paragraph asks whether the text is right, offers to change it, or tells what was done to it, and says nothing else."""
    if len(text) > LONGEST or not OF_TEXT.search(text):
        return False
    return any(_says(expression, text) for expression in (HOPE, DONE, OFFER))


def _says(expression: re.Pattern[str], text: str) -> bool:
    """Say whether a paragraph says something itself; what it quotes it speaks of."""
    return any(not is_quoted(text, match.start()) for match in expression.finditer(text))
