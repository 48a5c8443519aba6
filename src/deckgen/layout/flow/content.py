"""Blocks and a region -> flows: measured at a size that fits, divided where they must be."""

from __future__ import annotations

from itertools import chain, tee
from typing import TYPE_CHECKING, Final

from deckgen.layout.flow.galley import Block, Galley, Piece, Place
from deckgen.layout.flow.galleys import CLEAN, TextGalley, joined, pieces_of
from deckgen.layout.flow.paginate import (
    Range,
    TooHigh,
    extent,
    fits,
    paginate,
)
from deckgen.layout.flow.stacked import StackGalley
from deckgen.layout.typeset.fitting import COMFORTABLE, body_levels, largest
from deckgen.records import Struct, replace
from deckgen.styles import Align, Anchor
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.flow.galley import Context
    from deckgen.pages import Item
    from deckgen.source import Span
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Slot
    from deckgen.units import Centipoints, Emu

_HARMLESS: Final = 0.4
"""The share of its height that a picture may give up for the text around it to stay large."""
SLIGHTLY: Final = 0.88
"""A size that is hardly seen to be smaller: 90 %, in whole points."""
_AIR: Final = 0.7
"""How much more space blocks have between them where there is room, in em."""
_SQUEEZE: Final = 400
"""What a page costs whose picture has to give up all of its height."""


class Flow(Struct, frozen=True):
    """Blocks measured for a region at one size, and the pieces of all in one column."""

    region: Region
    galleys: tuple[Galley, ...]
    pieces: tuple[Piece, ...]
    origins: tuple[tuple[Span, int], ...]
    """Where each block was written, and how many of the pieces are its."""
    context: Context

    @property
    def height(self) -> Emu:
        """The height of all pieces on one page."""
        return extent(self.pieces, 0, len(self.pieces))

    @property
    def fits(self) -> bool:
        """Whether everything stands on one page."""
        return fits(self.pieces, self.region.box.height)

    @property
    def cuts_words(self) -> bool:
        """Whether a word of a text is too wide for its line."""
        return any(galley.cuts_words for galley in self.galleys)

    @property
    def is_pliant(self) -> bool:
        """Whether it is one thing of no certain height, as a picture is."""
        return len(self.galleys) == 1 and _stretches(self.galleys[0])

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the blocks if they are set so."""
        return tuple(chain.from_iterable(galley.diagnostics for galley in self.galleys))

    @property
    def is_torn(self) -> bool:
        """Whether a line that is to end between phrases ends within one."""
        return any(isinstance(galley, TextGalley) and galley.is_torn for galley in self.galleys)

    def spaced(self, levels: tuple[LevelStyle, ...]) -> Flow:
        """Return the same in styles of text that differ in the space before paragraphs alone."""
        galleys = tuple(
            galley.spaced(levels) if isinstance(galley, TextGalley) else galley
            for galley in self.galleys
        )
        context = self.context.with_levels(levels)
        return replace(self, galleys=galleys, pieces=pieces_of(galleys), context=context)

    @property
    def has_many_runts(self) -> bool:
        """Whether a good part of the paragraphs of a text ends in a runt."""
        width = self.region.line_width
        texts = (galley for galley in self.galleys if isinstance(galley, TextGalley))
        return any(text.has_many_runts(width) for text in texts)

    @property
    def runts(self) -> int:
        """How many paragraphs of its texts end in a runt."""
        width = self.region.line_width
        texts = (galley for galley in self.galleys if isinstance(galley, TextGalley))
        return sum(text.runts(width) for text in texts)

    @property
    def blemishes(self) -> int:
        """How much the ends of lines of its texts disturb."""
        width = self.region.line_width
        texts = (galley for galley in self.galleys if isinstance(galley, TextGalley))
        return sum(text.blemishes(width) for text in texts)

    def tidied(self) -> Flow:
        """Return the same with fewer paragraphs that end in a runt."""
        return self._with_texts(TextGalley.tidied)

    def phrased(self) -> Flow:
        """Return the same with texts whose lines end between phrases, as those of titles do."""
        return self._with_texts(TextGalley.phrased)

    def _with_texts(self, broken: Callable[[TextGalley, Emu], TextGalley]) -> Flow:
        """Return the same with what is made of its texts at the width of the region."""
        width = self.region.line_width
        galleys = tuple(
            broken(galley, width) if isinstance(galley, TextGalley) else galley
            for galley in self.galleys
        )
        return replace(self, galleys=galleys)


def flows(
    blocks: Sequence[Block],
    region: Region,
    first: Flow | None = None,
    above: Centipoints | None = None,
    least: float = COMFORTABLE,
) -> Iterator[Flow]:
    """Return blocks measured for a region at each size worth trying, largest first.

    At last text has the same sizes with less space between its paragraphs, where that is much.
    `first` is what they are at the template's own size, if known. Only sizes `above` one are tried,
    and large text only down to the share `least` of the floor.
    """
    context = region.context
    columns = max((len(p.content) for block in blocks if (p := block.parallel())), default=1)
    texts = any(block.prose() for block in blocks)
    for levels in body_levels(context, columns, least, texts=texts):
        if above is None or levels[0].size > above:
            known = first is not None and first.context.levels is levels
            yield first if first is not None and known else flow_in(blocks, region, levels)


def flow_in(blocks: Sequence[Block], region: Region, levels: tuple[LevelStyle, ...]) -> Flow:
    """Return blocks measured for a region with certain styles of text."""
    inner = replace(region.context, levels=levels, height=region.box.height)
    outer = inner if region.free is None else _on_ground_of(region.free, inner)
    text, other = (region.line_width, inner), (region.box.width, outer)
    measured = _measured(blocks, [text if block.prose() else other for block in blocks])
    counts = [len(galley.pieces) for galley in measured]
    origins = tuple(zip([block.span for block in blocks], counts, strict=True))
    galleys = joined(measured)
    return Flow(region, galleys, pieces_of(galleys), origins, inner)


def _on_ground_of(free: Context, context: Context) -> Context:
    """Return a context with what is behind another one, and the colours that are read there."""
    levels = tuple(
        replace(level, color=own.color, bullet=own.bullet)
        for level, own in zip(context.levels, free.levels, strict=True)
    )
    return replace(context, levels=levels, background=free.background)


def _measured(blocks: Sequence[Block], places: Sequence[tuple[Emu, Context]]) -> list[Galley]:
    """Return blocks measured, each at a width in a context; those last that take what is left."""
    last = [block.takes_what_is_left for block in blocks]
    if not any(last):
        return [block.measure(*place) for block, place in zip(blocks, places, strict=True)]
    others = {
        number: block.measure(*places[number])
        for number, block in enumerate(blocks)
        if not last[number]
    }
    width, context = places[last.index(True)]
    taken = sum(piece.minimum + piece.gap for one in others.values() for piece in one.pieces)
    gaps = context.gap * (sum(last) - 1)  # there is none above what stands first
    free = max(ZERO, context.height - taken - gaps)
    inner = replace(context, left=free // sum(last))
    return [
        others[number] if number in others else block.measure(width, inner)
        for number, block in enumerate(blocks)
    ]


def one_page(blocks: Sequence[Block], region: Region, least: float = COMFORTABLE) -> Flow | None:
    """Return blocks at the largest size at which they stand on one page of a region.

    A smaller one is taken to keep words whole, and a slightly smaller one for the sake of runts.
    Large text goes down to the share `least` of the floor.
    """
    measured, again = tee(flows(blocks, region, least=least))
    flow = _on_one_page(measured)
    return flow and _evened(flow.tidied(), again)


def _evened(flow: Flow, tried: Iterable[Flow]) -> Flow:
    """Return a flow, or one a size smaller if that has few runts where the flow has many.

    In a column beside a picture lines are short, so that many may end a letter too late.
    """
    if not flow.has_many_runts:
        return flow
    context, size = flow.context, flow.context.text.size
    least = max(size * SLIGHTLY, context.floor * COMFORTABLE)
    near = (each for each in tried if least <= each.context.text.size < size)
    smaller = next((each.tidied() for each in near if each.fits and not each.cuts_words), flow)
    return flow if smaller.has_many_runts else smaller


def _on_one_page(tried: Iterable[Flow]) -> Flow | None:
    return largest(tried, lambda flow: flow.fits and not flow.cuts_words, lambda flow: flow.fits)


class Fragment(Struct, frozen=True):
    """A range of a flow's pieces: what stands in a region of a page.

    Text and pictures that stand alone have all of the region if `fill` is set. What is lower or
    narrower than that starts where the text does that stands `beside` it, else in the middle.
    """

    flow: Flow
    part: Range
    fill: bool = True
    beside: bool = False

    def items(self) -> Iterator[Item]:
        """Return the items of the fragment: each block's share below the one before.

        What does not fill the region stands where text does in it: at the top, in the middle or at
        the foot. What does not fill it alone is no higher than it asks to be.
        """
        flow, part = self.flow, self.part
        whole, slot = flow.region.box, flow.region.slot
        stack = StackGalley(flow.galleys, flow.pieces)
        boxes = stack.airy(part, whole, flow.context.text.size.emu * _AIR)
        alone = self.fill and len(boxes) == 1
        free = whole.bottom - max((box.bottom for _, box in boxes), default=whole.bottom)
        down = max(ZERO, free) * flow.context.body.anchor.above
        for share, below in boxes:
            galley = share.galley
            fills = alone and (galley.fills_slot or _stretches(galley))
            box = whole if fills else replace(below, y=below.y + down)
            takes = slot is not None and (galley.fills_slot or (alone and _takes_any(slot)))
            in_middle = fills and not (self.beside and flow.context.body.anchor is Anchor.TOP)
            side = Align.CENTER if in_middle else flow.context.text.align
            place = Place(box, slot if takes else None, side)
            yield from galley.place(share.part.start, share.part.stop, place)
            slot = None if takes else slot

    def has_room(self, bottom: Emu, lower: Emu) -> bool:
        """Tell whether what a title that ends at `bottom` has moved down may begin lower."""
        whole = self.flow.region.whole
        if whole is None:
            return True
        high = extent(self.flow.pieces, self.part.start, self.part.stop)
        return bottom > whole.y and lower + high <= whole.bottom

    def below(self, bottom: Emu) -> Fragment:
        """Return the fragment below a title that reaches down so far, where one stands above it."""
        region = self.flow.region.retitled(bottom)
        return (
            self
            if region is self.flow.region
            else replace(self, flow=replace(self.flow, region=region))
        )


def whole(flow: Flow, *, fill: bool = True) -> Fragment:
    """Return all of a flow."""
    return Fragment(flow, Range(0, len(flow.pieces)), fill)


def divide(
    blocks: Sequence[Block], region: Region, *, split: bool, first: Flow | None = None
) -> tuple[Fragment, ...] | Diagnostic:
    """Return blocks that stand one below the other in a region, page by page.

    What does not stand on one page takes as few as it can, at the largest size that does, if it
    may be split. Where it stands on no pages, the reason is returned. `first` is what the blocks
    are at the template's own size, where that is known.
    """
    measured, again = tee(flows(blocks, region, first))
    flow = _on_one_page(measured)
    if flow is not None:
        return (whole(flow.tidied()),)
    tried = tuple(again)
    if not split:
        from deckgen.layout.flow.overfull import not_whole  # few slides are

        return not_whole(tried[-1])
    found = [(flow, paginate(flow.pieces, region.box.height)) for flow in tried]
    pageable = [(flow, ranges) for flow, ranges in found if not isinstance(ranges, TooHigh)]
    if not pageable:
        from deckgen.layout.flow.overfull import too_high

        return too_high(*found[-1])
    flow, ranges = min(pageable, key=_price)
    tidied = flow.tidied()
    return tuple(Fragment(tidied, part) for part in ranges)


def is_amiss(found: tuple[Fragment, ...] | Diagnostic) -> bool:
    """Tell whether blocks do not stand in a region as they were divided, or stand on no pages."""
    if not isinstance(found, tuple):
        return True
    return any(told.is_error for each in found for told in each.flow.diagnostics)


def _price(pages: tuple[Flow, tuple[Range, ...]]) -> tuple[int, int]:
    """Return how many pages there are, and what is bad about them, so as to compare sizes.

    A smaller size is not taken for the sake of breaks that disturb nobody, but for pictures that
    come out larger.
    """
    flow, ranges = pages
    penalties = [flow.pieces[part.start].penalty for part in ranges[1:]]
    squeezed = sum(_squeezed(flow, part) for part in ranges)
    return len(ranges), sum(each for each in penalties if each > CLEAN) + round(_SQUEEZE * squeezed)


def _squeezed(flow: Flow, part: Range) -> float:
    """Return how much more of its height what can shrink on a page gives up than is no harm."""
    pliant = sum(p.height for p in flow.pieces[part.start : part.stop] if p.least is not None)
    over = extent(flow.pieces, part.start, part.stop) - flow.region.box.height
    return max(0.0, over / pliant - _HARMLESS) if pliant else 0.0


def _stretches(galley: Galley) -> bool:
    """Tell whether a block is of no certain height, as pictures are."""
    return any(piece.least is not None for piece in galley.pieces)


def _takes_any(slot: Slot) -> bool:
    """Tell whether a placeholder holds pictures as well as text: one without a type does."""
    return slot.placeholder.type is None
