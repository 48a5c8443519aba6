"""Paragraphs at a width -> paragraphs with effective styles and measured lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deckgen.content import POINTER, Marker, Paragraph
from deckgen.layout.typeset.formulas import cuts_formulas
from deckgen.layout.typeset.links import set_links
from deckgen.layout.typeset.runs import place_runs, styled
from deckgen.letters import is_east_asian
from deckgen.patterns import lazy
from deckgen.placed_text import PlacedParagraph, PlacedRun, cut
from deckgen.records import Struct, replace
from deckgen.shown_text import font_of, shown_of
from deckgen.styles import DOT, NO_BULLET, Bullet, BulletKind, LevelStyle, Spacing
from deckgen.text.model import Line, StyledText
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.layout.flow.galley import Context
    from deckgen.shown_text import Shown
    from deckgen.source import Span

_GLYPH_FONT: Final = "Segoe UI Symbol"
"""Has the boxes of tasks, which few fonts of text have; where it is missing, others stand in."""
_GLYPH_HANG: Final = 1.4
"""The least hanging indent of such a box, in em: it is as wide as it is high."""
_LEAST_POINTER: Final = 0.5
"""How small a pointer may become, as a share of the size of its text."""
_HANG: Final = 1.2
"""The hanging indent, in em, of a list level for which the template sets none."""
_NUMBER_GAP: Final = 0.35
"""The least space between a number and its text, in em."""

_ABOVE_HEADING: Final = Spacing(lines=0.8)
"""The least space above a heading within a text."""

ADDRESS: Final = lazy(r"[/@_\\]")
"""What tells addresses and names of files from words."""


class SetParagraph(Struct, frozen=True):
    """A paragraph with its style and lines, not yet at a place."""

    runs: tuple[PlacedRun, ...]
    level: int
    style: LevelStyle
    lines: tuple[Line, ...]
    span: Span | None
    marker: Marker
    number: int | None = None

    @property
    def leadings(self) -> list[Emu]:
        """The height of each line: 1.2 em of its largest text, times the line spacing."""
        spacing = self.style.line_spacing
        return [spacing.of(line.size) for line in self.lines]

    def gap_below(self, above: SetParagraph) -> Emu:
        """Return the space between the last line of the paragraph above and the first one here."""
        after = above.style.space_after.of(above.lines[-1].size)
        return after + self.style.space_before.of(self.lines[0].size)

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its line."""
        several = len(self.lines) > 1
        return several and (
            cuts_words(self.text, self.lines) or cuts_formulas(self.runs, self.lines)
        )

    def part(self, first: int, stop: int) -> SetParagraph:
        """Return the lines from `first` to `stop` as a paragraph of its own.

        A part that does not start the paragraph has no marker, but stands as deep as the rest.
        """
        if first == 0 and stop == len(self.lines):
            return self
        start, end = self.lines[first].start, self.lines[stop - 1].stop
        lines = tuple(
            replace(line, start=line.start - start, stop=line.stop - start)
            for line in self.lines[first:stop]
        )
        part = replace(self, runs=_trimmed(cut(self.runs, start, end)), lines=lines)
        if first == 0:
            return part
        style = replace(self.style, indent=ZERO, bullet=NO_BULLET)
        return replace(part, style=style, marker=Marker.NONE, number=None)


def _trimmed(runs: tuple[PlacedRun, ...]) -> tuple[PlacedRun, ...]:
    """Return runs without the hard break with which they end."""
    if runs and runs[-1].text.endswith("\n"):
        return (*runs[:-1], replace(runs[-1], text=runs[-1].text[:-1]))
    return runs


def measure_paragraphs(
    paragraphs: Iterable[Paragraph], width: Emu, context: Context
) -> tuple[SetParagraph, ...]:
    """Return paragraphs measured at the width of a text's content.

    Numbered items of a level are all set in as far as the one with the longest number.
    """
    paragraphs, widest = tuple(paragraphs), dict[int, int]()
    for paragraph in paragraphs:
        if paragraph.number:
            widest[paragraph.level] = max(widest.get(paragraph.level, 1), paragraph.number)
    return tuple(
        [measure_paragraph(each, width, context, widest.get(each.level, 1)) for each in paragraphs]
    )


def measure_paragraph(
    paragraph: Paragraph, width: Emu, context: Context, widest: int = 1
) -> SetParagraph:
    """Return a paragraph measured at a width; `widest` is the longest number of its level."""
    style = _effective_style(paragraph, context.levels[paragraph.level], context, widest)
    runs = place_runs(paragraph.runs, style, context.language)
    if paragraph.hang:
        style = _hanging(style, cut(runs, 0, paragraph.hang), context)
    return measure_runs(runs, style, width, context, of=paragraph)


def measure_runs(
    runs: tuple[PlacedRun, ...],
    style: LevelStyle,
    width: Emu,
    context: Context,
    *,
    of: Paragraph,
) -> SetParagraph:
    """Return runs in one style measured as the paragraph that they stand for."""
    runs = set_links(runs, style, width, context)
    lines = broken(runs, style, width, context)
    return SetParagraph(runs, of.level, style, lines, of.span, of.marker, of.number)


def broken(
    runs: tuple[PlacedRun, ...], style: LevelStyle, width: Emu, context: Context
) -> tuple[Line, ...]:
    """Return the lines of runs in one style at the width of a text's content."""
    text = shown_of(runs)
    return text.written(context.typesetter.lines(*_asked(text, style, width)))


def readings(
    runs: tuple[PlacedRun, ...], style: LevelStyle, width: Emu, context: Context
) -> list[tuple[Line, ...]]:
    """Return the same as each renderer may break it."""
    text = shown_of(runs)
    found = context.typesetter.readings(*_asked(text, style, width))
    return [text.written(lines) for lines in found]


def _asked(text: Shown, style: LevelStyle, width: Emu) -> tuple[tuple[StyledText, ...], int, int]:
    """Return what the typesetter is asked for: text, the width of its lines, the first's indent."""
    # whole numbers, whose sums are cheaper than those of lengths
    room = max(1, int(width) - int(style.margin_left) - int(style.margin_right))
    hangs = style.bullet.kind is not BulletKind.NONE
    texts = text.texts or (StyledText("", font_of(style)),)
    return texts, room, 0 if hangs else int(style.indent)


def cuts_words(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether a line ends within a word of a script that has spaces between words.

    Addresses and names of files are no words: nobody minds where they break.
    """
    known = 0
    for line in lines[:-1]:
        position = line.stop
        if position < known or not _is_within_word(text, position):
            continue
        start, found = text.rfind(" ", 0, position) + 1, text.find(" ", position)
        known = len(text) if found < 0 else found
        if not ADDRESS.search(text, start, known):
            return True
    return False


def _is_within_word(text: str, position: int) -> bool:
    return all(
        character.isalnum() and not is_east_asian(character)
        for character in text[position - 1 : position + 1]
    )


_once_a_level: Final = lru_cache(maxsize=256)
"""The paragraphs of a level are many, and of few kinds."""


def _effective_style(
    paragraph: Paragraph, style: LevelStyle, context: Context, widest: int
) -> LevelStyle:
    """Return the style of a paragraph: its level's, with the marker that it has or lacks."""
    match paragraph.marker:
        case Marker.BULLET if paragraph.glyph == POINTER:
            return _pointed(style)
        case Marker.BULLET if paragraph.glyph:
            return _boxed(style, paragraph.glyph)
        case Marker.BULLET:
            return _bulleted(style)
        case Marker.NUMBER:
            return _numbered(style, widest, context)
        case Marker.HEADING:
            return _heading(style)
        case Marker.TERM:
            return _term(style)
        case Marker.NONE if paragraph.indented:
            return _indented(style)
        case Marker.NONE:
            return _unmarked(style)


@_once_a_level
def _term(style: LevelStyle) -> LevelStyle:
    return replace(_unmarked(style), bold=True)


@_once_a_level
def _indented(style: LevelStyle) -> LevelStyle:
    """Return the style of text that goes on below an item."""
    return replace(_bulleted(style), bullet=NO_BULLET, indent=ZERO)


@_once_a_level
def _heading(style: LevelStyle) -> LevelStyle:
    """Return the style of a heading, which is nearer to what it heads than to what is above it."""
    style = replace(_unmarked(style), bold=True)
    if style.space_before.of(style.size) < _ABOVE_HEADING.of(style.size):
        style = replace(style, space_before=_ABOVE_HEADING)
    return style


@_once_a_level
def _unmarked(style: LevelStyle) -> LevelStyle:
    """Return a style whose text starts where the level's bullets stand."""
    left = max(ZERO, style.margin_left + style.indent)
    return replace(style, bullet=NO_BULLET, margin_left=left, indent=ZERO)


@_once_a_level
def _bulleted(style: LevelStyle) -> LevelStyle:
    if style.bullet.kind is BulletKind.NONE:
        style = replace(style, bullet=DOT)
    if style.indent >= 0:
        hang = style.size.emu * _HANG
        style = replace(style, margin_left=style.margin_left + style.indent + hang, indent=-hang)
    return style


def _boxed(style: LevelStyle, glyph: str) -> LevelStyle:
    """Return a style with a sign of its own for a bullet, and room enough for it."""
    style = _bulleted(style)
    bullet = Bullet(BulletKind.CHARACTER, glyph, font=_GLYPH_FONT, color=style.bullet.color)
    hang = max(-style.indent, style.size.emu * _GLYPH_HANG)
    left = style.margin_left + style.indent + hang
    return replace(style, bullet=bullet, margin_left=left, indent=-hang)


def _pointed(style: LevelStyle) -> LevelStyle:
    """Return a style with a pointer for a bullet, small enough for text to stay where it is."""
    style = _bulleted(style)
    size = min(1.0, max(_LEAST_POINTER, -style.indent / (style.size.emu * _GLYPH_HANG)))
    color = style.bullet.color
    bullet = Bullet(BulletKind.CHARACTER, POINTER, font=_GLYPH_FONT, color=color, size=size)
    return replace(style, bullet=bullet)


def _hanging(style: LevelStyle, mark: tuple[PlacedRun, ...], context: Context) -> LevelStyle:
    """Return a style in which lines stand clear of a mark with which the first line starts."""
    behind = StyledText("0", font_of(style))  # blanks count where something follows them
    widths = context.typesetter.width((*styled(mark), behind)), context.typesetter.width((behind,))
    hang = widths[0] - widths[1]
    return replace(style, margin_left=style.margin_left + hang, indent=style.indent - hang)


def _numbered(style: LevelStyle, widest: int, context: Context) -> LevelStyle:
    """Return a style with a number before the text and room enough for the widest."""
    style = _bulleted(style)
    bullet = Bullet(BulletKind.NUMBER, "arabicPeriod", color=style.bullet.color)
    digits = StyledText("0" * len(str(widest)) + ".", font_of(style))
    needed = context.typesetter.width((digits,)) + style.size.emu * _NUMBER_GAP
    hang = max(-style.indent, needed)
    left = style.margin_left + style.indent + hang
    return replace(style, bullet=bullet, margin_left=left, indent=-hang)


class Stack(Struct, frozen=True):
    """Paragraphs below one another, and the height of all."""

    paragraphs: tuple[PlacedParagraph, ...]
    height: Emu


def stack(measured: Sequence[SetParagraph]) -> Stack:
    """Return paragraphs one below the other. The first has no space above, the last none below."""
    gaps = [
        below.gap_below(above) if above else ZERO
        for above, below in zip((None, *measured), measured, strict=False)
    ]
    return stacked(measured, gaps, [sum(map(int, each.leadings)) for each in measured])


def stacked(measured: Sequence[SetParagraph], gaps: Iterable[int], heights: Iterable[int]) -> Stack:
    """Return the same where the gaps above and the heights of all are known."""
    placed: list[PlacedParagraph] = []
    top = 0
    for paragraph, gap, height in zip(measured, gaps, heights, strict=True):
        top += int(gap) if placed else 0
        placed.append(_placed(paragraph, Emu(top), Emu(height)))
        top += int(height)
    return Stack(tuple(placed), Emu(top))


def _placed(paragraph: SetParagraph, top: Emu, height: Emu) -> PlacedParagraph:
    return PlacedParagraph(
        runs=paragraph.runs,
        level=paragraph.level,
        style=paragraph.style,
        lines=paragraph.lines,
        top=top,
        height=height,
        span=paragraph.span,
        bullet=paragraph.style.bullet,
        number=paragraph.number,
    )
