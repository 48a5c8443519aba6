"""What is written of a formula -> the formula and its text, or a diagnostic where it goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.patterns import lazy

_PERCENT: Final = lazy(r"(?<=[\w})])%[^\n]*")
"""A comment that begins as a sign behind a number does."""

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.formulas.model import Formula
    from deckgen.markdown.reading import Reading
    from deckgen.source import Span


def read_formula(
    tex: str, place: Callable[[int], Span], reading: Reading, *, display: bool
) -> tuple[str, Formula] | None:
    """Return the text of a formula and the formula; None for a mistake, which is reported.

    `place` tells where a character of what is written stands.
    """
    from deckgen.formulas.linear import linear  # only decks with formulas need what is behind it
    from deckgen.formulas.mathml import formula
    from deckgen.formulas.tex import FormulaError

    try:
        found = formula(tex, display=display, macros=reading.macros)
    except FormulaError as error:
        hints = [error.hint] if error.hint else []
        reading.sink.report(codes.BAD_FORMULA, place(error.offset), error.message, hints=hints)
        return None
    lost = _PERCENT.search(tex) if "%" in tex else None
    if lost is not None:
        message = f"LaTeX takes `{lost[0][:40]}` for a comment"
        hint = r"write `\%` for the sign, or leave a blank before a comment"
        reading.sink.report(codes.NOT_TEXT, place(lost.start()), message, hints=[hint])
    return linear(found) or " ", found
