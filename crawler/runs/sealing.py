"""The end of a run: files put in their final form, `run.json` last of all, and killed runs brought to the same state."""

import gzip
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

import zstandard

from crawler.archive import FILE_NAME
from crawler.archive.members import members
from crawler.ledger.runs import RunRecord
from crawler.runs.counts import Counts, recount
from crawler.runs.files import cut, put, sync_folder, whole_lines
from crawler.runs.folder import FILES, REPORT, SiteFolder, read_report, remove_leftovers
from crawler.runs.verdict import HEALTHY, UNHEALTHY

COMPRESSIONS = ("", "gz", "zst")
"""What STORAGE_COMPRESSION may be; empty leaves the files as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `run.json` says."""

    run: str
    site: str
    start: str
    end: str
    finish_reason: str
    exit_code: int
    verdict: str
    counts: Mapping[str, Any]
    versions: Mapping[str, str] = field(default_factory=dict)
    settings_digest: str = ""

    def as_json(self) -> bytes:
        """Give the file's content."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(values, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"

    def as_record(self) -> RunRecord:
        """Give the ledger's record of the run."""
        return RunRecord(
            site=self.site,
            run=self.run,
            start=self.start,
            open=False,
            end=self.end,
            exit_code=self.exit_code,
            finish_reason=self.finish_reason,
            counts=dict(self.counts),
        )


def seal(folder: SiteFolder, report: Report, compression: str) -> None:
    """Make a run final: compress its files where that is wanted, then write `run.json`, then move `latest`.

    Every step can be done again by the next start if this process is killed before the last one. Raises OSError where
    the disk refuses.
    """
    path = folder.run(report.run)
    if compression:
        for name in FILES:
            compress(path / name, compression)
    put(path / REPORT, report.as_json())
    if report.exit_code == HEALTHY:
        folder.point_latest(report.run)


def compress(path: Path, compression: str) -> None:
    """Put the compressed variant of a file in its place; does nothing where that happened before."""
    if not path.exists():
        return
    target = path.with_name(f"{path.name}.{compression}")
    aside = path.with_name(f".{target.name}.tmp")
    with path.open("rb") as source, aside.open("wb") as file:
        with compressor(file, compression) as packed:
            shutil.copyfileobj(source, packed, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(target)
    sync_folder(path.parent)
    path.unlink()
    sync_folder(path.parent)


def unpack(path: Path) -> None:
    """Put the plain file back in the place of its compressed variant: the run was killed while it was sealed."""
    for compression in COMPRESSIONS[1:]:
        packed = path.with_name(f"{path.name}.{compression}")
        if not packed.exists():
            continue
        if not path.exists():
            aside = path.with_name(f".{path.name}.tmp")
            with packed.open("rb") as file, _decompressor(file, compression) as source, aside.open("wb") as plain:
                shutil.copyfileobj(source, plain, 1 << 20)
                plain.flush()
                os.fsync(plain.fileno())
            aside.replace(path)
            sync_folder(path.parent)
        packed.unlink()  # beside the plain file it would be the lines a second time, if none is wanted any more


def compressor(file: IO[bytes], compression: str) -> IO[bytes]:
    """Give what packs into a file, which it leaves open; the same lines give the same bytes."""
    if compression == "gz":
        # No name and no time in the header.
        return cast("IO[bytes]", gzip.GzipFile("", "wb", 6, file, mtime=0))
    return cast("IO[bytes]", zstandard.ZstdCompressor(level=6).stream_writer(file, closefd=False))


def _decompressor(file: IO[bytes], compression: str) -> IO[bytes]:
    if compression == "gz":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=file))
    return cast("IO[bytes]", zstandard.ZstdDecompressor().stream_reader(file))


def cut_back(path: Path, lengths: Mapping[str, int]) -> list[str]:
    """Cut the plain files of a run back to what the ledger says is safe; gives complaints about what is missing."""
    complaints = []
    # An archive that no commit knows was begun by a run that died before its first one.
    begun = {FILE_NAME} if (path / FILE_NAME).exists() else set()
    for name in sorted({*FILES, *lengths, *begun}):
        file, safe = path / name, lengths.get(name, 0)
        unpack(file)
        if not file.exists():
            file.touch()
        length = file.stat().st_size
        if length > safe:
            cut(file, safe)
        elif length < safe:
            complaints.append(f"{name} lacks {safe - length} bytes that were committed")
    return complaints


def whole_lengths(path: Path) -> dict[str, int]:
    """Give the length of each file up to the end of its last whole line or record: for a run the ledger knows nothing of."""
    lengths = {}
    if (path / FILE_NAME).exists():
        with (path / FILE_NAME).open("rb") as archive:
            lengths[FILE_NAME] = max(members(archive), default=0)
    for name in FILES:
        file = path / name
        unpack(file)
        if file.exists():
            lengths[name] = whole_lines(file)
    return lengths


def bring_to_end(
    folder: SiteFolder, record: RunRecord, *, end: str, facts: Mapping[str, Any], **outcome: Any
) -> Report:
    """Seal a run that did not come to its own end: what was committed stays, the rest is cut away.

    Takes the ledger's record, the time, `versions` and `settings_digest` in *facts*, and in *outcome* `finish_reason`,
    `exit_code`, `verdict` (to which the figures are added) and `compression`. Raises OSError where the disk refuses.
    """
    path = folder.run(record.run)
    remove_leftovers(path)
    # A killed process has seen to no name that it gave last, and the ledger must not tell of what a power cut may take.
    sync_folder(path)
    sync_folder(folder.path)
    if (done := read_report(path)) is not None:
        # Killed between `run.json` and the ledger's note of it; an old copy of the ledger knows nothing of newer runs.
        before = folder.latest()
        is_newest = before is None or before < record.run or not folder.run(before).exists()
        if done["exit_code"] == HEALTHY and is_newest:
            folder.point_latest(record.run)
        return Report(**{name: done[name] for name in Report.__slots__})
    complaints = cut_back(path, record.lengths)
    try:
        counts = recount(path, record.counts)
    except (ValueError, LookupError, TypeError, RecursionError) as error:  # a damaged disk gives lines of any kind
        complaints.append(f"a committed line cannot be read: {error}")
        counts = Counts()
    kept = f"kept: {counts.stored} stored, {counts.rejected} rejected, {counts.failed} failed"
    report = Report(
        run=record.run,
        site=record.site,
        start=record.start,
        end=end,
        finish_reason=outcome["finish_reason"],
        exit_code=outcome["exit_code"],
        verdict="; ".join([outcome["verdict"], kept, *complaints]),
        counts=counts.as_report(),
        **facts,
    )
    seal(folder, report, outcome.get("compression", ""))
    return report


def interrupted(
    folder: SiteFolder, record: RunRecord, *, end: str, facts: Mapping[str, Any], compression: str
) -> Report:
    """Seal a run that was killed, as the next run of its site does."""
    outcome = {
        "finish_reason": "interrupted",
        "exit_code": UNHEALTHY,
        "verdict": "interrupted: the process was killed; the next run fetches again what was not committed",
        "compression": compression,
    }
    if not folder.run(record.run).exists():
        with suppress(FileExistsError):
            folder.make(record.run)
    return bring_to_end(folder, record, end=end, facts=facts, **outcome)
