"""HTML tags in Markdown: those that style text, and what to write instead of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deckgen.content import Baseline
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CODE: Final[Mapping[str, Any]] = {"code": True}
STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "b": {"strong": True},
    "strong": {"strong": True},
    "i": {"emphasis": True},
    "em": {"emphasis": True},
    "u": {"underline": True},
    "ins": {"underline": True},
    "s": {"strike": True},
    "del": {"strike": True},
    "strike": {"strike": True},
    "kbd": _CODE,
    "code": _CODE,
    "samp": _CODE,
    "mark": {"marked": True},
    "sub": {"baseline": Baseline.SUBSCRIPT},
    "sup": {"baseline": Baseline.SUPERSCRIPT},
}
"""What text between two tags is, by the names of the tags; Markdown's own tokens have them, too."""

_INSTEAD: Final[Mapping[str, str]] = {
    "a": "write `[text](address)`",
    "img": "write `![what it shows](file.png)`",
    **dict.fromkeys(("video", "audio", "iframe", "embed", "object"), "write a link, `[text](…)`"),
    **dict.fromkeys(("ul", "ol", "li", "menu"), "write lines that start with `- ` or `1. `"),
    **dict.fromkeys(
        ("dl", "dt", "dd"), "write the term, and below it a line that starts with `: `"
    ),
    **dict.fromkeys(
        ("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col"),
        "write the rows as `| a | b |`, the second as `|---|---|`",
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "write a line that starts with `## `"),
    **dict.fromkeys(("blockquote", "q", "cite"), "write a line that starts with `> `"),
    "pre": "write ``` on the lines before and after",
    "hr": "write `---` on a line of its own",
}
_OTHERS: Final = (
    "abbr address article aside bdi bdo big body button center data details dfn div fieldset "
    "figcaption figure font footer form header html input label legend main map math meter nav "
    "optgroup option output p picture progress rp rt ruby script section select small source span "
    "style summary svg template textarea time title tt var wbr"
)
KNOWN: Final = frozenset({"br", *STYLES, *_INSTEAD, *_OTHERS.split()})
"""Names of elements of HTML. Other names in angle brackets are text: `List<String>`."""

_ATTRIBUTE: Final = r"""\s+[A-Za-z_:@][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
TAG: Final = lazy(rf"<(/?)([A-Za-z][A-Za-z0-9]*)((?:{_ATTRIBUTE})*)\s*/?>")
"""A tag (CommonMark 6.6): whether it closes, its name, its attributes."""


class HtmlTag(Struct, frozen=True):
    """A tag at a place in inline Markdown."""

    name: str
    closes: bool
    attributes: bool
    start: int
    stop: int


def paired(tags: Iterable[HtmlTag]) -> frozenset[int]:
    """Return where the tags start that style text: each that opens has one that closes it."""
    opened: dict[str, list[int]] = {}
    found: set[int] = set()
    for tag in tags:
        if tag.name not in STYLES:
            continue
        starts = opened.setdefault(tag.name, [])
        if not tag.closes:
            starts.append(tag.start)
        elif starts:
            found |= {starts.pop(), tag.start}
    return frozenset(found)


def instead(name: str) -> str:
    """Return what to write instead of a tag."""
    if name in STYLES:
        return f"write `<{name}>` before and `</{name}>` behind the words"
    return _INSTEAD.get(name, "remove the tag; what is in it is shown")
