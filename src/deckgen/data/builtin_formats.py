"""Cells of a workbook -> their format codes, also of the formats that have none in the file.

A workbook names formats by numbers, and codes of those below 164 are not in it (ECMA-376-1,
18.8.30). Some are forms of the machine or of its language, which openpyxl does not know or takes
for those of the United States.
"""

from __future__ import annotations

from typing import Any, Final

_OF_THE_MACHINE: Final = {14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm"}
"""Dates as the machine writes them, which nobody knows: as 2026/4/1, 4/1/2026 or 01.04.2026."""
_ERA: Final = 'ggge"年"m"月"d"日"'
_SHORT_ERA: Final = "ge.m.d"
_YEAR_MONTH: Final = 'yyyy"年"m"月"'
_MONTH_DAY: Final = 'm"月"d"日"'
_OF_EAST_ASIA: Final = {
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"',
    33: 'h"時"mm"分"ss"秒"',
    34: _YEAR_MONTH,
    35: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    55: _YEAR_MONTH,
    56: _MONTH_DAY,
}
_OF_JAPAN: Final = {
    **dict.fromkeys((27, 36, 50, 57), _SHORT_ERA),
    **dict.fromkeys((28, 29, 51, 54, 58), _ERA),
}
"""Where other languages have dates without an era."""
_JAPANESE: Final = 128
"""The character set that fonts of Japan name."""


def take_dates(book: Any) -> None:  # noqa: ANN401 - openpyxl has no types
    """Let openpyxl take for dates what has such a format."""
    dates = {*_OF_EAST_ASIA, *_OF_JAPAN}
    book._date_formats.update(  # noqa: SLF001 - where it keeps those that it knows
        number
        for number, style in enumerate(book._cell_styles)  # noqa: SLF001
        if style.numFmtId in dates
    )


def code_of(cell: Any) -> str:  # noqa: ANN401 - openpyxl has no types
    """Return the format code of a cell that holds something."""
    number = cell.style_array.numFmtId
    known = _OF_THE_MACHINE.get(number) or _OF_EAST_ASIA.get(number)
    if known is None and number in _OF_JAPAN:
        fonts = cell.parent.parent._fonts  # noqa: SLF001
        known = _OF_JAPAN[number] if any(f.charset == _JAPANESE for f in fonts) else "yyyy-mm-dd"
    return known or str(cell.number_format)
