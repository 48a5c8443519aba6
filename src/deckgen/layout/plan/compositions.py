"""How pages of text are composed: one table, and a slide's blocks -> the fragment that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.flow.content import flow_in, whole
from deckgen.layout.flow.galleys import TextGalley
from deckgen.layout.flow.parallel import ParallelGalley
from deckgen.layout.flow.stacked import StackGalley
from deckgen.layout.plan.characters import Character
from deckgen.layout.plan.model import BodySize
from deckgen.layout.typeset.fitting import COMFORTABLE, TITLE_LEAD
from deckgen.records import Struct, replace
from deckgen.styles import Align, Spacing
from deckgen.template.purposes import Purpose
from deckgen.units import ZERO, Centipoints, Emu, inch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.layout.areas.regions import Region
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.content import Flow, Fragment
    from deckgen.layout.flow.galley import Block, Galley
    from deckgen.layout.plan.model import PlannedPage
    from deckgen.layout.titles.fitted import FittedTitle
    from deckgen.styles import LevelStyle

_REFERENCE: Final = inch(7.5)
"""The height of a slide on which the sizes of the table are meant; others scale with it."""


_WHOLE: Final = 100
"""A whole point, as people choose sizes."""
_ALIKE: Final = 1.1
"""How much more than by its size something is higher at the most that has as many lines."""
_NO_LIMIT: Final = 400_000
"""The largest size that text may have (ECMA-376-1, 20.1.10.72)."""


class Composition(Struct, frozen=True):
    """How a kind of page is set.

    `sizes`, in points, are tried before the template's own, largest first; if the title `leads`,
    only as far as it stays larger, and up to `growth` times the template's. `airs` are the
    distances between the outermost paragraphs that are added to the template's, in em, the widest
    first. No paragraph has more than `lines` lines, and all take no more than `fill` of the height.
    The middle of the text is at `middle` of the height, where that is not None, else it stands
    where the template sets it. What is `alone` stands on the axis of a title in the middle. What is
    `phrased` has lines that end as those of titles do, since it is read at a glance as well. What
    `keeps_lines` becomes no larger than takes no more of them, which could end in a runt. A
    template may have a layout of its own for a `purpose`, which then says where the text stands.
    """

    sizes: tuple[float, ...] = ()
    airs: tuple[float, ...] = (0.0,)
    leads: bool = True
    growth: float = 2.0
    lines: int = 60
    fill: float = 1.0
    middle: float | None = None
    alone: bool = False
    phrased: bool = False
    keeps_lines: bool = False
    purpose: Purpose | None = None


COMPOSITIONS: Final = {
    # A number alone is the page: it is read from the last row, a little above the middle, where
    # the eye takes the middle to be.
    Character.NUMBER: Composition(
        sizes=(96, 80, 66, 54),
        leads=False,
        growth=4.5,
        lines=1,
        fill=0.7,
        middle=0.4,
        alone=True,
        purpose=Purpose.BIG_NUMBER,
    ),
    # A sentence alone is what the audience is to keep: display type, in lines that are one glance.
    Character.STATEMENT: Composition(
        sizes=(40, 36, 32, 28),
        leads=False,
        lines=3,
        fill=0.7,
        middle=0.4,
        alone=True,
        phrased=True,
        purpose=Purpose.STATEMENT,
    ),
    # Somebody's words are a page of their own: display type, as a sentence is, though they may be
    # many, so that long ones stay as large as the template has text.
    Character.QUOTATION: Composition(sizes=(40, 36, 32, 28), leads=False, fill=0.6, middle=0.4),
    # A remark that is the page: larger, as far as it remains a remark, below the title.
    Character.REMARK: Composition(sizes=(28, 26, 24), fill=0.4, keeps_lines=True),
    # A few words each: larger, and apart from one another, so that each is a thought of its own.
    Character.SHORT_LIST: Composition(sizes=(28, 26, 24), airs=(1.0, 0.7, 0.4), lines=1, fill=0.8),
    # What is compared stands side by side in the size of its neighbours, point against point.
    Character.COMPARISON: Composition(airs=(0.8, 0.6, 0.4, 0.2), fill=0.72),
    # Text keeps the size that it has on its neighbours; where the page has room, what belongs
    # together is told by the space between it.
    Character.TEXT: Composition(airs=(0.8, 0.6, 0.4, 0.2), fill=0.72),
}
"""What is made for each character of a page; others are set as the template sets them."""


def displayed(blocks: Sequence[Block], character: Character, region: Region) -> Fragment | None:
    """Return blocks as a layout for pages of their character sets them.

    There are none where they do not fit in as many lines as their composition may have.
    """
    composition = COMPOSITIONS[character]
    flow = flow_in(blocks, region, region.context.levels)
    fits = flow.height <= region.box.height and most_lines(flow) <= composition.lines
    return None if flow.cuts_words or not fits else whole(_broken(flow, composition))


def composed(
    blocks: Sequence[Block],
    character: Character | None,
    own: Flow,
    title: LevelStyle | None,
    desk: Desk,
) -> Fragment | None:
    """Return blocks in the composition for their character, None where none is, or none fits.

    `own` is what they are at the template's own size, `title` the style of the page's title.
    What ends its lines between phrases is smaller where none of these is torn for that.
    """
    region = own.region
    if character is None:
        return None
    if character is Character.COMPARISON:
        return _compared(blocks, own)
    composition, torn = COMPOSITIONS[character], None
    for levels in _styles(composition, region, title, desk):
        flow = own if levels is own.context.levels else flow_in(blocks, region, levels)
        room = region.box.height * composition.fill - flow.height
        if room < 0 or flow.cuts_words or most_lines(flow) > composition.lines:
            continue
        if composition.keeps_lines and _has_more_lines(flow, own):
            continue
        level, distances = _distances(flow)
        air = _air(composition, room, levels[level].size.emu * distances)
        if air is not None:
            aired = flow.spaced(_airy(levels, air, level)) if air else flow
            made = _broken(_moved(aired, composition), composition)
            if not made.is_torn:
                return whole(made)
            torn = torn or whole(made)
    return torn


def _has_more_lines(flow: Flow, own: Flow) -> bool:
    """Tell whether something has more lines than it has smaller: else all of it grows alike."""
    factor = flow.context.text.size / own.context.text.size
    return flow.height > own.height * (factor * _ALIKE)


def _compared(blocks: Sequence[Block], own: Flow) -> Fragment | None:
    """Return columns of text with the widest distances that all of them have room for."""
    composition = COMPOSITIONS[Character.COMPARISON]
    most = own.region.box.height * composition.fill
    for air in composition.airs:
        flow = flow_in(blocks, own.region, _airy(own.context.levels, air))
        if flow.height <= most and not flow.cuts_words:
            return whole(flow)
    return None


def compared(columns: Sequence[Flow]) -> tuple[Flow, ...]:
    """Return columns of text, each in a place of its own, with the same of all of them."""
    composition = COMPOSITIONS[Character.COMPARISON]
    for air in composition.airs:
        aired = [flow.spaced(_airy(flow.context.levels, air)) for flow in columns]
        if all(flow.height <= flow.region.box.height * composition.fill for flow in aired):
            return tuple(aired)
    return tuple(columns)


def _broken(flow: Flow, composition: Composition) -> Flow:
    return flow.phrased() if composition.phrased else flow.tidied()


def most_lines(flow: Flow) -> int:
    """Return how many lines the longest paragraph of a text has."""
    texts = (galley for galley in flow.galleys if isinstance(galley, TextGalley))
    return max((len(paragraph.lines) for text in texts for paragraph in text.paragraphs), default=0)


def _styles(
    composition: Composition, region: Region, title: LevelStyle | None, desk: Desk
) -> Iterator[tuple[LevelStyle, ...]]:
    """Yield the styles to try, the largest size first: none is larger than its title allows."""
    given = region.context.levels
    if composition.alone and given[0].align is Align.LEFT:
        centered = title is not None and title.align is Align.CENTER
        given = (_alone(given[0], Align.CENTER if centered else Align.LEFT), *given[1:])
    own = given[0].size
    most = own * composition.growth
    if title is not None and composition.leads:
        most = min(most, int(title.size / TITLE_LEAD) // _WHOLE * _WHOLE)
    if composition.leads and desk.largest.text is not None:
        most = min(most, desk.largest.text)
    last, scale = _NO_LIMIT, desk.template.slide_size.height / _REFERENCE
    for points in composition.sizes:
        size = Centipoints(min(round(most), round(points * 100 * scale)))
        if own < size < last:
            yield _scaled(given, size / own)
            last = size
    yield given


def _alone(level: LevelStyle, align: Align) -> LevelStyle:
    """Return a level whose text has no items to stand among: below the middle or edge of titles."""
    return replace(level, align=align, margin_left=ZERO, indent=ZERO)


def _scaled(levels: tuple[LevelStyle, ...], factor: float) -> tuple[LevelStyle, ...]:
    """Return levels in another size, with indents that go with it from where the first starts."""
    edge = levels[0].margin_left + levels[0].indent
    return tuple(
        replace(
            level.sized(level.size.scaled(factor)),
            margin_left=edge + (level.margin_left - edge) * factor,
            indent=level.indent * factor,
        )
        for level in levels
    )


def _distances(flow: Flow) -> tuple[int, int]:
    """Return the level whose paragraphs may be set apart, and how many distances there are.

    It is the outermost one, or the next where all belongs to one point.
    """
    texts = (galley for galley in flow.galleys if isinstance(galley, TextGalley))
    levels = [paragraph.level for text in texts for paragraph in text.paragraphs]
    inner = min(filter(None, levels), default=0)
    if levels.count(0) == 1 and levels.count(inner) > 1:
        return inner, levels.count(inner)
    return 0, max(0, levels.count(0) - 1)


def _air(composition: Composition, room: Emu, em: Emu) -> float | None:
    """Return the widest distance for which there is room; `em` is what one em of it takes."""
    return next((air for air in composition.airs if em * air <= room), None)


def _airy(levels: tuple[LevelStyle, ...], air: float, level: int = 0) -> tuple[LevelStyle, ...]:
    own = levels[level]
    space = own.space_before.of(own.size) + own.size.emu * air
    return (*levels[:level], replace(own, space_before=Spacing(exact=space)), *levels[level + 1 :])


def _moved(flow: Flow, composition: Composition) -> Flow:
    """Return a flow in the part of its region where the composition has it."""
    if composition.middle is None:
        return flow
    box, height = flow.region.box, flow.height
    above = max(ZERO, box.height * composition.middle - height // 2)
    placed = replace(box, y=box.y + above, height=height)
    return replace(flow, region=replace(flow.region, box=placed, whole=None))


def body_size(
    character: Character | None, pages: Sequence[PlannedPage], title: FittedTitle | None
) -> BodySize | None:
    """Return the size of the running text on the pages of a slide, if others may settle it.

    Few words that are the page are no text that a title leads.
    """
    if character is not None and not COMPOSITIONS[character].leads:
        return None
    flows = [fragment.flow for page in pages for fragment in page.fragments]
    texts = [flow for flow in flows if any(map(_has_text, flow.galleys))]
    if not texts:
        return None
    size = min(flow.context.text.size for flow in texts)
    own = min(flow.region.context.text.size for flow in texts)
    led = title is not None and size == own == title.leads
    easy = texts[0].context.floor.scaled(COMFORTABLE)
    return BodySize(size, own, max(flow.region.box.width for flow in texts), led, easy)


def _has_text(galley: Galley) -> bool:
    if isinstance(galley, ParallelGalley):
        return any(_has_text(column.galley) for column in galley.columns)
    if isinstance(galley, StackGalley):
        return any(map(_has_text, galley.galleys))
    return isinstance(galley, TextGalley)
