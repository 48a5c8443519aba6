"""A table style as designed -> the table styles part."""

from __future__ import annotations

from .design import TableStyle
from .markup import DECLARATION, MAIN, element
from .paint import Colour, line, solid


def table_styles(style: TableStyle) -> str:
    """Return the part that holds the one style, which new tables take."""
    return DECLARATION + element(
        "a:tblStyleLst",
        {"xmlns:a": MAIN, "def": style.identifier},
        element(
            "a:tblStyle",
            {"styleId": style.identifier, "styleName": style.name},
            _whole(style),
            _part("a:band1H", cell=_cell({}, style.band)),
            _part("a:band1V", cell=_cell({}, style.band)),
            _part("a:lastCol", text=_text(style.text, bold=True), cell=_cell({})),
            _part("a:firstCol", text=_text(style.text, bold=True), cell=_cell({})),
            _last_row(style),
            _header(style),
        ),
    )


def _whole(style: TableStyle) -> str:
    rules = {"insideH": line(style.rule, 0.75), "bottom": line(style.strong_rule, 1.5)}
    return _part("a:wholeTbl", text=_text(style.text), cell=_cell(rules))


def _last_row(style: TableStyle) -> str:
    rules = {"top": line(style.strong_rule, 1.5)}
    return _part("a:lastRow", text=_text(style.text, bold=True), cell=_cell(rules))


def _header(style: TableStyle) -> str:
    rules = {"bottom": line(style.strong_rule, 1.5)}
    text = _text(style.header_text, bold=True)
    return _part("a:firstRow", text=text, cell=_cell(rules, style.header))


def _part(tag: str, *, cell: str, text: str = "") -> str:
    return element(tag, None, text, cell)


def _text(colour: Colour, *, bold: bool = False) -> str:
    font = element("a:fontRef", {"idx": "minor"})
    return element("a:tcTxStyle", {"b": "on" if bold else None}, font, colour.markup())


def _cell(rules: dict[str, str], ground: Colour | None = None) -> str:
    order = ("left", "right", "top", "bottom", "insideH", "insideV")
    borders = (element(f"a:{side}", None, rules[side]) for side in order if side in rules)
    fill = "" if ground is None else element("a:fill", None, solid(ground))
    return element("a:tcStyle", None, element("a:tcBdr", None, *borders), fill)
