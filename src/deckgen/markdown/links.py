"""Bare links and paths of Windows in text, and definitions of links that may be text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.letters import is_east_asian, is_hangul
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

    from deckgen.markdown.parser import Definitions
    from deckgen.markdown.reading import Reading
    from deckgen.passage import Passage

_SCHEME: Final = lazy(r"(?<![A-Za-z0-9])(?:https?|ftp)\Z", re.IGNORECASE)
_LONGEST_SCHEME: Final = len("https")
_ASCII: Final = frozenset(map(chr, range(0x21, 0x7F))) - set('"<>\\^`{|}')
_JOINTS: Final = frozenset("/=#&?:+,;@%_~-(")
"""Behind these a part of an address starts, which may be of any script."""

_PART: Final = r"[^\\/:*?\"'<>|`\s\[\](){}\u3000-\u3004\u3008-\u301f\uff01-\uff0f\uff1a-\uff20]"
_SHARE: Final = lazy(rf"\\\\(?=[\w.-]+\\{_PART}){_PART}+(?:\\{_PART}+)*\\?")
_FOLDERS: Final = lazy(rf"(?:\\(?:\*\.)?{_PART}+)+\\?")
_DRIVE: Final = lazy(r"(?:^|[^A-Za-z0-9])[A-Za-z]:\Z")
_BEFORE: Final = 3


def bare_link(state: StateInline, silent: bool) -> bool:
    """Turn `https://…` in text into a link, as GitHub does (GFM 6.9), with letters of any script.

    Punctuation and blanks of other scripts end an address (RFC 3987 takes letters alone). Text in
    East Asian scripts, which has no blanks, may follow one at once: such letters belong to it where
    a part of it starts with them, and hiragana, of which particles are, only behind others.
    """
    if not state.src.startswith("://", state.pos) or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(state.pending[-_LONGEST_SCHEME - 1 :])
    if scheme is None:
        return False
    start = state.pos - len(scheme[0])
    address = _trimmed(state.src[start : _end(state.src, state.pos + len("://"), state.posMax)])
    if len(address) <= len(scheme[0]) + 3 or not state.md.validateLink(address):
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme[0])]
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": state.md.normalizeLink(address)}
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos += len(address) - len(scheme[0])
    return True


def _end(text: str, position: int, limit: int) -> int:
    """Return where the address ends that goes on at a position."""
    while position < limit and _belongs(text, position):
        position += 1
    return position


def _belongs(text: str, position: int) -> bool:
    """Tell whether the letter at a position belongs to the address that reaches up to it."""
    before, letter, after = text[position - 1], text[position], text[position + 1 : position + 2]
    if letter.isascii():
        return letter in _ASCII
    if letter == "・":  # between words of katakana, as in names
        return _is_word(before) and _is_word(after)
    if not _is_word(letter):
        return False
    if not is_east_asian(letter) or is_hangul(letter):
        return True
    if before.isascii():
        return before in _JOINTS and not _is_hiragana(letter)
    return True


def _is_word(letter: str) -> bool:
    return bool(letter) and not letter.isascii() and unicodedata.category(letter)[0] in "LMN"


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u309f"


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        unbalanced = last == ")" and address.count(")") > address.count("(")
        if last in ".,;:!?'*_~]" or unbalanced:
            address = address[:-1]
        else:
            break
    return address


_DEFINITION: Final = lazy(r" {0,3}\[((?:[^\[\]\\]|\\.)+)\]:[ \t]+(\S.*)")
_ADDRESS: Final = lazy(r"<|[A-Za-z][A-Za-z0-9+.-]*:|[#/.?]|\S*[/.]\S|\S*%[0-9A-Fa-f]{2}")


def remark_label(line: str) -> str | None:
    """Return the label of a line that is a remark: `[Note]: words`.

    It reads like the definition of a link, but gives no address.
    """
    found = _DEFINITION.match(line)
    return None if found is None or _ADDRESS.match(found[2]) else found[1]


def report_unused(definitions: Definitions, passage: Passage, reading: Reading) -> None:
    """Report definitions of links that nothing uses, whose words are not shown."""
    for label, definition in definitions.items():
        if label not in definitions.used:
            span = passage.lines(*definition["map"])
            message = f"nothing uses the definition `[{label.lower()}]`, so that it is not shown"
            hint = "remove it, write `[text][label]` where it is meant, or `\\[` for a bracket"
            reading.sink.report(codes.UNUSED_DEFINITION, span, message, hints=[hint])


def windows_path(state: StateInline, silent: bool) -> bool:
    r"""Take the backslashes of a path of Windows, with the names between them, for text.

    They escape nothing: `C:\data\_old` is pasted as it is, and CommonMark (0.31, section 2.4)
    would leave out each backslash before punctuation. Doubled ones are escaped already.
    """
    if state.src[state.pos] != "\\":
        return False
    before = state.src[max(0, state.pos - _BEFORE) : state.pos]
    match = None
    if _DRIVE.search(before):
        match = _FOLDERS.match(state.src, state.pos, state.posMax)
    elif not before[-1:].isascii() or not (before[-1:].isalnum() or before.endswith("\\")):
        match = _SHARE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.pending += match[0]
    state.pos = match.end()
    return True
