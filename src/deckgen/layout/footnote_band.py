"""A layout and a demand for room -> the band at its foot: the lowest place that meets nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect, widest_gap
from deckgen.layout.free import footer_top
from deckgen.template.model import Role
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.template.model import Layout, Template

_FURNITURE: Final = (Role.FOOTER, Role.DATE, Role.NUMBER, Role.LABEL)
_COVER_TEXT: Final = (Role.SUBTITLE, Role.AUTHOR, Role.QUOTE, Role.HEADING)
_MARGIN: Final = 0.05
_LEAST_WIDTH: Final = 0.44
"""The least width of a band, as a share of that within the margins."""
_WIDE_BODY: Final = 0.8
"""The share of the slide's width from which a band is as wide as the bodies."""
_HIGHEST: Final = 0.45
"""A band stands in the lower part of the slide: below this share of its height."""
_CLEAR: Final = 0.006
"""The distance from a band to the footers, as a share of the slide's height."""
_LOWEST: Final = 0.98
"""Where a slide ends for what has no other place, as a share of its height."""

Boxes = tuple[Rect, ...]
Demand = Callable[[Emu], Emu]
"""Tells how high the lines are at a width."""


def find_band(layout: Layout, template: Template, shown: Boxes, demand: Demand) -> Rect:
    """Return the lowest band of a layout, above its footers, that meets nothing and is wide enough.

    `shown` are the boxes of the footers that the slide has. Where there is no such band, it may
    stand in the place of footers that the slide does not have; then in that of the lines of a
    cover, which are to make room; then on what is drawn.
    """
    drawn = tuple(panel.box for panel in layout.panels)
    titles = tuple(slot.box for slot in layout.of_role(Role.TITLE))
    texts = () if layout.first(Role.BODY) else layout.of_role(*_COVER_TEXT)
    covered = (*titles, *(slot.box for slot in texts))
    areas = tuple(_areas(layout, template, shown))
    tries = [*product((covered, titles), (drawn,), areas), *product(((),), (drawn, ()), areas)]
    for kept, drawing, (area, furniture) in tries:
        found = next(_bands(area, (*furniture, *kept), drawing, demand), None)
        if found is not None:
            return found
    (area, _), height = areas[0], demand(areas[0][0].width)
    return Rect(area.x, area.bottom - height, area.width, height)


def _areas(layout: Layout, template: Template, shown: Boxes) -> Iterator[tuple[Rect, Boxes]]:
    """Return where a band may stand, and the footers there: above all that there are, or anywhere.

    It is as wide as the bodies of the layout where these are wide, else it keeps the margins.
    """
    size = template.slide_size
    left, right = size.width * _MARGIN, size.width * (1 - _MARGIN)
    bodies = layout.of_role(Role.BODY)
    if bodies:
        inner = min(slot.content.x for slot in bodies), max(slot.content.right for slot in bodies)
        if inner[1] - inner[0] >= size.width * _WIDE_BODY:
            left, right = max(ZERO, inner[0]), min(size.width, inner[1])
    top, bottom = size.height * _HIGHEST, footer_top(template, layout) - size.height * _CLEAR
    furniture = tuple(slot.box for slot in layout.of_role(*_FURNITURE))
    yield Rect(left, top, right - left, bottom - top), furniture
    yield Rect(left, top, right - left, size.height * _LOWEST - top), shown


def _bands(area: Rect, solid: Boxes, drawn: Boxes, demand: Demand) -> Iterator[Rect]:
    """Return the bands that meet nothing, the lowest first."""
    edges = {area.bottom, *(box.y for box in (*solid, *drawn) if area.y < box.y < area.bottom)}
    edges |= {box.bottom for box in drawn if area.y < box.bottom < area.bottom}
    for bottom in sorted(edges, reverse=True):
        band = _above(bottom, area.x, area.width, demand)
        for _ in range(2):
            met = _in_the_way(band, solid, drawn)
            if not met:
                break
            gap = widest_gap(band, met)
            band = _above(bottom, gap.x, gap.width, demand)
        is_wide = band.width >= area.width * _LEAST_WIDTH
        if is_wide and band.y >= area.y and not _in_the_way(band, solid, drawn):
            yield band


def _above(bottom: Emu, x: Emu, width: Emu, demand: Demand) -> Rect:
    height = demand(max(Emu(1), width))
    return Rect(x, bottom - height, width, height)


def _in_the_way(band: Rect, solid: Boxes, drawn: Boxes) -> list[Rect]:
    """Return what a band meets; what is drawn under all of it is what it stands on."""
    met = [box for box in solid if box.intersection(band).area > 0]
    return [*met, *(box for box in drawn if crosses(box, band))]


def crosses(drawn: Rect, band: Rect) -> bool:
    """Tell whether what is drawn is under a part of a band, and not under all of it."""
    return not drawn.contains(band) and drawn.intersection(band).area > 0
