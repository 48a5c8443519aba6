"""The word for a deck on a command line -> the run that compiles it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

    from deckgen.compiler import Build, Options
    from deckgen.world import DiskWorld

STANDARD_STREAM: Final = Path("-")
STANDARD_INPUT_NAME: Final = "<stdin>"


def name_of(deck: Path) -> str:
    """Return how a deck is called in what people read."""
    return STANDARD_INPUT_NAME if deck == STANDARD_STREAM else str(deck)


def build_of(deck: Path, options: Options, world: DiskWorld) -> Build:
    """Return the run for the file at a path, or for standard input where the path is `-`."""
    from deckgen.compiler import build_file, build_stream

    if deck != STANDARD_STREAM:
        return build_file(deck, options, world)
    status = status_of(sys.stdin)
    if status is not None:
        world.note(status, STANDARD_INPUT_NAME)
    return build_stream(sys.stdin.buffer, STANDARD_INPUT_NAME, options, world)


def status_of(stream: TextIO) -> os.stat_result | None:
    """Return what a stream leads to, None where it is no file of the system."""
    try:
        return os.fstat(stream.fileno())
    except OSError:
        return None
