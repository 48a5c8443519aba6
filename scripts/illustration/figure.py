"""A pose and a look -> a standing, walking or sitting person, in head heights above the ground."""

from dataclasses import dataclass, replace
from enum import Enum

from illustration.canvas import Canvas
from illustration.geometry import Point, bend, capsule, lerp, smooth
from illustration.heads import Head, draw_hair_behind, draw_head
from illustration.palette import INK, WHITE, darker, fade, lighter

_ARM = (1.16, 1.08)
_LEG = (1.66, 1.62)
_SHOULDER = (0.54, -5.46)
_HIP = (0.25, -3.45)


class Cut(Enum):
    """What is worn above the waist."""

    TEE = "tee"
    SHIRT = "shirt"
    JACKET = "jacket"
    HOODIE = "hoodie"


@dataclass(frozen=True, slots=True)
class Look:
    """A person's colours and clothes."""

    head: Head
    top: str
    bottom: str
    cut: Cut = Cut.SHIRT
    shoes: str = "#20304A"
    inner: str = "#F4F7FB"
    lanyard: str = ""
    skirt: bool = False
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Where hands and feet are; the limbs find their own way there.

    `turn` runs from -1 (looking left) over 0 (straight) to 1; `back` shows the person from behind.
    `drop` lowers the hips (sitting), `lean` moves the shoulders sideways.
    """

    left_hand: Point = (-0.78, -3.28)
    right_hand: Point = (0.78, -3.28)
    left_foot: Point = (-0.33, -0.1)
    right_foot: Point = (0.33, -0.1)
    turn: float = 0
    back: bool = False
    drop: float = 0
    lean: float = 0
    crossed: tuple[bool, bool] = (True, True)
    """Whether the left and the right arm pass before the body."""


def draw_person(canvas: Canvas, look: Look, pose: Pose) -> None:
    """Draw into the current group, the ground at the origin and one unit a head height."""
    body = _Body(canvas, look, pose)
    body.arm(-1, over=False)
    body.arm(1, over=False)
    body.legs()
    body.torso()
    body.head()
    body.arm(-1, over=True)
    body.arm(1, over=True)


@dataclass(frozen=True, slots=True)
class _Body:
    canvas: Canvas
    look: Look
    pose: Pose

    @property
    def _breadth(self) -> float:
        return self.look.width * (1 - 0.18 * abs(self.pose.turn))

    def _high(self, point: Point) -> Point:
        """A point of the upper body, moved with the drop of the hips and the lean of the back."""
        share = (-point[1] - 3.5) / 2.1
        return (point[0] + self.pose.lean * share, point[1] + self.pose.drop)

    def _shaded(self, colour: str) -> str:
        """Light from the upper left across the whole figure."""
        return self.canvas.linear(
            (-1.0, -6.0), (1.2, -1.5), lighter(colour, 0.1), colour, darker(colour, 0.24)
        )

    # Legs -------------------------------------------------------------------------------------

    def legs(self) -> None:
        """Shoes, then trouser legs or skirt and legs."""
        order = (-1, 1) if self.pose.turn >= 0 else (1, -1)
        for side in order:
            self._leg(side, far=side == order[0])
        if self.look.skirt:
            self._skirt()

    def _leg(self, side: int, *, far: bool) -> None:
        pose = self.pose
        foot = pose.left_foot if side < 0 else pose.right_foot
        hip = (side * _HIP[0] * self._breadth, _HIP[1] + pose.drop)
        knee = self._knee(hip, foot)
        bare = self.look.skirt
        colour = self.look.head.skin if bare else self.look.bottom
        paint = self._shaded(darker(colour, 0.2) if far else colour)
        self._shoe(foot, far=far)
        ankle = (foot[0], foot[1] - 0.1)
        radii = (0.3, 0.17, 0.1) if bare else (0.37, 0.25, 0.18)
        self.canvas.path(capsule(knee, ankle, radii[1:]), paint)
        self.canvas.path(capsule(hip, knee, radii[:2]), paint)

    def _knee(self, hip: Point, foot: Point) -> Point:
        """Bent forwards when seen from the side; foreshortened to a straight leg otherwise."""
        turn = self.pose.turn
        if abs(turn) < 0.3 or self.pose.back:
            return lerp(hip, foot, 0.5)
        return bend(hip, (foot[0], foot[1] - 0.08), _LEG, -1 if turn > 0 else 1)

    def _shoe(self, foot: Point, *, far: bool) -> None:
        x, y = foot
        turn = self.pose.turn
        toe = 0.3 * turn
        colour = darker(self.look.shoes, 0.25) if far else self.look.shoes
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
        self.canvas.path(outline, colour)
        sole = (x - 0.19 + min(toe, 0), y + 0.08, 0.38 + abs(toe), 0.06)
        self.canvas.rectangle(sole, lighter(self.look.shoes, 0.55), 0.03)

    def _skirt(self) -> None:
        breadth = self._breadth
        outline = [(-0.5, -4.1), (0.5, -4.1), (0.66, -2.1), (-0.66, -2.1)]
        points = [(x * breadth, y + self.pose.drop) for x, y in outline]
        self.canvas.polygon(points, self._shaded(self.look.bottom))

    # Torso ------------------------------------------------------------------------------------

    def torso(self) -> None:
        """The garment over the trunk with what is worn on it."""
        if self.look.cut is Cut.HOODIE:
            self._hood()
        with self.canvas.placed(self._head_centre()):
            draw_hair_behind(self.canvas, self._head())
        self._neck()
        self.canvas.path(self._outline(self._hem()), self._shaded(self.look.top))
        if self.pose.back:
            self._back_details()
        else:
            self._front_details()

    def _hem(self) -> float:
        return {Cut.JACKET: -3.05, Cut.HOODIE: -3.3, Cut.TEE: -3.2, Cut.SHIRT: -3.35}[self.look.cut]

    def _outline(self, hem: float) -> str:
        half = [
            (0.19, -5.93),
            (0.46, -5.78),
            (0.68, -5.58),
            (0.68, -5.2),
            (0.6, -4.6),
            (0.56, -4.1),
            (0.64, hem),
        ]
        breadth = self._breadth
        right = [self._high((x * breadth, y)) for x, y in half]
        left = [self._high((-x * breadth, y)) for x, y in reversed(half)]
        return smooth([*right, *left])

    def _neck(self) -> None:
        skin = self.look.head.skin
        shade = darker(skin, 0.16)
        self.canvas.path(
            capsule(self._high((0, -6.4)), self._high((0, -5.75)), (0.19, 0.23)), shade
        )

    def _hood(self) -> None:
        hood = [(-0.5, -5.7), (-0.4, -6.02), (0, -6.14), (0.4, -6.02), (0.5, -5.7)]
        points = [self._high((x * self._breadth, y)) for x, y in hood]
        self.canvas.path(smooth(points), darker(self.look.top, 0.25))

    def _front_details(self) -> None:
        match self.look.cut:
            case Cut.JACKET:
                self._lapels()
            case Cut.HOODIE:
                self._pocket()
            case Cut.SHIRT:
                self._buttons()
            case Cut.TEE:
                self._collar(darker(self.look.top, 0.2))
        if self.look.lanyard:
            self._badge()

    def _shifted(self, point: Point) -> Point:
        """A point on the chest, moved the way the body turns."""
        x, y = self._high((point[0] * self._breadth, point[1]))
        return (x + 0.16 * self.pose.turn, y)

    def _collar(self, colour: str) -> None:
        neck = [self._shifted(p) for p in ((-0.22, -5.93), (-0.12, -5.72), (0.12, -5.72))]
        neck.append(self._shifted((0.22, -5.93)))
        self.canvas.path(smooth(neck, closed=False), darker(self.look.head.skin, 0.1))
        self.canvas.stroke(smooth(neck, closed=False), colour, 0.07)

    def _lapels(self) -> None:
        inner = [(-0.2, -5.95), (0.2, -5.95), (0.17, -4.9), (0.1, -3.2), (-0.1, -3.2)]
        inner.append((-0.17, -4.9))
        self.canvas.polygon([self._shifted(p) for p in inner], self.look.inner)
        shade = darker(self.look.top, 0.28)
        for side in (-1, 1):
            lapel = [(0.18, -5.97), (0.4, -5.45), (0.28, -5.36), (0.15, -4.75), (0.14, -5.5)]
            self.canvas.polygon([self._shifted((x * side, y)) for x, y in lapel], shade)
        throat = [self._shifted(p) for p in ((-0.15, -5.95), (0.15, -5.95), (0, -5.65))]
        self.canvas.polygon(throat, darker(self.look.head.skin, 0.1))

    def _pocket(self) -> None:
        shade = darker(self.look.top, 0.22)
        pocket = [(-0.4, -3.5), (-0.28, -4.15), (0.28, -4.15), (0.4, -3.5)]
        self.canvas.polygon([self._shifted(p) for p in pocket], fade(shade, 0.55))
        self._collar(shade)
        for side in (-1, 1):
            string = [self._shifted((0.1 * side, -5.8)), self._shifted((0.13 * side, -5.2))]
            self.canvas.line(string, lighter(self.look.top, 0.6), 0.04)

    def _buttons(self) -> None:
        shade = darker(self.look.top, 0.2)
        self.canvas.line([self._shifted((0, -5.8)), self._shifted((0, -3.3))], shade, 0.03)
        for side in (-1, 1):
            flap = [(0, -5.66), (0.2 * side, -6.0), (0.32 * side, -5.68), (0.14 * side, -5.52)]
            self.canvas.polygon([self._shifted(p) for p in flap], lighter(self.look.top, 0.25))

    def _badge(self) -> None:
        for side in (-1, 1):
            ribbon = [self._shifted((0.22 * side, -5.9)), self._shifted((0, -4.75))]
            self.canvas.line(ribbon, self.look.lanyard, 0.075)
        x, y = self._shifted((0, -4.75))
        self.canvas.rectangle((x - 0.2, y, 0.4, 0.5), WHITE, 0.04)
        self.canvas.rectangle((x - 0.2, y, 0.4, 0.14), self.look.lanyard, 0.04)
        self.canvas.line([(x - 0.11, y + 0.26), (x + 0.11, y + 0.26)], INK, 0.04)
        self.canvas.line([(x - 0.11, y + 0.37), (x + 0.04, y + 0.37)], fade(INK, 0.45), 0.03)

    def _back_details(self) -> None:
        shade = fade(darker(self.look.top, 0.35), 0.5)
        spine = [self._high(p) for p in ((0, -5.5), (0.03, -4.6), (0, -3.7))]
        self.canvas.stroke(smooth(spine, closed=False), shade, 0.035)
        if self.look.lanyard:
            loop = [self._high(p) for p in ((-0.2, -5.92), (0, -5.8), (0.2, -5.92))]
            self.canvas.stroke(smooth(loop, closed=False), self.look.lanyard, 0.075)

    # Arms and head ----------------------------------------------------------------------------

    def arm(self, side: int, *, over: bool) -> None:
        """Sleeve, forearm and hand, if this arm belongs to the asked side of the body."""
        index = 0 if side < 0 else 1
        if self.pose.crossed[index] != over:
            return
        shoulder = self._high((side * _SHOULDER[0] * self._breadth, _SHOULDER[1]))
        hand = self.pose.left_hand if side < 0 else self.pose.right_hand
        elbow = _elbow(shoulder, hand, side)
        wrist = lerp(elbow, hand, 0.94)
        if over:
            shade = fade(darker(self.look.top, 0.7), 0.3)
            with self.canvas.group(clip_path=self.canvas.clip(self._outline(self._hem()))):
                self._limb((shoulder, elbow, wrist), shade, 0.05)
        self._hand(elbow, hand)
        skin, cloth = self._shaded(self.look.head.skin), self._shaded(self.look.top)
        if self.look.cut is Cut.TEE:
            self._limb((shoulder, elbow, wrist), skin, -0.04)
            self.canvas.path(capsule(shoulder, lerp(shoulder, elbow, 0.6), (0.23, 0.24)), cloth)
        else:
            self._limb((shoulder, elbow, lerp(elbow, wrist, 0.92)), cloth, 0)

    def _limb(self, joints: tuple[Point, Point, Point], paint: str, growth: float) -> None:
        shoulder, elbow, wrist = joints
        radii = (0.235 + growth, 0.185 + growth, 0.135 + growth)
        self.canvas.path(
            capsule(elbow, wrist, radii[1:]) + capsule(shoulder, elbow, radii[:2]), paint
        )

    def _hand(self, elbow: Point, hand: Point) -> None:
        skin = self._shaded(self.look.head.skin)
        tip = lerp(elbow, hand, 1.17)
        self.canvas.path(capsule(lerp(elbow, hand, 0.98), tip, (0.13, 0.095)), skin)

    def head(self) -> None:
        """The head on the neck, turned with the body."""
        with self.canvas.placed(self._head_centre()):
            draw_head(self.canvas, self._head())

    def _head_centre(self) -> Point:
        return self._high((0.06 * self.pose.turn, -6.52))

    def _head(self) -> Head:
        return replace(self.look.head, turn=self.pose.turn, back=self.pose.back)


def _elbow(shoulder: Point, hand: Point, side: int) -> Point:
    """Of the two ways an elbow can bend, the one that hangs lower, or else points outwards."""
    ways = (bend(shoulder, hand, _ARM, 1), bend(shoulder, hand, _ARM, -1))
    return max(ways, key=lambda elbow: elbow[1] + 0.6 * side * elbow[0])
