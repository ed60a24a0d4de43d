"""The deduplication stage: what is refused as a copy of what, and what is not."""

import pytest
from scrapy.settings import Settings

from crawler.items import Article
from pipelines.deduplication import DeduplicationPipeline
from pipelines.stage import Context, Rejected
from tests.text.stories import paragraphs, spun, story


@pytest.fixture
def look(ledger):
    """Send a text through the stage; gives the article, or the details of its rejection."""
    stage = DeduplicationPipeline.from_context(Context(settings=Settings(), ledger=ledger))

    def look(name, text, **fields):
        site = fields.pop("site", "alpha")
        fields.setdefault("fetched", "2026-11-22T10:15:00+00:00")
        article = Article(
            id=name, url=f"https://{site}.example/{name}", site=site, paragraphs=text.split("\n"), **fields
        )
        try:
            stage.apply(article)
        except Rejected as rejection:
            return rejection.details | {"stage": rejection.stage, "reason": rejection.reason}
        return article

    return look


def test_a_copy_names_the_article_it_copies_and_the_evidence(look, settle):
    look("one", story(1))
    settle()
    details = look("two", story(1), site="beta")

    assert (details["stage"], details["reason"], details["duplicate_of"]) == ("deduplication", "copy", "one")
    assert details["duplicate_url"] == "https://alpha.example/one"
    assert details["similarity"] == 1
    assert details["containment"] == [1, 1]
    assert "100% of it stands in the other" in details["evidence"]


def test_spun_shortened_and_mixed_copies_are_found(look, settle):
    original = paragraphs(1, 40)
    look("one", "\n".join(original))
    settle()

    assert look("spun", spun("\n".join(original), 5))["duplicate_of"] == "one"
    assert look("short", "\n".join(original[2:8]))["duplicate_of"] == "one"
    assert look("mixed", "\n".join(original[:8] + paragraphs(9, 8)))["duplicate_of"] == "one"
    assert look("shuffled", "\n".join(original[::-1]))["duplicate_of"] == "one"


def test_a_copy_that_shows_stored_articles_to_be_one_names_them_all(look, settle):
    original = paragraphs(1, 40)
    for name, part in (("begin", original[:6]), ("end", original[4:])):
        assert isinstance(look(name, "\n".join(part)), Article)
        settle()
    details = look("whole", "\n".join(original))
    later = look("again", "\n".join(original), site="beta")

    assert {details["duplicate_of"], *details["joins"]} == {"begin", "end"}
    assert {later["duplicate_of"], *later["joins"]} == {"begin", "end"}


def test_a_page_made_of_two_articles_keeps_neither_out(look, settle):
    one, other = paragraphs(1, 40), paragraphs(2, 28)
    made = "\n".join(text for both in zip(one, other, strict=False) for text in both)
    look("made", "\n".join([made, *one[7:]]), marks=["interleaved"])
    settle()

    assert isinstance(look("one", "\n".join(one), site="beta"), Article)
    settle()
    assert look("copy", "\n".join(one), site="gamma")["duplicate_of"] == "one"


def test_a_copy_of_one_stored_article_joins_nothing(look, settle):
    look("one", story(1))
    settle()
    look("two", story(1), site="beta")

    assert "joins" not in look("three", story(1), site="gamma")


def test_different_stories_stay_apart(look, settle):
    for seed in range(30):
        assert isinstance(look(f"n{seed}", story(seed)), Article)
        settle()


def test_a_page_seen_again_is_no_copy_of_itself(look, settle):
    look("one", story(1))
    settle()

    assert isinstance(look("one", story(1)), Article)


def test_a_stored_page_seen_again_stays_when_it_has_turned_out_to_be_a_copy(look, settle, ledger):
    original = paragraphs(1, 40)
    for name, part in (("begin", original[:6]), ("end", original[4:]), ("whole", original)):
        look(name, "\n".join(part))
        settle()

    assert isinstance(look("begin", "\n".join(original[:6])), Article)
    assert isinstance(look("end", "\n".join(original[4:])), Article)
    ledger.commit()
    assert look("again", story(1), site="beta")["joins"]


def test_a_copy_seen_again_is_refused_as_unchanged(look, settle, ledger):
    look("one", story(1))
    look("copy", story(1), site="beta")
    settle()
    details = look("copy", story(1), site="beta")
    ledger.commit()

    assert details == {"stage": "deduplication", "reason": "unchanged"}


def test_a_copy_seen_again_is_stored_when_its_original_was_forgotten(look, ledger):
    look("one", story(1), fetched="2020-01-01T00:00:00+00:00")
    look("copy", story(1), site="beta", fetched="2100-01-01T00:00:00+00:00")
    ledger.commit()
    ledger.fingerprints.expire_days = 1
    ledger.expire(0)
    assert isinstance(look("copy", story(1), site="beta"), Article)
    ledger.commit()

    assert look("again", story(1))["duplicate_of"] == "copy"


def test_a_changed_page_is_no_copy_of_itself(look, settle):
    look("one", story(1))
    settle()

    assert isinstance(look("one", story(1) + "\n" + story(2, 8)), Article)


def test_reports_in_one_form_with_other_numbers_are_different_articles(look, settle):
    form = "{}月{}日，青川港水位{}米，流量{}立方米，渡船开行{}班，运客{}人，其中学生{}人，票款{}元，无一晚点。"
    for day in range(1, 9):
        lines = [
            form.format(5, day, 10 + day + n, 310 + 7 * day + n, 20 + n, 900 + 31 * day, 80 + n * day, 4000 + day)
            for n in range(6)
        ]
        assert isinstance(look(f"day{day}", "\n".join(lines)), Article)
        settle()


def test_a_round_up_names_what_it_contains_and_is_kept(look, settle):
    for name, seed in (("one", 1), ("two", 2), ("three", 3)):
        look(name, story(seed))
        settle()
    article = look("all", "\n".join(story(seed) for seed in (1, 2, 3)))

    assert sorted(article.extra["contains"]) == ["one", "three", "two"]
    assert not article.marks


def test_a_page_of_two_articles_whose_short_paragraphs_take_turns_holds_both(look, settle):
    one, other = ([f"{sentence}。" for sentence in story(seed).split("。")[:16]] for seed in (1, 2))
    for name, lines in (("one", one), ("other", other)):
        look(name, "\n".join(lines))
    settle()

    turns = "\n".join("\n".join(("".join(one[at : at + 2]), "".join(other[at : at + 2]))) for at in range(0, 16, 2))
    assert set(look("page", turns, site="beta").extra["contains"]) == {"one", "other"}


def test_a_page_of_many_pieces_is_marked_as_stitched(look, settle):
    for seed in range(6):
        look(f"n{seed}", story(seed, 40))
        settle()
    article = look("mash", "\n".join(paragraph for seed in range(6) for paragraph in paragraphs(seed, 40)[2:4]))

    assert article.marks == ["stitched"]
    assert "stands in https://alpha.example/n" in article.trail[-1].evidence
    assert article.paragraphs


def test_the_next_version_of_a_story_on_one_site_is_stored(look, settle):
    look("one", story(1), published="2026-11-20T08:00:00+08:00")
    settle()
    article = look("two", story(1) + "\n" + story(2, 8), published="2026-11-20T12:00:00+08:00")

    assert article.extra == {"version_of": "one"}


def test_a_corrected_article_is_stored_though_a_mirror_came_before_the_first_one(look, settle):
    text = story(1) + "\n河上的船有17艘，渡口有4处。"
    look("mirror", text, site="beta", published="2026-11-20T09:00:00+08:00")
    settle()
    assert look("one", text, published="2026-11-20T08:00:00+08:00")["duplicate_of"] == "mirror"
    settle()
    later = {"published": "2026-11-21T08:00:00+08:00"}

    assert look("longer", text + "\n" + story(2, 8), **later)["duplicate_of"] == "mirror"
    assert look("other", text.replace("17艘", "19艘"), site="gamma", **later)["duplicate_of"] == "mirror"
    assert look("corrected", text.replace("17艘", "19艘"), **later).extra == {"version_of": "mirror"}


def test_a_stored_article_knows_how_many_copies_there_are(look, settle):
    look("one", story(1), published="2026-11-20T08:00:00+08:00")
    look("copy", story(1), site="beta")
    settle()
    article = look("two", story(1) + "\n" + story(2, 8), published="2026-11-20T12:00:00+08:00")

    assert article.duplicates == 2


def test_copies_are_stored_and_linked_where_rejection_is_off(ledger):
    stage = DeduplicationPipeline(Context(settings=Settings(), ledger=ledger), reject_copies=False)
    for name in ("one", "two"):
        stage.apply(Article(id=name, url=f"https://a.example/{name}", site="a", paragraphs=[story(1)]))
    ledger.commit()

    assert len(ledger.groups.places("one")) == len(ledger.groups.places("two")) == 1


def test_without_a_ledger_nothing_is_compared():
    stage = DeduplicationPipeline(Context(settings=Settings()))
    for name in ("one", "two"):
        stage.apply(Article(id=name, url=f"https://a.example/{name}", site="a", paragraphs=[story(1)]))


@pytest.mark.parametrize("text", ["", "河", "！？", "好。\n好。", "\ud800\x00"])
def test_odd_texts_pass(look, text):
    assert isinstance(look("odd", text), Article)
