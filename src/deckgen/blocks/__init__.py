"""The blocks that a body may hold: an open set, one file each.

A new block is one new file and one line in `BLOCKS`.
"""

from deckgen.blocks.callout import Callout
from deckgen.blocks.cards import Cards
from deckgen.blocks.chart import Chart
from deckgen.blocks.code import Code
from deckgen.blocks.columns import Columns
from deckgen.blocks.diagram import DiagramBlock
from deckgen.blocks.equation import Equation
from deckgen.blocks.figures import Figures
from deckgen.blocks.image import Image
from deckgen.blocks.images import Images
from deckgen.blocks.matrix import MatrixMap
from deckgen.blocks.qr import QrCode
from deckgen.blocks.quote import Quote
from deckgen.blocks.rule import Rule
from deckgen.blocks.steps import Steps
from deckgen.blocks.table import Table
from deckgen.blocks.terms import Terms
from deckgen.blocks.text import Text
from deckgen.blocks.timeline import Timeline
from deckgen.blocks.video import Audio, Video
from deckgen.layout.flow.galley import Block
from deckgen.spec.backgrounds import Background
from deckgen.spec.blocks import BlockRecord, BlockSet
from deckgen.spec.builds import WrittenPause
from deckgen.spec.footnotes import FootnoteDefinition

BLOCKS: tuple[type[Block], ...] = (
    *(Text, Image, Images, Table, Chart, Code, DiagramBlock, Equation, Quote),
    *(Columns, Cards, Callout, Terms, Figures, Steps, Timeline, MatrixMap),
    *(QrCode, Video, Audio, Rule),
)


def block_set(blocks: tuple[type[Block], ...] = BLOCKS) -> BlockSet:
    """Return blocks by the keys that write them and the Markdown that becomes one.

    Footnotes, backgrounds and pauses are among the latter, though they are no content: resolving
    takes them to their places.
    """
    written: tuple[type[BlockRecord], ...] = (*blocks, FootnoteDefinition, Background, WrittenPause)
    return BlockSet(
        by_key={block.KEY: block for block in blocks if block.KEY},
        by_piece={block.PIECE: block for block in written if block.PIECE is not None},
        by_fence={block.FENCE: block for block in blocks if block.FENCE},
    )
