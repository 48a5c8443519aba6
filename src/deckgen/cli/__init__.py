"""The words of a command line -> files, reports and an exit code.

Nothing but this package knows click, the terminal or exit codes: 0 when all is well, 1 when the
deck has errors or its result cannot be written, 2 when the command itself is not understood, and
130 when the user interrupts. Modules are imported when a command needs them, because a cold start
is felt at every build.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Final, NoReturn

_FAILED: Final = 1
_INTERRUPTED: Final = 130


def main() -> NoReturn:
    """Run the command line of this process and exit.

    A process lives for one command, whose trees are needed to its end: to look for cycles in them,
    and to take them apart before leaving, would take a seventh of the time of a small build.
    """
    gc.disable()
    try:
        from deckgen.cli.program import run

        code = run(sys.argv[1:])
        sys.stdout.flush()
        sys.stderr.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        code = _FAILED
    os._exit(code)
