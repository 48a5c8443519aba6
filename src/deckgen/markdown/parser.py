"""The Markdown parser as deckgen sets it up: CommonMark, tables, strikethrough, and some rules.

Footnotes are read where they are written, `[^1]: …`; references to them stay text, as they may
also stand in titles. Our own rules: emphasis that opens and closes beside East Asian letters, bare
links in any script, `H~2~O`, `x^2^` and `==marked==`, tags of HTML as tokens of their own, tables
that keep all cells of a row, and tokens for what looks like Markdown and means nothing.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import blockquote, reference, table
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from deckgen.letters import is_east_asian
from deckgen.limits import DEPTH
from deckgen.markdown.divisions import callout_rule, division
from deckgen.markdown.formulas import BLOCK, INLINE, formula, formula_block
from deckgen.markdown.links import bare_link, remark_label, windows_path
from deckgen.markdown.marks import mark, script
from deckgen.markdown.tags import KNOWN, TAG, HtmlTag
from deckgen.markdown.unrendered import UNRENDERED, unrendered_first, unrendered_last
from deckgen.markdown.unrendered_lines import cells_of, in_comment, is_rule
from deckgen.markdown.variables import variable
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.utils import EnvType

_BRACKETS: Final = lazy(r"\[((?:[^\[\]\\]|\\.)+)\]")
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
        if marker == "*" and _is_product(before, after, stop - start):
            return Scanned(False, False, stop - start)
        left = not _is_space(after) and (not _is_punctuation(after) or _is_boundary(before))
        right = not _is_space(before) and (not _is_punctuation(before) or _is_boundary(after))
        can_open = left and (canSplitWord or not right or _is_punctuation(before))
        can_close = right and (canSplitWord or not left or _is_punctuation(after))
        return Scanned(can_open, can_close, stop - start)


def _is_product(before: str, after: str, count: int) -> bool:
    """Tell whether asterisks multiply: `2*3*4`, `10m*20m`, `=A1*B1*C1`, `2**3**4`.

    CommonMark would emphasise the figure between them, and leave out the signs.
    """
    figures = before.isdigit() + after.isdigit()
    letters = all(each.isascii() and each.isalnum() for each in (before, after))
    return figures == 2 or (count == 1 and figures == 1 and letters)


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


def _html(state: StateInline, silent: bool) -> bool:
    """Break the line at `<br>`, drop comments, and make tokens of the tags that HTML has."""
    assert isinstance(state, _State)
    if state.src.startswith(_COMMENT, state.pos):
        text = state.pos + len(_COMMENT)
        if state.last_comment_end < text:
            return False
        stop = state.src.index(_COMMENT_END, text) + len(_COMMENT_END)
        found = in_comment(state.src, state.pos, stop)
        if found is not None and not silent:
            state.push(UNRENDERED, "", 0).meta = {"found": found}
        state.pos = stop
        return True
    match = TAG.match(state.src, state.pos, state.posMax)
    name = match[2].lower() if match else ""
    if match is None or name not in KNOWN:
        return False
    if not silent:
        token = state.push("hardbreak" if name == "br" else "html_tag", "", 0)
        token.meta = {
            "tag": HtmlTag(name, bool(match[1]), bool(match[3]), match.start(), match.end())
        }
        token.content = "" if name == "br" else match[0]
    state.pos = match.end()
    return True


class Definitions(dict[str, Any]):
    """The definitions of links in a text by their labels, which know the ones that are used."""

    def __init__(self, text: str) -> None:
        """Start without any."""
        super().__init__()
        self.used: set[str] = set()
        self._text = text

    @cached_property
    def mentions(self) -> Counter[str]:
        """How often each label stands in brackets in the text."""
        return Counter(_BRACKETS.findall(self._text))

    def __getitem__(self, label: str) -> object:
        """Return a definition, which counts as its use."""
        self.used.add(label)
        return super().__getitem__(label)

    def get(self, label: str, default: object = None) -> object:
        """Return a definition or the default, which counts as its use."""
        self.used.add(label)
        return super().get(label, default)


def _definition(state: StateBlock, start: int, stop: int, silent: bool) -> bool:
    """Read the definition of a link, unless it is a remark: `[Note]: words`."""
    label = remark_label(_line(state, start))
    if label is not None and state.env["references"].mentions[label] == 1:
        return False
    return reference(state, start, stop, silent)


def _table(state: StateBlock, start: int, stop: int, silent: bool) -> bool:
    """Read a table as GitHub does, but keep the cells that a row has more than the header."""
    first = len(state.tokens)
    if not table(state, start, stop, silent):
        return False
    made = state.tokens[first:]
    columns = sum(token.type == "th_open" for token in made)
    del state.tokens[first:]
    row: int | None = None
    for token in made:
        if token.type == "tr_open" and token.map:
            row = token.map[0]
        if token.type == "tr_close" and row is not None:
            further = cells_of(_line(state, row))[columns:]
            state.tokens += [each for cell in further for each in _cell(cell, row, token.level)]
        state.tokens.append(token)
    return True


def _cell(content: str, row: int, level: int) -> tuple[Token, ...]:
    inline = Token("inline", "", 0, map=[row, row + 1], level=level + 2, children=[])
    inline.content = content.replace("\\|", "|")
    opening = Token("td_open", "td", 1, level=level + 1, meta={"surplus": True})
    return opening, inline, Token("td_close", "td", -1, level=level + 1)


def _table_below(state: StateBlock, start: int, stop: int, silent: bool) -> bool:
    """End an item of a list, or a quotation, where a table follows that is not set in.

    CommonMark goes on with the paragraph, and the table would be text.
    """
    if not silent or start + 1 >= stop or state.sCount[start] >= state.blkIndent + 4:
        return False
    above, below = _line(state, start), _line(state, start + 1)
    return "|" in above and is_rule(below) and len(cells_of(above)) == len(cells_of(below))


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


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
    parser.disable(["html_block", "html_inline"])
    # Escaped characters stay tokens of their own, so that they are not taken for signs.
    parser.disable("text_join")
    deflist_plugin(parser)
    footnote_plugin(parser)
    parser.disable(["footnote_inline", "footnote_ref", "footnote_tail"])
    block, inline = parser.block.ruler, parser.inline.ruler
    block.at("table", _table, {"alt": ["paragraph", "reference"]})
    block.at("reference", _definition)
    block.before("table", "table_below", _table_below, {"alt": ["paragraph", "blockquote"]})
    anywhere: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    block.before("blockquote", "callout", callout_rule(blockquote), anywhere)
    block.before("fence", "division", division, anywhere)
    block.before("fence", BLOCK, formula_block, {"alt": ["paragraph", "blockquote", "list"]})
    inline.before("escape", "variable", variable)
    inline.before("escape", "windows_path", windows_path)
    inline.before("escape", INLINE, formula)
    inline.before("escape", "unrendered_first", unrendered_first)
    inline.before("emphasis", "bare_link", bare_link)
    inline.before("emphasis", "mark", mark)
    inline.before("emphasis", "script", script)
    inline.before("autolink", "html", _html)
    inline.push("unrendered_last", unrendered_last)
    # Links that are not safe must reach the check of all links, and not remain as text.
    parser.validateLink = _is_valid  # type: ignore[method-assign]
    # An address that is shown is shown as it is written.
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign]
    return parser
