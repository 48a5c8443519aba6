"""A template's table styles -> the colours that its tables have, to judge what can be read there.

Files often name one of PowerPoint's own styles without describing it; those that are a file's
default are known here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.xml import child, children, local_name, parse
from deckgen.template.model import TableColors
from deckgen.template.palette import fill_of

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.opc.package import Package, Part
    from deckgen.opc.xml import Element
    from deckgen.template.palette import Palette

_NAMESPACE: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_MEDIUM_2: Final = {
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
}
"""Medium Style 2, in each of its colours: what PowerPoint gives a table by itself."""
_RULES: Final = "<a:tcBdr>{}</a:tcBdr>".format(
    "".join(
        f'<a:{side}><a:ln w="12700"><a:solidFill><a:schemeClr val="lt1"/></a:solidFill></a:ln>'
        f"</a:{side}>"
        for side in ("left", "right", "top", "bottom", "insideH", "insideV")
    )
)
"""The lines of that style."""
_BARE: Final = (
    "{5940675A-B579-460E-94D1-54222C63F5DA}",
    "{2D5ABB26-0587-4C30-8999-92F81FD0307C}",
)
"""No Style, with and without a grid."""


class TableStyle:
    """The table style that a template has tables in, if it names one."""

    def __init__(self, package: Package, main: Part) -> None:
        self.id: str | None = None
        self._listed: dict[str, Element] = {}
        name = main.target("tableStyles")
        part = None if name is None else package.parts.get(name)
        if part is None:
            return
        styles = parse(part.data, part.name)
        if local_name(styles) == "tblStyleLst":
            self.id = styles.get("def")
            listed = children(styles, "a:tblStyle")
            self._listed = {one.get("styleId", ""): one for one in listed}

    def described(self, name: str | None) -> Element | None:
        """Return what is known of the style of an id: from the file, or one of PowerPoint's own."""
        if name is None:
            return None
        found = self._listed.get(name)
        return _known(name) if found is None else found

    def colors(self, palette: Palette, text: Color) -> TableColors | None:
        """Return the colours of tables under a theme; None where nothing is known of the style.

        Without a style, tables have the text of text boxes and no fills.
        """
        if self.id is None:
            return TableColors(text=text, header=text)
        style = self.described(self.id)
        return None if style is None else _colors(style, palette)


def _known(name: str) -> Element | None:
    """Return one of PowerPoint's own styles as a file would describe it, as far as colours go."""
    if name in _BARE:
        return parse(_style(_part("wholeTbl", "tx1")))
    accent = _MEDIUM_2.get(name)
    if accent is None:
        return None
    return parse(
        _style(
            _part("wholeTbl", "dk1", accent, tint=20_000, ruled=True)
            + _part("band1H", None, accent, tint=40_000)
            + _part("firstRow", "lt1", accent)
        )
    )


def _style(parts: str) -> bytes:
    return f"<a:tblStyle {_NAMESPACE}>{parts}</a:tblStyle>".encode()


def _part(
    name: str,
    text: str | None,
    fill: str | None = None,
    tint: int | None = None,
    *,
    ruled: bool = False,
) -> str:
    tinted = "" if tint is None else f'<a:tint val="{tint}"/>'
    color = f'<a:schemeClr val="{fill}">{tinted}</a:schemeClr>'
    filled = f"<a:fill><a:solidFill>{color}</a:solidFill></a:fill>" if fill else ""
    bold = ' b="on"' if name == "firstRow" else ""
    letters = f'<a:tcTxStyle{bold}><a:schemeClr val="{text}"/></a:tcTxStyle>' if text else ""
    rules = _RULES if ruled else ""
    return f"<a:{name}>{letters}<a:tcStyle>{rules}{filled}</a:tcStyle></a:{name}>"


def _colors(style: Element, palette: Palette) -> TableColors:
    text = _text(style, "wholeTbl", palette) or palette.named("tx1")
    whole = _fill(style, "wholeTbl", palette)
    return TableColors(
        text=text,
        header=_text(style, "firstRow", palette) or text,
        header_fill=_fill(style, "firstRow", palette) or whole,
        fills=(
            _fill(style, "band1H", palette) or whole,
            _fill(style, "band2H", palette) or whole,
        ),
    )


def _text(style: Element, part: str, palette: Palette) -> Color | None:
    letters = child(style, f"a:{part}", "a:tcTxStyle")
    colors = () if letters is None else letters
    found = [item for item in colors if local_name(item).endswith("Clr")]
    return palette.resolve(found[0]) if found else None


def _fill(style: Element, part: str, palette: Palette) -> Color | None:
    cells = child(style, f"a:{part}", "a:tcStyle")
    fill = fill_of(child(cells, "a:fill"))
    if fill is not None:
        return palette.fill(fill)
    reference = child(cells, "a:fillRef")
    if reference is None or reference.get("idx") == "0" or not len(reference):
        return None
    # most themes' fills are of the colour that the reference names, or of shades around it
    return palette.resolve(reference[0])
