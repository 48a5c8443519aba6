"""`{…}` and `[…]` in a text that is being written -> branches and listings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.editing.tree.nodes import Branch, Leaf, Listing, Pair, Writing
from deckgen.limits import DEPTH

if TYPE_CHECKING:
    from deckgen.editing.tree.nodes import Node

_BLANK: Final = " \t\r\n"
_CLOSING: Final = {"{": "}", "[": "]"}
_ENDS: Final = ",]}\n"


def bracketed(text: str, start: int, limit: int) -> tuple[Node, int]:
    """Return what is in the brackets that open at an offset, and where they close.

    Those that are not closed end at a limit.
    """
    reader = _Reader(text, start, limit)
    found = reader.value(0)
    return found, max(reader.at, start + 1)


def escaped(text: str, at: int, sign: str) -> int:
    """Return how many characters a letter at an offset takes in quotation marks of a sign."""
    return 2 if sign == '"' and text[at] == "\\" else 1


class _Reader:
    def __init__(self, text: str, at: int, limit: int) -> None:
        self.text = text
        self.at = at
        self.limit = limit

    def value(self, depth: int) -> Node:
        """Return the list, mapping or text that starts here."""
        sign = self.text[self.at : self.at + 1] if self.at < self.limit else ""
        if sign == "{" and depth < DEPTH:
            return self.branch(depth)
        if sign == "[" and depth < DEPTH:
            return self.listing(depth)
        return self.leaf()

    def branch(self, depth: int) -> Branch:
        start = self.at
        pairs: list[Pair] = []
        while self.goes_on():
            pairs.append(self.pair(self.leaf(), depth))
        return Branch(start, self.at, -1, tuple(pairs))

    def listing(self, depth: int) -> Listing:
        start = self.at
        items: list[Node] = []
        while self.goes_on():
            item = self.value(depth + 1)
            if isinstance(item, Leaf) and self.is_colon():
                pair = self.pair(item, depth)
                item = Branch(pair.start, pair.stop, -1, (pair,))
            items.append(item)
        return Listing(start, self.at, -1, tuple(items))

    def pair(self, key: Leaf, depth: int) -> Pair:
        """Return a key that was read with the value that follows it, if one does."""
        if not self.is_colon():
            return Pair(key, None, key.stop, has_colon=False)
        self.at += 1
        behind = self.at
        self.skip()
        value = self.value(depth + 1)
        if isinstance(value, Leaf) and not value.text and value.start == value.stop:
            value = Leaf(min(behind + 1, self.at), min(behind + 1, self.at), "")
        return Pair(key, value, max(value.stop, behind))

    def goes_on(self) -> bool:
        """Pass the bracket or comma before what comes next; tell whether anything does."""
        self.at += self.text[self.at] in "{[," if self.at < self.limit else 0
        self.skip()
        while self.at < self.limit and self.text[self.at] == ",":
            self.at += 1
            self.skip()
        if self.at >= self.limit:
            return False
        if self.text[self.at] in "]}":
            self.at += 1
            return False
        return True

    def skip(self) -> None:
        """Pass blanks, and comments up to the end of their lines."""
        while self.at < self.limit:
            if self.text[self.at] == "#" and self.text[self.at - 1] in _BLANK:
                end = self.text.find("\n", self.at, self.limit)
                self.at = self.limit if end < 0 else end
            elif self.text[self.at] not in _BLANK:
                return
            else:
                self.at += 1

    def is_colon(self) -> bool:
        """Pass blanks; tell whether a colon that ends a key follows."""
        self.skip()
        following = self.text[self.at + 1 : self.at + 2]
        return (
            self.at < self.limit
            and self.text[self.at] == ":"
            and (not following or following in " \t\r\n,]}")
        )

    def leaf(self) -> Leaf:
        """Return the text that starts here; at least a character of it is passed, if there is one.

        Brackets that open within it and close again belong to it.
        """
        start = self.at
        sign = self.text[start : start + 1]
        if sign in "\"'" and sign:
            return self.quoted(start, sign)
        while self.at < self.limit and self.text[self.at] not in _ENDS:
            sign = self.text[self.at]
            if sign == ":" and self.is_colon():
                break
            close = self.closing(sign) if self.at > start else -1
            self.at = close if close >= 0 else self.at + 1
        stop = start + len(self.text[start : self.at].rstrip(_BLANK))
        return Leaf(start, stop, self.text[start:stop])

    def closing(self, sign: str) -> int:
        """Return where a bracket within a word closes in its line, -1 where it does not."""
        if sign not in _CLOSING:
            return -1
        end = self.text.find("\n", self.at, self.limit)
        found = self.text.find(_CLOSING[sign], self.at, self.limit if end < 0 else end)
        return found + 1 if found >= 0 else -1

    def quoted(self, start: int, sign: str) -> Leaf:
        self.at += 1
        while self.at < self.limit and self.text[self.at] != sign:
            self.at += escaped(self.text, self.at, sign)
        self.at = min(self.at + 1, self.limit)
        closed = self.text[self.at - 1] == sign and self.at > start + 1
        inner = self.text[start + 1 : self.at - closed]
        return Leaf(start, self.at, inner, Writing.QUOTED)
