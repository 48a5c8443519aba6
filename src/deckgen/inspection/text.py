"""An inspection -> text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.inspection.model import ColorSeen, Inspection, LayoutSeen, SlotSeen


def inspection_text(inspection: Inspection) -> str:
    """Return an inspection as text, most useful first."""
    return "\n".join(_lines(inspection)) + "\n"


def _lines(inspection: Inspection) -> Iterator[str]:
    masters = f"{inspection.masters} master{'' if inspection.masters == 1 else 's'}"
    size = f"{inspection.width / 72:.2f} x {inspection.height / 72:.2f} in"
    yield f"{inspection.template}: {size}, {masters}, {len(inspection.layouts)} layouts"
    yield ""
    yield "Slides and their layouts"
    width = max((len(choice.kind) for choice in inspection.choices), default=0)
    for choice in inspection.choices:
        note = "  (composed)" if choice.composed else ""
        yield f"  {choice.kind:<{width}}  {choice.layout}{note}"
    if inspection.slides:
        yield ""
        yield "Slides of its own, for `use:`"
        for number, title in enumerate(inspection.slides, start=1):
            yield f"  slide {number}  {title}"
    for layout in inspection.layouts:
        yield ""
        yield from _layout(layout)
    yield ""
    yield "Fonts"
    for font in inspection.fonts:
        yield f"  {font.family} ({font.known_by})"
    yield ""
    yield "Colours, and their contrast with the background"
    yield from _colors(inspection.colors)
    yield ""
    yield "Problems" if inspection.problems else "No problems"
    yield from (f"  - {problem}" for problem in inspection.problems)


def _layout(layout: LayoutSeen) -> Iterator[str]:
    use = f"  <- {', '.join(layout.chosen_for)}" if layout.chosen_for else ""
    kind = f" [{layout.type}]" if layout.type else ""
    yield f"Layout `{layout.name}`{kind}{use}"
    yield from (f"  {_slot(slot)}" for slot in layout.slots)


def _slot(slot: SlotSeen) -> str:
    x, y, width, height = slot.box
    place = f"{x:g},{y:g} {width:g} x {height:g}"
    faces = slot.latin if slot.latin == slot.east_asian else f"{slot.latin} + {slot.east_asian}"
    return (
        f"{slot.role:<9} {place:<28} {slot.size:g} pt {faces} #{slot.color} on #{slot.background}"
    )


def _colors(colors: tuple[ColorSeen, ...]) -> Iterator[str]:
    masters = dict.fromkeys(color.master for color in colors)
    for master in masters:
        listed = (
            f"{color.name} #{color.rgb} {color.contrast:g}"
            for color in colors
            if color.master == master
        )
        yield f"  master {master}: " + ", ".join(listed)
