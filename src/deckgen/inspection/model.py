"""What is told of a template: plain values only, since programs read them as JSON."""

from __future__ import annotations

from deckgen.records import Struct


class SlotSeen(Struct, frozen=True):
    """A slot: what it is for, its box in points, and the style of its first level.

    `contrast` is that of the text with what is behind it (WCAG 2.2).
    """

    role: str
    name: str
    type: str
    index: int | None
    box: tuple[float, float, float, float]
    size: float
    latin: str
    east_asian: str
    color: str
    background: str
    contrast: float


class LayoutSeen(Struct, frozen=True):
    """A layout, and which kinds of slides it is chosen for."""

    name: str
    type: str
    master: int
    slides: int
    chosen_for: tuple[str, ...]
    slots: tuple[SlotSeen, ...]


class ChoiceSeen(Struct, frozen=True):
    """The layout for a kind of slide; `composed` where none was made for it."""

    kind: str
    layout: str
    composed: bool


class FontSeen(Struct, frozen=True):
    """A typeface, and how deckgen knows its widths: `table`, `machine` or `stand-in`."""

    family: str
    known_by: str


class ColorSeen(Struct, frozen=True):
    """A colour of a theme, and its contrast with the theme's background."""

    master: int
    name: str
    rgb: str
    contrast: float


class Inspection(Struct, frozen=True):
    """All that is told of a template."""

    template: str
    width: float
    height: float
    masters: int
    layouts: tuple[LayoutSeen, ...]
    choices: tuple[ChoiceSeen, ...]
    slides: tuple[str, ...]
    fonts: tuple[FontSeen, ...]
    colors: tuple[ColorSeen, ...]
    problems: tuple[str, ...]
