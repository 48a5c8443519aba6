"""What is told of formulas and diagrams."""

from __future__ import annotations

from deckgen.codes.catalogue import error

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
    "Diagrams are written in Mermaid (`flowchart`, `stateDiagram-v2`, `classDiagram`,\n"
    "`mindmap`), or as `nodes`, `edges`, `groups` and `direction`.",
)
