"""Placed pages -> the bytes of a .pptx: what the template gives, and the slides written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit import presentation, properties
from deckgen.emit.at_once import WrittenPage
from deckgen.emit.attachments import Attachments
from deckgen.emit.canvas import Canvas, Output
from deckgen.emit.kept import kept_parts
from deckgen.emit.names import PartNames
from deckgen.emit.relations import OFFICE_DOCUMENT
from deckgen.emit.slides import NotesNames, page_parts
from deckgen.internal import WorkingOn
from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.write import write_package
from deckgen.pages import Picture, single_items
from deckgen.records import Struct
from deckgen.template.kept import kept_relationships, kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.blobs import Blob
    from deckgen.emit.memory import EmitMemory
    from deckgen.pages import Page, Pages

_SLIDES = "/ppt/slides/slide"
_FIRST = f"{_SLIDES}1.xml"


def emit(pages: Pages, memory: EmitMemory | None = None) -> Blob:
    """Return the file that shows the pages; the same pages give the same bytes.

    What a memory has of pages that were written before is not written again. Raises `OSError` where
    the file of a picture can no longer be read.
    """
    parts = _parts(pages, memory)
    main = Relationship("rId1", OFFICE_DOCUMENT, pages.template.presentation)
    relationships = (main, *properties.property_relationships(2))
    package = Package({part.name: part for part in parts}, relationships)
    return write_package(package, None if memory is None else memory.packer())


def _distinct(*parts: Part) -> tuple[Part, ...]:
    """Return parts, each once."""
    return tuple({part.name: part for part in parts}.values())


class _NotesMaster(Struct, frozen=True):
    """The part that notes refer to, and the parts that come with it where it is new."""

    name: str
    parts: tuple[Part, ...] = ()


def _parts(pages: Pages, memory: EmitMemory | None) -> Iterator[Part]:
    """Yield the parts of the file in their order in it."""
    template = pages.template
    document = template.package.parts[template.presentation]
    relationships = kept_relationships(template.package, document)
    copied = [page.copied for page in pages.pages if page.copied is not None]
    kept = kept_parts(template, relationships, _FIRST)
    if copied:
        from deckgen.emit.used import parts_of_used  # few decks have slides of their template

        kept = _distinct(*kept, *parts_of_used(template, copied, _FIRST))
    names = PartNames(part.name for part in (document, *kept))
    slides = tuple([names.next(_SLIDES) for _ in pages.pages])
    noted = [page for page in pages.pages if page.notes]
    master = _notes_master(template.package, relationships, names) if noted else None
    added = master.name if master is not None and master.parts else None
    hidden = sum(page.hidden for page in pages.pages)
    counts = properties.PageCounts(len(slides), len(noted), hidden)
    yield from properties.property_parts(pages.properties, counts)
    named, language = [page.section for page in pages.pages], pages.properties.language
    links = presentation.Links(relationships, slides, added)
    yield presentation.presentation(document, template.carried.outline, named, language, links)
    yield from kept
    if master is not None:
        yield from master.parts
    attached = Attachments(
        names,
        whole=pages.properties.whole_pictures,
        contents=None if memory is None else memory.contents(),
    )
    targets = {identifier: slides[index] for identifier, index in pages.targets.items()}
    deck = Output(
        pages.properties.language, targets, attached, template.slide_size, template.table_style
    )
    yield from _slides(pages, slides, master, deck, memory)
    yield from attached.parts()


def _notes_master(
    package: Package, relationships: Sequence[Relationship], names: PartNames
) -> _NotesMaster:
    """Return the template's notes master, or a new one."""
    for relationship in relationships:
        if kind(relationship) == "notesMaster":
            return _NotesMaster(relationship.target)
    from deckgen.emit.notes_master import notes_master  # most templates have one

    made = notes_master(_theme(package, relationships), names)
    return _NotesMaster(made[0].name, made)


def _theme(package: Package, relationships: Sequence[Relationship]) -> Part | None:
    """Return the theme of the first slide master."""
    masters = (rel.target for rel in relationships if kind(rel) == "slideMaster")
    named = (package.parts[name].target("theme") for name in masters)
    return next((package.parts[name] for name in named if name and name in package.parts), None)


def _slides(
    pages: Pages,
    slides: Sequence[str],
    master: _NotesMaster | None,
    deck: Output,
    memory: EmitMemory | None,
) -> Iterator[Part]:
    """Yield the slides, each followed by its notes."""
    template, attached = pages.template, deck.attachments
    for page, name in zip(pages.pages, slides, strict=True):
        if isinstance(page, WrittenPage):
            yield page.named(name, deck.slides)
            continue
        if page.copied is not None:
            from deckgen.emit.used import used_slide

            yield used_slide(template.package.parts[page.copied], name, slides[0])
            continue
        for picture in _pictures(page):
            attached.picture(picture.file)  # here, since it may be gone, which is foreseen
        with WorkingOn(page.span):
            notes = None
            if page.notes and master is not None:
                notes = NotesNames(attached.names.next("/ppt/notesSlides/notesSlide"), master.name)
            canvas = Canvas(deck, template.theme_of(page.layout))
            if memory is None:
                yield from page_parts(page, name, notes, canvas)
            else:
                yield from memory.page_parts(page, name, notes, canvas)


def _pictures(page: Page) -> Iterator[Picture]:
    """Yield the pictures of a page."""
    if page.background is not None and page.background.picture is not None:
        yield page.background.picture
    yield from (item for item in single_items(page.items) if isinstance(item, Picture))
