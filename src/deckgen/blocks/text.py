"""Paragraphs, headings and lists: what Markdown is mostly made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.content import Paragraph
from deckgen.layout.flow.galley import Block
from deckgen.layout.flow.galleys import text_galley
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.markdown.model import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.content import Run
    from deckgen.layout.flow.galley import Context, Galley
    from deckgen.spec.bind import Binding
    from deckgen.units import Emu


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

    @classmethod
    def of(cls, piece: Prose, binding: Binding) -> Text:  # noqa: ARG003
        """Return the block that prose becomes."""
        return cls(span=piece.span, paragraphs=piece.paragraphs)

    def texts(self) -> Iterator[tuple[Run, ...]]:
        """Return the runs of each paragraph."""
        return (paragraph.runs for paragraph in self.paragraphs)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the text, line by line."""
        measured = measure_paragraphs(self.paragraphs, width, context)
        return text_galley(measured, context, self.span)
