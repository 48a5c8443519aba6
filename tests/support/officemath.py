"""OfficeMath -> what it says, on one line: a reader that knows nothing of how deckgen writes it.

`(frac a b)` is a fraction, `(nary ∑ stacked (i = 1) n x)` a sum; empty parts are `_`. Letters that
are not set as usual have their style in front: `r:d` is upright, `b:x` bold, `bb:R` double-struck.
The elements are those of ECMA-376-1, 22.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
M: Final = f"{{{MATH}}}"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
A: Final = f"{{{DRAWING}}}"
EMPTY: Final = "\u200b"
ALPHABETS: Final = {
    "double-struck": "bb",
    "script": "cal",
    "fraktur": "frak",
    "sans-serif": "sf",
    "monospace": "tt",
}
SIDES: Final = ("hideTop", "hideBot", "hideLeft", "hideRight")
STRIKES: Final = ("strikeH", "strikeV", "strikeBLTR", "strikeTLBR")


def said(math: Element) -> str:
    """Return what an `m:oMath` or a part of an object holds."""
    parts = [part for part in map(_object, math) if part]
    return " ".join(parts)


def _object(element: Element) -> str:
    name = etree.QName(element).localname
    read = READERS.get(name)
    if read is not None:
        return read(element)
    assert name.endswith("Pr"), f"{name} is no object of mathematics"
    return ""


def _part(element: Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return bracketed(said(found) if found is not None else "")


def bracketed(text: str) -> str:
    """Return a text as a part of an object: in brackets where it is several."""
    is_words = text.startswith("'") and text.count("'") == 2
    return f"({text})" if " " in text and not (_is_one(text) or is_words) else text or "_"


def _is_one(text: str) -> bool:
    """Tell whether a text is one object in its brackets."""
    depth = 0
    for number, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return text.startswith("(") and number == len(text) - 1
    return False


def _value(element: Element, name: str, default: str = "") -> str:
    found = element.find(f"{M}{etree.QName(element).localname}Pr/{M}{name}")
    return default if found is None else found.get(f"{M}val", "1")


def _is_on(element: Element, name: str) -> bool:
    return _value(element, name, "0") not in {"0", "off", "false"}


def _run(element: Element) -> str:
    text = "".join(each.text or "" for each in element.iterfind(f"{M}t")).replace(EMPTY, "")
    if not text:
        return ""
    color = element.find(f"{A}rPr/{A}solidFill/{A}srgbClr")
    tail = f"#{color.get('val')}" if color is not None else ""
    properties = element.find(f"{M}rPr")
    if properties is not None and properties.find(f"{M}nor") is not None:
        return f"'{text}'{tail}"
    if text.isspace():
        return "~"
    text = text.replace("(", "⦅").replace(")", "⦆")  # ours are brackets of objects
    script = properties.find(f"{M}scr") if properties is not None else None
    style = properties.find(f"{M}sty") if properties is not None else None
    styles = {"p": "r", "b": "b", "bi": "bi", "i": ""}
    alphabet = ALPHABETS[script.get(f"{M}val", "")] if script is not None else ""
    weight = styles[style.get(f"{M}val", "")] if style is not None else ""
    if alphabet:
        weight = weight.replace("r", "")
    mark = alphabet + weight
    return f"{mark}:{text}{tail}" if mark else f"{text}{tail}"


def _fraction(element: Element) -> str:
    kind = "stack" if _value(element, "type") == "noBar" else "frac"
    return f"({kind} {_part(element, 'num')} {_part(element, 'den')})"


def _root(element: Element) -> str:
    inside = _part(element, "e")
    if _is_on(element, "degHide"):
        return f"(sqrt {inside})"
    return f"(root {_part(element, 'deg')} {inside})"


def _scripted(name: str, *parts: str) -> Callable[[Element], str]:
    return lambda element: f"({name} {' '.join(_part(element, part) for part in parts)})"


def _large(element: Element) -> str:
    place = "stacked" if _value(element, "limLoc") == "undOvr" else "beside"
    below = "_" if _is_on(element, "subHide") else _part(element, "sub")
    above = "_" if _is_on(element, "supHide") else _part(element, "sup")
    sign = _value(element, "chr", "∫")
    return f"(nary {sign} {place} {below} {above} {_part(element, 'e')})"


def _delimited(element: Element) -> str:
    opening, closing = _value(element, "begChr", "("), _value(element, "endChr", ")")
    between = _value(element, "sepChr", "|")
    parts = [said(each) or "_" for each in element.iterfind(f"{M}e")]
    ends = (end.replace("(", "⦅").replace(")", "⦆") or "." for end in (opening, closing))
    return f"(fence {' '.join(ends)} {f' {between} '.join(parts)})"


def _matrix(element: Element) -> str:
    sides = "".join(
        (each.get(f"{M}val") or "c")[0] for each in element.iterfind(f".//{M}mcPr/{M}mcJc")
    )
    rows = (
        " & ".join(said(cell) or "_" for cell in row.iterfind(f"{M}e"))
        for row in element.iterfind(f"{M}mr")
    )
    return f"(matrix {sides} {' ; '.join(rows)})"


def _lines(element: Element) -> str:
    return f"(lines {' ; '.join(said(line) for line in element.iterfind(f'{M}e'))})"


def _boxed(element: Element) -> str:
    sides = "".join(s[4].lower() for s in SIDES if not _is_on(element, s))
    strikes = " ".join(s.removeprefix("strike").lower() for s in STRIKES if _is_on(element, s))
    return f"(box [{sides}{' ' + strikes if strikes else ''}] {_part(element, 'e')})"


def _phantom(element: Element) -> str:
    kept = "show" if _value(element, "show", "1") == "1" else "hide"
    lost = "".join(
        f" no-{what}"
        for name, what in (("zeroWid", "width"), ("zeroAsc", "ascent"), ("zeroDesc", "descent"))
        if _is_on(element, name)
    )
    return f"(phantom {kept}{lost} {_part(element, 'e')})"


READERS: Final[dict[str, Callable[[Element], str]]] = {
    "r": _run,
    "f": _fraction,
    "rad": _root,
    "sSub": _scripted("sub", "e", "sub"),
    "sSup": _scripted("sup", "e", "sup"),
    "sSubSup": _scripted("subsup", "e", "sub", "sup"),
    "sPre": _scripted("before", "sub", "sup", "e"),
    "limLow": _scripted("under", "e", "lim"),
    "limUpp": _scripted("over", "e", "lim"),
    "nary": _large,
    "func": _scripted("function", "fName", "e"),
    "d": _delimited,
    "acc": lambda e: f"(accent {_value(e, 'chr', chr(0x302))} {_part(e, 'e')})",
    "bar": lambda e: (
        f"({'overline' if _value(e, 'pos') == 'top' else 'underline'} {_part(e, 'e')})"
    ),
    "groupChr": lambda e: (
        f"(wide {_value(e, 'chr', '⏟')} {_value(e, 'pos', 'bot')} {_part(e, 'e')})"
    ),
    "m": _matrix,
    "eqArr": _lines,
    "borderBox": _boxed,
    "phant": _phantom,
    "oMath": said,
    "oMathPara": said,
}
"""What reads each object, by the name of its element."""
