"""Dates of categories -> an axis that tells as many as have room, in steps that people count in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import box_at
from deckgen.charts import CategoryAxis, ChartText
from deckgen.data.formats import from_serial, number_format, serial
from deckgen.data.model import Moment
from deckgen.data.numerals import months_later, ordinal, year_month_day

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.kit import Emu
    from deckgen.charts import DateUnit

MOST_STEPS: Final = 1_000
"""How many dates of an axis are told at the most."""
MONTH: Final = 28
"""How many days apart dates are at least if they are told in steps of months."""
DAYS: Final = (1, 2, 7, 14)
MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120)
YEARS: Final = (1, 2, 5, 10, 20, 50)

Date = tuple[int, int, int]


def date_axis(draft: ChartDraft, moments: tuple[Moment, ...], width: Emu) -> CategoryAxis:
    """Return an axis of dates that rise, in a width: of days, months or years."""
    dates = [year_month_day(moment.day) for moment in moments]
    base = _base(dates)
    code = _code(base, dates, draft.context.language)
    read = number_format(code)
    texts = tuple(read.text(moment, draft.context.language) for moment in moments)
    steps = tuple(float(_after(dates[0], date, base)) for date in dates)
    each = draft.meter.widest(texts) + draft.meter.em
    every, told = _every(-(-(int(steps[-1]) + 1) // max(1, int(width / each))), base)
    serials = tuple(float(int(serial(moment))) for moment in moments)
    return CategoryAxis(texts, serials, code, base, every, told=told, steps=steps)


def _base(dates: list[Date]) -> DateUnit:
    """Return what dates count: years, months if they are the first or the last days of these."""
    if all(month == 1 and day == 1 for _, month, day in dates):
        return "years"
    is_last = all(ordinal(year, month, day + 1) is None for year, month, day in dates)
    are_apart = all(one[:2] != other[:2] for one, other in pairwise(dates))
    return "months" if are_apart and (is_last or all(day == 1 for *_, day in dates)) else "days"


def _code(base: DateUnit, dates: list[Date], language: str) -> str:
    """Return the format code of dates; days tell their year where there are several."""
    is_east_asian = language.partition("-")[0] in {"ja", "zh"}
    if base == "years":
        return "yyyy"
    if base == "months":
        return "yyyy/m" if is_east_asian else "mmm yyyy"
    if dates[0][0] == dates[-1][0]:
        return "m/d" if is_east_asian else "d mmm"
    return "yyyy/m/d" if is_east_asian else "d mmm yyyy"


def _after(first: Date, date: Date, base: DateUnit) -> int:
    """Return how many years, months or days a date is after another."""
    if base == "days":
        return (ordinal(*date) or 0) - (ordinal(*first) or 0)
    years = date[0] - first[0]
    return years if base == "years" else years * 12 + date[1] - first[1]


def _every(least: int, base: DateUnit) -> tuple[int, DateUnit]:
    """Return a step no less than a wish, and its unit: of days there are months beyond weeks."""
    usual = {"years": YEARS, "months": MONTHS, "days": DAYS}[base]
    step = next((step for step in usual if step >= least), 0)
    if step or base != "days":
        return step or least, base
    months = -(-least // MONTH)
    return next((step for step in MONTHS if step >= months), months), "months"


def dates_below(
    draft: ChartDraft, axis: CategoryAxis, top: float, centers: tuple[float, ...]
) -> list[ChartText]:
    """Return the dates that an axis tells, be there values for them or not."""
    meter, read, found = draft.meter, number_format(axis.code), list[ChartText]()
    first, last = year_month_day(from_serial(axis.serials[0]).day), axis.steps[-1]
    step = (centers[-1] - centers[0]) / last if last else 0.0
    for day in _days(axis):
        label = read.text(Moment(day), draft.context.language)
        middle = centers[0] + _after(first, year_month_day(day), axis.base) * step
        wide = meter.width(label)
        box = box_at(middle - wide / 2, top, wide, meter.line)
        found.append(ChartText(box, (label,), meter.size, "category"))
    return found


def _days(axis: CategoryAxis) -> list[int]:
    """Return the days on which the steps of an axis of dates fall, from its first one on."""
    start = from_serial(axis.serials[0]).day
    last = start + int(axis.serials[-1] - axis.serials[0])
    unit = axis.told or axis.base
    if unit == "days":
        return list(range(start, last + 1, axis.every))
    months = axis.every * (12 if unit == "years" else 1)
    found = list[int]()
    for step in range(MOST_STEPS):
        at = months_later(start, months * step)
        if at is None or at > last:
            break
        found.append(at)
    return found
