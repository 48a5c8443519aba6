r"""What double quotation marks make of a backslash -> warnings where the backslash is meant.

`"$\nabla f$"` is a line break and "abla f" for YAML, and `"C:\Program Files"` a paragraph separator
and "rogram Files". Nothing else would tell of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.patterns import lazy
from deckgen.spec.nodes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.diagnostics import Sink
    from deckgen.source import Span

BACKSLASH_HINT: Final = r"write `\\` for a backslash, or use single quotation marks"
_NAMES: Final = {
    "t": "a tab",
    "n": "a line break",
    "r": "a line break",
    "v": "a line break",
    "N": "a line break",
    "L": "a line break",
    "P": "a line break",
    "_": "a no-break space",
}
"""What the escapes are that write something which no one sees; others are not allowed anyway."""
_COMMANDS: Final = (
    "tag tan tanh tau text textbf textit textrm texttt tfrac therefore theta thickapprox thicksim"
    " tilde times to top triangle triangledown triangleleft triangleq triangleright"
    " nabla natural ncong ne nearrow neg neq nexists ngeq ngtr ni nleq nless nmid nolimits norm not"
    " notin nparallel nprec nsim nsubseteq nsucc nsupseteq nu nwarrow"
    " rVert rangle rbrace rbrack rceil rfloor rho right rightarrow rightharpoonup"
    " rightleftharpoons rm rvert"
    " varepsilon varkappa varnothing varphi varpi varrho varsigma vartheta vdash vdots vec vee vert"
    " Lambda Leftarrow Leftrightarrow Longleftarrow Longrightarrow Lsh Phi Pi Pr Psi"
)
"""Commands of LaTeX that start as an escape does."""
_FORMULAS: Final = frozenset({"tex", "equation"})
"""Keys whose values are LaTeX without dollar signs."""
_WORD: Final = lazy(r"(?<!\\)(?:\\\\)*\\([tnrvNLP][a-zA-Z]*)")
_PATH: Final = lazy(
    # a drive, or a server, and what follows up to a blank or a sign that no name has
    r"""(?<![^\s"'(\[])(?:[A-Za-z]:|(?:\\\\){1,2}[\w.-]+)(?=\\)[^\s"'<>|*?]*"""
)
_STEP: Final = lazy(r"\\(?:\\|([tnrvNLP])(?=\w))")
_NAME: Final = lazy(r"\w+[a-z]\\_[a-z]\w+")
"""A name with an underscore as Markdown escapes it; elsewhere a no-break space may be meant."""
_COMMAND: Final = lazy(r"\\\\\w")
_DRIVE: Final = lazy(r"[C-E]:\\n[a-z]")
"""What starts a path although it has nothing but line breaks, where `Plan B:\nbuy` is a heading."""


def report_escapes(span: Span, key: str | None, sink: Sink) -> None:
    """Report the first escape of a text in double quotation marks that is meant as a backslash."""
    written = span.text
    if written[:1] != '"':
        return
    found = next(_meant(written, key), None)
    if found is None:
        return
    start, stop, escape = found
    place = span.source.span(span.start + start, span.start + stop)
    message = f"YAML takes `\\{escape}` in `{shorten(place.text)}` for {_NAMES[escape]}"
    sink.report(codes.NOT_TEXT, place, message, hints=[BACKSLASH_HINT])


def _meant(written: str, key: str | None) -> Iterator[tuple[int, int, str]]:
    """Yield where a command of LaTeX, a name or a path has an escape in it, and which one."""
    if "$" in written or key in _FORMULAS:
        commands = frozenset(_COMMANDS.split())
        for word in _WORD.finditer(written):
            if word[1] in commands:
                yield word.start(1) - 1, word.end(1), word[1][0]
    for name in _NAME.finditer(written) if r"\_" in written else ():
        yield name.start(), name.end(), "_"
    for path in _PATH.finditer(written):
        steps = [step[1] for step in _STEP.finditer(path[0])]
        escapes = [step for step in steps if step]
        is_drive = path.start() == 1 and _DRIVE.match(path[0])
        is_whole = len(escapes) < len(steps) and not _COMMAND.match(path[0])
        if escapes and (is_drive or is_whole or set(escapes) != {"n"}):
            yield path.start(), path.end(), escapes[0]
