"""An English news site of today, found by its RSS feed: bylines, share bars, related headlines, a newsletter box."""

from email.utils import format_datetime
from html import escape

from crawler.demo.articles import Original, originals
from crawler.demo.mirrors.base import Mirror, Reply, paragraphs

KIND = "text/html; charset=utf-8"
PLACES = {"The Eastmere Courier": "EASTMERE", "Northfold Weekly": "NORTHFOLD", "Kestrel Bay Post": "KESTREL BAY"}
"""Where the agency says its stories come from."""


class Courier(Mirror):
    """The Coast Courier: the furniture of a modern news page."""

    name = "demo-courier"
    title = "Coast Courier"
    language = "en"
    timezone = "Europe/London"
    slugs = tuple(slug for slug, one in originals().items() if one.language == "en")

    def path(self, original: Original) -> str:
        """Give `/2025/09/11/ferry/`."""
        return f"/{original.published:%Y/%m/%d}/{original.slug}/"

    def replies(self, root: str) -> dict[str, Reply]:
        """Give robots.txt, the home page, the feed, the articles and a page that is gone with status 200."""
        articles = self.articles()
        replies = {self.path(one): Reply(self.page(one, root).encode(), KIND) for one in articles}
        items = "".join(
            f"<item><title>{escape(one.title)}</title><link>{root}{self.path(one)}?utm_source=rss</link>"
            f"<pubDate>{format_datetime(one.published)}</pubDate></item>"
            for one in articles
        )
        gone = "/2025/01/02/gone/"
        items += f"<item><title>Gone</title><link>{root}{gone}</link></item>"
        feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Coast Courier</title>{items}</channel></rss>"
        replies["/feed.xml"] = Reply(feed.encode(), "application/rss+xml")
        replies[gone] = Reply(
            skin(
                "Page not found", "<h1>Page not found</h1><p>Sorry, the page you requested does not exist.</p>"
            ).encode(),
            KIND,
        )
        replies["/"] = Reply(skin("Coast Courier", "<p>All the news in our feed.</p>").encode(), KIND)
        replies["/robots.txt"] = Reply(self.robots.encode(), "text/plain")
        return replies

    def page(self, one: Original, root: str) -> str:
        """Give the page of an article with this site's furniture in and around it."""
        others = [other for other in self.articles() if other is not one]
        chance = self.chance(one.slug)
        first, second, *rest = chance.sample(others, 5)
        place = PLACES[one.source]
        lines = [f"{place} (Coastwire) - {one.paragraphs[0]}", *one.paragraphs[1:]]
        body = f"""{paragraphs(lines[:2])}
<p><strong>Read more: <a href="{self.path(first)}">{escape(first.title)}</a></strong></p>
{paragraphs(lines[2:])}
<p>Sign up to our newsletter for the day's stories in your inbox.</p>
<p><em>Reporting by {" and ".join(one.authors)}; editing by Dana Whitlock</em></p>"""
        related = "".join(
            f"<li><a href='{self.path(other)}'>{escape(other.title)}</a></li>" for other in (second, *rest)
        )
        return skin(
            f"{one.title} | Coast Courier",
            f"""<article><h1>{escape(one.title)}</h1>
<p class="byline">By {" and ".join(one.authors)}</p>
<p class="date">Published <time datetime="{one.published.isoformat()}">{one.published:%d %B %Y, %H:%M}</time></p>
<div class="share"><a href="/private/fb">Share</a> <a href="/private/tw">Tweet</a> <a href="/private/mail">Email</a></div>
<div class="story-body">{body}</div>
<p class="tags">Tags: coast, local</p></article>
<section class="related"><h2>Related stories</h2><ul>{related}</ul></section>""",
            f"<link rel='canonical' href='{root}{self.path(one)}'>"
            f"<meta property='article:published_time' content='{one.published.isoformat()}'>",
        )


def skin(title: str, body: str, head: str = "") -> str:
    """Give a page in the skin of this mirror."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
<body><header><a href="/">Coast Courier</a><nav><a href="/private/news">News</a> <a href="/private/sport">Sport</a></nav></header>
<main>{body}</main><footer><p>© 2025 Coast Courier. All rights reserved.</p><p>Terms of use | Privacy | Contact</p></footer></body></html>"""
