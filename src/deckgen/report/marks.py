"""A diagnostic's places in one source -> stretches of single lines, and brackets over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic, Label
from deckgen.records import Struct
from deckgen.report.look import Rendition, role_of

if TYPE_CHECKING:
    from deckgen.source import Source, Span


class Underlined(Struct, frozen=True):
    """A stretch of source to be marked; lines and columns count from 0, the end is exclusive."""

    first_line: int
    first_column: int
    last_line: int
    stop_column: int
    text: str
    role: Rendition

    @property
    def is_primary(self) -> bool:
        """Whether this is the place that the diagnostic's message is about."""
        return self.role is not Rendition.FRAME

    @property
    def sign(self) -> str:
        """The character that underlines it."""
        return "^" if self.is_primary else "-"

    @property
    def is_bracket(self) -> bool:
        """Whether the stretch covers more than one line."""
        return self.last_line > self.first_line


def marks_in(source: Source, diagnostic: Diagnostic) -> tuple[Underlined, ...]:
    """Return the marks of a diagnostic that lie in a source, the primary one first."""
    found = [
        _mark(label.span, label.text, Rendition.FRAME) for label in labels_in(source, diagnostic)
    ]
    if diagnostic.span is not None and diagnostic.span.source is source:
        found.insert(0, _mark(diagnostic.span, "", role_of(diagnostic.severity)))
    return tuple(found)


def labels_in(source: Source, diagnostic: Diagnostic) -> tuple[Label, ...]:
    """Return the labels of a diagnostic that lie in a source."""
    return tuple(label for label in diagnostic.labels if label.span.source is source)


def _mark(span: Span, text: str, role: Rendition) -> Underlined:
    source = span.source
    # A block of YAML ends where the next one starts; its last line is the last one with text.
    stop = span.start + max(1, len(span.text.rstrip()))
    first_line = source.line_of(span.start)
    last_line = source.line_of(max(span.start, stop - 1))
    return Underlined(
        first_line,
        span.start - source.line_start(first_line),
        last_line,
        stop - source.line_start(last_line),
        text,
        role,
    )
