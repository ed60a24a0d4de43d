"""The calls by which a process changes files, as strace sees them, SQLite's among them."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.stand.disk import Disk, File, Folder

STRACE = shutil.which("strace")

CALLS = (
    *(
        "open",
        "openat",
        "write",
        "pwrite64",
        "writev",
        "pwritev",
        "ftruncate",
        "fallocate",
        "copy_file_range",
        "sendfile",
    ),
    *("fsync", "fdatasync", "lseek", "close", "dup", "dup2", "dup3", "mkdir", "mkdirat", "rmdir"),
    *("rename", "renameat", "symlink", "symlinkat", "unlink", "unlinkat"),
)
"""Calls by which a file changes. One that is missing here shows, for then the disk that is played differs from the real."""

LINE = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
HERE = "AT_FDCWD"

PASSING = "-shm"
"""End of the name of what SQLite shares between processes: it is made anew after a power cut."""


def recorded(command: Sequence[str], log: Path, cwd: Path, environment: Mapping[str, str]) -> list[str]:
    """Run a command and give the calls of its main thread, one a line; raises where it fails."""
    assert STRACE is not None
    options = [
        "-o",
        log,
        "-xx",
        "-s",
        "100000000",
        "-e",
        "signal=none",
        "-e",
        f"trace={','.join(f'?{c}' for c in CALLS)}",
    ]
    subprocess.run([STRACE, *options, *command], cwd=cwd, env=environment, check=True, capture_output=True, timeout=600)
    return log.read_text(encoding="ascii").splitlines()


def replay(disk: Disk, lines: Sequence[str]) -> Iterator[int]:
    """Make the calls on a disk; gives the number of the line after each that changed something."""
    for number, line in enumerate(lines):
        match = LINE.match(line)
        if match is not None and int(match[3]) >= 0 and _make(disk, match[1], match[2].split(", "), int(match[3])):
            yield number


def _text(argument: str) -> str:
    return _bytes(argument).decode()


def _bytes(argument: str) -> bytes:
    assert argument.startswith('"'), argument
    assert argument.endswith('"'), argument
    return bytes.fromhex(argument[1:-1].replace("\\x", ""))


def _make(disk: Disk, call: str, arguments: list[str], result: int) -> bool:
    """Make one call, which gave a result; says whether it changed what is on the disk or may come to be."""
    if call.endswith("at") and HERE in arguments:  # openat and its like, in the form of those without
        call, arguments = call.removesuffix("at"), [each for each in arguments if each != HERE]
    paths = [_text(each) for each in arguments if each.startswith('"')] if call in WITH_PATHS else []
    if paths and paths[0].endswith(PASSING):
        disk.close(result if call == "open" else -1)
        return False
    if call in WITH_PATHS:
        return bool(WITH_PATHS[call](disk, paths, arguments, result))
    fd = int(arguments[0])
    if fd not in disk.handles:
        return False
    return bool(WITH_FD[call](disk, fd, arguments, result))


WITH_PATHS = {
    "open": lambda disk, paths, arguments, fd: disk.open(paths[0], set(arguments[1].split("|")), fd),
    "mkdir": lambda disk, paths, *_: disk.name(paths[0], Folder()),
    "symlink": lambda disk, paths, *_: disk.name(
        paths[1], File(bytearray(paths[0].encode()), paths[0].encode(), is_link=True)
    ),
    "unlink": lambda disk, paths, *_: disk.name(paths[0], None),
    "rmdir": lambda disk, paths, *_: disk.name(paths[0], None),
    "rename": lambda disk, paths, *_: disk.rename(*paths),
}
WITH_FD = {
    "write": lambda disk, fd, arguments, done: disk.write(fd, _bytes(arguments[1])[:done]),
    "pwrite64": lambda disk, fd, arguments, done: disk.write(fd, _bytes(arguments[1])[:done], int(arguments[3])),
    "ftruncate": lambda disk, fd, arguments, _: disk.truncate(fd, int(arguments[1])),
    "fsync": lambda disk, fd, *_: disk.sync(fd),
    "fdatasync": lambda disk, fd, *_: disk.sync(fd),
    "lseek": lambda disk, fd, _, at: disk.seek(fd, at),
    "close": lambda disk, fd, *_: disk.close(fd),
    "dup": lambda disk, fd, _, other: disk.duplicate(fd, other),
    "dup2": lambda disk, fd, _, other: disk.duplicate(fd, other),
    "dup3": lambda disk, fd, _, other: disk.duplicate(fd, other),
}
"""What each call does to a disk; of all others that may change a file the crawler makes no use, or they raise a KeyError."""
