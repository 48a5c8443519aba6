"""The bytes of a text file -> its text; what is no text is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.source import Source

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Origin, Span


def decode(
    data: bytes,
    name: str,
    sink: Sink,
    span: Span | None = None,
    origin: Origin | None = None,
) -> Source | None:
    """Return the text that bytes hold in UTF-8, or in UTF-16 with a byte order mark.

    None where they hold none, which is reported at the span that names the file, if any does.
    """
    encoding = "utf-8-sig" if data[:3] == b"\xef\xbb\xbf" else "utf-8"
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encoding = "utf-16"
    try:
        return Source(name, with_line_feeds(data.decode(encoding)), origin)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"`{name}` is not UTF-8 text: byte 0x{data[error.start]:02X} in line {line}"
        if origin is not None and origin.is_hidden:
            message = f"`{name}` is not UTF-8 text"
        sink.report(codes.FILE_UNREADABLE, span, message, hints=_encoding_hints(data))
        return None


def with_line_feeds(text: str) -> str:
    """Return a text, as long as it was, whose lines do not end at a carriage return alone.

    YAML ends lines there as well (YAML 1.1, section 4.1.4), as old programs for the Mac do.
    """
    if text.count("\r") == text.count("\r\n"):
        return text
    return re.sub(r"\r(?!\n)", "\n", text)


def _encoding_hints(data: bytes) -> list[str]:
    if b"\x00" in data[:4096]:
        return ["this looks like no text at all"]
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return ["save it as UTF-8"]
    return ["this looks like Shift_JIS; save it as UTF-8"]
