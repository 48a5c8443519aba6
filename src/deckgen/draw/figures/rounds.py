"""Ellipses, parts of them, and shapes that are round."""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import Final

from deckgen.draw.figures.form import (
    LESS_DARK,
    LIGHTER,
    Contour,
    Contours,
    Maker,
    ShapeSize,
    body_and_line,
    plain,
    stroke,
)
from deckgen.draw.figures.pencil import XY, Pencil


def _ellipse(form: ShapeSize) -> Contours:
    return plain(Pencil().ellipse(0, 0, form.width, form.height))


def _angles(form: ShapeSize, first: float, last: float) -> tuple[float, float]:
    """Return where a part of an ellipse begins and how far it goes, in radians."""
    start, stop = form.angle("adj1", first), form.angle("adj2", last)
    return radians(start), radians((stop - start) % 360)


def _rim(form: ShapeSize, angle: float) -> XY:
    """Return the point on the rim of the box's ellipse in the direction of an angle."""
    x, y = form.centre
    size = (x * sin(angle)) ** 2 + (y * cos(angle)) ** 2
    reach = x * y / size**0.5 if size > 0 else 0.0
    return x + reach * cos(angle), y + reach * sin(angle)


def _on_rim(form: ShapeSize, angle: float) -> Pencil:
    return Pencil().move(*_rim(form, angle))


def _pie(form: ShapeSize) -> Contours:
    start, sweep = _angles(form, 0.0, 270.0)
    x, y = form.centre
    return plain(_on_rim(form, start).arc(x, y, start, sweep).lines((x, y)).close())


def _chord(form: ShapeSize) -> Contours:
    start, sweep = _angles(form, 45.0, 270.0)
    return plain(_on_rim(form, start).arc(*form.centre, start, sweep).close())


def _arc(form: ShapeSize) -> Contours:
    start, sweep = _angles(form, 270.0, 0.0)
    x, y = form.centre
    rim = _on_rim(form, start).arc(x, y, start, sweep)
    body = _on_rim(form, start).arc(x, y, start, sweep).lines((x, y)).close()
    return body_and_line(body, rim)


def _wedge(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    return plain(Pencil().move(0, height).quarter(width, height, 2).lines((width, height)).close())


def _donut(form: ShapeSize) -> Contours:
    edge = form.short * form.share("adj", 0.25, 0.5)
    x, y = form.centre
    pencil = Pencil().ellipse(0, 0, form.width, form.height)
    pencil.move(edge, y).quarter(x - edge, y - edge, 2, -4).close()
    return plain(pencil)


def _no_smoking(form: ShapeSize) -> Contours:
    """Return a ring with a bar from the upper left to the lower right."""
    edge = form.short * form.share("adj", 0.1875, 0.5)
    (x, y), steps = form.centre, 12
    wide, high = max(0.0, x - edge), max(0.0, y - edge)
    pencil = Pencil().ellipse(0, 0, form.width, form.height)
    if not (wide and high):
        return plain(pencil)
    half = min(0.95, edge / 2 / min(wide, high))
    opening = (pi - 2 * half) / steps
    for side in (0.0, pi):
        at = [pi / 4 + side - half - step * opening for step in range(steps + 1)]
        pencil.polygon((x + wide * cos(angle), y + high * sin(angle)) for angle in at)
    return plain(pencil)


def _block_arc(form: ShapeSize) -> Contours:
    start, sweep = _angles(form, 180.0, 0.0)
    thick = form.short * form.share("adj3", 0.25, 0.5)
    x, y = form.centre
    inner = ShapeSize(max(0.0, form.width - 2 * thick), max(0.0, form.height - 2 * thick), {})
    pencil = _on_rim(form, start).arc(x, y, start, sweep)
    end = _rim(inner, start + sweep)
    pencil.lines((end[0] + thick, end[1] + thick))
    pencil.arc(x - thick, y - thick, start + sweep, -sweep)
    return plain(pencil.close())


def _teardrop(form: ShapeSize) -> Contours:
    (x, y), share = form.centre, form.share("adj", 1.0, 2.0)
    tip = (x + x * share, y - y * share)
    pencil = Pencil().move(0, y).quarter(x, y, 2)
    pencil.bow(((x + tip[0]) / 2, 0), tip).bow((form.width, (y + tip[1]) / 2), (form.width, y))
    return plain(pencil.quarter(x, y, 0, 2).close())


def _moon(form: ShapeSize) -> Contours:
    width, height, (_, y) = form.width, form.height, form.centre
    left = min(form.short * form.share("adj", 0.5, 0.875), width * 0.875)
    inner = max(1e-6, width - left)
    pencil = Pencil().move(width, height).quarter(width, y, 1, 2)
    return plain(pencil.arc(inner, y, -pi / 2, -pi).close())


def _heart(form: ShapeSize) -> Contours:
    width, height, (x, _) = form.width, form.height, form.centre
    pencil = Pencil().move(x, height / 4)
    out, far = width * 10 / 48, width * 49 / 48
    pencil.curve((x + out, -height / 3), (x + far, height / 4), (x, height))
    return plain(
        pencil.curve((x - far, height / 4), (x - out, -height / 3), (x, height / 4)).close()
    )


def _sun(form: ShapeSize) -> Contours:
    (x, y), share = form.centre, form.share("adj", 0.25, 0.46875, 0.125)
    inner = 1 - 2 * share
    pencil = Pencil()
    for ray in range(8):
        angle, half = ray * pi / 4, pi / 16 + 0.06
        base = inner + (1 - inner) / 4
        pencil.polygon(
            [
                (x + x * cos(angle), y + y * sin(angle)),
                (x + x * base * cos(angle + half), y + y * base * sin(angle + half)),
                (x + x * base * cos(angle - half), y + y * base * sin(angle - half)),
            ]
        )
    return plain(pencil.ellipse(x - x * inner, y - y * inner, 2 * x * inner, 2 * y * inner))


def _cloud(form: ShapeSize) -> Contours:
    """Return a closed outline of bulges between points on an ellipse."""
    (x, y), count = form.centre, 11
    rim = [(x + x * 0.86 * cos(a), y + y * 0.84 * sin(a)) for a in _turns(count)]
    far = [(x + x * 1.05 * cos(a), y + y * 1.06 * sin(a)) for a in _turns(count, 0.5)]
    pencil = Pencil().move(*rim[0])
    for at, (out_x, out_y) in enumerate(far):
        (x0, y0), (x1, y1) = rim[at], rim[(at + 1) % count]
        one = (x0 + (out_x - (x0 + x1) / 2), y0 + (out_y - (y0 + y1) / 2))
        two = (x1 + (out_x - (x0 + x1) / 2), y1 + (out_y - (y0 + y1) / 2))
        pencil.curve(one, two, (x1, y1))
    return plain(pencil.close())


def _turns(count: int, first: float = 0.0) -> list[float]:
    return [(at + first) * 2 * pi / count for at in range(count)]


def _smiley(form: ShapeSize) -> Contours:
    width, height, (x, y) = form.width, form.height, form.centre
    bend = form.share("adj", 0.04653, 0.04653, -0.04653)
    eyes = Pencil()
    for left in (6215, 13135):
        eyes.ellipse(width * left / 21600, height * 6440 / 21600, x / 9.6, y / 9.6)
    low, mid = height * (16515 / 21600 - bend), height * (16515 / 21600 + bend)
    mouth = Pencil().move(width * 4969 / 21600, low)
    mouth.bow((x, mid + height * bend), (width * 16640 / 21600, low))
    return (
        Contour(Pencil().ellipse(0, 0, width, height).drawn),
        Contour(eyes.drawn, shade=LESS_DARK),
        Contour(mouth.drawn, filled=False),
    )


def _can(form: ShapeSize) -> Contours:
    width, height, (x, _) = form.width, form.height, form.centre
    high = form.short * form.share("adj", 0.25, form.reach(height) / 2) / 2
    return _drum(width, height, x, high)


def _disk(form: ShapeSize) -> Contours:
    return _drum(form.width, form.height, form.width / 2, form.height / 6)


def _drum(width: float, height: float, x: float, high: float) -> Contours:
    """Return a drum, with ellipses so high as its lid and its foot."""
    body = Pencil().move(0, high).quarter(x, high, 2, -2).lines((width, height - high))
    body.quarter(x, high, 0, 2).close()
    lid = Pencil().ellipse(0, 0, width, 2 * high)
    whole = Pencil().move(0, high).quarter(x, high, 2, 2).lines((width, height - high))
    whole.quarter(x, high, 0, 2).close()
    rim = Pencil().move(width, high).quarter(x, high, 0, 2)
    return (
        Contour(body.drawn, drawn=False),
        Contour(lid.drawn, drawn=False, shade=LIGHTER),
        Contour(whole.drawn, filled=False),
        Contour(rim.drawn, filled=False),
    )


def _tube(form: ShapeSize) -> Contours:
    """Return a drum that lies on its side (direct access storage)."""
    width, height, y, wide = form.width, form.height, form.height / 2, form.width / 6
    body = Pencil().move(wide, 0).lines((width - wide, 0)).quarter(wide, y, 3, 2)
    body.lines((wide, height)).quarter(wide, y, 1, 2).close()
    rim = Pencil().move(width - wide, height).quarter(wide, y, 1, 2)
    return Contour(body.drawn), Contour(rim.drawn, filled=False)


def _bracket(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    high = form.short * form.share("adj", 0.08333, form.reach(height) / 2)
    pencil = Pencil().move(width, height).quarter(width, high, 1).lines((0, high))
    return stroke(pencil.quarter(width, high, 2))


def _brace(form: ShapeSize) -> Contours:
    width, height, x = form.width, form.height, form.width / 2
    point = height * form.share("adj2", 0.5)
    room = min(point, height - point) / 2
    high = min(form.short * form.share("adj1", 0.08333, form.reach(height)), room)
    pencil = Pencil().move(width, height).quarter(x, high, 1).lines((x, point + high))
    pencil.quarter(x, high, 0, -1).quarter(x, high, 1, -1).lines((x, high))
    return stroke(pencil.quarter(x, high, 2))


def _pair(form: ShapeSize) -> Contours:
    """Return round brackets at both sides; what is between them may be filled."""
    width, height = form.width, form.height
    size = form.short * form.share("adj", 1 / 6, 0.5)
    lines = Pencil().move(size, height).quarter(size, size, 1).lines((0, size))
    lines.quarter(size, size, 2).move(width - size, 0).quarter(size, size, 3)
    lines.lines((width, height - size)).quarter(size, size, 0)
    body = Pencil().move(0, size).quarter(size, size, 2).lines((width - size, 0))
    body.quarter(size, size, 3).lines((width, height - size)).quarter(size, size, 0)
    body.lines((size, height)).quarter(size, size, 1).close()
    return body_and_line(body, lines)


ROUNDS: Final[dict[str, Maker]] = {
    "ellipse": _ellipse,
    "flowChartConnector": _ellipse,
    "pie": _pie,
    "chord": _chord,
    "arc": _arc,
    "pieWedge": _wedge,
    "donut": _donut,
    "noSmoking": _no_smoking,
    "blockArc": _block_arc,
    "teardrop": _teardrop,
    "moon": _moon,
    "heart": _heart,
    "sun": _sun,
    "cloud": _cloud,
    "smileyFace": _smiley,
    "can": _can,
    "flowChartMagneticDisk": _disk,
    "flowChartMagneticDrum": _tube,
    "leftBracket": _bracket,
    "leftBrace": _brace,
    "bracketPair": _pair,
}
"""Round shapes by the names that files give them."""
