"""The people who appear in the pictures, and the ways they commonly stand."""

from illustration.body import Cut, Look, Pose
from illustration.heads import Hair, Head
from illustration.palette import (
    AMBER,
    AZURE,
    BLUE,
    CORAL,
    CREAM,
    ICE,
    NAVY,
    ORANGE,
    PLUM,
    SLATE,
    STEEL,
    TEAL,
)

_DENIM = "#2C3E5C"
_NIGHT = "#1B2942"
_SAND = "#B79B7C"

KENJI = Look(Head("#F2C5A0", "#241A18", Hair.SHORT, glasses=True), BLUE, _NIGHT, lanyard=ORANGE)
AMARA = Look(
    Head("#8A5638", "#1B1210", Hair.CURLS), ORANGE, _DENIM, Cut.TEE, lanyard=TEAL, width=0.94
)
CLARA = Look(Head("#EDBB93", "#5A3620", Hair.LONG), TEAL, _NIGHT, Cut.JACKET, width=0.92)
OMAR = Look(
    Head("#C68A5C", "#17120F", Hair.SHORT, beard=True), NAVY, SLATE, Cut.HOODIE, lanyard=AMBER
)
INGRID = Look(
    Head("#F6D2B4", "#C0703F", Hair.BUN), CORAL, _NIGHT, lanyard=NAVY, skirt=True, width=0.9
)
MEI = Look(Head("#F3C8A2", "#1E1A1C", Hair.BOB), CREAM, _DENIM, Cut.TEE, lanyard=BLUE, width=0.9)
KWAME = Look(
    Head("#5F3E2B", "#15100E", Hair.SHAVED, beard=True), SLATE, _NIGHT, Cut.JACKET, inner=AMBER
)
ELENA = Look(
    Head("#EFC09A", "#7A4424", Hair.TAIL), PLUM, _DENIM, Cut.HOODIE, lanyard=AMBER, width=0.92
)
LUCAS = Look(Head("#F0BE96", "#A8743C", Hair.SWEPT, beard=True), ICE, _DENIM, lanyard=CORAL)
RAVI = Look(Head("#A96F47", "#141012", Hair.SWEPT, glasses=True), AZURE, _SAND, lanyard=NAVY)
NOOR = Look(
    Head("#B67B52", "#20161A", Hair.LONG), STEEL, _NIGHT, Cut.JACKET, inner=CORAL, width=0.9
)

EVERYONE = (KENJI, AMARA, CLARA, OMAR, INGRID, MEI, KWAME, ELENA, LUCAS, RAVI, NOOR)

STANDING = Pose()
AWAY = Pose(back=True)
WALKING_AWAY = Pose(
    back=True,
    left_foot=(-0.2, -0.42),
    right_foot=(0.22, -0.06),
    left_hand=(-0.74, -3.25),
    right_hand=(0.82, -3.5),
)
TALKING_RIGHT = Pose(turn=0.6, right_hand=(1.15, -4.35), left_hand=(-0.62, -3.25))
LISTENING_LEFT = Pose(turn=-0.6, left_hand=(0.05, -4.35), right_hand=(0.2, -4.3))


def mirrored(pose: Pose) -> Pose:
    """Return the same pose turned the other way."""

    def flip(point: tuple[float, float]) -> tuple[float, float]:
        return (-point[0], point[1])

    return Pose(
        left_hand=flip(pose.right_hand),
        right_hand=flip(pose.left_hand),
        left_foot=flip(pose.right_foot),
        right_foot=flip(pose.left_foot),
        turn=-pose.turn,
        back=pose.back,
        drop=pose.drop,
        lean=-pose.lean,
        crossed=(pose.crossed[1], pose.crossed[0]),
    )
