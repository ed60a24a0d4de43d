"""Keywords that one place of a page proves, at its other places."""

from pipelines.text.injection.insertions.keywords_of_page import find_keywords_of_page


def test_a_keyword_that_a_page_proves_goes_everywhere_with_its_decoration(page, story, cleaned):
    dirty = [
        story[0].replace("，", "白鹅公寓(官方)，", 1),
        story[1].replace("，", "，白鹅公寓，", 1),
        story[2][:9] + "白鹅公寓" + story[2][9:],
        *story[3:],
    ]
    known = page(dirty)
    proven = type(known)(known.title, known.paragraphs, proven=frozenset({"白鹅公寓"}))

    assert cleaned(find_keywords_of_page, proven)[1] == story
    assert find_keywords_of_page(known) == []


def test_the_label_of_a_suffix_goes_with_a_proven_keyword_at_the_end_of_a_paragraph(page, story, cleaned):
    known = page([*story[:4], story[4] + " 石小桥 摄 ,同城在找:白鹅公寓"])
    proven = type(known)(known.title, known.paragraphs, proven=frozenset({"白鹅公寓"}))

    assert cleaned(find_keywords_of_page, proven)[1] == (*story[:4], story[4] + " 石小桥 摄")


def test_a_proven_word_that_the_text_speaks_of_in_part_stays(page):
    texts = ("白鹅公寓的门开着。", "白鹅在公寓楼下走来走去，没有人赶它，它也不怕人。")

    assert find_keywords_of_page(type(page(texts))("", texts, proven=frozenset({"白鹅公寓"}))) == []
