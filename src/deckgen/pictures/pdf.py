"""A page of a PDF document -> a PNG of it."""

from __future__ import annotations

from io import BytesIO

from deckgen.pictures.converted import LONG_SIDE
from deckgen.pictures.model import BadPictureError


def rendered(data: bytes, number: int) -> bytes:
    """Return a page of a document, the first being 1.

    Raises `BadPictureError` where it cannot be read, or has no such page.
    """
    try:
        import pypdfium2
    except ImportError:
        message = "is a PDF document: install `deckgen-pptx[pdf]` to show its pages"
        raise BadPictureError(message) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise BadPictureError("is locked, or damaged") from None
    try:
        count = len(document)
        if number > count:
            pages = "one page" if count == 1 else f"{count} pages"
            raise BadPictureError(f"has {pages}, and no page {number}")
        page = document[number - 1]
        scale = LONG_SIDE / max(1.0, *page.get_size())
        out = BytesIO()
        page.render(scale=scale).to_pil().convert("RGB").save(out, "PNG")
    except pypdfium2.PdfiumError:
        raise BadPictureError("is damaged") from None
    finally:
        document.close()
    return out.getvalue()
