"""What deckgen knows of a template: layouts, slots and the text styles that they inherit.

Everything is resolved: a slot's box, insets and nine levels are what PowerPoint would use after
following slide layout, master, master text styles, presentation defaults and theme.
"""

from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Rect, Size
from deckgen.opc.package import BadPackageError, Package
from deckgen.records import Struct, replace
from deckgen.styles import BodyProperties, LevelStyle
from deckgen.template.outline import Carried
from deckgen.template.paint import Paint

_PAPER: Final = Color("FFFFFF")
"""What shines through backgrounds."""
_OFFERED: Final = ("tx1", "tx2", "bg1", "bg2", *(f"accent{number}" for number in range(1, 7)))


class BadTemplateError(BadPackageError):
    """A file cannot serve as a template; the message says why, to the author of a deck."""


class Role(Enum):
    """What a slot is for.

    A `HEADING` names the body below it, as in a comparison. An `ORDINAL` is the number of a
    section on its divider. `OTHER` is text that only the designer
    knows a use for; it is left alone.
    """

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    PICTURE = "picture"
    TABLE = "table"
    CHART = "chart"
    CAPTION = "caption"
    HEADING = "heading"
    QUOTE = "quote"
    AUTHOR = "author"
    ORDINAL = "ordinal"
    NOTICE = "notice"
    LABEL = "label"
    OTHER = "other"
    FOOTER = "footer"
    DATE = "date"
    NUMBER = "number"


FURNITURE: Final = (Role.FOOTER, Role.DATE, Role.NUMBER)
"""The places of what all slides of a deck have."""


class Placeholder(Struct, frozen=True):
    """How a slide names the placeholder of its layout: the attributes of `p:ph`."""

    type: str | None
    idx: int | None
    orient: str | None = None
    size: str | None = None


class Slot(Struct, frozen=True, dict=True):
    """A place of a layout for one kind of thing.

    `background` is the colour of what the slot stands on, where that is not the whole slide's.
    `inherited` is the box that the file gives the placeholder, where `box` is another: what of it
    lies on the slide and under nothing drawn. With `explicit` set nothing can be relied upon to be
    inherited, because renderers may take the placeholder for another one.
    """

    role: Role
    placeholder: Placeholder
    name: str
    box: Rect
    body: BodyProperties
    levels: tuple[LevelStyle, ...]
    prompt: str = ""
    background: Color | None = None
    inherited: Rect | None = None
    explicit: bool = False

    @cached_property
    def content(self) -> Rect:
        """The box less the insets."""
        return self.box.inset(self.body.insets)

    def inherits(self, box: Rect) -> bool:
        """Tell whether the placeholder has a box without being told."""
        return not self.explicit and box == (self.inherited or self.box)


class Panel(Struct, frozen=True):
    """Something drawn by master or layout: its box, and its colour where that is known.

    `paint` tells all the colours that it has, None where they are not known. One that is `behind`
    everything is part of the background's picture.
    """

    box: Rect
    color: Color | None
    paint: Paint | None = None
    behind: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether it is known what the panel looks like: a colour, or those of a picture."""
        return self.color is not None or bool(self.paint and self.paint.cells)


class TableColors(Struct, frozen=True):
    """The colours that a table style gives to the header and, in turn, to the rows below it.

    A fill is None where the slide shows through.
    """

    text: Color
    header: Color
    header_fill: Color | None = None
    fills: tuple[Color | None, Color | None] = (None, None)


class Theme(Struct, frozen=True):
    """What a theme offers beside its layouts: colours by scheme name, as slides map them.

    Names are those of a slide: `bg1`, `tx1`, `bg2`, `tx2`, `accent1` to `accent6`, `hlink`.
    `table` has the colours of the template's tables, None where they are not known.
    """

    colors: Mapping[str, Color]
    heading_font: str
    body_font: str
    table: TableColors | None = None

    @property
    def offered(self) -> tuple[Color, ...]:
        """The colours that text may have: those for text and backgrounds, then the accents."""
        return tuple(self.colors[name] for name in _OFFERED if name in self.colors)

    def color(self, name: str) -> Color:
        """Return the theme colour of a name, black where the theme lacks it."""
        return self.colors.get(name, Color("000000", name))


class Base(Struct, frozen=True):
    """What a master says of titles and text, for pages that no layout of it provides.

    `free_text` is the style of text boxes that fill no placeholder, nine levels of it, and
    `furniture` the places for footer, date and number.
    """

    title: Slot
    body: Slot
    free_text: tuple[LevelStyle, ...]
    furniture: tuple[Slot, ...] = ()


class Remapped(Struct, frozen=True):
    """Theme and base of a master in the colours of a layout that maps them otherwise.

    `color_map` gives the theme's colour for each of a slide's, as slides on the layout must, too.
    """

    color_map: tuple[tuple[str, str], ...]
    theme: Theme
    base: Base


class Layout(Struct, frozen=True):
    """A slide layout: its name and type in the template, its slots, and what it draws.

    `decoration` holds the boxes of what master and layout draw and text should not cover, `panels`
    all that they draw, bottom to top; `background` is the colour behind the slots as far as it is
    known, and `paint` all colours there, None where nothing is painted. `uses` tells how many of
    the template's own slides are made on it. `remapped` is set where a layout maps the theme's
    colours otherwise than its master. One that is `numbered` draws the number of the slide itself.
    """

    name: str
    part: str
    type: str | None
    master: int
    slots: tuple[Slot, ...]
    background: Color
    decoration: tuple[Rect, ...] = ()
    uses: int = 0
    panels: tuple[Panel, ...] = ()
    remapped: Remapped | None = None
    paint: Paint | None = None
    numbered: bool = False
    alone: bool = False
    """Whether it hides what its master draws."""
    bare: bool = False
    """Whether a slide on it hides what master and layout draw."""

    @property
    def is_painted(self) -> bool:
        """Whether the background shows more than one colour, as far as that is known."""
        return self.paint is not None and len({*chain(*self.paint.cells)}) != 1

    def bared(self) -> "Layout":
        """Return the same, with slides on it that show nothing of it but its background."""
        slots = tuple([replace(slot, background=None) for slot in self.slots])
        return replace(self, slots=slots, panels=(), decoration=(), numbered=False, bare=True)

    def of_role(self, *roles: Role) -> tuple[Slot, ...]:
        """Return the slots that have one of the roles, in the order of the layout."""
        return tuple([slot for slot in self.slots if slot.role in roles])

    def behind(self, slot: Slot) -> Color:
        """Return the colour behind a slot: that of the panel it stands on, or the background."""
        return slot.background or self.background

    def backdrop(self, box: Rect) -> Color:
        """Return the colour behind a box: of the topmost panel under most of it, if it is known."""
        for panel in reversed(self.panels):
            if panel.color is not None and panel.box.intersection(box).area * 2 >= box.area:
                return panel.color
        return self.background

    def shades(self, box: Rect) -> tuple[Color, ...]:
        """Return the darkest and palest colours behind a box; none where not all are known."""
        ground = self.paint
        shades = (self.background,) if ground is None else ground.over(box, (_PAPER,))
        for panel in self.panels:
            common = panel.box.intersection(box)
            if common.area == 0:
                continue
            found = () if panel.paint is None else panel.paint.over(common, shades)
            if panel.paint and found and panel.paint.fills and panel.box.contains(box):
                shades = found
            else:
                shades = (*shades, *found) if shades and found else ()
        return shades

    def first(self, role: Role) -> Slot | None:
        """Return the first slot of a role."""
        found = [slot for slot in self.slots if slot.role is role]
        return found[0] if found else None


class Template(Struct, frozen=True, eq=False, dict=True):
    """A template, read and resolved; one is equal to itself alone, so that choices can be kept.

    `themes` and `bases` have one for each master. `slides` are the template's own, by their parts.
    `language` says which of a theme's fonts East Asian text has.
    `macros` tells that it holds some, `right_to_left` that its masters set text so, `supplied` that
    it had no layouts and was given one, `resized` that its masters were made for other slides.
    `known` is what is `carried` where that was found out before.
    """

    name: str
    slide_size: Size
    layouts: tuple[Layout, ...]
    themes: tuple[Theme, ...]
    bases: tuple[Base, ...]
    package: Package
    presentation: str = "/ppt/presentation.xml"
    table_style: str | None = None
    slides: tuple[str, ...] = ()
    macros: bool = False
    right_to_left: bool = False
    supplied: bool = False
    resized: bool = False
    language: str = "ja"
    known: Carried | None = None

    @cached_property
    def carried(self) -> Carried:
        """What decks have of the template otherwise than it stands there."""
        if self.known is not None:
            return self.known
        from deckgen.template.carry import carried

        return carried(self.package, self.presentation)

    def theme_of(self, layout: Layout) -> Theme:
        """Return the theme of a layout's master, in the colours of the layout."""
        return self.themes[layout.master] if layout.remapped is None else layout.remapped.theme

    def base_of(self, layout: Layout) -> Base:
        """Return what a layout's master says of titles and text, in the colours of the layout."""
        return self.bases[layout.master] if layout.remapped is None else layout.remapped.base
