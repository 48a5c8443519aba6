"""A text that is being written -> its tree, by indentation and brackets."""

from __future__ import annotations

from typing import Final

from deckgen.editing.tree.brackets import bracketed, escaped
from deckgen.editing.tree.lines import SourceLine, is_dash, key_end, lines_of, without_comment
from deckgen.editing.tree.nodes import Branch, Leaf, Listing, Node, Pair, Writing
from deckgen.limits import DEPTH
from deckgen.patterns import lazy

_BLOCK: Final = lazy(r"[|>][+\-\d]{0,2}[ \t]*(?:#.*)?")
_MARK: Final = lazy(r"[&!][^\s,\[\]{}]*(?:[ \t]+|$)")
"""An anchor or a tag before a value."""


def parse(text: str) -> Node | None:
    """Return the tree of a text, None where it says nothing. Of several roots it is the first."""
    return _Parser(text).node(0, 0)


class _Parser:
    """Reads line by line; `at` is the line that comes next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.at = 0

    @property
    def line(self) -> SourceLine | None:
        """The line that comes next, None at the end."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    def node(self, least: int, depth: int) -> Node | None:
        """Return what stands from here on at least as far to the right as a column."""
        line = self.line
        if line is None or line.column < least:
            return None
        if depth >= DEPTH:
            return self.inline(line.first, least - 1)
        if is_dash(self.text, line):
            return self.listing(line.column, depth)
        if key_end(self.text, line) is not None:
            return self.branch(line.column, depth)
        return self.inline(line.first, least - 1)

    def branch(self, column: int, depth: int) -> Branch:
        """Return the keys that stand at a column."""
        pairs: list[Pair] = []
        while (line := self.line) is not None and line.column >= column:
            if line.column > column:
                self.stray(pairs, column, depth)
            elif is_dash(self.text, line):
                break
            else:
                pairs.append(self.pair(line, depth))
        return Branch(pairs[0].start, pairs[-1].stop, column, tuple(pairs))

    def stray(self, pairs: list[Pair], column: int, depth: int) -> None:
        """Read what stands further to the right than it may; it belongs to an empty key above."""
        found = self.node(column + 1, depth + 1)
        if found is not None and pairs and _is_empty(pairs[-1].value):
            pairs[-1] = Pair(pairs[-1].key, found, found.stop, pairs[-1].has_colon)

    def pair(self, line: SourceLine, depth: int) -> Pair:
        """Return the key at the start of a line, with its value."""
        end = key_end(self.text, line)
        if end is None:
            self.at += 1
            stop = without_comment(self.text, line.first, line.stop)
            return Pair(self.leaf(line.first, stop), None, stop, has_colon=False)
        key = self.leaf(line.first, end)
        colon = self.text.index(":", end)
        value = self.value(line, colon + 1, depth)
        return Pair(key, value, max(value.stop, colon + 1))

    def value(self, line: SourceLine, start: int, depth: int) -> Node:
        """Return what stands behind a colon, or below it."""
        at = self.said_from(start, line.stop)
        if at < line.stop and self.text[at] != "#":
            return self.inline(at, line.column)
        self.at += 1
        following = self.line
        column = line.column
        if following is not None and following.column > column:
            return self.node(column + 1, depth + 1) or self.empty(start)
        if following is not None and following.column == column and is_dash(self.text, following):
            return self.listing(column, depth + 1)
        return self.empty(min(start + 1, max(at, start)))

    def said_from(self, start: int, stop: int) -> int:
        """Return where a value starts behind blanks, anchors and tags."""
        at = start
        while at < stop and self.text[at] in " \t":
            at += 1
        while (mark := _MARK.match(self.text[at:stop])) is not None:
            at += mark.end()
        return at

    def listing(self, column: int, depth: int) -> Listing:
        """Return the items whose dashes stand at a column."""
        start = self.lines[self.at].first
        items: list[Node] = []
        while (line := self.line) is not None and line.column >= column:
            if line.column > column:
                self.node(column + 1, depth + 1)
            elif is_dash(self.text, line):
                items.append(self.item(line, depth))
            else:
                break
        return Listing(start, max(items[-1].stop, start + 1), column, tuple(items))

    def item(self, line: SourceLine, depth: int) -> Node:
        """Return what stands behind a dash, or below it."""
        column, behind = line.column, line.first + 1
        at = self.said_from(behind, line.stop)
        if at < line.stop and self.text[at] != "#":
            line.column = at - line.start
            return self.node(column + 1, depth + 1) or self.empty(behind)
        self.at += 1
        return self.node(column + 1, depth + 1) or self.empty(min(behind + 1, at))

    def inline(self, at: int, column: int) -> Node:
        """Return a text or what is in brackets; it ends before lines at a column."""
        line = self.lines[self.at]
        sign = self.text[at]
        if _BLOCK.fullmatch(self.text[at : line.stop]):
            return self.block(at, column)
        if sign in "[{":
            found, stop = bracketed(self.text, at, self.end_below(column))
            self.pass_to(stop)
            return found
        if sign in "\"'":
            return self.quoted(at, sign, column)
        stop = without_comment(self.text, at, line.stop)
        self.at += 1
        while (further := self.continued(column)) is not None:
            stop = without_comment(self.text, further.first, further.stop)
            self.at += 1
        return self.leaf(at, stop)

    def continued(self, column: int) -> SourceLine | None:
        """Return the next line where it goes on with a text that belongs to a column."""
        line = self.line
        if line is None or line.column <= column or is_dash(self.text, line):
            return None
        return None if key_end(self.text, line) is not None else line

    def block(self, at: int, column: int) -> Leaf:
        """Return the text below `|` or `>`."""
        start = self.lines[self.at].stop
        stop = self.end_below(column)
        self.pass_to(stop)
        stop = max(start, len(self.text[:stop].rstrip("\n")))
        return Leaf(at, stop, self.text[start:stop], Writing.BLOCK)

    def quoted(self, at: int, sign: str, column: int) -> Leaf:
        """Return a text in quotation marks; one that is not closed ends with its line."""
        limit, stop = self.end_below(column), at + 1
        while stop < limit and self.text[stop] != sign:
            stop += escaped(self.text, stop, sign)
        if stop >= limit:
            stop = self.lines[self.at].stop
            self.at += 1
            return Leaf(at, stop, self.text[at + 1 : stop], Writing.QUOTED)
        self.pass_to(stop)
        return Leaf(at, stop + 1, self.text[at + 1 : stop], Writing.QUOTED)

    def end_below(self, column: int) -> int:
        """Return where the lines end that stand further to the right than a column."""
        for line in self.lines[self.at + 1 :]:
            if line.column <= column:
                return line.start
        return len(self.text)

    def pass_to(self, offset: int) -> None:
        """Go on with the first line behind an offset."""
        self.at += 1
        while (line := self.line) is not None and line.start < offset:
            self.at += 1

    def leaf(self, start: int, stop: int) -> Leaf:
        """Return the text between two offsets."""
        written = self.text[start:stop]
        if len(written) > 1 and written[0] in "\"'" and written[-1] == written[0]:
            return Leaf(start, stop, written[1:-1], Writing.QUOTED)
        return Leaf(start, stop, written)

    def empty(self, at: int) -> Leaf:
        """Return the place of a text that is not there."""
        return Leaf(at, at, "")


def _is_empty(node: Node | None) -> bool:
    return node is None or (isinstance(node, Leaf) and not node.text)
