"""Nothing -> the exhibition hall from above: rows of stands, aisles, visitors, a hanging sign."""

from illustration import cloud
from illustration.canvas import Canvas
from illustration.geometry import Point, arc, trace
from illustration.isometric import View
from illustration.palette import (
    AMBER,
    AZURE,
    BLUE,
    CORAL,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    fade,
    lighter,
)
from illustration.stands import ISLAND, SIDE, Stand, draw_stand, person

_VIEW = View((800, -178), 48)
_PITCH = 8.4
_COLOURS = (TEAL, ORANGE, BLUE, "#3E6FB5", CORAL, AZURE, "#2A8C9E")


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    _floor(canvas)
    cells = [(column, row) for column in range(-2, 7) for row in range(-2, 7)]
    for column, row in sorted(cells, key=lambda cell: (cell[0] + cell[1], cell[0])):
        if _visible(column, row):
            _cell(canvas, column, row)
    _ring(canvas, _VIEW.at(_PITCH * 2 + 2.5, _PITCH * 2 + 2.5, 5.6))
    _light(canvas)
    return canvas


def _visible(column: int, row: int) -> bool:
    x, y = _VIEW.at(column * _PITCH + 2.5, row * _PITCH + 2.5)
    return -300 < x < 1900 and -120 < y < 1420


def _floor(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, 0, 1600, 1200), canvas.linear((200, 0), (1400, 1200), "#2F5C96", "#234A80", "#17365F")
    )
    for step in range(-20, 60):
        canvas.line([_VIEW.at(step, -20), _VIEW.at(step, 60)], fade(SKY, 0.07), 1.4)
        canvas.line([_VIEW.at(-20, step), _VIEW.at(60, step)], fade(SKY, 0.07), 1.4)
    for index in range(-3, 8):
        middle = index * _PITCH + SIDE + (_PITCH - SIDE) / 2
        for ends in (((middle, -20), (middle, 60)), ((-20, middle), (60, middle))):
            canvas.line([_VIEW.at(*end) for end in ends], fade("#9CCBEE", 0.16), 84)
            canvas.line(
                [_VIEW.at(*end) for end in ends], fade(AMBER, 0.55), 2.5, stroke_dasharray="20 16"
            )


def _cell(canvas: Canvas, column: int, row: int) -> None:
    x, y = column * _PITCH, row * _PITCH
    corner = _VIEW.at(x + 2.5, y + 2.5)
    canvas.shadow((corner[0], corner[1] + 14), (290, 150), 0.35)
    island = column == row == 2
    kind = ISLAND if island else (column * 3 + row * 5 + (column - row) // 3) % 6
    colour = BLUE if island else _COLOURS[(column * 2 + row * 3) % len(_COLOURS)]
    draw_stand(canvas, _VIEW, Stand(x, y, colour, kind))
    seed = (column + 5) * 11 + (row + 5) * 17
    crowd: list[Point] = [
        (x + 6.3, y + 1.2 + seed % 3),
        (x + 7.5, y + 4.4 - seed % 2),
        (x + 1.4 + seed % 4, y + 6.4),
        (x + 3.6 - seed % 3, y + 7.4),
    ]
    if seed % 3:
        crowd.append((x + 2.1 + seed % 4, y + 6.6))
    if seed % 2:
        crowd.append((x + 6.8, y + 6.6))
    for index, place in enumerate(sorted(crowd, key=lambda p: p[0] + p[1])):
        person(canvas, _VIEW, place, seed + index * 3)


def _ring(canvas: Canvas, centre: Point) -> None:
    """Draw a round banner on wires over the stand in the middle."""
    x, y = centre
    half, tall = 128, 54
    for side in (-0.8, 0.0, 0.8):
        canvas.line([(x + side * half, y - 18), (x + side * half * 0.5, -10)], fade(WHITE, 0.35), 2)
    canvas.ellipse(
        (x, y), (half, half / 2), canvas.vertical(y - half / 2, y + half / 2, "#2E6DB4", "#10305F")
    )
    left, right = (x - half, y), (x + half, y)
    hollow = trace("M", left) + arc((half, half / 2), right, clockwise=True)
    hollow += arc((half, half / 2 - tall * 0.8), left, clockwise=False)
    canvas.path(hollow, canvas.horizontal(x - half, x + half, "#9CC4EA", "#5E93CC", "#2B5D9A"))
    paint = canvas.horizontal(
        x - half, x + half, "#1C4F94", "#2E86CE", "#EAF6FF", "#2E86CE", "#153C74"
    )
    canvas.path(_band((x, y), half, tall), paint)
    canvas.path(_band((x, y + tall - 14), half, 14), ORANGE)
    rim = trace("M", left) + arc((half, half / 2), right, clockwise=False)
    canvas.stroke(rim, fade(WHITE, 0.7), 3)
    cloud.draw(canvas, (x, y + half / 2 + tall * 0.42), 24, lighter(TEAL, 0.1))


def _band(centre: Point, half: float, tall: float) -> str:
    """Return the front of a hoop `tall` high about an ellipse twice as wide as deep."""
    x, y = centre
    front = trace("M", (x - half, y)) + arc((half, half / 2), (x + half, y), clockwise=False)
    down = trace("L", (x + half, y + tall))
    return front + down + arc((half, half / 2), (x - half, y + tall), clockwise=True) + "Z"


def _light(canvas: Canvas) -> None:
    canvas.glow((420, 120), (800, 560), "#FFF1D2", 0.26)
    canvas.rectangle(
        (0, 0, 1600, 1200),
        canvas.linear(
            (500, 200), (1600, 1200), fade("#061530", 0), fade("#061530", 0), fade("#061530", 0.45)
        ),
    )
