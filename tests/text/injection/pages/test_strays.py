"""Sentences that a site drops between those of its articles, and its own that come back."""

import pytest

from pipelines.text.injection import Habits, Page
from pipelines.text.injection.pages.sentences import fingerprint, sentences_of
from pipelines.text.injection.pages.strays import find_proven_strays, find_site_strays
from pipelines.text.injection.pages.witness import find_unwitnessed
from tests.text.stories import paragraphs

ADVERT = "装好本站的小程序便可以天天签到领取红包。"
NUMBERS = range(6)


def with_advert(number, at, *, glued=False):
    texts = paragraphs(number, 24)
    if glued:
        texts[at] += ADVERT
    else:
        texts.insert(at, ADVERT)
    return tuple(texts)


def cleaned(texts, *, sites=2, strays=frozenset(), without=()):
    """Clean a page of which other sites have all but the advert and some further paragraphs."""
    others = [text.replace(ADVERT, "") for text in texts if text not in without]
    known = {fingerprint(one.letters) for one in sentences_of(Page("", tuple(others)))}
    page = Page("", texts, site=Habits(pages=6, strays=strays))
    left = list(texts)
    finds = find_unwitnessed(page, lambda asked: [sites * (one in known) for one in asked])
    for find in sorted(finds, key=lambda find: (find.paragraph, find.start), reverse=True):
        if not find.doubtful:
            left[find.paragraph] = left[find.paragraph][: find.start] + left[find.paragraph][find.end :]
    return [text for text in left if text]


@pytest.mark.parametrize("glued", [False, True])
def test_an_advert_between_the_sentences_of_several_articles_goes_where_other_mirrors_lack_it(glued):
    dirty = [with_advert(number, 1 + number % 4, glued=glued) for number in NUMBERS]
    strays = find_site_strays([Page("", texts) for texts in dirty])

    assert strays == {sentence.letters for sentence in sentences_of(Page("", (ADVERT,)))}
    for number, texts in zip(NUMBERS, dirty, strict=True):
        assert cleaned(texts, strays=strays) == paragraphs(number, 24)


def test_one_other_mirror_may_have_left_it_out():
    texts = with_advert(1, 2)
    strays = find_site_strays([Page("", with_advert(number, 2)) for number in NUMBERS])

    assert cleaned(texts, sites=1, strays=strays) == list(texts)


def test_it_stays_at_the_end_and_beside_what_others_lack_as_well():
    strays = find_site_strays([Page("", with_advert(number, 2)) for number in NUMBERS])
    last, beside = with_advert(1, 6), with_advert(2, 3)

    assert cleaned(last, strays=strays) == list(last)
    assert cleaned(beside, strays=strays, without=(beside[4],)) == list(beside)


def test_a_sentence_of_a_report_that_is_told_again_is_no_stray():
    told = with_advert(1, 2)
    again = [Page("", told), Page("", (*told, *paragraphs(7, 4))), Page("", (*paragraphs(8, 4), *told))]

    assert find_site_strays([*again, *(Page("", tuple(paragraphs(number, 24))) for number in (2, 3))]) == frozenset()


def test_what_other_sites_lack_amid_several_articles_goes_wherever_it_stands():
    pages = [Page("", with_advert(number, 2)) for number in NUMBERS]
    strays = find_site_strays(pages)
    known = {
        fingerprint(one.letters) for number in range(3) for one in sentences_of(Page("", tuple(paragraphs(number, 24))))
    }

    def ask(fingerprints):
        return [int(one in known) for one in fingerprints]

    assert find_proven_strays(pages[1:], strays, ask) == frozenset()
    assert find_proven_strays(pages, strays, ask) == strays
    page = Page("", pages[5].paragraphs, site=Habits(pages=6, strays=strays, proven_strays=strays))
    (find,) = find_unwitnessed(page, ask)
    assert (find.paragraph, find.start, find.end, find.doubtful) == (2, 0, len(ADVERT), False)
