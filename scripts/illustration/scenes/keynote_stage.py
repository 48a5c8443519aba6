"""Nothing -> the keynote hall: screens, a speaker in the light, hands going up in the rows."""

from illustration import cloud
from illustration.body import Pose
from illustration.canvas import Canvas, stars
from illustration.cast import CLARA
from illustration.crowd import Row, draw_row
from illustration.figure import draw_person
from illustration.geometry import Box, Point, polygon, smooth
from illustration.palette import (
    AMBER,
    AZURE,
    BLUE,
    CORAL,
    INK,
    MINT,
    NAVY,
    ORANGE,
    PLUM,
    SKY,
    TEAL,
    WHITE,
    darker,
    fade,
    lighter,
    mix,
)

_SCREEN: Box = (520, 150, 880, 450)
_SPEAKER: Point = (1130, 760)
_STAGE_TOP = 735


def draw() -> Canvas:
    """Return the picture, 1920 by 1080."""
    canvas = Canvas(1920, 1080)
    _hall(canvas)
    _side_screen(canvas, [(70, 214), (440, 250), (440, 566), (70, 592)])
    _side_screen(canvas, [(1850, 214), (1480, 250), (1480, 566), (1850, 592)])
    _main_screen(canvas)
    _truss(canvas)
    _stage(canvas)
    _beams(canvas)
    _speaker(canvas)
    _audience(canvas)
    return canvas


def _hall(canvas: Canvas) -> None:
    canvas.rectangle((0, 0, 1920, 1080), canvas.vertical(0, 1080, "#0A1B3B", "#10305E", "#081428"))
    for index in range(13):
        x = index * 160
        panel = canvas.vertical(60, 760, fade(BLUE, 0.02), fade(BLUE, 0.2), fade(AZURE, 0.3))
        canvas.rectangle((x + 4, 60, 152, 720), panel)
        canvas.rectangle((x, 60, 3, 720), fade(INK, 0.55))
    canvas.glow((960, 420), (1050, 560), BLUE, 0.55)
    canvas.glow((960, 760), (1100, 260), PLUM, 0.35)


def _side_screen(canvas: Canvas, corners: list[Point]) -> None:
    data = polygon(corners)
    canvas.glow((sum(x for x, _ in corners) / 4, 410), (330, 300), AZURE, 0.4)
    canvas.stroke(data, "#050E20", 16)
    xs = [x for x, _ in corners]
    left, right = min(xs), max(xs)
    canvas.path(data, canvas.linear((left, 220), (right, 590), "#1A4E8F", "#2C7FC4", "#1A4C88"))
    with canvas.group(clip_path=canvas.clip(data)):
        middle = (left + right) / 2
        canvas.circle((middle + 60, 350), 170, fade(TEAL, 0.35))
        canvas.circle((middle - 90, 560), 150, fade(ORANGE, 0.35))
        with canvas.placed((middle, 970), 92):
            draw_person(canvas, CLARA, Pose(turn=-0.4, left_hand=(-1.1, -4.5)))
        canvas.rectangle((left, 536, right - left, 26), fade(NAVY, 0.75))
        canvas.rectangle((middle - 120, 545, 150, 8), fade(WHITE, 0.9), 4)
        canvas.rectangle((middle + 44, 545, 70, 8), fade(AMBER, 0.95), 4)
    canvas.stroke(data, fade(SKY, 0.7), 2)


def _main_screen(canvas: Canvas) -> None:
    left, top, width, height = _SCREEN
    frame = (left - 12, top - 12, width + 24, height + 24)
    canvas.glow((960, 380), (760, 520), AZURE, 0.75)
    canvas.rectangle(frame, "#040B1A", 10)
    paint = canvas.linear(
        (left, top), (left + width, top + height), "#123E7C", "#1F74B8", "#19A5AE", "#F4A35C"
    )
    canvas.rectangle(_SCREEN, paint)
    data = polygon(
        [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
    )
    with canvas.group(clip_path=canvas.clip(data)):
        _screen_scene(canvas)
    canvas.rectangle(_SCREEN, "none", stroke=fade(WHITE, 0.55), stroke_width=2)


def _screen_scene(canvas: Canvas) -> None:
    left, top, width, height = _SCREEN
    stars(canvas, (left, top, width, height * 0.6), 70, WHITE)
    sun = (left + width * 0.76, top + height * 0.72)
    canvas.circle(sun, 120, canvas.radial(sun, 120, "#FFF0C9", fade(AMBER, 0.85), fade(AMBER, 0)))
    for index, colour in enumerate(("#1B6FA0", "#155388", "#0F3A6B")):
        base = top + height * (0.76 + 0.09 * index)
        ridge = [
            (left - 40 + step * 120, base + 26 * ((step * 7 + index * 5) % 4 - 1.5))
            for step in range(9)
        ]
        canvas.path(
            smooth(ridge, closed=False) + f"L{left + width} {top + height}L{left} {top + height}Z",
            colour,
        )
    points = cloud.nodes((left + width / 2, top + height * 0.5), (390, 170), 34)
    cloud.mesh(canvas, points, 130, MINT)
    cloud.draw(canvas, (left + width * 0.5, top + height * 0.47), 150, "#BFE3F5")
    centre = (left + width * 0.5, top + height * 0.5)
    for offset, colour in ((-62, TEAL), (0, ORANGE), (62, BLUE)):
        canvas.rectangle((centre[0] + offset - 22, centre[1] - 14, 44, 44), colour, 9)
        canvas.rectangle((centre[0] + offset - 12, centre[1] - 2, 24, 5), fade(WHITE, 0.9), 2)
        canvas.rectangle((centre[0] + offset - 12, centre[1] + 10, 16, 5), fade(WHITE, 0.6), 2)


def _truss(canvas: Canvas) -> None:
    for top, shade in ((44, "#2A4468"), (52, "#16294A")):
        canvas.rectangle((0, top, 1920, 6), shade)
        canvas.rectangle((0, top + 44, 1920, 6), shade)
    for index in range(49):
        x = index * 40
        canvas.line([(x, 50), (x + 20, 96), (x + 40, 50)], "#29436A", 3.5)
    canvas.rectangle((0, 0, 1920, 44), canvas.vertical(0, 44, "#040A18", "#0A1731"))
    for x in (250, 430, 700, 860, 1060, 1220, 1490, 1670):
        tilt = (960 - x) / 42
        with canvas.placed((x, 100), 1, rotate=tilt):
            canvas.rectangle((-5, -8, 10, 14), "#33507A")
            canvas.rectangle((-19, 4, 38, 44), canvas.horizontal(-19, 19, "#2D476D", "#0B1830"), 7)
            canvas.ellipse((0, 48), (17, 5), lighter(AMBER, 0.6))


def _stage(canvas: Canvas) -> None:
    top = [(250, _STAGE_TOP), (1670, _STAGE_TOP), (1800, 810), (120, 810)]
    canvas.polygon(top, canvas.vertical(_STAGE_TOP, 810, "#1C4478", "#2B62A6"))
    for index in range(15):
        start = 250 + index * 101.4
        end = 120 + index * 120
        canvas.line([(start, _STAGE_TOP), (end, 810)], fade(SKY, 0.13), 1.5)
    left, _, width, _ = _SCREEN
    mirror = [(left, 735), (left + width, 735), (left + width + 60, 806), (left - 60, 806)]
    canvas.polygon(mirror, canvas.vertical(735, 806, fade("#55C3CF", 0.5), fade("#55C3CF", 0.0)))
    canvas.polygon(
        [(120, 810), (1800, 810), (1800, 868), (120, 868)],
        canvas.vertical(810, 868, "#0C2146", "#050D1E"),
    )
    canvas.glow((960, 814), (900, 30), TEAL, 0.9)
    canvas.rectangle(
        (120, 808, 1680, 5), canvas.horizontal(120, 1800, TEAL, "#D8FFFA", AMBER, CORAL)
    )
    _lectern(canvas)


def _lectern(canvas: Canvas) -> None:
    canvas.shadow((760, 792), (90, 14), 0.5)
    body = [(712, 640), (808, 640), (792, 792), (728, 792)]
    canvas.polygon(body, canvas.horizontal(712, 808, "#3B6FB0", "#16345F"))
    canvas.polygon([(700, 626), (820, 618), (820, 634), (700, 644)], "#8FB6DE")
    canvas.line([(742, 624), (748, 588), (768, 580)], "#C9DDF0", 3)
    canvas.circle((769, 579), 6, "#0A1730")
    cloud.draw(canvas, (760, 708), 26, "#9FDCE6")


def _beams(canvas: Canvas) -> None:
    beams = (
        (250, 560, AZURE, 0.34),
        (430, 800, TEAL, 0.28),
        (1490, 1130, AMBER, 0.5),
        (1670, 1400, CORAL, 0.36),
        (700, 420, PLUM, 0.4),
        (1220, 1560, AZURE, 0.3),
        (1060, 1130, "#FFF3D6", 0.55),
    )
    for source, target, colour, strength in beams:
        tilt = (960 - source) / 42
        start = (source - tilt * 0.8, 148.0)
        cone = [
            (start[0] - 15, 148),
            (start[0] + 15, 148),
            (target + 110, 790),
            (target - 110, 790),
        ]
        paint = canvas.linear(start, (target, 790), fade(colour, strength), fade(colour, 0.02))
        with canvas.group(style="mix-blend-mode:screen", filter=canvas.blur(5)):
            canvas.polygon(cone, paint)
        canvas.glow(start, (46, 40), lighter(colour, 0.5), 0.95)
        canvas.glow((target, 778), (150, 26), colour, strength)


def _speaker(canvas: Canvas) -> None:
    canvas.glow((_SPEAKER[0], 765), (190, 34), "#FFF0CF", 0.9)
    canvas.shadow((_SPEAKER[0] + 14, 784), (64, 10), 0.6)
    pose = Pose(turn=-0.45, left_hand=(-1.35, -4.75), right_hand=(0.95, -4.1))
    with canvas.placed((_SPEAKER[0], 784), 29.5):
        draw_person(canvas, CLARA, pose)


def _audience(canvas: Canvas) -> None:
    canvas.rectangle((0, 840, 1920, 240), canvas.vertical(840, 1080, "#0A1C3C00", "#050D1EFF"))
    far, near = mix(NAVY, BLUE, 0.35), darker(NAVY, 0.7)
    for index in range(5):
        share = index / 4
        row = Row(
            baseline=862 + 58 * index + 10 * share,
            size=30 + 15 * index,
            body=mix(far, near, share),
            rim=mix(mix(TEAL, SKY, 0.4), ORANGE, 0.25 * index),
            seed=index + 3,
        )
        draw_row(canvas, row)
