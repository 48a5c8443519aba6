"""A chart of points and its data -> the chart with the columns that it leaves unsaid, and points.

What stands where is said by `x`, `y`, `size` and `by`. Where they are not written, columns of
numbers are taken in their order, and one of words tells points apart where they are few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Word, codes, replace
from deckgen.data.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.chart import Chart
    from deckgen.blocks.kit import Binding
    from deckgen.data.model import DataTable

PAIRED: Final = frozenset(("scatter", "bubble"))
"""The types that show points by two numbers each."""
_SIZES: Final = frozenset(("size", "sizes", "value", "weight", "大きさ", "規模"))
"""What a column of sizes is called, wherever it stands."""


def with_columns(chart: Chart, data: DataTable, binding: Binding, most: int) -> Chart | None:
    """Return a chart that says which columns it draws, or report that there are too few.

    Up to `most` points of as many names are told apart by them.
    """
    said = {word.text for word in (chart.x, chart.by, chart.size, chart.facets) if word}
    said |= {word.text for word in chart.y} | {one.key.text for one in chart.series}
    free = [n for n, name in enumerate(data.names) if name not in said]
    numbers = [data.names[n] for n in free if _is_numeric(data, n)]
    names = [data.names[n] for n in free if data.names[n] not in numbers]
    lacks_x, lacks_y = chart.x is None, not chart.y and not chart.series
    if len(numbers) < lacks_x + lacks_y:
        _report_few(chart, len(numbers), binding)
        return None
    size = chart.size
    if chart.type == "bubble" and size is None and len(numbers) > lacks_x + lacks_y:
        size = _word(_sized(numbers, lacks_x + lacks_y), chart)
        numbers.remove(size.text)
    x = _word(numbers.pop(0), chart) if lacks_x else chart.x
    y = (_word(numbers[0], chart),) if lacks_y and chart.type == "bubble" else chart.y
    by = chart.by
    if by is None and len(names) == 1 and (len(numbers) == 1 or not lacks_y):
        told = {cell.text for cell in data.column(data.names.index(names[0]))}
        by = _word(names[0], chart) if len(told) <= most else None
    return replace(chart, x=x, y=y, size=size, by=by)


def _sized(numbers: Sequence[str], before: int) -> str:
    """Return the column of sizes: one that is called so, else the first behind those of places."""
    called = [name for name in numbers if name.casefold() in _SIZES]
    return called[0] if called else numbers[before]


def _is_numeric(data: DataTable, column: int) -> bool:
    """Tell whether a column holds numbers, in quotation marks as well, and no words."""
    values = [
        value_of(cell.text) if isinstance(cell.value, str) else cell.value
        for cell in data.column(column)
    ]
    some = any(isinstance(value, float) for value in values)
    return some and all(value is None or isinstance(value, float) for value in values)


def _word(name: str, chart: Chart) -> Word:
    return Word(name, chart.span.first_line)


def _report_few(chart: Chart, count: int, binding: Binding) -> None:
    """Report data that have fewer columns of numbers than points need."""
    sizes = ", and one more for `size:`" if chart.type == "bubble" else ""
    left = "none is" if count == 0 else "one is"
    message = f"points need two columns of numbers, `x:` and `y:`{sizes}; {left} left in the data"
    hint = "use `type: column`, or add what is measured"
    binding.sink.report(codes.BAD_DATA, chart.span.first_line, message, hints=[hint])
