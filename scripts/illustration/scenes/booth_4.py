"""Nothing -> a stand showing hardware: an open rack, a server pulled out, people looking on."""

from illustration import cloud, interior
from illustration.body import Look, Pose
from illustration.canvas import Canvas
from illustration.cast import AMARA, INGRID, KENJI
from illustration.figure import draw_person
from illustration.geometry import Box, Point, smooth
from illustration.hardware import Rack, dashboard, rack
from illustration.palette import (
    AMBER,
    AZURE,
    CORAL,
    GREEN,
    MINT,
    ORANGE,
    SKY,
    TEAL,
    darker,
    fade,
    lighter,
)

_RACKS: tuple[Box, ...] = ((560, 270, 250, 690), (826, 270, 250, 690))


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    interior.hall(canvas, 840)
    interior.far_stands(canvas, 850, 340)
    _wall(canvas)
    dashboard(canvas, (1140, 330, 300, 210), 8)
    _cables(canvas)
    for index, box in enumerate(_RACKS):
        canvas.shadow((box[0] + 125, 966), (190, 26), 0.6)
        canvas.glow((box[0] + 125, 620), (280, 460), TEAL, 0.28)
        rack(canvas, Rack(box, 12, GREEN, 0, 4 + index))
    _plinth(canvas)
    interior.ceiling(canvas, 20)
    for x, target in ((420, 520), (960, 900), (1330, 1260)):
        interior.spotlight(canvas, (x, 118), (target, 1010), "#FFE9C4")
    _people(canvas)
    interior.vignette(canvas)
    return canvas


def _wall(canvas: Canvas) -> None:
    canvas.rectangle((150, 170, 1340, 720), "#081630", 10)
    canvas.rectangle(
        (170, 180, 1300, 710),
        canvas.linear((170, 180), (1470, 890), "#14386E", "#1D5596", "#123466"),
    )
    for column in range(22):
        for row in range(12):
            canvas.circle((200 + column * 60, 210 + row * 60), 2.4, fade(SKY, 0.22))
    canvas.glow((820, 560), (760, 520), AZURE, 0.4)
    for index, level in enumerate((300, 336, 372)):
        start = 410.0 + index * 10
        points = [
            (start, 322),
            (456 + index * 14, 322 + (level - 330) * 0.8),
            (500 + index * 6, level),
            (560, level),
        ]
        canvas.line([(360, 322), *points[1:]], fade(MINT, 0.75), 5)
        canvas.circle((528, level), 8, MINT)
    cloud.draw(canvas, (340, 310), 112, TEAL)
    canvas.rectangle((170, 870, 1300, 20), canvas.horizontal(170, 1470, MINT, AZURE, ORANGE))
    canvas.polygon(
        [(110, 890), (1490, 890), (1600, 1160), (0, 1160)],
        canvas.vertical(890, 1160, "#B4C9E0", "#E4EEF8"),
    )
    canvas.polygon(
        [(0, 1160), (1600, 1160), (1600, 1184), (0, 1184)],
        canvas.horizontal(0, 1600, TEAL, AZURE, ORANGE),
    )
    canvas.glow((800, 900), (760, 60), "#FFF3D8", 0.5)


def _cables(canvas: Canvas) -> None:
    canvas.rectangle((480, 214, 700, 26), canvas.vertical(214, 240, "#C9D6E4", "#6F86A2"), 5)
    for index in range(17):
        canvas.line([(496 + index * 42, 216), (496 + index * 42, 238)], "#41597A", 3)
    for index, colour in enumerate((ORANGE, TEAL, AZURE, AMBER, CORAL, MINT)):
        x = 610 + index * 74
        bundle = [(x - 26, 220), (x - 10, 238), (x + (index % 2) * 16, 256), (x, 284)]
        canvas.stroke(smooth(bundle, closed=False), darker(colour, 0.35), 11)
        canvas.stroke(smooth(bundle, closed=False), colour, 7)


def _plinth(canvas: Canvas) -> None:
    """Draw a pedestal with a server laid open: fans, memory, processors, drives."""
    canvas.shadow((1240, 1040), (280, 30), 0.5)
    canvas.polygon(
        [(1020, 850), (1460, 850), (1440, 1040), (1040, 1040)],
        canvas.horizontal(1020, 1460, "#FFFFFF", "#E8F0F8", "#A9BCD2"),
    )
    canvas.rectangle((1032, 1000, 416, 10), canvas.horizontal(1030, 1450, TEAL, MINT, ORANGE), 5)
    canvas.polygon([(1070, 760), (1410, 760), (1480, 850), (1000, 850)], "#F4F8FC")
    canvas.polygon([(1000, 850), (1480, 850), (1480, 866), (1000, 866)], "#B5C6D9")
    canvas.glow((1240, 790), (300, 110), MINT, 0.55)
    _open_server(canvas)


def _spot(across: float, down: float) -> Point:
    """Return a place inside the open server, seen at a slant."""
    half = 168 + 54 * down
    return (1240 + (across * 2 - 1) * half, 738 + 84 * down)


def _patch(canvas: Canvas, area: Box, colour: str, rise: float) -> None:
    left, top, right, bottom = area
    base = [_spot(left, top), _spot(right, top), _spot(right, bottom), _spot(left, bottom)]
    lid = [(x, y - rise) for x, y in base]
    canvas.polygon([lid[3], lid[2], base[2], base[3]], darker(colour, 0.35))
    canvas.polygon(lid, canvas.linear(lid[0], lid[2], lighter(colour, 0.25), colour))


def _open_server(canvas: Canvas) -> None:
    corners = [_spot(0, 0), _spot(1, 0), _spot(1, 1), _spot(0, 1)]
    canvas.polygon(
        [
            corners[3],
            corners[2],
            (corners[2][0], corners[2][1] + 26),
            (corners[3][0], corners[3][1] + 26),
        ],
        canvas.horizontal(1018, 1462, "#5E7896", "#2A3E5E"),
    )
    canvas.polygon(corners, "#17402F", stroke="#8FA6BF", stroke_width=6, stroke_linejoin="round")
    for index in range(6):
        left = 0.06 + index * 0.15
        _patch(canvas, (left, 0.06, left + 0.12, 0.2), "#33465F", 20)
    for side in (0.16, 0.56):
        for index in range(4):
            left = side - 0.1 + index * 0.022
            _patch(canvas, (left, 0.32, left + 0.012, 0.74), "#2C9C6A", 22)
            _patch(canvas, (left + 0.3, 0.32, left + 0.312, 0.74), "#2C9C6A", 22)
        _patch(canvas, (side + 0.02, 0.38, side + 0.18, 0.68), "#C7D3E0", 16)
    for index in range(8):
        left = 0.03 + index * 0.119
        _patch(canvas, (left, 0.84, left + 0.1, 0.97), "#4A617F", 8)
        canvas.circle(
            (_spot(left + 0.05, 1)[0], _spot(0, 1)[1] + 13), 4, GREEN if index % 3 else AMBER
        )


def _person(canvas: Canvas, foot: Point, look: Look, pose: Pose) -> None:
    canvas.shadow(foot, (140, 24), 0.5)
    with canvas.placed(foot, 98):
        draw_person(canvas, look, pose)


def _people(canvas: Canvas) -> None:
    _person(
        canvas,
        (215, 1120),
        INGRID,
        Pose(turn=0.55, right_hand=(0.55, -4.3), left_hand=(-0.05, -4.2)),
    )
    canvas.polygon(
        [(226, 690), (300, 678), (314, 772), (240, 784)],
        "#0C1830",
        stroke="#0C1830",
        stroke_width=8,
        stroke_linejoin="round",
    )
    canvas.polygon(
        [(231, 694), (297, 683), (309, 768), (243, 779)], canvas.vertical(680, 780, AZURE, TEAL)
    )
    _person(
        canvas, (455, 1140), KENJI, Pose(turn=0.5, right_hand=(1.55, -5.2), left_hand=(-0.68, -3.2))
    )
    _person(
        canvas,
        (880, 1150),
        AMARA,
        Pose(back=True, turn=0.4, left_hand=(-0.66, -3.2), right_hand=(1.3, -4.2)),
    )
