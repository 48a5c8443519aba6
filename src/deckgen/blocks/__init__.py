"""The blocks that a body may hold: an open set, one file each.

A new block is one new file and one line in `BLOCKS`. A file is loaded where a deck has its block: a
text deck would else spend a twentieth of a small build on the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from deckgen.markdown import model as markdown
from deckgen.spec.backgrounds import Background
from deckgen.spec.blocks import BlockRecord, BlockSet
from deckgen.spec.builds import WrittenPause
from deckgen.spec.footnotes import FootnoteDefinition
from deckgen.spec.spoken import SpokenWords

if TYPE_CHECKING:
    from deckgen.layout.flow.galley import Block

Written = TypeVar("Written", bound=Hashable)


class ListedBlock(NamedTuple):
    """A block in the registry: its file and class, and its `KEY`, `PIECE` and `FENCE`."""

    module: str
    name: str
    key: str = ""
    piece: type | None = None
    fence: str = ""

    def load(self) -> type[Block]:
        """Return the block."""
        found: type[Block] = getattr(import_module(f"{__name__}.{self.module}"), self.name)
        return found


BLOCKS: Final = (
    ListedBlock("text", "Text", piece=markdown.Prose),
    ListedBlock("image", "Image", "image", markdown.Figure),
    ListedBlock("images", "Images", "images"),
    ListedBlock("table", "Table", "table", markdown.PipeTable),
    ListedBlock("chart", "Chart", "chart", fence="chart"),
    ListedBlock("code", "Code", "code", markdown.Fence),
    ListedBlock("diagram", "DiagramBlock", "diagram", markdown.DrawnFence),
    ListedBlock("equation", "Equation", "equation", markdown.DisplayFormula),
    ListedBlock("quote", "Quote", "quote", markdown.Quotation),
    ListedBlock("columns", "Columns", "columns", markdown.DivColumns),
    ListedBlock("cards", "Cards", "cards"),
    ListedBlock("callout", "Callout", "callout", markdown.Admonition),
    ListedBlock("terms", "Terms", "terms", markdown.DefinitionList),
    ListedBlock("figures", "Figures", "figures"),
    ListedBlock("steps", "Steps", "steps"),
    ListedBlock("timeline", "Timeline", "timeline"),
    ListedBlock("matrix", "MatrixMap", "matrix"),
    ListedBlock("qr", "QrCode", "qr"),
    ListedBlock("video", "Video", "video"),
    ListedBlock("video", "Audio", "audio"),
    ListedBlock("rule", "Rule", piece=markdown.ThematicBreak),
)


@cache
def block_types() -> tuple[type[Block], ...]:
    """Return all blocks of the registry."""
    return tuple(listed.load() for listed in BLOCKS)


def block_set(others: tuple[type[Block], ...] = ()) -> BlockSet:
    """Return the registry, and other blocks, by the keys that write them and by their Markdown.

    Footnotes, backgrounds, notes and pauses are among the latter, though they are no content:
    resolving takes them to their places.
    """
    elsewhere = (FootnoteDefinition, Background, SpokenWords, WrittenPause)
    written: tuple[type[BlockRecord], ...] = (*others, *elsewhere)
    return BlockSet(
        by_key=_Loading(
            ((listed.key, listed) for listed in BLOCKS if listed.key),
            {block.KEY: block for block in others if block.KEY},
        ),
        by_piece=_Loading(
            ((listed.piece, listed) for listed in BLOCKS if listed.piece is not None),
            {block.PIECE: block for block in written if block.PIECE is not None},
        ),
        by_fence=_Loading(
            ((listed.fence, listed) for listed in BLOCKS if listed.fence),
            {block.FENCE: block for block in others if block.FENCE},
        ),
    )


class _Loading(Mapping[Written, type[BlockRecord]]):
    """Blocks by what writes them; those of the registry are loaded when they are looked up."""

    def __init__(
        self,
        listed: Iterable[tuple[Written, ListedBlock]],
        loaded: dict[Written, type[BlockRecord]],
    ) -> None:
        self._listed: Final = dict(listed)
        self._loaded: Final = loaded

    def __getitem__(self, written: Written) -> type[BlockRecord]:
        found = self._loaded.get(written)
        if found is None:
            found = self._loaded[written] = self._listed[written].load()
        return found

    def __contains__(self, written: object) -> bool:
        return written in self._listed or written in self._loaded

    def __iter__(self) -> Iterator[Written]:
        return iter({**self._listed, **self._loaded})

    def __len__(self) -> int:
        return len({**self._listed, **self._loaded})
