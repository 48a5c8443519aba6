"""Names that are taken -> names that are free, without searching."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.geometry import Rect


class PartNames:
    """Gives parts numbered names that no other part has; case makes no difference in names."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {name.lower() for name in taken}
        self._last: dict[str, int] = {}

    def next(self, stem: str, suffix: str = ".xml") -> str:
        """Return the stem with the next number and the suffix."""
        number = self._last.get(stem, 0) + 1
        while f"{stem}{number}{suffix}".lower() in self._taken:
            number += 1
        self._last[stem] = number
        return f"{stem}{number}{suffix}"


class ShapeNames:
    """Gives the shapes of a slide their ids, from 2 on as their tree is 1, and unique names."""

    def __init__(self) -> None:
        self._last = 1
        self.newest = 1
        """The id that was given last."""
        self._used: dict[str, int] = {}
        self._ids: dict[Rect, int] = {}
        self._awaited: set[Rect] = set()

    def copy(self) -> ShapeNames:
        """Return names that go on from here on their own."""
        copied = ShapeNames()
        copied._last, copied._used = self._last, dict(self._used)
        copied._ids, copied._awaited = dict(self._ids), set(self._awaited)
        return copied

    def next(self, name: str, box: Rect | None = None) -> tuple[int, str]:
        """Return the id of a shape, and its name with a number where that is taken.

        The id of the first shape in a box may have been asked for before.
        """
        number = self._ids[box] if box in self._awaited and box is not None else self._free()
        if box is not None:
            self._awaited.discard(box)
            self._ids.setdefault(box, number)
        self.newest = number
        count = self._used.get(name, 0)
        candidate = name
        while candidate in self._used:
            count += 1
            candidate = f"{name} {count}"
        self._used[name] = max(count, 1)
        self._used.setdefault(candidate, 1)
        return number, candidate

    def of(self, box: Rect) -> int:
        """Return the id of the shape in a box, which may be written later."""
        if box not in self._ids:
            self._ids[box] = self._free()
            self._awaited.add(box)
        return self._ids[box]

    def _free(self) -> int:
        self._last += 1
        return self._last
