"""How each renderer breaks lines, as data. Sources: docs/analysis/line-breaking.md."""

from __future__ import annotations

from typing import Final

from deckgen.text.model import Profile

_STANDARD_START: Final = frozenset(
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠"
)
"""What starts no line by Office's standard level."""
_STRICT_START: Final = _STANDARD_START | frozenset(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーｧｨｩｪｫｬｭｮｯｰ"
)
"""What starts no line by Office's strict level and by LibreOffice's Japanese rules."""

POWERPOINT: Final = Profile(
    name="powerpoint",
    forbidden_start=_STANDARD_START | frozenset("ー〜…‥―–—"),
    forbidden_end=frozenset("$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"),
    hanging=frozenset("!):;]}°〉》」！）：；？］｝、。，．｡｣､･"),
    gap=0.0,
)
LIBREOFFICE: Final = Profile(
    name="libreoffice",
    forbidden_start=_STRICT_START,
    forbidden_end=frozenset("$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"),
    hanging=frozenset("、。，．｡｣､･"),
    gap=0.24,
)
SAFE: Final = (POWERPOINT, LIBREOFFICE)
"""A page that fits under each of these fits."""
