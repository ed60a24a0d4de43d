"""The generator of polluted pages, and the count of what a cleaning left and lost."""

import pytest

from crawler.demo.articles import originals
from evaluation.pollution import PATTERNS, Clean, build_site
from evaluation.pollution.marked import GENUINE, Marked
from evaluation.pollution.patterns import TOGETHER
from evaluation.pollution.skins import SKINS, as_html
from evaluation.pollution.words import load_frames
from evaluation.scoring import article_of
from evaluation.tracing import trace

CLEANS = [
    Clean(title=one.title, paragraphs=one.paragraphs, lang=one.language[:2])
    for one in originals().values()
    if one.language != "zh-Hant"
]


def site(ids, lang, seed=3, lists="tuning"):
    mine = [clean for clean in CLEANS if clean.lang == lang]
    return build_site(ids, mine[:4], mine[4:], seed, lists)[1]


CASES = [(name, lang) for name, pattern in PATTERNS.items() for lang in pattern.langs]


@pytest.mark.parametrize("lists", ["tuning", "measured", "unseen"])
@pytest.mark.parametrize(("name", "lang"), CASES)
def test_a_pattern_changes_the_page(name, lang, lists):
    for page in site([name], lang, lists=lists):
        lines = [page.title.text, *(line.text for line in page.lines)]
        assert lines != [page.truth.title, *page.truth.paragraphs] or name == "pool"


@pytest.mark.parametrize(("name", "lang"), [(name, lang) for name, lang in CASES if not PATTERNS[name].flags])
def test_without_its_foreign_characters_a_page_is_the_article(name, lang):
    for page in site([name], lang):
        left = ["".join(c for c, o in zip(line.text, line.origin, strict=True) if o == GENUINE) for line in page.lines]
        assert [text for text in left if text] == list(page.truth.paragraphs)


def test_the_same_seed_gives_the_same_site():
    first, second = (site(TOGETHER, "zh") for _ in range(2))

    assert [page.lines[0].text for page in first] == [page.lines[0].text for page in second]
    assert [page.lines[0].text for page in first] != [page.lines[0].text for page in site(TOGETHER, "zh", seed=4)]


@pytest.mark.parametrize(("one", "other"), [("tuning", "measured"), ("tuning", "unseen"), ("measured", "unseen")])
def test_no_set_says_what_another_says(one, other):
    first, second = load_frames(one), load_frames(other)

    for table in ("words", "zh", "en"):
        assert first[table].keys() == second[table].keys()
        for name, values in first[table].items():
            assert set(values) & set(second[table][name]) <= {"", "{h}", "{0}"}


def test_a_page_stands_in_every_skin():
    page = site(["P1", "T3"], "zh")[0]

    for skin in range(len(SKINS)):
        assert page.truth.paragraphs[0] in as_html(page, skin)


def dirty():
    line = Marked("甲乙丙丁")
    line.prepend("蓝莓?", "P1")
    return line


def article(lines):
    page = site(["C1"], "zh")[0]
    page.title, page.lines = Marked("题目"), lines
    return article_of(page, "m")


def test_nothing_done_leaves_everything_foreign():
    lines = [dirty(), Marked("广告", "T3")]

    outcome = trace(Marked("题目"), lines, article(lines), refused=False)

    assert outcome.left == outcome.foreign == {"P1": 3, "T3": 2}
    assert (outcome.lost, outcome.genuine) == (0, 6)


def test_a_right_cut_leaves_and_loses_nothing():
    lines = [dirty(), Marked("广告", "T3")]
    cleaned = article(lines)
    cleaned.cut(0, 0, 3, stage="injection", reason="prefix")
    cleaned.drop(1, stage="template", reason="line")

    outcome = trace(Marked("题目"), lines, cleaned, refused=False)

    assert sum(outcome.left.values()) == 0
    assert outcome.lost == 0


def test_a_cut_too_long_loses_what_was_genuine():
    lines = [dirty()]
    cleaned = article(lines)
    cleaned.cut(0, 0, 5, stage="injection", reason="prefix")

    outcome = trace(Marked("题目"), lines, cleaned, refused=False)

    assert outcome.lost == 2


def test_a_dropped_genuine_line_is_lost_whole():
    lines = [dirty(), Marked("戊己")]
    cleaned = article(lines)
    cleaned.drop(1, stage="template", reason="line")

    assert trace(Marked("题目"), lines, cleaned, refused=False).lost == 2


def test_a_refused_article_is_lost_whole():
    lines = [dirty()]

    outcome = trace(Marked("题目"), lines, article(lines), refused=True)

    assert outcome.lost == outcome.genuine == 6
    assert not outcome.left
