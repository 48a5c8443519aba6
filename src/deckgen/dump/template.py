"""A template -> text: its layouts, and the box and text style of each slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.dump.boxes import box_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.styles import LevelStyle
    from deckgen.template.model import Slot, Template


def show_template(template: Template) -> str:
    """Return what is known of a template, a slot a line."""
    return "\n".join(_lines(template)) + "\n"


def _lines(template: Template) -> Iterator[str]:
    size = template.slide_size
    yield f"template {template.name} {size.width.points:.2f} x {size.height.points:.2f} pt"
    for number, theme in enumerate(template.themes, start=1):
        colors = " ".join(f"{name}={color.rgb}" for name, color in theme.colors.items())
        yield f"theme {number} {colors}"
    for layout in template.layouts:
        kind = layout.type or "-"
        yield f"layout {layout.name!r} type={kind} background={layout.background.rgb}"
        for slot in layout.slots:
            yield f"  {_slot(slot)}"


def _slot(slot: Slot) -> str:
    sizes = "/".join(f"{level.size.points:g}" for level in slot.levels[:5])
    return f"{slot.role.value:<8} {box_of(slot.box)} {sizes}pt {_fonts(slot.levels[0])}"


def _fonts(style: LevelStyle) -> str:
    weight = " bold" if style.bold else ""
    return f"{style.latin} + {style.east_asian}{weight} #{style.color.rgb}"
