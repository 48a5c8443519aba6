"""The tokens of a pipe table -> a piece, with the cells that a row has more than its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.markdown.inline import InlineReader, on_lines
from deckgen.markdown.model import PipeTable
from deckgen.markdown.reading import InlineSource, Reading
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from markdown_it.token import Token

    from deckgen.content import Run
    from deckgen.passage import Passage
    from deckgen.source import Span


class TableReader(Struct):
    """Reads the tokens of a table that stands at a span."""

    passage: Passage
    reading: Reading
    span: Span
    alignments: list[str] = field(default_factory=list)
    rows: list[list[tuple[Run, ...]]] = field(default_factory=list)
    after: int = 0
    surplus: bool = False
    row: Span | None = None

    def take(self, token: Token) -> None:
        """Read a token within the table."""
        match token.type:
            case "tr_open":
                self.rows.append([])
                self.after, self.surplus = 0, False
                self.row = self.passage.lines(*token.map) if token.map else self.span
            case "th_open":
                style = str(token.attrs.get("style", ""))
                self.alignments.append(style.removeprefix("text-align:"))
            case "td_open" if token.meta.get("surplus"):
                self.surplus = True
            case "inline":
                self.rows[-1].append(self.cell(token))
            case "tr_close" if self.surplus:
                self.report()

    def cell(self, token: Token) -> tuple[Run, ...]:
        """Return the runs of a cell."""
        first, stop = token.map or [0, 0]
        line = self.passage.lines(first, stop)
        written = InlineSource(
            self.passage, token.content, first, line, max(self.after, line.start)
        )
        reader = InlineReader(written, self.reading)
        lines = reader.read(token.children or ())
        reader.refuse_figures("the cells of a table")
        end = written.offset(len(token.content))
        self.after = self.after if end is None else end
        return on_lines(lines)

    def report(self) -> None:
        """Report that the row that was read is longer than the header."""
        cells, columns = len(self.rows[-1]), len(self.alignments)
        message = f"the row has {cells} cells, the header {columns}"
        hint = "add a cell to the header and its rule; a bar within a cell is written `\\|`"
        self.reading.sink.report(codes.UNEVEN_TABLE, self.row, message, hints=[hint])

    def made(self) -> PipeTable:
        """Return the table."""
        rows = tuple(tuple(row) for row in self.rows)
        return PipeTable(tuple(self.alignments), rows, self.span)
