"""Lengths as whole EMU with closed arithmetic, and font sizes in hundredths of a point.

English Metric Units are the lengths of DrawingML (ECMA-376-1, 20.1.10.16): 914,400 to the inch and
12,700 to the point. Sizes of text are hundredths of a point, as in `sz` (20.1.10.72).
"""

from __future__ import annotations

from typing import Final

from deckgen.patterns import lazy

EMU_PER_INCH: Final = 914_400
EMU_PER_CM: Final = 360_000
EMU_PER_MM: Final = 36_000
EMU_PER_POINT: Final = 12_700
EMU_PER_CENTIPOINT: Final = 127
EMU_PER_PIXEL: Final = 9_525
"""A CSS pixel: 1/96 inch."""
LEADING: Final = 1.2
"""Leading in em at single spacing, whatever the face (docs/analysis/line-height.md)."""


class Emu(int):
    """A length in EMU. Sums and multiples of lengths are lengths; a ratio of two is a float.

    A sum or product with a float is rounded half to even, here and nowhere else. The length stands
    on the left of a product: `float * int` is Python's own and gives a float.
    """

    __slots__ = ()

    # A float makes int's own methods decline, which is cheaper than to ask what the other is.

    def __add__(self, other: float) -> Emu:
        total = int.__add__(self, other)  # type: ignore[operator]
        return Emu(round(int(self) + other) if total is NotImplemented else total)

    __radd__ = __add__

    def __sub__(self, other: float) -> Emu:
        rest = int.__sub__(self, other)  # type: ignore[operator]
        return Emu(round(int(self) - other) if rest is NotImplemented else rest)

    def __rsub__(self, other: float) -> Emu:
        rest = int.__rsub__(self, other)  # type: ignore[operator]
        return Emu(round(other - int(self)) if rest is NotImplemented else rest)

    def __neg__(self) -> Emu:
        return Emu(int.__neg__(self))

    def __mul__(self, factor: float) -> Emu:
        return Emu(round(int(self) * factor))

    def __rmul__(self, factor: int) -> Emu:
        return Emu(int(self) * factor)

    def __floordiv__(self, divisor: int) -> Emu:
        return Emu(int.__floordiv__(self, divisor))

    @property
    def points(self) -> float:
        """This length in points."""
        return int(self) / EMU_PER_POINT


ZERO: Final = Emu(0)


def pt(value: float) -> Emu:
    """Return points as a length, rounded to the EMU."""
    return Emu(round(value * EMU_PER_POINT))


def mm(value: float) -> Emu:
    """Return millimetres as a length, rounded to the EMU."""
    return Emu(round(value * EMU_PER_MM))


def inch(value: float) -> Emu:
    """Return inches as a length, rounded to the EMU."""
    return Emu(round(value * EMU_PER_INCH))


def px(value: float) -> Emu:
    """Return CSS pixels (96 to the inch) as a length, rounded to the EMU."""
    return Emu(round(value * EMU_PER_PIXEL))


class Centipoints(int):
    """A size of text in hundredths of a point: 1800 is 18 pt."""

    __slots__ = ()

    @property
    def points(self) -> float:
        """This size in points."""
        return int(self) / 100

    @property
    def emu(self) -> Emu:
        """This size as a length: one em."""
        return Emu(int(self) * EMU_PER_CENTIPOINT)

    def scaled(self, factor: float) -> Centipoints:
        """Return this size times a factor, rounded to a whole point.

        PowerPoint's size box shows whole points for most sizes, and people match sizes by it.
        """
        return Centipoints(round(int(self) * factor / 100) * 100)


_LENGTH: Final = lazy(r"([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))\s*(pt|mm|cm|in|px|emu)")
_PER_UNIT: Final = {
    "pt": EMU_PER_POINT,
    "mm": EMU_PER_MM,
    "cm": EMU_PER_CM,
    "in": EMU_PER_INCH,
    "px": EMU_PER_PIXEL,
    "emu": 1,
}


def parse_length(text: str) -> Emu | None:
    """Return the length that text such as `12.5mm` writes, or None where it writes none."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None
    return Emu(round(float(match[1]) * _PER_UNIT[match[2]]))


def show(length: int) -> str:
    """Return a length for people, in points: `14.2pt`."""
    return f"{length / EMU_PER_POINT:.2f}".rstrip("0").rstrip(".") + "pt"
