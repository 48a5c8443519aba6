"""A scalar -> true or false, or a number, or `FAILED` where it is none, which is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.spec.nodes import Node, Scalar, Style

if TYPE_CHECKING:
    from deckgen.spec.bind import Binding

_BOOLEANS: Final = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "on", "On"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "off", "Off"), False),
}
_NOTHING: Final = frozenset(("none", "None"))
"""What says as well that there is none of something that has a text."""


def switch_of(node: Node) -> bool | None:
    """Return whether there is to be something that has a text; None where that text is written.

    In quotation marks the words are a text like any other.
    """
    if not isinstance(node, Scalar) or node.style is not Style.PLAIN:
        return None
    return False if node.text in _NOTHING else _BOOLEANS.get(node.text)


def bind_boolean(node: Node, binding: Binding) -> object:
    """Return true or false."""
    node = binding.filled(node)
    if isinstance(node, Scalar) and node.text in _BOOLEANS:
        return _BOOLEANS[node.text]
    return binding.wrong_type(node, "`true` or `false`")


def bind_integer(node: Node, binding: Binding) -> object:
    """Return a whole number."""
    node = binding.filled(node)
    try:
        if isinstance(node, Scalar):
            return int(node.text)
    except ValueError:
        pass
    return binding.wrong_type(node, "a whole number")


def bind_number(node: Node, binding: Binding) -> object:
    """Return a number."""
    node = binding.filled(node)
    try:
        if isinstance(node, Scalar):
            number = float(node.text)
            if abs(number) < float("inf"):
                return number
    except ValueError:
        pass
    return binding.wrong_type(node, "a number")
