"""Mermaid's entity relationship diagrams -> graphs: entities with their attributes, and relations.

The grammar is that of https://mermaid.js.org/syntax/entityRelationshipDiagram.html. Crow's feet are
told as numbers at the ends of lines, as programs that show the deck have no such heads.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from deckgen.diagrams.model import (
    DIRECTIONS,
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

_ONE, _SOME, _ANY, _MANY = "1", "0..1", "0..*", "1..*"
_ENDS: Final = {
    "||": _ONE,
    "|o": _SOME,
    "o|": _SOME,
    "}o": _ANY,
    "o{": _ANY,
    "}|": _MANY,
    "|{": _MANY,
}
"""How many there are, by the signs at either end of a line."""
_SIGN: Final = "|".join(map(re.escape, _ENDS))
_WORDED: Final = {
    **dict.fromkeys(("zero or one", "one or zero"), _SOME),
    **dict.fromkeys(("one or more", "one or many", "many(1)", "1+"), _MANY),
    **dict.fromkeys(("zero or more", "zero or many", "many(0)", "0+"), _ANY),
    **dict.fromkeys(("only one", "1"), _ONE),
}
"""The same in words."""
_NAME: Final = r'("[^"\n]+"|\w[\w.-]*)'
_CALLED: Final = r'\[[ \t]*(?:"([^"\n]*)"|([^\]\n]*))[ \t]*\]'
_NUMBER: Final = "|".join(re.escape(told) for told in sorted(_WORDED, key=len, reverse=True))
_PATTERNS: Final = {
    "header": r"\s*erDiagram\b",
    "blank": r"(?:[ \t\r\n;]+|%%[^\n]*)*",
    "direction": r"direction[ \t]+(TB|TD|BT|LR|RL)[ \t]*(?=\n|$)",
    "line": r"[^\n]*",
    "entity": rf"{_NAME}[ \t]*(?:{_CALLED})?((?::::[\w,-]+)?)",
    "signs": rf"[ \t]*({_SIGN})(--|\.\.|\.-|-\.)({_SIGN})[ \t]*",
    "worded": rf"[ \t]*({_NUMBER})[ \t]+(optionally[ \t]+)?to[ \t]+({_NUMBER})[ \t]+",
    "label": r"[ \t]*:[ \t]*(\"[^\"\n]*\"|[^\n]*)",
    "opening": r"[ \t]*\{",
    "attribute": r"\*?(\S+)[ \t]+(\*?[^\s{}\"]+)((?:[ \t]*,?[ \t]*\b(?:PK|FK|UK)\b)*)"
    r"(?:[ \t]*\"([^\"\n]*)\")?",
    "closing": r"\}",
    "end": r"[ \t]*(?=[;\n}]|%%|$)",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name], re.IGNORECASE if name == "worded" else 0)


class _Reading(Struct):
    text: str
    position: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, list[str]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    direction: Direction = Direction.DOWN
    steps: list[int] = field(default_factory=list)
    styling: Styling = field(default_factory=Styling)

    def take(self, name: str) -> re.Match[str] | None:
        """Return what stands at the position, and go on behind it."""
        found = _pattern(name).match(self.text, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def refuse(self, hint: str) -> DiagramError:
        """Return the mistake that the line at the position is."""
        rest = _pattern("line").match(self.text, self.position)
        said = rest[0].strip() if rest else ""
        message = f"cannot read `{said[:40]}`" if said else "the diagram ends too early"
        return DiagramError(message, min(self.position, max(0, len(self.text) - 1)), hint)


def entity_diagram(text: str) -> Graph:
    """Return the graph of entities and relations; raises `DiagramError` for what is none."""
    reading = _Reading(text)
    reading.take("header")
    reading.take("blank")
    while reading.position < len(text):
        _statement(reading)
        reading.take("blank")
    nodes = tuple(
        Node(
            name,
            label,
            parts=(tuple(reading.attributes[name]),) if reading.attributes[name] else (),
            step=reading.first[name],
        )
        for name, label in reading.labels.items()
    )
    return Graph(
        reading.styling.nodes(nodes),
        tuple(reading.edges),
        direction=reading.direction,
        steps=tuple(reading.steps),
        unshown=tuple(reading.styling.unshown),
    )


def _statement(reading: _Reading) -> None:
    direction = reading.take("direction")
    if direction is not None:
        reading.direction = DIRECTIONS[direction[1]]
        return
    line = _pattern("line").match(reading.text, reading.position)
    if line is not None and reading.styling.takes(line[0].strip(), reading.position):
        reading.position = line.end()
        return
    reading.steps.append(reading.position)
    source = _entity(reading)
    ends = _ends(reading)
    if ends is not None:
        target = _entity(reading)
        label = reading.take("label")
        said = words(label[1]) if label else ""
        line_kind = EdgeLine.DOTTED if ends[2] else EdgeLine.SOLID
        step = len(reading.steps) - 1
        reading.edges.append(
            Edge(source, target, said, line_kind, Head.NONE, step=step, counts=ends[:2])
        )
    elif reading.take("opening"):
        _attributes(reading, source)
    if reading.take("end") is None:
        raise reading.refuse("write `A ||--o{ B : has`, or `A { string name }`")


def _entity(reading: _Reading) -> str:
    """Return the id of the entity at the position, which may say what it is called."""
    found = reading.take("entity")
    if found is None:
        raise reading.refuse('name an entity: `CUSTOMER`, or `"of several words"`')
    name = found[1].strip('"')
    if name not in reading.labels:
        reading.labels[name] = words(name)
        reading.attributes[name] = []
        reading.first[name] = len(reading.steps) - 1
    called = found[2] or found[3]
    if called:
        reading.labels[name] = words(called)
    for look in filter(None, found[4].removeprefix(":::").split(",")):
        reading.styling.named.append((name, look, found.start(4)))
    return name


def _ends(reading: _Reading) -> tuple[str, str, bool] | None:
    """Return how many there are of both entities, and whether the line between them is dotted."""
    signs = reading.take("signs")
    if signs is not None:
        return _ENDS[signs[1]], _ENDS[signs[3]], "." in signs[2]
    told = reading.take("worded")
    if told is None:
        return None
    return _WORDED[told[1].lower()], _WORDED[told[3].lower()], told[2] is not None


def _attributes(reading: _Reading, name: str) -> None:
    """Read the attributes of an entity up to the bracket that closes them."""
    while True:
        reading.take("blank")
        if reading.take("closing"):
            return
        found = reading.take("attribute")
        if found is None:
            raise reading.refuse("write a type and a name on each line, and `}` below them")
        keys = " ".join(found[3].replace(",", " ").split())
        told = f": {words(found[4])}" if found[4] else ""
        said = " ".join(filter(None, (found[1], found[2], keys)))
        reading.attributes[name].append(f"{said}{told}")
