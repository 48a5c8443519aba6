"""Footers in places wider than what they say -> what of these they use, and places cut to that.

Templates give a third of the width to a date. What runs along the foot stands in the rest of it,
and not in a line of its own above.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.letters import is_east_asian
from deckgen.records import replace
from deckgen.styles import Align
from deckgen.text.profiles import LIBREOFFICE
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.geometry import Rect
    from deckgen.layout.foot.footers import Footer
    from deckgen.pages import TextFrame

_AIR: Final = 1.0
"""What is kept beside a text in its place, in em: other fonts may be wider."""


def used(frame: TextFrame) -> Rect:
    """Return the part of a frame's box that its text takes, with air beside it."""
    content, box = frame.content, frame.box
    em = frame.levels[0].size.emu
    wide = max(
        (
            line.width + em * (LIBREOFFICE.gap * _meetings(one.text[line.start : line.stop]))
            for one in frame.paragraphs
            for line in one.lines
        ),
        default=ZERO,
    )
    free = max(ZERO, content.width - wide)
    before, after = _parted(free, frame.levels[0].align, em * _AIR)
    return replace(box, x=box.x + before, width=box.width - before - after)


def _meetings(text: str) -> int:
    """Return how often Japanese meets Latin letters or figures: some programs part these."""
    return sum(
        is_east_asian(before) != is_east_asian(after)
        for before, after in pairwise(text)
        if not (before.isspace() or after.isspace())
    )


def _parted(free: Emu, align: Align, air: Emu) -> tuple[Emu, Emu]:
    """Return what text leaves of a free width before and after itself."""
    match align:
        case Align.CENTER:
            each = max(ZERO, free // 2 - air)
            return each, each
        case Align.RIGHT:
            return max(ZERO, free - air), ZERO
        case _:
            return ZERO, max(ZERO, free - air)


def making_room(footer: Footer, others: Sequence[Footer]) -> Footer:
    """Return a footer whose box is as narrow as its text where another one stands in the rest."""
    frame = footer.frame
    if not any(other.frame.box.overlaps(frame.box) for other in others):
        return footer
    return replace(footer, frame=replace(frame, box=used(frame)))
