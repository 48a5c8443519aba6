"""Text in its place: runs in the fonts that they are set in, paragraphs with their measured lines.

Positions within a frame are told from the top of its content, those of drawn lines on the slide.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.records import Struct, replace
from deckgen.styles import NO_BULLET, Align, Anchor, BulletKind, Caps
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.colors import Color
    from deckgen.content import Link
    from deckgen.formulas.model import Formula
    from deckgen.geometry import Rect
    from deckgen.source import Span
    from deckgen.styles import Bullet, LevelStyle
    from deckgen.text.model import Font, Line
    from deckgen.units import Centipoints

_DESCENT: Final = 0.206
"""How far the lower edge of a line is below its baseline, in em (docs/analysis/line-height.md)."""


class Field(Enum):
    """Text that PowerPoint keeps up to date; values as in `a:fld@type`."""

    SLIDE_NUMBER = "slidenum"


class PlacedRun(Struct, frozen=True):
    """A run in the font it was measured with.

    `color` is set where it differs from the paragraph's. `language` is a BCP 47 tag. A line feed
    in the text is a hard line break. The font of superscripts and subscripts has the size of the
    text that they stand on; they are shown at two thirds of that. The text is as it is written;
    `caps` tells how it shows. That of a `formula` shows where a program knows no formulas.
    `page_of` is the id of a slide, the number of whose first page the text is.
    """

    text: str
    font: Font
    language: str
    color: Color | None = None
    underline: bool = False
    strike: bool = False
    link: Link | None = None
    field: Field | None = None
    highlight: Color | None = None
    baseline: Baseline = Baseline.NORMAL
    caps: Caps = Caps.NONE
    formula: Formula | None = None
    page_of: str = ""


class PlacedParagraph(Struct, frozen=True):
    """A paragraph with its effective style and its measured lines.

    `style` is what the paragraph looks like after everything is applied; what of it differs from
    the frame's level is written to the file. `top` is the upper edge of the first line, and
    `height` that of all lines, measured from the top of the frame's content. `number` is the
    ordinal of a numbered item. What follows a tab ends at `stop`, from the left of the content.
    """

    runs: tuple[PlacedRun, ...]
    level: int
    style: LevelStyle
    lines: tuple[Line, ...]
    top: Emu
    height: Emu
    span: Span | None
    bullet: Bullet = NO_BULLET
    number: int | None = None
    stop: Emu | None = None

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


class PlacedLine(Struct, frozen=True):
    """A line of text as it is drawn: its runs, from `x` on along a baseline, on the slide.

    `mark` is the bullet or the number before it, as a run that starts at `mark_x`. Where `fill` is
    set, spaces are widened so that the line is so wide. What follows a tab ends at `stop`. Where
    the frame's text is turned, all is told as if the frame were upright.
    """

    runs: tuple[PlacedRun, ...]
    x: Emu
    baseline: Emu
    width: Emu
    size: Centipoints
    mark: PlacedRun | None = None
    mark_x: Emu = ZERO
    fill: Emu | None = None
    stop: Emu | None = None


def placed_lines(
    paragraphs: Sequence[PlacedParagraph], content: Rect, height: Emu, anchor: Anchor
) -> Iterator[PlacedLine]:
    """Yield the lines of paragraphs that stand in a place as its anchor says."""
    y = content.y + (content.height - height) * anchor.above
    for paragraph in paragraphs:
        bottom = y + paragraph.top
        for line in paragraph.lines:
            bottom += paragraph.style.line_spacing.of(line.size)
            yield _line(paragraph, line, content, bottom - _below(paragraph, line))


def _below(paragraph: PlacedParagraph, line: Line) -> Emu:
    """Return how far the lower edge of a line is below its baseline: formulas reach further."""
    runs = cut(paragraph.runs, line.start, line.stop)
    found = [(run.formula, run.font.size.emu) for run in runs if run.formula is not None]
    if not found:
        return line.size.emu * _DESCENT
    from deckgen.formulas.extent import extent  # only decks with formulas need what is behind it

    rooms = [(extent(formula.mathml), em) for formula, em in found]
    if all(room.line <= 1 for room, _ in rooms):
        return line.size.emu * _DESCENT
    text = max(run.font.size.emu for run in runs) * _DESCENT
    return max(text, *(em * room.descent for room, em in rooms))


def _line(paragraph: PlacedParagraph, line: Line, content: Rect, baseline: Emu) -> PlacedLine:
    """Return a line of a paragraph; text before which a bullet stands starts at its margin."""
    style, first = paragraph.style, line is paragraph.lines[0]
    hangs = paragraph.bullet.kind is not BulletKind.NONE
    left = content.x + style.margin_left
    begin = left + (style.indent if first and not hangs else ZERO)
    room = content.right - style.margin_right - begin
    free = room - line.width
    ends = line is paragraph.lines[-1] or paragraph.text[line.stop - 1 : line.stop] == "\n"
    spread = style.align is Align.DISTRIBUTE or (style.align is Align.JUSTIFY and not ends)
    return PlacedLine(
        runs=cut(paragraph.runs, line.start, line.stop),
        x=begin + free * style.align.before,
        baseline=baseline,
        width=line.width,
        size=line.size,
        mark=_mark(paragraph) if first and hangs else None,
        mark_x=left + style.indent,
        fill=room if spread else None,
        stop=None if paragraph.stop is None else content.x + paragraph.stop,
    )


def _mark(paragraph: PlacedParagraph) -> PlacedRun | None:
    """Return the bullet or number of a paragraph as a run; a picture shows as a bullet."""
    bullet, style = paragraph.bullet, paragraph.style
    if not paragraph.runs:
        return None
    run = paragraph.runs[0]
    text = bullet.text or "•"
    if bullet.kind is BulletKind.NUMBER:
        text = f"{paragraph.number or 1}."
    size = style.size.scaled(bullet.size)
    font = replace(run.font, size=size, bold=style.bold, italic=style.italic)
    if bullet.font:
        font = replace(font, latin=bullet.font, east_asian=bullet.font, complex_script=bullet.font)
    return PlacedRun(text, font, run.language, color=bullet.color or style.color)


def cut(runs: Sequence[PlacedRun], start: int, stop: int) -> tuple[PlacedRun, ...]:
    """Return the part of runs between two offsets of their joined text."""
    parts, position = [], 0
    for run in runs:
        first, last = max(start - position, 0), min(stop - position, len(run.text))
        if first < last:
            whole = last - first == len(run.text)
            parts.append(run if whole else replace(run, text=run.text[first:last], formula=None))
        position += len(run.text)
    return tuple(parts)
