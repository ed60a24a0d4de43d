"""An article on the terminal: what was kept as it is, what was removed struck out in its place, with the reason."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from errno import EDQUOT, EFBIG, ENOSPC, EPIPE
from typing import IO, Any

from rich.console import Console
from rich.text import Text

from crawler.trail import History, Marked, history_of

REMOVED = "red strike"
PUT = "green underline"
REASON = "dim italic"
MARK = "yellow"
WIDE = 160
"""Columns of a table that goes to a file or to another program."""

QUIET_STAGE = "normalization"
"""The stage whose edits change the form of characters: shown without a reason each, there are too many."""


class Terminal(Console):
    """A console whose reader may leave before the end."""

    def on_broken_pipe(self) -> None:
        """Go on without a word, to the exit code of the command: rich alone ends with 1."""
        self.quiet = True
        seen_enough()


def seen_enough() -> None:
    """Take it that whoever read stdout (`| head`) has seen enough: nothing is left to be said there, not even at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def is_unwritten(error: OSError) -> bool:
    """Say whether an error is of stdout: nobody reads it any more, or there is no room behind it."""
    return error.filename is None and error.errno in {EPIPE, ENOSPC, EDQUOT, EFBIG}


def terminal(file: IO[str] | None = None) -> Console:
    """Give a console that shows colour on a terminal only, and none under NO_COLOR; a pipe is WIDE columns wide."""
    console = Terminal(file=file, highlight=False, markup=False, soft_wrap=True, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WIDE
    return console


def shown(text: str) -> str:
    """Make a hostile string harmless for a terminal: control and format characters become visible code points.

    A title can hold escape sequences that rewrite the screen, or bidirectional marks that reorder a line.
    """
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in "\n\t" or (unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}):
        return character
    return f"<U+{ord(character):04X}>"


def print_article(console: Console, line: Mapping[str, Any], trail: Iterable[Mapping[str, Any]]) -> None:
    """Print an article's line with what its trail removed; a line with an `error` is printed as that."""
    if "error" in line:
        named = line.get("file") or line.get("url") or ""
        console.print(Text(shown(str(named)), "bold").append(f"  {shown(line['error'])}", "red"))
        return
    try:
        history = history_of(line, trail)
    except ValueError as error:
        console.print(Text(f"{shown(line['url'])}: the trail does not fit the text: {error}", "red"))
        return
    for text in article_texts(line, history):
        console.print(text)
    console.print()


def article_texts(line: Mapping[str, Any], history: History) -> Iterable[Text]:
    """Give an article for the terminal, one text for each line: facts, title, paragraphs."""
    told: set[str] = set()
    yield Text(shown(f"{line['id']}  {line['url']}"), "dim")
    facts = [line.get("published"), line.get("source"), *(line.get("authors") or ()), line.get("language")]
    if known := " · ".join(shown(str(fact)) for fact in facts if fact):
        yield Text(known, "dim")
    if line.get("stage"):
        evidence = f" ({line['evidence']})" if line.get("evidence") else ""
        yield Text(shown(f"rejected by {line['stage']}: {line['reason']}{evidence}"), "bold red")
    if line.get("marks"):
        yield Text(shown("marks: " + ", ".join(line["marks"])), MARK)
    yield marked_text(history.title, "bold", told)
    for paragraph in history.paragraphs:
        yield marked_text(paragraph, told=told)
    for note in history.notes:
        yield note_text(note)


def marked_text(marked: Marked, style: str = "", told: set[str] | None = None) -> Text:
    """Give a paragraph with its removals struck out and the reason behind each.

    Evidence that was *told* in the same article is not told again.
    """
    told = set() if told is None else told
    text = Text(overflow="fold")
    dropped = marked.dropped_by
    for piece in marked.pieces:
        if dropped is not None and piece.removed_by is None:
            text.append(shown(piece.text), REMOVED)
        elif piece.removed_by is None:
            text.append(shown(piece.text), PUT if piece.put_by is not None else style)
        elif piece.removed_by["stage"] == QUIET_STAGE:
            text.append(shown(piece.text), "dim strike")
        else:
            text.append(shown(piece.text), REMOVED).append(f"[{why(piece.removed_by, told)}]", REASON)
    if dropped is not None:
        text.append(f"[{why(dropped, told)}]", REASON)
    for note in marked.notes:
        text.append("  ").append_text(note_text(note))
    return text


def note_text(note: Mapping[str, Any]) -> Text:
    """Give a mark, or a field that was filled, as a remark."""
    if note.get("field"):
        what = f"{note['field']}: {note.get('removed') or '-'} -> {note.get('put') or '-'}"
        return Text(shown(f"[{what}; {why(note)}]"), REASON)
    return Text(shown(f"[{note.get('put')}: {why(note)}]"), MARK)


def why(line: Mapping[str, Any], told: set[str] | None = None) -> str:
    """Give stage, reason and evidence of a trail line in a few words; evidence that was *told* before is left out."""
    reason = f"{line['stage']}/{line['reason']}"
    whole = f"{reason}: {line['evidence']}" if line.get("evidence") else reason
    if told is None or whole not in told:
        (told if told is not None else set()).add(whole)
        return shown(whole)
    return shown(reason)
