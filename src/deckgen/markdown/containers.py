"""Tokens of what holds blocks (callouts, columns, notes) -> a piece that holds the pieces in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker
from deckgen.markdown.model import Admonition, DivColumn, DivColumns, Prose, SpeakerNotes
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    from deckgen.content import Run
    from deckgen.markdown.model import Piece
    from deckgen.source import Span

HOLDERS: Final = {
    "callout_open": "callout_close",
    "columns_open": "columns_close",
    "incremental_open": "incremental_close",
    "notes_open": "notes_close",
}
_COLUMN: Final = {"column_open": "column_close"}


class Holding(Struct, frozen=True):
    """What reads the inside of a holder: its tokens, a line of it, and the place of a token."""

    read: Callable[[Sequence[Token]], tuple[Piece, ...]]
    line: Callable[[str, int], tuple[Run, ...]]
    place: Callable[[Token], Span]

    def held(self, opening: Token, inner: Sequence[Token]) -> Iterator[Piece]:
        """Yield the piece of a holder, after what stands in it out of place."""
        if opening.type == "callout_open":
            yield self._callout(opening, inner)
            return
        if opening.type == "incremental_open":
            for piece in self.read(inner):
                yield replace(piece, build=True) if isinstance(piece, Prose) else piece
            return
        if opening.type == "notes_open":
            yield SpeakerNotes(self.read(inner), self.place(opening))
            return
        columns, stray = self._columns(inner)
        yield from stray
        if len(columns) > 1:
            yield DivColumns(_shared(columns), self.place(opening))
        elif columns:
            yield from columns[0].pieces

    def _callout(self, opening: Token, inner: Sequence[Token]) -> Admonition:
        told, pieces = opening.meta, self.read(inner)
        title = self.line(told["title"], told["line"]) if told["title"] else ()
        if not title:
            title, pieces = headed(pieces)
        return Admonition(told["kind"], title, pieces, self.place(opening))

    def _columns(self, inner: Sequence[Token]) -> tuple[list[DivColumn], tuple[Piece, ...]]:
        columns: list[DivColumn] = []
        stray: list[Token] = []
        for opening, tokens in parted(inner, _COLUMN):
            if opening is None:
                stray += tokens
                continue
            width = _percent(opening.meta["width"])
            columns.append(DivColumn(self.read(tokens), self.place(opening), width))
        return columns, self.read(stray) if stray else ()


def parted(
    tokens: Sequence[Token], holders: dict[str, str]
) -> Iterator[tuple[Token | None, Sequence[Token]]]:
    """Yield tokens in stretches: the inside of each holder with what opens it, and what is left."""
    start = number = 0
    while number < len(tokens):
        closing = holders.get(tokens[number].type)
        if closing is None:
            number += 1
            continue
        if start < number:
            yield None, tokens[start:number]
        stop = _closed(tokens, number, closing)
        yield tokens[number], tokens[number + 1 : stop]
        start = number = stop + 1
    if start < len(tokens):
        yield None, tokens[start:]


def _closed(tokens: Sequence[Token], opening: int, closing: str) -> int:
    """Return where what opens at a token closes."""
    level = tokens[opening].level
    after = range(opening + 1, len(tokens))
    return next(n for n in after if tokens[n].type == closing and tokens[n].level == level)


def headed(pieces: tuple[Piece, ...]) -> tuple[tuple[Run, ...], tuple[Piece, ...]]:
    """Return the heading with which pieces begin, and the pieces without it."""
    first = pieces[0] if pieces else None
    if not isinstance(first, Prose) or first.paragraphs[0].marker is not Marker.HEADING:
        return (), pieces
    heading, *below = first.paragraphs
    rest = (replace(first, paragraphs=tuple(below)),) if below else ()
    return heading.runs, (*rest, *pieces[1:])


def _percent(written: str) -> float:
    """Return a width as it is written: `40%`, `40`; 0 for any other."""
    number = written.strip().removesuffix("%")
    return float(number) if number.replace(".", "", 1).isdecimal() and len(number) < 9 else 0.0


def _shared(columns: Sequence[DivColumn]) -> tuple[DivColumn, ...]:
    """Return columns of which those without a width share what the others leave of the whole."""
    lacking = sum(1 for column in columns if not column.width)
    left = 100 - sum(column.width for column in columns)
    if lacking == len(columns) or left <= 0:
        return tuple(columns)
    return tuple(c if c.width else replace(c, width=left / lacking) for c in columns)
