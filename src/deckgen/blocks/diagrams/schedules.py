"""A schedule and its room -> names at the left, and beside each its bar below an axis of time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.fitting import CLOSENESS, DiagramWay
from deckgen.blocks.diagrams.pen import LINE, SEEN, DiagramPen, WordGround
from deckgen.blocks.diagrams.sizes import Lettering, Words
from deckgen.blocks.diagrams.time_axis import Tick, ticks
from deckgen.blocks.kit import (
    Align,
    Dash,
    Geometry,
    Item,
    Outline,
    Shape,
    Stroke,
    Struct,
    Tone,
    mix,
    pt,
    replace,
    shade_read_on,
)
from deckgen.blocks.panels.look import in_tone, panel_fill
from deckgen.diagrams.layers import Footprint, NodeBox
from deckgen.diagrams.schedule import PlannedTask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.blocks.kit import Centipoints, Color, Context, DiagramStep, Point, Span
    from deckgen.diagrams.schedule import Schedule

_SECTION: Final = 8.0
_NAME: Final = 15.0
"""How wide the names of sections and tasks may be, in em."""
_LEAST_AXIS: Final = 15.0
"""The least room for time, in em."""
_ROW: Final = 1.75
_BAR: Final = 0.95
_APART: Final = 0.7
_AXIS: Final = 1.7
_LEAST_BAR: Final = 0.35
_BEFORE_BARS: Final = 1.6
"""The space between the names of tasks and the time that they start, in spaces between others."""
_BETWEEN_TICKS: Final = 0.8
_BELOW_TICKS: Final = 0.2
_ABOVE_MARKERS: Final = 0.2
"""The space between what tells times, below it, and above the names of what is marked, in em."""
_AROUND_NAME: Final = 0.35
_AROUND_SECTION: Final = 0.4
"""How much higher than their names a row and a section are at the least, in em."""
_CLOSEST: Final = 0.62
"""Rows stand no closer than at this share of their usual distance."""
_SHORTEST: Final = 1 / 1440
"""The shortest time that a schedule shows, in days: a minute."""
_THIN: Final = pt(0.5)


class TaskRow(Struct, frozen=True):
    """A task with its name, and where its row is."""

    task: PlannedTask
    name: Words
    top: float
    height: float


class Scheduled(Struct, frozen=True):
    """A schedule that is set at a size of words; time runs from `left` to `width`."""

    rows: tuple[TaskRow, ...]
    sections: tuple[tuple[Words | None, float, float], ...]
    ticks: tuple[Tick, ...]
    markers: tuple[tuple[PlannedTask, Words, float], ...]
    names: float
    left: float
    width: float
    top: float
    bottom: float
    height: float
    first: float
    last: float

    def x(self, moment: float) -> float:
        """Return where a time is."""
        return self.left + (moment - self.first) / (self.last - self.first) * (
            self.width - self.left
        )


def scheduled(schedule: Schedule, lettering: Lettering, room: Footprint) -> Scheduled:
    """Return a schedule set at a size of words."""
    em, close = float(lettering.em), lettering.close
    tasks = [task for task in schedule.tasks if not task.is_marker]
    first = min(task.start for task in schedule.tasks)
    last = max(*(task.end for task in schedule.tasks), first + _SHORTEST)
    heads = [
        lettering.words(name, _SECTION, bold=True, align=Align.LEFT) if name else None
        for name in schedule.sections
    ]
    names = max((float(head.width) + em * _APART for head in heads if head), default=0.0)
    said = [
        lettering.words(task.label or " ", _NAME, bold=task.is_critical, align=Align.LEFT)
        for task in tasks
    ]
    left = names + max((float(words.width) for words in said), default=0.0)
    left += em * _APART * _BEFORE_BARS
    width = max(room.width, left + em * _LEAST_AXIS)
    edge = width - em * _APART

    def fits(found: tuple[Tick, ...]) -> bool:
        wide = [float(lettering.words(tick.label).width) for tick in found]
        per = (edge - left) / (last - first)
        return all(
            (after.moment - before.moment) * per >= (one + other) / 2 + em * _BETWEEN_TICKS
            for (before, after), (one, other) in zip(pairwise(found), pairwise(wide), strict=True)
        )

    shown = ticks(first, last, schedule.form, schedule.every, lettering.context.language, fits)
    y = top = em * _AXIS * close + em * _BELOW_TICKS
    rows, bands = list[TaskRow](), list[tuple[Words | None, float, float]]()
    for number, head in enumerate(heads):
        start = y
        for task, words in zip(tasks, said, strict=True):
            if task.section == number:
                high = max(em * _ROW * close, float(words.height) + em * _AROUND_NAME)
                rows.append(TaskRow(task, words, y, high))
                y += high
        if head is not None and y > start:
            least = start + float(head.height) + em * _AROUND_SECTION
            if y < least:
                rows[-1] = replace(rows[-1], height=rows[-1].height + least - y)
                y = least
        if y > start:
            bands.append((head, start, y))
    bottom, markers = y, list[tuple[PlannedTask, Words, float]]()
    for task in schedule.tasks:
        if task.is_marker:
            y += em * _ABOVE_MARKERS * (not markers)
            markers.append((task, lettering.words(task.label, _NAME), y))
            y += float(markers[-1][1].height)
    return Scheduled(
        tuple(rows), tuple(bands), shown, tuple(markers),
        names, left, edge, top, bottom, y, first, last,
    )  # fmt: skip


class SchedulePlan(Struct, frozen=True):
    """A schedule that is set."""

    schedule: Schedule
    found: Scheduled
    lettering: Lettering
    span: Span

    @property
    def size(self) -> Footprint:
        """How much room it takes."""
        return Footprint(self.found.width + float(self.lettering.em) * _APART, self.found.height)

    @property
    def is_whole(self) -> bool:
        """Whether everything has its place: it has."""
        return True

    def items(self, at: Point, steps: tuple[DiagramStep, ...]) -> tuple[Item, ...]:
        """Return everything: what is behind, then tasks."""
        pen = DiagramPen(self.lettering, at, (0.0, 0.0), self.span, steps)
        drawing = ScheduleDrawing(self.schedule, self.found, pen)
        return (*drawing.ground(), *drawing.tasks())


class ScheduleDrawing(Struct, frozen=True):
    """Draws a schedule."""

    schedule: Schedule
    found: Scheduled
    pen: DiagramPen

    def ground(self) -> Iterator[Item]:
        """Yield what is behind tasks: sections, free time, times and their lines."""
        found, span = self.found, self.pen.span
        right = found.width + self.pen.em * _APART
        for _, top, bottom in found.sections:
            box = self.pen.box(NodeBox(0.0, top, right, bottom - top))
            yield Shape(box, Geometry.RECTANGLE, self.band(top), None, "Section ground", span)
        for start, stop in self.schedule.free:
            start, stop = max(start, found.first), min(stop, found.last)
            x, wide = found.x(start), found.x(stop) - found.x(start)
            if wide > 0:
                box = self.pen.box(NodeBox(x, found.top, wide, found.bottom - found.top))
                fill = mix(self.pen.background, self.pen.ink, 0.1)
                yield Shape(box, Geometry.RECTANGLE, fill, None, "Free time ground", span)
        thin = Outline(mix(self.pen.background, self.pen.ink, 0.22), _THIN)
        for tick in found.ticks:
            x = found.x(tick.moment)
            line = self.pen.box(NodeBox(x, found.top, 0.0, found.bottom - found.top))
            yield Stroke(line, thin, "Time", span)
            words = self.pen.lettering.words(tick.label)
            yield self.centred(words, x, found.top - self.pen.em * 0.25 - words.height, tick.label)
        for head, top, bottom in found.sections:
            if head is not None:
                high = float(head.height)
                y = top + min((bottom - top - high) / 2, self.pen.em * 0.35)
                box = self.pen.box(NodeBox(self.pen.em * 0.4, y, float(head.width), high))
                yield self.pen.frame(box, head, "Section", WordGround(behind=self.band(top)))

    def band(self, top: float) -> Color:
        """Return the colour of the section at a height."""
        number = next(n for n, (_, y, stop) in enumerate(self.found.sections) if y <= top < stop)
        return mix(self.pen.background, self.pen.ink, 0.06 if number % 2 == 0 else 0.025)

    def centred(self, words: Words, x: float, y: float, name: str) -> Item:
        """Return words in the middle of a place, within the schedule."""
        wide, right = float(words.width), self.found.width + self.pen.em * _APART
        left = min(max(x - wide / 2, 0.0), right - wide)
        return self.pen.frame(
            self.pen.box(NodeBox(left, y, wide, float(words.height))), words, name
        )

    def tasks(self) -> Iterator[Item]:
        """Yield all tasks: names beside their bars, and lines through all."""
        for row in self.found.rows:
            yield from replace(self, pen=self.pen.at_step(row.task.step)).row(row)
        for task, words, y in self.found.markers:
            pen = self.pen.at_step(task.step)
            line = pen.box(
                NodeBox(self.found.x(task.middle), self.found.top, 0.0, y - self.found.top)
            )
            color = pen.line_color("important")
            yield Stroke(line, Outline(color, LINE, Dash.DASHED), "Marker", pen.span)
            x = self.found.x(task.middle)
            yield replace(self, pen=pen).centred(words, x, y, task.label)

    def row(self, row: TaskRow) -> Iterator[Item]:
        """Yield a task: its name, and its bar or its diamond."""
        task, words, high = row.task, row.name, float(row.name.height)
        middle = row.top + row.height / 2
        spot = NodeBox(
            self.found.names + self.pen.em * 0.4, middle - high / 2, float(words.width), high
        )
        name = task.label or "Task"
        behind = self.band(row.top)
        yield self.pen.frame(self.pen.box(spot), words, name, WordGround(behind=behind), task.link)
        fill, outline = self.look(task, behind)
        half = self.pen.em * _BAR / 2
        if task.is_milestone:
            x = self.found.x(task.middle)
            box, geometry = NodeBox(x - half, middle - half, 2 * half, 2 * half), Geometry.DIAMOND
        else:
            start, stop = self.found.x(task.start), self.found.x(task.end)
            wide = max(stop - start, self.pen.em * _LEAST_BAR)
            box = NodeBox(start, middle - half, wide, 2 * half)
            geometry = Geometry.ROUNDED
        yield Shape(self.pen.box(box), geometry, fill, outline, f"{name} bar", self.pen.span)

    def look(self, task: PlannedTask, behind: Color) -> tuple[Color, Outline]:
        """Return the fill and the line of a bar: by whether it is done, at hand, critical."""
        tone = Tone.BAD if task.is_critical else Tone.NEUTRAL
        if task.is_done and not task.is_critical:
            tone = Tone.MUTED
        line = shade_read_on(in_tone(tone, self.pen.context), behind, SEEN)
        solid = task.is_active or task.is_milestone or (task.is_critical and not task.is_done)
        fill = line if solid else panel_fill(line, self.pen.background)
        if task.is_done:
            fill = mix(self.pen.background, line, 0.45)
        return fill, Outline(line, LINE)


def schedule_settings(
    schedule: Schedule, room: Footprint, context: Context, span: Span
) -> Iterator[DiagramWay]:
    """Yield the ways to set a schedule: closer, one after the other."""

    def setting(closeness: float) -> Callable[[Centipoints], SchedulePlan]:
        def at(size: Centipoints) -> SchedulePlan:
            lettering = Lettering(context, size, span, closeness)
            return SchedulePlan(schedule, scheduled(schedule, lettering, room), lettering, span)

        return at

    for closeness in CLOSENESS:
        yield DiagramWay(setting(max(closeness, _CLOSEST)))
