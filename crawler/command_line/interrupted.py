"""Ctrl-C before a command runs, while modules are still loading: one line, as commands say it, and no traceback.

Python ends by the signal then, which shells report as 130. Importing this module is enough; `crawler.settings` does it first,
since nothing of the project is loaded before them.
"""

import sys
from types import TracebackType

_before = sys.excepthook


def say_stopped(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say of an interrupt that nothing caught that the command stopped, and of other errors what Python says."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("stopped\n")
    else:
        _before(kind, error, trace)


sys.excepthook = say_stopped
