"""An old portal in GB18030 that calls itself gb2312: pages in a table, lists with page numbers and a calendar trap."""

import re
from datetime import date, timedelta

from crawler.demo.articles import Original
from crawler.demo.mirrors.base import Mirror, Reply

BRAND = "🅰柚子777🆎"
PER_LIST = 4
"""Articles on one list page."""
KIND = "text/html; charset=gb2312"
CALENDAR = re.compile(r"/calendar/(\d{4})/(\d{1,2})/")
HEADLINES = ("第2 山竹秘方 她在路上回头的那一刻", "2025/06/18赵小满🍓", "3万人支持 这道题你能答对吗")


class Tide(Mirror):
    """望潮门户: datelines, editor lines, a disclaimer and emoji brand lines."""

    name = "demo-tide"
    title = "望潮门户"
    language = "zh-Hans"
    timezone = "Asia/Shanghai"
    start = "/list_1.shtml"
    slugs = (
        *("bridge", "flood-interview", "betting-rules", "spring-tea"),
        *("night-library", "bird-survey", "school-lunch", "old-well"),
    )

    def path(self, original: Original) -> str:
        """Give `/news/2025/0304/100017.shtml`."""
        return f"/news/{original.published:%Y/%m%d}/{100000 + self.slugs.index(original.slug) * 17}.shtml"

    def replies(self, root: str) -> dict[str, Reply]:  # noqa: ARG002 - all links are relative here
        """Give robots.txt, the list pages and the articles."""
        articles = self.articles()
        replies = {self.path(one): Reply(encode(self.page(one)), KIND) for one in articles}
        lists = [articles[at : at + PER_LIST] for at in range(0, len(articles), PER_LIST)]
        for number, members in enumerate(lists, 1):
            replies[f"/list_{number}.shtml"] = Reply(encode(self.list_page(members, number, len(lists))), KIND)
        replies["/"] = replies["/list_1.shtml"]
        replies["/robots.txt"] = Reply(self.robots.encode(), "text/plain")
        return replies

    def answer(self, path: str, replies: dict[str, Reply]) -> Reply:
        """Answer; the calendar has a page for every month there ever was or will be."""
        if match := CALENDAR.fullmatch(path):
            month = date(int(match[1]), int(match[2]), 1)
            links = " ".join(
                f"<a href='/calendar/{other.year}/{other.month}/'>{other:%Y-%m}</a>"
                for other in (month - timedelta(days=1), month + timedelta(days=31))
            )
            return Reply(encode(skin(f"{month:%Y年%m月}", f"<td>{links}</td>")), KIND)
        return super().answer(path, replies)

    def list_page(self, members: list[Original], number: int, total: int) -> str:
        """Give one page of the list."""
        rows = "".join(
            f"<tr><td>·<a href='{self.path(one)}'>{one.title}</a></td><td>{one.published:%m-%d}</td></tr>"
            for one in members
        )
        numbers = " ".join(f"<a href='/list_{page}.shtml'>{page}</a>" for page in range(1, total + 1))
        following = f"<a class='next' href='/list_{number + 1}.shtml'>下一页</a>" if number < total else ""
        return skin(
            "要闻列表", f"<td><table>{rows}</table>{numbers} {following} <a href='/calendar/2025/7/'>往期</a></td>"
        )

    def page(self, one: Original) -> str:
        """Give the page of an article with this mirror's dirt in it."""
        chance = self.chance(one.slug)
        day = f"{one.published.month}月{one.published.day}日"
        head = f"{one.source}{day}讯（记者 {' '.join(one.authors)}）"
        lines = [head + one.paragraphs[0], *one.paragraphs[1:]]
        lines.insert(chance.randint(1, 2), BRAND)
        lines += [BRAND, f"（责任编辑：{chance.choice(('胡雨桐', '马晓楠', '龙在田'))}）"]
        others = [other for other in self.articles() if other is not one]
        related = "".join(f"<li><a href='{self.path(other)}'>{other.title}</a></li>" for other in others[:4])
        body = "<br>\n<br>\n".join(f"　　{line}" for line in lines)
        return skin(
            f"{one.title}_要闻_望潮门户",
            f"""<td width="660"><div align="center"><b><font size="5">{one.title}</font></b></div>
<div align="center">时间：{one.published:%Y-%m-%d %H:%M} 来源：{one.source} 字号：大 中 小 打印 浏览量：{chance.randint(99, 9999)}</div>
<div>{"<br>".join(HEADLINES)}</div>
<div id="content">{body}</div>
<div>郑重声明：本文为转载，版权归原作者所有，望潮门户仅提供信息存储空间服务，如有侵权请联系我们删除。</div>
<div>相关新闻：<ul>{related}</ul></div></td>""",
        )


def encode(page: str) -> bytes:
    """Give the bytes the site serves."""
    return page.encode("gb18030")


def skin(title: str, cells: str) -> str:
    """Give a page in the skin of this mirror."""
    return f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>{title}</TITLE></HEAD>
<BODY bgcolor="#ffffff"><table width="960" align="center"><tr><td><a href="/">首页</a> | <a href="/private/">会员</a></td></tr>
<tr>{cells}</tr><tr><td>望潮门户 版权所有 <a href="/private/about.shtml">关于我们</a></td></tr></table></BODY></HTML>"""
