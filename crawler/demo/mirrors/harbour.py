"""A blog in Big5 whose header claims UTF-8: an Atom feed, pinyin glosses after a fixed set of characters."""

from html import escape

from crawler.demo.articles import Original
from crawler.demo.mirrors.base import Mirror, Reply

GLOSSES = dict(
    zip(
        "開張個內數來時這過後總會電頭",
        ("kāi", "zhāng", "gè", "nèi", "shù", "lái", "shí", "zhè", "guò", "hòu", "zǒng", "huì", "diàn", "tóu"),
        strict=True,
    )
)
"""The characters that the mirror's conversion table annotates, and their readings."""
KIND = "text/html; charset=utf-8"  # the wrong label: the bytes are Big5, as the page itself says


class Harbour(Mirror):
    """南灣部落: Traditional Chinese with a gloss behind every common character."""

    name = "demo-harbour"
    title = "南灣部落"
    language = "zh-Hant"
    timezone = "Asia/Taipei"
    slugs = ("harbour-market", "ridge-trail", "ocean-buoy")

    def path(self, original: Original) -> str:
        """Give `/archives/2025/05/31/`."""
        return f"/archives/{original.published:%Y/%m}/{31 + self.slugs.index(original.slug)}/"

    def replies(self, root: str) -> dict[str, Reply]:
        """Give robots.txt, the home page, the feed and the articles."""
        articles = self.articles()
        replies = {self.path(one): Reply(encode(self.page(one)), KIND) for one in articles}
        entries = "".join(
            f"<entry><title>{escape(one.title)}</title><link href='{root}{self.path(one)}'/>"
            f"<id>{root}{self.path(one)}</id><updated>{one.published.isoformat()}</updated></entry>"
            for one in articles
        )
        feed = f"<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>南灣部落</title>{entries}</feed>"
        replies["/atom.xml"] = Reply(feed.encode(), "application/atom+xml")
        replies["/"] = Reply(encode(skin("南灣部落", "<p>請由訂閱源閱讀。</p>")), KIND)
        replies["/robots.txt"] = Reply(self.robots.encode(), "text/plain")
        return replies

    def page(self, one: Original) -> str:
        """Give the page of an article with this mirror's dirt in it."""
        body = "\n".join(f"<p>{gloss(line)}</p>" for line in one.paragraphs)
        return skin(
            f"{one.title} | 南灣部落",
            f"""<header><h1>{one.title}</h1><p class="meta"><span class="src">來源：{one.source}</span>
<time datetime="{one.published.isoformat()}">{one.published:%Y-%m-%d %H:%M}</time></p></header>
<div class="entry">{body}
<p>【責任編輯：{"、".join(one.authors)}】</p></div>
<footer><p>標籤：生活</p><p>上一篇：沒有了</p></footer>""",
        )


def gloss(line: str) -> str:
    """Put the reading behind every character of the table."""
    return "".join(f"{char}({GLOSSES[char]})" if char in GLOSSES else char for char in line)


def encode(page: str) -> bytes:
    """Give the bytes the site serves; what Big5 lacks becomes a character reference."""
    return page.encode("big5", errors="xmlcharrefreplace")


def skin(title: str, body: str) -> str:
    """Give a page in the skin of this mirror."""
    return f"""<!DOCTYPE html><html lang="zh-Hant"><head><meta charset="big5"><title>{title}</title>
<link rel="alternate" type="application/atom+xml" href="/atom.xml"></head>
<body><nav><a href="/">首頁</a></nav><article>{body}</article><aside><p>本站內容由網友提供</p></aside></body></html>"""
