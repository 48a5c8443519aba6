"""From when to when, and how much room there is -> the times that an axis tells, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Struct
from deckgen.data.formats import number_format
from deckgen.data.model import Moment
from deckgen.data.numerals import months_later, ordinal, year_month_day
from deckgen.diagrams.moments import shown_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MINUTE: Final = 1 / 1440
_STEPS: Final = (
    *((count * _MINUTE, "time") for count in (1, 2, 5, 10, 15, 30)),
    *((count / 24, "time") for count in (1, 2, 3, 6, 12)),
    *((float(count), "day") for count in (1, 2)),
    *((float(count), "week") for count in (7, 14)),
    *((float(count), "month") for count in (1, 2, 3, 6)),
    *((float(count), "year") for count in (1, 2, 5, 10, 20, 50)),
)
"""The steps that people count time in: days, months or years, by the last of them."""
_UNITS: Final = {
    "millisecond": (1 / 86_400_000, "time"),
    "second": (1 / 86_400, "time"),
    "minute": (_MINUTE, "time"),
    "hour": (1 / 24, "time"),
    "day": (1.0, "day"),
    "week": (7.0, "week"),
    "month": (1.0, "month"),
}
_MOST: Final = 60
_EAST_ASIAN: Final = frozenset(("ja", "zh"))
_CODES: Final = {
    "year": ("yyyy", 'yyyy"年"'),
    "new month": ("mmm yyyy", 'yyyy"年"m"月"'),
    "month": ("mmm", 'm"月"'),
    "week": ("d mmm", "m/d"),
    "day": ("d mmm", "m/d"),
}
"""The format codes of what tells times: as usual, and in East Asia. A new month tells its year."""


class Tick(Struct, frozen=True):
    """A time on an axis, and what tells it."""

    moment: float
    label: str


def ticks(  # noqa: PLR0913
    first: float,
    last: float,
    form: str,
    every: tuple[int, str] | None,
    language: str,
    fits: Callable[[tuple[Tick, ...]], bool],
) -> tuple[Tick, ...]:
    """Return the times of an axis: the closest steps whose labels have room.

    `form` and `every` are how the author wants them, if that is said; several of these steps are
    one where labels have no room.
    """
    steps = _STEPS
    if last - first > 1 and first % 1 == last % 1 == 0:  # told in days, so that hours say nothing
        steps = tuple(step for step in _STEPS if step[1] != "time")
    if every is not None:
        length, unit = _UNITS[every[1]]
        steps = tuple((length * every[0] * more, unit) for more in (1, 2, 4, 8, 16, 32))
    found: tuple[Tick, ...] = ()
    for step, unit in steps:
        days = step * {"month": 30, "year": 365}.get(unit, 1)
        if (last - first) / days > _MOST:
            continue
        moments = tuple(_moments(first, last, step, unit))
        if not moments:
            continue
        found = tuple(
            Tick(
                moment,
                shown_moment(moment, form) if form else _told(moment, number, unit, language),
            )
            for number, moment in enumerate(moments)
        )
        if len(found) < _MOST and fits(found):
            return found
    return found[:1]


def _moments(first: float, last: float, step: float, unit: str) -> Iterator[float]:
    """Yield the times between two that steps lead to, as calendars and clocks count them."""
    year, _, _ = year_month_day(int(first))
    if unit in {"month", "year"}:
        months = int(step) * (12 if unit == "year" else 1)
        start = ordinal(year, 1, 1) or 1
        if unit == "year":
            start = ordinal(max(1, year - year % int(step)), 1, 1) or 1
        for number in range(int((last - start) / 28 / months) + 2):
            month = months_later(start, number * months)
            if month is not None and first - 1e-6 <= month <= last + 1e-6:
                yield float(month)
        return
    origin = float(int(first)) if step <= 1 else first - (first - 1) % 7
    origin = float(int(origin))
    count = int((last - origin) / step) + 2
    for number in range(min(count, 20_000)):
        moment = origin + number * step
        if first - 1e-6 <= moment <= last + 1e-6:
            yield moment


def _told(moment: float, number: int, unit: str, language: str) -> str:
    """Return what tells a time, with what is new in it."""
    if unit == "time":
        return shown_moment(moment, "%H:%M")
    day = int(moment + 1e-9)
    is_new = unit == "month" and (number == 0 or year_month_day(day)[1] == 1)
    usual, east_asian = _CODES[f"new {unit}" if is_new else unit]
    return _written(day, usual, east_asian, language)


def told_day(moment: float, language: str) -> str:
    """Return a day, and its time where that is not midnight, as a language writes it."""
    clock = shown_moment(moment, " %H:%M") if moment % 1 > 1e-6 else ""
    day = _written(int(moment + 1e-9), "d mmmm yyyy", 'yyyy"年"m"月"d"日"', language)
    return f"{day}{clock}"


def _written(day: int, usual: str, east_asian: str, language: str) -> str:
    """Return a day in one of two format codes, with the names that a language has for months."""
    code = east_asian if language.partition("-")[0] in _EAST_ASIAN else usual
    return number_format(code).text(Moment(day), language)
