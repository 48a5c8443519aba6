"""A plan -> the same, with a title that is in proportion to its text.

A title leads its text. Where that has to be set much smaller than the template has it, a title that
stays as large takes the room that the text is short of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.typeset.fitting import BODY_STEPS
from deckgen.records import replace
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.layout.desk import Desk
    from deckgen.layout.plan.model import Plan

_ONE_LINE: Final = 2.4
_SEVERAL: Final = 1.8
"""How much larger than the text below it a title is at the most, in one line and in several.

A template may have it still larger: in one line also above text that is as small as text mostly
becomes.
"""
_POINT: Final = 100


def in_proportion(plan: Plan, desk: Desk, plan_at: Callable[[Desk], Plan]) -> Plan:
    """Return a plan whose title is not too large for its text, if that takes no more pages.

    `plan_at` plans the slide at a desk. A title of several lines may be larger if it stands in one
    line then.
    """
    title, size = plan.title, _least_text(plan)
    own = size and desk.body(plan.pages[0].layout).levels[0].size
    if title is None or size is None or own is None or size >= own:
        return plan
    given = title.slot.levels[0].size / own
    one_line = _whole(size * max(_ONE_LINE, given / BODY_STEPS[-1]))
    several = _whole(size * max(_SEVERAL, given))
    for most in (one_line, several):
        if title.levels[0].size > (one_line if _lines(plan) == 1 else several):
            found = replace(plan_at(desk.with_titles(most)), title_most=most)
            fits = most == several or _lines(found) == 1
            if fits and _is_no_worse(found, plan):
                return found
    return plan


def _is_no_worse(plan: Plan, before: Plan) -> bool:
    """Tell whether a plan has text as large, at the least, on as few pages."""
    one, other = _least_text(plan), _least_text(before)
    if len(plan.pages) != len(before.pages):
        return 0 < len(plan.pages) < len(before.pages)
    told = len(plan.diagnostics) <= len(before.diagnostics)
    return told and one is not None and other is not None and one >= other


def _lines(plan: Plan) -> int:
    return 0 if plan.title is None else plan.title.lines


def _whole(size: float) -> Centipoints:
    return Centipoints(int(size) // _POINT * _POINT)


def _least_text(plan: Plan) -> Centipoints | None:
    """Return the size of the smallest of what is set on the pages of a plan."""
    parts = (part for page in plan.pages for part in page.fragments)
    return min((part.flow.context.text.size for part in parts), default=None)
