"""Leaked markup of many systems, by its form; and what looks like it and stays."""

import pytest

from pipelines.text.injection.noise.markup import find_censored, find_markup
from tests.text.injection.invented import ENGLISH

FORMS = [
    "<!-- more -->",
    "<![endif]-->",
    "<?php echo $a; ?>",
    "<br />",
    "＜br＞",
    "&lt;p&gt;",
    "<main>",
    "<amp-img>",
    '<wide-box src="x">',
    "</anything>",
    "{{ post.title }}",
    "{% endif %}",
    "{# note #}",
    "<%= x %>",
    "${x}",
    "{$var}",
    "{sys:field.title/}",
    "[field:title/]",
    "%%title%%",
    "[gallery]",
    "[pagebreak]",
    '[carousel id="3"]',
    "[/quote]",
    "[object Object]",
    "[[file:a.jpg]]",
    "![img](/a/b.png)",
    "/uploads/2024/a.jpg",
    "IMG_2034.JPG",
    "@media screen{}",
    "p{margin:0}",
    'document.write("x");',
    "var a=1;",
    "&nbsp",
    "&amp;nbsp;",
    "&#8203;",
    "[vc_row]",
    "[field=18]",
    "[box id=3]",
    "[img]http://a.example/b.jpg[/img]",
    "[Insert Image]",
    "[Image: a boat]",
    "[!--title--]",
    "[$--分页--]",
    "[分页]",
    "#p#分页标题#e#",
    "{:face_2:}",
    "{:url()}",
    "{foreach $a as $b}",
    "#set($a)",
    "$!{a}",
    "[% a %]",
    "[[a]]",
    "<<image>>",
    "__TITLE__",
    "@Model.Title",
    "【图】",
    "[图1]",
    "〖图片〗",
    "<图片>",
    "a.svg",
    "b.mp4",
    "c.jpg?fmt=png",
    "data:image/png;base64,aGVsbG8gdGhlcmU=",
    "window.onload=init;",
    "console.log(1);",
    "$(document).ready(function(){",
    "%3Cp%3E",
    "\\u003cp\\u003e",
    "amp;nbsp;",
    '{:U("Home/list")}',
    '<a target="_blank" href="javascript:;">',
    '<a href="/list/a.html">',
    '<link href="/a.css">',
    "{php echo 1}",
    ".jpg",
    "微信图片_20230817.jpg",
    "QQ截图20230817.png",
    "屏幕截图 2023-08-17 102233.png",
    "スクリーンショット 2023-08-17.png",
    "Снимок экрана 2023-08-17.png",
    "WhatsApp Image 2023-08-17 at 10.22.33.jpeg",
    "image (3).png",
    "@@body@@",
    "%%body%%",
    "##body##",
    "$$body$$",
]
"""Each stands for a kind of leak."""


@pytest.mark.parametrize("leak", FORMS)
@pytest.mark.parametrize(
    "frame",
    [
        "集市今天开张，{}人们很早就来了。",
        "{}集市今天开张。",
        "集市今天开张。{}",
        "Dawn broke early. The market opened today.{}",
    ],
)
def test_a_leak_goes_wherever_it_stands(leak, frame, page, cleaned, story):
    found = cleaned(find_markup, page([frame.replace("{}", leak), *story], title=""))[1]

    assert found == (frame.replace("{}", ""), *story)


@pytest.mark.parametrize("leak", [r"\t\\t", r"\r\n", r"\u3000", "[图片]", "[视频]", "<p", "[embedxy]", "[my-box]"])
def test_a_leak_in_a_chinese_text_goes(leak, page, cleaned, story):
    assert cleaned(find_markup, page([leak, f"{leak}{story[0]}", f"{story[1]}{leak}"]))[1] == story[:2]


def test_the_name_of_an_image_leaves_the_sentences_around_it(page, cleaned):
    texts = [
        "全市开工，a_1.webp800多人参加。",
        "The mill opened,photo.jpg early today.",
        "They are content.photo.jpg They said so.",
    ]

    assert cleaned(find_markup, page(texts))[1] == (
        "全市开工，800多人参加。",
        "The mill opened, early today.",
        "They are content. They said so.",
    )


def test_a_leak_between_two_quotations_is_not_spoken_of(page, cleaned, story):
    found = cleaned(find_markup, page(["他说“开门”<br>“关门”都由磨坊决定。", *story]))[1]

    assert found == ("他说“开门”“关门”都由磨坊决定。", *story)


def test_the_name_a_camera_gives_goes_in_front_of_a_small_letter_and_a_figure(page, cleaned):
    found = cleaned(
        find_markup, page(["It began at dawn.IMG_0412.JPG 50 people came, and ...DSC0413.jpg they stayed."])
    )[1]

    assert found == ("It began at dawn. 50 people came, and ... they stayed.",)


@pytest.mark.parametrize(
    "leak",
    ['<a href="javascript:;"><a href="/a.html"><script src="/text/javascript">', "<?xml:namespace prefix = o />"],
)
def test_names_of_the_trade_in_leaks_make_no_technical_page(page, cleaned, story, leak):
    assert cleaned(find_markup, page([f"{text}{leak}" for text in story]))[1] == story


def test_a_page_that_speaks_of_the_trade_is_left_alone(page, story):
    texts = [*story, "课上先讲HTML，再讲CSS。", "<br>让文字换行，<hr>画一条线。"]

    assert find_markup(page(texts)) == []


def test_the_name_of_an_image_in_front_of_a_closing_quotation_mark_goes(page, cleaned):
    found = cleaned(find_markup, page(['"We open at dawn.DSC_0412.jpeg" The miller smiled at that.']))[1]

    assert found == ('"We open at dawn." The miller smiled at that.',)


def test_a_word_in_brackets_on_a_line_of_its_own_and_elsewhere_goes(page, cleaned, story):
    assert cleaned(find_markup, page(["[占位]", *story[:3], f"{story[3]}[占位]"]))[1] == story[:4]


@pytest.mark.parametrize(
    "text",
    [
        "It makes the wheel turn[s] and “[I found] it”, she said, “[w]hen [i] came”.",
        "图（一）和（图）里的磨坊不同。",
        "He sent the list [figure] to $5 (image of the mill) and 20%3C.",
        "The verdict [sic] was read to the court [in Leeds] at noon.",
        "The value is small (p<0.05), and 3 < 4 > 2 holds.",
        "He kept it at C:\\Temp and in D:\\new for years.",
        "The set {a, b} and the pair {1, 2} are equal.",
        "AT&T and R&D; both grew.",
        "Keep page.final.png and rename photo.jpg to cover.jpg.",
        "[1] 见《水利史》第三卷。",
        "磨坊主人[sic]说，汉字“磨”[mo]有两个读音。",
        "He sent picture 3.jpg and a price of $$ to #mill# @@ dawn.",
        "网友戏称这是“尴尬3.jpg”，大家都笑了。",
        "[编者按]磨坊今年春天重新转动。",
        "【视频】磨坊今年春天重新转动",
        "他说：“这张[照片]是假的。”",
        "They are strong > weak by 3 points.",
        'She wrote the title "Dawn" on it.',
    ],
)
def test_brackets_and_signs_of_plain_text_stay(text, page, story):
    assert find_markup(page([text, *story])) == []


def test_labels_of_a_script_stay(page, story):
    assert find_markup(page(["[同期]", story[0], "[解说]", story[1], "[同期]", story[2]])) == []


def test_what_an_english_transcript_notes_stays(page):
    texts = ["The mill turns again, the carpenter said.", "[applause]", "He thanked the village and sat down."]

    assert find_markup(page(texts, title="Speech at the mill")) == []


@pytest.mark.parametrize(
    "leak",
    [
        '<span style="color: red">',
        "</span>",
        '?img alt="" src="/u/1.png">',
        "[ad_1]",
        "{{item.tag}}",
        "![]()",
        "image.png",
    ],
)
def test_leaked_markup_goes(leak, page, story, cleaned):
    assert cleaned(find_markup, page([leak + story[0], *story[1:], leak]))[1] == story


def test_an_entity_becomes_its_character(page, cleaned):
    dirty = page(["Fran&#231;ois met Q&amp;A in the caf&eacute;, &quot;quite&quot; late."], title="")

    assert cleaned(find_markup, dirty)[1] == ('François met Q&A in the café, "quite" late.',)


def test_markup_that_an_article_speaks_of_stays(page, story):
    assert find_markup(page(["A headline with <br> in the middle looks odd.", *ENGLISH], title="Odd signs")) == []
    assert find_markup(page(["他在框里看到“<br>”，不知道是什么。", *story])) == []
    assert find_markup(page(["<b>", *story], kinds=["code", *["text"] * 5])) == []


def test_a_censored_character_is_marked_and_a_masked_name_is_not(page, story):
    (find,) = find_censored(page([story[0].replace("转动", "*** 动"), *story[1:]]))

    assert (find.doubtful, find.mark) == (True, "damaged")
    assert find_censored(page([story[0].replace("木匠", "张**"), *story[1:]])) == []


def test_who_names_the_signs_of_markup_speaks_of_it(page, story):
    said = "会变的地方用两个花括号括住，例如 {{ name }} 是一个空。"
    assert find_markup(page([story[0], said, *story[1:]])) == []
