"""A deck and the files that are wanted -> these files, of several forms, from one run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from deckgen.cli.building import slides
from deckgen.cli.inputs import STANDARD_STREAM, build_of
from deckgen.cli.outputs import PRESENTATION, choice_of, results_of
from deckgen.cli.progress import progress
from deckgen.cli.target import deliver, write_down
from deckgen.codes import OUTPUT_TWICE
from deckgen.diagnostics import Diagnostic
from deckgen.records import replace
from deckgen.spec.files import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from deckgen.blobs import Blob
    from deckgen.cli.build import Wanted
    from deckgen.cli.outputs import Result
    from deckgen.cli.reporting import Reporting
    from deckgen.compiler import Build, Options
    from deckgen.export.model import ExportChoice, Exports
    from deckgen.world import DiskWorld

_Written = tuple["Path", "Blob | bytes"]


def export(
    deck: Path, wanted: Wanted, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Write a deck in all forms that are wanted, and return the exit code.

    All files are made before the first is written, each of them whole or not at all.
    """
    with progress(shown=reporting.is_watched) as step:
        build = build_of(deck, replace(options, progress=step), world)
        diagnostics, said = exported(build, deck, wanted, world)
    reporting.show(diagnostics)
    if options.timings is not None:
        from deckgen.cli.timings import show

        show(options.timings)
    for sentence in said:
        reporting.say(sentence)
    return reporting.exit_code(diagnostics)


def exported(
    build: Build, deck: Path, wanted: Wanted, world: DiskWorld
) -> tuple[tuple[Diagnostic, ...], tuple[str, ...]]:
    """Write what is wanted of a run; return what is to be told, and what was written in words.

    Where anything is wrong nothing is said to be written.
    """
    outputs = results_of(wanted.words, deck)
    choice = _naming(outputs, choice_of(wanted.said, wanted.words))
    made = build.export(tuple(dict.fromkeys(output.form for output in outputs)), choice)
    written = [(output, _files(output, made)) for output in outputs]
    diagnostics = made.diagnostics + _twice([path for _, files in written for path, _ in files])
    if not any(item.is_error for item in diagnostics):
        for output, files in written:
            for path, data in files:
                diagnostics += _write(path, data, output, world)
    if any(item.is_error for item in diagnostics):
        return diagnostics, ()
    told = (_told(output, files, made.pages) for output, files in written)
    return diagnostics, tuple(filter(None, told))


def _naming(outputs: Sequence[Result], choice: ExportChoice) -> ExportChoice:
    """Return a choice that tells how drawings are called, unless they have several names."""
    drawings = [output for output in outputs if output.form == "svg"]
    if len(drawings) != 1:
        return choice

    def called(number: int, largest: int) -> str:
        return drawings[0].file(number, largest, single=False).name

    return replace(choice, called=called)


def _files(output: Result, made: Exports) -> list[_Written]:
    """Return the files of an output, each with what goes into it."""
    if output.form == PRESENTATION:
        return [] if made.deck is None else [(output.path, made.deck)]
    files = made.files.get(output.form, ())
    largest = max((file.number or 0 for file in files), default=0)
    single = len(files) == 1
    return [(output.file(file.number, largest, single=single), file.data) for file in files]


def _twice(paths: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """Return the diagnostic for the first file to which two results would go."""
    seen: set[str] = set()
    for path in paths:
        place = os.path.normcase(os.path.realpath(path))
        if place in seen:
            message = f"two results would go to `{shown(str(path))}`"
            hints = ("give each `-o` another name",)
            return (Diagnostic(OUTPUT_TWICE, OUTPUT_TWICE.severity, message, hints=hints),)
        seen.add(place)
    return ()


def _write(
    path: Path, data: Blob | bytes, output: Result, world: DiskWorld
) -> tuple[Diagnostic, ...]:
    if output.form == PRESENTATION and not isinstance(data, bytes):
        return deliver(data, path, world)
    return write_down(data, path, world)


def _told(output: Result, files: Sequence[_Written], count: int) -> str:
    """Return a sentence on what was written, if a person can find it."""
    if output.path == STANDARD_STREAM or not files:
        return ""
    first, last = files[0][0], files[-1][0]
    if len(files) > 1:
        return f"{first} to {last.name}: {len(files)} pictures"
    if output.form == PRESENTATION:
        return f"{first}: {slides(count)}"
    return str(first)
