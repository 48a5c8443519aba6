"""Mermaid's Gantt diagrams -> schedules: what starts when, and how long it takes.

The grammar is that of https://mermaid.js.org/syntax/gantt.html. There is no line for today: the
same deck gives the same slides on any day.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.diagrams.lines import Statement, statements
from deckgen.diagrams.model import DiagramError, Unshown
from deckgen.diagrams.moments import WEEKDAYS, later, read_moment, weekday
from deckgen.diagrams.schedule import PlannedTask, Schedule
from deckgen.diagrams.words import words
from deckgen.records import Struct, field

_SETTING: Final = (
    r"(dateFormat|axisFormat|tickInterval|excludes|includes|section|todayMarker|weekday|weekend"
    r"|inclusiveEndDates|topAxis)\b[ \t]*(.*)"
)
_TASK: Final = r"(?P<label>[^:]+)\s*:\s*(?P<said>.*)"
_CLICK: Final = r"click\s+(?P<ids>[\w,-]+)\s+(?:href\s+)?\"(?P<address>[^\"]+)\".*"
_CALL: Final = r"click\s+.*"
_FLAGS: Final = ("done", "active", "crit", "milestone", "vert")
_TICK: Final = r"(\d{1,4})\s*(millisecond|second|minute|hour|day|week|month)s?"
_DAYS: Final = tuple(name.lower() for name in WEEKDAYS)
_MOST_PASSES: Final = 120


class _Draft(Struct):
    """A task as it is written, until its times are known."""

    label: str
    section: int
    flags: frozenset[str]
    begins: str
    ends: str
    offset: int
    before: int
    start: float | None = None
    end: float | None = None
    shown_end: float | None = None


class _Reading(Struct):
    form: str = "YYYY-MM-DD"
    axis: str = ""
    every: tuple[int, str] | None = None
    sections: list[str] = field(default_factory=lambda: [""])
    drafts: list[_Draft] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    free_days: set[int] = field(default_factory=set)
    free_dates: set[int] = field(default_factory=set)
    worked_dates: set[int] = field(default_factory=set)
    weekend: tuple[int, int] = (5, 6)
    has_free_weekends: bool = False
    is_inclusive: bool = False
    unshown: list[Unshown] = field(default_factory=list)

    def is_free(self, day: float) -> bool:
        """Tell whether nobody works on a day."""
        date = int(day + 1e-9)
        if date in self.worked_dates:
            return False
        named = weekday(date) in self.free_days
        weekend = self.has_free_weekends and weekday(date) in self.weekend
        return named or weekend or date in self.free_dates


def gantt(text: str) -> Schedule:
    """Return a schedule; raises `DiagramError` for what is none."""
    reading = _Reading()
    for statement in statements(text):
        _statement(reading, statement)
    if not reading.drafts:
        raise DiagramError("the schedule has no tasks", 0, "write `Build :b1, 2026-04-01, 10d`")
    if len(reading.free_days | (set(reading.weekend) if reading.has_free_weekends else set())) > 6:
        raise DiagramError("all days of the week are excluded", 0)
    _settle(reading)
    tasks = tuple(_task(reading, number) for number in range(len(reading.drafts)))
    return Schedule(
        tasks,
        tuple(reading.sections),
        reading.axis,
        reading.every,
        tuple(_free(reading, tasks)),
        tuple(draft.offset for draft in reading.drafts),
        tuple(reading.unshown),
    )


def _task(reading: _Reading, number: int) -> PlannedTask:
    draft = reading.drafts[number]
    assert draft.start is not None
    assert draft.end is not None
    end = draft.end if draft.shown_end is None else draft.shown_end
    names = (name for name, at in reading.ids.items() if at == number)
    return PlannedTask(
        draft.label,
        draft.section,
        draft.start,
        end,
        number,
        "done" in draft.flags,
        "active" in draft.flags,
        "crit" in draft.flags,
        "milestone" in draft.flags,
        "vert" in draft.flags,
        next((reading.links[name] for name in names if name in reading.links), ""),
    )


def _statement(reading: _Reading, statement: Statement) -> None:
    text = statement.text
    if match := re.fullmatch(_SETTING, text):
        _setting(reading, match[1], match[2].strip(), statement.offset)
    elif match := re.fullmatch(_CLICK, text):
        reading.links |= dict.fromkeys(match["ids"].split(","), match["address"])
    elif re.fullmatch(_CALL, text):
        message = "a slide calls no programs: what a click calls is left out"
        reading.unshown.append(Unshown(message, statement.offset))
    elif match := re.fullmatch(_TASK, text):
        _draft(reading, words(match["label"]), match["said"], statement.offset)
    else:
        hint = "write `Build :b1, 2026-04-01, 10d`: a name, a colon, and when"
        raise DiagramError(f"cannot read `{text[:40]}`", statement.offset, hint)


def _setting(reading: _Reading, name: str, value: str, offset: int) -> None:
    match name:
        case "dateFormat":
            reading.form = value
        case "axisFormat":
            reading.axis = value
        case "section":
            reading.sections.append(words(value))
        case "tickInterval":
            tick = re.fullmatch(_TICK, value)
            if tick is None or int(tick[1]) == 0:
                raise DiagramError(f"`{value}` is no interval", offset, "write `1week`")
            reading.every = int(tick[1]), tick[2]
        case "excludes" | "includes":
            _excluded(reading, value, offset, is_free=name == "excludes")
        case "weekend":
            reading.weekend = (4, 5) if value == "friday" else (5, 6)
        case "inclusiveEndDates":
            reading.is_inclusive = True
        case _:
            pass  # where the week starts, which axes there are, and what today is


def _excluded(reading: _Reading, value: str, offset: int, *, is_free: bool) -> None:
    for word in re.split(r"[\s,]+", value.strip().lower()):
        date = read_moment(word, reading.form) or read_moment(word, "YYYY-MM-DD")
        if word == "weekends" and is_free:
            reading.has_free_weekends = True
        elif word in _DAYS and is_free:
            reading.free_days.add(_DAYS.index(word))
        elif date is not None:
            (reading.free_dates if is_free else reading.worked_dates).add(int(date))
        else:
            hint = "write `weekends`, the name of a day, or a date"
            raise DiagramError(f"`{word[:20]}` is no day", offset, hint)


def _draft(reading: _Reading, label: str, said: str, offset: int) -> None:
    items = [item.strip() for item in said.split(",")]
    flags = set[str]()
    while items and items[0] in _FLAGS:
        flags.add(items.pop(0))
    if not items or len(items) > 3 or not all(items):
        hint = "write `:done, b1, 2026-04-01, 10d`: tags, a name, the start, the end"
        raise DiagramError(f"cannot tell when `{label[:40]}` is", offset, hint)
    number = len(reading.drafts)
    if len(items) == 3:
        reading.ids[items.pop(0)] = number
    begins = items[0] if len(items) == 2 else ""
    before = next(
        (at for at in range(number - 1, -1, -1) if "vert" not in reading.drafts[at].flags), -1
    )
    section = len(reading.sections) - 1
    reading.drafts.append(
        _Draft(label, section, frozenset(flags), begins, items[-1], offset, before)
    )


def _settle(reading: _Reading) -> None:
    """Find out when everything starts and ends, some of it after what is written later."""
    waiting = [*reading.drafts]
    for _ in range(_MOST_PASSES):
        waiting = [draft for draft in waiting if not _is_settled(reading, draft)]
        if not waiting:
            return
    draft = waiting[0]
    for name in re.findall(r"[\w-]+", f"{draft.begins} {draft.ends}"):
        if name not in reading.ids and name not in {"after", "until"}:
            break
    else:
        name = draft.label
    known = ", ".join(f"`{name}`" for name in reading.ids) or "none"
    message = f"cannot tell when `{draft.label[:40]}` is: nothing tells of `{name}`"
    raise DiagramError(message, draft.offset, f"tasks with names are: {known}"[:200])


def _is_settled(reading: _Reading, draft: _Draft) -> bool:
    """Find out when a task starts and ends, and tell whether that is known."""
    start = _start(reading, draft)
    if start is None:
        return False
    if draft.ends.startswith("until "):
        starts = [_named(reading, name).start for name in _references(reading, draft, draft.ends)]
        if None in starts:
            return False
        draft.start, draft.end = start, min(each for each in starts if each is not None)
        return True
    end = read_moment(draft.ends, reading.form)
    if end is not None:
        draft.start, draft.end = start, end + reading.is_inclusive
    else:
        end = later(start, draft.ends)
        if end is None:
            hint = "write a time as `dateFormat` has it, or how long it takes: `3d`, `2w`"
            raise DiagramError(
                f"`{draft.ends[:30]}` is neither a time nor how long it takes", draft.offset, hint
            )
        draft.start = start
        draft.end, draft.shown_end = _past_free_days(reading, start, end)
    if draft.end < start:
        raise DiagramError(f"`{draft.label[:40]}` ends before it starts", draft.offset)
    return True


def _start(reading: _Reading, draft: _Draft) -> float | None:
    if not draft.begins:
        if draft.before < 0:
            hint = "write `2026-04-01, 10d`: the start before how long it takes"
            raise DiagramError("the first task needs a start", draft.offset, hint)
        return reading.drafts[draft.before].end
    if draft.begins.startswith("after "):
        ends = [_named(reading, name).end for name in _references(reading, draft, draft.begins)]
        return None if None in ends else max(each for each in ends if each is not None)
    start = read_moment(draft.begins, reading.form)
    if start is None:
        hint = f"`dateFormat {reading.form}` says how times are written"
        raise DiagramError(f"`{draft.begins[:30]}` is no time", draft.offset, hint)
    return start


def _references(reading: _Reading, draft: _Draft, text: str) -> list[str]:
    names = text.split()[1:]
    unknown = next((name for name in names if name not in reading.ids), None)
    if unknown is not None or not names:
        known = ", ".join(f"`{name}`" for name in reading.ids) or "none has one"
        message = f"no task has the name `{unknown or ''}`"
        raise DiagramError(message, draft.offset, f"names of tasks: {known}"[:200])
    return names


def _named(reading: _Reading, name: str) -> _Draft:
    return reading.drafts[reading.ids[name]]


def _past_free_days(reading: _Reading, start: float, end: float) -> tuple[float, float | None]:
    """Return when a task ends that rests on free days, and how far it is drawn.

    Each free day that it meets makes it a day longer. One that would end on free days is drawn up
    to them, and what follows starts behind them.
    """
    day, shown, was_free = start + 1, None, False
    while day <= end + 1e-9:
        shown = shown if was_free else end
        was_free = reading.is_free(day)
        end += was_free
        day += 1
    return end, shown


def _free(reading: _Reading, tasks: tuple[PlannedTask, ...]) -> list[tuple[float, float]]:
    """Return when nobody works while the schedule lasts."""
    first, last = int(min(task.start for task in tasks)), max(task.end for task in tasks)
    found: list[tuple[float, float]] = []
    for day in range(first, min(int(last) + 1, first + 2000)):
        if not reading.is_free(day):
            continue
        if found and found[-1][1] == day:
            found[-1] = (found[-1][0], day + 1.0)
        else:
            found.append((float(day), day + 1.0))
    return found
