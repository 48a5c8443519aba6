"""The built-in templates, each in several sizes, drawn by scripts/draw_templates.py."""

from __future__ import annotations

from pathlib import Path
from typing import Final

BUILT_IN: Final = ("corporate", "corporate-dark", "plain", "report")
USUAL: Final = {"corporate": "16:9", "corporate-dark": "16:9", "plain": "4:3", "report": "A4"}
"""The size that each has unless another is asked for."""


def built_in(name: str, size: str | None = None) -> bytes | None:
    """Return the bytes of a built-in template, None where the name is none of theirs.

    `size` is `16:9`, `4:3` or `A4`; all are 7.5 in high.
    """
    if name not in BUILT_IN:
        return None
    suffix = "" if size in {None, USUAL[name]} else f"-{str(size).replace(':', 'x')}"
    return Path(__file__).with_name(f"{name}{suffix}.pptx").read_bytes()
