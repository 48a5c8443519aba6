"""The background of a slide, and those among its blocks -> what stands behind and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.deck import Footnote, FootnoteKind, in_order
from deckgen.diagnostics import Label
from deckgen.records import replace
from deckgen.spec.backgrounds import Background
from deckgen.wording import parted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Sink


def with_background(slide: LogicalSlide, own: Background | None, sink: Sink) -> LogicalSlide:
    """Return a slide with what is behind and beside it, which may be written among its blocks.

    There is one of each; a second one is reported.
    """
    content, found = parted(slide.content, Background)
    given = found if own is None else (own, *found)
    if not given:
        return slide
    whole = [each for each in given if each.side is None]
    sides = [each for each in given if each.side is not None]
    for several, where in ((whole, "behind"), (sides, "beside")):
        for other in several[1:]:
            label = Label(several[0].span, "the first")
            message = f"the slide has two pictures or colours {where} it"
            sink.report(codes.DUPLICATE_BACKGROUND, other.span, message, labels=[label])
    return replace(
        slide,
        content=content,
        background=next(iter(whole), None),
        beside=next(iter(sides), None),
        footnotes=in_order((*slide.footnotes, *_captions(given))),
    )


def credits_of(background: Background) -> Iterator[Footnote]:
    """Yield the lines that say whose a background is, for a slide that has no other sources."""
    for line in (background.credit, background.source):
        if line is not None and line.runs:
            yield Footnote(FootnoteKind.SOURCE, line.runs)


def _captions(given: tuple[Background, ...]) -> Iterator[Footnote]:
    """Yield the captions of pictures at the edge of the slide, where there is no room below."""
    for each in given:
        if each.caption is not None and each.caption.runs:
            yield Footnote(FootnoteKind.SOURCE, each.caption.runs)
