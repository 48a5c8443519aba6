"""Colours, gradients and how much they cover -> the resources that a page names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import Gradient, Solid
from deckgen.export.pdf.objects import array, number, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.draw.model import Matrix, Paint, Stop
    from deckgen.export.extent import Extent
    from deckgen.export.pdf.objects import File, Object

_OPAQUE: Final = 1.0


def components(color: Solid) -> tuple[float, float, float]:
    """Return red, green and blue, from 0 to 1."""
    red, green, blue = bytes.fromhex(color.rgb)
    return red / 255, green / 255, blue / 255


def is_opaque(paint: Paint) -> bool:
    """Tell whether nothing shows through a paint."""
    if isinstance(paint, Solid):
        return paint.alpha >= _OPAQUE
    return all(stop.color.alpha >= _OPAQUE for stop in paint.stops)


class Resources:
    """What the pages of a file name beside fonts: the same thing has one name."""

    def __init__(self, file: File) -> None:
        self.file: Final = file
        self._states: Final[dict[object, tuple[str, Object]]] = {}
        self._shadings: Final[dict[object, tuple[str, Object]]] = {}
        self._patterns: Final[dict[object, tuple[str, Object]]] = {}
        self._images: Final[dict[object, tuple[str, Object]]] = {}

    def opacity(self, amount: float) -> str:
        """Return the name of the state in which so much is covered."""
        key = number(amount)
        if key not in self._states:
            value = key.decode()
            state = self.file.add(Type="/ExtGState", ca=value, CA=value)
            self._states[key] = f"G{len(self._states)}", state
        return self._states[key][0]

    def shading(self, gradient: Gradient) -> str:
        """Return the name of what fills all within the clip with a gradient."""
        key = gradient
        if key not in self._shadings:
            colors = [(stop.at, components(stop.color)) for stop in _ordered(gradient.stops)]
            made = self._shading(gradient, "/DeviceRGB", colors)
            self._shadings[key] = f"S{len(self._shadings)}", made
        return self._shadings[key][0]

    def pattern(self, gradient: Gradient, matrix: Matrix) -> str:
        """Return the name of a colour that is a gradient, as it lies on the page."""
        key = gradient, numbers(*matrix)
        if key not in self._patterns:
            self.shading(gradient)
            shading = self._shadings[gradient][1]
            made = self.file.add(
                Type="/Pattern",
                PatternType=2,
                Shading=shading.reference,
                Matrix=array(*matrix).decode(),
            )
            self._patterns[key] = f"P{len(self._patterns)}", made
        return self._patterns[key][0]

    def veil(self, gradient: Gradient, extent: Extent) -> str:
        """Return the name of the state in which a gradient covers as much as its stops say."""
        key = "veil", gradient, numbers(*extent)
        if key not in self._states:
            covers = [(stop.at, (stop.color.alpha,)) for stop in _ordered(gradient.stops)]
            shading = self._shading(gradient, "/DeviceGray", covers)
            box = array(*extent).decode()
            group = self.file.add_packed(
                b"/S sh",
                Type="/XObject",
                Subtype="/Form",
                BBox=box,
                Group="<</S /Transparency/CS /DeviceGray/I true>>",
                Resources=f"<</Shading <</S {shading.reference.decode()}>>>>",
            )
            mask = f"<</Type /Mask/S /Luminosity/G {group.reference.decode()}>>"
            state = self.file.add(Type="/ExtGState", SMask=mask)
            self._states[key] = f"G{len(self._states)}", state
        return self._states[key][0]

    def image(self, key: object, made: Object) -> str:
        """Return the name of a picture, which it is known by."""
        if key not in self._images:
            self._images[key] = f"I{len(self._images)}", made
        return self._images[key][0]

    def known_image(self, key: object) -> str | None:
        """Return the name of a picture that is in the file already."""
        found = self._images.get(key)
        return None if found is None else found[0]

    def written(self, fonts: Iterable[tuple[str, Object]]) -> Object:
        """Return the dictionary that all pages share."""
        kinds = {
            "ExtGState": self._states.values(),
            "Shading": self._shadings.values(),
            "Pattern": self._patterns.values(),
            "XObject": self._images.values(),
            "Font": fonts,
        }
        return self.file.add(**{kind: _named(of) for kind, of in kinds.items() if of})

    def _shading(
        self, gradient: Gradient, space: str, stops: Sequence[tuple[float, tuple[float, ...]]]
    ) -> Object:
        (x, y), (to_x, to_y) = gradient.start, gradient.stop
        kind, way = 2, array(x, y, to_x, to_y)
        if gradient.radius is not None:
            kind, way = 3, array(x, y, 0.0, x, y, gradient.radius)
        return self.file.add(
            ShadingType=kind,
            ColorSpace=space,
            Coords=way.decode(),
            Extend="[true true]",
            Function=_function(stops),
        )


def _ordered(stops: Iterable[Stop]) -> list[Stop]:
    return sorted(stops, key=lambda stop: stop.at)


def _function(stops: Sequence[tuple[float, tuple[float, ...]]]) -> str:
    """Return the function from a place between 0 and 1 to what is there (ISO 32000-1, 7.10)."""
    known = [*stops]
    if known[0][0] > 0:
        known.insert(0, (0.0, known[0][1]))
    if known[-1][0] < 1:
        known.append((1.0, known[-1][1]))
    parts = " ".join(
        f"<</FunctionType 2/Domain [0 1]/N 1/C0 {array(*before).decode()}"
        f"/C1 {array(*after).decode()}>>"
        for (_, before), (_, after) in pairwise(known)
    )
    bounds = array(*(at for at, _ in known[1:-1])).decode()
    encode = array(*([0, 1] * (len(known) - 1))).decode()
    return f"<</FunctionType 3/Domain [0 1]/Functions [{parts}]/Bounds {bounds}/Encode {encode}>>"


def _named(objects: Iterable[tuple[str, Object]]) -> str:
    return f"<<{''.join(f'/{key} {made.reference.decode()}' for key, made in objects)}>>"
