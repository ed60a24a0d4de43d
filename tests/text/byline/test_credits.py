"""Bylines and datelines: what is cut, what is true, and what looks the same and stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.byline import find_credits
from pipelines.text.byline.datelines.dateline import find_dateline
from pipelines.text.byline.vocabulary.people import ACTIONS, ROLES
from tests.growth import assert_linear
from tests.strategies import CREDIT_PIECES
from tests.text.byline.cuts import without

LEAD = "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人都来看热闹。"
LAST = "镇长说，明年还要修一座木桥，让对岸的孩子少走两里路。"


def cleaned(paragraphs, kinds=(), patterns=()):
    """Give the paragraphs without their credits, and the credits."""
    found = find_credits(paragraphs, kinds, patterns)
    return without(paragraphs, found), [credit for _, credit in found]


def names(found):
    return [name for credit in found for name in credit.names]


def test_a_credit_behind_a_straight_quotation_mark_goes_and_the_mark_stays():
    said = ['"Is it too early to open a bottle?"', '"We sold out in an hour."', '"We did," she said.']
    signed = [" Photograph by Ann Bee", " Reporter Ann Bee, photo Cy Dee", " Reporter Ann Bee, photo Cy Dee"]

    assert cleaned([text + tail for text, tail in zip(said, signed, strict=True)])[0] == said


def test_how_to_apply_for_a_post_is_no_note_on_the_text():
    apply = "To apply, send a letter to jobs@mill.example or call Ann Bee on 01632 960 871 by 31 May."

    assert (
        cleaned(["The mill is looking for two helpers.", "They should like people and not mind stairs.", apply])[1]
        == []
    )


DATELINES = [
    ("河州社石桥3月5日电 (记者 李明远 王小禾)", "河州社", ["李明远", "王小禾"]),
    ("河州社石桥3月5日电（记者李明远）", "河州社", ["李明远"]),
    ("河州社石桥3月5日电 ", "河州社", []),
    ("据河州社石桥3月5日电 ", "河州社", []),
    ("河州新闻网3月5日讯（记者 李明远 通讯员 王小禾）", "河州新闻网", ["李明远", "王小禾"]),
    ("本报讯（记者李明远）", None, ["李明远"]),
    ("河州晚报讯 记者李明远报道：", "河州晚报", ["李明远"]),
    ("河州晚报讯", "河州晚报", []),
    ("【河州网讯】", "河州网", []),
    ("河州网消息：", "河州网", []),
    ("河州社电 ", "河州社", []),
    ("本报石桥3月5日电 ", None, []),
    ("本报记者李明远报道：", "本报", ["李明远"]),
    ("（河州社记者李明远）", "河州社", ["李明远"]),
    ("河州社“东风”号3月5日电（记者李明远）", "河州社", ["李明远"]),
    ("〔編譯李明遠／綜合報導〕", None, ["李明遠"]),
    ("【河州時報記者李明遠石橋報導】", "河州時報", ["李明遠"]),
    ("國際中心／綜合報導 ", None, []),
    ("РЕЧНОЙ, 5 марта 2024. /Вестник/. ", "Вестник", []),
    ("RIVERTON, 5 March (Coastwire) – ", "Coastwire", []),
    ("【河州报综合报道 记者 李明远】", "河州报", ["李明远"]),
    ("（河州社記者李明遠石橋5日電）", "河州社", ["李明遠"]),
    ("〔記者李明遠／石橋報導〕", None, ["李明遠"]),
    ("河州日報訊 (記者/李明遠)", "河州日報", ["李明遠"]),
    ("RIVERTON, March 5 (Xinhua) -- ", "Xinhua", []),
    ("RIVERTON (AP) - ", "AP", []),
    ("RIVERTON [UK], June 26 (ANI): ", "ANI", []),
    ("(Reuters) - ", "Reuters", []),
    ("STONE BRIDGE (Coastwire) - ", "Coastwire", []),
    ("[하천-강변뉴스]김강변 기자 = ", "강변뉴스", ["김강변"]),
    ("(하천=강변뉴스) 김강변 기자 = ", "강변뉴스", ["김강변"]),
    ("【河原時事】", "時事", []),
    ("（河州之声新闻网）", "河州之声新闻网", []),
    ("Riverwire記者钱俊川／石桥報導 ", None, ["钱俊川"]),
    ("[河原 3日 ロイター] - ", "ロイター", []),
    ("【河原=山川太郎】", None, ["山川太郎"]),
    ("РЕЧНОЙ, 5 марта. Вестник. ", "Вестник", []),
    ("РЕЧНОЙ, 5 мар — РИА Вестник. ", "РИА Вестник", []),
]


@pytest.mark.parametrize(("head", "source", "people"), DATELINES)
def test_only_the_head_of_a_dateline_is_cut_and_the_sentence_behind_it_stays(head, source, people):
    lines, found = cleaned([head + LEAD, LAST])

    assert lines == [LEAD, LAST]
    assert [credit.source for credit in found] == [source]
    assert names(found) == people


@pytest.mark.parametrize(
    "text",
    [
        "“河州社石桥3月5日电”之后，编辑停了笔，记者也停了笔。",
        "据河州社电，镇里的磨坊已经停了三十年。",
        "记者报道：这三个字他写了四十年。",
        "(编者注：磨坊建于清末)镇里的老人还记得它的声音。",
        "据河州社报道，镇里的磨坊已经停了三十年。",
        "据河州社3月5日报道，镇里的磨坊已经停了三十年。",
        "“河州社石桥3月5日电”这几个字，是老编辑留下的最后一行稿子。",
        "河州社石桥3月5日电的稿件写道，磨坊停了三十年，没有人记得它的声音。",
        "河州电视台3月5日电话采访了镇长，他说桥明年动工。",
        "河州检察院3月5日讯问了两名嫌疑人，他们承认偷走了磨盘。",
        "3月5日电影节开幕，河边放了一夜的露天电影。",
        "记者3月5日从气象局获悉，今夜有雨。",
        "通讯：河边的老磨坊",
        "某国记者接受采访时说，他从没见过这样的桥。",
        "World Cup (Final) - Riverton beat the champions on Sunday.",
        "RIO (Riverton Irrigation Office) - the body that runs the canal - said no.",
        "Riverton Mills (NYSE: RVM) said profits rose.",
        "RIVERTON (Reservoirs) - one of three towns in the report - has none.",
        "The river board (RRB) said on Monday that the bridge would open.",
    ],
)
def test_words_of_a_sentence_are_no_dateline(text):
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("tail", "reason", "people"),
    [
        (" 赵省禾记者 钱俊川 摄", "fake_byline", []),
        (" 河州社记者 钱俊川 摄", "photo_credit", []),
        ("河州社记者 钱俊川 摄", "photo_credit", []),
        (" 钱俊川 摄", "photo_credit", []),
        ("城关摄影队 钱俊川 摄", "photo_credit", []),
        ("（钱俊川摄）", "photo_credit", []),
        ("河州社发（钱俊川 摄）", "photo_credit", []),
        ("河州博物馆供图", "photo_credit", []),
        ("（受访者供图）", "photo_credit", []),
        ("(资料图片)", "photo_credit", []),
        (" 图片来源：河州融媒", "photo_credit", []),
        ("（总台记者 钱俊川）", "author", ["钱俊川"]),
        ("（记者 钱俊川 孙小舟）", "author", ["钱俊川", "孙小舟"]),
        ("（文/图 钱俊川 孙小舟）", "author", ["钱俊川", "孙小舟"]),
        ("（作者：钱俊川，系河州大学水利系教授）", "author", ["钱俊川"]),
        ("记者钱俊川", "author", ["钱俊川"]),
        ("（编辑 钱俊川）", "editor", []),
        (" 责任编辑：钱俊川", "editor", []),
        ("（来源：河州报）", "source", []),
        ("（共同）", "source", []),
        ("🍓(撰稿:司空小舟)", "author", []),
        ("（记者 钱俊川 石桥报道）", "author", ["钱俊川"]),
        ("（来源：河州报 作者：钱俊川）", "author", ["钱俊川"]),
        ("（钱俊川摄/河州图片）", "photo_credit", []),
        ("（作者单位：河州大学水利学院）", "author", []),
        ("［责任编辑：钱俊川］", "editor", []),
        ("（单位：河州市第三中学 钱俊川）", "author", []),
        ("（河州市教育局 钱俊川）", "author", []),
        ("（河州社報導）", "author", []),
        ("📷 钱俊川", "photo_credit", []),
        ("（河州市纪委监委 || 作者 钱俊川）", "author", ["钱俊川"]),
    ],
)
def test_a_credit_behind_the_last_sentence_is_cut_and_the_sentence_stays(tail, reason, people):
    lines, found = cleaned([LEAD + tail, LAST])

    assert lines[0] == LEAD
    assert {credit.reason for credit in found} - {"photo_credit"} <= {reason}
    assert names(found) == people


def test_made_up_names_take_no_word_of_the_text_with_them():
    text = "石桥镇的老磨坊重新转动 游客增多"

    assert cleaned([f"{text} 赵省禾记者 钱俊川 摄", LEAD])[0] == [text, LEAD]


@pytest.mark.parametrize("heading", ["第一章 总则", "说好的“新磨坊”遭质疑", "磨坊 木桥"])
def test_made_up_names_behind_a_heading_leave_its_short_words(heading):
    assert cleaned([LEAD, f"{heading} 赵省禾记者 钱俊川 摄", LAST])[0] == [LEAD, heading, LAST]


def test_the_photo_credit_goes_and_the_caption_without_a_full_stop_stays():
    assert cleaned(["图为磨坊旁的木桥 河州社记者 钱俊川 摄", LEAD])[0] == ["图为磨坊旁的木桥", LEAD]


def test_a_credit_between_two_sentences_of_a_flattened_page_is_cut():
    text = "图为磨坊旁的木桥。河州社记者 钱俊川 摄 「在河边长大的人都认得它」，他说。"

    assert cleaned([text])[0] == ["图为磨坊旁的木桥。 「在河边长大的人都认得它」，他说。"]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        (["责任编辑：钱俊川"], []),
        (["【責任編輯:钱俊川】"], []),
        (["（责编：钱俊川、孙小舟）"], []),
        (["二審 钱俊川", "三審 孙小舟"], []),
        (["二審", "钱俊川"], []),
        (["责任编辑：", "钱俊川"], []),
        (["监 制：钱俊川", "总监制：钱 川"], []),
        (["编辑/钱俊川"], []),
        (["文/钱俊川", "编辑/孙小舟"], ["钱俊川"]),
        (["文| 钱俊川"], ["钱俊川"]),
        (["水利局、宣传科供稿 摄影/钱俊川 编辑/孙小舟"], []),
        (["本报记者 钱俊川 来源：河州报"], ["钱俊川"]),
        (["记者钱 川"], ["钱川"]),
        (["편집 : 김강변"], []),
        (["KBS 뉴스 김강변입니다."], []),
        (["김강변기자 river@news.example"], []),
        (["撮影：山川太郎"], []),
        (["Автор: Иван Речной"], ["Иван Речной"]),
        (["统稿：钱俊川"], []),
        (["编审 钱俊川 孙小舟"], []),
        (["作者：钱俊川（河州大学教授）"], ["钱俊川"]),
        (["취재 김강변"], ["김강변"]),
        (["取材・文＝山川太郎"], ["山川太郎"]),
        (["Compiled by Anna Rivers and Tom Mill"], []),
        (["Copy editors: Anna Rivers, Tom Mill"], []),
        (["Anna Rivers and Tom Mill contributed to this report."], []),
        (["By Anna Rivers"], ["Anna Rivers"]),
        (["By ANNA RIVERS, Riverton Post Writer Fri Dec 28, 6:46 AM"], ["Anna Rivers"]),
        (["By Anna Rivers and Tom Mill"], ["Anna Rivers", "Tom Mill"]),
        (["(Reporting by Anna Rivers; Editing by Tom Mill)"], ["Anna Rivers"]),
    ],
)
def test_a_line_of_labels_and_names_behind_the_article_is_dropped(lines, people):
    left, found = cleaned([LEAD, LAST, *lines])

    assert left == [LEAD, LAST]
    assert names(found) == people


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2024-03-05 08:30:11 来源：河州网 字号：大 中 小 打印", "河州网"),
        ("2024年03月05日08:30来源：河州网", "河州网"),
        ("发布时间：2024-03-05 08:30", None),
        ("2024-03-05 08:30:11 泉源: 白石溪", None),
        ("时间：2024-03-05 来源：河州网 浏览量：33", "河州网"),
        ("2024-03-05 01:16河州時報【李明遠／石橋報導】", "河州時報"),
        ("来源：河州商报字号:T|T0人参与0条评论打印转发", "河州商报"),
    ],
)
def test_a_line_of_date_source_and_toolbar_on_top_is_dropped(line, source):
    left, found = cleaned([line, LEAD, LAST])

    assert left == [LEAD, LAST]
    assert [credit.source for credit in found] == [source]


KEPT = [
    ["总台记者 李明远：您来石桥多久了？", "村民：三十年了。", "总台记者 李明远：还想走吗？", "村民：不想。"],
    ["记者：修桥花了多少钱？", "镇长：四十万。"],
    ["记者节这天，河州的记者们聚在老报馆。", "一位老记者说，他跑了四十年新闻。", "记者这个词，他念得很重。"],
    ["编辑部要求稿件在下午五点前交。", "他编辑了三十年报纸，从没误过版。"],
    ["招聘岗位", "编辑：两名，本科以上学历，有三年以上经验。", "记者 5人", "编辑 若干名"],
    ["石桥镇镇长 李明远"],
    ["嘉宾：李明远", "主持人：王小禾", "导演：钱俊川"],
    ["Version 3.1. Raw Request/Response Capture"],
    ["The mill by Anna Rivers is on show until May."],
    ["她最喜欢的照片是自己拍摄", "这组照片由镇上的摄影爱好者拍摄"],
    ["河州社记者提问。", "镇长没有回答。"],
    ["他引用了那条电头：“河州社石桥5月15日电”，全场安静下来。"],
    ["第一条 本办法所称编辑，是指从事稿件加工的人员。"],
    ["By the river", "By boat, the trip takes an hour."],
    ["Credit for some courses: yes", "Cost per Credit:"],
    ["诗人说：来源于河，归于海。"],
    ["（单位：万元）"],
    ["王小石是镇上的读者。", f"{LAST}（读者 王小石）"],
    ["Ada Brook and Tom Reed built the wheel.", "Ada Brook and Tom Reed"],
    ["钱俊川写于河州的那封信后来找到了，一共三页。"],
    [f"{LAST}（单位：亿元，下同）"],
    [f"{LAST}（右岸由石桥镇负责，左岸由钱俊川负责）"],
    ["Anyone with information can call the river board."],
]


@pytest.mark.parametrize("paragraphs", KEPT)
def test_what_only_looks_like_a_credit_is_kept(paragraphs):
    page = [LEAD, *paragraphs, LAST]

    assert cleaned(page)[0] == page


@pytest.mark.parametrize(
    "line",
    ["（读者 钱俊川）", "（河州油田 钱俊川 孙小舟）", "(Ada Brook)", "Ada Brook, Leeds", "Ada Brook and Tom Reed"],
)
def test_people_the_article_does_not_speak_of_sign_it_at_its_end(line):
    page = [LEAD, "The old mill at Stone Bridge turned again this spring.", LAST]

    assert cleaned([*page, line])[0] == page


def test_a_quoted_paragraph_keeps_its_dateline():
    text = "河州社石桥3月5日电 老磨坊停转。"

    assert cleaned([LEAD, text, LAST], ["text", "quote", "text"])[0] == [LEAD, text, LAST]


def test_code_is_left_alone():
    text = "print(x)  # 记者 钱俊川 摄"

    assert cleaned([LEAD, text], ["text", "code"])[0] == [LEAD, text]


def test_a_pattern_of_the_site_is_cut_at_the_start_and_at_the_end():
    page = [f"河州专电 钱俊川｜{LEAD}", f"{LAST}（河州网友 钱川 提供）"]

    assert cleaned(page, patterns=("河州专电 *｜", "（河州网友 * 提供）"))[0] == [LEAD, LAST]


PIECES = st.sampled_from([*CREDIT_PIECES, "|", "图"])


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=6))
def test_nothing_is_cut_where_a_look_found_no_credit_before(paragraphs):
    left, found = cleaned(paragraphs)

    if not found:
        assert left == [line for line in paragraphs if line.strip()]
    assert sum(map(len, left)) <= sum(map(len, paragraphs))


@given(st.lists(st.text(max_size=200), max_size=5))
def test_spans_lie_inside_their_paragraphs_and_do_not_overlap(paragraphs):
    ends = [0] * len(paragraphs)
    for index, credit in find_credits(paragraphs):
        assert ends[index] <= credit.start < credit.end <= len(paragraphs[index])
        ends[index] = credit.end


WORDS = st.sampled_from([*ROLES, *ACTIONS, "钱俊川", "钱俊", "石桥", "整理", "河州日报", " ", "、", "/", "："])


@given(st.lists(WORDS, min_size=2, max_size=6).map("".join))
def test_words_of_credits_in_any_order_are_read(words):
    for line in (f"（{words}）", words, f"{LAST}（{words}）"):
        find_credits([LEAD, LAST, line])


@pytest.mark.parametrize(
    "piece", ["记者 ", "（", "来源：", "李明 ", "A ", "日电", "By A ", " 摄 记者", "\x00", "\ud800", "[["]
)
def test_hostile_paragraphs_take_linear_time(piece):
    assert_linear(find_credits, lambda size: [piece * size, piece * 60, piece * 20], 250_000)


@pytest.mark.parametrize("head", ["(Harbour Wires) - ", "(Coast Press Agency) -- "])
def test_a_medium_of_two_words_in_brackets_before_a_dash_is_a_dateline(head):
    text = f"{head}The old mill turned again on Friday after four months of work on its wheel."
    found = find_credits([text])

    assert [(one.start, one.end) for _, one in found] == [(0, len(head))]


def test_a_remark_in_brackets_is_no_dateline():
    assert find_credits(["(Video) - The old mill turned again on Friday after four months of work on its wheel."]) == []


@pytest.mark.parametrize("line", ["文／苦楝", "文/山中客", "作者／苦楝"])
def test_a_pen_name_behind_a_stroke_is_read(line):
    [(_, credit)] = find_credits(
        [line, *["磨坊的门槛很高，我小时候坐在上面吃饭，两边的闲话都听得见。"] * 3], ["text"] * 4
    )

    assert credit.names == (line[-2:] if line.endswith("苦楝") else line[-3:],)


@pytest.mark.parametrize(
    "letter",
    ["My goat has eaten the parish map. Sleepless, Milford", "May I refuse a tenth hat? Sister of Nine, Upper Wend"],
)
@pytest.mark.parametrize("credit", ["Photo: Dan Pell / Corvid Press", "Photograph: Dan Pell / Corvid Press"])
def test_what_signs_a_letter_is_no_part_of_the_credit_behind_it(letter, credit):
    assert cleaned([LAST, f"{letter} {credit}"])[0] == [LAST, letter]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（中央社記者張祈花蓮縣23日電）花蓮縣今天收割。", ("張祈",)),
        ("（中央社記者張祈明花蓮縣23日電）花蓮縣今天收割。", ("張祈明",)),
        ("（中央社記者張祈明台北23日電）台北今天收割。", ("張祈明",)),
        ("某報記者張祈花蓮縣報導：今天收割。", ("張祈",)),
    ],
)
def test_a_name_before_a_county_ends_where_the_county_begins(text, names):
    dateline = find_dateline(text, lead=True)

    assert dateline is not None
    assert dateline.names == names
