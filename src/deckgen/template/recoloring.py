"""The children of a `blip` -> how the colours of its picture are changed before it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.xml import Element, child, qn, share
from deckgen.pictures.recolored import PLAIN, Recoloring

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.template.palette import Palette

_LIGHT: Final = qn("a:lum")
_TWO_TONES: Final = qn("a:duotone")
_KNOWN: Final = frozenset(
    {qn("a:extLst"), qn("a:alphaModFix"), qn("a:grayscl"), qn("a:biLevel"), _LIGHT}
)
"""The children that this reads, and those that leave the colours as they are."""
_TONES: Final = 2


def read_recoloring(
    blip: Element, palette: Palette, stands: Color | None = None
) -> Recoloring | None:
    """Return what is done to a picture's colours, None for nothing that is known.

    `stands` is what `phClr` stands for in the fills of a theme.
    """
    light, bilevel = child(blip, "a:lum"), child(blip, "a:biLevel")
    duotone = child(blip, "a:duotone")
    tones = [] if duotone is None else [palette.resolve(tone, stands).rgb for tone in duotone]
    found = Recoloring(
        duotone=(tones[0], tones[1]) if len(tones) == _TONES else None,
        brightness=_bounded(light, "bright"),
        contrast=_bounded(light, "contrast"),
        grey=child(blip, "a:grayscl") is not None,
        threshold=None if bilevel is None else share(bilevel, "thresh"),
    )
    return None if found == PLAIN else found


def is_readable(blip: Element) -> bool:
    """Tell whether all that is done to a picture's colours is known."""
    return all(
        step.tag in _KNOWN or (step.tag == _TWO_TONES and len(step) == _TONES) for step in blip
    )


def _bounded(element: Element | None, name: str) -> float:
    value = None if element is None else share(element, name)
    return min(1.0, max(-1.0, value or 0.0))
