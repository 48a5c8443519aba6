"""What is told of whole lines that look like Markdown, and of the opening lines of fences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.markdown.unrendered import MATH_HINT, Detector, Finding
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.codes import DiagnosticCode

_LINES: Final = (
    Detector(
        codes.UNRENDERED_DIV,
        "",
        lazy(r"^:{3,} *\{?\.?notes\b[^\n]*", re.MULTILINE),
        "write what the speaker says under the key `notes:` of the slide",
    ),
    Detector(
        codes.UNRENDERED_DIV,
        "",
        lazy(r"^:{3,}[^\n:]*", re.MULTILINE),
        "remove the line; what is in it is shown",
    ),
    Detector(
        codes.UNRENDERED_DIV,
        "",
        lazy(r"^(?:::[a-z]+::|\[/?columns?\])$", re.MULTILINE),
        "write `::: columns`, and `::: column` for each of them",
    ),
    Detector(
        codes.UNRENDERED_DIV,
        "",
        lazy(r"\A\?\?\?\Z"),
        "write what the speaker says under the key `notes:` of the slide",
    ),
    Detector(
        codes.UNRENDERED_TABLE,
        "",
        lazy(r"^\+(?:[-=]{2,}\+)+$", re.MULTILINE),
        "write the rows as `| a | b |`, the second as `|---|---|`",
    ),
    Detector(
        codes.UNRENDERED_PAUSE,
        "",
        lazy(r"\A(?:\. ?\.\.|\.\. \.)\Z"),
        "write `. . .` for what follows to appear at the next click, `…` for an omission",
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "",
        lazy(r"^(?:\[\[?_?toc_?\]\]?|\\[a-z]{3,})$", re.MULTILINE | re.IGNORECASE),
        "remove it; pages and their numbers are found by themselves",
    ),
    Detector(
        codes.UNRENDERED_COMMAND,
        "",
        lazy(r"^\{\{[<%][^\n]*[>%]\}\}$", re.MULTILINE),
        "remove it; deckgen knows no short codes",
    ),
    Detector(
        codes.UNRENDERED_MATH,
        "",
        lazy(r"^\\begin\{[a-z]+\*?\}", re.MULTILINE),
        MATH_HINT,
    ),
    Detector(
        codes.UNRENDERED_CALLOUT,
        "",
        lazy(r"^(?:!!!|\?\?\?)\+? +([^\W\d_][\w-]{0,40})[^\n]*", re.MULTILINE),
        r"write `**\1:**` and the words in a paragraph",
    ),
    Detector(
        codes.UNRENDERED_HEADING,
        "",
        lazy(r"^(?:#{1,6}\u3000|＃{1,6}[ \u3000]?|#{7,} )[ \u3000]*([^\n]*)", re.MULTILINE),
        r"write `### \1`",
    ),
)
_CALLOUT: Final = Detector(
    codes.UNRENDERED_CALLOUT,
    "",
    lazy(r"\A\[!([^\W\d_][\w-]{0,40})\][-+]?"),
    r"write `**\1:**` and the words in a paragraph",
)
_ROW: Final = lazy(r"[^|\n]*\|[^\n]*")
_RULE: Final = lazy(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def in_lines(content: str, *, quoted: bool) -> Iterator[Finding]:
    """Yield what is found on whole lines of a paragraph."""
    for detector in (*_LINES, *((_CALLOUT,) if quoted else ())):
        for match in detector.pattern.finditer(content):
            yield Finding(detector.code, match.start(), match.end(), detector.advice(match))
    yield from _table(content)


def _table(content: str) -> Iterator[Finding]:
    """Find a row above a rule of another number of cells, which makes a table of neither."""
    start, above = 0, ""
    for line in content.split("\n"):
        if is_rule(line) and _ROW.fullmatch(above):
            cells, marks = len(cells_of(above)), len(cells_of(line))
            hint = f"the row above has {cells} cells, the rule {marks}: write `---` once for each"
            if cells != marks:
                yield Finding(codes.UNRENDERED_TABLE, start, start + len(line), hint)
        start, above = start + len(line) + 1, line


def is_rule(line: str) -> bool:
    """Tell whether a line is the rule below the header of a table."""
    return "|" in line and _RULE.fullmatch(line) is not None


def cells_of(row: str) -> list[str]:
    """Return the cells of a row of a table, between bars that are not escaped."""
    cells = _BAR.split(row.strip())
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [cell.strip() for cell in cells]


_BAR: Final = lazy(r"(?<!\\)\|")
_DIAGRAMS: Final = frozenset(
    [
        "plantuml",
        "puml",
        "dot",
        "graphviz",
        "d2",
        "ditaa",
        "nomnoml",
        "vega",
        "vega-lite",
        "wavedrom",
    ]
)
_FORMULAS: Final = frozenset(("math", "latex", "tex", "katex"))


class FenceRemark(Struct, frozen=True):
    """What is told of the opening line of a fence."""

    code: DiagnosticCode
    message: str
    hint: str


def is_diagram(info: str) -> bool:
    """Tell whether a fence holds a diagram that is drawn."""
    return info.strip().partition(" ")[0].lower().strip("{}.") == "mermaid"


def is_formula(info: str) -> bool:
    """Tell whether a fence holds a formula, by what is written behind its backticks."""
    return info.strip().partition(" ")[0].lower().strip("{}.") in _FORMULAS


def in_fence(info: str) -> FenceRemark | None:
    """Return what is to be told of a fence, by what is written behind its backticks."""
    name = info.strip().partition(" ")[0].lower().strip("{}.")
    if name in _DIAGRAMS:
        hint = "save the diagram as a picture: `![what it shows](diagram.png)`"
        message = f"the diagram in `{name}` is shown as its source"
        return FenceRemark(codes.UNRENDERED_DIAGRAM, message, hint)
    return None
