"""Whether two neighbouring characters make part of a word: the evidence that something was put between them."""

from pipelines.text.pairs import pairs_of

HIT, MISS = 2.15, -0.51
"""Evidence, as the logarithm of a likelihood ratio, that a string was put into a text: for each place where what stands
before it and behind it makes a pair of `pipelines.text.pairs`, and where not. In news, 4 to 5 % of the neighbours of a
repeated string make a pair; of a string that was put in at random, 43 %."""
BOUND, FREE = -1.15, 0.14
"""The same for each place where its first or last character makes a pair with its neighbour, and where neither does:
15 to 20 % of the places of a repeated string of news, 6 % of one put in."""


def weigh(places: int, joined: int, bound: int) -> float:
    """Give the evidence of so many places that a string was put in.

    *joined* are the places whose neighbours make a pair, *bound* those where the string makes one with a neighbour.
    """
    return joined * HIT + (places - joined) * MISS + bound * BOUND + (places - bound) * FREE


def is_made_of_words(token: str) -> bool:
    """Say whether half of a token's neighbouring characters are pairs of words: it is none that somebody coined."""
    return 2 * sum(1 for _ in pairs_of(token)) >= len(token)
