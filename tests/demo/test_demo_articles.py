"""The truth of the demo: articles as files."""

from crawler.demo.articles import originals


def test_half_of_the_articles_are_chinese_and_half_english():
    languages = [one.language for one in originals().values()]

    assert len(languages) == 24
    assert languages.count("en") == 12


def test_every_article_is_whole():
    for one in originals().values():
        assert 4 <= len(one.paragraphs) <= 11
        assert one.title
        assert one.published.utcoffset() is not None
        assert all(line == line.strip() and "\n" not in line for line in (one.title, *one.paragraphs))


def test_no_paragraph_stands_in_two_articles():
    lines = [line for one in originals().values() for line in one.paragraphs]

    assert len(lines) == len(set(lines))
