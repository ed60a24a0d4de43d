"""One article once: copies on other mirrors and from earlier runs are recognised, linked and refused."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from crawler.ledger.fingerprints import Entry
from pipelines.stage import Context, Rejected, Stage
from pipelines.text.deduplication.best import LATE, MADE_OF_SEVERAL, Removal, Standing, injected_characters
from pipelines.text.deduplication.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crawler.items import Article
    from crawler.ledger import Ledger
    from pipelines.text.deduplication.copies import Resemblance
    from pipelines.text.deduplication.groups import Sources

OF_SEVERAL = {"stitched", "interleaved"}
"""Marks of pages that are made of several articles."""

UPDATED = 0.9
"""Share of the older article that a later one of the same site must hold to be its next version."""


class DeduplicationPipeline(Stage):
    """Compare each article with all that were ever seen, and refuse what is there already.

    Raises LedgerError where the ledger's fingerprints are of another version.
    """

    name = "deduplication"
    page_local = False

    def __init__(self, context: Context, *, reject_copies: bool = True, expire_days: float = 0) -> None:
        super().__init__(context)
        self.reject_copies = reject_copies
        if context.ledger is not None:
            context.ledger.fingerprints.expire_days = expire_days
            context.ledger.fingerprints.check_version()

    @classmethod
    def from_context(cls, context: Context) -> Self:
        """Read DEDUPLICATION_REJECT_COPIES and DEDUPLICATION_EXPIRE_DAYS."""
        return cls(
            context,
            reject_copies=context.settings.getbool("DEDUPLICATION_REJECT_COPIES", default=True),
            expire_days=context.settings.getfloat("DEDUPLICATION_EXPIRE_DAYS"),
        )

    def apply(self, article: "Article") -> None:
        """Say what the article is beside all others: original, copy, version, round-up or stitched page."""
        if self.context.ledger is None:
            return
        self._judge(article, self.context.ledger)

    def _judge(self, article: "Article", ledger: "Ledger") -> None:
        fingerprints, groups = ledger.fingerprints, ledger.groups
        fingerprints.has_changed()
        mine = fingerprint(article.text)
        pairs = fingerprints.resembling(mine)
        entries = fingerprints.entries(pairs)
        seen = entry = self._seen_before(article, mine.length, entries, pairs)
        if entry is None:
            entry = Entry(
                number=fingerprints.reserve(),
                standing=standing_of(article, self.context.site.rank if self.context.site else 0),
                site=article.site,
                stored=True,
                fingerprint=mine,
            )
            groups.take(entry, pairs)
        else:
            pairs = groups.pairs(entry.number)
        self._say_sources(article, groups.sources(entry.number), pairs, ledger)
        copies = self._copies(entry, ledger)
        article.duplicates = len({copy.standing.id for copy in copies.values()})
        kept = self._kept(entry, copies, pairs)
        # What is stored stays, also where a later article has shown it to be a copy of another stored one.
        if kept is not None and not (seen is not None and seen.stored):
            pair = pairs.get(kept.number)
            own = [copy for number, copy in copies.items() if number in pairs]
            if any(is_version(article, copy, entry, pairs[copy.number], stored=copy is kept) for copy in own):
                article.extra |= {"version_of": kept.standing.id}
                self.count("versions")
            elif self.reject_copies:
                if seen is not None:
                    raise Rejected(self.name, "unchanged")
                fingerprints.add(replace(entry, stored=False))
                raise Rejected(self.name, "copy", **details(kept, pair, copies, pairs))
        if not entry.stored:  # a copy, once; the article that it was refused for is forgotten
            fingerprints.add(replace(entry, stored=True))

    def _seen_before(
        self, article: "Article", length: int, entries: "Mapping[int, Entry]", pairs: "Mapping[int, Resemblance]"
    ) -> Entry | None:
        """Give the entry of this very page, seen again unchanged: an article is no copy of itself."""
        for number, entry in entries.items():
            same = entry.standing.id == article.id and entry.fingerprint.length == length
            if same and pairs[number].covered == pairs[number].covers == 1:
                return entry
        return None

    def _copies(self, entry: Entry, ledger: "Ledger") -> "Mapping[int, Entry]":
        """Give the other members of the article's group, without versions of its own page."""
        member = ledger.groups.member(entry.number)
        if member is None:
            return {}
        entries = ledger.fingerprints.entries(ledger.groups.family(member.family))
        return {number: other for number, other in entries.items() if other.standing.id != entry.standing.id}

    def _kept(self, entry: Entry, copies: "Mapping[int, Entry]", pairs: "Mapping[int, Resemblance]") -> Entry | None:
        """Give the stored article that this one copies: of several the first, so that all name the same one.

        A page made of several articles, as its marks say, keeps none of them out.
        """
        is_made = entry.standing.marks >= MADE_OF_SEVERAL
        stored = [
            copy for copy in copies.values() if copy.stored and (is_made or copy.standing.marks < MADE_OF_SEVERAL)
        ]
        return min(stored, key=lambda copy: (copy.number not in pairs, copy.number), default=None)

    def _say_sources(
        self, article: "Article", sources: "Sources", pairs: "Mapping[int, Resemblance]", ledger: "Ledger"
    ) -> None:
        if not sources.apart:
            return
        entries = ledger.fingerprints.entries(sources.parts)
        parts = [number for number in sources.parts if number in entries]
        if not sources.round_up:
            evidence = ", ".join(
                f"{pairs[number].covered:.0%} stands in {entries[number].standing.url}" for number in parts
            )
            article.mark("stitched", stage=self.name, reason="many_sources", evidence=evidence)
            article.extra["stitched_from"] = [entries[number].standing.id for number in parts]
        else:
            article.extra["contains"] = [entries[number].standing.id for number in sources.whole if number in entries]
            self.count("round_ups")


def is_version(article: "Article", copy: Entry, entry: Entry, pair: "Resemblance", *, stored: bool) -> bool:
    """Say whether an article is the next version of one of the same site: later, and with the older one in it.

    Where that was refused, since a mirror had come first, only other numbers show it: what was added a mirror may have added.
    """
    return (
        article.site == copy.site
        and copy.standing.published < entry.standing.published < LATE
        and pair.covers >= UPDATED
        and (pair.conflicting > 0 or (stored and pair.covered < UPDATED))
    )


def details(
    kept: Entry,
    pair: "Resemblance | None",
    copies: "Mapping[int, Entry]",
    pairs: "Mapping[int, Resemblance]",
) -> dict[str, Any]:
    """Give the further keys of a rejected copy's line."""
    # Where it is no copy of the article kept by itself, another copy of that article stands for it.
    witness = copies[max((number for number in copies if number in pairs), key=lambda number: pairs[number].likeness)]
    shown = pair or pairs[witness.number]
    evidence = (
        f"{shown.covered:.0%} of it stands in the other, {shown.covers:.0%} of the other in it; "
        f"{shown.agreeing} numbers agree, {shown.conflicting} differ"
    )
    if pair is None:
        evidence += f"; compared with another copy, {witness.standing.url}"
    # Copies that came before the article that shows them to be the same are stored, each of them.
    others = {copy.standing.id for copy in copies.values() if copy.stored} - {kept.standing.id}
    return {
        "duplicate_of": kept.standing.id,
        "duplicate_url": kept.standing.url,
        "similarity": round(shown.likeness, 3),
        "containment": [round(shown.covered, 3), round(shown.covers, 3)],
        "evidence": evidence,
    } | ({"joins": sorted(others)} if others else {})


def standing_of(article: "Article", rank: int, removed: int | None = None) -> Standing:
    """Give what speaks for and against an article when the best of several copies is chosen.

    Takes the rank of its site; *removed* is the number of injected characters that were removed, where the article has no trail with it.
    """
    if removed is None:
        removals = [
            Removal(edit.stage, edit.action == "drop", edit.paragraph, len(edit.removed))
            for edit in article.trail
            if edit.action != "mark"
        ]
        removed = injected_characters(removals, len(article.paragraphs))
    return Standing(
        id=article.id,
        url=article.url,
        marks=len(article.marks) + MADE_OF_SEVERAL * bool(OF_SEVERAL & set(article.marks)),
        injected=min(99, 100 * removed // max(1, removed + len(article.text))),
        mirror=_mirror(article),
        rank=max(0, rank),
        published=_minutes(article.published),
        fetched=seconds_of(article.fetched),
    )


def _mirror(article: "Article") -> int:
    if not article.canonical_url:
        return 1
    try:
        return 0 if urlsplit(article.canonical_url).netloc == urlsplit(article.url).netloc else 2
    except ValueError:  # lines of other tools hold what they like
        return 1


def _minutes(time: str | None) -> int:
    return min(max(0, seconds_of(time) // 60), LATE - 1) if time else LATE


def seconds_of(time: str | None) -> int:
    """Give a time in ISO 8601 as seconds since 1970, 0 where it is none; a time without offset counts as UTC."""
    try:
        moment = datetime.fromisoformat(time or "")
        return int((moment.replace(tzinfo=moment.tzinfo or UTC)).timestamp())
    except (ValueError, OverflowError):
        return 0
