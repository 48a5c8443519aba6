"""Placed pages -> the bytes of a .pptx: what the template gives, and the slides written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit import presentation, properties
from deckgen.emit.attachments import Attachments
from deckgen.emit.canvas import Canvas, Output
from deckgen.emit.kept import kept_parts
from deckgen.emit.names import PartNames
from deckgen.emit.notes import notes_slide
from deckgen.emit.notes_master import notes_master
from deckgen.emit.relations import OFFICE_DOCUMENT
from deckgen.emit.slides import slide
from deckgen.emit.used import parts_of_used, used_slide
from deckgen.internal import WorkingOn
from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.write import write_package
from deckgen.pages import Picture, single_items
from deckgen.records import Struct
from deckgen.template.kept import kept_relationships, kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.blobs import Blob
    from deckgen.pages import Page, Pages

_SLIDES = "/ppt/slides/slide"
_FIRST = f"{_SLIDES}1.xml"


def emit(pages: Pages) -> Blob:
    """Return the file that shows the pages; the same pages give the same bytes.

    Raises `OSError` where the file of a picture can no longer be read.
    """
    parts = _parts(pages)
    main = Relationship("rId1", OFFICE_DOCUMENT, pages.template.presentation)
    relationships = (main, *properties.property_relationships(2))
    return write_package(Package({part.name: part for part in parts}, relationships))


def _distinct(*parts: Part) -> tuple[Part, ...]:
    """Return parts, each once."""
    return tuple({part.name: part for part in parts}.values())


class _NotesMaster(Struct, frozen=True):
    """The part that notes refer to, and the parts that come with it where it is new."""

    name: str
    parts: tuple[Part, ...] = ()


def _parts(pages: Pages) -> Iterator[Part]:
    """Yield the parts of the file in their order in it."""
    template = pages.template
    document = template.package.parts[template.presentation]
    relationships = kept_relationships(template.package, document)
    copied = (page.copied for page in pages.pages if page.copied is not None)
    kept = _distinct(
        *kept_parts(template.package, relationships, _FIRST),
        *parts_of_used(template.package, copied, _FIRST),
    )
    names = PartNames(part.name for part in (document, *kept))
    slides = tuple(names.next(_SLIDES) for _ in pages.pages)
    master = _notes_master(pages, relationships, names)
    added = master.name if master is not None and master.parts else None
    yield from properties.property_parts(pages)
    yield presentation.presentation(
        document, pages, presentation.Links(relationships, slides, added)
    )
    yield from kept
    if master is not None:
        yield from master.parts
    yield from _slides(pages, slides, master, names)


def _notes_master(
    pages: Pages, relationships: Sequence[Relationship], names: PartNames
) -> _NotesMaster | None:
    """Return the template's notes master, or a new one; none where there are no notes."""
    if not any(page.notes for page in pages.pages):
        return None
    for relationship in relationships:
        if kind(relationship) == "notesMaster":
            return _NotesMaster(relationship.target)
    made = notes_master(_theme(pages.template.package, relationships), names)
    return _NotesMaster(made[0].name, made)


def _theme(package: Package, relationships: Sequence[Relationship]) -> Part | None:
    """Return the theme of the first slide master."""
    masters = (rel.target for rel in relationships if kind(rel) == "slideMaster")
    named = (package.parts[name].target("theme") for name in masters)
    return next((package.parts[name] for name in named if name and name in package.parts), None)


def _slides(
    pages: Pages, slides: Sequence[str], master: _NotesMaster | None, names: PartNames
) -> Iterator[Part]:
    """Yield the slides, each followed by its notes, and then what comes with them."""
    targets = {identifier: slides[index] for identifier, index in pages.targets.items()}
    template = pages.template
    attached = Attachments(names, whole=pages.properties.whole_pictures)
    deck = Output(
        pages.properties.language, targets, attached, template.slide_size, template.table_style
    )
    for page, name in zip(pages.pages, slides, strict=True):
        if page.copied is not None:
            yield used_slide(template.package.parts[page.copied], name, slides[0])
            continue
        theme = template.theme_of(page.layout)
        for picture in _pictures(page):
            attached.picture(picture.file)  # here, since it may be gone, which is foreseen
        with WorkingOn(page.span):
            if not page.notes or master is None:
                yield slide(page, name, None, Canvas(deck, theme))
                continue
            notes = names.next("/ppt/notesSlides/notesSlide")
            yield slide(page, name, notes, Canvas(deck, theme))
            yield notes_slide(page.notes, notes, name, master.name, Canvas(deck, theme))
    yield from attached.parts()


def _pictures(page: Page) -> Iterator[Picture]:
    """Yield the pictures of a page."""
    if page.background is not None and page.background.picture is not None:
        yield page.background.picture
    yield from (item for item in single_items(page.items) if isinstance(item, Picture))
