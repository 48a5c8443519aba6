"""A place on the floor of a hall -> an exhibitor's stand in isometric projection."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from illustration import cloud
from illustration.canvas import Canvas
from illustration.cast import EVERYONE
from illustration.figure import Pose, draw_person
from illustration.geometry import Point, disc, scatter
from illustration.isometric import Block, View, draw_block, on_left, on_right, quad
from illustration.palette import (
    AMBER,
    GREEN,
    INK,
    MINT,
    ORANGE,
    SKY,
    WHITE,
    darker,
    fade,
    lighter,
    mix,
)

SIDE = 5.0
_WALL = 2.2


@dataclass(frozen=True, slots=True)
class Stand:
    """One stand: the far corner of its plot, its colour, and what it shows."""

    x: float
    y: float
    colour: str
    kind: int


@dataclass(frozen=True, slots=True)
class _Item:
    depth: float
    draw: Callable[[], None]


def person(canvas: Canvas, view: View, place: Point, number: int) -> None:
    """Somebody of the cast standing on the floor, the way they look picked by `number`."""
    look = EVERYONE[number % len(EVERYONE)]
    at = view.at(*place)
    poses = (
        Pose(turn=0.6, right_hand=(0.95, -4.2)),
        Pose(back=True),
        Pose(turn=-0.6, left_hand=(-0.9, -4.2)),
        Pose(back=True, turn=0.4, left_foot=(-0.3, -0.4), right_foot=(0.3, 0.0)),
        Pose(left_foot=(-0.3, -0.05), right_foot=(0.3, -0.4)),
    )
    canvas.shadow(at, (view.unit * 0.42, view.unit * 0.2), 0.5)
    with canvas.placed(at, view.unit * 1.72 / 7.1):
        draw_person(canvas, look, poses[number * 7 % 5])


def draw_stand(canvas: Canvas, view: View, stand: Stand) -> None:
    """Carpet, back walls, furniture and people, farthest first."""
    x, y, colour = stand.x, stand.y, stand.colour
    draw_block(canvas, view, Block((x, y, 0), (SIDE, SIDE, 0.1)), mix(colour, "#DDE8F4", 0.35))
    lifted = replace(view, origin=(view.origin[0], view.origin[1] - 0.1 * view.unit))
    _walls(canvas, lifted, stand)
    items = _furniture(canvas, lifted, stand)
    for item in sorted(items, key=lambda item: item.depth):
        item.draw()


def _walls(canvas: Canvas, view: View, stand: Stand) -> None:
    x, y, colour = stand.x, stand.y, stand.colour
    left = Block((x, y, 0), (0.16, SIDE, _WALL))
    right = Block((x, y, 0), (SIDE, 0.16, _WALL))
    draw_block(canvas, view, left, lighter(colour, 0.25))
    draw_block(canvas, view, right, lighter(colour, 0.12))
    for block, place in ((left, on_right), (right, on_left)):
        canvas.polygon(quad(place, view, block, (0.03, 0.0, 0.97, 0.2)), mix(colour, INK, 0.3))
        canvas.polygon(quad(place, view, block, (0.06, 0.07, 0.34, 0.13)), WHITE)
        canvas.polygon(quad(place, view, block, (0.37, 0.07, 0.47, 0.13)), AMBER)
    _panel(canvas, quad(on_left, view, right, (0.14, 0.28, 0.62, 0.72)), stand)
    _panel(canvas, quad(on_right, view, left, (0.3, 0.28, 0.86, 0.72)), stand)
    emblem = on_left(view, right, (0.82, 0.46))
    canvas.path(cloud.outline(emblem, view.unit * 0.34), fade(WHITE, 0.92))


def _panel(canvas: Canvas, corners: list[Point], stand: Stand) -> None:
    a, b, c, d = corners
    canvas.polygon(corners, canvas.linear(a, c, "#0E2C5C", "#174C8C", "#0E2C5C"), stroke="#081226", stroke_width=3)

    def spot(across: float, down: float) -> Point:
        return (a[0] + (b[0] - a[0]) * across + (d[0] - a[0]) * down, a[1] + (b[1] - a[1]) * across + (d[1] - a[1]) * down)

    values = scatter(int(stand.x * 13 + stand.y * 7 + a[0]))
    if stand.kind % 2:
        line = [spot(0.08 + index * 0.12, 0.75 - 0.06 * index - 0.2 * next(values)) for index in range(8)]
        canvas.line(line, MINT, 3)
        canvas.line([spot(0.08, 0.86), spot(0.92, 0.86)], fade(WHITE, 0.5), 2)
    else:
        for index in range(6):
            top = 0.75 - 0.5 * next(values)
            left = 0.1 + index * 0.14
            bar = [spot(left, top), spot(left + 0.09, top), spot(left + 0.09, 0.85), spot(left, 0.85)]
            canvas.polygon(bar, (MINT, AMBER, SKY)[index % 3])
    canvas.line([spot(0.08, 0.14), spot(0.4, 0.14)], fade(WHITE, 0.85), 3)


def _furniture(canvas: Canvas, view: View, stand: Stand) -> list[_Item]:
    x, y = stand.x, stand.y
    seed = int(x * 3 + y * 5)
    items = []

    def add(place: Point, draw: Callable[[], None]) -> None:
        items.append(_Item(place[0] + place[1], draw))

    def visitor(dx: float, dy: float, number: int) -> None:
        spot = (x + dx, y + dy)
        add(spot, lambda: person(canvas, view, spot, seed + number))

    match stand.kind:
        case 0:
            add((x + 3.2, y + 1.9), lambda: _counter(canvas, view, (x + 2.6, y + 1.4), stand.colour))
            visitor(1.6, 2.2, 1)
            visitor(4.4, 2.6, 4)
            visitor(2.2, 4.2, 2)
        case 1:
            for step in range(3):
                place = (x + 0.7 + step * 1.15, y + 0.7)
                add(place, lambda place=place: _cabinet(canvas, view, place))  # type: ignore[misc]
            visitor(2.0, 3.0, 3)
            visitor(3.2, 2.6, 5)
            add((x + 4.1, y + 3.9), lambda: _pod(canvas, view, (x + 3.9, y + 3.7), stand.colour))
        case 2:
            for dx, dy in ((1.2, 3.6), (3.6, 1.2), (3.5, 3.5)):
                add((x + dx, y + dy), lambda dx=dx, dy=dy: _pod(canvas, view, (x + dx, y + dy), stand.colour))  # type: ignore[misc]
            visitor(2.2, 2.2, 0)
            visitor(2.4, 4.4, 8)
            visitor(4.6, 2.4, 6)
        case _:
            add((x + 1.9, y + 1.5), lambda: _sofa(canvas, view, (x + 0.9, y + 0.7), stand.colour))
            add((x + 2.9, y + 2.9), lambda: _table(canvas, view, (x + 2.9, y + 2.9)))
            visitor(3.9, 2.2, 7)
            visitor(2.1, 4.0, 9)
    add((x + 0.55, y + 4.5), lambda: _bush(canvas, view, (x + 0.55, y + 4.5)))
    return items


def _counter(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    body = Block((*place, 0), (0.9, 2.4, 1.05))
    draw_block(canvas, view, body, "#F2F6FB")
    canvas.polygon(quad(on_right, view, body, (0.0, 0.72, 1.0, 0.9)), colour)
    canvas.polygon(quad(on_left, view, body, (0.0, 0.72, 1.0, 0.9)), lighter(colour, 0.2))
    emblem = on_right(view, body, (0.5, 0.42))
    canvas.path(cloud.outline(emblem, view.unit * 0.26), darker(colour, 0.1))
    draw_block(canvas, view, Block((place[0] + 0.3, place[1] + 0.5, 1.05), (0.08, 0.62, 0.42)), "#2A3B57")
    draw_block(canvas, view, Block((place[0] + 0.3, place[1] + 1.6, 1.05), (0.3, 0.4, 0.08)), ORANGE)


def _cabinet(canvas: Canvas, view: View, place: Point) -> None:
    body = Block((*place, 0), (0.95, 0.9, 2.05))
    draw_block(canvas, view, body, "#3C5273")
    for row in range(9):
        top = 0.06 + row * 0.1
        canvas.polygon(quad(on_left, view, body, (0.1, top, 0.9, top + 0.07)), "#101D34")
        canvas.circle(on_left(view, body, (0.76, top + 0.035)), view.unit * 0.035, GREEN if row % 4 else AMBER)


def _pod(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    x, y = place
    draw_block(canvas, view, Block((x, y, 0), (0.7, 0.7, 1.0)), lighter(colour, 0.6))
    monitor = Block((x + 0.28, y - 0.15, 1.12), (0.1, 1.0, 0.68))
    draw_block(canvas, view, monitor, "#22314C")
    canvas.polygon(quad(on_right, view, monitor, (0.06, 0.1, 0.94, 0.9)), "#2C7FC4")
    canvas.polygon(quad(on_right, view, monitor, (0.14, 0.5, 0.6, 0.62)), WHITE)
    canvas.polygon(quad(on_right, view, monitor, (0.14, 0.24, 0.8, 0.36)), MINT)


def _sofa(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    x, y = place
    shade = darker(colour, 0.1)
    draw_block(canvas, view, Block((x, y, 0), (0.3, 2.4, 0.85)), shade)
    draw_block(canvas, view, Block((x + 0.3, y, 0), (0.75, 2.4, 0.45)), lighter(colour, 0.1))
    draw_block(canvas, view, Block((x + 0.3, y + 2.2, 0), (0.75, 0.22, 0.66)), shade)


def _table(canvas: Canvas, view: View, place: Point) -> None:
    foot, top = view.at(*place), view.at(*place, 1.05)
    canvas.ellipse(foot, (view.unit * 0.34, view.unit * 0.17), "#51678A")
    canvas.line([foot, top], "#7D93B2", view.unit * 0.08)
    canvas.ellipse((top[0], top[1] + 4), (view.unit * 0.52, view.unit * 0.26), "#93A9C4")
    canvas.ellipse(top, (view.unit * 0.52, view.unit * 0.26), "#F4F8FC")
    canvas.path(disc((top[0] - 5, top[1] - 3), view.unit * 0.07), ORANGE)


def _bush(canvas: Canvas, view: View, place: Point) -> None:
    foot = view.at(*place)
    unit = view.unit
    canvas.rectangle((foot[0] - unit * 0.2, foot[1] - unit * 0.36, unit * 0.4, unit * 0.42), "#E6EDF5", unit * 0.08)
    for across, up, size in ((-0.22, 0.6, 0.24), (0.22, 0.62, 0.24), (0, 0.56, 0.28), (-0.08, 0.92, 0.24), (0.1, 0.84, 0.22)):
        centre = (foot[0] + across * unit, foot[1] - up * unit)
        paint = canvas.radial((centre[0] - unit * 0.08, centre[1] - unit * 0.1), size * unit * 1.3, "#5FC79A", "#1F7A5E")
        canvas.circle(centre, size * unit, paint)
