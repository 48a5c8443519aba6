"""What was read of a template <-> bytes that are kept, in which equal records stand but once.

Most of a template's records are equal to others: nine levels of each slot, the colours of each
picture. So there is a table for each kind of record, in an order in which a record stands after
what it holds, and a record in another is the number of its row. What is read back has the types
that its fields declare, else it is refused. The modules of these records evaluate annotations here
and now, which is faster than to compile each from text when a template is read back.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

from deckgen.colors import Color
from deckgen.geometry import Insets, Rect, Size
from deckgen.limits import Limits
from deckgen.opc.indexed import IndexedPart, PackageIndex, index_of, read_indexed
from deckgen.opc.package import Relationship
from deckgen.records import (
    MsgspecError,
    Struct,
    convert,
    from_msgpack,
    to_msgpack,
)
from deckgen.styles import BodyProperties, Bullet, LevelStyle, Spacing
from deckgen.template.model import (
    Base,
    Layout,
    Panel,
    Placeholder,
    Remapped,
    Slot,
    TableColors,
    Template,
    Theme,
)
from deckgen.template.outline import Carried, PresentationOutline
from deckgen.template.paint import Paint


class KeptTemplate(Struct, frozen=True):
    """All that was read of a template: the fields of `Template` but for its name and its package.

    `brought` is what there is to say of what is active in every deck on it.
    """

    index: PackageIndex
    brought: tuple[str, ...]
    carried: Carried
    slide_size: Size
    layouts: tuple[Layout, ...]
    themes: tuple[Theme, ...]
    bases: tuple[Base, ...]
    presentation: str
    table_style: str | None
    slides: tuple[str, ...]
    macros: bool
    right_to_left: bool
    supplied: bool
    resized: bool
    language: str

    def template(self, data: bytes, name: str, limits: Limits) -> Template:
        """Return the template in the file of which this is kept, under a name.

        Raises `BadPackageError` where the file is another.
        """
        said = {field: getattr(self, field) for field in _SHARED}
        package = read_indexed(data, self.index, limits)
        return Template(name=name, package=package, known=self.carried, **said)


_SHARED: Final = tuple(f for f in KeptTemplate.__struct_fields__ if f in Template.__struct_fields__)
_KINDS: Final[tuple[type[Struct], ...]] = (
    *(Color, Rect, Size, Insets, Spacing, Bullet, LevelStyle, BodyProperties, Placeholder, Slot),
    *(Paint, Panel, TableColors, Theme, Base, Remapped, Layout),
    *(Relationship, IndexedPart, PackageIndex, PresentationOutline, Carried, KeptTemplate),
)
"""The kinds of records, each after those that it holds."""


class _Table(Struct, frozen=True, array_like=True):
    """The records of a kind, by the values of their fields.

    `leads` says which fields hold records, and of which kind: such a value is the number of a row
    in the table of that kind, or several, in lists.
    """

    leads: tuple[tuple[int, int], ...]
    rows: tuple[list[Any], ...]


class NotKeptError(ValueError):
    """Bytes are not what was kept of a template."""


def keep(template: Template, brought: Sequence[str]) -> bytes:
    """Return what to keep of a template that was read from a file as it is."""
    said = {field: getattr(template, field) for field in _SHARED}
    kept = KeptTemplate(
        index=index_of(template.package), brought=tuple(brought), carried=template.carried, **said
    )
    writer = _Writer()
    writer.number(kept)
    return to_msgpack(writer.tables())


def kept_in(data: bytes) -> KeptTemplate:
    """Return what bytes keep of a template. Raises `NotKeptError` for any others."""
    try:
        tables = from_msgpack(data, type=tuple[_Table, ...])
        return _read(tables)
    except (MsgspecError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise NotKeptError(str(error)) from None


class _Writer:
    def __init__(self) -> None:
        self._rows: Final[list[list[list[Any]]]] = [[] for _ in _KINDS]
        self._leads: Final[list[dict[int, int]]] = [{} for _ in _KINDS]
        self._numbers: Final[dict[tuple[int, bytes], int]] = {}
        self._seen: Final[dict[int, int]] = {}

    def number(self, record: Struct) -> int:
        """Return the row of a record in the table of its kind."""
        known = self._seen.get(id(record))
        if known is None:
            known = self._seen[id(record)] = self._add(record, _KINDS.index(type(record)))
        return known

    def _add(self, record: Struct, kind: int) -> int:
        row = []
        for at, name in enumerate(record.__struct_fields__):
            value = getattr(record, name)
            held = _kind_in(value)
            if held is not None:
                of = self._leads[kind].setdefault(at, _KINDS.index(held))
                assert _KINDS[of] is held, (type(record), name)
            row.append(self._cell(value))
        # by its bytes, as 1, 1.0 and True are equal
        key = kind, to_msgpack(row)
        if key not in self._numbers:
            self._numbers[key] = len(self._rows[kind])
            self._rows[kind].append(row)
        return self._numbers[key]

    def _cell(self, value: object) -> object:
        match value:
            case Struct():
                return self.number(value)
            case tuple():
                return [self._cell(each) for each in value]
            case dict():
                return {name: self._cell(each) for name, each in value.items()}
            case Enum():
                return value.value
            case int() if not isinstance(value, bool):
                return int(value)  # lengths and sizes are numbers
            case _:
                return value

    def tables(self) -> tuple[_Table, ...]:
        """Return the tables of all kinds."""
        both = zip(self._leads, self._rows, strict=True)
        return tuple(_Table(tuple(leads.items()), tuple(rows)) for leads, rows in both)


def _kind_in(value: object) -> type[Struct] | None:
    """Return of which kind the records in a value are, None where there are none."""
    match value:
        case Struct():
            return type(value)
        case tuple():
            inner = value
        case dict():
            inner = tuple(value.values())
        case _:
            return None
    return next((kind for each in inner if (kind := _kind_in(each)) is not None), None)


def _read(tables: tuple[_Table, ...]) -> KeptTemplate:
    made: list[list[Any]] = []
    for kind, table in zip(_KINDS, tables, strict=True):
        for at, of in table.leads:
            for row in table.rows:
                row[at] = _followed(row[at], made[of])
        names = kind.__struct_fields__
        records = [dict(zip(names, row, strict=True)) for row in table.rows]
        made.append(convert(records, list[kind], dec_hook=_number))  # type: ignore[valid-type]
    kept: KeptTemplate
    (kept,) = made[-1]
    if any(not 0 <= layout.master < len(kept.themes) == len(kept.bases) for layout in kept.layouts):
        raise NotKeptError("a layout has no master")
    return kept


def _followed(value: Any, records: Sequence[Any]) -> Any:  # noqa: ANN401 - what tables may hold
    """Return the records that the numbers in a value stand for."""
    if value is None:
        return None
    if isinstance(value, list):
        return [_followed(each, records) for each in value]
    if isinstance(value, dict):
        return {name: _followed(each, records) for name, each in value.items()}
    return records[value]


def _number(wanted: type, value: object) -> object:
    """Return a length or a size of text, which stands as a number."""
    if not issubclass(wanted, int) or type(value) is not int:
        raise NotKeptError(f"{value!r} is no {wanted.__name__}")
    return wanted(value)
