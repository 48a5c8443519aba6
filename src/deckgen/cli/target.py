"""The word after `-o` -> the file that is written, or the diagnostic that says why it is not."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.cli.ending import DEEDS
from deckgen.cli.inputs import STANDARD_STREAM, status_of

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.diagnostics import Diagnostic
    from deckgen.world import DiskWorld

_SUFFIX: Final = ".pptx"
_OPEN_ELSEWHERE: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY})


def target_of(deck: Path, output: str | None) -> Path:
    """Return where the result goes; `-` is standard output. Words that cannot be meant are refused.

    Without a word the result stands beside the deck; a folder takes it under the deck's name.
    """
    if output == str(STANDARD_STREAM):
        if sys.stdout.isatty():
            raise _misunderstood("a presentation is not written to a terminal; redirect it")
        return STANDARD_STREAM
    if output is not None and not is_folder(output):
        return Path(output)
    if deck == STANDARD_STREAM:
        raise _misunderstood("a deck from standard input needs `-o FILE`")
    name = f"{deck.stem}{_SUFFIX}"
    return Path(deck.parent if output is None else output) / name


def _misunderstood(message: str) -> Exception:
    from click import UsageError  # a plain build does without click

    return UsageError(message)


def is_folder(output: str) -> bool:
    """Tell whether a word means a folder: one that there is, or by the slash at its end."""
    try:
        return output.endswith(("/", os.sep)) or Path(output).is_dir()
    except OSError:  # a name that the system does not take, which writing will tell
        return False


def deliver(file: Blob, target: Path, world: DiskWorld) -> tuple[Diagnostic, ...]:
    """Write a presentation, folders included; return what there is to say of it."""
    if target == STANDARD_STREAM:
        return _refused(world) or _deliver_to_stream(file)
    return write_down(file, target, world) or _doubts(target)


def write_down(data: bytes | Blob, target: Path, world: DiskWorld) -> tuple[Diagnostic, ...]:
    """Write a file, folders included; return what went wrong."""
    from deckgen.world import SourceFileError

    try:
        _write(data, target, world)
    except SourceFileError as error:
        return (_is_source(str(target), str(error)),)
    except OSError as error:
        return (_failure(target, error),)
    return ()


def print_out(text: str, world: DiskWorld) -> tuple[Diagnostic, ...]:
    """Write a text to standard output; return why it is not, if it is not."""
    refused = _refused(world)
    if not refused:
        import click

        click.echo(text, nl=False)
    return refused


def _refused(world: DiskWorld) -> tuple[Diagnostic, ...]:
    """Return why nothing may be written to standard output: it leads to a file that was read."""
    from deckgen.world import SourceFileError

    status = status_of(sys.stdout)
    try:
        if status is not None:
            world.check(status)
    except SourceFileError as error:
        return (_is_source("standard output", str(error)),)
    return ()


def _is_source(target: str, source: str) -> Diagnostic:
    from deckgen.codes import OUTPUT_IS_SOURCE
    from deckgen.diagnostics import Diagnostic
    from deckgen.spec.files import shown

    way = "" if target == source else f"; `{shown(target)}` leads there"
    message = f"the result would overwrite `{shown(source)}`, which it is made from{way}"
    hints = ("write elsewhere with `-o`",)
    return Diagnostic(OUTPUT_IS_SOURCE, OUTPUT_IS_SOURCE.severity, message, hints=hints)


def _deliver_to_stream(file: Blob) -> tuple[Diagnostic, ...]:
    try:
        sys.stdout.buffer.writelines(file.chunks())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the stream would only fail again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return (_failure(None, error),)
    return ()


def _doubts(target: Path) -> tuple[Diagnostic, ...]:
    """Return a warning where the name of a presentation tells no program what it is."""
    if target.suffix.lower() == _SUFFIX:
        return ()
    from deckgen.codes import OUTPUT_NAME
    from deckgen.diagnostics import Diagnostic
    from deckgen.spec.files import shown

    message = f"`{shown(str(target))}` holds a presentation, but does not end in `{_SUFFIX}`"
    hints = (f"end it in `{_SUFFIX}`, so that systems know what opens it",)
    return (Diagnostic(OUTPUT_NAME, OUTPUT_NAME.severity, message, hints=hints),)


def _write(data: bytes | Blob, target: Path, world: DiskWorld) -> None:
    from deckgen.atomic import abandon
    from deckgen.world import NotAPlainFileError

    # A device must not be replaced by a file of its name.
    if target.exists() and not target.is_file():
        raise NotAPlainFileError(errno.EINVAL, "it is not a plain file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, f"`{target.parent}` is not a folder") from None
    DEEDS.append(abandon)
    world.write(target, data)


def _failure(target: Path | None, error: OSError) -> Diagnostic:
    from deckgen.codes import OUTPUT_FAILED
    from deckgen.diagnostics import Diagnostic
    from deckgen.spec.files import reason, shown

    why = reason(error)
    is_open = target is not None and error.errno in _OPEN_ELSEWHERE and target.is_file()
    hints = ("close it in PowerPoint, or write elsewhere with `-o`",) if is_open else ()
    place = "standard output" if target is None else f"`{shown(str(target))}`"
    message = f"cannot write {place}: {why[:1].lower()}{why[1:]}"
    return Diagnostic(OUTPUT_FAILED, OUTPUT_FAILED.severity, message, hints=hints)
