"""What counts against a copy when the best of several is chosen."""

from crawler.items import Article
from pipelines.deduplication import standing_of
from pipelines.text.deduplication.best import Removal, injected_characters

TEXT = ["老磨坊今年春天重新转动。" * 4, "木匠换了三根横梁。" * 4, "孩子们在门口围观。" * 4]
OWN, BRAND = "新版上线，欢迎体验本站客户端", "更多精彩内容请关注本站公众号"


def dropped(stage, paragraph, characters=10):
    return Removal(stage, True, paragraph, characters)


def test_lines_of_a_site_above_and_below_the_text_do_not_count():
    assert injected_characters([dropped("template", 0), dropped("template", 0), dropped("template", 3)], 3) == 0


def test_lines_between_the_paragraphs_count():
    assert injected_characters([dropped("template", 1)], 2) == 10
    assert injected_characters([dropped("template", 0), dropped("template", 2, 7), dropped("template", 3)], 3) == 7


def test_two_lines_above_the_text_are_above_it_whichever_went_first():
    assert injected_characters([dropped("template", 1), dropped("template", 0)], 3) == 0
    assert injected_characters([dropped("template", 0), dropped("template", 0)], 3) == 0


def test_what_was_injected_counts_wherever_it_stood():
    title, cut = Removal("injection", False, None, 5), Removal("injection", False, 1, 6)

    assert injected_characters([dropped("injection", 0), title, cut], 2) == 21


def test_bylines_and_other_stages_do_not_count():
    assert injected_characters([dropped("byline", 1), Removal("normalization", False, 0, 3)], 2) == 0


def test_the_lines_of_the_paper_that_wrote_it_are_no_damage_and_those_of_a_mirror_are():
    paper = Article(id="a", url="https://a.example/1", site="a", paragraphs=[OWN, *TEXT, OWN])
    mirror = Article(id="b", url="https://b.example/1", site="b", paragraphs=[TEXT[0], BRAND, *TEXT[1:]])
    for article, places in ((paper, (4, 0)), (mirror, (1,))):
        for place in places:
            article.drop(place, stage="template", reason="learned_line")

    assert paper.paragraphs == mirror.paragraphs == TEXT
    assert standing_of(paper, 0).injected == 0
    assert standing_of(mirror, 0).injected == 10
