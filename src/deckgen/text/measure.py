"""A paragraph -> where each of its characters begins and ends on an endless line."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from deckgen.records import Struct
from deckgen.text.characters import EAST_ASIAN
from deckgen.text.setting import HUNDREDTH_MM
from deckgen.units import EMU_PER_CENTIPOINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.text.fonts import Fonts
    from deckgen.text.itemize import Itemized, Stretch
    from deckgen.text.model import Profile
    from deckgen.text.setting import Setter


class Measured(Struct, frozen=True):
    """A paragraph on one endless line; lengths are EMU, not yet rounded."""

    paragraph: Itemized
    starts: list[float]
    """The left edge of each character, after the gap before it."""
    ends: list[float]
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
        advances = _advances(stretch, setter)
        if stretch.font.tracking and stretch.box is None:
            more = stretch.font.tracking * EMU_PER_CENTIPOINT
            advances = [advance + more for advance in advances]
        edges = [*accumulate(advances, initial=x)]
        x = edges[-1]
        ends += edges[1:]
        edges.pop()
        starts += edges
        gap, before = 0.0 if stretch.link else setter.gap, script
        size = stretch.font.size if stretch.box is None else stretch.box.size
        sizes.append((len(ends), setter.size_of_link if stretch.link else int(size)))
    grid = HUNDREDTH_MM if profile.resolution else 0
    counted = tuple(sizes) if paragraph.links else paragraph.sizes
    return Measured(paragraph, starts, ends, grid, counted)


def _advances(stretch: Stretch, setter: Setter) -> Sequence[float]:
    """Return the advances of a stretch; letters that a box stands for share its width."""
    if stretch.box is None:
        return setter.advances_of(stretch.text)
    count = len(stretch.text)
    return [stretch.box.width / count] * count
