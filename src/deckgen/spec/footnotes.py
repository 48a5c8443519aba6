"""Footnotes that are written in Markdown: among the blocks of a slide until they are resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.content import Paragraph, Run
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


def is_noted(block: object) -> bool:
    """Tell whether a block, or one in it, is a footnote or says where it comes from."""
    if isinstance(block, FootnoteDefinition):
        return True
    if any(getattr(block, name, None) is not None for name in ("source", "credit")):
        return True
    held = (getattr(block, name) for name in getattr(block, "__struct_fields__", ()))
    inner = (value if isinstance(value, tuple) else (value,) for value in held if value)
    records = (items for items in inner if not isinstance(items[0], Run | Paragraph | Span))
    return any(is_noted(item) for items in records for item in items)
