"""Words that hold formulas, `$x^2$` -> the same with the formulas as lines of text, `x²`.

For labels of shapes, which hold text alone. Prices and what is no formula stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = (
    r"\$\$(?P<double>[^$\n]{1,500})\$\$"
    r"|(?<![A-Za-z0-9\\])\$(?P<single>(?![\s$])(?:[^$\n\\]|\\.){1,500}(?<![\s\\]))\$(?![A-Z0-9_])"
)
_LETTERS: Final = r"[A-Za-z\u0370-\u03ff]{1,3}|[\d.,]+|.*[\\^_=+<>{}|≤≥≠∈±×].*|.*\w\s*[-*/(]\s*\w.*"
"""What is between dollars in a formula: a name, a number, or signs that prices have not."""


def worded(text: str) -> str:
    """Return a text whose formulas are told in letters and signs."""
    return re.sub(_FORMULA, _told, text) if text.count("$") > 1 else text


def _told(match: re.Match[str]) -> str:
    from deckgen.formulas.linear import linear  # few labels hold formulas
    from deckgen.formulas.mathml import formula
    from deckgen.formulas.tex import FormulaError

    tex = match["double"] or match["single"]
    if match["double"] is None and not re.fullmatch(_LETTERS, tex):
        return match[0]
    try:
        return linear(formula(tex, display=False)) or match[0]
    except FormulaError:
        return match[0]
