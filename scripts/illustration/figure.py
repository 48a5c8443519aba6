"""A look and a pose -> a standing, walking or sitting person."""

import math

from illustration.body import Body, Cut, Look, Pose
from illustration.canvas import Canvas
from illustration.clothes import draw_torso, trunk
from illustration.geometry import Point, bend, capsule, lerp, smooth
from illustration.heads import draw_head
from illustration.palette import darker, fade, lighter

_ARM = (1.16, 1.08)
_LEG = (1.66, 1.62)
_SHOULDER = (0.54, -5.46)
_HIP = (0.25, -3.45)


def draw_person(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw into the current group, the ground at the origin and one unit a head height."""
    body = Body(canvas, look, pose)
    _arms(body, over=False)
    _legs(body)
    draw_torso(body)
    with canvas.placed(body.head_centre):
        draw_head(canvas, body.head)
    _arms(body, over=True)


def _legs(body: Body) -> None:
    """Shoes, then trouser legs or skirt and legs."""
    order = (-1, 1) if body.pose.turn >= 0 else (1, -1)
    for side in order:
        _leg(body, side, far=side == order[0])
    if body.look.skirt:
        _skirt(body)


def _leg(body: Body, side: int, *, far: bool) -> None:
    pose = body.pose
    foot = pose.left_foot if side < 0 else pose.right_foot
    hip = (side * _HIP[0] * body.breadth, _HIP[1] + pose.drop)
    knee = _knee(body, hip, foot)
    bare = body.look.skirt
    colour = body.look.head.skin if bare else body.look.bottom
    paint = body.shaded(darker(colour, 0.2) if far else colour)
    _shoe(body, foot, far=far)
    ankle = (foot[0], foot[1] - 0.24)
    radii = (0.28, 0.17, 0.1) if bare else (0.37, 0.25, 0.18)
    body.canvas.path(capsule(knee, ankle, radii[1:]), paint)
    body.canvas.path(capsule(hip, knee, radii[:2]), paint)


def _knee(body: Body, hip: Point, foot: Point) -> Point:
    """Bent forwards when seen from the side; foreshortened to a straight leg otherwise."""
    turn = body.pose.turn
    if abs(turn) < 0.3 or body.pose.back:
        return lerp(hip, foot, 0.5)
    return bend(hip, (foot[0], foot[1] - 0.08), _LEG, -1 if turn > 0 else 1)


def _shoe(body: Body, foot: Point, *, far: bool) -> None:
    x, y = foot
    turn = body.pose.turn
    toe = 0.42 * turn
    colour = darker(body.look.shoes, 0.25) if far else body.look.shoes
    outline = smooth(
        [
            (x - 0.17 + min(toe, 0), y + 0.1),
            (x - 0.17 + min(toe, 0) * 0.9, y - 0.04),
            (x - 0.12, y - 0.2),
            (x + 0.12, y - 0.2),
            (x + 0.17 + max(toe, 0) * 0.9, y - 0.04),
            (x + 0.17 + max(toe, 0), y + 0.1),
        ]
    )
    body.canvas.path(outline, colour)
    sole = (x - 0.19 + min(toe, 0), y + 0.08, 0.38 + abs(toe), 0.06)
    body.canvas.rectangle(sole, lighter(body.look.shoes, 0.55), 0.03)


def _skirt(body: Body) -> None:
    breadth = body.breadth
    outline = [
        (-0.56, -4.1),
        (0.56, -4.1),
        (0.72, -3.2),
        (0.7, -2.1),
        (-0.7, -2.1),
        (-0.72, -3.2),
    ]
    points = [(x * breadth, y + body.pose.drop) for x, y in outline]
    body.canvas.polygon(points, body.shaded(body.look.bottom))


def _arms(body: Body, *, over: bool) -> None:
    """Draw the arms that pass before the trunk, or those that hang behind it."""
    for side, crossed in zip((-1, 1), body.pose.crossed, strict=True):
        if crossed == over:
            _arm(body, side, over=over)


def _arm(body: Body, side: int, *, over: bool) -> None:
    """Draw sleeve, forearm and hand."""
    shoulder = body.high((side * _SHOULDER[0] * body.breadth, _SHOULDER[1]))
    hand = body.pose.left_hand if side < 0 else body.pose.right_hand
    elbow = _elbow(shoulder, hand, side)
    wrist = lerp(elbow, hand, 0.94)
    if over:
        shade = fade(darker(body.look.top, 0.7), 0.3)
        with body.canvas.group(clip_path=body.canvas.clip(trunk(body))):
            _limb(body, (shoulder, elbow, wrist), shade, 0.05)
    _hand(body, elbow, hand)
    skin, cloth = body.shaded(body.look.head.skin), body.shaded(body.look.top)
    if body.look.cut is Cut.TEE:
        _limb(body, (shoulder, elbow, wrist), skin, -0.04)
        body.canvas.path(capsule(shoulder, lerp(shoulder, elbow, 0.6), (0.23, 0.24)), cloth)
    else:
        _limb(body, (shoulder, elbow, lerp(elbow, wrist, 0.92)), cloth, 0)


def _limb(body: Body, joints: tuple[Point, Point, Point], paint: str, growth: float) -> None:
    shoulder, elbow, wrist = joints
    radii = (0.235 + growth, 0.185 + growth, 0.135 + growth)
    body.canvas.path(capsule(elbow, wrist, radii[1:]) + capsule(shoulder, elbow, radii[:2]), paint)


def _hand(body: Body, elbow: Point, hand: Point) -> None:
    skin = body.shaded(body.look.head.skin)
    tip = lerp(elbow, hand, 1.17)
    thumb = bend(hand, tip, (0.17, 0.1), 1 if hand[0] < elbow[0] else -1)
    body.canvas.path(capsule(hand, thumb, (0.08, 0.05)), skin)
    body.canvas.path(capsule(lerp(elbow, hand, 0.98), tip, (0.13, 0.095)), skin)


def _elbow(shoulder: Point, hand: Point, side: int) -> Point:
    """Choose, of the two ways an elbow can bend, the lower one or else the outer one.

    An arm held towards or away from the viewer is foreshortened, so its elbow stays close.
    """
    full = sum(_ARM)
    seen = min(1.0, max(0.6, 1.1 * math.dist(shoulder, hand) / full))
    bones = (_ARM[0] * seen, _ARM[1] * seen)
    ways = (bend(shoulder, hand, bones, 1), bend(shoulder, hand, bones, -1))
    return max(ways, key=lambda elbow: elbow[1] + 0.6 * side * elbow[0])
