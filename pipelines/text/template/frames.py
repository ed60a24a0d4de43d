"""Frames of a page's own title and keywords at both ends of an article (C5, C3), whatever stands in them."""

import re
from collections.abc import Iterator, Sequence

from pipelines.text.spans import Verdict

PLACES = 2
"""Paragraphs at each end that may be a frame."""
LONGEST_LINE = 20
"""Characters of what stands beside a frame and is none: fields of an app, an editor's name."""
LONGEST = 300
"""Characters of the longest one."""
LAST = 3
"""Paragraphs at the end that may say where the article stood first."""
LONGEST_TITLE = 600
"""Characters of a title; a longer one is none, and each of its marks would be looked behind."""
LEAST_TITLE, MOST_AROUND = 8, 80
"""Characters of the title in such a line, and of what may stand around it."""
APPEARED = re.compile(
    r"""\b(?:post|article|story|entry|piece|item|essay)\b.*\b(?:appear|publish|post|feature|origin|first)
    | \b(?:first|originally)\ (?:appeared|published|posted)
    | \bse\ publicó\ primero | \b(?:apareció|aparece)\ (?:por\ )?primer[oa]? | \bapareceu\ primeiro | \best\ apparu
    | \berschien\ zuerst | \bproviene\ da\b | \bverscheen\ eerst | \bpochodzi\ z
    | \bpertama\ kali\ tampil | впервые\ появил | xuất\ hiện\ đầu\ tiên | 最初に表示 | 처음\ 등장
    | 来自 | 出自 | 首发 | 转载自 | 原载 | 本文(?:标题|地址|链接) | 原文(?:标题|地址|链接) | 来源于""",
    re.IGNORECASE | re.VERBOSE,
)
"""What such a line says."""
PIECE = 4
"""Letters of the shortest part of a keyword that is looked for as it is."""
COVERED = 0.8
"""Share of the title's keywords that a frame must name."""
LEAST_KEYWORDS = 6
"""Letters of a keyword in the title, at least."""
BRACKET = re.compile(r"[（(【\[](?P<inner>[^（）()【】\[\]]{4,60})[）)】\]]\s*\Z")
MARK = re.compile(r"[_|｜丨]|\s[-–—]\s|(?<=\S),(?=\S)")
TWICE = re.compile(r"(?P<stem>[\u3400-\u9fff]\w{1,11}).*?(?P=stem)")
NOISE = re.compile(r"[\W_]+")
OF_SITE = re.compile(r"本[站网網文页頁]|小编|小編|站内|站內|[您你]|大家|各位|收藏|关注|關注")
"""What speaks to the reader, or of the page itself."""
SITE_ITSELF = re.compile(
    r"本[站网網](?!络|絡)|小[编編]|站[内內]|收藏本|(?:[记記]得|[欢歡]迎|别忘|別忘|不要忘)\S{0,6}(?:收藏|[关關]注|[订訂][阅閱])"
    r"|(?:感谢|感謝|谢谢|謝謝)[^。，,]{0,6}(?:阅读|閱讀|观看|觀看)|以上就是[^。]{2,40}(?:全部|分享|介绍|介紹|[内內]容)"
)
"""What speaks of the site as such, or thanks for the visit."""
SITE_HINT = re.compile(
    "本站|本网|本網|小编|小編|站内|站內|收藏|关注|關注|订阅|订閱|訂阅|訂閱|阅读|閱讀|观看|觀看|以上就是"
)
"""What such a text must have, which is looked for first."""
SITE_ITSELF_ABROAD = re.compile(
    r"""\b(?:in|welcome\ to)\ (?:this|our)\ (?:article|(?:blog\ )?post|blog|(?:comprehensive\ |complete\ |ultimate\ )?guide|website)\b
    | \bkeep\ reading\ to | \blet['’]s\ dive\ in\b | \bbookmark\ (?:our|this)\b
    | \b(?:comments?\ (?:section\ )?below|in\ the\ comments)\b
    | \b(?:thanks?|thank\ you)\ for\ (?:reading|visiting)\b | \bfound\ (?:this|our)\ (?:article|(?:blog\ )?post|guide)\b
    | \b(?:en\ este|en\ nuestro)\ (?:artículo|blog)\b | \bgracias\ por\ leer\b
    | \bneste\ (?:artigo|post)\b | \bobrigad[oa]\ por\ (?:ler|acompanhar)\b
    | \b(?:dalam|pada)\ artikel\ ini\b | \bterima\ kasih\ (?:telah|sudah)\ membaca\b
    | \bв\ (?:этой|нашей)\ статье\b | \bспасибо\ за\ (?:прочтение|внимание)\b
    | \b(?:bài\ viết\ (?:này|trên)|cảm\ ơn\ (?:bạn|các\ bạn)\ đã)\b
    | \bdans\ cet\ article\b | \bmerci\ d['’]avoir\ lu\b | \bin\ diesem\ (?:Artikel|Beitrag)\b
    | いかがで(?:した|しょう) | 最後まで(?:お読み|読んで|ご覧) | [当本]?(?:記事|サイト|ブログ)(?:では|が(?:気に入|お役))
    | 이번?\ (?:글|포스팅)에서는 | 읽어\s?주셔서\ 감사 | 댓글로""",
    re.IGNORECASE | re.VERBOSE,
)
"""The same in other languages."""
HINTS_ABROAD = (
    *("article", "post", "blog", "guide", "website", "keep reading", "dive in", "bookmark", "comments"),
    *("for reading", "for visiting", "artículo", "por leer", "artigo", "obrigad", "artikel", "terima kasih"),
    *("статье", "спасибо", "bài viết", "cảm ơn", "merci", "beitrag", "いかがで", "最後まで", "記事", "サイト"),
    *("ブログ", "글에서는", "포스팅", "감사", "댓글"),
)
"""What a text must have to say so, in lower case: it is looked for first."""
MADE_FRAME = re.compile(
    r"""其中也(?:会|會)[对對][^。]{2,40}[进進]行(?:解[释釋]|[说說]明|[讲講]解|解答)
    | 如果能?(?:碰巧|凑巧|湊巧|[刚剛]好)解[决決]
    | 的(?:介[绍紹]|知[识識]|内容|內容|分享)(?:到此|到[这這][里裡])?就?(?:到[这這][里裡]|到此|[结結]束)
    | [从從]中找到(?:了)?[你您]需要的信息
    | (?:[别別]忘了|[记記]得|不要忘[记記])(?:收藏)?[关關]注本站
    | 下文就由[^。]{1,12}[为為][给給]?(?:大家|[您你])[带帶][来來]
    | 以上(?:就|便)是[^。]{1,16}[为為给給](?:大家|[您你]|各位)(?:整理|[带帶][来來]|介[绍紹]|分享|收集)的?[^。]{2,40}(?:内容|內容|介[绍紹])
    | 今天[^。，]{1,8}就[专專][门門]整理了
    | [对對][应應]的(?:知[识識][点點]|[内內]容)，?希望""",
    re.VERBOSE,
)
"""What generators of pages for search engines say around a text, in whatever words beside it."""
MADE_HINT = re.compile(
    "其中也会|其中也會|碰巧|凑巧|湊巧|刚好解|剛好解|到此|到这|到這|结束|結束|需要的信息|注本站|下文就由|以上就是|以上便是|整理了|对应的|對應的"
)
"""What such a text must have, which is looked for first."""
SAID_TOO = re.compile(
    r"""[现現]在[开開]始吧 | 一起[来來]?看看 | [给給为為](?:大家|各位|[您你])(?:分享|[讲講]解|介[绍紹]|[带帶][来來])
    | 有所?[帮幫]助 | 这样的疑问 | 這樣的疑問 | [赶趕]紧?緊?往下看 | [欢歡]迎常[来來] | 更多[这這]方面 | 小伙伴 | 本站
    | 相[关關][内內]容""",
    re.VERBOSE,
)
"""What they say beside it, and others may say as well."""
MANY = 2
"""Things that such a paragraph says, one of them nothing but generators do."""
LEAKED = re.compile(
    r"""\W{0,4}(?P<label>(?:meta|seo|page)[ -](?:description|title|keywords?)|(?:focus|target|primary)\ (?:keyphrase|keywords?)
        |meta[ -]?descripci[oó]n|frase\ clave(?:\ objetivo)?|palabras?\ clave|palavras?-chave|slug|url\ slug|keywords?)
    \W{0,3}[:：]\W{0,3}\w""",
    re.IGNORECASE | re.VERBOSE,
)
"""A field that the editor of a page fills in for search engines, and its label."""


def speaks_of_site(text: str) -> bool:
    """Tell whether a paragraph speaks of the site or the page as such, or thanks for the visit."""
    if SITE_HINT.search(text) is not None and SITE_ITSELF.search(text) is not None:
        return True
    folded = text.casefold()
    return any(hint in folded for hint in HINTS_ABROAD) and SITE_ITSELF_ABROAD.search(text) is not None


def judge_leaked_field(line: str, title: str, paragraphs: Sequence[str]) -> Verdict | None:
    """Judge whether a line above the text is a field of its editor, what search engines are told of the page.

    Takes the title and the paragraphs of the page: one that is about such fields says so elsewhere, too.
    """
    match = LEAKED.match(line) if len(line) <= LONGEST else None
    if match is None:
        return None
    label = match["label"].casefold()
    if label in title.casefold() or sum(label in text.casefold() for text in paragraphs) > 1:
        return None
    return Verdict(reason="seo_frame", evidence="a field of the page's editor, with its label")


def find_frames(title: str, paragraphs: Sequence[str]) -> dict[int, Verdict]:
    """Find the frames of a page: those made for search engines, and the line below it that says where it stood first."""
    if len(title) > LONGEST_TITLE:
        return {}
    evidence = "keywords that nothing between the ends names"
    found = {at: Verdict(reason="seo_frame", evidence=evidence) for at in _seo_frames(title, paragraphs)}
    for at in range(max(1, len(paragraphs) - LAST), len(paragraphs)):
        if _is_of_title(title, paragraphs[at]):
            found[at] = Verdict(reason="read_on", evidence="the title again, and where it stood first")
    return found


def _is_of_title(title: str, text: str) -> bool:
    """Say whether a line is the title and where it was published (`The post TITLE appeared first on SITE.`)."""
    parts = [title, *MARK.split(title)]  # a keyword may stand beside the headline, or the name of the site
    held = [part.strip() for part in parts if len(part.strip()) >= LEAST_TITLE and part.strip() in text]
    headline = max(held, key=len, default="")
    if 2 * len(headline) < len(title) or not headline or len(text) > len(headline) + MOST_AROUND:
        return False
    return APPEARED.search(text.replace(headline, " ", 1)) is not None


def _seo_frames(title: str, paragraphs: Sequence[str]) -> list[int]:
    """Find the paragraphs at both ends of a page that speak to the reader of the site and name keywords as none between them does.

    The keywords are those of the title, of one stem and in brackets or in a field of their own, of which a frame names
    nearly all; or, with no such title, two parts or more that a paragraph at the one end and one at the other share, both
    of which speak of the site. What introduces an article to its readers names its headline, which is no such list.
    """
    if len(paragraphs) < PLACES + 1:
        return []
    if made := _made(paragraphs):
        return made
    keys = [_key(text) for text in paragraphs]
    ends = [*range(PLACES), *range(max(PLACES, len(paragraphs) - PLACES), len(paragraphs))]
    places = [at for at in ends if len(paragraphs[at]) <= LONGEST and OF_SITE.search(paragraphs[at])]
    for block in _blocks(title):
        named = {at: pieces for at in places if (pieces := _named(block, keys[at]))}
        if any(len(pieces) > 1 for pieces in named.values()) and TWICE.search(block):
            keywords = {piece for found in named.values() for piece in found}
            if not any(piece in keys[at] for at in range(len(keys)) if at not in named for piece in keywords):
                return sorted(named)
    return _pair(paragraphs, keys, [at for at in places if speaks_of_site(paragraphs[at])])


def _made(paragraphs: Sequence[str]) -> list[int]:
    """Find the paragraphs at both ends of a page that a generator put there, by what they say of the page itself."""
    texts = [at for at, text in enumerate(paragraphs) if len(text) > LONGEST_LINE]
    ends = sorted({*texts[:PLACES], *texts[-PLACES:]})
    short = [at for at in ends if len(paragraphs[at]) <= LONGEST and not paragraphs[at].isascii()]
    hinted = [at for at in short if MADE_HINT.search(paragraphs[at]) is not None]
    made = {at: {*map(str, MADE_FRAME.findall(paragraphs[at]))} for at in hinted}
    return [at for at, said in made.items() if said and len(said | {*SAID_TOO.findall(paragraphs[at])}) >= MANY]


def _pair(paragraphs: Sequence[str], keys: Sequence[str], places: Sequence[int]) -> list[int]:
    """Give a paragraph at each end that share two parts or more which no other has; none where there are none."""
    for first in (at for at in places if at < PLACES):
        for last in (at for at in places if at >= max(PLACES, len(paragraphs) - PLACES)):
            shared = _named(keys[first], keys[last], least=0)
            others = [key for at, key in enumerate(keys) if at not in {first, last}]
            if sum(not any(piece in other for other in others) for piece in shared) > 1:
                return [first, last]
    return []


def _key(text: str) -> str:
    """Give the letters and digits of a text in one case."""
    return NOISE.sub("", text).casefold()


def _blocks(title: str) -> Iterator[str]:
    """Give what may be the keywords of a title, as keys: a bracket at its end, and what stands before or behind a mark."""
    if match := BRACKET.search(title):
        yield _key(match["inner"])
    for mark in MARK.finditer(title):
        for block in (_key(title[mark.end() :]), _key(title[: mark.start()])):
            if len(block) >= LEAST_KEYWORDS:
                yield block


def _named(block: str, text: str, *, least: float = COVERED) -> list[str]:
    """Give the longest parts of some keywords that a text has, one behind the other; none if they are too little of them."""
    found, at = [], 0
    while at <= len(block) - PIECE:
        end = at + PIECE
        if block[at:end] not in text:
            at += 1
            continue
        while end < len(block) and block[at : end + 1] in text:
            end += 1
        found.append(block[at:end])
        at = end
    return found if sum(map(len, found)) >= least * len(block) else []
