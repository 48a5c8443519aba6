"""The kind of value that is a diagram: text in Mermaid, or a mapping of nodes and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from deckgen import codes
from deckgen.codes.formulas import DIAGRAM_LEFT_OUT
from deckgen.diagrams.model import DIRECTIONS, DiagramError, Direction, Graph
from deckgen.limits import EDGES, NODES
from deckgen.records import Struct, replace
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Failed, bind
from deckgen.spec.keys import described
from deckgen.spec.nodes import Mapping, Scalar
from deckgen.spec.nodes import Node as Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Sized

    from deckgen.diagrams.interaction import SequenceDiagram
    from deckgen.diagrams.schedule import Schedule
    from deckgen.diagrams.shares import Shares
    from deckgen.passage import Passage
    from deckgen.spec.bind import Binding

    ShownDiagram = Graph | SequenceDiagram | Schedule | Shares

TONES: Final = ("good", "bad", "warn", "important", "muted", "neutral")
NAMED_DIRECTIONS: Final = {direction.value: direction for direction in Direction} | DIRECTIONS
MERMAID: Final = "mermaid"
ABOUT: Final[dict[str, type]] = {"title": str, "alt": str, "build": bool}
"""What any mapping may say of the diagram in it."""
_ADDRESSES: Final = ("https://", "http://", "mailto:")


class DiagramStep(Struct, frozen=True):
    """What appears at once in a build: what one statement of a diagram tells first."""

    span: Span


class Diagram(Struct, frozen=True):
    """What is drawn, and where it is written; `steps` are the places of its statements."""

    content: ShownDiagram
    span: Span
    title: str = ""
    alt: str = ""
    build: bool = False
    steps: tuple[DiagramStep, ...] = ()

    @classmethod
    def bind(cls, node: Written, binding: Binding) -> Self | Failed:
        """Return what Mermaid's text or a mapping says, or report what is wrong."""
        from deckgen.labels import plain_label
        from deckgen.spec.declared_graphs import check_keys, declared  # most are in Mermaid

        said: dict[str, Any] = {}
        if isinstance(node, Mapping):
            said = _said_of(node, binding)
            written = node.get(MERMAID)
            if written is not None:
                check_keys(node, (MERMAID, *ABOUT), binding)
                node = written.value
        if isinstance(node, Scalar) and not node.is_null:
            found = mermaid(node.passage, node.span, binding)
        elif isinstance(node, Mapping):
            found = declared(node, binding)
        else:
            hint = "write Mermaid, `flowchart LR` and so on, or `nodes:` and `edges:`"
            return binding.wrong_type(node, "a diagram", [hint])
        if found is None:
            return FAILED
        return cls(
            found.content,
            node.span,
            plain_label(said.get("title", "").strip()) or found.title,
            said.get("alt", "").strip() or found.alt,
            said.get("build", False),
            found.steps,
        )

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        from deckgen.spec.graph_schemas import declared_schema

        text = {"type": ["string", "number"]}
        about = {
            "title": described("What the diagram says: a line above it.", text),
            "alt": described("What the diagram shows, for those who do not see it.", text),
            "build": described("Whether it appears step by step.", {"type": "boolean"}),
        }
        written = described("The diagram in Mermaid.", {"type": "string"})
        drawn = {
            "type": "object",
            "properties": {MERMAID: written, **about},
            "required": [MERMAID],
            "additionalProperties": False,
        }
        return {"anyOf": [{"type": "string"}, *declared_schema(about), drawn]}


def _said_of(node: Mapping, binding: Binding) -> dict[str, Any]:
    """Return what a mapping says of the diagram in it; what is wrong of that is reported."""
    found = {
        entry.key.text: bind(entry.value, ABOUT[entry.key.text], binding)
        for entry in node.entries
        if entry.key.text in ABOUT
    }
    return {key: value for key, value in found.items() if not isinstance(value, Failed)}


def mermaid(passage: Passage, span: Span, binding: Binding) -> Diagram | None:
    """Return what a text in Mermaid draws; None for a mistake, which is reported at its place."""
    from deckgen.diagrams.mermaid import read  # few decks need it
    from deckgen.labels import plain_label

    def place(offset: int) -> Span:
        return _place(passage, span, offset)

    try:
        written = read(passage.text)
    except DiagramError as error:
        hints = [error.hint] if error.hint else []
        binding.sink.report(codes.BAD_DIAGRAM, place(error.offset), error.message, hints=hints)
        return None
    content = bounded(written.content, span, binding)
    if content is None:
        return None
    steps = [place(offset) for offset in content.steps]
    content = leading(content, binding, span, steps)
    for each in content.unshown:
        binding.sink.report(DIAGRAM_LEFT_OUT, place(each.offset), each.message)
    shown = tuple(steps_at(iter(steps), span))
    return Diagram(content, span, plain_label(written.title), written.alt, steps=shown)


def steps_at(places: Iterator[Span], span: Span) -> Iterator[DiagramStep]:
    """Yield steps, each at a place of its own within a span."""
    taken = {span}
    for place in places:
        own, start = place, span.start
        while own in taken:
            start += 1
            own = Span(span.source, start, start + 1)
        taken.add(own)
        yield DiagramStep(own)


def _place(passage: Passage, span: Span, offset: int) -> Span:
    """Return where the character at an offset of a text is written."""
    offset = min(offset, max(0, len(passage.text) - 1))
    line = passage.text.count("\n", 0, offset)
    if line >= len(passage.starts):
        return span
    start = passage.starts[line] + offset - (passage.text.rfind("\n", 0, offset) + 1)
    start = min(max(start, span.start), max(span.start, span.stop - 1))
    return span.source.span(start, start + 1)


def leading(
    content: ShownDiagram, binding: Binding, span: Span, steps: Sequence[Span]
) -> ShownDiagram:
    """Return a diagram of plain labels whose links lead to web addresses; the rest is told.

    `steps` are the places of its statements.
    """
    from deckgen.diagrams.interaction import SequenceDiagram
    from deckgen.diagrams.schedule import Schedule
    from deckgen.spec.complaints import report_lost
    from deckgen.spec.plain_labels import with_plain_labels

    def lost(address: str, step: int | None) -> None:
        at = span.first_line if step is None or step >= len(steps) else steps[step]
        report_lost(address, "only nodes, participants and tasks lead anywhere", at, binding.sink)

    content = with_plain_labels(content, lost)

    def leads(link: str) -> str:
        if not link or link.lower().startswith(_ADDRESSES):
            return link
        message = f"`{link[:60]}` is no web address, and leads nowhere"
        binding.sink.report(DIAGRAM_LEFT_OUT, span.first_line, message)
        return ""

    match content:
        case Graph() if any(node.link for node in content.nodes):
            nodes = tuple(replace(node, link=leads(node.link)) for node in content.nodes)
            return replace(content, nodes=nodes)
        case SequenceDiagram() if any(each.link for each in content.participants):
            people = tuple(replace(each, link=leads(each.link)) for each in content.participants)
            return replace(content, participants=people)
        case Schedule() if any(task.link for task in content.tasks):
            tasks = tuple(replace(task, link=leads(task.link)) for task in content.tasks)
            return replace(content, tasks=tasks)
        case _:
            return content


def bounded(content: ShownDiagram, span: Span, binding: Binding) -> ShownDiagram | None:
    """Return a diagram that is not too large to be drawn; one that is is reported."""
    from deckgen.diagrams.interaction import SequenceDiagram
    from deckgen.diagrams.schedule import Schedule
    from deckgen.diagrams.shares import Shares

    counts: dict[str, tuple[Sized, int]]
    match content:
        case Graph():
            counts = {
                "nodes": (content.nodes, NODES),
                "edges": (content.edges, EDGES),
                "groups": (content.groups, NODES),
            }
        case SequenceDiagram():
            counts = {
                "participants": (content.participants, NODES),
                "messages, notes and frames": (content.happenings, EDGES),
            }
        case Schedule():
            counts = {"tasks": (content.tasks, NODES), "sections": (content.sections, NODES)}
        case Shares():
            counts = {"shares": (content.shares, NODES)}
    for what, (things, most) in counts.items():
        if len(things) > most:
            message = f"the diagram has {len(things):,} {what}, and at most {most} are drawn"
            hints = ["part it in several, or show what belongs together as one"]
            binding.sink.report(codes.BAD_DIAGRAM, span, message, hints=hints)
            return None
    return content
