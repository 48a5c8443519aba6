"""The parts of a template that a deck keeps -> the same, but for what leads to its own slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import replace
from deckgen.template.kept import SLIDES, kind, reached

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Part, Relationship
    from deckgen.template.model import Template


def kept_parts(
    template: Template, relationships: Iterable[Relationship], first_slide: str
) -> tuple[Part, ...]:
    """Return the parts that relationships lead to, at once or by way of others, unchanged.

    Only what refers to slides of the template is changed: a link in a layout then leads to the
    first slide of the deck, and the settings for views and shows forget about single slides.
    """
    data = template.carried.data
    parts = reached(template.package, relationships)
    return tuple(_without_slides(part, first_slide, data.get(part.name)) for part in parts)


def _without_slides(part: Part, first_slide: str, changed: bytes | None) -> Part:
    if part.content_type.endswith(".presProps+xml"):
        return part if changed is None else replace(part, data=changed, deflated=None)
    if part.content_type.endswith(".viewProps+xml"):
        if changed is None:
            return part
        leads = tuple(rel for rel in part.relationships if kind(rel) not in SLIDES)
        return replace(part, data=changed, deflated=None, relationships=leads, rels=None)
    if not any(kind(relationship) in SLIDES for relationship in part.relationships):
        return part
    relationships = tuple(
        replace(relationship, target=first_slide) if kind(relationship) in SLIDES else relationship
        for relationship in part.relationships
    )
    return replace(part, relationships=relationships, rels=None)
