"""Endings that the titles of a site share: on most of them, or one last field on some."""

import pytest

from pipelines.text.injection import Habits, Page
from pipelines.text.injection.titles.endings import find_endings, find_site_endings

HEADLINES = (
    "老磨坊重新转动",
    "渡口添了新船",
    "小学种下果树",
    "木匠修好水轮",
    "夜校开了新课",
    "集市搬到河边",
    "邮差走了新路",
    "茶亭收起雨伞",
)


def pages(ends):
    """Give pages with these ends behind their headlines."""
    return [
        Page(f"{headline}{end}", ("镇上的人都来看热闹。" * 30,)) for headline, end in zip(HEADLINES, ends, strict=True)
    ]


@pytest.mark.parametrize("mark", ["_", " | ", "|"])
def test_a_last_field_on_some_titles_is_an_ending(mark):
    assert find_site_endings(pages(["", f"{mark}qzxapp", "", f"{mark}qzxapp", "", f"{mark}qzxapp", "", ""])) == {
        "qzxapp"
    }


@pytest.mark.parametrize(
    "ends", [["-上", "", "-上", "", "-上", "", "", ""], ["_qzxapp", "", "_qzxapp", *[""] * 5], [""] * 8]
)
def test_fields_behind_other_marks_and_on_two_titles_are_none(ends):
    assert find_site_endings(pages(ends)) == frozenset()


def test_a_last_field_of_which_some_titles_have_more_before_it_goes_with_what_the_text_does_not_know(cleaned):
    site = Habits(pages=6, endings=frozenset({"qzxapp"}))
    page = Page("老磨坊重新转动_青柠云盘_qzxapp", ("老磨坊今天重新转动，镇上的人都来看。" * 20,), site=site)

    assert cleaned(find_endings, page)[0] == "老磨坊重新转动"


@pytest.mark.parametrize(
    ("title", "left"), [("更正_河湾报", "更正"), ("讣告_河湾报", "讣告"), ("诗_河湾报", "诗_河湾报")]
)
def test_a_headline_of_two_letters_loses_the_name_of_the_site(title, left, cleaned):
    page = Page(title, ("本报上周所刊水位应为三米二。" * 3,), site=Habits(pages=6, endings=frozenset({"河湾报"})))

    assert cleaned(find_endings, page)[0] == left


@pytest.mark.parametrize("number", ["10月18日", "第12期", "2024-10-18", "8:30"])
def test_a_day_or_a_number_is_no_foreign_field(number, cleaned):
    page = Page(f"早班车播报 | {number}", ("早班车播报今天有三条消息，先说天气。" * 20,))

    assert cleaned(find_endings, page)[0] == page.title


@pytest.mark.parametrize("ending", ["_qzxapp", ""])
def test_a_keyword_behind_the_usual_low_line_goes_though_it_was_put_into_the_text_as_well(ending, cleaned):
    site = Habits(pages=6, endings=frozenset({"qzxapp"}), fields=frozenset("_"))
    text = "국회는 9일 본회의를 열고 법안을 통과시켰다. 반대표를 던진 의원들은 유감을 나타냈다. " * 4
    page = Page(f"국회, 본회의 법안 통과_감자 추천{ending}", (f"감자 추천 접속{text}",), site=site)

    assert cleaned(find_endings, page)[0] == "국회, 본회의 법안 통과"


def test_only_the_last_field_is_taken_for_it(cleaned):
    site = Habits(pages=6, endings=frozenset({"qzxapp"}), fields=frozenset("_"))
    text = "snake_case 변수와 camelCase 변수를 함께 쓰는 코드는 읽기 어렵다고 개발자들은 말한다. " * 5
    page = Page("snake_case 변수를 쓰는 까닭_감자 추천_qzxapp", (text,), site=site)

    assert cleaned(find_endings, page)[0] == "snake_case 변수를 쓰는 까닭"
