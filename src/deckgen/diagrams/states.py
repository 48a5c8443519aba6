"""Mermaid's state diagrams -> graphs: states, what leads from one to another, states in states.

The grammar is that of https://mermaid.js.org/syntax/stateDiagram.html.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from deckgen.diagrams.lines import Statement, statements
from deckgen.diagrams.model import (
    DIRECTIONS,
    Cluster,
    DiagramError,
    Direction,
    Edge,
    EdgeLine,
    Graph,
    Head,
    Node,
    NodeOutline,
)
from deckgen.diagrams.styling import Styling
from deckgen.diagrams.words import words
from deckgen.records import Struct, field, replace

_STATE: Final = r"(\[\*\]|[\w.-]+?)(?::::([\w-]+))?"
_EDGE: Final = rf"{_STATE}\s*-->\s*{_STATE}\s*(?::\s*(.*))?"
_NAMED: Final = r'state\s+"([^"]*)"\s+as\s+([\w.-]+)\s*(\{)?'
_KIND: Final = r"state\s+([\w.-]+)\s*<<(\w+)>>"
_WITHIN: Final = r"state\s+([\w.-]+)\s*\{"
_DESCRIBED: Final = r"([\w.-]+)\s*:\s*(.+)"
_NOTE: Final = r"note\s+(?:left|right)\s+of\s+([\w.-]+)\s*(?::\s*(.*))?"
_KINDS: Final = {"fork": NodeOutline.BAR, "join": NodeOutline.BAR, "choice": NodeOutline.DECISION}
_PASSED_OVER: Final = ("hide ", "scale ")


class _Reading(Struct):
    nodes: dict[str, Node] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    groups: dict[str, Cluster] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    direction: Direction = Direction.DOWN
    noted: str = ""
    note: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)
    styling: Styling = field(default_factory=Styling)
    regions: set[str] = field(default_factory=set)
    directions: dict[str, Direction] = field(default_factory=dict)

    @property
    def around(self) -> str:
        return self.opened[-1] if self.opened else ""

    @property
    def step(self) -> int:
        """The number of the statement that is read."""
        return max(0, len(self.steps) - 1)

    def state(self, name: str, *, starts: bool = False) -> str:
        """Return the id of a state, known from now on; `[*]` is where all starts or ends."""
        id_ = name
        if name == "[*]":
            id_ = f"{self.around} {'start' if starts else 'end'}".strip()
            outline = NodeOutline.START if starts else NodeOutline.END
            self.nodes.setdefault(id_, Node(id_, "", outline, step=self.step))
        elif name not in self.groups:
            self.nodes.setdefault(id_, Node(id_, name, NodeOutline.ROUNDED, step=self.step))
        self.owner.setdefault(id_, self.around)
        return id_

    def enter(self, name: str, label: str) -> None:
        self.nodes.pop(name, None)
        self.groups[name] = Cluster(name, label, (), self.around)
        self.opened.append(name)


def state_diagram(text: str) -> Graph:
    """Return the graph of a state diagram; raises `DiagramError` for what is none."""
    reading = _Reading()
    last = 0
    for statement in statements(text):
        last = statement.offset
        _statement(reading, statement)
    if reading.opened:
        raise DiagramError(f"the state `{reading.around}` has no `}}`", last)
    _note_groups(reading)
    members: dict[str, list[str]] = {name: [] for name in reading.groups}
    for id_, around in reading.owner.items():
        if around and id_ in reading.nodes:
            members[around].append(id_)
    groups = tuple(
        replace(group, nodes=tuple(members[name]), direction=reading.directions.get(name))
        for name, group in reading.groups.items()
    )
    nodes = tuple(
        replace(node, notes=tuple(reading.notes.get(node.id, ())))
        for node in reading.nodes.values()
    )
    return Graph(
        reading.styling.nodes(nodes),
        tuple(reading.edges),
        groups,
        reading.direction,
        steps=tuple(reading.steps),
        unshown=tuple(reading.styling.unshown),
    )


def _statement(reading: _Reading, statement: Statement) -> None:
    text = statement.text
    if reading.noted:
        _note(reading, text)
    elif text == "}":
        if not reading.opened:
            raise DiagramError("`}` closes nothing", statement.offset)
        while reading.opened.pop() in reading.regions:
            pass
    elif text.startswith("direction "):
        direction = DIRECTIONS.get(text.split()[-1], Direction.DOWN)
        if reading.opened:
            reading.directions[reading.around] = direction
        else:
            reading.direction = direction
    elif text == "--":
        _divide(reading)
    elif not text.startswith(_PASSED_OVER) and not reading.styling.takes(text, statement.offset):
        reading.steps.append(statement.offset)
        _declaration(reading, statement)


def _declaration(reading: _Reading, statement: Statement) -> None:
    for pattern, read in _FORMS:
        match = re.fullmatch(pattern, statement.text)
        if match is not None:
            read(reading, match)
            return
    raise DiagramError(f"cannot read `{statement.text[:40]}`", statement.offset)


def _divide(reading: _Reading) -> None:
    """Begin a further region of a state, in which other things happen at the same time.

    What stood in the state so far is the first.
    """
    if reading.around in reading.regions:
        reading.opened.pop()
    around = reading.around
    if not around:
        return
    if not any(
        group.within == around and group.id in reading.regions for group in _groups(reading)
    ):
        first = f"{around} region 1"
        reading.groups[first] = Cluster(first, "", (), around)
        reading.regions.add(first)
        reading.owner |= {id_: first for id_, of in reading.owner.items() if of == around}
        for group in _groups(reading):
            if group.within == around and group.id != first:
                reading.groups[group.id] = replace(group, within=first)
    name = f"{around} region {sum(group.within == around for group in _groups(reading)) + 1}"
    reading.groups[name] = Cluster(name, "", (), around)
    reading.regions.add(name)
    reading.opened.append(name)


def _groups(reading: _Reading) -> tuple[Cluster, ...]:
    return tuple(reading.groups.values())


def _edge(reading: _Reading, match: re.Match[str]) -> None:
    source, target = reading.state(match[1], starts=True), reading.state(match[3])
    for id_, named in ((source, match[2]), (target, match[4])):
        if named:
            reading.styling.named.append((id_, named, reading.steps[-1]))
    reading.edges.append(Edge(source, target, words(match[5] or ""), step=reading.step))


def _note_groups(reading: _Reading) -> None:
    """Add the notes of states that hold others: boxes of their own, tied to that of the state."""
    for name, notes in reading.notes.items():
        for number, note in enumerate(notes if name in reading.groups else (), 1):
            id_ = f"{name} note {number}"
            reading.nodes[id_] = Node(id_, note, tone="muted", step=reading.step)
            reading.owner[id_] = reading.groups[name].within
            tie = Edge(name, id_, line=EdgeLine.DOTTED, head=Head.NONE, step=reading.step)
            reading.edges.append(tie)


def _begin_note(reading: _Reading, match: re.Match[str]) -> None:
    name = reading.state(match[1])
    if match[2] is not None:
        reading.notes.setdefault(name, []).append(words(match[2]))
    else:
        reading.noted = name


def _named(reading: _Reading, match: re.Match[str]) -> None:
    if match[3]:
        reading.enter(match[2], words(match[1]))
    else:
        reading.state(match[2])
        reading.nodes[match[2]] = Node(match[2], words(match[1]), NodeOutline.ROUNDED)


def _kind(reading: _Reading, match: re.Match[str]) -> None:
    reading.state(match[1])
    reading.nodes[match[1]] = Node(match[1], "", _KINDS.get(match[2], NodeOutline.ROUNDED))


def _described(reading: _Reading, match: re.Match[str]) -> None:
    reading.state(match[1])
    node = reading.nodes.get(match[1])
    if node is not None:
        said = words(match[2]) if node.label == node.id else f"{node.label}\n{words(match[2])}"
        reading.nodes[match[1]] = replace(node, label=said)


def _alone(reading: _Reading, match: re.Match[str]) -> None:
    id_ = reading.state(match[1])
    if match[2]:
        reading.styling.named.append((id_, match[2], reading.steps[-1]))


_FORMS: Final[tuple[tuple[str, Callable[[_Reading, re.Match[str]], object]], ...]] = (
    (_EDGE, _edge),
    (_NOTE, _begin_note),
    (_NAMED, _named),
    (_KIND, _kind),
    (_WITHIN, lambda reading, match: reading.enter(match[1], match[1])),
    (_DESCRIBED, _described),
    (r"(?:state\s+)?([\w.-]+?)(?::::([\w-]+))?", _alone),
)


def _note(reading: _Reading, text: str) -> None:
    """Add a line to a note, which stands beside its state."""
    if text != "end note":
        reading.note.append(words(text))
        return
    reading.notes.setdefault(reading.noted, []).append("\n".join(reading.note))
    reading.noted = ""
    reading.note.clear()
