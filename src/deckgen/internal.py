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
    from typing import Literal

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


class WorkingOn:
    """Code that works on a place in the deck: what leaves it is a `Fault` there.

    What is foreseen must be caught within. Of places within each other the innermost is told.
    """

    __slots__ = ("place",)

    def __init__(self, place: Span | None) -> None:
        self.place = place

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        if isinstance(error, Exception) and not isinstance(error, Fault):
            raise Fault(self.place) from error
        return False


class Outside:
    """Code that calls a function of the caller's, which may raise what it likes to end the run."""

    __slots__ = ()

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        if isinstance(error, Exception):
            raise Stopped(error) from error
        return False


class Boundary:
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

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, self.passing):
            return False
        fault = error if isinstance(error, Fault) else None
        if os.environ.get(DEBUG):
            if fault is None:
                raise Fault(self.place) from error
            return False
        place = fault.place if fault is not None else None
        cause = fault.__cause__ if fault is not None else error
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
