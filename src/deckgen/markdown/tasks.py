"""The boxes of tasks: `[ ] open`, `[x] done`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Run, join
from deckgen.patterns import lazy
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

OPEN: Final = "☐"
DONE: Final = "☑"
_BOX: Final = lazy(r"\[([ xX])\][ \u3000]+(?=\S)")


def unboxed(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], str]:
    """Return runs without the box with which they start, and the sign for it if there is one."""
    text = "".join(_until_styled(runs))
    match = _BOX.match(text)
    if match is None:
        return runs, ""
    return without(runs, match.end()), OPEN if match[1] == " " else DONE


def without(runs: Iterable[Run], count: int) -> tuple[Run, ...]:
    """Return runs without so many of their first letters."""
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[count:]))
        count = max(0, count - len(run.text))
    return join(kept)


def _until_styled(runs: Iterable[Run]) -> Iterable[str]:
    """Yield the text before any code, in which brackets are no box."""
    for run in runs:
        yield "`" if run.code else run.text
