"""What several slides show -> what is in the page once: fonts and pictures."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, ImageMark, texts_of
from deckgen.draw.svg import FontUse, embedded_font, embedded_image
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.draw.model import FontFace, Node, PageDrawing

_IMAGE: Final = lazy(
    r'<image x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"'
    r' preserveAspectRatio="none" href="(#picture-\d+)"/>'
)
"""A picture as drawings write it; where a side is none, it is not written."""


class SharedFonts:
    """The faces of a deck, each with all letters that any slide shows in it."""

    def __init__(self, drawings: Iterable[PageDrawing]) -> None:
        letters: dict[FontFace, set[str]] = {}
        for drawing in drawings:
            for mark in texts_of((drawing.background, drawing.content)):
                letters.setdefault(mark.face, set()).update(mark.text)
        self._fonts: Final = {
            face: embedded_font(face, "".join(sorted(found)))
            for face, found in letters.items()
            if found
        }

    def use(self, face: FontFace, _letters: str) -> FontUse:
        """Return what a face is called."""
        return self._fonts[face] if face in self._fonts else FontUse("sans-serif", "")

    @property
    def style(self) -> str:
        """The rules that bring the fonts into the page."""
        rules = dict.fromkeys(self._fonts.values())
        return "".join(
            f'@font-face{{font-family:"{use.name}";src:url("{use.address}")}}\n' for use in rules
        )


class SharedPictures:
    """The pictures of a deck. Those that are shown more than once are in the page once."""

    def __init__(self, drawings: Sequence[PageDrawing]) -> None:
        marks = [mark for each in drawings for mark in _images((each.background, each.content))]
        counts = Counter(_key(mark) for mark in marks)
        several = [key for key, count in counts.items() if count > 1]
        self._names: Final = {key: f"picture-{at}" for at, key in enumerate(several)}
        self._shared: Final = {
            self._names[key]: mark for mark in marks if (key := _key(mark)) in self._names
        }

    def address(self, mark: ImageMark) -> str:
        """Return where a picture is taken from."""
        name = self._names.get(_key(mark))
        return embedded_image(mark) if name is None else f"#{name}"

    def placed(self, written: str) -> str:
        """Return a drawing in which pictures that are in the page once are used."""
        return _IMAGE.sub(
            lambda found: (
                f'<use href="{found[5]}" transform="translate({found[1]} {found[2]})'
                f' scale({found[3]} {found[4]})"/>'
            ),
            written,
        )

    @property
    def definitions(self) -> str:
        """The pictures that are used, each of a size of one."""
        images = "".join(
            f'<image id="{name}" width="1" height="1" preserveAspectRatio="none"'
            f' href="{embedded_image(mark)}"/>'
            for name, mark in self._shared.items()
        )
        return f"<defs>{images}</defs>" if images else ""


def _key(mark: ImageMark) -> tuple[bytes, str]:
    return mark.content.digest(), mark.media


def _images(nodes: Iterable[Node]) -> Iterator[ImageMark]:
    for node in nodes:
        if isinstance(node, ImageMark):
            yield node
        elif isinstance(node, DrawnGroup):
            yield from _images(node.children)


def source_of(text: str) -> str:
    """Return what a policy calls a script or style (Content Security Policy 3, 2.3.1)."""
    from base64 import b64encode

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
