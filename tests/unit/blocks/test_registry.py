"""The registry says of each block what the block says of itself, and loads none before its time."""

import subprocess
import sys

import pytest

from deckgen.blocks import BLOCKS, block_set, block_types
from deckgen.layout.flow.galley import Block
from deckgen.spec.builds import WrittenPause
from tests.support.building import ROOT


@pytest.mark.parametrize("listed", BLOCKS, ids=lambda listed: listed.name)
def test_a_block_is_listed_with_what_writes_it(listed):
    block = listed.load()
    assert (listed.key, listed.piece, listed.fence) == (block.KEY, block.PIECE, block.FENCE)


def test_every_file_with_a_block_is_listed():
    folder = ROOT / "src" / "deckgen" / "blocks"
    files = {file.stem for file in folder.glob("*.py")} - {"__init__", "kit"}
    assert files == {listed.module for listed in BLOCKS}


def test_blocks_are_found_by_what_writes_them():
    blocks = block_set()
    assert [blocks.by_key[listed.key] for listed in BLOCKS if listed.key] == [
        block for block in block_types() if block.KEY
    ]
    assert {*blocks.by_piece.values()} > {block for block in block_types() if block.PIECE}
    assert WrittenPause in blocks.by_piece.values()
    assert "no-block" not in blocks.by_key
    assert blocks.by_fence.get("no-fence") is None


def test_other_blocks_stand_behind_those_of_the_registry():
    class Other(Block, frozen=True, kw_only=True):
        KEY = "other"

    blocks = block_set((Other,))
    assert [*blocks.by_key][-1] == "other"
    assert blocks.by_key["other"] is Other
    assert len(blocks.by_key) == len(block_set().by_key) + 1


def test_a_deck_of_text_loads_no_other_block(tmp_path):
    deck, output = tmp_path / "x.yaml", str(tmp_path / "x.pptx")
    deck.write_text("slides: [{title: A, body: [x]}]")
    program = (
        f"import sys; from deckgen.cli.program import run; run([{str(deck)!r}, '-o', {output!r}])\n"
        "print(*(name for name in sys.modules if name.startswith('deckgen.blocks.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=300
    )
    assert set(done.stdout.split()) == {"deckgen.blocks.kit", "deckgen.blocks.text"}
