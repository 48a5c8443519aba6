"""How pictures of a template show -> what is seen of them, each decoded once and only so many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from deckgen.colors import Color
from deckgen.limits import LOOKED_AT
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.geometry import Rect
    from deckgen.opc.package import Package
    from deckgen.pictures.recolored import Recoloring
    from deckgen.template.sights import Sight

_Found = TypeVar("_Found")
_OPAQUE: Final = 0.98


class PictureLook(Struct, frozen=True):
    """How the picture in a part shows: in other colours, and so much of it on white paper.

    A `tile` is the box that shows no more of it than the first of its tiles. `cut` tells what of
    it is cut off at the left, top, right and bottom, as shares of its sides.
    """

    part: str
    recoloring: Recoloring | None = None
    amount: float | None = None
    tile: Rect | None = None
    cut: tuple[float, float, float, float] | None = None


class Wash(Struct, frozen=True):
    """The average colour of a picture and how much of what is below it that hides, from 0 to 1."""

    color: Color
    cover: float

    @property
    def hides(self) -> bool:
        """Whether nothing shows through, but for the smoothed edge of a corner."""
        return self.cover >= _OPAQUE


class Looks(Struct, frozen=True):
    """What was found of a package's pictures so far, by how they show."""

    package: Package
    _washes: dict[PictureLook, Wash | None] = field(default_factory=dict)
    _cells: dict[PictureLook, tuple[tuple[Color, Color], ...]] = field(default_factory=dict)
    _sights: dict[PictureLook, tuple[Sight, ...]] = field(default_factory=dict)

    def wash(self, look: PictureLook) -> Wash | None:
        """Return what a picture is on average, None for a kind or size that is not read."""
        from deckgen.template import mosaics

        return self._once(self._washes, look, lambda data: mosaics.average(data, look), None)

    def cells(self, look: PictureLook) -> tuple[tuple[Color, Color], ...]:
        """Return the extremes in each cell of a grid over a picture; none if they are not known."""
        from deckgen.template import mosaics

        return self._once(self._cells, look, lambda data: mosaics.mosaic(data, look), ())

    def sights(self, look: PictureLook, slide: Rect) -> tuple[Sight, ...]:
        """Return what is in a picture that fills the slide."""
        from deckgen.template import mosaics

        return self._once(self._sights, look, lambda data: mosaics.seen(data, look, slide), ())

    def _once(
        self,
        known: dict[PictureLook, _Found],
        look: PictureLook,
        find: Callable[[bytes], _Found],
        unknown: _Found,
    ) -> _Found:
        if look not in known:
            image = self.package.parts.get(look.part) if len(known) < LOOKED_AT else None
            known[look] = unknown if image is None else find(image.data)
        return known[look]
