"""A moment and the tokens of a format code -> its text in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.data.numerals import ordinal, year_month_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.data.model import Moment

_MONTHS: Final = {
    # Unicode CLDR 45; months that are written in full.
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
}
_DAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
}
_JAPANESE: Final = "月火水木金土日"
_ERAS: Final = (
    # The days on which the eras of Japan start, as Excel has them, the last one first.
    (ordinal(2019, 5, 1), 2019, "R", "令和"),
    (ordinal(1989, 1, 8), 1989, "H", "平成"),
    (ordinal(1926, 12, 25), 1926, "S", "昭和"),
    (ordinal(1912, 7, 30), 1912, "T", "大正"),
    (ordinal(1868, 1, 25), 1868, "M", "明治"),
)
_NO_DAYS: Final = 693_594
"""The day from which Excel counts, 30 December 1899: none have passed in a span of time."""


def date_text(tokens: Sequence[tuple[str, str]], moment: Moment, language: str) -> str:
    """Return a moment as the tokens of a format code say, each its kind and its text."""
    has_noon = any(kind == "noon" for kind, _ in tokens)
    return "".join(
        _noon(moment, text)
        if kind == "noon"
        else _past(moment, text.strip("[]"))
        if kind == "date" and text[0] == "["
        else _field(text, moment, language, half=has_noon)
        if kind == "date"
        else text
        for kind, text in tokens
    )


def _noon(moment: Moment, text: str) -> str:
    morning, evening = text.split("/")
    return morning if moment.second < 43_200 else evening


def _field(text: str, moment: Moment, language: str, *, half: bool) -> str:
    letter, wide = text[0], len(text)
    year, month, day = year_month_day(moment.day)
    hours, rest = divmod(moment.second, 3600)
    match letter:
        case "y":
            return f"{year % 100:02d}" if wide <= 2 else f"{year:04d}"
        case "m":
            return _month(month, wide, language)
        case "d":
            return f"{day:0{wide}d}" if wide <= 2 else _weekday(moment.day, wide, language)
        case "g" | "e" | "E":
            return _of_era(moment.day, year, letter, wide)
        case "a":
            name = _JAPANESE[(moment.day - 1) % 7]
            return name if wide == 3 else f"{name}曜日"
        case "h":
            shown = hours % 12 or 12 if half else hours
            return f"{shown:0{min(wide, 2)}d}"
        case "i":
            return f"{rest // 60:0{wide}d}"
        case _:
            return f"{rest % 60:0{min(wide, 2)}d}"


def _past(moment: Moment, text: str) -> str:
    """Return how many hours, minutes or seconds have passed in all: `[h]` goes on after 23."""
    seconds = (moment.day - _NO_DAYS) * 86_400 + moment.second
    return f"{int(seconds / {'h': 3600, 'i': 60}.get(text[0], 1)):0{len(text)}d}"


def _of_era(day: int, year: int, letter: str, wide: int) -> str:
    """Return the name of an era of Japan, as `g`, `gg` or `ggg`, or the year in it."""
    for start, first, sign, name in _ERAS:
        if start is not None and day >= start:
            count = year - first + 1
            if letter == "g":
                return sign if wide == 1 else name[: wide - 1]
            return "元" if letter == "E" and count == 1 else f"{count:0{wide}d}"
    return "" if letter == "g" else str(year)


def _month(month: int, wide: int, language: str) -> str:
    if wide <= 2:
        return f"{month:0{wide}d}"
    primary = language.partition("-")[0].lower()
    if primary in {"ja", "zh", "ko"}:
        return f"{month}{'월' if primary == 'ko' else '月'}"
    name = _MONTHS.get(primary, _MONTHS["en"]).split()[month - 1]
    return name[:1] if wide == 5 else name[:3] if wide == 3 else name


def _weekday(day: int, wide: int, language: str) -> str:
    primary = language.partition("-")[0].lower()
    name = _DAYS.get(primary, _DAYS["en"]).split()[(day - 1) % 7]
    return name if wide > 3 else name[0] if primary == "ja" else name[:3]
