"""A layout -> what of its structure tells what it is for."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from deckgen.colors import contrast
from deckgen.geometry import Insets, Rect, Size, largest_free
from deckgen.records import Struct
from deckgen.template.model import Layout, Role, Slot
from deckgen.template.purposes import TYPES, Purpose, hinted
from deckgen.units import ZERO, Emu

_CONTENT: Final = (Role.BODY, Role.PICTURE, Role.TABLE, Role.CHART)
_TEXT: Final = (Role.TITLE, Role.SUBTITLE, Role.BODY)
_UPPER: Final = 0.32
_TALL: Final = 0.32
_ALIKE: Final = 0.6
_NARROW: Final = 0.33
_SMALL_TITLE: Final = 0.045
"""The share of the slide's height below which a title is too small for a page of its own."""
_LARGE_TEXT: Final = 3.0
"""The contrast that large text needs (WCAG 2.2, 1.4.3)."""
_LEAST_ROOM: Final = 0.65
"""The share of a place for content that a page without one leaves free, else it shows samples."""
_CARRIED: Final = 0.9
"""The share of such a place from which something drawn is what it stands on."""
_DISPLAY: Final = 2.5
"""How much larger than the text below it a title is that leaves no more than a label to it."""
_COLUMN: Final = (0.12, 0.4)
"""How wide a title is at least and at most that stands beside the content, as shares of the
slide's width."""
_PAGE: Final = 0.6
"""The share of the slide's height from which a title takes up the page."""
_PARTLY: Final = (0.25, 0.75)
"""The shares of a body between which something drawn is behind a part of it."""
_SAME_PLACE: Final = 0.02
"""The share of the slide's width up to which what is drawn on two layouts is in one place."""
_COPIED: Final = 0.005
"""The same for a title that is another page's: programs round as they write it."""
_DETAIL: Final = 0.004
"""The share of the slide up to which something drawn is a detail."""
_ABOUT_TITLE: Final = 0.06
"""How far from a title what belongs to it is drawn, as a share of the slide's height."""


class Traits(Struct, frozen=True):
    """A layout with its slots by use; lengths and areas are shares of the slide's."""

    layout: Layout
    slide_size: Size
    title: Slot | None
    bodies: tuple[Slot, ...]
    pictures: tuple[Slot, ...]
    hints: frozenset[Purpose]

    @property
    def contents(self) -> int:
        """How many slots take content."""
        return len(self.layout.of_role(*_CONTENT))

    def count(self, *roles: Role) -> int:
        """Return how many slots have one of the roles."""
        return len(self.layout.of_role(*roles))

    @property
    def is_drawn(self) -> bool:
        """Whether there is more to the layout than text on one colour."""
        return bool(self.layout.panels) or self.layout.is_painted

    @property
    def declared(self) -> Purpose | None:
        """The purpose that the layout's type declares."""
        return TYPES.get(self.layout.type or "")

    @property
    def is_cover(self) -> bool:
        """Whether the layout is marked as the deck's first slide."""
        centered = self.title is not None and self.title.placeholder.type == "ctrTitle"
        return centered or (self.declared is Purpose.TITLE and self.contents == 0)

    @property
    def is_vertical(self) -> bool:
        """Whether title or text runs from top to bottom."""
        return any(slot.body.vertical != "horz" for slot in self.layout.of_role(*_TEXT))

    @property
    def body_width(self) -> float:
        """The share of the slide's width that the widest body has."""
        widest = max((slot.box.width for slot in self.bodies), default=ZERO)
        return widest / self.slide_size.width

    @property
    def title_middle(self) -> float:
        """Where the middle of the title is, as a share of the slide's height; 0 without one."""
        return 0.0 if self.title is None else _middle(self.title.box) / self.slide_size.height

    @property
    def title_is_narrow(self) -> bool:
        """Whether the title has but a column of the slide, in which long ones need many lines."""
        return self.title is not None and self.title.box.width < self.slide_size.width * _NARROW

    @property
    def title_is_upper(self) -> bool:
        """Whether the title is a strip at the top, which leaves the slide to the content."""
        if self.title is None:
            return False
        box, height = self.title.box, self.slide_size.height
        return _middle(box) < height * _UPPER and box.height < height * _TALL

    @property
    def title_is_a_line(self) -> bool:
        """Whether the title is but a line of small text at the top, whatever the layout is called.

        Copies of a cover that were made into other pages keep its name.
        """
        small = self.slide_size.height * _SMALL_TITLE
        return (
            self.title is not None
            and self.title_is_upper
            and (self.title.levels[0].size.emu < small)
        )

    @property
    def title_is_page(self) -> bool:
        """Whether small text of a page that has no other place is declared to be its title."""
        small = self.slide_size.height * _SMALL_TITLE
        return (
            self.title is not None
            and self.title.box.height > self.slide_size.height * _PAGE
            and self.title.levels[0].size.emu < small
        )

    @property
    def is_parted(self) -> bool:
        """Whether something drawn is behind a part of the text, and not behind the rest."""
        least, most = _PARTLY
        return any(
            least < _common(panel.box, body.box) / body.box.area < most
            for panel in self.layout.panels
            for body in self.bodies
        )

    @property
    def title_is_display(self) -> bool:
        """Whether the place of the title is for what is read first, and the body for its label.

        Google Slides has the number of its page for one there.
        """
        body = max((slot.levels[0].size for slot in self.bodies), default=None)
        return (
            self.title is not None
            and body is not None
            and self.title.levels[0].size > body.scaled(_DISPLAY)
        )

    @property
    def title_is_above(self) -> bool:
        """Whether all slots for content are below the title."""
        if self.title is None:
            return False
        middle = _middle(self.title.box)
        return all(slot.box.y >= middle for slot in self.layout.of_role(*_CONTENT))

    @property
    def title_is_beside(self) -> bool:
        """Whether the title has a column of its own beside all slots for content."""
        if self.title is None or not self.contents:
            return False
        box, (least, most) = self.title.box, _COLUMN
        others = [slot.box for slot in self.layout.of_role(*_CONTENT)]
        left = all(box.right <= other.x for other in others)
        right = all(other.right <= box.x for other in others)
        return (left or right) and least < box.width / self.slide_size.width < most

    @property
    def title_is_below(self) -> bool:
        """Whether the title is a strip below all slots for content, or where those would be."""
        if self.title is None:
            return False
        box, height = self.title.box, self.slide_size.height
        low = _middle(box) > height * (1 - _UPPER) and box.height < height * _TALL
        return low and all(slot.box.bottom <= box.y for slot in self.layout.of_role(*_CONTENT))

    def is_titled_below(self, purpose: Purpose) -> bool:
        """Tell whether a layout that is said to be for a purpose has its title below content."""
        return self.title_is_below and self.declared is purpose

    @property
    def is_two_columns(self) -> bool:
        """Whether there are two bodies, side by side and alike in size."""
        return len(self.bodies) == 2 and self.is_side_by_side

    @property
    def is_side_by_side(self) -> bool:
        """Whether all bodies stand side by side and are alike in size."""
        boxes = sorted((body.box for body in self.bodies), key=lambda box: box.x)
        return all(_are_alike_beside(one, other) for one, other in pairwise(boxes))

    @property
    def texts(self) -> tuple[Slot, ...]:
        """The slots for the title, the text and captions."""
        return self.layout.of_role(Role.TITLE, Role.BODY, Role.CAPTION)

    @property
    def text_is_clear_of_pictures(self) -> bool:
        """Whether no picture lies under title, text or caption."""
        return not any(
            text.box.intersection(picture.box).area * 5 > text.box.area
            for text in self.texts
            for picture in self.pictures
        )

    @property
    def illegibility(self) -> float:
        """What speaks against a title that is small, or hardly shows on what it stands on."""
        title = self.title
        if title is None:
            return 0.0
        style = title.levels[0]
        lacking = max(0.0, _LARGE_TEXT - contrast(style.color, self.layout.behind(title)))
        return lacking + 2.0 * (style.size.emu < self.slide_size.height * _SMALL_TITLE)

    def has_room_for(self, content: Traits | None) -> bool:
        """Tell whether nothing is drawn where another layout has its content, if it has any.

        On what lies below all of that, it stands.
        """
        if content is None or not content.bodies:
            return True
        place = content.bodies[0].box
        drawn = (b for b in self.layout.decoration if _common(b, place) < place.area * _CARRIED)
        return largest_free(place, drawn).area >= place.area * _LEAST_ROOM

    def share(self, slots: tuple[Slot, ...]) -> float:
        """Return the share of the slide that the largest of the slots covers."""
        return max((slot.box.area for slot in slots), default=0) / self.slide_size.area


def _common(one: Rect, other: Rect) -> int:
    return one.intersection(other).area


def _are_alike_beside(one: Rect, other: Rect) -> bool:
    narrow, wide = sorted((one.width, other.width))
    overlap = min(one.bottom, other.bottom) - max(one.y, other.y)
    return (
        narrow > wide * _ALIKE
        and overlap > max(one.height, other.height) * _ALIKE
        and one.right <= other.x + wide // 10
    )


def traits_of(layout: Layout, slide_size: Size) -> Traits:
    """Return the traits of a layout on slides of a size."""
    return Traits(
        layout=layout,
        slide_size=slide_size,
        title=layout.first(Role.TITLE),
        bodies=layout.of_role(Role.BODY),
        pictures=layout.of_role(Role.PICTURE),
        hints=hinted(layout.name),
    )


def looks_like(one: Layout, other: Layout, size: Size, *, untitled: bool = False) -> bool:
    """Tell whether two layouts show the same background, and the same drawn on it.

    For an `untitled` page what is drawn about a title does not count, nor what is but a detail
    outside of the content.
    """
    near, about = size.width * _SAME_PLACE, size.height * _ABOUT_TITLE
    around = Insets(about, about, about, about)
    least = size.area * _DETAIL if untitled else 0.0
    titles = (slot.box.outset(around) for each in (one, other) for slot in each.of_role(Role.TITLE))
    left_out = tuple(titles) if untitled else ()
    places = tuple(slot.box for each in (one, other) for slot in each.of_role(Role.BODY))

    def counts(box: Rect) -> bool:
        return box.area >= least or any(place.contains(box) for place in places)

    def seen(layout: Layout) -> tuple[Rect, ...]:
        boxes = (panel.box for panel in layout.panels if counts(panel.box))
        return tuple(box for box in boxes if not any(box.overlaps(t) for t in left_out))

    first, second = seen(one), seen(other)
    return one.background.rgb == other.background.rgb and all(
        any(_distance(box, twin) < near for twin in twins)
        for boxes, twins in ((first, second), (second, first))
        for box in boxes
    )


def passes_for(one: Traits, other: Traits) -> bool:
    """Tell whether a page has its title where another has its heading, and looks the same."""
    title, heading, size = one.title, other.title, one.slide_size
    if one is other or title is None or heading is None or not one.title_is_upper:
        return False
    same = _distance(title.box, heading.box) < size.width * _COPIED
    no_larger = title.levels[0].size <= heading.levels[0].size
    return same and no_larger and looks_like(one.layout, other.layout, size)


def _distance(one: Rect, other: Rect) -> Emu:
    """Return how far the edges of two boxes are apart, all together."""
    apart = abs(one.x - other.x) + abs(one.right - other.right)
    return Emu(apart + abs(one.y - other.y) + abs(one.bottom - other.bottom))


def _middle(box: Rect) -> Emu:
    return box.y + box.height // 2
