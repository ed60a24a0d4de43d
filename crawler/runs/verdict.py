"""What is thought of a run: an exit code and one sentence, from its counts, its site's history and its storage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import comb
from statistics import median
from typing import Any

HEALTHY, NO_START, USAGE, UNHEALTHY, STORAGE, LOCKED = 0, 1, 2, 3, 4, 75
"""The exit codes of `crawl` and `crawlall`."""

STOPPED = ("shutdown", "forced")
"""Reasons of a run that was told to stop (SIGTERM, SIGINT): what it did is judged, what it left undone is not."""

CUT_OFF = (*STOPPED, "interrupted", "storage_failed")
"""Reasons of a run that left work undone, which the next one does."""

LIMITED = ("closespider_timeout", "closespider_itemcount", "closespider_pagecount")
"""Reasons of a run that reached a limit somebody set: it is judged, but not for yielding less than others."""

CHANCE = 0.01
"""So unlikely must bad luck be as the reason why no article came out; one in a hundred runs may be a false alarm."""

MOST_USUAL = 0.89
"""Greatest share of good pages that is expected of a site, however good it was: with CHANCE, two bad pages may be chance
(a server that was restarted just then), three may not."""

FAR_FEWER = 0.2
"""Share of what is usual under which a yield is far too low."""

ENOUGH, LAST = 10, 30
"""Articles that must be usual before fewer of them mean anything, and healthy runs that say what is usual."""

DAY = 86_400.0
QUIET_SECONDS, QUIET_PAUSES, LEAST_NEWS = 30 * DAY, 5, 4
"""Silence that is worth a look, as time and in longest pauses of the site, and runs with something new that show its pauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """An earlier run of the site."""

    exit_code: int
    finish_reason: str
    seconds: float
    """Seconds since 1970 at its start."""
    counts: Mapping[str, Any]
    """The counts of its `run.json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a verdict rests on."""

    finish_reason: str
    seconds: float
    """Seconds since 1970 at its start."""
    counts: Mapping[str, Any]
    """The counts of `run.json`."""
    history: Sequence[Past] = ()
    """Earlier runs of the site, the newest first."""
    disagreement: str | None = None
    """Where counts and files differ."""
    faults: Sequence[str] = ()
    """Stages that failed outside of an article, with the error: what passed them may be less clean than usual."""
    errors: Mapping[str, int] = field(default_factory=dict)
    """What went wrong without a line in `failed.jsonl`, in words, with its number."""
    first_failure: str = ""
    """The error of the first page that failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Exit code and sentence."""

    exit_code: int
    sentence: str


def judge(facts: Facts) -> Verdict:
    """Judge a run; the first rule that applies gives the verdict."""
    complaint = (
        _wrong_counts(facts)
        or _bad_end(facts)
        or "; ".join(f"a stage failed: {fault}" for fault in facts.faults)
        or _nothing_fetched(facts)
        or _nothing_found(facts)
        or _no_article(facts)
        or _far_fewer(facts)
        or _silent(facts)
    )
    if complaint:
        return Verdict(exit_code=UNHEALTHY, sentence=f"unhealthy: {complaint}; {figures(facts)}")
    if facts.finish_reason in STOPPED:
        return Verdict(exit_code=HEALTHY, sentence=f"stopped on request before the end; {figures(facts)}")
    what = "healthy" if facts.counts["stored"] else "healthy, nothing new"
    return Verdict(exit_code=HEALTHY, sentence=f"{what}: {figures(facts)}")


def figures(facts: Facts) -> str:
    """Give the figures behind a verdict."""
    counts = facts.counts
    same = seen_before(counts)
    what = f"{counts['duplicates']} copies" + (f", {same} unchanged" if same else "")
    text = (
        f"{counts['stored']} stored, {counts['rejected']} rejected ({what}), "
        f"{counts['failed']} failed, from {counts['pages']} pages; {counts['found']} articles listed, "
        f"{counts['known']} of them known"
    )
    if counts["failures"]:
        text += "; failed: " + named(counts["failures"])
    if counts["waiting"]:
        text += f"; {counts['waiting']} wait for the next run"
    if facts.errors:
        text += "; errors: " + named(facts.errors)
    return text


def named(numbers: Mapping[str, int], most: int = 3) -> str:
    """Give the most frequent of several reasons with their numbers, and the number of all others.

    >>> named({"timeout": 2, "http_404": 5})
    '5 http_404, 2 timeout'
    >>> named({"timeout": 2, "http_404": 5, "offsite": 1, "error": 1}, most=2)
    '5 http_404, 2 timeout, 2 others'
    """
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{number} {reason}" for reason, number in ordered[:most]]
    others = sum(number for _, number in ordered[most:])
    return ", ".join([*shown, f"{others} others"] if others else shown)


def _wrong_counts(facts: Facts) -> str | None:
    counts = facts.counts
    if facts.disagreement:
        return f"the counts do not add up: {facts.disagreement}"
    if counts["yielded"] != counts["stored"] + counts["rejected"] + counts["failed"]:
        return f"the counts do not add up: {counts['yielded']} articles were yielded"
    return None


def _bad_end(facts: Facts) -> str | None:
    if facts.finish_reason in {"finished", *STOPPED, *LIMITED}:
        return None
    if facts.finish_reason == "start_error":
        return "the spider's start raised an error"
    return f"the run ended early ({facts.finish_reason})"


def _nothing_fetched(facts: Facts) -> str | None:
    """Complain where no page came; of a run that was told to stop, only behind another one: a site that hangs is stopped each time."""
    if facts.counts["pages"]:
        return None
    if facts.finish_reason not in STOPPED:
        return f"nothing was fetched{_first_failure(facts)}"
    before = facts.history[0] if facts.history else None
    if before is None or before.finish_reason not in STOPPED or before.counts["pages"]:
        return None
    return f"nothing was fetched until the run was stopped, nor in the one before{_first_failure(facts)}"


def _no_article(facts: Facts) -> str | None:
    """Complain where pages came and no article came out of them, unless that may be chance.

    A run that finds one new page may find one that is rejected, as the site's history says how often that happens: the
    run is bad where so many in a row are less likely than CHANCE. Without a history nothing says how many pages of a
    site are no articles; then one article is enough, also one of a run whose work this one has finished.
    """
    good, bad = news(facts)
    if facts.finish_reason in STOPPED or not good + bad:
        return None
    past = healthy(facts)
    past_good = sum(outcomes(one.counts)[0] for one in past)
    past_bad = sum(outcomes(one.counts)[1] - one.counts["again"] for one in past)
    begun = [one for one in facts.history if one.finish_reason in CUT_OFF]
    ever_gave = good or past_good or any(outcomes(one.counts)[0] for one in begun)
    if not ever_gave and (past_bad or not past):
        return _what_bad_means(facts)
    if not past:
        return None
    usual = min(MOST_USUAL, (past_good + 1) / (past_good + past_bad + 2))  # Laplace's rule: never quite 0 or 1
    share = good / (good + bad)
    if share < usual / 2 and chance_of_at_most(good, good + bad, usual) < CHANCE:
        return f"{_what_bad_means(facts)} where usually {usual:.0%} of the pages give one"
    return None


def _what_bad_means(facts: Facts) -> str:
    good, bad = news(facts)
    failed = facts.counts["failed"]
    if failed == bad:
        return f"nothing but errors: {failed} of {good + bad} articles failed"
    rejects = named(facts.counts["rejects"])
    return f"extraction found an article in {good} of {good + bad} pages (rejected: {rejects}; failed: {failed})"


def _nothing_found(facts: Facts) -> str | None:
    counts = facts.counts
    # What failed says nothing here: it may be the list itself.
    if counts["found"] or counts["stored"] or counts["rejected"] or facts.finish_reason in STOPPED:
        return None
    if counts["unchanged"] and any(past.counts["found"] for past in healthy(facts)):
        return None
    usual = max((past.counts["found"] for past in healthy(facts)), default=0)
    return "no article was listed" + (f" where there were {usual}" if usual else "") + _first_failure(facts)


def _first_failure(facts: Facts) -> str:
    """Give what the first failure says beyond its name, which the figures have: where a page led to, what it is instead."""
    return f" ({facts.first_failure})" if ":" in facts.first_failure else ""


def _far_fewer(facts: Facts) -> str | None:
    """Complain where far fewer articles are listed, or far fewer are new in the time since, than in any run before.

    The first run is no measure: it takes everything a site has. Lists that did not change are not read, so a run with
    such lists lists little.
    """
    past = healthy(facts)
    if facts.finish_reason != "finished" or facts.counts["unchanged"] or len(past) < 2:
        return None
    later = [run for run in past[:-1] if not run.counts["unchanged"]]
    usual = min((run.counts["found"] for run in later), default=0)
    if usual >= ENOUGH and facts.counts["found"] < FAR_FEWER * usual:
        return f"only {facts.counts['found']} articles were listed where no run before had fewer than {usual}"
    rates = [new_in(run.counts) / max(run.seconds - before.seconds, 1.0) for run, before in pairwise(past)]
    new = new_in(facts.counts)
    expected, usual = min(rates) * (facts.seconds - past[0].seconds), median(new_in(run.counts) for run in past[:-1])
    if len(rates) >= 3 and expected >= ENOUGH and new < FAR_FEWER * min(expected, usual):
        return f"only {new} articles are new where about {expected:.0f} were to be expected"
    return None


def _silent(facts: Facts) -> str | None:
    """Complain where a site brings nothing new for far longer than ever: its lists may have moved and the old ones still stand.

    It may have nothing to say as well, so that is said once, and again each time the silence has doubled.
    """
    ended = [past.seconds for past in facts.history if past.finish_reason == "finished"]
    told = sorted(past.seconds for past in facts.history if new_in(past.counts))
    if facts.finish_reason != "finished" or new_in(facts.counts) or len(told) < LEAST_NEWS or not ended:
        return None
    longest = max(after - one for one, after in pairwise(told))
    limit = max(QUIET_SECONDS, QUIET_PAUSES * longest)
    now, then = (max(0, int((seconds - told[-1]) / limit)).bit_length() for seconds in (facts.seconds, ended[0]))
    if now <= then:
        return None
    return f"nothing was new for {(facts.seconds - told[-1]) / DAY:.0f} days, the longest pause was {longest / DAY:.1f}"


def new_in(counts: Mapping[str, Any]) -> int:
    """Give how many articles of a run were new, copies among them."""
    return int(counts["stored"] + counts["duplicates"])


def healthy(facts: Facts) -> list[Past]:
    """Give the earlier runs that say what is usual: the last that were healthy and not stopped, be they before a long bad time."""
    return [past for past in facts.history if past.exit_code == HEALTHY and past.finish_reason == "finished"][:LAST]


def outcomes(counts: Mapping[str, Any]) -> tuple[int, int]:
    """Give how many pages gave an article, copies among them, and how many gave none.

    An article that was looked at again and had not changed is one too: extraction saw it.
    """
    good = counts["stored"] + counts["duplicates"] + seen_before(counts)
    return good, counts["yielded"] - good


def seen_before(counts: Mapping[str, Any]) -> int:
    """Give how many articles were looked at again and had not changed."""
    return sum(counts["rejects"].get(reason, 0) for reason in ("unchanged", "repeated"))


def news(facts: Facts) -> tuple[int, int]:
    """Give the `outcomes` of a run as far as they say something new of its site.

    Pages that gave no article before either are no news where the run before found the site healthy in spite of them, or
    most of the others give one; else they show whether what was wrong has changed.
    """
    good, bad = outcomes(facts.counts)
    new_bad = bad - facts.counts["again"]
    before = next((past for past in facts.history if past.finish_reason == "finished"), None)
    was_healthy = before is not None and before.exit_code == HEALTHY
    return good, new_bad if was_healthy or good > new_bad else bad


def chance_of_at_most(good: int, tries: int, share: float) -> float:
    """Give the chance that at most *good* of so many tries succeed, each with the chance *share*.

    >>> round(chance_of_at_most(0, 2, 0.9), 4)
    0.01
    """
    if tries > 1000:
        return 0.0 if good < share * tries / 2 else 1.0
    return sum(comb(tries, k) * share**k * (1 - share) ** (tries - k) for k in range(good + 1))
