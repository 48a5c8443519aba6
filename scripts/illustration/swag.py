"""Places and colours -> the things exhibitors give away: T-shirts, mugs, bags, stickers."""

from illustration import cloud
from illustration.canvas import Canvas
from illustration.geometry import Point, polygon, smooth
from illustration.palette import AMBER, CORAL, TEAL, WHITE, darker, fade, lighter
from illustration.pigeon import pigeon


def tee(canvas: Canvas, collar: Point, size: float, look: tuple[str, str]) -> None:
    """Draw a T-shirt hanging on a hanger; `size` is its width, `look` its colour and its print."""
    colour, print_name = look
    with canvas.placed(collar, size / 2):
        hook = "M0 -.14V-.26C0 -.4 .16 -.4 .16 -.3"
        canvas.stroke(hook, "#7D8FA6", 0.035)
        canvas.line([(-0.42, 0.06), (0, -0.14), (0.42, 0.06)], "#8A6A4A", 0.06)
        body = (
            "M-.26 -.06C-.14 .06 .14 .06 .26 -.06L.62 .08C.78 .16 .9 .4 1.0 .72L.68 .86L.56 .58"
            "C.56 1.1 .58 1.6 .6 2.02C.2 2.1 -.2 2.1 -.6 2.02C-.58 1.6 -.56 1.1 -.56 .58"
            "L-.68 .86L-1 .72C-.9 .4 -.78 .16 -.62 .08Z"
        )
        paint = canvas.linear(
            (-0.9, 0), (0.9, 2), lighter(colour, 0.14), colour, darker(colour, 0.22)
        )
        canvas.path(body, paint)
        canvas.stroke("M-.26 -.06C-.14 .06 .14 .06 .26 -.06", darker(colour, 0.3), 0.05)
        for x in (-0.34, 0.36):
            fold = smooth([(x, 1.2), (x * 1.1, 1.6), (x * 0.9, 2.0)], closed=False)
            canvas.stroke(fold, fade(darker(colour, 0.5), 0.3), 0.04)
        canvas.line([(-0.58, 1.94), (0.58, 1.94)], fade(darker(colour, 0.5), 0.25), 0.02)
        _print(canvas, print_name, colour)


def _print(canvas: Canvas, name: str, colour: str) -> None:
    ink = WHITE if colour not in {WHITE, "#FFF3E0", "#F4F7FB"} else TEAL
    match name:
        case "cloud":
            canvas.path(cloud.outline((0, 0.72), 0.32), ink)
        case "pigeon":
            with canvas.placed((-0.02, 0.82), 0.00092):
                pigeon(canvas)
        case "heart":
            canvas.path(
                "M0 1.04C-.5 .7 -.34 .42 -.16 .44C-.06 .45 0 .54 0 .58"
                "C0 .54 .06 .45 .16 .44C.34 .42 .5 .7 0 1.04Z",
                CORAL,
            )
        case _:
            for index, wide in enumerate((0.36, 0.26, 0.3)):
                canvas.line([(-wide, 0.58 + index * 0.13), (wide, 0.58 + index * 0.13)], ink, 0.06)


def mug(canvas: Canvas, foot: Point, size: float, colour: str) -> None:
    """Draw a mug standing on a table."""
    with canvas.placed(foot, size):
        canvas.stroke("M.4 -.72C.82 -.8 .82 -.2 .4 -.28", darker(colour, 0.15), 0.13)
        canvas.path(
            "M-.45 -1H.45V-.1C.45 .02 -.45 .02 -.45 -.1Z",
            canvas.horizontal(-0.45, 0.45, lighter(colour, 0.35), colour, darker(colour, 0.25)),
        )
        canvas.ellipse((0, -1), (0.45, 0.1), darker(colour, 0.45))
        canvas.path(cloud.outline((-0.03, -0.5), 0.24), fade(WHITE, 0.95))


def tote(canvas: Canvas, top: Point, size: float, colour: str) -> None:
    """Draw a cloth bag, its handles' ends at `top`."""
    with canvas.placed(top, size):
        canvas.stroke("M-.3 .02C-.3 -.7 .3 -.7 .3 .02", darker(colour, 0.25), 0.09)
        canvas.path(
            "M-.55 0H.55L.62 1.25C.3 1.32 -.3 1.32 -.62 1.25Z",
            canvas.linear(
                (-0.5, 0), (0.6, 1.2), lighter(colour, 0.15), colour, darker(colour, 0.2)
            ),
        )
        canvas.path(cloud.outline((0, 0.62), 0.3), WHITE)
        canvas.line(
            [(-0.5, 0.1), (0.5, 0.1)],
            fade(darker(colour, 0.5), 0.3),
            0.02,
            stroke_dasharray="0.05 0.05",
        )


def stack(canvas: Canvas, foot: Point, size: Point, colours: tuple[str, ...]) -> None:
    """Folded shirts in a pile; `size` is the width and the height of one."""
    x, y = foot
    width, height = size
    for index, colour in enumerate(colours):
        top = y - (index + 1) * height
        paint = canvas.horizontal(x, x + width, lighter(colour, 0.2), colour, darker(colour, 0.2))
        canvas.rectangle((x + (index % 2) * 3, top, width, height - 1), paint, height * 0.45)
        canvas.line(
            [(x + width * 0.1, top + height * 0.55), (x + width * 0.94, top + height * 0.55)],
            fade(darker(colour, 0.5), 0.3),
            2,
        )


def sticker_sheet(canvas: Canvas, corner: Point, size: float) -> None:
    """Stickers lying on a table top, drawn as little tilted plates."""
    x, y = corner
    for index, colour in enumerate((TEAL, AMBER, CORAL, "#4A9BE0", "#FFFFFF", "#7A3F7E")):
        with canvas.placed(
            (x + size * (index * 0.86), y + size * 0.2 * (index % 2)),
            size,
            rotate=(index * 37) % 24 - 12,
        ):
            canvas.path(
                polygon([(-0.36, -0.16), (0.36, -0.16), (0.44, 0.16), (-0.44, 0.16)]), colour
            )
            canvas.ellipse((0, 0), (0.18, 0.07), fade(WHITE if colour != "#FFFFFF" else CORAL, 0.9))
