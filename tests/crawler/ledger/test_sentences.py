"""The index of sentences: in how many articles and on which sites each is known."""

from crawler.ledger import Ledger
from crawler.ledger.sentences import Known

ONE, TWO, THREE = (number << 40 for number in (-5, 7, 11))


def test_a_sentence_is_known_by_articles_and_sites(ledger, settle):
    ledger.sentences.saw([ONE, TWO, ONE], "alpha")
    settle()
    ledger.sentences.saw([ONE], "alpha")
    ledger.sentences.saw([ONE], "beta")
    settle()

    assert ledger.sentences.known([ONE, TWO, THREE, ONE]) == [
        Known(3, frozenset({"alpha", "beta"})),
        Known(1, frozenset({"alpha"})),
        Known(),
        Known(3, frozenset({"alpha", "beta"})),
    ]
    assert ledger.sentences.others([ONE, TWO, THREE], "alpha") == [1, 0, 0]
    assert ledger.sentences.known([]) == []


def test_other_processes_see_what_was_committed(ledger, tmp_path):
    other = Ledger(tmp_path / "ledger.sqlite")
    ledger.sentences.saw([ONE], "alpha")
    other.sentences.saw([TWO], "beta")
    assert other.sentences.others([ONE], "beta") == [0]
    ledger.commit()
    other.commit()

    assert other.sentences.others([ONE], "beta") == [1]
    assert ledger.sentences.others([TWO], "alpha") == [1]
    other.close()


def test_a_line_of_very_many_articles_takes_no_more_room(ledger):
    for _ in range(1000):
        ledger.sentences.saw([ONE], "alpha")
    ledger.commit()

    assert ledger.sentences.known([ONE])[0].articles >= 200
    assert ledger.sentences.known([ONE])[0].sites == {"alpha"}
