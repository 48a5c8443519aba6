"""Where a link leads -> the address that is written for it, which can run nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy

if TYPE_CHECKING:
    from deckgen.draw.model import Target

WEB: Final = lazy(r"(?i)(?:https?|mailto|tel|ftp):")
"""What links may lead to from a page in a browser: no files of who looks at it."""
_SAFE: Final = lazy(r"(?i)(?:https?|mailto|tel|ftp|file):")
"""What links may lead to; anything else could run something."""


def address_of(target: Target) -> str:
    """Return where a link leads, pages being in the same document; empty where it may not."""
    if target.page is not None:
        return f"#slide-{target.page + 1}"
    return target.address if _SAFE.match(target.address) else ""
