"""The invented articles of the demo, as they were before any mirror touched them: the truth of the demo crawl."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One invented article."""

    slug: str
    """Stem of its file, and its name in the demo."""
    title: str
    """The headline."""
    language: str
    """BCP 47: `zh-Hans`, `zh-Hant` or `en`."""
    published: datetime
    """When its paper printed it, with offset."""
    source: str
    """The paper that printed it."""
    authors: tuple[str, ...]
    """Who wrote it."""
    paragraphs: tuple[str, ...]
    """The body."""

    @property
    def text(self) -> str:
        """The body as it stands in a line of `articles.jsonl`."""
        return "\n".join(self.paragraphs)


@cache
def originals() -> dict[str, Original]:
    """Read all articles of the demo, by slug."""
    return {path.stem: read_original(path) for path in sorted(FOLDER.glob("*.txt"))}


def read_original(path: Path) -> Original:
    """Read an article: `name: value` lines, an empty line, then paragraphs with an empty line between two."""
    head, *paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Original(
        slug=path.stem,
        title=fields["title"],
        language=fields["language"],
        published=datetime.fromisoformat(fields["published"]),
        source=fields["source"],
        authors=tuple(fields["authors"].split(", ")),
        paragraphs=tuple(paragraphs),
    )
