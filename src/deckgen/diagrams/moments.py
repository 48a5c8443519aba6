"""Times as Mermaid's schedules write them -> days, and back.

The signs of `dateFormat` are those of https://day.js.org/docs/en/parse/string-format, those of
`axisFormat` are those of https://d3js.org/d3-time-format.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.data.numerals import months_later, ordinal, year_month_day

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SIGNS: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "Q": r"(?P<quarter>[1-4])",
    "MMMM": r"(?P<name>[A-Za-z]{3,9})",
    "MMM": r"(?P<name>[A-Za-z]{3,9})",
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "DDDD": r"(?P<nth>\d{1,3})",
    "DDD": r"(?P<nth>\d{1,3})",
    "Do": r"(?P<day>\d{1,2})(?:st|nd|rd|th)",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
    "X": r"(?P<seconds>\d{1,11}(?:\.\d{1,6})?)",
    "x": r"(?P<milliseconds>\d{1,14})",
    **dict.fromkeys(("HH", "H"), r"(?P<hour>\d{1,2})"),
    **dict.fromkeys(("hh", "h"), r"(?P<half>\d{1,2})"),
    **dict.fromkeys(("A", "a"), r"(?P<noon>[AaPp][Mm])"),
    **dict.fromkeys(("mm", "m"), r"(?P<minute>\d{1,2})"),
    **dict.fromkeys(("ss", "s"), r"(?P<second>\d{1,2})"),
    **dict.fromkeys(("SSS", "SS", "S"), r"(?P<part>\d{1,3})"),
    **dict.fromkeys(("ZZ", "Z"), r"(?:[+-]\d{2}:?\d{2}|Z)"),
}
_SIGN: Final = "|".join(sorted(_SIGNS, key=len, reverse=True))
_EPOCH: Final = 719_163
"""1 January 1970."""
_ANY_DAY: Final = 730_120
"""1 January 2000, the day of times that are told without one."""
_DAY_SECONDS: Final = 86_400
_IN_DAYS: Final = {
    "ms": 1 / 86_400_000,
    "s": 1 / 86_400,
    "m": 1 / 1440,
    "h": 1 / 24,
    "d": 1.0,
    "w": 7.0,
}
_MOST_DAYS: Final = 40_000
"""About a century: longer tasks are mistakes."""


def read_moment(text: str, form: str) -> float | None:
    """Return the time that a text tells in a form of `dateFormat`, None if it tells none."""
    pattern = "".join(
        _SIGNS.get(part) or re.escape(part) for part in re.split(f"({_SIGN})", form) if part
    )
    try:
        match = re.fullmatch(pattern, text.strip())
    except re.error:  # a sign that stands twice
        return None
    return None if match is None else _moment(match.groupdict())


def _moment(said: dict[str, str | None]) -> float | None:
    number = {name: float(text) for name, text in said.items() if text and text[0].isdigit()}
    if "seconds" in number:
        return _EPOCH + number["seconds"] / _DAY_SECONDS
    if "milliseconds" in number:
        return _EPOCH + number["milliseconds"] / 1000 / _DAY_SECONDS
    day = _day(said, number)
    hour = number.get("hour", 0.0)
    if "half" in number:
        hour = number["half"] % 12 + 12 * ((said.get("noon") or "").lower() == "pm")
    minute, second = number.get("minute", 0.0), number.get("second", 0.0)
    if day is None or hour >= 24 or minute >= 60 or second >= 60:
        return None
    return day + (hour * 3600 + minute * 60 + second) / _DAY_SECONDS


def _day(said: dict[str, str | None], number: dict[str, float]) -> float | None:
    year = int(number.get("year", 2000 + number["short"] if "short" in number else 0))
    month = int(number.get("month", number.get("quarter", 0) * 3 - 2 if "quarter" in number else 1))
    name = (said.get("name") or "").lower()[:3]
    if name:
        months = [each.lower()[:3] for each in MONTHS]
        if name not in months:
            return None
        month = months.index(name) + 1
    if not year and not {"month", "day", "nth", "quarter"} & number.keys() and not name:
        return _ANY_DAY
    first = ordinal(year or 2000, month, int(number.get("day", 1)))
    return None if first is None else first + number.get("nth", 1.0) - 1


def later(start: float, text: str) -> float | None:
    """Return the time that is so much later than another as `3d` says, None for what says none."""
    match = re.fullmatch(r"(\d{1,9}(?:\.\d{1,6})?)\s*(ms|[smhdwMy])", text.strip())
    if match is None:
        return None
    count, unit = float(match[1]), match[2]
    if unit in _IN_DAYS:
        days = count * _IN_DAYS[unit]
        return start + days if days < _MOST_DAYS else None
    months = count * (12 if unit == "y" else 1)
    found = months_later(int(start), int(months)) if months < _MOST_DAYS / 31 else None
    return None if found is None else found + start % 1


def weekday(day: float) -> int:
    """Return the day of the week, Monday being 0."""
    return (int(day) - 1) % 7


def shown_moment(moment: float, form: str) -> str:
    """Return a time in a form of `axisFormat`."""
    return re.sub(r"%[-_0]?([a-zA-Z%])", lambda match: _part(moment, match[0]), form)


def _part(moment: float, sign: str) -> str:
    day = int(moment + 1e-9)
    seconds = round((moment - day) * _DAY_SECONDS)
    year, month, date = year_month_day(day)
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    first = ordinal(year, 1, 1) or day
    letter, bare = sign[-1], sign[1] == "-"
    words = {
        "%": "%",
        "a": WEEKDAYS[weekday(day)][:3],
        "A": WEEKDAYS[weekday(day)],
        "b": MONTHS[month - 1][:3],
        "B": MONTHS[month - 1],
        "e": str(date),
        "L": "000",
        "p": "PM" if hour >= 12 else "AM",
        "q": str((month + 2) // 3),
        "u": str(weekday(day) + 1),
        "w": str((weekday(day) + 1) % 7),
        "y": f"{year % 100:02}",
        "Y": str(year),
        "Z": "+0000",
        "x": f"{month:02}/{date:02}/{year}",
        "X": f"{hour:02}:{minute:02}:{second:02}",
    }
    numbers = {
        "d": date,
        "H": hour,
        "I": hour % 12 or 12,
        "m": month,
        "M": minute,
        "S": second,
        "j": day - first + 1,
        "U": (day - first + 7 - (weekday(day) + 1) % 7) // 7,
        "W": (day - first + 7 - weekday(day)) // 7,
        "V": (day - first + 7 - weekday(day)) // 7,
    }
    if letter in numbers:
        width = 3 if letter == "j" else 2
        return str(numbers[letter]) if bare else f"{numbers[letter]:0{width}}"
    return words.get(letter, sign)
