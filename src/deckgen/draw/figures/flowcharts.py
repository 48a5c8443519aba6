"""The shapes of flow charts, ribbons, waves and callouts."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import Final

from deckgen.draw.figures.form import (
    LESS_DARK,
    Contour,
    Contours,
    Maker,
    ShapeSize,
    plain,
    polygon,
)
from deckgen.draw.figures.pencil import XY, Pencil


def _on_grid(*points: XY) -> Maker:
    """Return the maker of a shape of corners that are shares of the box."""
    return lambda form: polygon((form.width * x, form.height * y) for x, y in points)


def _with_lines(form: ShapeSize, *lines: tuple[XY, XY]) -> Contours:
    """Return a box with lines across it, told as shares of it."""
    pencil = Pencil()
    for (x0, y0), (x1, y1) in lines:
        pencil.move(form.width * x0, form.height * y0).lines((form.width * x1, form.height * y1))
    return (
        Contour(Pencil().box(0, 0, form.width, form.height).drawn),
        Contour(pencil.drawn, filled=False),
    )


def _subroutine(form: ShapeSize) -> Contours:
    return _with_lines(form, ((0.125, 0.0), (0.125, 1.0)), ((0.875, 0.0), (0.875, 1.0)))


def _storage(form: ShapeSize) -> Contours:
    return _with_lines(form, ((0.125, 0.0), (0.125, 1.0)), ((0.0, 0.125), (1.0, 0.125)))


def _crossed(form: ShapeSize, turn: float) -> Contours:
    """Return a circle with two lines through its middle, the first at an angle."""
    x, y = form.centre
    cross = Pencil()
    for angle in (turn, turn + pi / 2):
        out = (x * cos(angle), y * sin(angle))
        cross.move(x - out[0], y - out[1]).lines((x + out[0], y + out[1]))
    body = Pencil().ellipse(0, 0, form.width, form.height)
    return Contour(body.drawn), Contour(cross.drawn, filled=False)


def _document(form: ShapeSize) -> Contours:
    return plain(_sheet(0, 0, form.width, form.height))


def _sheet(x: float, y: float, width: float, height: float) -> Pencil:
    """Return a sheet with a foot that is torn in a wave."""
    pencil = Pencil().move(x, y).lines((x + width, y), (x + width, y + height * 17322 / 21600))
    middle = x + width / 2
    pencil.curve(
        (middle, y + height * 17322 / 21600),
        (middle, y + height * 23922 / 21600),
        (x, y + height * 20172 / 21600),
    )
    return pencil.close()


def _documents(form: ShapeSize) -> Contours:
    width, height = form.width * 18595 / 21600, form.height * 0.83
    return tuple(
        Contour(_sheet(form.width * x, form.height * y, width, height).drawn)
        for x, y in ((3005 / 21600, 0.0), (1532 / 21600, 0.085), (0.0, 0.17))
    )


def _terminator(form: ShapeSize) -> Contours:
    width, y, wide = form.width, form.height / 2, form.width * 3475 / 21600
    pencil = Pencil().move(wide, 0).lines((width - wide, 0)).quarter(wide, y, 3, 2)
    return plain(pencil.lines((wide, form.height)).quarter(wide, y, 1, 2).close())


def _stored(form: ShapeSize) -> Contours:
    width, height, y, wide = form.width, form.height, form.height / 2, form.width / 6
    pencil = Pencil().move(wide, 0).lines((width, 0)).quarter(wide, y, 3, -2)
    return plain(pencil.lines((wide, height)).quarter(wide, y, 1, 2).close())


def _delay(form: ShapeSize) -> Contours:
    x, y = form.centre
    pencil = Pencil().move(0, 0).lines((x, 0)).quarter(x, y, 3, 2)
    return plain(pencil.lines((0, form.height)).close())


def _display(form: ShapeSize) -> Contours:
    width, height, y, wide = form.width, form.height, form.height / 2, form.width / 6
    pencil = Pencil().move(0, y).lines((wide, 0), (width - wide, 0)).quarter(wide, y, 3, 2)
    return plain(pencil.lines((wide, height)).close())


def _tape(form: ShapeSize) -> Contours:
    (x, y), angle = form.centre, atan2(form.height, form.width)
    foot = y + y * sin(angle)
    pencil = Pencil().move(x, form.height).quarter(x, y, 1, 3)
    return plain(
        pencil.arc(x, y, 0, angle).lines((form.width, foot), (form.width, form.height)).close()
    )


def _waved(form: ShapeSize, tall: float, lean: float, count: int) -> Contours:
    """Return a band of which both long sides run in waves, so many of them."""
    width, height = form.width, form.height
    rise, shift = height * tall, width * lean
    left, span = max(0.0, -shift), width - abs(shift)
    step = span / count
    pencil, far = Pencil().move(left, rise), height - rise
    swing = rise * 10 / 3
    for at in range(count):
        x = left + at * step
        pencil.curve(
            (x + step / 3, rise - swing), (x + step * 2 / 3, rise + swing), (x + step, rise)
        )
    start = left + shift
    pencil.lines((start + span, far))
    for at in range(count):
        x = start + span - at * step
        pencil.curve((x - step / 3, far + swing), (x - step * 2 / 3, far - swing), (x - step, far))
    return plain(pencil.close())


def _wave(form: ShapeSize) -> Contours:
    return _waved(form, form.share("adj1", 0.125, 0.2), form.share("adj2", 0.0, 0.1, -0.1) * 2, 1)


def _double_wave(form: ShapeSize) -> Contours:
    return _waved(
        form, form.share("adj1", 0.0625, 0.125), form.share("adj2", 0.0, 0.1, -0.1) * 2, 2
    )


def _punched_tape(form: ShapeSize) -> Contours:
    return _waved(form, 0.1, 0.0, 1)


def _ribbon(form: ShapeSize) -> Contours:
    """Return a ribbon whose middle lies in front, lower than its ends."""
    width, height = form.width, form.height
    drop = height * form.share("adj1", 1 / 6, 1 / 3)
    wide = width * form.share("adj2", 0.5, 0.75, 0.25)
    left, fold, nick = (width - wide) / 2, width / 32 * 4, width / 8
    right, low = width - left, height - drop
    ends = Pencil()
    for side in (0, 1):
        xs = [0.0, left + fold, left + fold, 0.0, nick]
        ys = [0.0, 0.0, low, low, low / 2]
        ends.polygon((width - x if side else x, y) for x, y in zip(xs, ys, strict=True))
    middle = Pencil().box(left, drop, right - left, low)
    folds = Pencil()
    for side in (0, 1):
        triangle = [(left, drop), (left + fold, drop), (left + fold, low), (left, low)]
        folds.polygon((width - x if side else x, y) for x, y in triangle)
    return (
        Contour(ends.drawn),
        Contour(folds.drawn, shade=LESS_DARK, drawn=False),
        Contour(middle.drawn),
    )


def _tip(form: ShapeSize, x: float, y: float) -> XY:
    return (
        form.width * (0.5 + form.share("adj1", x, 20.0, -20.0)),
        form.height * (0.5 + form.share("adj2", y, 20.0, -20.0)),
    )


def _speech(form: ShapeSize, radius: float) -> Contours:
    """Return a box with round corners and a wedge from the side that is nearest to a point."""
    width, height, tip = form.width, form.height, _tip(form, -0.20833, 0.625)
    across, down = tip[0] - width / 2, tip[1] - height / 2
    is_level = abs(across) * height > abs(down) * width
    facing = (1 if across > 0 else 3) if is_level else (2 if down > 0 else 0)
    pencil = Pencil().move(radius, 0)
    for side, length in enumerate((width, height, width, height)):
        towards = across if side % 2 == 0 else down
        early = (towards < 0) == (side in {0, 1})
        first, last = (2, 5) if early else (7, 10)
        along = [length * first / 12, length * last / 12]
        end = _on_side(form, side, length - radius)
        if side == facing:
            pencil.lines(_on_side(form, side, along[0]), tip, _on_side(form, side, along[1]))
        pencil.lines(end)
        if radius:
            pencil.quarter(radius, radius, 3 + side)
    return plain(pencil.close())


def _on_side(form: ShapeSize, side: int, along: float) -> XY:
    """Return a point so far along a side of the box, clockwise from the upper one."""
    width, height = form.width, form.height
    return ((along, 0.0), (width, along), (width - along, height), (0.0, height - along))[side]


def _round_speech(form: ShapeSize) -> Contours:
    return _speech(form, form.short * form.share("adj3", 1 / 6, 0.5))


def _oval_speech(form: ShapeSize) -> Contours:
    (x, y), tip = form.centre, _tip(form, -0.20833, 0.625)
    if not (x and y):
        return polygon([(0.0, 0.0), tip])
    middle = atan2((tip[1] - y) / y, (tip[0] - x) / x)
    half = pi * 11 / 180
    first, steps = middle + half, 48
    turns = [first + (2 * pi - 2 * half) * at / steps for at in range(steps + 1)]
    return polygon([tip, *((x + x * cos(turn), y + y * sin(turn)) for turn in turns)])


def _bordered(form: ShapeSize, border: bool, accent: bool) -> Contours:
    width, height = form.width, form.height
    usual = ((0.1875, -0.08333), (1.125, -0.38333))
    points = [
        (
            width * form.share(f"adj{2 * at + 2}", x, 20.0, -20.0),
            height * form.share(f"adj{2 * at + 1}", y, 20.0, -20.0),
        )
        for at, (y, x) in enumerate(usual)
    ]
    pencil = Pencil().move(*points[0]).lines(points[1])
    if accent:
        pencil.move(points[0][0], 0).lines((points[0][0], height))
    body = Contour(Pencil().box(0, 0, width, height).drawn, drawn=border)
    return body, Contour(pencil.drawn, filled=False)


def _sorted(form: ShapeSize) -> Contours:
    (x, y), width = form.centre, form.width
    body = Pencil().polygon([(0, y), (x, 0), (width, y), (x, form.height)])
    line = Pencil().move(0, y).lines((width, y))
    return Contour(body.drawn), Contour(line.drawn, filled=False)


FLOWCHARTS: Final[dict[str, Maker]] = {
    "flowChartPredefinedProcess": _subroutine,
    "flowChartInternalStorage": _storage,
    "flowChartSummingJunction": lambda form: _crossed(form, pi / 4),
    "flowChartOr": lambda form: _crossed(form, 0.0),
    "flowChartDocument": _document,
    "flowChartMultidocument": _documents,
    "flowChartTerminator": _terminator,
    "flowChartOnlineStorage": _stored,
    "flowChartDelay": _delay,
    "flowChartDisplay": _display,
    "flowChartMagneticTape": _tape,
    "flowChartPunchedTape": _punched_tape,
    "flowChartSort": _sorted,
    "flowChartInputOutput": _on_grid((0.2, 0.0), (1.0, 0.0), (0.8, 1.0), (0.0, 1.0)),
    "flowChartPreparation": _on_grid(
        (0.0, 0.5), (0.2, 0.0), (0.8, 0.0), (1.0, 0.5), (0.8, 1.0), (0.2, 1.0)
    ),
    "flowChartManualInput": _on_grid((0.0, 0.2), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
    "flowChartManualOperation": _on_grid((0.0, 0.0), (1.0, 0.0), (0.8, 1.0), (0.2, 1.0)),
    "flowChartOffpageConnector": _on_grid(
        (0.0, 0.0), (1.0, 0.0), (1.0, 0.8), (0.5, 1.0), (0.0, 0.8)
    ),
    "flowChartPunchedCard": _on_grid((0.0, 0.2), (0.2, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
    "flowChartCollate": _on_grid((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)),
    "flowChartMerge": _on_grid((0.0, 0.0), (1.0, 0.0), (0.5, 1.0)),
    "wave": _wave,
    "doubleWave": _double_wave,
    "ribbon": _ribbon,
    "wedgeRectCallout": lambda form: _speech(form, 0.0),
    "wedgeRoundRectCallout": _round_speech,
    "wedgeEllipseCallout": _oval_speech,
    "borderCallout1": lambda form: _bordered(form, border=True, accent=False),
    "accentCallout1": lambda form: _bordered(form, border=False, accent=True),
    "accentBorderCallout1": lambda form: _bordered(form, border=True, accent=True),
    "callout1": lambda form: _bordered(form, border=False, accent=False),
}
"""Shapes of flow charts and callouts by the names that files give them."""
