"""A chart -> text: its plots with their series, its axes, and its texts where they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.dump.boxes import box_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.charts import ChartContent, ChartFrame, Series


def show_chart(item: ChartFrame, at: str) -> Iterator[str]:
    """Return the lines of a chart."""
    yield f"chart {box_of(item.box)} {item.alt!r}{at}"
    yield from (f"  {line}" for line in _content(item.content))


def _content(content: ChartContent) -> Iterator[str]:
    yield f"plot {box_of(content.plot)}"
    for name, axis in (
        ("left", content.left),
        ("right", content.right),
        ("across", content.across),
    ):
        if axis is not None:
            shown = "" if axis.shown else " hidden"
            yield f"axis {name} {axis.low:g} to {axis.high:g} by {axis.step:g} {axis.code}{shown}"
    for plot in content.plots:
        yield f"{plot.kind.value} {plot.stack}" + (" right" if plot.is_right else "")
        yield from (f"  {_series(series)}" for series in plot.series)
    for text in content.texts:
        lines = "|".join(text.lines)
        yield f"{text.role} {box_of(text.box)} {text.size.points:g}pt {lines}"


def _series(series: Series) -> str:
    values = " ".join("-" if value is None else f"{value:g}" for value in series.values)
    tint = series.tint
    color = "unseen" if tint is None else tint.color.scheme or tint.color.rgb
    return f"{series.name!r} {color} {values}"
