"""Mermaid's class diagrams -> graphs: classes with their members, and how they are related.

The grammar is that of https://mermaid.js.org/syntax/classDiagram.html.
"""

from __future__ import annotations

import re
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
)
from deckgen.diagrams.styling import Styling
from deckgen.diagrams.words import words
from deckgen.records import Struct, field

_NAME: Final = r"`[^`]+`|[\w.]+(?:~[^~\n]+~)?"
_RELATION: Final = (
    rf'({_NAME})\s*(?:"([^"]*)"\s*)?(<\|)?(?:(\*|o|<|\(\))(?=[-.]))?(--|\.\.)(\|>|\*|o|>|\(\))?'
    rf'\s*(?:"([^"]*)"\s*)?({_NAME})\s*(?::\s*(.*))?'
)
_CLASS: Final = (
    rf'class\s+({_NAME})(?:\["([^"]*)"\])?(?:\s*<<(\w+)>>)?(?::::([\w-]+))?\s*(\{{)?\s*(\}})?'
)
_MEMBER: Final = rf"({_NAME})\s*:\s*(.+)"
_ANNOTATION: Final = rf"<<(\w+)>>\s*({_NAME})"
_NAMESPACE: Final = r"namespace\s+([\w.]+)\s*\{"
_NOTE: Final = rf'note\s+(?:for\s+({_NAME})\s+)?"([^"]*)"'
_ENDS: Final = {
    "<|": Head.TRIANGLE,
    "|>": Head.TRIANGLE,
    "*": Head.DIAMOND,
    "o": Head.OPEN_DIAMOND,
    "()": Head.CIRCLE,
    "<": Head.ARROW,
    ">": Head.ARROW,
    None: Head.NONE,
}


class _Reading(Struct):
    labels: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    notes: list[Node] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)
    direction: Direction = Direction.DOWN
    inside: str = ""
    within: str = ""
    said: dict[str, list[str]] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    styling: Styling = field(default_factory=Styling)

    @property
    def step(self) -> int:
        """The number of the statement that is read."""
        return max(0, len(self.steps) - 1)

    def known(self, name: str) -> str:
        name = name.strip("`")
        id_ = name.partition("~")[0]
        if id_ not in self.labels:
            self.labels[id_] = _generic(name)
            self.members[id_] = []
            self.first[id_] = self.step
            if self.within:
                self.groups[self.within].append(id_)
        return id_


def class_diagram(text: str) -> Graph:
    """Return the graph of a class diagram; raises `DiagramError` for what is none."""
    reading = _Reading()
    last = 0
    for statement in statements(text):
        last = statement.offset
        _statement(reading, statement)
    if reading.inside or reading.within:
        name = reading.inside or reading.within
        raise DiagramError(f"`{name}` has no `}}`", last)
    nodes = tuple(_node(reading, id_) for id_ in reading.labels)
    groups = tuple(Cluster(name, name, tuple(ids)) for name, ids in reading.groups.items())
    return Graph(
        reading.styling.nodes((*nodes, *reading.notes)),
        tuple(reading.edges),
        groups,
        reading.direction,
        steps=tuple(reading.steps),
        unshown=tuple(reading.styling.unshown),
    )


def _node(reading: _Reading, id_: str) -> Node:
    members = reading.members[id_]
    attributes = tuple(_generic(each) for each in members if "(" not in each)
    methods = tuple(_generic(each) for each in members if "(" in each)
    parts = (attributes, methods) if members else ()
    kind = reading.kinds.get(id_)
    label = f"«{kind}»\n{reading.labels[id_]}" if kind else reading.labels[id_]
    notes = tuple(reading.said.get(id_, ()))
    return Node(id_, label, parts=parts, step=reading.first[id_], notes=notes)


def _generic(text: str) -> str:
    return re.sub(r"~([^~]*)~", r"<\1>", text).strip()


def _statement(reading: _Reading, statement: Statement) -> None:
    text = statement.text
    if text == "}":
        if not reading.inside and not reading.within:
            raise DiagramError("`}` closes nothing", statement.offset)
        if reading.inside:
            reading.inside = ""
        else:
            reading.within = ""
    elif reading.inside:
        _member(reading, reading.inside, text)
    elif text.startswith("direction "):
        reading.direction = DIRECTIONS.get(text.split()[-1], Direction.DOWN)
    elif not _is_styled(reading, statement):
        reading.steps.append(statement.offset)
        _declaration(reading, statement)


def _is_styled(reading: _Reading, statement: Statement) -> bool:
    """Read what tells how classes look; `class A` alone and `class A:::name` tell of a class."""
    text = statement.text
    if re.fullmatch(_CLASS, text) is not None:
        return False
    return reading.styling.takes(text, statement.offset)


def _declaration(reading: _Reading, statement: Statement) -> None:  # noqa: C901
    text = statement.text
    if match := re.fullmatch(_NAMESPACE, text):
        reading.within = match[1]
        reading.groups.setdefault(match[1], [])
    elif match := re.fullmatch(_CLASS, text):
        id_ = reading.known(match[1])
        if match[2]:
            reading.labels[id_] = words(match[2])
        if match[3]:
            reading.kinds[id_] = match[3]
        if match[4]:
            reading.styling.named.append((id_, match[4], statement.offset))
        reading.inside = id_ if match[5] and not match[6] else ""
    elif match := re.fullmatch(_ANNOTATION, text):
        reading.kinds[reading.known(match[2])] = match[1]
    elif match := re.fullmatch(_NOTE, text):
        if match[1]:
            reading.said.setdefault(reading.known(match[1]), []).append(words(match[2]))
        else:
            id_ = f"note {len(reading.notes) + 1}"
            note = Node(id_, words(match[2]), tone="muted", step=reading.step)
            reading.notes.append(note)
    elif match := re.fullmatch(_RELATION, text):
        _relation(reading, match)
    elif match := re.fullmatch(_MEMBER, text):
        _member(reading, reading.known(match[1]), match[2])
    else:
        raise DiagramError(f"cannot read `{text[:40]}`", statement.offset)


def _relation(reading: _Reading, match: re.Match[str]) -> None:
    """Add a relation: its ends, how many there are of each, and its words."""
    source, target = reading.known(match[1]), reading.known(match[8])
    label = words(match[9] or "")
    reading.edges.append(
        Edge(
            source,
            target,
            label,
            EdgeLine.DOTTED if match[5] == ".." else EdgeLine.SOLID,
            _ENDS[match[6]],
            _ENDS[match[3] or match[4]],
            step=reading.step,
            counts=(words(match[2] or ""), words(match[7] or "")),
        )
    )


def _member(reading: _Reading, id_: str, text: str) -> None:
    if annotation := re.fullmatch(r"<<(\w+)>>", text):
        reading.kinds[id_] = annotation[1]
    else:
        reading.members[id_].append(text)
