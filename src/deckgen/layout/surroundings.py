"""A template and a layout -> the context in which text and blocks of a slide are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.layout.flow.galley import Context
from deckgen.layout.typeset.fitting import BODY_STEPS, body_floor
from deckgen.layout.typeset.levels import graded, visible
from deckgen.records import Struct, field
from deckgen.styles import BodyProperties
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Sink
    from deckgen.layout.foot.footnotes import Foot
    from deckgen.layout.foot.places import FootLine
    from deckgen.pages import TextFrame
    from deckgen.spec.kinds import Word
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Slot, Template
    from deckgen.template.purposes import Purpose
    from deckgen.text.typesetter import Typesetter
    from deckgen.units import Centipoints

_CONTENT = frozenset((Role.BODY, Role.CAPTION, Role.SUBTITLE, Role.QUOTE))


class Surroundings(Struct, frozen=True):
    """What slides have in common while they are laid out.

    `smallest` is the author's own floor of body text, `steps` the sizes that it may have, `named`
    the layouts that the author has set for kinds of slides. `footed` is the slide that is being
    laid out, whose regions end above what stands at its foot; `feet` remembers where that goes,
    `footers` what the layouts have places for, and `lines` the rest by the layout for content.
    `common` is what the pages with content have at their foot, `pages` how many there are, once all
    are drafted. `lacking` collects what the template has no layout for, and which serves instead.
    """

    template: Template
    typesetter: Typesetter
    sink: Sink
    smallest: Centipoints | None = None
    steps: tuple[float, ...] = BODY_STEPS
    named: Mapping[Purpose, Word] = field(default_factory=dict)
    footed: LogicalSlide | None = None
    feet: dict[object, Foot] = field(default_factory=dict)
    pages: int = 0
    footers: dict[object, TextFrame] = field(default_factory=dict)
    common: frozenset[Role] = frozenset()
    lines: dict[str, FootLine] = field(default_factory=dict)
    lacking: dict[Purpose, str] = field(default_factory=dict)
    _levels: dict[tuple[int, str, bool], tuple[object, tuple[LevelStyle, ...]]] = field(
        default_factory=dict
    )

    def context(self, layout: Layout, language: str, slot: Slot | None = None) -> Context:
        """Return the context of a slot on a layout, or of free text on it."""
        height = self.template.slide_size.height
        background = layout.behind(slot) if slot else layout.background
        return Context(
            typesetter=self.typesetter,
            theme=self.template.theme_of(layout),
            background=background,
            levels=self.levels(layout, slot),
            body=slot.body if slot else BodyProperties(),
            height=slot.content.height if slot else height,
            language=language,
            floor=self.smallest or body_floor(height),
            steps=self.steps,
            sink=self.sink,
        )

    def levels(self, layout: Layout, slot: Slot | None) -> tuple[LevelStyle, ...]:
        """Return the levels of a slot, or of free text, that can be told apart and seen."""
        given = slot.levels if slot else self.template.base_of(layout).free_text
        backdrop = layout.behind(slot) if slot else layout.background
        content = slot is not None and slot.role in _CONTENT
        key = (id(given), backdrop.rgb, content)
        known = self._levels.get(key)
        if known is None:
            made = graded(given) if content else given
            made = visible(made, backdrop, self.template.theme_of(layout))
            # what was given is kept with it, so that no other object gets its id
            known = self._levels[key] = (given, made)
        return known[1]
