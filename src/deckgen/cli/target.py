"""The word after `-o` -> the file that is written, or the diagnostic that says why it is not."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.decks import STANDARD_STREAM

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic

_SUFFIX: Final = ".pptx"
_OPEN_ELSEWHERE: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY})


def target_of(deck: Path, output: str | None) -> Path:
    """Return where the result goes; `-` is standard output. Words that cannot be meant are refused.

    Without a word the result stands beside the deck; a folder takes it under the deck's name.
    """
    if output == str(STANDARD_STREAM):
        if sys.stdout.isatty():
            raise click.UsageError("a presentation is not written to a terminal; redirect it")
        return STANDARD_STREAM
    if output is not None and not _is_folder(output):
        return Path(output)
    if deck == STANDARD_STREAM:
        raise click.UsageError("a deck from standard input needs `-o FILE`")
    name = deck.with_suffix(_SUFFIX)
    return name if output is None else Path(output) / name.name


def _is_folder(output: str) -> bool:
    try:
        return output.endswith(("/", os.sep)) or Path(output).is_dir()
    except OSError:  # a name that the system does not take, which writing will tell
        return False


def refuse_to_overwrite(target: Path, *inputs: Path | None) -> None:
    """Raise a usage error where the result would take the place of what it is made from."""
    for path in inputs:
        if path is not None and _is_same(target, path):
            raise click.UsageError(
                f"'{target}' would overwrite what it is made from; give `-o OUT`"
            )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def deliver(data: bytes, target: Path) -> tuple[Diagnostic, ...]:
    """Write the result, folders included; return what went wrong."""
    if target == STANDARD_STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return ()
    try:
        _write(data, target)
    except OSError as error:
        return (_failure(target, error),)
    return ()


def _write(data: bytes, target: Path) -> None:
    from deckgen.world import NotAPlainFileError, write_atomically

    # A device must not be replaced by a file of its name.
    if target.exists() and not target.is_file():
        raise NotAPlainFileError(errno.EINVAL, "it is not a plain file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, f"`{target.parent}` is not a folder") from None
    write_atomically(target, data)


def _failure(target: Path, error: OSError) -> Diagnostic:
    from deckgen.codes import OUTPUT_FAILED
    from deckgen.diagnostics import Diagnostic

    reason = error.strerror or str(error)
    is_open = error.errno in _OPEN_ELSEWHERE and target.is_file()
    hints = ("close it in PowerPoint, or write elsewhere with `-o`",) if is_open else ()
    message = f"cannot write `{target}`: {reason[:1].lower()}{reason[1:]}"
    return Diagnostic(OUTPUT_FAILED, OUTPUT_FAILED.severity, message, hints=hints)
