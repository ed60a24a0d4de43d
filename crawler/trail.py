"""The trail read back: what a page said, and every removal in its place, from an article's line and its trail lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from crawler.items import restore

Result = TypeVar("Result")


@dataclass(slots=True)
class Piece:
    """A stretch of text with the lines of the trail that brought it in and took it out."""

    text: str
    put_by: Mapping[str, Any] | None = None
    """The line that put it into the text; None for what the page said."""
    removed_by: Mapping[str, Any] | None = None
    """The line that took it out; None for what is in the article."""


@dataclass(slots=True)
class Marked:
    """A paragraph, or the title, with everything that ever stood in it."""

    pieces: list[Piece]
    dropped_by: Mapping[str, Any] | None = None
    """The line that dropped the whole paragraph."""
    notes: list[Mapping[str, Any]] = field(default_factory=list)
    """Marks set on this paragraph."""


@dataclass(slots=True)
class History:
    """An article with its removals in their places."""

    title: Marked
    paragraphs: list[Marked]
    notes: list[Mapping[str, Any]]
    """Marks of the page and fields that were filled."""


def paragraphs_of(text: str) -> list[str]:
    """Give the paragraphs of an article's text."""
    return text.split("\n") if text else []


def restore_line(article: Mapping[str, Any], trail: Iterable[Mapping[str, Any]]) -> tuple[str, list[str]]:
    """Give title and paragraphs as extraction gave them, from a written article and its trail lines in order.

    Raises ValueError where the trail does not fit the text.
    """
    lines = list(trail)
    return _read_back(article["text"], lambda paragraphs: restore(article["title"], paragraphs, lines))


def history_of(article: Mapping[str, Any], trail: Iterable[Mapping[str, Any]]) -> History:
    """Play a trail backwards and keep what it took out in the place where it stood.

    Takes an article's line and its trail lines in order. Raises ValueError where the trail does not fit the text.
    """
    lines = list(trail)
    return _read_back(article["text"], lambda paragraphs: _played(article["title"] or "", paragraphs, lines))


def _read_back(text: str, read: Callable[[list[str]], Result]) -> Result:
    """Read a trail back from the paragraphs of a text; of an empty one it may have been one empty paragraph."""
    try:
        return read(paragraphs_of(text))
    except ValueError:
        if text:
            raise
        return read([""])  # no paragraph and an empty one are written alike


def _played(title: str, paragraphs: Sequence[str], trail: Sequence[Mapping[str, Any]]) -> History:
    history = History(Marked([Piece(title)]), [Marked([Piece(text)]) for text in paragraphs], [])
    # What is in the text at the moment that is being undone; pieces leave it when the line that put them is undone.
    live: list[Marked] = list(history.paragraphs)
    gone: set[int] = set()
    for line in reversed(trail):
        index = line["paragraph"]
        if line["action"] == "mark":
            _note(history, live, line)
        elif line["action"] == "drop":
            dropped = Marked([Piece(line["removed"])], dropped_by=line)
            if not 0 <= index <= len(live):
                raise ValueError(f"no place for paragraph {index} among {len(live)}")
            if index < len(live):
                place = next(n for n, paragraph in enumerate(history.paragraphs) if paragraph is live[index])
            else:
                place = len(history.paragraphs)
            history.paragraphs.insert(place, dropped)
            live.insert(index, dropped)
        else:
            if index is not None and not 0 <= index < len(live):
                raise ValueError(f"no paragraph {index} among {len(live)}")
            _undo(history.title if index is None else live[index], line, gone)
    history.notes.reverse()
    return history


def _note(history: History, live: Sequence[Marked], line: Mapping[str, Any]) -> None:
    index = line["paragraph"]
    if index is not None and 0 <= index < len(live) and not line.get("field"):
        live[index].notes.insert(0, line)
    else:
        history.notes.append(line)


def _undo(paragraph: Marked, line: Mapping[str, Any], gone: set[int]) -> None:
    """Take what the line put out of the living text and bring back what it removed; *gone* holds ids of dead pieces."""
    start, put = line["start"], line.get("put", "")
    at = _split(paragraph, start, gone)
    end = _split(paragraph, start + len(put), gone) if put else at
    living = [piece for piece in paragraph.pieces[at:end] if id(piece) not in gone]
    if "".join(piece.text for piece in living) != put:
        raise ValueError(f"the text does not hold {put!r} at {start}")
    for piece in living:
        piece.put_by = line
        gone.add(id(piece))
    paragraph.pieces.insert(at, Piece(line["removed"], removed_by=line))


def _split(paragraph: Marked, offset: int, gone: set[int]) -> int:
    """Give the index of the piece that begins at an offset of the living text, splitting a piece where needed."""
    seen = 0
    for index, piece in enumerate(paragraph.pieces):
        if id(piece) in gone:
            continue
        if seen == offset:
            return index
        if seen + len(piece.text) > offset:
            head, tail = piece.text[: offset - seen], piece.text[offset - seen :]
            piece.text = head
            paragraph.pieces.insert(index + 1, Piece(tail, piece.put_by, piece.removed_by))
            return index + 1
        seen += len(piece.text)
    if seen != offset:
        raise ValueError(f"offset {offset} lies outside {seen} characters")
    return len(paragraph.pieces)
