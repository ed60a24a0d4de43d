"""Names that are glued to the words of English sentences."""

import pytest

from pipelines.text.injection import Page
from pipelines.text.injection.insertions.glued_names import find_glued_names

FERRY = (
    "The ferry sailed again on Thursday after nine days in harbour, and nobody was sick.",
    "Its crew had painted the cabin, but the well-worn seats were left as they had been.",
)


def glued(name):
    return Page("T", (FERRY[0].replace("again on", f"again{name} on"), FERRY[1].replace("worn", f"worn{name}")
                      .replace("the cabin", f"the{name} cabin")))  # fmt: skip


def cut(page):
    lines = list(page.paragraphs)
    for find in sorted(find_glued_names(page), key=lambda find: find.start, reverse=True):
        lines[find.paragraph] = lines[find.paragraph][: find.start] + lines[find.paragraph][find.end :]
    return tuple(lines)


@pytest.mark.parametrize("name", ["Tulip77", "BrassOwl", "BrassOwl Arcade"])
def test_a_name_glued_to_different_words_goes(name):
    assert cut(glued(name)) == FERRY


@pytest.mark.parametrize(
    "text",
    [
        "The deskLift and the roomLift were shown; a deskLift costs more than a roomLift does.",
        "An eBook, an iBook and a myBook were on the table.",
        "In macOS and watchOS the menu has moved; iPadOS keeps it.",
    ],
)
def test_names_of_things_are_kept(text):
    assert find_glued_names(Page("T", (text,))) == []
