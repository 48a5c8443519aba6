"""A value and the format code that Excel has for it -> the text that Excel shows."""

from __future__ import annotations

from deckgen.data.formats import BadFormatError, NumberFormat, number_format
from deckgen.data.model import Moment, Value


def cell_text(value: Value, code: str, language: str = "en") -> str:
    """Return what a cell shows; a code that is not known counts as none."""
    if value is None or isinstance(value, str):
        return value or ""
    return format_of(code, value).text(value, language)


def format_of(code: str, value: Value) -> NumberFormat:
    """Return the format of a cell, or a plain one that suits its value."""
    plain = "yyyy-mm-dd" if isinstance(value, Moment) else "General"
    if isinstance(value, Moment) and value.second:
        plain = "yyyy-mm-dd hh:mm"
    try:
        known = number_format(code or plain)
    except BadFormatError:
        return number_format(plain)
    return known if known.is_date or not isinstance(value, Moment) else number_format(plain)
