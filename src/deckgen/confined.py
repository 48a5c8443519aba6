"""A path -> a file in a folder, opened so that no link leads out, not even one made meanwhile."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

READING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How files are opened: without waiting for who would write into a pipe, and byte for byte."""
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_FOLDER: Final = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _NO_LINK


class OutsideRootError(OSError):
    """A path leads out of the folder to which reading is confined."""


def open_within(root: Path, path: Path) -> int:
    """Return the descriptor of a file in a folder, whose own path has no links.

    Links are followed first, and the result is looked at. What is then opened is looked up step by
    step from the folder, without links, so that nothing that is put in place of a step meanwhile
    leads elsewhere. Raises `OutsideRootError` for what is not in the folder.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(root):
        raise OutsideRootError(errno.EACCES, "it is outside of the folder that may be read")
    steps = real.relative_to(root).parts
    if not steps:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if os.open not in os.supports_dir_fd:
        return _open_and_compare(real)
    folder = os.open(root, _FOLDER)
    try:
        for step in steps[:-1]:
            inner = os.open(step, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(steps[-1], READING | _NO_LINK, dir_fd=folder)
    finally:
        os.close(folder)


def _open_and_compare(real: Path) -> int:
    """Return the descriptor of a file on a system that cannot look up step by step (Windows)."""
    descriptor = os.open(real, READING)
    is_same = os.path.samestat(os.fstat(descriptor), real.lstat())
    if not is_same or Path(os.path.realpath(real)) != real:
        os.close(descriptor)
        raise OutsideRootError(errno.EACCES, "it was replaced while it was opened")
    return descriptor
