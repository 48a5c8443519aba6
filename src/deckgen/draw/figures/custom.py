"""A form that a file tells by values and moves -> its outlines.

Values are worked out once, in the order of the file, from those before them: nothing can loop, and
what is not known is nothing. After ECMA-376-1, 20.1.9.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, radians, sin, sqrt, tan
from typing import TYPE_CHECKING, Final

from deckgen.draw.figures.form import (
    DARKER,
    LESS_DARK,
    LESS_LIGHT,
    LIGHTER,
    Contour,
    Contours,
)
from deckgen.draw.figures.pencil import Pencil, tame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deckgen.draw.figures.pencil import XY
    from deckgen.draw.model import Segment
    from deckgen.template.scenery.model import CustomForm, FormPath, Guide

_DEGREE: Final = 60_000
_TURN: Final = 360 * _DEGREE
_POINT: Final = 12_700
_SHADES: Final = {
    "darken": DARKER,
    "darkenLess": LESS_DARK,
    "lightenLess": LESS_LIGHT,
    "lighten": LIGHTER,
}
_LARGEST: Final = 1e12


def custom_contours(form: CustomForm, width: float, height: float) -> Contours:
    """Return the outlines of a form in a box at the origin, in points, bottom to top."""
    wide, high = max(0.0, tame(width)) * _POINT, max(0.0, tame(height)) * _POINT
    values = _values(form.guides, wide, high)
    return tuple(
        Contour(
            _outline(path, values, (wide, high)),
            filled=path.fill != "none",
            drawn=path.drawn,
            shade=_SHADES.get(path.fill, 0.0),
        )
        for path in form.paths
    )


def _values(guides: Sequence[Guide], wide: float, high: float) -> dict[str, float]:
    """Return all values by name; those of a shape's size are known from the start."""
    values = _of_size(wide, high)
    for guide in guides:
        operands = [_value(operand, values) for operand in guide.operands]
        operands += [0.0] * (3 - len(operands))
        work = _OPERATORS.get(guide.operator)
        values[guide.name] = 0.0 if work is None else _kept(work, *operands[:3])
    return values


def _kept(work: Callable[[float, float, float], float], *operands: float) -> float:
    """Return what some work gives, within bounds; nothing where it gives no number."""
    try:
        value = work(*operands)
    except (ArithmeticError, ValueError):
        return 0.0
    return value if -_LARGEST < value < _LARGEST else 0.0


def _value(text: str, values: Mapping[str, float]) -> float:
    """Return what an operand stands for: a value by its name, or a number."""
    known = values.get(text)
    if known is not None:
        return known
    try:
        number = float(text)
    except ValueError:
        return 0.0
    return number if -_LARGEST < number < _LARGEST else 0.0


def _of_size(wide: float, high: float) -> dict[str, float]:
    """Return the values that every form has (20.1.9.11)."""
    short, long = min(wide, high), max(wide, high)
    values = {"l": 0.0, "t": 0.0, "r": wide, "b": high, "w": wide, "h": high}
    values |= {"hc": wide / 2, "vc": high / 2, "ss": short, "ls": long}
    values |= {f"wd{n}": wide / n for n in (2, 3, 4, 5, 6, 8, 10, 12, 32)}
    values |= {f"hd{n}": high / n for n in (2, 3, 4, 5, 6, 8, 10, 12, 32)}
    values |= {f"ssd{n}": short / n for n in (2, 4, 6, 8, 16, 32)}
    values |= {f"cd{n}": _TURN / n for n in (2, 4, 8)}
    return values | {f"{n}cd{of}": n * _TURN / of for n, of in ((3, 4), (3, 8), (5, 8), (7, 8))}


def _angle(value: float) -> float:
    return radians(value / _DEGREE)


def _degrees(value: float) -> float:
    return value * 180 / pi * _DEGREE


_OPERATORS: Final[dict[str, Callable[[float, float, float], float]]] = {
    "val": lambda x, _y, _z: x,
    "*/": lambda x, y, z: x * y / z,
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: (x + y) / z,
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x, _y, _z: abs(x),
    "at2": lambda x, y, _z: _degrees(atan2(y, x)),
    "cat2": lambda x, y, z: x * cos(atan2(z, y)),
    "sat2": lambda x, y, z: x * sin(atan2(z, y)),
    "cos": lambda x, y, _z: x * cos(_angle(y)),
    "sin": lambda x, y, _z: x * sin(_angle(y)),
    "tan": lambda x, y, _z: x * tan(_angle(y)),
    "max": lambda x, y, _z: max(x, y),
    "min": lambda x, y, _z: min(x, y),
    "mod": hypot,
    "pin": lambda x, y, z: max(x, min(y, z)),
    "sqrt": lambda x, _y, _z: sqrt(x),
}


def _outline(path: FormPath, values: Mapping[str, float], size: XY) -> tuple[Segment, ...]:
    """Return the segments of an outline, led from its own grid into the shape's box."""
    scales = tuple(
        (side / own if own > 0 else 1.0) / _POINT
        for side, own in zip(size, (path.width, path.height), strict=True)
    )
    pencil = Pencil()
    for kind, told in path.moves:
        numbers = [_value(each, values) for each in told]
        # radii are told across and down, as points are; angles are no lengths
        lengths = [number * scales[at % 2] for at, number in enumerate(numbers)]
        points = [(lengths[at], lengths[at + 1]) for at in range(0, len(lengths) - 1, 2)]
        _draw(pencil, kind, points, numbers)
    return pencil.drawn


def _draw(pencil: Pencil, kind: str, points: list[XY], numbers: list[float]) -> None:
    """Make a move of a path; one that lacks points, or a figure before it, is passed over."""
    if kind == "moveTo" and points:
        pencil.move(*points[0])
    elif not pencil.segments:
        return
    elif kind == "lnTo" and points:
        pencil.lines(points[0])
    elif kind == "cubicBezTo" and len(points) == 3:
        pencil.curve(points[0], points[1], points[2])
    elif kind == "quadBezTo" and len(points) == 2:
        pencil.bow(points[0], points[1])
    elif kind == "arcTo" and len(numbers) == 4:
        pencil.arc(*points[0], _angle(numbers[2]), _angle(numbers[3]))
    elif kind == "close":
        pencil.close()
