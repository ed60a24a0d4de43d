"""Byte damage is found where bytes were replaced or decoded wrongly, and not in lively prose."""

import pytest

from pipelines.text.damage import find_byte_damage, find_undecoded, judge_charset


@pytest.mark.parametrize(
    "text",
    [
        "渔民们说??睖y队已经到达港口，准备出海。",
        "她说要回家?!奔滓艺f完就走了。",
        "村里有三口井?!?993年修的。",
        "灯塔重新亮起?;队?你再来，船长说。",
        "渔汛已经开始?!笆?四日清晨，渔船出港。",
        "灯塔重新亮起?!斑@是好消息",
        "这条路很长，擴大到詢?nèi)的范围。",
        "人们都到了，當?shù)貢r间早上八点。",
    ],
)
def test_a_sentence_with_shifted_bytes_is_found(text):
    assert [span.reason for span in find_byte_damage(text)] == ["byte_damage"]


@pytest.mark.parametrize(
    "text",
    [
        "真的吗??我不信!你再说一遍?!他喊道。",
        "什么?!他又来了!!",
        "Is it?!? I wonder (why?).",
        "拼音是(yīn)。",
        "一只!斑马跑过来",
    ],
)
def test_lively_prose_is_not_damage(text):
    assert find_byte_damage(text) == []


def test_only_the_damaged_sentence_is_named():
    text = "港口今天很安静。渔船都停着?!奔滓艺f风太大。明天再看。"
    (span,) = find_byte_damage(text)

    assert text[span.start : span.end] == "渔船都停着?!奔滓艺f风太大。"


@pytest.mark.parametrize("text", ["It cost Â£20 and donâ€™t ask.", "CafÃ© am Fluss", "断了的\ufffd字", "锟斤拷锟斤拷"])
def test_text_decoded_twice_is_found(text):
    assert [span.reason for span in find_undecoded(text)] == ["mojibake"]


@pytest.mark.parametrize(
    "text",
    [
        *("Ça va, déjà vu, naïve Åse", "“Ångström” costs £20", "锟斤拷这个词从哪里来", "São Paulo – Ärger"),
        *("Count how often “Ã¤” stands there.", 'We saw "Ã¤" instead of "ä".', "the ‘K’/‘ß’/‘ſ’ masks"),
    ],
)
def test_accents_are_no_damage(text):
    assert find_undecoded(text) == []


def test_a_page_in_the_wrong_charset_is_known():
    korean = "바닷가 마을의 등대가 오늘 다시 불을 밝혔다. 주민들은 오래 기다렸다고 말했다."
    chinese = "海边小镇的灯塔今天重新亮起，居民说他们等了很久，船员也很高兴。"

    assert judge_charset(korean.encode("cp949").decode("latin-1")) is not None
    assert judge_charset(chinese.encode().decode("gb18030", errors="replace")) is not None
    for text in (korean, chinese, "Ça va déjà très bien à Orléans, où l'été fut très chaud."):
        assert judge_charset(text) is None
