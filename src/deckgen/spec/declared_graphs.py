"""Diagrams that are declared: nodes and edges, or an organisation by who reports to whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.diagrams.model import (
    Cluster,
    Direction,
    Edge,
    EdgeLine,
    Graph,
    GraphForm,
    Head,
    Node,
    NodeOutline,
)
from deckgen.records import replace
from deckgen.spec.diagrams import (
    ABOUT,
    NAMED_DIRECTIONS,
    TONES,
    Diagram,
    bounded,
    leading,
    steps_at,
)
from deckgen.spec.nodes import Mapping, Scalar, Sequence
from deckgen.spec.nodes import Node as Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.source import Span
    from deckgen.spec.bind import Binding

_KEYS: Final = ("nodes", "edges", "direction", "groups", *ABOUT)
_ORG_KEYS: Final = ("org", "direction", *ABOUT)
_PERSON_KEYS: Final = ("name", "role", "tone", "reports")
_NODE_KEYS: Final = ("label", "shape", "tone")
_EDGE_KEYS: Final = ("from", "to", "label")
_ARROW: Final = r"<?(?:-->|-\.->|->|--|\.\.>|=>)"
_ARROWS: Final = (rf"\s+({_ARROW}|-)\s+", rf"\s*({_ARROW})\s*", r"\s*(-)(?=[\s\w])\s*")
"""What stands between names: apart from them if it can be, as they may have hyphens."""
_LINES: Final = {"..>": EdgeLine.DOTTED, "-.->": EdgeLine.DOTTED, "=>": EdgeLine.THICK}
_MOST_TOLD: Final = 12
"""Of how many names all are told where another is written."""
_DEEPEST: Final = 12
"""How many levels an organisation may have."""


def declared(node: Mapping, binding: Binding) -> Diagram | None:
    """Return the diagram that a mapping declares; None for a mistake, which is reported."""
    reader = _Organised(node, binding) if node.get("org") else _Declared(node, binding)
    graph = reader.graph()
    if graph is None or bounded(graph, node.span, binding) is None:
        return None
    shown = leading(graph, binding, node.span, reader.places)
    return Diagram(shown, node.span, steps=tuple(steps_at(iter(reader.places), node.span)))


def check_keys(node: Mapping, known: tuple[str, ...], binding: Binding) -> None:
    """Report the keys of a mapping that are none of those that are known."""
    _Reader(node, binding).check_keys(known)


class _Reader:
    """What both kinds of declared diagrams share."""

    def __init__(self, node: Mapping, binding: Binding) -> None:
        self.node = node
        self.binding = binding
        self.nodes: dict[str, Node] = {}
        self.places: list[Span] = []
        self.failed = False

    def graph(self) -> Graph | None:
        raise NotImplementedError

    def refuse(
        self, node: Written, message: str, word: str = "", known: tuple[str, ...] = ()
    ) -> None:
        from deckgen.spec.synonyms import meant  # few words are not known

        near = meant(word, known) or self.binding.sink.guesses.closest(word, known)
        near = near if word else None
        hints = [f"did you mean `{near}`?"] if near else []
        if word and known and not near and len(known) <= _MOST_TOLD:
            hints = [f"known are {', '.join(f'`{one}`' for one in known)}"]
        self.binding.sink.report(codes.BAD_DIAGRAM, node.span, message, hints=hints)
        self.failed = True

    def not_text(self, node: Written) -> None:
        self.binding.wrong_type(node, "text")
        self.failed = True

    def check_keys(self, known: tuple[str, ...]) -> None:
        for entry in self.node.entries:
            if entry.key.text not in known:
                self.refuse(entry.key, f"unknown key `{entry.key.text}`", entry.key.text, known)

    def among(self, node: Scalar | None, known: tuple[str, ...], what: str) -> str | None:
        if node is None or node.text in known:
            return None if node is None else node.text
        self.refuse(node, f"`{node.text}` is no {what}", node.text, known)
        return None

    def direction(self, usual: Direction) -> Direction:
        entry = self.node.get("direction")
        if entry is None:
            return usual
        if not isinstance(entry.value, Scalar):
            self.not_text(entry.value)
            return usual
        word = self.among(entry.value, tuple(NAMED_DIRECTIONS), "direction")
        return NAMED_DIRECTIONS[word] if word else usual


class _Organised(_Reader):
    """Reads an organisation: who is below whom."""

    def graph(self) -> Graph | None:
        self.check_keys(_ORG_KEYS)
        entry = self.node.get("org")
        assert entry is not None
        edges: list[Edge] = []
        tops = [*self.people(entry.value, "", edges, 1)]
        if len(tops) != 1 and not self.failed:
            self.refuse(entry.value, f"expected one at the top, found {len(tops)}")
        direction = self.direction(Direction.DOWN)
        if self.failed:
            return None
        return Graph(
            tuple(self.nodes.values()), tuple(edges), direction=direction, form=GraphForm.CHART
        )

    def people(self, node: Written, above: str, edges: list[Edge], depth: int) -> Iterator[str]:
        """Yield the ids of those below someone, and take all that are below them."""
        if depth > _DEEPEST:
            self.refuse(node, f"more than {_DEEPEST} levels are not drawn")
        elif isinstance(node, Scalar):
            if not node.is_null:
                yield self.person(node, node.text, above, edges)
        elif isinstance(node, Sequence):
            for item in node.items:
                yield from self.people(item, above, edges, depth)
        elif isinstance(node, Mapping) and node.get("name"):
            yield self.described(node, above, edges, depth)
        else:
            for entry in node.entries:
                id_ = self.person(entry.key, entry.key.text, above, edges)
                yield id_
                for _ in self.people(entry.value, id_, edges, depth + 1):
                    pass

    def described(self, node: Mapping, above: str, edges: list[Edge], depth: int) -> str:
        """Take someone of whom more is said than a name."""
        said: dict[str, Scalar] = {}
        for entry in node.entries:
            if entry.key.text not in _PERSON_KEYS:
                self.refuse(
                    entry.key, f"unknown key `{entry.key.text}`", entry.key.text, _PERSON_KEYS
                )
            elif isinstance(entry.value, Scalar):
                said[entry.key.text] = entry.value
            elif entry.key.text != "reports":
                self.not_text(entry.value)
        name = said["name"].text if "name" in said else ""
        tone = self.among(said.get("tone"), TONES, "tone") or ""
        id_ = self.person(node, name, above, edges)
        role = said["role"].text.strip() if "role" in said else ""
        own = self.nodes[id_]
        label = f"{own.label}\n{role}" if role else own.label
        self.nodes[id_] = replace(own, label=label, tone=tone, leads=bool(role))
        reports = node.get("reports")
        if reports is not None:
            for _ in self.people(reports.value, id_, edges, depth + 1):
                pass
        return id_

    def person(self, node: Written, name: str, above: str, edges: list[Edge]) -> str:
        id_, step = f"n{len(self.nodes)}", len(self.places)
        self.places.append(node.span)
        self.nodes[id_] = Node(id_, name.strip(), step=step)
        if above:
            edges.append(Edge(above, id_, head=Head.NONE, step=step))
        return id_


class _Declared(_Reader):
    """Reads a graph that is declared by its nodes and edges."""

    def graph(self) -> Graph | None:
        self.check_keys(_KEYS)
        declared = self.node.get("nodes")
        if declared is not None:
            self.read_nodes(declared.value)
        edges = tuple(self.edges(declared is None))
        groups = tuple(self.groups())
        direction = self.direction(Direction.RIGHT)
        if not self.nodes and not self.failed:
            self.refuse(self.node, "the diagram has neither nodes nor edges")
        first: dict[str, int] = {}
        for edge in edges:
            first.setdefault(edge.source, edge.step)
            first.setdefault(edge.target, edge.step)
        nodes = tuple(replace(node, step=first.get(node.id, 0)) for node in self.nodes.values())
        return None if self.failed else Graph(nodes, edges, groups, direction)

    def read_nodes(self, node: Written) -> None:
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Scalar):
                    self.nodes[item.text] = Node(item.text, item.text)
                elif isinstance(item, Mapping):
                    self.take(item)
                else:
                    self.refuse(item, "expected the name of a node")
        elif isinstance(node, Mapping):
            for entry in node.entries:
                self.add(self.declared(entry.key.text, entry.value))
        else:
            self.refuse(node, "expected nodes: `name: words` on a line each")

    def take(self, node: Mapping) -> None:
        """Take the nodes of a mapping in a list: one that tells its `id`, or `name: words`."""
        named = node.get("id")
        if named is None:
            self.read_nodes(node)
        elif isinstance(named.value, Scalar):
            rest = tuple(entry for entry in node.entries if entry is not named)
            self.add(self.declared(named.value.text, replace(node, entries=rest)))
        else:
            self.not_text(named.value)

    def add(self, node: Node | None) -> None:
        if node is not None:
            self.nodes[node.id] = node

    def declared(self, name: str, value: Written) -> Node | None:
        if isinstance(value, Scalar):
            return Node(name, name if value.is_null else value.text.strip())
        if not isinstance(value, Mapping):
            self.refuse(value, f"expected the words of `{name}`")
            return None
        said = {}
        for each in value.entries:
            if each.key.text not in _NODE_KEYS:
                self.refuse(each.key, f"unknown key `{each.key.text}`", each.key.text, _NODE_KEYS)
            elif not isinstance(each.value, Scalar):
                self.not_text(each.value)
            else:
                said[each.key.text] = each.value
        outline = self.among(said.get("shape"), tuple(o.value for o in NodeOutline), "shape")
        tone = self.among(said.get("tone"), TONES, "tone")
        label = said["label"].text.strip() if "label" in said else name
        return Node(name, label, NodeOutline(outline) if outline else NodeOutline.BOX, tone or "")

    def edges(self, implied: bool) -> Iterator[Edge]:
        """Yield edges: `a -> b`, or `a -> b: words`, which YAML reads as a mapping."""
        entry = self.node.get("edges")
        if entry is None:
            return
        for item in entry.value.items if isinstance(entry.value, Sequence) else (entry.value,):
            if isinstance(item, Scalar):
                yield from self.edge(item, None, implied)
            elif isinstance(item, Mapping) and item.get("from") and item.get("to"):
                yield from self.told(item, implied)
            elif isinstance(item, Mapping):
                for each in item.entries:
                    yield from self.edge(each.key, each.value, implied)
            else:
                self.refuse(item, "expected an edge: `a -> b`")

    def told(self, node: Mapping, implied: bool) -> Iterator[Edge]:
        """Yield the edge that a mapping tells: `{from: a, to: b, label: words}`."""
        said: dict[str, Scalar] = {}
        for each in node.entries:
            word = each.key.text
            if word not in _EDGE_KEYS:
                self.refuse(each.key, f"unknown key `{word}`", word, _EDGE_KEYS)
            elif isinstance(each.value, Scalar):
                said[word] = each.value
            else:
                self.not_text(each.value)
        if "from" in said and "to" in said:
            label = said["label"].text.strip() if "label" in said else ""
            ends = [said["from"].text, "->", said["to"].text]
            yield from self.between(ends, label, node, implied)

    def edge(self, node: Scalar, words: Written | None, implied: bool) -> Iterator[Edge]:
        """Yield the edges of a text: one, or those of a chain, `a -> b -> c`."""
        text, label = node.text, ""
        if isinstance(words, Scalar):
            label = "" if words.is_null else words.text.strip()
        elif words is not None:
            self.not_text(words)
        elif ": " in text:
            text, _, label = text.partition(": ")
        splits = (re.split(arrow, text.strip()) for arrow in _ARROWS)
        parts = next((one for one in splits if len(one) > 1 and all(one)), [])
        if not parts:
            self.refuse(node, f"`{text}` is no edge: write `a -> b`")
            return
        for at in range(0, len(parts) - 2, 2):
            yield from self.between(parts[at : at + 3], label, node, implied)

    def between(self, parts: list[str], label: str, node: Written, implied: bool) -> Iterator[Edge]:
        """Yield the edge of a source, an arrow and a target, if there are such nodes."""
        source, arrow, target = parts
        known = tuple(self.nodes)
        for name in (source, target):
            if name not in self.nodes and implied:
                self.nodes[name] = Node(name, name)
            elif name not in self.nodes:
                self.refuse(node, f"`{name}` is not among the nodes", name, known)
                return
        kind = arrow.removeprefix("<")
        head = Head.NONE if kind in {"--", "-"} else Head.ARROW
        tail = Head.ARROW if kind != arrow else Head.NONE
        line, step = _LINES.get(kind, EdgeLine.SOLID), len(self.places)
        self.places.append(node.span)
        yield Edge(source, target, label, line, head, tail, step=step)

    def groups(self) -> Iterator[Cluster]:
        entry = self.node.get("groups")
        if entry is None:
            return
        if not isinstance(entry.value, Mapping):
            self.refuse(entry.value, "expected groups: `name: [node, node]` on a line each")
            return
        taken: dict[str, str] = {}
        for each in entry.value.entries:
            name, members = each.key.text, list[str]()
            items = each.value.items if isinstance(each.value, Sequence) else (each.value,)
            for item in items:
                word = item.text if isinstance(item, Scalar) else ""
                if word not in self.nodes:
                    self.refuse(item, f"`{word}` is not among the nodes", word, tuple(self.nodes))
                elif word in taken:
                    self.refuse(item, f"`{word}` is in the group `{taken[word]}` already")
                else:
                    taken[word] = name
                    members.append(word)
            yield Cluster(f"group {name}", name, tuple(members))
