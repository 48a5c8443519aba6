"""Nothing -> four differently coloured clouds plugging together like pieces of a puzzle."""

from illustration import cloud
from illustration.canvas import Canvas
from illustration.geometry import Point, polar
from illustration.isometric import Block, View, draw_block, draw_slab, on_left, on_right, quad
from illustration.palette import (
    AMBER,
    AZURE,
    BLUE,
    GREEN,
    INK,
    MINT,
    ORANGE,
    SKY,
    TEAL,
    WHITE,
    fade,
    lighter,
)

_VIEW = View((800, 225), 66)
_SIDE = 6.0
_GAP = 1.25
_THICK = 0.85


def draw() -> Canvas:
    """Return the picture, 1600 by 1200."""
    canvas = Canvas(1600, 1200)
    _ground(canvas)
    _piece(canvas, (0, 0), BLUE, (0, 1, 1, 0))
    _piece(canvas, (_SIDE, 0), TEAL, (0, 0, 1, -1))
    _piece(canvas, (0, _SIDE), "#E0564F", (-1, 1, 0, 0))
    near = _SIDE + _GAP
    canvas.shadow(_VIEW.at(near + 3, near + 3, -1.2), (420, 220), 0.7)
    _approach(canvas)
    _piece(canvas, (near, near), ORANGE, (-1, 0, 0, -1))
    _guides(canvas)
    _clouds(canvas)
    return canvas


def _ground(canvas: Canvas) -> None:
    canvas.rectangle(
        (0, 0, 1600, 1200), canvas.linear((0, 0), (1600, 1200), "#0D2A58", "#15468A", "#0A1F46")
    )
    canvas.glow((800, 620), (950, 640), AZURE, 0.45)
    for step in range(-8, 24):
        for line in (
            [_VIEW.at(step, -8), _VIEW.at(step, 24)],
            [_VIEW.at(-8, step), _VIEW.at(24, step)],
        ):
            canvas.line(line, fade(SKY, 0.08), 1.6)
    for centre in ((230, 170), (1370, 170), (150, 1060), (1450, 1060)):
        with canvas.group(opacity=0.45):
            cloud.mesh(canvas, cloud.nodes(centre, (240, 150), 16), 130, SKY)
    canvas.shadow((800, 790), (860, 420), 0.6)


def _edge(start: Point, end: Point, knob: int) -> list[Point]:
    """Return a side of a piece: straight, or with a knob (1) or a hole (-1) in its middle."""
    if not knob:
        return [start]
    along = ((end[0] - start[0]) / _SIDE, (end[1] - start[1]) / _SIDE)
    outward = (along[1] * knob, -along[0] * knob)
    points = [start]
    for step in range(23):
        angle = 215 - step * (250 / 22)
        across, out = polar((0, 0.42), 0.78, angle)
        middle = (
            start[0] + along[0] * (_SIDE / 2 + across),
            start[1] + along[1] * (_SIDE / 2 + across),
        )
        points.append((middle[0] + outward[0] * out, middle[1] + outward[1] * out))
    return points


def _outline(corner: Point, knobs: tuple[int, int, int, int]) -> list[Point]:
    x, y = corner
    far, right, near, left = (x, y), (x + _SIDE, y), (x + _SIDE, y + _SIDE), (x, y + _SIDE)
    sides = ((far, right), (right, near), (near, left), (left, far))
    return [
        p for (start, end), knob in zip(sides, knobs, strict=True) for p in _edge(start, end, knob)
    ]


def _piece(canvas: Canvas, corner: Point, colour: str, knobs: tuple[int, int, int, int]) -> None:
    outline = _outline(corner, knobs)
    draw_slab(canvas, _VIEW, outline, (0, _THICK, colour))
    flat = _VIEW.floor(outline)
    canvas.polygon(flat, "none", stroke=fade(WHITE, 0.55), stroke_width=3, stroke_linejoin="round")
    x, y = corner
    _centre(canvas, (x, y), colour)


def _centre(canvas: Canvas, corner: Point, colour: str) -> None:
    x, y = corner
    pad = [(x + 2.3, y + 2.3), (x + 5.4, y + 2.3), (x + 5.4, y + 5.4), (x + 2.3, y + 5.4)]
    canvas.polygon(_VIEW.floor(pad), fade(INK, 0.22))
    for dx, dy, height in ((2.5, 2.5, 1.6), (4.0, 2.5, 1.8), (2.5, 4.0, 1.25), (4.0, 4.0, 1.45)):
        _cabinet(canvas, Block((x + dx, y + dy, 0), (1.2, 1.2, height)), colour)


def _clouds(canvas: Canvas) -> None:
    near = _SIDE + _GAP
    homes = ((0.0, 0.0, BLUE), (_SIDE, 0.0, TEAL), (0.0, _SIDE, "#E0564F"), (near, near, ORANGE))
    spots = [_VIEW.at(x + 3.6, y + 3.6, 4.6) for x, y, _ in homes]
    for first, second in ((0, 1), (0, 2), (1, 3), (2, 3), (1, 2)):
        _arc(canvas, spots[first], spots[second])
    for spot, (_, _, colour) in zip(spots, homes, strict=True):
        beam = [
            (spot[0] - 60, spot[1] + 26),
            (spot[0] + 60, spot[1] + 26),
            (spot[0] + 96, spot[1] + 150),
            (spot[0] - 96, spot[1] + 150),
        ]
        canvas.polygon(
            beam,
            canvas.vertical(
                spot[1], spot[1] + 150, fade(lighter(colour, 0.6), 0.45), fade(colour, 0.0)
            ),
        )
        cloud.draw(canvas, spot, 94, lighter(colour, 0.25))
        canvas.line(
            [
                (spot[0] - 20, spot[1] + 4),
                (spot[0] - 4, spot[1] + 18),
                (spot[0] + 24, spot[1] - 14),
            ],
            WHITE,
            9,
        )


def _arc(canvas: Canvas, start: Point, end: Point) -> None:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 70)
    data = (
        f"M{start[0]:.1f} {start[1]:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    )
    canvas.stroke(data, fade(MINT, 0.25), 12)
    canvas.stroke(data, "#D9FFF6", 3.5, stroke_dasharray="3 13")


def _cabinet(canvas: Canvas, block: Block, colour: str) -> None:
    draw_block(canvas, _VIEW, block, "#5B7596")
    rows = int(block.extent[2] / 0.24)
    for row in range(rows):
        top = (row + 0.22) / rows
        bottom = (row + 0.78) / rows
        canvas.polygon(quad(on_left, _VIEW, block, (0.1, top, 0.9, bottom)), "#16263F")
        canvas.polygon(
            quad(on_left, _VIEW, block, (0.16, top + 0.2 / rows, 0.5, bottom - 0.2 / rows)),
            lighter(colour, 0.2),
        )
        lamp = on_left(_VIEW, block, (0.78, (top + bottom) / 2))
        canvas.circle(lamp, 3.4, GREEN if (row + rows) % 5 else AMBER)
        canvas.polygon(quad(on_right, _VIEW, block, (0.14, top, 0.86, bottom)), "#101D34")


def _approach(canvas: Canvas) -> None:
    """Light in the gap the last piece is about to close."""
    side = _SIDE
    for middle in ((side * 1.5 + 0.4, side + 0.9), (side + 0.9, side * 1.5 + 0.4)):
        canvas.glow(_VIEW.at(*middle, -0.3), (170, 120), AMBER, 0.8)


def _guides(canvas: Canvas) -> None:
    """Dashed lines and arrowheads from the outer corners of the last piece to where they belong."""
    side, near = _SIDE, _SIDE + _GAP
    for x, y in ((near, near + side), (near + side, near)):
        start, end = _VIEW.at(x, y, 0.1), _VIEW.at(x - _GAP, y - _GAP, -0.15)
        canvas.line([start, end], AMBER, 5, stroke_dasharray="3 13")
        canvas.line([(end[0] - 16, end[1] + 18), end, (end[0] + 16, end[1] + 18)], AMBER, 6)
