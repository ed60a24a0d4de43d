"""A disk whose power is cut: it keeps what was synced, and of what was not any part, also the later without the earlier.

It is fed the calls that processes made (see `tests.stand.calls`) and follows what POSIX promises and no more: syncing a
file brings its content to disk, not its name; syncing a folder brings the names in it to disk, not what they name.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

Keeps = Callable[[], bool]
"""Decides for each change that was not synced whether it is on the disk all the same."""


Fd = tuple[int, int]
"""A process and the number under which it has something open."""


@dataclass(eq=False)
class File:
    """A file, or a link, whose content is where it leads."""

    content: bytearray = field(default_factory=bytearray)
    """What a reader sees."""
    safe: bytes = b""
    """What was on the disk at the last sync."""
    changes: list[tuple[int, bytes | None]] = field(default_factory=list)
    """What came since: bytes at an offset, or None for the end of the file there."""
    is_link: bool = False

    def change(self, at: int, data: bytes | None) -> None:
        """Write at an offset, or cut or lengthen the file to it."""
        self.changes.append((at, data))
        _apply(self.content, at, data)

    def sync(self) -> None:
        """Bring everything to disk."""
        self.safe = bytes(self.content)
        self.changes.clear()

    def after_cut(self, keeps: Keeps) -> bytes:
        """Give what the disk has: a write that is lost leaves zeros where a later one is kept, and one may be torn."""
        content = bytearray(self.safe)
        for at, data in self.changes:
            if keeps():
                _apply(content, at, data)
            elif data and keeps():
                _apply(content, at, data[: len(data) // 2])
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    end = at if data is None else at + len(data)
    content.extend(bytes(max(0, end - len(content))))
    if data is None:
        del content[at:]
    else:
        content[at:end] = data


@dataclass(eq=False)
class Folder:
    """A folder: names, and what they name."""

    names: dict[str, "File | Folder"] = field(default_factory=dict)
    safe: dict[str, "File | Folder"] = field(default_factory=dict)
    changes: list[dict[str, "File | Folder | None"]] = field(default_factory=list)
    """What came since the last sync; a name that goes is None, and a rename is one change of two names."""

    def change(self, names: dict[str, "File | Folder | None"]) -> None:
        """Give or take names, in one step."""
        self.changes.append(names)
        _rename(self.names, names)

    def sync(self) -> None:
        """Bring the names to disk."""
        self.safe = dict(self.names)
        self.changes.clear()

    def after_cut(self, keeps: Keeps) -> dict[str, "File | Folder"]:
        """Give the names on the disk: each has its changes in their order up to one, whatever became of other names."""
        names, lost = dict(self.safe), set[str]()
        for change in self.changes:
            if lost.isdisjoint(change) and keeps():
                _rename(names, change)
            else:
                lost.update(change)
        return names


def _rename(names: dict[str, File | Folder], change: dict[str, File | Folder | None]) -> None:
    for name, named in change.items():
        names.pop(name, None)
        if named is not None:
            names[name] = named


@dataclass(eq=False)
class Handle:
    """An open file or folder of a process."""

    what: File | Folder
    appends: bool = False
    at: int = 0


class Disk:
    """A folder of a file system, as processes see it and as a power cut would leave it."""

    def __init__(self, folder: Path) -> None:
        self.place = folder
        self.root = Folder()
        self.handles: dict[Fd, Handle] = {}

    def restarted(self) -> None:
        """Let the processes end; what they wrote stays to be seen and is no safer than before."""
        self.handles.clear()

    # --- calls, named as those of the system ------------------------------------------------------------------------

    def open(self, path: str, flags: set[str], fd: Fd) -> bool:
        """Open a path under an *fd*; says whether anything changed, as all of these do."""
        folder, name = self._place(path)
        self.handles.pop(fd, None)
        if folder is None:
            return False
        what = folder.names.get(name) if name else folder  # what is only read was there before, and so is new here
        is_new = what is None
        if what is None:
            what = File()
            folder.change({name: what})
        self.handles[fd] = Handle(what, appends="O_APPEND" in flags)
        if "O_TRUNC" in flags and isinstance(what, File) and what.content:
            what.change(0, None)
            return True
        return is_new

    def write(self, fd: Fd, data: bytes, at: int | None = None) -> bool:
        """Write at an offset, or where the last write ended."""
        handle = self.handles[fd]
        assert isinstance(handle.what, File)
        place = at if at is not None else len(handle.what.content) if handle.appends else handle.at
        handle.what.change(place, data)
        if at is None:
            handle.at = place + len(data)
        return True

    def truncate(self, fd: Fd, length: int) -> bool:
        """Cut or lengthen an open file."""
        what = self.handles[fd].what
        assert isinstance(what, File)
        what.change(length, None)
        return True

    def sync(self, fd: Fd) -> bool:
        """Bring an open file or folder to disk."""
        self.handles[fd].what.sync()
        return True

    def seek(self, fd: Fd, at: int) -> None:
        """Move to an offset."""
        self.handles[fd].at = at

    def close(self, fd: Fd) -> None:
        """Close what is open, if it is."""
        self.handles.pop(fd, None)

    def duplicate(self, fd: Fd, other: Fd) -> None:
        """Open under a second number."""
        self.handles[other] = self.handles[fd]

    def name(self, path: str, what: "File | Folder | None") -> bool:
        """Give a new file, folder or link a name, or take a name away."""
        folder, name = self._place(path)
        if folder is not None:
            folder.change({name: what})
        return folder is not None

    def rename(self, path: str, to: str) -> bool:
        """Give what has a name another one."""
        folder, name = self._place(path)
        if folder is None:
            return False
        other, new = self._place(to)
        assert folder is other, "renamed into another folder"
        folder.change({name: None, new: folder.names[name]})
        return True

    def _place(self, path: str) -> tuple[Folder | None, str]:
        """Find a path's folder and its name there; None for what is elsewhere, and the root itself has no name."""
        place = Path(path)
        if not place.is_relative_to(self.place):
            return None, ""
        *above, name = place.relative_to(self.place).parts or ("",)
        folder = self.root
        for part in above:
            folder = folder.names[part]
            if isinstance(folder, File):  # a link to a run
                folder = self.root.names[above[0]].names[folder.content.decode()]
        return folder, name

    # --- what is left -----------------------------------------------------------------------------------------------

    def seen(self, to: Path) -> None:
        """Put down everything that was written: what a process that comes next would see."""
        _put(self.root, to, lambda: True)

    def cut(self, to: Path, keeps: Keeps) -> None:
        """Put down what is on the disk if the power is cut now."""
        _put(self.root, to, keeps)


def _put(what: Folder, to: Path, keeps: Keeps) -> None:
    to.mkdir()
    for name, named in what.after_cut(keeps).items():
        if isinstance(named, Folder):
            _put(named, to / name, keeps)
        elif named.is_link:
            (to / name).symlink_to(named.content.decode())
        else:
            (to / name).write_bytes(named.after_cut(keeps))


def losses(dice: random.Random, number: int) -> Iterable[Keeps]:
    """Give so many ways to lose: first everything that was not synced, then part of it."""
    if number:
        yield lambda: False
    for share in (0.5, 0.9, 0.1)[: number - 1]:
        yield lambda share=share: dice.random() < share
