"""A matrix -> its galley: equal cells between two axes, in their tones, with what is in them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Align,
    Anchor,
    BodyProperties,
    Emu,
    Geometry,
    Insets,
    Marker,
    Paragraph,
    Rect,
    Shape,
    Spacing,
    Struct,
    Tone,
    legible,
    lowered,
    mix,
    pt,
    replace,
)
from deckgen.blocks.panels.fitted import FittedGalley, at_sizes
from deckgen.blocks.panels.label import body_levels, label, line_label, plain_style
from deckgen.blocks.panels.look import in_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Color, Context, Inline, Item, LevelStyle, Span
    from deckgen.blocks.matrix import Axis, MatrixMap
    from deckgen.blocks.panels.label import SetText

GAP: Final = pt(4)
"""The space between cells."""
PADDING: Final = 0.45
"""The space around the text in a cell, in em."""
APART: Final = 0.5
"""The space between the cells and the values along them, in em."""
SPARE: Final = 0.2
"""What the values along the y axis have more than they need, in em."""
TITLE: Final = 0.85
"""The size of an axis' title as a share of that of its values."""
WIDEST_VALUE: Final = 0.2
"""The share of the width that the values of the y axis may take."""
LOWEST: Final = 2.6
"""The least height of a cell, in em."""
FLATTEST: Final = 0.62
"""The height of cells that have room, as a share of their width."""
TINT: Final = 0.24
DARK_TINT: Final = 0.42
"""How much of its tone a cell has, on pale and on dark pages."""
_CLOSE: Final = Spacing(lines=0.2)
"""The space between things in one cell."""
_MIDDLE: Final = (0.4, 0.6)
"""The mean of both places, from 0 to 1, between which a cell is neither good nor bad."""


class MatrixSetting(Struct, frozen=True, dict=True):
    """A matrix at a size of text."""

    matrix: MatrixMap
    width: Emu
    context: Context

    @property
    def em(self) -> Emu:
        """The size of text."""
        return self.context.text.size.emu

    @property
    def title_band(self) -> Emu:
        """The width that the title of the y axis takes, which is turned."""
        title = self.matrix.y.title
        style = plain_style(self.context, TITLE)
        return Emu(style.leading + self.em * APART) if title and title.runs else ZERO

    @cached_property
    def y_values(self) -> tuple[SetText, ...]:
        """The values of the y axis, from the bottom."""
        return self._values(self.matrix.y, self.width * WIDEST_VALUE, Align.RIGHT)

    @property
    def left(self) -> Emu:
        """Where the cells begin."""
        widest = max(value.width for value in self.y_values)
        return Emu(self.title_band + widest + self.em * (SPARE + APART))

    @property
    def cell_width(self) -> Emu:
        """The width of a cell."""
        count = len(self.matrix.x.values)
        return (self.width - self.left - GAP * (count - 1)) // count

    @cached_property
    def x_values(self) -> tuple[SetText, ...]:
        """The values of the x axis."""
        return self._values(self.matrix.x, self.cell_width, Align.CENTER)

    @cached_property
    def x_title(self) -> SetText | None:
        """The title of the x axis."""
        return self._title(self.matrix.x, self.width - self.left)

    @cached_property
    def cells(self) -> dict[tuple[int, int], SetText]:
        """The text of each cell that has any, by its column and its row from the bottom."""
        held: dict[tuple[int, int], list[Paragraph]] = {}
        for column, row, item in self.matrix.placed():
            paragraph = Paragraph(item.text.runs, item.span, marker=Marker.BULLET)
            held.setdefault((column, row), []).append(paragraph)
        room = self.cell_width - self.em * (2 * PADDING)
        return {place: self._cell_text(place, texts, room) for place, texts in held.items()}

    @property
    def is_good(self) -> bool:
        """Whether no word is cut."""
        texts = (*self.cells.values(), *self.x_values, *self.y_values)
        return not any(text.cuts_words for text in texts)

    @property
    def cell_height(self) -> Emu:
        """The least height of a cell, all of which are equal."""
        highest = max((text.height for text in self.cells.values()), default=ZERO)
        values = max(value.height for value in self.y_values)
        return max(highest + self.em * (2 * PADDING), values, self.em * LOWEST)

    @property
    def below(self) -> Emu:
        """What the x axis takes below the cells."""
        values = max(value.height for value in self.x_values)
        title = self.x_title.height if self.x_title is not None else ZERO
        return Emu(self.em * APART + values + title)

    def _rows(self, height: Emu) -> Emu:
        rows = len(self.matrix.y.values)
        return height * rows + GAP * (rows - 1)

    @property
    def height(self) -> Emu:
        """How high the matrix has to be."""
        turned = self._title(self.matrix.y, self.width)
        rows = self._rows(self.cell_height)
        return max(rows, turned.width + self.em if turned else ZERO) + self.below

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield the cells, and the axes beside and below them."""
        across, down = len(self.matrix.x.values), len(self.matrix.y.values)
        room = (box.height - self.below - GAP * (down - 1)) // down
        least = (self.height - self.below - GAP * (down - 1)) // down
        high = max(least, self.cell_height, min(room, self.cell_width * FLATTEST))
        top = lowered(box, self._rows(high) + self.below)
        left = box.x + self.left
        yield from self._y_axis(Rect(box.x, top, self.left, self._rows(high)), high)
        for row in reversed(range(down)):
            y = top + (high + GAP) * (down - 1 - row)
            for column in range(across):
                x = left + (self.cell_width + GAP) * column
                yield self._cell((column, row), Rect(x, y, self.cell_width, high))
        yield from self._x_axis(left, top + self._rows(high) + self.em * APART)

    def _cell(self, place: tuple[int, int], box: Rect) -> Item:
        text, fill = self.cells.get(place), self._fill(place)
        if text is None:
            return Shape(box, Geometry.RECTANGLE, fill, None, "Cell", self.matrix.span)
        padding = self.em * PADDING
        body = BodyProperties(Insets(padding, padding, padding, padding), Anchor.MIDDLE)
        return replace(text.frame(box, "Cell", self.matrix.span, body), fill=fill)

    def _y_axis(self, box: Rect, high: Emu) -> Iterator[Item]:
        title = self._title(self.matrix.y, box.height)
        if title is not None:
            band = Rect(box.x, box.y, title.height, box.height)
            body = BodyProperties(Insets(), Anchor.MIDDLE, vertical="vert270")
            yield title.frame(band, "Axis title", self.matrix.y.span, body)
        for number, value in enumerate(reversed(self.y_values)):
            width = self.left - self.title_band - self.em * APART
            y = box.y + (high + GAP) * number
            place = Rect(box.x + self.title_band, y, width, high)
            body = BodyProperties(Insets(), Anchor.MIDDLE)
            yield value.frame(place, "Axis value", self.matrix.y.span, body)

    def _x_axis(self, left: Emu, top: Emu) -> Iterator[Item]:
        highest = max(value.height for value in self.x_values)
        for number, value in enumerate(self.x_values):
            x = left + (self.cell_width + GAP) * number
            place = Rect(x, top, self.cell_width, highest)
            yield value.frame(place, "Axis value", self.matrix.x.span)
        if self.x_title is not None:
            place = Rect(left, top + highest, self.width - self.left, self.x_title.height)
            yield self.x_title.frame(place, "Axis title", self.matrix.x.span)

    def _values(self, axis: Axis, width: Emu, align: Align) -> tuple[SetText, ...]:
        style = plain_style(self.context, align=align)
        return tuple(self._line(value, style, width, axis.span) for value in axis.values)

    def _title(self, axis: Axis, width: Emu) -> SetText | None:
        if axis.title is None or not axis.title.runs:
            return None
        style = plain_style(self.context, TITLE, bold=True, align=Align.CENTER)
        return self._line(axis.title, style, width, axis.span)

    def _line(self, text: Inline, style: LevelStyle, width: Emu, span: Span) -> SetText:
        return line_label(text.runs, style, width, self.context, span)

    def _cell_text(self, place: tuple[int, int], texts: list[Paragraph], room: Emu) -> SetText:
        ink = legible(self.context.text.color, (self._fill(place),), self.context.theme.offered)
        if len(texts) > 1:
            levels = body_levels(self.context, 1.0, ink)
            levels = tuple(replace(level, space_before=_CLOSE, bold=False) for level in levels)
            return label(texts, levels, room, self.context)
        style = plain_style(self.context, color=ink, align=Align.CENTER)
        return line_label(texts[0].runs, style, room, self.context, texts[0].span)

    def _fill(self, place: tuple[int, int]) -> Color:
        """Return the fill of a cell: a tint of its tone."""
        background = self.context.background
        color = in_tone(self._tone(place), self.context)
        return mix(background, color, DARK_TINT if background.is_dark else TINT)

    def _tone(self, place: tuple[int, int]) -> Tone:
        column, row = place
        across, down = len(self.matrix.x.values), len(self.matrix.y.values)
        told = self.matrix.tones
        from_top = down - 1 - row
        if from_top < len(told) and column < len(told[from_top]):
            return Tone(told[from_top][column])
        if self.matrix.heat == "none":
            return Tone.NEUTRAL
        mean = (column / max(1, across - 1) + row / max(1, down - 1)) / 2
        if _MIDDLE[0] <= mean <= _MIDDLE[1]:
            return Tone.WARN
        is_high = mean > _MIDDLE[1]
        return Tone.BAD if is_high is (self.matrix.heat == "bad") else Tone.GOOD


def matrix_galley(matrix: MatrixMap, width: Emu, context: Context) -> FittedGalley:
    """Return a matrix in the largest text at which all cells hold what stands in them."""
    ways = [partial(MatrixSetting, matrix, width, inner) for inner in at_sizes(context)]
    return FittedGalley(tuple(ways), context, matrix.span, "cells")
