"""What is thought of a run, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.runs.counts import Counts
from crawler.runs.verdict import HEALTHY, UNHEALTHY, Facts, Past, chance_of_at_most, judge

HOUR = 3_600.0


def counts(*, pages=50, found=40, known=0, stored=0, copies=0, failed=0, unchanged=0, again=0, **rejects):
    """Give the counts of a run; further keys are rejects by reason."""
    made = Counts(pages=pages, stored=stored, found=found, known=known, unchanged=unchanged, again=again)
    for _ in range(failed):
        made.add_failure("timeout: no answer within 25 s")
    for reason, number in ({"copy": copies} | rejects).items():
        for _ in range(number):
            made.add_reject("deduplication" if reason == "copy" else "quality", reason)
    return made.as_report()


def past(hours=24.0, exit_code=0, reason="finished", **more):
    return Past(exit_code=exit_code, finish_reason=reason, seconds=-hours * HOUR, counts=counts(**more))


FIRST = past(stored=40)
CASES = {
    "a first run with articles": (counts(stored=40), (), "finished", HEALTHY, "healthy: 40 stored"),
    "nothing new": (counts(known=40, pages=1), (FIRST,), "finished", HEALTHY, "nothing new"),
    "nothing new, the lists unchanged": (counts(found=0, pages=1, unchanged=1), (FIRST,), "finished", HEALTHY, "new"),
    "one new page that is rejected": (counts(known=39, short=1), (FIRST,), "finished", HEALTHY, "1 rejected"),
    "one new page that fails": (counts(known=39, failed=1), (FIRST,), "finished", HEALTHY, "1 failed"),
    "two new pages that fail, on a site that never failed": (
        counts(known=38, failed=2),
        (past(stored=9_000),),
        "finished",
        HEALTHY,
        "2 failed",
    ),
    "three new pages without a body": (counts(known=37, no_body=3), (FIRST,), "finished", UNHEALTHY, "0 of 3 pages"),
    "three pages that gave none before": (counts(again=3, no_text=3), (FIRST,), "finished", HEALTHY, "3 rejected"),
    "pages that gave none before, of a site that was found unhealthy": (
        counts(again=3, no_text=3),
        (past(no_text=3, exit_code=3), FIRST),
        "finished",
        UNHEALTHY,
        "0 of 3",
    ),
    "new articles of a site that listed many dead links before": (
        counts(stored=9, failed=5_000, again=5_000),
        (past(failed=5_000, exit_code=3), FIRST),
        "finished",
        HEALTHY,
        "9 stored",
    ),
    "new pages of a site that is still unwell, a few of them articles": (
        counts(stored=1, no_text=42, again=40),
        (past(stored=10, no_text=40, exit_code=3), FIRST),
        "finished",
        UNHEALTHY,
        "1 of 43 pages",
    ),
    "a first run of a site with many pages that are no articles": (
        counts(stored=12, no_text=48),
        (),
        "finished",
        HEALTHY,
        "12 stored",
    ),
    "what a killed first run had left, a few articles among it": (
        counts(stored=6, no_text=20),
        (past(stored=24, no_text=11, exit_code=3, reason="interrupted"),),
        "finished",
        HEALTHY,
        "6 stored",
    ),
    "what a stopped first run had left, no article among it": (
        counts(no_text=20),
        (past(stored=24, no_text=11, reason="shutdown"),),
        "finished",
        HEALTHY,
        "20 rejected",
    ),
    "a site that gave no article, neither before a kill nor behind it": (
        counts(no_text=20),
        (past(no_text=11, exit_code=3, reason="interrupted"),),
        "finished",
        UNHEALTHY,
        "0 of 20 pages",
    ),
    "one new page that is rejected, after a quiet month": (
        counts(known=40, short=1),
        (past(known=40),) * 30,
        "finished",
        HEALTHY,
        "1 rejected",
    ),
    "one new page that is rejected, as all were lately": (
        counts(known=40, short=1),
        (past(known=40, short=1),) * 30,
        "finished",
        UNHEALTHY,
        "0 of 1 pages",
    ),
    "a first run of nothing but copies": (counts(copies=40), (), "finished", HEALTHY, "40 copies"),
    "half of the pages rejected": (counts(stored=20, short=20), (), "finished", HEALTHY, "20 rejected"),
    "articles looked at again, none changed": (counts(known=40, repeated=0), (FIRST,), "finished", HEALTHY, "new"),
    "stopped on request": (counts(stored=3), (FIRST,), "shutdown", HEALTHY, "stopped on request"),
    "stopped before the first page": (counts(pages=0, found=0), (), "shutdown", HEALTHY, "stopped on request"),
    "stopped before the first page, as the run before": (
        counts(pages=0, found=0),
        (past(pages=0, found=0, reason="shutdown"),),
        "shutdown",
        UNHEALTHY,
        "nothing was fetched until the run was stopped, nor in the one before",
    ),
    "stopped before the first page, behind one that fetched some": (
        counts(pages=0, found=0),
        (past(stored=3, reason="shutdown"), past(pages=0, found=0, reason="shutdown")),
        "shutdown",
        HEALTHY,
        "stopped on request",
    ),
    "a limit that somebody set": (counts(stored=3, found=3), (FIRST, FIRST), "closespider_itemcount", HEALTHY, "3"),
    "nothing fetched": (counts(pages=0, found=0), (), "finished", UNHEALTHY, "nothing was fetched"),
    "nothing fetched though there is history": (counts(pages=0, found=0), (FIRST,), "finished", UNHEALTHY, "fetched"),
    "start() raised": (counts(pages=0, found=0), (), "start_error", UNHEALTHY, "start raised"),
    "too many errors": (counts(stored=5), (), "closespider_errorcount", UNHEALTHY, "closespider_errorcount"),
    "out of memory": (counts(stored=5), (), "memusage_exceeded", UNHEALTHY, "memusage_exceeded"),
    "nothing but errors": (counts(failed=40), (), "finished", UNHEALTHY, "nothing but errors: 40 of 40"),
    "nothing but errors though there is history": (counts(failed=5), (FIRST,), "finished", UNHEALTHY, "errors"),
    "no body where there used to be one": (counts(no_body=5), (FIRST,), "finished", UNHEALTHY, "5 no_body"),
    "a first run without any article": (counts(no_body=40), (), "finished", UNHEALTHY, "0 of 40 pages"),
    "most pages without a body": (counts(stored=4, no_body=36), (FIRST,), "finished", UNHEALTHY, "4 of 40 pages"),
    "no article listed": (counts(found=0, pages=3), (), "finished", UNHEALTHY, "no article was listed"),
    "the list itself failed": (counts(found=0, pages=1, failed=1), (FIRST,), "finished", UNHEALTHY, "were 40"),
    "no article listed any more": (counts(found=0, pages=3), (FIRST,), "finished", UNHEALTHY, "where there were 40"),
    "lists unchanged of a site that never had any": (counts(found=0, unchanged=1), (), "finished", UNHEALTHY, "listed"),
    "far fewer listed than ever": (counts(found=3, stored=3), (FIRST, FIRST), "finished", UNHEALTHY, "only 3"),
    "far fewer listed, but only after one run": (counts(found=3, stored=3), (FIRST,), "finished", HEALTHY, "3 stored"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_run_is_judged(name):
    run, history, reason, code, words = CASES[name]
    verdict = judge(Facts(finish_reason=reason, seconds=0.0, counts=run, history=history))

    assert (verdict.exit_code, words in verdict.sentence) == (code, True), verdict.sentence


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        ("offsite: leads to www.a.example", "nothing was fetched (offsite: leads to www.a.example); 0"),
        ("http_403", "fetched; 0"),
    ],
)
def test_where_nothing_came_the_first_failure_says_why(failure, told):
    nothing = counts(pages=0, found=0, failed=1)
    facts = Facts(finish_reason="finished", seconds=0.0, counts=nothing, first_failure=failure)

    assert told in judge(facts).sentence


def daily(*stored):
    """Give a history of one run a day, the newest first, which lists ever more articles."""
    return tuple(past(24.0 * (day + 1), stored=number, found=200) for day, number in enumerate(stored))


def test_far_fewer_new_articles_than_any_day_before_are_a_bad_sign():
    facts = Facts(finish_reason="finished", seconds=0.0, counts=counts(found=200, known=198, stored=2), history=())
    with_history = {"history": daily(40, 38, 45, 400)}

    assert judge(facts).exit_code == HEALTHY
    verdict = judge(Facts(finish_reason="finished", seconds=0.0, counts=facts.counts, **with_history))
    assert verdict.exit_code == UNHEALTHY
    assert "only 2 articles are new where about 38 were to be expected" in verdict.sentence


def test_a_run_shortly_after_another_may_find_nothing_new():
    history = tuple(
        Past(exit_code=0, finish_reason="finished", seconds=run.seconds + 23.9 * HOUR, counts=run.counts)
        for run in daily(40, 38, 45, 400)
    )
    facts = Facts(finish_reason="finished", seconds=0.0, counts=counts(found=200, known=200), history=history)

    assert judge(facts).exit_code == HEALTHY


def test_a_site_that_rests_on_sundays_has_taught_that():
    facts = Facts(
        finish_reason="finished",
        seconds=0.0,
        counts=counts(found=200, known=198, stored=2),
        history=daily(40, 38, 1, 45, 400),
    )

    assert judge(facts).exit_code == HEALTHY


def silent(days, *, every=2, news=8):
    """Judge the run of a night on a site that has been silent for so many days; before, it had news every few days."""
    nights = range(1, days + every * news)
    history = [
        past(24.0 * night, stored=5 * (night >= days and (night - days) % every == 0), found=200) for night in nights
    ]
    return judge(Facts(finish_reason="finished", seconds=0.0, counts=counts(found=200, known=200), history=history))


@pytest.mark.parametrize(("every", "days"), [(2, 30), (2, 60), (2, 120), (9, 45), (9, 90)])
def test_a_site_that_is_silent_for_far_longer_than_ever_is_looked_at_each_time_the_silence_has_doubled(every, days):
    codes = [silent(day, every=every).exit_code for day in (days - 1, days, days + 1)]

    assert codes == [HEALTHY, UNHEALTHY, HEALTHY]
    assert f"nothing was new for {days} days, the longest pause was {every}.0" in silent(days, every=every).sentence


def test_a_site_that_never_brought_anything_after_its_first_days_may_be_silent():
    assert {silent(day, news=3).exit_code for day in range(20, 140)} == {HEALTHY}


def test_a_long_bad_time_takes_nothing_from_what_is_usual():
    down = tuple(past(24.0 * day, pages=0, found=0, exit_code=3) for day in range(1, 41))
    before = tuple(past(24.0 * day, stored=5, found=200) for day in range(41, 60))
    facts = Facts(finish_reason="finished", seconds=0.0, counts=counts(found=3, stored=3), history=(*down, *before))

    assert "only 3 articles were listed where no run before had fewer than 200" in judge(facts).sentence


def test_unhealthy_and_stopped_runs_say_nothing_about_what_is_usual():
    history = (past(exit_code=3, found=0), past(reason="shutdown", found=1), FIRST, FIRST)
    facts = Facts(finish_reason="finished", seconds=0.0, counts=counts(found=3, stored=3), history=history)

    assert judge(facts).exit_code == UNHEALTHY


def test_counts_that_do_not_add_up_are_never_healthy():
    wrong = counts(stored=3) | {"yielded": 4}
    facts = Facts(finish_reason="finished", seconds=0.0, counts=wrong)
    other = Facts(finish_reason="finished", seconds=0.0, counts=counts(stored=3), disagreement="articles.jsonl has 2")

    assert [judge(facts).exit_code, judge(other).exit_code] == [UNHEALTHY, UNHEALTHY]
    assert "articles.jsonl has 2" in judge(other).sentence


def test_what_is_not_named_in_a_verdict_is_counted_in_it():
    failures = {"http_404": 4, "http_500": 3, "timeout": 2, "offsite": 1, "redirect_loop": 1}
    facts = Facts(finish_reason="finished", seconds=0.0, counts=counts(stored=3) | {"failures": failures})

    assert judge(facts).sentence.endswith("; failed: 4 http_404, 3 http_500, 2 timeout, 2 others")


def test_the_figures_behind_a_verdict_are_in_it():
    run = counts(pages=0, found=0, failed=2)
    facts = Facts(finish_reason="finished", seconds=0.0, counts=run, errors={"CannotResolveHostError": 3})
    figures = "from 0 pages; 0 articles listed, 0 of them known; failed: 2 timeout; errors: 3 CannotResolveHostError"

    assert judge(facts).sentence.endswith(figures)


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.01, 0.99))
def test_a_chance_is_a_chance(good, more, share):
    assert -1e-9 <= chance_of_at_most(good, good + more, share) <= 1 + 1e-9
