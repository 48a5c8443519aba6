"""A formula -> one line of text: what it is called, and what shows where no formula can.

The line format of UnicodeMath (Unicode Technical Note 28), which Office itself reads, as far as a
reader without it understands: `(−b±√(b²−4ac))/2a`.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Final

from deckgen.formulas.model import (
    Accent,
    Aligned,
    Bar,
    Boxed,
    Fenced,
    Fraction,
    Function,
    Glyphs,
    Group,
    Large,
    Matrix,
    Phantom,
    Root,
    Scripts,
    Space,
    Stretched,
    TokenKind,
    UnderOver,
)
from deckgen.formulas.signs import ARROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.formulas.model import Formula, Node

_SUPERSCRIPTS: Final = str.maketrans("0123456789+−=()ni′″", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ′″")
_SUBSCRIPTS: Final = str.maketrans("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_ABOVE: Final = frozenset("0123456789+−=()ni′″")
_BELOW: Final = frozenset("0123456789+−=()")
_SPACED: Final = frozenset("=≠<>≤≥≈≡∼≃≅∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦⟹⟺∝≪≫≔∣⊢⊨+−±∓×÷⋅∪∩∧∨")
_SIGNS: Final = frozenset("+−±∓")
"""At the start, or behind another sign, these are that of a number."""
_WIDE: Final = 0.2
"""Space of so many em parts words: that around `mod` does, a thin space does not."""


def linear(formula: Formula) -> str:
    """Return a formula on one line."""
    return " ".join(_text(formula.root).split())


@singledispatch
def _text(node: Node) -> str:
    raise TypeError(node)


@_text.register
def _(node: Glyphs) -> str:
    return node.text


@_text.register
def _(node: Space) -> str:
    return " " if node.width >= _WIDE else ""


@_text.register
def _(node: Group) -> str:
    text = ""
    for each in node.nodes:
        shown = _text(each)
        is_sign = isinstance(each, Glyphs) and each.kind is TokenKind.OPERATOR and shown in _SPACED
        if is_sign and (shown not in _SIGNS or (text and not text.endswith((" ", "(", ",")))):
            text += f" {shown} "
        elif isinstance(each, Large) and text[-1:].isalnum():
            text += f" {shown}"
        else:
            text += shown
    return text


@_text.register
def _(node: Fraction) -> str:
    if not node.bar:
        return f"{_text(node.above)}¦{_text(node.below)}"
    return f"{_group(node.above)}/{_group(node.below)}"


@_text.register
def _(node: Root) -> str:
    if node.degree is None:
        return f"√{_group(node.radicand)}"
    sign = {"3": "∛", "4": "∜"}.get(_text(node.degree))
    if sign is not None:
        return f"{sign}{_group(node.radicand)}"
    return f"√({_text(node.degree)}&{_text(node.radicand)})"


@_text.register
def _(node: Scripts) -> str:
    scripts = _below(node.below) + _above(node.above)
    return f"{scripts}{_text(node.base)}" if node.before else f"{_text(node.base)}{scripts}"


@_text.register
def _(node: UnderOver) -> str:
    return f"{_group(node.base)}{_below(node.below)}{_above(node.above)}"


@_text.register
def _(node: Large) -> str:
    body = _text(node.body)
    gap = " " if body else ""
    return f"{node.sign}{_below(node.below)}{_above(node.above)}{gap}{body}"


@_text.register
def _(node: Function) -> str:
    return f"{_text(node.name)} {_text(node.argument)}"


@_text.register
def _(node: Fenced) -> str:
    return f"{node.opening}{node.between.join(map(_text, node.parts))}{node.closing}"


@_text.register
def _(node: Accent) -> str:
    text = _text(node.base)
    return text + node.sign if len(text) == 1 else f"({text}){node.sign}"


@_text.register
def _(node: Bar) -> str:
    text = _text(node.base)
    mark = "\u0305" if node.over else "\u0332"
    return "".join(letter + mark for letter in text)


@_text.register
def _(node: Stretched) -> str:
    if node.over or node.sign not in ARROWS:
        return _text(node.base)
    return f" {node.sign}{_above(node.base)} "


@_text.register
def _(node: Matrix) -> str:
    return "; ".join(", ".join(map(_text, row)) for row in node.rows)


@_text.register
def _(node: Aligned) -> str:
    return "; ".join(_text(Group(tuple(_beside(row)))).strip() for row in node.rows)


@_text.register
def _(node: Boxed) -> str:
    return _text(node.base)


@_text.register
def _(node: Phantom) -> str:
    return _text(node.base) if node.shows else ""


def _beside(cells: Iterable[Node]) -> Iterator[Node]:
    for cell in cells:
        yield from cell.nodes if isinstance(cell, Group) else (cell,)


def _group(node: Node) -> str:
    """Return what stands over, under or in something, in parentheses where it has parts."""
    text = _text(node).strip()
    alone = isinstance(node, (Glyphs, Fenced, Accent)) or len(text) == 1 or text.isalnum()
    return text if alone else f"({text})"


def _above(node: Node | None) -> str:
    if node is None:
        return ""
    text = _text(node).replace(" ", "")
    if text and _ABOVE.issuperset(text):
        return text.translate(_SUPERSCRIPTS)
    return f"^{_group(node).replace(' ', '')}" if text else ""


def _below(node: Node | None) -> str:
    if node is None:
        return ""
    text = _text(node).replace(" ", "")
    if text and _BELOW.issuperset(text):
        return text.translate(_SUBSCRIPTS)
    return f"_{_group(node).replace(' ', '')}" if text else ""
