"""Somebody's words, set apart by a bar."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    Block,
    Context,
    Galley,
    Geometry,
    Inline,
    Insets,
    Key,
    Markdown,
    Paragraph,
    Place,
    Quotation,
    Rect,
    Run,
    Said,
    Shape,
    Struct,
    TextGalley,
    legible,
    measure_paragraphs,
    nothing,
    pt,
    replace,
    text_galley,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Diagnostic, Emu, Item, Piece

BAR: Final = pt(4)
INDENT: Final = 1.2
_SEEN: Final = 1.6
"""The contrast that the bar needs, which nobody has to read."""
"""The distance from the bar's left side to the text, in em."""


class Quote(Block, frozen=True, kw_only=True):
    """A quotation.

    ```yaml
    - quote: {text: Simplicity is prerequisite for reliability., by: Edsger W. Dijkstra}
    ```
    """

    KEY: ClassVar[str] = "quote"
    PIECE: ClassVar[type | None] = Quotation
    SHORTHAND: ClassVar[str] = "text"

    text: Annotated[Markdown, Key("What was said: Markdown.")]
    by: Annotated[Inline | None, Key("Who said it.")] = None

    @classmethod
    def of(cls, piece: Quotation, binding: Binding) -> Quote:  # noqa: ARG003
        """Return the block that a block quotation becomes."""
        return cls(span=piece.span, text=Markdown(piece.paragraphs, piece.span))

    def quotation(self) -> Said:
        """Return the words, and who said them."""
        author = (
            () if self.by is None or not self.by.runs else (Paragraph(self.by.runs, self.by.span),)
        )
        return Said(self.text.paragraphs, author)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the quotation, and the line that says who said it."""
        if self.by is None or not self.by.runs:
            return self.text.paragraphs
        dash = Run("— ", self.by.span)
        return (*self.text.paragraphs, Paragraph((dash, *self.by.runs), self.by.span))

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the words, indented from a bar."""
        if not self.paragraphs():
            return nothing()
        inner = replace(context, body=replace(context.body, insets=Insets()))
        indent = context.text.size.emu * INDENT
        measured = measure_paragraphs(self.paragraphs(), width - indent, inner)
        text = text_galley(measured, inner, self.span, "Quotation")
        return _QuoteGalley(text, indent, context)


class _QuoteGalley(Struct, frozen=True, dict=True):
    text: TextGalley
    indent: Emu
    context: Context
    fills_slot: bool = False
    cuts_words: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        first, *rest = self.text.pieces
        return (replace(first, gap=self.context.gap), *rest)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        box = place.box
        inner = Rect(box.x + self.indent, box.y, box.width - self.indent, box.height)
        theme = self.context.theme
        backdrop = (self.context.background,)
        accent = legible(theme.color("accent1"), backdrop, theme.offered, _SEEN)
        bar_box = Rect(box.x, box.y, BAR, box.height)
        bar = Shape(bar_box, Geometry.RECTANGLE, accent, None, "Quotation bar", self.text.span)
        return (bar, *self.text.place(start, stop, Place(inner)))
