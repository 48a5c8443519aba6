"""A paragraph -> where each of its characters begins and ends on an endless line."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct
from deckgen.text.characters import EAST_ASIAN
from deckgen.text.setting import HUNDREDTH_MM
from deckgen.units import EMU_PER_CENTIPOINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.text.fonts import Fonts
    from deckgen.text.itemize import Itemized
    from deckgen.text.model import Profile

_LONG: Final = 2_000
"""Characters of a paragraph above which its lengths are packed: a third of the memory. Those of
others are read sooner than unpacked."""


class Measured(Struct, frozen=True):
    """A paragraph on one endless line; lengths are EMU, not yet rounded."""

    paragraph: Itemized
    starts: Sequence[float]
    """The left edge of each character, after the gap before it."""
    ends: Sequence[float]
    """The right edge of each character."""
    grid: int
    """What the renderer rounds the width of each stretch in a line to; 0 for nothing."""
    sizes: tuple[tuple[int, int], ...]
    """Where each run or stretch stops, and the size that its line's height goes by."""


def measure(paragraph: Itemized, fonts: Fonts, profile: Profile) -> Measured:
    """Return where the characters of a paragraph stand when one renderer sets it in one line."""
    starts: list[float] = []
    ends: list[float] = []
    sizes: list[tuple[int, int]] = []
    x, gap, before = 0.0, 0.0, ""
    for stretch in paragraph.stretches:
        script = stretch.script
        setter = fonts.setter(stretch.font, script, profile)
        if before and stretch.begins and EAST_ASIAN in (before, script):
            x += gap
        if stretch.box is None:
            advances = setter.advances_of(stretch.text)
            if stretch.font.tracking:
                more = stretch.font.tracking * EMU_PER_CENTIPOINT
                advances = [advance + more for advance in advances]
        else:  # letters that it stands for share its width
            advances = [stretch.box.width / len(stretch.text)] * len(stretch.text)
        edges = [*accumulate(advances, initial=x)]
        x = edges[-1]
        ends += edges[1:]
        edges.pop()
        starts += edges
        gap, before = 0.0 if stretch.link else setter.gap, script
        size = stretch.font.size if stretch.box is None else stretch.box.size
        sizes.append((len(ends), setter.size_of_link if stretch.link else int(size)))
    held: tuple[Sequence[float], Sequence[float]] = starts, ends
    if len(ends) > _LONG:
        from array import array

        held = array("d", starts), array("d", ends)
    grid = HUNDREDTH_MM if profile.resolution else 0
    counted = tuple(sizes) if paragraph.links else paragraph.sizes
    return Measured(paragraph, *held, grid, counted)
