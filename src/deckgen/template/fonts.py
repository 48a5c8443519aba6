"""A theme's font scheme and a language -> the typefaces that references such as `+mn-ea` mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.opc.xml import Element, child, qn
from deckgen.records import Struct

_FALLBACK: Final = "Calibri"
_SCRIPTS: Final = {"ja": "Jpan", "ko": "Hang", "zh": "Hans"}
_COMPLEX_SCRIPTS: Final = {"ar": "Arab", "fa": "Arab", "he": "Hebr", "th": "Thai", "hi": "Deva"}
_TRADITIONAL: Final = frozenset({"tw", "hk", "mo", "hant"})


class Typefaces(Struct, frozen=True):
    """One of the two faces of a font scheme: its typeface for each kind of script."""

    latin: str
    east_asian: str
    complex_script: str


class FontScheme(Struct, frozen=True):
    """The faces of a theme for headings (major) and for text (minor).

    `names` gives the typeface for each name that refers to the theme (20.1.4.1.17).
    """

    major: Typefaces
    minor: Typefaces
    names: Mapping[str, str]

    def resolve(self, typeface: str) -> str:
        """Return the typeface that a name means, which may refer to the theme."""
        return self.names.get(typeface, typeface)


def read_fonts(theme: Element | None, language: str) -> FontScheme:
    """Return the font scheme of a theme (`a:theme`) as PowerPoint reads it for a language.

    Where a scheme names no East Asian typeface, which is the rule, the entry for the language's
    script is used, and where there is none, the Latin one.
    """
    scheme = child(theme, "a:themeElements", "a:fontScheme")
    major = _face(child(scheme, "a:majorFont"), language)
    minor = _face(child(scheme, "a:minorFont"), language)
    return FontScheme(major, minor, {**_references("+mj", major), **_references("+mn", minor)})


def east_asian_script(language: str) -> str:
    """Return the script of a language's East Asian text: `Jpan`, `Hans`, `Hant` or `Hang`.

    Languages that are written otherwise have Japanese, so that quoted text has a face at all.
    """
    primary, *rest = language.lower().split("-")
    if primary == "zh" and _TRADITIONAL.intersection(rest):
        return "Hant"
    return _SCRIPTS.get(primary, "Jpan")


def _references(prefix: str, face: Typefaces) -> Mapping[str, str]:
    return {
        f"{prefix}-lt": face.latin,
        f"{prefix}-ea": face.east_asian,
        f"{prefix}-cs": face.complex_script,
    }


def _face(collection: Element | None, language: str) -> Typefaces:
    by_script = _by_script(collection)
    latin = _typeface(collection, "a:latin") or _FALLBACK
    complex_script = _COMPLEX_SCRIPTS.get(language.lower().split("-")[0], "")
    return Typefaces(
        latin,
        _typeface(collection, "a:ea") or by_script.get(east_asian_script(language)) or latin,
        _typeface(collection, "a:cs") or by_script.get(complex_script) or latin,
    )


def _typeface(collection: Element | None, name: str) -> str:
    font = child(collection, name)
    return "" if font is None else font.get("typeface", "").strip()


def _by_script(collection: Element | None) -> Mapping[str, str]:
    if collection is None:
        return {}
    fonts = collection.iterchildren(qn("a:font"))
    return {font.get("script", ""): font.get("typeface", "").strip() for font in fonts}
