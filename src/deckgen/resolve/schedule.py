"""A deck -> how long its sections take, from what its slides say of their time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck import SlideKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import Deck


def schedule(deck: Deck) -> Iterator[str]:
    """Yield a line for each section and one for the whole; none where no slide says its time.

    Slides that are hidden take no time.
    """
    slides = [slide for slide in deck.slides if not slide.hidden]
    if not any(slide.seconds for slide in slides):
        return
    sections: dict[str, int] = {}
    for slide in slides:
        name = slide.section or ""
        sections[name] = sections.get(name, 0) + slide.seconds
    for name, seconds in sections.items():
        if name:
            yield f"{clock(seconds):>8}  {name}"
    told = [slide for slide in slides if slide.kind is not SlideKind.SECTION]
    untimed = sum(not slide.seconds for slide in told)
    rest = f", {untimed} of {len(told)} slides without a time" if untimed else ""
    yield f"{clock(sum(sections.values())):>8}  in all{rest}"


def clock(seconds: int) -> str:
    """Return a length of time as `1:30`, or `1:02:30` from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, within = divmod(minutes, 60)
    return f"{hours}:{within:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
