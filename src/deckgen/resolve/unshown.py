"""Settings of a deck that none of its slides shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.codes.places import UNSHOWN_FOOTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Sink
    from deckgen.spec.language import Settings


def report_unshown(settings: Settings, slides: Iterable[LogicalSlide], sink: Sink) -> None:
    """Tell of a footer or date that a deck has for other slides than those that it holds.

    A date is not told of where it says the year of the copyright, or is on the title slide too.
    """
    date = settings.date
    if date is not None and settings.copyright is not None:
        date = None
    if date is not None and any(date.text in slide.footers.date for slide in slides):
        date = None
    for key, words in (("footer", settings.footer), ("date", date)):
        if words is not None and words.text:
            sink.report(
                UNSHOWN_FOOTER,
                words.span,
                f"no slide shows the deck's `{key}`: all of them are title and closing slides",
                hints=[f"write `{key}:` in the slide that is to show it"],
            )
