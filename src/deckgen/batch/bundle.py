"""What a world answered -> a bundle, in which the same is answered where there are no such files.

A deck is built once here, and what it asked of the disk, with the answers, is sent along with the
plan. What another row asks beyond that is noted there, answered here, and the row is begun anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.records import Struct
from deckgen.world import HeldFiles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deckgen.batch.model import BatchPlan
    from deckgen.world import World

OPEN, EXISTS, SIBLINGS, WITHIN = "open", "exists", "siblings", "within"
Question = tuple[str, "Path", "Path | None"]
Answer = bytes | OSError | bool | tuple[str, ...]


class Bundle(Struct, frozen=True):
    """A plan, all that is known of the files that it needs, and the version that made both.

    `digest` tells it from all others.
    """

    plan: BatchPlan
    answers: Mapping[Question, Answer]
    is_confined: bool
    version: str
    digest: str


def answered(question: Question, world: World) -> Answer:
    """Return what a world says to a question."""
    kind, path, folder = question
    if kind == OPEN:
        try:
            with world.open(path) as file:
                return file.read()
        except OSError as error:
            return error
    if kind == EXISTS:
        return world.exists(path)
    return world.siblings(path) if kind == SIBLINGS else world.is_within(path, folder or path)


class BundleWorld(HeldFiles):
    """The files of a bundle; what is not known of is noted, and taken not to be there."""

    def __init__(self, answers: Mapping[Question, Answer], *, is_confined: bool) -> None:
        self._answers: Final = answers
        self._is_confined: Final = is_confined
        self.wanted: dict[Question, None] = {}
        self.names: set[str] = set()

    @property
    def is_confined(self) -> bool:
        """Whether only the files of one folder are read, where they are."""
        return self._is_confined

    def data(self, path: Path) -> bytes:
        """Return the bytes of a file."""
        found = self._answer((OPEN, path, None))
        if isinstance(found, OSError):
            raise found
        if not isinstance(found, bytes):
            raise FileNotFoundError(f"{path} is not here")
        self.names.add(str(path))
        return found

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at a path."""
        return bool(self._answer((EXISTS, path, None)))

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path."""
        found = self._answer((SIBLINGS, path, None))
        return found if isinstance(found, tuple) else ()

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path leads to somewhere in a folder."""
        return bool(self._answer((WITHIN, path, folder)))

    def _answer(self, question: Question) -> Answer | None:
        found = self._answers.get(question)
        if found is None:
            self.wanted[question] = None
        return found
