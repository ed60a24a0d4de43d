from evaluation.table import Floor, Row, missed


def row(value, measure="f1", tool="squeegee"):
    return Row(part="extraction", subject="set", measure=measure, value=value, tool=tool)


def test_a_figure_under_its_floor_is_named():
    floors = [Floor(key="extraction/set/f1", bound=0.9)]

    assert missed([row(0.8)], floors) == ["extraction/set/f1: 0.8, at least 0.9 is pinned"]
    assert missed([row(0.9)], floors) == []


def test_a_figure_over_its_ceiling_is_named():
    floors = [Floor(key="extraction/set/lost", bound=0.01, most=True)]

    assert missed([row(0.02, "lost")], floors) == ["extraction/set/lost: 0.02, at most 0.01 is pinned"]


def test_a_floor_without_a_figure_does_not_pass():
    assert missed([row(0.9, tool="other")], [Floor(key="extraction/set/f1", bound=0.1)]) == [
        "extraction/set/f1: not measured"
    ]
