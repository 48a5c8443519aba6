"""A scalar -> a passage: its text with the way back to the lines of the YAML file."""

from __future__ import annotations

from deckgen.passage import Passage
from deckgen.spec.nodes import Scalar, Style


def passage_of(scalar: Scalar) -> Passage:
    """Return the text of a scalar as a passage, exact for literal blocks and single lines."""
    if scalar.style is Style.LITERAL:
        return Passage(scalar.text, scalar.span, _literal_starts(scalar))
    at = scalar.span.text.find(scalar.text) if "\n" not in scalar.text else -1
    if at < 0:
        return Passage(scalar.text, scalar.span)
    start = scalar.span.start + at
    return Passage(scalar.text, scalar.span.source.span(start, start + len(scalar.text)), (start,))


def _literal_starts(scalar: Scalar) -> tuple[int, ...]:
    """Return where each line of a literal block starts, or nothing where lines do not match.

    The text of a literal block is the source less indentation, so each line is the end of its
    source line (YAML 1.1, section 9.3.1).
    """
    source = scalar.span.source
    first = source.line_of(scalar.span.start) + 1
    starts = []
    for number, text in enumerate(scalar.text.removesuffix("\n").split("\n")):
        line = first + number
        if line >= source.line_count:
            return ()
        written = source.line_text(line)
        if not written.endswith(text):
            return ()
        starts.append(source.line_start(line) + len(written) - len(text))
    return tuple(starts)
