"""Groups of copies as a function of resemblances."""

from itertools import combinations

from pipelines.text.deduplication.best import Standing, best
from pipelines.text.deduplication.copies import Resemblance, compare
from pipelines.text.deduplication.fingerprint import fingerprint
from pipelines.text.deduplication.groups import grouped, joined, sources
from tests.text.stories import spun, story

ALL = (1 << 64) - 1
FIRST_HALF, SECOND_HALF = (1 << 32) - 1, ALL ^ (1 << 32) - 1


def pair(covered, covers, region=ALL, other_region=ALL, doubt=0.0):
    return Resemblance(covered, covers, doubt, 0, 0, region, other_region)


def table(*pairs):
    both = {}
    for one, other, resemblance in pairs:
        both.setdefault(one, {})[other] = resemblance
        both.setdefault(other, {})[one] = resemblance.turned()
    return both


def test_copies_of_one_article_are_one_group():
    pairs = table((1, 2, pair(0.9, 0.9)), (2, 3, pair(0.8, 0.9)), (1, 3, pair(0.8, 0.8)), (4, 5, pair(0.6, 0.5)))

    assert sorted(map(sorted, grouped([1, 2, 3, 4, 5, 6], pairs, str))) == [[1, 2, 3], [4, 5]]


def test_a_chain_is_no_group():
    """Each resembles the next one and nothing else."""
    pairs = table(*((number, number + 1, pair(0.9 - number / 100, 0.9)) for number in range(1, 8)))

    assert max(map(len, grouped(range(1, 9), pairs, str))) < 5


def test_what_matches_two_groups_on_different_ground_joins_the_liker_one_only():
    pairs = table(
        (1, 2, pair(0.9, 0.9)),
        (3, 4, pair(0.9, 0.9)),
        *((9, other, pair(0.55, 0.6, region=FIRST_HALF)) for other in (1, 2)),
        *((9, other, pair(0.45, 0.5, region=SECOND_HALF)) for other in (3, 4)),
    )

    assert sorted(map(sorted, grouped([1, 2, 3, 4, 9], pairs, str))) == [[1, 2, 9], [3, 4]]


def test_two_stories_in_one_form_are_no_copies():
    assert grouped([1, 2], table((1, 2, pair(0.9, 0.9, doubt=1.4))), str) == []


def test_what_is_weakly_like_most_members_joins_their_group():
    core = {1: (1, 2, 3), 2: (1, 2, 3), 3: (1, 2, 3)}
    pairs = table(*((9, other, pair(0.35, 0.4)) for other in (1, 2)))

    assert joined(9, pairs, core, str) == (1, 2, 3)
    assert joined(8, table((8, 1, pair(0.35, 0.4))), core, str) is None


def test_a_page_of_three_parts_of_others_is_stitched():
    third = [((1 << 20) - 1) << 20 * n for n in range(3)]
    found = sources({n: pair(0.31, 0.3, region=third[n]) for n in range(3)})

    assert found.stitched
    assert not found.round_up
    assert sorted(found.parts) == [0, 1, 2]


def test_a_page_with_two_whole_articles_is_a_round_up():
    found = sources({1: pair(0.5, 1.0, region=FIRST_HALF), 2: pair(0.5, 0.95, region=SECOND_HALF)})

    assert found.round_up
    assert found.whole == (1, 2)


def test_a_copy_with_foreign_paragraphs_is_neither():
    mostly, foreign = (1 << 40) - 1, ((1 << 12) - 1) << 44

    assert not sources({1: pair(0.6, 0.8, region=mostly), 2: pair(0.2, 0.2, region=foreign)}).apart


def test_the_best_copy_is_the_least_damaged_then_the_fullest_then_the_origin():
    pairs = table((1, 2, pair(0.7, 0.99)), (1, 3, pair(0.99, 0.99)), (2, 3, pair(0.99, 0.7)))
    urls = {number: f"https://a.example/{number}" for number in (1, 2, 3)}

    def choose(**more):
        standing = {number: Standing(id=str(number), url=urls[number], **more.get(f"n{number}", {})) for number in urls}
        return best([3, 2, 1], standing, pairs, {})

    assert choose() == 1  # as full as 3, and first by URL
    assert choose(n1={"marks": 1}, n3={"injected": 5}) == 2
    assert choose(n1={"mirror": 2}) == 3
    assert choose(n3={"rank": 5}) == 3
    assert choose(n3={"published": 100}) == 3


def test_of_equally_full_copies_the_one_of_which_the_others_have_most_is_best():
    """Spun words and foreign text are one copy's own, and what the article said is in most."""
    text = story(4, 40)
    copies = {
        1: spun(text, 1, 0.06),
        2: "\n".join(["本站编辑今天为读者选来这一篇文章，请大家慢慢地读，读完请把它转给身边的人。", text, story(9, 2)]),
        3: text,
        4: "\n".join(text.split("\n")[1:]),
    }
    prints = {number: fingerprint(copy) for number, copy in copies.items()}
    found = [(one, other, compare(prints[one], prints[other])) for one, other in combinations(copies, 2)]
    standing = {number: Standing(id=str(number), url=f"https://a.example/{number}") for number in copies}

    assert best(list(copies), standing, table(*found), prints) == 3
    assert best([1, 3], standing, table(*found), prints) == 1


FOREIGN = (1 << 20) - 1 << 30


def with_a_foreign_paragraph(*whole):
    """Give the pairs of 1, which has text of 9 amid that of other copies, and the standing of these, which are whole or half of it."""
    known = ALL ^ FOREIGN
    found = [(1, 9, pair(0.3, 0.4, FOREIGN, FIRST_HALF)), (9, 8, pair(0.99, 0.99))]
    for other in whole:
        found.append((1, other, pair(0.68, 1.0, known)))
        found += [(other, one, pair(1.0, 1.0)) for one in whole if one > other]
    return table(*found), {n: Standing(id=str(n), url=f"https://a.example/{n}", injected=n - 1) for n in (1, *whole)}


def test_a_copy_that_holds_text_of_another_article_is_no_fuller_for_it():
    for whole in ((2,), (2, 3)):
        pairs, standing = with_a_foreign_paragraph(*whole)

        assert best([1, *whole], standing, pairs, {}, {9: (8, 9)}) == 2


def test_text_that_one_other_page_has_may_have_been_taken_from_the_article():
    pairs, standing = with_a_foreign_paragraph(2)

    assert best([1, 2], standing, pairs, {}) == 1
    assert best([1, 2], standing, pairs, {}, {9: (9,)}) == 1


def test_a_copy_with_foreign_text_is_kept_where_the_others_were_cut_short():
    pairs, standing = with_a_foreign_paragraph(2)
    pairs[1][2], pairs[2][1] = pair(0.3, 1.0, (1 << 20) - 1), pair(1.0, 0.3, ALL, (1 << 20) - 1)
    standing[1] = Standing(id="1", url="https://a.example/1")
    standing[2] = Standing(id="2", url="https://a.example/2")

    assert best([1, 2], standing, pairs, {}, {9: (8, 9)}) == 1


def test_of_one_page_only_the_newest_version_can_be_best():
    standing = {
        1: Standing(id="page", url="https://a.example/1", fetched=1),
        2: Standing(id="page", url="https://a.example/1", fetched=2, marks=1),
    }

    assert best([1, 2], standing, table((1, 2, pair(0.9, 0.9))), {}) == 2
