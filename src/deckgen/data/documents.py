"""JSON and JSON Lines -> rows of cells, the first of them the names of the columns."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from deckgen.data.model import BadDataError, DataCell, Value
from deckgen.data.numerals import NOTHING, finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.data.model import Mistakes
    from deckgen.source import Source, Span

_FORMS = 'a list of records, `[{"region": "East", "revenue": 52}, …]`'


def rows_of(
    source: Source, *, lines: bool, mistakes: Mistakes | None = None
) -> Iterator[tuple[DataCell, ...]]:
    """Yield the rows of a list of records, of lists, or of a mapping of columns to lists.

    With `lines` each line is a record. Raises `BadDataError`, unless there is a place for
    `mistakes` and they are in single lines: the row of such a line has but its text.
    """
    records = list(_lines(source, mistakes) if lines else _items(source))
    known = mistakes or {}
    if any(isinstance(value, dict) for value, _ in records) and all(
        isinstance(value, dict) or span in known for value, span in records
    ):
        yield from _of_records(records, mistakes)
        return
    for value, span in records:
        if not isinstance(value, list):
            raise BadDataError(f"expected {_FORMS}, found {_described(value)}", span)
        yield _cells(value, span, mistakes)


def _of_records(
    records: list[tuple[Any, Span]], mistakes: Mistakes | None
) -> Iterator[tuple[DataCell, ...]]:
    names: dict[str, Span] = {}
    for record, span in records:
        for name in record if isinstance(record, dict) else ():
            names.setdefault(name, span)
    yield tuple(DataCell(name, name, span) for name, span in names.items())
    for record, span in records:
        if isinstance(record, dict):
            yield _cells([record.get(name) for name in names], span, mistakes)
        else:
            yield (cell_of(record, span),)


def _cells(values: list[Any], span: Span, mistakes: Mistakes | None) -> tuple[DataCell, ...]:
    """Return the cells of a row; raises `BadDataError`, unless there is a place for mistakes."""
    try:
        return tuple(cell_of(item, span) for item in values)
    except BadDataError as error:
        if mistakes is None:
            raise
        mistakes[span] = error
        return (DataCell(span.text, span.text, span),)


def cell_of(item: Any, span: Span) -> DataCell:  # noqa: ANN401 - what JSON may hold
    """Return the cell of a JSON value; raises `BadDataError` for one that holds others."""
    if isinstance(item, dict | list):
        message = f"expected a number or text in each column, found {_described(item)}"
        raise BadDataError(message, span, ["flatten the records: one value a key"])
    text = "" if item is None else json.dumps(item) if not isinstance(item, str) else item
    value: Value = item
    if type(item) in {int, float}:
        number = finite(item)
        value = text if number is None else number
    return DataCell(
        None if isinstance(item, str) and item.strip() in NOTHING else value, text, span
    )


def _described(value: object) -> str:
    known = {dict: "a record", list: "a list", str: "a text", bool: "a truth value"}
    return "nothing" if value is None else known.get(type(value), "a number")


def _lines(source: Source, mistakes: Mistakes | None) -> Iterator[tuple[Any, Span]]:
    for line in range(source.line_count):
        text = source.line_text(line)
        if not text.strip():
            continue
        start = source.line_start(line)
        span = source.span(start, start + len(text))
        try:
            yield _of_line(source, span), span
        except BadDataError as error:
            if mistakes is None:
                raise
            mistakes[span] = error
            yield text, span


def _of_line(source: Source, line: Span) -> Any:  # noqa: ANN401 - what JSON may hold
    """Return the value that a line is; raises `BadDataError` for more than one and for none."""
    start = line.start
    value, stop = _decoded(source, start, line.stop)
    rest = source.text[stop : line.stop].strip()
    if rest:
        at = source.text.index(rest, stop)
        raise BadDataError("a line holds more than one value", source.span(at, line.stop))
    return value


def _items(source: Source) -> Iterator[tuple[Any, Span]]:
    """Yield the items of the outer list with their places; a mapping of lists gives its rows."""
    space = re.compile(r"[ \t\r\n]*")

    def after(at: int) -> int:
        found = space.match(source.text, at)
        return found.end() if found else at

    at = after(0)
    if source.text[at : at + 1] != "[":
        whole, _ = _decoded(source, at)
        yield from _of_whole(whole, source.span(at, at + 1))
        return
    at = after(at + 1)
    while source.text[at : at + 1] != "]":
        value, stop = _decoded(source, at)
        yield value, source.span(at, stop)
        at = after(stop)
        if source.text[at : at + 1] == ",":
            at = after(at + 1)
        elif source.text[at : at + 1] != "]":
            raise BadDataError("the file is no JSON: expected `,` or `]`", source.span(at, at + 1))


def _of_whole(whole: object, span: Span) -> Iterator[tuple[Any, Span]]:
    if isinstance(whole, dict) and whole and all(isinstance(v, list) for v in whole.values()):
        count = max(len(values) for values in whole.values())
        for row in range(count):
            yield {n: v[row] if row < len(v) else None for n, v in whole.items()}, span
        return
    raise BadDataError(f"expected {_FORMS}, found {_described(whole)}", span)


def _decoded(source: Source, at: int, end: int | None = None) -> tuple[Any, int]:
    """Return the JSON value that starts at a place, and where it stops, before an `end` if any."""
    decoder = json.JSONDecoder(parse_constant=lambda _: None)
    text, before = (source.text, 0) if end is None else (source.text[at:end], at)
    try:
        value, stop = decoder.raw_decode(text, at - before)
    except json.JSONDecodeError as error:
        place = before + min(error.pos, len(text))
        message = f"the file is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise BadDataError(message, source.span(place, place + 1)) from None
    except (RecursionError, ValueError):
        message = "the file is nested too deeply, or holds a number of too many digits"
        raise BadDataError(message, source.span(at, at + 1)) from None
    return value, before + stop
