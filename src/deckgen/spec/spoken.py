"""What the speaker says, where it is written in a body: among its blocks until it is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.content import Paragraph
from deckgen.markdown.model import SpeakerNotes
from deckgen.records import Struct
from deckgen.source import Span

if TYPE_CHECKING:
    from deckgen.spec.bind import Binding


class SpokenWords(Struct, frozen=True, kw_only=True):
    """Paragraphs that belong to the notes of their slide."""

    KEY: ClassVar[str] = ""
    PIECE: ClassVar[type | None] = SpeakerNotes

    span: Span
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def of(cls, piece: SpeakerNotes, binding: Binding) -> SpokenWords:  # noqa: ARG003
        """Return what a division of Markdown says to the speaker."""
        from deckgen.markdown.prose import prose_of

        return cls(span=piece.span, paragraphs=prose_of(piece.pieces))
