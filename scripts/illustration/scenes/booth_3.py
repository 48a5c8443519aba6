"""Nothing -> visitors chatting at a stand among T-shirts, mugs and bags."""

from illustration import cloud, interior, swag
from illustration.body import Look, Pose
from illustration.canvas import Canvas
from illustration.cast import AMARA, ELENA, KWAME, RAVI
from illustration.figure import draw_person
from illustration.geometry import Point
from illustration.palette import (
    AMBER,
    AZURE,
    BLUE,
    CORAL,
    CREAM,
    ICE,
    INK,
    MINT,
    NAVY,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    fade,
)
from illustration.planting import pot_plant


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    interior.hall(canvas, 860)
    interior.far_stands(canvas, 870, 360)
    _backdrop(canvas)
    _rail(canvas)
    interior.ceiling(canvas, 20)
    for x, target in ((300, 420), (760, 760), (1240, 1180)):
        interior.spotlight(canvas, (x, 112), (target, 1020), "#FFE9C4")
    _person(
        canvas,
        (1190, 1000),
        88,
        (KWAME, Pose(turn=-0.45, left_hand=(-1.15, -4.5), right_hand=(0.7, -3.4))),
    )
    _table(canvas)
    _talkers(canvas)
    interior.vignette(canvas)
    return canvas


def _backdrop(canvas: Canvas) -> None:
    canvas.rectangle((120, 150, 1360, 740), "#0A1A38", 10)
    canvas.rectangle(
        (140, 160, 1320, 730),
        canvas.linear((140, 160), (1460, 890), "#1FA7A8", "#1C77A8", "#1A4E8E"),
    )
    for index in range(1, 9):
        canvas.line([(140 + index * 146.6, 160), (140 + index * 146.6, 890)], fade(INK, 0.16), 2)
    with canvas.group(clip_path=canvas.clip("M140 160H1460V890H140Z")):
        for index, (x, y, size) in enumerate(((300, 300, 260), (1330, 700, 300), (760, 860, 220))):
            canvas.circle((x, y), size, fade((MINT, SKY, AMBER)[index], 0.12))
    canvas.rectangle((140, 872, 1320, 18), canvas.horizontal(140, 1460, MINT, WHITE, AMBER))
    canvas.polygon(
        [(90, 890), (1510, 890), (1610, 1200), (-10, 1200)],
        canvas.vertical(890, 1200, "#BCD0E6", "#E4EEF8"),
    )
    canvas.glow((800, 900), (760, 60), "#FFF3D8", 0.6)


def _rail(canvas: Canvas) -> None:
    canvas.rectangle((190, 196, 1220, 10), canvas.vertical(196, 206, "#F4F8FC", "#8FA6BF"), 5)
    for x in (250, 800, 1350):
        canvas.line([(x, 198), (x, 160)], "#C4D4E5", 6)
    shirts = (
        (300, NAVY, "pigeon"), (506, ORANGE, "cloud"), (712, CREAM, "heart"), (918, CORAL, "lines"),
        (1124, BLUE, "cloud"), (1322, "#F4F7FB", "pigeon"),
    )  # fmt: skip
    for x, colour, name in shirts:
        canvas.ellipse((x + 16, 370), (80, 120), fade(INK, 0.12))
        swag.tee(canvas, (x, 252), 196, (colour, name))


def _person(canvas: Canvas, foot: Point, scale: float, who: tuple[Look, Pose]) -> None:
    look, pose = who
    canvas.shadow(foot, (scale * 1.45, scale * 0.24), 0.5)
    with canvas.placed(foot, scale):
        draw_person(canvas, look, pose)


def _table(canvas: Canvas) -> None:
    canvas.shadow((1225, 1130), (360, 40), 0.5)
    canvas.polygon(
        [(930, 820), (1500, 820), (1550, 890), (890, 890)],
        canvas.vertical(820, 890, "#FFFFFF", "#DCE7F2"),
    )
    canvas.path(
        "M890 890H1550L1536 1130C1320 1142 1120 1142 904 1130Z",
        canvas.horizontal(890, 1550, "#2C6CB4", BLUE, "#123A70"),
    )
    for index in range(9):
        x = 950 + index * 68
        canvas.stroke(f"M{x} 892C{x + 8} 980 {x - 6} 1060 {x + 4} 1134", fade(INK, 0.16), 5)
    canvas.rectangle((890, 886, 660, 12), ICE, 6)
    cloud.draw(canvas, (1225, 1010), 74, MINT)
    swag.stack(canvas, (955, 866), (150, 22), (NAVY, ORANGE, TEAL, CREAM, CORAL))
    swag.stack(canvas, (1120, 872), (140, 22), (AZURE, WHITE, NAVY))
    for x, y, colour in ((1312, 858, ORANGE), (1376, 874, TEAL), (1436, 858, CORAL)):
        canvas.ellipse((x + 3, y), (35, 6), fade(INK, 0.3))
        swag.mug(canvas, (x, y), 56, colour)
    swag.sticker_sheet(canvas, (1190, 882), 42)


def _talkers(canvas: Canvas) -> None:
    pot_plant(canvas, (84, 1080), 350)
    _person(
        canvas,
        (318, 1120),
        103,
        (AMARA, Pose(turn=0.55, right_hand=(1.1, -4.6), left_hand=(-0.66, -3.25))),
    )
    _person(
        canvas,
        (574, 1152),
        106,
        (RAVI, Pose(turn=0.35, left_hand=(-0.68, -3.25), right_hand=(0.42, -4.5))),
    )
    swag.mug(canvas, (632, 694), 46, TEAL)
    swag.tote(canvas, (244, 806), 88, AMBER)
    _person(
        canvas,
        (838, 1128),
        104,
        (ELENA, Pose(turn=-0.6, left_hand=(-1.1, -4.7), right_hand=(0.66, -3.25))),
    )
