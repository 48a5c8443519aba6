"""Levels of text -> the list styles and text styles that set them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeVar

from deckgen.units import EMU_PER_INCH, ZERO, Emu

from .markup import element
from .paint import Colour, solid

LEVELS: Final = 9
"""DrawingML knows nine levels of a list (ECMA-376-1, 21.1.2.4)."""

FontSlot = Literal["mj", "mn"]
"""The fonts of the theme: major for titles, minor for all else."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet: its character and font, and its size in percent of the text."""

    character: str
    colour: Colour
    percent: int = 100
    font: str = "Arial"


@dataclass(frozen=True, slots=True)
class Level:
    """What one level of text sets; what is None is inherited.

    `before` and `after` are spacings as `points` and `percent` make them; `leading` is in percent
    of the line.
    """

    size: float | None = None
    bold: bool | None = None
    colour: Colour | None = None
    align: Literal["l", "ctr", "r"] | None = None
    left: Emu | None = None
    hang: Emu | None = None
    bullet: Bullet | Literal["none"] | None = None
    leading: int | None = None
    before: str | None = None
    after: str | None = None


def points(size: float) -> str:
    """Return a spacing in points."""
    return element("a:spcPts", {"val": round(size * 100)})


def percent(share: float) -> str:
    """Return a spacing in percent of the line."""
    return element("a:spcPct", {"val": round(share * 1000)})


def extended(levels: Sequence[T]) -> tuple[T, ...]:
    """Return nine levels: those given, the last of them repeated."""
    return (*levels, *(levels[-1],) * (LEVELS - len(levels)))


def sized(*sizes: float) -> tuple[Level, ...]:
    """Return nine levels that set a size each and inherit the rest."""
    return extended([Level(size=size) for size in sizes])


def flat(level: Level) -> tuple[Level, ...]:
    """Return nine levels as the one given, without bullet or indent."""
    return extended([replace(level, left=ZERO, hang=ZERO, bullet="none")])


def list_style(levels: Sequence[Level]) -> str:
    """Return the `a:lstStyle` of a placeholder, which sets nothing but what its levels set."""
    return element("a:lstStyle", None, *(_level(n, level) for n, level in enumerate(levels, 1)))


def text_style(tag: str, levels: Sequence[Level], slot: FontSlot) -> str:
    """Return a complete style of a master or presentation, in the major or minor fonts."""
    return element(tag, None, *(_level(n, level, slot) for n, level in enumerate(levels, 1)))


def _level(number: int, level: Level, slot: FontSlot | None = None) -> str:
    return element(
        f"a:lvl{number}pPr",
        _paragraph_attributes(level, complete=slot is not None),
        _spacing("a:lnSpc", None if level.leading is None else percent(level.leading)),
        _spacing("a:spcBef", level.before),
        _spacing("a:spcAft", level.after),
        _bullet(level.bullet),
        _run(level, slot),
    )


def _paragraph_attributes(level: Level, *, complete: bool) -> dict[str, object]:
    own: dict[str, object] = {
        "marL": level.left,
        "indent": None if level.hang is None else -level.hang,
        "algn": level.align,
    }
    if not complete:
        return own
    own = {"marL": level.left or ZERO, "indent": -(level.hang or ZERO), "algn": level.align or "l"}
    east_asian = {"rtl": False, "eaLnBrk": True, "latinLnBrk": False, "hangingPunct": False}
    return {**own, "defTabSz": EMU_PER_INCH, **east_asian}


def _spacing(tag: str, value: str | None) -> str:
    return "" if value is None else element(tag, None, value)


def _bullet(bullet: Bullet | Literal["none"] | None) -> str:
    match bullet:
        case None:
            return ""
        case "none":
            return element("a:buNone")
        case Bullet(character, colour, size, font):
            return (
                element("a:buClr", None, colour.markup())
                + element("a:buSzPct", {"val": size * 1000})
                + element("a:buFont", {"typeface": font})
                + element("a:buChar", {"char": character})
            )


def _run(level: Level, slot: FontSlot | None) -> str:
    attributes = {
        "sz": None if level.size is None else round(level.size * 100),
        "b": level.bold,
        "kern": None if slot is None else 1200,
    }
    fill = "" if level.colour is None else solid(level.colour)
    scripts = () if slot is None else (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    fonts = [element(f"a:{tag}", {"typeface": f"+{slot}-{key}"}) for tag, key in scripts]
    if not fill and not fonts and all(value is None for value in attributes.values()):
        return ""
    return element("a:defRPr", attributes, fill, *fonts)
