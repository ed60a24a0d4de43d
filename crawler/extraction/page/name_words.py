"""What classes and ids call a block: furniture, notes about the article, readers' comments, the article itself."""

import re
from collections.abc import Iterable

# The names are those of web publishing at large, with the pinyin forms of Chinese sites (tuijian = recommended,
# pinglun = comments, fenxiang = share, paihang = ranking, daohang = navigation, shengming = disclaimer ...).
_FURNITURE = r"""
    nav(?:i|bar|igation|menu)? menus? submenu mainmenu breadcrumbs? crumbs? daohang mianbaoxie
    share\w* sharing social\w* bdshare\w* jiathis\w* addthis\w* a2a fenxiang\w* sns follow(?:us|box)?
    related?\w* relnews recommend\w* recirc\w* tuijian\w* xiangguan\w* xgxw xgyd morenews more-?(?:news|stories|articles|posts|answers|from|on)\w*
    read-?(?:more|next|also) also-?read see-?also you-?may\w* popular\w* trending\w* most-?(?:read|viewed|popular|emailed|shared)\w* top-?stories
    hot(?:news|list|article|spot|topic|word)s? rank(?:ing|list|box)? paihang\w* remen\w* guess\w* taboola\w* outbrain\w*
    side-?bar\w* aside rail foot footer? footers?\w* foot(?:bar|nav|links?) bottom-?(?:nav|bar|links) copyrights? banquan mianze\w* shengming disclaimers? legal
    login\w* logon signin sign-?up register subscri(?!bers?-(?:only|preview|premium|content|text)(?![a-z]))\w* newsletters?\w* paywall\w* promo\w* ctas? testimonials?\w* excerpts? sponsor\w* advert\w* ads? ad-?(?:box|container|wrap\w*|slot|unit|banner) adv gg guanggao\w* banners? popups? modal\w* overlay lightbox
    audio-?player video-?player media-?player flash-?player music-?player podcast-?player radio-?player story-?player jw-?player vjs-[\w-]*
    cookies?\w* consent\w* onetrust\w* gdpr cky cmplz cli-(?:bar|modal|privacy|tab) pager pages?-?(?:nav|num|list|box|links) pagination paging fanye prev-?next pre-?next next-?(?:posts?|story|stories|articles?)(?:-\w+)* post-?nav\w* shangxiapian
    tags?-?(?:list|box|cloud|links|wrap)? keywords? qr-?codes?\w* erweima ewm weixin\w* wechat\w* app-?(?:down\w*|bar|banner) download-?app open-?app\w*
    twitter-(?:tweet|video) instagram-media tiktok-embed fb-(?:post|video) reddit-embed\w* bluesky-embed\w* mastodon-embed\w* imgur-embed\w* threads-embed\w*
    complementary contentinfo dialog tooltips?\w* popovers?\w* tool-?(?:bar|box|s)? tools print(?<!-print)(?!:)\w* font-?size zihao e-?mail-?(?:this|share) toc table-of-contents skip-?(?:link|to)\w* screen-reader-text visually-hidden sr-only
    author-?(?:bio|box|card|info|profile|description|dropdown|pop-?up|widget|module|panel|blurb) about-?(?:the-?)?authors? bio search(?!-?(?:target|able)(?![a-z]))\w* sousuo survey vote poll toupiao donat\w* jump-?links? teasers? carousel slider swiper\w* marquee ticker feedback
"""
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
_FURNITURE_ABROAD = {
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
_COMMENTS = r"""
    comments?\w* cmts? disqus\w* pinglun\w* replies reply\w* respond guestbook liuyan huifu comentarios
    kommentar(?:e|er|erna|bereich) komentar(?:z?e|-?(?:list|box|form)) yorum(?:lar)? reacties binh-?luan
"""
_ABOUT = r"""
    by-?lines? authors? meta\w* post-?(?:meta|info|date) entry-?(?:meta|date) article-?(?:meta|info|date) info
    date\w* time\w* pub(?:time|date|lished)\w* laiyuan source\w* editor(?<!text-editor)s? zebian bianji bianzhe
    credits? kicker eyebrow dek-?meta timestamp\w* views? hits fecha autor(?:es|en)? auteurs? yazar tarih penulis
    tanggal datum
"""
_ARTICLE = r"""
    articles? content\w* contents body text main\w* story entry post detail\w* zhengwen neirong nei?rong
    artibody endtext cont con rich-?text prose markdown art(?:ikel|iculo|icolo|igo)
    cuerpo texto conten(?:ido|u|uto) conteudo inhalt icerik haber-?(?:detay|metni|icerik) isi-?(?:berita|artikel)
    noi-?dung honbun kiji
"""
_ARTICLE_PARTS = [
    rf"{whole}-?(?:body|content|text|main|con|cont)\w*"
    for whole in ("article", "post", "entry", "story", "news", "page", "main", "detail", "blog")
]


def branched(patterns: Iterable[str]) -> str:
    """Give an expression for any of the patterns, each of which begins with a letter: branched by it, it takes half the time."""
    tails: dict[str, list[str]] = {}
    for pattern in patterns:
        tails.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())


def _listed(*tables: dict[str, str]) -> list[str]:
    return " ".join(names for table in tables for names in table.values()).split()


def _any_of(names: Iterable[str], *, behind: str = "a-z") -> re.Pattern[str]:
    """Find any of the names where a word begins: *behind* no such character."""
    return re.compile(f"(?<![{behind}])(?:{branched(names)})(?![a-z])")


ABOUT = _any_of(_ABOUT.split())
"""What stands about the article, not of it: date, source, author, tools."""
FURNITURE = _any_of(_FURNITURE.split(), behind="a-z0-9")
FURNITURE_ABROAD = _any_of(_listed(_OTHERS_ABROAD, _FURNITURE_ABROAD), behind="a-z0-9")
COMMENTS = _any_of(_COMMENTS.split())
ARTICLE = _any_of([*_ARTICLE_PARTS, *_ARTICLE.split()])
ANY = _any_of(
    [
        *(_ABOUT + _FURNITURE + _COMMENTS + _ARTICLE).split(),
        *_listed(_OTHERS_ABROAD, _FURNITURE_ABROAD),
        *_ARTICLE_PARTS,
    ]
)
"""Any of the names above: most classes are none, and one look for all of them costs a fifth of five."""
ARTICLE_BODY = re.compile(
    r"(?<![a-z])(?<!top-)(?<!next-)(?<!more-)(?<!other-)(?<!latest-)(?<!featured-)"
    r"(?:(?:entry|post|article|story)-?(?:content|body|text)|e-content)(?![a-z])"
)
CONSENT = re.compile(
    r"(?<![a-z])(?:consent\w*|onetrust\w*|gdpr|cky|cmplz|cli-(?:bar|modal|privacy|tab)|cookie-?law-?info|cookies?-?(?:banner|bar|box|consent|dialog|law|layer|modal|notice|overlay|popup))(?![a-z])"
)
FOREIGN = re.compile(
    r"(?:ads?|adv|gg|ad-?(?:box|container|wrap\w*|slot|unit|banner)|(?:advert|guanggao|sponsor|disclaimer)\w*"
    r"|(?:twitter|instagram|tiktok|fb|reddit|bluesky|mastodon|imgur|threads|vjs)-.*|.*player"
    r"|bio|author-?(?:bio|box|card|info|profile|description|pop-?up|widget|module|panel|blurb)|about-?(?:the-?)?authors?)$"
)
OTHERS = re.compile(
    r"relate|relnews|recommend|recirc|tuijian|xiangguan|xgxw|xgyd|more|read-?next|also|see|you|popular|trending|most"
    rf"|excerpt|teaser|testimonial|foot|contentinfo|{branched(_listed(_OTHERS_ABROAD))}"
)
"""How the words begin of boxes of other articles, of what customers say, and of feet: often longer than the article."""
INVITING = re.compile(
    r"relate|relnews|recommend|recirc|tuijian|xiangguan|xgxw|xgyd|more|read-?(?:next|more|also)|also-?read|see-?also|you-?may|popular"
    rf"|trending|most|newsletter|subscri|sign-?up|paywall|promo|ctas?$|{branched(_listed(_OTHERS_ABROAD))}"
    r"|boletin|assinatura|abonn|infolettre|iscrivi|nieuwsbrief|suscri"
)
"""How the words begin of boxes that invite readers: to read other articles, to subscribe, to buy."""
