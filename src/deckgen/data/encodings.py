"""The bytes of a text -> what they say, by the encoding that they are in.

Excel and databases write the code page of the machine, and no file tells which that is. A reading
counts only where it is plausible as text; where none is, saying so is better than letters that
nobody has written.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.data.model import BadDataError
from deckgen.source import Source

_SAVE: Final = "save it as UTF-8, which Excel calls `CSV UTF-8`"
_LOOKED_AT: Final = 1024
"""So many bytes at the start tell whether a file without a mark is UTF-16, or no text at all."""
_KANA: Final = "[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9f]"
_JAPANESE: Final = "[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]{2}"
_HALF_WIDTH: Final = "[\uff61-\uff9f]"
_COMMON: Final = b"[\x81-\x9f][\x40-\x7e\x80-\xfc]"
_RARE: Final = b"[\xe0-\xfc][\x40-\x7e\x80-\xfc]"
"""Characters of two bytes in Shift_JIS, whose kana and common kanji start below 0xA0."""
_LONG_RUN: Final = b"[\xa1-\xff]{4}"
"""Letters beyond ASCII side by side: words of Western languages have hardly three of them."""


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file: UTF-8, UTF-16, else an encoding in which it makes sense.

    Raises `BadDataError` where there is none.
    """
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _strictly(data, "utf-16")
    if b"\0" in data[:_LOOKED_AT]:
        return _strictly(data, _unmarked(data[:_LOOKED_AT]))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, name, error)
        encoding = code_page(data)
        if encoding is None:
            line = data.count(b"\n", 0, error.start) + 1
            message = f"it is not UTF-8 text: byte 0x{data[error.start]:02X} in line {line}"
            raise BadDataError(message, hints=[_SAVE]) from None
        return data.decode(encoding)
    return _without_escapes(data) or text if "\x1b$" in text else text


def code_page(data: bytes) -> str | None:
    """Return in which encoding bytes that are no UTF-8 make sense, None where in none."""
    if _is_euc(data):
        return "euc_jp"
    if _is_shift_jis(data):
        return "cp932"
    return "cp1252" if _is_western(data) else None


def _strictly(data: bytes, encoding: str | None) -> str:
    try:
        if encoding:
            return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    raise BadDataError("the file is no text")


def _unmarked(start: bytes) -> str | None:
    """Return which UTF-16 a text without a mark is in, by where the zeros of its commas stand."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if even and odd:
        return None
    return "utf-16-be" if even else "utf-16-le"


def _refuse_damaged(data: bytes, name: str, error: UnicodeDecodeError) -> None:
    """Raise where a text is UTF-8 but for a few bytes, which no other encoding makes good."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if 2 * bad > sum(character > "\x7f" for character in text) - bad:
        return
    at = len(data[: error.start].decode("utf-8"))
    message = f"the file is UTF-8, but its byte 0x{data[error.start]:02X} is none of a character"
    raise BadDataError(message, Source(name, text).span(at, at + 1), [_SAVE])


def _without_escapes(data: bytes) -> str:
    """Return a text of ISO-2022-JP, which mail programs write; empty where it is none."""
    try:
        return data.decode("iso2022_jp_ext")
    except UnicodeDecodeError:
        return ""


def _read(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_euc(data: bytes) -> bool:
    """Tell whether bytes are EUC-JP: kana are in it, which Chinese and Korean have none of.

    Only half-width katakana in Shift_JIS can be mistaken for it.
    """
    text, other = _read(data, "euc_jp"), _read(data, "cp932")
    kana, half = len(re.findall(_KANA, text)), len(re.findall(_HALF_WIDTH, other))
    return kana > 0 and (kana * 4 >= half or not other)


def _is_shift_jis(data: bytes) -> bool:
    text = _read(data, "cp932")
    common, rare = len(re.findall(_COMMON, data)), len(re.findall(_RARE, data))
    return common >= rare and re.search(_JAPANESE, text) is not None


def _is_western(data: bytes) -> bool:
    letters = sum(byte >= 0xC0 for byte in data)
    plain = len(re.findall(rb"[A-Za-z]", data))
    return letters <= plain and not re.search(_LONG_RUN, data) and bool(_read(data, "cp1252"))
