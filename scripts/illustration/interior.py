"""Sizes and colours -> the hall around a stand: ceiling, floor, spotlights, far neighbours."""

from illustration.canvas import Canvas
from illustration.geometry import Point, scatter
from illustration.palette import (
    AMBER,
    AZURE,
    CORAL,
    INK,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    darker,
    fade,
    lighter,
    mix,
)


def hall(canvas: Canvas, horizon: float) -> None:
    """Draw a large dim hall, its back wall meeting the floor at `horizon`."""
    width, height = canvas.width, canvas.height
    canvas.rectangle(
        (0, 0, width, horizon), canvas.vertical(0, horizon, "#0A1B3A", "#173A6C", "#2B5D9A")
    )
    canvas.rectangle(
        (0, horizon, width, height - horizon),
        canvas.vertical(horizon, height, "#3B6CA8", "#24508A", "#143260"),
    )
    for index in range(-12, 13):
        foot = width / 2 + index * width * 0.16
        canvas.line(
            [(width / 2 + index * width * 0.055, horizon), (foot, height)], fade(SKY, 0.12), 2
        )
    for step in range(1, 7):
        level = horizon + (height - horizon) * (step / 7) ** 1.7
        canvas.line([(0, level), (width, level)], fade(SKY, 0.1), 2)


def ceiling(canvas: Canvas, level: float) -> None:
    """Draw a lattice girder and rows of lamps above the scene."""
    width = canvas.width
    for top in (level, level + 40):
        canvas.rectangle((0, top, width, 5), "#3A5680")
    for index in range(int(width / 36) + 1):
        canvas.line(
            [(index * 36, level + 4), (index * 36 + 18, level + 40), (index * 36 + 36, level + 4)],
            "#314C75",
            3,
        )


def spotlight(canvas: Canvas, lamp: Point, target: Point, colour: str) -> None:
    """Draw a lamp with its soft cone of light."""
    spread = abs(target[1] - lamp[1]) * 0.24
    with canvas.group(style="mix-blend-mode:screen"):
        for step in range(14):
            half = spread * (1 - step / 16)
            cone = [
                (lamp[0] - 9, lamp[1]),
                (lamp[0] + 9, lamp[1]),
                (target[0] + half, target[1]),
                (target[0] - half, target[1]),
            ]
            canvas.polygon(
                cone,
                canvas.linear(
                    lamp, target, fade(colour, 0.03), fade(colour, 0.012), fade(colour, 0.0)
                ),
            )
    canvas.rectangle(
        (lamp[0] - 15, lamp[1] - 34, 30, 34),
        canvas.horizontal(lamp[0] - 15, lamp[0] + 15, "#42608C", "#0D1B36"),
        6,
    )
    canvas.line([(lamp[0], lamp[1] - 34), (lamp[0], lamp[1] - 56)], "#2B4166", 6)
    canvas.ellipse(lamp, (13, 4), lighter(colour, 0.7))
    canvas.glow(lamp, (46, 40), colour, 0.9)


def far_stands(canvas: Canvas, floor: float, height: float) -> None:
    """Draw the lit fronts of other stands and a crowd in the distance, slightly hazy."""
    values = scatter(int(floor))
    x = -40.0
    colours = (TEAL, ORANGE, AZURE, CORAL, SKY, AMBER)
    index = 0
    while x < canvas.width:
        wide = 150 + 110 * next(values)
        tall = height * (0.7 + 0.3 * next(values))
        colour = mix(colours[index % 6], "#24508A", 0.55)
        canvas.rectangle(
            (x, floor - tall, wide, tall),
            canvas.vertical(floor - tall, floor, lighter(colour, 0.1), darker(colour, 0.35)),
            6,
        )
        canvas.rectangle((x + 10, floor - tall + 14, wide - 20, tall * 0.16), fade(WHITE, 0.4), 4)
        canvas.rectangle(
            (x + 16, floor - tall * 0.7, wide * 0.5, tall * 0.34), fade("#BFE3F5", 0.45), 4
        )
        x += wide + 14 + 26 * next(values)
        index += 1
    crowd(canvas, (0, floor + 6, canvas.width, 0), 26, "#16315C")


def crowd(canvas: Canvas, box: tuple[float, float, float, float], head: float, colour: str) -> None:
    """Far people as plain standing shapes along the bottom of a box."""
    values = scatter(int(box[1] + head))
    x, floor = box[0], box[1]
    while x < box[0] + box[2]:
        size = head * (0.85 + 0.3 * next(values))
        shade = mix(colour, "#4A76AC", 0.4 * next(values))
        body = [(0.2, 4.2), (0.66, 3.95), (0.78, 2.4), (0.52, 2.3), (0.5, 0), (0.12, 0), (0.0, 1.7)]
        outline = [(x + across * size, floor - up * size) for across, up in body]
        mirror = [(x - across * size, floor - up * size) for across, up in reversed(body)]
        canvas.polygon(
            [*outline, *mirror],
            shade,
            stroke=shade,
            stroke_width=size * 0.16,
            stroke_linejoin="round",
        )
        canvas.ellipse((x, floor - size * 4.75), (size * 0.4, size * 0.5), shade)
        x += head * (1.5 + 3.4 * next(values))


def reflection(canvas: Canvas, box: tuple[float, float, float, float], colour: str) -> None:
    """Draw the soft mirror image of something bright on the floor below it."""
    x, y, width, height = box
    canvas.polygon(
        [(x, y), (x + width, y), (x + width + 30, y + height), (x - 30, y + height)],
        canvas.vertical(y, y + height, fade(colour, 0.4), fade(colour, 0.0)),
    )


def vignette(canvas: Canvas) -> None:
    """Darker corners that keep the eye in the middle."""
    width, height = canvas.width, canvas.height
    centre = (width / 2, height / 2)
    paint = canvas.radial(centre, width * 0.72, fade(INK, 0), fade(INK, 0), fade(INK, 0.5))
    canvas.rectangle((0, 0, width, height), paint)
