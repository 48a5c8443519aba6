"""A deck and the name of a file -> this presentation, and what there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.cli.inputs import STANDARD_STREAM, build_of
from deckgen.cli.progress import progress
from deckgen.cli.target import deliver, target_of
from deckgen.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.cli.reporting import Reporting
    from deckgen.compiler import Options
    from deckgen.world import DiskWorld


def build_one(
    deck: Path, output: str | None, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Write one deck as a presentation, and return the exit code. `output` is a file or folder."""
    target = target_of(deck, output)
    with progress(shown=reporting.is_watched) as step:
        compiled = build_of(deck, replace(options, progress=step), world).run()
    diagnostics = compiled.diagnostics
    if compiled.file is not None:
        diagnostics += deliver(compiled.file, target, world)
    reporting.show(diagnostics)
    if options.timings is not None:
        from deckgen.cli.timings import show

        show(options.timings)
    if target != STANDARD_STREAM and not any(item.is_error for item in diagnostics):
        reporting.say(f"{target}: {slides(compiled.pages)}")
    return reporting.exit_code(diagnostics)


def slides(number: int) -> str:
    """Return a number of slides in words."""
    return f"{number} slide{'' if number == 1 else 's'}"
