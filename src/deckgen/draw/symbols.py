"""A letter of a symbol font -> the character that other fonts have for its sign.

Bullets are often letters of Wingdings or Symbol, whose codes stand for signs of their own. What is
told here are the signs that bullets are made of, after the fonts' published character sets.
"""

from __future__ import annotations

from typing import Final

from deckgen.text.families import key

_WINGDINGS: Final = {
    0x2A: "✉",
    0x46: "☞",
    0x4A: "☺",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x70: "❐",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: "⌧",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "◻",
    0xAA: "✦",
    0xAB: "★",
    0xD8: "➢",
    0xDC: "➲",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Final = {
    0x4F: "✗",
    0x50: "✓",
    0x52: "☑",
    0x54: "☒",
    0x96: "•",
    0x97: "●",
    0x98: "⬤",
    0x9E: "⦿",
    0xA0: "▪",
    0xA1: "■",
    0xAE: "◆",
    0xBE: "⁃",
}
_WINGDINGS_3: Final = {0x66: "➔", 0x7D: "▶", 0x7C: "◀", 0x70: "▲", 0x71: "▼", 0x84: "▶", 0xB7: "▸"}
_SYMBOL: Final = {0x2D: "−", 0xA8: "♦", 0xAE: "→", 0xB7: "•", 0xDE: "⇒", 0xE0: "◊"}
_SIGNS: Final = {
    "wingdings": _WINGDINGS,
    "wingdings2": _WINGDINGS_2,
    "wingdings3": _WINGDINGS_3,
    "symbol": _SYMBOL,
}
_PRIVATE: Final = range(0xF000, 0xF100)
"""Where files write the codes of symbol fonts beyond those of other letters."""


def shown_in(family: str, text: str) -> str:
    """Return a text in a family with signs as other fonts have them; as it is in other families."""
    signs = _SIGNS.get(key(family))
    if signs is None:
        return text
    return "".join(signs.get(_code(letter), _known(letter)) for letter in text)


def _code(letter: str) -> int:
    code = ord(letter)
    return code & 0xFF if code in _PRIVATE else code


def _known(letter: str) -> str:
    """Return a letter that is no sign known here; of one that no font has, a bullet."""
    return "•" if ord(letter) in _PRIVATE else letter
