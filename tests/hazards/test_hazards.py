"""Genuine pages that look like polluted ones lose nothing, on their own and on a site."""

import pytest

from crawler.demo.articles import originals
from evaluation.hazards import load_hazard_sites, load_hazards, losses_alone, losses_on_site, page_of

HAZARDS = load_hazards()
SITES = load_hazard_sites()
NEIGHBOURS = [page_of(one) for one in originals().values()]
KEEP = {
    *("T1", "T2", "T3", "P1", "P2", "P3", "I1", "I2", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "O1", "O2"),
    *(
        "S1",
        "S2",
        "S3",
        "X1",
        "X2",
        "D1",
        "D3",
        "D4",
        "B1",
        "B2",
        "B3",
        "B4",
        "B5",
        "B6",
        "C1",
        "C3",
        "C4",
        "C5",
        "C6",
        "W",
    ),
}
"""The patterns that have something to keep."""


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda hazard: hazard.name)
def test_a_page_on_its_own_loses_nothing(hazard):
    assert losses_alone(hazard) == []


def test_pages_among_others_lose_nothing():
    assert losses_on_site([*HAZARDS, *NEIGHBOURS]) == []


@pytest.mark.parametrize("name", SITES)
def test_sites_whose_pages_share_much_lose_nothing(name):
    assert losses_on_site(SITES[name]) == []


def test_every_rule_has_its_page():
    assert {pattern for hazard in HAZARDS for pattern in hazard.against} >= KEEP


def test_no_page_stands_twice():
    names = [hazard.name for hazard in HAZARDS]

    assert len(names) == len(set(names))
