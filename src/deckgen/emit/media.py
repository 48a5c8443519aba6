"""Picture files -> the parts that hold them, one for each distinct picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.opc.package import Part

if TYPE_CHECKING:
    from deckgen.emit.names import PartNames
    from deckgen.pictures import PictureFile


class Media:
    """The pictures of a deck, numbered by their first use."""

    def __init__(self, names: PartNames) -> None:
        self._names = names
        self._parts: dict[bytes, Part] = {}

    def add(self, file: PictureFile) -> str:
        """Return the name of the part that holds a picture."""
        part = self._parts.get(file.data)
        if part is None:
            name = self._names.next("/ppt/media/image", f".{file.extension}")
            part = self._parts[file.data] = Part(name, file.media_type, file.data)
        return part.name

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order of their first use."""
        return tuple(self._parts.values())
