"""The built-in templates, `corporate.pptx` and `plain.pptx`, drawn by scripts/draw_templates.py."""

from __future__ import annotations

from pathlib import Path
from typing import Final

BUILT_IN: Final = ("corporate", "plain")


def built_in(name: str) -> bytes | None:
    """Return the bytes of a built-in template, None where the name is none of theirs."""
    if name not in BUILT_IN:
        return None
    return Path(__file__).with_name(f"{name}.pptx").read_bytes()
