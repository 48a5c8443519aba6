"""A family's name -> the table that holds its advances or stands in for it; facts, no files."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

SANS: Final = "dejavu-sans"
"""Stands in for families nothing is known of, and for characters that other tables lack.

Its letters are as wide as Verdana's, 10 to 20 % wider than those of Segoe UI, Aptos or Yu Gothic:
text measured with it fits in the real face.
"""
_SERIF: Final = "dejavu-serif"
_MONOSPACE: Final = "dejavu-sans-mono"
"""Its letters advance by 0.602 em; those of Consolas by 0.55, of most others by 0.6."""

_TABLES: Final = {
    "arial": "arial helvetica liberationsans arimo",
    "arial-narrow": "arialnarrow liberationsansnarrow",
    "times-new-roman": "timesnewroman times liberationserif tinos",
    "courier-new": "couriernew courier liberationmono cousine",
    "calibri": "calibri carlito",
    "cambria": "cambria caladea",
    "dejavu-sans": "dejavusans",
    "dejavu-serif": "dejavuserif",
    "dejavu-sans-mono": "dejavusansmono menlo",
    "noto-sans-cjk-jp": "notosanscjkjp notosansjp sourcehansans sourcehansansjp 源ノ角ゴシック",
    "noto-serif-cjk-jp": "notoserifcjkjp notoserifjp sourcehanserif sourcehanserifjp 源ノ明朝",
    "ipaexgothic": "ipaexgothic ipaexゴシック",
    "ipaexmincho": "ipaexmincho ipaex明朝",
    "biz-udgothic": "bizudgothic bizudゴシック",
    "biz-udpgothic": "bizudpgothic bizudpゴシック",
}
_EVERYWHERE: Final = frozenset(
    ("arial", "times-new-roman", "courier-new", "calibri", "cambria", "dejavu-sans")
)
"""Tables of families that nearly every machine has, or of which it has a metric twin."""
_OF_WINDOWS: Final = frozenset(("biz-udgothic", "biz-udpgothic"))
"""Tables of Japanese families that Windows has and other systems replace."""
_FULL_WIDTH: Final = (
    "meiryo メイリオ yugothic 游ゴシック yugothiclight 游ゴシックlight yugothicmedium "
    "游ゴシックmedium yumincho 游明朝 msgothic msゴシック msmincho ms明朝 hiraginosans "
    "ヒラギノ角ゴシック hiraginokakugothicpron hiraginominchopron hg丸ゴシックmpro"
)
"""Japanese families whose kana and kanji all advance by one em: no font file says more of them."""
_SERIFS: Final = (
    "georgia garamond ebgaramond palatino palatinolinotype bookantiqua century bookmanoldstyle "
    "constantia centuryschoolbook baskerville didot yumincho 游明朝 mspmincho msp明朝"
)
_MONOSPACED: Final = ("mono", "code", "consol", "typewriter", "console", "monaco")
_TABLE_OF: Final = {name: table for table, names in _TABLES.items() for name in names.split()}


def key(family: str) -> str:
    """Return a family's name as it is written here: no spaces, no case, no full-width forms."""
    return unicodedata.normalize("NFKC", family).casefold().replace(" ", "").replace("-", "")


def table_of(family: str) -> str | None:
    """Return the name of the table that holds the family's advances."""
    return _TABLE_OF.get(key(family))


def seldom_installed(family: str) -> tuple[str, ...]:
    """Return the names of a family and its twins where many machines have none of them."""
    table = table_of(family)
    if table is None or table in _EVERYWHERE:
        return ()
    return tuple(_TABLES[table].split())


def twins(family: str) -> tuple[str, ...]:
    """Return the names of the families whose advances are those of a family with a table."""
    table = table_of(family)
    return () if table is None else tuple(_TABLES[table].split())


@cache
def is_of_windows(family: str) -> bool:
    """Tell whether a family with a table is one that Windows has and other systems replace."""
    return table_of(family) in _OF_WINDOWS


def is_full_width(family: str) -> bool:
    """Tell whether the kana and kanji of a family are known to advance by one em each."""
    return key(family) in _FULL_WIDTH.split()


def is_serif(family: str) -> bool:
    """Tell whether the letters of a family have serifs, as its name says."""
    name = key(family)
    named = any(part in name.replace("sansserif", "") for part in ("serif", "mincho", "明朝"))
    return named or name in _SERIFS.split()


def stand_in_for(family: str) -> str:
    """Return the name of the table that stands in for a family without one."""
    name = key(family)
    if is_serif(family):
        return _SERIF
    return _MONOSPACE if any(part in name for part in _MONOSPACED) else SANS
