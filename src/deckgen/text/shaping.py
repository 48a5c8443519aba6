"""A font file -> the advances of text shaped with it, by HarfBuzz; the only door to HarfBuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deckgen.text.model import FontFile


class Shaper:
    """A face of a font file. HarfBuzz is loaded with the first one."""

    def __init__(self, file: FontFile) -> None:
        import uharfbuzz

        self._harfbuzz: Final = uharfbuzz
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)), file.index)
        self._font: Final = uharfbuzz.Font(face)
        self._units: Final[int] = face.upem

    @property
    def height(self) -> float:
        """The height of a line in em, from the face's ascent to its descent."""
        extents = self._font.get_font_extents("ltr")
        return float(extents.ascender - extents.descender) / self._units

    @property
    def style(self) -> tuple[float, bool]:
        """The class of weight (400 is regular, 700 bold), and whether the letters lean."""
        tags = self._harfbuzz.StyleTag
        leans = self._font.get_style_value(tags.ITALIC) or self._font.get_style_value(
            tags.SLANT_ANGLE
        )
        return self._font.get_style_value(tags.WEIGHT), bool(leans)

    @property
    def family(self) -> str:
        """The name of the family in the file, in English; nothing where it tells none."""
        names = self._harfbuzz.OTNameIdPredefined
        return self._font.face.get_name(names.FONT_FAMILY) or ""

    def has(self, character: str) -> bool:
        """Tell whether the face has a glyph for a character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    def advance(self, character: str) -> float | None:
        """Return the advance of a character in em, or None where the face lacks it."""
        glyph = self._font.get_nominal_glyph(ord(character))
        return None if glyph is None else self._font.get_glyph_h_advance(glyph) / self._units

    def advances(self, text: str) -> list[float] | None:
        """Return the advance of each character of a text of one script, in em.

        None where the face lacks a character.

        What is drawn as one cluster (a ligature, a letter with its marks, a syllable) advances at
        its first character; the others have none.
        """
        buffer = self._harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        self._harfbuzz.shape(self._font, buffer)
        breaks = {index for index, character in enumerate(text) if character == "\n"}
        if not all(glyph.codepoint or glyph.cluster in breaks for glyph in buffer.glyph_infos):
            return None
        found = [0.0] * len(text)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found[glyph.cluster] += place.x_advance / self._units
        for index in breaks:
            found[index] = 0.0
        return found
