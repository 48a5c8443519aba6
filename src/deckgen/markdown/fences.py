"""A block of code -> what it is: code, a formula, a diagram; what is none of these is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.codes.markdown import UNCLOSED_FENCE
from deckgen.content import with_breaks
from deckgen.markdown.equations import read_formula
from deckgen.markdown.formulas import BLOCK
from deckgen.markdown.model import DisplayFormula, DrawnFence, Fence
from deckgen.markdown.reading import InlineSource
from deckgen.markdown.unrendered_lines import in_fence, is_diagram, is_formula
from deckgen.passage import Passage

if TYPE_CHECKING:
    from markdown_it.token import Token

    from deckgen.markdown.model import Piece
    from deckgen.markdown.reading import Reading
    from deckgen.source import Span


def fenced(token: Token, passage: Passage, reading: Reading) -> Piece | None:
    """Return the piece of a block of code or a formula; None for a mistake, which is reported."""
    span = passage.lines(*token.map) if token.map else passage.span
    if token.type == "fence":
        _tell_unclosed(token, passage, reading)
    if token.type == BLOCK or is_formula(token.info):
        return _formula(token, passage, reading, span)
    if token.type == "fence" and is_diagram(token.info):
        return DrawnFence(_inside(token, passage, span), span)
    found = in_fence(token.info) if token.type == "fence" else None
    first = (token.map or [0])[0]
    place = passage.lines(first, first + 1)
    if found is not None:
        reading.sink.report(found.code, place, found.message, hints=[found.hint])
    text = with_breaks(token.content.removesuffix("\n")).expandtabs(4)
    return _code(token.info if token.type == "fence" else "", text, place, span, reading)


def _tell_unclosed(token: Token, passage: Passage, reading: Reading) -> None:
    """Tell that a fence goes on to the end of its text: then no line of it closes it."""
    first, stop = token.map or (0, 0)
    lines = len(token.content.removesuffix("\n").split("\n"))
    if stop - first != 1 + lines or not token.content.strip():
        return
    message = "nothing closes the code that starts here, so that all below it is code"
    hint = f"write {token.markup} on a line of its own below the code"
    place = passage.lines(first, first + 1)
    reading.sink.report(UNCLOSED_FENCE, place, message, hints=[hint])


def _code(info: str, text: str, place: Span, span: Span, reading: Reading) -> Fence:
    """Return program text as its opening line says; what of that means nothing is told."""
    if not info.strip():
        return Fence("", text, span)
    from deckgen.markdown.info import read_info, with_options

    language, said = read_info(info, place)
    if info.lstrip().startswith("{"):
        said, text = with_options(said, text)
    if said.unknown:
        message = (
            f"`{' '.join(said.unknown)}` says nothing of how the text is shown, and is left out"
        )
        hint = "write `{3,5-7}` for lines that stand out, `{.numberLines}`, or `title=app.py`"
        reading.sink.report(codes.UNRENDERED_ATTRIBUTES, place, message, hints=[hint])
    return Fence(language, text, span, said)


def _formula(token: Token, passage: Passage, reading: Reading, span: Span) -> DisplayFormula | None:
    written = InlineSource(passage, token.content, (token.map or [0])[0], span)

    def place(offset: int) -> Span:
        at = min(offset, max(0, len(token.content) - 1))
        return written.place(at, at + 1)

    found = read_formula(token.content, place, reading, display=True)
    return None if found is None else DisplayFormula(found[1], span)


def _inside(token: Token, passage: Passage, span: Span) -> Passage:
    """Return what stands in a fence, with where its lines start."""
    first = (token.map or [0])[0] + 1
    lines = token.content.removesuffix("\n").split("\n")
    text, starts = "\n".join(lines), list[int]()
    for number, line in enumerate(lines, first):
        if number >= len(passage.starts):
            return Passage(text, span)
        begin = passage.starts[number]
        at = passage.span.source.text.find(line, begin) if line else begin
        starts.append(at if at >= 0 else begin)
    return Passage(text, span, tuple(starts))
