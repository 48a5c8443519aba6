"""Nodes in a row -> the same, with what sums are taken of and functions are applied to within them.

OfficeMath wants this told, and shows an empty box where it is not; MathML has sign and operand side
by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.formulas.model import Function, Glyphs, Group, Large, Node, Scripts, TokenKind
from deckgen.formulas.signs import RELATIONS, SEPARATORS
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENING: Final = frozenset("([{⟨⌈⌊⟦")
_CLOSING: Final = frozenset(")]}⟩⌉⌋⟧")


def gathered(nodes: Sequence[Node]) -> list[Node]:
    """Return nodes in which sums have what they are of, and dots in a row are one sign.

    A sum is taken of what follows up to the next sign between terms that stands in no brackets. A
    function takes the brackets that follow it, or those of another: `max f(x)`.
    """
    found: list[Node] = []
    for node in reversed(_with_dots(nodes)):
        if isinstance(node, Large) and node.body == Group():
            count = _term(found)
            node = replace(node, body=_row(found[:count]))
            del found[:count]
        elif isinstance(node, Function):
            count = _applied(node.argument, found)
            parts = (*_parts(node.argument), *found[:count])
            node = replace(node, argument=_row(parts)) if parts else node.name
            del found[:count]
        found.insert(0, node)
    return found


def _term(following: Sequence[Node]) -> int:
    """Return how many of the nodes that follow a sum are in its term."""
    depth = 0
    for number, node in enumerate(following):
        turn = _balance(node)
        if depth + turn < 0 or (depth == 0 and turn == 0 and _ends_term(node)):
            return number
        depth += turn
    return len(following)


def _applied(argument: Node, following: Sequence[Node]) -> int:
    """Return how many of the nodes that follow a function belong to its argument."""
    if argument == Group():
        return min(1, len(following)) if not (following and _ends_term(following[0])) else 0
    depth = _balance(argument)
    if depth == 0 and not (_is_name(argument) and following and _balance(following[0]) > 0):
        return 0
    for number, node in enumerate(following, start=1):
        depth += _balance(node)
        if depth <= 0:
            return number
    return 0


def _balance(node: Node) -> int:
    """Return how many brackets a node opens that it does not close."""
    match node:
        case Glyphs(kind=TokenKind.OPERATOR):
            return (node.text in _OPENING) - (node.text in _CLOSING)
        case Scripts():
            return _balance(node.base)
        case Group():
            return sum(map(_balance, node.nodes))
        case Function():
            return _balance(node.argument)
        case Large():
            return _balance(node.body)
        case _:
            return 0


def _is_name(node: Node) -> bool:
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Glyphs) and base.kind is TokenKind.IDENTIFIER


def _ends_term(node: Node) -> bool:
    is_sign = isinstance(node, Glyphs) and node.kind is TokenKind.OPERATOR
    return is_sign and node.text in RELATIONS | SEPARATORS  # type: ignore[union-attr]


def _parts(node: Node) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, Group) else (node,)


def _row(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Group(tuple(nodes))


def _with_dots(nodes: Sequence[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        last = found[-3:]
        if len(last) == 3 and all(isinstance(each, Glyphs) and each.text == "." for each in last):
            found[-3:] = [replace(last[0], text="…")]
    return found
