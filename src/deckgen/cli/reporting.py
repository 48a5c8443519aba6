"""Diagnostics -> the user's terminal, pipe or program, and the exit code that they mean."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from deckgen.diagnostics import Diagnostic
    from deckgen.report.look import Look

FULL, CONCISE, JSON = "full", "concise", "json"
AUTO, ALWAYS, NEVER = "auto", "always", "never"
_FAILURE: Final = 1
_BUG: Final = 70
"""The code for an internal error of a program: `EX_SOFTWARE` in `sysexits.h`."""


class Reporting(NamedTuple):
    """How the user wants to be told what there is to tell."""

    form: str = FULL
    color: str = AUTO
    strict: bool = False
    quiet: bool = False
    json_to_stdout: bool = False

    def show(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Write diagnostics to standard error, or where the command's JSON document goes."""
        shown = [item for item in diagnostics if self._is_shown(item)]
        if self.form == JSON:
            from deckgen.report.machine import machine

            stream = sys.stdout if self.json_to_stdout else sys.stderr
            stream.write(machine(shown))
            return
        if not shown:
            return
        import click  # most builds have nothing to say

        text = _render(shown, self.form, look_of(sys.stderr, self.color))
        click.echo(text, file=sys.stderr, nl=False, color=True)
        self._offer_explanation(shown)

    def say(self, sentence: str) -> None:
        """Write a sentence on what was done, if a person is there to read it."""
        if self.is_watched:
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()

    def _offer_explanation(self, shown: Sequence[Diagnostic]) -> None:
        failed = [item.code.slug for item in shown if self._fails(item)]
        if failed and self.form == FULL:
            self.say(f"`deckgen explain {failed[0]}` tells more.")

    @property
    def is_watched(self) -> bool:
        """Whether standard error leads to a person who has not asked for silence."""
        return sys.stderr.isatty() and not self.quiet and self.form != JSON

    def exit_code(self, diagnostics: Sequence[Diagnostic]) -> int:
        """Return 70 where there is a bug, 1 where something else counts as a failure, else 0."""
        from deckgen.codes import INTERNAL

        if any(item.code is INTERNAL for item in diagnostics):
            return _BUG
        return _FAILURE if any(self._fails(item) for item in diagnostics) else 0

    def bounded(
        self, command: Callable[[], int], passing: tuple[type[Exception], ...] = (OSError,)
    ) -> int:
        """Run a command; a bug that none of its stages has reported is told.

        What passes is foreseen: a stream that fails, and ways to end a program.
        """
        from deckgen.diagnostics import Sink
        from deckgen.internal import Boundary

        sink = Sink()
        with Boundary(sink, passing=passing):
            return command()
        self.show(sink.sorted())
        return self.exit_code(sink.sorted())

    def _fails(self, item: Diagnostic) -> bool:
        from deckgen.diagnostics import Severity

        return item.is_error or (self.strict and item.severity is Severity.WARNING)

    def _is_shown(self, item: Diagnostic) -> bool:
        return self._fails(item) or not self.quiet


def _render(diagnostics: Sequence[Diagnostic], form: str, look: Look) -> str:
    if form == CONCISE:
        from deckgen.report.concise import concise

        return concise(diagnostics, look)
    from deckgen.report.full import full

    return full(diagnostics, look)


def look_of(stream: TextIO, color: str) -> Look:
    """Return the width and colours that suit a stream.

    An explicit wish for colour wins, then NO_COLOR (no-color.org), FORCE_COLOR, and a terminal
    that is not dumb.
    """
    from deckgen.report.look import PIPE_WIDTH, Look

    return Look(
        _width(stream) or PIPE_WIDTH, color == ALWAYS or (color == AUTO and _wants_color(stream))
    )


def _wants_color(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int | None:
    """Return the number of columns of a terminal, or None where there is none."""
    if not stream.isatty():
        return None
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal():
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return None
