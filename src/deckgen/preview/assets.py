"""The name of a part of the page -> its bytes and media type, from the package.

Names are looked up in the list of what there is, so that none leads elsewhere.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_KINDS: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@cache
def assets() -> dict[str, Path]:
    """Return the files of the page by their names."""
    folder = Path(__file__).with_name("page")
    return {path.name: path for path in sorted(folder.iterdir()) if path.suffix in _KINDS}


def asset(name: str) -> tuple[bytes, str] | None:
    """Return the bytes and the media type of a part of the page, None where there is none."""
    path = assets().get(name)
    return None if path is None else (path.read_bytes(), _KINDS[path.suffix])
