"""What holds blocks within a block: Markdown, a list of bullets and blocks, or keys of blocks."""

from __future__ import annotations

from typing import Annotated, ClassVar

from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.keys import Collects


class Blocks(Struct, frozen=True, kw_only=True):
    """Any blocks: Markdown, a list of bullets and blocks, or a mapping with their keys."""

    SHORTHAND: ClassVar[str] = "body"

    span: Span
    content: Annotated[tuple[BlockRecord, ...], Collects("The content, as a slide has it.")] = ()
