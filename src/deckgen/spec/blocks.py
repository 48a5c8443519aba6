"""The set of blocks as binding sees it: which keys write a block, which Markdown becomes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, cast

from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import Binding, Failed, bind_record
from deckgen.spec.body import BODY_KEYS, bind_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.markdown.model import Piece
    from deckgen.spec.nodes import Entry


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


class BlockSet(Struct, frozen=True):
    """Blocks by the key that writes them, and by the piece of Markdown that becomes one."""

    by_key: Mapping[str, type[BlockRecord]]
    by_piece: Mapping[type, type[BlockRecord]]

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
        block = bind_record(entry.value, self.by_key[entry.key.text], binding)
        return () if isinstance(block, Failed) else (cast("BlockRecord", block),)

    def from_pieces(self, pieces: tuple[Piece, ...], binding: Binding) -> tuple[BlockRecord, ...]:
        """Return the blocks that pieces of Markdown become."""
        made = (self.by_piece[type(piece)].of(piece, binding) for piece in pieces)
        return tuple(block for block in made if not isinstance(block, Failed))
