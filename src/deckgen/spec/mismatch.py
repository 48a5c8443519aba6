"""A node that is not what was expected, a key that is not known -> what most likely went wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.spec.nodes import Mapping, Scalar, shorten
from deckgen.spec.remarks import comment_after, quoted

if TYPE_CHECKING:
    from deckgen.spec.lookalikes import Lookalike
    from deckgen.spec.nodes import Entry, Node

_BEFORE_COMMA: Final = r"[:{\[,]\s+((?:(?!: )[^\"'{}\[\],])+, *)$"
"""A value of a flow collection and the comma behind it, which ends it."""
_NAMES: Final = ("name", "title", "text")
"""The keys by which others write a text that has more to it."""
_AROUND: Final = "-\"'“”„‟‘’‚‛«»「」『』 \u200b\ufeff"
"""What may stand around a key by mistake, when what looks like ASCII has become it."""


def lookalike_in(node: Node) -> Lookalike | None:
    """Return the character that looks like a sign of YAML in the first line of a node, if any."""
    from deckgen.spec.lookalikes import in_opening, in_structure

    source = node.span.source
    line = source.line_of(node.span.start)
    if isinstance(node, Scalar) and node.is_null:
        return in_structure(source, line + 1) if line + 1 < source.line_count else None
    found = in_structure(source, line)
    if found is None and (isinstance(node, Mapping) or node.span.text[:1] in {"［", "｛"}):
        found = in_opening(source, line)
    inside = found is not None and node.span.start <= found.span.start < node.span.stop
    return found if inside else None


def lookalike_in_key(entry: Entry) -> Lookalike | None:
    """Return the character that makes a key another one than it looks, if there is one."""
    return lookalike_in(entry.key) or lookalike_in(Mapping(entry.key.span, ()))


def meant_key(key: str) -> str:
    """Return a key without what looks like blanks, dashes and quotation marks around it."""
    from unicodedata import normalize

    return normalize("NFKC", key).strip(_AROUND)


def divided_text(entry: Entry) -> str | None:
    """Return the text that a comma has divided, where an entry is the second half of one.

    Such an entry has no colon, and stands behind a value without quotation marks.
    """
    span = entry.key.span
    is_alone = isinstance(entry.value, Scalar) and entry.value.span.start == entry.value.span.stop
    if not is_alone or not isinstance(entry.key, Scalar):
        return None
    source = span.source
    before = source.text[source.line_start(source.line_of(span.start)) : span.start]
    start = re.search(_BEFORE_COMMA, before)
    return None if start is None else before[start.start(1) :] + entry.key.text


def text_within(node: Node) -> str | None:
    """Return the text that a mapping gives a name to, where a text alone is expected."""
    if not isinstance(node, Mapping):
        return None
    found = (node.get(key) for key in _NAMES)
    values = (entry.value for entry in found if entry is not None)
    return next((shorten(one.text) for one in values if isinstance(one, Scalar) and one.text), None)


def hints_for_nothing(node: Node) -> tuple[str, ...]:
    """Return what to do where something is expected and YAML reads nothing."""
    if not isinstance(node, Scalar) or not node.is_null:
        return ()
    if node.text:
        return (f"`{node.text}` is nothing in YAML: quote the word, `{quoted(node.text)}`",)
    comment = comment_after(node.span)
    if comment is None:
        return ()
    return (f"`#` starts a comment in YAML: quote the text, `{quoted(comment.text.rstrip())}`",)
