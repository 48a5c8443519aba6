"""A place on the floor of a hall -> an exhibitor's stand in isometric projection."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from illustration import cloud
from illustration.body import Pose
from illustration.canvas import Canvas
from illustration.cast import EVERYONE
from illustration.figure import draw_person
from illustration.furnishings import (
    bush,
    cabinet,
    counter,
    giveaways,
    pod,
    round_counter,
    sofa,
    table,
)
from illustration.geometry import Point, rectangle, scatter
from illustration.isometric import Block, View, draw_block, on_left, on_right, quad
from illustration.palette import (
    AMBER,
    INK,
    MINT,
    SKY,
    WHITE,
    fade,
    lighter,
    mix,
)

SIDE = 5.0
ISLAND = 6
"""The kind of stand that is open on all sides."""
_WALL = 2.2


@dataclass(frozen=True, slots=True)
class Stand:
    """One stand: the far corner of its plot, its colour, and what it shows."""

    x: float
    y: float
    colour: str
    kind: int


Piece = Callable[[Canvas, View, Point, str], None]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands where on a plot, and where people are, with the number of who they are."""

    pieces: tuple[tuple[float, float, Piece], ...]
    visitors: tuple[tuple[float, float, int], ...]


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
    rug = [(x + 1.0, y + 1.0), (x + 4.6, y + 1.0), (x + 4.6, y + 4.6), (x + 1.0, y + 4.6)]
    canvas.polygon(lifted.floor(rug), fade(WHITE, 0.3))
    if stand.kind != ISLAND:
        _walls(canvas, lifted, stand)
    _furnish(canvas, lifted, stand)


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
    canvas.polygon(
        corners,
        canvas.linear(a, c, "#0E2C5C", "#174C8C", "#0E2C5C"),
        stroke="#081226",
        stroke_width=3,
    )

    def spot(across: float, down: float) -> Point:
        return (
            a[0] + (b[0] - a[0]) * across + (d[0] - a[0]) * down,
            a[1] + (b[1] - a[1]) * across + (d[1] - a[1]) * down,
        )

    values = scatter(int(stand.x * 13 + stand.y * 7 + a[0]))
    if stand.kind % 2:
        line = [
            spot(0.08 + index * 0.12, 0.75 - 0.06 * index - 0.2 * next(values))
            for index in range(8)
        ]
        canvas.line(line, MINT, 3)
        canvas.line([spot(0.08, 0.86), spot(0.92, 0.86)], fade(WHITE, 0.5), 2)
    else:
        for index in range(6):
            top = 0.75 - 0.5 * next(values)
            left = 0.1 + index * 0.14
            bar = [
                spot(left, top),
                spot(left + 0.09, top),
                spot(left + 0.09, 0.85),
                spot(left, 0.85),
            ]
            canvas.polygon(bar, (MINT, AMBER, SKY)[index % 3])
    canvas.line([spot(0.08, 0.14), spot(0.4, 0.14)], fade(WHITE, 0.85), 3)


def _furnish(canvas: Canvas, view: View, stand: Stand) -> None:
    """Draw furniture and people, what is farther from the viewer first."""
    plan = _PLANS[stand.kind]
    seed = int(stand.x * 3 + stand.y * 5)
    drawn: list[tuple[float, Callable[[], None]]] = []
    for dx, dy, piece in plan.pieces:
        spot = (stand.x + dx, stand.y + dy)
        drawn.append((sum(spot), partial(piece, canvas, view, spot, stand.colour)))
    for dx, dy, number in plan.visitors:
        spot = (stand.x + dx, stand.y + dy)
        drawn.append((sum(spot), partial(person, canvas, view, spot, seed + number)))
    for _, draw in sorted(drawn, key=lambda item: item[0]):
        draw()


def _listener(canvas: Canvas, view: View, place: Point, colour: str) -> None:
    """Draw somebody on a stool from behind, facing the screen on the wall."""
    foot = view.at(*place)
    seat = Block((place[0] - 0.2, place[1] - 0.2, 0), (0.4, 0.4, 0.42))
    number = round(place[0] * 7 + place[1] * 5)
    draw_block(canvas, view, seat, lighter(colour, 0.3) if number % 2 else "#F2F6FB")
    above_seat = rectangle((foot[0] - 60, foot[1] - 120, 120, 120 - view.unit * 0.3))
    with (
        canvas.group(clip_path=canvas.clip(above_seat)),
        canvas.placed((foot[0], foot[1] + view.unit * 0.42), view.unit * 1.72 / 7.1),
    ):
        draw_person(canvas, EVERYONE[number % len(EVERYONE)], Pose(back=True, turn=-0.3))


_PLANT = (0.55, 4.5, bush)
_PLANS = (
    _Plan(((2.6, 1.4, counter), _PLANT), ((1.6, 2.2, 1), (4.4, 2.6, 4), (2.2, 4.2, 2))),
    _Plan(
        (*((0.7 + 1.15 * step, 0.7, cabinet) for step in range(3)), (3.9, 3.7, pod), _PLANT),
        ((2.0, 3.0, 3), (3.2, 2.6, 5)),
    ),
    _Plan(
        ((1.2, 3.6, pod), (3.6, 1.2, pod), (3.5, 3.5, pod), _PLANT),
        ((2.2, 2.2, 0), (2.4, 4.4, 8), (4.6, 2.4, 6)),
    ),
    _Plan(((0.9, 0.7, sofa), (2.9, 2.9, table), _PLANT), ((3.9, 2.2, 7), (2.1, 4.0, 9))),
    _Plan(
        (
            *(
                (2.4 + 0.95 * row, 1.5 + 1.05 * seat, _listener)
                for row in range(3)
                for seat in range(3)
            ),
            _PLANT,
        ),
        ((0.95, 2.4, 2),),
    ),
    _Plan(((1.5, 1.3, giveaways), _PLANT), ((2.9, 0.8, 6), (2.4, 3.4, 3), (3.6, 3.7, 5))),
    _Plan(
        ((2.5, 2.5, round_counter),),
        ((0.7, 2.2, 0), (2.2, 0.7, 1), (4.4, 2.4, 2), (2.5, 4.4, 3), (4.2, 4.1, 4)),
    ),
)
