"""The outline of a template's presentation part -> that of a deck, with its lists."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from deckgen.emit.relations import NOTES_MASTER, SLIDE
from deckgen.emit.sections import section_list
from deckgen.emit.xml import encode
from deckgen.opc.package import Part, Relationship
from deckgen.records import Struct, replace
from deckgen.template.kept import kind
from deckgen.template.outline import NOTES, SECTIONS, SLIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.template.outline import PresentationOutline

_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_FIRST_SLIDE_ID: Final = 256
"""The least that a slide's id may be (ECMA-376-1, 19.7.13)."""


class Links(Struct, frozen=True):
    """Where the presentation part leads: what it keeps, its slides, and a new notes master."""

    kept: tuple[Relationship, ...]
    slides: tuple[str, ...]
    notes_master: str | None


def presentation(
    template: Part,
    outline: PresentationOutline,
    named: Sequence[str | None],
    language: str,
    links: Links,
) -> Part:
    """Return the presentation part for pages in named sections, otherwise as the template has it.

    A page in no section has no name. `language` is that of the deck.
    """
    ids = _free_ids(links.kept)
    slides = tuple(Relationship(next(ids), SLIDE, name) for name in links.slides)
    added: tuple[Relationship, ...] = ()
    if links.notes_master is not None:
        added = (Relationship(next(ids), NOTES_MASTER, links.notes_master),)
    relationships = (*links.kept, *added, *slides)
    numbers = range(_FIRST_SLIDE_ID, _FIRST_SLIDE_ID + len(slides))
    lists = {
        NOTES: _notes_list(outline.notes, relationships),
        SLIDES: _slide_list(outline.slides, slides, numbers),
        SECTIONS: section_list(outline.sections, named, numbers, language),
    }
    first, *others = outline.pieces
    filled = (lists[place] + piece for place, piece in zip(outline.places, others, strict=True))
    return replace(
        template,
        content_type=_TYPE,
        data=encode("".join((first, *filled))),
        relationships=relationships,
        rels=None,
        deflated=None,
    )


def _free_ids(taken: Iterable[Relationship]) -> Iterator[str]:
    used = {relationship.id for relationship in taken}
    return (name for number in count(1) if (name := f"rId{number}") not in used)


def _notes_list(texts: Sequence[str], relationships: Iterable[Relationship]) -> str:
    """Return the list of the notes master, nothing where there is none or it is listed."""
    master = next((rel.id for rel in relationships if kind(rel) == "notesMaster"), None)
    return "" if master is None else master.join(texts)


def _slide_list(
    texts: Sequence[str], slides: Sequence[Relationship], numbers: Sequence[int]
) -> str:
    if not slides:
        return ""
    before, start, between, end, after = texts
    listed = (
        f"{start}{number}{between}{slide.id}{end}"
        for slide, number in zip(slides, numbers, strict=True)
    )
    return f"{before}{''.join(listed)}{after}"
