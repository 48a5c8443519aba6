"""`Pages` -> the files that show them without PowerPoint: .pdf, .png, .svg, .html."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.colors import Color
from deckgen.export.model import ExportedDeck, ExportedFile, ExportedPage, Exports
from deckgen.internal import Outside
from deckgen.pictures.model import BadPictureError
from deckgen.spec.files import reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.compiler import Build
    from deckgen.draw.model import Target
    from deckgen.export.model import ExportChoice
    from deckgen.pages import Pages

PRESENTATION: Final = "pptx"
_BLACK: Final = Color("000000")
_SHEETS: Final = frozenset(("pdf", "png", "svg"))
"""The forms that show sheets of paper."""


def export(build: Build, forms: Sequence[str], choice: ExportChoice) -> Exports:
    """Return the deck in several forms, in all of them or in none."""
    others = tuple(form for form in forms if form != PRESENTATION)
    pages, files, deck = build.pages(), None, None
    if pages is not None and not build.sink.has_errors:
        files = build.exported(pages, others, choice) if others else {}
        if files is not None and PRESENTATION in forms:
            deck = build.written(pages)
    found = build.sink.sorted()
    if pages is None or files is None or any(each.is_error for each in found):
        return Exports({}, None, found, 0)
    return Exports(files, deck, found, len(pages.pages))


def export_pages(
    build: Build, pages: Pages, forms: Sequence[str], choice: ExportChoice
) -> dict[str, tuple[ExportedFile, ...]] | None:
    """Return the files of each form; None where there are none, which is reported."""
    chosen = _chosen(build, pages, choice)
    if not chosen:
        return None
    if pages.properties.dpi is not None:
        from deckgen.stages.reducing import with_reduced  # few decks ask for it

        pages = with_reduced(pages, pages.properties.dpi)
    deck = _deck(build, pages, chosen)
    if deck is None:
        return None
    try:
        sheets = _sheets(pages, deck, chosen, choice) if _SHEETS.intersection(forms) else deck
        return {
            form: tuple(_files(build, form, sheets if form in _SHEETS else deck, choice))
            for form in forms
        }
    except (OSError, BadPictureError) as error:
        why = reason(error) if isinstance(error, OSError) else f"a picture {error}"
        message = f"a font or a picture can no longer be read: {why}"
        build.sink.report(codes.FILE_UNREADABLE, None, message)
        return None


def _chosen(build: Build, pages: Pages, choice: ExportChoice) -> tuple[int, ...]:
    """Return the indexes of the pages that are meant; reports numbers that there are not."""
    count = len(pages.pages)
    if not choice.slides:
        shown = tuple(index for index, page in enumerate(pages.pages) if not page.hidden)
        return shown or tuple(range(count))
    found: set[int] = set()
    for first, last in choice.slides:
        start, stop = first or 1, count if last is None else last
        if max(start, stop) > count:
            wanted = _range(first, last)
            message = f"there is no slide {wanted}" if first == last else f"no slides {wanted}"
            hints = (f"the deck has {count} slide{'' if count == 1 else 's'}",)
            build.sink.report(codes.NO_SUCH_SLIDES, None, message, hints=hints)
            return ()
        found.update(range(start - 1, stop))
    return tuple(sorted(found))


def _range(first: int | None, last: int | None) -> str:
    return str(first) if first == last else f"{first or ''}-{last or ''}"


def _deck(build: Build, pages: Pages, chosen: Sequence[int]) -> ExportedDeck | None:
    """Return the drawings of some pages, with links that lead to where these are."""
    from deckgen.export.links import relinked

    drawn = build.drawings(pages)
    if drawn is None:
        return None
    places = {index: place for place, index in enumerate(chosen)}
    told = pages.properties
    shown = tuple(
        relinked(ExportedPage(drawn.pages[index], index + 1, page.section, page.notes), places.get)
        for index, page in ((index, pages.pages[index]) for index in chosen)
    )
    return ExportedDeck(shown, told.title, told.author, told.subject, told.keywords, told.language)


def _sheets(
    pages: Pages, deck: ExportedDeck, chosen: Sequence[int], choice: ExportChoice
) -> ExportedDeck:
    """Return the sheets of paper that show a deck, where these are wished."""
    if not (choice.handout or choice.notes):
        return deck
    from deckgen.draw.faces import Faces
    from deckgen.export.sheets.handout import handout
    from deckgen.export.sheets.notes import notes_pages
    from deckgen.export.sheets.speech import Speech
    from deckgen.text.machine import MachineFonts
    from deckgen.text.typesetter import Typesetter

    fonts, layout = MachineFonts(), pages.pages[0].layout
    style = pages.template.base_of(layout).free_text[0]
    link = pages.template.theme_of(layout).color("hlink")
    places = {index: place for place, index in enumerate(chosen)}
    leads = {name: places[at] for name, at in pages.targets.items() if at in places}
    speech = Speech(style, (_BLACK, link), Typesetter(fonts), Faces(fonts), leads)
    if choice.handout:
        return handout(deck, choice.handout, choice.paper, speech)
    return notes_pages(deck, choice.paper, speech)


def _files(
    build: Build, form: str, deck: ExportedDeck, choice: ExportChoice
) -> Iterator[ExportedFile]:
    """Yield the files of a form."""
    if form == "pdf":
        from deckgen.export.pdf.document import pdf_of

        yield ExportedFile(pdf_of(deck))
    elif form == "html":
        from deckgen.export.html.document import html_of

        yield ExportedFile(html_of(deck).encode())
    elif form == "svg":
        yield from _drawings(deck, choice)
    else:
        yield from _pictures(build, deck, choice.scale)


def _drawings(deck: ExportedDeck, choice: ExportChoice) -> Iterator[ExportedFile]:
    """Yield a drawing of each page; they lead to each other if it is known what they are called."""
    from urllib.parse import quote

    from deckgen.draw.addresses import address_of
    from deckgen.draw.svg import SvgOptions, svg
    from deckgen.export.glyphs import OpenFaces
    from deckgen.export.outlined import embeddable

    largest = max((page.number for page in deck.pages), default=0)

    def leads(target: Target) -> str:
        if target.page is None:
            return address_of(target)
        if choice.called is None or len(deck.pages) == 1:
            return ""
        return quote(choice.called(deck.pages[target.page].number, largest))

    options, faces = SvgOptions(sources=False, leads=leads), OpenFaces()
    for page in deck.pages:
        drawing = embeddable(page.drawing, faces)
        yield ExportedFile(svg(drawing, options).encode(), page.number)


def _pictures(build: Build, deck: ExportedDeck, scale: float) -> Iterator[ExportedFile]:
    from deckgen.export.glyphs import OpenFaces
    from deckgen.export.raster import png_of

    faces = OpenFaces()
    for done, page in enumerate(deck.pages):
        if build.options.progress is not None:
            with Outside():
                build.options.progress("draw", done, len(deck.pages))
        yield ExportedFile(png_of(page.drawing, scale, faces), page.number)
