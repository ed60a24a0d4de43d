"""Which articles are copies of one another: how they resemble each other, and the groups that follow from it.

The groups are a function of the resemblances (`pipelines.text.deduplication.groups`), and those of the texts, so the order in which
articles come makes no difference. When one is added, only what it touches is worked out anew.
"""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from crawler.ledger.fingerprints import long_id, short_id
from crawler.ledger.neighbourhood import MOST_TOUCHED, Neighbourhood
from crawler.ledger.store import Store
from pipelines.text.deduplication.best import best
from pipelines.text.deduplication.copies import Resemblance
from pipelines.text.deduplication.groups import COMPARED_MOST, Sources, grouped, is_alike, is_copy, joined, sources

if TYPE_CHECKING:
    import sqlite3

    from crawler.ledger.database import Database
    from crawler.ledger.fingerprints import Entry, FingerprintStore

PAIR = struct.Struct("<BBBBBQQ")
"""A resemblance: two shares in 250ths, doubt in 1/62.5, two counts, two regions."""

REMEMBERED = 4096
"""Groups whose best is kept in memory."""

SHARE_STEPS, DOUBT_STEPS = 250, 62.5


@dataclass(frozen=True, slots=True)
class Member:
    """The place of an article in a group."""

    family: int
    """The group, named by the smallest number in its core."""
    core: bool
    """Whether it is a copy of others by itself; else it joined the group as a whole."""
    id: str
    """The article's id."""
    fetched: int
    """When it was fetched; with the id it names a line of the output."""


class GroupStore(Store):
    """Resemblances and groups, by the numbers of the articles.

    The column `best` is 0: older versions chose when an article came.
    """

    schema: ClassVar[str] = """
        CREATE TABLE IF NOT EXISTS resemblances (
            one INTEGER NOT NULL, other INTEGER NOT NULL, pair BLOB NOT NULL, PRIMARY KEY (one, other)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS members (
            number INTEGER PRIMARY KEY, family INTEGER NOT NULL, core INTEGER NOT NULL, best INTEGER NOT NULL,
            id NOT NULL, fetched INTEGER NOT NULL
        );
        CREATE INDEX IF NOT EXISTS members_family ON members (family);
        CREATE INDEX IF NOT EXISTS members_id ON members (id)
    """

    def __init__(self, database: "Database", fingerprints: "FingerprintStore") -> None:
        super().__init__(database)
        self.fingerprints = fingerprints
        self._pairs: dict[int, dict[int, Resemblance]] = {}
        self._members: dict[int, Member | None] = {}
        self._best: dict[int, int] = {}

    # --- asking -------------------------------------------------------------------------------------------------

    def pairs(self, number: int) -> dict[int, Resemblance]:
        """Give how an article resembles others."""
        rows = self.database.read("SELECT other, pair FROM resemblances WHERE one = ?", number)
        return {other: _unpack(pair) for other, pair in rows} | self._pairs.get(number, {})

    def member(self, number: int) -> Member | None:
        """Give an article's place in a group, None if it is alone."""
        if number in self._members:
            return self._members[number]
        rows = self.database.read("SELECT family, core, id, fetched FROM members WHERE number = ?", number)
        if not rows:
            return None
        return _member(*rows[0])

    def family(self, family: int) -> dict[int, Member]:
        """Give the members of a group."""
        rows = self.database.read("SELECT number, family, core, id, fetched FROM members WHERE family = ?", family)
        members = {number: _member(*row) for number, *row in rows} | self._members
        return {number: member for number, member in sorted(members.items()) if member and member.family == family}

    def size(self, family: int) -> int:
        """Give how many members a group has."""
        numbers = {number for (number,) in self.database.read("SELECT number FROM members WHERE family = ?", family)}
        for number, member in self._members.items():
            if member is not None and member.family == family:
                numbers.add(number)
            else:
                numbers.discard(number)
        return len(numbers)

    def places(self, id_: str) -> dict[int, Member]:
        """Give the committed places in groups of the article with an id, one for each version that was seen."""
        rows = self.database.read("SELECT number FROM members WHERE id = ?", short_id(id_))
        return {number: member for (number,) in rows if (member := self.member(number))}

    def sources(self, number: int) -> Sources:
        """Say where the parts of an article come from."""
        return sources(self.pairs(number))

    def best(self, family: int) -> int:
        """Give the number of the member of a group that is to be kept; 0 where all are forgotten.

        It is asked when it is wanted, not when an article comes: what is known of other groups tells which copy holds text of theirs.
        """
        if family not in self._best:
            entries = self.fingerprints.entries(self.family(family))
            pairs = {number: self.pairs(number) for number in entries}
            families: dict[int, dict[int, Member]] = {}
            for other in {other for around in pairs.values() for other in around} - entries.keys():
                if (member := self.member(other)) is not None:
                    families[other] = self.family(member.family)
            standing = {number: entry.standing for number, entry in entries.items()}
            prints = {number: entry.fingerprint for number, entry in entries.items()}
            around = pairs | {other: self.pairs(other) for other in families}
            if len(self._best) >= REMEMBERED:
                self._best.clear()
            self._best[family] = best(list(entries), standing, around, prints, families) if entries else 0
        return self._best[family]

    # --- adding -------------------------------------------------------------------------------------------------

    def take(self, entry: "Entry", pairs: Mapping[int, Resemblance]) -> None:
        """Take up a new article with its resemblances: keep it, work out the groups it touches, index it.

        A member of a large group is not indexed: it would add cost to every look-up, and no recall.
        """
        self.fingerprints.add(entry)
        self.place(entry.number, pairs)
        member = self.member(entry.number)
        if member is None or self.size(member.family) <= COMPARED_MOST:
            self.fingerprints.index(entry)

    def place(self, number: int, pairs: Mapping[int, Resemblance]) -> None:
        """Work out the groups that a kept article with its resemblances touches."""
        self._best.clear()
        self._pairs.setdefault(number, {}).update(pairs)
        for other, pair in pairs.items():
            self._pairs.setdefault(other, {})[number] = pair.turned()
        if not pairs:
            return
        copies = sorted((one for one in pairs if is_copy(pairs[one])), key=lambda one: -pairs[one].likeness)
        groups = {member.family for one in copies if (member := self.member(one))}
        if any(self.size(family) > MOST_TOUCHED for family in groups):
            self._follow(number, copies)  # the neighbourhood would be too large, and dear to read
        else:
            self._regroup(Neighbourhood(number, self.pairs), copies)

    def _regroup(self, around: Neighbourhood, copies: list[int]) -> None:
        if around.is_too_large:
            self._follow(around.number, copies)
            return
        core = grouped((number for number in around.near if not around.is_apart(number)), around, self._name)
        groups = {number: group for group in core for number in group}
        # What lies outside keeps its group; only those that are no core of one may come or go.
        loose = {number for number in around.beside() if not self._is_core(number)}
        loose |= {number for number in around.near if number not in groups and not around.is_apart(number)}
        groups |= self._outside(around, loose)
        families = {group: set(group) for group in core}
        left = {member.family for number in [*around.near, *loose] if (member := self.member(number))}
        for number in loose:
            if group := joined(number, around, groups, self._name):
                families.setdefault(group, self._members_of(group) - loose).add(number)
        for number in [*around.near, *loose]:
            if self.member(number) is not None:
                self._members[number] = None
        # A group outside that one has left without another coming is still a group, but perhaps with another best.
        for family in left - {min(group) for group in families}:
            remaining = self.family(family)
            families[tuple(number for number, member in remaining.items() if member.core)] = set(remaining)
        for group, members in families.items():
            self._settle(group, sorted(members))

    def _is_core(self, number: int) -> bool:
        member = self.member(number)
        return member is not None and member.core

    def _members_of(self, core: tuple[int, ...]) -> set[int]:
        return set(self.family(min(core)))

    def _outside(self, around: Neighbourhood, numbers: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """Give the cores of groups, beyond those worked out anew, that some articles are alike to."""
        cores: dict[int, tuple[int, ...]] = {}
        for number in numbers:
            for other, pair in around[number].items():
                if other in around.near or other in cores or not is_alike(pair):
                    continue
                member = self.member(other)
                if member and member.core:
                    core = tuple(one for one, place in self.family(member.family).items() if place.core)
                    cores |= dict.fromkeys(core, core)
        return cores

    def _settle(self, core: tuple[int, ...], members: list[int]) -> None:
        entries = self.fingerprints.entries(members)
        members = [number for number in members if number in entries]
        if len(members) < 2:
            return
        for number in members:
            mine = entries[number].standing
            self._members[number] = Member(min(core), number in core, mine.id, mine.fetched)

    def _follow(self, number: int, copies: list[int]) -> None:
        """Put an article of a crowd into the group of its likest copy, as it is."""
        for other in copies:
            member = self.member(other)
            if member:
                (entry,) = self.fingerprints.entries([number]).values()
                self._members[number] = Member(
                    member.family, core=False, id=entry.standing.id, fetched=entry.standing.fetched
                )
                return

    def _name(self, number: int) -> str:
        """Give a name that means the same in every run: the id, then the time of the version."""
        for entry in self.fingerprints.entries([number]).values():
            return f"{entry.standing.id} {entry.standing.fetched}"
        return f"~{number}"

    def clear(self, connection: "sqlite3.Connection") -> None:
        """Forget all resemblances and groups; the transaction is open."""
        connection.execute("DELETE FROM members")
        connection.execute("DELETE FROM resemblances")

    # --- the file -----------------------------------------------------------------------------------------------

    def flush(self, connection: "sqlite3.Connection") -> None:
        """Write what waits; where another process has committed since, after comparing with what it added."""
        if self.fingerprints.has_changed():
            self._pairs.clear()
            self._members.clear()
            for entry in self.fingerprints.waiting():
                self.place(entry.number, self.fingerprints.resembling(entry.fingerprint, but=entry.number))
        connection.executemany(
            "INSERT OR REPLACE INTO resemblances VALUES (?, ?, ?)",
            ((one, other, _pack(pair)) for one, pairs in self._pairs.items() for other, pair in pairs.items()),
        )
        connection.executemany(
            "DELETE FROM members WHERE number = ?",
            [(number,) for number, member in self._members.items() if member is None],
        )
        connection.executemany(
            "INSERT OR REPLACE INTO members VALUES (?, ?, ?, 0, ?, ?)",
            (
                (number, member.family, member.core, short_id(member.id), member.fetched)
                for number, member in self._members.items()
                if member is not None
            ),
        )

    def settled(self) -> None:
        """Forget what waited: it is committed."""
        self._pairs.clear()
        self._members.clear()

    def expire(self, connection: "sqlite3.Connection", before: float) -> None:
        """Forget the places of articles whose fingerprints are forgotten."""
        self.fingerprints.expire(connection, before)
        oldest = self.fingerprints.oldest(connection)
        connection.execute("DELETE FROM members WHERE number < ?", (oldest,))
        connection.execute("DELETE FROM resemblances WHERE one < ? OR other < ?", (oldest, oldest))


def _member(family: int, core: int, id_: bytes | str, fetched: int) -> Member:
    return Member(family, bool(core), long_id(id_), fetched)


def _pack(pair: Resemblance) -> bytes:
    return PAIR.pack(
        round(pair.covered * SHARE_STEPS),
        round(pair.covers * SHARE_STEPS),
        round(pair.doubt * DOUBT_STEPS),
        pair.agreeing,
        pair.conflicting,
        pair.region,
        pair.other_region,
    )


def _unpack(packed: bytes) -> Resemblance:
    covered, covers, doubt, *rest = PAIR.unpack(packed)
    return Resemblance(covered / SHARE_STEPS, covers / SHARE_STEPS, doubt / DOUBT_STEPS, *rest)
