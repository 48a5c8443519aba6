"""A frame with a diagram (SmartArt) -> the shapes that the program drew which wrote the file.

A diagram is told by its data and by rules how they are laid out, and drawn beside (MS-ODRAWXML,
2.6): in shapes that are those of slides but for their namespace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import NAMESPACES, child, local_name, parse, qn

if TYPE_CHECKING:
    from deckgen.opc.package import Package, Part
    from deckgen.opc.xml import Element
    from deckgen.template.shapes import TemplateShape

_SPACE: Final = b"http://schemas.microsoft.com/office/drawing/2008/diagram"


def drawing_of(package: Package, part: Part, frame: TemplateShape) -> Part | None:
    """Return the part with the drawing of a frame's diagram, None where it has none."""
    held = child(frame.part("a:graphic"), "a:graphicData")
    inside = () if held is None else held
    named = next((each for each in inside if local_name(each) == "relIds"), None)
    data = None if named is None else package.parts.get(part.lead(named.get(qn("r:dm"))) or "")
    if data is None:
        return None
    try:
        root = parse(data.data)
    except BadPackageError:
        return None
    told = (each.get("relId") for each in root.iter() if local_name(each) == "dataModelExt")
    return package.parts.get(part.lead(next(told, None)) or "")


def tree_of(drawing: Part) -> Element | None:
    """Return the shapes of a drawing as if they stood on a slide; None where it is damaged."""
    try:
        root = parse(drawing.data.replace(_SPACE, NAMESPACES["p"].encode()))
    except BadPackageError:
        return None
    return child(root, "p:spTree")
