"""What a deck shares and chooses: files that it includes, variables, and what conditions leave out.

Most decks have none of this, so what does the work is loaded where it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import Struct, field
from deckgen.source import Source, Span
from deckgen.spec.nodes import Mapping, Node, Scalar, Style

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.spec.bind import Binding
    from deckgen.spec.files import Files
    from deckgen.spec.includes import Includes
    from deckgen.spec.nodes import Entry
    from deckgen.spec.variables import Variables

INCLUDE: Final = "include"
WHEN: Final = "when"
VARIABLES: Final = "variables"
KEYS: Final = (INCLUDE, WHEN)
"""Keys that may stand in any mapping, unless it has such a key of its own."""
USE: Final = "${"
"""What a variable that is filled in starts with."""


class VariableTable(Struct, frozen=True):
    """The variables of a deck."""

    names: tuple[str, ...]

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> object:
        """Return the names, or report that they have no values."""
        if not isinstance(node, Mapping):
            hints = ("write `name: value` below it, or `include: file.yaml`",)
            return binding.wrong_type(node, "a mapping of names to values", hints)
        return cls(tuple(entry.key.text for entry in node.entries))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "object"}


class LeftOut(Struct, frozen=True):
    """A slide that is left out: the id that it has, and the condition that does not hold."""

    id: str
    span: Span


class Reuse(Struct):
    """What binding asks about files, variables and conditions; it remembers what it was asked.

    Where the deck could not be read whole, names may have values all the same.
    """

    deck: Source
    files: Files
    sink: Sink
    language: str = "en"
    is_whole: bool = True
    table: Mapping | None = None
    left_out: list[LeftOut] = field(default_factory=list)
    _includes: Includes | None = None
    _variables: Variables | None = None

    @property
    def includes(self) -> Includes:
        """What reads the files that are included."""
        if self._includes is None:
            from deckgen.spec.includes import Includes

            self._includes = Includes.into(self.deck, self.files, self.sink)
        return self._includes

    @property
    def has_variables(self) -> bool:
        """Whether variables were asked for."""
        return self._variables is not None

    @property
    def variables(self) -> Variables:
        """The variables of the deck."""
        if self._variables is None:
            from deckgen.spec.variables import Variables

            most = self.files.limits.deck_size
            self._variables = Variables(
                self.table, self.sink, self.language, most, is_whole=self.is_whole
            )
        return self._variables

    def fill(self, name: str, span: Span) -> tuple[str, Span] | None:
        """Return what `${name}` at a span stands for, and the place of that; None if nothing."""
        found = self.variables.use(name, span)
        return None if found is None else (found.text, found.span)

    def taken_in(self, node: Node) -> Node | None:
        """Return a node with the files that it includes in its place.

        None where they cannot be read, or a condition beside `include` does not hold.
        """
        if not isinstance(node, Mapping) or directive(node, INCLUDE) is None:
            return node
        kept = self.kept(node)
        return None if kept is None else self.includes.taken_in(kept)

    def items(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the items of a list, with those of lists that are included among them."""
        if not any(isinstance(node, Mapping) and directive(node, INCLUDE) for node in nodes):
            return nodes
        kept = [
            self.kept(node) if isinstance(node, Mapping) and directive(node, INCLUDE) else node
            for node in nodes
        ]
        return self.includes.items(tuple(node for node in kept if node is not None))

    def kept(self, node: Mapping) -> Mapping | None:
        """Return a mapping without its condition, None where that does not hold."""
        entry = directive(node, WHEN)
        if entry is None:
            return node
        from deckgen.spec.conditions import holds

        if not holds(entry.value, self.variables, self.sink):
            identifier = node.get("id")
            if identifier is not None and isinstance(identifier.value, Scalar):
                self.left_out.append(LeftOut(identifier.value.text, entry.span))
            return None
        return Mapping(node.span, tuple(each for each in node.entries if each is not entry))


def directive(node: Mapping, key: str) -> Entry | None:
    """Return the entry of a key that concerns the mapping; one in quotation marks is none."""
    entry = node.get(key)
    return entry if entry is not None and entry.key.style is Style.PLAIN else None


_ASKS: Final = lazy(rf"""(?:{INCLUDE}|{WHEN}|{VARIABLES})["']?\s*(?:\#[^\n]*\s+)*:|\*\S+[ \t]+:""")


def asks(text: str) -> bool:
    """Tell whether a text may ask for files, variables or conditions, by the words for them.

    These are keys, or an alias that stands for one.
    """
    if USE in text:
        return True
    words = any(word in text for word in (INCLUDE, WHEN, VARIABLES))
    return words and bool(_ASKS.search(text))
