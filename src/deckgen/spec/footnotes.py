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
    for name in getattr(block, "__struct_fields__", ()):
        held = getattr(block, name)
        items = held if isinstance(held, tuple) else (held,)
        is_text = not items or isinstance(items[0], Run | Paragraph | Span)
        if not is_text and isinstance(items[0], Struct) and any(map(is_noted, items)):
            return True
    return False
