"""What is told of whole lines that look like Markdown, and of the opening lines of fences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.markdown.divisions import KINDS
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
        "write what the speaker says under the key `notes:` of the slide, or end it with `:::`",
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
        codes.UNRENDERED_CALLOUT,
        "",
        lazy(r"^(?:!!!|\?\?\?)\+? +([^\W\d_][\w-]{0,40})[^\n]*", re.MULTILINE),
        "write `> [!NOTE]`, or another kind, and `> ` before each line of it",
    ),
    Detector(
        codes.UNRENDERED_HEADING,
        "",
        lazy(r"^(?:#{1,6}\u3000|＃{1,6}[ \u3000]?|#{7,} )[ \u3000]*([^\n]*)", re.MULTILINE),
        r"write `### \1`",
    ),
)


def _line(code: DiagnosticCode, pattern: str, hint: str) -> Detector:
    """Return a detector of lines that are what other programs take for more than text."""
    return Detector(code, "", lazy(pattern, re.MULTILINE), hint)


_LISTS: Final = "itemize|enumerate|description|compactitem"
_PARTS: Final = (
    "frame|document|center|figure|columns?|block|tabular[xy]?|verbatim|lstlisting|minted|quote"
    "|flushleft|flushright|minipage|table"
)
_OTHERS: Final = (
    _line(
        codes.UNRENDERED_COMMAND,
        rf"^\\(?:begin\{{(?:{_LISTS})\}}|item\b)[^\n]*",
        "write `- ` before each item of a list, `1. ` where they are numbered",
    ),
    _line(
        codes.UNRENDERED_COMMAND,
        rf"^\\begin\{{(?:{_PARTS})\*?\}}[^\n]*",
        "remove it; slides, columns, tables, code and pictures have keys and Markdown of their own",
    ),
    _line(
        codes.UNRENDERED_MATH,
        rf"^\\begin\{{(?!(?:{_LISTS}|{_PARTS})\*?\}})[a-zA-Z]+\*?\}}",
        MATH_HINT,
    ),
    _line(
        codes.UNRENDERED_COMMAND,
        r"(?i)^#\+begin_(?:src|example)\b[^\n]*",
        "write ``` on the lines above and below the code",
    ),
    _line(
        codes.UNRENDERED_COMMAND,
        r"(?i)^#\+(?!begin_(?:src|example)\b|end_)[a-z][a-z_]{1,30}\b[^\n]*",
        "remove it; a slide has `title:`, the deck `title: {author: …, date: …}`",
    ),
    _line(
        codes.UNRENDERED_COMMAND,
        r"^(?::(?:PROPERTIES|LOGBOOK):$|(?:SCHEDULED|DEADLINE|CLOSED): *[<\[]\d{4}-[^\n]*)",
        "remove it; a slide has `timing:`, `when:` and `notes:`",
    ),
    _line(
        codes.UNRENDERED_HEADING,
        r"^\*{2,6} +((?:(?!\*\*)[^\n])+)$",
        r"write `### \1` for a heading, `  - \1` for an item below another",
    ),
    _line(codes.UNRENDERED_HEADING, r"^(={2,6}) +(\S[^\n]*?)(?: +\1)?$", r"write `### \2`"),
    _line(codes.UNRENDERED_HEADING, r"^h[1-6]\. +(\S[^\n]*)", r"write `### \1`"),
    _line(codes.UNRENDERED_BLOCK, r"^bq\. +(\S[^\n]*)", r"write `> \1`"),
    _line(
        codes.UNRENDERED_COMMAND,
        r"^\{(?:code|noformat|panel|quote|info|tip|note|warning)\}[ \t]*$",
        "write it in Markdown: ``` above and below code, `> ` before a quotation, `> [!NOTE]`",
    ),
    _line(
        codes.UNRENDERED_TABLE,
        r"^\|\|[^\n]*[^|\s][^\n]*\|\|[ \t]*$",
        "write the header as `| a | b |`, and below it `|---|---|`",
    ),
    _line(
        codes.UNRENDERED_TABLE,
        r"^\|(?:-+\+)+-+\|$",
        "write bars in the rule below the header: `|---|---|`",
    ),
    _line(codes.UNRENDERED_COMMAND, r"^%%$", "write `<!-- … -->` around what is not to be shown"),
    _line(
        codes.UNRENDERED_ATTRIBUTES,
        r"^\{:[^{}\n]*\}$",
        "remove it; how things look is taken from the template",
    ),
    _line(
        codes.UNRENDERED_PICTURE,
        r"^(?:image::?|\.\. (?:image|figure):: *)(\S+?)(?:\[[^\]\n]*\])?$",
        r"write `![what it shows](\1)`",
    ),
    _line(
        codes.UNRENDERED_COMMAND,
        r"^(?:\.\. (?!image|figure)[a-z][a-z-]{2,30}::[^\n]*|\[source[^\]\n]*\]|include::[^\n]*)$",
        "write it in Markdown: ``` above and below code, `> [!NOTE]` for a note",
    ),
    _line(
        codes.UNRENDERED_DIAGRAM,
        r"\A(?:(?:graph|flowchart)[ \t]+(?:TD|TB|BT|LR|RL)\b[^\n]*"
        r"|(?:sequence|class|er|state)Diagram(?:-v2)?|gantt|mindmap)[ \t]*(?=\n)",
        "write ```mermaid on the line above it, and ``` on the line below",
    ),
    _line(
        codes.UNRENDERED_DIAGRAM,
        r"^@start(?:uml|mindmap|gantt|json|yaml)\b[^\n]*",
        "save the diagram as a picture: `![what it shows](diagram.png)`",
    ),
)
"""What LaTeX, Org, wikis and AsciiDoc take for more than text."""
_APART: Final = (
    _line(codes.UNRENDERED_BLOCK, r"(?<=\n)\[([ xX])\] +(\S[^\n]*)", r"write `- [\1] \2`"),
    _line(
        codes.UNRENDERED_COMMAND,
        r"^(?:_(?:class|paginate|color|header|footer|background\w*)|paginate|marp|routeAlias"
        r"|headingDivider|hideInToc|background(?:Color|Image|Size|Position|-color|-image)): *\S"
        r"[^\n]*|^(?:layout|theme|transition|class|template): +[a-z][\w-]*(?:, *[a-z][\w-]*)*$",
        "what is said of a slide are keys beside its `title:`, such as `layout:` and `background:`",
    ),
    _line(
        codes.UNRENDERED_DIV,
        r"^\.[a-z][\w-]{1,40}\[[^\n]*",
        "write `::: columns`, and `::: column` for each of them; else remove it",
    ),
    _line(
        codes.UNRENDERED_PAUSE,
        r"\A--\Z",
        "write `. . .` for what follows to appear at the next click, `---` for a rule",
    ),
)
"""What programs for slides and notes take for more than text where it is no item of a list."""
_NOTES: Final = _line(
    codes.UNRENDERED_NOTES,
    # a note to the reader, `Note: without tax`, goes on after the colon
    r"^(?:(?:[Ss]peaker|[Pp]resenter) [Nn]otes?:[^\n]*|(?:発表者|スピーカー)ノート[:：][^\n]*"
    r"|(?:[Nn]otes?:|ノート[:：])(?=[ \t]*$))",
    "write what the speaker says under the key `notes:` of the slide",
)
_CALLOUT: Final = Detector(
    codes.UNRENDERED_CALLOUT,
    "",
    lazy(r"\A\[!([^\W\d_][\w-]{0,40})\][-+]?"),
    r"write `**\1:**` and the words in a paragraph",
)
_PASTED: Final = lazy(r"[＊［＞｜\t]|\]（|^#{1,6}[^\s#]", re.MULTILINE)
"""What any full-width sign of Markdown, heading without a blank or pasted cell has."""
_ROW: Final = lazy(r"[^|\n]*\|[^\n]*")
_RULE: Final = lazy(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


_DIRECTIVE: Final = lazy(
    r"<!--\s*(?:\.(?:slide|element)\s*:|fit\s*-->|_?(?:class|paginate|theme|color|header|footer"
    r"|headingDivider|background[A-Z]\w+)\s*:)"
)


class Standing(Struct, frozen=True):
    """Where a paragraph stands.

    `first_quoted` tells whether it is the first of a quotation, `apart` whether it stands in none
    and in no list, and `heading` whether it is a heading.
    """

    first_quoted: bool = False
    apart: bool = True
    heading: bool = False


def in_lines(content: str, standing: Standing) -> Iterator[Finding]:
    """Yield what is found on whole lines of a paragraph."""
    further: list[Detector] = [_CALLOUT] if standing.first_quoted else []
    if standing.apart:
        further += (*_APART, *(() if standing.heading else (_NOTES,)))
    for detector in (*_LINES, *_OTHERS, *further):
        for match in detector.pattern.finditer(content):
            yield Finding(detector.code, match.start(), match.end(), detector.advice(match))
    yield from _table(content)
    if _PASTED.search(content):
        from deckgen.markdown.unrendered_pastes import in_paste  # few paragraphs have such signs

        yield from in_paste(content)


def in_comment(text: str, start: int, stop: int) -> Finding | None:
    """Return what a comment says to Marp or reveal.js, if anything; it is left out."""
    if _DIRECTIVE.match(text, start, stop) is None:
        return None
    hint = "write it as a key beside the `title:` of the slide, such as `background:` or `layout:`"
    return Finding(codes.UNRENDERED_COMMAND, start, stop, hint, is_shown=False)


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
    if name in KINDS and info.lstrip().startswith("{") and "." not in info:  # as MyST has it
        message = f"the callout in `{{{name}}}` is shown as program text"
        return FenceRemark(codes.UNRENDERED_CALLOUT, message, f"write `:::{{{name}}}` and `:::`")
    return None
