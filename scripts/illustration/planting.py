"""Where and how tall -> palms, pot plants and other greenery."""

from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.geometry import Point, lerp, polar, polygon, smooth, trace
from illustration.palette import TEAL, darker, fade, lighter, mix


@dataclass(frozen=True, slots=True)
class Palm:
    """A palm: foot, height, sideways lean of the crown, and the colours of leaf and lit edge."""

    foot: Point
    height: float
    lean: float
    leaf: str
    lit: str


def palm(canvas: Canvas, tree: Palm) -> None:
    """Draw a date palm with drooping fronds, lit from the right."""
    x, y = tree.foot
    top = (x + tree.lean, y - tree.height)
    _trunk(canvas, tree, top)
    length = tree.height * 0.44
    for angle in (-176, -196, -150, -222, -128, -104, 46, -82, -58, 8, -36, 24, -14):
        _frond(canvas, tree, top, (length * (1.0 if angle < 0 else 0.86), angle))
    canvas.circle(top, tree.height * 0.028, darker(tree.leaf, 0.3))


def _trunk(canvas: Canvas, tree: Palm, top: Point) -> None:
    x, y = tree.foot
    half = tree.height * 0.022
    middle = (x + tree.lean * 0.25, y - tree.height * 0.5)
    left = smooth(
        [(x - half * 1.7, y), (middle[0] - half, middle[1]), (top[0] - half * 0.8, top[1])],
        closed=False,
    )
    knee = (middle[0] + half * 1.4, middle[1])
    back = trace("L", (top[0] + half * 0.8, top[1]), "Q", knee, (x + half * 1.7, y), "Z")
    canvas.path(
        left + back,
        canvas.horizontal(
            x - half * 2, x + half * 2 + tree.lean * 0.4, tree.leaf, mix(tree.leaf, tree.lit, 0.5)
        ),
    )
    for ring in range(1, 16):
        share = ring / 16
        level = y - tree.height * share
        centre = x + tree.lean * share**1.6
        canvas.line(
            [(centre - half, level), (centre + half, level - 3)],
            fade(darker(tree.leaf, 0.6), 0.45),
            2,
        )


def _frond(canvas: Canvas, tree: Palm, root: Point, reach: tuple[float, float]) -> None:
    length, angle = reach
    tip = polar(root, length, angle)
    tip = (tip[0], tip[1] + length * 0.42)
    knee = polar(root, length * 0.62, angle)
    knee = (knee[0], knee[1] - length * 0.1)
    lit = mix(tree.leaf, tree.lit, 0.34 if tip[0] > root[0] else 0.1)
    spine = [_curve(root, knee, tip, step / 14) for step in range(15)]
    side = 1 if tip[0] > root[0] else -1
    for step in range(1, 14):
        size = length * 0.26 * (1 - abs(step / 14 - 0.4) * 1.05)
        start, ahead = spine[step], spine[step + 1]
        heading = (ahead[0] - start[0], ahead[1] - start[1])
        for turn in (-1, 1):
            drop = (
                start[0] + heading[0] * 1.6 - turn * heading[1] * 1.1 * side,
                start[1] + heading[1] * 1.6 + size * (0.75 if turn == side else 0.2),
            )
            canvas.path(polygon([start, drop, ahead]), lit if turn == 1 else darker(lit, 0.18))
    canvas.stroke(smooth(spine, closed=False), lit, max(1.5, length * 0.018))


def _curve(start: Point, knee: Point, end: Point, share: float) -> Point:
    return lerp(lerp(start, knee, share), lerp(knee, end, share), share)


def pot_plant(canvas: Canvas, foot: Point, height: float) -> None:
    """Draw a leafy plant in a round pot, `height` from floor to the highest leaf."""
    with canvas.placed(foot, height / 10):
        canvas.shadow((0, 0), (2.2, 0.35), 0.45)
        for angle, length in (
            (-150, 4.4),
            (-128, 5.8),
            (-105, 6.6),
            (-74, 6.4),
            (-50, 5.6),
            (-28, 4.2),
            (-90, 5.0),
        ):
            _leaf(canvas, (0, -3.0), length, angle)
        pot = canvas.horizontal(-1.5, 1.5, "#FFFFFF", "#D5E0EC", "#93A8C0")
        canvas.path("M-1.6 -3.2H1.6L1.15 0H-1.15Z", pot)
        canvas.rectangle((-1.75, -3.5, 3.5, 0.7), pot, 0.2)


def _leaf(canvas: Canvas, root: Point, length: float, angle: float) -> None:
    with canvas.placed(root, 1, rotate=angle):
        half = length * 0.17

        def at(along: float, across: float) -> Point:
            return (length * along, half * across)

        upper = trace("M", at(0, 0), "C", at(0.3, -1.5), at(0.7, -1.3), at(1, 0))
        data = upper + trace("C", at(0.7, 1.3), at(0.3, 1.5), at(0, 0), "Z")
        green = mix(TEAL, "#1F6B52", 0.3 + 0.4 * abs(angle + 90) / 60)
        canvas.path(
            data, canvas.linear((0, -half), (0, half), lighter(green, 0.18), darker(green, 0.3))
        )
        canvas.line([(0.2, 0), (length * 0.92, 0)], fade(lighter(green, 0.5), 0.6), 0.06)
