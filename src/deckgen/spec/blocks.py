"""The set of blocks as binding sees it: which keys write a block, which Markdown becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, cast, runtime_checkable

from deckgen import codes
from deckgen.diagnostics import Sink
from deckgen.limits import BLOCKS_DEEP
from deckgen.markdown.model import Fence
from deckgen.records import Struct, field, replace
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed, bind_record
from deckgen.spec.body import BODY_KEYS, bind_body
from deckgen.spec.fences import node_in
from deckgen.spec.keys import shorthand_of, value_of
from deckgen.spec.nodes import Entry, Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingOf

    from deckgen.markdown.model import Piece
    from deckgen.spec.nodes import Node


class BlockRecord(Protocol):
    """What every block is to binding: a record with a key, and the Markdown that it stands for."""

    KEY: ClassVar[str]
    PIECE: ClassVar[type | None]

    @property
    def span(self) -> Span:
        """Where the block is written."""
        ...

    @classmethod
    def of(cls, piece: Any, binding: Binding) -> Self | Failed:  # noqa: ANN401 - its PIECE
        """Return the block that a piece of Markdown becomes."""
        ...


@runtime_checkable
class Wandering(Protocol):
    """A block that may stand elsewhere than among blocks: at the edge of the slide."""

    def elsewhere(self) -> BlockRecord | None:
        """Return what it is there, None where it stands among blocks."""
        ...


class BlockSet(Struct, frozen=True):
    """Blocks by the key that writes them, and by the piece of Markdown that becomes one."""

    by_key: MappingOf[str, type[BlockRecord]]
    by_piece: MappingOf[type, type[BlockRecord]]
    by_fence: MappingOf[str, type[BlockRecord]] = field(default_factory=dict)
    """Blocks by the language of the fences in whose YAML they may be written."""

    def names(self) -> list[str]:
        """Return the keys that give content."""
        return [*BODY_KEYS, *self.by_key]

    def takes(self, key: str) -> bool:
        """Tell whether a key gives content."""
        return key in BODY_KEYS or key in self.by_key

    def bind(self, entry: Entry, binding: Binding) -> tuple[BlockRecord, ...]:
        """Return the blocks that an entry writes; one for a block, any number for a body."""
        if entry.key.text in BODY_KEYS:
            return bind_body(entry.value, binding)
        inner = self.within(entry.span, binding)
        if inner is None:
            return ()
        value, record = binding.taken_in(entry.value), self.by_key[entry.key.text]
        if value is None:
            return ()
        block = bind_record(_written_out(value, record), record, inner)
        if isinstance(block, Failed):
            return ()
        if _says_nothing(value, record) and not _is_refused(block):
            message = f"the block `{entry.key.text}` is empty"
            hint = "write what it shows, or remove it"
            binding.sink.report(codes.EMPTY_BLOCK, entry.span, message, hints=[hint])
        elsewhere = block.elsewhere() if isinstance(block, Wandering) else None
        return (elsewhere or cast("BlockRecord", block),)

    def from_pieces(self, pieces: tuple[Piece, ...], binding: Binding) -> tuple[BlockRecord, ...]:
        """Return the blocks that pieces of Markdown become."""
        found: list[BlockRecord] = []
        for piece in pieces:
            inner = self.within(piece.span, binding)
            if inner is None:
                return ()
            block = self.made_of(piece, inner)
            if not isinstance(block, Failed):
                found.append(block)
        return tuple(found)

    def made_of(self, piece: Piece, binding: Binding) -> BlockRecord | Failed:
        """Return the block that a piece of Markdown becomes; some stand as YAML in a fence."""
        record = self.by_fence.get(piece.language) if isinstance(piece, Fence) else None
        if record is None or not isinstance(piece, Fence):
            return self.by_piece[type(piece)].of(piece, binding)
        node = node_in(piece, binding)
        return FAILED if node is None else cast("BlockRecord", bind_record(node, record, binding))

    def within(self, span: Span, binding: Binding) -> Binding | None:
        """Return what binds the inside of a block, or report that it is held too deep."""
        if binding.depth <= BLOCKS_DEEP:
            return replace(binding, depth=binding.depth + 1)
        message = f"blocks are held in blocks more than {BLOCKS_DEEP} levels deep"
        hint = "divide it into several slides, or leave out a level"
        binding.sink.report(codes.YAML_TOO_LARGE, span, message, hints=[hint])
        return None


def _written_out(node: Node, record: type) -> Node:
    """Return a node below the key that it is the value of, where a record has but that."""
    key = value_of(record)
    if key is None or (isinstance(node, Scalar) and node.is_null):
        return node
    return Mapping(node.span, (Entry(Scalar(node.span, key), node),))


def _is_refused(block: object) -> bool:
    """Tell whether a block is mistaken as a whole, which is told when it is complete."""
    sink = Sink()
    remark = getattr(block, "remark", None)
    if remark is not None:
        remark(sink)
    return sink.has_errors


def _says_nothing(node: Node, record: type | None = None) -> bool:
    """Tell whether what is written for a block, or for each of its parts, is empty."""
    match node:
        case Scalar():
            return not node.text.strip()
        case Sequence():
            return all(map(_says_nothing, node.items))
        case Mapping() if record is None:
            return all(_says_nothing(entry.value) for entry in node.entries)
        case Mapping():
            name = shorthand_of(record)
            content = node.get(name) if name else None
            return not node.entries or (content is not None and _says_nothing(content.value))
