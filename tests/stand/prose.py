"""Invented news, as much as a test wants: the same seed gives the same article, other seeds give others."""

import hashlib
from collections.abc import Sequence

NOUNS = """harbour ferry timetable council bridge market winter library orchard engine valley lantern archive meadow
    signal quarry festival carpenter island museum committee railway pottery glacier workshop reservoir bakery
    lighthouse teacher garden theatre cyclist doctor window letter kitchen mountain tunnel painter harvest"""
VERBS = """repaired visited counted described moved opened closed painted measured borrowed followed remembered
    praised questioned sold found photographed planned finished discussed"""
PLACES = "Arden Belmore Corwick Dunholt Elsdale Fenbury Garrow Hilsey Inverlow Jarrick Kelmere Lowick"
FRAMES = (
    "In {place} the {noun} was {verb} by a {noun2} who had waited {number} days for it.",
    "People from {place} say that the {noun} near the {noun2} has been {verb} {number} times since spring.",
    "Nobody {verb} the {noun} before the {noun2} came to {place} with {number} others.",
    "A {noun} and a {noun2} were {verb} in {place}, and {number} visitors watched.",
    "The mayor of {place} promised that every {noun} would be {verb} once the {noun2} had cost {number} crowns.",
)


class Dice:
    """Picks that depend on a seed alone."""

    def __init__(self, seed: str) -> None:
        self.state = hashlib.sha256(seed.encode()).digest()

    def pick(self, things: Sequence[str]) -> str:
        return things[self.number(len(things))]

    def word(self, words: str) -> str:
        return self.pick(words.split())

    def number(self, below: int) -> int:
        self.state = hashlib.sha256(self.state).digest()
        return int.from_bytes(self.state[:4], "big") % below


def sentence(dice: Dice) -> str:
    """Give an invented sentence."""
    return dice.pick(FRAMES).format(
        place=dice.word(PLACES),
        noun=dice.word(NOUNS),
        noun2=dice.word(NOUNS),
        verb=dice.word(VERBS),
        number=dice.number(900) + 3,
    )


def paragraphs(site: str, number: int) -> list[str]:
    """Give the text of an article."""
    dice = Dice(f"{site} {number}")
    return [" ".join(sentence(dice) for _ in range(4)) for _ in range(5)]


def headline(site: str, number: int) -> str:
    """Give the headline of an article."""
    dice = Dice(f"headline {site} {number}")
    return f"{dice.word(PLACES)}: {dice.word(NOUNS)} {dice.word(VERBS)} by the {dice.word(NOUNS)}"


def page(site: str, number: int) -> str:
    """Give the page of an article."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs(site, number))
    title = headline(site, number)
    head = f"<head><title>{title} - {site}</title></head>"
    nav = f"<nav><a href='/{site}/'>Home</a></nav>"
    return f"<html lang='en'>{head}<body>{nav}<article><h1>{title}</h1>{body}</article></body></html>"
