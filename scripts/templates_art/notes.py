"""The page of speaker notes -> its master part."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Insets, Rect, Size
from deckgen.units import ZERO, Emu, inch, pt

from .markup import document, element
from .paint import INK, PAPER, QUIET, background, solid
from .placeholders import Frame, Placeholder
from .slides import LIGHT_MAP, slide_data
from .typography import LEVELS, Level, points, text_style

PAGE: Final = Size(inch(7.5), inch(10))

_MARGIN: Final = inch(0.75)
_WIDTH: Final = PAGE.width - _MARGIN * 2
_FLUSH: Final = Insets()
_PROMPTS: Final = (
    "Click to add notes",
    "Second level",
    "Third level",
    "Fourth level",
    "Fifth level",
)
_LEVELS: Final = tuple(
    Level(11, colour=INK, left=pt(14) * depth, hang=ZERO, leading=110, before=points(3))
    for depth in range(LEVELS)
)
"""Notes need no bullets: an indent tells their levels apart.

LibreOffice reads them from the placeholder only, PowerPoint from the notes style too.
"""


def notes_master(slide: Size) -> str:
    """Return the notes master, its picture of the slide in the slide's proportions."""
    picture = Rect(_MARGIN, inch(1.0), _WIDTH, _WIDTH * (slide.height / slide.width))
    top = picture.bottom + inch(0.35)
    body = Rect(_MARGIN, top, _WIDTH, inch(9.15) - top)
    return document(
        "p:notesMaster",
        {},
        slide_data(_placeholders(picture, body), background(solid(PAPER))),
        element("p:clrMap", LIGHT_MAP),
        text_style("p:notesStyle", _LEVELS, "mn"),
    )


def _placeholders(picture: Rect, body: Rect) -> tuple[Placeholder, ...]:
    return (
        _edge("Header", "hdr", None, left=True, y=inch(0.45)),
        _edge("Date", "dt", 1, left=False, y=inch(0.45)),
        Placeholder("Slide Image", "sldImg", 2, picture),
        Placeholder("Notes", "body", 3, body, Frame(_FLUSH, "t"), _LEVELS, _PROMPTS, False),
        _edge("Footer", "ftr", 4, left=True, y=inch(9.35)),
        _edge("Page Number", "sldNum", 5, left=False, y=inch(9.35)),
    )


def _edge(name: str, kind: str, index: int | None, *, left: bool, y: Emu) -> Placeholder:
    width = _WIDTH // 2
    box = Rect(_MARGIN if left else _MARGIN + width, y, width, inch(0.25))
    style = Level(size=9, colour=QUIET, align="l" if left else "r")
    return Placeholder(name, kind, index, box, Frame(_FLUSH, "ctr"), (style,))
