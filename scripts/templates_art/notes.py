"""The page of speaker notes -> its master part."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Insets, Rect, Size
from deckgen.units import Emu, inch, pt

from .markup import document, element
from .paint import INK, PAPER, QUIET, background, solid
from .placeholders import Anchor, Frame, Placeholder
from .slides import COLOUR_MAP, slide_data
from .typography import Level, points, text_style

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


def notes_master(slide: Size) -> str:
    """Return the notes master, its picture of the slide in the slide's proportions."""
    picture = Rect(_MARGIN, inch(1.0), _WIDTH, _WIDTH * (slide.height / slide.width))
    top = picture.bottom + inch(0.35)
    body = Rect(_MARGIN, top, _WIDTH, inch(9.15) - top)
    return document(
        "p:notesMaster",
        {},
        slide_data(_placeholders(picture, body), background(solid(PAPER))),
        element("p:clrMap", COLOUR_MAP),
        text_style("p:notesStyle", tuple(_level(n) for n in range(9)), "mn"),
    )


def _placeholders(picture: Rect, body: Rect) -> tuple[Placeholder, ...]:
    return (
        _edge("Header", "hdr", None, left=True, y=inch(0.45)),
        _edge("Date", "dt", 1, left=False, y=inch(0.45)),
        Placeholder("Slide Image", "sldImg", 2, picture),
        Placeholder(
            "Notes", "body", 3, body, Frame(_FLUSH, "t"), prompts=_PROMPTS, custom_prompt=False
        ),
        _edge("Footer", "ftr", 4, left=True, y=inch(9.35)),
        _edge("Page Number", "sldNum", 5, left=False, y=inch(9.35)),
    )


def _edge(name: str, kind: str, index: int | None, *, left: bool, y: Emu) -> Placeholder:
    width = _WIDTH // 2
    box = Rect(_MARGIN if left else _MARGIN + width, y, width, inch(0.25))
    anchor: Anchor = "ctr"
    style = Level(size=9, colour=QUIET, align="l" if left else "r")
    return Placeholder(name, kind, index, box, Frame(_FLUSH, anchor), (style,))


def _level(depth: int) -> Level:
    """Return one level of notes, which need no bullets: an indent tells them apart."""
    return Level(11, colour=INK, left=pt(14) * depth, leading=110, before=points(3))
