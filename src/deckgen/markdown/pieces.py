"""Block tokens -> pieces: lists become paragraphs with levels, other blocks one piece each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Marker, Paragraph, Run, join, with_breaks
from deckgen.markdown.inline import InlineReader
from deckgen.markdown.model import (
    MAX_LEVEL,
    Fence,
    Figure,
    FootnoteText,
    Piece,
    PipeTable,
    Prose,
    Quotation,
    ThematicBreak,
)
from deckgen.markdown.plain import plain_line, plain_list
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from markdown_it.token import Token

    from deckgen.passage import Passage
    from deckgen.source import Span


def parse_body(passage: Passage) -> tuple[Piece, ...]:
    """Return the pieces of a Markdown body in their order."""
    listed = plain_list(passage, _line)
    return parse_blocks(passage) if listed is None else (listed,)


def parse_blocks(passage: Passage) -> tuple[Piece, ...]:
    """Return the pieces of any Markdown body, however plain, as the parser finds them."""
    from deckgen.markdown.parser import markdown_parser  # takes long, and plain decks need it not

    tokens = markdown_parser().parse(passage.text)
    return _Reader(passage).read(tokens)


def parse_inline(passage: Passage) -> tuple[Run, ...]:
    """Return the runs of a line of Markdown; a line feed in it is a hard line break."""
    runs: list[Run] = []
    for number, line in enumerate(passage.text.strip("\n").split("\n")):
        if number:
            runs.append(Run("\n", passage.span))
        runs.extend(_line(line, passage, passage.span))
    return join(runs)


def _line(line: str, passage: Passage, span: Span) -> tuple[Run, ...]:
    plain = plain_line(line, span)
    if plain is not None:
        return plain
    from deckgen.markdown.parser import markdown_parser

    tokens = markdown_parser().parseInline(line)
    return InlineReader(passage, span).read(tokens[0].children or ())


class _List(Struct):
    ordered: bool
    number: int


class _Table(Struct):
    span: Span
    alignments: list[str] = field(default_factory=list)
    rows: list[list[tuple[Run, ...]]] = field(default_factory=list)


class _Footnote(Struct):
    label: str
    span: Span
    runs: list[Run] = field(default_factory=list)


class _Reader(Struct):
    passage: Passage
    pieces: list[Piece] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    fresh_item: bool = False
    heading: bool = False
    quotes: int = 0
    table: _Table | None = None
    opened: list[_Footnote] = field(default_factory=list)
    footnotes: list[FootnoteText] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> tuple[Piece, ...]:
        for token in tokens:
            self.take(token)
        self.flush()
        return (*self.pieces, *self.footnotes)

    def take(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "list_item_open":
                self.open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.fresh_item = False
            case "list_item_close":
                self.close_item()
            case "heading_open" | "heading_close":
                self.heading = token.nesting == 1
            case "blockquote_open" | "blockquote_close":
                self.quote(token)
            case "fence" | "code_block":
                self.fence(token)
            case "hr":
                self.flush()
                self.pieces.append(ThematicBreak(self.place(token)))
            case "footnote_reference_open" | "footnote_reference_close":
                self.define(token)
            case "inline":
                self.inline(token)
            case _:
                self.tabulate(token)

    def place(self, token: Token) -> Span:
        return self.passage.lines(*token.map) if token.map else self.passage.span

    def open_list(self, token: Token) -> None:
        if token.type == "list_item_open":
            self.fresh_item = True
            return
        start = token.attrs.get("start", 1)
        self.lists.append(_List(token.type == "ordered_list_open", int(start)))

    def close_item(self) -> None:
        if self.lists and self.lists[-1].ordered:
            self.lists[-1].number += 1

    def quote(self, token: Token) -> None:
        opening = token.nesting == 1
        if self.quotes == (0 if opening else 1):
            self.flush()
        self.quotes += 1 if opening else -1

    def fence(self, token: Token) -> None:
        self.flush()
        self.fresh_item = False
        language = token.info.split()[0] if token.info.split() else ""
        text = with_breaks(token.content.removesuffix("\n")).expandtabs(4)
        self.pieces.append(Fence(language, text, self.place(token)))

    def inline(self, token: Token) -> None:
        span = self.place(token)
        reader = InlineReader(self.passage, span)
        runs = reader.read(token.children or ())
        if self.table is not None:
            self.table.rows[-1].append(runs)
            return
        if self.opened:
            note = self.opened[-1]
            note.runs += [*([Run("\n", span)] if note.runs else []), *runs]
        elif runs:
            self.add_paragraph(runs, span)
        if reader.figures:
            self.add_figures(reader.figures)

    def add_figures(self, figures: list[Figure]) -> None:
        self.flush()
        self.fresh_item = False
        self.pieces.extend(figures)

    def add_paragraph(self, runs: tuple[Run, ...], span: Span) -> None:
        level = min(max(0, len(self.lists) - 1), MAX_LEVEL)
        marker, number = self.marker()
        indented = bool(self.lists) and not self.fresh_item
        self.fresh_item = False
        self.paragraphs.append(Paragraph(runs, span, level, marker, number, indented))

    def marker(self) -> tuple[Marker, int | None]:
        if self.heading:
            return Marker.HEADING, None
        if not self.lists or not self.fresh_item:
            return Marker.NONE, None
        if self.lists[-1].ordered:
            return Marker.NUMBER, self.lists[-1].number
        return Marker.BULLET, None

    def define(self, token: Token) -> None:
        """Open or close a footnote. What is around it goes on as if it were not there.

        One that is written within another is one beside it.
        """
        if token.nesting == 1:
            self.opened.append(_Footnote(token.meta["label"], self.place(token)))
            return
        note = self.opened.pop()
        if note.runs:
            self.footnotes.append(FootnoteText(note.label, join(note.runs), note.span))

    def tabulate(self, token: Token) -> None:
        if token.type == "table_open":
            self.flush()
            self.table = _Table(self.place(token))
        table = self.table
        if table is None:
            return
        match token.type:
            case "tr_open":
                table.rows.append([])
            case "th_open":
                style = str(token.attrs.get("style", ""))
                table.alignments.append(style.removeprefix("text-align:"))
            case "table_close":
                rows = tuple(tuple(row) for row in table.rows)
                self.pieces.append(PipeTable(tuple(table.alignments), rows, table.span))
                self.table = None

    def flush(self) -> None:
        if not self.paragraphs:
            return
        paragraphs = tuple(self.paragraphs)
        span = paragraphs[0].span.to(paragraphs[-1].span)
        kind = Quotation if self.quotes else Prose
        self.pieces.append(kind(paragraphs, span))
        self.paragraphs = []
