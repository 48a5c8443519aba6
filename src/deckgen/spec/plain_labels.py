"""The labels of a diagram -> text alone, with the links in them where they lead.

What a node, a participant or a task says leads where the one link in it does. No other label leads
anywhere, and what is lost of it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from deckgen.diagrams.interaction import Participant
from deckgen.diagrams.model import Node
from deckgen.diagrams.schedule import PlannedTask
from deckgen.labels import addresses_in, plain_label
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Callable

_Content = TypeVar("_Content", bound=Struct)
_LABELS: Final = frozenset(("label", "counts", "notes", "sections"))
"""The fields that people read."""
_LEADING: Final = (Node, Participant, PlannedTask)


def with_plain_labels(content: _Content, lost: Callable[[str, int | None], object]) -> _Content:
    """Return a diagram without marks of Markdown in its labels.

    `lost` is handed each address that nothing leads to, with the number of the statement that has
    it, if that is known.
    """
    changed: dict[str, Any] = {}
    found: list[str] = []
    for name in content.__struct_fields__:
        value = getattr(content, name)
        if name in _LABELS:
            changed[name] = _plain(value, found)
        elif isinstance(value, tuple) and value and isinstance(value[0], Struct):
            changed[name] = tuple(with_plain_labels(item, lost) for item in value)
    if isinstance(content, _LEADING) and len(found) == 1 and not content.link:
        changed["link"] = found[0]
    else:
        for address in found:
            lost(address, getattr(content, "step", None))
    return replace(content, **changed) if changed else content


def _plain(value: str | tuple[str, ...], found: list[str]) -> str | tuple[str, ...]:
    for text in (value,) if isinstance(value, str) else value:
        found += addresses_in(text)
    return plain_label(value) if isinstance(value, str) else tuple(map(plain_label, value))
