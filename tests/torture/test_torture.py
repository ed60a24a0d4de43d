"""A short torture; `make torture KILLS=500` is the long one."""

import pytest

from tests.torture.__main__ import torture


@pytest.mark.e2e
def test_a_few_kills_cost_nothing(tmp_path):
    tally = torture(6, tmp_path, articles=12, kills_a_round=6)

    assert not tally.faults, tally
    assert sum(tally.kills.values()) >= 6
