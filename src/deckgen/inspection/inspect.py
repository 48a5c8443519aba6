"""A template -> its inspection: layouts and slots, choices, fonts, colours, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import contrast
from deckgen.inspection.model import (
    ChoiceSeen,
    ColorSeen,
    FontSeen,
    Inspection,
    LayoutSeen,
    SlotSeen,
)
from deckgen.inspection.problems import problems
from deckgen.template.choose import Choice, choose
from deckgen.template.own import own_slides
from deckgen.template.purposes import Purpose
from deckgen.text.families import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.template.model import Layout, Slot, Template
    from deckgen.text.model import FontSource

ASKED: Final = (
    Purpose.TITLE,
    Purpose.SECTION,
    Purpose.CONTENT,
    Purpose.TWO_CONTENTS,
    Purpose.PICTURES,
    Purpose.TITLE_ONLY,
    Purpose.QUOTE,
    Purpose.CLOSING,
)
"""The kinds of slides that decks have, as `layouts:` in a deck names them."""


def inspect(template: Template, fonts: FontSource) -> Inspection:
    """Return what deckgen sees in a template, on a machine with certain fonts."""
    choices = tuple(_choices(template))
    seen = tuple(FontSeen(family, _known_by(family, fonts)) for family in _families(template))
    layouts = tuple(_layout(layout, kinds_of(layout, template)) for layout in template.layouts)
    return Inspection(
        template=template.name,
        width=_points(template.slide_size.width),
        height=_points(template.slide_size.height),
        masters=len(template.themes),
        layouts=layouts,
        choices=choices,
        slides=tuple(slide.title for slide in own_slides(template)),
        fonts=seen,
        colors=tuple(_colors(template)),
        problems=tuple(problems(template, layouts, choices, seen)),
    )


def key_of(purpose: Purpose) -> str:
    """Return what a deck calls a kind of slide."""
    return purpose.name.lower()


def chosen(template: Template) -> Iterator[tuple[str, Choice]]:
    """Yield each kind of slide that a deck names, and the layout that slides of it stand on."""
    for purpose in ASKED:
        # pictures alone stand on the page as they need, not in the boxes that a layout has for some
        wanted = Purpose.TITLE_ONLY if purpose is Purpose.PICTURES else purpose
        choice = choose(template, wanted)
        if choice is not None:
            yield key_of(purpose), choice


def kinds_of(layout: Layout, template: Template) -> tuple[str, ...]:
    """Return the kinds of slides that stand on a layout; others may have its name."""
    return tuple(kind for kind, choice in chosen(template) if choice.layout.part == layout.part)


def _choices(template: Template) -> Iterator[ChoiceSeen]:
    for kind, choice in chosen(template):
        yield ChoiceSeen(kind, choice.layout.name, not choice.exact)


def _layout(layout: Layout, kinds: tuple[str, ...]) -> LayoutSeen:
    return LayoutSeen(
        name=layout.name,
        type=layout.type or "",
        master=layout.master + 1,
        slides=layout.uses,
        chosen_for=kinds,
        slots=tuple(_slot(slot, layout) for slot in layout.slots),
    )


def _slot(slot: Slot, layout: Layout) -> SlotSeen:
    style, backdrop, box = slot.levels[0], layout.behind(slot), slot.box
    return SlotSeen(
        role=slot.role.value,
        name=slot.name,
        type=slot.placeholder.type or "obj",
        index=slot.placeholder.idx,
        box=(_points(box.x), _points(box.y), _points(box.width), _points(box.height)),
        size=style.size.points,
        latin=style.latin,
        east_asian=style.east_asian,
        color=style.color.rgb,
        background=backdrop.rgb,
        contrast=round(contrast(style.color, backdrop), 1),
    )


def _points(length: int) -> float:
    return round(length / 12_700, 1)


def _families(template: Template) -> tuple[str, ...]:
    """Return the typefaces of all slots, in the order of the layouts."""
    found: dict[str, None] = {}
    for layout in template.layouts:
        for slot in layout.slots:
            for style in slot.levels[:5]:
                found |= dict.fromkeys((style.latin, style.east_asian))
    return tuple(found)


def _known_by(family: str, fonts: FontSource) -> str:
    if table_of(family) is not None:
        return "table"
    found = fonts.find(family, bold=False, italic=False)
    return "stand-in" if found is None else "machine"


def _colors(template: Template) -> Iterator[ColorSeen]:
    for number, theme in enumerate(template.themes, start=1):
        backdrop = theme.color("bg1")
        for name, color in theme.colors.items():
            yield ColorSeen(number, name, color.rgb, round(contrast(color, backdrop), 1))
