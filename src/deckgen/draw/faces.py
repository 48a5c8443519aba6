"""A font and a group of scripts -> the file that draws it, and what draws what that file lacks."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import FontFace
from deckgen.text import families
from deckgen.text.characters import COMPLEX, EAST_ASIAN, PROPERTIES
from deckgen.text.faces import read
from deckgen.text.fonts import Fonts, family_of
from deckgen.text.model import Font, FontFile
from deckgen.text.profiles import POWERPOINT
from deckgen.text.shaping import Shaper
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.text.faces import Face
    from deckgen.text.model import FontSource, Profile

_GOTHIC: Final = ("Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "Yu Gothic", "Meiryo")
_MINCHO: Final = ("Noto Serif CJK JP", "Noto Serif JP", "IPAexMincho", "Yu Mincho", "MS Mincho")
_OF_LANGUAGE: Final = {
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "SimSun"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic"),
}
"""What draws East Asian text whose own face is not at hand, the first that is."""
_OF_WINDOWS: Final = {
    "biz-udgothic": ("Noto Sans Mono CJK JP", "IPAGothic", "MS Gothic"),
    "biz-udpgothic": _GOTHIC,
}
"""What draws Japanese families of Windows, Latin letters too: half of one has all alike wide."""
_SYMBOLS: Final = ("DejaVu Sans", "OpenSymbol", "Segoe UI Symbol", "Noto Sans Symbols")
_STANDS_IN: Final = {
    "dejavu-sans": ("DejaVu Sans", "Verdana", "Liberation Sans", "Arial"),
    "dejavu-serif": ("DejaVu Serif", "Liberation Serif", "Times New Roman"),
    "dejavu-sans-mono": ("DejaVu Sans Mono", "Liberation Mono", "Courier New"),
}
"""What draws text that was measured by a table that stands in for its family."""
_BOLD_FROM: Final = 600
"""From this weight on a face is a bold one (OpenType `OS/2` usWeightClass)."""


class Faces:
    """The faces of a build: by which text is measured, and with which files it is drawn.

    Text that a table measured is drawn with that family or its twin. `profile` is the renderer as
    which text is set. `replaced` collects which families are drawn with which others, `lacking` the
    letters that no face has. With `as_drawn` text that no table measures is measured by the file
    that draws it, as a renderer does it on this machine, and not as wide as it may be elsewhere.
    """

    def __init__(
        self, source: FontSource, profile: Profile = POWERPOINT, *, as_drawn: bool = False
    ) -> None:
        self.profile: Final = profile
        self._as_drawn: Final = as_drawn
        self.fonts: Final = _DrawnFonts(self, source) if as_drawn else Fonts(source)
        self.replaced: Final[dict[str, str]] = {}
        self.lacking: Final[dict[str, None]] = {}
        self._source: Final = source
        self._found: dict[tuple[str, str, bool, bool, str], FontFace] = {}
        self._others: dict[tuple[FontFace, str], FontFace | None] = {}

    def face(self, font: Font, script: str, language: str = "") -> FontFace:
        """Return the face that draws the characters of a group of scripts in a font."""
        family = family_of(font, script)
        known = (family, script, font.bold, font.italic, language.partition("-")[0])
        found = self._found.get(known)
        if found is None:
            found = self._found[known] = self._find(*known)
        return found

    def pieces(
        self, text: str, font: Font, script: str, language: str = ""
    ) -> Iterator[tuple[int, int, FontFace]]:
        """Yield where each part of a text starts and stops, and the face that has its letters.

        Letters that no face has are parts of their own.
        """
        usual = self.face(font, script, language)
        if not text or all(map(_shaper(usual).has, text)):
            yield 0, len(text), usual
            return
        start, now = 0, self._for(text[0], usual)
        for index, character in enumerate(text[1:], 1):
            if PROPERTIES[character].extends or "\u200d" in text[index - 1 : index + 1]:
                continue
            found = self._for(character, usual)
            if character == " " and now[1]:
                found = now
            if found != now:
                yield start, index, now[0]
                start, now = index, found
        yield start, len(text), now[0]

    def width(self, text: str, face: FontFace) -> float | None:
        """Return how wide a face itself sets a text of one script, in em; None where it cannot."""
        advances = _shaper(face).advances(text)
        return None if advances is None else sum(advances)

    def _for(self, character: str, usual: FontFace) -> tuple[FontFace, bool]:
        """Return the face that has a character, the usual one or the first other, if one has it."""
        if _shaper(usual).has(character):
            return usual, True
        key = (usual, character)
        if key not in self._others:
            wanted = (*_SYMBOLS, *_GOTHIC, *_OF_LANGUAGE["zh"], *_OF_LANGUAGE["ko"])
            if PROPERTIES[character].script == EAST_ASIAN:
                wanted = (*_GOTHIC, *_OF_LANGUAGE["zh"], *_OF_LANGUAGE["ko"], *_SYMBOLS)
            others = (self._named(name, usual.bold, usual.italic) for name in wanted)
            having = (face for face in others if face is not None and _shaper(face).has(character))
            self._others[key] = next(having, None)
        other = self._others[key]
        if other is None and character.isprintable():
            self.lacking.setdefault(character)
        return (usual, False) if other is None else (other, True)

    def _find(self, family: str, script: str, bold: bool, italic: bool, language: str) -> FontFace:
        alike = () if self._as_drawn else _OF_WINDOWS.get(families.table_of(family) or "", ())
        for name in _candidates(family, script, language, alike):
            face = self._named(name, bold, italic)
            if face is not None:
                if families.key(name) != families.key(family):
                    self.replaced.setdefault(family, face.family)
                return face
        self.replaced.setdefault(family, "DejaVu Sans")
        return FontFace(
            "DejaVu Sans", str(_kept()), bold=bold, italic=italic, slant=italic, embolden=bold
        )

    def _named(self, name: str, bold: bool, italic: bool) -> FontFace | None:
        file = self._source.find(name, bold=bold, italic=italic)
        if file is None:
            return None
        shaper = _shaper_of(file)
        weight, leans = shaper.style
        return FontFace(
            shaper.family or name,
            str(file.path),
            file.index,
            bold,
            italic,
            slant=italic and not leans,
            embolden=bold and weight < _BOLD_FROM,
        )


class _DrawnFonts(Fonts):
    """Measures what no table measures by the file that draws it."""

    def __init__(self, faces: Faces, source: FontSource) -> None:
        super().__init__(source)
        self._drawing = faces

    def make(self, family: str, script: str, bold: bool, italic: bool, substitutes: bool) -> Face:
        """Return the face that text is measured with."""
        elsewhere = substitutes and families.is_of_windows(family)
        if families.table_of(family) is not None and script != COMPLEX and not elsewhere:
            return super().make(family, script, bold, italic, substitutes)
        font = Font(family, family, family, Centipoints(1000), bold, italic)
        drawn = self._drawing.face(font, script)
        return read(FontFile(Path(drawn.path), drawn.index), bold)


def _candidates(family: str, script: str, language: str, alike: tuple[str, ...]) -> Iterator[str]:
    """Yield the families that may draw text of one, the best first."""
    yield family
    yield from families.twins(family)
    yield from alike
    if script == EAST_ASIAN:
        yield from _OF_LANGUAGE.get(language, ())
        yield from _MINCHO if families.is_serif(family) else _GOTHIC
    yield from _STANDS_IN[families.stand_in_for(family)]


@cache
def _kept() -> Path:
    """Return the file of DejaVu Sans, which comes with what sets formulas."""
    found = find_spec("ziafont")
    folder = Path() if found is None or found.origin is None else Path(found.origin).parent
    return folder / "fonts" / "DejaVuSans.ttf"


def _shaper(face: FontFace) -> Shaper:
    return _shaper_of(FontFile(Path(face.path), face.index))


@cache
def _shaper_of(file: FontFile) -> Shaper:
    return Shaper(file)
