"""Colours, outlines and boxes -> the DrawingML elements that state them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit.xml import attribute

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.geometry import Rect
    from deckgen.pages import Outline

NO_FILL = "<a:noFill/>"
_QUARTER_TURN = 5_400_000
"""In 60,000ths of a degree (20.1.10.3)."""


def color(value: Color) -> str:
    """Return a colour, by its theme name where it has one."""
    if value.scheme is not None:
        return f'<a:schemeClr val="{attribute(value.scheme)}"/>'
    return f'<a:srgbClr val="{attribute(value.rgb)}"/>'


def fill(value: Color) -> str:
    """Return a solid fill."""
    return f"<a:solidFill>{color(value)}</a:solidFill>"


def line(outline: Outline, name: str = "a:ln") -> str:
    """Return a solid line of an outline's width and colour."""
    return f'<{name} w="{outline.width}">{fill(outline.color)}</{name}>'


def transform(box: Rect, name: str = "a:xfrm", *, turns: int = 0, mirrored: bool = False) -> str:
    """Return where a box stands and how large it is.

    What is in it is mirrored left to right, and all is then turned clockwise about the middle, in
    quarter turns.
    """
    turned = f' rot="{turns * _QUARTER_TURN}"' if turns else ""
    turned += ' flipH="1"' if mirrored else ""
    return (
        f'<{name}{turned}><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></{name}>'
    )


def preset(geometry: str) -> str:
    """Return a preset geometry without adjustments."""
    return f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>'
