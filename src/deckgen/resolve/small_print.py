"""The settings of a deck and of a slide -> the label and the copyright line at the slide's foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.content import Run
from deckgen.deck import Footnote, FootnoteKind
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from deckgen.spec.language import Common, Settings
    from deckgen.spec.small_print import Copyright

_YEAR: Final = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OWN_LINE: Final = lazy(r"©|\(c\)|copyright|無断", re.IGNORECASE)
"""What tells that a copyright line is written out."""


def small_print(part: Common, settings: Settings, dates: str) -> tuple[Footnote, ...]:
    """Return the lines, with the year of the copyright found in the deck's dates if need be."""
    lines = []
    label = settings.label if part.label is None else part.label
    if label is not None and label.runs:
        lines.append(Footnote(FootnoteKind.LABEL, label.runs))
    if settings.copyright is not None:
        runs = (Run(copyright_line(settings.copyright, dates), settings.copyright.span),)
        lines.append(Footnote(FootnoteKind.COPYRIGHT, runs))
    return tuple(lines)


def copyright_line(said: Copyright, dates: str) -> str:
    """Return the line: `© 2016 SCSK`. One that is written out stays, with its `{year}` filled in.

    Nothing but the deck tells the year, so that the same deck always gives the same file.
    """
    found = _YEAR.search(dates)
    year = said.year.text if said.year else found[0] if found else ""
    holder = said.holder.text
    if _OWN_LINE.search(holder):
        return " ".join(holder.replace("{year}", year).split())
    return " ".join(f"© {year} {holder}".split())
