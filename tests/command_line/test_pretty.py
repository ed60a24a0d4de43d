"""The article on the terminal."""

import io

from crawler.command_line.pretty import print_article, shown, terminal
from crawler.items import Article


def printed(line, trail=()):
    out = io.StringIO()
    print_article(terminal(out), line, trail)
    return out.getvalue()


def test_a_removal_stands_in_its_sentence_with_its_reason():
    item = Article(id="1", url="http://a.example/1", site="a", title="T", paragraphs=["The bridge XYZ opened."])
    item.cut(0, 11, 15, stage="injection", reason="inline", evidence="on 9 pages")

    text = printed(item.as_line(), [edit.as_line("1") for edit in item.trail])

    assert "The bridge XYZ [injection/inline: on 9 pages]opened." in text


def test_an_error_names_its_file():
    assert "page.html  ValueError: no" in printed({"file": "page.html", "error": "ValueError: no"})


def test_escape_sequences_and_direction_marks_become_visible():
    assert shown("a\x1b[2Jb\u202ec") == "a<U+001B>[2Jb<U+202E>c"


def test_a_long_article_is_not_broken_into_screen_lines():
    item = Article(id="1", url="http://a.example/1", site="a", title="T", paragraphs=["word " * 200])

    assert "word " * 199 + "word" in printed(item.as_line())
