"""A body -> its trunk: the garment, the neck, and what is worn on the chest or the back."""

from illustration.body import Body, Cut
from illustration.geometry import capsule, smooth
from illustration.heads import draw_hair_behind
from illustration.palette import INK, WHITE, darker, fade, lighter

_HEMS = {Cut.JACKET: -3.05, Cut.HOODIE: -3.3, Cut.TEE: -3.2, Cut.SHIRT: -3.35}


def draw_torso(body: Body) -> None:
    """Draw the garment over the trunk with what is worn on it."""
    if body.look.cut is Cut.HOODIE:
        _hood(body)
    with body.canvas.placed(body.head_centre):
        draw_hair_behind(body.canvas, body.head)
    _neck(body)
    body.canvas.path(trunk(body), body.shaded(body.look.top))
    if body.pose.back:
        _back_details(body)
    else:
        _front_details(body)


def trunk(body: Body) -> str:
    """Path data of the garment over the trunk."""
    half = [
        (0.19, -5.93),
        (0.46, -5.78),
        (0.68, -5.58),
        (0.68, -5.2),
        (0.6, -4.6),
        (0.56, -4.1),
        (0.64, _HEMS[body.look.cut]),
    ]
    breadth = body.breadth
    right = [body.high((x * breadth, y)) for x, y in half]
    left = [body.high((-x * breadth, y)) for x, y in reversed(half)]
    return smooth([*right, *left])


def _neck(body: Body) -> None:
    skin = body.look.head.skin
    shade = darker(skin, 0.16)
    body.canvas.path(capsule(body.high((0, -6.4)), body.high((0, -5.75)), (0.19, 0.23)), shade)


def _hood(body: Body) -> None:
    hood = [(-0.5, -5.7), (-0.4, -6.02), (0, -6.14), (0.4, -6.02), (0.5, -5.7)]
    points = [body.high((x * body.breadth, y)) for x, y in hood]
    body.canvas.path(smooth(points), darker(body.look.top, 0.25))


def _front_details(body: Body) -> None:
    match body.look.cut:
        case Cut.JACKET:
            _lapels(body)
        case Cut.HOODIE:
            _pocket(body)
        case Cut.SHIRT:
            _buttons(body)
        case Cut.TEE:
            _collar(body, darker(body.look.top, 0.2))
    if body.look.lanyard:
        _badge(body)


def _collar(body: Body, colour: str) -> None:
    neck = [body.chest(p) for p in ((-0.22, -5.93), (-0.12, -5.72), (0.12, -5.72))]
    neck.append(body.chest((0.22, -5.93)))
    body.canvas.path(smooth(neck, closed=False), darker(body.look.head.skin, 0.1))
    body.canvas.stroke(smooth(neck, closed=False), colour, 0.07)


def _lapels(body: Body) -> None:
    inner = [(-0.2, -5.95), (0.2, -5.95), (0.17, -4.9), (0.1, -3.2), (-0.1, -3.2)]
    inner.append((-0.17, -4.9))
    body.canvas.polygon([body.chest(p) for p in inner], body.look.inner)
    shade = darker(body.look.top, 0.28)
    for side in (-1, 1):
        lapel = [(0.18, -5.97), (0.4, -5.45), (0.28, -5.36), (0.15, -4.75), (0.14, -5.5)]
        body.canvas.polygon([body.chest((x * side, y)) for x, y in lapel], shade)
    throat = [body.chest(p) for p in ((-0.15, -5.95), (0.15, -5.95), (0, -5.65))]
    body.canvas.polygon(throat, darker(body.look.head.skin, 0.1))


def _pocket(body: Body) -> None:
    shade = darker(body.look.top, 0.22)
    pocket = [(-0.4, -3.5), (-0.28, -4.15), (0.28, -4.15), (0.4, -3.5)]
    body.canvas.polygon([body.chest(p) for p in pocket], fade(shade, 0.55))
    _collar(body, shade)
    for side in (-1, 1):
        string = [body.chest((0.1 * side, -5.8)), body.chest((0.13 * side, -5.2))]
        body.canvas.line(string, lighter(body.look.top, 0.6), 0.04)


def _buttons(body: Body) -> None:
    shade = darker(body.look.top, 0.2)
    body.canvas.line([body.chest((0, -5.8)), body.chest((0, -3.3))], shade, 0.03)
    for side in (-1, 1):
        flap = [(0, -5.66), (0.2 * side, -6.0), (0.32 * side, -5.68), (0.14 * side, -5.52)]
        body.canvas.polygon([body.chest(p) for p in flap], lighter(body.look.top, 0.25))


def _badge(body: Body) -> None:
    for side in (-1, 1):
        ribbon = [body.chest((0.22 * side, -5.9)), body.chest((0, -4.75))]
        body.canvas.line(ribbon, body.look.lanyard, 0.075)
    x, y = body.chest((0, -4.75))
    body.canvas.rectangle((x - 0.2, y, 0.4, 0.5), WHITE, 0.04)
    body.canvas.rectangle((x - 0.2, y, 0.4, 0.14), body.look.lanyard, 0.04)
    body.canvas.line([(x - 0.11, y + 0.26), (x + 0.11, y + 0.26)], INK, 0.04)
    body.canvas.line([(x - 0.11, y + 0.37), (x + 0.04, y + 0.37)], fade(INK, 0.45), 0.03)


def _back_details(body: Body) -> None:
    shade = fade(darker(body.look.top, 0.35), 0.5)
    spine = [body.high(p) for p in ((0, -5.5), (0.03, -4.6), (0, -3.7))]
    body.canvas.stroke(smooth(spine, closed=False), shade, 0.035)
    if body.look.lanyard:
        loop = [body.high(p) for p in ((-0.2, -5.92), (0, -5.8), (0.2, -5.92))]
        body.canvas.stroke(smooth(loop, closed=False), body.look.lanyard, 0.075)
