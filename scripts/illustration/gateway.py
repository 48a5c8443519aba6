"""One great sign wall with an arch through it -> its measures, shared by its front and its back."""

from illustration.geometry import Box, trace
from illustration.lettering import width

WALL: Box = (250, 90, 1420, 810)
FLOOR = 900
ARCH_HALF = 190
ARCH_SPRING = 660
ARCH_TOP = 500
TITLE = "DESIGN"
LINE = "> SUMMIT <"
TITLE_HEIGHT = 150.0
LINE_HEIGHT = 106.0
TITLE_TOP = 140.0
LINE_TOP = 346.0


def start(text: str, height: float) -> float:
    """Where a word begins that is centred on the wall."""
    return 960 - width(text, height) / 2


def arch(grow: float = 0) -> str:
    """Path data of the opening, larger all round by `grow`."""
    half = ARCH_HALF + grow
    top, shoulder = ARCH_TOP - grow, ARCH_TOP - grow - 20
    left = trace("M", (960 - half, FLOOR), "L", (960 - half, ARCH_SPRING))
    left += trace("C", (960 - half, shoulder), (960 - half * 0.55, top), (960, top))
    right = trace("C", (960 + half * 0.55, top), (960 + half, shoulder), (960 + half, ARCH_SPRING))
    return left + right + trace("L", (960 + half, FLOOR), "Z")
