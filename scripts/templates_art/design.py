"""What a designer decides of a template, as one tree: palette, fonts, master, layouts, tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .paint import Colour
from .placeholders import Placeholder
from .shapes import Drawn
from .sheet import Sheet
from .typography import Level

LayoutKind = Literal[
    "title",
    "secHead",
    "obj",
    "twoObj",
    "twoTxTwoObj",
    "picTx",
    "titleOnly",
    "blank",
]
"""The values of `type` of a layout (ECMA-376-1, 19.7.15) that the designs use."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The twelve colours of a theme, as RRGGBB.

    Among the accents are a green, an amber and a red, for what is well, doubtful and wrong.
    """

    dark1: str
    light1: str
    dark2: str
    light2: str
    accents: tuple[str, str, str, str, str, str]
    link: str
    visited: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of a theme, for headings and text alike: Latin, East Asian, and by script."""

    latin: str
    east_asian: str
    by_script: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Master:
    """The master: its ground, figures and placeholders, and the levels of titles and text."""

    background: str
    figures: tuple[Drawn, ...]
    placeholders: tuple[Placeholder, ...]
    title: Sequence[Level]
    body: Sequence[Level]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: without a kind it is one of our own, without a background it has the master's."""

    name: str
    kind: LayoutKind | None
    placeholders: tuple[Placeholder, ...]
    figures: tuple[Drawn, ...] = ()
    background: str | None = None
    master_figures: bool = True


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A table style: its GUID, the header's ground and text, the text, the rules and the bands."""

    identifier: str
    name: str
    header: Colour | None
    header_text: Colour
    text: Colour
    rule: Colour
    strong_rule: Colour
    band: Colour


@dataclass(frozen=True, slots=True)
class Design:
    """A template. One that `is_dark` has light text on dark paper; its notes are on white."""

    name: str
    sheet: Sheet
    palette: Palette
    fonts: Fonts
    master: Master
    layouts: tuple[Layout, ...]
    table: TableStyle
    is_dark: bool = False
