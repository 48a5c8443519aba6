"""A template and what was found in it -> sentences on what its designers should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.legibility import needed
from deckgen.template.active import told_of
from deckgen.template.model import Role
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.inspection.model import ChoiceSeen, FontSeen, LayoutSeen
    from deckgen.template.model import Template

_READ: Final = frozenset((Role.TITLE.value, Role.SUBTITLE.value, Role.BODY.value))


def problems(
    template: Template,
    layouts: tuple[LayoutSeen, ...],
    choices: tuple[ChoiceSeen, ...],
    fonts: tuple[FontSeen, ...],
) -> Iterator[str]:
    """Yield what is wrong with a template, or what it lacks, the gravest first."""
    if template.supplied:
        yield "it has no layouts; one is added to its first master"
    for choice in choices:
        if choice.composed:
            kind = choice.kind.replace("_", " ")
            yield f"no layout for {kind}: slides are composed on `{choice.layout}`"
    if template.macros:
        yield "it holds macros, which decks do not take over"
    for told in told_of(template, template.slides):
        yield f"it {told}"
    yield from _ambiguous(template)
    for layout in layouts:
        yield from _of_layout(layout)
    for font in fonts:
        if font.known_by == "stand-in":
            yield f"`{font.family}` is not known here; text is measured with a stand-in"


def _ambiguous(template: Template) -> Iterator[str]:
    for layout in template.layouts:
        if any(slot.explicit for slot in layout.slots):
            yield f"`{layout.name}` has placeholders that renderers cannot tell apart"


def _of_layout(layout: LayoutSeen) -> Iterator[str]:
    for slot in layout.slots:
        least = needed(Centipoints(round(slot.size * 100)))
        if slot.role in _READ and slot.contrast < least:
            yield (
                f"`{layout.name}`: the {slot.role} has a contrast of {slot.contrast:g}, "
                f"#{slot.color} on #{slot.background}; text has another colour there"
            )
    titles = [slot.size for slot in layout.slots if slot.role == Role.TITLE.value]
    bodies = [slot.size for slot in layout.slots if slot.role == Role.BODY.value]
    if titles and bodies and titles[0] <= max(bodies):
        yield f"`{layout.name}`: the title, {titles[0]:g} pt, is no larger than the body"
