"""What a session remembers from one build to the next, stage by stage."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.emit.memory import EmitMemory
from deckgen.layout.memory import LayoutMemory
from deckgen.spec.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.draw.memory import DrawMemory
    from deckgen.template.model import Template


class Memory:
    """All of it is of the last build, so that it does not grow."""

    def __init__(self) -> None:
        self.reading: Final = Remembered()
        self.layout: Final = LayoutMemory()
        self.writing: Final = EmitMemory()
        self._template: tuple[object, Template] | None = None

    @cached_property
    def drawing(self) -> DrawMemory:
        """What was drawn; sessions that only compile draw nothing."""
        from deckgen.draw.memory import DrawMemory

        return DrawMemory()

    def template(self, key: object, read: Callable[[], Template]) -> Template:
        """Return the template of the last build if it was read from the same, else read it."""
        if self._template is None or self._template[0] != key:
            self._template = key, read()
        return self._template[1]
