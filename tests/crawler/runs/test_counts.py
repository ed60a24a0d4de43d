"""The counts of a run, as `run.json` states them."""

from scrapy.utils.misc import load_object

from crawler.runs.counts import STAGES, Counts
from crawler.settings import ITEM_PIPELINES


def test_every_stage_has_its_row_of_removed_characters_in_the_order_of_the_flow():
    counts = Counts()
    counts.add_edits(
        [
            {"stage": "template", "action": "drop", "removed": "Back to top"},
            {"stage": "quality", "action": "mark", "removed": "nothing"},
            {"stage": "own", "action": "cut", "removed": "abc"},
        ]
    )
    removed = counts.as_report()["removed_characters"]

    assert removed == dict.fromkeys(STAGES, 0) | {"template": 11, "own": 3}
    assert list(removed) == [*STAGES, "own"]


def test_the_stages_are_those_of_the_flow():
    assert [load_object(stage).name for stage in sorted(ITEM_PIPELINES, key=ITEM_PIPELINES.__getitem__)] == list(STAGES)
