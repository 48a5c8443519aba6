"""Silhouettes of a Mediterranean city in the evening light -> towers, house blocks, landmarks."""

from collections.abc import Sequence
from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.geometry import Point, polygon, scatter, smooth, trace
from illustration.palette import AMBER, darker, fade, lighter, mix


@dataclass(frozen=True, slots=True)
class Stone:
    """The colour of a wall away from the sun and towards it."""

    shade: str
    light: str

    def paint(self, canvas: Canvas, left: float, right: float) -> str:
        """Return a wall between `left` and `right`, the sun standing on the right."""
        return canvas.horizontal(
            left,
            right,
            darker(self.shade, 0.25),
            self.shade,
            mix(self.shade, self.light, 0.55),
            self.light,
        )


def spire(canvas: Canvas, base: Point, size: Point, stone: Stone) -> None:
    """Draw a tall tower tapering like a candle, pierced by slits, with a knob on its tip.

    `size` is half the width at the foot and the height.
    """
    x, y = base
    half, height = size

    def at(across: float, up: float) -> Point:
        return (x + half * across, y - height * up)

    rise = trace("M", at(-1, 0), "C", at(-1, 0.5), at(-0.72, 0.8), at(-0.16, 0.94))
    fall = trace("L", at(0.16, 0.94), "C", at(0.72, 0.8), at(1, 0.5), at(1, 0), "Z")
    data = rise + trace("L", at(0, 1)) + fall
    canvas.path(data, stone.paint(canvas, x - half, x + half))
    with canvas.group(clip_path=canvas.clip(data)):
        _slits(canvas, base, size, stone)
    tip = darker(stone.light, 0.05)
    canvas.circle((x, y - height), half * 0.2, lighter(stone.light, 0.35))
    for side in (-1, 1):
        canvas.circle((x + side * half * 0.3, y - height * 0.965), half * 0.12, tip)


def _slits(canvas: Canvas, base: Point, size: Point, stone: Stone) -> None:
    x, y = base
    half, height = size
    rows = int(height * 0.72 / (half * 0.62))
    for row in range(rows):
        level = y - height * 0.12 - row * half * 0.62
        for column in (-0.62, -0.2, 0.24, 0.64):
            drift = 0.1 * (row % 2)
            left = x + (column + drift) * half * (1 - 0.32 * row / rows)
            slit = (left - half * 0.065, level - half * 0.38, half * 0.15, half * 0.44)
            canvas.rectangle(slit, fade(darker(stone.shade, 0.6), 0.75), half * 0.07)
    for band in (0.14, 0.46, 0.72):
        canvas.rectangle(
            (x - half, y - height * band, half * 2, half * 0.1), fade(stone.light, 0.28)
        )


def basilica(canvas: Canvas, base: Point, scale: float) -> None:
    """Draw a church of many spires about 400 by 560 units, the tallest with a cross."""
    far = Stone("#5A3A6B", "#C9705F")
    near = Stone("#4B2E5C", "#F0945A")
    with canvas.placed(base, scale):
        for x, half, height in ((-96, 25, 372), (96, 25, 378), (-44, 27, 428), (50, 27, 432)):
            spire(canvas, (x, 0), (half, height), far)
        spire(canvas, (0, 0), (44, 540), Stone("#553463", "#DB7F58"))
        _cross(canvas, (0, -540))
        canvas.path("M-150 0V-150L-60 -190H60L150 -150V0Z", far.paint(canvas, -150, 150))
        for x, height in ((-118, 300), (-58, 352), (58, 356), (118, 304)):
            spire(canvas, (x, 0), (24, height), near)
        _porch(canvas, near)


def _cross(canvas: Canvas, tip: Point) -> None:
    x, y = tip
    canvas.glow((x, y - 22), (60, 60), AMBER, 0.8)
    canvas.rectangle((x - 4, y - 46, 8, 52), "#FFF1D0", 2)
    canvas.rectangle((x - 17, y - 32, 34, 8), "#FFF1D0", 2)


def _porch(canvas: Canvas, stone: Stone) -> None:
    for x, half, height in ((-88, 40, 140), (88, 40, 142), (0, 52, 196)):
        gable = f"M{x - half} 0V-{height * 0.52}L{x} -{height}L{x + half} -{height * 0.52}V0Z"
        canvas.path(gable, stone.paint(canvas, x - half, x + half))
        canvas.stroke(
            f"M{x - half} -{height * 0.52}L{x} -{height}L{x + half} -{height * 0.52}",
            fade(stone.light, 0.8),
            3,
        )
        for inset, colour in ((0.66, "#2E1D44"), (0.46, "#FFB765"), (0.36, "#FFE2A6")):
            canvas.path(_portal((x, 0), (half * inset, height), inset), colour)
    canvas.circle((0, -148), 13, "#2E1D44")
    canvas.circle((0, -148), 9, "#FFD08A")


def _portal(foot: Point, size: Point, inset: float) -> str:
    x, y = foot
    half, height = size
    spring = y - height * 0.3
    shoulder = y - height * 0.62 * (0.6 + inset * 0.5)
    top = (x, y - height * 0.72 * (0.55 + inset * 0.5))
    left = trace("M", (x - half, y), "L", (x - half, spring), "Q", (x - half, shoulder), top)
    return left + trace("Q", (x + half, shoulder), (x + half, spring), "L", (x + half, y), "Z")


def bullet_tower(canvas: Canvas, base: Point, size: Point, stone: Stone) -> None:
    """Draw a rounded skyscraper whose panes catch the light."""
    x, y = base
    half, height = size

    def at(across: float, up: float) -> Point:
        return (x + half * across, y - height * up)

    rise = trace("M", at(-1, 0), "L", at(-1, 0.52), "C", at(-1, 0.86), at(-0.5, 1), at(0, 1))
    data = rise + trace("C", at(0.5, 1), at(1, 0.86), at(1, 0.52), "L", at(1, 0), "Z")
    canvas.path(data, stone.paint(canvas, x - half, x + half))
    values = scatter(int(x))
    panes = ("#F2605A", "#4A9BE0", "#FFC05C", "#FFF0CC")
    with canvas.group(clip_path=canvas.clip(data)):
        for row in range(int(height / 9)):
            for column in range(int(half * 2 / 8)):
                value = next(values)
                pane = (x - half + column * 8 + 2, y - row * 9 - 8, 5, 6)
                colour = panes[int(value * 40) % 4]
                canvas.rectangle(pane, fade(colour, 0.75 if value > 0.6 else 0.16), 1)


def sail_tower(canvas: Canvas, base: Point, size: Point, stone: Stone) -> None:
    """Draw a hotel shaped like a spinnaker, its curve towards the sea."""
    x, y = base
    width, height = size
    sail = ((x + width * 0.7, y - height * 0.9), (x + width, y - height * 0.5), (x + width, y))
    data = trace("M", (x, y), "L", (x, y - height), "C", *sail, "Z")
    canvas.path(data, stone.paint(canvas, x, x + width))
    with canvas.group(clip_path=canvas.clip(data)):
        for row in range(int(height / 11)):
            level = y - row * 11
            canvas.line([(x, level), (x + width, level)], fade(darker(stone.shade, 0.5), 0.4), 2)
            if row % 3 == 1:
                canvas.line(
                    [(x + 8, level - 5), (x + width * 0.55, level - 5)], fade(AMBER, 0.5), 3
                )


def blocks(canvas: Canvas, ground: Point, right: float, look: tuple[Stone, float, int]) -> None:
    """Draw a row of houses from `ground` to `right`; `look` is stone, greatest height and seed."""
    stone, tallest, seed = look
    values = scatter(seed)
    x, y = ground
    while x < right:
        width = 30 + 46 * next(values)
        height = tallest * (0.42 + 0.58 * next(values))
        _house(canvas, (x, y - height, width, height), stone, seed + int(x))
        x += width * 0.94


def _house(canvas: Canvas, box: tuple[float, float, float, float], stone: Stone, seed: int) -> None:
    x, y, width, height = box
    canvas.rectangle(
        box, canvas.horizontal(x, x + width, stone.shade, mix(stone.shade, stone.light, 0.5))
    )
    canvas.rectangle((x + width - 4, y, 4, height), fade(stone.light, 0.6))
    canvas.rectangle((x - 2, y, width + 4, 5), mix(stone.shade, stone.light, 0.65))
    values = scatter(seed)
    if next(values) > 0.6:
        canvas.rectangle((x + width * 0.3, y - 13, width * 0.3, 13), stone.shade)
    for row in range(int((height - 10) / 17)):
        for column in range(int((width - 8) / 13)):
            if next(values) > 0.56:
                pane = (x + 7 + column * 13, y + 13 + row * 17, 6, 9)
                canvas.rectangle(pane, fade("#FFD48A", 0.35 + 0.6 * next(values)), 1)


def ridge(canvas: Canvas, points: Sequence[Point], floor: float, fill: str) -> None:
    """Draw a hill whose crest runs through the points, filled down to `floor`."""
    crest = smooth(points, closed=False)
    canvas.path(f"{crest}L{points[-1][0]} {floor}L{points[0][0]} {floor}Z", fill)


def hilltop_church(canvas: Canvas, base: Point, colour: str) -> None:
    """Draw a small far church on a hill, with the mast of a transmitter beside it."""
    x, y = base
    half = ((22, 0), (22, 22), (8, 30), (8, 52), (0, 66))
    right = [(x + across, y - up) for across, up in half]
    left = [(x - across, y - up) for across, up in reversed(half)]
    canvas.polygon([*right, *left], colour)
    canvas.line([(x, y - 66), (x, y - 80)], colour, 2)
    canvas.line([(x + 92, y + 8), (x + 92, y - 96)], colour, 4)
    canvas.path(
        polygon([(x + 84, y - 36), (x + 100, y - 36), (x + 97, y - 58), (x + 87, y - 58)]), colour
    )
