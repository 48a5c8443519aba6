"""The words of a command line -> files, reports and an exit code.

Nothing but this package knows click, the terminal or exit codes: 0 when all is well, 1 when the
deck has errors or a file cannot be read or written, 2 when the command itself is not understood,
70 when deckgen has a bug, and 128 and the number of the signal that ends it: 130 for Ctrl-C.
Modules are imported when a command needs them, because a cold start is felt at every build, and
because signals are not heeded before this one is there.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # as type checkers understand it; importing `typing` takes a while
if TYPE_CHECKING:
    from typing import Literal, NoReturn, TextIO

_FAILED = 1
_INTERRUPTED = 130
_SLOTS = 1 << 16
"""What the frame of the command claims, so that those of all that it calls find room beside it.

CPython has frames in blocks of 16 kB and gives a block back when the last frame in it ends. Where
the calls of a loop cross the edge of one, each has the system give it memory anew: 1,200 times in a
small build. A block is a power of two that holds its first frame, 1 MB here, untouched until used.
"""


def main() -> NoReturn:
    """Run the command line of this process and exit.

    A process lives for one command, whose trees are needed to its end: to look for cycles in them,
    and to take them apart before leaving, would take a seventh of the time of a small build.
    """
    try:
        from deckgen.cli.ending import end_quietly_on_signals

        end_quietly_on_signals()
    except KeyboardInterrupt:
        os._exit(_INTERRUPTED)
    gc.disable()
    _open_missing_streams()
    _never_fail_to_print()
    try:
        code = _run()
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        code = _FAILED
    except OSError as error:
        code = _FAILED
        _tell(error)
    os._exit(code)


def _run() -> int:
    from deckgen.cli.plain import plain_build

    words = sys.argv[1:]
    plain = plain_build(words, os.environ)
    if plain is not None:
        return plain.run()
    from deckgen.cli.program import run

    return run(words)


_run.__code__ = _run.__code__.replace(co_stacksize=_SLOTS)


def _open_missing_streams() -> None:
    """Let a stream that the caller has closed fail when it is used, as it does in other programs.

    Python has None in its place. No file that is opened later gets its number in this way.
    """
    sys.stdin = sys.stdin or _null(os.O_WRONLY, "r")
    sys.stdout = sys.stdout or _null(os.O_RDONLY, "w")
    sys.stderr = sys.stderr or _null(os.O_WRONLY, "w")


def _never_fail_to_print() -> None:
    """Let a terminal that lacks a character show its escape instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _null(flags: int, mode: Literal["r", "w"]) -> TextIO:
    return os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")


def _tell(error: OSError) -> None:
    """Say in a line what the system refused; where no file is named, it was to take our output."""
    from deckgen.spec.files import reason

    what = f"use '{error.filename}'" if error.filename else "write standard output"
    try:
        sys.stderr.write(f"Error: cannot {what}: {reason(error)}\n")
        sys.stderr.flush()
    except OSError:  # nobody can be told
        return
