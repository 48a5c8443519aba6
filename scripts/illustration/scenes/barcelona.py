"""Nothing -> Barcelona at dusk: the basilica over the roofs, the sea, palms on the promenade."""

from illustration import cityscape
from illustration.canvas import Canvas, stars
from illustration.cityscape import Stone
from illustration.geometry import Point, scatter, smooth, trace
from illustration.palette import AMBER, INK, NAVY, ORANGE, fade, mix
from illustration.planting import Palm, palm

_SUN: Point = (1330, 668)
_HORIZON = 700


def draw() -> Canvas:
    """Return the picture, 1920 by 1080."""
    canvas = Canvas(1920, 1080)
    _sky(canvas)
    _sea(canvas)
    _hills(canvas)
    _city(canvas)
    _boats(canvas)
    _promenade(canvas)
    return canvas


def _sky(canvas: Canvas) -> None:
    colours = (
        "#0B1E45",
        "#1D2F66",
        "#4A3D80",
        "#93507F",
        "#DE6A63",
        "#FF9A55",
        "#FFC878",
        "#FFE6B0",
    )
    canvas.rectangle((0, 0, 1920, _HORIZON + 4), canvas.vertical(0, _HORIZON, *colours))
    stars(canvas, (0, 0, 1920, 260), 90, "#FFF6E0")
    canvas.glow(_SUN, (820, 620), ORANGE, 0.55)
    canvas.glow(_SUN, (320, 300), "#FFD58A", 0.9)
    canvas.circle(_SUN, 86, canvas.vertical(582, 754, "#FFFBE8", "#FFE3A0", "#FFB45E"))
    for level, left, width, colour in (
        (150, 980, 620, "#6B4A8A"), (212, 260, 520, "#5F4687"), (300, 1240, 760, "#C4627A"),
        (344, 620, 480, "#A85A80"), (432, 1020, 560, "#FF9C6A"), (470, 1500, 460, "#FFB47A"),
        (520, 200, 520, "#E97C6A"),
    ):  # fmt: skip
        _streak(canvas, (left, level), width, colour)
    for x, y, size in ((860, 250, 15), (905, 226, 12), (948, 262, 11), (812, 214, 10)):
        tip, lift = y - size * 0.35, y - size * 0.7
        wing = trace("M", (x - size, tip), "Q", (x - size * 0.4, lift), (x, y))
        wing += trace("Q", (x + size * 0.4, lift), (x + size, tip))
        canvas.stroke(wing, fade(INK, 0.75), 3)


def _streak(canvas: Canvas, start: Point, width: float, colour: str) -> None:
    x, y = start
    above = [
        (x, y),
        (x + width * 0.2, y - 9),
        (x + width * 0.42, y - 20),
        (x + width * 0.6, y - 11),
        (x + width, y),
    ]
    below = [(x + width * 0.7, y + 6), (x + width * 0.3, y + 7)]
    canvas.path(
        smooth(above + below),
        canvas.horizontal(x, x + width, fade(colour, 0.05), fade(colour, 0.75), fade(colour, 0.05)),
    )


def _sea(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, _HORIZON, 1920, 380),
        canvas.vertical(_HORIZON, 1040, "#FFB868", "#E2705F", "#7B4A7F", "#2C3A72", "#122A55"),
    )
    canvas.glow((_SUN[0], 740), (420, 260), "#FFCE82", 0.8)
    values = scatter(11)
    for _ in range(240):
        depth = next(values)
        y = _HORIZON + 6 + depth**1.3 * 290
        spread = 60 + 300 * depth
        x = _SUN[0] + (next(values) + next(values) - 1) * spread * 1.5
        length = (16 + 70 * depth) * (0.4 + next(values))
        near = 1 - min(1.0, abs(x - _SUN[0]) / (spread * 1.5))
        colour = fade(mix("#FF9A5A", "#FFF3CF", near), 0.25 + 0.6 * near)
        canvas.line([(x - length / 2, y), (x + length / 2, y)], colour, 1.6 + 2.6 * depth)


def _hills(canvas: Canvas) -> None:
    far = [
        (-40, 560),
        (120, 500),
        (290, 438),
        (420, 470),
        (640, 540),
        (860, 588),
        (1080, 650),
        (1220, 700),
    ]
    cityscape.ridge(canvas, far, 720, canvas.vertical(430, 720, "#6E4482", "#C4637A"))
    cityscape.hilltop_church(canvas, (292, 442), "#5E3B78")
    near = [(-40, 610), (160, 590), (380, 610), (600, 640), (860, 660), (1100, 690), (1240, 706)]
    cityscape.ridge(canvas, near, 720, canvas.vertical(580, 720, "#56397A", "#9C5178"))


def _city(canvas: Canvas) -> None:
    haze = Stone("#6A4480", "#E88567")
    cityscape.blocks(canvas, (-20, 730), 1200, (haze, 110, 5))
    cityscape.bullet_tower(canvas, (1010, 740), (34, 250), Stone("#4A3A78", "#E8825F"))
    for x in (1130, 1184):
        canvas.rectangle((x, 560, 40, 190), Stone("#51397A", "#F08F62").paint(canvas, x, x + 40))
        for row in range(14):
            canvas.rectangle(
                (x + 5, 570 + row * 13, 30, 4), fade("#FFD48A", 0.25 + 0.4 * (row % 3 == 0))
            )
    middle = Stone("#4A3168", "#D9735F")
    cityscape.blocks(canvas, (-30, 770), 420, (middle, 130, 17))
    cityscape.blocks(canvas, (760, 770), 1250, (middle, 110, 29))
    cityscape.basilica(canvas, (580, 790), 1.12)
    cityscape.blocks(canvas, (-20, 810), 1290, (Stone("#2E2455", "#B3586A"), 92, 41))
    quay = "M-10 806H1400L1630 822V852H-10Z"
    canvas.path(quay, canvas.horizontal(0, 1700, "#1D1C48", "#3A2A5C", "#8B4A66"))
    cityscape.sail_tower(canvas, (1482, 836), (92, 260), Stone("#3E3170", "#FF9C66"))


def _boats(canvas: Canvas) -> None:
    for x, y, size in ((1200, 872, 46), (1640, 742, 20)):
        with canvas.placed((x, y), size):
            canvas.path("M-.1 0V-2.1C.5 -1.5 .9 -.8 .95 -.12Z", "#FFE9C8")
            canvas.path("M-.22 -.1V-1.7C-.6 -1.2 -.8 -.6 -.86 -.1Z", "#F5A873")
            canvas.path("M-1 0H1.15L.85 .32H-.75Z", "#2A2350")
            canvas.path("M-.8 .36H.9L.3 .5H-.4Z", fade("#FFE9C8", 0.3))


def _promenade(canvas: Canvas) -> None:
    canvas.path(
        "M-10 980C500 950 1300 950 1930 985V1090H-10Z",
        canvas.vertical(950, 1080, "#2A2A5E", NAVY, INK),
    )
    canvas.stroke("M-10 980C500 950 1300 950 1930 985", fade(AMBER, 0.8), 4)
    for index in range(25):
        x = index * 80
        y = 976 - 24 * (1 - ((x - 960) / 960) ** 2)
        canvas.line([(x, y), (x, y - 46)], "#161B45", 5)
    rail = "M-10 934C500 904 1300 904 1930 939"
    canvas.stroke(rail, "#161B45", 6)
    canvas.stroke("M-10 932C500 902 1300 902 1930 937", fade(AMBER, 0.7), 2)
    canvas.stroke("M-10 954C500 924 1300 924 1930 959", "#161B45", 3)
    for foot, height, lean in (
        ((70, 1014), 640, 40),
        ((232, 998), 400, -26),
        ((1856, 1018), 740, -64),
        ((1742, 1000), 400, -30),
    ):
        palm(canvas, Palm(foot, height, lean, "#151840", "#C9605A"))
