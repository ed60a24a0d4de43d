"""The calls by which processes change files, as strace sees them, SQLite's among them."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from pathlib import Path

from tests.stand.disk import Disk, Fd, File, Folder

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

SEEN = re.compile(r"(\d+\.\d+) (\w+\(.*\) += -?\d+.*) <(\d+\.\d+)>")
"""A call as strace writes it down: when it began, and how long it took."""

LINE = re.compile(r"(\d+) (\w+)\((.*)\) += (-?\d+)")
"""A call as it is kept: which process made it."""

HERE = "AT_FDCWD"

PASSING = "-shm"
"""End of the name of what SQLite shares between processes: it is made anew after a power cut."""


def recorded(commands: Sequence[Sequence[str]], log: Path, cwd: Path, environment: Mapping[str, str]) -> list[str]:
    """Run commands at once and give the calls of their main threads, one a line, in the order in which they ended.

    Each begins with the number of its command. Raises where a command fails.
    """
    assert STRACE is not None
    seen = ["-xx", "-s", "100000000", "-ttt", "-T", "-e", "signal=none", "-e"]
    seen.append(f"trace={','.join(f'?{call}' for call in CALLS)}")
    logs = [log.with_name(f"{log.name}{number}") for number in range(len(commands))]
    running = [
        subprocess.Popen([STRACE, "-o", log, *seen, *command], cwd=cwd, env=environment, stderr=subprocess.DEVNULL)
        for log, command in zip(logs, commands, strict=True)
    ]
    codes = [process.wait(600) for process in running]
    assert not any(codes), f"exit codes {codes}"
    return [line for _, line in merge(*(_ended(log, number) for number, log in enumerate(logs)))]


def _ended(log: Path, number: int) -> Iterator[tuple[float, str]]:
    """Give the calls of one process, with the time at which each ended."""
    for line in log.read_text(encoding="ascii").splitlines():
        if match := SEEN.match(line):
            yield float(match[1]) + float(match[3]), f"{number} {match[2]}"


def call_of(line: str) -> str:
    """Give the name of the call in a line."""
    match = LINE.match(line)
    return match[2] if match else ""


def replay(disk: Disk, lines: Sequence[str]) -> Iterator[int]:
    """Make the calls on a disk; gives the number of the line after each that changed something."""
    for number, line in enumerate(lines):
        match = LINE.match(line)
        if match is None or int(match[4]) < 0:
            continue
        if _make(disk, int(match[1]), match[2], match[3].split(", "), int(match[4])):
            yield number


def _text(argument: str) -> str:
    return _bytes(argument).decode()


def _bytes(argument: str) -> bytes:
    assert argument.startswith('"'), argument
    assert argument.endswith('"'), argument
    return bytes.fromhex(argument[1:-1].replace("\\x", ""))


def _make(disk: Disk, process: int, call: str, arguments: list[str], result: int) -> bool:
    """Make one call, which gave a result; says whether it changed what is on the disk or may come to be."""
    given: Fd = process, result
    if call.endswith("at") and HERE in arguments:  # openat and its like, in the form of those without
        call, arguments = call.removesuffix("at"), [each for each in arguments if each != HERE]
    paths = [_text(each) for each in arguments if each.startswith('"')] if call in WITH_PATHS else []
    if paths and paths[0].endswith(PASSING):
        disk.close(given)
        return False
    if call in WITH_PATHS:
        return bool(WITH_PATHS[call](disk, paths, arguments, given))
    fd: Fd = process, int(arguments[0])
    if fd not in disk.handles:
        return False
    return bool(WITH_FD[call](disk, fd, arguments, given))


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
    "write": lambda disk, fd, arguments, given: disk.write(fd, _bytes(arguments[1])[: given[1]]),
    "pwrite64": lambda disk, fd, arguments, given: disk.write(fd, _bytes(arguments[1])[: given[1]], int(arguments[3])),
    "ftruncate": lambda disk, fd, arguments, _: disk.truncate(fd, int(arguments[1])),
    "fsync": lambda disk, fd, *_: disk.sync(fd),
    "fdatasync": lambda disk, fd, *_: disk.sync(fd),
    "lseek": lambda disk, fd, _, given: disk.seek(fd, given[1]),
    "close": lambda disk, fd, *_: disk.close(fd),
    "dup": lambda disk, fd, _, other: disk.duplicate(fd, other),
    "dup2": lambda disk, fd, _, other: disk.duplicate(fd, other),
    "dup3": lambda disk, fd, _, other: disk.duplicate(fd, other),
}
"""What each call does to a disk; of all others that may change a file the crawler makes no use, or they raise a KeyError."""
