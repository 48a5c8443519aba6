"""A theme's colour scheme and a master's colour map -> colours of DrawingML resolved to sRGB."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from deckgen.colors import Color, mix
from deckgen.opc.xml import Element, child, integer, local_name, qn, share
from deckgen.records import Struct, field
from deckgen.template import transforms

DEFAULT_MAP: Final = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
"""The colour map of a master that has none: dark text on a light background."""

FILLS: Final = frozenset(
    qn(f"a:{name}")
    for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
)
"""The elements that fill a shape, a line or text (20.1.8)."""

_ALPHAS: Final[dict[str, Callable[[float, float], float]]] = {
    "alpha": lambda _, value: value,
    "alphaMod": lambda alpha, value: alpha * value,
    "alphaOff": lambda alpha, value: alpha + value,
}
"""What each transform makes of how much a colour covers."""
_SCHEME_COLOR: Final = qn("a:schemeClr")
_DEFAULT_SCHEME: Final = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_GREY: Final = "808080"
_HEX: Final = frozenset("0123456789ABCDEFabcdef")
_BACKGROUND_FILLS: Final = 1001
"""Where indexes of a theme's fills start to count those of backgrounds (19.3.1.3)."""
_PRESET_PREFIXES: Final = (("dk", "dark"), ("lt", "light"), ("med", "medium"))


class Palette(Struct, frozen=True):
    """The colours of a theme by scheme name, and which of them a slide's names stand for."""

    scheme: Mapping[str, str]
    map: Mapping[str, str]
    _named: dict[str, Color] = field(default_factory=dict)

    def named(self, name: str) -> Color:
        """Return the theme colour of a name, be it a slide's (`tx1`) or the theme's (`dk1`)."""
        known = self._named.get(name)
        if known is None:
            known = self._named[name] = self._find(name)
        return known

    def _find(self, name: str) -> Color:
        if name == "phClr":
            return self.named("tx1")
        slot = self.map.get(name, name)
        rgb = self.scheme.get(slot) or _DEFAULT_SCHEME.get(slot, _GREY)
        if name not in self.map:
            name = next((key for key, value in self.map.items() if value == name), name)
        return Color(rgb, name)

    def colors(self) -> Mapping[str, Color]:
        """Return all colours under the names that a slide has for them."""
        return {name: self.named(name) for name in self.map}

    def mapped(self, override: Element | None) -> Palette:
        """Return the palette under another map, itself where that is absent."""
        if override is None:
            return self
        given = {str(name): str(value) for name, value in override.attrib.items()}
        return Palette(
            self.scheme, {**self.map, **{k: v for k, v in given.items() if k in self.map}}
        )

    def resolve(
        self, element: Element, placeholder: Color | None = None, below: Color | None = None
    ) -> Color:
        """Return the colour that an element such as `a:schemeClr` describes.

        `placeholder` is what `phClr` stands for in a theme's own styles. A translucent colour is
        seen on what is `below`, the slide's `bg1` if that is not given. The scheme name is kept
        where nothing modifies the colour.
        """
        if element.tag == _SCHEME_COLOR and placeholder is None and len(element) == 0:
            return self.named(element.get("val", ""))  # nearly every colour is one of these
        color, alpha = self.toned(element, placeholder)
        return color if alpha == 1.0 else mix(below or self.named("bg1"), color, alpha)

    def toned(self, element: Element, placeholder: Color | None = None) -> tuple[Color, float]:
        """Return a colour as it is by itself, and how much it covers, from 0 to 1."""
        base = self._base(element, placeholder)
        if len(element) == 0:
            return base, 1.0
        color, alpha = transforms.channels(base.rgb), 1.0
        for step in element:
            name, value = local_name(step), share(step, "val")
            if name in _ALPHAS:
                alpha = _ALPHAS[name](alpha, 1.0 if value is None else value)
            else:
                color = transforms.apply(color, name, 0.0 if value is None else value)
        rgb = transforms.to_rgb(color)
        return base if rgb == base.rgb else Color(rgb), min(1.0, max(0.0, alpha))

    def fill(
        self, fill: Element, placeholder: Color | None = None, below: Color | None = None
    ) -> Color | None:
        """Return the colour of a fill, the average of a gradient's; None for any other fill."""
        match local_name(fill):
            case "solidFill" | "fontRef":
                return next((self.resolve(item, placeholder, below) for item in fill), None)
            case "gradFill":
                stops = _list(child(fill, "a:gsLst"))
                return average([self.resolve(c, placeholder, below) for s in stops for c in s])
            case "pattFill":
                ground = _list(child(fill, "a:bgClr"))
                return next((self.resolve(item, placeholder, below) for item in ground), None)
            case _:
                return None

    def _base(self, element: Element, placeholder: Color | None) -> Color:
        value = element.get("val", "")
        match local_name(element):
            case "srgbClr":
                return Color(value.upper() if _is_rgb(value) else _GREY)
            case "schemeClr" if value == "phClr" and placeholder is not None:
                return placeholder
            case "schemeClr":
                return self.named(value)
            case "sysClr":
                return Color(_system_color(element))
            case "prstClr":
                return Color(_preset_color(value))
            case "scrgbClr":
                red, green, blue = (share(element, name) or 0.0 for name in "rgb")
                return Color(transforms.to_rgb(transforms.from_linear((red, green, blue))))
            case "hslClr":
                saturation, lightness = (share(element, name) or 0.0 for name in ("sat", "lum"))
                hue = integer(element, "hue") or 0
                return Color(transforms.to_rgb(transforms.from_hsl(hue, saturation, lightness)))
            case _:
                return Color(_GREY)


def read_palette(theme: Element | None, color_map: Element | None) -> Palette:
    """Return the palette of a theme (`a:theme`) under a master's colour map (`p:clrMap`)."""
    bare, scheme = Palette({}, DEFAULT_MAP), {}
    for slot in _list(child(theme, "a:themeElements", "a:clrScheme")):
        for color in slot:
            scheme[local_name(slot)] = bare.resolve(color).rgb
    return Palette(scheme, DEFAULT_MAP).mapped(color_map)


def average(colors: list[Color]) -> Color | None:
    """Return the mean of colours, None of none."""
    if not colors:
        return None
    mean = colors[0]
    for count, color in enumerate(colors[1:], start=2):
        mean = mix(mean, color, 1 / count)
    return mean


def _list(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def _is_rgb(value: str) -> bool:
    return len(value) == 6 and _HEX.issuperset(value)


def _system_color(element: Element) -> str:
    last = element.get("lastClr", "")
    if _is_rgb(last):
        return last.upper()
    return "FFFFFF" if element.get("val") == "window" else "000000"


def _preset_color(name: str) -> str:
    """Return a named colour (20.1.10.48), most of which are those of CSS, some abbreviated."""
    from PIL import ImageColor

    for short, full in _PRESET_PREFIXES:
        if name.startswith(short) and name[len(short) : len(short) + 1].isupper():
            name = full + name[len(short) :]
    if name.lower() not in ImageColor.colormap:
        return _GREY
    red, green, blue = ImageColor.getrgb(name)[:3]  # what the table holds changes with its use
    return f"{red:02X}{green:02X}{blue:02X}"


def theme_fill(theme: Element | None, reference: Element) -> Element | None:
    """Return the fill of a theme that a reference names by its index, None where it has none."""
    index, name, first = integer(reference, "idx") or 0, "a:fillStyleLst", 1
    if index >= _BACKGROUND_FILLS:
        name, first = "a:bgFillStyleLst", _BACKGROUND_FILLS
    fills = _list(child(theme, "a:themeElements", "a:fmtScheme", name))
    return fills[index - first] if first <= index < first + len(fills) else None


def fill_of(properties: Element | None) -> Element | None:
    """Return the fill among the children of properties such as `p:spPr` or `a:ln`."""
    if properties is None:
        return None
    return next((element for element in properties if element.tag in FILLS), None)
