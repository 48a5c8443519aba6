"""`Pages` -> the file that shows them, with pictures that are still where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.emit import emit
from deckgen.spec.files import reason

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.compiler import Build
    from deckgen.pages import Pages


def write_pages(build: Build, pages: Pages) -> Blob | None:
    """Return the file, or None where a picture is no longer there, which is reported."""
    if pages.properties.dpi is not None:
        from deckgen.stages.reducing import with_reduced  # few decks ask for it

        pages = with_reduced(pages, pages.properties.dpi)
    try:
        return emit(pages, None if build.memory is None else build.memory.writing)
    except OSError as error:
        message = f"a picture can no longer be read: {reason(error)}"
        build.sink.report(codes.FILE_UNREADABLE, None, message)
        return None
