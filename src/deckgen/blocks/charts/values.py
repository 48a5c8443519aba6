"""Points of plots -> their labels, none of which stands over another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import box_at, meet
from deckgen.blocks.charts.palette import shown_rgb
from deckgen.blocks.kit import Emu, Struct, legible, replace
from deckgen.charts import ChartText, LabelPosition, PointLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.model import ChartSeries
    from deckgen.blocks.kit import Color, Rect
    from deckgen.charts import Tint

NEAR: Final = 0.25
"""The space between a point and its label, in em."""


class PointSpot(Struct, frozen=True):
    """Where a point is drawn: its middle, its far end, and how long it is if it has a length."""

    series: int
    point: int
    x: float
    y: float
    length: float = 0.0
    wide: float = 0.0
    is_negative: bool = False


class Labelled(Struct, frozen=True):
    """The labels of each series by its number, where they stand, and how many were left out."""

    labels: dict[int, tuple[PointLabel, ...]]
    texts: tuple[ChartText, ...]
    left_out: int


def is_chosen(draft: ChartDraft, series: ChartSeries, point: int) -> bool:
    """Tell whether a point is labelled: as written, or as suits what is drawn."""
    if not series.labelled or series.is_target or series.is_unseen:
        return False
    values = series.said or series.values
    value = values[point] if point < len(values) else None
    if value is None:
        return False
    choice = draft.chart.choice
    if choice.kind == "listed":
        named = draft.data.categories[point] if point < len(draft.data.categories) else ""
        return not {series.name, named, draft.data.y}.isdisjoint(choice.names)
    if choice.kind == "ends":
        known = [n for n, value in enumerate(series.values) if value is not None]
        return point in {known[0], known[-1]}
    return choice.kind == "all"


def labels_of(
    draft: ChartDraft,
    spots: list[PointSpot],
    taken: list[Rect],
    tints: list[Tint | None],
    rules: Sequence[Rect],
) -> Labelled:
    """Return the labels of the points that are chosen; where two would meet, the later goes.

    `taken` are boxes that labels must not meet. Those that would stand on a target, one of the
    `rules`, stand within their bars, and so do all others of the series that have room for that.
    """
    series, left_out = draft.data.series, 0
    labels: dict[int, list[PointLabel]] = {}
    texts: list[ChartText] = []
    chosen = [s for s in spots if is_chosen(draft, series[s.series], s.point)]
    inside = _within(draft, chosen, rules)
    for spot in _by_weight(draft, chosen):
        usual = draft.position(series[spot.series])
        usual = LabelPosition.INSIDE if (spot.series, spot.point) in inside else usual
        sinks = series[spot.series].drawn in {"line", "scatter"}
        ways = (usual, LabelPosition.BELOW) if sinks else (usual,)
        tried = (_label(draft, spot, tints[spot.series], position) for position in ways)
        clear = (
            (label, text)
            for label, text, fits in tried
            if fits and not any(meet(text.box, other) for other in taken)
        )
        label, text = next(clear, (None, None))
        if label is None or text is None:
            left_out += 1
            continue
        taken.append(text.box)
        labels.setdefault(spot.series, []).append(label)
        texts.append(text)
    kept = {number: tuple(sorted(found, key=lambda o: o.point)) for number, found in labels.items()}
    return Labelled(kept, tuple(texts), left_out)


def _label(
    draft: ChartDraft, spot: PointSpot, tint: Tint | None, position: LabelPosition
) -> tuple[PointLabel, ChartText, bool]:
    """Return the label of a point, where it stands, and whether it has room there."""
    meter, one = draft.meter, draft.data.series[spot.series]
    text, near = said_of(draft, one, spot.point), meter.em * NEAR
    is_raised = draft.chart.type == "waterfall"
    place = LabelPosition.OUTSIDE if is_raised else position
    wide = meter.width(text)
    box = _box(spot, place, (wide, meter.line), near, lies=draft.lies)
    if place is LabelPosition.RIGHT and not draft.box.contains(box):
        place = position = LabelPosition.LEFT
        box = _box(spot, place, (wide, meter.line), near, lies=draft.lies)
    drop = 0.0
    if is_raised:  # stacks have labels within alone, so that it is told how far it moves
        middle = spot.y + spot.length / 2 * (-1 if spot.is_negative else 1)
        drop = (box.y + box.height / 2 - middle) / draft.box.height
    aside = _inwards(one, spot.point) * (wide / 2 + near)
    box = replace(box, x=Emu(round(box.x + aside)))
    value = one.values[spot.point]
    is_own = value is not None and draft.text(value, code_of(draft, one)) == text
    label = PointLabel(
        spot.point,
        position,
        _color(draft, place, dict(draft.points(one)).get(spot.point, tint)),
        bold=one.name in draft.chart.highlighted,
        shift=aside / draft.box.width,
        drop=drop,
        text="" if is_own and not one.sizes else text,
    )
    is_small = _is_small(spot, place, box, lies=draft.lies, is_funnel=draft.chart.type == "funnel")
    shown = ChartText(box, (text,), meter.size, "label", (spot.series, spot.point))
    return label, shown, draft.box.contains(box) and not is_small


def code_of(draft: ChartDraft, series: ChartSeries) -> str:
    """Return the format code of a series' labels; what falls is told with its sign.

    A bar below zero hangs from it, whatever it tells: a rise from -10 to -5 is a value of -5.
    """
    code = draft.code(series)
    if series.tone not in {"rise", "fall"} or ";" in code:
        return code
    if series.tone == "rise":
        return f"{code};{code}" if any((value or 0.0) < 0 for value in series.values) else code
    sign = "△" if draft.context.language.startswith("ja") else "−"
    return f'"{sign}"{code};"{sign}"{code}'


def _by_weight(draft: ChartDraft, spots: list[PointSpot]) -> list[PointSpot]:
    """Return points in the order in which their labels matter: what stands out, ends, extremes."""

    def weight(spot: PointSpot) -> tuple[bool, bool, int]:
        series = draft.data.series[spot.series]
        known = [n for n, value in enumerate(series.values) if value is not None]
        is_end = spot.point in {known[0], known[-1]}
        return (series.name not in draft.chart.highlighted, not is_end, spot.point)

    return sorted(spots, key=weight)


def _box(
    spot: PointSpot, position: LabelPosition, size: tuple[float, float], near: float, *, lies: bool
) -> Rect:
    wide, high = size
    if position is LabelPosition.INSIDE:
        back = -1 if spot.is_negative else 1
        if lies:
            return box_at(
                spot.x - back * (near + wide / 2) - wide / 2, spot.y - high / 2, wide, high
            )
        return box_at(spot.x - wide / 2, spot.y + back * (near + high / 2) - high / 2, wide, high)
    if position is LabelPosition.CENTER:
        middle = spot.length / 2 * (1 if not spot.is_negative else -1)
        x, y = (spot.x - middle, spot.y) if lies else (spot.x, spot.y + middle)
        return box_at(x - wide / 2, y - high / 2, wide, high)
    if position is LabelPosition.RIGHT:
        return box_at(spot.x + near * 2, spot.y - high / 2, wide, high)
    if position is LabelPosition.LEFT:
        return box_at(spot.x - near * 2 - wide, spot.y - high / 2, wide, high)
    if position is LabelPosition.BELOW:
        return box_at(spot.x - wide / 2, spot.y + near, wide, high)
    if lies and position is LabelPosition.OUTSIDE:
        x = spot.x - near - wide if spot.is_negative else spot.x + near
        return box_at(x, spot.y - high / 2, wide, high)
    y = spot.y + near if spot.is_negative else spot.y - near - high
    return box_at(spot.x - wide / 2, y, wide, high)


def _within(
    draft: ChartDraft, spots: Sequence[PointSpot], rules: Sequence[Rect]
) -> set[tuple[int, int]]:
    """Return the points whose labels stand within their bars: of series one of which is crossed."""
    near, lies = draft.meter.em * NEAR, draft.lies
    crossed, roomy = set[tuple[int, int]](), set[tuple[int, int]]()
    for spot in spots:
        one = draft.data.series[spot.series]
        if not rules or draft.position(one) is not LabelPosition.OUTSIDE:
            continue
        size = (draft.meter.width(said_of(draft, one, spot.point)), draft.meter.line)
        outside = _box(spot, LabelPosition.OUTSIDE, size, near, lies=lies)
        within = _box(spot, LabelPosition.INSIDE, size, near, lies=lies)
        along, across = (size[0], size[1]) if lies else (size[1], size[0])
        if any(meet(outside, rule) for rule in rules):
            crossed.add((spot.series, spot.point))
        fits = spot.length >= along + 2 * near and spot.wide >= across
        if fits and not any(meet(within, rule) for rule in rules):
            roomy.add((spot.series, spot.point))
    series = {number for number, _ in crossed}
    return {each for each in roomy if each[0] in series}


def said_of(draft: ChartDraft, series: ChartSeries, point: int) -> str:
    """Return what the label of a point says."""
    said = (series.said or series.sizes or series.values)[point]
    amount = said or 0.0
    return draft.text(abs(amount) if series.tone == "fall" else amount, code_of(draft, series))


def _inwards(series: ChartSeries, point: int) -> int:
    """Return to which side a label moves: that at the edge of an area would stand half outside."""
    if series.drawn != "area":
        return 0
    known = [n for n, value in enumerate(series.values) if value is not None]
    return (point == known[0]) - (point == known[-1])


def _is_small(
    spot: PointSpot, position: LabelPosition, box: Rect, *, lies: bool, is_funnel: bool
) -> bool:
    """Tell whether a label is larger than the part of a stack that it stands in."""
    if position is not LabelPosition.CENTER or is_funnel:
        return False
    along, across = (box.width, box.height) if lies else (box.height, box.width)
    return along > spot.length or (across > spot.wide > 0)


def _color(draft: ChartDraft, position: LabelPosition, tint: Tint | None) -> Color:
    text = draft.context.text.color
    if position not in {LabelPosition.CENTER, LabelPosition.INSIDE} or tint is None:
        return text
    theme = draft.context.theme
    return legible(text, (shown_rgb(tint, draft.context.background),), theme.offered)
