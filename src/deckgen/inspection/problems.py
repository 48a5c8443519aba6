"""A template and what was found in it -> sentences on what its designers should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.typeset.fitting import TITLE_LEAD
from deckgen.legibility import needed
from deckgen.template.active import told_of
from deckgen.template.model import Role
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.inspection.model import ChoiceSeen, FontSeen, LayoutSeen
    from deckgen.template.model import Template

_FOOTERS: Final = {Role.FOOTER: "a footer", Role.DATE: "a date", Role.NUMBER: "a slide number"}
_READ: Final = frozenset((Role.TITLE.value, Role.SUBTITLE.value, Role.BODY.value))


def problems(
    template: Template,
    layouts: tuple[LayoutSeen, ...],
    choices: tuple[ChoiceSeen, ...],
    fonts: tuple[FontSeen, ...],
) -> Iterator[str]:
    """Yield what is wrong with a template, or what it lacks, the gravest first."""
    yield from _of_template(template)
    for choice in choices:
        if choice.composed:
            kind = choice.kind.replace("_", " ")
            yield f"no layout for {kind}: slides are composed on `{choice.layout}`"
    for told in told_of(template, template.slides):
        yield f"it {told}"
    yield from _ambiguous(template)
    content = next((choice.layout for choice in choices if choice.kind == "content"), None)
    main = next((layout for layout in layouts if layout.name == content), None)
    if main is not None:
        yield from _of_content(main, template)
    for layout in layouts:
        yield from _of_layout(layout)
    for font in fonts:
        if font.known_by == "stand-in":
            yield f"`{font.family}` is not known here; text is measured with a stand-in"


def _of_template(template: Template) -> Iterator[str]:
    if template.supplied:
        yield "it has no layouts; one is added to its first master"
    if template.macros:
        yield "it holds macros, which decks do not take over"
    if template.resized:
        yield "its masters were made for slides of another size; their places are fitted to these"
    if template.right_to_left:
        yield "its text runs from right to left; slides are arranged from left to right"


def _ambiguous(template: Template) -> Iterator[str]:
    for layout in template.layouts:
        if any(slot.explicit for slot in layout.slots):
            yield f"`{layout.name}` has placeholders that renderers cannot tell apart"


def _of_content(layout: LayoutSeen, template: Template) -> Iterator[str]:
    """Yield what the layout for content has no place for, and what its slides do not show."""
    roles = {slot.role for slot in layout.slots}
    lacking = [name for role, name in _FOOTERS.items() if role.value not in roles]
    if lacking:
        listed = " and ".join((", ".join(lacking[:-1]), lacking[-1]) if lacking[1:] else lacking)
        yield f"`{layout.name}` has no place for {listed}; what a deck has stands along its foot"
    drawn = next(one for one in template.layouts if one.name == layout.name)
    if not drawn.panels and not drawn.is_painted and _show_pictures(template):
        yield (
            f"`{layout.name}` draws nothing, but the template's own slides show pictures: what "
            "every slide is to show belongs on the layout or its master"
        )


def _show_pictures(template: Template) -> bool:
    """Tell whether most of the template's own slides have a picture."""
    slides = [template.package.parts[name] for name in template.slides]
    with_picture = sum(slide.target("image") is not None for slide in slides)
    return with_picture * 2 > len(slides)


def _of_layout(layout: LayoutSeen) -> Iterator[str]:
    for slot in layout.slots:
        least = needed(Centipoints(round(slot.size * 100)))
        if slot.role in _READ and slot.contrast < least:
            yield (
                f"`{layout.name}`: the {slot.role} has a contrast of {slot.contrast:g}, "
                f"#{slot.color} on #{slot.background}; text may have another colour there"
            )
    titles = [slot.size for slot in layout.slots if slot.role == Role.TITLE.value]
    bodies = [slot.size for slot in layout.slots if slot.role == Role.BODY.value]
    if titles and bodies and titles[0] < max(bodies) * TITLE_LEAD:
        yield (
            f"`{layout.name}`: the title, {titles[0]:g} pt, hardly leads the body, "
            f"{max(bodies):g} pt; it is set larger, or the body smaller"
        )
