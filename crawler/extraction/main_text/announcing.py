"""Labels that announce other articles or the author, in the languages of large sites, and what they announce inside a text.

The labels are of form: a line is one only where it says nothing else.
"""

import re
from collections.abc import Sequence

from crawler.extraction.main_text.together import may_fill
from crawler.extraction.page.blocks import Line

_LONGEST = 60
"""Characters of such a line, at most."""
_LONGEST_ONE, _HEAD, _TITLE, _COLONS = 160, 40, 6, ":：|"
"""Characters of a line that announces one article, of its label, and of that one's title, at least; and what parts them."""
_ABOUT_LINES = 3
"""Lines about an author with which a text ends, at most."""
_OTHERS = re.compile(
    r"""people\ are\ (?:also\ )?reading|related\ (?:posts|articles|stories|news|content)|you\ (?:may|might)\ also\ (?:like|enjoy)|read\ (?:more|next|also)|recommended(?:\ for\ you)?
    | (?:ähnliche|verwandte|weitere)\ (?:artikel|beiträge|themen|meldungen)|auch\ interessant|mehr\ zum\ thema|lesen\ sie\ auch|lies\ auch
    | das\ könnte\ (?:sie|dich|euch)\ (?:auch|ebenfalls)\ interessieren
    | (?:à\ )?lire\ aussi|(?:articles|sujets)\ (?:liés|similaires|associés)|sur\ le\ même\ (?:sujet|thème)
    | (?:artículos|noticias|entradas)\ relacionad[ao]s|te\ puede\ interesar|lee\ también|le[ae]\ (?:más|también)
    | (?:artigos|notícias|matérias)\ relacionad[ao]s|lei?a\ (?:também|mais)|veja\ também
    | articoli\ correlati|leggi\ anche|potrebbe\ interessarti(?:\ anche)?
    | gerelateerde\ (?:artikelen|berichten)|lees\ ook|läs\ (?:också|även|mer)|les\ også|læs\ også|lue\ myös
    | related\ article|czytaj\ (?:też|także|również)|zobacz\ (?:też|także|również)|ilgili\ haber(?:ler)?|baca\ juga|читайте\ также|читайте\ також
    | čtěte\ (?:také|též|i)|přečtěte\ si(?:\ také)?|čítajte\ (?:aj|tiež)|olvasta\ már|citește\ și|прочетете\ (?:още|и)|διαβάστε\ (?:επίσης|ακόμη)
    | xem\ thêm|यह\ भी\ पढ़ें|ये\ भी\ पढ़ें|اقرأ\ أيض[اً]{1,2}|קראו\ (?:גם|עוד)|อ่านเพิ่มเติม|also\ read|see\ also
    | 相关(?:阅读|新闻|文章|推荐|链接)|推荐阅读|延伸阅读|相關(?:新聞|文章|閱讀)|延伸閱讀|推薦閱讀|関連記事|관련\ ?기사""",
    re.IGNORECASE | re.VERBOSE,
)
_ADVERTISING = re.compile(
    r"""[\s\-–—―~・·•|\[(（【<]{0,4}(?:advertisements?|advertise?ment|ads?|sponsored|story\ continues\ below(?:\ advertisement)?|article\ continues\ (?:below|after)(?:\ (?:this\ )?(?:ad|advertisement))?|continue\ reading\ below
    | publicidad|publicidade|continua\ (?:após|depois\ d)a?\ (?:a\ )?publicidade|publicité|pubblicità|anzeige|werbung|advertentie|reklama?|reklám|reklame|annonse|annons|mainos|hirdetés|publicitate|διαφήμιση
    | (?:advertisement[\s·|–—-]{1,3})?scroll\ to\ continue(?:\ (?:reading|with\ content))?|(?:scroll|gulir)\ untuk\ (?:melanjutkan|lanjut)(?:\ membaca)?|skip\ ad(?:vertisement)?
    | your\ browser\ does\ not\ support\ (?:the\ |html5\ )?(?:iframes?|video|audio|canvas)(?:\ (?:tag|element|playback))?\.?
    | реклама|إعلان|פרסומת|विज्ञापन|iklan|advertorial|quảng\ cáo|โฆษณา|广告|廣告|広告|광고)[\s\-–—―~・·•|\])）】>:：]{0,4}""",
    re.IGNORECASE | re.VERBOSE,
)
"""A line that says that it is advertising, in the languages of large sites, and nothing else."""
_AUTHOR = re.compile(
    r"""(?:about|meet)\ the\ (?:authors?|writers?)|(?:über\ (?:den|die)|zum|zur)\ autor(?:in|en|innen)?|à\ propos\ de\ l['’]aut(?:eure?|rice)
    | sobre\ (?:el|la|los|las|o|a|os|as)\ autor(?:a|as|es)?|sull['’]aut(?:ore|rice)|over\ de\ auteurs?|om\ (?:författaren|forfatteren)|o\ autorze
    | об\ авторе|про\ автора|yazar\ hakkında|tentang\ penulis|(?:关于|關於)作者|作者(?:简介|介绍|簡介|介紹)|著者(?:紹介|プロフィール)""",
    re.IGNORECASE | re.VERBOSE,
)


def without_announced(lines: Sequence[Line], chosen: list[int]) -> list[int]:
    """Leave out of a text the links below a label that announces other articles, and what it ends with about its author."""
    left: set[int] = set()
    for place, i in enumerate(chosen[1:-1], 1):
        line = lines[i]
        if line.link and chosen[place - 1] < i - 1 and _is_announced(lines, i):
            left.add(i)
        if not _is_label(line) or len(line.text) > _LONGEST:
            continue
        words = line.text.rstrip(" :：…")
        if _OTHERS.fullmatch(words):
            left |= _links_below(lines, chosen, place)
        elif len(chosen) - place - 1 <= _ABOUT_LINES and _AUTHOR.fullmatch(words):
            left |= set(chosen[place:])
    return [i for i in chosen if i not in left] if left else chosen


def _is_announced(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a link right below a label for it, in the same small block."""
    line, label = lines[index], lines[index - 1]
    if may_fill(line) or len(label.text) > _LONGEST or not _is_label(label) or label.node.box is not line.node.box:
        return False
    return _OTHERS.fullmatch(label.text.rstrip(" :：…")) is not None


def announces_one(text: str) -> bool:
    """Tell whether a short line is a label that announces other articles, with a mark behind it, and the title of one."""
    head = text[:_HEAD]
    if len(text) > _LONGEST_ONE or not any(map(head.__contains__, _COLONS)):
        return False
    label = min((head.index(mark) for mark in _COLONS if mark in head), default=0)
    return len(text) - label > _TITLE and _OTHERS.fullmatch(head[:label].strip()) is not None


def is_advertising(text: str) -> bool:
    """Tell whether a line is nothing but the word for advertising."""
    return len(text) <= _LONGEST and _ADVERTISING.fullmatch(text) is not None


def _is_label(line: Line) -> bool:
    return line.kind == "heading" or line.text[-1] in ":："


def _links_below(lines: Sequence[Line], chosen: Sequence[int], place: int) -> set[int]:
    """Give the label at a place and the links right below it; nothing where there are none."""
    end = place + 1
    while end < len(chosen) and not may_fill(lines[chosen[end]]):
        end += 1
    return set(chosen[place:end]) if end > place + 1 else set()
