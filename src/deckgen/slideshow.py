"""What happens when a deck is shown: how a page appears, and what of it with which click."""

from __future__ import annotations

from enum import Enum

from deckgen.records import Struct


class Transition(Enum):
    """How a page appears; values as a deck writes them."""

    NONE = "none"
    FADE = "fade"
    PUSH = "push"
    WIPE = "wipe"
    MORPH = "morph"
    """What both pages show moves and changes; programs that cannot do so let the page fade in."""


class Entering(Struct, frozen=True):
    """An item of a page, by its index, or those of its paragraphs that are told by theirs.

    Of a chart `parts` are the series, or the categories, by their numbers.
    """

    item: int
    paragraphs: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()


class BuildStep(Struct, frozen=True):
    """What appears on a page with one click."""

    shown: tuple[Entering, ...]
