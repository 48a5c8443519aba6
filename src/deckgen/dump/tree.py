"""Any tree of frozen records -> text, one value a line, with the place of what has one."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from deckgen.content import Run
from deckgen.pictures.model import PictureFile
from deckgen.records import Struct
from deckgen.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT: Final = "  "


def tree(value: object) -> str:
    """Return a value and all within it. What equals its default is left out."""
    return "\n".join(_lines("", value, 0)) + "\n"


def _lines(label: str, value: object, depth: int) -> Iterator[str]:
    lead = _INDENT * depth + (f"{label}: " if label else "")
    match value:
        case Run():
            yield lead + _run(value)
        case PictureFile():
            width, height = (round(side / 9525) for side in (value.size.width, value.size.height))
            yield f"{lead}{value.extension} {width}x{height}px"
        case Enum():
            yield lead + value.name.lower()
        case tuple():
            yield (lead.rstrip() or "-") + ("" if value else " ()")
            for item in value:
                yield from _lines("", item, depth + 1)
        case Struct():
            yield f"{lead}{type(value).__name__}{_place(value)}"
            for name, part in _parts(value):
                yield from _lines(name, part, depth + 1)
        case _:
            yield lead + repr(value)


def _run(run: Run) -> str:
    styles = [name for name in ("strong", "emphasis", "strike", "code") if getattr(run, name)]
    link = [f"-> {run.link.target}"] if run.link else []
    return " ".join([repr(run.text), *styles, *link])


def _place(value: object) -> str:
    span = getattr(value, "span", None)
    return f" @{span.line}:{span.column}" if isinstance(span, Span) else ""


def _parts(value: Struct) -> Iterator[tuple[str, object]]:
    """Return the fields that tell something; their annotations are not looked at."""
    names, defaults = value.__struct_fields__, value.__struct_defaults__
    required = len(names) - len(defaults)
    for index, name in enumerate(names):
        found = getattr(value, name)
        is_default = index >= required and found == defaults[index - required]
        if not isinstance(found, Span) and not is_default:
            yield name, found
