"""What all decks on a template have of its presentation part, and of others that are changed."""

from collections.abc import Mapping
from typing import Final

from deckgen.records import Struct

NOTES: Final = "notes"
SLIDES: Final = "slides"
SECTIONS: Final = "sections"
SECTIONS_URI: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of `p:presentation` that holds sections (MS-PPTX, 2.6.1)."""


class PresentationOutline(Struct, frozen=True):
    """A presentation part without the lists that are the deck's, as text.

    `places` names the lists in their order, and `pieces` are what stands around them. Then follows
    how each is written there, as the place decides on prefixes: the texts around its values.

    - `notes`: the relationship to the notes master. Empty where the template lists one.
    - `slides`: before all; for each slide around its id and its relationship; after all.
    - `sections`: before all; for each section around its name, its GUID and its slides, and for
      each of these around its id; after all.
    """

    pieces: tuple[str, ...]
    places: tuple[str, ...]
    notes: tuple[str, ...]
    slides: tuple[str, ...]
    sections: tuple[str, ...]


class Carried(Struct, frozen=True):
    """What decks have of a template otherwise than it stands there: `data` by names of parts."""

    outline: PresentationOutline
    data: Mapping[str, bytes]
