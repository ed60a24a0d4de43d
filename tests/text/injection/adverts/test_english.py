"""Paragraphs that sell something amid a report in English."""

from pipelines.text.injection.adverts.english import find_english_adverts
from tests.text.injection.invented import ENGLISH


def test_an_advert_amid_a_report_goes_and_a_service_box_stays(page, cleaned):
    advert = "If you like velvet tickets, you can find the best offers online and choose your own in minutes."
    box = "Anyone who saw the wheel being moved should call Sergeant Ashby on 555 0134, or write to your council."

    assert cleaned(find_english_adverts, page([*ENGLISH[:2], advert, *ENGLISH[2:]], title="Mill"))[1] == ENGLISH
    assert find_english_adverts(page([*ENGLISH, box], title="Mill")) == []


def test_a_paragraph_in_which_a_seller_speaks_goes(page, cleaned):
    report = [
        "The mill at Stone Bridge turned again on Monday after four months of repairs.",
        "The carpenter, Owen Fenwick, said that the hardest part was to find oak of the right age.",
        "Visitors came from three valleys, and the keeper counted 400 of them before noon.",
        "The council will decide in June whether a second wheel is built.",
    ]
    advert = "We offer velvet boots at the lowest rates in town. Contact us today for a quote and let our experts do the rest."
    rules = "The rules fit on a card. Take no more than three loaves, and bring back a jar of flour in autumn, as everybody does."

    assert cleaned(find_english_adverts, page([*report[:2], advert, *report[2:]]))[1] == tuple(report)
    assert not [find for find in find_english_adverts(page([*report[:2], rules, *report[2:]])) if not find.doubtful]
