"""Markdown -> pieces and runs: of what is plain at once, of all else by the parser.

The parser, and what makes pieces of its tokens, take longer to load than a short deck to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Run, join
from deckgen.markdown.plain import marked_line, plain_line
from deckgen.markdown.plain_body import plain_body
from deckgen.markdown.reading import WIDE_SIGNS, InlineSource

if TYPE_CHECKING:
    from deckgen.markdown.model import Piece
    from deckgen.markdown.reading import Reading
    from deckgen.passage import Passage
    from deckgen.source import Span


def parse_body(passage: Passage, reading: Reading) -> tuple[Piece, ...]:
    """Return the pieces of a Markdown body in their order."""

    def read_line(text: str, passage: Passage, number: int, span: Span) -> tuple[Run, ...]:
        return parse_line(InlineSource(passage, text, number, span), reading)

    pieces = plain_body(passage, read_line, keeps_breaks=reading.keeps_breaks)
    if pieces is not None:
        return pieces
    from deckgen.markdown.pieces import parse_blocks

    return parse_blocks(passage, reading)


def parse_inline(passage: Passage, reading: Reading) -> tuple[Run, ...]:
    """Return the runs of a line of Markdown; a line feed in it is a hard line break."""
    runs: list[Run] = []
    text = passage.text.lstrip("\n")
    first = len(passage.text) - len(text)  # the lines above are empty
    for number, line in enumerate(text.rstrip("\n").split("\n"), first):
        if number > first:
            runs.append(Run("\n", passage.span))
        runs.extend(parse_line(InlineSource(passage, line, number, passage.span), reading))
    return join(runs)


def parse_line(written: InlineSource, reading: Reading) -> tuple[Run, ...]:
    """Return the runs of a line that holds no line feed."""
    if any(sign in written.content for sign in WIDE_SIGNS):
        from deckgen.markdown.inline import InlineReader  # few lines have such signs

        InlineReader(written, reading).report_wide_signs()
    plain = plain_line(written.content, written.span)
    if plain is None:
        plain = marked_line(written.content, written.passage, written.span)
    if plain is not None:
        return plain
    from deckgen.markdown.inline import InlineReader, on_lines
    from deckgen.markdown.parser import markdown_parser

    tokens = markdown_parser().parseInline(written.content)
    reader = InlineReader(written, reading)
    lines = reader.read(tokens[0].children or ())
    reader.refuse_figures("a line of text")
    return on_lines(lines)
