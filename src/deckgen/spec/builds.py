"""What appears step by step, as it is written: `build`, and pauses until they are resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Protocol, runtime_checkable

from deckgen.content import Paragraph, Run
from deckgen.markdown.model import Pause
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.keys import Key

if TYPE_CHECKING:
    from deckgen.spec.bind import Binding

Built = Annotated[bool, Key("Whether its parts appear one by one, each on a click.")]


@runtime_checkable
class Divisible(Protocol):
    """A block whose parts may appear one by one."""

    @property
    def build(self) -> bool:
        """Whether they do so."""
        ...

    def parts(self, *, asked: bool) -> tuple[object, ...]:
        """Return the parts; `asked` tells that the block says so, not the slide for all of it."""
        ...


class WrittenPause(Struct, frozen=True, kw_only=True):
    """What follows appears at the next click."""

    KEY: ClassVar[str] = ""
    PIECE: ClassVar[type | None] = Pause

    span: Span

    @classmethod
    def of(cls, piece: Pause, binding: Binding) -> WrittenPause:  # noqa: ARG003
        """Return the pause that a piece of Markdown stands for."""
        return cls(span=piece.span)


def appears_later(value: object) -> bool:
    """Tell whether some of what is written appears later than the rest."""
    match value:
        case tuple():
            return any(map(appears_later, value))
        case Paragraph():
            return value.pause
        case WrittenPause():
            return True
        case Run() | Span():
            return False
        case Struct():
            if getattr(value, "build", False):
                return True
            return any(appears_later(getattr(value, name)) for name in value.__struct_fields__)
        case _:
            return False
