"""A template and a layout -> the context in which text and blocks of a slide are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.geometry import Rect
from deckgen.layout.fitting import BODY_STEPS, body_floor
from deckgen.layout.flow import Context
from deckgen.records import Struct
from deckgen.template.model import BodyProperties, Role
from deckgen.units import ZERO, Centipoints, Emu

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.template.model import Layout, Slot, Template
    from deckgen.text.typesetter import Typesetter


class Surroundings(Struct, frozen=True):
    """What slides have in common while they are laid out.

    `smallest` is the author's own floor of body text, `steps` the sizes that it may have.
    """

    template: Template
    typesetter: Typesetter
    sink: Sink
    smallest: Centipoints | None = None
    steps: tuple[float, ...] = BODY_STEPS

    def context(self, layout: Layout, language: str, slot: Slot | None = None) -> Context:
        """Return the context of a slot on a layout, or of free text on it."""
        levels = slot.levels if slot else self.template.free_text
        height = self.template.slide_size.height
        return Context(
            typesetter=self.typesetter,
            theme=self.template.theme_of(layout),
            background=layout.behind(slot) if slot else layout.background,
            levels=levels,
            body=slot.body if slot else BodyProperties(),
            height=slot.content.height if slot else height,
            language=language,
            floor=self.smallest or body_floor(height),
            steps=self.steps,
            sink=self.sink,
        )


def free_area(template: Template, layout: Layout) -> Rect:
    """Return the area of a layout below its title and above its footers, within its margins."""
    size = template.slide_size
    title, edge = layout.first(Role.TITLE), size.width * 0.06
    left, right = edge, size.width - edge
    top = size.height * 0.06
    if title is not None and title.box.bottom < size.height * 0.6:
        left, right = title.content.x, title.content.right
        top = title.box.bottom + size.height * 0.03
    bottom = footer_top(template, layout) - size.height * 0.02
    return Rect(left, top, max(ZERO, right - left), max(ZERO, bottom - top))


def footer_top(template: Template, layout: Layout) -> Emu:
    """Return the upper edge of the footers at the foot of a layout, or of its lower margin."""
    height = template.slide_size.height
    footers = layout.of_role(Role.FOOTER, Role.DATE, Role.NUMBER)
    tops = [slot.box.y for slot in footers if slot.box.y > height * 0.8]
    return min(tops, default=height * 0.95)
