"""Texts and colours of a chart -> marks: lines in their boxes, keys of legends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, Solid, TextMark
from deckgen.draw.setting import TypesetRuns
from deckgen.placed_text import PlacedRun
from deckgen.template import transforms
from deckgen.text.model import Font
from deckgen.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.charts import ChartLook, ChartText, PointLabel, Tint
    from deckgen.colors import Color
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Matrix, Node
    from deckgen.units import Centipoints

_MIDDLE: Final = 0.394
"""How far the baseline of a line is below the middle of its height, in em."""
_LINE: Final = 1.2
_CENTERED: Final = frozenset(("category", "label", "value"))


def solid(tint: Tint) -> Solid:
    """Return the colour of a tint, and how much it covers."""
    color = transforms.channels(tint.color.rgb)
    if tint.saturation != 100:
        color = transforms.apply(color, "satMod", tint.saturation / 100)
    if tint.share != 100:
        color = transforms.apply(color, "lumMod", tint.share / 100)
    if tint.plus:
        color = transforms.apply(color, "lumOff", tint.plus / 100)
    return Solid(transforms.to_rgb(color), tint.alpha / 100)


class ChartWriter:
    """Sets the texts of a chart."""

    def __init__(self, look: ChartLook, faces: Faces) -> None:
        self._look: Final = look
        self._faces: Final = faces

    def text(
        self, text: ChartText, label: PointLabel | None = None, *, turned: bool = False
    ) -> Iterator[Node]:
        """Yield the lines of a text in its box; a label has a look of its own."""
        box, size = text.box, text.size.points
        x, y = box.x.points, box.y.points
        wide, high = box.width.points, box.height.points
        bold = text.role == "title" or (label is not None and label.bold)
        color = self._look.color if label is None else label.color
        middle, centre = y + high / 2, x + wide / 2
        first = middle - (len(text.lines) - 1) / 2 * size * _LINE
        marks: list[Node] = []
        for number, line in enumerate(text.lines):
            runs = self._runs(line, text.size, bold=bold)
            left = x
            if text.role in _CENTERED or turned:
                left = centre - runs.width(0, len(line)) / EMU_PER_POINT / 2
            baseline = first + number * size * _LINE + size * _MIDDLE
            marks += self._marks(runs, (left, baseline), line, size, color)
        if turned:
            yield DrawnGroup(tuple(marks), matrix=_upwards(centre, middle))
        else:
            yield from marks

    def entry(self, name: str, left: float, middle: float, size: float) -> Iterator[Node]:
        """Yield the name of an entry of a legend, from a place on."""
        runs = self._runs(name, self._look.size)
        yield from self._marks(runs, (left, middle + size * _MIDDLE), name, size, self._look.color)

    def _runs(self, line: str, size: Centipoints, *, bold: bool = False) -> TypesetRuns:
        look = self._look
        font = Font(look.latin, look.east_asian, look.latin, size, bold)
        return TypesetRuns((PlacedRun(line, font, look.language),), self._faces)

    def _marks(
        self,
        runs: TypesetRuns,
        place: tuple[float, float],
        line: str,
        size: float,
        color: Color,
    ) -> Iterator[TextMark]:
        for piece in runs.pieces(0, len(line)):
            yield TextMark(
                text=piece.text,
                face=piece.face,
                size=size,
                x=place[0] + piece.x / EMU_PER_POINT,
                baseline=place[1],
                width=piece.width / EMU_PER_POINT,
                fill=Solid(color.rgb),
                language=self._look.language,
            )


def _upwards(x: float, y: float) -> Matrix:
    """Return the map that turns text so that it reads upwards, about a point."""
    return 0.0, -1.0, 1.0, 0.0, x - y, y + x
