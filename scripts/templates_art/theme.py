"""Palette and fonts -> a theme part."""

from __future__ import annotations

from .design import Design, Fonts, Palette
from .markup import DECLARATION, MAIN, element
from .paint import Colour

_PLACEHOLDER = Colour("phClr")


def theme(design: Design) -> str:
    """Return the theme of a design, for its slides and its notes alike."""
    return DECLARATION + element(
        "a:theme",
        {"xmlns:a": MAIN, "name": design.name},
        element(
            "a:themeElements",
            None,
            _colours(design.name, design.palette),
            _fonts(design.name, design.fonts),
            _formats(design.name),
        ),
        element("a:objectDefaults"),
        element("a:extraClrSchemeLst"),
    )


def _colours(name: str, palette: Palette) -> str:
    named = {
        "dk1": palette.dark1,
        "lt1": palette.light1,
        "dk2": palette.dark2,
        "lt2": palette.light2,
        **{f"accent{n}": colour for n, colour in enumerate(palette.accents, 1)},
        "hlink": palette.link,
        "folHlink": palette.visited,
    }
    entries = (
        element(f"a:{key}", None, element("a:srgbClr", {"val": value}))
        for key, value in named.items()
    )
    return element("a:clrScheme", {"name": name}, *entries)


def _fonts(name: str, fonts: Fonts) -> str:
    faces = (
        element("a:latin", {"typeface": fonts.latin})
        + element("a:ea", {"typeface": fonts.east_asian})
        + element("a:cs", {"typeface": ""})
        + "".join(
            element("a:font", {"script": script, "typeface": face})
            for script, face in fonts.by_script.items()
        )
    )
    return element(
        "a:fontScheme",
        {"name": name},
        element("a:majorFont", None, faces),
        element("a:minorFont", None, faces),
    )


def _formats(name: str) -> str:
    """Return flat formats: plain fills, three weights of line, no effects."""
    fill = element("a:solidFill", None, _PLACEHOLDER.markup())
    deeper = element("a:solidFill", None, _PLACEHOLDER.shade(90).markup())
    effect = element("a:effectStyle", None, element("a:effectLst"))
    lines = (_line(width, fill) for width in (9_525, 15_875, 28_575))
    return element(
        "a:fmtScheme",
        {"name": name},
        element("a:fillStyleLst", None, fill, fill, deeper),
        element("a:lnStyleLst", None, *lines),
        element("a:effectStyleLst", None, effect, effect, effect),
        element("a:bgFillStyleLst", None, fill, fill, deeper),
    )


def _line(width: int, fill: str) -> str:
    attributes = {"w": width, "cap": "flat", "cmpd": "sng", "algn": "ctr"}
    solid_dash = element("a:prstDash", {"val": "solid"})
    return element("a:ln", attributes, fill, solid_dash, element("a:miter", {"lim": 800_000}))
