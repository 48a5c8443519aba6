"""Fills, lines and shadows of a part, its theme's included -> what they look like."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from deckgen.opc.xml import Element, child, children, flag, integer, length, local_name, qn, share
from deckgen.pictures.recolored import PLAIN
from deckgen.records import Struct, replace
from deckgen.template.palette import fill_of, theme_fill
from deckgen.template.recoloring import read_recoloring
from deckgen.template.scenery.model import (
    BoxShares,
    GradientFill,
    LineEnd,
    PatternFill,
    PictureFill,
    SceneColor,
    SceneFill,
    SceneLine,
    Shadow,
    Tile,
)
from deckgen.units import Emu

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.opc.package import Package, Part
    from deckgen.template.palette import Palette

_DEGREE: Final = 60_000
_MOST_STOPS: Final = 100
_MOST_DASHES: Final = 16
_LINE_WIDTH: Final = Emu(9_525)
_WIDEST: Final = 20_116_800
_COLORS: Final = frozenset(
    qn(f"a:{name}Clr") for name in ("srgb", "scheme", "sys", "prst", "scrgb", "hsl")
)
_DASHES: Final[dict[str, tuple[float, ...]]] = {
    "dot": (1, 3),
    "dash": (4, 3),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDash": (3, 1),
    "sysDot": (1, 1),
    "sysDashDot": (3, 1, 1, 1),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
"""Marks and gaps in widths of the line (20.1.10.48)."""
_END_SIZES: Final = {"sm": 2.0, "med": 3.0, "lg": 5.0}
_VECTOR: Final = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


class FillReader(Struct, frozen=True):
    """Reads fills and lines of one part in the colours of a palette; `theme` is the master's."""

    package: Package
    part: Part
    palette: Palette
    theme: Element | None
    theme_part: Part | None

    def tone(self, element: Element | None, stands: Color | None = None) -> SceneColor | None:
        """Return the first colour among the children of an element."""
        found = None if element is None else _color_in(element)
        if found is None:
            return None
        color, alpha = self.palette.toned(found, stands)
        return SceneColor(color.rgb, alpha)

    def fill(self, fill: Element | None, stands: Color | None = None) -> SceneFill | None:
        """Return what a fill looks like, None where it shows nothing.

        `stands` is what `phClr` stands for in the fills of a theme.
        """
        if fill is None:
            return None
        match local_name(fill):
            case "solidFill":
                return self.tone(fill, stands)
            case "gradFill":
                return self._gradient(fill, stands)
            case "pattFill":
                front = self.tone(child(fill, "a:fgClr"), stands)
                back = self.tone(child(fill, "a:bgClr"), stands)
                return PatternFill(
                    fill.get("prst", ""),
                    front or SceneColor("000000"),
                    back or SceneColor("FFFFFF"),
                )
            case "blipFill":
                return self.picture(fill, stands)
            case _:
                return None

    def referred(self, reference: Element | None) -> SceneFill | None:
        """Return the fill of the theme that a reference names, in the colour that it gives."""
        index = 0 if reference is None else integer(reference, "idx") or 0
        if reference is None or index <= 0:
            return None
        fill = theme_fill(self.theme, reference)
        if fill is None:
            return self.tone(reference)
        return self._of_theme.fill(fill, self._stands(reference))

    @property
    def _of_theme(self) -> FillReader:
        """What reads fills of the theme, whose pictures belong to the theme's part."""
        return replace(self, part=self.theme_part or self.part)

    def _stands(self, reference: Element) -> Color | None:
        found = _color_in(reference)
        return None if found is None else self.palette.resolve(found)

    def _gradient(self, fill: Element, stands: Color | None) -> SceneFill | None:
        stops = []
        for stop in list(children(fill, "a:gsLst", "a:gs"))[:_MOST_STOPS]:
            tone = self.tone(stop, stands)
            if tone is not None:
                stops.append((min(1.0, max(0.0, share(stop, "pos") or 0.0)), tone))
        if not stops:
            return None
        stops.sort(key=lambda stop: stop[0])
        turns = flag(fill, "rotWithShape") is not False
        around, line = child(fill, "a:path"), child(fill, "a:lin")
        if around is not None:
            middle = _sides(child(around, "a:fillToRect"))
            if around.get("path") == "circle":
                return GradientFill(tuple(stops), way="circle", middle=middle, turns=turns)
            return GradientFill(tuple(stops), way="rect", middle=middle, turns=turns)
        angle = 0.0 if line is None else (integer(line, "ang") or 0) / _DEGREE
        scaled = line is not None and flag(line, "scaled") is True
        return GradientFill(tuple(stops), angle % 360, scaled, turns=turns)

    def picture(self, fill: Element, stands: Color | None = None) -> PictureFill | None:
        """Return the picture that a `blipFill` shows, None where it is not in the file."""
        blip = child(fill, "a:blip")
        if blip is None:
            return None
        part, tile = self._target(blip), child(fill, "a:tile")
        if not part:
            return None
        vector = next(blip.iter(_VECTOR), None)
        alpha = child(blip, "a:alphaModFix")
        covers = 1.0 if alpha is None else share(alpha, "amt")
        return PictureFill(
            part=part,
            drawing="" if vector is None else self._target(vector),
            crop=_sides(child(fill, "a:srcRect")),
            stretch=_sides(child(fill, "a:stretch", "a:fillRect")),
            tile=None if tile is None else _tile(tile),
            alpha=min(1.0, max(0.0, 1.0 if covers is None else covers)),
            recoloring=read_recoloring(blip, self.palette, stands) or PLAIN,
        )

    def _target(self, blip: Element) -> str:
        name = self.part.lead(blip.get(qn("r:embed"))) or ""
        return name if name in self.package.parts else ""

    def line(self, own: tuple[Element, ...], reference: Element | None = None) -> SceneLine | None:
        """Return the line that elements such as `a:ln` tell, the first before those after it.

        They lie over that of the theme to which a shape's style refers.
        """
        themed, stands = self._theme_line(reference)
        filled = next((f for line in own if (f := fill_of(line)) is not None), None)
        fill = self.fill(filled)
        if filled is None:
            fill = self._of_theme.fill(fill_of(themed), stands)
        if fill is None:
            return None
        given = [*own, *([] if themed is None else [themed])]
        width = next((w for w in (length(line, "w") for line in given) if w is not None), None)
        return SceneLine(
            fill,
            Emu(min(_WIDEST, max(0, _LINE_WIDTH if width is None else width))),
            next((d for d in map(_dashes, given) if d is not None), ()),
            round_caps=any(line.get("cap") == "rnd" for line in given[:1]),
            round_joins=any(child(line, "a:round") is not None for line in given),
            head=_end(own, "a:headEnd"),
            tail=_end(own, "a:tailEnd"),
        )

    def _theme_line(self, reference: Element | None) -> tuple[Element | None, Color | None]:
        index = 0 if reference is None else integer(reference, "idx") or 0
        if reference is None or index <= 0:
            return None, None
        lines = child(self.theme, "a:themeElements", "a:fmtScheme", "a:lnStyleLst")
        found = lines[index - 1] if lines is not None and index <= len(lines) else None
        return found, self._stands(reference)

    def shadow(self, properties: Element | None, reference: Element | None) -> Shadow | None:
        """Return the outer shadow of a shape, its own or that of the theme's effects."""
        effects, stands = child(properties, "a:effectLst"), None
        if effects is None and reference is not None:
            index = integer(reference, "idx") or 0
            styles = child(self.theme, "a:themeElements", "a:fmtScheme", "a:effectStyleLst")
            if styles is not None and 0 < index <= len(styles):
                effects = child(styles[index - 1], "a:effectLst")
                stands = self._stands(reference)
        cast = child(effects, "a:outerShdw")
        tone = self.tone(cast, stands)
        if cast is None or tone is None:
            return None
        angle = radians((integer(cast, "dir") or 0) / _DEGREE)
        far = min(_WIDEST, max(0, length(cast, "dist") or 0))
        blur = Emu(min(_WIDEST, max(0, length(cast, "blurRad") or 0)))
        return Shadow(tone, blur, far * cos(angle), far * sin(angle))


def _color_in(element: Element) -> Element | None:
    return next((item for item in element if item.tag in _COLORS), None)


def _sides(element: Element | None) -> BoxShares:
    if element is None or not element.attrib:
        return BoxShares()
    found = (share(element, name) or 0.0 for name in ("l", "t", "r", "b"))
    return BoxShares(*(min(100.0, max(-100.0, value)) for value in found))


def _tile(element: Element) -> Tile:
    scales = (share(element, name) for name in ("sx", "sy"))
    x, y = (min(100.0, max(0.01, abs(1.0 if s is None else s))) for s in scales)
    right, down = (length(element, name) or Emu(0) for name in ("tx", "ty"))
    return Tile(right, down, x, y, element.get("algn", "tl"))


def _dashes(line: Element) -> tuple[float, ...] | None:
    preset = child(line, "a:prstDash")
    if preset is not None:
        return _DASHES.get(preset.get("val", ""), ())
    custom = child(line, "a:custDash")
    if custom is None:
        return None
    stops = list(children(custom, "a:ds"))[:_MOST_DASHES]
    found = [share(stop, name) or 0.0 for stop in stops for name in ("d", "sp")]
    return tuple(min(1000.0, max(0.01, each)) for each in found)


def _end(lines: tuple[Element, ...], name: str) -> LineEnd | None:
    ends = (child(line, name) for line in lines)
    end = next((found for found in ends if found is not None), None)
    kind = "none" if end is None else end.get("type", "none")
    if end is None or kind == "none":
        return None
    sizes = (_END_SIZES.get(end.get(side, "med"), 3.0) for side in ("w", "len"))
    return LineEnd(kind, *sizes)
