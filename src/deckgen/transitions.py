"""How a page takes the place of the one before it when a deck is shown."""

from __future__ import annotations

from enum import Enum


class Transition(Enum):
    """How a page appears; values as a deck writes them."""

    NONE = "none"
    FADE = "fade"
    PUSH = "push"
    WIPE = "wipe"
    MORPH = "morph"
    """What both pages show moves and changes; programs that cannot do so let the page fade in."""
