"""Two states of a text as pieces that stayed and pieces that changed."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

MOST_COMPARED = 3_000
"""Characters compared one by one between two paragraphs; what differs over more than that is shown as a whole."""

MOST_PAIRS = 10_000
"""Pairs of paragraphs compared in one stretch; in a longer one they are paired in order."""

ALIKE = 0.3
"""Least share of common pairs of characters for two paragraphs to be states of one."""

SHORT = 3
"""Characters: a shorter piece between two changes stayed by chance and makes a difference unreadable."""

Change = tuple[str, str]
"""A piece of text before and after; equal for what stayed."""


def changed_paragraphs(before: Sequence[str], now: Sequence[str]) -> list[list[Change]]:
    """Pair paragraphs up and give the pieces of those that differ, in order."""
    found: list[list[Change]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for old, new in _paired(before[a:b], now[c:d]):
            if old is not None and new is not None:
                found.append(pieces_of(old, new))
            else:
                found.append([(old or "", new or "")])
    return found


def _paired(before: Sequence[str], now: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Align two stretches of paragraphs so that the pairs are as alike as can be; None stands for no partner."""
    if len(before) * len(now) > MOST_PAIRS:
        most = max(len(before), len(now))
        olds: list[str | None] = [*before, *[None] * (most - len(before))]
        news: list[str | None] = [*now, *[None] * (most - len(now))]
        return list(zip(olds, news, strict=True))
    olds_pairs, news_pairs = [_pairs_of(text) for text in before], [_pairs_of(text) for text in now]
    alike = [[_alike(old, new) for new in news_pairs] for old in olds_pairs]
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(now) - 1, -1, -1):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    pairs: list[tuple[str | None, str | None]] = []
    while i < len(before) or j < len(now):
        here = best[i][j]
        if i < len(before) and j < len(now) and alike[i][j] >= ALIKE and here == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((before[i], now[j]))
            i, j = i + 1, j + 1
        elif i < len(before) and (j == len(now) or here == best[i + 1][j]):
            pairs.append((before[i], None))
            i += 1
        else:
            pairs.append((None, now[j]))
            j += 1
    return pairs


def _pairs_of(text: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters of a paragraph."""
    text = text[:MOST_COMPARED]
    return frozenset(map("".join, pairwise(text))) or frozenset(text)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def pieces_of(before: str, now: str) -> list[Change]:
    """Give two strings as pieces that stayed and pieces that changed; their joins are the strings."""
    start = 0
    most = min(len(before), len(now))
    while start < most and before[start] == now[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == now[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], now[start : len(now) - end]
    pieces: list[Change] = [(before[:start], before[:start])] if start else []
    if max(len(old), len(new)) > MOST_COMPARED or not old or not new:
        pieces.append((old, new))
    else:
        pieces.extend(_joined(old, new))
    if end:
        pieces.append((before[-end:], now[-end:]))
    return [piece for piece in pieces if piece != ("", "")]


def _joined(old: str, new: str) -> list[Change]:
    """Give the pieces between two strings, short ones that stayed by chance joined to the changes around them."""
    pieces: list[Change] = []
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for n, (tag, a, b, c, d) in enumerate(opcodes):
        inside = 0 < n < len(opcodes) - 1
        if tag == "equal" and not (inside and b - a < SHORT):
            pieces.append((old[a:b], new[c:d]))
        elif pieces and pieces[-1][0] != pieces[-1][1]:
            pieces[-1] = (pieces[-1][0] + old[a:b], pieces[-1][1] + new[c:d])
        else:
            pieces.append((old[a:b], new[c:d]))
    return pieces
