"""A body -> blocks: Markdown text, YAML lists as bullets, and lists of blocks, freely mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import Marker, Paragraph
from deckgen.guesses import closest
from deckgen.markdown import parse_body, parse_inline
from deckgen.markdown.model import MAX_LEVEL, Prose
from deckgen.records import Struct, field
from deckgen.spec.bind import Binding
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence, shorten
from deckgen.spec.passages import passage_of

if TYPE_CHECKING:
    from deckgen.spec.blocks import BlockRecord

BODY_KEYS: Final = ("body", "text")


def bind_body(node: Node, binding: Binding) -> tuple[BlockRecord, ...]:
    """Return the blocks of a body, in order. What cannot be read is reported and left out."""
    match node:
        case Scalar() if node.is_null:
            return ()
        case Scalar():
            return binding.blocks.from_pieces(parse_body(passage_of(node)), binding)
        case Sequence():
            return _ListBody(binding).read(node)
        case Mapping():
            hint = "start each block with `- `"
            binding.wrong_type(node, "Markdown or a list", (hint,))
            return ()


class _ListBody(Struct):
    """Reads a YAML list of bullets and blocks."""

    binding: Binding
    blocks: list[BlockRecord] = field(default_factory=list)
    bullets: list[Paragraph] = field(default_factory=list)

    def read(self, node: Sequence) -> tuple[BlockRecord, ...]:
        for item in node.items:
            if isinstance(item, Mapping) and not self.is_bullet(item):
                self.flush()
                self.blocks.extend(self.block(item))
            else:
                self.bullet(item, 0)
        self.flush()
        return tuple(self.blocks)

    def is_bullet(self, item: Mapping) -> bool:
        """Tell whether a mapping is a bullet with others below it: any text, and a list.

        A list that holds blocks is none of bullets, but of a block that is not known.
        """
        if len(item.entries) != 1:
            return False
        entry = item.entries[0]
        if self.binding.blocks.takes(entry.key.text):
            return False
        if not isinstance(entry.value, Sequence) or any(map(self.is_block, entry.value.items)):
            return False
        return closest(entry.key.text, self.binding.blocks.names()) is None

    def is_block(self, item: Node) -> bool:
        """Tell whether a node writes blocks."""
        takes = self.binding.blocks.takes
        return isinstance(item, Mapping) and any(takes(entry.key.text) for entry in item.entries)

    def bullet(self, item: Node, level: int) -> None:
        match item:
            case Sequence():
                for child in item.items:
                    self.bullet(child, level + 1 if self.bullets else level)
            case Mapping() if len(item.entries) == 1:
                entry = item.entries[0]
                self.add(entry.key, level)
                children = entry.value
                for child in children.items if isinstance(children, Sequence) else (children,):
                    self.bullet(child, level + 1)
            case Mapping():
                self.binding.wrong_type(item, "text or a list")
            case Scalar():
                self.add(item, level)

    def add(self, scalar: Scalar, level: int) -> None:
        if scalar.is_null:
            self.binding.wrong_type(scalar, "text")
            return
        runs = parse_inline(passage_of(scalar))
        level = min(level, MAX_LEVEL)
        self.bullets.append(Paragraph(runs, scalar.span, level, Marker.BULLET))

    def block(self, item: Mapping) -> tuple[BlockRecord, ...]:
        if len(item.entries) == 1 and self.binding.blocks.takes(item.entries[0].key.text):
            return self.binding.blocks.bind(item.entries[0], self.binding)
        self.report(item.entries)
        return ()

    def report(self, entries: tuple[Entry, ...]) -> None:
        names = self.binding.blocks.names()
        known = [entry for entry in entries if self.binding.blocks.takes(entry.key.text)]
        if known and len(entries) > 1:
            other = next(entry for entry in entries if entry is not known[0])
            message = f"`{other.key.text}` stands beside `{known[0].key.text}`"
            hint = f"indent it to make it part of `{known[0].key.text}`, or start it with `- `"
            self.binding.sink.report(codes.UNKNOWN_KEY, other.span, message, hints=[hint])
            return
        for entry in entries:
            near = self.binding.sink.guesses.closest(entry.key.text, names)
            listed = ", ".join(f"`{name}`" for name in names)
            hint = f"did you mean `{near}`?" if near else f"blocks are {listed}"
            message = f"unknown block `{shorten(entry.key.text)}`"
            self.binding.sink.report(codes.UNKNOWN_KEY, entry.span, message, hints=[hint])

    def flush(self) -> None:
        if not self.bullets:
            return
        bullets = tuple(self.bullets)
        prose = Prose(bullets, bullets[0].span.to(bullets[-1].span))
        self.blocks.extend(self.binding.blocks.from_pieces((prose,), self.binding))
        self.bullets = []
