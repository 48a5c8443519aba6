"""What comes with the items of a deck -> the parts that hold it, one for each distinct content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit.relations import IMAGE, Relations
from deckgen.opc.package import Part
from deckgen.pages import Attachment

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.emit.names import PartNames
    from deckgen.pictures.model import PictureFile
    from deckgen.pictures.recordings import Recording


def picture(file: PictureFile, *, whole: bool) -> Attachment:
    """Return what comes with a picture: its file, whole or without its metadata."""
    content = file.whole if whole else file.shown
    return Attachment(IMAGE, "/ppt/media/image", f".{file.extension}", file.media_type, content)


def recording(file: Recording, relationship: str) -> Attachment:
    """Return what comes with the picture of a video or sound: the file."""
    suffix = f".{file.extension}"
    return Attachment(relationship, "/ppt/media/media", suffix, file.media_type, file.content)


def drawing(file: PictureFile) -> Attachment | None:
    """Return what comes with a picture of a drawing beside it."""
    if file.vector is None:
        return None
    return Attachment(IMAGE, "/ppt/media/image", ".svg", "image/svg+xml", file.vector)


class Contents:
    """What is found out about the bytes of attachments."""

    def checked(self, content: Blob) -> Blob:
        """Return bytes with their checksum."""
        return content.checked()

    def alike(self, one: Blob, other: Blob) -> bool:
        """Tell whether two contents with one checksum are the same bytes."""
        return one.digest() == other.digest()


class Attachments:
    """The parts that come with items, numbered by their first use.

    Of pictures `whole` tells whether they keep what their files tell beside what they show.
    """

    def __init__(
        self, names: PartNames, *, whole: bool = False, contents: Contents | None = None
    ) -> None:
        self.names: Final = names
        self._whole = whole
        self._contents = contents or Contents()
        self._parts: list[Part] = []
        self._pictures: dict[int, str] = {}
        self._alike: dict[tuple[str, int, int | None], list[tuple[Blob, Attachment, str]]] = {}

    def picture(self, file: PictureFile) -> str:
        """Return the name of the part that holds a picture."""
        name = self._pictures.get(id(file))
        if name is None:
            name = self._pictures[id(file)] = self.add(picture(file, whole=self._whole))
        return name

    def add(self, attached: Attachment) -> str:
        """Return the name of the part with the same content, else of a new one."""
        blob = self._contents.checked(attached.content)
        alike = self._alike.setdefault((attached.stem, blob.size, blob.checksum), [])
        for other, before, name in alike:
            if before.attachments == attached.attachments and self._contents.alike(other, blob):
                return name
        relations = Relations()
        for inner in attached.attachments:
            relations.add(inner.relationship, self.add(inner))
        name = self.names.next(attached.stem, attached.suffix)
        part = Part(name, attached.content_type, b"", relations.all(), blob=blob)
        self._parts.append(part)
        alike.append((blob, attached, name))
        return name

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order of their first use."""
        return tuple(self._parts)
