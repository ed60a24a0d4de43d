"""Keywords before a comma that their decoration gives away."""

import pytest

from pipelines.text.injection.insertions.decorated import find_decorated


def test_two_keywords_with_a_low_line_go(page, story, cleaned):
    dirty = [story[0].replace("转动，", "转动橙汁体育_橙汁中国，"), *story[1:]]

    assert cleaned(find_decorated, page(dirty))[1] == story
    assert find_decorated(page([story[0].replace("转动，", "转动（文件名shui_lun），"), *story[1:]])) == []


@pytest.mark.parametrize("keyword", ["白鹅公寓_白鹅平台", "白鹅公寓|白鹅中心", "白鹅公寓(官方)"])
def test_a_decorated_keyword_before_a_comma_goes(keyword, page, story, cleaned):
    assert cleaned(find_decorated, page([text.replace("，", f"{keyword}，", 1) for text in story]))[1] == story


def test_a_term_that_also_stands_without_its_bracket_stays(page, story):
    texts = [text.replace("，", "的青石钢(硬质)，", 1) for text in story]

    assert find_decorated(page([*texts, "青石钢是镇上人的叫法。"])) == []
