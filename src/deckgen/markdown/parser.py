"""The Markdown parser as deckgen sets it up: CommonMark, tables, strikethrough, and some rules.

Footnotes are read where they are written, `[^1]: …`; references to them stay text, as they may
also stand in titles. Our own rules: emphasis that opens and closes beside East Asian letters, bare
links that end where ASCII ends, and `<br>` and comments as the only HTML.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from mdit_py_plugins.footnote import footnote_plugin

from deckgen.letters import is_east_asian
from deckgen.limits import DEPTH

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_BARE_LINK: Final = re.compile(r"(?:https?|ftp)://[!#-;=?-Z\[\]_a-z~]+", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?<![A-Za-z0-9])(?:https?|ftp)\Z", re.IGNORECASE)
_LONGEST_SCHEME: Final = len("https")
"""Text that is nested deeper is lost in the parser; an item of a list counts twice."""
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COMMENT: Final = "<!--"
_COMMENT_END: Final = "-->"


class _State(StateInline):
    """Inline state whose delimiter runs take East Asian letters for what punctuation is.

    CommonMark 0.31 (section 6.2) lets `**` open or close beside punctuation only where a space or
    punctuation stands on the other side, which Japanese text, having no spaces, never gives.
    """

    @cached_property
    def last_comment_end(self) -> int:
        """Where the last comment ends, so that none is sought behind it; -1 where none does."""
        return self.src.rfind(_COMMENT_END)

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Return what a run of delimiters at `start` can do and how long it is."""
        marker, stop = self.src[start], start
        while stop < self.posMax and self.src[stop] == marker:
            stop += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[stop] if stop < self.posMax else " "
        left = not _is_space(after) and (not _is_punctuation(after) or _is_boundary(before))
        right = not _is_space(before) and (not _is_punctuation(before) or _is_boundary(after))
        can_open = left and (canSplitWord or not right or _is_punctuation(before))
        can_close = right and (canSplitWord or not left or _is_punctuation(after))
        return Scanned(can_open, can_close, stop - start)


def _is_space(character: str) -> bool:
    return isWhiteSpace(ord(character)) or character == "\n"


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _is_boundary(character: str) -> bool:
    return _is_space(character) or _is_punctuation(character) or is_east_asian(character)


class _Inline(ParserInline):
    """The inline parser with our state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse a string of inline Markdown into tokens."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _bare_link(state: StateInline, silent: bool) -> bool:
    """Turn `https://…` in text into a link, as GitHub does (GFM 6.9), but only over ASCII."""
    if not state.src.startswith("://", state.pos) or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(state.pending[-_LONGEST_SCHEME - 1 :])
    if scheme is None:
        return False
    match = _BARE_LINK.match(state.src, state.pos - len(scheme[0]))
    address = _trimmed(match[0]) if match else ""
    if len(address) <= len(scheme[0]) + 3 or not state.md.validateLink(address):
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme[0])]
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": state.md.normalizeLink(address)}
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos += len(address) - len(scheme[0])
    return True


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        unbalanced = last == ")" and address.count(")") > address.count("(")
        if last in ".,;:!?'*_~]" or unbalanced:
            address = address[:-1]
        else:
            break
    return address


def _html(state: StateInline, silent: bool) -> bool:
    """Break the line at `<br>` and drop comments; any other HTML is text."""
    assert isinstance(state, _State)
    if state.src.startswith(_COMMENT, state.pos):
        text = state.pos + len(_COMMENT)
        if state.last_comment_end < text:
            return False
        state.pos = state.src.index(_COMMENT_END, text) + len(_COMMENT_END)
        return True
    match = _BREAK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True


def _as_written(link: str) -> str:
    return link


def _is_valid(url: str) -> bool:  # noqa: ARG001 - the signature that is replaced
    return True


@cache
def markdown_parser() -> MarkdownIt:
    """Return the parser, made once."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEPTH})
    parser.inline = _Inline()
    parser.enable(["table", "strikethrough"])
    parser.inline.ruler.before("emphasis", "bare_link", _bare_link)
    parser.inline.ruler.before("autolink", "html_break", _html)
    footnote_plugin(parser)
    parser.disable(["footnote_inline", "footnote_ref", "footnote_tail"])
    parser.disable("html_block")
    parser.disable("html_inline")
    # Links that are not safe must reach the check of all links, and not remain as text.
    parser.validateLink = _is_valid  # type: ignore[method-assign]
    # An address that is shown is shown as it is written.
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign]
    return parser
