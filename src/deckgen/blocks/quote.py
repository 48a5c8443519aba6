"""Somebody's words, set apart by a bar."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    FORBIDDEN,
    GLANCE,
    ZERO,
    Block,
    Context,
    Emu,
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
    measure_paragraphs,
    nothing,
    pt,
    replace,
    shade_read_on,
    text_galley,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Binding, Diagnostic, Item, Piece, Span

ABOVE_AUTHOR: Final = pt(18)
"""The space between somebody's words and the line that says whose they are."""
BAR: Final = pt(4)
INDENT: Final = 1.2
"""The distance from the bar's left side to the text, in em."""
_SEEN: Final = 1.6
"""The contrast that the bar needs, which nobody has to read."""
_AUTHOR: Final = 0.75
"""The size of the line that says who said it, as a share of that of the words."""


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
        author = piece.author
        by = None if author is None else Inline(author.runs, author.span)
        return cls(span=piece.span, text=Markdown(piece.paragraphs, piece.span), by=by)

    def quotation(self) -> Said:
        """Return the words, and who said them."""
        author = (
            () if self.by is None or not self.by.runs else (Paragraph(self.by.runs, self.by.span),)
        )
        return Said(self.text.paragraphs, author)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the words and who said them, indented from a bar."""
        inner = replace(context, body=replace(context.body, insets=Insets()))
        indent = context.text.size.emu * INDENT
        texts: list[TextGalley] = []
        if self.text.paragraphs:
            words = measure_paragraphs(self.text.paragraphs, width - indent, inner)
            galley = text_galley(words, inner, self.span, "Quotation")
            is_short = len(galley.pieces) <= GLANCE
            room = width - indent
            texts.append(galley.phrased(room) if is_short else galley.tidied(room))
        if self.by is not None and self.by.runs:
            small = min(context.text.size, max(context.floor, context.text.size.scaled(_AUTHOR)))
            text = context.text
            left = max(ZERO, text.margin_left + text.indent)  # where unmarked words begin
            style = replace(text.flush(small), bold=False, margin_left=left)
            lesser = inner.with_levels((style,) * len(context.levels))
            line = Paragraph((Run("— ", self.by.span), *self.by.runs), self.by.span)
            author = measure_paragraphs((line,), width - indent, lesser)
            texts.append(text_galley(author, lesser, self.by.span or self.span, "Attribution"))
        return _QuoteGalley(tuple(texts), indent, context, self.span) if texts else nothing()


class _QuoteGalley(Struct, frozen=True, dict=True):
    texts: tuple[TextGalley, ...]
    """The words, and the line that says whose they are."""
    indent: Emu
    context: Context
    span: Span
    fills_slot: bool = False
    cuts_words: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        first, *rest = self.texts[0].pieces
        pieces = [replace(first, gap=self.context.gap), *rest]
        above = self.context.scaled(ABOVE_AUTHOR)
        for author in self.texts[1:]:
            head, *others = author.pieces
            pieces += replace(head, gap=above, penalty=FORBIDDEN), *others
        return tuple(pieces)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        box = place.box
        inner = Rect(box.x + self.indent, box.y, box.width - self.indent, box.height)
        accent = self.context.theme.color("accent1")
        accent = shade_read_on(accent, self.context.background, _SEEN)
        bar_box = Rect(box.x, box.y, self.context.scaled(BAR), box.height)
        bar = Shape(bar_box, Geometry.RECTANGLE, accent, None, "Quotation bar", self.span)
        return (bar, *self._texts(start, stop, inner))

    def _texts(self, start: int, stop: int, box: Rect) -> Iterator[Item]:
        """Yield the words and their author, as far as they are in a range, one below the other."""
        offset, top = 0, box.y
        for text in self.texts:
            count = len(text.pieces)
            first, last = max(start - offset, 0), min(stop - offset, count)
            if first < last:
                part = self.pieces[offset + first : offset + last]
                gaps = sum(piece.gap for piece in part[1:])
                top += part[0].gap if top > box.y else 0
                height = Emu(sum(piece.height for piece in part) + gaps)
                yield from text.place(first, last, Place(replace(box, y=top, height=height)))
                top += height
            offset += count
