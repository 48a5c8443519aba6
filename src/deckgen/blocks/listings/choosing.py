"""What a block of program text says of its lines -> those that are shown, coloured and numbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import FAILED, Failed, replace
from deckgen.blocks.listings import CodeLine, CodePart, Syntax
from deckgen.blocks.listings.colouring import coloured, is_known, language_of_file, names
from deckgen.codes.data import MISSING_HIGHLIGHT, MISSING_LINES, UNKNOWN_LANGUAGE

if TYPE_CHECKING:
    from deckgen.blocks.code import Code
    from deckgen.blocks.kit import Binding, Word

TAB: Final = 4
"""The distance of tab stops in code, in characters."""
_LEFT_OUT: Final = "⋮"
_REGIONS: Final = ("#region", "#endregion", "#pragma region", "#pragma endregion")


def chosen(code: Code, binding: Binding) -> tuple[CodeLine, ...] | Failed:
    """Return the lines that a block shows, or report why there are none."""
    written = code.file.read(binding) if code.file is not None else code.text or ""
    if isinstance(written, Failed):
        return FAILED
    text = "\n".join(line.expandtabs(TAB) for line in written.split("\n")).rstrip("\n")
    lines = [
        CodeLine(parts, number)
        for number, parts in enumerate(coloured(text, _language(code, binding)), code.first or 1)
    ]
    kept = _picked(lines, code, binding)
    if kept is None:
        return FAILED
    if len(kept) < len(lines):
        kept = _flush(_trimmed(kept))
    return tuple(_lit(kept, code, binding))


def _language(code: Code, binding: Binding) -> str:
    """Return the language of a block's text; one that is not known is told and stays plain."""
    if code.language is None or not code.language.text.strip():
        return language_of_file(code.file.path) if code.file is not None else ""
    word = code.language.text.strip()
    if is_known(word):
        return word
    guess = binding.sink.guesses.closest(word, names())
    hint = f"did you mean `{guess}`?" if guess else "write `text` for what is to stay plain"
    message = f"the language `{word}` is not known, so the text is not coloured"
    binding.sink.report(UNKNOWN_LANGUAGE, code.language.span, message, hints=[hint])
    return "text"


def _picked(lines: list[CodeLine], code: Code, binding: Binding) -> list[CodeLine] | None:
    """Return the lines that are asked for by their numbers or by marks around them."""
    if code.lines is None:
        return _between(lines, code, binding)
    first, last = code.first or 1, len(lines) + (code.first or 1) - 1
    picked: list[CodeLine] = []
    for begin, end in code.lines.ranges:
        if max(begin, end or begin) > last or begin < first:
            what = f"there are lines {first} to {last} only" if last > first else "it has one line"
            message = f"line {begin if begin > last or begin < first else end} is not there: {what}"
            binding.sink.report(MISSING_LINES, code.lines.span, message)
            return None
        some = lines[begin - first : (end or last) - first + 1]
        if picked and picked[-1].number != begin - 1:
            picked.append(CodeLine((CodePart(_LEFT_OUT, Syntax.COMMENT),), None))
        picked += some
    return picked


def _between(lines: list[CodeLine], code: Code, binding: Binding) -> list[CodeLine] | None:
    """Return the lines from one that holds a mark to one that holds another.

    A comment is a mark and left out, a line of the program is shown.
    """
    start, stop = 0, len(lines)
    if code.begin is not None:
        found = _find(lines, 0, code.begin, binding)
        if found is None:
            return None
        start = found + _is_mark(lines[found])
    if code.end is not None:
        found = _find(lines, start + (code.begin is not None), code.end, binding)
        if found is None:
            return None
        stop = found + (not _is_mark(lines[found]))
    return lines[start:stop]


def _find(lines: list[CodeLine], start: int, mark: Word, binding: Binding) -> int | None:
    """Return the first line from a place on that holds a mark, as words of its own if any does."""
    texts, text = [line.text for line in lines[start:]], re.escape(mark.text)
    for pattern in (rf"(?<!\w){text}(?!\w)", text):
        for number, line in enumerate(texts, start):
            if text and re.search(pattern, line):
                return number
    where = "below that of `from`" if start else "in the text"
    message = f"no line {where} holds `{mark.text}`"
    binding.sink.report(MISSING_LINES, mark.span, message)
    return None


def _is_mark(line: CodeLine) -> bool:
    said = [part.syntax for part in line.parts if part.text.strip()]
    return set(said) == {Syntax.COMMENT} or line.text.strip().lower().startswith(_REGIONS)


def _trimmed(lines: list[CodeLine]) -> list[CodeLine]:
    """Return lines without empty ones before and behind them."""
    full = [number for number, line in enumerate(lines) if line.text.strip()]
    return lines[full[0] : full[-1] + 1] if full else lines[:1]


def _flush(lines: list[CodeLine]) -> list[CodeLine]:
    """Return lines without the indent that they have in common."""
    texts = [line.text for line in lines if line.number is not None and line.text.strip()]
    common = min((len(text) - len(text.lstrip(" ")) for text in texts), default=0)
    return [line if line.number is None else _moved(line, common) for line in lines]


def _moved(line: CodeLine, by: int) -> CodeLine:
    first, *others = line.parts
    cut = min(by, len(first.text) - len(first.text.lstrip(" ")))
    return replace(line, parts=(replace(first, text=first.text[cut:]), *others))


def _lit(lines: list[CodeLine], code: Code, binding: Binding) -> list[CodeLine]:
    """Return lines with those marked that are to stand out.

    They are counted as in the file, or from the first that is shown where that alone can be meant.
    """
    wanted = code.highlight
    shown = [line.number for line in lines if line.number is not None]
    if wanted is None or not shown:
        return lines
    by_place = {number: place for place, number in enumerate(shown, 1)}
    fits = shown[0] <= min(first for first, _ in wanted.ranges) and wanted.highest <= shown[-1]
    marked = code.begin is not None or code.end is not None
    if wanted.highest <= len(shown) and (marked or not fits):
        return [replace(line, is_lit=by_place.get(line.number or 0, 0) in wanted) for line in lines]
    if not fits:
        count = f"lines {shown[0]} to {shown[-1]}" if len(shown) > 1 else f"line {shown[0]}"
        message = f"not all lines that are to stand out are shown: there are {count}"
        binding.sink.report(MISSING_HIGHLIGHT, wanted.span, message)
    return [replace(line, is_lit=(line.number or 0) in wanted) for line in lines]
