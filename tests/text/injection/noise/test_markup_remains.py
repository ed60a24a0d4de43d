"""What sticks to the end of a clause without being text; and what a text has there and keeps."""

import pytest

from pipelines.text.injection.noise.markup import find_markup
from pipelines.text.injection.noise.markup_remains import find_remains
from tests.growth import assert_linear

FORMS = [
    *("undefined", "NaN", "%u3000%u3000", "%E3%80%80", "=E4=BD=A0", "=20", r"\/p", r"\*\*", "```", ":::tip", "[^1]:"),
    *("{loadposition top}", "{/gallery}", '{"id":12}', "{: .wide}", "{!! $body !!}", "@{/list}", "*{name}", "#{title}"),
    *("{youtube}ab12{/youtube}", "[s:1]", "[node:title]", "[@body]", "[-body-]", "[[+body]]", "[#if x]", "[FIELD_1]"),
    *("[attachimg]99[/attachimg]", "[/td][td]", "%title%", "$title$", "*|FIRST|*", "@yield('body')", "@endsection"),
    *("<cfif x>", "</>", "< /p>", "<／p>", "＆nbsp;", "&br;", "-->", "//-->", "?>", '">', "/* top */", "//<![CDATA["),
    *(
        'v-html="a"',
        ':src="item.a"',
        '@click="go"',
        "::before",
        ".top img{max-width:100%}",
        "@font-face{font-family:x}",
    ),
    *("mobile();", "(function(){var a=1;})();", 'track("init", "A-1");', "if(isSmall()){show();}", "});", "}else{"),
    *("try{start()}catch(e){}", 'list.push(["a"]);', "javascript:;", "return false;", "[](http://a.example)"),
    *("Screenshot 2024-05-06 at 10.20.30.png", "IMG_1234(1).jpg", "cid:a@b", "/:rose", ":smile:", r"\textbf{a}"),
]


@pytest.mark.parametrize("leak", FORMS)
@pytest.mark.parametrize("frame", ["集市今天开张，{}人们很早就来了。", "{}集市今天开张。", "集市今天开张。{}", "{}"])
def test_what_sticks_to_a_clause_goes(leak, frame, page, cleaned, story):
    found = cleaned(find_markup, page([*story, frame.replace("{}", leak)], title=""))[1]

    assert found == tuple(text for text in (*story, frame.replace("{}", "")) if text)


@pytest.mark.parametrize("leak", [*FORMS, "[spacer]", "[form-7]"])
@pytest.mark.parametrize(
    "frame", ["The market opened.{} Many came early.", "The market opened.{}", "{}The market opened."]
)
def test_what_sticks_to_an_english_sentence_goes(leak, frame, page, cleaned):
    text = frame.replace("{}", leak)

    assert cleaned(find_markup, page([text, "Nobody knew why."], title=""))[1][0] == frame.replace("{}", "")


@pytest.mark.parametrize("word", ["[捂脸]", "[玫瑰][玫瑰]", "[/微笑]", "[图片上传中...]", "[此处插入视频]"])
def test_the_name_of_a_picture_behind_a_clause_goes(word, page, cleaned, story):
    found = cleaned(find_markup, page([f"集市开张，{word}人们很早就来了。{word}", *story]))[1]

    assert found == ("集市开张，人们很早就来了。", *story)


@pytest.mark.parametrize(
    "line",
    ["视频加载中...", "Loading...", "00:00 / 03:21", "Your browser does not support video.", "END", "1 2 3 下一页"],
)
def test_a_line_of_a_player_or_a_script_goes(line, page, cleaned, story):
    assert cleaned(find_markup, page([story[0], line, *story[1:]]))[1] == story


@pytest.mark.parametrize(
    "text",
    [
        "网友说：“太好了，[鲜花]明天见。”",
        "据[俄]某社报道，[1]会谈在周一举行。",
        "气温在-3℃~5℃之间，风力3-4级；方程a<b 且 c>d时成立。",
        "市民可访问www.example.com/a.html，也可写信到a@b.example。",
        "“undefined”成了热词，“null”也是。",
        "增长20%，下降5%；A=B，C=20。",
        "球队3:2取胜，AT&T公司的股票上涨。",
        "The form asks for a .jpg or .png file, e.g. map.png, no larger than 2 MB.",
        "undefined was printed on every receipt.",
        "他只关注两只，$aapl 和$tsla。",
        "<A 组 比赛结果，石桥队三比二胜",
        "Loading... was all it said.",
        'He saw "null" on the board, 50% of the time; see map.html.',
        '"It [the mill] is ours," he said. [Editor: this was changed.]',
        "It closed at 5 p.m.Wednesday and at 6.30 a.m.Thursday.",
        "The U.S.A.F. base, F.C.Porto and St.John stay.",
        "He kept it at C:\\Temp.",
    ],
)
def test_text_behind_a_clause_stays(text, page, story):
    assert find_markup(page([text, *story], title="")) == []
    assert find_markup(page([text, "Nobody knew why the mill had stopped at noon."], title="")) == []


def test_what_one_heard_stays_in_a_transcript(page):
    texts = ["主持人：请坐。[掌声]谢谢。", "嘉宾：好的。[大笑]", "主持人：再见。[掌声]"]

    assert find_markup(page(texts)) == []


@pytest.mark.parametrize("unit", ["。{", ".if(", "。[[", '。x="', "。.a{b:", ".p >"])
def test_hostile_text_takes_linear_time(unit):
    assert_linear(lambda text: list(find_remains(text, chinese=True, spoken=False)), unit.__mul__, 5_000)


@pytest.mark.parametrize(("title", "kind"), [("Packing for a move", "item"), ("mill_wheel_9: a report", "heading")])
def test_a_word_of_a_list_or_of_the_title_stays(title, kind, page):
    line = "Loading" if kind == "item" else "mill_wheel_9"
    text = (
        "The men of the firm load the van in an hour, and they carry the piano down the stairs as well.",
        "They ask for two men and a van on weekdays, and for three of them on the last day of the month.",
    )
    marked = page([*text, line, *text], title=title, kinds=["text", "text", kind, "text", "text"])

    assert find_markup(marked) == []
    assert find_markup(page([*text, line, *text], title="Old mill turns again")) != []
