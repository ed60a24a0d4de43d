"""Pages that ask for a password, and articles beside which a box for members stands."""

import pytest

from crawler.extraction import extract

TERMS = "".join(
    f"<p>Members of the garden club agree, in point {n}, that seeds are shared, that tools are cleaned, and that nobody "
    "takes home what grows on another bed, however ripe it may look in the evening sun.</p>"
    for n in range(1, 9)
)
PASSWORD = "<label>Password</label><input type='password'>"
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>Bed number {n}</a></li>" for n in range(30)) + "</ul>"


def kind_of(body: str, url: str | None = None) -> str:
    return extract(f"<html><head><title>The garden club</title></head><body>{body}</body></html>", url).page_kind


def test_the_terms_of_a_registration_are_no_article():
    assert kind_of(f"{MENU}<h1>Join us</h1><form>{TERMS}{PASSWORD}{PASSWORD}</form>") == "login_page"


def test_hints_in_a_form_for_members_are_no_article():
    assert kind_of(f"{MENU}<h1>Members</h1><form>{TERMS}{PASSWORD}</form>") == "login_page"


@pytest.mark.parametrize(
    "url",
    [
        "https://garden.example/login",
        "https://garden.example/user/register.php?from=%2Fbeds",
        "https://garden.example/index.php?action=register",
        "https://garden.example/members_login/",
    ],
)
def test_a_page_whose_url_is_that_of_a_login_is_one_whatever_is_told_beside_it(url):
    assert kind_of(f"<h1>Why join?</h1><div>{TERMS}</div><form>{PASSWORD}</form>", url) == "login_page"


@pytest.mark.parametrize(
    "url", ["https://garden.example/2024/how-to-register", "https://garden.example/login-of-the-queen/1.html", None]
)
def test_an_article_beside_a_box_for_members_stays_one(url):
    assert kind_of(f"<form>{PASSWORD}</form><h1>A good year</h1><div>{TERMS}</div>", url) == "article"


def test_an_article_on_a_page_that_is_one_form_stays_one():
    assert kind_of(f"<form><div>{PASSWORD}</div><h1>A good year</h1><div>{TERMS}</div>{MENU}</form>") == "article"


LIMIT = "You have read 3 of 3 free stories of this month. To continue reading, please log in or subscribe for a penny a day."


def test_a_wall_without_a_headline_that_asks_for_a_password_is_no_article():
    wall = f"<div class=m><h2>You've reached your limit</h2><p>{LIMIT}</p><form>{PASSWORD}</form><p>Questions? Ask us from Monday to Friday, 8 to 5.</p></div>"
    assert kind_of(wall) == "login_page"
    assert kind_of(f"<h1>A good year</h1>{wall}") == "article"


def wall(
    *, name: str = "paywall__box", free: str = "false", button: str = "<button>Subscribe</button>", above: str = ""
) -> str:
    stated = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"A good year","isAccessibleForFree":{free}}}</script>'
    offer = "<h2>94 % of this article are left</h2><p>What follows is for subscribers. Subscribe from a penny a day, without any obligation.</p>"
    return f"{stated}<article><h1>A good year</h1>{above}<div class='{name}'>{offer}{button}</div></article>"


def test_an_offer_in_the_place_of_the_article_is_no_text():
    assert kind_of(wall()) == "no_text"


@pytest.mark.parametrize(
    "page",
    [
        wall(name="text"),
        wall(free="true"),
        wall(button=""),
        wall(above="<p>The beds of the garden club bore more this year than in any other since the flood, said its chair on Monday.</p>"),
        wall(button=f"{TERMS}<button>Subscribe</button>"),
    ],
    ids=["another box", "free", "no button", "a first paragraph", "a whole article"],
)  # fmt: skip
def test_an_article_behind_or_above_a_wall_stays_one(page):
    assert kind_of(page) == "article"


STATED = '<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{}}}</script>'
PLANS = (
    "<h2>Read on with a plan</h2><p>Only a penny for the first four weeks, and then nine crowns each month until you "
    "tell us to stop.</p><p>Everything that we print, on all of your devices, with the weekend magazine and the puzzles.</p>"
)


@pytest.mark.parametrize(
    ("free", "title", "kind"),
    [
        ("false", "Beds outgrow their allotments", "no_text"),
        ("true", "Beds outgrow their allotments", "article"),
        ("false", "What the weekends of gardeners cost", "article"),
        ("false", "Beds", "article"),
    ],
    ids=["an offer", "free", "a word of the headline", "a short headline"],
)
def test_a_short_text_without_a_word_of_its_headline_is_an_offer_where_the_article_is_not_free(free, title, kind):
    offer = f"<div class=w7>{PLANS}<button>Go on</button></div>"
    assert kind_of(f"{STATED.format(free)}<main><h1>{title}</h1>{offer}</main>") == kind


def test_the_first_paragraph_of_an_article_that_is_cut_off_is_its_text_though_it_has_no_word_of_the_headline():
    cut = (
        "<div class=w7><p>It rained on the morning on which the old man locked his shed for the last time, and he took the key "
        "with him.</p></div><div class=w8><p>Read on with a plan.</p><button>Go on</button></div>"
    )
    assert kind_of(f"{STATED.format('false')}<main><h1>Beds outgrow their allotments</h1>{cut}</main>") == "article"
