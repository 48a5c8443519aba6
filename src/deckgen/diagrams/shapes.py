"""The shapes of Mermaid's `@{ shape: … }`, by all of their names -> outlines."""

from __future__ import annotations

from typing import Final

from deckgen.diagrams.model import NodeOutline

_NAMES: Final = {
    NodeOutline.BOX: "rect proc process rectangle win-pane internal-storage window-pane "
    "st-rect procs processes stacked-rectangle div-rect div-proc divided-rectangle "
    "divided-process lin-rect lin-proc lined-rectangle lined-process shaded-process bow-rect "
    "bow-tie-rectangle stored-data tag-rect tag-proc tagged-rectangle tagged-process "
    "notch-rect card notched-rectangle bolt com-link lightning-bolt",
    NodeOutline.ROUNDED: "rounded event cloud bang",
    NodeOutline.STADIUM: "stadium terminal pill delay half-rounded-rectangle das h-cyl "
    "horizontal-cylinder curv-trap curved-trapezoid display",
    NodeOutline.ROUTINE: "fr-rect subprocess subproc framed-rectangle subroutine",
    NodeOutline.STORE: "cyl db database cylinder lin-cyl disk lined-cylinder datastore data-store",
    NodeOutline.CIRCLE: "circle circ dbl-circ double-circle cross-circ crossed-circle summary",
    NodeOutline.DECISION: "diam diamond decision question",
    NodeOutline.HEXAGON: "hex hexagon prepare",
    NodeOutline.SLANTED: "lean-r lean-right in-out lean-l lean-left out-in",
    NodeOutline.TRAPEZOID: "trap-b trapezoid trapezoid-bottom priority",
    NodeOutline.FLIPPED: "trap-t inv-trapezoid trapezoid-top manual sl-rect manual-input "
    "sloped-rectangle notch-pent loop-limit notched-pentagon",
    NodeOutline.FLAG: "odd flag paper-tape",
    NodeOutline.DOCUMENT: "doc document docs documents st-doc stacked-document lin-doc "
    "lined-document tag-doc tagged-document",
    NodeOutline.TRIANGLE: "tri triangle extract flip-tri flipped-triangle manual-file",
    NodeOutline.START: "sm-circ small-circle start f-circ junction filled-circle",
    NodeOutline.END: "fr-circ framed-circle stop",
    NodeOutline.BAR: "fork join",
    NodeOutline.PLAIN: "text brace comment brace-l brace-r braces",
}
NAMED: Final = {name: outline for outline, names in _NAMES.items() for name in names.split()}
"""The outline by which each shape is drawn; some share the one that is most alike."""
