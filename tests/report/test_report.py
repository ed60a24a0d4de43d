"""What the report collects, chooses and draws."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from crawler.items import Article
from crawler.report.charts import bars_svg, parts_of, spark_svg
from crawler.report.collect import PAST, RunFacts, SiteFacts, Strings, collect
from crawler.report.examples import EACH, choose
from crawler.report.network import MOST_SITES, layout, network_svg
from crawler.report.page import page
from crawler.runs.finding import run_folders


def article(number, site="alpha", **fields):
    facts = {"id": f"{site}{number}", "url": f"http://{site}.example/{number}", "site": site}
    return Article(**facts | {"title": f"Bridge {number}", "paragraphs": ["The XYZ bridge.", "Second."]} | fields)


def cleaned(number, site="alpha", **fields):
    item = article(number, site, **fields)
    item.cut(0, 4, 8, stage="injection", reason="inline", evidence="on 9 pages")
    return item


def copy_of(number, site, original):
    more = {"stage": "deduplication", "reason": "copy", "duplicate_of": original.id, "duplicate_url": original.url}
    return article(number, site), more | {"similarity": 0.9}


def run(stored, yielded, *, characters=0, rejected=0, exit_code=0):
    counts = {
        "stored": stored,
        "yielded": yielded,
        "rejected": rejected,
        "removed_characters": {"injection": characters},
    }
    return RunFacts(
        site="alpha", run="20261122T101500Z", folder=None, finished=True, exit_code=exit_code, counts=counts
    )


def html(collected):
    return page(collected, choose(collected), made="today", output="output")


def test_a_run_under_a_clock_that_went_ahead_is_not_the_newest(make_run, tmp_path):
    make_run(run="20260101T000000Z")
    ahead = make_run(run="20991122T101500Z")

    assert collect(tmp_path / "output").sites["alpha"].newest.run == "20260101T000000Z"
    assert run_folders(tmp_path / "output")[0] == ahead


def test_copies_between_sites_make_the_network(make_run, tmp_path):
    first = cleaned(1)
    make_run(first)
    make_run(copy_of(1, "beta", first), copy_of(2, "beta", first), site="beta")

    collected = collect(tmp_path / "output")

    assert collected.copies == {("beta", "alpha"): 2}
    assert collected.articles == {"alpha": 1}
    assert collected.strings.top() == [("XYZ", 1, 1, "inline")]


def test_an_unfinished_run_is_shown_as_one(make_run, tmp_path):
    (make_run(article(1)) / "run.json").unlink()

    (facts,) = collect(tmp_path / "output").runs

    assert (facts.finished, facts.exit_code) == (False, None)
    assert "… open" in html(collect(tmp_path / "output"))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (run(90, 100), []),
        (run(30, 100, rejected=5), ["yield 30%, usually 90%"]),
        (run(80, 100, rejected=20), ["share rejected 20%, usually 5%"]),
        (run(90, 100, characters=30_000), ["characters removed for each article 300, usually 100"]),
        (run(0, 0), []),
    ],
)
def test_a_site_that_changes_abruptly_is_pointed_out(now, said):
    usual = [run(90, 100, rejected=5, characters=10_000) for _ in range(PAST)]

    assert SiteFacts("alpha", [*usual, now]).drift() == said


def test_articles_looked_at_again_and_unchanged_are_neither_good_nor_bad():
    usual = [run(9, 10, rejected=1) for _ in range(PAST)]
    now = run(9, 100, rejected=91)
    now.counts["rejects"] = {"unchanged": 89, "repeated": 1, "too_short": 1}

    assert (now.judged, now.refused, now.unchanged) == (10, 1, 90)
    assert parts_of(now) == (9, 0, 1, 0)
    assert SiteFacts("alpha", [*usual, now]).drift() == []


def test_pages_that_gave_no_article_before_either_are_no_news():
    usual = [run(9, 10, rejected=1) for _ in range(PAST)]
    quiet, now = run(0, 30, rejected=28), run(9, 40, rejected=29)
    quiet.counts["again"] = now.counts["again"] = 30

    assert (quiet.news, now.news) == (0, 10)
    assert SiteFacts("alpha", [*usual, quiet]).drift() == []
    assert SiteFacts("alpha", [*usual, quiet, now]).drift() == []


def test_runs_of_one_day_are_told_apart_by_their_time():
    def labels(*runs):
        return re.findall(r'class="axis (?:start|middle|end)">([^<]*)<', bars_svg([started(one) for one in runs]))[2:]

    def started(name):
        facts = run(1, 1)
        facts.run = name
        return facts

    assert labels("20261126T061500Z", "20261126T121500Z") == ["2026-11-26 06:15", "2026-11-26 12:15"]
    assert labels("20261126T061500Z", "20261127T061500Z") == ["2026-11-26", "2026-11-27"]


def test_every_kind_of_removal_has_its_examples_and_no_more(make_run, tmp_path):
    make_run(*(cleaned(number) for number in range(3 * EACH)), site="alpha")
    make_run(cleaned(1, "beta"), site="beta")

    shown = choose(collect(tmp_path / "output"))

    assert shown.of == 3 * EACH + 1
    assert [example["site"] for example in shown.articles].count("alpha") == EACH
    assert [example["site"] for example in shown.articles].count("beta") == 1


def test_a_long_article_is_shown_around_its_removals(make_run, tmp_path):
    item = cleaned(1, paragraphs=["Long. " * 90, *(f"{n} " + "word " * 90 for n in range(40))])
    make_run(item)

    (example,) = choose(collect(tmp_path / "output")).articles

    assert isinstance(example["body"][0], dict)
    assert sum(part if isinstance(part, int) else 1 for part in example["body"]) == 41
    assert isinstance(example["body"][-1], int)


def test_a_trail_that_does_not_fit_is_said_and_costs_nothing_else(make_run, tmp_path):
    folder = make_run(cleaned(1))
    edit = {"id": "alpha1", "stage": "s", "action": "replace", "reason": "r", "paragraph": 9, "start": 0}
    (folder / "trail.jsonl").write_text(json.dumps(edit | {"removed": "x", "put": "y"}) + "\n")

    (example,) = choose(collect(tmp_path / "output")).articles

    assert "does not fit" in example["notes"][0]


def test_strings_beyond_the_limit_are_counted_as_left_out(monkeypatch):
    monkeypatch.setattr("crawler.report.collect.MOST_STRINGS", 2)
    strings = Strings()
    for text in ("a", "b", "a", "c"):
        strings.add(text, "alpha", "prefix")

    assert (strings.times, strings.left_out) == ({"a": 2, "b": 1}, 1)


def test_pictures_are_well_formed_whatever_a_site_is_called():
    copies = {('<b>"&', "it's"): 3, ("c", "it's"): 1}

    drawing, left_out = network_svg({"it's": 5}, copies)
    bars = bars_svg([RunFacts(site="<x>", run="20261122T101500Z", folder=None, counts={"stored": 4})] * 3)

    for svg in (drawing, bars, spark_svg([1, 2, 3], '"<&>')):
        ET.fromstring(svg.replace('class="bars"', ""))
    assert left_out == 0


def test_too_many_sites_for_a_picture_are_left_out_of_it():
    copies = {(f"s{n}", "hub"): n + 1 for n in range(2 * MOST_SITES)}

    drawing, left_out = network_svg({}, copies)

    assert left_out == MOST_SITES + 1
    assert drawing.count("<g class=") == MOST_SITES


def test_the_same_network_is_drawn_the_same_way():
    links = {("a", "b"): 2, ("b", "c"): 1, ("d", "a"): 5}

    assert layout(["a", "b", "c", "d"], links) == layout(["a", "b", "c", "d"], links)


def test_runs_of_many_days_become_one_bar_a_day():
    runs = [
        RunFacts(site=f"s{n % 9}", run=f"202611{1 + n // 9:02d}T0{n % 9}1500Z", folder=None, counts={"stored": 4})
        for n in range(180)
    ]

    assert bars_svg(runs).count("<g>") == 20


def test_one_bad_day_does_not_flatten_the_bars_of_all_others():
    counts = [{"stored": 20 + n % 7} for n in range(60)]
    counts[30] = {"stored": 20, "failed": 5_000}
    runs = [RunFacts(site="a", run=f"2026{n:04d}T031500Z", folder=None, counts=one) for n, one in enumerate(counts)]

    bars = bars_svg(runs)

    assert min(map(float, re.findall(r'height="([\d.]+)" class="stored"', bars))) > 30
    assert max(map(float, re.findall(r'height="([\d.]+)" class="failed"', bars))) < 184
    assert bars.count('class="gap"') == 1
    assert "5000 failed" in bars
    assert 'class="gap"' not in bars_svg(runs[:30])


def test_the_page_names_nothing_outside_itself(make_run, tmp_path):
    make_run(cleaned(1))

    text = html(collect(tmp_path / "output"))

    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)""", text)
    assert "default-src &#x27;none&#x27;" in text
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text)


def test_what_a_page_said_cannot_end_the_script_or_begin_markup(make_run, tmp_path):
    hostile = "</script><script>alert(1)</script>\u2028<!--"
    item = article(1, title=hostile, paragraphs=[hostile * 2])
    item.cut(0, 0, len(hostile), stage="injection", reason="inline", evidence=hostile)
    make_run(item)

    text = html(collect(tmp_path / "output"))

    assert text.count("<script") == text.count("</script") == 2
    assert "alert(1)</script>" not in text
    assert "\u2028" not in text.partition('id="data">')[2]
