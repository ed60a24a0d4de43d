"""The ledger's memory of which sites have which sentences."""

from crawler.ledger import Ledger


def test_a_sentence_is_known_from_other_sites_before_and_after_a_commit(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.sentences.saw([1, 2, -3], "a")
    ledger.sentences.saw([2], "b")

    assert ledger.sentences.others([1, 2, -3, 4], "a") == [0, 1, 0, 0]
    assert ledger.sentences.others([1, 2, -3, 4], "c") == [1, 2, 1, 0]

    ledger.commit()
    ledger.sentences.saw([1], "d")

    assert ledger.sentences.others([1, 2, -3, 4], "c") == [2, 2, 1, 0]
    ledger.close()
