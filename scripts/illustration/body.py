"""How a person looks and stands -> the measures everything drawn on that person shares."""

from dataclasses import dataclass, replace
from enum import Enum

from illustration.canvas import Canvas
from illustration.geometry import Point
from illustration.heads import Head
from illustration.palette import darker, lighter


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


@dataclass(frozen=True, slots=True)
class Body:
    """One person about to be drawn: the ground at the origin, one unit a head height."""

    canvas: Canvas
    look: Look
    pose: Pose

    @property
    def breadth(self) -> float:
        """How wide the trunk appears, narrower the more it turns."""
        return self.look.width * (1 - 0.18 * abs(self.pose.turn))

    @property
    def head(self) -> Head:
        """The head, turned with the body."""
        return replace(self.look.head, turn=self.pose.turn, back=self.pose.back)

    @property
    def head_centre(self) -> Point:
        """Where the middle of the head is."""
        return self.high((0.06 * self.pose.turn, -6.52))

    def high(self, point: Point) -> Point:
        """Move a point of the upper body with the drop of the hips and the lean of the back."""
        share = (-point[1] - 3.5) / 2.1
        return (point[0] + self.pose.lean * share, point[1] + self.pose.drop)

    def chest(self, point: Point) -> Point:
        """Move a point on the front of the trunk the way the body turns."""
        x, y = self.high((point[0] * self.breadth, point[1]))
        return (x + 0.16 * self.pose.turn, y)

    def shaded(self, colour: str) -> str:
        """Light `colour` from the upper left across the whole figure."""
        return self.canvas.linear(
            (-1.0, -6.0), (1.2, -1.5), lighter(colour, 0.1), colour, darker(colour, 0.24)
        )
