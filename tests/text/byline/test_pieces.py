"""Pages of several pieces: each keeps the head or the signature of its own, and none of them is the page's."""

import pytest

from pipelines.text.byline import Habits, find_credits
from tests.text.byline.cuts import without

LETTERS = (
    "To the editor: The weir at Stone Bridge was mended in 1931 for the price of a pony. Now it has a sign.",
    "To the editor: The clock has struck thirteen twice this month, and my parrot has begun to join in.",
)
BRIEFS = ("The baths will close for a week while the plug is found.", "A cow was rescued from the first floor.")
STORY = ("The old mill turned again on Friday after four months of work on its wheel.", "A bridge will follow.")


def cleaned(*paragraphs, habits=None):
    return without(list(paragraphs), find_credits(list(paragraphs), **({"habits": habits} if habits else {})))


@pytest.mark.parametrize("habits", [None, Habits(signs=True, ends=True)], ids=["alone", "on a site that signs"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Edith Farrow, Holm Bridge", "Ruth Ames, Chapel Street"),
        ("T. R. Dinsdale, hedger, Overdale", "A. Nixon, Garthside"),
        ("MARY HEWITSON (Mrs), Low Row, Stanesby", "Gillian Peacock, Overdale"),
    ],
)
def test_the_last_of_several_letters_keeps_its_signature(one, other, habits):
    page = [LETTERS[0], one, LETTERS[1], other]

    assert cleaned(*page, habits=habits) == page


def test_who_signs_the_only_piece_of_a_page_goes():
    assert cleaned(*STORY, "Ruth Ames, Chapel Street") == list(STORY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ALDERBROOK: ", "HOLM BRIDGE: "),
        ("ASHCROFT – ", "BELL – "),
        ("ALDERSON. – ", "DENT – FIRTH. – "),
        ("FOUND: ", "FOR SALE: "),
        ("OSLO (Reuters) — ", "LIMA: "),
    ],
)
def test_heads_of_items_stay_though_only_the_first_paragraph_of_a_report_has_one(one, other):
    page = [one + BRIEFS[0], other + BRIEFS[1]]

    assert cleaned(*page) == page


@pytest.mark.parametrize("head", ["ALDERBROOK: ", "ASHCROFT – ", "OSLO (Reuters) — "])
def test_the_only_head_of_a_page_goes(head):
    assert cleaned(head + STORY[0], STORY[1]) == list(STORY)


@pytest.mark.parametrize(
    "sentence",
    [
        "그 이야기는 사진 넉 장에서 나왔다.",
        "그는 말이 없었다. 사진 한 장이었다.",
        "벽에 걸린 것은 흑백 사진 한 장",
        "남은 것은 어머니가 쓴 글 세 편이다.",
    ],
)
def test_a_korean_word_for_a_picture_within_a_sentence_is_no_label(sentence):
    page = ["전시장에는 작은 액자만 걸려 있다. 사람들은 오래 서 있었다.", sentence, "작가는 내년에 다시 온다고 말한다."]

    assert cleaned(*page) == page


def test_what_somebody_does_on_the_stage_is_no_signature_below_what_was_said():
    page = [
        "周六晚上，剧社演了自编的话剧，下面是最后一场。",
        "老船工：天都黑了，还过不过？",
        "姑娘：等我娘来了就过。",
        "（灯暗）",
    ]

    assert cleaned(*page, habits=Habits(signs=True, ends=True)) == page
