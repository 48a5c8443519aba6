"""Block tokens -> pieces: lists become paragraphs with levels, other blocks one piece each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import Marker, Paragraph, Run, join
from deckgen.limits import DEPTH
from deckgen.markdown.body import parse_line
from deckgen.markdown.containers import HOLDERS, Holding, parted
from deckgen.markdown.definitions import definitions
from deckgen.markdown.fences import fenced
from deckgen.markdown.inline import InlineReader, on_lines, shortened
from deckgen.markdown.links import report_unused
from deckgen.markdown.model import (
    MAX_LEVEL,
    Backdrop,
    Figure,
    FootnoteText,
    Pause,
    Piece,
    Prose,
    ThematicBreak,
)
from deckgen.markdown.parser import Definitions, markdown_parser
from deckgen.markdown.pauses import is_pause
from deckgen.markdown.quotations import quotation
from deckgen.markdown.reading import InlineSource, Reading
from deckgen.markdown.tables import TableReader
from deckgen.markdown.tasks import unboxed
from deckgen.markdown.unrendered_lines import Standing, in_lines
from deckgen.patterns import lazy
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from deckgen.markdown.inline import KeptLine
    from deckgen.passage import Passage
    from deckgen.source import Span


_SIZE: Final = lazy(r"(?:w|h|width|height):[\d.]+(?:px|%|cm|mm|in|em|pt)?")


def parse_blocks(passage: Passage, reading: Reading) -> tuple[Piece, ...]:
    """Return the pieces of any Markdown body, however plain, as the parser finds them."""
    definitions = Definitions(passage.text)
    tokens = markdown_parser().parse(passage.text, {"references": definitions})
    pieces = _Reader(passage, reading).read(tokens)
    report_unused(definitions, passage, reading)
    return pieces


def _shown(figure: Figure) -> Figure | Backdrop:
    """Return a figure, or the background that it is where its first word says so."""
    first, *words = figure.alt.split() or [""]
    if first != "bg":
        return figure
    return Backdrop(figure.target, tuple(words), figure.span, figure.title)


class _List(Struct):
    ordered: bool
    number: int


class _Footnote(Struct):
    label: str
    span: Span
    runs: list[Run] = field(default_factory=list)


class _Reader(Struct):
    passage: Passage
    reading: Reading
    pieces: list[Piece] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    fresh_item: bool = False
    lead: Marker = Marker.NONE
    defining: int = 0
    pause: Span | None = None
    quotes: int = 0
    fresh_quote: bool = False
    table: TableReader | None = None
    notes: list[_Footnote] = field(default_factory=list)
    opened: list[_Footnote] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> tuple[Piece, ...]:
        self.read_all(tokens)
        if any(token.level >= DEPTH - 1 for token in tokens):
            message = f"Markdown is nested more than {DEPTH} levels deep"
            self.reading.sink.report(codes.YAML_TOO_LARGE, self.passage.span, message)
        for note in self.notes:
            if note.runs:
                self.pieces.append(FootnoteText(note.label, join(note.runs), note.span))
            else:
                message = f"the footnote `[^{shortened(note.label)}]` says nothing"
                hint = "write what it says behind the colon"
                self.reading.sink.report(codes.EMPTY_BLOCK, note.span, message, hints=[hint])
        return tuple(self.pieces)

    def read_all(self, tokens: Sequence[Token]) -> None:
        """Read tokens; what holds blocks is a piece of its own, with pieces in it."""
        for opening, inner in parted(tokens, HOLDERS):
            if opening is None:
                for token in inner:
                    self.take(token)
                continue
            self.flush()
            self.fresh_item = False
            self.pieces += Holding(self.inside, self.line, self.place).held(opening, inner)
        self.flush()

    def inside(self, tokens: Sequence[Token]) -> tuple[Piece, ...]:
        """Return the pieces of what a holder holds; footnotes in it are the body's."""
        reader = _Reader(self.passage, self.reading, notes=self.notes, lines=self.lines)
        reader.read_all(tokens)
        return tuple(reader.pieces)

    def line(self, text: str, number: int) -> tuple[Run, ...]:
        """Return the runs of a text in a line of the passage."""
        span = self.passage.lines(number, number + 1)
        return parse_line(InlineSource(self.passage, text, number, span), self.reading)

    def take(self, token: Token) -> None:
        if self.table is not None:
            self.tabulate(self.table, token)
            return
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "list_item_open":
                self.open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.fresh_item = False
            case "list_item_close":
                self.close_item()
            case "fence" | "code_block" | "formula_block":
                self.fence(token)
            case "hr":
                self.flush()
                self.pieces.append(ThematicBreak(self.place(token)))
            case "footnote_reference_open" | "footnote_reference_close":
                self.define(token)
            case "table_open":
                self.flush()
                self.table = TableReader(self.passage, self.reading, self.place(token), self.lines)
            case "inline":
                self.inline(token)
            case _:
                self.surround(token)

    def surround(self, token: Token) -> None:
        """Begin or end what tells paragraphs from others."""
        match token.type:
            case "heading_open" | "heading_close":
                self.lead = Marker.HEADING if token.nesting == 1 else Marker.NONE
            case "dt_open" | "dt_close":
                self.lead = Marker.TERM if token.nesting == 1 else Marker.NONE
            case "dd_open" | "dd_close":
                self.defining += token.nesting
            case "dl_open" | "dl_close":
                self.define_terms(token)
            case "blockquote_open" | "blockquote_close":
                self.quote(token)

    def define_terms(self, token: Token) -> None:
        """Begin or end a definition list, which is a piece of its own unless it is within others.

        One that holds more than paragraphs and lists is shown as these are.
        """
        if self.lists or self.quotes or self.opened:
            return
        if token.nesting == 1:
            self.flush()
            return
        made = definitions(self.paragraphs)
        if made is not None:
            self.pieces.append(made)
            self.paragraphs = []
        self.flush()

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
        self.quotes += token.nesting
        self.fresh_quote = opening

    def fence(self, token: Token) -> None:
        self.flush()
        self.fresh_item = False
        piece = fenced(token, self.passage, self.reading)
        if piece is not None:
            self.pieces.append(piece)

    def inline(self, token: Token) -> None:
        span = self.place(token)
        if is_pause(token.content) and not self.opened:
            self.pause = span
            return
        written = InlineSource(self.passage, token.content, (token.map or [0])[0], span)
        reader = InlineReader(written, self.reading)
        lines = reader.read(token.children or (), quoted=self.quotes > 0)
        apart = not (self.lists or self.quotes or self.defining or self.opened)
        standing = Standing(self.fresh_quote, apart, self.lead is Marker.HEADING)
        for found in in_lines(token.content, standing):
            reader.report_line(found)
        self.fresh_quote = False
        if self.opened:
            reader.refuse_figures("a footnote")
            self.note(on_lines(lines), span)
            return
        for line in lines:
            self.add_paragraph(line, span)
        if reader.figures:
            self.add_figures(reader.figures)

    def note(self, runs: tuple[Run, ...], span: Span) -> None:
        note = self.opened[-1]
        note.runs += [*([Run("\n", span)] if note.runs else []), *runs]

    def add_figures(self, figures: list[Figure]) -> None:
        self.flush()
        self.fresh_item = False
        for figure in figures:
            self.tell_sizes(figure)
        self.pieces.extend(map(_shown, figures))

    def tell_sizes(self, figure: Figure) -> None:
        """Report words for sizes before an alternative text, as Marp has them."""
        words = figure.alt.split()
        sizes = [word for word in words if words[0] != "bg" and _SIZE.fullmatch(word)]
        if sizes:
            message = f"`{' '.join(sizes)}` is read as words for a picture, and sets no size"
            hint = "write `image: {src: …, width: 50%}` where the size matters, else remove it"
            self.reading.sink.report(
                codes.UNRENDERED_ATTRIBUTES, figure.span, message, hints=[hint]
            )

    def add_paragraph(self, line: KeptLine, span: Span) -> None:
        level = min(max(0, len(self.lists) + self.defining - 1), MAX_LEVEL)
        marker, number = self.marker()
        runs, glyph = line.runs, ""
        if marker in {Marker.BULLET, Marker.NUMBER}:
            runs, glyph = unboxed(runs)
            if marker is Marker.NUMBER and glyph:
                runs, glyph = (Run(f"{glyph} ", span), *runs), ""
        indented = bool(self.lists or self.defining) and marker is Marker.NONE
        hang = line.mark if marker is Marker.NONE else 0
        self.fresh_item = False
        follows = self.pause is not None
        self.paragraphs.append(
            Paragraph(runs, span, level, marker, number, indented, glyph, hang, follows)
        )
        self.pause = None

    def marker(self) -> tuple[Marker, int | None]:
        if self.lead is not Marker.NONE:
            return self.lead, None
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
            note = _Footnote(token.meta["label"], self.place(token))
            self.notes.append(note)
            self.opened.append(note)
        else:
            self.opened.pop()

    def tabulate(self, table: TableReader, token: Token) -> None:
        if token.type == "table_close":
            self.pieces.append(table.made())
            self.table = None
        else:
            table.take(token)

    def flush(self) -> None:
        if self.paragraphs:
            paragraphs = tuple(self.paragraphs)
            span = paragraphs[0].span.to(paragraphs[-1].span)
            kind = quotation if self.quotes else Prose
            self.pieces.append(kind(paragraphs, span))
        if self.pause is not None:
            self.pieces.append(Pause(self.pause))
        self.paragraphs, self.pause = [], None
