"""The data of a chart as they were found: categories, and series of numbers for them."""

from __future__ import annotations

from typing import Literal

from deckgen.blocks.kit import Struct
from deckgen.data.model import Moment

Drawn = Literal["column", "bar", "line", "area", "pie", "doughnut", "scatter", "bubble", "radar"]


class ChartSeries(Struct, frozen=True):
    """A series: its name and its numbers, None for a gap.

    `is_unseen` ones are what others stand on. `tone` is what its colour says; `colored` names the
    point of the palette that it has, if that is not its own turn.
    """

    name: str
    values: tuple[float | None, ...]
    drawn: Drawn
    code: str = ""
    is_right: bool = False
    errors: tuple[tuple[float, float], ...] = ()
    xs: tuple[float | None, ...] = ()
    sizes: tuple[float | None, ...] = ()
    points: tuple[str, ...] = ()
    is_unseen: bool = False
    is_target: bool = False
    tone: Literal["", "rise", "fall", "total", "box", "pale"] = ""
    labelled: bool = True
    said: tuple[float | None, ...] = ()


class ChartData(Struct, frozen=True):
    """Categories, which are dates where there are `moments`, and the series over them."""

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    moments: tuple[Moment, ...] = ()
    facet: str = ""
    x: str = ""
    y: str = ""
    """What points are measured by, from left to right and upwards."""
