"""List styles along a chain of inheritance -> the nine levels of text style that they give.

A chain is kept as properties that are not resolved, because the same master styles mean different
colours under another colour map. Levels that a list style does not touch stay the same objects, so
that resolving them again costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypedDict

from deckgen.colors import Color
from deckgen.opc.xml import Element, flag, integer, length, local_name, qn, share
from deckgen.records import Struct, field
from deckgen.styles import (
    NO_BULLET,
    NO_SPACE,
    NO_TRACKING,
    SINGLE,
    Align,
    Bullet,
    BulletKind,
    Caps,
    LevelStyle,
    Spacing,
)
from deckgen.template.fonts import FontScheme
from deckgen.template.palette import FILLS, Palette, fill_of
from deckgen.units import ZERO, Centipoints, Emu

LEVELS: Final = 9
_DEFAULT_SIZE: Final = Centipoints(1800)
_SMALLEST, _LARGEST = 100, 400_000
_ALIGN: Final = {
    "l": Align.LEFT,
    "ctr": Align.CENTER,
    "r": Align.RIGHT,
    "just": Align.JUSTIFY,
    "justLow": Align.JUSTIFY,
    "dist": Align.DISTRIBUTE,
    "thaiDist": Align.DISTRIBUTE,
}
_CAPS: Final = {caps.value: caps for caps in Caps}
_BULLETS: Final = {
    "buNone": (BulletKind.NONE, "", ""),
    "buChar": (BulletKind.CHARACTER, "char", "•"),
    "buAutoNum": (BulletKind.NUMBER, "type", "arabicPeriod"),
    "buBlip": (BulletKind.PICTURE, "", ""),
}
_PERCENTAGE: Final = qn("a:spcPct")
_ALL_LEVELS: Final = qn("a:defPPr")
_OUTLINE: Final = qn("a:ln")
_LEVEL_NAMES: Final = tuple(qn(f"a:lvl{n}pPr") for n in range(1, LEVELS + 1))


class LevelProperties(TypedDict, total=False):
    """What a chain says of one level so far; fills and colours as they stand in the file."""

    size: Centipoints
    bold: bool
    italic: bool
    underline: bool
    caps: Caps
    kerning: int
    tracking: Centipoints
    latin: str
    east_asian: str
    complex_script: str
    fill: Element
    outlined: bool
    margin_left: Emu
    margin_right: Emu
    indent: Emu
    align: Align
    right_to_left: bool
    line_spacing: Spacing
    space_before: Spacing
    space_after: Spacing
    bullet: tuple[BulletKind, str]
    bullet_font: str | None
    bullet_color: Element | None
    bullet_size: float | Centipoints


Chain = tuple[LevelProperties, ...]
"""The properties of the nine levels."""

Levels = tuple[LevelStyle, ...]
"""The styles of the nine levels."""

EMPTY: Final[Chain] = tuple(LevelProperties() for _ in range(LEVELS))


def inherit(chain: Chain, *list_styles: Element | None) -> Chain:
    """Return the chain with list styles laid over it, the last on top."""
    for list_style in list_styles:
        if list_style is not None and len(list_style):
            chain = _over(chain, list_style)
    return chain


def changed(
    level: LevelProperties, paragraph: Element | None, run: Element | None = None
) -> LevelProperties:
    """Return what a level says with what a paragraph (`a:pPr`) and a run (`a:rPr`) change of it."""
    found = LevelProperties(**level)
    found.update(_own(paragraph))
    if run is not None:
        _read_run(run, found)
    return found


def _over(chain: Chain, list_style: Element) -> Chain:
    given = {str(element.tag): element for element in list_style}
    common = _own(given.get(_ALL_LEVELS))
    return tuple(
        {**below, **common, **_own(given.get(name))} if common or name in given else below
        for below, name in zip(chain, _LEVEL_NAMES, strict=True)
    )


def _own(paragraph: Element | None) -> LevelProperties:
    """Return what the properties of a paragraph (`a:lvl1pPr`) and of its text say themselves."""
    found = LevelProperties()
    if paragraph is None:
        return found
    _read_paragraph(paragraph, found)
    for element in paragraph:
        read = _PARTS.get(element.tag)
        if read is not None:
            read(element, found)
    return found


def _read_paragraph(paragraph: Element, found: LevelProperties) -> None:
    if (left := length(paragraph, "marL")) is not None:
        found["margin_left"] = left
    if (right := length(paragraph, "marR")) is not None:
        found["margin_right"] = right
    if (indent := length(paragraph, "indent")) is not None:
        found["indent"] = indent
    if (align := _ALIGN.get(paragraph.get("algn", ""))) is not None:
        found["align"] = align
    if (right_to_left := flag(paragraph, "rtl")) is not None:
        found["right_to_left"] = right_to_left


def _read_line_spacing(element: Element, found: LevelProperties) -> None:
    found["line_spacing"] = _spacing(element)


def _read_space_before(element: Element, found: LevelProperties) -> None:
    found["space_before"] = _spacing(element)


def _read_space_after(element: Element, found: LevelProperties) -> None:
    found["space_after"] = _spacing(element)


def _spacing(element: Element) -> Spacing:
    for measure in element:
        if measure.tag == _PERCENTAGE:
            return _lines(share(measure, "val"))
        return _points(integer(measure, "val"))
    return SINGLE


@lru_cache(maxsize=256)
def _lines(lines: float | None) -> Spacing:
    return Spacing(lines=min(20.0, max(0.0, 1.0 if lines is None else lines)))


@lru_cache(maxsize=256)
def _points(value: int | None) -> Spacing:
    return Spacing(exact=Centipoints(min(158_400, max(0, value or 0))).emu)


def _read_bullet_kind(element: Element, found: LevelProperties) -> None:
    kind, attribute, default = _BULLETS[local_name(element)]
    found["bullet"] = (kind, element.get(attribute, default) if attribute else "")


def _read_bullet_font(element: Element, found: LevelProperties) -> None:
    found["bullet_font"] = element.get("typeface") or None


def _read_bullet_color(element: Element, found: LevelProperties) -> None:
    found["bullet_color"] = next(iter(element), None)


def _read_bullet_share(element: Element, found: LevelProperties) -> None:
    found["bullet_size"] = min(4.0, max(0.25, share(element, "val") or 1.0))


def _read_bullet_points(element: Element, found: LevelProperties) -> None:
    found["bullet_size"] = Centipoints(integer(element, "val") or int(_DEFAULT_SIZE))


def _read_run(run: Element, found: LevelProperties) -> None:
    _read_emphasis(run, found)
    if (size := integer(run, "sz")) is not None:
        found["size"] = Centipoints(min(_LARGEST, max(_SMALLEST, size)))
    if (kerning := integer(run, "kern")) is not None:
        found["kerning"] = kerning
    if (tracking := integer(run, "spc")) is not None:
        found["tracking"] = Centipoints(min(_LARGEST, max(-_LARGEST, tracking)))
    if (caps := run.get("cap")) is not None:
        found["caps"] = _CAPS.get(caps, Caps.NONE)
    for element in run:
        if element.tag in FILLS:
            found["fill"] = element
        elif element.tag == _OUTLINE:
            fill = fill_of(element)
            found["outlined"] = fill is not None and local_name(fill) != "noFill"
        elif typeface := element.get("typeface"):
            _read_typeface(element, typeface, found)


def _read_emphasis(run: Element, found: LevelProperties) -> None:
    if (bold := flag(run, "b")) is not None:
        found["bold"] = bold
    if (italic := flag(run, "i")) is not None:
        found["italic"] = italic
    if (underline := run.get("u")) is not None:
        found["underline"] = underline != "none"


def _read_typeface(element: Element, typeface: str, found: LevelProperties) -> None:
    match local_name(element):
        case "latin":
            found["latin"] = typeface
        case "ea":
            found["east_asian"] = typeface
        case "cs":
            found["complex_script"] = typeface
        case _:
            pass


_PARTS: Final[dict[object, Callable[[Element, LevelProperties], None]]] = {
    qn("a:lnSpc"): _read_line_spacing,
    qn("a:spcBef"): _read_space_before,
    qn("a:spcAft"): _read_space_after,
    qn("a:buNone"): _read_bullet_kind,
    qn("a:buChar"): _read_bullet_kind,
    qn("a:buAutoNum"): _read_bullet_kind,
    qn("a:buBlip"): _read_bullet_kind,
    qn("a:buFont"): _read_bullet_font,
    qn("a:buFontTx"): _read_bullet_font,
    qn("a:buClr"): _read_bullet_color,
    qn("a:buClrTx"): _read_bullet_color,
    qn("a:buSzPct"): _read_bullet_share,
    qn("a:buSzTx"): _read_bullet_share,
    qn("a:buSzPts"): _read_bullet_points,
    qn("a:defRPr"): _read_run,
}


class StyleResolver(Struct, frozen=True):
    """Resolves chains under one colour map and font scheme; remembers the levels it has made."""

    palette: Palette
    fonts: FontScheme
    _chains: dict[int, tuple[Chain, Levels]] = field(default_factory=dict)
    _known: dict[int, tuple[LevelProperties, LevelStyle]] = field(default_factory=dict)

    def levels(self, chain: Chain) -> Levels:
        """Return the nine styles that a chain gives."""
        known = self._chains.get(id(chain))
        if known is None:
            # the chain is kept with its styles, so that no other object gets its id
            levels = tuple(self._level(properties) for properties in chain)
            known = self._chains[id(chain)] = (chain, levels)
        return known[1]

    def style(self, properties: LevelProperties) -> LevelStyle:
        """Return the style that properties give which no chain has."""
        return self._resolve(properties)

    def _level(self, properties: LevelProperties) -> LevelStyle:
        known = self._known.get(id(properties))
        if known is None:
            known = self._known[id(properties)] = (properties, self._resolve(properties))
        return known[1]

    def _resolve(self, given: LevelProperties) -> LevelStyle:
        fonts, size = self.fonts, given.get("size", _DEFAULT_SIZE)
        kerning = given.get("kerning")
        return LevelStyle(
            size=size,
            latin=fonts.resolve(given.get("latin", "+mn-lt")),
            east_asian=fonts.resolve(given.get("east_asian", "+mn-ea")),
            complex_script=fonts.resolve(given.get("complex_script", "+mn-cs")),
            color=self._color(given.get("fill")),
            bold=given.get("bold", False),
            italic=given.get("italic", False),
            kerning=None if kerning is None else Centipoints(kerning),
            margin_left=given.get("margin_left", ZERO),
            margin_right=given.get("margin_right", ZERO),
            indent=given.get("indent", ZERO),
            bullet=self._bullet(given, size),
            space_before=given.get("space_before", NO_SPACE),
            space_after=given.get("space_after", NO_SPACE),
            line_spacing=given.get("line_spacing", SINGLE),
            align=given.get("align", Align.LEFT),
            caps=given.get("caps", Caps.NONE),
            tracking=given.get("tracking", NO_TRACKING),
            underline=given.get("underline", False),
            right_to_left=given.get("right_to_left", False) or None,
            outlined=given.get("outlined", False),
            shaded=self._is_shaded(given.get("fill")),
        )

    def _color(self, fill: Element | None) -> Color:
        color = None if fill is None else self.palette.fill(fill)
        return color or self.palette.named("tx1")

    def _is_shaded(self, fill: Element | None) -> bool:
        """Tell whether a fill is a gradient that is no more than one colour.

        LibreOffice fills no letters with gradients: such are black, or white where that is read.
        """
        if fill is None or local_name(fill) != "gradFill":
            return False
        stops = fill.iterchildren(qn("a:gsLst"))
        colors = {self.palette.resolve(c).rgb for listed in stops for stop in listed for c in stop}
        return len(colors) == 1

    def _bullet(self, given: LevelProperties, size: Centipoints) -> Bullet:
        kind, text = given.get("bullet", (BulletKind.NONE, ""))
        if kind is BulletKind.NONE:
            return NO_BULLET
        font, color = given.get("bullet_font"), given.get("bullet_color")
        measure = given.get("bullet_size", 1.0)
        return Bullet(
            kind,
            text,
            None if font is None else self.fonts.resolve(font),
            None if color is None else self.palette.resolve(color),
            measure / size if isinstance(measure, Centipoints) else measure,
        )
