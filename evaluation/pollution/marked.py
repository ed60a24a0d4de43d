"""Text that knows which of its characters are foreign, and the page made of it."""

from dataclasses import dataclass, field

GENUINE = ""
"""Origin of a character that belongs to the article; a foreign one has the id of its pattern, e.g. `P1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """An article as it was before any mirror touched it."""

    title: str
    paragraphs: tuple[str, ...]
    lang: str
    """`zh` or `en`."""


class Marked:
    """A string and, for each of its characters, where it comes from."""

    __slots__ = ("origin", "text")

    def __init__(self, text: str, origin: str = GENUINE) -> None:
        self.text = text
        self.origin: list[str] = [origin] * len(text)

    def insert(self, at: int, text: str, pattern: str) -> None:
        """Put foreign text before the character at *at*."""
        self.text = self.text[:at] + text + self.text[at:]
        self.origin[at:at] = [pattern] * len(text)

    def prepend(self, text: str, pattern: str) -> None:
        """Put foreign text in front."""
        self.insert(0, text, pattern)

    def append(self, text: str, pattern: str) -> None:
        """Put foreign text behind."""
        self.insert(len(self.text), text, pattern)

    def replace(self, start: int, end: int, text: str, pattern: str) -> None:
        """Put foreign text in the place of what stands from *start* to *end*."""
        self.text = self.text[:start] + text + self.text[end:]
        self.origin[start:end] = [pattern] * len(text)

    def foreign(self) -> bool:
        """Say whether nothing of it is genuine."""
        return all(origin != GENUINE for origin in self.origin)


@dataclass(slots=True, kw_only=True)
class Page:
    """A polluted page: what a perfect extraction of it gives, and the truth."""

    url: str
    lang: str
    title: Marked
    lines: list[Marked]
    """The paragraphs, genuine and foreign."""
    headings: list[str] = field(default_factory=list)
    """Other headings, `<title>` among them."""
    truth: Clean
    """The article without what its patterns put in."""
    top: list[str] = field(default_factory=list)
    """Furniture outside the article's body, above it: in the HTML only."""
    bottom: list[str] = field(default_factory=list)
    """Furniture outside the article's body, below it: in the HTML only."""

    @classmethod
    def of(cls, clean: Clean, url: str) -> "Page":
        """Give the page of an article that nobody has touched yet."""
        return cls(
            url=url,
            lang=clean.lang,
            title=Marked(clean.title),
            lines=[Marked(paragraph) for paragraph in clean.paragraphs],
            headings=[clean.title],
            truth=clean,
        )

    def genuine(self) -> list[Marked]:
        """Give the lines that hold something of the article."""
        return [line for line in self.lines if not line.foreign()]

    def add(self, at: int, text: str, pattern: str) -> None:
        """Put a foreign line before the line at *at*."""
        self.lines.insert(at, Marked(text, pattern))
