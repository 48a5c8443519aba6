"""`Deck` and `Template` -> `Pages`, with the fonts of this machine at hand."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from deckgen.internal import Outside
from deckgen.layout.bench import LostHelperError
from deckgen.layout.deck import Work, lay_out
from deckgen.text.machine import MachineFonts
from deckgen.text.typesetter import Typesetter

if TYPE_CHECKING:
    from deckgen.compiler import Build
    from deckgen.deck import Deck
    from deckgen.pages import Pages
    from deckgen.template.model import Template


_LONG: Final = 120
"""So many slides are laid out by several processes, which takes a tenth off the time of a build.

To start one takes as long as to lay out and write 20.
"""


def set_pages(build: Build, deck: Deck, template: Template, *, to_file: bool) -> Pages:
    """Return the placed pages of a deck; some are written already where it goes but to a file."""
    report, jobs = build.options.progress, _jobs(build, deck)
    memory = None if build.memory is None else build.memory.layout
    typesetter = Typesetter(MachineFonts())

    def told(done: int, total: int) -> None:
        if report is not None:
            with Outside():
                report("layout", done, total)

    finish = None
    if to_file and jobs > 1:
        from deckgen.emit.at_once import PageWriter

        finish = PageWriter(template, deck.language)
    work = Work(jobs, told, memory, build.options.timings, finish)
    try:
        return lay_out(deck, template, typesetter, build.sink, work)
    except LostHelperError:  # what one process can do is done by this one
        return lay_out(deck, template, typesetter, build.sink, Work(1, told))


def _jobs(build: Build, deck: Deck) -> int:
    """Return how many processes are to lay out a deck: as wished, else all cores for long ones."""
    wished = build.options.jobs
    if wished == 1 or (wished is None and len(deck.slides) < _LONG):
        return 1
    multiprocessing = sys.modules.get("multiprocessing")
    if multiprocessing is not None and multiprocessing.current_process().daemon:
        return 1  # it is one of many, and may start no other
    from deckgen.layout.processes import may_fork  # few decks are as long

    if wished is None and not may_fork():  # others run the caller's program again
        return 1
    return wished or cores()


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1
