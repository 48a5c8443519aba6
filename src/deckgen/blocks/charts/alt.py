"""A chart -> what it shows in words, for those who cannot see it, in the language of the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.phrases import phrases
from deckgen.blocks.charts.prepared import MOST_SLICES

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.model import ChartSeries
    from deckgen.blocks.charts.phrases import ChartPhrases

FEW: Final = 6
"""So many values are told one by one; of more, the ends and the extremes."""
LONGEST: Final = 600

Told = tuple[str, str]
"""The name of a category and its value."""


def alternative(chart: Chart, draft: ChartDraft) -> str:
    """Return what a chart shows: its kind and title, and for each series what its values do."""
    words = phrases(draft.context.language)
    names = [part for part in (chart.title.text if chart.title else "", draft.data.facet) if part]
    kind = words.kinds[chart.type] + (words.colon if names else "") + words.mark.join(names)
    unit = words.brackets.format(chart.unit.text) if chart.unit else ""
    said = [kind + unit, *_values(chart, draft, words)]
    code = draft.code(draft.seen[0]) if draft.seen else "General"
    for target in chart.targets:
        name = target.label.text if target.label else words.target
        said.append(f"{name}{words.colon}{draft.text(target.at, code)}")
    text = words.stop.join(said) + words.stop.strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _values(chart: Chart, draft: ChartDraft, words: ChartPhrases) -> list[str]:
    if chart.type == "box":
        return _quarters(draft, words)
    if chart.type == "waterfall":
        return [words.mark.join(" ".join(each) for each in _steps(draft))]
    found = []
    for series in draft.seen:
        is_named = bool(series.name) and len(draft.seen) > 1
        told = _told(series, draft, words, opens=not is_named)
        found += [f"{series.name}{words.colon}{told}" if is_named else told] if told else []
    return found


def _steps(draft: ChartDraft) -> list[Told]:
    """Return the steps of a waterfall in their order, whatever series they are drawn by."""
    found: list[Told] = []
    for number, name in enumerate(draft.data.categories):
        said = ((one.said[number], draft.code(one)) for one in draft.seen)
        found += [(name, draft.text(value, code)) for value, code in said if value is not None]
    return found


def _quarters(draft: ChartDraft, words: ChartPhrases) -> list[str]:
    """Return the quartiles of each group, from the parts that its box is composed of."""
    halves = [one for one in draft.seen if one.name == draft.seen[0].name]
    first, third = (one for one in draft.data.series if one.is_unseen and one.drawn == "line")
    code = draft.code(first)
    found: list[str] = []
    for number, name in enumerate(draft.data.categories):
        low, high = first.values[number] or 0.0, third.values[number] or 0.0
        numbers = {
            "low": low - first.errors[number][0],
            "first": low,
            "median": low + sum(abs(half.values[number] or 0.0) for half in halves),
            "third": high,
            "high": high + third.errors[number][1],
        }
        told = {key: draft.text(value, code) for key, value in numbers.items()}
        found.append(f"{name}{words.colon}{words.quarters.format(**told)}")
    return found


def _told(series: ChartSeries, draft: ChartDraft, words: ChartPhrases, *, opens: bool) -> str:
    """Return the values of a series; what `opens` a sentence has a capital."""
    values = series.said or series.values
    if series.xs:
        return words.points.format(sum(value is not None for value in values))
    code = draft.code(series)
    known = [
        (name, value)
        for name, value in zip(draft.data.categories, values, strict=False)
        if value is not None
    ]
    if len(known) <= (MOST_SLICES if series.drawn in {"pie", "doughnut"} else FEW):
        return words.mark.join(f"{name} {draft.text(value, code)}" for name, value in known)
    ends = {
        "first": known[0],
        "last": known[-1],
        "low": min(known, key=lambda pair: pair[1]),
        "high": max(known, key=lambda pair: pair[1]),
    }
    told = {key: draft.text(value, code) for key, (_, value) in ends.items()}
    course = words.course[:1].upper() + words.course[1:] if opens else words.course
    return course.format(**told, **{f"at_{key}": name for key, (name, _) in ends.items()})
