"""Words -> single-stroke letterforms for signs, so that no font is needed."""

from illustration.canvas import Canvas
from illustration.geometry import Point

_GLYPHS: dict[str, tuple[float, str]] = {
    "A": (0.7, "M0 1L.35 0L.7 1M.12 .66H.58"),
    "C": (
        0.64,
        ("M.64 .18C.56 .06 .47 0 .36 0C.12 0 0 .22 0 .5C0 .78 .12 1 .36 1C.47 1 .56 .94 .64 .82"),
    ),
    "D": (0.64, "M0 0V1H.26C.54 1 .64 .78 .64 .5C.64 .22 .54 0 .26 0Z"),
    "E": (0.52, "M.52 0H0V1H.52M0 .5H.46"),
    "G": (
        0.68,
        (
            "M.64 .18C.56 .06 .47 0 .36 0C.12 0 0 .22 0 .5"
            "C0 .78 .12 1 .36 1C.56 1 .68 .86 .68 .56H.4"
        ),
    ),
    "I": (0.0, "M0 0V1"),
    "L": (0.48, "M0 0V1H.48"),
    "M": (0.78, "M0 1V0L.39 .64L.78 0V1"),
    "N": (0.62, "M0 1V0L.62 1V0"),
    "O": (
        0.72,
        ("M.36 0C.12 0 0 .22 0 .5C0 .78 .12 1 .36 1C.6 1 .72 .78 .72 .5C.72 .22 .6 0 .36 0Z"),
    ),
    "P": (0.56, "M0 1V0H.28C.64 0 .64 .56 .28 .56H0"),
    "S": (
        0.58,
        (
            "M.54 .17C.5 .05 .41 0 .3 0C.13 0 .03 .1 .03 .25"
            "C.03 .42 .16 .46 .3 .5C.45 .54 .58 .6 .58 .76C.58 .92 .45 1 .29 1C.14 1 .04 .94 0 .82"
        ),
    ),
    "T": (0.64, "M0 0H.64M.32 0V1"),
    "U": (0.6, "M0 0V.62C0 .88 .12 1 .3 1C.48 1 .6 .88 .6 .62V0"),
    "V": (0.68, "M0 0L.34 1L.68 0"),
    "W": (0.94, "M0 0L.23 1L.47 .25L.71 1L.94 0"),
    "&": (
        0.66,
        (
            "M.66 1L.14 .3C.04 .14 .12 0 .28 0C.44 0 .5 .16 .4 .3"
            "C.3 .44 0 .5 0 .76C0 .92 .12 1 .26 1C.46 1 .56 .84 .62 .6"
        ),
    ),
    ">": (0.8, "M0 .5H.8M.5 .18L.8 .5L.5 .82"),
    "<": (0.8, "M.8 .5H0M.3 .18L0 .5L.3 .82"),
    " ": (0.3, ""),
}
"""Advance and outline of each letter, one unit high."""
_GAP = 0.34


def width(text: str, height: float) -> float:
    """How wide the word will be drawn, from the middle of the first stem to that of the last."""
    return (sum(_GLYPHS[letter][0] for letter in text) + _GAP * (len(text) - 1)) * height


def write(canvas: Canvas, text: str, top_left: Point, height: float, colour: str) -> None:
    """Draw the word with strokes a sixth of its height."""
    write_stroked(canvas, text, top_left, height, (colour, 0.17))


def write_stroked(
    canvas: Canvas, text: str, top_left: Point, height: float, stroke: tuple[str, float]
) -> None:
    """Draw the word with a stroke of the given colour and weight (a share of the height)."""
    x, y = top_left
    for letter in text:
        advance, data = _GLYPHS[letter]
        with canvas.placed((x, y), height):
            if data:
                canvas.stroke(data, stroke[0], stroke[1], stroke_linejoin="round")
        x += (advance + _GAP) * height
