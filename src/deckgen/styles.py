"""How text looks and how it lies in its box: levels, bullets, spacing, alignment, all resolved."""

from enum import Enum
from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Insets
from deckgen.records import Struct, replace
from deckgen.units import EMU_PER_CENTIPOINT, LEADING, ZERO, Centipoints, Emu

DEFAULT_INSETS = Insets(Emu(91_440), Emu(45_720), Emu(91_440), Emu(45_720))
"""The insets of a text body that names none (ECMA-376-1, 21.1.2.1.1)."""


_ABOVE: Final = {"t": 0.0, "ctr": 0.5, "b": 1.0}
_BEFORE: Final = {"ctr": 0.5, "r": 1.0}


class Anchor(Enum):
    """Where text stands in a box that is higher than it; values as in `a:bodyPr@anchor`."""

    TOP = "t"
    MIDDLE = "ctr"
    BOTTOM = "b"

    @property
    def above(self) -> float:
        """The share of the free height of a box that is above its text."""
        return _ABOVE[self.value]


class Align(Enum):
    """How lines stand between the margins; values as in `a:pPr@algn`."""

    LEFT = "l"
    CENTER = "ctr"
    RIGHT = "r"
    JUSTIFY = "just"
    DISTRIBUTE = "dist"

    @property
    def before(self) -> float:
        """The share of the free width of a line that is before its text."""
        return _BEFORE.get(self.value, 0.0)


class Caps(Enum):
    """How letters are set in capitals; values as in `a:rPr@cap`."""

    NONE = "none"
    SMALL = "small"
    ALL = "all"


class Spacing(Struct, frozen=True):
    """A spacing: a share of the single-spaced line (1.0 is one line), or an exact distance."""

    lines: float | None = None
    exact: Emu | None = None

    def of(self, size: Centipoints) -> Emu:
        """Return the distance at a size of text."""
        if self.exact is not None:
            return self.exact
        # in one step, because it is asked for every line several times
        return Emu(round(size * EMU_PER_CENTIPOINT * (LEADING * (self.lines or 0.0))))

    def scaled(self, factor: float) -> "Spacing":
        """Return the spacing that text has whose size is so many times as large."""
        return self if self.exact is None else Spacing(exact=self.exact * factor)


NO_SPACE = Spacing(exact=ZERO)
SINGLE = Spacing(lines=1.0)
NO_TRACKING = Centipoints(0)


class BulletKind(Enum):
    """What stands before a paragraph of a level."""

    NONE = "none"
    CHARACTER = "character"
    NUMBER = "number"
    PICTURE = "picture"


class Bullet(Struct, frozen=True):
    """A level's bullet: its kind, and the character or the numbering scheme (`arabicPeriod`).

    `size` is a share of the text's size. Font and colour are None where they follow the text.
    """

    kind: BulletKind = BulletKind.NONE
    text: str = ""
    font: str | None = None
    color: Color | None = None
    size: float = 1.0


NO_BULLET = Bullet()
DOT = Bullet(BulletKind.CHARACTER, "•", font="Arial")


class LevelStyle(Struct, frozen=True, cache_hash=True):
    """The style of paragraphs at one level: fonts, size and colour, indents and spacing.

    `margin_left` is where text starts, `indent` where the first line starts relative to it (a
    hanging bullet has a negative one). `kerning` is the least size that is kerned, None for never.
    `tracking` is added to every advance (`a:rPr@spc`). `right_to_left` is how the template runs
    such text, None where it says nothing of it; False is for text that runs the other way.
    `outlined` letters have a line around them (`a:ln`). `shaded` ones are filled with a gradient
    that is all of their colour, which not every program draws.
    """

    size: Centipoints
    latin: str
    east_asian: str
    complex_script: str
    color: Color
    bold: bool = False
    italic: bool = False
    kerning: Centipoints | None = None
    margin_left: Emu = ZERO
    margin_right: Emu = ZERO
    indent: Emu = ZERO
    bullet: Bullet = NO_BULLET
    space_before: Spacing = NO_SPACE
    space_after: Spacing = NO_SPACE
    line_spacing: Spacing = SINGLE
    align: Align = Align.LEFT
    caps: Caps = Caps.NONE
    tracking: Centipoints = NO_TRACKING
    underline: bool = False
    right_to_left: bool | None = None
    outlined: bool = False
    shaded: bool = False

    @property
    def leading(self) -> Emu:
        """The distance between baselines of lines in this style."""
        return self.line_spacing.of(self.size)

    def sized(self, size: Centipoints) -> "LevelStyle":
        """Return this style at another size, with the leading for it; indents and spacings stay.

        Lines with an exact leading would else run into each other, or stand apart.
        """
        if size == self.size:
            return self
        leading = self.line_spacing.scaled(size / self.size)
        return replace(self, size=size, line_spacing=leading)

    def flush(self, size: Centipoints) -> "LevelStyle":
        """Return this style for text that stands alone: without bullet, indents and spacing."""
        return replace(
            self.sized(size),
            bullet=NO_BULLET,
            margin_left=ZERO,
            margin_right=ZERO,
            indent=ZERO,
            space_before=NO_SPACE,
            space_after=NO_SPACE,
        )


class BodyProperties(Struct, frozen=True):
    """How a text body lies in its box (`a:bodyPr`); with `grows` the box is as high as the text.

    It is `scaled` where its template has a scale for the text that was there.
    """

    insets: Insets = DEFAULT_INSETS
    anchor: Anchor = Anchor.TOP
    vertical: str = "horz"
    columns: int = 1
    column_gap: Emu = ZERO
    wrap: bool = True
    grows: bool = False
    scaled: bool = False
