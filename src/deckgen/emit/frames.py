"""Text items -> `p:sp` elements: filled placeholders and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit import paint
from deckgen.emit.styles import list_style
from deckgen.emit.text import paragraph_elements
from deckgen.emit.xml import attribute, element, text
from deckgen.presets import Geometry
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.emit.canvas import Canvas
    from deckgen.geometry import Insets
    from deckgen.pages import HiddenTitle, TextFrame
    from deckgen.styles import BodyProperties, LevelStyle
    from deckgen.template.model import Placeholder, Slot


def text_frame(item: TextFrame, canvas: Canvas) -> str:
    """Return a text item as the filling of its placeholder, or as a text box."""
    slot = item.slot
    if slot is None:
        return _text_box(item, canvas)
    identity = canvas.identity(item.name)
    place = "" if slot.inherits(item.box) else paint.transform(item.box)
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{identity}/>"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(slot.placeholder)}</p:nvPr></p:nvSpPr>"
        f"{element('p:spPr', '', place + _paint(item))}"
        f"<p:txBody>{element('a:bodyPr', _changed(item.body, slot), _autofit(item))}"
        f"{_levels(item, slot, canvas)}"
        f"{paragraph_elements(item.paragraphs, _inherited(item, slot), canvas)}</p:txBody></p:sp>"
    )


def _inherited(item: TextFrame, slot: Slot) -> tuple[LevelStyle, ...]:
    """Return what the paragraphs of a placeholder inherit from its list style.

    A colour that takes the place of one that a layout makes of the theme's is said at each run:
    LibreOffice 7.4 makes it lighter or darker as the layout does with its own.
    """
    if item.levels is slot.levels:
        return item.levels
    return tuple(
        [
            replace(level, color=own.color)
            if not own.color.scheme and own.color != level.color
            else level
            for level, own in zip(item.levels, slot.levels, strict=True)
        ]
    )


def _autofit(item: TextFrame) -> str:
    value = item.autofit.value
    return f"<a:{value}/>" if value else ""


def hidden_title(item: HiddenTitle, canvas: Canvas) -> str:
    """Return the title of a page that shows none, where nobody sees it."""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{canvas.identity(item.name)}/>"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder(item.placeholder)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{paint.transform(item.box)}</p:spPr>"
        '<p:txBody><a:bodyPr vert="horz" wrap="square" anchor="b"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle/><a:p><a:r><a:rPr{canvas.language(canvas.deck.language)} sz="1200"/>'
        f"<a:t>{text(item.text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def placeholder(names: Placeholder) -> str:
    """Return the `p:ph` that names a placeholder as its layout does."""
    attributes = ""
    if names.type is not None:
        attributes = f' type="{attribute(names.type)}"'
    if names.orient is not None:
        attributes += f' orient="{attribute(names.orient)}"'
    if names.size is not None:
        attributes += f' sz="{attribute(names.size)}"'
    if names.idx is not None:
        attributes += f' idx="{names.idx}"'
    return f"<p:ph{attributes}/>"


def _text_box(item: TextFrame, canvas: Canvas) -> str:
    """Return a text box, with all of its style written out: nothing is sure to be inherited.

    One of another shape is no text box to PowerPoint, but a shape that holds text.
    """
    leads = canvas.link(item.link) if item.link else ""
    boxed = ' txBox="1"' if item.geometry is Geometry.RECTANGLE else ""
    return (
        f"<p:sp><p:nvSpPr>{element('p:cNvPr', canvas.identity(item.name, box=item.box), leads)}"
        f"<p:cNvSpPr{boxed}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{paint.transform(item.box)}{paint.preset(item.geometry.value, item.adjust)}"
        f"{'' if item.fill else paint.NO_FILL}{_paint(item)}</p:spPr>"
        f"<p:txBody><a:bodyPr{_body_attributes(item.body)}>{_autofit(item)}</a:bodyPr>"
        f"{_all_levels(item, canvas)}"
        f"{paragraph_elements(item.paragraphs, item.levels, canvas)}</p:txBody></p:sp>"
    )


def _levels(item: TextFrame, slot: Slot, canvas: Canvas) -> str:
    """Return the list style of a placeholder: what differs from what it is sure to inherit."""
    if slot.explicit:
        return _all_levels(item, canvas)
    return canvas.list_style(item.levels, slot.levels)


def _all_levels(item: TextFrame, canvas: Canvas) -> str:
    """Return a list style with all that is to be said of the levels that are used."""
    deepest = max((paragraph.level for paragraph in item.paragraphs), default=0)
    return list_style(item.levels[: deepest + 1], None, canvas.theme)


def _paint(item: TextFrame) -> str:
    painted = paint.fill(item.fill) if item.fill else ""
    return painted + (paint.line(item.outline) if item.outline else "")


def _changed(body: BodyProperties, slot: Slot) -> str:
    """Return the attributes of `a:bodyPr` in which an item differs from its slot."""
    base = slot.body
    if slot.explicit:
        return _body_attributes(body)
    if body is base or body == base:
        return ""
    attributes = _insets(body.insets, base.insets)
    if body.vertical != base.vertical:
        attributes += f' vert="{attribute(body.vertical)}"'
    if body.wrap != base.wrap:
        attributes += _wrap(body)
    if body.columns != base.columns:
        attributes += f' numCol="{body.columns}"'
    if body.column_gap != base.column_gap:
        attributes += f' spcCol="{body.column_gap}"'
    if body.anchor is not base.anchor:
        attributes += f' anchor="{body.anchor.value}"'
    return attributes


def _body_attributes(body: BodyProperties) -> str:
    """Return all attributes of `a:bodyPr`; columns only where there are several."""
    columns = f' numCol="{body.columns}" spcCol="{body.column_gap}"' if body.columns > 1 else ""
    return (
        f' vert="{attribute(body.vertical)}"{_wrap(body)}{_insets(body.insets, None)}'
        f'{columns} rtlCol="0" anchor="{body.anchor.value}"'
    )


def _wrap(body: BodyProperties) -> str:
    return ' wrap="square"' if body.wrap else ' wrap="none"'


def _insets(insets: Insets, base: Insets | None) -> str:
    attributes = ""
    if base is None or insets.left != base.left:
        attributes = f' lIns="{insets.left}"'
    if base is None or insets.top != base.top:
        attributes += f' tIns="{insets.top}"'
    if base is None or insets.right != base.right:
        attributes += f' rIns="{insets.right}"'
    if base is None or insets.bottom != base.bottom:
        attributes += f' bIns="{insets.bottom}"'
    return attributes
