"""The Unicode Character Database, as uniseg carries it -> the character table of deckgen.text.

Per range of characters: its line-breaking class (UAX #14), its width (UAX #11), the group of its
script and whether it continues a cluster (UAX #29). Run: `python scripts/build_character_table.py`.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from array import array
from pathlib import Path
from typing import Final

import uniseg
from uniseg.graphemecluster import grapheme_cluster_break
from uniseg.linebreak import line_break

OUT: Final = Path(__file__).parents[1] / "src/deckgen/text/tables/characters.bin"

CLUSTERS: Final = {"Extend": "+", "ZWJ": "+", "SpacingMark": "s"}
"""Marks without an advance, and those with one."""
LATIN, EAST_ASIAN, COMPLEX, WEAK = "LAXW"
SCRIPTS: Final = (
    # Whole Unicode blocks, as both renderers sort them; what is not listed is weak.
    (0x0021, 0x009F, LATIN), (0x00A1, 0x02FF, LATIN), (0x0370, 0x058F, LATIN),
    (0x0590, 0x109F, COMPLEX), (0x10A0, 0x10FF, LATIN), (0x1100, 0x11FF, EAST_ASIAN),
    (0x1200, 0x137F, COMPLEX), (0x13A0, 0x16FF, LATIN), (0x1780, 0x18AF, COMPLEX),
    (0x1E00, 0x1FFF, LATIN), (0x2C00, 0x2DDF, LATIN), (0x2E80, 0xA4CF, EAST_ASIAN),
    (0xA640, 0xA7FF, LATIN), (0xA830, 0xA95F, COMPLEX), (0xA960, 0xA97F, EAST_ASIAN),
    (0xA980, 0xABFF, COMPLEX), (0xAC00, 0xD7FF, EAST_ASIAN), (0xF900, 0xFAFF, EAST_ASIAN),
    (0xFB00, 0xFB1C, LATIN), (0xFB1D, 0xFDFF, COMPLEX), (0xFE30, 0xFE6F, EAST_ASIAN),
    (0xFE70, 0xFEFE, COMPLEX), (0xFF00, 0xFFEF, EAST_ASIAN), (0x20000, 0x3FFFF, EAST_ASIAN),
)  # fmt: skip


def script(code: int) -> str:
    """Return the group of a character's script."""
    for first, last, group in SCRIPTS:
        if first <= code <= last:
            return group
    return WEAK


def record(code: int) -> str:
    """Return what the table says of a character: class, width, script and cluster flag."""
    character = chr(code)
    extends = CLUSTERS.get(grapheme_cluster_break(character).value, "-")
    width = unicodedata.east_asian_width(character)
    return " ".join((line_break(character).value, width, script(code), extends))


def main() -> None:
    """Write the table: a line of JSON, then where each range starts, then its record's number."""
    starts, numbers = array("I"), bytearray()
    records: dict[str, int] = {}
    previous = ""
    for code in range(sys.maxunicode + 1):
        if (here := record(code)) != previous:
            starts.append(code)
            numbers.append(records.setdefault(here, len(records)))
            previous = here
    head = {"unicode": uniseg.unidata_version, "ranges": len(starts), "records": list(records)}
    if sys.byteorder == "big":
        starts.byteswap()
    OUT.write_bytes(json.dumps(head).encode() + b"\n" + starts.tobytes() + bytes(numbers))
    print(f"{OUT.name}: {len(starts)} ranges, {len(records)} records, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
