"""Bylines in other languages at the edges of a text and behind its day, and offices and accounts that stand in the place of people."""

import pytest

from crawler.extraction import extract
from crawler.extraction.authors.persons import is_firm, is_nobody, strip_roles
from crawler.extraction.authors.signed import read_names, read_signed
from tests.extraction.signed_pages import TEXT, page

LEAD = "<p>The whole village came to see it, and the children ran ahead of everybody else along the river, it was told.</p>"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Gregor Muster, Hafenstadt", ["Gregor Muster"]),
        ("Von Rechtsanwältin Anna Muster", ["Anna Muster"]),
        ("von Anna Muster Veröffentlicht am 5. März 2024", ["Anna Muster"]),
        ("Von Anna Muster Veröffentlicht am 5. März 2024", ["Anna Muster"]),
        ("Par Anne Rivière Publié le 5 mars 2024", ["Anne Rivière"]),
        ("Autor: Anna Muster, Landesamt für Mühlen, Hafenstadt", ["Anna Muster"]),
        ("Autor/in: Anna Muster", ["Anna Muster"]),
        ("Die Mühle am Fluss - 05.03.2024 13:15 Uhr Autor/in: Anna Muster", ["Anna Muster"]),
        ("Dienstag | 5. März 2024 | 15:49 VON Anna Muster IN Mühlen | 0 COMMENTS", ["Anna Muster"]),
        ("5. März 2024, 15:49 Uhr, von Anna Muster", ["Anna Muster"]),
        ("Escrito por Juan Olmedo", ["Juan Olmedo"]),
        ("Scritto da Carla Molino il 5 marzo 2024", ["Carla Molino"]),
        ("Geschreven door Anna Molen", ["Anna Molen"]),
        ("di Carla Molino", ["Carla Molino"]),
        ("Av Anna Mølle", ["Anna Mølle"]),
        ("Από Νίκος Μύλος", ["Νίκος Μύλος"]),
        ("글·사진 이정민 기자", ["이정민"]),
        ("di nuovo Carla Molino", []),
        ("Av Harbour Road", []),
        ("Escrito por todos los vecinos", []),
        ("Am 5. März 2024 von Anna Muster eröffnet", []),
        ("Die Mühle, von Anna Muster gemalt", []),
        ("Von Anna Muster, die gestern die Mühle sah", []),
    ],
)
def test_a_byline_is_read_to_its_end_and_behind_its_day(line, names):
    assert read_names(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Gregory Muster", ["Gregory Muster"]),
        ("von Nicolas Muster", ["Nicolas Muster"]),
        ("von Hafen Nord", []),
        ("Par Anne Rivière", ["Anne Rivière"]),
        ("Von Anna Muster.", []),
        ("Por Que Sim", []),
        ("Von Hafen Nord", []),
        ("Von wegen", []),
        ("By Julia Harden", []),
    ],
)
def test_a_line_that_is_nothing_but_a_byline_signs_a_text(line, names):
    assert read_signed(line) == names


@pytest.mark.parametrize(
    "text", [f"<p>Von Anna Muster</p>{LEAD * 4}", f"<p>{TEXT * 3}</p>{LEAD * 4}<p>Par <strong>Anna Muster</strong></p>"]
)
def test_a_byline_at_the_edge_of_a_text_is_its_author_and_no_text(text):
    got = extract(f"<title>The mill turns again</title><h1>The mill turns again</h1><article>{text}</article>")

    assert got.authors == ("Anna Muster",)
    assert not any("Muster" in paragraph for paragraph in got.paragraphs)


def test_a_byline_between_the_standfirst_and_the_text_is_read():
    shares = "<div class=share><h5>05.03.2024</h5><div>By Julia Harden and Ben Coleman</div><a href=/t>Share</a></div>"
    html = f"<title>The mill turns again</title><h1>The mill turns again</h1><article>{LEAD * 2}{shares}{LEAD * 5}</article>"

    assert extract(html).authors == ("Julia Harden", "Ben Coleman")


def test_the_metadata_end_a_name_to_which_the_next_word_sticks():
    meta = "<meta name=author content='Anna Muster'>"
    above = "<div><span>von Anna Muster</span> <span>Online am 5. März 2024</span></div>"

    assert extract(page(meta=meta, above=above)).authors == ("Anna Muster",)


@pytest.mark.parametrize("other", ["Grindle", "gardener"])
def test_one_word_beside_a_person_is_a_magazine_or_an_account(other):
    meta = f"<meta name=author content='Julia Harden'><meta name=parsely-author content='{other}'>"

    assert extract(page(meta=meta)).authors == ("Julia Harden",)


@pytest.mark.parametrize(
    "name",
    ["Mühlenministerium der Republik Kestrel", "Collectif Rivière Libre", "The Kestrel Foundation", "Kestrel Systems"],
)
def test_ministries_parties_and_foundations_are_no_people(name):
    assert is_firm(name)
    assert extract(page(meta=f"<meta name=author content='{name}'>")).authors == ()


def test_an_account_with_a_number_is_nobody():
    assert is_nobody("Kestrelweib1")
    assert not is_nobody("Julia Harden")


def test_professions_go_from_before_a_name():
    assert strip_roles("Rechtsanwalt Paul Muster") == "Paul Muster"
    assert strip_roles("Prof. Dr. Anna Muster") == "Anna Muster"
    assert strip_roles("Notar Muster") == "Notar Muster"


def test_a_firm_with_which_the_title_begins_is_the_site():
    meta = "<meta name=author content='Kestrel Mobility'>"

    assert extract(page(meta=meta, title="Kestrel Mobility Point")).authors == ()
    assert extract(page(meta=meta)).authors == ("Kestrel Mobility",)


def test_a_line_of_the_facts_of_a_book_signs_nothing():
    facts = "<p>Autor: Anna Muster</p>"
    text = f"<p>{TEXT * 3}</p>{LEAD * 4}<p>Titel: Die Mühle</p>{facts}"
    got = extract(f"<title>The mill turns again</title><h1>The mill turns again</h1><article>{text}</article>")

    assert got.authors == ()
    assert got.paragraphs[-1] == "Autor: Anna Muster"
