"""A template and what a deck asks of its layout -> the contexts in which slides are measured."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar, cast

from deckgen.layout.flow.galley import Context
from deckgen.layout.typeset.fitting import BODY_STEPS, body_floor, led_by, scaled
from deckgen.layout.typeset.levels import (
    SEEN_TOGETHER,
    graded,
    led,
    nested,
    raised,
    turned,
    visible,
    with_seen_bullets,
)
from deckgen.legibility import EXTREMES, READABLE, is_large, is_paler, reads
from deckgen.records import Struct, field, replace
from deckgen.spec.kinds import Pattern
from deckgen.styles import BodyProperties
from deckgen.template.choose import choose
from deckgen.template.model import FURNITURE, Role
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from deckgen.colors import Color
    from deckgen.deck import LogicalSlide
    from deckgen.layout.areas.grounds import SlideBacking
    from deckgen.spec.kinds import Word
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Slot, Template
    from deckgen.template.purposes import Purpose
    from deckgen.text.typesetter import Typesetter
    from deckgen.units import Centipoints

_CONTENT: Final = frozenset((Role.BODY, Role.CAPTION, Role.SUBTITLE, Role.QUOTE))
_MOST_REMEMBERED: Final = 1_000
"""So many footers and bands are remembered; a deck has a few for each layout."""

_Made = TypeVar("_Made")
Shades = tuple["Color", ...]
Levels = tuple["LevelStyle", ...]


class LayoutSettings(Struct, frozen=True):
    """What a deck asks of the layout of all its slides.

    `smallest` is the author's own floor of body text, `named` the layouts that are set for kinds of
    slides. `numbering` and `continuation` are what is written behind titles that several pages
    share; their numbers have up to `digits` digits. `common` is what the pages with content have at
    their foot, and what it mostly says.
    """

    smallest: Centipoints | None = None
    named: Mapping[Purpose, Word] = field(default_factory=dict)
    numbering: Pattern = Pattern("")
    continuation: Pattern = Pattern("")
    digits: int = 2
    common: Mapping[Role, str] = field(default_factory=dict)


class Largest(Struct, frozen=True):
    """How large body text and titles may be, None where that is as their template has it."""

    text: Centipoints | None = None
    title: Centipoints | None = None


ANY: Final = Largest()


class Desk:
    """Where slides are laid out, one after the other.

    It remembers what the next slide will ask again: levels of text, footers, where small print has
    room. That saves time and changes no result, so that a slide is laid out alike at any desk.
    """

    def __init__(
        self,
        template: Template,
        typesetter: Typesetter,
        settings: LayoutSettings | None = None,
        backing: SlideBacking | None = None,
        largest: Largest = ANY,
    ) -> None:
        self.template: Final = template
        self.typesetter: Final = typesetter
        self.settings: Final = settings or LayoutSettings()
        self.backing: Final = backing
        self.largest: Final = largest
        self._known: Final[dict[Hashable, tuple[object, object]]] = {}

    def behind(self, slide: LogicalSlide) -> Desk:
        """Return the desk for a slide: one of its own where something stands behind or beside it.

        What is remembered of layouts does not hold for such a slide.
        """
        if slide.background is None and slide.beside is None:
            return self
        from deckgen.layout.areas.grounds import SlideBacking

        backing = SlideBacking(slide, self.template)
        return Desk(self.template, self.typesetter, self.settings, backing, self.largest)

    def with_titles(self, most: Centipoints | None) -> Desk:
        """Return the desk at which titles are no larger than a size."""
        return self.within(Largest(self.largest.text, most))

    def within(self, largest: Largest) -> Desk:
        """Return the desk at which text and titles are no larger than sizes."""
        if largest == self.largest:
            return self
        own = self.template, self.typesetter, self.settings, self.backing
        return self.once(("largest", largest), partial(Desk, *own, largest))

    def led_text(self, size: Centipoints) -> Centipoints:
        """Return a size of text, or what the largest titles at the desk lead."""
        return size if self.largest.title is None else min(size, led_by(self.largest.title))

    def shaped(self, layout: Layout) -> Layout:
        """Return a layout of the template as it is at this desk."""
        return layout if self.backing is None else self.backing.layout(layout)

    def once(self, key: Hashable, make: Callable[[], _Made], *kept: object) -> _Made:
        """Return what is made of what a key holds, which is made once.

        What the key holds the id of is `kept` with it, so that no other object gets that.
        """
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[key] = make(), kept
        return cast("_Made", found[0])

    def home(self, layout: Layout) -> Layout | None:
        """Return the layout for content, where that has the master of a layout."""
        choice = choose(self.template, Purpose.CONTENT)
        return choice.layout if choice and choice.layout.master == layout.master else None

    def body(self, layout: Layout) -> Slot:
        """Return the body that text without a place on a layout looks like.

        It is that of the layout for content, where that has the same master, else the master's.
        """
        home = self.home(layout)
        bodies = () if home is None else home.of_role(Role.BODY)
        base = self.template.base_of(layout).body
        return max(bodies, key=lambda slot: slot.box.area, default=base)

    def context(
        self, layout: Layout, language: str, slot: Slot | None = None, *, shrinks: bool = True
    ) -> Context:
        """Return the context of a slot on a layout, or of free text on it.

        Where text is not to shrink, its body has but the template's own size.
        """
        key = ("context", id(layout), language, id(slot), shrinks)
        make = partial(self._context, layout, language, slot, shrinks=shrinks)
        return self.once(key, make, layout, slot)

    def _context(
        self, layout: Layout, language: str, slot: Slot | None, *, shrinks: bool
    ) -> Context:
        height = self.template.slide_size.height
        at_foot = slot is not None and slot.role in FURNITURE
        return Context(
            typesetter=self.typesetter,
            theme=self.template.theme_of(layout),
            background=layout.behind(slot) if slot else layout.background,
            levels=turned(self.levels(layout, slot), language, aligned=at_foot),
            body=slot.body if slot else BodyProperties(),
            height=slot.content.height if slot else height,
            language=language,
            floor=self.floor,
            steps=BODY_STEPS if shrinks else BODY_STEPS[:1],
        )

    @property
    def floor(self) -> Centipoints:
        """The least size of the deck's bodies: what its author says, else what is readable."""
        return self.settings.smallest or body_floor(self.template.slide_size)

    def levels(self, layout: Layout, slot: Slot | None) -> Levels:
        """Return the levels of a slot, or of free text, that can be told apart and seen."""
        given = slot.levels if slot else self.template.base_of(layout).free_text
        place = (slot.role, slot.box, slot.background) if slot else ()
        key = ("levels", id(given), layout.part, place)
        return self.once(key, partial(self._seen_levels, layout, slot, given), given)

    def _seen_levels(self, layout: Layout, slot: Slot | None, given: Levels) -> Levels:
        if slot is None or slot.role is not Role.TITLE:
            made = given if slot is None else self._told_apart(slot)
            return self._in_tone(layout, slot, made, self.read_on(layout, slot, made))
        made, most = self.read_on(layout, slot, led(given)), self.largest.title
        if most is not None and made[0].size > most:
            # the colour stays that of larger titles, except where small text needs another
            made = scaled(made, most / made[0].size, most)
            made = made if is_large(most) else self.read_on(layout, slot, made)
        return self._like_text(layout, slot, made)

    def _told_apart(self, slot: Slot) -> Levels:
        """Return the levels of a slot for text, which can be told apart and read."""
        made = led(nested(graded(slot.levels))) if slot.role in _CONTENT else slot.levels
        return raised(made, self.floor) if slot.role is Role.BODY else made

    def tone(self, layout: Layout) -> Color | None:
        """Return the colour of the title of a cover, None on pages with bodies."""
        title = layout.first(Role.TITLE)
        alone = title is not None and layout.first(Role.BODY) is None
        return self.levels(layout, title)[0].color if alone else None

    def _in_tone(self, layout: Layout, slot: Slot | None, given: Levels, seen: Levels) -> Levels:
        """Return the levels of a cover's line, of which none is pale above or below a dark title.

        One that has to change colour has the title's rather than one on the other side of its
        ground: black beside white looks like a slip.
        """
        if slot is None or seen is given:
            return seen
        tone, shades = self.tone(layout), _behind(layout, slot)
        if tone is None:
            return seen
        side = is_paler(tone, shades)
        toned = tuple(
            level
            if level.color == own.color or is_paler(level.color, shades) is side
            else replace(level, color=tone)
            for own, level in zip(given, seen, strict=True)
        )
        return toned if self.read_on(layout, slot, toned) == toned else seen

    def _like_text(self, layout: Layout, title: Slot, levels: Levels) -> Levels:
        """Return levels of a title in the colour of its text, where a template has one for both.

        Bodies, and the lines of covers, need more contrast: where they change colour, titles on the
        same ground do.
        """
        text = layout.first(Role.BODY) or layout.first(Role.SUBTITLE)
        text = text or self.template.base_of(layout).body
        given, on_ground = text.levels[0].color, title.background is None is text.background
        if not on_ground or levels[0].color != given:
            return levels
        color = self.read_on(layout, text, self._told_apart(text))[0].color
        if color == given or _behind(layout, text) != _behind(layout, title):
            return levels
        return tuple(
            replace(level, color=color) if level.color == given else level for level in levels
        )

    def read_on(self, layout: Layout, slot: Slot | None, levels: Levels) -> Levels:
        """Return levels in colours that are read on what is behind a slot, or behind free text."""
        shades = _behind(layout, slot)
        together = SEEN_TOGETHER if slot is None or slot.role is Role.BODY else 1
        least = READABLE if self.backing is not None and self.backing.is_coloured else 0.0
        seen = visible(levels, shades, self.template.theme_of(layout), together, least)
        return seen if self.backing is None else with_seen_bullets(seen, shades)


def _behind(layout: Layout, slot: Slot | None) -> Shades:
    """Return all colours behind a slot, or behind free text, as far as they are known.

    Slots for the same have text of one colour, where one is read on all of them. Where a picture is
    both light and dark no text is read on all of it; then its average counts.
    """
    if slot is None:
        return (layout.background,)
    alike = layout.of_role(slot.role)
    for places in (alike if slot in alike else (slot,), (slot,)):
        shades = _all_behind(layout, places)
        if any(reads(extreme, shades) for extreme in EXTREMES):
            return shades
    return (layout.behind(slot),)


def _all_behind(layout: Layout, slots: Sequence[Slot]) -> Shades:
    """Return the shades behind several slots together; none where not all are known."""
    known = (
        layout.shades(each.box) if each.background is None else (each.background,) for each in slots
    )
    shades = list(known)
    return tuple(dict.fromkeys(chain(*shades))) if all(shades) else ()
