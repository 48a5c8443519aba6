"""The parts of a template that go into every deck made on it.

What is kept is what can be reached from the presentation by relationships of certain kinds. The
template's own slides, with their notes and comments, its macros, custom shows, printer settings and
custom data are not among it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from deckgen.opc.xml import parse, qn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Package, Part, Relationship

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

    Only a part that refers to a slide of the template is changed: a link in a layout then leads to
    the first slide of the deck, and the view settings forget which slides were unfolded.
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
    if not any(kind(relationship) in _SLIDES for relationship in part.relationships):
        return part
    if part.content_type.endswith(".viewProps+xml"):
        return _unfolded(part)
    relationships = tuple(
        replace(relationship, target=first_slide) if kind(relationship) in _SLIDES else relationship
        for relationship in part.relationships
    )
    return replace(part, relationships=relationships, rels=None)


def _showing_all(part: Part) -> Part:
    """Return presentation properties that show all slides, not a range or a custom show."""
    if b"sldRg" not in part.data and b"custShow" not in part.data:
        return part
    root = parse(part.data)
    for chosen in [*root.iter(qn("p:sldRg"), qn("p:custShow"))]:
        parent = chosen.getparent()
        if parent is not None:
            parent.replace(chosen, etree.Element(qn("p:sldAll")))
    return _with(part, etree.tostring(root, encoding="UTF-8", standalone=True))


def _unfolded(part: Part) -> Part:
    root = parse(part.data)
    for listed in [*root.iter(qn("p:sldLst"))]:
        parent = listed.getparent()
        if parent is not None:
            parent.remove(listed)
    rest = tuple(rel for rel in part.relationships if kind(rel) not in _SLIDES)
    data = etree.tostring(root, encoding="UTF-8", standalone=True)
    return replace(_with(part, data), relationships=rest, rels=None)


def _with(part: Part, data: bytes) -> Part:
    return replace(part, data=data, deflated=None)
