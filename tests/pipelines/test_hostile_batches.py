"""Batches made to cost much: a longer one may take longer in proportion, in every stage, to learn from and to clean."""

import random
import time
from collections import Counter

import pytest
from scrapy.utils.project import get_project_settings

from crawler.items import Article
from crawler.ledger import Ledger
from crawler.single_pages.cleaning import stages_of
from pipelines.stage import Context, Rejected
from tests.growth import DOUBLED, TRIES

LETTERS = {"zh": [chr(code) for code in range(0x4E00, 0x9000)], "en": list("bcdfghklmnprstvaeiou")}
GAP, BREAK = {"zh": "", "en": " "}, {"zh": "！", "en": "! "}


class Script:
    """Random text in one script, without sense."""

    def __init__(self, name):
        self.name = name
        self.dice = random.Random(name)

    def word(self):
        return "".join(self.dice.choices(LETTERS[self.name], k=2 if self.name == "zh" else 7))

    def words(self, number):
        return GAP[self.name].join(self.word() for _ in range(number))

    def sentence(self):
        return self.words(9) + ("。" if self.name == "zh" else ".")


def of_lines(script, size):
    """Thousands of short lines, each of its own."""
    return [(script.words(5), [script.words(2) for _ in range(10 * size)]) for _ in range(4)]


def of_lines_twice(script, size):
    """Thousands of short lines, each two times and not beside itself, among prose."""
    lines = [[script.words(2) for _ in range(4 * size)] for _ in range(4)]
    return [(script.words(5), [*each, *(script.sentence() * 6 for _ in range(size)), *each]) for each in lines]


def of_shared_edges(script, size):
    """Pages that share hundreds of strings at the edges of their paragraphs."""
    pool, mark = [script.words(2) for _ in range(size)], BREAK[script.name]
    pick = script.dice.choice
    return [
        (f"{pick(pool)}_{script.words(6)}", [f"{pick(pool)}{mark}{script.sentence()}{pick(pool)}" for _ in range(40)])
        for _ in range(size // 5)
    ]


def of_keywords(script, size):
    """Hundreds of keywords on each page, alone on a line and in front of paragraphs."""
    mark, pages = BREAK[script.name], []
    for _ in range(4):
        tokens = [script.words(2) for _ in range(size)]
        paragraphs = [text for one in tokens for text in (one, one + mark + script.sentence(), one + mark)]
        pages.append((f"{tokens[0]}_{script.words(6)}", paragraphs))
    return pages


def of_unmarked_text(script, size):
    """Long paragraphs without a mark."""
    return [(script.words(5), [script.words(40 * size)]) for _ in range(4)]


def of_one_character(script, size):
    """Nothing but one character, again and again."""
    letter = LETTERS[script.name][0]
    return [(letter * 20, [letter * 60 * size] * 3) for _ in range(4)]


def of_two_characters(script, size):
    """Two characters in turns."""
    pair = "".join(LETTERS[script.name][:2])
    return [(pair * 10, [pair * 30 * size + str(at)] * 3) for at in range(4)]


def of_copies(script, size):
    """One page, and copies of it in which one character differs."""
    title, texts = script.words(6), [script.sentence() * 3 for _ in range(20)]
    return [(title, [*texts, f"{at} {texts[0]}"]) for at in range(size)]


BATCHES = [
    of_lines,
    of_lines_twice,
    of_shared_edges,
    of_keywords,
    of_unmarked_text,
    of_one_character,
    of_two_characters,
    of_copies,
]
PROSE = 60
"""Size of most of them."""
SIZES = {of_lines: 100, of_lines_twice: 50, of_copies: 25}
SLACK = 0.5
"""Seconds that may be spent otherwise: a page's text is searched for each of its lines until that has cost so much."""


def article(number, title, paragraphs):
    made = Article(id=f"id{number}", url=f"http://alpha.example/{number}", site="alpha", title=title)
    made.fetched = "2026-11-22T10:15:00+00:00"
    made.paragraphs, made.kinds = list(paragraphs), ["text"] * len(paragraphs)
    return made


def cost(pages, ledger):
    """Give the seconds that each stage takes to learn, and to clean."""
    articles = [article(number, *page) for number, page in enumerate(pages)]
    settings, taken = get_project_settings(), Counter()
    stages = stages_of(
        settings, Context(settings=settings, ledger=Ledger.open(ledger)), lambda stage: stage.name != "storage"
    )
    for stage in stages:
        begin = time.process_time()
        if hasattr(stage, "observe"):
            stage.observe(articles)
        taken[f"{stage.name} learns"] = time.process_time() - begin
    for one in articles:
        for stage in stages:
            begin = time.process_time()
            try:
                stage.apply(one)
            except Rejected:
                if stage.name != "quality":  # what is rejected there may well come to deduplication on another page
                    break
            finally:
                taken[stage.name] += time.process_time() - begin
    stages[0].context.ledger.close()
    return taken


def least(before, now):
    """Give what each stage took at the least in two readings: other processes of the machine can only add to one."""
    return Counter({stage: min(took, before.get(stage, took)) for stage, took in now.items()})


@pytest.mark.parametrize("name", ["zh", "en"])
@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch.__name__)
def test_a_batch_twice_as_long_takes_twice_as_long(batch, name, tmp_path):
    size = SIZES.get(batch, PROSE)
    cost(batch(Script(name), 10), tmp_path / "loaded.sqlite")  # what is compiled and loaded once
    short = long = Counter()
    for reading in range(TRIES):
        short = least(short, cost(batch(Script(name), size), tmp_path / f"short{reading}.sqlite"))
        long = least(long, cost(batch(Script(name), 2 * size), tmp_path / f"long{reading}.sqlite"))
        slow = {stage: (short[stage], took) for stage, took in long.items() if took > SLACK + DOUBLED * short[stage]}
        if not slow:
            return
    pytest.fail(f"seconds of the short and the long batch: {slow}")
