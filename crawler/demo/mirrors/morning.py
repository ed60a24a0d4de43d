"""A clone with a keyword before every paragraph, brand lines and made-up photo credits, found by a sitemap index."""

from crawler.demo.articles import Original, originals
from crawler.demo.mirrors.base import Mirror, Reply, paragraphs, sitemap

BRAND = "橙湾之光·(华东区)在线平台"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
GIVEN = (
    "海澜",
    "俊芸",
    "守谦",
    "国梁",
    "凤仪",
    "建舟",
    "亮",
    "振宇",
    "麟书",
    "成蹊",
    "祝明",
    "学谦",
    "雪莹",
    "文淑",
    "仪",
)
STITCHED = ("bridge", "spring-tea", "bird-survey", "old-well", "electric-bus", "school-lunch", "night-library")
"""The articles whose second paragraphs make up the page from a paragraph pool."""


class Morning(Mirror):
    """晨光在线: the dirt of a paragraph-prefix mirror."""

    name = "demo-morning"
    title = "晨光在线"
    language = "zh-Hans"
    timezone = "Asia/Shanghai"
    slugs = (
        *("bridge", "flood-interview", "betting-rules", "spring-tea", "night-library"),
        *("bird-survey", "electric-bus", "school-lunch", "old-well"),
    )

    def path(self, original: Original) -> str:
        """Give `/a/20250304/bridge.html`."""
        return f"/a/{original.published:%Y%m%d}/{original.slug}.html"

    def replies(self, root: str) -> dict[str, Reply]:
        """Give robots.txt, the sitemaps, the home page, the articles, the stitched page and a dead one."""
        pages = {self.path(one): self.page(one.slug, one.title, one.paragraphs) for one in self.articles()}
        pages["/a/20250310/pool.html"] = self.page("pool", stitched_title(), stitched())
        pages["/a/20250311/gone.html"] = skin(
            "页面不存在 - 晨光在线", "", "<h1>404</h1><p>您访问的页面不存在或已被删除。</p>"
        )
        index = "".join(f'<li><a href="{root}{path}">{path[3:11]}</a></li>' for path in pages)
        dated = [(root + path, self.articles()[0].published) for path in pages]
        replies = {path: Reply(page.encode(), "text/html; charset=utf-8") for path, page in pages.items()}
        replies["/"] = Reply(skin("晨光在线", "", f"<ul>{index}</ul>").encode(), "text/html; charset=utf-8")
        replies["/robots.txt"] = Reply(f"{self.robots}Sitemap: {root}/sitemap.xml\n".encode(), "text/plain")
        replies["/sitemap.xml"] = Reply(
            f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<sitemap><loc>{root}/map/1.xml.gz</loc></sitemap><sitemap><loc>{root}/map/2.xml.gz</loc></sitemap>"
            f"</sitemapindex>".encode(),
            "application/xml",
        )
        replies["/map/1.xml.gz"] = Reply(sitemap(dated[:6]), "application/gzip")
        replies["/map/2.xml.gz"] = Reply(sitemap(dated[6:]), "application/gzip")
        return replies

    def page(self, slug: str, title: str, clean: tuple[str, ...]) -> str:
        """Give the page of an article with this mirror's dirt in it."""
        chance = self.chance(slug)
        digit, letter = chance.randint(2, 9), chance.choice("cdhkmx")
        keyword = f"{digit}{letter}-{letter}{chance.choice(('橙湾样片', '青柠短剧', '柚子直播', '山竹下载'))}"
        lines = [BRAND, keyword]
        for number, line in enumerate(clean):
            last = number == len(clean) - 1
            branded = not last and number % 3 == 1
            lines.append(f"{keyword}?{line}{self.credit(slug, number) if branded else ''}")
            if branded:
                lines.append(BRAND)
        lines[-1] += f" ,更多推荐:{keyword}"
        top = (
            f"<p class='crumb'><a href='/'>晨光在线</a> &gt; 正文</p><h1>{keyword} {title}</h1>"
            f"<div class='tools'>2025-07-17 03:34:37 来源: {chance.choice(SURNAMES)}{chance.choice(GIVEN)}<br>"
            "字号:默认 超大 | 打印 |</div>"
        )
        foot = "<div class='foot'><p>扫一扫在手机打开当前页</p><p>网站地图</p></div>"
        return skin(f"{keyword}_{title}-晨光在线", top, f"<div id='zoom'>{paragraphs(lines)}</div>{foot}")

    def credit(self, slug: str, number: int) -> str:
        """Give a photo credit with two names made up for this place."""
        chance = self.chance(f"{slug}/{number}")
        first, second = (chance.choice(SURNAMES) + chance.choice(GIVEN) for _ in range(2))
        return f" {first}记者 {second} 摄"


def stitched_title() -> str:
    """Give the title of the page from the paragraph pool: that of one of its articles."""
    return originals()[STITCHED[0]].title


def stitched() -> tuple[str, ...]:
    """Give the paragraphs of the page from the paragraph pool, one from each of several articles."""
    return tuple(originals()[slug].paragraphs[1] for slug in STITCHED)


def skin(title: str, top: str, body: str) -> str:
    """Give a page in the skin of this mirror."""
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title><script>var a=1;</script>
<link rel="stylesheet" href="/s.css"></head>
<body><div class="nav"><a href="/">首页</a> <a href="/">要闻</a> <a href="/private/x.html">登录</a></div>
<div class="main"><div class="con">{top}{body}</div></div>
<div class="copy">Copyright 2019-2025 晨光在线 版权所有</div></body></html>"""
