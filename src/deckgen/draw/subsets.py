"""A face and the letters that it draws -> a font file of these alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.draw.model import FontFace


@lru_cache(maxsize=256)
def subset(face: FontFace, letters: str) -> bytes:
    """Return the font file of a face that has the glyphs for some letters, each told once."""
    import uharfbuzz

    whole = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(face.path), face.index)
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(map(ord, letters))
    made = uharfbuzz.subset(whole, wanted)
    return bytes(made.blob.data)
