"""The tree of a formula -> the line that `officemath` reads from the file, if nothing was lost."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from deckgen.formulas.model import (
    Accent,
    Aligned,
    Alphabet,
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
from tests.support.officemath import ALPHABETS, bracketed

if TYPE_CHECKING:
    from deckgen.formulas.model import Node

THIN = 0.05
"""Space below this, in em, is none: it draws its neighbours together."""


@singledispatch
def meant(node: Node) -> str:
    """Return what a node says, as the reader of OfficeMath would."""
    raise TypeError(node)


def part(node: Node | None) -> str:
    """Return what a part of an object says."""
    return bracketed(meant(node)) if node is not None else "_"


@meant.register
def _(node: Group) -> str:
    return " ".join(filter(None, map(meant, node.nodes)))


@meant.register
def _(node: Glyphs) -> str:
    tail = f"#{node.color}" if node.color else ""
    if node.kind is TokenKind.TEXT:
        return f"'{node.text}'{tail}"
    text = node.text.replace("(", "⦅").replace(")", "⦆")
    is_plain = node.alphabet is Alphabet.ROMAN
    is_letter = node.kind is TokenKind.IDENTIFIER or node.bold
    mark = "" if is_plain else ALPHABETS[node.alphabet.value]
    if node.bold:
        mark += "bi" if node.italic else "b"
    elif is_letter and is_plain and not node.italic:
        mark += "r"
    return f"{mark}:{text}{tail}" if mark else f"{text}{tail}"


@meant.register
def _(node: Space) -> str:
    return "~" if node.width > THIN else ""


@meant.register
def _(node: Fraction) -> str:
    return f"({'frac' if node.bar else 'stack'} {part(node.above)} {part(node.below)})"


@meant.register
def _(node: Root) -> str:
    if node.degree is None:
        return f"(sqrt {part(node.radicand)})"
    return f"(root {part(node.degree)} {part(node.radicand)})"


@meant.register
def _(node: Scripts) -> str:
    if node.before:
        return f"(before {part(node.below)} {part(node.above)} {part(node.base)})"
    name = ("sub" if node.below is not None else "") + ("sup" if node.above is not None else "")
    given = [each for each in (node.below, node.above) if each is not None]
    return f"({name} {' '.join(map(part, (node.base, *given)))})"


@meant.register
def _(node: UnderOver) -> str:
    text = meant(node.base)
    if node.below is not None:
        text = f"(under {bracketed(text)} {part(node.below)})"
    return f"(over {bracketed(text)} {part(node.above)})" if node.above is not None else text


@meant.register
def _(node: Large) -> str:
    place = "stacked" if node.stacked else "beside"
    parts = " ".join(map(part, (node.below, node.above, node.body)))
    return f"(nary {node.sign} {place} {parts})"


@meant.register
def _(node: Function) -> str:
    return f"(function {part(node.name)} {part(node.argument)})"


@meant.register
def _(node: Fenced) -> str:
    ends = (end.replace("(", "⦅").replace(")", "⦆") or "." for end in (node.opening, node.closing))
    between = f" {node.between or '|'} "
    return f"(fence {' '.join(ends)} {between.join(meant(each) or '_' for each in node.parts)})"


@meant.register
def _(node: Accent) -> str:
    return f"(accent {node.sign} {part(node.base)})"


@meant.register
def _(node: Bar) -> str:
    return f"({'overline' if node.over else 'underline'} {part(node.base)})"


@meant.register
def _(node: Stretched) -> str:
    return f"(wide {node.sign} {'top' if node.over else 'bot'} {part(node.base)})"


@meant.register
def _(node: Matrix) -> str:
    rows = (" & ".join(meant(cell) or "_" for cell in row) for row in node.rows)
    return f"(matrix {''.join(a[0] for a in node.alignments)} {' ; '.join(rows)})"


@meant.register
def _(node: Aligned) -> str:
    rows = (" & ".join(filter(None, map(meant, row))) for row in node.rows)
    starts = ("& " if row[0] == Group() else "" for row in node.rows)
    return f"(lines {' ; '.join(a + b for a, b in zip(starts, rows, strict=True))})"


@meant.register
def _(node: Boxed) -> str:
    sides = "".join(s[0] for s in ("top", "bottom", "left", "right") if s in node.sides)
    names = {"horizontal": "h", "vertical": "v", "up": "bltr", "down": "tlbr"}
    strikes = " ".join(name for word, name in names.items() if word in node.strikes)
    return f"(box [{sides}{' ' + strikes if strikes else ''}] {part(node.base)})"


@meant.register
def _(node: Phantom) -> str:
    lost = "" if node.has_width else " no-width"
    lost += "" if node.has_height else " no-ascent no-descent"
    return f"(phantom {'show' if node.shows else 'hide'}{lost} {part(node.base)})"
