"""Of several headings and lines with the words of the headline, which one is it."""

import pytest

from crawler.extraction import extract

HEADLINE = "Night Ferry Sails Again After Nine Years"
TEXT = (
    "The night ferry left the harbour of Low Quay on Friday with ninety passengers, the first since the storm nine years ago.",
    "Its captain said that the new engine had been tried for a month on the open water, and that the old one was sold.",
    "Tickets are sold on board, and those who live on the island pay half, as they did before the storm.",
)
MENU = "".join(f"<li><a href='/s{n}/'>Section {n}</a></li>" for n in range(60))


def tags(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def read(above, *, title=f"{HEADLINE} | Low Quay Post", head="", text=TEXT, within="", url=None):
    page = f"<html><head><title>{title}</title>{head}</head><body>{above}<div class=body>{within}{tags(text)}</div></body></html>"
    return extract(page, url)


SHARED = f"<div class=share><h4>{HEADLINE}</h4><ul><li>Share by letter</li><li>Share by pigeon</li></ul></div>"


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        (SHARED, f"<h2>{HEADLINE}</h2>"),
        (f"<ul>{MENU}<li><a href='/n'>Night Ferry Sails Again</a></li></ul>", f"<h3>{HEADLINE}</h3>"),
        (f"<div>{HEADLINE}</div><ul>{MENU}</ul>", f"<h1>{HEADLINE}</h1><h2>{HEADLINE}</h2>"),
        (SHARED, "<h2>Night Ferry Sails</h2><h4>Again After Nine Years</h4>"),
        ("", "<h1>Night Ferry Sails Again</h1><h2>After Nine Years</h2>"),
    ],
    ids=["a share drawer", "a menu", "the same heading twice", "in two headings", "in two headings and title"],
)
def test_the_heading_by_the_text_is_the_headline_and_not_its_copy_above_it(above, heading):
    found = read(above, within=heading)

    assert found.title == HEADLINE
    assert found.paragraphs == TEXT


def test_the_byline_below_the_heading_is_found_though_a_menu_far_above_holds_the_headline():
    tools = "".join(f"<div>Tool number {n} of the page</div>" for n in range(30))
    found = read(f"{SHARED}{MENU}<h1>{HEADLINE}</h1><p>By Ada Brook</p>{tools}")

    assert found.authors == ("Ada Brook",)


def test_the_headline_repeated_as_a_heading_inside_the_text_cuts_nothing_off():
    page = f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div>{tags(TEXT[:1])}<h2>{HEADLINE}</h2>{tags(TEXT[1:])}</div></body></html>"

    assert [line for line in extract(page).paragraphs if line != HEADLINE] == list(TEXT)


@pytest.mark.parametrize("name", ["sub_header mt15", "subtitle", "standfirst", "article-dek"])
def test_a_standfirst_set_as_the_largest_heading_is_not_the_headline(name):
    deck = "What those who want to cross to the island by night have to know about the new timetable"
    above = f"<h2 class=h_1>{HEADLINE}</h2><h1 class='{name}'>{deck}</h1>"

    assert (
        read(above, title=f"{deck} - Low Quay Post", head=f"<meta property=og:title content='{HEADLINE}'>").title
        == HEADLINE
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (f"<h2><a href='http://post.example/boats/2024/02/night-ferry/'>{HEADLINE}</a></h2>", HEADLINE),
        (f"<h2>{HEADLINE}</h2>", HEADLINE),
        ("<h2><a href='/about/'>About</a></h2>", "The Boats and Quays Diary"),
    ],
    ids=["a link to the page", "no link", "another part of the site"],
)
def test_a_heading_that_leads_to_the_blog_which_the_page_is_of_is_not_its_headline(heading, expected):
    above = f"<h1><a href='http://post.example/boats/'>The Boats and Quays Diary</a></h1><p>2 Feb 2024</p>{heading}"
    head = "<link rel=canonical href='http://post.example/boats/2024/02/night-ferry/'>"
    title = f"The Boats and Quays Diary » Archive » {HEADLINE if HEADLINE in heading else 'About'}"

    assert read(above, title=title, head=head).title == expected


def test_pictures_that_lead_home_do_not_make_the_heading_behind_them_a_link_home():
    above = f"<a href='/'><img src=a.png></a><h1><a href='/2024/night-ferry'>{HEADLINE}</a></h1>"

    assert read(above, title="Low Quay Post").title == HEADLINE


@pytest.mark.parametrize(
    ("label", "head", "expected"),
    [
        ("Opinion ", f"<meta property=og:title content='{HEADLINE}'>", HEADLINE),
        ("Opinion ", "", f"Opinion {HEADLINE}"),
        ("The ", f"<meta property=og:title content='{HEADLINE}'>", f"The {HEADLINE}"),
    ],
    ids=["title and metadata agree", "the title alone", "an article"],
)
def test_a_label_before_the_headline_is_left_out_where_title_and_metadata_lack_it(label, head, expected):
    found = read(f"<h1><span>{label}</span>{HEADLINE}</h1>", head=head)

    assert found.title == expected
    assert found.paragraphs == TEXT


def test_a_show_joined_to_the_headline_is_left_out_where_the_headline_stands_as_a_heading():
    above = f"<ul><li><a href='/s/'>Sea and Sail</a></li></ul><h2>{HEADLINE}</h2>"
    head = f"<meta property=og:title content='Sea and Sail - {HEADLINE}'><meta property=og:site_name content='Low Quay Radio'>"

    assert read(above, title=f"Sea and Sail: {HEADLINE} - Low Quay Radio", head=head).title == HEADLINE


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<h2>The Night Ferry Sails: a Tale of Years</h2>", "The Night Ferry Sails: a Tale of Years"),
        ("<h2>Letters to the Editor of the Post</h2>", "The Night Ferry Web Tale Edition"),
        ("<h2>Night Ferry</h2>", "The Night Ferry Web Tale Edition"),
    ],
    ids=["other words", "another subject", "a section"],
)
def test_a_second_heading_says_the_title_in_other_words_where_the_page_has_no_first_one(above, expected):
    assert read(above, title="The Night Ferry Web Tale Edition").title == expected


def test_a_dialog_that_is_longer_than_the_article_is_neither_its_text_nor_its_headline():
    asked = "We have sent a code to the number that you gave us, enter it below, so that we know that it is really you."
    dialogs = "".join(
        f"<div class=modal-container><h3>Enter your number {n}</h3><p>{asked}</p></div>" for n in range(3)
    )
    page = f"<html><head><title>Low Quay Post</title></head><body><h2>{HEADLINE}</h2><p>{TEXT[0]}</p>{dialogs}</body></html>"

    assert (extract(page).title, extract(page).paragraphs) == (HEADLINE, TEXT[:1])


@pytest.mark.parametrize(
    ("heading", "stated"),
    [
        (f"<h2><time datetime=2024-02-02>Feb 2 </time>{HEADLINE}</h2>", HEADLINE),
        (f"<h1><span class=roofline>Ahoy, ahoy!</span>{HEADLINE}</h1>", HEADLINE),
        (f"<h1><span>BOATS</span> <span>{HEADLINE}<span class=hide>.</span></span></h1>", HEADLINE),
        (f"<h1>{HEADLINE} <span class='label members'>Members</span></h1>", f"{HEADLINE} | Boats | Low Quay Post"),
    ],
    ids=["a day without a year", "a line above", "a section", "a label behind"],
)
def test_an_element_inside_the_heading_that_the_statements_lack_is_no_part_of_the_headline(heading, stated):
    found = read(
        heading, title="Low Quay Post - All About Ferries", head=f"<meta property=og:title content='{stated}'>"
    )

    assert found.title == HEADLINE
    assert found.paragraphs == TEXT


def test_a_second_line_inside_the_heading_is_part_of_the_headline_though_the_statements_lack_it():
    found = read(f"<h1>{HEADLINE} <small>What the islanders have to know about it</small></h1>")

    assert found.title == f"{HEADLINE} What the islanders have to know about it"


@pytest.mark.parametrize("mark", ["|", "›"])
def test_a_heading_that_leads_home_gives_way_to_the_headline_of_any_rank(mark):
    above = "<h1><a href='http://post.example/'>Low Quay Post</a></h1><p>2 Feb 2024</p><h3 class=post-title>Night Ferry</h3>"

    assert read(above, title=f"Night Ferry {mark} Low Quay Post").title == "Night Ferry"


def test_a_heading_that_ends_the_way_to_the_page_gives_way_to_the_headline_in_other_words():
    shown = "After Nine Years the Night Ferry is at Sea Again"
    above = f"<ul class=breadcrumb><li><a href=/sea>Sea</a></li><li><h1>{HEADLINE}</h1></li></ul><h2>{shown}</h2>"
    head = f"<meta property=og:title content='{HEADLINE}'><meta name=headline content='{shown}'>"

    assert read(above, head=head).title == shown


def test_a_heading_of_the_first_part_is_not_the_headline_though_it_alone_is_of_the_first_rank():
    above = "<h2>Night Ferry!</h2><p>Friday | 2 Feb 2024</p><h1>Night Ferry ahead</h1>"

    assert read(above, title="Night Ferry! | Low Quay Post").title == "Night Ferry!"


def test_what_stands_above_a_heading_with_the_day_before_the_headline_is_no_text():
    about = "<h1>When, if not now</h1><p>This is a diary of the sea and of those who sail on it, kept since the year of the storm.</p>"
    heading = f"<h2><time datetime=2024-02-02>Feb 2 </time>{HEADLINE}</h2>"
    found = read("", within=about + heading, text=TEXT * 2, head=f"<meta property=og:title content='{HEADLINE}'>")

    assert found.title == HEADLINE
    assert found.paragraphs[0] == TEXT[0]


ABOUT_IT = "What the Night Crossing Means to All Who Live Beyond the Storm"


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Ferry, Harbour and Captain of Low Quay", ABOUT_IT, ABOUT_IT),
        ("Ferry, Harbour and Captain, the Guide to All Tickets on Board after the Storm", ABOUT_IT, None),
        ("Ferry, Harbour and Captain", "The Diary of Ada Brook and Others", None),
    ],
    ids=["longer", "shorter", "of something else"],
)
def test_the_only_heading_above_the_text_goes_before_a_title_that_stands_nowhere(title, heading, expected):
    found = read(f"<h1>{heading}</h1>", title=title, head=f"<meta property=og:title content='{title}'>")

    assert found.title == (expected or title)


def test_a_short_first_part_of_the_title_right_above_the_text_goes_before_the_way_to_the_page():
    above = "<div><a href=/>Home</a> » <a href=/2010>2010</a> » <a href=/2010/10>October</a> » Boats</div><div>3:59 PM</div><div>Boats</div>"

    assert read(above, title="Boats - 26 October 2010 - Pictures, Games and Ribbons!").title == "Boats"


def test_a_headline_of_two_characters_loses_the_name_of_the_site_where_it_stands_by_the_text():
    text = "<p>本报日前三版一文将服务费误写，特此更正，并向读者致歉。</p><p>五版图片的拍摄地点应为澜南镇荷塘村，误为荷花村。</p>"
    page = "<html><head><meta charset=utf-8><title>更正_澜江网</title></head><body>{}<div>2024-07-12 09:12</div><div class=c>{}</div></body></html>"

    assert extract(page.format("<h1>更正</h1>", text)).title == "更正"
    assert extract(page.format("<div><a href='/gz'>更正</a></div>", text)).title == "更正_澜江网"


def test_the_title_that_stands_below_a_slider_goes_before_the_first_teaser_in_it():
    teasers = "".join(
        f"<div>0{n}.02.2024</div><div>{name}</div><div>{text}</div><div><a href='/t{n}'>read on</a></div>"
        for n, (name, text) in enumerate(
            (
                (
                    "Captains Want a Tender Engine",
                    "The captains want a tender with an engine of its own, and the harbour wants them to pay for it out of their fares.",
                ),
                (
                    "Fares for Foxes",
                    "Whoever brings a tame fox pays half from Monday, and whoever brings a wild one pays for what it breaks on board.",
                ),
            )
        )
    )
    found = read(f"{teasers}<div>02.02.2024</div><div>{HEADLINE}</div>", title=f"Harbour of the Low Quay - {HEADLINE}")

    assert found.title == HEADLINE


def test_what_is_called_the_headline_outdoes_a_second_headline_below_it():
    told = "".join(f"<div class=block><div class=text>{text}</div></div>" for text in SECOND_TEXT)
    page = (
        "<html><head><title>A lighthouse for letters opens - Coast News, 14.06.2024</title>"
        "<meta property=og:title content='A lighthouse for letters opens'></head><body><div class=menu>Home</div>"
        "<div class=article__title>A lighthouse for letters opens</div>"
        f"<h1 class=article__second-title>The keepers saved for their letters and their lighthouse for six years</h1>{told}</body></html>"
    )

    assert extract(page).title == "A lighthouse for letters opens"


SECOND_TEXT = (
    "A lighthouse in which letters can be posted was opened on Friday, the harbour office said in the evening.",
    "The lamp weighs forty kilograms, and the letters are taken out of it once a day, at seven in the morning.",
    "The keepers of the coast had saved for it for six years, and nobody had asked them to, the harbour office said.",
)
