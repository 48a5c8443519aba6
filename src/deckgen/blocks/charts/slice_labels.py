"""Slices of a circle -> labels around it, or at its sides, none of which stands over another."""

from __future__ import annotations

from functools import cached_property
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import box_at, meet
from deckgen.blocks.charts.spreading import spread
from deckgen.blocks.kit import Emu, Insets, Rect, Struct
from deckgen.charts import ChartText, LabelPosition, PointLabel, Shown

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft

HOLE: Final = 50
"""How wide the hole of a doughnut is, in percent: LibreOffice 7.4 knows no other."""
CLEAR: Final = 0.5
"""How far apart labels around a circle are, in em: programs place them by rules of their own."""
EDGE: Final = 0.8
"""How far they stay from the sides of the chart, from which LibreOffice moves them inwards."""
AWAY: Final = 0.9
"""How far labels at the sides stand from the circle, in em."""
LEAST: Final = 6.0
"""How small a circle with labels may be, in em."""
GAIN: Final = 1.15
"""How much larger a circle is for whose sake its labels have two lines: less is hardly seen."""
STEP: Final = 0.05
"""By which share of the room a circle becomes smaller until its labels have theirs."""


class SliceLabels(Struct, frozen=True):
    """A circle and the labels of its slices."""

    circle: Rect
    labels: tuple[PointLabel, ...]
    texts: tuple[ChartText, ...]


def shares(draft: ChartDraft) -> tuple[float, ...]:
    """Return what part of the whole each slice is."""
    values = [max(0.0, value or 0.0) for value in draft.data.series[0].values]
    total = sum(values) or 1.0
    return tuple(value / total for value in values)


def is_counted(draft: ChartDraft) -> bool:
    """Tell whether labels tell values, not shares: where a unit or a format is written."""
    return draft.chart.unit is not None or draft.chart.format is not None


def labels_around(draft: ChartDraft, top: int) -> SliceLabels | None:
    """Return the largest circle with a label of two lines beside each slice, if there is any."""
    box = draft.box
    room = min(box.bottom - top, box.width)
    for step in range(int(1 / STEP)):
        side = room * (1 - STEP * step)
        if side < draft.meter.em * LEAST:
            return None
        circle = box_at(
            box.x + (box.width - side) / 2, top + (box.bottom - top - side) / 2, side, side
        )
        found = _around(draft, circle)
        edge = draft.meter.em * EDGE
        held = Rect(box.x + edge, Emu(top), box.width - edge * 2, box.bottom - top)
        if all(held.contains(text.box) for text in found.texts) and _are_clear(draft, found):
            return found
    return None


def _are_clear(draft: ChartDraft, found: SliceLabels) -> bool:
    edge = draft.meter.em * CLEAR
    apart = Insets(edge, edge, edge, edge)
    return not any(
        meet(one.box.outset(apart), other.box)
        for number, one in enumerate(found.texts)
        for other in found.texts[number + 1 :]
    )


def _around(draft: ChartDraft, circle: Rect) -> SliceLabels:
    meter = draft.meter
    texts, labels = list[ChartText](), list[PointLabel]()
    for number, angle in _middles(draft):
        lines = (draft.data.categories[number], amount(draft, number))
        wide, high = max(meter.width(line) for line in lines), meter.line * 2
        reach = circle.width / 2 + meter.em * 0.4
        x = circle.x + circle.width / 2 + sin(angle) * (reach + wide / 2)
        y = circle.y + circle.height / 2 - cos(angle) * (reach + high / 2)
        place = box_at(x - wide / 2, y - high / 2, wide, high)
        texts.append(ChartText(place, lines, meter.size, "label", (0, number)))
        color, bold = draft.context.text.color, lines[0] in draft.chart.highlighted
        labels.append(PointLabel(number, LabelPosition.OUTSIDE, color, _shown(draft), bold))
    return SliceLabels(circle, tuple(labels), tuple(texts))


def labels_at_sides(draft: ChartDraft, top: int) -> SliceLabels | None:
    """Return a circle with labels at its sides, spread so that they do not meet, if there is any.

    They have a line each, or two, where the circle is much the larger for it.
    """
    flat, stacked = (_Sides(draft, top, joint).labelled() for joint in (" ", "\n"))
    if flat is None or stacked is None:
        return flat or stacked
    return stacked if stacked.circle.width >= flat.circle.width * GAIN else flat


class _Sides(Struct, frozen=True, dict=True):
    """The labels at the sides of a circle, their names and amounts joined in one way."""

    draft: ChartDraft
    top: int
    joint: str

    @cached_property
    def middles(self) -> list[tuple[int, float]]:
        """The slices that are labelled, and the angles of their middles."""
        return _middles(self.draft)

    @cached_property
    def said(self) -> dict[int, tuple[str, ...]]:
        """The lines of each label."""
        names, is_flat = self.draft.data.categories, self.joint == " "
        lines = {n: (names[n], amount(self.draft, n)) for n, _ in self.middles}
        return {n: (" ".join(both),) if is_flat else both for n, both in lines.items()}

    @cached_property
    def wide(self) -> dict[int, Emu]:
        """How wide each label is."""
        meter = self.draft.meter
        return {
            n: max(meter.width(line, bold=True) for line in lines) for n, lines in self.said.items()
        }

    @property
    def high(self) -> Emu:
        """How high each of them is."""
        return self.draft.meter.line * (1 if self.joint == " " else 2)

    @property
    def room(self) -> Emu:
        """How high their place is."""
        return Emu(self.draft.box.bottom - self.top)

    @cached_property
    def circle(self) -> Rect | None:
        """The largest circle between labels at its left and at its right, if there is any."""
        box, away = self.draft.box, self.draft.meter.em * (AWAY + EDGE)
        rights = max((self.wide[n] + away for n, angle in self.middles if angle < pi), default=0)
        lefts = max((self.wide[n] + away for n, angle in self.middles if angle >= pi), default=0)
        side = min(self.room - self.high, box.width - lefts - rights)
        if side < self.draft.meter.em * LEAST:
            return None
        left = box.x + lefts + (box.width - lefts - rights - side) / 2
        return box_at(left, self.top + (self.room - side) / 2, side, side)

    def labelled(self) -> SliceLabels | None:
        """Return the circle with its labels."""
        circle = self.circle
        if circle is None:
            return None
        middle, texts, labels = circle.y + circle.height / 2, list[ChartText](), list[PointLabel]()
        low, high = self.top + self.high / 2, self.draft.box.bottom - self.high / 2
        for is_right in (True, False):
            own = [(n, angle) for n, angle in self.middles if (angle < pi) == is_right]
            if len(own) * self.high > self.room:
                return None
            wanted = [middle - cos(angle) * circle.width / 2 for _, angle in own]
            for (number, angle), at in zip(own, spread(wanted, self.high, low, high), strict=True):
                text = self.text(circle, number, angle, at)
                texts.append(text)
                labels.append(self.label(circle, text, number, angle))
        labels.sort(key=lambda label: label.point)
        return SliceLabels(circle, tuple(labels), tuple(texts))

    def text(self, circle: Rect, number: int, angle: float, at: float) -> ChartText:
        """Return where the label of a slice stands whose middle is at a height."""
        radius, wide = circle.width / 2, self.wide[number]
        beside = _edge(at - circle.y - radius, radius, self.high / 2)
        out = max(abs(sin(angle)) * radius, beside) + self.draft.meter.em * AWAY
        left = circle.x + radius + (out if angle < pi else -out - wide)
        place = box_at(left, at - self.high / 2, wide, self.high)
        return ChartText(place, self.said[number], self.draft.meter.size, "label", (0, number))

    def label(self, circle: Rect, text: ChartText, number: int, angle: float) -> PointLabel:
        """Return the label that stands where its text is, told from the middle of its slice."""
        draft = self.draft
        ring = circle.width / 2 * ((1 + HOLE / 100) / 2 if draft.chart.type == "doughnut" else 0.5)
        x = text.box.x + text.box.width / 2 - circle.x - circle.width / 2
        y = text.box.y + text.box.height / 2 - circle.y - circle.height / 2
        return PointLabel(
            number,
            LabelPosition.CENTER,
            draft.context.text.color,
            _shown(draft),
            draft.data.categories[number] in draft.chart.highlighted,
            shift=(x - sin(angle) * ring) / draft.box.width,
            drop=(y + cos(angle) * ring) / draft.box.height,
            joint=self.joint,
        )


def _edge(height: float, radius: float, half: float) -> float:
    """Return how far from its middle a circle reaches beside a label at a height."""
    near = max(0.0, abs(height) - half)
    return float(max(0.0, radius**2 - near**2) ** 0.5)


def _middles(draft: ChartDraft) -> list[tuple[int, float]]:
    """Return the slices that are labelled, and the angles of their middles from the top."""
    found, angle = list[tuple[int, float]](), 0.0
    choice = draft.chart.choice
    for number, share in enumerate(shares(draft)):
        named = choice.kind != "listed" or draft.data.categories[number] in choice.names
        if share and named:
            found.append((number, (angle + share / 2) * 2 * pi))
        angle += share
    return found


def amount(draft: ChartDraft, number: int) -> str:
    """Return what the label of a slice tells: its value, or what part of the whole it is."""
    series = draft.data.series[0]
    if is_counted(draft):
        return draft.text(series.values[number] or 0.0, draft.code(series))
    return f"{shares(draft)[number]:.0%}"


def _shown(draft: ChartDraft) -> tuple[Shown, ...]:
    return ("category", "value" if is_counted(draft) else "percent")
