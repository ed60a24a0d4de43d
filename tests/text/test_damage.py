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
        # moved back by one byte, these read 后来河北的几家, ，上海和宁波, 。在技术员指导, “可是经费还没有落实
        "码头的修缮工程已经结束?:罄春颖钡募讣掖?б部?颊腥?工资涨了两成。",
        "今年渔船数量略有增加,上?湍?ǖ拇??荚诶┐蠊婺!Ｔ诩际踉敝傅枷?渔民学会了新方法。",
        "岛上正在建设新的观测站。根据计划,工程将于明年春天完工?!翱墒蔷?鸦姑挥新涫怠!备闭境に怠?",
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
        # a rare word behind marks that somebody typed
        *("真的?!翡翠手镯碎了", "什么?!螃蟹又涨价了", "谁说的??霹雳舞不难跳", "鹦鹉去哪儿了?!鹦鹉飞走了"),
        "你去过上海?可是你没去过宁波?!后来呢?后来我就回家了!",
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
        "“æµ·æ°´”本来是海水二字，被当成了 Latin-1。",
    ],
)
def test_accents_are_no_damage(text):
    assert find_undecoded(text) == []


@pytest.mark.parametrize("seen", ["cp1251", "koi8_r", "cp949", "big5"])
def test_chinese_that_became_another_script_or_other_hanzi_is_known(seen):
    text = "海边小镇的灯塔今天重新亮起，居民和船员都来到码头，老师带着学生参观，他们已经等了很长时间。"

    assert judge_charset(text) is None
    assert judge_charset(text.encode("gb18030").decode(seen, errors="ignore")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Рыбаки вернулись в порт поздно вечером, и маяк зажгли снова; жители острова вышли их встречать.",
        "등대가 다시 불을 밝히자 배들이 차례로 항구에 돌아왔고 섬 주민들이 모두 나와서 맞이했다.",
        "關關雎鳩，在河之洲。窈窕淑女，君子好逑。參差荇菜，左右流之。窈窕淑女，寤寐求之。",
    ],
)
def test_other_scripts_and_old_poems_are_no_wrong_charset(text):
    assert judge_charset(text) is None


def test_a_page_in_the_wrong_charset_is_known():
    korean = "바닷가 마을의 등대가 오늘 다시 불을 밝혔다. 주민들은 오래 기다렸다고 말했다."
    chinese = "海边小镇的灯塔今天重新亮起，居民说他们等了很久，船员也很高兴。"

    assert judge_charset(korean.encode("cp949").decode("latin-1")) is not None
    assert judge_charset(chinese.encode().decode("gb18030", errors="replace")) is not None
    for text in (korean, chinese, "Ça va déjà très bien à Orléans, où l'été fut très chaud."):
        assert judge_charset(text) is None
