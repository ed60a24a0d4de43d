"""Remains of markup, templates and programmes that are told by what they stick to: the end of a clause, or the end of a paragraph."""

import re
from collections.abc import Iterator, Sequence

from pipelines.text.damage import HANZI

IDENTIFIER = r"[a-z_$][\w$]{0,40}(?:\.[a-z_$][\w$]{0,40}){0,5}"
BRACES = r"\{[^{}]{0,300}(?:\{[^{}]{0,200}\}[^{}]{0,200}){0,4}\}"
FORMATS = "png|jpe?g|gif|webp|bmp|svg|avif|ico|swf|mp4|flv|jfif|heic|tiff?"
CALLED = "(?:screen\\ ?shot|screen\\ recording|whatsapp\\ (?:image|video)|untitled|image|photo|picture|scan|截屏|屏幕截图|屏幕快照|未命名|未标题|新建|下载)"
"""What devices and editors call a picture that nobody named."""
SELECTOR = (
    r"(?:(?:body|html|h[1-6]|p|a|ul|ol|li|dl|d[td]|div|span|img|table|t[rdh]|tbody|input|form|iframe|em|strong)?(?:[.#:]{1,2}[a-z][\w-]{0,40}(?:\([^()]{0,40}\))?){1,6}"
    r"|\*|body|html|h[1-6]|p|a|ul|ol|li|dl|d[td]|div|span|img|table|t[rdh]|tbody|input|form|iframe|em|strong)"
).replace("#", r"\#")
"""One step of a selector in a rule of style."""
CODE_BEGINS = re.compile(
    rf"""(?:[!;+]|\}}\)|\}}|\)|\()?\(?function\b|(?:if|for|while|switch|catch)\s?\(|(?:try|else|do)\s?\{{|(?:var|let|const)\s\w+\s?=
      |{IDENTIFIER}\s?=\s?(?:[\[{{("']|function\b|{IDENTIFIER}\s?(?:\|\||;))|{IDENTIFIER}\((?=["'\[{{]|\);|\d{{1,6}}\);|function\b|\w{{1,20}}\)\.)|\$\((?=["'\w])""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""How a statement of a programme begins."""

# What is a leak only where it sticks to the end of a clause, or stands at an end of a paragraph; matched there.
GLUED = re.compile(
    rf"""
      (?-i:_[a-z][a-z\d]{{0,20}}(?:_[a-z\d]{{1,20}}){{0,6}}_|[a-z][a-z\d]{{1,20}}(?:_[a-z\d]{{1,20}}){{1,6}})(?![\w.@/]) | !?\[[^\[\]]{{0,60}}\]\((?:(?:https?:|/|\#)[^()\s]{{0,300}}|[\w./-]{{1,80}}\.\w{{2,4}})\) | (?-i:(?:undefined|null|NaN)(?![a-z0-9_])) | (?:%u[0-9a-f]{{4}}){{1,20}} | (?:%[0-9a-f]{{2}}){{2,30}} | (?:=[0-9a-f]{{2}}){{2,30}}(?:"\w{{1,9}}")? | [=%](?:20|3D|0A|0D|A0)(?!\d)(?:"\w{{1,9}}")?
    | \}}\){{1,2}};(?:\}}\)\(\);)? | \}}\s?else\s?\{{ | (?-i:return)\s\w{{1,20}};
    | (?:@(?:media|font-face|page|supports)\b[^{{}};。]{{0,80}}|{SELECTOR}(?:[\s,>+]{{1,3}}{SELECTOR}){{0,8}})\s?\{{(?:\s?[a-z-]{{2,30}}\s?:[^:;{{}}]{{1,120}}(?::[^:;{{}}]{{1,80}})?;?|[^{{}}:]{{0,60}}\{{[^{{}}]{{0,200}}\}}){{1,20}}\s?\}}
    | (?:[$*@~\#%!]|:{{1,2}})?\{{(?![\d\s,.]*\}})(?:[^{{}}“”]{{1,300}}|[^{{}}]{{0,100}}{BRACES}[^{{}}]{{0,200}})\}}(?:[^{{}}。，“”]{{1,120}}\{{/\w{{1,20}}\}})? | \{{\\[a-z]{{2,10}}\d?\}}?
    | \[(?P<own>[^\s\[\]/=]{{1,16}})(?:=[^\[\]]{{1,80}})?\][^\[\]]{{0,80}}\[/(?P=own)\] | \[\^\w{{1,12}}\]:? | \[\[[!-/:-@\\^-`{{-~][^\[\]]{{1,60}}\]\] | \[(?!["'(]|\.{{2}})[!-/:-@\\^-`{{-~]{{1,2}}[!-Z^-~\s]{{0,40}}\] | \[/?(?-i:[biusp])\](?!\s?[a-z]{{1,3}}\b)
    | \[[a-z_-]{{1,20}}[:\#][\w.:@/-]{{1,60}}\] | \[[a-z_-]{{2,20}}\shttps?:[^\s\[\]]{{1,200}}\] | \[/?t[rdh](?:[=,][\d,%]{{1,20}})?\]
    | \[[^\[\]，。：:]{{0,12}}(?:图片|圖片|视频|視頻|音频|音頻|链接|附件|全文|原图|图像|插图|分页)[^\[\]，。]{{0,24}}\](?![：:]) | 【[^【】]{{0,6}}广告[^【】]{{0,8}}】
    | /?:[:)('$@*;|a-z\d~-]{{1,3}}\)|(?-i:/:[a-z@*;-]{{1,8}}(?![a-z\d/]) | :[a-z_]{{2,20}}:(?![a-z\d/]))
    | (?P<sigil>[%$|@^]|\*\||\#\#|\$\$|%%|__)(?P<name>[a-z][\w.:-]{{1,30}})(?:(?P=sigil)|(?<=\w)\|\*) | %(?:\d\$)?[sd](?!\w) | [$]\[\w{{1,30}}\]
    | @(?-i:[a-z]{{2,20}}(?:[A-Z][a-z]{{1,20}})?|[A-Z][a-z]{{1,20}}(?:[A-Z][a-z]{{1,20}})?)(?:\.[a-z]{{1,20}})?\([^()]{{0,80}}\) | (?-i:::(?:before|after)(?![a-z]) | @end[a-z]{{2,12}}(?![a-z]))
    | [<＜〈]\s?[/／]?\s?(?!https?:)[a-z!?$\#%][a-z0-9_$:.-]{{0,30}}(?:\s[^<>{HANZI}]{{1,200}})?\s?[/／]?[$?%]?[>＞〉] | <\s?/?\s?> | <\?\s[^<>?]{{0,100}}\?>
    | ["'“”]?\s?(?:/{{2}})?--?(?:>|＞|&gt;) | <!--(?:\s?\w{{1,20}})? | [?%]> | _?(?-i:[a-z]{{0,12}})["']\s?/?> | &[a-z]{{2,6}}; | [＆&][a-z]{{2,8}}[;；] | &\#\d{{2,5}} | [/?](?:br|p|div|span|font|li|td|tr)>
    | (?:{CALLED}[\s\w.()@年月日上下午:-]{{0,50}}?|(?!\.\.)[a-z0-9/_.+:%-]{{0,100}}?)(?:\(\d{{1,3}}\)|@\dx)?\.(?:{FORMATS})(?:\?[\w=&%.-]{{1,80}})?(?-i:(?![a-z\d_.])) | https?://[\w./%-]{{4,120}}\?[\w=&%.-]{{0,80}}fmt=\w{{2,5}}
    | /\*.{{0,200}}?\*/ | //\s?(?:<!\[CDATA\[|\]\]>|-->) | [:*@\#]?[a-z][\w:.-]{{0,30}}=(?:"[^"<>]{{0,200}}"|'[^'<>]{{0,200}}')
    | \*\*(?=[^\s*]) | `{{3}}(?-i:[a-z]{{0,12}}(?![a-z])) | ~{{3,6}} | \#{{2,6}}\s? | (?-i::::[a-z]{{0,12}}) | (?:\\[*_\#\[\]~`&-]){{1,6}}(?:\w{{1,20}}\\\])? | \\/(?-i:[a-z]{{1,8}})>?
    | !\[[^\[\]]{{0,60}}\]\(? | \?(?:x-oss-process|imageview2|imagemogr2|w|h|width|height|size|fmt)[=/][\w/%.,-]{{1,60}} | wx_fmt=\w{{1,8}} | @@[^@\s]{{1,12}}@@ | \$(?-i:content|title|body|text|name|url|item|data|this|row|value|article|post|page|date|author|img|src|link|key|info|list|result|msg|html)(?![\w$.]) | \.\.\s\w{{2,20}}::\s[\w./-]{{0,80}}
    | \\[a-z]{{4,20}}(?:\{{[^{{}}]{{0,80}}\}}?)? | \$\\[a-z]{{2,20}}\$ | (?:src|href|url)=[^\s{HANZI}]{{3,200}} | cid:(?-i:[a-z\d.@]{{3,80}}) | javascript:(?:void\([^()]{{0,9}}\))?;? | \w{{2,20}}\.php\?[\w=&%]{{1,80}} | pic\.[a-z]{{2,12}}\.[a-z]{{2,4}}/\w{{4,20}}
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""One such leak: a token of a programme, an escape, a rule of style, braces, a word of an editor in brackets, a pair of signs."""

STUCK = r"(?=[^\s\w“”…—–]|[A-Za-z_])"
BOUNDARY = re.compile(rf"[。，！？；：”）…,.!?;)]{STUCK}")
"""The end of a clause to which something sticks that is neither a space nor a Chinese character."""
QUOTED = re.compile(rf"[.,!?]\"{STUCK}")
"""The same behind a quotation."""
FOLLOWS = re.compile(rf"\Z|[\s{HANZI}“”《「【（(\"。，\d]|(?-i:[A-Z])")
"""What may stand behind a leak: the text goes on, or ends."""
BEGINS = re.compile(r"\Z|\s?[A-Z“\"(\d‘]|\s'")
"""What stands behind a leak at the beginning of an English paragraph."""
FOLLOWS_WORD = re.compile(rf"\Z|[\s{HANZI}“”《「【（(\"。，]|[A-Z][\w’']*(?:\s|,)")
HANZI_WORDS = re.compile(rf"(?:\[/?[{HANZI}]{{2,8}}[A-Za-z0-9]{{0,3}}\]){{1,6}}(?![：:])")
"""Names of pictures that an app puts into messages."""
LATIN_WORD = re.compile(r"\[/?(?!sic\])(?:[A-Za-z][a-z0-9]{1,24}(?:[_-][a-z0-9]{1,20}){0,4}|[A-Z]{3,12})\](?!:)")
"""A shortcode of any name."""
LABELLED = re.compile(
    rf"(?=[^\s：:，。,.“]{{0,11}}[{HANZI}])[^\s：:，。,.“]{{1,12}}(?<![说說称稱道示出调調为為是])\s?[：:]|[A-Z][\w.’'-]{{0,15}}(?: [A-Z][\w.’'-]{{0,15}}){{0,2}}:"
)
"""The speaker of a line in a transcript."""
MOST_IN_A_ROW = 8
"""Leaks one behind the other."""
LONGEST_CODE = 600
"""Characters of a piece of a programme."""
OPEN, CLOSE, STRING = frozenset("([{"), frozenset(")]}"), frozenset("\"'")

LONE = re.compile(
    r"""
      您需要安装\S{2,16} | Error\ loading\ \w{3,10} | 分页符 | (?:视频|音频|图片)?无法(?:播放|显示|加载)[，,]?\ ?(?:请\S{1,8})? | 正文已结束[，,]?.{0,30}
    | (?:(?:图片|圖片|视频|視頻|数据|內容|内容|页面|正在|努力)*(?:加载|加載|载入|載入)(?:中|失败|失敗)?|Loading(?:\ (?:video|comments|player))?|Video\ unavailable|缓冲中)[，,]?\ ?(?:请稍候|请稍后|请等待|please\ wait)?[.…。!！]{0,6}
    | (?:您|你)的浏览器(?:版本过低|不支持)[^。]{0,30}[。！!]? | Your\ browser\ (?:does\ not|doesn['’]t)\ support\ [^.]{2,60}\.? | (?:Please\ enable\ JavaScript|JavaScript\ (?:is\ disabled|must\ be\ enabled))[^.]{0,60}\.?
    | (?:\d{1,2}:)?\d{2}:\d{2}\ ?/\ ?(?:\d{1,2}:)?\d{2}:\d{2} | (?:\d(?:\.\d{1,2})?x\s?){3,8} | (?:Microsoft\w{0,20}\s)?(?:Normal\s)?\d?\s?\d?\s?(?:\S{1,20}\s){0,3}\d?[^。]{0,40}\b(?:false\s){2,3}[^。]{0,60} | MicrosoftInternetExplorer4[^。]{0,80}
    | (?:Warning|Notice|Fatal\ error|Parse\ error|Deprecated):\s[^。]{0,120}(?:\w\(\)|\bon\ line\ \d)[^。]{0,120} | Array\ ?\(\ ?\[[^。]{1,200} | ERROR\ \d{3,5}
    | \W{0,4}(?-i:(?:THE\ )?END)\W{0,4} | [（(\[【](?:全文|本文)?完[)）\]】] | (?:\[?\d{1,3}\]?\s){1,12}(?:下一?页|末页|尾页|Next.{0,12}) | Page\ \d{1,3}\ of\ \d{1,3} | Pages?:(?:\s\d{1,3}){2,20} | Next\ page\W{0,3}
    | 共\d{1,3}页[:：].{1,60} | (?:<<|«)\s?(?:\d{1,3}\s){2,12}(?:>>|») | [▲▼△↑↓]{1,3}\s?图[：:]?
    | (?-i:Array|NULL|null|undefined|NaN(?:-NaN){0,3}|true|false|None|\[object\ Object\]) | /\* | \*/ | (?:async\ )?function\s?\w{0,30}\([\w,\ ]{0,60}\)\s?\{ | <[a-z]{1,10}\s[a-z-]{1,20}=[^<>]{1,200} | \{"@[a-z]{2,12}":.{0,200} | (?:jQuery|\$|window|document|\(function)\s?[\w.]{0,20}\(.{0,80}\{ | 请输入(?:内容|标题|正文)\S{0,4} | \$\(function\s?\(\$?\)\s?\{.{0,80}
    | v\\:\*\s?\{.{0,80} | \|?(?:\s?:?-{2,}:?\s?\|){1,12}(?:\s?:?-{2,}:?)? | (?:\+-{2,}){1,12}\+ | i?frame\ssrc=.{3,200} | [{HANZI}\w./-]{1,40}\.(?:png|jpe?g|gif|webp|bmp)
    """.replace("{HANZI}", HANZI),
    re.VERBOSE | re.IGNORECASE,
)
"""A line that says how a player, a script or an office programme fares."""
HEARD = re.compile(r" \[[a-z]+\]")
"""What one heard, in brackets behind a word: such a page may have it on a line of its own as well."""
LONE_WORD = re.compile(r"\[[a-z][a-z0-9]{1,24}\]")


def is_transcript(paragraphs: Sequence[str]) -> bool:
    """Say whether paragraphs name their speakers: what stands in brackets there may be what one heard."""
    return sum(LABELLED.match(text) is not None for text in paragraphs) > 1


def find_remains(text: str, *, chinese: bool, spoken: bool) -> Iterator[tuple[int, int]]:
    """Find what sticks to the clauses of a paragraph: start and end of each.

    *chinese* says that the page is in Chinese; *spoken* that it is a transcript, whose brackets tell what one heard.
    """
    done = 0
    ends = [match.end() for match in BOUNDARY.finditer(text)]
    if '"' in text:
        ends = sorted({*ends, *(match.end() for match in QUOTED.finditer(text))})
    for at in (0, *ends):
        if at < done or at == len(text):
            continue
        end = at
        for _ in range(MOST_IN_A_ROW):
            further = _end(text, end, chinese=chinese, spoken=spoken)
            if further == end:
                break
            end = further
        if end > at and _goes_on(text, at, end, chinese=chinese):
            done = end
            yield at, end


def _end(text: str, at: int, *, chinese: bool, spoken: bool) -> int:
    """Give where a leak ends that begins at an offset; the offset where there is none."""
    match = GLUED.match(text, at)
    best = match.end() if match is not None else at
    if not spoken:
        match = (HANZI_WORDS if chinese else LATIN_WORD).match(text, at)
        if match is not None and _is_stuck(text, match, chinese=chinese):
            best = max(best, match.end())
    return max(best, _code_end(text, at))


def _goes_on(text: str, start: int, end: int, *, chinese: bool) -> bool:
    """Say whether the text goes on behind a leak as it does behind a full stop; an English sentence may begin with a name."""
    if not chinese and (not start or text[start - 1] in ".!?"):
        return BEGINS.match(text, end) is not None
    return (FOLLOWS_WORD if text[end - 1].isalnum() else FOLLOWS).match(text, end) is not None


def _is_stuck(text: str, match: re.Match[str], *, chinese: bool) -> bool:
    """Say whether a word in brackets belongs to no sentence: not inside a quotation, nor with a space before it."""
    if chinese:
        before = text[: match.start()]
        return match.start() > 0 and before.count("“") <= before.count("”")
    if match.end() - match.start() == len(text):
        return "-" in text or "_" in text or any(char.isdigit() for char in text)
    after = text[match.end() : match.end() + 1]
    return after.isupper() or after in '“"' if match.start() == 0 else after == "" or not after.islower()


def _code_end(text: str, at: int) -> int:
    """Give where statements of a programme end that begin at an offset; the offset where there are none."""
    if CODE_BEGINS.match(text, at) is None:
        return at
    depth, spot, most = 0, at, min(len(text), at + LONGEST_CODE)
    while spot < most and text[spot].isascii():
        char = text[spot]
        if char in STRING:
            closing = text.find(char, spot + 1, spot + 300)
            spot = closing if closing > 0 else most
        depth += (char in OPEN) - (char in CLOSE)
        spot += 1
        if depth > 0 or (char not in CLOSE and char != ";") or (spot < len(text) and text[spot] in "({.[;)}"):
            continue
        further = spot + text.startswith(" ", spot)
        if CODE_BEGINS.match(text, further) is None:
            return spot
        spot = further
    return at


def is_lone(text: str) -> bool:
    """Say whether a line is what a player, a script or an office programme left, and nothing else."""
    return len(text) <= 260 and LONE.fullmatch(text) is not None
