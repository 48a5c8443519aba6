"""The pages of a deck -> a PDF file: text as text, links, an outline, tags as PDF/UA-1 asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.export.glyphs import OpenFaces
from deckgen.export.pdf.fonts import ShownText, UsedFonts
from deckgen.export.pdf.metadata import information, xmp
from deckgen.export.pdf.objects import File, array, references, text
from deckgen.export.pdf.outline import title_of, write_outline
from deckgen.export.pdf.painter import PagePainter
from deckgen.export.pdf.paints import Resources
from deckgen.export.pdf.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.export.model import ExportedDeck
    from deckgen.export.pdf.objects import Object


def pdf_of(deck: ExportedDeck) -> bytes:
    """Return the file. Raises `OSError` where a font or a picture is no longer there.

    A page is shown as it is when all its steps have been.
    """
    file, structure = File(), Structure()
    fonts, resources = UsedFonts(OpenFaces()), Resources(file)
    painter = PagePainter(resources, fonts, structure)
    painted = [
        painter.paint(page.drawing, structure.root.child("Sect", T=text(title_of(page))))
        for page in deck.pages
    ]
    shared = resources.written(fonts.write(file))
    pages: list[Object] = []
    for at, (page, (content, links)) in enumerate(zip(deck.pages, painted, strict=True)):
        made = file.add_page(
            MediaBox=array(0, 0, page.drawing.width, page.drawing.height).decode(),
            Resources=shared.reference,
            Contents=file.add_packed(_joined(content)).reference,
            Group="<</S/Transparency/CS/DeviceRGB>>",
            StructParents=structure.parents_of(at),
            Tabs="/S",
        )
        if links:
            made["Annots"] = references(annotation for _, annotation in links)
        pages.append(made)
    for _, links in painted:
        for group, annotation in links:
            if group.link is not None and group.link.page is not None:
                place = pages[group.link.page].reference
                annotation["Dest"] = b"[" + place + b"/Fit]"
    _finish(file, deck, structure, pages)
    return file.written()


def _joined(content: Sequence[bytes | ShownText]) -> bytes:
    return b"\n".join(part.written() if isinstance(part, ShownText) else part for part in content)


def _finish(file: File, deck: ExportedDeck, structure: Structure, pages: Sequence[Object]) -> None:
    file.catalog["Lang"] = text(deck.language or "und")
    file.catalog["MarkInfo"] = "<</Marked true>>"
    file.catalog["ViewerPreferences"] = "<</DisplayDocTitle true>>"
    file.catalog["StructTreeRoot"] = structure.write(file, pages).reference
    file.catalog["Outlines"] = write_outline(file, deck.pages, pages).reference
    file.catalog["PageLabels"] = _labels([page.number for page in deck.pages])
    packet = file.add_stream(xmp(deck), Type="/Metadata", Subtype="/XML")
    file.catalog["Metadata"] = packet.reference
    file.info.update(information(deck))


def _labels(numbers: Sequence[int]) -> str:
    """Return what each page is numbered as where readers tell it: as in the whole deck."""
    starts = [
        (at, number) for at, number in enumerate(numbers) if not at or number != numbers[at - 1] + 1
    ]
    return f"<</Nums [{' '.join(f'{at} <</S/D/St {number}>>' for at, number in starts)}]>>"
