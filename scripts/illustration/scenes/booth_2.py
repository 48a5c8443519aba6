"""Nothing -> a stand with a video wall, a welcome counter and a demo screen."""

from illustration import cloud, interior
from illustration.body import Pose
from illustration.canvas import Canvas
from illustration.cast import CLARA, KENJI, LUCAS, MEI
from illustration.figure import draw_person
from illustration.geometry import Box, Point, trace
from illustration.hardware import dashboard, laptop
from illustration.lettering import width, write
from illustration.palette import (
    AMBER,
    AZURE,
    CORAL,
    ICE,
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
from illustration.planting import pot_plant

_WALL: Box = (150, 200, 1300, 690)


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    interior.hall(canvas, 800)
    interior.far_stands(canvas, 815, 330)
    _platform(canvas)
    _wall(canvas)
    _shelves(canvas)
    dashboard(canvas, (210, 365, 640, 390))
    interior.ceiling(canvas, 26)
    for x, target in ((330, 420), (620, 600), (960, 1120), (1270, 1160)):
        interior.spotlight(canvas, (x, 124), (target, 980), "#FFE9C4")
    _fascia(canvas)
    _people_behind(canvas)
    _counter(canvas, (890, 800, 480, 270))
    _visitors(canvas)
    interior.vignette(canvas)
    return canvas


def _platform(canvas: Canvas) -> None:
    canvas.polygon(
        [(110, 880), (1490, 880), (1590, 1120), (10, 1120)],
        canvas.vertical(880, 1120, "#C9DAEC", "#EAF2FA"),
    )
    canvas.polygon(
        [(10, 1120), (1590, 1120), (1590, 1142), (10, 1142)],
        canvas.horizontal(10, 1590, TEAL, AZURE, ORANGE),
    )
    for index in range(-7, 8):
        canvas.line([(800 + index * 98, 880), (800 + index * 113, 1120)], fade(NAVY, 0.08), 2)
    canvas.line([(70, 975), (1530, 975)], fade(NAVY, 0.07), 2)
    interior.reflection(canvas, (210, 884, 640, 200), AZURE)


def _wall(canvas: Canvas) -> None:
    x, y, wide, tall = _WALL
    canvas.rectangle((x - 26, y, wide + 52, tall), "#0A1A38", 8)
    canvas.rectangle(
        _WALL, canvas.linear((x, y), (x + wide, y + tall), "#2B67AE", "#1A4683", "#123364")
    )
    for index in range(1, 8):
        canvas.line(
            [(x + wide * index / 8, y), (x + wide * index / 8, y + tall)], fade(INK, 0.22), 2
        )
    canvas.glow((530, 560), (560, 380), AZURE, 0.45)
    canvas.rectangle(
        (x, y + tall - 12, wide, 12), canvas.horizontal(x, x + wide, MINT, WHITE, AMBER)
    )
    canvas.glow((800, 884), (720, 50), "#FFF3D8", 0.6)


def _shelves(canvas: Canvas) -> None:
    left, top, wide, tall = 930, 330, 460, 560
    canvas.rectangle(
        (left, top, wide, tall),
        canvas.linear((left, top), (left + wide, top + tall), "#D79A62", "#B8773F"),
    )
    for index in range(24):
        canvas.rectangle((left + index * 19.2, top, 5, tall), fade("#6E3F1C", 0.42))
    centre = (left + wide * 0.36, top + 118)
    canvas.glow(centre, (270, 200), "#FFF2D0", 0.75)
    cloud.draw(canvas, centre, 92, ICE)
    for level in (595, 715):
        canvas.rectangle((left + 30, level, wide - 60, 14), "#F4F7FB", 3)
        canvas.rectangle((left + 30, level + 14, wide - 60, 10), fade(INK, 0.28))
    for index, colour in enumerate((TEAL, ORANGE, NAVY, CORAL, AZURE, AMBER, TEAL, NAVY)):
        height = 64 + (index * 29) % 26
        canvas.rectangle(
            (left + 50 + index * 24, 595 - height, 20, height),
            canvas.horizontal(
                left + 50 + index * 24, left + 70 + index * 24, lighter(colour, 0.25), colour
            ),
            2,
        )
    for index in range(3):
        x = left + 280 + index * 50
        canvas.rectangle((x, 535, 38, 60), (CORAL, TEAL, AMBER)[index], 5)
        canvas.path(cloud.outline((x + 19, 566), 12), WHITE)


def _fascia(canvas: Canvas) -> None:
    x, _, wide, _ = _WALL
    box = (x - 60, 170, wide + 120, 128)
    canvas.rectangle((box[0] + 8, 290, box[2] - 16, 26), fade(INK, 0.45), 8)
    canvas.rectangle(box, canvas.vertical(170, 298, "#FFFFFF", "#F3F8FD", "#CFDFEF"), 14)
    canvas.rectangle(
        (box[0], 284, box[2], 14),
        canvas.horizontal(box[0], box[0] + box[2], TEAL, AZURE, ORANGE),
        7,
    )
    text, size = "OPEN CLOUD", 54
    start = 800 - width(text, size) / 2 + 60
    cloud.draw(canvas, (start - 104, 232), 56, TEAL)
    write(canvas, text, (start, 201), size, NAVY)


def _figure(canvas: Canvas, foot: Point, scale: float) -> None:
    canvas.shadow(foot, (scale * 1.5, scale * 0.26), 0.5)


def _people_behind(canvas: Canvas) -> None:
    with canvas.placed((1235, 985), 82):
        draw_person(
            canvas, CLARA, Pose(turn=-0.5, left_hand=(-1.25, -4.3), right_hand=(0.62, -3.5))
        )
    pot_plant(canvas, (1440, 985), 300)


def _counter(canvas: Canvas, box: Box) -> None:
    x, y, wide, tall = box
    canvas.shadow((x + wide / 2, y + tall), (wide * 0.62, 36), 0.55)
    right, bottom = x + wide, y + tall
    waist = y + tall * 0.6
    front = trace("M", (x, y), "L", (right, y))
    front += trace("C", (right + 10, waist), (right - 14, bottom), (right - 40, bottom))
    front += trace("L", (x + 40, bottom), "C", (x + 14, bottom), (x - 10, waist), (x, y), "Z")
    canvas.path(front, canvas.horizontal(x, x + wide, "#B9CADC", "#FFFFFF", "#F4F8FC", "#A9BCD2"))
    canvas.path(front, canvas.vertical(y, y + tall, fade(WHITE, 0.0), fade(NAVY, 0.25)))
    canvas.rectangle(
        (x + 10, y + tall - 62, wide - 20, 12),
        canvas.horizontal(x, x + wide, TEAL, MINT, AMBER, ORANGE),
        6,
    )
    canvas.glow((x + wide / 2, y + tall - 56), (wide * 0.6, 40), MINT, 0.5)
    cloud.draw(canvas, (x + wide / 2, y + 118), 64, AZURE)
    canvas.rectangle(
        (x - 26, y - 22, wide + 52, 30), canvas.vertical(y - 22, y + 8, "#FFFFFF", "#C4D4E5"), 12
    )
    laptop(canvas, (x + 130, y - 20), 130)
    for index, colour in enumerate((ORANGE, TEAL, WHITE)):
        canvas.rectangle((x + 400 - index * 3, y - 30 - index * 7, 74, 8), darker(colour, 0.06), 3)


def _visitors(canvas: Canvas) -> None:
    _demo_pod(canvas, (452, 1040))
    for foot, look, pose in (
        (
            (330, 1085),
            KENJI,
            Pose(back=True, turn=0.45, right_hand=(1.0, -4.6), left_hand=(-0.7, -3.25)),
        ),
        ((640, 1075), MEI, Pose(turn=-0.55, left_hand=(-1.1, -4.5), right_hand=(0.1, -4.2))),
        ((800, 1112), LUCAS, Pose(back=True, turn=0.5, right_hand=(0.95, -4.3))),
    ):
        _figure(canvas, foot, 88)
        with canvas.placed(foot, 88):
            draw_person(canvas, look, pose)


def _demo_pod(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    canvas.shadow(foot, (110, 20), 0.5)
    canvas.polygon(
        [(x - 16, y - 260), (x + 16, y - 260), (x + 26, y), (x - 26, y)],
        canvas.horizontal(x - 26, x + 26, "#E5EDF6", "#8FA6BF"),
    )
    canvas.rectangle((x - 74, y - 10, 148, 14), "#DCE7F2", 7)
    with canvas.placed((x, y - 330), 1, rotate=-3):
        canvas.rectangle((-108, -74, 216, 148), "#0C1830", 12)
        canvas.rectangle(
            (-98, -64, 196, 128), canvas.linear((-98, -64), (98, 64), "#1A5AA0", TEAL), 6
        )
        for row in range(3):
            for column in range(4):
                colour = (SKY, MINT, AMBER, WHITE)[(row * 3 + column) % 4]
                canvas.rectangle((-84 + column * 44, -50 + row * 38, 34, 28), fade(colour, 0.85), 6)
