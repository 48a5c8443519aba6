"""A family's name -> the table or the pitch that stands for it; facts about families, no files."""

from __future__ import annotations

import unicodedata
from typing import Final

STAND_IN: Final = "dejavu-sans"
"""Serves Latin text in families nothing is known of.

Its letters are as wide as Verdana's, 10 to 20 % wider than those of Segoe UI, Aptos or Yu Gothic:
text measured with it fits in the real face.
"""

_TABLES: Final = {
    "arial": "arial helvetica liberationsans arimo",
    "arial-narrow": "arialnarrow liberationsansnarrow",
    "times-new-roman": "timesnewroman times liberationserif tinos",
    "courier-new": "couriernew courier liberationmono cousine",
    "calibri": "calibri carlito",
    "cambria": "cambria caladea",
    "dejavu-sans": "dejavusans",
    "dejavu-sans-mono": "dejavusansmono menlo",
    "noto-sans-cjk-jp": "notosanscjkjp notosansjp sourcehansans sourcehansansjp 源ノ角ゴシック",
    "noto-serif-cjk-jp": "notoserifcjkjp notoserifjp sourcehanserif sourcehanserifjp 源ノ明朝",
    "ipaexgothic": "ipaexgothic ipaexゴシック",
    "ipaexmincho": "ipaexmincho ipaex明朝",
}
_PITCHES: Final = {
    # Advance of every Latin character over the em, from the faces' own hhea/OS-2 tables.
    1126 / 2048: "consolas",
    1200 / 2048: "cascadiacode cascadiamono",
    1234 / 2048: "lucidaconsole monaco",
    600 / 1000: "sourcecodepro jetbrainsmono firacode firamono robotomono notosansmono ibmplexmono",
    128
    / 256: "msgothic msゴシック msmincho ms明朝 bizudgothic bizudゴシック ipagothic ipaゴシック",
}
_FULL_WIDTH: Final = (
    # Families whose kanji and kana all advance by one em.
    "meiryo メイリオ yugothic 游ゴシック yugothicmedium yugothiclight yumincho 游明朝 "
    "hiraginosans hiraginokakugothicpron hiraginokakugothicpro hiraginominchopron "
    "ヒラギノ角ゴpron ヒラギノ角ゴpro ヒラギノ明朝pron bizudmincho hggothicm hgゴシックm "
    "ipamincho ipa明朝 takaogothic vlgothic microsoftyahei simsun simhei dengxian malgungothic"
)
_PROPORTIONAL: Final = (
    # Families whose kana are narrower than one em; one em is the bound taken.
    "mspgothic mspゴシック mspmincho msp明朝 meiryoui msuigothic yugothicui bizudpgothic "
    "bizudpゴシック bizudpmincho ipapgothic "
    "bizudp明朝 hgpゴシックm hgp創英角ゴシックub hgpgothicm ipapゴシック"
)

_TABLE_OF: Final = {name: table for table, names in _TABLES.items() for name in names.split()}
_PITCH_OF: Final = {name: pitch for pitch, names in _PITCHES.items() for name in names.split()}
_KNOWN_EAST_ASIAN: Final = frozenset((_FULL_WIDTH + " " + _PROPORTIONAL).split()) | _PITCH_OF.keys()


def key(family: str) -> str:
    """Return a family's name as it is written here: no spaces, no case, no full-width forms."""
    return unicodedata.normalize("NFKC", family).casefold().replace(" ", "").replace("-", "")


def table_of(family: str) -> str | None:
    """Return the name of the table that holds the family's advances."""
    return _TABLE_OF.get(key(family))


def pitch_of(family: str) -> float | None:
    """Return the one advance, in em, of all Latin characters of a fixed-pitch family."""
    return _PITCH_OF.get(key(family))


def is_full_width(family: str) -> bool:
    """Tell whether kanji and kana of the family are known to advance by one em at most."""
    return key(family) in _KNOWN_EAST_ASIAN
