"""What a session remembers of writing: the parts of pages, checksums of pictures, what is packed.

All of it is of the last file alone, so that a session does not grow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit.attachments import Contents
from deckgen.emit.slides import page_parts
from deckgen.opc.zip import Packer
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.emit.canvas import Canvas, Named, Output
    from deckgen.emit.slides import NotesNames
    from deckgen.opc.package import Part
    from deckgen.pages import Page


class _WrittenPage(Struct, frozen=True):
    """The parts of a page, and all that they depend on."""

    page: Page
    name: str
    notes: NotesNames | None
    language: str
    table_style: str | None
    asked: tuple[tuple[Named, str], ...]
    parts: tuple[Part, ...]

    def serves(self, page: Page, name: str, notes: NotesNames | None, deck: Output) -> bool:
        """Tell whether a page would be written alike, but for the name of its slide.

        What it is called, and which of the pages it is, stands in no part of its own.
        """
        mine = self.page
        called = replace(
            page,
            slide=mine.slide,
            title=mine.title,
            number=mine.number,
            count=mine.count,
            span=mine.span,
            section=mine.section,
        )
        return (
            (called == mine and self.notes == notes and (notes is None or self.name == name))
            and (self.language == deck.language and self.table_style == deck.table_style)
            and all(deck.name_of(named) == found for named, found in self.asked)
        )


class EmitMemory:
    """What was written for the last file."""

    def __init__(self) -> None:
        self._before: dict[int, _WrittenPage] = {}
        self._now: dict[int, _WrittenPage] = {}
        self._packer = Packer()
        self._contents = _RememberedContents()

    def packer(self) -> Packer:
        """Return the packer for a new file."""
        self._packer = Packer(self._packer)
        self._before, self._now = self._now, {}
        return self._packer

    def contents(self) -> Contents:
        """Return what is known of the attachments of a new file."""
        self._contents = _RememberedContents(self._contents)
        return self._contents

    def page_parts(
        self, page: Page, name: str, notes: NotesNames | None, canvas: Canvas
    ) -> tuple[Part, ...]:
        """Return the parts of a page, written anew where anything that they show has changed."""
        deck, key = canvas.deck, id(page.items)
        known = self._before.get(key) or self._now.get(key)
        if known is not None and known.serves(page, name, notes, deck):
            shown, *said = known.parts
            parts = (shown if known.name == name else replace(shown, name=name), *said)
            asked = known.asked
        else:
            parts = page_parts(page, name, notes, canvas)
            asked = tuple(canvas.asked)
        # the page is kept, so that nothing else gets the identity of its items
        self._now[key] = _WrittenPage(
            page, name, notes, deck.language, deck.table_style, asked, parts
        )
        return parts


class _RememberedContents(Contents):
    def __init__(self, before: _RememberedContents | None = None) -> None:
        self.known: dict[int, tuple[Blob, Blob]] = {}
        self.digests: dict[int, tuple[Blob, bytes]] = {}
        self._before = {} if before is None else before.known
        self._digested = {} if before is None else before.digests

    def checked(self, content: Blob) -> Blob:
        key = id(content)
        known = self.known.get(key) or self._before.get(key)
        if known is None or known[0] is not content:
            known = content, content.checked()
        self.known[key] = known
        return known[1]

    def alike(self, one: Blob, other: Blob) -> bool:
        return one is other or self._digest(one) == self._digest(other)

    def _digest(self, content: Blob) -> bytes:
        key = id(content)
        known = self.digests.get(key) or self._digested.get(key)
        if known is None or known[0] is not content:
            known = content, content.digest()
        self.digests[key] = known
        return known[1]
