"""Places -> what stands behind a stage: scaffold, flight cases, ladders, lamps, sandbags."""

from illustration.canvas import Canvas
from illustration.geometry import Box, Point
from illustration.palette import AMBER, INK, WHITE, darker, fade, lighter


def _tube(canvas: Canvas, start: Point, end: Point, width: float) -> None:
    canvas.line([start, end], "#33455F", width + 2)
    canvas.line([start, end], "#8DA3BC", width)
    shift = width * 0.2
    canvas.line(
        [(start[0] - shift, start[1] - shift), (end[0] - shift, end[1] - shift)],
        fade(WHITE, 0.6),
        width * 0.25,
    )


def scaffold(canvas: Canvas, box: Box) -> None:
    """Draw a bay of steel tubes with crossed braces and base plates."""
    x, y, width, height = box
    right, middle = x + width, y + height * 0.5
    for upper, lower in ((middle, y + height), (y + 10, middle)):
        _tube(canvas, (x, lower), (right, upper), 7)
        _tube(canvas, (x, upper), (right, lower), 7)
    for level in (10, height * 0.5, height * 0.86):
        _tube(canvas, (x - 14, y + level), (x + width + 14, y + level), 10)
    for left in (x, x + width):
        _tube(canvas, (left, y - 16), (left, y + height), 13)
        canvas.rectangle((left - 22, y + height - 4, 44, 9), "#5B708C", 2)
        for level in (10, height * 0.5, height * 0.86):
            canvas.rectangle((left - 11, y + level - 10, 22, 20), "#C2A13E", 4)
            canvas.circle((left, y + level), 4, "#5B4A18")


def flight_case(canvas: Canvas, box: Box, colour: str) -> None:
    """Draw a road case with metal edges, ball corners, butterfly latches and wheels."""
    x, y, width, height = box
    canvas.shadow((x + width / 2, y + height + 12), (width * 0.6, 16), 0.5)
    for left in (x + 28, x + width - 28):
        canvas.circle((left, y + height + 6), 12, "#10192B")
        canvas.circle((left, y + height + 6), 5, "#8FA6BF")
    canvas.rectangle(
        box,
        canvas.linear(
            (x, y), (x + width, y + height), lighter(colour, 0.22), colour, darker(colour, 0.4)
        ),
        5,
    )
    lid = y + height * 0.3
    metal = canvas.linear((x, y), (x + width, y + height), "#F0F5FA", "#A9BACD", "#71869E")
    canvas.rectangle((x, lid - 5, width, 10), metal)
    canvas.rectangle((x + 4, y + 4, width - 8, height - 8), "none", 3, stroke=metal, stroke_width=9)
    for left, top in (
        (x, y),
        (x + width - 24, y),
        (x, y + height - 24),
        (x + width - 24, y + height - 24),
    ):
        canvas.rectangle((left - 2, top - 2, 28, 28), "#8598AE", 8)
        canvas.circle((left + 12, top + 12), 6, "#DDE6F0")
    for share in (0.27, 0.73):
        left = x + width * share - 15
        canvas.rectangle((left, lid - 17, 30, 36), "#C8D4E1", 4)
        canvas.rectangle((left + 9, lid - 8, 12, 18), "#51647D", 2)
    canvas.rectangle((x + width / 2 - 34, y + height * 0.55, 68, 34), fade(INK, 0.5), 6)
    canvas.rectangle((x + width / 2 - 24, y + height * 0.55 + 10, 48, 9), "#A9BACD", 4)


def ladder(canvas: Canvas, foot: Point, height: float) -> None:
    """Draw a ladder leaning back against the wall."""
    x, y = foot
    top = (x - height * 0.12, y - height)
    for step in range(1, 12):
        share = step / 12
        left = (x + (top[0] - x) * share, y - height * share)
        canvas.line([left, (left[0] + 84 - 14 * share, left[1])], "#D8B04A", 7)
    for offset, reach in ((0, 0), (84, 70)):
        canvas.line([(x + offset, y), (top[0] + reach, top[1])], darker(AMBER, 0.45), 12)
        canvas.line([(x + offset, y), (top[0] + reach, top[1])], "#E9C25A", 8)


def sandbag(canvas: Canvas, foot: Point, size: float) -> None:
    """Draw a saddle bag weighing down a foot of the scaffold."""
    x, y = foot
    canvas.shadow((x, y + 2), (size * 0.8, size * 0.16), 0.5)
    for side in (-1, 1):
        canvas.ellipse(
            (x + side * size * 0.32, y - size * 0.16),
            (size * 0.36, size * 0.22),
            canvas.linear((x - size, y - size), (x + size, y), "#7F92AD", "#3A4B66"),
        )
    canvas.rectangle((x - size * 0.14, y - size * 0.46, size * 0.28, size * 0.2), "#E0863F", 4)


def work_lamp(canvas: Canvas, foot: Point, height: float) -> None:
    """Draw a site lamp on a tripod, shining to the left."""
    x, y = foot
    for spread in (-70, 0, 70):
        canvas.line([(x, y - height * 0.5), (x + spread, y)], "#2B3B55", 8)
    canvas.line([(x, y - height * 0.5), (x, y - height + 30)], "#54688A", 8)
    canvas.rectangle((x - 60, y - height - 30, 96, 66), "#E9B53A", 8)
    canvas.rectangle((x - 52, y - height - 22, 80, 50), "#FFF8DC", 4)
    canvas.glow((x - 14, y - height + 2), (300, 260), "#FFE0A0", 0.9)
    for index in range(3):
        canvas.line(
            [(x - 50, y - height - 10 + index * 13), (x + 26, y - height - 10 + index * 13)],
            fade(INK, 0.35),
            2,
        )
