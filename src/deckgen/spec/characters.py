"""Characters of a deck that YAML, or XML after it, does not take -> what stands for them.

YAML 1.1 has line ends of which no editor knows (section 4.3): what lies behind one would be read as
a line of its own. They are line breaks within a text here, as is the vertical tab by which
PowerPoint writes one. While a text is read other characters stand for them, each in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Source, Span

_BREAKS: Final = "\v\x85\u2028\u2029"
_SIGNS: Final = "[]{},:#"
"""What has a meaning for YAML, where it is to be text."""
_STAND_INS: Final = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda"
"""Noncharacters, which no text holds (Unicode Standard, section 23.7)."""
_TO_STAND_INS: Final = str.maketrans(_BREAKS, _STAND_INS[: len(_BREAKS)])
_TO_LETTERS: Final = str.maketrans(_SIGNS, _STAND_INS[len(_BREAKS) :])
_FROM_STAND_INS: Final = str.maketrans(_STAND_INS, _BREAKS + _SIGNS)

_UNUSUAL: Final = f"\x85\u2028\u2029{_STAND_INS}"
"""What YAML takes, but not as it is meant."""

_SURROGATES: Final = r"(?i)(\\+)u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})"
_ESCAPE: Final = r"(?s)\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"
"""Patterns that few decks need, which are compiled when one does."""
_SHORT: Final = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f"}


def readable(source: Source, forbidden: re.Pattern[str], sink: Sink) -> str:
    """Return the text of a source as YAML can read it, of the same length.

    Characters that YAML forbids (YAML 1.1, section 4.1) are reported, and blank in it. What XML
    cannot hold (XML 1.0, section 2.2) is among them.
    """

    def stand_in(match: re.Match[str]) -> str:
        if match[0] in _BREAKS:
            return match[0].translate(_TO_STAND_INS)
        _report(match[0], source.span(match.start(), match.end()), "character", sink)
        return " "

    text = source.text
    if not text.isascii() and any(one in text for one in _UNUSUAL):
        text = re.sub(f"[{_UNUSUAL}]", stand_in, text)
    if not _is_printable(text):
        text = forbidden.sub(stand_in, text)
    escapes_pairs = "\\ud" in text or "\\uD" in text
    return _paired(text) if escapes_pairs and text.lstrip()[:1] == "{" else text


def _is_printable(text: str) -> bool:
    """Tell whether a text surely has nothing that is forbidden, as all of that is not printable."""
    return text.replace("\n", "").replace("\u3000", "").isprintable()


def _paired(text: str) -> str:
    """Return JSON in which two escapes that write one character are one of YAML, as long as both.

    JSON knows escapes of 16 bits only (RFC 8259, section 7). YAML takes a backslash at the end of
    a line for nothing at all.
    """
    import json

    try:
        json.loads(text)
    except ValueError:
        return text  # escapes may stand where they are text

    def one(match: re.Match[str]) -> str:
        if len(match[1]) % 2 == 0:
            return match[0]  # the backslash is an escaped one
        high, low = int(match[2], 16) - 0xD800, int(match[3], 16) - 0xDC00
        return f"{match[1]}\n\\U{0x10000 + high * 0x400 + low:08X}"

    return re.sub(_SURROGATES, one, text)


def as_letters(text: str) -> str:
    """Return a text, of the same length, in which no sign has a meaning for YAML."""
    return text.translate(_TO_LETTERS)


def restored(value: str) -> str:
    """Return what was read with its own characters again."""
    return value if value.isascii() else value.translate(_FROM_STAND_INS)


def allowed(value: str, span: Span, forbidden: re.Pattern[str], sink: Sink) -> str:
    """Return a value whose escapes may stand for any character without those not allowed."""
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if not any(match[0] not in _BREAKS for match in forbidden.finditer(value)):
        return value
    for match in re.finditer(_ESCAPE, span.text):
        digits = match[1] or match[2] or match[3]
        character = chr(int(digits, 16)) if digits else _SHORT.get(match[4], " ")
        if forbidden.match(character) and character not in _BREAKS:
            place = span.source.span(span.start + match.start(), span.start + match.end())
            _report(character, place, "the escape of character", sink)
    return forbidden.sub(lambda match: match[0] if match[0] in _BREAKS else " ", value)


def _report(character: str, span: Span, what: str, sink: Sink) -> None:
    message = f"{what} U+{ord(character):04X} is not allowed"
    hints = ["delete the " + what.partition(" of")[0].removeprefix("the ")]
    after = span.source.text[span.stop : span.stop + 1]
    if span.text[1:] in _SHORT and after.isalpha():  # `\beta`
        from deckgen.spec.escapes import BACKSLASH_HINT

        hints.append(BACKSLASH_HINT)
    sink.report(codes.YAML_CHARACTER, span, message, hints=hints)
