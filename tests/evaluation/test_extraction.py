"""The measurement of extraction, on a corpus of two invented pages."""

import gzip
import json
import sys

import numpy as np
import pytest

from crawler.extraction.main_text import company
from crawler.extraction.main_text.body import FIRST, SECOND
from crawler.extraction.main_text.evidence import NAMES
from crawler.extraction.main_text.forest import load_forest
from evaluation import extraction, labels, training, unseen
from evaluation.other_tools import extractors as other_extractors

TEXT = (
    "春分刚过，河口镇的渔民就把修好的木船推下了水，准备迎接今年第一次出海。",
    "镇上的船匠老周说，这条船用了整整三个月才修好，光是桐油就刷了七遍，一家人轮流上阵。",
    "按照往年的习惯，第一网鱼要分给全镇的老人，这个规矩已经传了四代人。",
)
PAGE = (
    "<html><head><title>河口镇渔民修好木船_河口网</title></head><body><ul><li><a href='/'>首页</a></li></ul>"
    "<h1>河口镇渔民修好木船</h1><p>2024-03-21 08:30 作者：周小川</p><div>"
    + "".join(f"<p>{text}</p>" for text in TEXT)
    + "</div></body></html>"
)
SCORER = """
def score(gold, texts):
    right = sum(gold[key]["body"] == texts.get(key) for key in gold) / len(gold)
    return {"f1": right, "precision": right, "recall": right, "exact": right, "empty": sum(not text for text in texts.values())}
"""


@pytest.fixture
def corpora(tmp_path):
    folder = tmp_path / "extraction" / "gne-zh"
    (folder / "html").mkdir(parents=True)
    rows = [
        {
            "id": str(n),
            "lang": "zh",
            "body": "\n".join(TEXT),
            "title": "河口镇渔民修好木船",
            "author": "周小川",
            "date": "2024年3月21日",
        }
        for n in range(2)
    ]
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for row in rows:
        with gzip.open(folder / "html" / f"{row['id']}.html.gz", "wb") as page:
            page.write(PAGE.encode())
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "extraction.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_text_title_authors_and_day_are_measured(corpora):
    figures = {row.key: row.value for row in extraction.measure(corpora)}

    for name in ("f1", "exact", "title", "title_exact", "authors", "day"):
        assert figures[f"extraction/gne-zh/{name}"] == 1.0
    assert figures["extraction/gne-zh/day_wrong"] == 0.0
    assert figures["extraction/gne-zh/pages_damaged"] == 0.0


def test_labels_believed_wrong_are_left_out_of_the_trusted_figures_alone(corpora, monkeypatch):
    wrong = {"gne-zh": {"body": {"1": "half is missing"}, "title": {"0": "cut off"}, "date": {"0": "x", "1": "x"}}}
    monkeypatch.setattr(extraction, "load_wrong", lambda: wrong)
    gold = corpora / "extraction" / "gne-zh" / "gold.jsonl"
    first, second = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    rows = (first | {"title": "河口镇"}, second | {"body": TEXT[0]})
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    figures = {row.measure: row.value for row in extraction.measure(corpora)}

    assert (figures["f1"], figures["f1_trusted"]) == (0.5, 1.0)
    assert (figures["title"], figures["title_trusted"]) == (0.5, 1.0)
    assert figures["day"] == 1.0
    assert "day_trusted" not in figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[gne-zh.text]\n"1" = "half is missing"', "gne-zh.text: the fields are body"),
        ('[gne-zh.body]\n"1" = " "', "gne-zh.body.1: there is no reason"),
    ],
)
def test_a_list_of_wrong_labels_with_a_mistake_is_named(tmp_path, text, said):
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=said):
        labels.load_wrong(path)


def test_each_label_in_the_list_has_a_reason():
    assert all(
        reason for fields in labels.load_wrong().values() for pages in fields.values() for reason in pages.values()
    )


def test_other_tools_stand_beside_it(corpora, monkeypatch):
    def tools():
        return [("echo", lambda *_: "\n".join(TEXT)), ("broken", lambda *_: 1 / 0)]

    monkeypatch.setattr(extraction, "extractors", tools)

    figures = {(row.tool, row.measure): row.value for row in extraction.measure(corpora, compare=True)}

    assert figures["echo", "f1"] == 1.0
    assert figures["broken", "empty"] == 2.0


def test_a_tool_that_is_not_installed_is_left_out_with_a_message(monkeypatch, capsys):
    monkeypatch.setattr(other_extractors, "_TOOLS", (("none", "no_such_module_here", lambda tool: tool),))

    assert other_extractors.extractors() == []
    assert "none is left out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "got", "near"),
    [
        ("木船出海", "木船出海", True),
        ("木船出海", "木船出海！", True),
        ("木船出海", "木船出海：渔民修好木船", False),
        ("木船", "", False),
    ],
)
def test_a_title_little_longer_counts_as_near(wanted, got, near):
    assert extraction.near_title(wanted, got) is near


def test_names_must_all_be_known():
    assert extraction.same_authors("周小川、吴大海", ["周小川"])
    assert not extraction.same_authors("周小川", ["周小川", "河口网"])
    assert not extraction.same_authors("周小川", [])


def test_a_line_is_of_the_article_when_the_article_holds_it_in_order():
    lines = ["首页", *TEXT[:1], "小标题", *TEXT[1:], "首页"]

    found = training.answers(lines, "\n".join((TEXT[0], "小标题", *TEXT[1:])))

    assert found == [0.0, 1.0, 1.0, 1.0, 1.0, 0.0]


def test_a_forest_learns_what_parts_the_examples(monkeypatch):
    monkeypatch.setattr(training, "TREES", 12)
    monkeypatch.setattr(training, "DEPTH", 2)
    table = np.random.default_rng(1).random((400, 3)).astype(np.float32)
    wanted = ((table[:, 0] > 0.5) & (table[:, 2] < 0.6)).astype(float)

    forest = training.grow(table, wanted, np.full(400, 5.0))

    assert ((forest.judge(table.T) > 0.5) == wanted).mean() > 0.97


def test_a_forest_comes_back_from_its_file(tmp_path, monkeypatch):
    monkeypatch.setattr(training, "TREES", 3)
    table = np.random.default_rng(2).random((50, 2)).astype(np.float32)
    forest = training.grow(table, (table[:, 0] > 0.5).astype(float), np.ones(50))
    path = tmp_path / "forest.json"
    path.write_text(json.dumps(forest.as_json(("one", "two"))), encoding="utf-8")

    again = load_forest(path, ("one", "two"))

    assert np.allclose(again.judge(table.T), forest.judge(table.T), atol=1e-3)
    with pytest.raises(ValueError, match="another table"):
        load_forest(path, ("other", "names"))


def test_the_forest_of_the_package_fits_its_table():
    assert load_forest(FIRST, NAMES).columns.max() < len(NAMES)
    assert load_forest(SECOND, (*NAMES, *company.NAMES)).columns.max() < len(NAMES) + len(company.NAMES)


def test_growing_writes_the_forest(corpora, tmp_path, monkeypatch):
    monkeypatch.setattr(training, "TREES", 2)
    monkeypatch.setattr(training, "FOLDERS", ("gne-zh",))
    monkeypatch.setattr(training.examples, "__defaults__", (("gne-zh",),))
    monkeypatch.setattr(sys, "argv", ["training", str(corpora), "-o", str(tmp_path)])

    training.main()

    assert load_forest(tmp_path / FIRST, NAMES).bias != 0
    assert load_forest(tmp_path / SECOND, (*NAMES, *company.NAMES)).bias != 0


def test_the_mean_of_forests_lies_between_them(monkeypatch):
    monkeypatch.setattr(training, "TREES", 3)
    table = np.random.default_rng(2).random((50, 2)).astype(np.float32)
    wanted = (table[:, 0] > 0.5).astype(float)

    one, two = (training._grow(table, wanted, np.ones(50), seed) for seed in (1, 2))
    odds = [
        np.log(one / (1 - one)) for one in (forest.judge(table.T) for forest in (one, two, training.mean([one, two])))
    ]

    assert np.allclose(odds[2], (odds[0] + odds[1]) / 2, atol=1e-3)


def test_each_unseen_page_is_read_by_forests_grown_without_it(corpora, monkeypatch):
    grown = []

    def grow_both(pages):
        grown.append({unseen.half_of(page.id) for page in pages})
        return load_forest(FIRST), load_forest(SECOND)

    monkeypatch.setattr(unseen, "grow_both", grow_both)

    figures = unseen.unseen(corpora, ("gne-zh",))

    assert grown[0] <= {1}
    assert grown[1] <= {0}
    assert figures["gne-zh"]["f1"] > 0.9


@pytest.mark.parametrize("letters", ["cyrillic", "thai"])
def test_unseen_pages_in_other_letters_are_measured_by_known_texts_in_the_same(corpora, monkeypatch, letters):
    (corpora / "extraction" / "gne-zh").rename(corpora / "extraction" / "tiny-en")
    monkeypatch.setattr(unseen, "grow_both", lambda _pages: (load_forest(FIRST), load_forest(SECOND)))
    asked = []
    monkeypatch.setattr(unseen, "rewrite_page", lambda page, name: asked.append(name) or page)

    figures = unseen.unseen(corpora, ("tiny-en",), letters)

    assert asked == [letters] * 2
    assert list(figures) == ["tiny-en"]
