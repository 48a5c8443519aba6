"""Names of categories below or beside a plot -> which are shown, and how much room they take."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.dated import date_axis, dates_below
from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.kit import Emu, Struct
from deckgen.charts import CategoryAxis, ChartText
from deckgen.data.model import Moment
from deckgen.data.numerals import ordinal

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.kit import Rect

ROWS: Final = 3
"""How many lines a name may have below a plot."""
TURNED: Final = 0.42
"""The share of a chart's height that names set upwards may take."""
AROUND_TURNED: Final = 0.8
"""The space before and behind names set upwards, in em: with half of it LibreOffice cuts them."""
BESIDE: Final = (0.42, 0.56)
"""The share of a chart's width that names beside bars may take, and where that is too little."""
BETWEEN: Final = 0.5
"""The space between two names side by side, and beside a name at the left of a plot, in em."""
_BETWEEN_NUMBERS: Final = 0.8
"""The same between numbers of which some are left out."""
_ROOM: Final = 0.6
"""The space that names at the left of a plot take besides their width, in em."""
_LOOSE: Final = 1.05
"""How high the place of a name beside a plot is at the least, in lines."""
APART: Final = 0.45
"""The space between a plot and the names of its categories, in em."""


class CategoryNames(Struct, frozen=True):
    """An axis of categories, the room that it takes across it, and whether all can be read."""

    axis: CategoryAxis
    room: Emu
    fits: bool


def below(draft: ChartDraft, width: Emu) -> CategoryNames:
    """Return the names below a plot: level, in several lines, some of them, or turned."""
    meter, names = draft.meter, draft.data.categories
    if draft.data.moments:
        return _dated(draft, draft.data.moments, width)
    band = width / max(1, len(names))
    inside = Emu(int(band - meter.em * BETWEEN))
    gap = meter.em * APART
    for rows in range(1, ROWS + 1):
        if all(meter.fits_lines(name, inside, rows) for name in names):
            labels = tuple([meter.parted(name, inside) for name in names])
            return CategoryNames(CategoryAxis(labels), meter.line * rows + gap, fits=True)
    years = _years(names)
    if years:
        return _dated(draft, years, width)
    if all(name.strip().isdecimal() for name in names):  # what is between them is known
        widest = meter.widest(names) + meter.em * _BETWEEN_NUMBERS
        every = -(-int(widest) // max(1, int(band)))
        return CategoryNames(CategoryAxis(names, every=every), meter.line + gap, fits=True)
    high = meter.widest(names) + meter.em * AROUND_TURNED
    fits = band >= meter.line and high <= draft.box.height * TURNED
    return CategoryNames(CategoryAxis(names, turned=True), high + gap, fits=fits)


def beside(draft: ChartDraft, height: Emu) -> CategoryNames:
    """Return the names beside the bars of a plot of a height, the first one on top."""
    meter, names = draft.meter, draft.data.categories
    band = height / max(1, len(names))
    rows = min(2, max(1, int(band / meter.line)))
    widest = meter.widest(names)
    tried = [min(widest, Emu(int(draft.box.width * share))) for share in BESIDE]
    has_room = (wide for wide in tried if all(meter.fits_lines(n, wide, rows) for n in names))
    wide = next(has_room, None)
    room = (tried[0] if wide is None else wide) + meter.em * _ROOM
    fits = wide is not None and band >= meter.line * _LOOSE
    inside = tried[0] if wide is None else wide
    labels = tuple([meter.parted(name, inside) for name in names])
    return CategoryNames(CategoryAxis(labels, reversed=True), room, fits=fits)


def _dated(draft: ChartDraft, moments: tuple[Moment, ...], width: Emu) -> CategoryNames:
    axis = date_axis(draft, moments, width)
    return CategoryNames(axis, draft.meter.line + draft.meter.em * APART, fits=True)


def _years(names: tuple[str, ...]) -> tuple[Moment, ...]:
    """Return the first days of years that rise, else nothing: Excel counts from 1900 on."""
    if not all(name.isdecimal() and 1900 <= int(name) <= 2200 for name in names):
        return ()
    if any(int(after) <= int(before) for before, after in pairwise(names)):
        return ()
    days = (ordinal(int(name), 1, 1) for name in names)
    return tuple(Moment(day) for day in days if day is not None)


def texts_below(
    draft: ChartDraft, names: CategoryNames, plot: Rect, centers: tuple[float, ...]
) -> list[ChartText]:
    """Return where the names that are shown stand below a plot."""
    meter, axis, found = draft.meter, names.axis, list[ChartText]()
    top = plot.bottom + meter.em * APART
    if axis.serials:
        return dates_below(draft, axis, top, centers)
    band = plot.width / max(1, len(axis.labels))
    for number in range(0, len(axis.labels), axis.every):
        label, middle = axis.labels[number], centers[number]
        lines: tuple[str, ...] = (label,)
        if axis.turned:
            wide, high = meter.line, meter.width(label)
        else:
            if axis.every == 1:
                lines = meter.lines(label, Emu(int(band - meter.em * BETWEEN)))
            wide = max(meter.width(line) for line in lines)
            high = meter.line * len(lines)
        found.append(
            ChartText(box_at(middle - wide / 2, top, wide, high), lines, meter.size, "category")
        )
    return found


def texts_beside(draft: ChartDraft, names: CategoryNames, plot: Rect) -> list[ChartText]:
    """Return where the names stand beside a plot."""
    meter, found = draft.meter, list[ChartText]()
    labels = names.axis.labels
    band = plot.height / max(1, len(labels))
    room = names.room - meter.em * _ROOM
    for number, label in enumerate(labels):
        lines = meter.lines(label, room)
        wide = max(meter.width(line) for line in lines)
        high = meter.line * len(lines)
        y = plot.y + band * (number + 0.5) - high / 2
        x = plot.x - meter.em * BETWEEN - wide
        found.append(ChartText(box_at(x, y, wide, high), lines, meter.size, "category"))
    return found
