"""Inline tokens -> runs, with hard breaks as line feeds, and the figures that stand among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from deckgen.content import Link, Run, join, with_breaks
from deckgen.letters import is_unspaced
from deckgen.markdown.model import Figure
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from deckgen.passage import Passage
    from deckgen.source import Span


class InlineReader:
    """Reads the inline tokens of one paragraph that stands at a span of a passage."""

    def __init__(self, passage: Passage, span: Span) -> None:
        self.passage = passage
        self.span = span
        self.runs: list[Run] = []
        self.figures: list[Figure] = []
        self.style = Run("", span)
        self.outer: list[Run] = []

    def read(self, tokens: Sequence[Token]) -> tuple[Run, ...]:
        """Return the runs of the tokens, neighbours of one style joined."""
        for token, after in zip(tokens, _characters_after(tokens), strict=True):
            self.take(token, after)
        return _stripped(join(self.runs))

    def take(self, token: Token, after: str) -> None:
        """Add one token. `after` is the first character of the text behind it."""
        match token.type:
            case "text" | "text_special":
                self.add(token.content)
            case "code_inline":
                self.runs.append(replace(self.style, text=with_breaks(token.content), code=True))
            case "softbreak":
                self.add(self.soft_break(after))
            case "hardbreak":
                self.add("\n")
            case "image":
                self.figures.append(self.figure(token))
            case "link_open" | "strong_open" | "em_open" | "s_open":
                self.outer.append(self.style)
                self.style = self.styled(token)
            case "link_close" | "strong_close" | "em_close" | "s_close":
                self.style = self.outer.pop()

    def add(self, text: str) -> None:
        """Add text in the current style."""
        if text:
            self.runs.append(replace(self.style, text=with_breaks(text)))

    def styled(self, token: Token) -> Run:
        """Return the style within an opening token."""
        match token.type:
            case "strong_open":
                return replace(self.style, strong=True)
            case "em_open":
                return replace(self.style, emphasis=True)
            case "s_open":
                return replace(self.style, strike=True)
            case _:
                return replace(self.style, link=self.link(token))

    def link(self, token: Token) -> Link:
        """Return the link that a token opens, at the place of its address if it can be found."""
        target = str(token.attrs.get("href", ""))
        place = self.place(target)
        if target.startswith("#"):
            target = unquote(target)
        return Link(target, place, str(token.attrs.get("title", "")))

    def place(self, address: str) -> Span:
        """Return where an address is written, which is as it is or before its encoding."""
        decoded = unquote(address)
        spellings = (address, decoded, decoded.replace(" ", "%20"))
        places = (self.passage.find(spelling, self.span) for spelling in spellings)
        return next((place for place in places if place != self.span), self.span)

    def figure(self, token: Token) -> Figure:
        """Return the figure of an image token."""
        source = str(token.attrs.get("src", ""))
        alt = "".join(child.content for child in token.children or ())
        title = str(token.attrs.get("title", ""))
        return Figure(unquote(source), alt, title, self.place(source))

    def soft_break(self, after: str) -> str:
        """Return what a line end in the source stands for: nothing between kana and Han letters.

        As in CSS Text 3, 4.1.3. Korean has spaces between words.
        """
        before = self.runs[-1].text[-1] if self.runs else ""
        return "" if is_unspaced(before) and is_unspaced(after) else " "


def _characters_after(tokens: Sequence[Token]) -> list[str]:
    """Return, for each token, the first character of the text behind it."""
    found, first = [], ""
    for token in reversed(tokens):
        found.append(first)
        first = token.content[:1] or first
    return found[::-1]


_AROUND_BREAK: Final = re.compile(r" *\n *")


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without white space at both ends and around hard breaks.

    Figures and comments that were taken out leave it behind.
    """
    if not runs:
        return runs
    runs = tuple(replace(run, text=_AROUND_BREAK.sub("\n", run.text)) for run in runs)
    first = replace(runs[0], text=runs[0].text.lstrip(" \n"))
    runs = (first, *runs[1:])
    last = replace(runs[-1], text=runs[-1].text.rstrip(" \n"))
    return join((*runs[:-1], last))
