"""What a Markdown body is made of. Each piece becomes a block of the deck."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.content import Paragraph, Run
from deckgen.source import Span


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs, headings and lists in a row."""

    paragraphs: tuple[Paragraph, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Fence:
    """A code block: its language, if it names one, and its text without the final line feed."""

    language: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation."""

    paragraphs: tuple[Paragraph, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A table: `alignments` are `left`, `center`, `right` or empty; rows include the header."""

    alignments: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its address, alternative text and title."""

    target: str
    alt: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A rule between what stands before and after."""

    span: Span


Piece = Prose | Fence | Quotation | PipeTable | Figure | ThematicBreak
