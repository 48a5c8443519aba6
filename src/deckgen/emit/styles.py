"""Text styles -> the attributes and elements in which they differ from what is inherited.

Each function takes a style and its `base`: what the file gives the text anyway. Without a base
nothing is relied upon, and all of the style is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit.bullets import bullet
from deckgen.emit.paint import fill
from deckgen.emit.xml import attribute, element
from deckgen.units import EMU_PER_CENTIPOINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.styles import LevelStyle, Spacing
    from deckgen.template.model import Theme
    from deckgen.text.model import Font

_LARGEST_SPACING: Final = 158_400
"""The most that `a:spcPts` may say, in hundredths of a point (ECMA-376-1, 20.1.10.73)."""

ON_THE_LINE: Final = ' baseline="0"'
"""Text is not raised, as a presentation's defaults may have all text boxes."""


def list_style(
    levels: Sequence[LevelStyle], base: Sequence[LevelStyle] | None, theme: Theme
) -> str:
    """Return `a:lstStyle` with the levels that differ from the base, without one all of them.

    Letters that a program may not fill as they are inherited have their colour as a plain one.
    """
    if levels is base and not any(style.shaded for style in levels):
        return "<a:lstStyle/>"
    inherited = base or (None,) * len(levels)
    pairs = enumerate(zip(levels, inherited, strict=False), start=1)
    written = [
        _level(n, style, before, theme)
        for n, (style, before) in pairs
        if style.shaded or style != before
    ]
    return element("a:lstStyle", "", "".join(written))


def _level(index: int, style: LevelStyle, base: LevelStyle | None, theme: Theme) -> str:
    content = spacings(style, base) + bullet(style.bullet, base.bullet if base else None)
    attributes = character_attributes(style, base) + letter_attributes(style, base)
    if base is None:
        attributes += ON_THE_LINE
    colored = base is None or style.shaded or style.color != base.color
    characters = fill(style.color) if colored else ""
    characters += typefaces(style, base, theme)
    if attributes or characters:
        content += element("a:defRPr", attributes, characters)
    return element(f"a:lvl{index}pPr", paragraph_attributes(style, base), content)


def paragraph_attributes(style: LevelStyle, base: LevelStyle | None) -> str:
    """Return the attributes for margins, indent, alignment and direction."""
    written = ""
    if base is None or style.margin_left != base.margin_left:
        written = f' marL="{style.margin_left}"'
    if style.margin_right != (base.margin_right if base else 0):
        written += f' marR="{style.margin_right}"'
    if base is None or style.indent != base.indent:
        written += f' indent="{style.indent}"'
    if base is None or style.align is not base.align:
        written += f' algn="{style.align.value}"'
    if style.right_to_left is not (base.right_to_left if base else None):
        written += ' rtl="1"' if style.right_to_left else ' rtl="0"'
    return written


def spacings(style: LevelStyle, base: LevelStyle | None) -> str:
    """Return the elements for line spacing and the spaces before and after."""
    written = ""
    if base is None or style.line_spacing != base.line_spacing:
        written = f"<a:lnSpc>{_spacing(style.line_spacing)}</a:lnSpc>"
    if base is None or style.space_before != base.space_before:
        written += f"<a:spcBef>{_spacing(style.space_before)}</a:spcBef>"
    if base is None or style.space_after != base.space_after:
        written += f"<a:spcAft>{_spacing(style.space_after)}</a:spcAft>"
    return written


def _spacing(spacing: Spacing) -> str:
    if spacing.exact is None:
        return f'<a:spcPct val="{max(0, round((spacing.lines or 0.0) * 100_000))}"/>'
    points = round(int(spacing.exact) / EMU_PER_CENTIPOINT)
    return f'<a:spcPts val="{min(max(0, points), _LARGEST_SPACING)}"/>'


def character_attributes(look: LevelStyle | Font, base: LevelStyle | None) -> str:
    """Return the attributes for size, weight and slant."""
    written = ""
    if base is None or look.size != base.size:
        written = f' sz="{look.size}"'
    if base is None or look.bold is not base.bold:
        written += ' b="1"' if look.bold else ' b="0"'
    if base is None or look.italic is not base.italic:
        written += ' i="1"' if look.italic else ' i="0"'
    return written


def letter_attributes(style: LevelStyle, base: LevelStyle | None) -> str:
    """Return the attributes for kerning, capitals and tracking."""
    written = ""
    if base is None or style.kerning != base.kerning:
        written = f' kern="{style.kerning or 0}"'
    if base is None or style.caps is not base.caps:
        written += f' cap="{style.caps.value}"'
    if base is None or style.tracking != base.tracking:
        written += f' spc="{style.tracking}"'
    return written


def typefaces(look: LevelStyle | Font, base: LevelStyle | None, theme: Theme) -> str:
    """Return the elements for the typefaces that differ.

    Styles name typefaces with the theme's references resolved, so that what is inherited is left
    to be inherited, and a theme's own Latin face is referred to again.
    """
    written = ""
    if base is None or look.latin != base.latin:
        written = _typeface("latin", _reference(look.latin, theme))
    if base is None or look.east_asian != base.east_asian:
        written += _typeface("ea", look.east_asian)
    if look.complex_script != (base.complex_script if base else look.latin):
        written += _typeface("cs", look.complex_script)
    return written


def _reference(latin: str, theme: Theme) -> str:
    if latin == theme.body_font:
        return "+mn-lt"
    return "+mj-lt" if latin == theme.heading_font else latin


def _typeface(script: str, name: str) -> str:
    return f'<a:{script} typeface="{attribute(name)}"/>' if name else ""
