"""A layout and a demand for room -> the band at its foot: the lowest place that meets nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, product, takewhile
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect, widest_gap
from deckgen.layout.areas.free import footer_top
from deckgen.records import Struct, replace
from deckgen.styles import Align, Anchor
from deckgen.template.choose import choose
from deckgen.template.model import Role
from deckgen.template.purposes import Purpose
from deckgen.template.traits import traits_of
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.template.model import Layout, Panel, Slot, Template

_FURNITURE: Final = (Role.FOOTER, Role.DATE, Role.NUMBER, Role.LABEL)
_COVER_TEXT: Final = (Role.SUBTITLE, Role.AUTHOR, Role.QUOTE, Role.HEADING)
_MARGIN: Final = 0.05
_LEAST_WIDTH: Final = 0.4
"""The least width of a band, as a share of the slide's."""
_FROM_EDGE_TO_EDGE: Final = 0.96
"""The share of the slide's width from which text has no margins that lines could keep."""
_LEAST_ON_PANEL: Final = 0.3
"""The same for one that stands on a panel, where there is no other place."""
_LOW, _HIGH = 0.45, 0.25
"""A band stands in the lower part of the slide: below this share of its height.

Only where there is no room for it, because most of the lower part is drawn upon, it stands higher.
"""
_CLEAR: Final = 0.006
"""The distance from a band to footers and to what is drawn, as a share of the slide's height."""
_SLACK: Final = 0.04
"""How much higher than it must be a band may stand to be as wide as the text, by that height."""
_NEARLY_ALL: Final = 0.8
"""The share of its area's width that is as good as all of it, where it starts as that does."""
_KEPT: Final = 0.6
"""The share of its height that the place of a cover's lines keeps above a band."""
_TITLE_KEPT: Final = 0.75
"""The share of its height that the high place of a cover's title keeps."""
_HIGH_TITLE: Final = 1.6
"""How many lines a place has room for that is high: what it keeps holds more than one of them."""
_BESIDE: Final = 3
"""How much farther it keeps away from what is drawn at its sides."""
_NARROWINGS: Final = 2
"""How often a band is made narrower at one height; each makes it higher, too."""
_LOWEST: Final = 0.98
"""Where a slide ends for what has no other place, as a share of its height."""
_STAGE: Final = 0.6
"""The share of the slide from which what is drawn is a ground to stand on, whatever it is."""

Boxes = tuple[Rect, ...]
Demand = Callable[[Emu], Emu]
"""Tells how high the lines are at a width."""


class _Area(Struct, frozen=True):
    """Where a band may stand, and the footers that are in its way there.

    `least` is how wide it is at the least, `clear` how far it keeps away from what is there, and
    `slack` how much higher than it must be it may stand to be in line with the text.
    """

    box: Rect
    furniture: Boxes
    least: Emu
    clear: Emu
    slack: Emu


def find_band(layout: Layout, template: Template, shown: Boxes, demand: Demand) -> Rect:
    """Return the lowest band of a layout, above its footers, that meets nothing and is wide enough.

    `shown` are the boxes of the footers that the slide has. Where there is no such band, it may
    stand in the place of footers that the slide does not have; then in that of the lines of a
    cover, which are to make room; then higher up, or on a panel, and at last on what is drawn.
    On a cover it stands below all lines, though one may have to give a little of its place.
    """
    titles = tuple(_titles(layout, template))
    bodies = layout.first(Role.BODY) is not None
    lines = () if bodies else tuple(slot.box for slot in layout.of_role(*_COVER_TEXT))
    covered = (*titles, *lines)
    meant, plain = _stages(layout, template)

    def first(kept: Boxes, stages: Boxes | None, highest: float) -> Rect | None:
        drawn = () if stages is None else tuple(panel.box for panel in layout.panels)
        areas = _areas(layout, template, shown, highest)
        found = (
            _chosen(area, _bands(area, (*area.furniture, *kept), drawn, stages or (), demand))
            for area in areas
        )
        return next((band for band in found if band is not None), None)

    ending = (first(kept, meant, _LOW) for kept in (covered, titles) if lines)
    higher = (covered, meant, _HIGH)
    # bodies can make room anywhere, the few lines of a cover have but one place
    otherwise = (
        (higher, (covered, plain, _LOW))
        if bodies
        else ((covered, plain, _LOW), (titles, meant, _LOW), (titles, plain, _LOW), higher)
    )
    tries = ((covered, meant, _LOW), *otherwise, (titles, plain, _HIGH), (titles, None, _LOW))
    bands = chain(
        (band for band in ending if band is not None and _ends(band, titles, lines)),
        (first(*one) for one in dict.fromkeys(tries)),
    )
    found = next((band for band in bands if band is not None), None)
    if found is None:
        last = next(_areas(layout, template, shown, _LOW)).box
        found = _above(last.bottom, last.x, last.width, demand)
    return found


def free_parts(box: Rect, layout: Layout, template: Template, taken: Boxes) -> Boxes:
    """Return the parts of a box, left to right, that meet no title, no footer and nothing drawn.

    `taken` are the boxes of the footers; plain panels may be stood on as a whole.
    """
    titles = tuple(_titles(layout, template))
    lines = () if layout.first(Role.BODY) else layout.of_role(*_COVER_TEXT)
    solid = (*taken, *titles, *(slot.box for slot in lines))
    clear, (_, stages) = template.slide_size.height * _CLEAR, _stages(layout, template)
    drawn = tuple(panel.box for panel in layout.panels)
    met = [*_met(box, solid), *_under(box, drawn, stages, clear)]
    parts, left = [], box.x
    for other in sorted(met, key=lambda other: other.x):
        start, stop = other.x - clear * _BESIDE, other.right + clear * _BESIDE
        if start > left:
            parts.append(replace(box, x=left, width=start - left))
        left = max(left, stop)
    if box.right > left:
        parts.append(replace(box, x=left, width=box.right - left))
    return tuple(parts)


def _titles(layout: Layout, template: Template) -> Iterator[Rect]:
    """Yield the places of titles, less the foot of a high one, which a cover's line leaves."""
    for slot in layout.of_role(Role.TITLE):
        box, free = slot.box, slot.box.height * (1 - _TITLE_KEPT)
        is_high = slot.content.height >= slot.levels[0].leading * _HIGH_TITLE
        is_low = box.bottom * 2 > template.slide_size.height
        is_alone = layout.first(Role.BODY) is None
        if not (is_high and is_low and is_alone) or slot.body.anchor is Anchor.BOTTOM:
            free = ZERO
        yield replace(box, height=box.height - free)


def _stages(layout: Layout, template: Template) -> tuple[Boxes, Boxes]:
    """Return what a band may stand on: what is there to be stood on, and with it any plain panel.

    The former is most of the slide, or an opaque panel that carries something else, too.
    """
    large = template.slide_size.area * _STAGE
    plain = tuple(panel for panel in layout.panels if _is_plain(panel))
    grounds = tuple(panel.box for panel in layout.panels if panel.box.area >= large)
    carrying = tuple(
        panel.box
        for panel in layout.panels
        if panel.box not in layout.decoration and panel.paint and panel.paint.hides
    )
    return (*grounds, *carrying), (*grounds, *(panel.box for panel in plain))


def _areas(layout: Layout, template: Template, shown: Boxes, highest: float) -> Iterator[_Area]:
    """Yield where a band may stand: above all footers that there are, or only above those shown.

    It is in line with the text of the layout where that is wide, else it keeps the margins.
    """
    size = template.slide_size
    top, clear = size.height * highest, size.height * _CLEAR
    furniture = (*(slot.box for slot in layout.of_role(*_FURNITURE)), *shown)
    ends = (footer_top(template, layout) - clear, furniture), (size.height * _LOWEST, shown)
    for (bottom, boxes), (left, right) in product(ends, columns(layout, template)):
        box = Rect(left, top, right - left, bottom - top)
        least = min(box.width * _NEARLY_ALL, size.width * _LEAST_WIDTH)
        yield _Area(box, boxes, least, clear, size.height * _SLACK)


def columns(layout: Layout, template: Template) -> Iterator[tuple[Emu, Emu]]:
    """Yield where lines may start and end: as the layout's text, at the margins, or on a panel.

    On a cover whose title has a column beside what is drawn they may stand in that.
    """
    width = template.slide_size.width
    texts = _guides(layout, template)
    left = max(ZERO, min((slot.content.x for slot in texts), default=width))
    right = min(width, max((slot.content.right for slot in texts), default=ZERO))
    if width * _LEAST_WIDTH <= right - left <= width * _FROM_EDGE_TO_EDGE:
        yield left, right
    yield width * _MARGIN, width * (1 - _MARGIN)
    beside = () if layout.first(Role.BODY) else layout.of_role(Role.TITLE)
    for column in (title.content for title in beside):
        if width * _LEAST_ON_PANEL <= column.width < width * _LEAST_WIDTH:
            yield column.x, column.right
    for panel in layout.panels:
        inner = width * (_MARGIN / 2)
        start = max(panel.box.x + inner, width * _MARGIN)
        end = min(panel.box.right - inner, width * (1 - _MARGIN))
        if _is_plain(panel) and end - start >= width * _LEAST_ON_PANEL:
            yield start, end


def _guides(layout: Layout, template: Template) -> tuple[Slot, ...]:
    """Return the text with which lines stand in line: bodies, else a title that begins a cover.

    Below a heading, and below a title that has its words in the middle, they are in line with the
    pages of content, if that layout has a body.
    """
    bodies, titles = layout.of_role(Role.BODY), layout.of_role(Role.TITLE)
    if bodies or not titles:
        return bodies
    heads = traits_of(layout, template.slide_size).title_is_upper
    if titles[0].levels[0].align is Align.LEFT and not heads:
        return titles
    choice = choose(template, Purpose.CONTENT)
    page = None if choice is None else choice.layout
    return (page.of_role(Role.BODY) or page.of_role(Role.TITLE) if page else ()) or titles


def _chosen(area: _Area, bands: Iterator[Rect]) -> Rect | None:
    """Return the lowest of bands, or one hardly higher that has all of the area's width.

    The lowest may end before something at its right: the number of the slide, for example.
    """
    lowest = next(bands, None)
    if lowest is None or (lowest.x == area.box.x and lowest.width >= area.box.width * _NEARLY_ALL):
        return lowest
    near = takewhile(lambda band: band.bottom >= lowest.bottom - area.slack, bands)
    return next((band for band in near if band.width == area.box.width), lowest)


def _ends(band: Rect, titles: Boxes, lines: Boxes) -> bool:
    """Tell whether a band ends a cover: nothing stands below it, and what it cuts keeps enough."""
    above = all(box.y < band.y for box in titles)
    return above and all(band.y - box.y >= box.height * _KEPT for box in lines)


def _bands(
    area: _Area, solid: Boxes, drawn: Boxes, stages: Boxes, demand: Demand
) -> Iterator[Rect]:
    """Yield the bands that meet nothing, the lowest first."""
    box, clear = area.box, area.clear
    edges = {box.bottom, *(one.y - clear for one in (*solid, *drawn))}
    edges |= {one.bottom - clear for one in drawn}

    def met(band: Rect) -> list[Rect]:
        return [*_met(band, solid), *_under(band, drawn, stages, clear)]

    # lines are lowest where they have all of the width
    highest = box.y + demand(max(Emu(1), box.width))
    for bottom in sorted((edge for edge in edges if highest <= edge <= box.bottom), reverse=True):
        band = _narrowed(area, bottom, met, demand)
        if band is not None and band.y >= box.y:
            yield band


def _narrowed(
    area: _Area, bottom: Emu, met: Callable[[Rect], list[Rect]], demand: Demand
) -> Rect | None:
    """Return the band that ends at a height, as wide as it may be between what it would meet.

    A narrower one is higher, and may meet more.
    """
    x, width = area.box.x, area.box.width
    for _ in range(_NARROWINGS + 1):
        if width < area.least:
            return None
        band = _above(bottom, x, width, demand)
        obstacles = met(band)
        if not obstacles:
            return band
        gap = widest_gap(band, [_spread(one, area.clear * _BESIDE, ZERO) for one in obstacles])
        x, width = gap.x, gap.width
    return None


def _above(bottom: Emu, x: Emu, width: Emu, demand: Demand) -> Rect:
    height = demand(max(Emu(1), width))
    return Rect(x, bottom - height, width, height)


def _met(band: Rect, boxes: Boxes) -> list[Rect]:
    return [box for box in boxes if box.overlaps(band)]


def _under(band: Rect, drawn: Boxes, stages: Boxes, clear: Emu) -> list[Rect]:
    """Return what is drawn on which a band would lie, or close to which it would stand.

    On what is a stage it may stand as a whole.
    """
    near = _spread(band, clear, clear)
    return [
        box for box in drawn if box.overlaps(near) and not (box in stages and box.contains(band))
    ]


def _is_plain(panel: Panel) -> bool:
    """Tell whether a panel has one surface that is known and hides what is below it."""
    return panel.color is not None and panel.paint is not None and panel.paint.hides


def _spread(box: Rect, across: Emu, along: Emu) -> Rect:
    return Rect(box.x - across, box.y - along, box.width + across * 2, box.height + along * 2)
