"""The parts of a template that go into every deck made on it.

What is kept is what can be reached from the presentation by relationships of certain kinds. The
template's own slides, with their notes and comments, its macros, custom shows, printer settings and
custom data are not among it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.write import serialize
from deckgen.opc.xml import parse, qn
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Package, Part, Relationship
    from deckgen.opc.xml import Element

_KINDS: Final = frozenset(
    (
        "slideMaster",
        "theme",
        "notesMaster",
        "handoutMaster",
        "presProps",
        "viewProps",
        "tableStyles",
        "font",
    )
)
_SLIDES: Final = frozenset(("slide", "notesSlide"))
_NORMAL_VIEWS: Final = (None, "sldView", "sldThumbnailView")


def kind(relationship: Relationship) -> str:
    """Return the last step of a relationship's type."""
    return relationship.type.rpartition("/")[2]


def kept_relationships(package: Package, presentation: Part) -> tuple[Relationship, ...]:
    """Return the relationships of the presentation that a deck keeps."""
    return tuple(
        relationship
        for relationship in presentation.relationships
        if kind(relationship) in _KINDS
        and not relationship.external
        and relationship.target in package.parts
    )


def kept_parts(
    package: Package, relationships: Iterable[Relationship], first_slide: str
) -> tuple[Part, ...]:
    """Return the parts that relationships lead to, at once or by way of others, unchanged.

    Only what refers to slides of the template is changed: a link in a layout then leads to the
    first slide of the deck, and the settings for views and shows forget about single slides.
    """
    reached: dict[str, Part] = {}
    waiting = [relationship.target for relationship in relationships]
    for name in waiting:
        part = package.parts.get(name)
        if part is None or name in reached:
            continue
        reached[name] = part
        waiting += (
            relationship.target
            for relationship in part.relationships
            if not relationship.external and kind(relationship) not in _SLIDES
        )
    return tuple(_without_slides(part, first_slide) for part in reached.values())


def _without_slides(part: Part, first_slide: str) -> Part:
    if part.content_type.endswith(".presProps+xml"):
        return _showing_all(part)
    if part.content_type.endswith(".viewProps+xml"):
        return _in_normal_view(part)
    if not any(kind(relationship) in _SLIDES for relationship in part.relationships):
        return part
    relationships = tuple(
        replace(relationship, target=first_slide) if kind(relationship) in _SLIDES else relationship
        for relationship in part.relationships
    )
    return replace(part, relationships=relationships, rels=None)


def _showing_all(part: Part) -> Part:
    """Return presentation properties with which all slides are shown, not a range of them."""
    if b"sldRg" not in part.data and b"custShow" not in part.data:
        return part
    root = parse(part.data)
    for chosen in [*root.iter(qn("p:sldRg"), qn("p:custShow"))]:
        parent = chosen.getparent()
        if parent is not None:
            parent.replace(chosen, root.makeelement(qn("p:sldAll")))
    return _with(part, root)


def _in_normal_view(part: Part) -> Part:
    """Return view properties with which a deck opens on its slides, all folded.

    Templates are often saved while their masters are shown, and would open there.
    """
    leads = tuple(rel for rel in part.relationships if kind(rel) not in _SLIDES)
    if b"lastView" not in part.data and leads == part.relationships:
        return part
    root = parse(part.data)
    if root.get("lastView") not in _NORMAL_VIEWS:
        del root.attrib["lastView"]
    for listed in [*root.iter(qn("p:sldLst"))]:
        parent = listed.getparent()
        if parent is not None:
            parent.remove(listed)
    return replace(_with(part, root), relationships=leads, rels=None)


def _with(part: Part, root: Element) -> Part:
    return replace(part, data=serialize(root), deflated=None)
