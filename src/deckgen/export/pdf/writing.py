"""A line of text -> the operators that show its glyphs where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.export.outlined import EMBOLDENING, SLANT, outlined
from deckgen.export.pdf.fonts import ShownText
from deckgen.export.pdf.objects import number, numbers, text
from deckgen.export.pdf.paints import components

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.draw.model import PathMark, TextMark
    from deckgen.export.glyphs import GlyphCluster, PlacedGlyph
    from deckgen.export.pdf.fonts import UsedFont, UsedFonts

_INVISIBLE, _FILLED_AND_DRAWN = 3, 2
"""How text shows (ISO 32000-1, table 106)."""
_LEAST: Final = 0.05
"""What glyphs are moved by at least, in thousandths of an em."""
_JOINED: Final = "\u200b"
"""What a glyph is copied as that only shows together with others: nothing."""


def written_text(
    mark: TextMark, fonts: UsedFonts, language: str
) -> list[bytes | ShownText] | PathMark:
    """Return the operators that show a text, or its outlines where its face cannot be embedded.

    `language` is that of the text where it is not the one around it.
    """
    font = fonts.of(mark.face)
    clusters = [c for c in font.glyphs.shape(mark) if not _shows_nothing(c.text)]
    lacking = any(not glyph.index for cluster in clusters for glyph in cluster.glyphs)
    if not mark.hidden and (lacking or not font.glyphs.can_be_embedded):
        return outlined(mark, font.glyphs)
    if lacking:
        clusters = [c for c in clusters if all(glyph.index for glyph in c.glyphs)]
    if not clusters or not font.glyphs.can_be_embedded:
        return []
    is_styled = mark.hidden or mark.face.embolden
    operators: list[bytes | ShownText] = [b"q"] if is_styled else []
    operators += _style(mark)
    operators.append(b"BT")
    operators.append(b"/%s %s Tf" % (font.key.encode(), number(mark.size)))
    slant = SLANT if mark.face.slant else 0.0
    operators.append(numbers(1, 0, slant, -1, mark.x, mark.baseline) + b" Tm")
    said = _span(mark, language)
    operators += [said] if said else []
    operators += _shown(mark, font, clusters)
    operators += [b"EMC"] if said else []
    operators.append(b"ET")
    return operators + ([b"Q"] if is_styled else [])


def _shows_nothing(words: str) -> bool:
    """Tell whether characters only join or part others (Unicode's general category `Cf`)."""
    from unicodedata import category

    return bool(words) and all(category(character) in {"Cf", "Cc", "Cs"} for character in words)


def _style(mark: TextMark) -> Iterator[bytes]:
    if mark.hidden:
        yield b"%d Tr" % _INVISIBLE
        return
    yield numbers(*components(mark.fill)) + b" rg"
    if mark.face.embolden:
        yield b"%d Tr" % _FILLED_AND_DRAWN
        yield numbers(*components(mark.fill)) + b" RG"
        yield number(mark.size * EMBOLDENING) + b" w"


def _span(mark: TextMark, language: str) -> bytes:
    """Return what says of the text as a whole what its glyphs do not, if there is any.

    Text from right to left is written as it lies; how it is read is said here.
    """
    said = b"/Lang " + text(language) if language else b""
    if mark.right_to_left:
        said += b"/ActualText " + text(mark.text)
    return b"/Span <<" + said + b">> BDC" if said else b""


def _shown(
    mark: TextMark, font: UsedFont, clusters: Sequence[GlyphCluster]
) -> Iterator[bytes | ShownText]:
    row = _Row(mark, font)
    for cluster in clusters:
        is_said = _says(font, cluster) or mark.right_to_left
        if not is_said:
            yield from row.ended()
            yield b"/Span <</ActualText " + text(cluster.text) + b">> BDC"
        for glyph in cluster.glyphs:
            yield from row.add(glyph)
        if not is_said:
            yield from row.ended()
            yield b"EMC"
    yield from row.ended()


def _says(font: UsedFont, cluster: GlyphCluster) -> bool:
    """Tell whether the glyphs of a cluster, copied one by one, give its text."""
    words = " " if cluster.text.isspace() else cluster.text
    if len(cluster.glyphs) == len(words):
        pairs = zip(cluster.glyphs, words, strict=True)
        said = [font.says(glyph.index, character) for glyph, character in pairs]
        return all(said)
    first, *others = cluster.glyphs
    said = [font.says(first.index, words)]
    said += [font.says(glyph.index, _JOINED) for glyph in others]
    return len(said) == 1 and said[0]


class _Row:
    """Glyphs that are shown by one operator."""

    def __init__(self, mark: TextMark, font: UsedFont) -> None:
        self._mark: Final = mark
        self._font: Final = font
        self._parts: list[int | float] = []
        self._at = 0.0
        self._rise = 0.0

    def add(self, glyph: PlacedGlyph) -> Iterator[bytes | ShownText]:
        """Add a glyph; yield the operators before it that are complete."""
        if abs(glyph.y - self._rise) > self._mark.size * _LEAST / 1000:
            yield from self.ended()
            self._rise = glyph.y
            yield number(glyph.y) + b" Ts"
        move = (glyph.x - self._at) * 1000 / self._mark.size
        if abs(move) >= _LEAST:
            self._parts.append(-move)
        self._parts.append(glyph.index)
        self._at = glyph.x + glyph.advance

    def ended(self) -> Iterator[bytes | ShownText]:
        """Yield the operator for the glyphs so far."""
        if self._parts:
            yield ShownText(self._font, tuple(self._parts))
            self._parts = []
