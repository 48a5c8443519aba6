"""Nothing -> a pigeon carrying a message over a network at sunset."""

import math

from illustration import cloud
from illustration.canvas import Canvas, stars
from illustration.geometry import Point, arc, polar, scatter, smooth, trace
from illustration.palette import (
    AMBER,
    CORAL,
    CREAM,
    MINT,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    darker,
    fade,
    lighter,
    mix,
)
from illustration.pigeon import pigeon

_EARTH: Point = (800, 2560)
_RADIUS = 1640.0


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    _sky(canvas)
    _earth(canvas)
    _route(canvas)
    with canvas.group(opacity=0.16, filter=canvas.blur(10)), canvas.placed((700, 990), 0.8):
        canvas.ellipse((0, 0), (420, 40), "#020814")
    with canvas.placed((745, 690), 0.86, rotate=-6):
        _message(canvas)
        pigeon(canvas)
    return canvas


def _sky(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, 0, 1600, 1200),
        canvas.vertical(0, 1050, "#0E2A5C", "#1F4B8C", "#5B6FA8", "#C9808C", "#FF9E66", "#FFD08C"),
    )
    stars(canvas, (0, 0, 1600, 330), 70, WHITE)
    sun = (850.0, 560.0)
    canvas.glow(sun, (760, 700), ORANGE, 0.5)
    for radius, alpha in ((470, 0.16), (390, 0.24), (310, 0.55)):
        canvas.circle(
            sun,
            radius,
            canvas.vertical(
                sun[1] - radius, sun[1] + radius, fade("#FFF2CC", alpha), fade("#FFB066", alpha)
            ),
        )
    for x, y, size, tint in (
        (230, 300, 120, "#E9DDEB"), (1390, 250, 150, "#F6E3DC"), (120, 690, 150, "#FFE0BF"),
        (1470, 640, 130, "#FFDCB8"), (1180, 110, 60, "#D6DCF0"), (470, 130, 56, "#CBD8F0"),
    ):  # fmt: skip
        with canvas.group(opacity=0.86):
            cloud.draw(canvas, (x, y), size, tint)


def _earth(canvas: Canvas) -> None:
    canvas.circle(_EARTH, _RADIUS + 26, fade(AMBER, 0.25))
    canvas.circle(
        _EARTH,
        _RADIUS,
        canvas.radial(_EARTH, _RADIUS, "#061530", "#061530", "#0B2A58", "#0E2F62", "#16498A"),
    )
    for ring in range(1, 6):
        canvas.circle(
            _EARTH, _RADIUS - 12 * ring**1.9, "none", stroke=fade(SKY, 0.16), stroke_width=2
        )
    points = _sites()
    for index, start in enumerate(points):
        for end in points[index + 1 :]:
            distance = math.dist(start, end)
            if distance < 250:
                middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - distance * 0.16)
                canvas.stroke(
                    smooth([start, middle, end], closed=False),
                    fade(TEAL, 0.85 - distance / 400),
                    2.6,
                )
    for index, point in enumerate(points):
        _site(canvas, point, index)


def _sites() -> list[Point]:
    values = scatter(21)
    sites = []
    for row, count in ((40, 9), (112, 8), (205, 7)):
        for column in range(count):
            angle = -90 + (column - (count - 1) / 2 + 0.5 * (next(values) - 0.5)) * (58 / count)
            sites.append(polar(_EARTH, _RADIUS - row - 26 * next(values), angle))
    return [site for site in sites if site[1] < 1190]


def _site(canvas: Canvas, point: Point, index: int) -> None:
    x, y = point
    size = 11 + (y - 930) / 22
    colour = (MINT, AMBER, SKY, MINT, CORAL)[index % 5]
    canvas.ellipse((x, y + 3), (size * 2.2, size * 0.8), fade(colour, 0.2))
    if index % 3 == 0:
        _tower(canvas, point, size)
        return
    half = size * 0.9
    height = size * (1.8 + index % 4 * 0.5)
    canvas.polygon(
        [(x - half, y), (x, y + half * 0.5), (x, y - height + half * 0.5), (x - half, y - height)],
        mix(colour, "#0B2545", 0.35),
    )
    canvas.polygon(
        [(x + half, y), (x, y + half * 0.5), (x, y - height + half * 0.5), (x + half, y - height)],
        mix(colour, "#0B2545", 0.65),
    )
    canvas.polygon(
        [
            (x - half, y - height),
            (x, y - height + half * 0.5),
            (x + half, y - height),
            (x, y - height - half * 0.5),
        ],
        lighter(colour, 0.35),
    )
    for level in range(3):
        top = y - height * (0.3 + 0.22 * level)
        canvas.line(
            [(x - half * 0.75, top), (x - half * 0.25, top + half * 0.25)], fade(WHITE, 0.7), 2
        )


def _tower(canvas: Canvas, point: Point, size: float) -> None:
    x, y = point
    top = y - size * 4.2
    canvas.line([(x - size * 0.8, y), (x, top), (x + size * 0.8, y)], "#9DB9DA", 3)
    for share in (0.25, 0.5, 0.75):
        half = size * 0.8 * (1 - share)
        level = y - size * 4.2 * share
        canvas.line([(x - half, level), (x + half, level)], "#9DB9DA", 2)
    canvas.glow((x, top), (size * 3, size * 3), MINT, 0.9)
    canvas.circle((x, top), 5, WHITE)
    for radius in (1.3, 2.1):
        for side in (-1, 1):
            start, end = (
                polar((x, top), size * radius, 90 - side * 130),
                polar((x, top), size * radius, 90 - side * 50),
            )
            canvas.stroke(
                trace("M", start) + arc((size * radius, size * radius), end, clockwise=side > 0),
                fade(MINT, 0.7),
                2.5,
            )


def _route(canvas: Canvas) -> None:
    path = [(-20, 1000), (60, 900), (150, 832), (240, 790), (330, 762)]
    canvas.stroke(smooth(path, closed=False), fade(WHITE, 0.85), 6, stroke_dasharray="2 20")
    ahead = [(1280, 690), (1360, 668), (1445, 690), (1505, 750), (1528, 835)]
    canvas.stroke(smooth(ahead, closed=False), fade(WHITE, 0.6), 6, stroke_dasharray="2 20")
    canvas.path(
        "M1528 965C1478 905 1486 850 1528 850C1570 850 1578 905 1528 965Z",
        canvas.vertical(850, 965, ORANGE, CORAL),
    )
    canvas.circle((1528, 892), 16, WHITE)


def _message(canvas: Canvas) -> None:
    with canvas.placed((416, 6), 1, rotate=12):
        canvas.line([(-74, -106), (-60, -66)], "#D9653B", 5)
        canvas.line([(-74, -106), (30, -66)], "#D9653B", 5)
        canvas.glow((0, 0), (220, 190), "#FFE7B8", 0.8)
        canvas.rectangle(
            (-118, -68, 236, 160), canvas.vertical(-68, 92, "#FFFFFF", CREAM, "#F3D9B4"), 14
        )
        canvas.line([(-112, 84), (-22, 6)], fade(darker(ORANGE, 0.2), 0.45), 4)
        canvas.line([(112, 84), (22, 6)], fade(darker(ORANGE, 0.2), 0.45), 4)
        canvas.path(
            "M-116 -62Q0 70 116 -62Q110 -68 104 -68H-104Q-110 -68 -116 -62Z",
            canvas.vertical(-68, 40, "#FFFDF8", "#F8DDB6"),
        )
        canvas.stroke("M-116 -62Q0 70 116 -62", fade(darker(ORANGE, 0.2), 0.5), 4)
        canvas.circle((0, 14), 40, canvas.radial((-8, 2), 50, "#FF9A66", CORAL, "#C8413F"))
        canvas.path(cloud.outline((0, 14), 24), WHITE)
