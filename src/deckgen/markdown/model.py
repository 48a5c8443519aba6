"""What a Markdown body is made of. Each piece becomes a block of the deck."""

from __future__ import annotations

from typing import Final

from deckgen.content import Link, Paragraph, Run
from deckgen.formulas.model import Formula
from deckgen.passage import Passage
from deckgen.records import Struct
from deckgen.source import Span

MAX_LEVEL: Final = 8
"""DrawingML has nine levels of text (ECMA-376-1, 21.1.2.2.7)."""


class Prose(Struct, frozen=True):
    """Paragraphs, headings and lists in a row; with `build` set they appear one by one."""

    paragraphs: tuple[Paragraph, ...]
    span: Span
    build: bool = False


class FenceInfo(Struct, frozen=True):
    """What the opening line of a fence says beside the language, at its span.

    `highlight` has numbers of lines as they are written, `first` the number of the first line.
    """

    span: Span
    title: str = ""
    highlight: str = ""
    numbers: bool = False
    first: int | None = None
    unknown: tuple[str, ...] = ()


class Fence(Struct, frozen=True):
    """A code block: its language, if it names one, and its text without the final line feed."""

    language: str
    text: str
    span: Span
    info: FenceInfo | None = None


class DrawnFence(Struct, frozen=True):
    """A diagram in Mermaid: its text, with the way back to its lines."""

    passage: Passage
    span: Span


class DisplayFormula(Struct, frozen=True):
    """A formula that stands by itself."""

    formula: Formula
    span: Span


class Quotation(Struct, frozen=True):
    """A block quotation: the words, and who said them, if that is written below them."""

    paragraphs: tuple[Paragraph, ...]
    span: Span
    author: Paragraph | None = None


class Admonition(Struct, frozen=True):
    """A callout: its kind, what is written for its title, and what it says."""

    kind: str
    title: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    span: Span


class DivColumn(Struct, frozen=True):
    """A column: what it holds, and its share of the width, 0 where none is written."""

    pieces: tuple[Piece, ...]
    span: Span
    width: float = 0.0


class DivColumns(Struct, frozen=True):
    """Columns: fenced divisions, as pandoc and Quarto have them."""

    columns: tuple[DivColumn, ...]
    span: Span


class SpeakerNotes(Struct, frozen=True):
    """What the speaker says: a division of the class `notes`, as pandoc and Quarto have it."""

    pieces: tuple[Piece, ...]
    span: Span


class Definition(Struct, frozen=True):
    """A term, and what it means."""

    term: tuple[Run, ...]
    paragraphs: tuple[Paragraph, ...]
    span: Span


class DefinitionList(Struct, frozen=True):
    """A definition list: terms, each above lines that start with `: `."""

    definitions: tuple[Definition, ...]
    span: Span


class PipeCell(Struct, frozen=True):
    """A cell of a table, and over how many columns it spans."""

    runs: tuple[Run, ...]
    span: Span
    columns: int = 1


class PipeTable(Struct, frozen=True):
    """A table: `alignments` are `left`, `center`, `right` or empty; rows include the header.

    A row may have more cells than there are alignments.
    """

    alignments: tuple[str, ...]
    rows: tuple[tuple[PipeCell, ...], ...]
    span: Span


class Figure(Struct, frozen=True):
    """A picture: its address, alternative text and title, and where a link around it leads."""

    target: str
    alt: str
    title: str
    span: Span
    link: Link | None = None


class Backdrop(Struct, frozen=True):
    """A picture behind the slide, as Marp writes it: `![bg right:40%](photo.jpg)`.

    `words` say how it stands there, and the title what it shows.
    """

    target: str
    words: tuple[str, ...]
    span: Span
    title: str = ""


class FootnoteText(Struct, frozen=True):
    """What a footnote says, and the label by which text refers to it: `[^label]: …`."""

    label: str
    runs: tuple[Run, ...]
    span: Span


class Pause(Struct, frozen=True):
    """What follows appears at the next click.

    Between paragraphs it is a property of the second one, so that they stay one text.
    """

    span: Span


class ThematicBreak(Struct, frozen=True):
    """A rule between what stands before and after."""

    span: Span


Piece = (
    Prose
    | Fence
    | DisplayFormula
    | DrawnFence
    | Quotation
    | Admonition
    | DivColumns
    | SpeakerNotes
    | DefinitionList
    | PipeTable
    | Figure
    | Backdrop
    | FootnoteText
    | Pause
    | ThematicBreak
)
