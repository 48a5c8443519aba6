"""A flow that stands on no pages -> the report of it, with the numbers."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.diagnostics import diagnose
from deckgen.layout.flow.paginate import TooHigh, least_extent
from deckgen.units import show

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.flow.content import Flow
    from deckgen.layout.flow.paginate import Range


def not_whole(flow: Flow) -> Diagnostic:
    """Return the report of blocks that are to stand on one page, and do not."""
    needed = least_extent(flow.pieces, 0, len(flow.pieces))
    message = (
        f"the slide needs {show(needed)} at the smallest readable size, "
        f"but its place is {show(flow.region.box.height)} high"
    )
    hint = "shorten it, divide it, or remove `split: false`"
    return diagnose(codes.TEXT_OVERFLOW, None, message, hints=[hint])


def too_high(flow: Flow, problem: TooHigh | tuple[Range, ...]) -> Diagnostic:
    """Return the report of a piece that no page is high enough for."""
    assert isinstance(problem, TooHigh)
    message = (
        f"this cannot be divided and needs {show(problem.needed)}, "
        f"but a page has {show(problem.available)}"
    )
    stops = accumulate(count for _, count in flow.origins)
    span = next(s for (s, _), stop in zip(flow.origins, stops, strict=True) if problem.piece < stop)
    return diagnose(codes.TEXT_OVERFLOW, span, message, hints=["shorten or divide it"])
