"""A template -> the parts of it that go into every deck made on it, or with its slides.

What is kept is what can be reached from the presentation by relationships of certain kinds. The
template's own slides, with their notes and comments, its macros, custom shows, printer settings and
custom data are not among it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Package, Part, Relationship
    from deckgen.template.model import Template

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
SLIDES: Final = frozenset(("slide", "notesSlide"))
LEFT_OF_SLIDES: Final = frozenset(("notesSlide", "comments", "slideUpdateInfo"))
"""What hangs on a slide without being named in it, and belongs to the template's own show."""


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


def reached(package: Package, relationships: Iterable[Relationship]) -> tuple[Part, ...]:
    """Return the parts that relationships lead to, at once or by way of others; no slides."""
    found: dict[str, Part] = {}
    waiting = [relationship.target for relationship in relationships]
    for name in waiting:
        part = package.parts.get(name)
        if part is None or name in found:
            continue
        found[name] = part
        waiting += (
            relationship.target
            for relationship in part.relationships
            if not relationship.external and kind(relationship) not in SLIDES
        )
    return tuple(found.values())


def parts_of_decks(template: Template, slides: Iterable[str] = ()) -> tuple[Part, ...]:
    """Return the parts that decks on a template have of it, if they use some of its `slides`."""
    package = template.package
    kept = kept_relationships(package, package.parts[template.presentation])
    own = tuple(package.parts[name] for name in slides)
    leads = (
        relationship
        for slide in own
        for relationship in slide.relationships
        if not relationship.external and kind(relationship) not in SLIDES | LEFT_OF_SLIDES
    )
    return tuple({part.name: part for part in (*own, *reached(package, (*kept, *leads)))}.values())
