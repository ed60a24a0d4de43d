"""The article: the one item of the project, the only thing that changes its text, and the trail of its changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pipelines.text.spans import Span

Action = Literal["drop", "cut", "replace", "mark"]

MARKS = ("spun", "stitched", "interleaved", "damaged", "machine_written", "suspect")
"""What a page can be marked with, in the order in which marks are written."""


LINE = (
    *("id", "url", "canonical_url", "site", "title", "text", "authors", "source", "published", "published_from"),
    *("language", "fetched", "marks", "duplicates", "run"),
)
"""The keys of a line of `articles.jsonl`, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One line of the trail: a change of the text, a mark, or a field filled from removed text."""

    stage: str
    """The stage that made the change; its module's name."""
    action: Action
    """`drop` a paragraph, `cut` a span, `replace` a span, or `mark` the page (the text stays as it is)."""
    reason: str
    """The rule, in lower snake words."""
    paragraph: int | None
    """Index of the paragraph in the state of that moment; None is the title."""
    start: int = 0
    """Offset of the change in the paragraph, in code points."""
    removed: str = ""
    """The text that was taken out."""
    put: str = ""
    """The text that was put in its place."""
    evidence: str = ""
    """What spoke for the change, in words for a person."""
    field: str = ""
    """With `mark`: the field of the article that was filled; `removed` and `put` are its text before and after."""

    def as_line(self, article_id: str) -> dict[str, Any]:
        """Give the JSON object of this edit as a line of `trail.jsonl`; empty optional keys are left out."""
        line: dict[str, Any] = {
            "id": article_id,
            "stage": self.stage,
            "action": self.action,
            "reason": self.reason,
            "paragraph": self.paragraph,
            "start": self.start,
            "removed": self.removed,
        }
        for key in ("put", "evidence", "field"):
            if value := getattr(self, key):
                line[key] = value
        if self.action == "replace":
            line["put"] = self.put
        return line


@dataclass(slots=True, kw_only=True)
class Article:
    """One article on its way through the pipelines.

    The text changes only through the verbs `cut`, `replace`, `drop`, `edit`, `mark` and `fill`, and each writes the
    trail; `restore` plays the trail backwards.
    """

    id: str
    """Stable over re-runs of one URL: a digest of the normalised URL."""
    url: str
    """The URL that was fetched, normalised."""
    site: str
    """Name of the site it was fetched from."""
    canonical_url: str | None = None
    """The URL the page names as its own, if it names one."""
    title: str = ""
    """The headline, one line."""
    paragraphs: list[str] = field(default_factory=list)
    """The body, one string without line breaks for each paragraph."""
    kinds: list[str] = field(default_factory=list)
    """The kind of each paragraph: `text`, `heading`, `item`, `quote`, `caption`, `code` or `cell`."""
    authors: list[str] = field(default_factory=list)
    """Names of those who wrote it, without their roles."""
    source: str | None = None
    """The publisher named on the page."""
    published: str | None = None
    """ISO 8601, with offset where a time is known (`2024-03-05T08:30:00+08:00`), a bare date otherwise."""
    published_from: str | None = None
    """Where `published` was read: `dateline`, `url`, `meta` or `page`."""
    language: str | None = None
    """BCP 47, e.g. `zh-Hans`."""
    fetched: str = ""
    """When the page was fetched, ISO 8601 in UTC."""
    marks: list[str] = field(default_factory=list)
    """What a reader should know of the text; members of MARKS, in its order."""
    duplicates: int = 0
    """Number of copies known when the article was written."""
    run: str = ""
    """The run that wrote it."""
    headings: list[str] = field(default_factory=list)
    """Other headings of the page outside the body, `<title>` among them: evidence for the stages, not written."""
    statements: list[str] = field(default_factory=list)
    """What metadata say of the headline and of how the text begins: evidence for the stages, not written."""
    page_kind: str = "article"
    """What extraction took the page for: `article`, or the reason why it is none (`list_page`, `error_page`, …)."""
    trail: list[Edit] = field(default_factory=list)
    """Every change and mark, in order."""
    extra: dict[str, Any] = field(default_factory=dict)
    """Further keys of its line, written behind the others: what a stage found out and JSON can hold."""

    def __post_init__(self) -> None:
        if not self.kinds:
            self.kinds = ["text"] * len(self.paragraphs)

    @property
    def text(self) -> str:
        """The paragraphs joined by line breaks."""
        return "\n".join(self.paragraphs)

    def string(self, paragraph: int | None) -> str:
        """Give a paragraph, or the title for None."""
        return self.title if paragraph is None else self.paragraphs[paragraph]

    def cut(self, paragraph: int | None, start: int, end: int, *, stage: str, reason: str, evidence: str = "") -> None:
        """Take the characters from *start* to *end* out of a paragraph (None: the title)."""
        self._change("cut", paragraph, start, end, "", stage=stage, reason=reason, evidence=evidence)

    def replace(
        self, paragraph: int | None, start: int, end: int, put: str, *, stage: str, reason: str, evidence: str = ""
    ) -> None:
        """Put *put* in the place of the characters from *start* to *end* of a paragraph (None: the title)."""
        self._change("replace", paragraph, start, end, put, stage=stage, reason=reason, evidence=evidence)

    def edit(self, paragraph: int | None, spans: Iterable[Span], *, stage: str) -> None:
        """Apply spans found in one string, which must not overlap; the last goes first, so that offsets hold."""
        for span in sorted(spans, key=lambda span: span.start, reverse=True):
            action: Action = "replace" if span.put else "cut"
            self._change(
                action,
                paragraph,
                span.start,
                span.end,
                span.put,
                stage=stage,
                reason=span.reason,
                evidence=span.evidence,
            )

    def drop(self, paragraph: int, *, stage: str, reason: str, evidence: str = "") -> None:
        """Take a whole paragraph out."""
        removed = self.paragraphs.pop(paragraph)
        del self.kinds[paragraph]
        self.trail.append(
            Edit(stage=stage, action="drop", reason=reason, paragraph=paragraph, removed=removed, evidence=evidence)
        )

    def mark(
        self,
        mark: str,
        *,
        stage: str,
        reason: str,
        evidence: str = "",
        paragraph: int | None = None,
        start: int = 0,
    ) -> None:
        """Mark the page with a member of MARKS; the text stays as it is.

        Raises ValueError for a mark that is none of MARKS.
        """
        if mark not in MARKS:
            raise ValueError(f"no such mark: {mark!r}")
        if mark not in self.marks:
            self.marks = sorted([*self.marks, mark], key=MARKS.index)
        self.trail.append(
            Edit(
                stage=stage,
                action="mark",
                reason=reason,
                paragraph=paragraph,
                start=start,
                put=mark,
                evidence=evidence,
            )
        )

    def fill(self, name: str, value: Any, *, stage: str, reason: str, evidence: str = "") -> None:
        """Set a field other than the text, leaving its text before and after in the trail."""
        before = getattr(self, name)
        if before == value:
            return
        setattr(self, name, value)
        self.trail.append(
            Edit(
                stage=stage,
                action="mark",
                reason=reason,
                paragraph=None,
                removed=_as_text(before),
                put=_as_text(value),
                evidence=evidence,
                field=name,
            )
        )

    def _change(
        self,
        action: Action,
        paragraph: int | None,
        start: int,
        end: int,
        put: str,
        *,
        stage: str,
        reason: str,
        evidence: str,
    ) -> None:
        before = self.string(paragraph)
        if not 0 <= start <= end <= len(before):
            raise IndexError(f"span {start}:{end} outside paragraph {paragraph} of {len(before)} characters")
        after = before[:start] + put + before[end:]
        if after == before:
            return
        if paragraph is None:
            self.title = after
        else:
            self.paragraphs[paragraph] = after
        self.trail.append(
            Edit(
                stage=stage,
                action=action,
                reason=reason,
                paragraph=paragraph,
                start=start,
                removed=before[start:end],
                put=put,
                evidence=evidence,
            )
        )

    def as_line(self) -> dict[str, Any]:
        """Give the JSON object of this article as a line of `articles.jsonl`."""
        return {name: getattr(self, name) for name in LINE} | self.extra


def restore(title: str, paragraphs: Sequence[str], trail: Iterable[Mapping[str, Any]]) -> tuple[str, list[str]]:
    """Play a trail backwards.

    Takes title and paragraphs as they were written, and the trail lines of that article in their order; gives the
    title and paragraphs that extraction gave. Raises ValueError where the trail does not fit the text.
    """
    lines = list(paragraphs)
    for edit in reversed(list(trail)):
        action, index = edit["action"], edit["paragraph"]
        if action == "mark":
            continue
        if action == "drop":
            if not 0 <= index <= len(lines):
                raise ValueError(f"no place for paragraph {index} among {len(lines)}")
            lines.insert(index, edit["removed"])
            continue
        start, removed, put = edit["start"], edit["removed"], edit.get("put", "")
        if index is not None and not 0 <= index < len(lines):
            raise ValueError(f"no paragraph {index} among {len(lines)}")
        now = title if index is None else lines[index]
        if now[start : start + len(put)] != put or start > len(now):
            raise ValueError(f"paragraph {index} does not hold {put!r} at {start}")
        before = now[:start] + removed + now[start + len(put) :]
        if index is None:
            title = before
        else:
            lines[index] = before
    return title, lines


def _as_text(value: Any) -> str:
    """Give a field's value as text for the trail."""
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list) else str(value)
