"""A chart -> what it shows in words, for those who cannot see it, in the language of the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.model import ChartSeries

_TYPES: Final = {
    "en": {
        "column": "Column chart",
        "bar": "Bar chart",
        "line": "Line chart",
        "area": "Area chart",
        "pie": "Pie chart",
        "doughnut": "Doughnut chart",
        "scatter": "Scatter chart",
        "bubble": "Bubble chart",
        "radar": "Radar chart",
        "waterfall": "Waterfall chart",
        "funnel": "Funnel chart",
        "histogram": "Histogram",
        "box": "Box plot",
        "combo": "Combined chart",
    },
    "ja": {
        "column": "縦棒グラフ",
        "bar": "横棒グラフ",
        "line": "折れ線グラフ",
        "area": "面グラフ",
        "pie": "円グラフ",
        "doughnut": "ドーナツグラフ",
        "scatter": "散布図",
        "bubble": "バブルチャート",
        "radar": "レーダーチャート",
        "waterfall": "ウォーターフォール図",
        "funnel": "ファネル図",
        "histogram": "ヒストグラム",
        "box": "箱ひげ図",
        "combo": "複合グラフ",
    },
}
FEW: Final = 6
"""So many values are told one by one; of more, the ends and the extremes."""
LONGEST: Final = 600


def alternative(chart: Chart, draft: ChartDraft) -> str:
    """Return what a chart shows: its kind and title, and for each series what its values do."""
    japanese = draft.context.language.partition("-")[0].lower() == "ja"
    kind = _TYPES["ja" if japanese else "en"][chart.type]
    colon, stop, mark = ("：", "。", "、") if japanese else (": ", ". ", ", ")
    names = [part for part in (chart.title.text if chart.title else "", draft.data.facet) if part]
    unit = chart.unit.text if chart.unit else ""
    unit = (f"（{unit}）" if japanese else f" ({unit})") if unit else ""
    said = [f"{kind}{colon if names else ''}{mark.join(names)}{unit}"]
    for series in draft.seen:
        told = _told(series, draft, mark, japanese=japanese)
        if told:
            is_named = series.name and len(draft.seen) > 1
            said.append(f"{series.name}{colon}{told}" if is_named else told)
    text = stop.join(said) + stop.strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _told(series: ChartSeries, draft: ChartDraft, mark: str, *, japanese: bool) -> str:
    values = series.said or series.values
    code = draft.code(series)
    if series.xs:
        count = sum(value is not None for value in values)
        return f"{count}点" if japanese else f"{count} points"
    names = draft.data.categories
    known = [(name, value) for name, value in zip(names, values, strict=False) if value is not None]
    if len(known) <= FEW:
        return mark.join(f"{name} {draft.text(value, code)}" for name, value in known)
    first, last = known[0], known[-1]
    low, high = min(known, key=lambda p: p[1]), max(known, key=lambda p: p[1])

    def shown(pair: tuple[str, float]) -> str:
        return draft.text(pair[1], code)

    if japanese:
        return (
            f"{first[0]}の{shown(first)}から{last[0]}の{shown(last)}へ、"
            f"最小は{low[0]}の{shown(low)}、最大は{high[0]}の{shown(high)}"
        )
    return (
        f"from {shown(first)} ({first[0]}) to {shown(last)} ({last[0]}), "
        f"least {shown(low)} ({low[0]}), most {shown(high)} ({high[0]})"
    )
