"""The parts of a template that a deck keeps -> the same, but for what leads to its own slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.write import serialize
from deckgen.opc.xml import parse, qn
from deckgen.records import replace
from deckgen.template.kept import SLIDES, kind, reached

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Package, Part, Relationship
    from deckgen.opc.xml import Element

_NORMAL_VIEWS: Final = (None, "sldView", "sldThumbnailView")


def kept_parts(
    package: Package, relationships: Iterable[Relationship], first_slide: str
) -> tuple[Part, ...]:
    """Return the parts that relationships lead to, at once or by way of others, unchanged.

    Only what refers to slides of the template is changed: a link in a layout then leads to the
    first slide of the deck, and the settings for views and shows forget about single slides.
    """
    return tuple(_without_slides(part, first_slide) for part in reached(package, relationships))


def _without_slides(part: Part, first_slide: str) -> Part:
    if part.content_type.endswith(".presProps+xml"):
        return _showing_all(part)
    if part.content_type.endswith(".viewProps+xml"):
        return _in_normal_view(part)
    if not any(kind(relationship) in SLIDES for relationship in part.relationships):
        return part
    relationships = tuple(
        replace(relationship, target=first_slide) if kind(relationship) in SLIDES else relationship
        for relationship in part.relationships
    )
    return replace(part, relationships=relationships, rels=None)


def _showing_all(part: Part) -> Part:
    """Return presentation properties with which all slides are shown, not a range of them."""
    if b"sldRg" not in part.data and b"custShow" not in part.data:
        return part
    root = parse(part.data, part.name)
    for chosen in [*root.iter(qn("p:sldRg"), qn("p:custShow"))]:
        parent = chosen.getparent()
        if parent is not None:
            parent.replace(chosen, root.makeelement(qn("p:sldAll")))
    return _with(part, root)


def _in_normal_view(part: Part) -> Part:
    """Return view properties with which a deck opens on its slides, all folded.

    Templates are often saved while their masters are shown, and would open there.
    """
    leads = tuple(rel for rel in part.relationships if kind(rel) not in SLIDES)
    if b"lastView" not in part.data and leads == part.relationships:
        return part
    root = parse(part.data, part.name)
    if root.get("lastView") not in _NORMAL_VIEWS:
        del root.attrib["lastView"]
    for listed in [*root.iter(qn("p:sldLst"))]:
        parent = listed.getparent()
        if parent is not None:
            parent.remove(listed)
    return replace(_with(part, root), relationships=leads, rels=None)


def _with(part: Part, root: Element) -> Part:
    return replace(part, data=serialize(root), deflated=None)
