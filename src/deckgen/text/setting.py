"""A face, a size and a renderer -> the advances that the renderer gives to text, in EMU."""

from __future__ import annotations

import math
import re
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING, Final

from deckgen.text.characters import COMPLEX
from deckgen.units import EMU_PER_CENTIPOINT, EMU_PER_INCH, LEADING

if TYPE_CHECKING:
    from deckgen.text.faces import Face
    from deckgen.text.model import Profile

HUNDREDTH_MM: Final = 360
"""LibreOffice lays out in hundredths of a millimetre; in EMU."""
_TAB: Final = float(EMU_PER_INCH)
"""As far as a tab can advance: stops are an inch apart (`a:pPr@defTabSz`)."""


class _Sized(dict[str, float]):
    """The advance in EMU of a character, or of the first of two characters beside the second."""

    def __init__(self, setter: Setter) -> None:
        super().__init__()
        self._setter = setter

    def __missing__(self, text: str) -> float:
        advance = self[text] = self._setter.scaled(text)
        return advance


class Setter:
    """Sets text of one face in one size as one renderer does."""

    def __init__(self, face: Face, script: str, size: int, profile: Profile) -> None:
        self._face: Final = face
        self._shaper: Final = face.shaper if profile.shaped or script == COMPLEX else None
        self._shaped: Final = profile.shaped
        self._em, self._unit = float(size * EMU_PER_CENTIPOINT), 1.0
        self.gap = profile.gap * self._em
        if profile.resolution:
            hundredths = _rounded(self._em / HUNDREDTH_MM)
            self._unit = EMU_PER_INCH / profile.resolution
            self._em = _rounded(hundredths * HUNDREDTH_MM / self._unit)
            self.gap = math.floor(profile.gap * hundredths) * HUNDREDTH_MM
        self._rounds: Final = bool(profile.resolution)
        self._sized: Final = _Sized(self)
        self.size_of_link: Final = max(size, round(size * face.height / LEADING))
        """The size of text whose line is as high as the face's own, in hundredths of a point."""

    def advances_of(self, text: str) -> list[float]:
        """Return the advance of each character of a text, kerned where the renderer kerns."""
        shaped = None if self._shaper is None else self._shaper.advances(text)
        if shaped is not None:
            return [*map(self._scale, shaped)]
        sized = self._sized
        if not self._shaped or not self._face.kerning:
            advances = [*map(sized.__getitem__, text)]
        else:
            pairs = map(add, text, text[1:])
            advances = [*map(sized.__getitem__, pairs), sized[text[-1]]]
        if self._shaped and self._ligatures is not None:
            for match in self._ligatures.finditer(text):
                self._join(advances, match)
        return advances

    def scaled(self, text: str) -> float:
        """Return the advance in EMU of a character, or of the first of a pair beside the second."""
        if text[0] == "\t":
            return _TAB
        advance = self._face.advances[text[0]]
        if len(text) > 1:
            advance += self._face.kerning[text]
        return self._scale(advance)

    def _scale(self, advance: float) -> float:
        scaled = advance * self._em
        return (_rounded(scaled) if self._rounds else scaled) * self._unit

    @cached_property
    def _ligatures(self) -> re.Pattern[str] | None:
        found = sorted(self._face.ligatures, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, found))) if found else None

    def _join(self, advances: list[float], match: re.Match[str]) -> None:
        """Give a ligature's advance to its first letter: it is not cut within."""
        text, last = match.string, match.end() - 1
        face = self._face
        whole = face.ligatures[match[0]] + sum(
            face.advances[text[i]] + face.kerning[text[i : i + 2]]
            for i in range(match.start(), last)
        )
        whole += face.advances[text[last]]
        if match.end() < len(text):
            whole += face.kerning[text[last : last + 2]]
        advances[match.start() : match.end()] = [self._scale(whole)] + [0.0] * (
            last - match.start()
        )


def _rounded(value: float) -> int:
    """Return the nearest integer, halves away from zero, as C++'s lround does."""
    return math.floor(value + 0.5) if value >= 0 else -math.floor(0.5 - value)
