"""Types and defaults of the language -> the words for them in a table of keys."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.kinds import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIMPLE: Final = {
    str: "text",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
}
_KINDS: Final = {
    "Word": ("text", "Plain text, or a number that stands for its digits."),
    "Translated": (
        "text by language",
        "Plain text, or a mapping such as `{ja: 日本電気株式会社, en: NEC Corporation}`.",
    ),
    "Inline": ("line", ""),
    "Markdown": ("Markdown", "Markdown of several lines: paragraphs and lists."),
    "PictureRef": ("picture", "The path of a picture file, relative to the deck."),
    "RegistryFile": (
        "registry file",
        "The path of a [file of trademarks](trademarks.md), relative to the deck.",
    ),
}
"""The names and meanings of kinds whose class says it for developers only."""

HEADINGS: Final = {"Spec": "The deck", "Common": "Any slide"}
"""The headings of records that are not called as their class is."""


def of_type(expected: Any, link: Mapping[type, str]) -> str:  # noqa: ANN401 - any annotation
    """Return what may be written for a type; `link` has the words for each record."""
    if expected in _SIMPLE:
        return _SIMPLE[expected]
    if is_kind(expected):
        name = kind_name(expected)
        return f"[{name}](#{anchor('Values')})"
    members = members_of(expected)
    if members:
        return " or ".join(of_type(member, link) for member in members)
    if get_origin(expected) is Literal:
        return ", ".join(f"`{word}`" for word in get_args(expected))
    if get_origin(expected) is tuple:
        return _list_of(get_args(expected)[0], link)
    return link[expected]


def _list_of(item: Any, link: Mapping[type, str]) -> str:  # noqa: ANN401 - any annotation
    one = of_type(item, link)
    if is_kind(item) or item in _SIMPLE or get_origin(item) is Literal:
        return f"{one}, or a list of such"
    return f"list of {one}"


def of_default(default: object) -> str:
    """Return what a key has where it is not written, empty for nothing."""
    match default:
        case bool():
            return f"`{str(default).lower()}`"
        case Pattern():
            return f'`"{default.text}"`'
        case str() | int() | float() if default != "":
            return f"`{default}`"
        case _:
            return ""


def kind_name(kind: type) -> str:
    """Return what a kind of value is called."""
    return _KINDS.get(kind.__name__, (spaced(kind.__name__).lower(), ""))[0]


def kind_meaning(kind: type) -> str:
    """Return what a kind of value is."""
    return _KINDS.get(kind.__name__, ("", ""))[1] or summary(kind)


def heading(record: type) -> str:
    """Return the heading of a record."""
    return HEADINGS.get(record.__name__) or spaced(record.__name__).capitalize()


def spaced(name: str) -> str:
    """Return the name of a class as words: `TitleSlide` is `Title Slide`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def summary(documented: type) -> str:
    """Return the first paragraph of a docstring, on one line."""
    first = cleandoc(documented.__doc__ or "").split("\n\n", maxsplit=1)[0]
    return " ".join(first.split())


def anchor(title: str) -> str:
    """Return the name under which GitHub links to a heading."""
    kept = re.sub(r"[^\w\- ]", "", title.lower())
    return kept.replace(" ", "-")
