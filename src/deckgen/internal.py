"""The boundary of bugs: an exception that no stage expects -> one diagnostic, with its place.

Mistakes of authors are reported where they are found; what is raised all the same is a bug of ours.
It costs the user one `internal` and not the rest of the report: each stage runs within a boundary,
and so does each slide where a stage goes through them, so that the others are still looked at.
With `DECKGEN_DEBUG` set a `Fault` passes all boundaries, for developers, debuggers and tests.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from deckgen import codes

if TYPE_CHECKING:
    from types import TracebackType

    from deckgen.diagnostics import Sink
    from deckgen.source import Span

DEBUG: Final = "DECKGEN_DEBUG"
"""The environment variable with which bugs are raised instead of reported."""
ISSUES: Final = "https://github.com/deckgen/deckgen/issues"
_OURS: Final = "deckgen."


class Fault(Exception):  # noqa: N818 - a bug is no error of the program's user
    """A bug, and the place in the deck that was worked on; its cause is what was raised."""

    def __init__(self, place: Span | None) -> None:
        super().__init__(f"at {place}" if place else "at no place in the deck")
        self.place = place


class Stopped(BaseException):
    """What a function of the caller's raised: it is no bug of ours, and passes every boundary."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


class _Block:
    """A `with` block that looks at what is raised in it, interruption and the like left out."""

    __slots__ = ()

    def __enter__(self) -> None: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        return isinstance(error, Exception) and self.catches(error)

    def catches(self, error: Exception) -> bool:
        """Tell whether an exception ends here."""
        raise NotImplementedError


class WorkingOn(_Block):
    """Code that works on a place in the deck: what leaves it is a `Fault` there.

    What is foreseen must be caught within. Of places within each other the innermost is told.
    """

    __slots__ = ("place",)

    def __init__(self, place: Span | None) -> None:
        self.place = place

    def catches(self, error: Exception) -> bool:
        """Give the exception its place."""
        if isinstance(error, Fault):
            return False
        raise Fault(self.place) from error


class Outside(_Block):
    """Code that calls a function of the caller's, which may raise what it likes to end the run."""

    __slots__ = ()

    def catches(self, error: Exception) -> bool:
        """Let the exception pass as one that is not ours."""
        raise Stopped(error) from error


class Boundary(_Block):
    """Code whose bugs are reported, once each; what it would have made is then missing.

    Every exception ends here but those that are named, because one that was foreseen would have
    been handled where it was raised. This is the only place that does so.
    """

    __slots__ = ("passing", "place", "sink")

    def __init__(
        self, sink: Sink, place: Span | None = None, passing: tuple[type[Exception], ...] = ()
    ) -> None:
        self.sink = sink
        self.place = place
        self.passing = passing

    def catches(self, error: Exception) -> bool:
        """Report the exception, unless developers want it raised."""
        if isinstance(error, self.passing):
            return False
        if os.environ.get(DEBUG):
            return WorkingOn(self.place).catches(error)
        place = error.place if isinstance(error, Fault) else None
        cause = error.__cause__ if isinstance(error, Fault) else error
        _report(self.sink, place or self.place, cause or error)
        return True


def _report(sink: Sink, place: Span | None, error: BaseException) -> None:
    place = place and place.first_line
    if isinstance(error, MemoryError):
        sink.report(codes.OUT_OF_MEMORY, place, "there is not enough memory for this deck")
        return
    message = f"deckgen has a bug, which this brought to light: {_origin(error)}"
    if not sink.has_told(message):
        hints = (
            f"please report it at {ISSUES}, with what DECKGEN_DEBUG=1 prints",
            "until it is mended, write this in another way, or leave it out",
        )
        sink.report(codes.INTERNAL, place, message, hints=hints)


def _origin(error: BaseException) -> str:
    """Return the kind of an exception and the last line of ours through which it went.

    Its own words may hold what is in files, and are for developers.
    """
    where, trace = "", error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith(_OURS):
            where = f" in {module.removeprefix(_OURS)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}{where}"
