"""Colours, outlines and boxes -> the DrawingML elements that state them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.drawn import Dash
from deckgen.emit.xml import attribute, element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.colors import Color
    from deckgen.drawn import Outline
    from deckgen.geometry import Rect

NO_FILL = "<a:noFill/>"
_QUARTER_TURN = 5_400_000
"""In 60,000ths of a degree (20.1.10.3)."""

_ADJUSTED = '<a:gd name="{}" fmla="val {}"/>'


def color(value: Color) -> str:
    """Return a colour, by its theme name where it has one."""
    if value.scheme is not None:
        return f'<a:schemeClr val="{attribute(value.scheme)}"/>'
    return f'<a:srgbClr val="{attribute(value.rgb)}"/>'


def fill(value: Color) -> str:
    """Return a solid fill."""
    return f"<a:solidFill>{color(value)}</a:solidFill>"


def line(outline: Outline, name: str = "a:ln", ends: str = "") -> str:
    """Return a line of an outline's width, colour and dashes; `ends` is what it ends in."""
    dash = "" if outline.dash is Dash.SOLID else f'<a:prstDash val="{outline.dash.value}"/>'
    return f'<{name} w="{outline.width}">{fill(outline.color)}{dash}{ends}</{name}>'


def transform(
    box: Rect,
    name: str = "a:xfrm",
    *,
    turns: int = 0,
    mirrored: bool = False,
    upended: bool = False,
) -> str:
    """Return where a box stands and how large it is.

    What is in it is mirrored left to right, or top to bottom, and all is then turned clockwise
    about the middle, in quarter turns.
    """
    turned = f' rot="{turns * _QUARTER_TURN}"' if turns else ""
    turned += ' flipH="1"' if mirrored else ""
    turned += ' flipV="1"' if upended else ""
    return (
        f'<{name}{turned}><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></{name}>'
    )


def preset_adjusted(geometry: str, shares: Sequence[float]) -> str:
    """Return a preset geometry with several adjustments, `adj1` and so on."""
    values = "".join(
        _ADJUSTED.format(f"adj{number}", round(share * 100_000))
        for number, share in enumerate(shares, 1)
    )
    return f'<a:prstGeom prst="{geometry}">{element("a:avLst", "", values)}</a:prstGeom>'


def preset(geometry: str, adjust: float | None = None, guide: str = "adj") -> str:
    """Return a preset geometry, adjusted by a share if any is given."""
    value = "" if adjust is None else _ADJUSTED.format(guide, round(adjust * 100_000))
    return f'<a:prstGeom prst="{geometry}">{element("a:avLst", "", value)}</a:prstGeom>'
