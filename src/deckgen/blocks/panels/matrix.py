"""A matrix -> its galley: cells between two axes, in their tones, with what stands in them."""

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
    scaled,
)
from deckgen.blocks.panels.fitted import FittedGalley, at_sizes
from deckgen.blocks.panels.label import (
    body_levels,
    label,
    line_label,
    needed_width,
    plain_style,
)
from deckgen.blocks.panels.look import in_tone
from deckgen.blocks.tables.setting import least_size

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
    is_even: bool = True
    """Whether all rows are as high as the highest, and not each as what stands in it."""

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
        widest = max(needed_width(value, self.context) for value in self.y_values)
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

    @cached_property
    def row_heights(self) -> tuple[Emu, ...]:
        """The least height of each row, from the bottom."""
        heights = [
            max(value.height, self.em * LOWEST if self.is_even else ZERO) for value in self.y_values
        ]
        for (_, row), text in self.cells.items():
            heights[row] = max(heights[row], text.height + self.em * (2 * PADDING))
        if self.is_even:
            return (max(heights),) * len(heights)
        least = min(max(heights), self.em * LOWEST)
        return tuple(max(height, least) for height in heights)

    @property
    def below(self) -> Emu:
        """What the x axis takes below the cells."""
        values = max(value.height for value in self.x_values)
        title = self.x_title.height if self.x_title is not None else ZERO
        return Emu(self.em * APART + values + title)

    @property
    def rows_height(self) -> Emu:
        """How high all rows are at the least."""
        return Emu(sum(self.row_heights) + GAP * (len(self.row_heights) - 1))

    @property
    def height(self) -> Emu:
        """How high the matrix has to be."""
        turned = self._title(self.matrix.y, self.width)
        title = needed_width(turned, self.context) + self.em if turned else ZERO
        return max(self.rows_height, title) + self.below

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield the cells, and the axes beside and below them."""
        heights = self._stretched(box.height - self.below)
        whole = Emu(sum(heights) + GAP * (len(heights) - 1))
        left, y = box.x + self.left, lowered(box, whole + self.below)
        yield from self._y_title(Rect(box.x, y, self.left, whole))
        for row, high in reversed([*enumerate(heights)]):
            yield self._y_value(row, Rect(box.x, y, self.left, high))
            for column in range(len(self.matrix.x.values)):
                x = left + (self.cell_width + GAP) * column
                yield self._cell((column, row), Rect(x, y, self.cell_width, high))
            y += high + GAP
        yield from self._x_axis(left, y - GAP + self.em * APART)

    def _stretched(self, room: Emu) -> tuple[Emu, ...]:
        """Return the heights of rows that take a room, as far as their cells stay flat."""
        count, least = len(self.row_heights), self.height - self.below - self.rows_height
        asked, each = least // count, max(least, room - self.rows_height) // count
        flattest = self.cell_width * FLATTEST if self.is_even else room
        return tuple(max(high + asked, min(high + each, flattest)) for high in self.row_heights)

    def _cell(self, place: tuple[int, int], box: Rect) -> Item:
        text, fill = self.cells.get(place), self._fill(place)
        if text is None:
            return Shape(box, Geometry.RECTANGLE, fill, None, "Cell", self.matrix.span)
        padding = self.em * PADDING
        body = BodyProperties(Insets(padding, padding, padding, padding), Anchor.MIDDLE)
        return replace(text.frame(box, "Cell", self.matrix.span, body), fill=fill)

    def _y_title(self, box: Rect) -> Iterator[Item]:
        title = self._title(self.matrix.y, box.height)
        if title is not None:
            band = Rect(box.x, box.y, title.height, box.height)
            body = BodyProperties(Insets(), Anchor.MIDDLE, vertical="vert270")
            yield title.frame(band, "Axis title", self.matrix.y.span, body)

    def _y_value(self, row: int, box: Rect) -> Item:
        width = self.left - self.title_band - self.em * APART
        place = Rect(box.x + self.title_band, box.y, width, box.height)
        body = BodyProperties(Insets(), Anchor.MIDDLE)
        return self.y_values[row].frame(place, "Axis value", self.matrix.y.span, body)

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
    """Return a matrix in the largest text at which all cells hold what stands in them.

    Where that is none, rows with little in them are lower; at last the text is as small as that of
    tables may be.
    """
    sizes = [*at_sizes(context)]
    even = [partial(MatrixSetting, matrix, width, inner) for inner in sizes]
    if not context.held:
        sizes += _small(context)
    uneven = [partial(MatrixSetting, matrix, width, inner, is_even=False) for inner in sizes]
    return FittedGalley((*even, *uneven), context, matrix.span, "cells")


def _small(context: Context) -> Iterator[Context]:
    """Yield a context whose text is as small as that of tables may be."""
    least = least_size(context)
    if least < context.floor and least < context.text.size:
        yield context.with_levels(scaled(context.levels, least / context.text.size, least))
