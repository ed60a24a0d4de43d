"""Credits told by their words, in the many shapes that news pages print them in, and what looks like them and stays."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.byline import find_credits
from pipelines.text.byline.credits.composed import is_composed_credit
from pipelines.text.byline.credits.makers import read_makers
from pipelines.text.byline.vocabulary.segments import segment

FORMS = tomllib.loads((Path(__file__).parent / "credit_forms.toml").read_text(encoding="utf-8"))
FIRST = {
    "zh": "石桥镇的老磨坊今年春天重新转动，三十多名学徒在河边学做豆腐，镇里的老人都来看热闹。",
    "en": "The old mill at Stone Bridge turned again this spring, and thirty apprentices came to the river.",
    "ja": "石橋町の古い水車がこの春ふたたび回りはじめ、三十人あまりの見習いが川辺で豆腐作りを学んだ。",
    "ko": "돌다리 마을의 낡은 물레방아가 올봄 다시 돌기 시작했고 서른 명의 견습생이 강가로 왔다고 전했다.",
    "ru": "Старая мельница у каменного моста этой весной снова заработала, и к реке пришли тридцать учеников.",
}
LAST = {
    "zh": "镇长说，明年还要修一座木桥，让对岸的孩子少走两里路。",
    "en": "The mayor said a wooden bridge would follow next year, so that children need not walk two miles.",
    "ja": "町長は、来年は木の橋も架けて、対岸の子どもたちの通学を楽にしたいと話した。",
    "ko": "시장은 내년에 나무다리도 놓아 강 건너 아이들이 덜 걷게 하겠다고 밝혔다.",
    "ru": "Мэр сказал, что в будущем году построят деревянный мост, чтобы детям не ходить так далеко.",
}
CAPTION = {
    "zh": "学徒们在河边洗豆子。",
    "en": "Apprentices wash beans beside the river.",
    "ja": "川辺で豆を洗う見習い。",
    "ko": "강가에서 콩을 씻는 견습생들.",
    "ru": "Ученики моют бобы у реки.",
}


def forms(*kinds):
    """Give the language and the text of every form of some kinds."""
    return [(lang, text) for kind in kinds for lang, texts in FORMS[kind].items() for text in texts]


def cleaned(paragraphs):
    """Give the paragraphs without their credits, looked at again until none is found."""
    lines = list(paragraphs)
    while found := find_credits(lines):
        for index, credit in sorted(found, key=lambda one: (one[0], one[1].start), reverse=True):
            lines[index] = lines[index][: credit.start] + lines[index][credit.end :]
        lines = [line.strip() for line in lines if line.strip()]
    return lines


@pytest.mark.parametrize(("lang", "credit"), forms("credits"))
def test_the_credit_behind_a_caption_goes_and_the_caption_stays(lang, credit):
    gap = "" if lang in {"zh", "ja"} else " "

    assert cleaned([FIRST[lang], CAPTION[lang] + gap + credit, LAST[lang]]) == [FIRST[lang], CAPTION[lang], LAST[lang]]


@pytest.mark.parametrize(("lang", "head"), forms("heads"))
def test_the_head_of_a_report_goes_and_its_first_sentence_stays(lang, head):
    assert cleaned([head + FIRST[lang], LAST[lang]]) == [FIRST[lang], LAST[lang]]


@pytest.mark.parametrize(("lang", "tail"), forms("glued"))
def test_what_signs_the_last_sentence_goes_and_the_sentence_stays(lang, tail):
    gap = "" if lang in {"zh", "ja"} else " "

    assert cleaned([FIRST[lang], LAST[lang] + gap + tail]) == [FIRST[lang], LAST[lang]]


@pytest.mark.parametrize(("lang", "lines"), forms("editors", "ends"))
def test_lines_of_roles_and_names_behind_an_article_go(lang, lines):
    assert cleaned([FIRST[lang], LAST[lang], *lines.split("|||")]) == [FIRST[lang], LAST[lang]]


@pytest.mark.parametrize(("lang", "line"), forms("keep"))
def test_a_short_line_between_paragraphs_stays(lang, line):
    page = [FIRST[lang], line, LAST[lang]]

    assert cleaned(page) == page


@pytest.mark.parametrize(("lang", "line"), forms("keepend"))
def test_a_short_line_behind_an_article_stays_where_it_credits_nobody(lang, line):
    page = [FIRST[lang], LAST[lang], line]

    assert cleaned(page) == page


@pytest.mark.parametrize(("lang", "text"), forms("keephead"))
def test_a_sentence_that_only_begins_like_a_dateline_stays(lang, text):
    page = [text, LAST[lang]]

    assert cleaned(page) == page


@pytest.mark.parametrize(("lang", "end"), forms("keeptail"))
def test_a_sentence_that_only_ends_like_a_credit_stays(lang, end):
    page = [FIRST[lang], CAPTION[lang][:-1] + ("，" if lang == "zh" else " and ") + end, LAST[lang]]

    assert cleaned(page) == page


@pytest.mark.parametrize(("lang", "tail"), forms("keepglued"))
def test_what_stands_in_brackets_behind_the_last_sentence_stays_where_it_credits_nobody(lang, tail):
    page = [FIRST[lang], LAST[lang] + tail]

    assert cleaned(page) == page


@given(st.text(max_size=60))
def test_any_text_is_cut_into_its_own_words_or_not_at_all(text):
    found = segment(text)

    assert found is None or len("".join(word.text for word in found)) <= len(text)
    assert is_composed_credit(text) in {True, False}
    assert read_makers(text) is None or found is not None
