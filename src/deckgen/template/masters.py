"""A slide master and its theme -> what the layouts under it inherit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from deckgen.opc.package import Package, Part
from deckgen.opc.xml import Element, child, flag, root_of
from deckgen.records import Struct
from deckgen.styles import LevelStyle
from deckgen.template.fonts import FontScheme, read_fonts
from deckgen.template.model import Theme
from deckgen.template.palette import Palette, read_palette
from deckgen.template.shapes import TemplateShape, walk
from deckgen.template.styles import Chain, StyleResolver, inherit
from deckgen.template.tables import TableStyle

_KINDS: Final = {
    "title": "title",
    "ctrTitle": "title",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
    "hdr": "hdr",
}

_STYLED: Final = ("title", "body")
"""The kinds of text for which a master has a style of its own."""
_PLACED: Final = (*_STYLED, "dt", "ftr", "sldNum", "hdr")


def kind_of(placeholder_type: str | None) -> str:
    """Return the type of the master's placeholder that a layout's inherits from."""
    return _KINDS.get(placeholder_type or "obj", "body")


class Master(Struct, frozen=True):
    """A slide master, read: its place among the masters, its shapes, styles, colours and fonts.

    `placeholders` and `chains` are by the type of the master's placeholder: `title`, `body`, `dt`,
    `ftr`, `sldNum`. `stated` are the kinds of text for which it has styles; of others renderers
    fall back on sizes of their own, and the chains tell what its samples show.
    """

    index: int
    part: Part
    element: Element
    theme: Element | None
    fonts: FontScheme
    resolver: StyleResolver
    shapes: tuple[TemplateShape, ...]
    placeholders: Mapping[str, TemplateShape]
    chains: Mapping[str, Chain]
    other: Chain
    stated: frozenset[str]

    @property
    def palette(self) -> Palette:
        """The colours as the master maps them."""
        return self.resolver.palette

    @property
    def right_to_left(self) -> bool:
        """Whether body text runs from right to left."""
        first = child(self.element, "p:txStyles", "p:bodyStyle", "a:lvl1pPr")
        return first is not None and flag(first, "rtl") is True

    @property
    def styled(self) -> bool:
        """Whether the master says what all text looks like."""
        return self.stated.issuperset(_STYLED)

    def chain(self, kind: str) -> Chain:
        """Return what text of a kind inherits from the master and below."""
        return self.chains.get(kind, self.other)

    def described(self, tables: TableStyle, resolver: StyleResolver) -> Theme:
        """Return the theme as slides see it, in the colours of a resolver."""
        palette, fonts = resolver.palette, self.fonts
        colors = tables.colors(palette, self.free_text(resolver)[0].color)
        return Theme(palette.colors(), fonts.major.latin, fonts.minor.latin, colors)

    def free_text(self, resolver: StyleResolver) -> tuple[LevelStyle, ...]:
        """Return the style of text boxes, in the colours of a resolver.

        What a theme says of new text boxes (`a:txDef`) is no part of it: PowerPoint copies that
        into a text box when one is drawn, so a text box without it does not have it.
        """
        return resolver.levels(self.other)


def read_master(package: Package, name: str, defaults: Chain, place: tuple[int, str]) -> Master:
    """Return the master in a part.

    `defaults` is what the presentation gives all text; `place` holds the master's index and the
    language whose fonts are wanted.
    """
    index, language = place
    part = package.parts[name]
    element = root_of(part, "p:sldMaster")
    theme = read_theme(package, part)
    fonts = read_fonts(theme, language)
    shapes = tuple(walk(child(element, "p:cSld", "p:spTree")))
    placeholders = {
        kind_of(shape.placeholder.type): shape
        for shape in reversed(shapes)
        if shape.placeholder is not None
    }
    styles = child(element, "p:txStyles")
    other = inherit(defaults, child(styles, "p:otherStyle"))
    stated = frozenset(kind for kind in _STYLED if child(styles, f"p:{kind}Style") is not None)
    return Master(
        index=index,
        part=part,
        element=element,
        theme=theme,
        fonts=fonts,
        resolver=StyleResolver(read_palette(theme, child(element, "p:clrMap")), fonts),
        shapes=shapes,
        placeholders=placeholders,
        chains=_chains(styles, defaults, other, placeholders, stated),
        other=other,
        stated=stated,
    )


def read_theme(package: Package, part: Part) -> Element | None:
    """Return the theme that a part refers to, None where it is missing."""
    name = part.target("theme")
    theme = None if name is None else package.parts.get(name)
    return None if theme is None else root_of(theme, "a:theme")


def _chains(
    styles: Element | None,
    defaults: Chain,
    other: Chain,
    placeholders: Mapping[str, TemplateShape],
    stated: frozenset[str],
) -> Mapping[str, Chain]:
    bodies = {kind: shape.text_body for kind, shape in placeholders.items()}
    chains: Mapping[str, Chain] = {
        kind: inherit(defaults, child(styles, f"p:{kind}Style")) if kind in _STYLED else other
        for kind in _PLACED
    }
    if not stated.issuperset(_STYLED):
        from deckgen.template.samples import shown  # few masters say nothing of text

        unsaid = {kind: chain for kind, chain in chains.items() if kind not in stated}
        chains = {**chains, **shown(unsaid, bodies)}
    return {
        kind: inherit(chain, child(bodies.get(kind), "a:lstStyle"))
        for kind, chain in chains.items()
    }
