"""A link's target as the author wrote it -> the address that a relationship holds."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from deckgen.patterns import lazy

_KEPT: Final = "/:?#[]@!$&'()*+,;=%~"
_HOST: Final = lazy(r"([A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?)([^/?#:]*)")
_LONE_PERCENT: Final = lazy(r"%(?![0-9A-Fa-f]{2})")


def address(target: str) -> str:
    """Return a target as a URI (RFC 3986): what it may not hold is percent-encoded as UTF-8.

    An international host name becomes its ASCII form (RFC 3490). PowerPoint calls a file damaged
    that holds a target with, for example, a space.
    """
    target = _LONE_PERCENT.sub("%25", target.encode("utf-8", "ignore").decode())
    if not target.isascii():
        target = _HOST.sub(_with_ascii_host, target, count=1)
    return quote(target, safe=_KEPT)


def _with_ascii_host(match: re.Match[str]) -> str:
    try:
        return match[1] + match[2].encode("idna").decode()
    except UnicodeError:
        return match[0]
