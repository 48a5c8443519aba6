"""Skin, hair and the way it looks -> a head about its centre, one unit from chin to crown."""

import math
from dataclasses import dataclass
from enum import Enum

from illustration.canvas import Canvas
from illustration.geometry import Point, polar, smooth
from illustration.palette import INK, darker, fade, lighter


class Hair(Enum):
    """How the hair is worn."""

    SHORT = "short"
    SWEPT = "swept"
    BOB = "bob"
    LONG = "long"
    BUN = "bun"
    TAIL = "tail"
    CURLS = "curls"
    SHAVED = "shaved"


@dataclass(frozen=True, slots=True)
class Head:
    """One head; `turn` and `back` are set by the pose of the body it sits on."""

    skin: str
    hair: str
    style: Hair = Hair.SHORT
    beard: bool = False
    glasses: bool = False
    turn: float = 0
    back: bool = False


def draw_head(canvas: Canvas, head: Head) -> None:
    """Draw into the current group, the middle of the head at the origin."""
    _ears(canvas, head)
    _skull(canvas, head)
    if head.back:
        _hair_seen_from_behind(canvas, head)
        return
    if head.beard:
        _beard(canvas, head)
    _face(canvas, head)
    _hair_before(canvas, head)


def _skull(canvas: Canvas, head: Head) -> None:
    chin = 0.09 * head.turn
    outline = [(-0.37, -0.12), (-0.26, -0.44), (0, -0.54), (0.26, -0.44), (0.37, -0.12)]
    outline += [(0.31 + chin, 0.22), (0.13 + chin, 0.47), (-0.13 + chin, 0.47)]
    outline += [(-0.31 + chin, 0.22)]
    paint = canvas.linear(
        (-0.4, -0.3), (0.45, 0.3), lighter(head.skin, 0.12), head.skin, darker(head.skin, 0.14)
    )
    canvas.path(smooth(outline), paint)


def _ears(canvas: Canvas, head: Head) -> None:
    if head.style in {Hair.LONG, Hair.BOB}:
        return
    for side in (-1, 1):
        if side * head.turn > 0.4 and not head.back:
            continue
        centre = (side * 0.375 - 0.05 * head.turn, 0.02)
        canvas.ellipse(centre, (0.075, 0.12), darker(head.skin, 0.1))


def _face(canvas: Canvas, head: Head) -> None:
    shift = 0.15 * head.turn
    brow = darker(head.hair, 0.15)
    for side in (-1, 1):
        x = shift + side * (0.16 - 0.03 * abs(head.turn))
        canvas.ellipse((x, -0.02), (0.033, 0.045), INK)
        arch = smooth([(x - 0.075, -0.155), (x, -0.185), (x + 0.075, -0.155)], closed=False)
        canvas.stroke(arch, brow, 0.034)
        canvas.ellipse((x + side * 0.05, 0.13), (0.07, 0.05), fade("#E8574A", 0.2))
    nose = shift * 1.45
    lean = 0.05 if head.turn >= 0 else -0.05
    canvas.stroke(
        smooth([(nose, -0.0), (nose + lean, 0.11), (nose - 0.02, 0.13)], closed=False),
        darker(head.skin, 0.3),
        0.035,
    )
    mouth = [(shift - 0.1, 0.245), (shift, 0.29), (shift + 0.1, 0.24)]
    canvas.stroke(smooth(mouth, closed=False), darker("#B04A43", 0.2), 0.035)
    if head.glasses:
        _glasses(canvas, shift)


def _glasses(canvas: Canvas, shift: float) -> None:
    for side in (-1, 1):
        box = (shift + side * 0.165 - 0.12, -0.11, 0.24, 0.19)
        canvas.rectangle(box, fade("#FFFFFF", 0.22), 0.07, stroke=INK, stroke_width=0.03)
    canvas.line([(shift - 0.045, -0.04), (shift + 0.045, -0.04)], INK, 0.03)


def _beard(canvas: Canvas, head: Head) -> None:
    chin = 0.09 * head.turn
    outer = [(-0.36, 0.0), (-0.33 + chin, 0.25), (-0.15 + chin, 0.52), (0.15 + chin, 0.52)]
    outer += [(0.33 + chin, 0.25), (0.36, 0.0)]
    inner = [(0.22 + chin, 0.16), (0.1 + chin * 1.5, 0.17), (-0.1 + chin * 1.5, 0.17)]
    inner.append((-0.22 + chin, 0.16))
    canvas.path(smooth(outer + inner), head.hair)


# Hair -----------------------------------------------------------------------------------------


def _paint(canvas: Canvas, head: Head) -> str:
    return canvas.linear((-0.3, -0.7), (0.4, 0.5), lighter(head.hair, 0.16), head.hair)


def draw_hair_behind(canvas: Canvas, head: Head) -> None:
    """Draw the hair that falls behind neck and shoulders; nothing when seen from behind."""
    if head.back:
        return
    back = -0.1 * head.turn
    paint = darker(head.hair, 0.2)
    match head.style:
        case Hair.BOB:
            canvas.path(_mane(back, 0.45, 0.5), paint)
        case Hair.LONG:
            canvas.path(_mane(back, 0.98, 0.52), paint)
        case Hair.BUN:
            canvas.circle((back * 2.4, -0.68), 0.24, _paint(canvas, head))
        case Hair.TAIL:
            tail = [(back * 3, -0.5), (back * 6.5, -0.35), (back * 6.8, 0.3), (back * 5, 0.75)]
            tail += [(back * 5, 0.2), (back * 2, -0.1)]
            canvas.path(smooth(tail), paint)
        case Hair.CURLS:
            _curls(canvas, head, (back, -0.22), 0.5)
        case Hair.SHORT | Hair.SWEPT | Hair.SHAVED:
            pass


def _mane(shift: float, bottom: float, half: float) -> str:
    points = [(-half * 0.94, -0.2), (-half * 0.66, -0.55), (0, -0.66), (half * 0.66, -0.55)]
    waist = bottom * 0.5
    points += [
        (half * 0.96, -0.2),
        (half, waist),
        (half * 0.82, bottom),
        (half * 0.4, bottom + 0.08),
    ]
    points += [(-half * 0.4, bottom + 0.08), (-half * 0.82, bottom), (-half, waist)]
    points.append((-half * 0.96, -0.2))
    return smooth([(x + shift, y) for x, y in points])


def _curls(canvas: Canvas, head: Head, centre: Point, radius: float) -> None:
    for step in range(14):
        angle = 150 + step * 18.5
        spot = polar(centre, radius * 0.72, angle)
        canvas.circle(spot, 0.2, head.hair if step % 2 else lighter(head.hair, 0.04))
    canvas.circle((centre[0], centre[1] - 0.06), radius * 0.75, head.hair)


def _hair_before(canvas: Canvas, head: Head) -> None:
    turn = head.turn
    crown = [(-0.41, 0.0), (-0.42, -0.28), (-0.28, -0.56), (0, -0.65), (0.28, -0.56)]
    crown += [(0.42, -0.28), (0.41, 0.0)]
    part = 0.12 * turn
    hairlines: dict[Hair, list[Point]] = {
        Hair.SHORT: [(0.35, -0.16), (0.22 + part, -0.33), (-0.12 + part, -0.34), (-0.35, -0.16)],
        Hair.SWEPT: [(0.35, -0.12), (0.26 + part, -0.28), (-0.1 + part, -0.42), (-0.35, -0.16)],
        Hair.BOB: [(0.36, 0.02), (0.3 + part, -0.22), (-0.05 + part, -0.3), (-0.36, -0.02)],
        Hair.LONG: [(0.37, 0.1), (0.28 + part, -0.2), (0.06 + part, -0.44), (-0.2, -0.2)],
        Hair.BUN: [(0.35, -0.14), (0.2 + part, -0.36), (-0.2 + part, -0.36), (-0.35, -0.14)],
        Hair.TAIL: [(0.35, -0.12), (0.24 + part, -0.32), (-0.14 + part, -0.38), (-0.35, -0.12)],
    }
    if head.style is Hair.CURLS:
        for step in range(7):
            spot = (-0.36 + 0.12 * step, -0.3 - 0.13 * math.sin(math.pi * step / 6))
            canvas.circle(spot, 0.135, lighter(head.hair, 0.04 * (step % 2)))
        return
    line = hairlines.get(head.style)
    if line:
        canvas.path(smooth(crown + line), _paint(canvas, head))


def _hair_seen_from_behind(canvas: Canvas, head: Head) -> None:
    paint = _paint(canvas, head)
    match head.style:
        case Hair.SHAVED:
            return
        case Hair.CURLS:
            _curls(canvas, head, (0, -0.16), 0.52)
            canvas.circle((0, 0.02), 0.38, head.hair)
        case Hair.LONG:
            canvas.path(_mane(0, 0.95, 0.5), paint)
        case Hair.BOB:
            canvas.path(_mane(0, 0.42, 0.5), paint)
        case Hair.SHORT | Hair.SWEPT | Hair.BUN | Hair.TAIL:
            nape = [(-0.41, 0.02), (-0.42, -0.28), (-0.29, -0.55), (0, -0.65), (0.29, -0.55)]
            nape += [(0.42, -0.28), (0.41, 0.02), (0.33, 0.24), (0.19, 0.35), (-0.19, 0.35)]
            canvas.path(smooth([*nape, (-0.33, 0.24)]), paint)
            _knot(canvas, head)


def _knot(canvas: Canvas, head: Head) -> None:
    if head.style is Hair.BUN:
        canvas.circle((0, -0.58), 0.25, _paint(canvas, head))
        curl = smooth([(-0.17, -0.43), (0, -0.36), (0.17, -0.43)], closed=False)
        canvas.stroke(curl, fade(darker(head.hair, 0.5), 0.6), 0.04)
    elif head.style is Hair.TAIL:
        tail = [(-0.12, -0.3), (0.12, -0.3), (0.16, 0.3), (0.02, 0.85), (-0.14, 0.3)]
        canvas.path(smooth(tail), lighter(head.hair, 0.1))
