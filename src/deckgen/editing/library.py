"""The files that an editor has open -> the decks that they belong to, and all files of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.editing.documents import Document
from deckgen.editing.forms import deck_language, registry_language
from deckgen.editing.looks import DeckLook
from deckgen.editing.mentions import MentionKind, NameAt
from deckgen.editing.overlay import plain
from deckgen.editing.sites import listed
from deckgen.limits import DEFAULT
from deckgen.records import Struct
from deckgen.spec.reuse import INCLUDE, WHEN
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.forms import Forms, YamlLanguage
    from deckgen.world import World

_YAML: Final = (".yaml", ".yml")
_MOST_FILES: Final = 1_000
"""How many files of a deck are looked at."""
_MOST_TRIED: Final = 40
"""How many files are looked at to find the deck that a file belongs to."""
_FOLDERS_UP: Final = 3
_MARKS: Final = "marks"
_TITLE: Final = "title"
_SHARED: Final = frozenset((_TITLE, INCLUDE, WHEN))
"""Keys of a deck that slides have as well."""


class DeckFile(Struct, frozen=True, eq=False):
    """A file of a deck, with what may be written at its root."""

    document: Document
    language: YamlLanguage
    root: Forms

    @property
    def mentions(self) -> tuple[NameAt, ...]:
        """The names in the file."""
        return self.document.mentions(self.language, self.root)


class DeckFiles:
    """A deck: the file that is compiled, and those that it takes in."""

    def __init__(self, library: Library, path: Path) -> None:
        self.path: Final = path
        self.look = DeckLook()
        self._library = library

    @property
    def name(self) -> str:
        """The plain name of the file that is compiled."""
        return plain(self.path)

    def files(self) -> dict[str, DeckFile]:
        """Return the files of the deck by their plain names, the deck itself first."""
        found: dict[str, DeckFile] = {}
        waiting: list[tuple[Path, YamlLanguage, Forms]] = [(self.path, *_roots())]
        while waiting and len(found) < _MOST_FILES:
            path, language, root = waiting.pop(0)
            document = None if plain(path) in found else self._library.document(path)
            if document is None:
                continue
            file = found[plain(path)] = DeckFile(document, language, root)
            waiting += _named_by(file)
        return found


def _roots() -> tuple[YamlLanguage, Forms]:
    language = deck_language()
    return language, language.root


def _named_by(file: DeckFile) -> Iterator[tuple[Path, YamlLanguage, Forms]]:
    """Yield the files that a file includes, and the registries that it names."""
    folder = file.document.path.parent
    for mention in file.mentions:
        if mention.kind is MentionKind.INCLUDE:
            yield folder / mention.name, file.language, listed(mention.forms)
        elif mention.kind is MentionKind.REGISTRY:
            language = registry_language()
            yield folder / mention.name, language, language.root


class Library:
    """The files that are open, and those on disk that belong to the same decks."""

    def __init__(self, world: World | None = None) -> None:
        self.world: Final[World] = world or DiskWorld()
        self.open: Final[dict[str, Document]] = {}
        self._closed: dict[str, Document | None] = {}
        self._decks: dict[str, DeckFiles] = {}

    def show(self, path: Path, text: str) -> Document:
        """Take the text of a file that is open in the editor."""
        document = self.open.setdefault(plain(path), Document(path, text))
        document.change(text)
        return document

    def close(self, path: Path) -> None:
        """Take note that a file is no longer open; decks of which none is are forgotten."""
        self.open.pop(plain(path), None)
        self.forget()
        used = {deck.name for deck in self.decks()}
        self._decks = {name: deck for name, deck in self._decks.items() if name in used}

    def forget(self) -> None:
        """Take note that files on disk may have changed."""
        self._closed = {}

    def texts(self) -> dict[str, str]:
        """Return what the open files hold, by their plain names."""
        return {name: document.text for name, document in self.open.items()}

    def document(self, path: Path) -> Document | None:
        """Return a file that is open or can be read, None where there is none."""
        name = plain(path)
        if name in self.open:
            return self.open[name]
        if name not in self._closed:
            self._closed[name] = self._read(path)
        return self._closed[name]

    def _read(self, path: Path) -> Document | None:
        try:
            data = self.world.read(path, DEFAULT.deck_size)
            return Document(path, data.decode("utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            return None

    def decks(self) -> tuple[DeckFiles, ...]:
        """Return the decks of which a file is open."""
        found = [self.deck_of(document.path) for document in self.open.values()]
        return tuple({deck.name: deck for deck in found}.values())

    def deck_of(self, path: Path) -> DeckFiles:
        """Return the deck that a file belongs to: one that takes it in, else itself."""
        name = plain(path)
        for deck in self._decks.values():
            if deck.name != name and name in deck.files():
                return deck
        if name not in self._decks:
            found = self._above(path)
            if found is not None:
                return self._decks.setdefault(found.name, found)
            self._decks[name] = DeckFiles(self, path)
        return self._decks[name]

    def _above(self, path: Path) -> DeckFiles | None:
        """Return a deck that takes in a file which is none itself, looked for in its folders."""
        document = self.document(path)
        if document is None or self.is_deck(document):
            return None
        tried = 0
        folder = path.parent
        for _ in range(_FOLDERS_UP):
            for name in sorted(self.world.siblings(folder / "x")):
                other = folder / name
                if other.suffix.lower() not in _YAML or plain(other) == plain(path):
                    continue
                tried += 1
                found = DeckFiles(self, other)
                if tried > _MOST_TRIED:
                    return None
                if plain(path) in found.files():
                    return found
            folder = folder.parent
        return None

    def is_deck(self, document: Document) -> bool:
        """Tell whether a file may be a deck by itself: the keys at its left edge are of one."""
        keys = {part.key for part in document.parts} - {""}
        known = deck_language().fields(deck_language().root).keys()
        return bool(keys & (known - _SHARED)) or (_TITLE in keys and keys <= known)

    def file(self, path: Path) -> DeckFile | None:
        """Return a file as part of its deck."""
        deck = self.deck_of(path)
        found = deck.files().get(plain(path))
        document = self.document(path)
        if found is None or document is None or found.language is not deck_language():
            return found
        if deck.name == plain(path) and {part.key for part in document.parts} & {_MARKS}:
            language = registry_language()
            return DeckFile(document, language, language.root)
        return found
