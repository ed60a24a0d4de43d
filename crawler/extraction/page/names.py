"""What class names and ids say about a block: a hint beside the evidence of the text, never the only reason."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

BAD = 1
"""Furniture by its name: navigation, related, share, comments, advertising, copyright …"""
META = 2
"""About the article, not of it: date, source, author, tools."""
HIDDEN = 4
"""Not shown."""
GOOD = 8
"""An article's body by its name."""
COMMENTS = 16
"""Readers' comments: often longer than the article."""

MARKED = 32
"""Chosen by a selector of the site."""
FOREIGN = 1 << 16
"""Furniture that is nobody's text on any site: advertising, disclaimers, posts of others, players."""
BODY = 1 << 17
"""The text of an article in so many words (`entry-content`, `articleBody`), not only a name that bodies have (`content`)."""

# The names are those of web publishing at large, with the pinyin forms of Chinese sites (tuijian = recommended,
# pinglun = comments, fenxiang = share, paihang = ranking, daohang = navigation, shengming = disclaimer ...).
_BAD = re.compile(
    r"""(?<![a-z0-9])(?:
      nav(?:i|bar|igation|menu)?|menus?|submenu|mainmenu|breadcrumbs?|crumbs?|daohang|mianbaoxie
    | share\w*|sharing|social\w*|bdshare\w*|jiathis\w*|addthis\w*|a2a|fenxiang\w*|sns|follow(?:us|box)?
    | related?\w*|relnews|recommend\w*|recirc\w*|tuijian\w*|xiangguan\w*|xgxw|xgyd|morenews|more-?(?:news|stories|articles|posts|from|on)\w*
    | read-?(?:more|next|also)|also-?read|see-?also|you-?may\w*|popular\w*|trending\w*|most-?(?:read|viewed|popular|emailed|shared)\w*|top-?stories
    | hot(?:news|list|article|spot|topic|word)s?|rank(?:ing|list|box)?|paihang\w*|remen\w*|guess\w*|taboola\w*|outbrain\w*
    | side-?bar\w*|aside|rail|foot|footer?|footers?\w*|foot(?:bar|nav|links?)|bottom-?(?:nav|bar|links)|copyrights?|banquan|mianze\w*|shengming|disclaimers?|legal
    | login\w*|logon|signin|sign-?up|register|subscri\w*|newsletters?\w*|paywall\w*|promo\w*|ctas?|testimonials?\w*|excerpts?|sponsor\w*|advert\w*|ads?|ad-?(?:box|container|wrap\w*|slot|unit|banner)|adv|gg|guanggao\w*|banners?|popups?|modal\w*|overlay|lightbox
    | (?:audio|video|media|flash|music|podcast|radio|story|jw)-?player
    | cookies?\w*|consent\w*|onetrust\w*|gdpr|cky|cmplz|cli-(?:bar|modal|privacy|tab)|pager|pages?-?(?:nav|num|list|box|links)|pagination|paging|fanye|prev-?next|pre-?next|next-?(?:posts?|story|stories|articles?)(?:-\w+)*|post-?nav\w*|shangxiapian
    | tags?-?(?:list|box|cloud|links|wrap)?|keywords?|qr-?codes?\w*|erweima|ewm|weixin\w*|wechat\w*|app-?(?:down\w*|bar|banner)|download-?app|open-?app\w*
    | twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|(?:reddit|bluesky|mastodon|imgur|threads)-embed\w*
    | complementary|contentinfo|dialog|tooltips?\w*|popovers?\w*|tool-?(?:bar|box|s)?|tools|(?<!-)print(?!:)\w*|font-?size|zihao|e-?mail-?(?:this|share)|toc|table-of-contents|skip-?(?:link|to)\w*|screen-reader-text|visually-hidden|sr-only
    | author-?(?:bio|box|card|info|profile|description|dropdown|pop-?up|widget|module|panel|blurb)|about-?(?:the-?)?author|bio|search\w*|sousuo|survey|vote|poll|toupiao|donat\w*|jump-?links?|teasers?|carousel|slider|swiper\w*|marquee|ticker|feedback
    )(?![a-z])""",
    re.VERBOSE,
)
_OTHERS_ABROAD = {
    "es": "relacionad[ao]s? mas-?(?:leid|vist)[ao]s? puede-?interesar leer?-?(?:mas|tambien) lea-?tambien",
    "pt": "leia-?(?:tambem|mais) veja-?(?:tambem|mais) saiba-?mais mais-?(?:lid[ao]s|vist[ao]s|noticias)",
    "fr": "lire-?aussi a-?lire meme-?(?:sujet|theme) articles?-?(?:lies|associes|similaires) plus-?(?:lus|vus)",
    "de": "verwandte\\w* aehnliche\\w* weitere-?(?:artikel|themen|meldungen) mehr-?(?:zum-?thema|artikel|themen) meistgelesen\\w* lesen-?sie-?auch auch-?interessant empfehlung\\w*",
    "it": "leggi-?anche correlat[ie] potrebbe-?interessart[ie] piu-?lett[ie]",
    "nl": "lees-?(?:ook|meer|verder) gerelateerd\\w* meest-?gelezen aanbevolen",
    "tr": "ilgili\\w* benzer\\w* diger-?haber\\w* cok-?okunan\\w* son-?dakika onerilen\\w*",
    "id": "baca-?juga simak-?juga lihat-?juga terkait terpopuler rekomendasi",
    "pl": "czytaj-?(?:takze|rowniez|wiecej) zobacz-?(?:takze|rowniez) powiazane podobne polecane najpopularniejsze",
    "cs": "souvisejici nejctenejsi",
    "hu": "kapcsolodo\\w* legolvasottabb",
    "ro": "citeste-?si",
    "sv": "l[ae]s-?(?:mer|ocksa|ogsa) laes-?ogsaa? mest-?l(?:a|ae)?st relater(?:ade|ede|te)",
    "fi": "lue-?(?:myos|lisaa) luetuimmat",
    "vi": "lien-?quan xem-?(?:nhieu|them) doc-?(?:nhieu|them)",
    "ru": "chitayte-?takzhe chitay\\w* pohozh\\w* novosti-?partnerov",
    "ja": "kanren\\w* osusume\\w*",
}
"""What boxes of other articles call themselves on sites in other languages, without accents and in Latin letters as such
names are written: related, read also, most read, recommended."""
_BAD_ABROAD = {
    "es": "compartir publicidad suscri\\w* boletin\\w* migas pie-?(?:de-?)?pagina barra-?lateral",
    "pt": "compartilh\\w* publicidade rodape assinatura",
    "fr": "partage[rs]? publicite abonn\\w* infolettre pied-?de-?page fil-?d?-?ariane",
    "de": "teilen werbung anzeigen? fusszeile seitenleiste",
    "it": "condivi\\w* pubblicita iscrivi\\w*",
    "nl": "advertentie\\w* nieuwsbrief kruimelpad",
    "tr": "paylas\\w* reklam\\w*",
    "id": "bagikan iklan",
    "pl": "udostepnij",
    "cs": "sdilet",
    "hu": "hirdetes\\w* megosztas",
    "ro": "distribuie publicitate",
    "sv": "annons\\w*",
    "fi": "mainos\\w*",
    "vi": "quang-?cao chia-?se",
    "ru": "podelit\\w*",
    "ja": "koukoku pankuzu",
}
"""The same for shares, advertisements, subscriptions, feet and breadcrumbs. Words that mean something else in English, or a
kind of article, are left out."""


def branched(patterns: Iterable[str]) -> str:
    """Give an expression for any of the patterns, each of which begins with a letter: branched by it, it takes half the time."""
    tails: dict[str, list[str]] = {}
    for pattern in patterns:
        tails.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())


def _names_of(*tables: dict[str, str]) -> list[str]:
    return " ".join(names for table in tables for names in table.values()).split()


_ABROAD = re.compile(rf"(?<![a-z0-9])(?:{branched(_names_of(_OTHERS_ABROAD, _BAD_ABROAD))})(?![a-z])")
_COMMENTS = re.compile(
    r"(?<![a-z])(?:comments?\w*|cmts?|disqus\w*|pinglun\w*|replies|reply\w*|respond|guestbook|liuyan|huifu|comentarios|kommentar(?:e|er|erna|bereich)|komentar(?:z?e|-?(?:list|box|form))|yorum(?:lar)?|reacties|binh-?luan)(?![a-z])"
)
_META = re.compile(
    r"""(?<![a-z])(?:by-?lines?|authors?|meta\w*|post-?(?:meta|info|date)|entry-?(?:meta|date)|article-?(?:meta|info|date)|info|date\w*|time\w*|pub(?:time|date|lished)\w*|laiyuan|source\w*|(?<!text-)editors?|zebian|bianji|bianzhe|credits?|kicker|eyebrow|dek-?meta|timestamp\w*|views?|hits|fecha|autor(?:es|en)?|auteurs?|yazar|tarih|penulis|tanggal|datum)(?![a-z])""",
    re.VERBOSE,
)
_GOOD = re.compile(
    r"""(?<![a-z])(?:articles?|(?:article|post|entry|story|news|page|main|detail|blog)-?_?(?:body|content|text|main|con|cont)\w*|content\w*|contents|body|text|main\w*|story|entry|post|detail\w*|zhengwen|neirong|nei?rong|trs_editor\w*|artibody|endtext|cont|con|article_?body|rich-?text|prose|markdown|art(?:ikel|iculo|icolo|igo)|cuerpo|texto|conten(?:ido|u|uto)|conteudo|inhalt|icerik|haber-?(?:detay|metni|icerik)|isi-?(?:berita|artikel)|noi-?dung|honbun|kiji)(?![a-z])""",
    re.VERBOSE,
)
_BODY = re.compile(
    r"(?<![a-z])(?<!top-)(?<!next-)(?<!more-)(?<!other-)(?<!latest-)(?<!featured-)"
    r"(?:(?:entry|post|article|story)-?(?:content|body|text)|e-content)(?![a-z])"
)
CONSENT = "consent"
"""The word of boxes that ask for consent to cookies: their notices are often longer than the article."""
_CONSENT = re.compile(
    r"(?<![a-z])(?:consent\w*|onetrust\w*|gdpr|cky|cmplz|cli-(?:bar|modal|privacy|tab)|cookie-?law-?info|cookies?-?(?:banner|bar|box|consent|dialog|law|layer|modal|notice|overlay|popup))(?![a-z])"
)
_FOREIGN = re.compile(
    r"(?:ads?|adv|gg|ad-?(?:box|container|wrap\w*|slot|unit|banner)|(?:advert|guanggao|sponsor|disclaimer)\w*"
    r"|(?:twitter|instagram|tiktok|fb|reddit|bluesky|mastodon|imgur|threads)-.*|.*player"
    r"|author-?(?:bio|box|card|info|profile|description|pop-?up|widget|module|panel|blurb)|about-?(?:the-?)?author)$"
)
OTHERS = re.compile(
    r"relate|relnews|recommend|recirc|tuijian|xiangguan|xgxw|xgyd|more|read-?next|also|see|you|popular|trending|most"
    rf"|excerpt|teaser|testimonial|foot|contentinfo|{branched(_names_of(_OTHERS_ABROAD))}"
)
"""How the words begin of boxes of other articles, of what customers say, and of feet: often longer than the article."""
INVITING = re.compile(
    r"relate|relnews|recommend|recirc|tuijian|xiangguan|xgxw|xgyd|more|read-?(?:next|more|also)|also-?read|see-?also|you-?may|popular"
    rf"|trending|most|newsletter|subscri|sign-?up|paywall|promo|ctas?$|{branched(_names_of(_OTHERS_ABROAD))}"
    r"|boletin|assinatura|abonn|infolettre|iscrivi|nieuwsbrief|suscri"
)
"""How the words begin of boxes that invite readers: to read other articles, to subscribe, to buy."""
NAMING = frozenset(
    (
        *("role", "itemprop", "data-testid", "data-test-id", "data-test", "data-qa", "data-component", "data-module"),
        *("data-type", "data-block", "data-widget"),
    )
)
"""Attributes that name a block beside its class and id: pages whose classes are made by machine have no other names."""
_OF_LAYOUT = re.compile(
    r"""(?<![a-z0-9])(?:
      (?=[a-f]{0,8}[0-9])[0-9a-f]{4,}(?![a-z0-9])
    | (?:has|have|with|without|no|not)-[a-z0-9-]*
    | (?<!-)(?:[a-z0-9-]{0,40}-(?:en|dis)abled(?![a-z])|(?:tag|category)-(?!(?:list|box|cloud|links?|wrap\w*|container)(?![a-z]))[\w%-]+)
    )""",
    re.VERBOSE,
)
"""Classes that say what a page is laid out with (`has-sidebar`: the block is no sidebar), or filed under (`tag-travel`)."""
LONGEST_NAME = 8_000
"""Characters of a block's name, or of a style, that are looked at: real ones have up to 7,100."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name goes on that is written as one word."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_UNSEEN_STYLE = re.compile(
    rf"{_HIDING.pattern}|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|font-size\s*:\s*0(?:px|pt|r?em|%)?\s*(?:;|!|$)"
)
_UNSEEN_CLASS = re.compile(
    r"(?<![a-z0-9])(?:sr-?only|visually-?hidden|screen-?reader(?:-?(?:text|only))?|hidden-?visually|(?:a11y|assistive)-?(?:hidden|text)|jammer)(?![a-z])"
)
"""Classes of text for screen readers (WordPress, Bootstrap, WAI's recipes), and of the noise that Discuz! drops between words."""


@lru_cache(maxsize=4096)
def judge_name(name: str) -> tuple[int, str]:
    """Give the flags of a block whose class and id are *name*, and the word that makes it furniture."""
    if not name.islower():
        name = CAMEL.sub("-", name).lower()
    name = _OF_LAYOUT.sub("", name.replace("_", "-"))
    flags, word = 0, ""
    for flag, pattern in ((META, _META), (BAD, _BAD), (BAD, _ABROAD), (COMMENTS, _COMMENTS), (GOOD, _GOOD)):
        if match := pattern.search(name):
            flags |= flag
            if flag != GOOD:
                word = match[0]
    if flags & GOOD and _BODY.search(name):
        flags |= BODY
    if flags & BAD:
        if _CONSENT.search(name):
            word = CONSENT
        if _FOREIGN.match(word):
            flags |= FOREIGN
    return flags, word


def is_hiding(style: str) -> bool:
    """Tell whether an inline style hides its element."""
    return _is_hiding(style[:LONGEST_NAME])


@lru_cache(maxsize=1024)
def _is_hiding(style: str) -> bool:
    return _HIDING.search(style.lower()) is not None


def is_unseen(attributes: Iterable[tuple[Any, Any]]) -> bool:
    """Tell whether an element inside a line that has these attributes is shown to nobody, or said by screen readers alone."""
    return any(key in _HIDING_BY and _HIDING_BY[key](value[:LONGEST_NAME]) for key, value in attributes)


@lru_cache(maxsize=1024)
def _is_unseen_style(style: str) -> bool:
    return _UNSEEN_STYLE.search(style.lower()) is not None


@lru_cache(maxsize=1024)
def _is_unseen_class(name: str) -> bool:
    return _UNSEEN_CLASS.search(name.lower().replace("_", "-")) is not None


_HIDING_BY: dict[Any, Callable[[str], bool]] = {
    "class": _is_unseen_class,
    "style": _is_unseen_style,
    "hidden": lambda _: True,
}
