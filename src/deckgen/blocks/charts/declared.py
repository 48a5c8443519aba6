"""What is written about a chart: its series, its targets, and values that stand in the deck."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from deckgen.blocks.kit import (
    FAILED,
    Binding,
    Failed,
    Inline,
    Key,
    Span,
    Struct,
    Word,
    codes,
    replace,
)
from deckgen.data.model import BadDataError, DataCell, DataTable
from deckgen.spec.datasets import FormatCode, cell_of
from deckgen.spec.nodes import Mapping, Node, Sequence

ChartType = Literal[
    "column",
    "bar",
    "line",
    "area",
    "pie",
    "doughnut",
    "scatter",
    "bubble",
    "radar",
    "waterfall",
    "funnel",
    "histogram",
    "box",
    "combo",
]


class SeriesSpec(Struct, frozen=True, kw_only=True):
    """A series: the column that it is, what it is called, and how it is drawn."""

    SHORTHAND: ClassVar[str] = "key"

    span: Span
    key: Annotated[Word, Key("The name of the column in the data.")]
    title: Annotated[Inline | None, Key("What it is called; the name if absent.")] = None
    draw: Annotated[
        Literal["column", "line", "area"] | None,
        Key("What it is drawn as, where series differ.", also=("as",)),
    ] = None
    axis: Annotated[Literal["left", "right"], Key("The axis that it is measured by.")] = "left"
    format: Annotated[FormatCode | None, Key("How its values look, as a format code.")] = None
    error: Annotated[
        Word | None, Key("The column with how far its values may be off, above and below.")
    ] = None


class ChartTarget(Struct, frozen=True, kw_only=True):
    """A value that is aimed at: a line across the chart."""

    SHORTHAND: ClassVar[str] = "at"

    span: Span
    at: Annotated[float, Key("The value.")]
    label: Annotated[Inline | None, Key("What it is.")] = None


class NamedValues(Struct, frozen=True):
    """Values by their names: `{Japan: 52, Europe: 31}`."""

    table: DataTable

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the values of a mapping, or a list of numbers."""
        try:
            if isinstance(node, Mapping) and node.entries:
                rows = tuple(
                    (DataCell(e.key.text, e.key.text, e.key.span), _number_of(e.value))
                    for e in node.entries
                )
            elif isinstance(node, Sequence) and node.items:
                rows = tuple(
                    (DataCell(str(number), str(number), item.span), _number_of(item))
                    for number, item in enumerate(node.items, start=1)
                )
            else:
                return binding.wrong_type(node, "values by their names, `{Japan: 52}`")
        except BadDataError as error:
            binding.sink.report(codes.BAD_DATA, error.span, str(error), hints=error.hints)
            return FAILED
        heads = tuple(DataCell(name, name, node.span.first_line) for name in ("name", "value"))
        return cls(DataTable(heads, rows, node.span))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        number = {"type": ["number", "string", "null"]}
        return {
            "anyOf": [
                {"type": "object", "additionalProperties": number},
                {"type": "array", "items": number},
            ]
        }


def _number_of(node: Node) -> DataCell:
    """Return the cell of a number, which quotation marks make no text."""
    from deckgen.data.numerals import value_of

    cell = cell_of(node)
    return replace(cell, value=value_of(cell.text)) if isinstance(cell.value, str) else cell


class LabelChoice(Struct, frozen=True):
    """Which points are labelled: none, all, those at the ends, or those that are named."""

    kind: Literal["none", "all", "ends", "listed"]
    words: tuple[Word, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The series and categories that are named."""
        return tuple(word.text for word in self.words)

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the choice, or the names of a list."""
        from deckgen.spec.bind import bind

        if isinstance(node, Sequence):
            return cls("listed", bind(node, tuple[Word, ...], binding))
        chosen = bind(node, Literal["none", "all", "ends"], binding)
        return FAILED if isinstance(chosen, Failed) else cls(chosen)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        words = {"type": "array", "items": {"type": ["string", "number"]}}
        return {"anyOf": [{"enum": ["none", "all", "ends"]}, words]}
