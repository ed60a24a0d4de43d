"""A junk domain that wrongly labels its UTF-8 pages, copies in two languages, and is found by nothing but links."""

from html import escape

from crawler.demo.articles import Original
from crawler.demo.mirrors.base import Mirror, Reply

KIND = "text/html; charset=iso-8859-1"  # the wrong label; the page itself claims gbk, and the bytes are UTF-8
EMOJI = ("🧭", "🫑", "🟠", "🎈", "🪁", "🧿")
PICTOGRAPHS = 45
"""Emoji for 1,000 characters; 40 to 86 were seen on real pages."""


class Echo(Mirror):
    """回声资讯: emoji noise, anti-copy junk and a block of links."""

    name = "demo-echo"
    title = "回声资讯"
    language = "zh-Hans"
    timezone = "Asia/Shanghai"
    slugs = (
        *("electric-bus", "bridge", "spring-tea", "betting-rules", "bird-survey"),
        *("clock", "night-bus", "lighthouse", "bakery", "robotics", "flood-wall"),
    )

    def path(self, original: Original) -> str:
        """Give `/show.php?id=7`."""
        return f"/show.php?id={7 + 3 * self.slugs.index(original.slug)}"

    def replies(self, root: str) -> dict[str, Reply]:  # noqa: ARG002 - all links are relative here
        """Give robots.txt, the home page and the articles; tracking parameters do not make another page."""
        articles = self.articles()
        replies = {self.path(one): Reply(self.page(one).encode(), KIND) for one in articles}
        replies |= {f"{path}&utm_source=home": reply for path, reply in list(replies.items())}
        links = "".join(
            f"<p><a href='{self.path(one)}&amp;utm_source=home'>{escape(one.title)}</a></p>" for one in articles
        )
        replies["/"] = Reply(skin("回声资讯", links + "<p><a href='/private/in.php'>进入</a></p>").encode(), KIND)
        replies["/robots.txt"] = Reply(self.robots.encode(), "text/plain")
        return replies

    def page(self, one: Original) -> str:
        """Give the page of an article with this mirror's dirt in it."""
        chance = self.chance(one.slug)
        lines = [self.noise(line, one.slug) if one.language == "zh-Hans" else line for line in one.paragraphs]
        junk = [f"<ins id='{''.join(chance.choices('abcdefghkmnpqrstuvwxyz0123456789', k=5))}'></ins>" for _ in lines]
        body = "\n".join(f"<p>{escape(line, quote=False)}</p>{ins}" for line, ins in zip(lines, junk, strict=True))
        words = [chance.choice("山海云雨松竹梅兰") + chance.choice("城港湾桥谷原") for _ in range(24)]
        soup = "| ".join(
            f"{one}{two}{chance.choice(('在线', '高清', '下载', '官网'))}"
            for one, two in zip(words[::2], words[1::2], strict=True)
        )
        return skin(
            f"{one.title}-回声资讯",
            f"<h2>{escape(one.title)}</h2><p>?</p><div class='txt'>{body}<p>{soup}</p></div>",
        )

    def noise(self, line: str, slug: str) -> str:
        """Scatter emoji before punctuation and inside words."""
        chance = self.chance(f"{slug}/{line[:9]}")
        return "".join(
            chance.choice(EMOJI) + char if at and chance.random() < PICTOGRAPHS / 1000 else char
            for at, char in enumerate(line)
        )


def skin(title: str, body: str) -> str:
    """Give a page in the skin of this mirror."""
    return f"""<html><head><meta charset="gbk"><title>{escape(title)}</title></head>
<body><div id="w"><div id="m">{body}</div></div></body></html>"""
