"""Footnotes that are written in Markdown: among the blocks of a slide until they are resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.content import Run
from deckgen.markdown.model import FootnoteText
from deckgen.records import Struct
from deckgen.source import Span

if TYPE_CHECKING:
    from deckgen.spec.bind import Binding


class FootnoteDefinition(Struct, frozen=True, kw_only=True):
    """A footnote, and the label by which the text of its slide refers to it."""

    KEY: ClassVar[str] = ""
    PIECE: ClassVar[type | None] = FootnoteText

    span: Span
    label: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, piece: FootnoteText, binding: Binding) -> FootnoteDefinition:  # noqa: ARG003
        """Return the footnote that a piece of Markdown defines."""
        return cls(span=piece.span, label=piece.label, runs=piece.runs)
