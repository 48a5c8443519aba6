"""What planning a slide comes to: its pages, up to what waits for their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.flow.content import Fragment
    from deckgen.layout.titles.fitted import FittedTitle
    from deckgen.pages import Item
    from deckgen.template.model import Layout
    from deckgen.template.own import OwnSlide
    from deckgen.template.purposes import Purpose
    from deckgen.units import Emu


class PlannedPage(Struct, frozen=True):
    """A page but for its title and its foot.

    `fragments` hold the content that stands below the title, `items` what has a place of its own.
    `copied` is the slide of the template that the page shows as it is.
    """

    layout: Layout
    fragments: tuple[Fragment, ...] = ()
    items: tuple[Item, ...] = ()
    copied: OwnSlide | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class BodySize(Struct, frozen=True):
    """The size of a slide's running text, the size that it has on the template, and its width.

    It is `led` where no more than its title would let it be larger. What is at least as large as
    `easy` is read with ease.
    """

    size: Centipoints
    own: Centipoints
    width: Emu
    led: bool = False
    easy: Centipoints = Centipoints(0)


class TitleSize(Struct, frozen=True):
    """The size of a slide's title, and the one that it has where it is short."""

    size: Centipoints
    usual: Centipoints


class Plan(Struct, frozen=True):
    """The pages of a slide; none where something does not fit.

    `title` is the title in the widest form for which room is kept on the pages' layout. `lacking`
    tells for what kinds of slides the template has no layout, and which serves instead. `body` is
    None where there is no running text, or where it has a size for what it says. `title_most` is
    what titles have at the most, to be in proportion to the text; None where that is as it is.
    """

    slide: LogicalSlide
    pages: tuple[PlannedPage, ...]
    title: FittedTitle | None = None
    body: BodySize | None = None
    lacking: tuple[tuple[Purpose, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    title_most: Centipoints | None = None
