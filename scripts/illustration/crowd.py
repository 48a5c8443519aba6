"""Rows of people seen from behind -> silhouettes with a rim of light, some hands and phones up."""

from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.geometry import Point, capsule, scatter, smooth
from illustration.palette import SKY, darker, fade, lighter


@dataclass(frozen=True, slots=True)
class Row:
    """One row of seats: where its shoulders end, how tall a head is, and its colours."""

    baseline: float
    size: float
    body: str
    rim: str
    seed: int


def draw_row(canvas: Canvas, row: Row) -> None:
    """Fill the width of the canvas with neighbours of varying hair, height and mood."""
    values = scatter(row.seed * 97 + 5)
    step = row.size * 2.15
    x = -step * (0.2 + 0.5 * next(values))
    while x < canvas.width + step:
        height = row.size * (0.92 + 0.16 * next(values))
        rise = row.size * 0.22 * next(values)
        mood = next(values)
        with canvas.placed((x, row.baseline - rise), height):
            _listener(canvas, row, mood)
        x += step * (0.86 + 0.3 * next(values))


def _listener(canvas: Canvas, row: Row, mood: float) -> None:
    side = 1 if mood * 10 % 1 > 0.5 else -1
    if mood < 0.13:
        _raised_hand(canvas, row, side)
    elif mood > 0.93:
        _phone(canvas, row, side)
    shoulders = [(-0.98, 1.7), (-0.92, 0.95), (-0.62, 0.62), (-0.2, 0.45), (0.2, 0.45)]
    shoulders += [(0.62, 0.62), (0.92, 0.95), (0.98, 1.7)]
    body = canvas.vertical(-0.6, 1.7, lighter(row.body, 0.1), row.body, darker(row.body, 0.4))
    canvas.path(smooth(shoulders, closed=False) + "Z", body)
    canvas.stroke(smooth(shoulders[1:-1], closed=False), fade(row.rim, 0.5), 0.045)
    canvas.path(capsule((0, 0.1), (0, 0.6), (0.2, 0.26)), body)
    _skull(canvas, row, mood)


def _skull(canvas: Canvas, row: Row, mood: float) -> None:
    body = canvas.vertical(-0.7, 0.6, lighter(row.body, 0.16), darker(row.body, 0.2))
    kind = int(mood * 100) % 5
    outline: list[Point] = [(-0.36, 0.1), (-0.4, -0.2), (-0.26, -0.5), (0, -0.58), (0.26, -0.5)]
    outline += [(0.4, -0.2), (0.36, 0.1), (0.2, 0.36), (-0.2, 0.36)]
    if kind == 1:
        outline[7:] = [(0.42, 0.5), (0.2, 0.62), (-0.2, 0.62), (-0.42, 0.5)]
    if kind == 2:
        canvas.circle((0, -0.62), 0.2, body)
    if kind == 3:
        outline = [(x * 1.22, y * 1.16 - 0.03) for x, y in outline]
    for side in (-1, 1):
        canvas.ellipse((0.39 * side, 0.02), (0.07, 0.12), body)
    canvas.path(smooth(outline), body)
    rim = smooth(outline[:7], closed=False)
    canvas.stroke(rim, fade(row.rim, 0.75), 0.05)


def _raised_hand(canvas: Canvas, row: Row, side: int) -> None:
    skin = lighter(row.body, 0.12)
    arm = capsule((0.75 * side, 0.9), (0.92 * side, -0.35), (0.2, 0.15))
    arm += capsule((0.92 * side, -0.35), (0.8 * side, -1.15), (0.15, 0.11))
    canvas.path(arm, skin)
    palm: Point = (0.79 * side, -1.32)
    for finger in range(4):
        spread = (finger - 1.5) * 0.075
        canvas.path(capsule(palm, (palm[0] + spread * 1.5, palm[1] - 0.3), (0.07, 0.04)), skin)
    canvas.path(capsule(palm, (palm[0] - 0.2 * side, palm[1] - 0.08), (0.08, 0.045)), skin)
    canvas.circle(palm, 0.14, skin)
    edge = [(0.97 * side, -0.3), (0.9 * side, -0.8), (0.88 * side, -1.2)]
    canvas.stroke(smooth(edge, closed=False), fade(row.rim, 0.7), 0.04)


def _phone(canvas: Canvas, row: Row, side: int) -> None:
    skin = lighter(row.body, 0.12)
    canvas.path(capsule((0.8 * side, 0.8), (0.55 * side, -0.75), (0.18, 0.11)), skin)
    canvas.rectangle((0.55 * side - 0.42, -1.2, 0.84, 0.5), "#050C1B", 0.07)
    screen = canvas.linear((-0.4, -1.2), (0.8, -0.7), "#2C7FC4", "#5FD3CF", "#F6B26B")
    canvas.rectangle((0.55 * side - 0.37, -1.15, 0.74, 0.4), screen, 0.04)
    canvas.ellipse((0.55 * side, -0.98), (0.16, 0.08), fade("#FFFFFF", 0.8))
    canvas.stroke(f"M{0.55 * side - 0.4} -1.2h.8", fade(SKY, 0.6), 0.03)
