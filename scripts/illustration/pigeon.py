"""A body's pose -> a pigeon in flight, in its own units (about 900 from beak to tail)."""

from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.geometry import Point, capsule, lerp, polar, smooth, trace
from illustration.palette import INK, WHITE, darker, fade, lighter, mix

_GREY = "#A9BDD4"
_DARK = "#4B6080"
_BODY: list[Point] = [
    (232, -196), (286, -186), (318, -150), (308, -104), (286, -60), (262, 14), (196, 92),
    (60, 132), (-90, 104), (-200, 58), (-196, 2), (-60, -58), (90, -84), (160, -130), (190, -178),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Wing:
    """A wing's shoulder and wrist, the span of its feathers' angles, and how dark it lies."""

    shoulder: Point
    wrist: Point
    swing: float
    shade: float


def pigeon(canvas: Canvas) -> None:
    """Draw into the current group, flying to the right, the middle of the body at the origin."""
    _wing(canvas, _Wing((120, -60), (236, -268), 26, 0.32))
    _tail(canvas)
    _feet(canvas)
    _body(canvas)
    _head(canvas)
    _wing(canvas, _Wing((70, -30), (92, -300), 0, 0.0))


def _feather(
    canvas: Canvas, root: Point, reach: tuple[float, float], look: tuple[str, float]
) -> None:
    """One feather; `reach` is its angle and length, `look` its colour and width."""
    angle, length = reach
    colour, wide = look
    with canvas.placed(root, 1, rotate=angle):

        def at(along: float, across: float) -> Point:
            return (length * along, wide * across)

        vane = trace("M", at(0, -0.3), "C", at(0.4, -0.62), at(0.85, -0.6), at(1, 0.05))
        data = vane + trace("C", at(0.92, 0.55), at(0.4, 0.5), at(0, 0.3), "Z")
        paint = canvas.horizontal(
            0,
            length,
            lighter(colour, 0.24),
            colour,
            mix(colour, _DARK, 0.7 if length > 200 else 0.35),
        )
        canvas.path(data, paint)
        canvas.stroke(
            trace("M", at(0.1, 0), "C", at(0.4, -0.06), at(0.7, -0.06), at(0.97, 0)),
            fade(WHITE, 0.28),
            2.4,
        )
        canvas.stroke(data, fade(darker(colour, 0.6), 0.35), 2.2)


def _wing(canvas: Canvas, wing: _Wing) -> None:
    base = darker(_GREY, wing.shade)
    for index in range(9):
        share = index / 8
        angle = -158 + 92 * share + wing.swing
        length = 330 + 130 * (1 - abs(share - 0.72))
        _feather(canvas, wing.wrist, (angle, length), (mix(base, _DARK, 0.32), 66))
    for index in range(9):
        share = index / 8
        root = lerp(wing.shoulder, wing.wrist, share)
        angle = 168 + 30 * share + wing.swing * 0.6
        _feather(canvas, root, (angle, 300 + 40 * share), (base, 74))
    _bars(canvas, wing)
    for index in range(8):
        share = index / 7
        root = lerp(wing.shoulder, wing.wrist, share)
        _feather(
            canvas,
            root,
            (172 + 44 * share + wing.swing * 0.7, 160 + 30 * share),
            (lighter(base, 0.16), 72),
        )
    for index in range(6):
        share = index / 5
        angle = -140 + 70 * share + wing.swing
        _feather(canvas, wing.wrist, (angle, 185), (lighter(base, 0.12), 64))
    _arm(canvas, wing, base)


def _bars(canvas: Canvas, wing: _Wing) -> None:
    for distance in (205, 256):
        points = []
        for index in range(9):
            share = index / 8
            root = lerp(wing.shoulder, wing.wrist, share)
            points.append(polar(root, distance + 26 * share, 168 + 30 * share + wing.swing * 0.6))
        canvas.stroke(
            smooth(points[:8], closed=False), fade(darker(_DARK, 0.35 + wing.shade * 0.5), 0.85), 20
        )


def _arm(canvas: Canvas, wing: _Wing, base: str) -> None:
    """Draw the small feathers over the bones, row upon row, and the smooth leading edge."""
    shoulder, wrist = wing.shoulder, wing.wrist
    for row, (length, wide) in enumerate(((118, 62), (84, 54), (54, 46))):
        colour = lighter(base, 0.2 + 0.09 * row)
        for index in range(9):
            share = index / 8
            root = polar(lerp(shoulder, wrist, share), 10 * row, -10)
            _feather(canvas, root, (166 + 62 * share**2 + wing.swing * 0.8, length), (colour, wide))
    tip = polar(wrist, 150, -74 + wing.swing)
    edge = lighter(base, 0.42)
    canvas.path(capsule(wrist, tip, (24, 7)), canvas.linear(wrist, tip, edge, lighter(base, 0.1)))
    canvas.path(
        capsule(shoulder, wrist, (34, 24)),
        canvas.linear(shoulder, wrist, lighter(base, 0.26), edge),
    )


def _tail(canvas: Canvas) -> None:
    for index, angle in enumerate((196, 190, 184, 164, 168, 173, 178)):
        colour = darker(_GREY, 0.1 if index % 2 else 0.02)
        _feather(canvas, (-150, 30), (angle, 330), (colour, 70))
    band = [polar((-150, 30), 262, angle) for angle in (162, 170, 178, 186, 197)]
    canvas.stroke(smooth(band, closed=False), fade(darker(_DARK, 0.3), 0.75), 30)


def _feet(canvas: Canvas) -> None:
    for x, y in ((-6, 112), (44, 122)):
        canvas.path(capsule((x, y), (x - 62, y + 38), (13, 9)), "#E58A7A")
        for angle in (150, 178, 206):
            canvas.path(
                capsule((x - 62, y + 38), polar((x - 62, y + 38), 40, angle), (8, 4)), "#E58A7A"
            )


def _body(canvas: Canvas) -> None:
    data = smooth(_BODY)
    canvas.path(data, canvas.linear((40, -140), (10, 140), "#D3DFEC", _GREY, "#7E97B6"))
    with canvas.group(clip_path=canvas.clip(data)):
        neck = [(140, -150), (330, -120), (300, -30), (250, 60), (170, 60), (110, -20), (96, -90)]
        sheen = canvas.linear(
            (210, -170), (190, 80), "#4C6C8E", "#2FA39A", "#5B66A8", "#8A4F93", fade("#8A4F93", 0)
        )
        canvas.path(smooth(neck), sheen)
        for index in range(6):
            y = -112 + index * 26
            arc = f"M{132 - index * 2} {y}Q{210} {y + 26} {300 - index * 4} {y + 4}"
            canvas.stroke(arc, fade(WHITE, 0.16), 5)
        canvas.ellipse((30, 150), (250, 64), fade("#3D5273", 0.35))
        canvas.ellipse(
            (252, -146), (84, 66), canvas.linear((200, -200), (300, -90), "#7F98B8", "#556E90")
        )
    canvas.stroke(data, fade(WHITE, 0.35), 3)


def _head(canvas: Canvas) -> None:
    canvas.path("M308 -128C330 -126 344 -122 356 -114C338 -106 320 -106 304 -112Z", "#3A4A62")
    canvas.path(
        "M310 -154C336 -152 358 -138 370 -116C364 -114 358 -116 352 -118"
        "C340 -126 326 -127 308 -127Z",
        canvas.vertical(-156, -104, "#66788F", "#26354D"),
    )
    canvas.path("M304 -156C316 -164 336 -160 340 -148C330 -142 316 -140 306 -142Z", "#F7FAFC")
    canvas.circle((270, -152), 17, "#F3E4D2")
    canvas.circle((270, -152), 13.5, canvas.radial((266, -156), 16, "#FFC05C", "#F2712F"))
    canvas.circle((272, -152), 6.8, INK)
    canvas.circle((268, -156), 2.8, WHITE)
