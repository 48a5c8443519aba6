"""Formulas -> OfficeMath: `m:oMath` (ECMA-376-1, 22.1), as PowerPoint keeps it in text.

Each run carries the properties of the text that it stands in, so that size and colour follow it.
The slant is said twice, as `m:sty` and as `i`, which is what PowerPoint writes.
"""

from __future__ import annotations

from functools import singledispatchmethod
from typing import TYPE_CHECKING, Final

from deckgen.emit.alternate import DRAWING_2010
from deckgen.emit.xml import attribute, text
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

if TYPE_CHECKING:
    from deckgen.formulas.model import Formula, Node

MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_FONT: Final = (
    '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
)
_EMPTY: Final = "\u200b"
"""Stands where Office would show an empty box to be filled in."""
_WIDTHS: Final = (
    (2.0, "\u2003\u2003"),
    (1.0, "\u2003"),
    (0.5, "\u2002"),
    (0.27, "\u2005"),
    (0.2, "\u205f"),
    (0.1, "\u2009"),
    (0.0, "\u200a"),
)
"""Spaces by their least width in em."""
_STYLES: Final = {(False, False): "p", (False, True): "b", (True, False): "i", (True, True): "bi"}
_STRIKES: Final = {
    "horizontal": "strikeH",
    "vertical": "strikeV",
    "up": "strikeBLTR",
    "down": "strikeTLBR",
}
_SIDES: Final = {"top": "hideTop", "bottom": "hideBot", "left": "hideLeft", "right": "hideRight"}


def formula_element(formula: Formula, attributes: str, fill: str) -> str:
    """Return the `a14:m` of a formula within the runs of a paragraph.

    `attributes` are those of `a:rPr`: language and size; `fill` is what paints the text, if it is
    not the paragraph's colour.
    """
    content = _Writer(attributes, fill).write(formula.root)
    math = f'<m:oMath xmlns:m="{MATH}">{content}</m:oMath>'
    if formula.display:
        math = f'<m:oMathPara xmlns:m="{MATH}">{math}</m:oMathPara>'
    return f'<a14:m xmlns:a14="{DRAWING_2010}">{math}</a14:m>'


class _Writer:
    """Writes nodes; knows how the text around a formula looks."""

    def __init__(self, attributes: str, fill: str) -> None:
        self._attributes = attributes
        self._fill = fill
        self._control = f"<m:ctrlPr>{self._look(italic=True)}</m:ctrlPr>"

    def _look(self, *, italic: bool, bold: bool = False, color: str = "") -> str:
        fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>' if color else self._fill
        weight = ' b="1"' if bold else ""
        return f'<a:rPr{self._attributes}{weight} i="{int(italic)}">{fill}{_FONT}</a:rPr>'

    def _run(self, content: str, properties: str, look: str) -> str:
        inner = f"<m:rPr>{properties}</m:rPr>" if properties else ""
        return f"<m:r>{inner}{look}<m:t>{text(content)}</m:t></m:r>"

    def _part(self, name: str, node: Node | None) -> str:
        return f"<m:{name}>{self.write(node) if node is not None else ''}</m:{name}>"

    def _filled(self, name: str, node: Node | None) -> str:
        """Return a part that is not to show an empty box where it holds nothing."""
        content = "" if node is None else self.write(node)
        content = content or self._run(_EMPTY, "", self._look(italic=False))
        return f"<m:{name}>{content}</m:{name}>"

    def _object(self, name: str, properties: str, *parts: str) -> str:
        inner = f"<m:{name}Pr>{properties}{self._control}</m:{name}Pr>"
        return f"<m:{name}>{inner}{''.join(parts)}</m:{name}>"

    @singledispatchmethod
    def write(self, node: Node) -> str:
        """Return the elements of a node."""
        raise TypeError(node)

    @write.register
    def _(self, node: Group) -> str:
        return "".join(self.write(each) for each in node.nodes)

    @write.register
    def _(self, node: Glyphs) -> str:
        look = self._look(italic=node.italic, bold=node.bold, color=node.color)
        if node.kind is TokenKind.TEXT:
            return self._run(node.text, "<m:nor/>", look)
        properties = ""
        if node.alphabet is not Alphabet.ROMAN:
            properties = f'<m:scr m:val="{node.alphabet.value}"/>'
        is_word = node.kind is TokenKind.IDENTIFIER or node.bold
        style = _STYLES[node.italic, node.bold]
        if (is_word and style != "i") or (properties and is_word):
            properties += f'<m:sty m:val="{style}"/>'
        return self._run(node.text, properties, look)

    @write.register
    def _(self, node: Space) -> str:
        blank = next((blank for least, blank in _WIDTHS if node.width >= least), "")
        return self._run(blank, "", self._look(italic=False)) if blank else ""

    @write.register
    def _(self, node: Fraction) -> str:
        kind = "" if node.bar else '<m:type m:val="noBar"/>'
        return self._object("f", kind, self._part("num", node.above), self._part("den", node.below))

    @write.register
    def _(self, node: Root) -> str:
        hidden = '<m:degHide m:val="1"/>' if node.degree is None else ""
        return self._object(
            "rad", hidden, self._part("deg", node.degree), self._filled("e", node.radicand)
        )

    @write.register
    def _(self, node: Scripts) -> str:
        base = self._filled("e", node.base)
        below, above = self._filled("sub", node.below), self._filled("sup", node.above)
        if node.before:
            return self._object("sPre", "", below, above, base)
        if node.below is None:
            return self._object("sSup", "", base, above)
        if node.above is None:
            return self._object("sSub", "", base, below)
        return self._object("sSubSup", "", base, below, above)

    @write.register
    def _(self, node: UnderOver) -> str:
        inner = self.write(node.base)
        if node.below is not None:
            inner = self._object("limLow", "", f"<m:e>{inner}</m:e>", self._part("lim", node.below))
        if node.above is not None:
            inner = self._object("limUpp", "", f"<m:e>{inner}</m:e>", self._part("lim", node.above))
        return inner

    @write.register
    def _(self, node: Large) -> str:
        properties = f'<m:chr m:val="{node.sign}"/>'
        properties += f'<m:limLoc m:val="{"undOvr" if node.stacked else "subSup"}"/>'
        properties += '<m:subHide m:val="1"/>' if node.below is None else ""
        properties += '<m:supHide m:val="1"/>' if node.above is None else ""
        parts = self._part("sub", node.below), self._part("sup", node.above)
        return self._object("nary", properties, *parts, self._filled("e", node.body))

    @write.register
    def _(self, node: Function) -> str:
        name, argument = self._part("fName", node.name), self._filled("e", node.argument)
        return self._object("func", "", name, argument)

    @write.register
    def _(self, node: Fenced) -> str:
        properties = f'<m:begChr m:val="{attribute(node.opening)}"/>'
        properties += f'<m:sepChr m:val="{attribute(node.between)}"/>' if node.between else ""
        properties += f'<m:endChr m:val="{attribute(node.closing)}"/>'
        return self._object("d", properties, *(self._filled("e", part) for part in node.parts))

    @write.register
    def _(self, node: Accent) -> str:
        return self._object("acc", f'<m:chr m:val="{node.sign}"/>', self._filled("e", node.base))

    @write.register
    def _(self, node: Bar) -> str:
        place = '<m:pos m:val="top"/>' if node.over else '<m:pos m:val="bot"/>'
        return self._object("bar", place, self._filled("e", node.base))

    @write.register
    def _(self, node: Stretched) -> str:
        place, other = ("top", "bot") if node.over else ("bot", "top")
        properties = f'<m:chr m:val="{node.sign}"/><m:pos m:val="{place}"/>'
        properties += f'<m:vertJc m:val="{other}"/>'
        return self._object("groupChr", properties, self._filled("e", node.base))

    @write.register
    def _(self, node: Matrix) -> str:
        columns = "".join(
            f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{side}"/></m:mcPr></m:mc>'
            for side in node.alignments
        )
        rows = "".join(
            f"<m:mr>{''.join(self._filled('e', cell) for cell in row)}</m:mr>" for row in node.rows
        )
        return self._object("m", f'<m:plcHide m:val="1"/><m:mcs>{columns}</m:mcs>', rows)

    @write.register
    def _(self, node: Aligned) -> str:
        mark = self._run("&", "", self._look(italic=False))
        lines = (mark.join(self.write(cell) for cell in row) for row in node.rows)
        return self._object("eqArr", "", *(f"<m:e>{line}</m:e>" for line in lines))

    @write.register
    def _(self, node: Boxed) -> str:
        hidden = (f'<m:{_SIDES[side]} m:val="1"/>' for side in _SIDES if side not in node.sides)
        lines = (
            f'<m:{name} m:val="1"/>' for side, name in _STRIKES.items() if side in node.strikes
        )
        return self._object("borderBox", "".join((*hidden, *lines)), self._filled("e", node.base))

    @write.register
    def _(self, node: Phantom) -> str:
        properties = f'<m:show m:val="{int(node.shows)}"/>'
        properties += "" if node.has_width else '<m:zeroWid m:val="1"/>'
        properties += "" if node.has_height else '<m:zeroAsc m:val="1"/><m:zeroDesc m:val="1"/>'
        return self._object("phant", properties, self._filled("e", node.base))
