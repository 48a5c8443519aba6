"""A mapping -> what it says of line ends in Markdown, which must be known before it is read."""

from __future__ import annotations

from typing import Final

from deckgen.spec.nodes import Mapping, Node, Scalar

KEY: Final = "breaks"


def keeps_breaks(node: Node | None) -> bool | None:
    """Tell whether a deck's settings or a slide keep line ends; None where they do not say."""
    entry = node.get(KEY) if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.is_null:
        return None
    return entry.value.text == "keep"
