"""A formula -> the outlines of its signs and rules, for programs that draw them themselves."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, repeat
from typing import TYPE_CHECKING, Final

from deckgen.formulas.setting import outlined, square_at
from deckgen.letters import is_east_asian
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from deckgen.formulas.setting import LackedLetters

_TOKEN: Final = lazy(r"[MLQCZ]|-?\d*\.?\d+(?:e-?\d+)?")
_TAKES: Final = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}

Command = tuple[str, tuple[float, ...]]
"""A letter of an SVG path (`M`, `L`, `Q`, `C`, `Z`) and its coordinates, none of them relative."""


class SignOutline(Struct, frozen=True):
    """An outline of a formula, filled in a colour of its own, or drawn with lines of a width."""

    commands: tuple[Command, ...]
    color: str | None = None
    line: float | None = None


class SignLetter(Struct, frozen=True):
    """A letter that the math font lacks: where it stands on which baseline, and how large."""

    letter: str
    x: float
    baseline: float
    size: float
    color: str | None = None


class FormulaOutlines(Struct, frozen=True):
    """The outlines of a formula, from where its baseline starts, and how wide it is; in points."""

    signs: tuple[SignOutline, ...]
    width: float
    letters: tuple[SignLetter, ...] = ()


@lru_cache(maxsize=1_024)
def outlines(mathml: str, points: float) -> FormulaOutlines | None:
    """Return the outlines of a formula in text of a size; None where not all of it can be drawn.

    Signs that have no colour of their own have that of the text.
    """
    svg, words = outlined(mathml, points)
    left = float((svg.get("viewBox") or "0").split()[0])
    found = _resolved([*_signs(svg)], words)
    width = float(svg.get("width", "0")) + left
    if not found:
        return None
    signs = tuple(each for each in found if isinstance(each, SignOutline))
    letters = tuple(each for each in found if isinstance(each, SignLetter))
    return FormulaOutlines(signs, width, letters)


def _resolved(
    found: list[SignOutline], words: dict[str, LackedLetters]
) -> list[SignOutline | SignLetter]:
    """Return outlines as they are, and letters for those that stand for some.

    Nothing where a letter of words has no ink of its own: none could surely be told then.
    """
    told: list[SignOutline | SignLetter] = []
    missing = set(words)
    for color, alike in groupby(found, lambda sign: f"#{sign.color}"):
        missing.discard(color)
        said, drawn = words.get(color), [*alike]
        if said is None:
            told += drawn
        elif len(drawn) == len(said.letters):
            told += map(_told, sorted(drawn, key=_left), said.letters, repeat(said.color))
        else:
            return []
    return [] if missing else told


def _told(sign: SignOutline, letter: str, color: str | None) -> SignOutline | SignLetter:
    """Return the outline of a letter, or the letter where another sign stands for it."""
    own = color.lstrip("#").upper() if color else None
    if is_east_asian(letter):
        return SignLetter(letter, *square_at(*_ink(sign)), own)
    return SignOutline(sign.commands, own, sign.line)


def _left(sign: SignOutline) -> float:
    return _ink(sign)[0]


def _ink(sign: SignOutline) -> tuple[float, float, float]:
    """Return the left and the right edge of an outline, and the middle of its height."""
    xs = [value for _, given in sign.commands for value in given[::2]]
    ys = [value for _, given in sign.commands for value in given[1::2]]
    return min(xs), max(xs), (min(ys) + max(ys)) / 2


def _signs(element: Element) -> Iterator[SignOutline]:
    for part in element:
        commands: tuple[Command, ...] = ()
        match part.tag:
            case "path":
                commands = tuple(_commands(part.get("d", "")))
            case "rect":
                commands = _box(*_sides(part, "x", "y", "width", "height"))
            case "ellipse":
                commands = _round(*_sides(part, "cx", "cy", "rx", "ry"))
            case "g":
                yield from _signs(part)
            case _:
                continue
        if commands:
            yield SignOutline(commands, *_look(part))


def _look(part: Element) -> tuple[str | None, float | None]:
    """Return the colour of a part, where it is its own, and the width of its line if it has one."""
    stroke = part.get("stroke-width")
    color = part.get("stroke" if stroke else "fill")
    own = color[1:].upper() if color and color.startswith("#") else None
    return own, None if stroke is None else float(stroke)


def _sides(part: Element, *names: str) -> tuple[float, ...]:
    return tuple(float(part.get(name, "0")) for name in names)


def _commands(path: str) -> Iterator[Command]:
    tokens = iter(_TOKEN.findall(path))
    for name in tokens:
        yield name, tuple(float(next(tokens)) for _ in range(_TAKES[name]))


def _box(x: float, y: float, wide: float, high: float) -> tuple[Command, ...]:
    right, bottom = x + wide, y + high
    corners = ((right, y), (right, bottom), (x, bottom))
    return ("M", (x, y)), *(("L", corner) for corner in corners), ("Z", ())


def _round(x: float, y: float, wide: float, high: float) -> tuple[Command, ...]:
    """Return an ellipse about a point as four curves."""
    across, down = wide * 0.5523, high * 0.5523
    left, right, top, bottom = x - wide, x + wide, y - high, y + high
    return (
        ("M", (left, y)),
        ("C", (left, y - down, x - across, top, x, top)),
        ("C", (x + across, top, right, y - down, right, y)),
        ("C", (right, y + down, x + across, bottom, x, bottom)),
        ("C", (x - across, bottom, left, y + down, left, y)),
        ("Z", ()),
    )
