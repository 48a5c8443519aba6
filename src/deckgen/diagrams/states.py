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
from deckgen.diagrams.words import words
from deckgen.records import Struct, field, replace

_EDGE: Final = r"(\[\*\]|[\w.-]+?)\s*-->\s*(\[\*\]|[\w.-]+)\s*(?::\s*(.*))?"
_NAMED: Final = r'state\s+"([^"]*)"\s+as\s+([\w.-]+)\s*(\{)?'
_KIND: Final = r"state\s+([\w.-]+)\s*<<(\w+)>>"
_WITHIN: Final = r"state\s+([\w.-]+)\s*\{"
_DESCRIBED: Final = r"([\w.-]+)\s*:\s*(.+)"
_NOTE: Final = r"note\s+(?:left|right)\s+of\s+([\w.-]+)\s*(?::\s*(.*))?"
_KINDS: Final = {"fork": NodeOutline.BAR, "join": NodeOutline.BAR, "choice": NodeOutline.DECISION}
_PASSED_OVER: Final = ("classDef ", "class ", "style ", "hide ", "scale ", "accTitle", "accDescr")


class _Reading(Struct):
    nodes: dict[str, Node] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    groups: dict[str, Cluster] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    direction: Direction = Direction.DOWN
    noted: str = ""

    @property
    def around(self) -> str:
        return self.opened[-1] if self.opened else ""

    def state(self, name: str, *, starts: bool = False) -> str:
        """Return the id of a state, known from now on; `[*]` is where all starts or ends."""
        id_ = name
        if name == "[*]":
            id_ = f"{self.around} {'start' if starts else 'end'}".strip()
            outline = NodeOutline.START if starts else NodeOutline.END
            self.nodes.setdefault(id_, Node(id_, "", outline))
        elif name not in self.groups:
            self.nodes.setdefault(id_, Node(id_, name, NodeOutline.ROUNDED))
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
    members: dict[str, list[str]] = {name: [] for name in reading.groups}
    for id_, around in reading.owner.items():
        if around and id_ in reading.nodes:
            members[around].append(id_)
    groups = tuple(
        replace(group, nodes=tuple(members[name])) for name, group in reading.groups.items()
    )
    return Graph(tuple(reading.nodes.values()), tuple(reading.edges), groups, reading.direction)


def _statement(reading: _Reading, statement: Statement) -> None:
    text = statement.text
    if reading.noted:
        _note(reading, text)
    elif text == "}":
        if not reading.opened:
            raise DiagramError("`}` closes nothing", statement.offset)
        reading.opened.pop()
    elif text.startswith("direction "):
        if not reading.opened:
            reading.direction = DIRECTIONS.get(text.split()[-1], Direction.DOWN)
    elif not text.startswith(_PASSED_OVER) and text != "--":
        _declaration(reading, statement)


def _declaration(reading: _Reading, statement: Statement) -> None:
    for pattern, read in _FORMS:
        match = re.fullmatch(pattern, statement.text)
        if match is not None:
            read(reading, match)
            return
    raise DiagramError(f"cannot read `{statement.text[:40]}`", statement.offset)


def _edge(reading: _Reading, match: re.Match[str]) -> None:
    source = reading.state(match[1], starts=True)
    reading.edges.append(Edge(source, reading.state(match[2]), words(match[3] or "")))


def _begin_note(reading: _Reading, match: re.Match[str]) -> None:
    reading.noted = match[1]
    if match[2] is not None:
        _note(reading, match[2])
        reading.noted = ""


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


_FORMS: Final[tuple[tuple[str, Callable[[_Reading, re.Match[str]], object]], ...]] = (
    (_EDGE, _edge),
    (_NOTE, _begin_note),
    (_NAMED, _named),
    (_KIND, _kind),
    (_WITHIN, lambda reading, match: reading.enter(match[1], match[1])),
    (_DESCRIBED, _described),
    (r"(?:state\s+)?([\w.-]+)", lambda reading, match: reading.state(match[1])),
)


def _note(reading: _Reading, text: str) -> None:
    """Add a line to a note, which stands beside its state, joined to it without an arrow."""
    if text == "end note":
        reading.noted = ""
        return
    id_ = f"note {reading.noted}"
    known = reading.nodes.get(id_)
    label = words(text) if known is None else f"{known.label}\n{words(text)}"
    reading.nodes[id_] = Node(id_, label, NodeOutline.BOX, tone="muted")
    if known is None:
        reading.owner.setdefault(id_, reading.around)
        source = reading.state(reading.noted)
        reading.edges.append(Edge(source, id_, line=EdgeLine.DOTTED, head=Head.NONE))
