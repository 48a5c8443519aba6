"""Boxes on the page -> racks, switches, screens, laptops and other things with lights on."""

from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.geometry import Box, Point, scatter
from illustration.palette import (
    AMBER,
    AZURE,
    GREEN,
    INK,
    MINT,
    ORANGE,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    darker,
    fade,
    lighter,
)


@dataclass(frozen=True, slots=True)
class Rack:
    """A cabinet seen from the front: its box, the number of units, and the colour of its lights."""

    box: Box
    units: int
    light: str = GREEN
    depth: float = 0
    seed: int = 1


def rack(canvas: Canvas, cabinet: Rack) -> None:
    """Draw a server cabinet; a positive depth shows its right side, a negative one its left."""
    x, y, width, height = cabinet.box
    _side(canvas, cabinet)
    shell = canvas.horizontal(x, x + width, "#42597A", "#2A3E5E", "#1B2B47")
    canvas.rectangle(cabinet.box, shell, width * 0.03)
    inset = width * 0.06
    inner = (x + inset, y + inset, width - 2 * inset, height - 2 * inset)
    canvas.rectangle(inner, "#0A1428", width * 0.015)
    pitch = inner[3] / cabinet.units
    for index in range(cabinet.units):
        box = (inner[0] + 3, inner[1] + index * pitch + pitch * 0.07, inner[2] - 6, pitch * 0.86)
        server(canvas, box, cabinet.light, cabinet.seed * 31 + index)
    canvas.rectangle(
        (x, y, width, height), "none", width * 0.03, stroke=fade(SKY, 0.28), stroke_width=2
    )


def _side(canvas: Canvas, cabinet: Rack) -> None:
    x, y, width, height = cabinet.box
    if not cabinet.depth:
        return
    edge = x + width if cabinet.depth > 0 else x
    far = edge + cabinet.depth
    rise = abs(cabinet.depth) * 0.36
    side = [(edge, y + 3), (far, y - rise), (far, y + height - rise), (edge, y + height - 3)]
    canvas.polygon(side, canvas.horizontal(edge, far, "#1A2A46", "#0D1830"))
    shift = cabinet.depth
    top = [
        (x + 3, y + 2),
        (x + width - 3, y + 2),
        (x + width + shift, y - rise),
        (x + shift, y - rise),
    ]
    canvas.polygon(top, canvas.vertical(y - rise, y, "#5B7598", "#3B5376"))
    for index in range(9):
        level = y + height * (0.12 + index * 0.03)
        start, end = (
            (edge + shift * 0.25, level - rise * 0.25),
            (edge + shift * 0.75, level - rise * 0.75),
        )
        canvas.line([start, end], "#0A1428", 3)


def server(canvas: Canvas, box: Box, light: str, seed: int) -> None:
    """One unit: handles, a vent, drive bays and a row of status lights."""
    x, y, width, height = box
    face = canvas.vertical(y, y + height, "#4A617F", "#33496A", "#223450")
    canvas.rectangle(box, face, height * 0.1)
    canvas.rectangle((x, y, width, max(1.2, height * 0.06)), fade(WHITE, 0.25), height * 0.04)
    for left in (x + width * 0.02, x + width * 0.95):
        canvas.rectangle((left, y + height * 0.2, width * 0.03, height * 0.6), "#8FA6BF", 2)
    kind = seed % 3
    if kind == 0:
        _bays(canvas, box, seed)
    elif kind == 1:
        _vents(canvas, box)
    else:
        _ports(canvas, box, seed)
    _lights(canvas, box, light, seed)


def _bays(canvas: Canvas, box: Box, seed: int) -> None:
    x, y, width, height = box
    step = width * 0.62 / 8
    for index in range(8):
        left = x + width * 0.08 + index * step
        canvas.rectangle((left, y + height * 0.18, step * 0.84, height * 0.64), "#14223C", 2)
        canvas.rectangle(
            (left + step * 0.1, y + height * 0.68, step * 0.64, height * 0.06), "#6E87A6"
        )
        colour = AZURE if (seed + index) % 5 else AMBER
        canvas.circle((left + step * 0.62, y + height * 0.33), height * 0.06, colour)


def _vents(canvas: Canvas, box: Box) -> None:
    x, y, width, height = box
    canvas.rectangle((x + width * 0.08, y + height * 0.2, width * 0.6, height * 0.6), "#14223C", 3)
    for index in range(22):
        left = x + width * (0.1 + index * 0.026)
        canvas.rectangle((left, y + height * 0.28, width * 0.012, height * 0.44), "#3C5475", 2)


def _ports(canvas: Canvas, box: Box, seed: int) -> None:
    x, y, width, height = box
    step = width * 0.62 / 12
    for index in range(12):
        left = x + width * 0.08 + index * step
        for row in (0.18, 0.54):
            canvas.rectangle((left, y + height * row, step * 0.74, height * 0.28), "#0B1730", 2)
            lit = TEAL if (seed * 7 + index * 3 + int(row * 10)) % 4 else AMBER
            canvas.rectangle(
                (left + step * 0.1, y + height * (row + 0.02), step * 0.2, height * 0.06), lit
            )


def _lights(canvas: Canvas, box: Box, light: str, seed: int) -> None:
    x, y, width, height = box
    values = scatter(seed)
    for index in range(4):
        centre = (x + width * (0.76 + index * 0.045), y + height * 0.5)
        radius = height * 0.1
        on = index == 0 or next(values) > 0.3
        canvas.circle(centre, radius * 2.4, fade(light, 0.22 if on else 0.0))
        canvas.circle(centre, radius, lighter(light, 0.25) if on else "#16263F")


def screen(canvas: Canvas, box: Box, *, glow: bool = True) -> None:
    """Draw a flat display with a thin frame showing a dark monitoring page."""
    x, y, width, height = box
    rim = min(width, height) * 0.03
    if glow:
        canvas.glow((x + width / 2, y + height / 2), (width * 0.8, height * 0.9), AZURE, 0.35)
    canvas.rectangle((x - rim, y - rim, width + 2 * rim, height + 2 * rim), "#0A1326", rim * 1.4)
    canvas.rectangle(
        box,
        canvas.linear((x, y), (x + width, y + height), "#16407A", "#0E2C5C", "#123A66"),
        rim * 0.5,
    )
    canvas.rectangle((x, y, width, height * 0.1), fade(WHITE, 0.1))
    for index, colour in enumerate((ORANGE, AMBER, MINT)):
        canvas.circle(
            (x + height * (0.07 + index * 0.07), y + height * 0.05), height * 0.018, colour
        )


def dashboard(canvas: Canvas, box: Box, seed: int = 3) -> None:
    """Draw a display with a line chart, a ring, bars and a list on it."""
    screen(canvas, box)
    x, y, width, height = box
    _line_chart(canvas, (x + width * 0.05, y + height * 0.18, width * 0.56, height * 0.42), seed)
    _ring(canvas, (x + width * 0.8, y + height * 0.38), height * 0.17)
    values = scatter(seed + 9)
    for index in range(12):
        rise = height * (0.05 + 0.18 * next(values))
        left = x + width * (0.05 + index * 0.047)
        colour = ORANGE if index == 8 else TEAL
        canvas.rectangle((left, y + height * 0.93 - rise, width * 0.03, rise), colour, 2)
    for index in range(4):
        top = y + height * (0.68 + index * 0.07)
        canvas.circle((x + width * 0.68, top), height * 0.014, GREEN)
        canvas.rectangle(
            (
                x + width * 0.71,
                top - height * 0.012,
                width * (0.2 - 0.03 * (index % 3)),
                height * 0.024,
            ),
            fade(WHITE, 0.55),
            3,
        )


def _line_chart(canvas: Canvas, box: Box, seed: int) -> None:
    x, y, width, height = box
    canvas.rectangle(box, fade(WHITE, 0.06), 6)
    for index in range(1, 4):
        level = y + height * index / 4
        canvas.line([(x, level), (x + width, level)], fade(WHITE, 0.12), 1.5)
    for colour, base in ((AMBER, 0.75), (MINT, 0.55)):
        values = scatter(seed + int(base * 100))
        points: list[Point] = [
            (
                x + width * index / 9,
                y + height * (base - 0.05 * index + 0.24 * (next(values) - 0.5)),
            )
            for index in range(10)
        ]
        canvas.polygon([*points, (x + width, y + height), (x, y + height)], fade(colour, 0.16))
        canvas.line(points, colour, max(2.0, height * 0.018))
        canvas.circle(points[-1], max(3.0, height * 0.03), WHITE)


def _ring(canvas: Canvas, centre: Point, radius: float) -> None:
    canvas.circle(centre, radius, "none", stroke=fade(WHITE, 0.14), stroke_width=radius * 0.3)
    around = 6.2832 * radius
    for colour, share, start in ((TEAL, 0.62, -90), (ORANGE, 0.2, 140)):
        with canvas.group(transform=f"rotate({start} {centre[0]:.1f} {centre[1]:.1f})"):
            canvas.circle(
                centre, radius, "none", stroke=colour, stroke_width=radius * 0.3,
                stroke_dasharray=f"{around * share:.1f} {around:.1f}",
            )  # fmt: skip


def laptop(canvas: Canvas, centre: Point, width: float) -> None:
    """Draw an open laptop seen from behind, standing on a counter at `centre`."""
    x, y = centre
    height = width * 0.62
    lid = canvas.linear(
        (x - width / 2, y - height), (x + width / 2, y), "#DCE6F1", STEEL, darker(STEEL, 0.2)
    )
    canvas.rectangle((x - width / 2, y - height, width, height), lid, width * 0.05)
    canvas.circle((x, y - height * 0.52), width * 0.07, fade(INK, 0.35))
    canvas.rectangle((x - width * 0.56, y - width * 0.03, width * 1.12, width * 0.05), "#74899F", 3)
