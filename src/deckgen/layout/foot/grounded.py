"""Lines set on a photograph -> the same on a plain ground, where they would not be read else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect
from deckgen.layout.foot.look import plain_ground
from deckgen.layout.foot.sharing import used
from deckgen.legibility import legible, readable
from deckgen.records import replace
from deckgen.styles import BodyProperties
from deckgen.units import ZERO, pt

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.pages import TextFrame
    from deckgen.template.model import Layout, Theme

_BESIDE: Final = 0.5
"""How far the ground reaches beyond the text on both sides, in em."""
_AROUND: Final = pt(3)
"""How far it does so above and below: lines stand close to a title."""


def grounded(frame: TextFrame, layout: Layout, theme: Theme, title: Color | None) -> TextFrame:
    """Return a frame that has no place of its own, filled as far as its text where that is needed.

    It stays as it is where it is read, or what is behind it is not known. The ground is that of the
    `title`, if it stands on one.
    """
    text = _text(frame)
    shades, color = layout.shades(text), frame.levels[0].color
    if not shades or readable(color, shades, theme.offered) is not None:
        return frame
    fill, beside = title or plain_ground(layout, text), frame.levels[0].size.emu * _BESIDE
    around = Insets(beside, _AROUND, beside, _AROUND)
    ink = legible(color, (fill,), theme.offered)
    paragraphs = tuple(
        replace(each, style=replace(each.style, color=ink)) for each in frame.paragraphs
    )
    return replace(
        frame,
        box=text.outset(around),
        paragraphs=paragraphs,
        levels=tuple(replace(level, color=ink) for level in frame.levels),
        body=BodyProperties(around),
        fill=fill,
    )


def _text(frame: TextFrame) -> Rect:
    """Return where the text of a frame stands in its box, with air beside it."""
    across, content = used(frame), frame.content
    free = max(ZERO, content.height - frame.height)
    top = content.y + free * frame.body.anchor.above
    return Rect(across.x, top, across.width, frame.height)
