"""A chart -> its marks: bars, lines, slices, axes and texts, as its plots say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.model import DrawnGroup, PathMark, Pen, Solid
from deckgen.draw.outlines import rectangle

if TYPE_CHECKING:
    from deckgen.charts import ChartFrame
    from deckgen.draw.faces import Faces


def draw_chart(frame: ChartFrame, faces: Faces) -> DrawnGroup:
    """Return the marks of a chart; what it shows, where it is written and its words are around."""
    del faces
    plot, look = frame.content.plot, frame.content.look
    sides = (plot.x.points, plot.y.points, plot.width.points, plot.height.points)
    pen = Pen(Solid(look.color.rgb), look.line.points)
    return DrawnGroup((PathMark(rectangle(*sides), pen=pen),))
