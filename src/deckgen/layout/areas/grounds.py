"""What stands behind or beside a slide -> its layouts as they are then, and what is drawn.

Layouts are changed, so that whoever reads one need not know of backgrounds: behind its slots is
another colour, or they stand in the rest of the slide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, mix
from deckgen.geometry import Crop, Rect, fit_within
from deckgen.pages import Picture, SlideBackground, Veil
from deckgen.records import Struct, field, replace
from deckgen.spec.picture_kinds import Focus
from deckgen.template.model import FURNITURE, Panel
from deckgen.template.paint import Paint
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.geometry import Size
    from deckgen.spec.backgrounds import Background
    from deckgen.template.model import Layout, Slot, Template, Theme
    from deckgen.units import Emu

_DARK: Final = 0.16
"""The luminance up to which white is read with more than 4.5, and black is never taken for it."""
_PALE: Final = 0.25
"""The luminance from which black is read on all that is paler."""
_STEP: Final = 0.05
"""By how much a picture is covered more."""
_DARKER: Final = 0.2
"""How much more a picture is covered for the sake of pale text, which lets more of it be seen."""
_GROUND: Final = 0.75
"""The share of the slide from which something drawn hides what is behind it."""
_GUTTER: Final = 0.03
"""The space between a picture at a side and the rest, as a share of the slide's width."""
_NARROWEST: Final = 0.3
"""The share of the slide that places have beside a picture, else they get the whole rest."""
_LEAST_GAP: Final = 0.3
"""The share of the rest that footers may have beside those that stay, else all are moved."""
_BETWEEN: Final = 0.02
_WIDEST_MARGIN: Final = 0.15
"""The share of the whole rest that is left free at either side of it, at the most."""
_MET: Final = 0.05
"""The share of a place that something drawn may newly cover."""
_BLACK, _WHITE = Color("000000"), Color("FFFFFF")


class SlideBacking(Struct):
    """What stands behind and beside a slide on a template."""

    slide: LogicalSlide
    template: Template
    made: dict[int, tuple[Layout, Layout]] = field(default_factory=dict)

    def layout(self, layout: Layout) -> Layout:
        """Return a layout of the template as it is on the slide."""
        known = self.made.get(id(layout))
        if known is not None:
            return known[1]
        changed, slide = layout, self.slide
        if slide.background is not None:
            changed = self._behind(changed, slide.background)
        if slide.beside is not None:
            changed = _beside(changed, slide.beside, self.template.slide_size)
        # the layout is kept with it, so that no other object gets its id
        self.made[id(layout)], self.made[id(changed)] = (layout, changed), (changed, changed)
        return changed

    def background(self, layout: Layout) -> SlideBackground | None:
        """Return what is drawn behind the slide, whose layout has been changed for it."""
        behind = self.slide.background
        if behind is None:
            return ground_alone(layout) if layout.bare else None
        veil = self._veil(behind)
        if behind.image.picture is None:
            color = _plain(behind, self.template.theme_of(layout))
            return SlideBackground(color=color, veil=veil, hides=layout.bare)
        size = self.template.slide_size
        whole = Rect(ZERO, ZERO, size.width, size.height)
        picture = _shown(behind, whole)
        return SlideBackground(picture=picture, veil=veil, hides=layout.bare, covers=layout.alone)

    @property
    def is_coloured(self) -> bool:
        """Whether the slide stands on what its author chose, and no designer."""
        return self.slide.background is not None

    def beside(self) -> Picture | None:
        """Return the picture at a side of the slide."""
        beside = self.slide.beside
        if beside is None or beside.image.picture is None:
            return None
        return _shown(beside, side_of(beside, self.template.slide_size))

    def _behind(self, layout: Layout, behind: Background) -> Layout:
        """Return a layout on a picture, which hides all that it draws, or on a colour."""
        size = self.template.slide_size
        hides = behind.image.picture is not None or any(
            panel.box.area >= size.area * _GROUND and not panel.behind for panel in layout.panels
        )
        color, *others = self._shades(layout, behind)
        if not hides:
            panels = tuple(panel for panel in layout.panels if not panel.behind)
            return replace(layout, background=color, paint=None, panels=panels)
        whole = Rect(ZERO, ZERO, size.width, size.height)
        paint = Paint(whole, ((color, others[0]),), hides=True) if others else None
        return replace(layout.bared(), background=color, paint=paint)

    def _shades(self, layout: Layout, behind: Background) -> tuple[Color, ...]:
        """Return the colour on which text shows least, and for a picture the other extreme."""
        veil = self._veil(behind)
        tones: tuple[Color, ...] = behind.image.tones or ()
        if not tones:
            tones = (_plain(behind, self.template.theme_of(layout)),)
        if veil is not None:
            tones = tuple(mix(tone, veil.color, veil.amount) for tone in tones)
        return tones[::-1] if tones[-1].luminance <= _DARK else tones

    def _veil(self, behind: Background) -> Veil | None:
        """Return what covers a background so that text is read on it, if anything."""
        if behind.image.tones is None:
            return Veil(_BLACK, behind.dim) if behind.dim else None
        darkest, palest = behind.image.tones
        slide = self.slide
        if not (slide.title or slide.content or slide.subtitle or slide.credits):
            return Veil(_BLACK, behind.dim) if behind.dim else None
        black, white = _needed(palest, _BLACK), _needed(darkest, _WHITE)
        if behind.dim is not None or black <= white + _DARKER:
            amount = max(black, behind.dim or 0)
            return Veil(_BLACK, amount) if amount else None
        return Veil(_WHITE, white) if white else None


def ground_alone(layout: Layout) -> SlideBackground:
    """Return the background of a layout of which nothing else is shown."""
    if layout.alone:
        return SlideBackground(veil=Veil(layout.background, 1), hides=True)
    return SlideBackground(color=layout.background if layout.paint is None else None, hides=True)


def side_of(beside: Background, size: Size) -> Rect:
    """Return the part of the slide that a picture at a side of it fills."""
    width = size.width * beside.share
    return Rect(ZERO if beside.side == "left" else size.width - width, ZERO, width, size.height)


def _needed(color: Color, veil: Color) -> float:
    """Return how much a colour has to be covered for text that is read on the veil."""
    amount = 0.0
    while not _bears(mix(color, veil, amount), veil):
        amount = round(amount + _STEP, 2)
    return amount


def _bears(color: Color, veil: Color) -> bool:
    return color.luminance <= _DARK if veil == _BLACK else color.luminance >= _PALE


def _plain(behind: Background, theme: Theme) -> Color:
    """Return the colour of a plain background."""
    given = behind.image
    return Color(given.color or "") if given.scheme is None else theme.color(given.scheme)


def _shown(ground: Background, box: Rect) -> Picture:
    """Return the picture of a background in a box, cut to its shape or whole within it."""
    picture = ground.image.picture
    assert picture is not None
    size, crop = picture.file.size, Crop()
    if ground.fit == "contain":
        box = fit_within(size, box)
    else:
        focus = ground.focus or Focus()
        crop = Crop.covering(size, box.size, focus.x, focus.y)
    return Picture(
        box=box,
        file=picture.file,
        alt=ground.alt or "",
        name="Background",
        crop=crop,
        link=ground.link.link if ground.link else None,
        span=ground.span,
    )


class _Rest(Struct, frozen=True):
    """What a picture at a side leaves of a slide, and where places begin and end in it."""

    box: Rect
    start: Emu
    stop: Emu

    @property
    def width(self) -> Emu:
        """How wide places may be."""
        return self.stop - self.start

    def moved(self, slots: Sequence[Slot]) -> Iterator[Slot]:
        """Yield slots in the rest, in their order and proportions: all are narrowed alike."""
        left = min((slot.box.x for slot in slots), default=ZERO)
        right = max((slot.box.right for slot in slots), default=ZERO)
        scale = self.width / max(1, right - left)
        for slot in slots:
            box = slot.box
            at = self.start + (box.x - left) * scale
            narrow = replace(box, x=at, width=box.width * scale)
            yield replace(slot, box=narrow, inherited=slot.inherited or box)


def _beside(layout: Layout, beside: Background, size: Size) -> Layout:
    """Return a layout whose places stand in what a picture at a side leaves of the slide.

    What it draws there stays, unless it is in the way of places that have come there.
    """
    side, gutter = side_of(beside, size), size.width * _GUTTER
    box = Rect(side.right if side.x == ZERO else ZERO, ZERO, size.width - side.width, size.height)
    left = min((slot.box.x for slot in layout.slots), default=gutter)
    right = max((slot.box.right for slot in layout.slots), default=size.width - gutter)
    rest = _Rest(box, max(left, box.x + gutter), min(right, box.right - gutter))
    bare = rest.width < size.width * min(_NARROWEST, box.width / size.width * 0.7)
    slots = _in_rest(layout, rest)
    panels = tuple(_clipped(panel, box) for panel in layout.panels)
    if bare or _in_the_way(zip(layout.panels, panels, strict=True), layout.slots, slots):
        bare, margin = True, max(gutter, min(left, size.width - right))
        margin = min(margin, box.width * _WIDEST_MARGIN)
        rest = _Rest(box, box.x + margin, box.right - margin)
        slots = tuple(replace(slot, background=None) for slot in _in_rest(layout, rest))
    drawn = () if bare else (other.intersection(box) for other in layout.decoration)
    return replace(
        layout,
        slots=slots,
        panels=(*(panel for panel in panels if panel.box.area and not bare), Panel(side, None)),
        decoration=(*(other for other in drawn if other.area), side),
        bare=layout.bare or bare,
    )


def _in_rest(layout: Layout, rest: _Rest) -> tuple[Slot, ...]:
    """Return the slots of a layout in the rest of the slide; footers that are there stay."""
    moved = {id(slot): new for slot, new in _pairs(layout.slots, rest)}
    foot = [slot for slot in layout.slots if slot.role in FURNITURE]
    stays = [slot for slot in foot if rest.box.contains(slot.box)]
    goes = [slot for slot in foot if slot not in stays]
    if stays and goes:
        before, between = rest.box.x > ZERO, rest.width * _BETWEEN
        start = rest.start if before else max(slot.box.right for slot in stays) + between
        stop = min(slot.box.x for slot in stays) - between if before else rest.stop
        if stop - start >= rest.width * _LEAST_GAP:
            moved |= {id(slot): slot for slot in stays}
            moved |= {id(slot): new for slot, new in _pairs(goes, _Rest(rest.box, start, stop))}
    return tuple(moved[id(slot)] for slot in layout.slots)


def _pairs(slots: Sequence[Slot], rest: _Rest) -> Iterator[tuple[Slot, Slot]]:
    return zip(slots, rest.moved(slots), strict=True)


def _in_the_way(
    panels: Iterable[tuple[Panel, Panel]], before: Sequence[Slot], after: Sequence[Slot]
) -> bool:
    """Tell whether something drawn meets places where it did not before.

    Panels are given as they were, and cut to the rest of the slide.
    """
    for whole, panel in panels:
        for old, new in zip(before, after, strict=True):
            met = panel.box.intersection(new.box).area * old.box.area
            if met > (whole.box.intersection(old.box).area + old.box.area * _MET) * new.box.area:
                return True
    return False


def _clipped(panel: Panel, rest: Rect) -> Panel:
    return replace(panel, box=panel.box.intersection(rest))
