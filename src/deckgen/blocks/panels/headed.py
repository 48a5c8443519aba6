"""Titles of columns side by side, and columns below their titles."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Align,
    Anchor,
    BodyProperties,
    Emu,
    Insets,
    Outline,
    Paragraph,
    Piece,
    Place,
    Rect,
    Stack,
    Stroke,
    Struct,
    TextFrame,
    legible,
    measure_paragraphs,
    pt,
    replace,
    stack,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.kit import Context, Diagnostic, Inline, Item, Span, StackGalley

RULE: Final = pt(1.5)
ABOVE_RULE: Final = pt(4)
BELOW_RULE: Final = pt(8)
_SEEN: Final = 1.6
"""The contrast that the rule needs, which nobody has to read."""


class ColumnTitle(Struct, frozen=True):
    """The title of a column: its text, the height of all titles beside it, and how it looks."""

    text: Stack | None
    height: Emu
    context: Context
    span: Span | None

    def items(self, box: Rect) -> tuple[Item, ...]:
        """Return the title at the top of a box, and the rule below it."""
        if self.text is None:
            return ()
        title = TextFrame(
            box=replace(box, height=self.height - RULE - BELOW_RULE),
            paragraphs=self.text.paragraphs,
            levels=self.context.levels,
            height=self.text.height,
            name="Column title",
            body=self.context.body,
            span=self.span,
        )
        theme, backdrop = self.context.theme, (self.context.background,)
        accent = legible(theme.color("accent1"), backdrop, theme.offered, _SEEN)
        line = replace(box, y=title.box.bottom, height=ZERO)
        return (title, Stroke(line, Outline(accent, RULE), "Column rule", self.span))


def headings(
    titles: Sequence[Inline | None], widths: Sequence[Emu], context: Context
) -> tuple[ColumnTitle, ...]:
    """Return the titles of columns, all as high as the highest; none where no column has one."""
    bold = replace(context.text.flush(context.text.size), bold=True, align=Align.LEFT)
    body = BodyProperties(Insets(ZERO, ZERO, ZERO, ABOVE_RULE), Anchor.BOTTOM)
    inner = replace(context.with_levels((bold,) * len(context.levels)), body=body)
    texts = [
        stack(measure_paragraphs((Paragraph(title.runs, title.span),), width, inner))
        if title is not None and title.runs
        else None
        for title, width in zip(titles, widths, strict=True)
    ]
    highest = max((text.height for text in texts if text is not None), default=None)
    height = ZERO if highest is None else Emu(highest + ABOVE_RULE + RULE + BELOW_RULE)
    return tuple(
        ColumnTitle(text, height, inner, title.span if title else None)
        for text, title in zip(texts, titles, strict=True)
    )


class HeadedGalley(Struct, frozen=True, dict=True):
    """Blocks below a title, which is repeated on further pages."""

    heading: ColumnTitle
    inside: StackGalley
    gap: Emu
    fills_slot: bool = False

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its line."""
        return self.inside.cuts_words

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the blocks."""
        return self.inside.diagnostics

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the blocks; the first on each page has the title above it."""
        high = self.heading.height
        first, *rest = self.inside.pieces or (Piece(ZERO),)
        least = None if first.least is None else first.least + high
        head = replace(first, height=first.height + high, least=least, gap=self.gap)
        return (head, *(replace(piece, repeated=piece.repeated + high) for piece in rest))

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the title and what stands below it."""
        box, high = place.box, self.heading.height
        below = Rect(box.x, box.y + high, box.width, max(ZERO, box.height - high))
        inside = self.inside.place(start, min(stop, len(self.inside.pieces)), Place(below))
        return (*self.heading.items(box), *inside)
