"""The galleys that blocks share: text, and a single thing that stays whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from deckgen.content import Marker
from deckgen.layout.flow.galley import FORBIDDEN, Context, Galley, Piece, Place
from deckgen.layout.typeset.paragraphs import SetParagraph, stacked
from deckgen.layout.typeset.runts import blemishes, runts, trimmed, without_runts
from deckgen.layout.typeset.title_lines import TOLERANCE, in_phrases
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.styles import Anchor
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.pages import Item
    from deckgen.source import Span
    from deckgen.styles import LevelStyle

KEEP_WITH_LIST: Final = 400
"""A page break between a heading or an introducing line and what it introduces."""
KEEP_WITH_CHILD: Final = 120
"""A page break between an item and its first child."""
PER_LEVEL: Final = 25
"""A page break before an item, for each level that it is deep."""
WITHIN_PARAGRAPH: Final = 250
"""A page break between lines of a paragraph."""
CLEAN: Final = 100
"""The penalty up to which a page break disturbs nobody."""
_LEADING: Final = (Marker.HEADING, Marker.TERM)
_MANY_RUNTS: Final = 0.3
"""The share of paragraphs that end in a runt from which a text looks torn."""
_LONGEST_INTRODUCTION: Final = 2
"""A paragraph of so many lines above a table or a picture is taken to introduce it."""


class TextGalley(Struct, frozen=True):
    """Paragraphs, line by line."""

    paragraphs: tuple[SetParagraph, ...]
    context: Context
    name: str
    span: Span
    pieces: tuple[Piece, ...]
    lines: tuple[tuple[int, int], ...]
    """For each piece, its paragraph and its line in it."""
    fills_slot: bool = True
    diagnostics: tuple[Diagnostic, ...] = ()
    is_torn: bool = False
    """Whether a line that is to end between phrases ends within one."""
    trim: Emu = ZERO
    """How much narrower than its place the text stands, on the right."""

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its line."""
        return any(paragraph.cuts_words for paragraph in self.paragraphs)

    def tidied(self, width: Emu) -> TextGalley:
        """Return the text at a width with fewer paragraphs that end in a runt."""
        paragraphs, trim = without_runts(self.paragraphs, width, self.context)
        return replace(self, paragraphs=paragraphs, trim=trim) if trim else self

    def runts(self, width: Emu) -> int:
        """Return how many paragraphs end in a runt at a width."""
        return runts(self.paragraphs, width - self.trim, self.context)

    def blemishes(self, width: Emu) -> int:
        """Return how much the ends of its lines disturb at a width."""
        return blemishes(self.paragraphs, width - self.trim, self.context).cost

    def has_many_runts(self, width: Emu) -> bool:
        """Tell whether a good part of the paragraphs ends in a runt at a width."""
        return self.runts(width) >= len(self.paragraphs) * _MANY_RUNTS

    def phrased(self, width: Emu) -> TextGalley:
        """Return the text at a width in as many lines that end between phrases, as titles do."""
        found = [in_phrases(each, width, self.context) for each in self.paragraphs]
        kept = [lines for lines in found if lines is not None]
        paragraphs = tuple(lines.measured for lines in kept)
        galley = text_galley(paragraphs, self.context, self.span, self.name)
        return replace(galley, is_torn=any(lines.badness > TOLERANCE for lines in kept))

    def spaced(self, levels: tuple[LevelStyle, ...]) -> TextGalley:
        """Return the text in styles that differ in the space before paragraphs alone."""
        paragraphs = tuple(
            replace(each, style=replace(each.style, space_before=levels[each.level].space_before))
            for each in self.paragraphs
        )
        context = self.context.with_levels(levels)
        return text_galley(paragraphs, context, self.span, self.name)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the text frame of a range of lines."""
        gaps: dict[int, int] = {}
        heights: dict[int, int] = {}
        for (paragraph, _), piece in zip(
            self.lines[start:stop], self.pieces[start:stop], strict=True
        ):
            gaps.setdefault(paragraph, int(piece.gap))
            heights[paragraph] = heights.get(paragraph, 0) + int(piece.height)
        placed = stacked(self.part(start, stop), gaps.values(), heights.values())
        slot, body = place.slot, self.context.body
        if slot is None and place.box.height <= placed.height:
            body = replace(body, anchor=Anchor.TOP)  # text beside it starts on one line with it
        box = slot.box if slot is not None and slot.content == place.box else None
        return (
            TextFrame(
                box=box or place.box.outset(body.insets),
                paragraphs=placed.paragraphs,
                levels=self.context.levels,
                height=placed.height,
                name=slot.name if slot else self.name,
                slot=slot,
                body=trimmed(body, self.trim),
                span=self.span,
            ),
        )

    def part(self, start: int, stop: int) -> tuple[SetParagraph, ...]:
        """Return the paragraphs of a range of lines, the first and last perhaps not whole."""
        ranges: dict[int, list[int]] = {}
        for paragraph, line in self.lines[start:stop]:
            ranges.setdefault(paragraph, []).append(line)
        return tuple(
            [
                self.paragraphs[paragraph].part(lines[0], lines[-1] + 1)
                for paragraph, lines in ranges.items()
            ]
        )


def text_galley(
    paragraphs: tuple[SetParagraph, ...], context: Context, span: Span, name: str = "Text"
) -> TextGalley:
    """Return the galley of paragraphs that were measured."""
    pieces: list[Piece] = []
    lines: list[tuple[int, int]] = []
    for number, paragraph in enumerate(paragraphs):
        gap = paragraph.gap_below(paragraphs[number - 1]) if number else context.gap
        for line_number, leading in enumerate(paragraph.leadings):
            penalty = (
                _before_paragraph(paragraphs, number)
                if line_number == 0
                else _within_paragraph(line_number, len(paragraph.lines))
            )
            above = gap if line_number == 0 else ZERO
            pieces.append(Piece(leading, above, penalty=penalty))
            lines.append((number, line_number))
    return TextGalley(paragraphs, context, name, span, tuple(pieces), tuple(lines))


def _before_paragraph(paragraphs: tuple[SetParagraph, ...], number: int) -> int:
    """Return how bad a page break before a paragraph is."""
    if number == 0:
        return 0
    before, this = paragraphs[number - 1], paragraphs[number]
    if before.marker in _LEADING or _introduces(before, this):
        return KEEP_WITH_LIST
    depth = PER_LEVEL * this.level
    if this.level > before.level or _continues(this):
        return KEEP_WITH_CHILD + depth
    return depth


def _introduces(before: SetParagraph, this: SetParagraph) -> bool:
    listed = (Marker.BULLET, Marker.NUMBER)
    return before.marker is Marker.NONE and before.level == 0 and this.marker in listed


def _continues(this: SetParagraph) -> bool:
    return this.marker is Marker.NONE and this.style.margin_left + this.style.indent > 0


def _within_paragraph(line: int, count: int) -> int:
    """Return how bad a break before a line is.

    Single lines are never left alone, so that a paragraph of three is not divided.
    """
    if line < 2 or line > count - 2:
        return FORBIDDEN
    return WITHIN_PARAGRAPH


def joined(galleys: Sequence[Galley]) -> tuple[Galley, ...]:
    """Return galleys with text that follows text in one galley, so that it fills one frame."""
    made: list[Galley] = []
    for galley in galleys:
        before = made[-1] if made else None
        if isinstance(galley, TextGalley) and isinstance(before, TextGalley):
            paragraphs = before.paragraphs + galley.paragraphs
            made[-1] = text_galley(paragraphs, before.context, before.span, before.name)
        else:
            made.append(galley)
    return tuple(made)


def pieces_of(galleys: Sequence[Galley]) -> tuple[Piece, ...]:
    """Return the pieces of all galleys, what introduces a galley kept with it."""
    pieces: list[Piece] = []
    for number, galley in enumerate(galleys):
        first, *rest = galley.pieces or (None,)
        if first is None:
            continue
        if number and _announces(galleys[number - 1]):
            first = replace(first, penalty=max(first.penalty, KEEP_WITH_LIST))
        pieces += first, *rest
    return tuple(pieces)


def _announces(galley: Galley) -> bool:
    """Tell whether a galley ends with a heading, or with a line that leads to what follows."""
    if not isinstance(galley, TextGalley) or not galley.paragraphs:
        return False
    last = galley.paragraphs[-1]
    if last.marker in _LEADING or last.text.rstrip().endswith((":", "：")):
        return True
    return last.marker is Marker.NONE and len(last.lines) <= _LONGEST_INTRODUCTION


class WholeGalley(Struct, frozen=True):
    """One thing that stays whole."""

    piece: Piece
    draw: Callable[[Place], tuple[Item, ...]]
    fills_slot: bool = False
    cuts_words: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The one piece."""
        return (self.piece,)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of the thing."""
        return self.draw(place) if start < stop else ()


def nothing() -> WholeGalley:
    """Return the galley of a block that has nothing to show."""
    return WholeGalley(Piece(ZERO), lambda _: ())
