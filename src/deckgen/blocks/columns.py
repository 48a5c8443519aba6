"""Content side by side, which continues together on further pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    ZERO,
    Block,
    BlockRecord,
    Collects,
    Column,
    Context,
    DivColumns,
    Emu,
    Galley,
    Inline,
    Key,
    Parallel,
    ParallelGalley,
    Rect,
    Span,
    Struct,
    codes,
    measure_blocks,
    nothing,
)
from deckgen.blocks.panels.headed import HeadedGalley, headings
from deckgen.blocks.panels.whole import SideGalley

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Sink

FEWEST: Final = 2
MOST: Final = 4
GAP: Final = 0.04
"""The space between columns, as a share of the width of all."""


class OneColumn(Struct, frozen=True, kw_only=True):
    """A column: any blocks, perhaps below a title."""

    SHORTHAND: ClassVar[str] = "body"

    span: Span
    title: Annotated[Inline | None, Key("What stands above the column.")] = None
    content: Annotated[
        tuple[BlockRecord, ...], Collects("What stands in the column, as on a slide.")
    ] = ()


class Columns(Block, frozen=True, kw_only=True):
    """Two to four columns, each with any blocks. They fill the template's layouts for columns.

    ```yaml
    - columns:
        - {title: Pros, body: [Fast, Small]}
        - {title: Cons, body: [New]}
    - columns:
        widths: [2, 1]
        columns:
          - body: What the picture shows
          - image: {src: photo.jpg, alt: The hall before the opening}
    ```
    """

    KEY: ClassVar[str] = "columns"
    PIECE: ClassVar[type | None] = DivColumns
    SHORTHAND: ClassVar[str] = "columns"

    columns: Annotated[tuple[OneColumn, ...], Key("The columns, from left to right.")]
    widths: Annotated[
        tuple[float, ...], Key("How wide each is, in proportion to the others; alike if absent.")
    ] = ()

    @classmethod
    def of(cls, piece: DivColumns, binding: Binding) -> Columns:
        """Return the block that fenced divisions in Markdown become."""
        columns = tuple(
            OneColumn(
                span=column.span,
                content=binding.blocks.from_pieces(column.pieces, binding),
            )
            for column in piece.columns
        )
        widths = tuple(column.width for column in piece.columns)
        return cls(span=piece.span, columns=columns, widths=widths if all(widths) else ())

    def remark(self, sink: Sink) -> None:
        """Report too few or too many columns, and widths that are not theirs."""
        count = len(self.columns)
        if not FEWEST <= count <= MOST and not sink.has_error_in(self.span):
            found = "1 column" if count == 1 else f"{count} columns"
            message = f"expected {FEWEST} to {MOST} columns, found {found}"
            hint = "write each as an item of the list" if count < FEWEST else "write a table"
            sink.report(codes.INVALID_VALUE, self.span.first_line, message, hints=[hint])
        elif self.widths and len(self.widths) != count:
            message = f"expected {count} widths, one for each column, found {len(self.widths)}"
            sink.report(codes.INVALID_VALUE, self.span.first_line, message)
        elif any(width <= 0 for width in self.widths):
            message = "expected widths above 0"
            sink.report(codes.INVALID_VALUE, self.span.first_line, message)

    def parallel(self) -> Parallel | None:
        """Return the columns, for layouts that have places for them."""
        titles = tuple(c.title.runs if c.title else None for c in self.columns)
        content = tuple(column.content for column in self.columns)
        return Parallel(titles, content, self.widths)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the columns, their titles in one line, which are repeated on further pages.

        Where a picture can shrink to make room, they stay whole on a page.
        """
        weights = self.widths or (1.0,) * len(self.columns)
        if not self.columns:
            return nothing()
        boxes = Rect(ZERO, ZERO, width, context.height).columns(weights, width * GAP)
        stacks = [
            measure_blocks(column.content, box.width, context)
            for column, box in zip(self.columns, boxes, strict=True)
        ]
        titles = tuple(column.title for column in self.columns)
        widths = tuple(box.width for box in boxes)
        above = headings(titles, widths, context)
        galleys = [
            HeadedGalley(heading, stack, context.gap)
            for heading, stack in zip(above, stacks, strict=True)
        ]
        columns = tuple(
            Column(galley, box.x, box.width) for galley, box in zip(galleys, boxes, strict=True)
        )
        if any(piece.least is not None for galley in galleys for piece in galley.pieces):
            side = SideGalley(columns, context.gap)
            if side.least <= context.height:
                return side
        return ParallelGalley(columns, context.gap)
