"""Where and how large -> clouds, drawn as outlines every picture shares."""

import math

from illustration.canvas import Canvas
from illustration.geometry import Point
from illustration.palette import darker, fade, lighter

_LOBES = ((-0.62, 0.12, 0.3), (-0.3, -0.14, 0.36), (0.16, -0.26, 0.44), (0.62, 0.08, 0.34))


def outline(centre: Point, size: float) -> str:
    """Path data of a cloud about twice `size` wide, flat below."""
    x, y = centre

    def place(across: float, down: float) -> str:
        return f"{x + across * size:.2f} {y + down * size:.2f}"

    data = f"M{place(-0.64, 0.42)}"
    for end, radius in (
        ((-0.6, -0.17), 0.3),
        ((-0.18, -0.42), 0.34),
        ((0.52, -0.24), 0.42),
        ((0.64, 0.42), 0.34),
    ):
        arc = radius * size
        data += f"A{arc:.2f} {arc:.2f} 0 0 1 {place(*end)}"
    return data + "Z"


def draw(canvas: Canvas, centre: Point, size: float, colour: str) -> None:
    """Draw a solid cloud, lit from above, with a rim of light and a shaded belly."""
    x, y = centre
    data = outline(centre, size)
    paint = canvas.vertical(
        y - size * 0.6, y + size * 0.42, lighter(colour, 0.55), colour, darker(colour, 0.18)
    )
    canvas.path(data, paint)
    with canvas.group(clip_path=canvas.clip(data)):
        for across, down, radius in _LOBES:
            spot = (x + (across - 0.05) * size, y + (down - 0.1) * size)
            canvas.circle(
                spot,
                radius * size,
                canvas.radial(spot, radius * size, fade("#ffffff", 0.45), fade("#ffffff", 0.0)),
            )
    canvas.stroke(data, fade("#ffffff", 0.5), max(1.2, size * 0.018))


def nodes(centre: Point, radii: Point, count: int) -> tuple[Point, ...]:
    """Points spread evenly over an ellipse (a sunflower's pattern)."""
    golden = math.pi * (3 - math.sqrt(5))
    return tuple(
        (
            centre[0] + radii[0] * math.sqrt((index + 0.5) / count) * math.cos(index * golden),
            centre[1] + radii[1] * math.sqrt((index + 0.5) / count) * math.sin(index * golden),
        )
        for index in range(count)
    )


def mesh(canvas: Canvas, points: tuple[Point, ...], reach: float, colour: str) -> None:
    """Draw a network: every two points closer than `reach` joined, every point a lit node."""
    for index, start in enumerate(points):
        for end in points[index + 1 :]:
            distance = math.dist(start, end)
            if distance < reach:
                strength = 0.15 + 0.5 * (1 - distance / reach)
                canvas.line((start, end), fade(colour, strength), 1.8)
    for index, point in enumerate(points):
        size = 3.2 + 2.4 * (index % 3)
        canvas.circle(point, size * 2.2, fade(colour, 0.18))
        canvas.circle(point, size, lighter(colour, 0.45))
