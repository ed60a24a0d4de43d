"""What the tests of injected text share: an invented article, and a way to apply finds."""

import pytest

from pipelines.text.injection import ALONE, Page

STORY = (
    "石桥镇的老磨坊今年春天重新转动，镇上的木匠花了四个月修好了水轮。木匠说最难的是找到合适的橡木。",
    "磨坊建于一百多年前，曾经为附近六个村子磨面。后来电机取代了水轮，这里就关了门，院子里长满了草。",
    "志愿者把拆下来的零件一件件编号，冬天在仓库里打磨。有的零件已经锈得看不出原样，只好照着旧照片重做。",
    "第一袋面粉送给了镇上的小学，孩子们用它烤了面包。校长说下个月还会带学生来参观，让他们写一篇日记。",
    "游客可以在周末看水轮转动，门票收入用来维护水渠。镇里还打算恢复旁边的榨油坊，正在寻找懂行的老人。",
)
TITLE = "石桥镇老磨坊时隔多年重新转动"


@pytest.fixture
def story():
    """Five clean paragraphs."""
    return STORY


@pytest.fixture
def page():
    """Make a page of paragraphs."""

    def make(paragraphs, *, title=TITLE, headings=(), kinds=(), known=(), site=ALONE):
        return Page(title, tuple(paragraphs), tuple(kinds), tuple(headings), frozenset(known), site)

    return make


@pytest.fixture
def cleaned():
    """Apply what a rule finds on a page; gives title and paragraphs."""

    def clean(rule, page):
        title, paragraphs = page.title, list(page.paragraphs)
        gone = set()
        for find in sorted(rule(page), key=lambda find: find.start, reverse=True):
            if find.doubtful:
                continue
            if find.whole:
                gone.add(find.paragraph)
                continue
            text = title if find.paragraph is None else paragraphs[find.paragraph]
            text = text[: find.start] + find.put + text[find.end :]
            if find.paragraph is None:
                title = text
            else:
                paragraphs[find.paragraph] = text
        return title, tuple(text for index, text in enumerate(paragraphs) if index not in gone)

    return clean
