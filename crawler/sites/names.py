"""Which names a site can have: each is a folder of the output folder and a word on the command line."""

import re

NAME = re.compile(r"[^\W_][\w.-]{0,99}")
"""No separators, no leading dot or dash, and short enough to be read."""

MOST_BYTES = 255
"""Longest name of a folder on common file systems."""

OUTPUT_FILES = ("ledger.sqlite", "report.html")
"""Files of the output folder; what stands behind their names (`-wal`, `-shm`) is theirs too."""


def problem_of(name: str) -> str | None:
    """Say in a few words why a site cannot have a name; None where it can.

    >>> problem_of("evening-mirror"), problem_of("ledger.sqlite-wal")
    (None, "'ledger.sqlite-wal' is the name of a file in the output folder")
    """
    if not NAME.fullmatch(name):
        return f"must be letters, digits, dots, dashes and underscores, a letter or digit first, not {name!r:.80}"
    if len(name.encode("utf-8", "replace")) > MOST_BYTES:
        return f"{name!r:.80} is longer than a folder's name can be"
    if name.casefold().startswith(OUTPUT_FILES):
        return f"{name!r} is the name of a file in the output folder"
    return None
