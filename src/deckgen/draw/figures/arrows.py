"""Block arrows, chevrons and connectors."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, radians, sin
from typing import Final

from deckgen.draw.figures.form import (
    Contours,
    Maker,
    ShapeSize,
    downward,
    leftward,
    plain,
    polygon,
    stroke,
    upward,
)
from deckgen.draw.figures.pencil import XY, Pencil


def _measures(form: ShapeSize) -> tuple[float, float]:
    """Return half the thickness of an arrow's shaft, and the length of its head."""
    half = form.height * form.share("adj1", 0.5) / 2
    return half, form.short * form.share("adj2", 0.5, form.reach(form.width))


def _arrow(form: ShapeSize) -> Contours:
    return _shafted(form, 0.0)


def _notched(form: ShapeSize) -> Contours:
    half, head = _measures(form)
    return _shafted(form, half * head / (form.height / 2) if form.height else 0.0)


def _shafted(form: ShapeSize, notch: float) -> Contours:
    """Return an arrow to the right, of which the other end is cut in so far."""
    (_, y), width, height = form.centre, form.width, form.height
    half, head = _measures(form)
    neck = width - head
    points = [(0.0, y - half), (neck, y - half), (neck, 0.0), (width, y), (neck, height)]
    points += [(neck, y + half), (0.0, y + half)]
    return polygon([*points, (notch, y)] if notch else points)


def _striped(form: ShapeSize) -> Contours:
    (_, y), width, height, unit = form.centre, form.width, form.height, form.short / 32
    half = height * form.share("adj1", 0.5) / 2
    head = form.short * form.share("adj2", 0.5, max(0.0, form.reach(width) * 27 / 32))
    neck, start = width - head, unit * 5
    pencil = Pencil().box(0, y - half, unit, half * 2)
    pencil.box(unit * 2, y - half, unit * 2, half * 2)
    pencil.polygon(
        [
            *((start, y - half), (neck, y - half), (neck, 0), (width, y)),
            *((neck, height), (neck, y + half), (start, y + half)),
        ]
    )
    return plain(pencil)


def _two_way(form: ShapeSize) -> Contours:
    (_, y), width, height = form.centre, form.width, form.height
    half = height * form.share("adj1", 0.5) / 2
    head = form.short * form.share("adj2", 0.5, form.reach(width) / 2)
    neck = width - head
    return polygon(
        [
            *((0, y), (head, 0), (head, y - half), (neck, y - half), (neck, 0), (width, y)),
            *((neck, height), (neck, y + half), (head, y + half), (head, height)),
        ]
    )


def _four_way(form: ShapeSize) -> Contours:
    (x, y), width, height = form.centre, form.width, form.height
    wide = form.short * form.share("adj2", 0.225, 0.5)
    half = min(form.short * form.share("adj1", 0.225) / 2, wide)
    head = form.short * form.share("adj3", 0.225, max(0.0, 0.5 - wide / max(form.short, 1e-9)))
    right, low = width - head, height - head
    return polygon(
        [
            *((0, y), (head, y - wide), (head, y - half), (x - half, y - half), (x - half, head)),
            *((x - wide, head), (x, 0), (x + wide, head), (x + half, head), (x + half, y - half)),
            *((right, y - half), (right, y - wide), (width, y), (right, y + wide)),
            *((right, y + half), (x + half, y + half), (x + half, low), (x + wide, low)),
            *((x, height), (x - wide, low), (x - half, low), (x - half, y + half)),
            *((head, y + half), (head, y + wide)),
        ]
    )


def _pointed(form: ShapeSize) -> Contours:
    (_, y), width, height = form.centre, form.width, form.height
    neck = width - form.short * form.share("adj", 0.5, form.reach(width))
    return polygon([(0, 0), (neck, 0), (width, y), (neck, height), (0, height)])


def _chevron(form: ShapeSize) -> Contours:
    (_, y), width, height = form.centre, form.width, form.height
    point = form.short * form.share("adj", 0.5, form.reach(width))
    neck = width - point
    return polygon([(0, 0), (neck, 0), (width, y), (neck, height), (0, height), (point, y)])


def _bent(form: ShapeSize) -> Contours:
    """Return an arrow that comes from below and turns to the right."""
    width, height, short = form.width, form.height, form.short
    wide = short * form.share("adj2", 0.25, 0.5)
    thick = min(short * form.share("adj1", 0.25), 2 * wide)
    head = short * form.share("adj3", 0.25, 0.5)
    neck, top = width - head, wide - thick / 2
    room = max(0.0, min(neck, height - top))
    outer = min(short * form.share("adj4", 0.4375, 2.0), room)
    inner = max(0.0, outer - thick)
    pencil = Pencil().move(0, height).lines((0, top + outer)).quarter(outer, outer, 2)
    pencil.lines((neck, top), (neck, 0), (width, wide), (neck, 2 * wide), (neck, top + thick))
    pencil.lines((thick + inner, top + thick))
    if inner:
        pencil.quarter(inner, inner, 3, -1)
    return plain(pencil.lines((thick, height)).close())


def _bent_up(form: ShapeSize) -> Contours:
    width, height, short = form.width, form.height, form.short
    wide = short * form.share("adj2", 0.25, 0.5)
    thick = min(short * form.share("adj1", 0.25, 0.5), 2 * wide)
    head = short * form.share("adj3", 0.25, 0.5)
    x, half = width - wide, thick / 2
    return polygon(
        [
            *((0, height - thick), (x - half, height - thick), (x - half, head)),
            *((width - 2 * wide, head), (x, 0), (width, head), (x + half, head)),
            *((x + half, height), (0, height)),
        ]
    )


def _u_turn(form: ShapeSize) -> Contours:
    width, height, short = form.width, form.height, form.short
    wide = short * form.share("adj2", 0.25, 0.25)
    thick = min(short * form.share("adj1", 0.25), 2 * wide)
    low = height * form.share("adj5", 0.75)
    head = min(short * form.share("adj3", 0.25), low)
    x, half, right = width - wide, thick / 2, width - wide + thick / 2
    outer = max(0.0, min(short * form.share("adj4", 0.4375), right / 2, low - head))
    inner = max(0.0, outer - thick)
    pencil = Pencil().move(0, height).lines((0, outer)).quarter(outer, outer, 2)
    pencil.lines((right - outer, 0)).quarter(outer, outer, 3).lines((right, low - head))
    pencil.lines((width, low - head), (x, low), (width - 2 * wide, low - head))
    pencil.lines((x - half, low - head), (x - half, thick + inner))
    if inner:
        pencil.quarter(inner, inner, 0, -1).lines((thick + inner, thick))
        pencil.quarter(inner, inner, 3, -1)
    else:
        pencil.lines((thick, thick))
    return plain(pencil.lines((thick, height)).close())


def _circular(form: ShapeSize) -> Contours:
    """Return an arrow that goes round, its tip at the end of its way."""
    thick = form.short * form.share("adj1", 0.125, 0.25)
    start, stop = form.angle("adj4", 180.0), form.angle("adj3", 340.0)
    ahead = form.angle("adj2", 19.04) % 180
    wide = max(form.short * form.share("adj5", 0.125, 0.25), thick / 2)
    x, y = form.centre
    rx, ry = max(0.0, x - wide), max(0.0, y - wide)
    first, way = radians(start), radians((stop - start) % 360)
    outer, inner = (rx + thick / 2, ry + thick / 2), (rx - thick / 2, ry - thick / 2)
    inner = (max(0.0, inner[0]), max(0.0, inner[1]))
    steps = 24
    angles = [first + way * at / steps for at in range(steps + 1)]
    last = angles[-1]

    def at(radii: XY, angle: float) -> XY:
        return x + radii[0] * cos(angle), y + radii[1] * sin(angle)

    head = [
        at((rx + wide, ry + wide), last),
        at((rx, ry), last + radians(ahead)),
        at((max(0.0, rx - wide), max(0.0, ry - wide)), last),
    ]
    back = [at(inner, angle) for angle in reversed(angles)]
    return polygon([*(at(outer, angle) for angle in angles), *head, *back])


def _curved(form: ShapeSize) -> Contours:
    """Return a band that bows from the upper right to an arrow's head at the lower right."""
    width, height, short = form.width, form.height, form.short
    wide = short * form.share("adj2", 0.5, form.reach(height))
    thick = min(short * form.share("adj1", 0.25), wide)
    head = short * form.share("adj3", 0.25, form.reach(width))
    neck, low = width - head, height - wide / 2
    outer = max(1e-6, (low + thick / 2) / 2)
    inner = max(1e-6, (low - thick / 2 - thick) / 2)
    pencil = Pencil().move(width, 0).arc(width, outer, -pi / 2, -pi / 2)
    pencil.bow((0, low + thick / 2 - outer / 3), (neck, low + thick / 2))
    pencil.lines((neck, height), (width, low), (neck, height - wide), (neck, low - thick / 2))
    pencil.bow((width * 0.08, low - thick / 2 - inner / 3), (0, outer))
    pencil.bow((width * 0.08, thick + inner / 4), (width, thick)).close()
    return plain(pencil)


def _line(form: ShapeSize) -> Contours:
    return stroke(Pencil().move(0, 0).lines((form.width, form.height)))


def _counter_line(form: ShapeSize) -> Contours:
    return stroke(Pencil().move(0, form.height).lines((form.width, 0)))


def _elbow(form: ShapeSize) -> Contours:
    return stroke(Pencil().move(0, 0).lines((form.width, 0), (form.width, form.height)))


def _bends(form: ShapeSize, count: int) -> list[XY]:
    """Return the corners of a connector that turns so often, of which each is adjusted."""
    points, x, y = [(0.0, 0.0)], 0.0, 0.0
    for number in range(1, count - 1):
        share = form.share(f"adj{number}", 0.5, 100.0, -100.0)
        if number % 2:
            x = form.width * share
        else:
            y = form.height * share
        points.append((x, y))
    if count % 2:
        points.append((x, form.height))
    else:
        points.append((form.width, y))
    return [*points, (form.width, form.height)]


def _bent_line(count: int) -> Maker:
    def make(form: ShapeSize) -> Contours:
        first, *others = _bends(form, count)
        return stroke(Pencil().move(*first).lines(*others))

    return make


def _curved_line(count: int) -> Maker:
    """Return the maker of a connector that bows from the middle of each leg to the next."""

    def make(form: ShapeSize) -> Contours:
        points = _bends(form, count)
        pencil = Pencil().move(*points[0])
        for (x, y), (x1, y1) in pairwise(points[1:-1]):
            pencil.bow((x, y), ((x + x1) / 2, (y + y1) / 2))
        return stroke(pencil.bow(points[-2], points[-1]))

    return make


def _quarter(form: ShapeSize) -> Contours:
    x, y = form.width, form.height
    return stroke(Pencil().move(0, 0).curve((x / 2, 0), (x, y / 2), (x, y)))


ARROWS: Final[dict[str, Maker]] = {
    "rightArrow": _arrow,
    "leftArrow": leftward(_arrow),
    "downArrow": downward(_arrow),
    "upArrow": upward(_arrow),
    "notchedRightArrow": _notched,
    "stripedRightArrow": _striped,
    "leftRightArrow": _two_way,
    "upDownArrow": downward(_two_way),
    "quadArrow": _four_way,
    "homePlate": _pointed,
    "chevron": _chevron,
    "bentArrow": _bent,
    "bentUpArrow": _bent_up,
    "uturnArrow": _u_turn,
    "circularArrow": _circular,
    "curvedRightArrow": _curved,
    "curvedLeftArrow": leftward(_curved),
    "curvedDownArrow": downward(_curved),
    "curvedUpArrow": upward(_curved),
    "line": _line,
    "straightConnector1": _line,
    "lineInv": _counter_line,
    "bentConnector2": _elbow,
    "curvedConnector2": _quarter,
    **{f"bentConnector{count}": _bent_line(count) for count in (3, 4, 5)},
    **{f"curvedConnector{count}": _curved_line(count) for count in (3, 4, 5)},
}
"""Arrows and connectors by the names that files give them."""
