"""Shapes, paints and groups, added in painting order -> one SVG document."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from illustration.geometry import Box, Point, polyline, scatter
from illustration.geometry import polygon as polygon_data
from illustration.palette import fade

Style = str | float


class Canvas:
    """An SVG page in pixels; what is added later lies on top."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._body: list[str] = []
        self._definitions: dict[str, str] = {}

    def svg(self) -> str:
        """Return the whole document."""
        definitions = "".join(
            markup.replace("{id}", name) for markup, name in self._definitions.items()
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}"><defs>{definitions}</defs>'
            f"{''.join(self._body)}</svg>"
        )

    # Paints -----------------------------------------------------------------------------------

    def linear(self, start: Point, end: Point, *colours: str) -> str:
        """Return a paint running evenly through the colours from `start` to `end`."""
        return self._reference(
            f'<linearGradient id="{{id}}" gradientUnits="userSpaceOnUse" x1="{start[0]:g}" '
            f'y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}">{_stops(colours)}</linearGradient>'
        )

    def vertical(self, top: float, bottom: float, *colours: str) -> str:
        """Return a paint running evenly through the colours from `top` down to `bottom`."""
        return self.linear((0, top), (0, bottom), *colours)

    def horizontal(self, left: float, right: float, *colours: str) -> str:
        """Return a paint running evenly through the colours from `left` to `right`."""
        return self.linear((left, 0), (right, 0), *colours)

    def radial(self, centre: Point, radius: float, *colours: str) -> str:
        """Return a paint running evenly through the colours from `centre` outwards."""
        return self._reference(
            f'<radialGradient id="{{id}}" gradientUnits="userSpaceOnUse" cx="{centre[0]:g}" '
            f'cy="{centre[1]:g}" r="{radius:g}">{_stops(colours)}</radialGradient>'
        )

    def blur(self, deviation: float) -> str:
        """Return a filter that softens what it is put on."""
        return self._reference(
            '<filter id="{id}" x="-20%" y="-20%" width="140%" height="140%">'
            f'<feGaussianBlur stdDeviation="{deviation:g}"/></filter>'
        )

    def clip(self, data: str) -> str:
        """Return a clip to the inside of a path."""
        return self._reference(f'<clipPath id="{{id}}"><path d="{data}"/></clipPath>')

    # Shapes -----------------------------------------------------------------------------------

    def path(self, data: str, fill: str = "none", **style: Style) -> None:
        """Any outline."""
        self._body.append(f'<path d="{data}" fill="{fill}"{_attributes(style)}/>')

    def polygon(self, points: Sequence[Point], fill: str, **style: Style) -> None:
        """Draw a closed straight-sided outline."""
        self.path(polygon_data(points), fill, **style)

    def rectangle(self, box: Box, fill: str, radius: float = 0, **style: Style) -> None:
        """Draw a box with corners rounded to `radius`."""
        x, y, width, height = box
        self._body.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" '
            f'rx="{radius:g}" fill="{fill}"{_attributes(style)}/>'
        )

    def circle(self, centre: Point, radius: float, fill: str, **style: Style) -> None:
        """Draw a disc."""
        self.ellipse(centre, (radius, radius), fill, **style)

    def ellipse(self, centre: Point, radii: Point, fill: str, **style: Style) -> None:
        """Draw an upright ellipse."""
        self._body.append(
            f'<ellipse cx="{centre[0]:.3f}" cy="{centre[1]:.3f}" rx="{radii[0]:.3f}" '
            f'ry="{radii[1]:.3f}" fill="{fill}"{_attributes(style)}/>'
        )

    def line(self, points: Sequence[Point], colour: str, width: float, **style: Style) -> None:
        """Draw a straight-sided stroke with round ends."""
        self.stroke(polyline(points), colour, width, **style)

    def stroke(self, data: str, colour: str, width: float, **style: Style) -> None:
        """Draw a stroke along any outline, with round ends and joins."""
        ends: dict[str, Style] = {"stroke_linecap": "round", "stroke_linejoin": "round"}
        look: dict[str, Style] = {"stroke": colour, "stroke_width": width, **ends, **style}
        self.path(data, "none", **look)

    # Light ------------------------------------------------------------------------------------

    def glow(self, centre: Point, radii: Point, colour: str, strength: float = 1) -> None:
        """Draw a soft ellipse of light that brightens what is below it."""
        ratio = radii[1] / radii[0]
        paint = self.radial(
            (0, 0),
            radii[0],
            *(fade(colour, strength * (1 - step / 6) ** 2.2) for step in range(7)),
        )
        with self.group(
            transform=f"translate({centre[0]:g} {centre[1]:g}) scale(1 {ratio:g})",
            style="mix-blend-mode:screen",
        ):
            self.circle((0, 0), radii[0], paint)

    def shadow(self, centre: Point, radii: Point, strength: float = 0.4) -> None:
        """Draw a soft dark ellipse on the ground below something."""
        ratio = radii[1] / radii[0]
        paint = self.radial(
            (0, 0),
            radii[0],
            *(fade("#030b1c", strength * (1 - (step / 6) ** 1.6)) for step in range(7)),
        )
        with self.group(transform=f"translate({centre[0]:g} {centre[1]:g}) scale(1 {ratio:g})"):
            self.circle((0, 0), radii[0], paint)

    # Groups -----------------------------------------------------------------------------------

    @contextmanager
    def group(self, **style: Style) -> Iterator[None]:
        """Whatever is added inside is transformed, clipped or faded as one."""
        self._body.append(f"<g{_attributes(style)}>")
        yield
        self._body.append("</g>")

    @contextmanager
    def placed(
        self, at: Point, scale: float = 1, *, flip: bool = False, rotate: float = 0
    ) -> Iterator[None]:
        """Whatever is added inside has its origin at `at`, `scale` pixels to its unit."""
        across = -scale if flip else scale
        transform = (
            f"translate({at[0]:.2f} {at[1]:.2f}) rotate({rotate:g}) scale({across:g} {scale:g})"
        )
        with self.group(transform=transform):
            yield

    def _reference(self, markup: str) -> str:
        name = self._definitions.setdefault(markup, f"d{len(self._definitions)}")
        return f"url(#{name})"


def stars(canvas: Canvas, area: Box, count: int, colour: str) -> None:
    """Fine points of light strewn over an area."""
    values = scatter(count)
    left, top, width, height = area
    for _ in range(count):
        centre = (left + next(values) * width, top + next(values) * height)
        canvas.circle(centre, 0.8 + 1.4 * next(values), fade(colour, 0.25 + 0.6 * next(values)))


def _stops(colours: Sequence[str]) -> str:
    last = max(len(colours) - 1, 1)
    return "".join(
        f'<stop offset="{index / last:.4f}" stop-color="{colour}"/>'
        for index, colour in enumerate(colours)
    )


def _attributes(style: dict[str, Style]) -> str:
    return "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
