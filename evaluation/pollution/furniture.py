"""Page furniture: C1 to C6."""

from random import Random
from typing import TYPE_CHECKING

from evaluation.pollution.marked import Clean, Marked, Page
from evaluation.pollution.words import english_keyword, headline, keyword

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts

TOOLBARS = (
    *("{t} 来源:{s} 字号:大 中 小 打印", "时间：{t} 来源：{s} 浏览量：{c}", "{t} | 来源: {s} | 分享到： | 评论({k})"),
    *("您所在的位置：首页 > 新闻 > 正文", "发布时间：{t}　作者：佚名　点击：{c}", "字号:默认 超大 | 打印 |"),
)
TOOLBARS_EN = (
    "{t} | Share | Print | Email",
    "Published: {t}",
    "Home > News > Local",
    "{t} {k} comments Share this article",
)
WIDGETS = (
    "打開{s}新聞 查看精彩圖片",
    "读完约{k}分钟",
    "共计 {c} 个字符",
    "打开{s}APP，阅读体验更佳",
    "評論({k})",
    "点击上方“{s}”关注我们",
)
WIDGETS_EN = (
    "Reading time: {k} minutes",
    "Sign up to our newsletter for the day's stories.",
    "Listen to this article",
    "{k} comments",
)
RIGHTS = (
    "郑重声明：本文为转载，版权归原作者所有，{s}仅提供信息存储空间服务，如有侵权请联系我们删除。",
    "免责声明：本站部分内容来自网络，不代表{s}立场，如涉及版权问题，请于30日内与{s}联系。",
    "版权声明：凡注明“来源：{s}”的作品，均为{s}合法拥有版权的作品，未经授权不得转载。",
)
RIGHTS_EN = (
    "© 2025 {s}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "The views expressed in this article are those of the author and do not reflect the position of {s}.",
)
INTROS = (
    "今天给各位分享{a}的知识，其中也会对{b}进行解释，如果能碰巧解决你现在面临的问题，别忘了关注本站，现在开始吧！",
    "大家好，今天小编来为大家解答{a}这个问题，{b}很多人还不知道，现在让我们一起来看看吧！",
    "本篇文章给大家谈谈{a}，以及{b}对应的知识点，希望对各位有所帮助，不要忘了收藏本站喔。",
)
ROBOT = (
    "I'd be happy to help you rewrite the text about {a}, but it looks like the text you would like me to rewrite is missing.",
    "Please paste the text and I will: 1. **Summarise** the main points about {a}, 2. **Rewrite** it in a fresh tone, 3. **Check** the result.",
    "Once you share the content, I can start right away. Just let me know which style you prefer for {a}.",
)


def stamp(chance: Random) -> str:
    """Give a time such as a mirror prints."""
    return f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} {chance.randint(0, 23):02}:{chance.randint(0, 59):02}"


def toolbar(page: Page, site: "Facts", chance: Random) -> None:
    """C1: time, source, breadcrumb and tools above the text."""
    fixed = site.chance("C1")
    shapes, name = (TOOLBARS, site.name) if page.lang == "zh" else (TOOLBARS_EN, site.name_en)
    for shape in fixed.sample(shapes, 2):
        page.add(0, shape.format(t=stamp(chance), s=name, c=chance.randint(50, 9999), k=chance.randint(0, 40)), "C1")


def widget(page: Page, site: "Facts", chance: Random) -> None:
    """C2: lines of the app, of reading aloud, of the comments."""
    fixed = site.chance("C2")
    shapes, name = (WIDGETS, site.name) if page.lang == "zh" else (WIDGETS_EN, site.name_en)
    shape = fixed.choice(shapes)
    places = [0] if fixed.random() < 0.4 else [chance.randint(1, len(page.lines)), len(page.lines) + 1]
    for at in places:
        page.add(at, shape.format(s=name, c=chance.randint(300, 4000), k=chance.randint(1, 15)), "C2")


def related(page: Page, site: "Facts", chance: Random) -> None:
    """C3: a heading and headlines behind the text, tags, the next article."""
    fixed = site.chance("C3")
    others = [one.title for one in site.others if one.lang == page.lang]
    titles = chance.sample(others, min(len(others), fixed.randint(3, 5)))
    if page.lang == "zh":
        head, tag, after = fixed.choice(("相关阅读", "相关新闻：", "热门推荐", "延伸阅读")), "TAG：", "上一篇：{0}"
    else:
        head, tag, after = fixed.choice(("Related stories", "Read more:", "More from News")), "Tags: ", "Next: {0}"
    lines = [head, *titles]
    if fixed.random() < 0.5:
        lines.append(after.format(chance.choice(others)))
    if fixed.random() < 0.3 and page.lang == "zh":
        lines.append(tag + " ".join(chance.sample(("要闻", "社会", "经济", "文化", "体育", "科技"), 2)))
    for line in lines:
        page.add(len(page.lines), line, "C3")


def rights(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - one text for the site
    """C4: a disclaimer at the end."""
    fixed = site.chance("C4")
    shapes, name = (RIGHTS, site.name) if page.lang == "zh" else (RIGHTS_EN, site.name_en)
    page.add(len(page.lines), fixed.choice(shapes).format(s=name), "C4")


def seo_intro(page: Page, site: "Facts", chance: Random) -> None:
    """C5: an introduction made of a frame and two keywords, which are in the title, too."""
    frame = site.chance("C5").choice(INTROS)
    first, second = keyword(chance, site.root), keyword(chance, site.root)
    page.add(0, frame.format(a=first, b=second), "C5")
    page.title.append(f"({first},{second})", "C5")


def model_frame(page: Page, site: "Facts", chance: Random) -> None:  # noqa: ARG001 - the frame is the model's
    """C6: the answer of a language model that was given nothing to rewrite; all of the page is foreign."""
    topic = english_keyword(chance)
    page.truth = Clean(title="", paragraphs=(), lang="en")
    page.title = Marked(topic.title(), "C6")
    page.lines = [Marked(text.format(a=topic), "C6") for text in ROBOT]


def trending(page: Page, site: "Facts", chance: Random) -> None:
    """Furniture outside the body, which extraction should leave out."""
    page.top += [f"<a href='/'>{site.name if page.lang == 'zh' else site.name_en}</a>", "<a href='/c/1/'>要闻</a>"]
    page.bottom += [f"<a href='/a/{chance.randint(1, 999)}.html'>{headline(chance)}</a>" for _ in range(4)]
    page.bottom.append("扫一扫在手机打开当前页")
