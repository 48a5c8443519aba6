"""A template -> the slides that it carries itself: their titles, and the one that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.opc.xml import child, parse
from deckgen.records import Struct
from deckgen.template.purposes import plain
from deckgen.template.shapes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.xml import Element
    from deckgen.template.model import Layout, Template

_TITLES = frozenset(("title", "ctrTitle"))


class OwnSlide(Struct, frozen=True):
    """A slide of the template: its part, its title, empty where it has none, and its layout."""

    part: str
    title: str
    layout: Layout


def own_slides(template: Template) -> Iterator[OwnSlide]:
    """Yield the slides that a template carries, in the order of its show."""
    layouts = {layout.part: layout for layout in template.layouts}
    for name in template.slides:
        part = template.package.parts[name]
        layout = layouts.get(part.target("slideLayout") or "")
        if layout is not None:
            yield OwnSlide(name, _title(parse(part.data, part.name)), layout)


def find_own(template: Template, wanted: str) -> OwnSlide | None:
    """Return the slide of a number (`slide 3`, `3`) or of a title, None where there is none."""
    slides = tuple(own_slides(template))
    number = wanted.strip().casefold().removeprefix("slide").strip()
    if number.isdecimal() and number.isascii():
        return slides[int(number) - 1] if 0 < int(number) <= len(slides) else None
    return next((slide for slide in slides if plain(slide.title) == plain(wanted)), None)


def _title(slide: Element) -> str:
    for shape in walk(child(slide, "p:cSld", "p:spTree")):
        if shape.placeholder is not None and shape.placeholder.type in _TITLES and shape.text:
            return " ".join(shape.text.split())
    return ""
