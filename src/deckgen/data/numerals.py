"""Text -> the number or the date that people write with it, in the ways of several languages."""

from __future__ import annotations

import re
from typing import Final

from deckgen.data.model import Moment, Value

NOTHING: Final = frozenset(
    ("", "-", "–", "—", "…", "...", "n/a", "N/A", "#N/A", "NA", "なし", "該当なし", "－", "―", "ー")
)
"""What stands in a cell that has no value."""
_FULL_WIDTH: Final = str.maketrans(
    "０１２３４５６７８９．，％＋－−－（）￥＄", "0123456789.,%+---()¥$"
)
_NUMBER: Final = (
    r"(?P<open>\()?(?P<sign>[△▲+-]?)\s?(?P<currency>[$€£¥])?\s?(?P<minus>-?)"
    r"(?P<digits>\d[\d,.'’]*(?:[ \u00a0\u202f]\d{3}[\d,.]*)*|\.\d+)(?P<power>[eE][+-]?\d{1,3})?"
    r"\s?(?P<unit>%|[€$円元倍]|(?P<scale>[十百千]?[万億兆]|[百千])円?|pt)?(?P<close>\))?"
)
_GROUPED: Final = r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,4}(?:,\d{4})+"
"""Groups of three digits, of two above three as in India, or of four; `12,50` has decimals."""
_SCALES: Final = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12}
"""What each letter of a scale multiplies with: 千億 are a thousand times 億."""
_PART: Final = r"(\d[\d,]*(?:\.\d+)?)([千百]?[兆億万]|[千百十])"
_IN_PARTS: Final = rf"([△▲+-]?)\s?[¥]?((?:{_PART}){{2,}}|(?:{_PART})+\d[\d,]*)円?"
"""A number that is written scale by scale, as it is read: 1億2,300万円, 1万2千円, 3億500."""
_LONGEST: Final = 60
_LARGEST: Final = 1e24
_SMALLEST: Final = 1e-300
_DATE: Final = (
    r"(?P<year>\d{4})(?:-|/|\.|年)(?P<month>\d{1,2})(?:(?:-|/|\.|月)(?P<day>\d{1,2})日?|月)?"
    r"(?:[T ](?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?Z?)?"
)
_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_DAY: Final = 3_652_059
"""31 December 9999, the last day that Excel knows."""


def number(text: str, *, decimal: str = ".") -> float | None:
    """Return the number that a text is, or None; percents are hundredths.

    `decimal` is the mark before decimals, unless the text can only be read otherwise: `1.234,5`.
    △, ▲ and brackets are the negative signs of accounts.
    """
    if len(text) > _LONGEST:
        return None
    match = re.fullmatch(_NUMBER, text.translate(_FULL_WIDTH).strip())
    if match is None:
        return _in_parts(text.translate(_FULL_WIDTH).strip())
    if bool(match["open"]) != bool(match["close"]):
        return None
    digits = _digits(match["digits"].strip(), decimal)
    if digits is None:
        return None
    value = float(digits + (match["power"] or ""))
    if match["unit"] == "%":
        value /= 100
    for letter in match["scale"] or "":
        value *= _SCALES[letter]
    is_negative = match["sign"] in {"-", "△", "▲"} or match["minus"] or match["open"]
    return finite(-value if is_negative else value)


def _in_parts(text: str) -> float | None:
    """Return the number that is written scale by scale, each below the one before, or None."""
    match = re.fullmatch(_IN_PARTS, text)
    if match is None:
        return None
    total, above = 0.0, float("inf")
    for digits, letters in re.findall(rf"(\d[\d,]*(?:\.\d+)?)([{''.join(_SCALES)}]*)", match[2]):
        scale = 1.0
        for letter in letters:
            scale *= _SCALES[letter]
        count = float(digits.replace(",", ""))
        if count * scale >= above:
            return None
        total, above = total + count * scale, scale
    return finite(-total if match[1] in {"-", "△", "▲"} else total)


def finite(value: float) -> float | None:
    """Return a number, or None for one that is too large to be calculated with and written out."""
    if 0 < abs(value) < _SMALLEST:
        return 0.0
    return float(value) if abs(value) <= _LARGEST else None


def _digits(written: str, decimal: str) -> str | None:
    """Return digits with a full stop before decimals, or None where groups are none."""
    plain = re.sub(r"[ \u00a0\u202f'’]", "", written)
    comma, stop = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and stop >= 0:
        decimal = "," if comma > stop else "."
    elif decimal == "." and comma >= 0 and not re.fullmatch(_GROUPED, plain):
        decimal = ","
    elif decimal == "," and stop >= 0 and not re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        decimal = "."
    group = "," if decimal == "." else "."
    whole, mark, rest = plain.partition(decimal)
    if rest and not rest.isdecimal():
        return None
    whole = whole.replace(group, "")
    return f"{whole}{'.' if mark else ''}{rest}" if (whole + rest).isdecimal() else None


def date(text: str) -> Moment | None:
    """Return the date that a text is: `2026-04-01`, `2026/4`, `2026年4月1日`, or a time."""
    match = re.fullmatch(_DATE, text.translate(_FULL_WIDTH).strip())
    if match is None:
        return None
    day = ordinal(int(match["year"]), int(match["month"]), int(match["day"] or 1))
    seconds = [int(match[part] or 0) for part in ("hour", "minute", "second")]
    if day is None or seconds[0] > 23 or max(seconds[1:]) > 59:
        return None
    return Moment(day, seconds[0] * 3600 + seconds[1] * 60 + seconds[2], match["day"] is None)


def ordinal(year: int, month: int, day: int) -> int | None:
    """Return the day of a date, counted from 1 January 1 as 1; None where there is no such date."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    if not 1 <= day <= _MONTH_DAYS[month - 1] + (month == 2 and _is_leap(year)):
        return None
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400
    return days + sum(_MONTH_DAYS[: month - 1]) + (month > 2 and _is_leap(year)) + day


def year_month_day(day: int) -> tuple[int, int, int]:
    """Return the date of a day that was counted from 1 January 1 as 1."""
    day = min(max(day, 1), _LAST_DAY)
    year = min(day * 400 // 146_097 + 2, 9999)
    while (first := ordinal(year, 1, 1) or 1) > day:
        year -= 1
    month = 12
    while first + _before(year, month) > day:
        month -= 1
    return year, month, day - first - _before(year, month) + 1


def months_later(day: int, months: int) -> int | None:
    """Return a day so many months later, the last one of a shorter month; None past year 9999."""
    year, month, of_month = year_month_day(day)
    years, past = divmod(month - 1 + months, 12)
    days = (ordinal(year + years, past + 1, one) for one in range(of_month, 0, -1))
    return next((found for found in days if found is not None), None)


def _before(year: int, month: int) -> int:
    return sum(_MONTH_DAYS[: month - 1]) + (month > 2 and _is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def value_of(text: str, *, decimal: str = ".") -> Value:
    """Return what a text that was written by hand holds: a number, nothing, or itself.

    Digits that lead with a zero are a code, which stays as it is.
    """
    stripped = text.strip()
    if stripped in NOTHING:
        return None
    if re.fullmatch(r"0\d+", stripped):
        return text
    found = number(text, decimal=decimal)
    return text if found is None else found
