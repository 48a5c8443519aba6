"""What shows of a paragraph -> its measure and its lines, by the renderer that the faces are for.

Layout keeps the lines of the renderer that takes most of them; what is drawn is seen by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.text.itemize import itemize
from deckgen.text.kinsoku import Breaker
from deckgen.text.lines import fill
from deckgen.text.measure import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.draw.faces import Faces
    from deckgen.shown_text import Shown
    from deckgen.text.measure import Measured
    from deckgen.text.model import Line, StyledText


def measured(texts: Sequence[StyledText], faces: Faces) -> Measured:
    """Return the texts of a paragraph, measured."""
    profile = faces.profile
    paragraph = itemize(texts, whole_links=profile.whole_links, boxes=profile.boxes)
    return measure(paragraph, faces.fonts, profile)


def broken(shown: Shown, faces: Faces, room: int, first: int) -> tuple[Line, ...]:
    """Return the lines of a paragraph as it is written; those of what shows have `room` in EMU.

    The first has a room of its own.
    """
    found = measured(shown.texts, faces)
    return shown.written(fill(found, Breaker(found.paragraph, faces.profile), room, first))
