"""Strings that split words again and again, and names that recur."""

from pipelines.text.injection.insertions.repeated_strings import find_repeated_strings


def test_a_string_that_splits_words_again_and_again_goes(page, story, cleaned):
    dirty = story
    for word in ("今年", "附近", "学生", "电机", "孩子", "周末", "校长", "收入", "照片", "参观"):
        dirty = tuple(text.replace(word, f"{word[0]}橙汁王{word[1]}", 1) for text in dirty)

    assert cleaned(find_repeated_strings, page(dirty))[1] == story


def test_two_keywords_with_a_low_line_go_though_no_word_is_split_by_most_of_their_places(page, story, cleaned):
    pair = "橙汁王手机版_橙汁王官方下载"
    dirty = list(story)
    for number, (before, behind) in enumerate(
        (("重新转动，", "镇上"), ("磨面。", "后来"), ("打磨。", "有的"), ("面包。", "校长"))
    ):
        clean = f"{before}{behind}"
        put = f"{before[:-1]}{pair}{before[-1]}{behind}" if number else f"{before}{pair}{behind}"
        assert clean in dirty[number]
        dirty[number] = dirty[number].replace(clean, put)

    assert cleaned(find_repeated_strings, page(dirty))[1] == story


def test_a_name_that_recurs_stays(page, story):
    named = [text.replace("镇", "石桥镇", 1).replace("。", "，石桥镇的人都知道。", 1) for text in story]

    assert find_repeated_strings(page(named)) == []
