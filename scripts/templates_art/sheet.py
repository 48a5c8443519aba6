"""The sizes in which the templates are drawn.

All sizes are 7.5 in high, so that type is the same in each and the grids differ in width alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from deckgen.geometry import Size
from deckgen.units import Emu

Screen = Literal["screen4x3", "A4"]
_HEIGHT: Final = Emu(6_858_000)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of slides, and what PowerPoint calls it (ECMA-376-1, 19.7.17, and its dialogue)."""

    size: Size
    screen: Screen | None
    format_name: str

    @property
    def is_wide(self) -> bool:
        """Whether there is room beside text that is not there on 4:3 and A4."""
        return self.size.width > self.size.height * 1.6

    @property
    def is_paper(self) -> bool:
        """Whether slides of this size are printed rather than shown."""
        return self.screen == "A4"


SHEETS: Final = {
    "16x9": Sheet(Size(Emu(12_192_000), _HEIGHT), None, "Widescreen"),
    "4x3": Sheet(Size(Emu(9_144_000), _HEIGHT), "screen4x3", "On-screen Show (4:3)"),
    "A4": Sheet(Size(Emu(9_906_000), _HEIGHT), "A4", "A4 Paper (210x297 mm)"),
}
