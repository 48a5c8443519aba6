"""A diagram -> what it shows in words, for those who do not see it, in the language of the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.time_axis import told_day
from deckgen.blocks.kit import Graph
from deckgen.diagrams.interaction import (
    FrameEnd,
    FramePart,
    FrameStart,
    Message,
    Remark,
    SequenceDiagram,
)
from deckgen.diagrams.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.diagrams.interaction import Happening
    from deckgen.diagrams.schedule import PlannedTask

_NOTE: Final = {"en": "note", "ja": "注"}
_END: Final = {"en": "end of", "ja": "終了："}
_LONGEST: Final = 2_000
"""Longer than so many letters, nobody listens."""


def told(content: Graph | SequenceDiagram | Schedule, title: str, language: str) -> str:
    """Return what a diagram says, statement by statement."""
    spoken = "ja" if language.partition("-")[0].lower() == "ja" else "en"
    match content:
        case Graph():
            parts = [*_graph(content)]
        case SequenceDiagram():
            parts = [*_sequence(content, spoken)]
        case Schedule():
            parts = [*_schedule(content, language)]
    text = "; ".join(filter(None, parts))
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return f"{_plain(title)}: {text}" if title else text


def _plain(text: str) -> str:
    return " ".join(text.split())


def _graph(graph: Graph) -> Iterator[str]:
    """Yield edges, then nodes to and from which none leads, and what belongs together."""
    names = {node.id: _plain(node.label) or node.outline.value for node in graph.nodes}
    names |= {group.id: _plain(group.label) for group in graph.groups}
    led: set[str] = set()
    for edge in graph.edges:
        words = f" ({_plain(edge.label)})" if edge.label else ""
        first, second = (f" [{count}]" if count else "" for count in edge.counts)
        source, target = names.get(edge.source, ""), names.get(edge.target, "")
        yield f"{source}{first} → {target}{second}{words}"
        led |= {edge.source, edge.target}
    for node in graph.nodes:
        said = ", ".join(_plain(line) for part in node.parts for line in part)
        notes = ", ".join(map(_plain, node.notes))
        if node.id not in led or said or notes:
            more = ", ".join(filter(None, (said, notes)))
            yield f"{names[node.id]}: {more}" if more else names[node.id]
    for group in graph.groups:
        if group.label and group.nodes:
            yield f"{names[group.id]}: {', '.join(names[name] for name in group.nodes)}"


def _sequence(sequence: SequenceDiagram, spoken: str) -> Iterator[str]:
    names = {each.id: _plain(each.label) for each in sequence.participants}
    opened: list[str] = []
    if not any(isinstance(each, Message) for each in sequence.happenings):
        yield ", ".join(names.values())
    for each in sequence.happenings:
        yield _happening(each, names, opened, spoken)


def _happening(each: Happening, names: dict[str, str], opened: list[str], spoken: str) -> str:
    match each:
        case Message():
            words = f": {_plain(each.label)}" if each.label else ""
            return f"{names[each.source]} → {names[each.target]}{words}"
        case Remark():
            at = ", ".join(names[name] for name in each.beside)
            return f"{_NOTE[spoken]} ({at}): {_plain(each.label)}"
        case FrameStart():
            opened.append(each.kind)
            return "" if each.kind == "rect" else f"{each.kind} [{_plain(each.label)}]"
        case FramePart():
            return f"[{_plain(each.label)}]"
        case FrameEnd():
            kind = opened.pop() if opened else ""
            return "" if kind in {"", "rect"} else f"{_END[spoken]} {kind}".replace("： ", "：")
        case _:
            return ""


def _schedule(schedule: Schedule, language: str) -> Iterator[str]:
    last = -1
    for task in schedule.tasks:
        if task.section != last and schedule.sections[task.section]:
            yield _plain(schedule.sections[task.section])
        last = task.section
        yield f"{_plain(task.label)}: {_times(task, language)}"


def _times(task: PlannedTask, language: str) -> str:
    if task.is_milestone or task.is_marker:
        return told_day(task.middle, language)
    end = task.end - 1 if task.end % 1 < 1e-6 and task.end - task.start >= 1 else task.end
    first, last = told_day(task.start, language), told_day(end, language)
    return first if first == last else f"{first} – {last}"
