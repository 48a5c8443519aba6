"""A body of plain paragraphs, bullets and pictures -> the pieces that the parser would make of it.

The structure of most bodies is plain to see: bullets, further lines of them, paragraphs between
blank lines, and pictures alone in their paragraphs. What is not surely the same for CommonMark is
left to the parser: `plain_body` then returns None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker, Paragraph, Run, join, plain
from deckgen.letters import is_unspaced
from deckgen.markdown.kept_lines import LOOKED_AT, kept
from deckgen.markdown.model import MAX_LEVEL, Figure, Piece, Prose
from deckgen.markdown.plain import marked_line, plain_line
from deckgen.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    from deckgen.passage import Passage
    from deckgen.source import Span

    ReadLine = Callable[[str, Passage, int, Span], tuple[Run, ...]]
    """Reads the inline Markdown of a line of a passage, by the line's number and place."""

_TEXT: Final = (
    r"(?![a-z][\w-]*(?:[:.] |::)|_|(?i:(?:speaker |presenter )?notes?:)|[発スノ][^:：]*ノ?ート[:：]"
    r"|[A-Z]+: *[<\[]|(?:graph|flowchart|gantt|mindmap|\w+Diagram)\b|@)"
    r"(?:\*\*[^\s*]|[0-9]{1,9}(?![0-9.)])|\[[^\[\]]+\]\(|`(?!``)"
    r"|\{(?![{:])|[^-+*_#＃>＞｜`~\[|:$=!?.{\\\s0-9]).*"
)
"""Text whose beginning no rule for blocks takes for its own, nor for a slip in what it knows."""
_LINE: Final = lazy(f"( *)(- )?({_TEXT})")
"""A line of text, or an item of a list, in which no block of another kind and no list begins."""
_FIGURE: Final = lazy(
    r"!\[(?! *bg\b)([^\[\]\\*_`~<&$^=:!{|]*)\]\(((?:\.\.?/)*\w[\w./-]*)\) *"
)  # fmt: skip
"""A picture whose address needs no decoding, and whose description is words alone."""
_PICTURE: Final = "!["
_TOLD: Final = lazy(r"＊＊|［|\]（|\t")
"""Signs within a line of which there may be something to tell: wide ones, and pasted cells."""
_MARKER: Final = len("- ")
_LEAST_CODE: Final = 4
"""Text that is indented by so much more than it must be is code, or continues a paragraph."""


def plain_body(
    passage: Passage, read_line: ReadLine, *, keeps_breaks: bool
) -> tuple[Piece, ...] | None:
    """Return the pieces of a body; `keeps_breaks` tells whether lines of a paragraph stay lines."""
    if "\r" in passage.text or _TOLD.search(passage.text):
        return None
    reader = _Reader(passage, read_line, keeps_breaks)
    return reader.pieces() if reader.read() else None


class _Reader:
    """Reads a body block by block; `opened` has the indentations of the items that are open."""

    def __init__(self, passage: Passage, read_line: ReadLine, keeps_breaks: bool) -> None:
        self._passage: Final = passage
        self._read_line: Final = read_line
        self._keeps_breaks: Final = keeps_breaks
        self._lines: Final = passage.text.rstrip("\n").split("\n")
        self._opened: Final[list[int]] = []
        self._paragraphs: list[Paragraph] = []
        self._pieces: Final[list[Piece]] = []

    def read(self) -> bool:
        """Read the lines of the body, and tell whether they are plain."""
        number, after_blank = 0, True
        while number < len(self._lines):
            line = self._lines[number]
            is_blank = not line.strip(" ")
            count = 1 if is_blank else self._read_block(number, after_blank=after_blank)
            if not count:
                return False
            after_blank = is_blank
            number += count
        return True

    def pieces(self) -> tuple[Piece, ...] | None:
        """Return what was read; None where that is nothing."""
        self._flush()
        return tuple(self._pieces) or None

    def _flush(self) -> None:
        if self._paragraphs:
            span = self._paragraphs[0].span.to(self._paragraphs[-1].span)
            self._pieces.append(Prose(tuple(self._paragraphs), span))
            self._paragraphs = []

    def _read_block(self, number: int, *, after_blank: bool) -> int:
        """Return how many lines an item, a paragraph or a picture takes; none of others."""
        line = self._lines[number]
        found = _LINE.fullmatch(line)
        if found is not None and found[2]:
            opens = _opens(len(found[1]), self._opened)
            return self._read_paragraph(number, found[3], Marker.BULLET) if opens else 0
        if not after_blank:
            return 0
        if not line.startswith(" "):
            self._opened.clear()
        text = self._text(found)
        if text:
            return self._read_paragraph(number, text, Marker.NONE)
        return self._read_figure(number, line)

    def _text(self, found: re.Match[str] | None) -> str:
        """Return the text of a line that goes on with what is open; nothing of another line."""
        if found is None or found[2]:
            return ""
        margin = self._opened[-1] + _MARKER if self._opened else 0
        return found[3] if len(found[1]) == margin else ""

    def _read_figure(self, number: int, line: str) -> int:
        found = _FIGURE.fullmatch(line)
        if found is None:
            return 0
        self._flush()
        place = self._passage.find(found[2], self._passage.lines(number, number + 1))
        self._pieces.append(Figure(found[2], found[1], "", place))
        return 1

    def _read_paragraph(self, number: int, first: str, marker: Marker) -> int:
        """Return how many lines a paragraph takes; none if it is not plain."""
        texts = [first]
        stop = number + 1
        while stop < len(self._lines) and (text := self._text(_LINE.fullmatch(self._lines[stop]))):
            texts.append(text)
            stop += 1
        span = self._passage.lines(number, stop)
        runs = self._runs(texts, span, number, marker)
        if runs is None:
            return 0
        if runs:
            level = min(max(0, len(self._opened) - 1), MAX_LEVEL)
            indented = marker is Marker.NONE and bool(self._opened)
            self._paragraphs.append(Paragraph(runs, span, level, marker, None, indented))
        return len(texts)

    def _runs(
        self, texts: Sequence[str], span: Span, number: int, marker: Marker
    ) -> tuple[Run, ...] | None:
        """Return the runs of a paragraph; None if they are not plain, or lines in it stay lines."""
        if len(texts) > 1:
            return self._joined(texts, span)
        if _PICTURE in texts[0]:
            return None
        runs = self._read_line(texts[0].strip(), self._passage, number, span)
        return None if marker is Marker.NONE and _has_marks(runs) else runs

    def _joined(self, texts: Sequence[str], span: Span) -> tuple[Run, ...] | None:
        """Return the runs of several lines. Between kana and Han letters, their ends are nothing.

        One `_` pairs with none, but may with one in another line.
        """
        lines: list[tuple[Run, ...]] = []
        joined: list[Run] = []
        for text in texts:
            runs = _simple(text, self._passage, span)
            if not runs:
                return None
            if joined:
                joined.append(Run(self._end(joined[-1].text, runs[0].text), span))
            joined += runs
            lines.append(runs)
        prose = "".join(run.text for run in joined if not run.code)
        return None if prose.count("_") > 1 or _has_marks(*lines) else join(joined)

    def _end(self, before: str, after: str) -> str:
        if self._keeps_breaks:
            return "\n"
        return "" if is_unspaced(before[-1]) and is_unspaced(after[0]) else " "


def _simple(text: str, passage: Passage, span: Span) -> tuple[Run, ...] | None:
    """Return the runs of one of several lines; none of one with a space at its end."""
    if text[-1].isspace():
        return None
    runs = plain_line(text, span)
    return marked_line(text, passage, span) if runs is None else runs


def _has_marks(*lines: tuple[Run, ...]) -> bool:
    """Tell whether a line starts with a mark of its own, which keeps it a line."""
    marks = kept([plain(runs)[:LOOKED_AT] for runs in lines])
    return any(mark != (None if number else 0) for number, mark in enumerate(marks))


def _opens(indent: int, opened: list[int]) -> bool:
    """Open an item among those that are open, by their indentation; tell whether that is plain."""
    if not opened:
        opened.append(indent)
        return indent < _LEAST_CODE
    while indent < opened[-1]:
        opened.pop()
        if not opened:
            return False
    if indent == opened[-1]:
        return True
    opened.append(indent)
    return _MARKER <= indent - opened[-2] < _MARKER + _LEAST_CODE
