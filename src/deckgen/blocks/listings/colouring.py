"""Program text and its language -> its lines, of which each part is told what it is.

Pygments reads the text. Its plugins are left alone: they are whatever this machine has.
"""

from __future__ import annotations

from fnmatch import fnmatch
from functools import cache
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import PROGRAM_TEXT
from deckgen.blocks.listings import CodePart, Syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.lexer import Lexer

PLAIN: Final = frozenset(
    (
        *("", "text", "plain", "plaintext", "none", "nohighlight", "txt", "output", "log", "csv"),
        *("mermaid", "plantuml", "puml", "d2", "ditaa", "nomnoml", "vega", "vega-lite", "wavedrom"),
    )
)
"""Words for program text that is to stay as it is; the sources of diagrams are told elsewhere."""
_MEANT: Final = {
    "jsonc": "json",
    "json5": "json",
    "svelte": "html",
    "vue": "html",
    "terminal": "console",
    "shellscript": "bash",
}
"""Names that others use for languages."""

_KINDS: Final = {
    "Token.Comment": Syntax.COMMENT,
    "Token.Comment.Preproc": Syntax.KEYWORD,
    "Token.Comment.PreprocFile": Syntax.STRING,
    "Token.Keyword": Syntax.KEYWORD,
    "Token.Keyword.Constant": Syntax.NUMBER,
    "Token.Operator.Word": Syntax.KEYWORD,
    "Token.Literal.String": Syntax.STRING,
    "Token.Literal.Number": Syntax.NUMBER,
    "Token.Literal.Date": Syntax.NUMBER,
    "Token.Name.Attribute": Syntax.NAME,
    "Token.Name.Builtin": Syntax.NAME,
    "Token.Name.Class": Syntax.NAME,
    "Token.Name.Constant": Syntax.NUMBER,
    "Token.Name.Decorator": Syntax.NAME,
    "Token.Name.Exception": Syntax.NAME,
    "Token.Name.Function": Syntax.NAME,
    "Token.Name.Tag": Syntax.NAME,
    "Token.Name.Variable": Syntax.NAME,
    "Token.Generic.Deleted": Syntax.REMOVED,
    "Token.Generic.Heading": Syntax.COMMENT,
    "Token.Generic.Inserted": Syntax.ADDED,
    "Token.Generic.Prompt": Syntax.COMMENT,
    "Token.Generic.Subheading": Syntax.COMMENT,
}
"""What tokens show as; others show as those that they are a kind of."""

Lines = tuple[tuple[CodePart, ...], ...]


@cache
def names() -> dict[str, str]:
    """Return the names of lexers by the words for their languages."""
    from pygments.lexers import get_all_lexers

    found: dict[str, str] = {}
    for name, aliases, patterns, _ in get_all_lexers(plugins=False):
        for word in aliases:
            found.setdefault(word.lower(), name)
        for pattern in patterns:
            if pattern.startswith("*.") and pattern[2:].isalnum():
                found.setdefault(pattern[2:].lower(), name)
    return found


def is_known(language: str) -> bool:
    """Tell whether there is a language of a name, or text is to stay plain by it."""
    word = language.lower()
    return word in PLAIN or _is_diff(word) or word in _MEANT or word in names()


def language_of_file(name: str) -> str:
    """Return the word for the language of a file by its name; nothing where none is known."""
    from pygments.lexers import find_lexer_class, get_all_lexers

    own = name.replace("\\", "/").rpartition("/")[2]
    fitting = [
        (aliases[0], found)
        for lexer, aliases, patterns, _ in get_all_lexers(plugins=False)
        if aliases and any(fnmatch(own, pattern) for pattern in patterns)
        if (found := find_lexer_class(lexer)) is not None
    ]
    best = max(fitting, key=lambda pair: pair[1].priority, default=None)
    return best[0] if best else ""


def coloured(text: str, language: str) -> Lines:
    """Return the lines of a text, which together say what it says; plain where none is known."""
    word = language.lower()
    is_diff = _is_diff(word) or (not word and _looks_changed(text))
    known = None if word in PLAIN and not is_diff else _MEANT.get(word, word)
    lexer = _lexer("diff" if is_diff else known) if known is not None else None
    tokens = list(_tokens(lexer, text)) if lexer and len(text) <= PROGRAM_TEXT else []
    if "".join(value for _, value in tokens) != f"{text}\n":
        return tuple((CodePart(line),) for line in text.split("\n"))
    lines: list[list[CodePart]] = [[]]
    for syntax, value in tokens:
        first, *others = value.split("\n")
        _add(lines[-1], first, syntax)
        for other in others:
            lines.append([])
            _add(lines[-1], other, syntax)
    made = tuple(tuple(line) or (CodePart(""),) for line in lines[:-1])
    return tuple(map(_without_names, made)) if is_diff else made


def _without_names(line: tuple[CodePart, ...]) -> tuple[CodePart, ...]:
    """Return a line of changes; those that name the files are no change."""
    text = "".join(part.text for part in line)
    return (CodePart(text, Syntax.COMMENT),) if text.startswith(("--- ", "+++ ")) else line


def _add(line: list[CodePart], text: str, syntax: Syntax) -> None:
    """Add a part to a line, blanks and what is alike to the part before."""
    if line and (line[-1].syntax is syntax or not text.strip()):
        line[-1] = CodePart(line[-1].text + text, line[-1].syntax)
    elif text:
        line.append(CodePart(text, syntax))


def _lexer(word: str) -> Lexer | None:
    from pygments.lexers import find_lexer_class

    found = find_lexer_class(names().get(word, ""))
    return None if found is None else found()


def _tokens(lexer: Lexer, text: str) -> Iterator[tuple[Syntax, str]]:
    """Yield what a lexer finds; it expects that the last line is ended as well."""
    for _, token, value in lexer.get_tokens_unprocessed(f"{text}\n"):
        kind = token
        while kind is not None and str(kind) not in _KINDS:
            kind = kind.parent
        yield (Syntax.PLAIN if kind is None else _KINDS[str(kind)]), value


def _is_diff(word: str) -> bool:
    return word in {"diff", "patch", "udiff"} or word.startswith("diff-")


def _looks_changed(text: str) -> bool:
    """Tell whether lines are added and removed in a text, and all others stay as they were."""
    lines = [line for line in text.split("\n") if line.strip()]
    signs = {line[0] for line in lines}
    return signs <= {"+", "-", " ", "@"} and {"+", "-"} <= signs
