"""How a page appears -> its `p:transition`, and what older programs take for it (19.3.1.50)."""

from __future__ import annotations

from typing import Final

from deckgen.emit.alternate import COMPATIBILITY, POWERPOINT_2010
from deckgen.slideshow import Transition

_POWERPOINT_2015: Final = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
_MORPH_TIME: Final = 1500
"""How long what both pages show takes to move, in milliseconds: no speed of 2007 is as slow."""
_FADE: Final = '<p:transition spd="med"><p:fade/></p:transition>'
_MORPH: Final = (
    f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice'
    f' xmlns:p14="{POWERPOINT_2010}" xmlns:p159="{_POWERPOINT_2015}" Requires="p14 p159">'
    f'<p:transition spd="slow" p14:dur="{_MORPH_TIME}"><p159:morph option="byObject"/>'
    f"</p:transition></mc:Choice><mc:Fallback>{_FADE}</mc:Fallback></mc:AlternateContent>"
)
_WRITTEN: Final = {
    Transition.NONE: "",
    Transition.FADE: _FADE,
    Transition.PUSH: '<p:transition spd="med"><p:push dir="l"/></p:transition>',
    Transition.WIPE: '<p:transition spd="med"><p:wipe dir="r"/></p:transition>',
    Transition.MORPH: _MORPH,
}


def transition(how: Transition) -> str:
    """Return the transition to a page; nothing where it appears at once."""
    return _WRITTEN[how]
