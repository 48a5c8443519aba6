"""Nothing -> giant scissors cutting one of two network cables, the servers staying green."""

import math

from illustration import cloud
from illustration.canvas import Canvas
from illustration.geometry import Point, polar, polygon, scatter, smooth
from illustration.hardware import Rack, rack
from illustration.palette import (
    AMBER,
    AZURE,
    BLUE,
    CORAL,
    CREAM,
    GREEN,
    INK,
    MINT,
    NAVY,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    darker,
    fade,
    lighter,
)

_CUT: Point = (800, 520)


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    _background(canvas)
    _healthy_path(canvas)
    _racks(canvas)
    _cut_cable(canvas)
    _scissors(canvas)
    _sparks(canvas)
    return canvas


def _background(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, 0, 1600, 1200), canvas.linear((0, 0), (1600, 1200), "#0A1F48", "#14427F", "#0B2148")
    )
    canvas.glow((800, 500), (900, 640), AZURE, 0.5)
    for row in range(11):
        for column in range(15):
            centre = (column * 112 + 56 * (row % 2), row * 97 + 30)
            hexagon = [polar(centre, 60, 60 * corner + 30) for corner in range(6)]
            distance = math.dist(centre, _CUT) / 1000
            canvas.polygon(
                hexagon, "none", stroke=fade(SKY, max(0.02, 0.13 - 0.11 * distance)), stroke_width=2
            )
    canvas.polygon(
        [(0, 1010), (1600, 1010), (1600, 1200), (0, 1200)],
        canvas.vertical(1010, 1200, "#1A4C8C", "#0A1E44"),
    )
    canvas.rectangle(
        (0, 1008, 1600, 4),
        canvas.horizontal(0, 1600, fade(TEAL, 0.1), fade(MINT, 0.9), fade(TEAL, 0.1)),
    )
    for index in range(17):
        canvas.line(
            [(800 + (index - 8) * 100, 1012), (800 + (index - 8) * 260, 1200)], fade(SKY, 0.1), 2
        )


def _racks(canvas: Canvas) -> None:
    for left, depth, seed in ((70, 80, 2), (1250, -80, 5)):
        box = (left, 250.0, 280.0, 770.0)
        canvas.shadow((left + 140 + depth / 2, 1028), (270, 34), 0.7)
        canvas.glow((left + 140, 620), (330, 520), GREEN, 0.32)
        rack(canvas, Rack(box, 11, GREEN, depth, seed))
        _health(canvas, (left + 140, 148))


def _health(canvas: Canvas, centre: Point) -> None:
    x, y = centre
    canvas.glow(centre, (150, 150), GREEN, 0.7)
    canvas.circle(centre, 62, canvas.vertical(y - 62, y + 62, "#6FF0B8", GREEN, "#159B6A"))
    canvas.circle(centre, 62, "none", stroke=fade(WHITE, 0.7), stroke_width=4)
    canvas.line([(x - 27, y + 2), (x - 8, y + 22), (x + 30, y - 22)], WHITE, 14)


def _tube(canvas: Canvas, data: str, colour: str, width: float) -> None:
    canvas.stroke(data, darker(colour, 0.65), width + 8, stroke_linecap="butt")
    canvas.stroke(data, colour, width, stroke_linecap="butt")
    with canvas.group(transform=f"translate(0 {-width * 0.2:.1f})"):
        canvas.stroke(data, lighter(colour, 0.3), width * 0.34, stroke_linecap="butt")
    with canvas.group(transform=f"translate(0 {-width * 0.28:.1f})"):
        canvas.stroke(data, fade(WHITE, 0.55), width * 0.08, stroke_linecap="butt")


def _healthy_path(canvas: Canvas) -> None:
    data = "M330 850C520 850 560 930 800 930C1040 930 1080 850 1270 850"
    for wide in (110, 92, 76, 62):
        canvas.stroke(data, fade(MINT, 0.09), wide, stroke_linecap="butt")
    _tube(canvas, data, TEAL, 36)
    for index in range(9):
        share = (index + 0.5) / 9
        x = 478 + (share - 0.0556) * 724
        y = 850 + 80 * math.sin(math.pi * share) ** 1.6 - 2
        _packet(canvas, (x, y), 17, MINT)
    for index in range(3):
        x = 740 + index * 44
        canvas.line([(x, 986), (x + 20, 1002), (x, 1018)], fade(MINT, 0.4 + 0.3 * index), 8)


def _packet(canvas: Canvas, centre: Point, half: float, colour: str) -> None:
    x, y = centre
    canvas.circle(
        centre, half * 1.9, canvas.radial(centre, half * 1.9, fade(colour, 0.6), fade(colour, 0))
    )
    canvas.rectangle(
        (x - half, y - half * 0.72, half * 2, half * 1.44), lighter(colour, 0.55), half * 0.3
    )
    canvas.line(
        [(x - half * 0.7, y - half * 0.4), (x, y + half * 0.15), (x + half * 0.7, y - half * 0.4)],
        darker(colour, 0.35),
        half * 0.17,
    )


def _cut_cable(canvas: Canvas) -> None:
    left = "M330 420C430 420 500 440 570 478C600 494 616 502 640 508"
    right = "M1270 420C1160 420 1090 452 1030 500C1004 520 990 530 962 536"
    _tube(canvas, left, BLUE, 62)
    _tube(canvas, right, BLUE, 62)
    _strands(canvas, (640, 508), 14)
    _strands(canvas, (962, 536), 168)
    for x, y, tilt in ((352, 420, 0), (1248, 420, 180)):
        with canvas.placed((x, y), 1, rotate=tilt):
            canvas.rectangle(
                (-52, -44, 92, 88), canvas.vertical(-44, 44, "#E9F1F8", "#AFC2D6", "#7389A3"), 12
            )
            for row in range(5):
                canvas.rectangle((-40, -32 + row * 14, 40, 6), fade(AMBER, 0.9), 3)


def _strands(canvas: Canvas, end: Point, heading: float) -> None:
    with canvas.placed(end, 1, rotate=heading):
        canvas.ellipse((0, 0), (13, 33), darker(BLUE, 0.55))
        canvas.ellipse((2, 0), (10, 26), CREAM)
        for index, colour in enumerate((ORANGE, GREEN, AZURE, CORAL)):
            start = -18 + index * 12
            curl = (index - 1.5) * 20
            wire = [
                (2, start),
                (30, start + curl * 0.3),
                (52, start + curl * 0.9),
                (66, start + curl * 1.5),
            ]
            canvas.stroke(smooth(wire, closed=False), darker(colour, 0.3), 11)
            canvas.stroke(smooth(wire, closed=False), colour, 7)
            tip = wire[-1]
            canvas.line([tip, (tip[0] + 12, tip[1] + curl * 0.25)], "#FFD9A0", 5)


def _scissors(canvas: Canvas) -> None:
    pivot = (800, 715)
    with canvas.group(opacity=0.35, filter=canvas.blur(14), transform="translate(26 34)"):
        _half(canvas, pivot, (-1, INK))
        _half(canvas, pivot, (1, INK))
    _half(canvas, pivot, (-1, ""))
    _half(canvas, pivot, (1, ""))
    canvas.circle(pivot, 34, canvas.radial((790, 703), 44, "#F6FAFF", "#9DB2C9", "#536B88"))
    canvas.circle(pivot, 34, "none", stroke=darker(NAVY, 0.3), stroke_width=4)
    canvas.line([(784, 728), (816, 702)], darker(NAVY, 0.2), 7)


def _half(canvas: Canvas, pivot: Point, kind: tuple[int, str]) -> None:
    """One blade and its grip; `kind` is the side of the blade and a single colour, if any."""
    side, flat = kind
    with canvas.placed(pivot, 1, flip=side < 0, rotate=side * 17):
        blade = "M-34 40C-44 -60 -30 -320 22 -560C30 -570 36 -566 38 -556C46 -360 44 -120 34 40Z"
        edge = "M-26 20C-34 -80 -20 -320 22 -560C26 -440 -4 -160 -4 20Z"
        canvas.path(
            blade, flat or canvas.horizontal(-40, 46, "#F7FBFF", "#C3D3E3", "#7C93AE", "#5A7391")
        )
        if not flat:
            canvas.path(edge, canvas.horizontal(-34, 10, "#FFFFFF", "#DFEAF4"))
            canvas.stroke("M36 -540C42 -360 42 -120 33 30", fade(WHITE, 0.8), 3)
        shank = "M-34 20C-46 90 -96 110 -128 178L-70 214C-44 150 30 110 34 30Z"
        canvas.path(
            shank, flat or canvas.linear((-128, 40), (30, 200), "#FFB070", ORANGE, "#D9562B")
        )
        ring = "rotate(28 -140 292)"
        with canvas.group(transform=ring):
            canvas.ellipse(
                (-140, 292), (88, 124), "none", stroke=flat or "#B8431F", stroke_width=46
            )
            if not flat:
                paint = canvas.linear((-230, 170), (-60, 420), "#FFC08A", ORANGE, "#E0602F")
                canvas.ellipse((-140, 292), (88, 124), "none", stroke=paint, stroke_width=38)
                canvas.stroke("M-214 232C-200 196 -172 172 -140 170", fade(WHITE, 0.7), 7)


def _sparks(canvas: Canvas) -> None:
    canvas.glow(_CUT, (300, 300), AMBER, 0.7)
    canvas.glow(_CUT, (110, 110), "#FFF6DC", 0.9)
    values = scatter(77)
    burst = []
    for index in range(28):
        reach = (76 + 62 * next(values)) if index % 2 == 0 else 34
        burst.append(polar((800, 500), reach, index * 360 / 28 - 90))
    canvas.path(
        polygon(burst),
        canvas.radial((800, 500), 140, "#FFFFFF", "#FFF0B8", fade(AMBER, 0.85), fade(ORANGE, 0.1)),
    )
    for _ in range(46):
        angle = next(values) * 360
        near, length = 130 + 190 * next(values), 14 + 46 * next(values)
        start, end = polar(_CUT, near, angle), polar(_CUT, near + length, angle)
        canvas.line(
            [start, end], (AMBER, "#FFF3CC", ORANGE)[int(next(values) * 3)], 2 + 4 * next(values)
        )
    for angle, distance, half, colour in (
        (-150, 300, 24, CORAL),
        (-128, 380, 18, AMBER),
        (-108, 310, 15, SKY),
        (-70, 350, 20, ORANGE),
        (-52, 290, 26, AMBER),
        (-34, 400, 18, CORAL),
        (-20, 270, 14, SKY),
        (168, 250, 16, SKY),
    ):
        spot = polar(_CUT, distance, angle)
        with canvas.placed(spot, 1, rotate=angle + 70):
            _packet(canvas, (0, 0), half * 1.25, colour)
    cloud.draw(canvas, (800, 118), 118, "#BFE0F4")
    canvas.line([(760, 128), (788, 154), (846, 96)], "#159B6A", 15)
