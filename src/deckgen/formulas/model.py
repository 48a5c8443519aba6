"""A formula as a tree: what is written over, under, beside and around what.

The kinds of nodes are those that OfficeMath has objects for (ECMA-376-1, 22.1), so that writing a
formula decides nothing, and the names are those of MathML Core where both have one.
"""

from __future__ import annotations

from enum import Enum

from deckgen.records import Struct


class Alphabet(Enum):
    """The alphabet that letters are taken from; values as in `m:scr@val`."""

    ROMAN = "roman"
    SCRIPT = "script"
    FRAKTUR = "fraktur"
    DOUBLE_STRUCK = "double-struck"
    SANS_SERIF = "sans-serif"
    MONOSPACE = "monospace"


class TokenKind(Enum):
    """What a token is: it decides the space around it and how it is read."""

    IDENTIFIER = "identifier"
    NUMBER = "number"
    OPERATOR = "operator"
    TEXT = "text"
    """Words of a language, with their own spaces."""


class Glyphs(Struct, frozen=True):
    """Letters in one style. `color` are six hexadecimal digits, empty for that of the text."""

    text: str
    kind: TokenKind
    italic: bool = False
    bold: bool = False
    alphabet: Alphabet = Alphabet.ROMAN
    color: str = ""


class Space(Struct, frozen=True):
    """Empty space, in em. One that is negative draws its neighbours together."""

    width: float


class Group(Struct, frozen=True):
    """Nodes beside one another; none for what is left empty."""

    nodes: tuple[Node, ...] = ()


class Fraction(Struct, frozen=True):
    """One thing over another, with a bar between them or, as in a binomial, without."""

    above: Node
    below: Node
    bar: bool = True


class Root(Struct, frozen=True):
    """A root; a square root where it has no degree."""

    radicand: Node
    degree: Node | None = None


class Scripts(Struct, frozen=True):
    """What stands at the right of a base, or at its left, below and above the line."""

    base: Node
    below: Node | None = None
    above: Node | None = None
    before: bool = False


class UnderOver(Struct, frozen=True):
    """What stands straight under and over a base, smaller than it."""

    base: Node
    below: Node | None = None
    above: Node | None = None


class Large(Struct, frozen=True):
    """A sum, a product, an integral: a sign with bounds, and what it is taken of.

    `stacked` bounds stand under and over the sign, others at its right.
    """

    sign: str
    body: Node
    below: Node | None = None
    above: Node | None = None
    stacked: bool = False
    color: str = ""


class Function(Struct, frozen=True):
    """The name of a function and what it is applied to."""

    name: Node
    argument: Node


class Fenced(Struct, frozen=True):
    """Parts within signs that grow with them; a sign that is empty does not show."""

    opening: str
    parts: tuple[Node, ...]
    closing: str
    between: str = ""


class Accent(Struct, frozen=True):
    """A sign over a letter or over some of them; `sign` is the combining character."""

    sign: str
    base: Node


class Bar(Struct, frozen=True):
    """A line over or under something."""

    base: Node
    over: bool = True


class Stretched(Struct, frozen=True):
    """A brace, bracket or arrow as wide as what it stands over or under."""

    sign: str
    base: Node
    over: bool = True


class Matrix(Struct, frozen=True):
    """Rows of cells; `alignments` has `left`, `center` or `right` for each column."""

    rows: tuple[tuple[Node, ...], ...]
    alignments: tuple[str, ...]


class Aligned(Struct, frozen=True):
    """Lines whose cells end and start by turns at the same places: `a &= b`."""

    rows: tuple[tuple[Node, ...], ...]


class Boxed(Struct, frozen=True):
    """A frame around something, or lines through it: sides that show, and strikes."""

    base: Node
    sides: frozenset[str] = frozenset()
    """Of `top`, `bottom`, `left` and `right`."""
    strikes: frozenset[str] = frozenset()
    """Of `up`, `down`, `horizontal` and `vertical`."""


class Phantom(Struct, frozen=True):
    """Something of which nothing shows but the room that it takes, or of which only some counts."""

    base: Node
    shows: bool = False
    has_width: bool = True
    has_height: bool = True


Node = (
    Glyphs
    | Space
    | Group
    | Fraction
    | Root
    | Scripts
    | UnderOver
    | Large
    | Function
    | Fenced
    | Accent
    | Bar
    | Stretched
    | Matrix
    | Aligned
    | Boxed
    | Phantom
)


class Formula(Struct, frozen=True):
    """A formula: what was written, the MathML that it means, and the tree of it.

    `display` formulas stand by themselves: their fractions are large, and bounds stand under and
    over sums.
    """

    tex: str
    mathml: str
    root: Node
    display: bool
