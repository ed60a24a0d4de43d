"""Links and hidden words inside a line that are no part of its text."""

import pytest

from crawler.extraction import extract

TOLD = (
    "镇上的旧磨坊从四月起改作粮食博物馆，石磨、水车和磨坊主的账本都留在原来的地方，门票收入用来修水渠。",
    "磨坊主的孙子今年七十一岁，他答应每个星期天下午来磨一袋面，磨好的面分给当天来看的人，每人不超过一斤。",
    "水渠去年冬天被冰凌顶开了两处，县里拨了款，由三个村的人轮流去修，到清明前后已经全部通水。",
)


def read(body):
    return extract(
        f"<html><head><title>旧磨坊</title></head><body><div><h1>旧磨坊改作博物馆</h1>{body}</div></body></html>"
    )


@pytest.mark.parametrize("pointer", ["【详细】", "返回首页，查看更多", "详情>>", "（接下一页）"])
def test_a_link_behind_the_last_sentence_of_a_paragraph_is_none_of_its_text(pointer):
    found = read(
        "".join(f"<p>{text}</p>" for text in TOLD)
        + f"<p>周一闭馆。每天早上九点钟开门，团体请先打电话。<a href='/x'>{pointer}</a></p>"
    )
    assert found.paragraphs[3] == "周一闭馆。每天早上九点钟开门，团体请先打电话。"


def test_a_link_that_is_the_end_of_a_sentence_stays_in_it():
    told = "周一闭馆，其余日子九点开门，团体请先在网上填一张<a href='/form'>预约单</a>"
    assert read("".join(f"<p>{text}</p>" for text in (*TOLD, told, TOLD[0] + TOLD[1]))).paragraphs[3].endswith("预约单")


@pytest.mark.parametrize(
    "anchor",
    ["<a href='#a'>#</a> {0}", "{0}<a href='#a' hidden>#</a>", "{0} <a href='#a'>¶</a>", "<a href='#a'>\u200b</a>{0}"],
)
def test_a_heading_has_no_sign_that_links_to_itself(anchor):
    found = read(f"<p>{TOLD[0]}</p><h2>{anchor.format('水渠')}</h2><p>{TOLD[1]}</p><p>{TOLD[2]}</p>")
    assert found.paragraphs[1] == "水渠"


def test_a_heading_that_begins_with_such_a_sign_keeps_it():
    assert read(f"<p>{TOLD[0]}</p><h2># 一号渠</h2><p>{TOLD[1]}</p><p>{TOLD[2]}</p>").paragraphs[1] == "# 一号渠"


@pytest.mark.parametrize(
    "hidden",
    [
        "<span class='visually-hidden'>，在新窗口打开</span>",
        "<span style='display: none'>xq8 mill 4f</span>",
        "<font class='jammer'>7 k3 w</font>",
        "<span hidden>，在新窗口打开</span>",
        "<span style='font-size:0px;color:#fff'>4 r% q</span>",
        "<span style='border:0;clip:rect(0 0 0 0);position:absolute'>，在新窗口打开</span>",
    ],
)
def test_words_that_nobody_sees_are_no_part_of_a_line(hidden):
    found = read(f"<p>{TOLD[0]}</p><p>{TOLD[1]}{hidden}磨面不收钱。</p><p>{TOLD[2]}</p>")
    assert found.paragraphs[1] == TOLD[1] + "磨面不收钱。"


def test_a_text_in_an_element_that_a_script_brings_into_view_is_read():
    told = "".join(f"{text}<br>" for text in TOLD)
    assert read(f"<p>导语：<span style='visibility:hidden'>{told}</span></p>").paragraphs[-1] == TOLD[2]
