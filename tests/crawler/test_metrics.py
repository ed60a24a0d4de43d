"""What Prometheus is told of a run."""

import re

import pytest

from crawler.extensions.metrics import metrics
from crawler.runs.sealing import Report

LINE = re.compile(r'(# (HELP|TYPE) \w+ .+|\w+\{\w+="(?:[^"\\\n]|\\.)*"(,\w+="(?:[^"\\\n]|\\.)*")*\} -?[\d.e+]+)')


def report(**counts):
    return Report(
        run="20261122T101500Z",
        site='od"d',
        start="2026-11-22T10:15:00+00:00",
        end="2026-11-22T10:16:00+00:00",
        finish_reason="finished",
        exit_code=3,
        verdict="unhealthy",
        counts=counts,
    )


def test_every_line_is_in_the_text_format():
    lines = list(metrics(report(stored=4, removed_characters={"injection": 5}, rejects={"copy": 1})))

    for line in lines:
        assert LINE.fullmatch(line)
    assert 'squeegee_run_exit_code{site="od\\"d"} 3' in lines
    assert 'squeegee_run_stored{site="od\\"d"} 4' in lines
    assert 'squeegee_run_removed_characters{site="od\\"d",stage="injection"} 5' in lines
    assert 'squeegee_run_end_timestamp_seconds{site="od\\"d"} 1795342560.0' in lines


def test_a_table_without_rows_is_left_out():
    assert not [line for line in metrics(report()) if "rejects" in line]


@pytest.mark.e2e
def test_each_site_of_a_crawl_has_its_file(demo):
    written = {path.name for path in demo.metrics.iterdir()}

    assert written == {f"squeegee_{site}.prom" for site in demo.runs}
