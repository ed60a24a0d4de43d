"""The normalization stage."""

from scrapy.settings import Settings

from crawler.items import Article, restore
from pipelines.normalization import NormalizationPipeline
from pipelines.stage import Context


def normalized(paragraphs, **fields):
    article = Article(id="1", url="http://a.example/1", site="a", paragraphs=list(paragraphs), **fields)
    title = article.title
    NormalizationPipeline.from_context(Context(settings=Settings())).apply(article)
    lines = [edit.as_line("1") for edit in article.trail]
    assert restore(article.title, article.paragraphs, lines) == (title, list(paragraphs))
    return article


def test_title_and_paragraphs_come_out_in_one_form_and_every_change_is_recorded():
    article = normalized(
        ["\u3000\u3000潮水\u200b退了。", "\u200b \u3000", "第二段。"], title="潮\xa0水", kinds=["text"] * 3
    )

    assert (article.title, article.paragraphs, article.kinds) == ("潮 水", ["潮水退了。", "第二段。"], ["text"] * 2)
    assert {edit.reason for edit in article.trail} == {"space", "invisible", "empty"}


def test_clean_text_leaves_no_trail():
    assert normalized(["A quiet harbour.", "港口很安静。"], title="Harbour").trail == []


def test_damage_is_marked_and_left_as_it_is():
    damaged = "渔船都停着?!奔滓艺f风太大。"
    article = normalized(["好天气。", damaged])

    assert article.marks == ["damaged"]
    assert article.paragraphs[1] == damaged
    assert [(edit.action, edit.paragraph) for edit in article.trail] == [("mark", 1)]


def test_one_paragraph_in_a_wrong_charset_is_marked_with_its_place():
    misread = "老师带着学生参观灯塔，他们已经等了很长时间，居民和船员都来到码头。".encode("gb18030").decode("cp1251")
    article = normalized(["好天气。" * 20, "港口很安静，渔船都停着。" * 20, misread])

    assert [(one.reason, one.paragraph) for one in article.trail if one.action == "mark"] == [("wrong_charset", 2)]


def test_a_thousand_zero_width_spaces_in_a_large_paragraph_take_one_edit():
    article = normalized(["灯\u200b塔" * 5000])

    assert article.paragraphs == ["灯塔" * 5000]
    assert len(article.trail) == 1
