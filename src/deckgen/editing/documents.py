"""A file of a deck as it is in the editor: its text, its tree, and the names in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.editing.mentions import NameAt, mentions
from deckgen.editing.sites import SiteRole, TextSite, Walk
from deckgen.editing.tree.chunks import Chunks, EdgePart
from deckgen.editing.tree.nodes import Leaf
from deckgen.records import Struct
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deckgen.editing.forms import Forms, YamlLanguage
    from deckgen.editing.sites import ChunkSpot

CURSOR: Final = "\ufffc"
"""What stands at the place that is asked about, so that there is a text even where nothing is."""


class CursorPlace(Struct, frozen=True):
    """The text at an offset of a file: its site in the file with the cursor in it.

    `before` is what of it stands before the offset, `line` the line up to there; `stop` is where
    the text ends in this line, without the mark of a quotation.
    """

    site: TextSite
    offset: int
    stop: int
    before: str
    line: str


class Document:
    """A file as it is now. What did not change is not read again."""

    def __init__(self, path: Path, text: str) -> None:
        self.path: Final = path
        self._chunks = Chunks()
        self._asked = Chunks()
        self._mentions: tuple[Forms, tuple[NameAt, ...]] | None = None
        self._known: dict[object, tuple[ChunkSpot, tuple[NameAt, ...]]] = {}
        self.text = text
        self.source = Source(str(path), text)
        self._parts: tuple[EdgePart, ...] | None = None

    def change(self, text: str) -> None:
        """Take the text that the file has from now on."""
        if text != self.text:
            self.text = text
            self.source = Source(str(self.path), text)
            self._parts = self._mentions = None

    @property
    def parts(self) -> tuple[EdgePart, ...]:
        """What stands at the left edge of the file."""
        if self._parts is None:
            self._parts = self._chunks.read(self.text)
        return self._parts

    def sites(
        self, language: YamlLanguage, root: Forms, at: int | None = None
    ) -> Iterator[TextSite]:
        """Yield the texts of the file, or those that reach an offset."""
        return Walk(language, at).parts(self.parts, root)

    def site(self, language: YamlLanguage, root: Forms, at: int) -> TextSite | None:
        """Return the text at an offset, the innermost where several touch it."""
        found = [site for site in self.sites(language, root, at) if site.start <= at <= site.stop]
        return found[-1] if found else None

    def place(self, language: YamlLanguage, root: Forms, at: int) -> CursorPlace | None:
        """Return the place at an offset, where something is or may be; None within a comment."""
        parts = self._asked.read(self.text[:at] + CURSOR + self.text[at:])
        for site in Walk(language, at).parts(parts, root):
            start = site.start
            if start <= at < site.stop and CURSOR in site.leaf.text:
                line = self.text.rfind("\n", 0, at) + 1
                before = self.text[start:at]
                if before.endswith(":") and not site.has_colon and _is_word(before[:-1]):
                    site, before = _behind_colon(site, at, language), ""
                end = self.text.find("\n", at, site.stop - 1)
                stop = end if end >= 0 else site.inner[1] - 1
                return CursorPlace(site, at, max(at, stop), before, self.text[line:at])
        return None

    def mentions(self, language: YamlLanguage, root: Forms) -> tuple[NameAt, ...]:
        """Return the names in the file, in order."""
        if not language.is_deck:
            return ()
        if self._mentions is None or self._mentions[0] != root:
            self._mentions = root, tuple(self._found(Walk(language), root))
        return self._mentions[1]

    def _found(self, walk: Walk, root: Forms) -> Iterator[NameAt]:
        """Yield the names in the file; chunks that were there before are not looked at again."""
        before, self._known = self._known, {}
        for stretch in walk.stretches(self.parts, root):
            start, known = stretch.chunk.start, before.get(stretch.key)
            if known is None:
                names = (name.moved(-start) for name in mentions(walk.stretch(stretch)))
                known = stretch, tuple(names)
            self._known[stretch.key] = known
            for name in known[1]:
                yield name.moved(start)


def _is_word(text: str) -> bool:
    return text.replace("_", "").replace("-", "").isalnum()


def _behind_colon(site: TextSite, at: int, language: YamlLanguage) -> TextSite:
    """Return the value of a key whose colon has no blank behind it yet."""
    field = language.fields(site.forms, site.taken).get(site.leaf.text.partition(":")[0])
    leaf = Leaf(at - site.base, at - site.base + 1, CURSOR)
    forms = field.forms if field is not None else ()
    return TextSite(leaf, site.base, SiteRole.VALUE, forms, field, site.forms, site.within)
