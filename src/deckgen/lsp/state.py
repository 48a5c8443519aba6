"""What the server knows while it runs: the files, their decks, and how the client counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from pygls.uris import to_fs_path

from deckgen.editing.library import Library
from deckgen.editing.offers.model import Around
from deckgen.editing.overlay import is_there
from deckgen.lsp.positions import Units, changed

if TYPE_CHECKING:
    from lsprotocol import types

    from deckgen.editing.library import DeckFile, DeckFiles
    from deckgen.source import Source


class State:
    """The files that are open, and what they are part of."""

    def __init__(self) -> None:
        self.library: Final = Library()
        self.units = Units()
        self.takes_snippets = False
        self.versions: Final[dict[str, int]] = {}
        """The versions of open files, by their addresses."""

    def opened(self, document: types.TextDocumentItem) -> None:
        """Take a file that the client opens."""
        self.versions[document.uri] = document.version
        self.library.show(path_of(document.uri), document.text)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take the changes of a file that is open."""
        path = path_of(params.text_document.uri)
        self.versions[params.text_document.uri] = params.text_document.version
        known = self.library.document(path)
        before = known.text if known is not None else ""
        self.library.show(path, changed(before, params.content_changes, self.units))

    def closed(self, uri: str) -> None:
        """Forget what a file held that the client closes."""
        self.versions.pop(uri, None)
        self.library.close(path_of(uri))

    def around(self, uri: str) -> Around | None:
        """Return a file and its deck, None where there is no such file."""
        path = path_of(uri)
        file = self.library.file(path)
        if file is None:
            return None
        return Around(file, self.library.deck_of(path), self.library.world)

    def at(self, uri: str, position: types.Position) -> tuple[Around, int] | None:
        """Return a file and the offset of a position in it."""
        around = self.around(uri)
        if around is None:
            return None
        return around, self.units.offset(around.document.source, position)

    def source_of(self, name: str) -> Source | None:
        """Return the text of a file by its plain name."""
        document = self.library.document(Path(name))
        return document.source if document is not None else None

    def has(self, name: str) -> bool:
        """Tell whether there is a file of a path."""
        return name in self.library.open or is_there(Path(name), self.library.world)

    def decks(self) -> tuple[DeckFiles, ...]:
        """Return the decks of which a file is open."""
        return self.library.decks()

    def range(self, file: DeckFile, start: int, stop: int) -> types.Range:
        """Return the range of two offsets in a file."""
        return self.units.range(file.document.source, start, stop)


def path_of(uri: str) -> Path:
    """Return the path of a file's address; what is no file is a path that leads nowhere."""
    return Path(to_fs_path(uri) or uri.replace(":", "/"))
