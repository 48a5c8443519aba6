"""The form of a number as an author writes it -> its format: a way of Python, or a code of Excel.

In a workbook a code that shows nothing of a value is obeyed. An author's is refused: it hides what
all cells of a column say, or the number of which a file is to have its name.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.data.formats import BadFormatError, NumberFormat, number_format

_PYTHON: Final = r"(\+?)(0[1-9]\d?(?=[.,fd]))?(,?)(?:\.(\d{1,2}))?([fd%]?)"
"""Sign, width with zeros before the number, groups, decimals and kind of Python's format()."""
_GENERAL: Final = ("g", "n")
"""Kinds of Python that leave the form to the number; alone, an era without a year means nothing."""
_MOST_ZEROS: Final = 30
_SHOWING: Final = ("digits", "general", "date", "noon", "text")
"""The tokens of a code that show something of a value."""


def form_of(written: str) -> NumberFormat:
    """Return the format that a form means; raises `BadFormatError`."""
    form = number_format(_code(written.strip()))
    first = form.sections[0]
    if len(form.sections) == 1 and not any(map(first.has, _SHOWING)):
        raise BadFormatError("it shows nothing of the number")
    if first.is_date and first.has("digits"):
        raise BadFormatError("it has signs for figures and for dates")
    return form


def _code(form: str) -> str:
    """Return the format code of a form as Python writes it; others are such codes already."""
    if form in _GENERAL:
        return "General"
    match = re.fullmatch(_PYTHON, form)
    if match is None or not form:
        return form
    sign, width, groups, decimals, kind = match.groups()
    if width and groups:
        raise BadFormatError("zeros before a number have no groups")
    places = int(decimals) if decimals else (6 if kind == "f" and decimals is None else 0)
    whole = int(width or 1) - (places + 1 if places else 0) - len(sign)
    digits = "#,##0" if groups else "0" * min(max(1, whole if width else 1), _MOST_ZEROS)
    code = digits + ("." + "0" * places if places else "") + ("%" if kind == "%" else "")
    return f"+{code};-{code}" if sign else code
