"""The frame of a language model's answer around an article."""

import pytest

from pipelines.text.injection.paragraphs.model_answers import find_model_answers

ENGLISH = (
    "The old mill at Stonebridge turned again this spring after a carpenter spent four months on its wheel.",
    "It was built more than a century ago and ground flour for six villages until electric motors came.",
    "Volunteers numbered every part they took out and polished them in a barn through the winter.",
)
OPENINGS = (
    "Of course! Here is a polished version of the piece, with a calmer tone:",
    "Here's the reworded article you sent, paragraph by paragraph.",
    "Sure, a shorter draft of your post that stays close to the facts:",
    "当然，以下是改写后的文章，语气更自然：",
    "**Reworded text:**",
    "It seems the text you want me to reword is cut off. I have worked with what is there:",
    "以下为润色后的版本，长度与原来相近：",
)
ENDINGS = (
    "I hope this draft works for you! Feel free to ask if the tone should be warmer.",
    "Let me know if you want another version of the text.",
    "希望以上版本符合您的要求，如需调整请告诉我。",
    "如果您想换一种语气，请告诉我。",
)


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("ending", [*ENDINGS, ""])
def test_the_frame_goes_and_the_page_is_marked(opening, ending, page, cleaned):
    made = page([opening, *ENGLISH, *([ending] if ending else [])], title="Old mill turns again")

    assert cleaned(find_model_answers, made)[1] == ENGLISH
    assert [find.mark for find in find_model_answers(made) if find.doubtful] == ["machine_written"]


@pytest.mark.parametrize(
    "offer", ["Would you like me to shorten the text?", "希望这个版本符合您的需求！", "如果需要我调整语气，请告诉我。"]
)
def test_an_offer_at_the_end_goes_where_the_beginning_is_gone_already(offer, page, cleaned):
    made = page([*ENGLISH, offer], title="Old mill turns again")

    assert cleaned(find_model_answers, made)[1] == ENGLISH
    assert [find.mark for find in find_model_answers(made) if find.doubtful] == ["machine_written"]


def test_what_a_site_hangs_below_the_answer_is_left_to_others(page, cleaned):
    footer = "More from the valley"

    assert cleaned(find_model_answers, page([OPENINGS[0], *ENGLISH, ENDINGS[0], footer]))[1] == (*ENGLISH, footer)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (*ENGLISH, "Let me know if you have another version of this piece of family history."),
        ("Here is the revised timetable of the ferry:", *ENGLISH),
        ("The article was reworded by hand before it was printed.", *ENGLISH),
        ("以下为修改后的渡口管理办法：", *ENGLISH),
        ("Sure, we all like the old version of the song.", *ENGLISH),
        ("Certainly the text of the treaty is short, and you can read it in ten minutes.", *ENGLISH),
        ("“Sure, here is a rewritten version of your text,” said the machine.", *ENGLISH),
        (*ENGLISH, "The letter ended: “Would you like me to shorten the text, or to add a paragraph?”"),
    ],
)
def test_writers_who_speak_of_texts_and_to_readers_are_kept(paragraphs, page):
    assert find_model_answers(page(paragraphs, title="Old mill turns again")) == []


@pytest.mark.parametrize("above", [("[ad_1]",), ("By Ann Bee, Harbour Desk",), ("[ad_1]", "By Ann Bee, Harbour Desk")])
def test_the_frame_goes_where_the_site_has_lines_of_its_own_above_it(page, cleaned, above):
    made = page([*above, OPENINGS[0], *ENGLISH, ENDINGS[0], "Source link"])

    assert cleaned(find_model_answers, made)[1] == (*above, *ENGLISH, "Source link")


@pytest.mark.parametrize(
    "ending",
    [
        "Note: I have kept all figures and reworded the text so that it reads as new.",
        "I've preserved the meaning of each paragraph.",
    ],
)
def test_what_the_model_tells_of_its_work_goes_with_the_frame_and_stays_without(page, cleaned, ending):
    assert cleaned(find_model_answers, page([OPENINGS[0], *ENGLISH, ending]))[1] == ENGLISH
    assert find_model_answers(page([*ENGLISH, ending])) == []


ASIDES = (
    "As an AI language model, I cannot say whether the mill turned in the rain.",
    "I'm sorry, but I cannot complete this request as the text appears to end here.",
    "Please note that my knowledge was last updated some years ago.",
    "Regenerate response",
)


@pytest.mark.parametrize("aside", ASIDES)
def test_what_a_model_says_of_itself_goes_from_a_page_about_something_else(aside, page, cleaned):
    made = page([*ENGLISH[:2], aside, *ENGLISH[2:]], title="Old mill turns again")

    assert cleaned(find_model_answers, made)[1] == ENGLISH
    assert [find.mark for find in find_model_answers(made) if find.doubtful] == ["machine_written"]


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("A month with an AI clerk", ()),
        ("Old mill turns again", ("The chatbot was polite.", "It was an AI like any other, said the miller.")),
    ],
)
def test_it_stays_where_the_article_is_about_models(aside, title, more, page):
    assert find_model_answers(page([*ENGLISH[:2], aside, *ENGLISH[2:], *more], title=title)) == []


def test_what_is_quoted_of_a_model_stays(page):
    quoted = "“As an AI language model, I cannot say whether it rained,” the screen by the mill said."

    assert find_model_answers(page([*ENGLISH[:2], quoted, *ENGLISH[2:]], title="Old mill turns again")) == []


def test_it_goes_with_the_frame_of_the_answer(page, cleaned):
    made = page([OPENINGS[0], *ENGLISH[:2], ASIDES[0], *ENGLISH[2:], ENDINGS[0]], title="Old mill turns again")

    assert cleaned(find_model_answers, made)[1] == ENGLISH
