"""Pictographs strewn between the words of a language with spaces."""

import pytest

from pipelines.text.injection import Page
from pipelines.text.injection.noise.pictographs import find_pictographs


def test_pictographs_between_the_words_of_english_sentences_go_with_one_space():
    text = (
        "The 🪁 ferry sailed 🪁 again on 🦜 Thursday after nine 🪁 days in the 🦜 harbour, and nobody was 🪁 sick. "
        "Its crew had 🦜 painted the cabin."
    )
    page = Page("T", (text,))
    for find in sorted(find_pictographs(page), key=lambda find: find.start, reverse=True):
        text = text[: find.start] + text[find.end :]
    assert text == (
        "The ferry sailed again on Thursday after nine days in the harbour, and nobody was sick. "
        "Its crew had painted the cabin."
    )


@pytest.mark.parametrize(
    "text",
    [
        "We sailed at last! 🪁 The sea was calm 🦜 and then it was not. 🪁 Nobody cared 🦜🪁 Home by noon. 🦜",
        "An emoji of a kite 🪁 may mean wind, the 🦜 stands for talk, the 🪁 again for wind, and a 🦜 next to a 🪁 for both.",
        "I love 🪁 kites.",
    ],
)
def test_pictographs_that_a_writer_set_in_english_are_kept(text):
    assert find_pictographs(Page("T", (text,))) == []
