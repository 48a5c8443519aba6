"""Letters of MathML -> tokens: mathematical alphabets become styles of plain letters.

Office keeps the letter and its style apart (`m:scr`, `m:sty`), so that a formula can be restyled
and searched; Unicode has one code point for both (UTR #25).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from typing import Final

from deckgen.formulas.model import Alphabet, Glyphs, TokenKind

_KEPT: Final = frozenset("ℓℏ℘ℵℶℷℸ℮ℯℊℴ")
"""Letters that are signs of their own."""
SELECTORS: Final = {0xFE00: None, 0xFE01: None}
"""What tells two forms of a script letter apart (VS1, VS2), which math fonts lack."""
_ALPHABETS: Final = {
    "DOUBLE-STRUCK": Alphabet.DOUBLE_STRUCK,
    "BLACK-LETTER": Alphabet.FRAKTUR,
    "FRAKTUR": Alphabet.FRAKTUR,
    "SCRIPT": Alphabet.SCRIPT,
    "SANS-SERIF": Alphabet.SANS_SERIF,
    "MONOSPACE": Alphabet.MONOSPACE,
}


_Letter = tuple[str, bool | None, bool, Alphabet]
"""A letter without its style, whether it is italic (None: not said) and bold, and its alphabet."""


def tokens(text: str, kind: TokenKind, *, upright: bool, color: str = "") -> tuple[Glyphs, ...]:
    """Return the tokens of an identifier, a number or an operator, one for each style in it.

    A single letter is slanted and a name of several is not, unless `upright` or the letters say
    otherwise (MathML Core, 2.2.1).
    """
    letters = [_letter(character) for character in text.translate(SELECTORS)]
    slanted = kind is TokenKind.IDENTIFIER and len(letters) == 1 and not upright
    found = []
    for style, alike in groupby(letters, key=lambda letter: letter[1:]):
        italic, bold, alphabet = style
        joined = "".join(letter[0] for letter in alike)
        is_letter = joined[:1].isalpha()
        leans = slanted and is_letter if italic is None else italic
        found.append(Glyphs(joined, kind, leans, bold, alphabet, color))
    return tuple(found)


@cache
def _letter(character: str) -> _Letter:
    plain: _Letter = character, None, False, Alphabet.ROMAN
    if character.isascii() or character in _KEPT:
        return plain
    name = unicodedata.name(character, "")
    is_mathematical = name.startswith("MATHEMATICAL ") and ord(character) > 0xFFFF
    if not is_mathematical and not name.startswith(("DOUBLE-STRUCK", "BLACK-LETTER", "SCRIPT ")):
        return ("h", True, False, Alphabet.ROMAN) if character == "ℎ" else plain
    letter = unicodedata.normalize("NFKC", character)
    if len(letter) != 1:
        return plain
    alphabet = next((_ALPHABETS[word] for word in _ALPHABETS if word in name), Alphabet.ROMAN)
    return letter, "ITALIC" in name, "BOLD" in name, alphabet
