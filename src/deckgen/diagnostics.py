"""What the author is told: diagnostics as data, and the sink that collects them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from deckgen.guesses import Guesses
from deckgen.records import Struct, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.codes import DiagnosticCode
    from deckgen.source import Span


class Severity(Enum):
    """How much a diagnostic weighs. An error means that nothing is written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Label(Struct, frozen=True):
    """A second place that helps to understand a diagnostic, and a word on it."""

    span: Span
    text: str


class Diagnostic(Struct, frozen=True):
    """One thing that the author should know.

    The message is lower case without a full stop, with what was written in backticks; a hint says
    what to do. A diagnostic without a span concerns a whole file, which its message names.
    """

    code: DiagnosticCode
    severity: Severity
    message: str
    span: Span | None = None
    labels: tuple[Label, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether this diagnostic keeps the deck from being written."""
        return self.severity is Severity.ERROR


def diagnose(
    code: DiagnosticCode,
    span: Span | None,
    message: str,
    *,
    labels: Iterable[Label] = (),
    hints: Iterable[str] = (),
) -> Diagnostic:
    """Return a diagnostic of the code's severity."""
    return Diagnostic(code, code.severity, message, span, tuple(labels), tuple(hints))


class Sink(Struct):
    """Collects diagnostics while a stage goes on with the next sibling.

    `guesses` is what may be spent on hints at what was meant.
    """

    guesses: Guesses = field(default_factory=Guesses)
    _items: list[Diagnostic] = field(default_factory=list)
    _seen: set[_Told] = field(default_factory=set)

    def report(
        self,
        code: DiagnosticCode,
        span: Span | None,
        message: str,
        *,
        labels: Iterable[Label] = (),
        hints: Iterable[str] = (),
    ) -> None:
        """Add a diagnostic of the code's severity, once for each place and message."""
        self.add((diagnose(code, span, message, labels=labels, hints=hints),))

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Add diagnostics, each once for its place and message."""
        for item in map(_shown, found):
            key = _told(item)
            if key not in self._seen:
                self._seen.add(key)
                self._items.append(item)

    def take(self, other: Sink) -> None:
        """Add what was reported to another sink."""
        for item in other._items:
            self.report(item.code, item.span, item.message, labels=item.labels, hints=item.hints)

    def has_told(self, message: str) -> bool:
        """Tell whether something with this message was reported, wherever it was."""
        return any(item.message == message for item in self._items)

    @property
    def has_errors(self) -> bool:
        """Whether anything reported so far is an error."""
        return any(item.is_error for item in self._items)

    def has_error_in(self, span: Span) -> bool:
        """Tell whether an error was reported within a place."""
        return any(
            item.is_error
            and item.span is not None
            and item.span.source is span.source
            and span.start <= item.span.start < span.stop
            for item in self._items
        )

    def told(self) -> tuple[Diagnostic, ...]:
        """Return what was reported, in the order in which it was."""
        return tuple(self._items)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return what was reported in the order of its places, what has no place first."""
        settled: dict[_Told, Diagnostic] = {}
        for item in map(_settled, self._items):
            settled.setdefault(_told(item), item)
        return tuple(sorted(settled.values(), key=_order))


_Told = tuple[str, str, "Span | None"]


def _told(item: Diagnostic) -> _Told:
    """Return what tells a diagnostic from others."""
    return item.code.slug, item.message, item.span


def _settled(item: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose places are those in whole files."""
    if item.span is None:
        return item
    labels = tuple(Label(label.span.settled, label.text) for label in item.labels)
    return replace(item, span=item.span.settled, labels=labels)


def _shown(item: Diagnostic) -> Diagnostic:
    """Return a diagnostic; of one in a hidden source no more than the line and the kind."""
    origin = item.span.source.origin if item.span else None
    if item.span is None or origin is None or not origin.is_hidden:
        return item
    message = f"line {item.span.line} of what is named here is wrong: {item.code.summary}"
    hint = "it is not in the folder of the deck, so nothing of it is shown; see `--root`"
    return _shown(diagnose(item.code, origin.at, message, hints=[hint]))


def _order(item: Diagnostic) -> tuple[str, int]:
    if item.span is None:
        return ("", 0)
    return (item.span.source.name, item.span.start)
