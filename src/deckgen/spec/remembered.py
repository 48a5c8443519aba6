"""Excerpts of a deck -> the records bound from them, bound again only where something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import Diagnostic, Sink
from deckgen.records import Struct, replace
from deckgen.spec.excerpts import Excerpts
from deckgen.spec.files import Files
from deckgen.spec.reuse import asks
from deckgen.spec.witness import Witness

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.spec.bind import Binding
    from deckgen.spec.nodes import Node

    Bind = Callable[[Binding], object]

_OWN: Final = ("sink", "files", "remembered", "reuse")
"""What of a binding is another one in each run, and decides nothing of what is bound."""


class _Bound(Struct, frozen=True):
    """What was bound of a node, and all that this depended on."""

    value: object
    told: tuple[Diagnostic, ...]
    state: tuple[object, ...]
    files: Files
    witness: Witness


class Remembered:
    """What a session remembers of reading a deck: its excerpts, and the records bound from them."""

    def __init__(self) -> None:
        self.excerpts: Final = Excerpts()

    def holds(self, node: Node, *, shares: bool) -> bool:
        """Tell whether a node is all of an excerpt, and says the same whatever the deck shares.

        In a deck that `shares` anything, excerpts that may ask for it are read anew each time.
        """
        read = self.excerpts.by_node.get(id(node))
        return read is not None and not (shares and asks(read.excerpt.text))

    def bound(self, node: Node, record: type, binding: Binding, bind: Bind) -> object:
        """Return the record of an excerpt; it is bound unless that would give what is known."""
        read = self.excerpts.by_node[id(node)]
        known, state = read.made.get(record), _state(binding)
        if not isinstance(known, _Bound) or known.state != state or not known.witness.holds():
            known = read.made[record] = _bound(binding, state, bind)
        binding.sink.add(known.told)
        binding.files.take(known.files)
        return known.value


def _state(binding: Binding) -> tuple[object, ...]:
    names = (name for name in binding.__struct_fields__ if name not in _OWN)
    return tuple(getattr(binding, name) for name in names)


def _bound(binding: Binding, state: tuple[object, ...], bind: Bind) -> _Bound:
    """Return what is bound with files of its own, so that all that it asks of them is known."""
    sink, witness = Sink(binding.sink.guesses), Witness(binding.files.world)
    files = binding.files.alone(witness, sink)
    value = bind(replace(binding, sink=sink, files=files, remembered=None))
    witness.close()
    return _Bound(value, sink.told(), state, files, witness)
