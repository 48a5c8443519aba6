"""A formula -> how much room it takes.

ziamath sets in STIX Two Math. Office sets in Cambria Math, whose
formulas come out up to a fifth higher and a little wider, so that much is added.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from deckgen.formulas.setting import set_formula
from deckgen.records import Struct
from deckgen.units import Emu

_SET_AT: Final = 100.0
"""The size at which formulas are set to be measured, in the unit that sizes come back in."""
_WIDER: Final = 1.06
_HIGHER: Final = 1.2
"""What Cambria Math takes more than STIX Two Math: fractions 1.17, sums and matrices up to 1.19."""
_ASCENT: Final = 0.994
_DESCENT: Final = 0.206
"""How far a line of text reaches above and below its baseline, in em; 1.2 em in all.

The source is docs/analysis/line-height.md.
"""
_NEAR: Final = 1.12
"""Scripts that reach so little beyond a line make it no higher: that is only the room added."""


class FormulaExtent(Struct, frozen=True):
    """The room that a formula takes, in em of its text: beside it, above and below the baseline."""

    width: float
    ascent: float
    descent: float

    def width_at(self, em: Emu) -> Emu:
        """Return the width where an em is so long."""
        return Emu(round(self.width * em))

    @property
    def height(self) -> float:
        """The height from top to bottom."""
        return self.ascent + self.descent

    @property
    def line(self) -> float:
        """How large text must be, in em, for a line of it to be as high: never less than 1."""
        above, below = max(_ASCENT, self.ascent), max(_DESCENT, self.descent)
        line = (above + below) / (_ASCENT + _DESCENT)
        return line if line > _NEAR else 1.0


@lru_cache(maxsize=4_096)
def extent(mathml: str) -> FormulaExtent:
    """Return the room that the formula of some MathML takes."""
    set_ = set_formula(mathml, _SET_AT)
    width, height = set_.getsize()
    below = -float(set_.getyofst())
    grown = float(height) * _HIGHER / _SET_AT
    descent = max(0.0, below / _SET_AT) * _HIGHER
    return FormulaExtent(float(width) / _SET_AT * _WIDER, max(0.0, grown - descent), descent)
