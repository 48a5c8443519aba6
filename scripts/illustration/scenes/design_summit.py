"""Nothing -> the entrance of the design summit: a great sign with an arch, people walking in."""

from illustration import cloud, gateway, interior
from illustration.body import Look, Pose
from illustration.canvas import Canvas
from illustration.cast import (
    AMARA,
    CLARA,
    EVERYONE,
    INGRID,
    KENJI,
    MEI,
    NOOR,
    OMAR,
    RAVI,
    WALKING_AWAY,
    mirrored,
)
from illustration.figure import draw_person
from illustration.gateway import (
    FLOOR,
    LINE,
    LINE_HEIGHT,
    LINE_TOP,
    TITLE,
    TITLE_HEIGHT,
    TITLE_TOP,
    WALL,
)
from illustration.geometry import Point
from illustration.lettering import write_stroked
from illustration.palette import (
    AMBER,
    AZURE,
    CORAL,
    INK,
    MINT,
    NAVY,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    fade,
    lighter,
)
from illustration.planting import pot_plant


def draw() -> Canvas:
    """Return the picture, 1920 by 1080."""
    canvas = Canvas(1920, 1080)
    _hall(canvas)
    _wall(canvas)
    _lettering(canvas)
    _arch(canvas)
    _floor(canvas)
    _people(canvas)
    interior.vignette(canvas)
    return canvas


def _hall(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, 0, 1920, FLOOR), canvas.vertical(0, FLOOR, "#BFDDF2", "#DCEBF7", "#FFF1DE")
    )
    for index in range(9):
        x = index * 240 - 60
        canvas.rectangle((x, 0, 200, 640), canvas.vertical(0, 640, "#7DB9E8", "#BFE0F6", "#FFE3C2"))
        canvas.polygon([(x + 30, 0), (x + 90, 0), (x - 0, 640), (x, 420)], fade(WHITE, 0.22))
        canvas.rectangle(
            (x + 200, 0, 40, FLOOR), canvas.horizontal(x + 200, x + 240, "#E6EEF6", "#B5C8DC")
        )
        canvas.rectangle((x - 10, 300, 220, 8), "#E6EEF6")
    canvas.rectangle((0, 640, 1920, 260), canvas.vertical(640, 900, "#C9D9E9", "#A6BFD8"))
    interior.crowd(canvas, (0, 902, 1920, 0), 30, "#7C9CC0")


def _wall(canvas: Canvas) -> None:
    x, y, wide, tall = WALL
    canvas.polygon(
        [(x + wide, y + 6), (x + wide + 54, y + 40), (x + wide + 54, FLOOR), (x + wide, FLOOR)],
        canvas.horizontal(x + wide, x + wide + 54, "#0B2144", "#071530"),
    )
    canvas.rectangle(
        WALL, canvas.linear((x, y), (x + wide, y + tall), "#1A4C90", NAVY, "#0A1F45"), 6
    )
    with canvas.group(clip_path=canvas.clip(f"M{x} {y}h{wide}v{tall}h-{wide}Z")):
        canvas.circle((x + 60, FLOOR), 420, fade(TEAL, 0.3))
        canvas.circle((x + 40, FLOOR + 30), 270, fade(MINT, 0.26))
        canvas.circle((x + wide - 40, FLOOR + 40), 400, fade(ORANGE, 0.32))
        canvas.circle((x + wide - 20, FLOOR + 60), 250, fade(AMBER, 0.34))
        cloud.mesh(canvas, cloud.nodes((x + 210, 700), (190, 150), 15), 130, SKY)
        cloud.mesh(canvas, cloud.nodes((x + wide - 210, 700), (190, 150), 15), 130, AMBER)
    for index in range(1, 7):
        canvas.line(
            [(x + wide * index / 7, y), (x + wide * index / 7, y + tall)], fade(INK, 0.22), 2
        )
    canvas.rectangle((x, y, wide, 10), canvas.horizontal(x, x + wide, TEAL, MINT, AMBER, ORANGE))


def _lettering(canvas: Canvas) -> None:
    for text, height, top, colour in (
        (TITLE, TITLE_HEIGHT, TITLE_TOP, WHITE),
        (LINE, LINE_HEIGHT, LINE_TOP, AMBER),
    ):
        left = gateway.start(text, height)
        canvas.glow((960, top + height / 2), (620, height * 0.9), AZURE, 0.35)
        for step in range(6, 0, -1):
            write_stroked(canvas, text, (left + step * 1.6, top + step * 1.8), height, (INK, 0.19))
        write_stroked(canvas, text, (left, top), height, (colour, 0.19))
        write_stroked(
            canvas,
            text,
            (left - 1, top - 2),
            height,
            (lighter(colour, 0.6) if colour != WHITE else fade(AZURE, 0.55), 0.04),
        )
    for text, x in (("DEV", 482.0), ("OPS", 1290.0)):
        write_stroked(canvas, text, (x, 492), 56, (WHITE, 0.17))


def _arch(canvas: Canvas) -> None:
    canvas.path(gateway.arch(26), canvas.vertical(470, FLOOR, MINT, TEAL, "#0F7F86"))
    canvas.path(gateway.arch(14), "#0A1E40")
    canvas.path(gateway.arch(), canvas.vertical(500, FLOOR, "#FFE9C2", "#FFC98A", "#FFF3DE"))
    with canvas.group(clip_path=canvas.clip(gateway.arch())):
        canvas.glow((960, 700), (280, 300), WHITE, 0.9)
        for index in range(-4, 5):
            canvas.rectangle(
                (960 + index * 56 - 18, 560, 36, 210),
                canvas.vertical(560, 770, fade("#F2A25E", 0.45), fade("#F2A25E", 0.1)),
            )
        canvas.rectangle((760, 800, 400, 110), canvas.vertical(800, 905, "#F7C48C", "#D98E58"))
        canvas.rectangle((820, 640, 280, 110), "#1F5FA8", 6)
        canvas.path(cloud.outline((960, 700), 40), WHITE)
        interior.crowd(canvas, (780, 842, 360, 0), 15, "#B4653E")
        canvas.path(gateway.arch(), "none", stroke=fade(INK, 0.35), stroke_width=22)
    canvas.stroke(gateway.arch(20), fade(WHITE, 0.6), 2)


def _floor(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, FLOOR, 1920, 180), canvas.vertical(FLOOR, 1080, "#9DB7D2", "#C5D6E8", "#E2ECF6")
    )
    for index in range(-14, 15):
        canvas.line([(960 + index * 92, FLOOR), (960 + index * 190, 1080)], fade(NAVY, 0.1), 2)
    for level in (918, 948, 996, 1052):
        canvas.line([(0, level), (1920, level)], fade(NAVY, 0.07), 2)
    canvas.polygon(
        [(250, FLOOR), (1670, FLOOR), (1760, 1010), (160, 1010)],
        canvas.vertical(FLOOR, 1010, fade(NAVY, 0.5), fade(NAVY, 0)),
    )
    canvas.polygon(
        [(800, FLOOR), (1120, FLOOR), (1290, 1080), (630, 1080)],
        canvas.vertical(FLOOR, 1080, "#F08A4B", CORAL, "#C8413F"),
    )
    canvas.polygon([(790, FLOOR), (800, FLOOR), (630, 1080), (606, 1080)], AMBER)
    canvas.polygon([(1120, FLOOR), (1130, FLOOR), (1314, 1080), (1290, 1080)], AMBER)
    canvas.glow((960, FLOOR + 10), (300, 60), "#FFE3B0", 0.8)
    for x in (420, 1490):
        pot_plant(canvas, (x, 934), 230)


def _person(canvas: Canvas, foot: Point, scale: float, who: tuple[Look, Pose]) -> None:
    canvas.shadow((foot[0] + scale * 0.3, foot[1]), (scale * 1.5, scale * 0.24), 0.45)
    with canvas.placed(foot, scale):
        draw_person(canvas, *who)


def _people(canvas: Canvas) -> None:
    walking = (WALKING_AWAY, mirrored(WALKING_AWAY))
    for index, (x, y, scale) in enumerate(((905, 904, 33), (1020, 908, 34), (962, 922, 38))):
        _person(canvas, (x, y), scale, (EVERYONE[(index * 4 + 2) % 11], walking[index % 2]))
    talking = Pose(turn=0.55, right_hand=(1.1, -4.4), left_hand=(-0.66, -3.25))
    _person(canvas, (560, 985), 55, (CLARA, talking))
    _person(
        canvas,
        (690, 992),
        57,
        (OMAR, mirrored(Pose(turn=0.5, right_hand=(0.2, -4.3), left_hand=(-0.2, -4.3)))),
    )
    _person(canvas, (1330, 972), 53, (MEI, mirrored(talking)))
    _person(canvas, (1236, 975), 53, (NOOR, Pose(turn=0.5)))
    _person(canvas, (868, 1000), 58, (RAVI, walking[0]))
    _person(canvas, (1046, 1036), 66, (AMARA, walking[1]))
    _person(
        canvas,
        (318, 1062),
        74,
        (KENJI, Pose(back=True, turn=0.5, left_foot=(-0.35, -0.3), right_foot=(0.3, 0))),
    )
    _person(
        canvas,
        (1602, 1062),
        74,
        (INGRID, Pose(back=True, turn=-0.5, left_foot=(-0.3, 0), right_foot=(0.3, -0.3))),
    )
