"""MathML, as math-core writes it, -> the tree of a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from deckgen.formulas.gathering import gathered
from deckgen.formulas.letters import tokens
from deckgen.formulas.model import (
    Boxed,
    Fenced,
    Formula,
    Fraction,
    Function,
    Glyphs,
    Group,
    Large,
    Node,
    Phantom,
    Root,
    Scripts,
    Space,
    TokenKind,
    UnderOver,
)
from deckgen.formulas.signs import (
    APPLY,
    ARROWS,
    FENCES,
    LARGE,
    NOTHING,
    accented,
    labelled,
)
from deckgen.formulas.tables import table
from deckgen.formulas.tex import mathml
from deckgen.patterns import lazy
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from xml.etree.ElementTree import Element

_NUMBER: Final = lazy(r"-?[\d.]+")
_COLOR: Final = lazy(r"color:\s*#([0-9A-Fa-f]{6})")
_POINTS: Final = {"rem": 1.0, "em": 1.0, "ex": 0.43, "pt": 0.1, "px": 0.075}
"""What lengths are worth in em, for text of 10 pt as TeX has it."""


def formula(tex: str, *, display: bool, macros: Mapping[str, str] | None = None) -> Formula:
    """Return the formula that LaTeX writes; raises `FormulaError` with its offset for mistakes."""
    written = mathml(tex, display=display, macros=macros)
    return Formula(tex, written, _Reader(display).row(_parsed(written)), display)


def _parsed(written: str) -> Element:
    # what it reads is math-core's own writing, in which all that an author wrote is escaped
    return ET.fromstring(written)  # noqa: S314


class _Reader:
    """Reads elements; knows whether bounds stand under sums, and the colour around it."""

    def __init__(self, display: bool, color: str = "") -> None:
        self.display = display
        self.color = color

    def row(self, element: Element) -> Node:
        """Return what an element holds: a node where it is one."""
        return _row(self.nodes(element))

    def nodes(self, element: Element) -> list[Node]:
        found: list[Node] = []
        for child in element:
            node = self.node(child)
            found += node.nodes if isinstance(node, Group) else (node,)
        return gathered(found)

    def node(self, element: Element) -> Node:
        """Return the node of an element; for one that is not known, what it holds."""
        read = _READERS.get(element.tag)
        if read is not None:
            return read(self, element)
        color = _COLOR.search(element.get("style", ""))
        if color is not None:
            return _Reader(self.display, color[1].upper()).within(element)
        return self.within(element)

    def within(self, element: Element) -> Node:
        """Return what a row holds: a function applied, parts in fences, or all beside another."""
        for number, child in enumerate(element):
            if child.tag == "mo" and child.text == APPLY:
                name = _row([self.node(each) for each in element[:number]])
                argument = _row([self.node(each) for each in element[number + 1 :]])
                return Function(name, argument) if argument != Group() else name
        if len(element) > 1 and _is_fence(element[0]) and _is_fence(element[-1]):
            return self.fenced(element)
        return self.row(element)

    def fenced(self, element: Element) -> Node:
        parts: list[list[Node]] = [[]]
        between = ""
        for child in element[1:-1]:
            if child.tag == "mo" and child.get("stretchy") == "true" and child.text in FENCES:
                between = child.text or ""
                parts.append([])
            else:
                parts[-1].append(self.node(child))
        rows = tuple(_row(gathered(_flat(part))) for part in parts)
        return Fenced(_sign(element[0]), rows, _sign(element[-1]), between)

    def token(self, element: Element) -> Node:
        kind = _KINDS[element.tag]
        text = element.text or ""
        if kind is TokenKind.OPERATOR and text in LARGE:
            return Large(text, Group(), color=self.color)
        if kind is TokenKind.OPERATOR and len(text) > 1 and text.isalpha():  # within cells
            return Function(Glyphs(text, TokenKind.IDENTIFIER, color=self.color), Group())
        upright = element.get("mathvariant") == "normal"
        found = tokens(text, kind, upright=upright, color=self.color)
        return found[0] if len(found) == 1 else Group(found)

    def words(self, element: Element) -> Node:
        return Group(tuple(self._words(element, bold=False, italic=False)))

    def _words(self, element: Element, *, bold: bool, italic: bool) -> list[Node]:
        bold, italic = bold or element.tag == "b", italic or element.tag in {"i", "em"}
        found: list[Node] = []
        if element.text:
            found.append(Glyphs(element.text, TokenKind.TEXT, italic, bold, color=self.color))
        for child in element:
            found += self._words(child, bold=bold, italic=italic)
            if child.tail:
                found.append(Glyphs(child.tail, TokenKind.TEXT, italic, bold, color=self.color))
        return found

    def space(self, element: Element) -> Node:
        wide = element.get("width") or element.get("style", "").partition("margin-left:")[2]
        number = _NUMBER.search(wide)
        unit = wide[number.end() :].strip(" ;") if number else ""
        width = float(number[0]) * _POINTS.get(unit, 1.0) if number else 0.0
        return Space(width) if width else Group()

    def fraction(self, element: Element) -> Node:
        bar = element.get("linethickness", "1")[:1] != "0"
        return Fraction(self.node(element[0]), self.node(element[1]), bar)

    def square_root(self, element: Element) -> Node:
        return Root(self.row(element))

    def root(self, element: Element) -> Node:
        return Root(self.node(element[0]), self.node(element[1]))

    def scripts(self, element: Element) -> Node:
        base, *others = [self.node(child) for child in element]
        below = others[0] if element.tag != "msup" else None
        above = others[-1] if element.tag != "msub" else None
        if isinstance(base, Large):
            return replace(base, below=below, above=above)
        return Scripts(base, below, above)

    def around(self, element: Element) -> Node:
        """Return something with scripts at both of its sides."""
        children = [*element]
        middle = next((n for n, child in enumerate(children) if child.tag == "mprescripts"), 0)
        base, *after = [self.node(child) for child in children[: middle or len(children)]]
        before = [self.node(child) for child in children[middle + 1 :]] if middle else []
        behind = _script_pair(after)
        found = replace(base, below=behind[0], above=behind[1]) if isinstance(base, Large) else base
        if after and not isinstance(base, Large):
            found = Scripts(base, *behind)
        return Scripts(found, *_script_pair(before), before=True) if before else found

    def limits(self, element: Element) -> Node:
        """Return what stands under and over a base: an accent, bounds of a sum, a label."""
        if len(element) == 2 and element[1].tag == "mspace":
            return self.node(element[0])  # the least width of an arrow's label
        base, *others = [*element]
        sign = base.text or ""
        below = self.node(others[0]) if element.tag != "mover" else None
        above = self.node(others[-1]) if element.tag != "munder" else None
        mark = others[0].text or "" if len(others) == 1 and others[0].tag == "mo" else ""
        grows = sign in ARROWS and (sign != "=" or base.get("stretchy") == "true")
        if base.tag == "mo" and grows and (above or below) and not mark:
            return labelled(sign, below, above)
        if mark:
            accent = accented(mark, self.node(base), over=element.tag == "mover")
            if accent is not None:
                return accent
        if base.tag == "mo" and sign in LARGE:
            stacked = self.display or base.get("movablelimits") == "false"
            return Large(sign, Group(), below, above, stacked, self.color)
        return UnderOver(self.node(base), below, above)

    def enclosed(self, element: Element) -> Node:
        words = frozenset(element.get("notation", "").split())
        sides = (
            frozenset(("top", "bottom", "left", "right")) if "box" in words else frozenset[str]()
        )
        sides |= words & {"top", "bottom", "left", "right"}
        if "actuarial" in words:
            sides |= {"top", "right"}
        if "phasorangle" in words:
            sides |= {"bottom"}
        strikes = frozenset(_STRIKES[word] for word in words if word in _STRIKES)
        return Boxed(self.row(element), sides, strikes)

    def padded(self, element: Element) -> Node:
        inner = self.row(element)
        has_width, has_height = element.get("width") != "0", element.get("height") != "0"
        if has_width and has_height:
            return inner
        shows = not isinstance(inner, Phantom)
        base = inner.base if isinstance(inner, Phantom) else inner
        return Phantom(base, shows, has_width, has_height)

    def phantom(self, element: Element) -> Node:
        return Phantom(self.row(element))

    def table(self, element: Element) -> Node:
        rows = [[(self.row(cell), cell.get("style", "")) for cell in row] for row in element]
        return table(rows, display=element.get("displaystyle") == "true")


_STRIKES: Final = {
    "updiagonalstrike": "up",
    "downdiagonalstrike": "down",
    "horizontalstrike": "horizontal",
    "verticalstrike": "vertical",
}
_KINDS: Final = {"mi": TokenKind.IDENTIFIER, "mn": TokenKind.NUMBER, "mo": TokenKind.OPERATOR}
_READERS: Final[dict[str, Callable[[_Reader, Element], Node]]] = {
    "mi": _Reader.token,
    "mn": _Reader.token,
    "mo": _Reader.token,
    "mtext": _Reader.words,
    "mspace": _Reader.space,
    "mfrac": _Reader.fraction,
    "msqrt": _Reader.square_root,
    "mroot": _Reader.root,
    "msub": _Reader.scripts,
    "msup": _Reader.scripts,
    "msubsup": _Reader.scripts,
    "mmultiscripts": _Reader.around,
    "munder": _Reader.limits,
    "mover": _Reader.limits,
    "munderover": _Reader.limits,
    "menclose": _Reader.enclosed,
    "mpadded": _Reader.padded,
    "mphantom": _Reader.phantom,
    "mtable": _Reader.table,
}


def _script_pair(nodes: Sequence[Node]) -> tuple[Node | None, Node | None]:
    pair = [None if node == Group() else node for node in nodes[:2]]
    return (pair[0] if pair else None), (pair[1] if len(pair) > 1 else None)


def _row(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Group(tuple(nodes))


def _flat(nodes: Sequence[Node]) -> list[Node]:
    return [each for node in nodes for each in (node.nodes if isinstance(node, Group) else (node,))]


def _is_fence(element: Element) -> bool:
    is_sign = element.tag == "mo" and (element.text or "") in FENCES | {NOTHING}
    return is_sign and element.get("stretchy") != "false" and element.get("minsize") is None


def _sign(element: Element) -> str:
    text = element.text or ""
    return "" if text == NOTHING else text
