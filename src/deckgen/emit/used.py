"""Slides of the template that a deck shows as they are -> their parts, and what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit.kept import kept_parts
from deckgen.records import replace
from deckgen.template.kept import LEFT_OF_SLIDES, kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.opc.package import Part, Relationship
    from deckgen.template.model import Template


def used_slide(original: Part, name: str, first_slide: str) -> Part:
    """Return a slide of the template as a part of the deck; links to its other slides lead home."""
    return replace(
        original, name=name, relationships=tuple(_kept(original, first_slide)), rels=None
    )


def parts_of_used(template: Template, names: Iterable[str], first_slide: str) -> tuple[Part, ...]:
    """Return what slides of the template lead to: media, charts, tags, layouts."""
    leads = (
        relationship
        for name in names
        for relationship in _kept(template.package.parts[name], first_slide)
        if not relationship.external and kind(relationship) != "slide"
    )
    return kept_parts(template, leads, first_slide)


def _kept(original: Part, first_slide: str) -> Iterator[Relationship]:
    for relationship in original.relationships:
        if kind(relationship) in LEFT_OF_SLIDES:
            continue
        if kind(relationship) == "slide":
            yield replace(relationship, target=first_slide)
        else:
            yield relationship
