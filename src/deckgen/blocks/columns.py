"""Content side by side, which continues together on further pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    ZERO,
    Block,
    BlockRecord,
    Built,
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
    Proportion,
    Rect,
    Span,
    Struct,
    codes,
    headed,
    measure_blocks,
    nothing,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, DivColumn, Sink

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
        tuple[Proportion, ...],
        Key("How wide each is, in proportion to the others; alike if absent."),
    ] = ()
    build: Built = False

    @classmethod
    def of(cls, piece: DivColumns, binding: Binding) -> Columns:
        """Return the block that fenced divisions in Markdown become."""
        columns = tuple(_column(column, binding) for column in piece.columns)
        widths = tuple(column.width for column in piece.columns)
        even = len(set(widths)) == 1 or not all(widths)
        made = cls(
            span=piece.span, columns=columns, widths=() if even else tuple(map(Proportion, widths))
        )
        made.remark(binding.sink)
        return made

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

    def parts(self, *, asked: bool) -> tuple[OneColumn, ...]:  # noqa: ARG002
        """Return what a build shows one by one."""
        return self.columns

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the columns, their titles in one line, which are repeated on further pages.

        Where a picture can shrink to make room, they stay whole on a page.
        """
        if not self.columns:
            return nothing()
        from deckgen.blocks.panels.framed import FramedGalley
        from deckgen.blocks.panels.titles import below, headings
        from deckgen.blocks.panels.whole import SideGalley

        usable = len(self.widths) == len(self.columns) and min(self.widths) > 0
        weights = self.widths if usable else (1.0,) * len(self.columns)
        boxes = Rect(ZERO, ZERO, width, context.height).columns(weights, width * GAP)
        titles = tuple(column.title for column in self.columns)
        widths = tuple(box.width for box in boxes)
        above = headings(titles, widths, context)
        stacks = [
            measure_blocks(column.content, box.width, below(heading, context))
            for column, box, heading in zip(self.columns, boxes, above, strict=True)
        ]
        galleys = [
            FramedGalley(stack, heading, context.gap)
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


def _column(column: DivColumn, binding: Binding) -> OneColumn:
    """Return a column of Markdown; a heading with which it begins is its title."""
    title, pieces = headed(column.pieces)
    return OneColumn(
        span=column.span,
        title=Inline(title, column.span) if title else None,
        content=binding.blocks.from_pieces(pieces, binding),
    )
