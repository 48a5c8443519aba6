"""Nothing -> the back of the great sign: bare panels, struts, cables, cases, a coffee break."""

from dataclasses import replace

from illustration import gateway, interior
from illustration.body import Pose
from illustration.canvas import Canvas
from illustration.cast import EVERYONE, OMAR
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
from illustration.geometry import Point, smooth
from illustration.lettering import width, write_stroked
from illustration.palette import (
    AMBER,
    AZURE,
    CORAL,
    GREEN,
    INK,
    NAVY,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    darker,
    fade,
    lighter,
)
from illustration.rigging import flight_case, ladder, sandbag, scaffold, work_lamp

_PINE = "#C99560"


def draw() -> Canvas:
    """Return the picture, 1920 by 1080."""
    canvas = Canvas(1920, 1080)
    _dark_hall(canvas)
    _panels(canvas)
    _opening(canvas)
    _letters_from_behind(canvas)
    _struts(canvas)
    _floor(canvas)
    _cables(canvas)
    _props(canvas)
    _technician(canvas)
    interior.vignette(canvas)
    return canvas


def _dark_hall(canvas: Canvas) -> None:
    canvas.rectangle((0, 0, 1920, 1080), canvas.vertical(0, 1080, "#0A1730", "#13294E", "#1A3560"))
    interior.ceiling(canvas, 20)
    for x in (80, 1840):
        canvas.glow((x, 420), (260, 520), AZURE, 0.25)
    canvas.rectangle(
        (0, FLOOR, 1920, 180), canvas.vertical(FLOOR, 1080, "#2B3F60", "#3B5478", "#22344F")
    )


def _opening(canvas: Canvas) -> None:
    """Draw the bright front of house, seen through the arch."""
    with canvas.group(clip_path=canvas.clip(gateway.arch())):
        canvas.rectangle(
            (760, 480, 400, 430), canvas.vertical(480, FLOOR, "#D6ECFB", "#F3F9FE", "#FFF1DC")
        )
        for index in range(-3, 4):
            canvas.rectangle(
                (960 + index * 70 - 26, 480, 52, 300),
                canvas.vertical(480, 780, "#8CC4EE", "#D9EEFB"),
            )
        canvas.rectangle((760, 812, 400, 100), canvas.vertical(812, FLOOR, "#A9C2DC", "#E6EFF8"))
        canvas.polygon(
            [(900, 812), (1020, 812), (1090, 905), (830, 905)],
            canvas.vertical(812, 905, CORAL, ORANGE),
        )
        for index, (x, y, scale) in enumerate(((900, 866, 24), (1020, 862, 23), (960, 892, 30))):
            with canvas.placed((x, y), scale):
                draw_person(canvas, EVERYONE[index * 3 + 1], Pose(left_foot=(-0.28, -0.35)))
    canvas.stroke(gateway.arch(), "#6E4523", 12)


def _panels(canvas: Canvas) -> None:
    x, y, wide, tall = WALL
    hole = f"M{x} {y}h{wide}v{tall}h-{wide}Z{gateway.arch()}"
    paint = canvas.linear((x, y), (x + wide, y + tall), "#D9AE7C", "#C08A54", "#9A6A3E")
    canvas.path(hole, paint, fill_rule="evenodd")
    with canvas.group(clip_path=canvas.clip(f"M{x} {y}h{wide}v{tall}h-{wide}Z")):
        for index in range(60):
            level = y + 8 + index * 13.6
            drift = 9 * ((index * 37) % 7 - 3)
            grain = [
                (x, level),
                (x + 380, level + drift * 0.3),
                (x + 760, level - drift * 0.4),
                (x + 1120, level + drift * 0.2),
                (x + wide, level),
            ]
            if index % 2 or level < gateway.ARCH_TOP - 40:
                canvas.stroke(smooth(grain, closed=False), fade("#7A4A22", 0.13), 2)
    with canvas.group(style="mix-blend-mode:screen"):
        canvas.path(
            "M770 900L620 1080H1300L1150 900Z",
            canvas.vertical(900, 1080, fade("#FFF0D0", 0.75), fade("#FFF0D0", 0.0)),
        )


def _letters_from_behind(canvas: Canvas) -> None:
    """Draw the letters, cut out of the wall: from here they glow the wrong way round."""
    for text, height, top, colour in (
        (TITLE, TITLE_HEIGHT, TITLE_TOP, "#FFFDF4"),
        (LINE, LINE_HEIGHT, LINE_TOP, "#FFD890"),
    ):
        half = width(text, height) / 2
        with canvas.group(transform="translate(1920 0) scale(-1 1)"):
            left = 960 - half
            for weight, alpha in ((0.42, 0.12), (0.32, 0.18), (0.25, 0.3)):
                write_stroked(canvas, text, (left, top), height, (fade(colour, alpha), weight))
            write_stroked(canvas, text, (left, top), height, ("#6E4523", 0.22))
            write_stroked(canvas, text, (left, top), height, (colour, 0.17))


def _struts(canvas: Canvas) -> None:
    x, y, wide, _ = WALL
    for index in range(8):
        left = x + index * wide / 7 - 13
        bottom = FLOOR if abs(left + 13 - 960) > gateway.ARCH_HALF else gateway.ARCH_TOP - 10
        canvas.rectangle((left + 8, y, 26, bottom - y), fade(INK, 0.22))
        canvas.rectangle(
            (left, y - 14, 26, bottom - y + 14),
            canvas.horizontal(left, left + 26, lighter(_PINE, 0.35), _PINE, darker(_PINE, 0.3)),
            2,
        )
    for level in (y + 4, 312, 474):
        canvas.rectangle((x - 10, level + 8, wide + 20, 22), fade(INK, 0.2))
        canvas.rectangle(
            (x - 16, level, wide + 32, 22),
            canvas.vertical(level, level + 22, lighter(_PINE, 0.4), _PINE, darker(_PINE, 0.2)),
            2,
        )
        for index in range(8):
            for offset in (-6, 6):
                canvas.circle((x + index * wide / 7 + offset, level + 11), 2.6, "#5C3B1E")
    scaffold(canvas, (290, 500, 330, 460))
    scaffold(canvas, (1300, 500, 330, 460))


def _floor(canvas: Canvas) -> None:
    for index in range(-14, 15):
        canvas.line([(960 + index * 92, FLOOR), (960 + index * 190, 1080)], fade(SKY, 0.07), 2)
    canvas.line([(0, FLOOR), (770, FLOOR)], fade(INK, 0.6), 4)
    canvas.line([(1150, FLOOR), (1920, FLOOR)], fade(INK, 0.6), 4)
    for x in (640, 1290, 1545):
        sandbag(canvas, (x, 968), 62)


def _cables(canvas: Canvas) -> None:
    runs = (
        (
            [(520, 210), (500, 330), (560, 470), (520, 640), (540, 900), (610, 985), (760, 1010)],
            ORANGE,
        ),
        (
            [
                (1380, 230),
                (1410, 400),
                (1360, 560),
                (1400, 760),
                (1380, 920),
                (1300, 1000),
                (1120, 1030),
            ],
            TEAL,
        ),
        ([(1284, 424), (1290, 520), (1262, 700), (1280, 900), (1230, 1006), (1100, 1012)], CORAL),
        ([(638, 424), (650, 520), (690, 700), (670, 900), (720, 990), (800, 1030)], "#20304A"),
    )
    for points, colour in runs:
        data = smooth(list(points), closed=False)
        with canvas.group(transform="translate(7 7)"):
            canvas.stroke(data, fade(INK, 0.35), 9)
        canvas.stroke(data, darker(colour, 0.4), 10)
        canvas.stroke(data, colour, 6)
        x, y = points[0]
        canvas.rectangle((x - 26, y - 22, 52, 34), "#22314C", 6)
        canvas.rectangle((x - 26, y - 22, 52, 8), "#3C5273", 6)
        canvas.circle((x - 12, y + 1), 4, GREEN)
        canvas.circle((x + 4, y + 1), 4, AMBER)
    canvas.rectangle((756, 992, 96, 56), "#1A2740", 8)
    for index in range(3):
        canvas.circle((780 + index * 26, 1020), 9, "#0A1222")
        canvas.circle((780 + index * 26, 1002), 3, GREEN if index else AMBER)
    for ring in range(4):
        canvas.ellipse(
            (1150, 1040),
            (70 - ring * 9, 22 - ring * 3),
            "none",
            stroke=(TEAL, darker(TEAL, 0.25))[ring % 2],
            stroke_width=7,
        )


def _props(canvas: Canvas) -> None:
    flight_case(canvas, (60, 770, 250, 180), NAVY)
    flight_case(canvas, (84, 640, 200, 130), "#2A3A55")
    flight_case(canvas, (1600, 800, 270, 190), NAVY)
    ladder(canvas, (1690, 800), 560)
    work_lamp(canvas, (1500, 1010), 330)


def _technician(canvas: Canvas) -> None:
    flight_case(canvas, (330, 850, 300, 190), "#23406E")
    canvas.shadow((480, 1050), (230, 22), 0.5)
    pose = Pose(
        turn=0.55,
        drop=1.55,
        right_hand=(0.95, -3.35),
        left_hand=(0.35, -2.0),
        left_foot=(1.25, -0.1),
        right_foot=(1.6, -0.02),
    )
    with canvas.placed((470, 1052), 88):
        draw_person(canvas, replace(OMAR, top="#17858C"), pose)
    _headset(canvas, (475, 614))
    _coffee(canvas, (574, 782))
    for index in range(3):
        canvas.line(
            [(556, 748 + index * 9), (578, 746 + index * 9)],
            ("#C68A5C", "#BD8256", "#B1784E")[index],
            9,
        )


def _headset(canvas: Canvas, head: Point) -> None:
    x, y = head
    canvas.stroke(
        f"M{x - 38} {y + 2}C{x - 44} {y - 76} {x + 42} {y - 76} {x + 36} {y + 2}", "#10192B", 7
    )
    canvas.rectangle((x - 48, y - 14, 20, 34), "#10192B", 9)
    canvas.stroke(
        f"M{x - 38} {y + 16}C{x - 34} {y + 44} {x - 4} {y + 46} {x + 12} {y + 40}", "#10192B", 4
    )
    canvas.circle((x + 14, y + 39), 5, "#10192B")


def _coffee(canvas: Canvas, foot: Point) -> None:
    with canvas.placed(foot, 30):
        canvas.path(
            "M-.5 -1.5H.5L.4 .1H-.4Z", canvas.horizontal(-0.5, 0.5, "#FFFFFF", "#F3F6FA", "#B9C8D8")
        )
        canvas.path("M-.47 -1.1H.47L.42 -.4H-.42Z", ORANGE)
        canvas.rectangle((-0.56, -1.68, 1.12, 0.22), "#5B3A22", 0.08)
        for index in range(2):
            x = -0.16 + index * 0.34
            canvas.stroke(
                f"M{x} -1.95C{x - 0.3} -2.4 {x + 0.3} -2.7 {x} -3.2", fade(WHITE, 0.55), 0.12
            )
