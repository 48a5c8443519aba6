"""The tokens of a pipe table -> a piece, with the cells that a row has more than its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.markdown.inline import InlineReader, on_lines
from deckgen.markdown.model import PipeCell, PipeTable
from deckgen.markdown.reading import InlineSource, Reading
from deckgen.markdown.rows import as_wide_as_written
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from markdown_it.token import Token

    from deckgen.passage import Passage
    from deckgen.source import Span


class TableReader(Struct):
    """Reads the tokens of a table that stands at a span.

    `lines` are those of the passage, for all its tables: none until one asks for them.
    """

    passage: Passage
    reading: Reading
    span: Span
    lines: list[str]
    alignments: list[str] = field(default_factory=list)
    rows: list[tuple[PipeCell, ...]] = field(default_factory=list)
    cells: list[PipeCell] = field(default_factory=list)
    after: int = 0
    surplus: bool = False
    row: Span | None = None
    number: int = 0

    def take(self, token: Token) -> None:
        """Read a token within the table."""
        match token.type:
            case "tr_open":
                self.cells = []
                self.after, self.surplus = 0, False
                self.row = self.passage.lines(*token.map) if token.map else self.span
                self.number = token.map[0] if token.map else 0
            case "th_open":
                style = str(token.attrs.get("style", ""))
                self.alignments.append(style.removeprefix("text-align:"))
            case "td_open" if token.meta.get("surplus"):
                self.surplus = True
            case "inline":
                self.cells.append(self.cell(token))
            case "tr_close":
                if self.surplus:
                    self.report()
                self.rows.append(as_wide_as_written(self.line(), self.cells))

    def line(self) -> str:
        """Return the line of the row that is read."""
        if not self.lines:
            self.lines += self.passage.text.split("\n")
        return self.lines[self.number]

    def cell(self, token: Token) -> PipeCell:
        """Return a cell, which takes one column."""
        first, stop = token.map or [0, 0]
        line = self.passage.lines(first, stop)
        written = InlineSource(
            self.passage, token.content, first, line, max(self.after, line.start)
        )
        reader = InlineReader(written, self.reading)
        reader.report_wide_signs()
        lines = reader.read(token.children or ())
        reader.refuse_figures("the cells of a table")
        end = written.offset(len(token.content))
        self.after = self.after if end is None else end
        return PipeCell(on_lines(lines), written.place(0, len(token.content)))

    def report(self) -> None:
        """Report that the row that was read is longer than the header."""
        cells, columns = len(self.cells), len(self.alignments)
        message = f"the row has {cells} cells, the header {columns}"
        hint = "add a cell to the header and its rule; a bar within a cell is written `\\|`"
        self.reading.sink.report(codes.UNEVEN_TABLE, self.row, message, hints=[hint])

    def made(self) -> PipeTable:
        """Return the table."""
        return PipeTable(tuple(self.alignments), tuple(self.rows), self.span)
