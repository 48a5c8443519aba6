"""How each renderer measures and breaks lines, as data. Sources: docs/analysis/."""

from __future__ import annotations

from functools import cache
from typing import Final

from deckgen.records import replace
from deckgen.text.model import Profile

_STANDARD_START: Final = frozenset(
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠"
)
"""What starts no line by Office's standard level."""


def _pairs(table: str) -> frozenset[str]:
    """Return the pairs of a table such as `CL: AL NU; IS: HL`."""
    rows = (row.split(":") for row in table.split(";"))
    return frozenset(f"{row[0].strip()} {after}" for row in rows for after in row[1].split())


POWERPOINT: Final = Profile(
    name="powerpoint",
    forbidden_start=_STANDARD_START | frozenset("ー〜…‥―–—"),
    forbidden_end=frozenset("$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"),
    hanging=frozenset("!):;]}°〉》」！）：；？］｝、。，．｡｣､･"),
    gap=0.0,
    resolution=0,
    shaped=False,
    character_breaks=False,
    classes={"CJ": "ID"},
    joined=_pairs("SY: AL HL NU"),
    parted=frozenset(),
    substitutes=False,
    whole_links=False,
    boxes=True,
    space=1.2,
    tracks_last=True,
)
"""Small kana may start a line here, and addresses are not broken after slashes.

Pairs are taken as unkerned, which is the wider reading.
"""

LIBREOFFICE: Final = Profile(
    name="libreoffice",
    forbidden_start=frozenset(
        "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
        "！％），．：；？］｝｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
    ),
    forbidden_end=frozenset("$([¥{£‘“〈《「『【〔＄（［｛｢￥"),
    hanging=frozenset("、。，．"),
    gap=0.24,
    resolution=600,
    shaped=True,
    character_breaks=True,
    classes={"CJ": "NS", "°": "AL", "\\": "SY"},
    joined=_pairs("CL: AL HL NU"),
    parted=_pairs(
        "AL: PO; HL: PO PR; CL: PO PR IN; CP: PO PR IN; PO: OP IN; PR: OP IN; HY: NU IN; "
        "IS: HL IN; SY: NU HL IN; NS: IN; EX: IN; BA: IN; B2: IN; EB: PO IN; EM: PO IN; RI: IN"
    ),
    substitutes=True,
    whole_links=True,
    boxes=False,
    space=1.0,
    tracks_last=False,
)
"""Its line rules are those of UAX #14 at Unicode 5; docs/analysis/libreoffice-line-rules.md.

A link is a field of its text (docs/analysis/libreoffice-links.md). It runs where
Windows does not, and its fonts are not (docs/analysis/fonts.md).
"""


@cache
def unhung(profile: Profile) -> Profile:
    """Return a renderer as it is where the template lets no punctuation hang."""
    return replace(profile, name=f"{profile.name}, unhung", hanging=frozenset())


SAFE: Final = (POWERPOINT, LIBREOFFICE)
"""A page that fits under each of these fits."""
