"""A survey -> text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.survey.model import ColorSeen, LayoutSeen, SlotSeen, Survey


def survey_text(survey: Survey) -> str:
    """Return a survey as text, most useful first."""
    return "\n".join(_lines(survey)) + "\n"


def _lines(survey: Survey) -> Iterator[str]:
    masters = f"{survey.masters} master{'' if survey.masters == 1 else 's'}"
    size = f"{survey.width / 72:.2f} x {survey.height / 72:.2f} in"
    yield f"{survey.template}: {size}, {masters}, {len(survey.layouts)} layouts"
    yield ""
    yield "Slides and their layouts"
    width = max((len(choice.kind) for choice in survey.choices), default=0)
    for choice in survey.choices:
        note = "  (composed)" if choice.composed else ""
        yield f"  {choice.kind:<{width}}  {choice.layout}{note}"
    if survey.slides:
        yield ""
        yield "Slides of its own, for `use:`"
        for number, title in enumerate(survey.slides, start=1):
            yield f"  slide {number}  {title}"
    for layout in survey.layouts:
        yield ""
        yield from _layout(layout)
    yield ""
    yield "Fonts"
    for font in survey.fonts:
        yield f"  {font.family} ({font.known_by})"
    yield ""
    yield "Colours, and their contrast with the background"
    yield from _colors(survey.colors)
    yield ""
    yield "Problems" if survey.problems else "No problems"
    yield from (f"  - {problem}" for problem in survey.problems)


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
