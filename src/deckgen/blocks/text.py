"""Paragraphs, headings and lists: what Markdown is mostly made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.blocks.kit import (
    Block,
    Marker,
    Paragraph,
    Prose,
    measure_paragraphs,
    replace,
    text_galley,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Context, Emu, Galley


class Text(Block, frozen=True, kw_only=True):
    """Running text, written as Markdown in `body:` or as a block.

    ```yaml
    body: |
      - an item
        - **below** it
    ```
    """

    PIECE: ClassVar[type | None] = Prose

    paragraphs: tuple[Paragraph, ...]
    build: bool = False

    @classmethod
    def of(cls, piece: Prose, binding: Binding) -> Text:  # noqa: ARG003
        """Return the block that prose becomes."""
        return cls(span=piece.span, paragraphs=piece.paragraphs, build=piece.build)

    def prose(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs."""
        return self.paragraphs

    def part(self, start: int, stop: int) -> Text:
        """Return a range of the paragraphs."""
        paragraphs = self.paragraphs[start:stop]
        span = paragraphs[0].span.to(paragraphs[-1].span)
        return replace(self, span=span, paragraphs=paragraphs)

    def parts(self, *, asked: bool) -> tuple[tuple[Paragraph, ...], ...]:  # noqa: ARG002
        """Return each item with what is below it, and headings with what they head."""
        items: list[list[Paragraph]] = []
        leads = False
        for paragraph in self.paragraphs:
            if not items or not (leads or paragraph.level or paragraph.indented):
                items.append([])
            items[-1].append(paragraph)
            leads = paragraph.marker is Marker.HEADING
        return tuple(map(tuple, items))

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the text, line by line."""
        measured = measure_paragraphs(self.paragraphs, width, context)
        return text_galley(measured, context, self.span)
