"""Measured lines of program text -> a galley: a panel with its name, bands and numbers of lines."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    FORBIDDEN,
    ZERO,
    Align,
    BodyProperties,
    Geometry,
    Insets,
    ItemGroup,
    Paragraph,
    Rect,
    Run,
    Shape,
    Struct,
    TextFrame,
    measure_runs,
    place_runs,
    pt,
    replace,
    stack,
    text_galley,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import (
        Context,
        Diagnostic,
        Emu,
        Item,
        Piece,
        Place,
        SetParagraph,
        Span,
        Stack,
        TextGalley,
    )
    from deckgen.blocks.listings import CodeLine
    from deckgen.blocks.listings.look import ListingLook

PADDING: Final = pt(12)
"""The space around the text on its panel."""
BELOW_NAME: Final = pt(6)
"""The space between the name and the first line."""
BESIDE_NUMBERS: Final = 1.0
"""The space between numbers and lines, in em."""
LONGEST_WHOLE: Final = 4
"""Code of so many lines is never divided."""
WITHIN_CODE: Final = 300
AFTER_EMPTY_LINE: Final = 150
"""Page breaks within code, and there where it has an empty line."""


class ListingGalley(Struct, frozen=True, dict=True):
    """Lines on a panel that goes on with them."""

    lines: tuple[CodeLine, ...]
    measured: tuple[SetParagraph, ...]
    inner: Context
    context: Context
    look: ListingLook
    span: Span
    name: Stack | None
    gutter: Emu
    """How much of the width the numbers of the lines take, with the space beside them."""
    fills_slot: bool = False
    cuts_words: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def padding(self) -> Emu:
        """What is kept free at the edges of the panel."""
        return self.context.scaled(PADDING)

    @cached_property
    def text(self) -> TextGalley:
        """The lines as text."""
        edge = self.padding
        insets = Insets(edge + self.gutter, edge + self.header, edge, edge)
        inner = replace(self.inner, body=BodyProperties(insets))
        return text_galley(self.measured, inner, self.span, "Code")

    @property
    def header(self) -> Emu:
        """How much of the height the name takes."""
        return ZERO if self.name is None else self.name.height + self.context.scaled(BELOW_NAME)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The rows; the panel, with its name, is repeated on further pages."""
        first, *rest = self.text.pieces
        around = self.header + self.padding * 2
        padded = replace(first, height=first.height + around, gap=self.context.gap)
        below = (
            replace(piece, repeated=around, penalty=max(piece.penalty, self.penalty(number)))
            for number, piece in enumerate(rest, 1)
        )
        return (padded, *below)

    def penalty(self, piece: int) -> int:
        """Return how bad a page break within the code is: least so where a line is empty."""
        rows, count = self.text.lines, len(self.text.lines)
        if count <= LONGEST_WHOLE or piece == 1 or piece == count - 1:
            return FORBIDDEN
        line, _ = rows[piece - 1]
        return WITHIN_CODE if self.measured[line].text.strip() else AFTER_EMPTY_LINE

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the panel and the lines on it; lines alone are the panel's own text."""
        (frame,) = self.text.place(start, stop, _within(place, self.text.context.body.insets))
        assert isinstance(frame, TextFrame)
        numbers = list(dict.fromkeys(line for line, _ in self.text.lines[start:stop]))
        bands = self.bands(frame, numbers)
        if not (bands or self.gutter or self.name):
            return (replace(frame, fill=self.look.panel),)
        panel = Shape(frame.box, Geometry.RECTANGLE, self.look.panel, None, "Code panel", self.span)
        around = (*self.named(frame.box), *self.numbered(frame, numbers, whole=start))
        return (ItemGroup((panel, *bands, *around, frame), "", "Code", self.span),)

    def bands(self, frame: TextFrame, numbers: list[int]) -> list[Shape]:
        """Return what stands behind lines that stand out, one for lines in a row."""
        made: list[Shape] = []
        for paragraph, number in zip(frame.paragraphs, numbers, strict=True):
            fill = self.look.band(self.lines[number])
            if fill is None:
                continue
            top = frame.content.y + paragraph.top
            box = Rect(frame.box.x, top, frame.box.width, paragraph.height)
            if made and made[-1].fill == fill and abs(made[-1].box.bottom - top) <= 1:
                box = made.pop().box.union(box)
            made.append(Shape(box, Geometry.RECTANGLE, fill, None, "Code band", self.span))
        return made

    def named(self, panel: Rect) -> tuple[TextFrame, ...]:
        """Return the name of what is shown, at the top of the panel."""
        if self.name is None:
            return ()
        height = self.padding + self.name.height
        body = BodyProperties(Insets(self.padding, self.padding, self.padding, ZERO))
        return (
            TextFrame(
                box=Rect(panel.x, panel.y, panel.width, height),
                paragraphs=self.name.paragraphs,
                levels=(self.name.paragraphs[0].style,) * len(self.context.levels),
                height=self.name.height,
                name="Code name",
                body=body,
                span=self.span,
            ),
        )

    def numbered(
        self, frame: TextFrame, numbers: list[int], *, whole: int
    ) -> tuple[TextFrame, ...]:
        """Return the numbers of lines, as a text of their own that is not copied with the lines."""
        if not self.gutter:
            return ()
        begins = whole == 0 or self.text.lines[whole][1] == 0
        rows = [
            self.number(number, len(paragraph.lines), shown=bool(place) or begins)
            for place, (number, paragraph) in enumerate(zip(numbers, frame.paragraphs, strict=True))
        ]
        placed = stack(rows)
        box, width = frame.box, self.padding + self.gutter - self.beside
        insets = replace(self.text.context.body.insets, left=self.padding, right=ZERO)
        return (
            TextFrame(
                box=Rect(box.x, box.y, width, box.height),
                paragraphs=placed.paragraphs,
                levels=(placed.paragraphs[0].style,) * len(self.context.levels),
                height=placed.height,
                name="Line numbers",
                body=BodyProperties(insets),
                span=self.span,
            ),
        )

    @property
    def beside(self) -> Emu:
        """The space between numbers and lines."""
        return self.inner.text.size.emu * BESIDE_NUMBERS

    def number(self, line: int, rows: int, *, shown: bool) -> SetParagraph:
        """Return the number of a line, as high as the rows that it takes."""
        number = self.lines[line].number
        written = "" if number is None or not shown else str(number)
        run = Run(written + "\n" * (rows - 1), self.span, code=True)
        style = replace(self.inner.text, align=Align.RIGHT, color=self.look.muted)
        runs = place_runs((run,), style, self.context.language)
        return measure_runs(runs, style, self.gutter, self.inner, of=Paragraph((run,), self.span))


def _within(place: Place, insets: Insets) -> Place:
    return replace(place, box=place.box.inset(insets), slot=None)
