"""What is exported: the drawings of pages with what is told of them beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckgen.blobs import Blob
    from deckgen.content import Paragraph
    from deckgen.diagnostics import Diagnostic
    from deckgen.draw.model import PageDrawing


class ExportedPage(Struct, frozen=True):
    """A page to show: its drawing, its number in the deck, its section and what its speaker says.

    The title is the drawing's. The number of a sheet of paper is its own.
    """

    drawing: PageDrawing
    number: int
    section: str | None = None
    notes: tuple[Paragraph, ...] = ()


class ExportedDeck(Struct, frozen=True):
    """The pages that are exported, in order, and what the file says of itself.

    Links of drawings name pages by their index here.
    """

    pages: tuple[ExportedPage, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""


class ExportChoice(Struct, frozen=True):
    """What of a deck is exported, and how.

    `slides` are ranges of numbers, each with its first and its last, None where it has no end on
    that side; without any all slides are meant that are not hidden. `handout` is the number of
    slides on a sheet, 0 for none; with `notes` each slide has a sheet of its own with what is said.
    Pictures have `scale` times 96 dots to the inch. `called` tells what the drawing of a slide is
    called, by its number and the largest one: without it none leads to another.
    """

    slides: tuple[tuple[int | None, int | None], ...] = ()
    handout: int = 0
    notes: bool = False
    paper: str = "a4"
    scale: float = 1.5
    called: Callable[[int, int], str] | None = None


class ExportedFile(Struct, frozen=True):
    """A file to write, and the number of what is in it, None for a file of all."""

    data: bytes
    number: int | None = None


class Exports(Struct, frozen=True):
    """The files of each form, and the presentation if it is among them; none with errors."""

    files: Mapping[str, tuple[ExportedFile, ...]]
    deck: Blob | None
    diagnostics: tuple[Diagnostic, ...]
    pages: int
