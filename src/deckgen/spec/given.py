"""A row of data -> variables of a deck: each column is a name, each cell the value that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.data.model import DataCell, Moment, Value
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.spec.nodes import Entry, Mapping, Scalar, Style

if TYPE_CHECKING:
    from decimal import Decimal

    from deckgen.data.model import DataTable
    from deckgen.diagnostics import Diagnostic
    from deckgen.expressions import Value as Known

YES: Final = frozenset(("true", "True", "TRUE", "yes", "Yes", "on", "On"))
NO: Final = frozenset(("false", "False", "FALSE", "no", "No", "off", "Off"))
"""Words that are truths where nothing says that they are text."""
_NO_NAME: Final = lazy(r"[^\w-]+")


class Datum(Scalar, frozen=True):
    """The value of a cell: what it says, and the number, date or truth that this means.

    Unlike what is written in a deck it is data: no variable is filled in within it.
    """

    value: Value = None

    @property
    def number(self) -> Decimal | None:
        """The number that it is, if it is one."""
        from decimal import Decimal

        is_number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        return Decimal(repr(self.value)) if is_number else None

    @property
    def moment(self) -> Moment | None:
        """The date that it is, if it is one."""
        return self.value if isinstance(self.value, Moment) else None

    @property
    def known(self) -> Known:
        """What conditions take it for; a date is the text that it says."""
        if isinstance(self.value, bool) or self.value is None:
            return self.value
        if self.text in YES or self.text in NO:
            return self.text in YES
        number = self.number
        return self.text if number is None else number


class DataRow(Struct, frozen=True):
    """A row of data, and the names of its columns as variables have them.

    One with a `problem` cannot be used.
    """

    names: tuple[str, ...]
    columns: tuple[DataCell, ...]
    cells: tuple[DataCell, ...]
    problem: Diagnostic | None = None

    @property
    def variables(self) -> Mapping:
        """The row as the variables of a deck."""
        entries = (
            Entry(Scalar(column.span, name), datum_of(cell))
            for name, column, cell in zip(self.names, self.columns, self.cells, strict=True)
        )
        return Mapping(self.columns[0].span, tuple(entries))


def datum_of(cell: DataCell) -> Datum:
    """Return the value of a cell."""
    style = Style.PLAIN if cell.is_missing else Style.QUOTED
    return Datum(cell.span, "" if cell.is_missing else cell.text, style, cell.value)


def names_of(table: DataTable) -> tuple[str, ...]:
    """Return what the columns of a table are called as variables.

    What a name of a variable cannot hold, such as the blank in `first name`, is `_`.
    """
    found = (_NO_NAME.sub("_", name.strip()).strip("_") for name in table.names)
    return tuple(name or f"column_{number}" for number, name in enumerate(found, 1))
