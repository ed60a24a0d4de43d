"""Keywords between commas that take turns over a site, and short clauses that come back by themselves."""

import random

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Habits, Page, learn
from pipelines.text.injection.insertions.between_commas import find_between_commas
from pipelines.text.injection.insertions.turning_tokens import find_site_tokens

ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]
POOL = ("玳瑁閣", "绯羽宫", "赭石王", "瓠子屋", "骊歌社", "霁川堂", "珙桐居", "翡冷城")


def with_tokens(article, tokens, dice):
    """Give an article with each token once behind a comma, and once more before a full stop where there is one."""
    paragraphs = list(article.paragraphs)
    for token in tokens:
        for mark, put in (("，", f"，{token}，"), ("。", f"，{token}。")):
            places = [
                (number, at)
                for number, text in enumerate(paragraphs)
                for at, char in enumerate(text)
                if char == mark and 4 < at < len(text) - 1 and token not in text
            ]
            if places:
                number, at = dice.choice(places)
                paragraphs[number] = paragraphs[number][:at] + put + paragraphs[number][at + 1 :]
    return Page(article.title, tuple(paragraphs))


def on_site(per_page, pool, *, every=1):
    dice = random.Random(7)
    return [
        with_tokens(article, dice.sample(pool, per_page) if number % every == 0 else (), dice)
        for number, article in enumerate(ARTICLES)
    ]


WITH_LATIN = ("玳瑁app下载", "绯羽VIP会所", *POOL[2:])


@pytest.mark.parametrize("pool", [POOL, WITH_LATIN])
def test_keywords_between_commas_that_take_turns_are_learned_from_the_site(pool):
    assert find_site_tokens(on_site(2, pool)) == frozenset(pool)


@pytest.mark.parametrize("pool", [POOL, WITH_LATIN])
def test_they_go_with_one_comma_and_the_articles_come_out_as_they_were(cleaned, pool):
    habits = Habits(pages=len(ARTICLES), keywords=find_site_tokens(on_site(2, pool)))
    for page, article in zip(on_site(2, pool), ARTICLES, strict=True):
        spoilt = Page(page.title, page.paragraphs, site=habits)
        assert cleaned(find_between_commas, spoilt)[1] == tuple(article.paragraphs)


def test_all_that_is_learned_of_a_site_has_them_among_its_keywords():
    assert frozenset(POOL) <= learn(on_site(2, POOL)).keywords


def test_a_clause_that_comes_back_beside_keywords_of_one_stem_is_none():
    stem = tuple(f"玳瑁{ending}" for ending in ("閣", "宫", "王", "屋", "app下载", "堂", "城", "居"))
    told = ("麦子一亩一亩割完，颗粒归仓，全村人都松了一口气。", "谷场上的粮食晒干扬净，颗粒归仓，老人们又唱起了旧戏。")
    pages = on_site(2, stem)
    spoken = [Page(one.title, (*one.paragraphs, text)) for one, text in zip(pages, told, strict=False)]
    assert find_site_tokens([*spoken, *pages[2:]]) == frozenset(stem)


def test_short_clauses_that_come_back_on_few_pages_are_none():
    clauses = ("众所周至", "综上可见", "据悉", "换言之", "说到底", "无独有偶")
    assert find_site_tokens(on_site(1, clauses, every=5)) == frozenset()


def test_a_few_clauses_of_which_a_writer_is_fond_are_none():
    assert find_site_tokens(on_site(2, ("据悉", "换言之", "说到底"))) == frozenset()


def test_the_clauses_of_a_note_below_most_articles_are_none():
    note = "此前所载雨量不确，现予改正，并向诸位致歉。"
    noted = [
        Page(one.title, (*one.paragraphs, note) if number % 3 else one.paragraphs)
        for number, one in enumerate(ARTICLES)
    ]
    assert find_site_tokens(noted) == frozenset()

    keyed = [*on_site(2, POOL), *noted[1:3]]
    assert find_site_tokens(keyed) == frozenset(POOL)


def test_words_that_stand_in_the_sentences_too_are_none():
    words = ("上午", "镇上", "周末", "最后", "今年", "去年", "当时")
    spoken = [
        Page(page.title, (*page.paragraphs, "".join(f"到了{word}大家又在老地方见面。" for word in words)))
        for page in on_site(2, words)
    ]
    assert find_site_tokens(spoken) == frozenset()


def test_a_clause_that_announces_what_somebody_says_is_none_on_a_site_that_has_keywords():
    pages = on_site(2, POOL)
    said = "今年不收渡船钱，桥工局表示，来年还要修木桥，桥工局表示，河边的路已经通了，桥工局表示，学徒都留了下来。"
    pages[0] = Page(pages[0].title, (*pages[0].paragraphs, said))
    assert find_site_tokens(pages) == frozenset(POOL)


def test_a_site_without_chinese_has_none():
    assert find_site_tokens([Page("A mill", ("The mill, restored, turns again. " * 4,))] * 4) == frozenset()


def glued(article, token, dice):
    """Give an article with a token in a slot before a full stop, in one between commas, and once in the place of a full stop."""
    made = with_tokens(article, (token,), dice)
    text = made.paragraphs[0]
    at = text.index("。")
    return Page(made.title, (text[:at] + token + text[at + 1 :], *made.paragraphs[1:]))


def test_two_tokens_are_enough_where_most_pages_have_them_and_some_stand_for_full_stops():
    dice = random.Random(3)
    pages = [glued(article, POOL[number % 2], dice) for number, article in enumerate(ARTICLES)]
    assert find_site_tokens(pages) == frozenset(POOL[:2])


def test_clauses_before_what_somebody_says_are_none_where_most_pages_have_them():
    clauses = ("罗老汉表示", "罗老汉说")
    pages = [
        Page(
            one.title,
            (*one.paragraphs, "".join(f"到了第{at}天，{clause}，水还没有退。" for at in "二五" for clause in clauses)),
        )
        for one in ARTICLES
    ]
    assert find_site_tokens(pages) == frozenset()
