"""A link's target as the author wrote it -> the address that a relationship holds."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

_KEPT: Final = "/:?#@!$&'()*+,;=%~"
_HEAD: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#\s]*")
_LONE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")


def address(target: str) -> str:
    """Return a target as a URI (RFC 3986): what it may not hold is percent-encoded as UTF-8.

    Scheme and host stay as they are, an international host name included. PowerPoint calls a file
    damaged that holds a target with, for example, a space.
    """
    target = _LONE_PERCENT.sub("%25", target.encode("utf-8", "ignore").decode())
    head = _HEAD.match(target)
    split = head.end() if head else 0
    return target[:split] + quote(target[split:], safe=_KEPT)
