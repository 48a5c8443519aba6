"""What is told of formulas and diagrams."""

from __future__ import annotations

from deckgen.codes.catalogue import error, note

BAD_FORMULA = error(
    "bad-formula",
    "a formula is no LaTeX that deckgen can set",
    "Formulas are written in LaTeX: `$\\frac{a}{b}$` in text, `$$…$$` or `equation:` where they\n"
    "stand by themselves. Commands of your own are told by\n"
    "`deck: {math: {macros: {\\R: \\mathbb{R}}}}`. A dollar sign that would be\n"
    "taken for the start of a formula is written `\\$`.",
)
BAD_DIAGRAM = error(
    "bad-diagram",
    "a diagram cannot be read",
    "Diagrams are written in Mermaid (`flowchart`, `sequenceDiagram`, `stateDiagram-v2`,\n"
    "`classDiagram`, `erDiagram`, `gantt`, `mindmap`, `pie`), as `nodes`, `edges`, `groups` and\n"
    "`direction`, or as `org`. What of Mermaid holds is listed in docs/reference/diagrams.md.",
)
DIAGRAM_LEFT_OUT = note(
    "diagram-left-out",
    "something that a diagram says of its look, or of clicks, is left out",
    "A deck has the look of its template. Of styles in Mermaid the meaning of a colour is kept,\n"
    "as a tone of the theme: red is bad, green is good, yellow warns, violet is important, grey\n"
    "is muted. Nodes lead to web addresses; programs are not called.",
)
