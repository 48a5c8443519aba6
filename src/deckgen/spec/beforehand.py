"""A mapping -> what some of its keys say of how others are read, which must be known before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.records import replace
from deckgen.spec.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Container

    from deckgen.spec.bind import Binding

_BREAKS: Final = "breaks"
"""How line ends in Markdown are read."""
_PAGE: Final = "page"
"""Which page of a document is shown."""
_MOST_PAGES: Final = 6
"""The digits of a number of a page."""


def surrounded(binding: Binding, node: Mapping, keys: Container[str]) -> Binding:
    """Return what binds the values of a mapping, for a record that has some keys."""
    if _BREAKS in keys:
        said = keeps_breaks(node)
        binding = binding if said is None else replace(binding, keeps_breaks=said)
    if _PAGE in keys:
        page = _said(node, _PAGE) or ""
        counts = page.isascii() and page.isdecimal() and len(page) <= _MOST_PAGES
        binding = replace(binding, page=max(1, int(page)) if counts else 1)
    return binding


def keeps_breaks(node: Node | None) -> bool | None:
    """Tell whether a deck's settings or a slide keep line ends; None where they do not say."""
    said = _said(node, _BREAKS)
    return None if said is None else said == "keep"


def _said(node: Node | None, key: str) -> str | None:
    entry = node.get(key) if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.is_null:
        return None
    return entry.value.text
