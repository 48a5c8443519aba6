"""Picture files -> the parts that hold them, one for each distinct picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.opc.package import Part

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.emit.names import PartNames
    from deckgen.pictures.model import PictureFile


class Media:
    """The pictures of a deck, numbered by their first use; whole, or without their metadata."""

    def __init__(self, names: PartNames, *, whole: bool = False) -> None:
        self._names = names
        self._whole = whole
        self._parts: list[Part] = []
        self._known: dict[int, str] = {}
        self._by_checksum: dict[tuple[int, int | None], list[tuple[Blob, str]]] = {}

    def add(self, file: PictureFile) -> str:
        """Return the name of the part that holds a picture."""
        name = self._known.get(id(file))
        if name is None:
            name = self._known[id(file)] = self._name(file)
        return name

    def _name(self, file: PictureFile) -> str:
        """Return the name of the part with the same bytes, else of a new one."""
        blob = (file.whole if self._whole else file.shown).checked()
        alike = self._by_checksum.setdefault((blob.size, blob.checksum), [])
        for other, name in alike:
            if other.digest() == blob.digest():
                return name
        name = self._names.next("/ppt/media/image", f".{file.extension}")
        self._parts.append(Part(name, file.media_type, b"", blob=blob))
        alike.append((blob, name))
        return name

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order of their first use."""
        return tuple(self._parts)
