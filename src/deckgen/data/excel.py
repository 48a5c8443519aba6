"""The bytes of an Excel workbook -> the rows that a sheet shows, with the format of each cell.

The one door to openpyxl, which is loaded where a deck names a workbook. Sizes are bounded before it
sees the file.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Protocol

from deckgen.data.builtin_formats import code_of, take_dates
from deckgen.data.model import BadDataError, DataCell, Moment, Value
from deckgen.data.numerals import finite
from deckgen.limits import Limits
from deckgen.opc.package import BadPackageError
from deckgen.opc.unzip import unzip
from deckgen.records import Struct, replace
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RANGE: Final = r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?"
_LAST_COLUMN: Final = 16_384
_DOCTYPE: Final = b"<!DOCTYPE"


class Guess(Protocol):
    """Guesses what a misspelt word means."""

    def closest(self, word: str, words: Iterable[str]) -> str | None:
        """Return the nearest of some words, if any is near."""
        ...


class Area(Struct, frozen=True):
    """The cells of a range: first and last row and column, counted from 1."""

    top: int = 1
    left: int = 1
    bottom: int = 1_048_576
    right: int = _LAST_COLUMN


class Selection(Struct, frozen=True):
    """Which cells of a workbook are meant: a sheet by its name, and a range in it.

    Rows of any file may be read `apart`: a mistake in one of them leaves the others.
    """

    sheet: str = ""
    range: str = ""
    apart: bool = False


def rows_of(
    data: bytes, name: str, selection: Selection, limits: Limits, guesses: Guess
) -> tuple[Source, tuple[tuple[DataCell, ...], ...]]:
    """Return the rows of a sheet, and the text that stands for it in diagnostics.

    Where no sheet is named it is the first that is not hidden. Raises `BadDataError`.
    """
    has_formulas = _check(data, limits)
    book = _opened(data)
    try:
        sheet, area = _selected(book, selection, guesses)
        shown = list(_shown(sheet, area, limits))
        if has_formulas and any(value is None for row in shown for value, _ in row):
            _check_formulas(data, sheet, area)
        if selection.apart:
            _fill_merged(shown, sheet, area)
        rows = _without_margin(shown)
        return _placed(rows, f"{name} [{sheet.title}]", area)
    except BadDataError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever openpyxl makes of a broken part
        raise BadDataError(f"the workbook is damaged: {error}") from None
    finally:
        book.close()


def area_of(text: str) -> Area:
    """Return the cells that a range names, `B2:F20`; raises `ValueError` where it is none."""
    match = re.fullmatch(_RANGE, text.strip())
    if match is None:
        raise ValueError(f"no range: {text}")
    left, top = _column(match[1]), int(match[2])
    right, bottom = _column(match[3] or match[1]), int(match[4] or match[2])
    if not (top > 0 and max(left, right) <= _LAST_COLUMN):
        raise ValueError(f"no range: {text}")
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def is_range(text: str) -> bool:
    """Tell whether a text names cells, `B2:F20`."""
    try:
        area_of(text)
    except ValueError:
        return False
    return True


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _check(data: bytes, limits: Limits) -> bool:
    """Tell whether a workbook has formulas.

    Raises unless the file is a zip of a sound size, whose parts declare no entities.
    """
    if data.startswith(_COMPOUND_FILE):
        hint = "save it as .xlsx, without a password"
        raise BadDataError("the workbook is encrypted, or of Excel 97-2003", hints=[hint])
    bounds = replace(limits, template_unpacked=limits.data_unpacked)
    try:
        entries = unzip(data, bounds)
    except BadPackageError as error:
        limit = "data-unpacked" if error.limit == "template-unpacked" else error.limit
        raise BadDataError(str(error), limit=limit) from None
    if any(_DOCTYPE in entry.data[:4096] for entry in entries):
        raise BadDataError("the workbook is damaged: a part of it declares entities")
    return any(b"<f>" in entry.data or b"<f " in entry.data for entry in entries)


def _check_formulas(data: bytes, sheet: Any, area: Area) -> None:  # noqa: ANN401
    """Raise where a formula has no value, as programs write them that do not reckon.

    Excel writes the type of a value that is empty text.
    """
    book = _opened(data, formulas=True)
    try:
        pairs = zip(_cells(sheet, area), _cells(book[sheet.title], area), strict=False)
        for shown, written in pairs:
            bare = shown.value is None and shown.data_type == "n"
            if bare and written.data_type == "f" and written.value is not None:
                message = f"the formula in {written.coordinate} has no value"
                hint = "open the workbook in Excel or LibreOffice, and save it there"
                raise BadDataError(message, hints=[hint])
    finally:
        book.close()


def _cells(sheet: Any, area: Area) -> Iterator[Any]:  # noqa: ANN401
    """Yield the cells of an area, row by row."""
    sheet.reset_dimensions()
    bottom, right = (None, None) if area == Area() else (area.bottom, area.right)
    for row in sheet.iter_rows(area.top, bottom, area.left, right):
        yield from row


def _opened(data: bytes, *, formulas: bool = False) -> Any:  # noqa: ANN401 - openpyxl has no types
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(
                BytesIO(data), read_only=True, data_only=not formulas, keep_links=False
            )
        take_dates(book)
        return book  # noqa: TRY300 - what is read of the styles may be broken as well
    except Exception as error:  # noqa: BLE001 - it raises whatever a broken part leads to
        raise BadDataError(f"the workbook is damaged: {error}") from None


def _selected(book: Any, selection: Selection, guesses: Guess) -> tuple[Any, Area]:  # noqa: ANN401
    """Return the sheet and the area that are meant; a range may name one, or have a sheet."""
    range_, sheet = selection.range, selection.sheet
    names: dict[str, str] = {
        name: str(defined.attr_text) for name, defined in book.defined_names.items()
    }
    if range_ in names:
        range_ = names[range_]
    if "!" in range_:
        sheet, _, range_ = range_.rpartition("!")
        sheet = sheet.strip("'").replace("''", "'")
    try:
        area = area_of(range_) if range_ else Area()
    except ValueError:
        near = guesses.closest(range_, names)
        hint = f"did you mean `{near}`?" if near else "write a range such as `B2:F20`"
        raise BadDataError(
            f"`{range_}` is no range of cells", hints=[hint], concerns="range"
        ) from None
    return _sheet(book, sheet, guesses), area


def _sheet(book: Any, name: str, guesses: Guess) -> Any:  # noqa: ANN401 - openpyxl has no types
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if not name:
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not visible:
            raise BadDataError("the workbook has no sheet with cells")
        return visible[0]
    if name in sheets:
        return sheets[name]
    near = guesses.closest(name, sheets)
    hint = (
        f"did you mean `{near}`?"
        if near
        else f"its sheets are {', '.join(f'`{s}`' for s in sheets)}"
    )
    raise BadDataError(f"the workbook has no sheet `{name}`", hints=[hint], concerns="sheet")


def _shown(sheet: Any, area: Area, limits: Limits) -> Iterator[list[tuple[Value, str]]]:  # noqa: ANN401
    """Yield rows of values with their format codes; empty rows at the end are left out later."""
    sheet.reset_dimensions()
    taken = 0
    bottom = None if area == Area() else area.bottom
    right = None if area == Area() else area.right
    rows = sheet.iter_rows(area.top, bottom, area.left, right)
    for number, row in enumerate(rows):
        taken += len(row)
        if taken > limits.data_cells or number >= limits.data_cells:
            message = f"the sheet holds more than {limits.data_cells:,} cells"
            raise BadDataError(message, limit="data-cells", hints=["name a range of it"])
        yield [_value(cell) for cell in row]


def _fill_merged(rows: list[list[tuple[Value, str]]], sheet: Any, area: Area) -> None:  # noqa: ANN401
    """Give each row what a cell says that is merged over several: it holds for all of them."""
    part = sheet.parent._archive.read(sheet._worksheet_path)  # noqa: SLF001 - it tells no merges
    for found in re.findall(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z0-9:]+)"', part):
        merged = area_of(found.decode())
        top, column = merged.top - area.top, merged.left - area.left
        if not (0 <= top < len(rows) and 0 <= column < len(rows[top])):
            continue
        for row in rows[top + 1 : merged.bottom - area.top + 1]:
            if column < len(row):
                row[column] = rows[top][column]


def _without_margin(rows: list[list[tuple[Value, str]]]) -> list[list[tuple[Value, str]]]:
    """Return rows without the empty columns at their left."""
    said = [next((n for n, (v, _) in enumerate(row) if v is not None), None) for row in rows]
    margin = min((first for first in said if first is not None), default=0)
    return [row[margin:] for row in rows]


def _value(cell: Any) -> tuple[Value, str]:  # noqa: ANN401 - openpyxl has no types
    value = cell.value
    if value is None:
        return None, ""
    code = code_of(cell)
    if isinstance(value, bool):
        return value, code
    if isinstance(value, str):
        return _unescaped(value), "" if code == "@" else code
    if isinstance(value, int | float):
        number = finite(value)
        return str(value) if number is None else number, code
    ordinal = getattr(value, "toordinal", None)
    hour = (getattr(value, part, 0) for part in ("hour", "minute", "second"))
    seconds = sum(amount * unit for amount, unit in zip(hour, (3600, 60, 1), strict=True))
    if ordinal is None:  # a time of day, or a span of time
        total = getattr(value, "total_seconds", lambda: seconds)()
        return total / 86_400, code
    return Moment(ordinal(), seconds), code


def _unescaped(text: str) -> str:
    """Return a text whose returns are read, which workbooks write as `_x000D_` (22.9.2.19)."""
    if "_x00" not in text:
        return text
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def _placed(
    rows: list[list[tuple[Value, str]]], name: str, area: Area
) -> tuple[Source, tuple[tuple[DataCell, ...], ...]]:
    """Return rows as cells with places in a text that has a row of the sheet on each line."""
    from deckgen.data.shown import cell_text

    texts = [[cell_text(value, code) for value, code in row] for row in rows]
    lines = ["\t".join(text.replace("\n", " ") for text in row) for row in texts]
    source = Source(name, "\n" * (area.top - 1) + "\n".join(lines))
    placed: list[tuple[DataCell, ...]] = []
    at = area.top - 1
    for row, shown in zip(rows, texts, strict=True):
        cells = []
        for (value, code), text in zip(row, shown, strict=True):
            cells.append(DataCell(value, text, source.span(at, at + len(text)), code))
            at += len(text) + 1
        placed.append(tuple(cells))
        at += not row
    return source, tuple(placed)
