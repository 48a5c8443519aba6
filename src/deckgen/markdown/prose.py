"""Pieces -> paragraphs alone, where nothing else can be shown: in notes and within quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from deckgen.content import Marker, Paragraph, Run, join
from deckgen.markdown.model import (
    Admonition,
    Backdrop,
    DefinitionList,
    DisplayFormula,
    DivColumns,
    DrawnFence,
    Fence,
    Figure,
    FootnoteText,
    Pause,
    PipeTable,
    Prose,
    Quotation,
    SpeakerNotes,
    ThematicBreak,
)
from deckgen.markdown.pauses import PAUSE
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.markdown.model import Piece
    from deckgen.source import Span


_MARKS: Final = {"left": ":--", "center": ":-:", "right": "--:"}


def prose_of(pieces: Iterable[Piece]) -> tuple[Paragraph, ...]:
    """Return paragraphs; what is no prose stays the Markdown that it was, line by line."""
    return tuple(paragraph for piece in pieces for paragraph in _paragraphs(piece))


def _paragraphs(piece: Piece) -> Iterator[Paragraph]:
    span = piece.span
    match piece:
        case Prose():
            yield from _prose(piece)
        case Quotation():
            yield from _quoted((*piece.paragraphs, *_author(piece)), span)
        case DisplayFormula():
            yield Paragraph((_formula(piece),), span)
        case DrawnFence() | Fence():
            yield from (Paragraph((Run(line, span),), span) for line in _fenced(piece))
        case PipeTable():
            yield from _rows(piece)
        case Figure() | Backdrop():
            yield Paragraph((_picture(piece),), span)
        case FootnoteText():
            yield Paragraph((Run(f"[^{piece.label}]: ", span), *piece.runs), span)
        case ThematicBreak() | Pause():
            yield _sign(piece)
        case Admonition() | DivColumns() | DefinitionList() | SpeakerNotes():
            yield from _held(piece)
        case _:
            assert_never(piece)


def _prose(piece: Prose) -> Iterator[Paragraph]:
    for paragraph in piece.paragraphs:
        if paragraph.pause:
            yield _sign(Pause(piece.span))
        yield replace(paragraph, pause=False)


def _sign(piece: ThematicBreak | Pause) -> Paragraph:
    sign = "---" if isinstance(piece, ThematicBreak) else PAUSE
    return Paragraph((Run(sign, piece.span),), piece.span)


def _author(piece: Quotation) -> Iterator[Paragraph]:
    """Yield the line that says whose words a quotation has."""
    if piece.author is not None:
        dash = Run("— ", piece.author.span)
        yield replace(piece.author, runs=(dash, *piece.author.runs))


def _quoted(paragraphs: Iterable[Paragraph], span: Span) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        yield replace(paragraph, runs=(Run("> ", span), *paragraph.runs))


def _held(piece: Admonition | DivColumns | DefinitionList | SpeakerNotes) -> Iterator[Paragraph]:
    """Yield what stands in a callout, led by its kind, in columns or notes, or below terms."""
    if isinstance(piece, Admonition):
        head = join((Run(f"[!{piece.kind.upper()}] ", piece.span), *piece.title))
        inside = (Paragraph(head, piece.span), *prose_of(piece.pieces))
        yield from _quoted(inside, piece.span)
        return
    if isinstance(piece, DefinitionList):
        for one in piece.definitions:
            yield Paragraph(one.term, one.span, marker=Marker.TERM)
            yield from (replace(each, indented=True) for each in one.paragraphs)
        return
    if isinstance(piece, SpeakerNotes):
        yield from prose_of(piece.pieces)
        return
    for column in piece.columns:
        yield from prose_of(column.pieces)


def _formula(piece: DisplayFormula) -> Run:
    from deckgen.formulas.linear import linear  # only decks with formulas need what is behind it

    return Run(linear(piece.formula) or " ", piece.span, formula=piece.formula)


def _fenced(piece: DrawnFence | Fence) -> tuple[str, ...]:
    if isinstance(piece, Fence):
        return f"```{piece.language}", *piece.text.split("\n"), "```"
    return "```mermaid", *piece.passage.text.split("\n"), "```"


def _picture(piece: Figure | Backdrop) -> Run:
    title = f' "{piece.title}"' if piece.title else ""
    words = piece.alt if isinstance(piece, Figure) else " ".join(("bg", *piece.words))
    link = piece.link if isinstance(piece, Figure) else None
    return Run(f"![{words}]({piece.target}{title})", piece.span, link=link)


def _rows(table: PipeTable) -> Iterator[Paragraph]:
    """Yield the rows of a table with bars, and the rule below the first."""
    bar = Run(" | ", table.span)
    for number, row in enumerate(table.rows):
        inner = [run for cell in row for run in (*cell.runs, bar)]
        runs = (Run("| ", table.span), *inner[:-1], Run(" |", table.span))
        yield Paragraph(join(runs), table.span)
        if number == 0:
            rule = "|".join(_MARKS.get(word, "---") for word in table.alignments)
            yield Paragraph((Run(f"|{rule}|", table.span),), table.span)
