"""Rows of data, and the columns that they are to be sorted by -> the same rows in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.data.model import DataTable, Moment
from deckgen.records import replace
from deckgen.spec.datasets import in_numbers, index_of
from deckgen.spec.nodes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.data.model import Value
    from deckgen.spec.bind import Binding
    from deckgen.spec.kinds import Word

_FALLING: Final = "-"
_DIRECTIONS: Final = {"asc": "", "ascending": "", "desc": _FALLING, "descending": _FALLING}
"""What SQL writes behind a column, and what it is here."""


def ordered(
    data: DataTable, columns: Sequence[Word], first: int | None, binding: Binding
) -> DataTable | None:
    """Return data with its rows sorted by columns, and no more of them than are asked for.

    `-name` is from the most to the least. Rows with nothing in a column come last. None where data
    have no such column, which is reported.
    """
    order = [*range(len(data.rows))]
    for word in reversed(columns):
        index = _column(word, data, binding)
        if index is None:
            return None
        values = [cell.value for cell in in_numbers(data, {index}).column(index)]
        said = [number for number in order if values[number] is not None]
        blank = [number for number in order if values[number] is None]
        falling = _named(word.text, data) != word.text
        order = sorted(said, key=[*map(_rank, values)].__getitem__, reverse=falling) + blank
    return replace(data, rows=tuple(data.rows[number] for number in order[: first or None]))


def sorted_by(columns: Sequence[Word], data: DataTable) -> Iterator[int]:
    """Yield which of the columns of data rows are sorted by."""
    names = {_named(word.text, data) for word in columns}
    return (number for number, name in enumerate(data.names) if name in names)


def _named(text: str, data: DataTable) -> str:
    """Return the name of the column that is meant: one may begin with the sign of falling order."""
    return text if text in data.names else text.removeprefix(_FALLING).strip()


def _column(word: Word, data: DataTable, binding: Binding) -> int | None:
    name, _, direction = word.text.rpartition(" ")
    sign = _DIRECTIONS.get(direction.casefold())
    if word.text in data.names or sign is None or name not in data.names:
        return index_of(_named(word.text, data), word.span, data, binding)
    message = f"the data have no column `{shorten(word.text)}`"
    hint = f"write `{sign}{name}`"
    binding.sink.report(codes.UNKNOWN_COLUMN, word.span, message, hints=[hint])
    return None


def _rank(value: Value) -> tuple[int, float, str]:
    """Return what orders values: numbers, then dates, then text."""
    if isinstance(value, Moment):
        return (1, value.day * 86_400.0 + value.second, "")
    return (2, 0.0, value) if isinstance(value, str) else (0, float(value or 0), "")
