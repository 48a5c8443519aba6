"""A title and a width -> its measured lines, which end between phrases, with hard breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.typeset.paragraphs import SetParagraph, cuts_words, measure_paragraph, stack
from deckgen.layout.typeset.runs import language_of
from deckgen.placed_text import cut
from deckgen.records import Struct, replace
from deckgen.shown_text import shown_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.content import Paragraph
    from deckgen.layout.flow.galley import Context
    from deckgen.placed_text import PlacedRun
    from deckgen.text.model import Line
    from deckgen.units import Emu

GLANCE: Final = 4
"""Words of so many lines are read at a glance, as titles are, and end their lines as these do."""
TOLERANCE: Final = 0.25
"""The badness of a break at which nothing is torn apart; text is set smaller to avoid more."""
TORN: Final = 0.75
"""The badness of a break within a word, for which no size makes up, but a higher box does."""
CUT: Final = 2.0
"""The badness of a title of which a word is wider than the line."""

_MOST_LINES: Final = 60
"""More lines fit on no slide at a size that is read."""
_RUNT: Final = 0.3
"""The share of a line below which what is cut off a word looks lost."""
_RUNT_BADNESS: Final = 0.5


class TitleLines(Struct, frozen=True):
    """A title's lines, and how bad the worst of its breaks is: 1 and more where a word is cut."""

    measured: SetParagraph
    badness: float = 0.0


def balanced(
    paragraphs: Iterable[Paragraph], width: Emu, context: Context
) -> tuple[SetParagraph, ...]:
    """Return lines that are read at a glance, each broken as titles are."""
    found = (title_lines(paragraph, width, context) for paragraph in paragraphs)
    return tuple(lines.measured for lines in found if lines is not None)


def title_lines(
    paragraph: Paragraph, width: Emu, context: Context, more: int = 0, room: Emu | None = None
) -> TitleLines | None:
    """Return a title in as few lines as possible, or more; None where it has no more.

    Lines are of like widths and end between phrases, and where the author has set breaks. Where a
    word is too wide, or the room too low for the lines in any case, they are left to the renderer.
    """
    return in_phrases(measure_paragraph(paragraph, width, context), width, context, more, room)


def in_phrases(
    measured: SetParagraph, width: Emu, context: Context, more: int = 0, room: Emu | None = None
) -> TitleLines | None:
    """Return the same for a paragraph that was measured at that width."""
    if len(measured.lines) == 1 or _is_too_high(measured, room):
        return None if more else TitleLines(measured)
    wide = width - measured.style.margin_left - measured.style.margin_right
    language = language_of(measured.text, context.language)
    text = shown_of(measured.runs)
    # the breaks part links, which renderers may otherwise keep whole
    parted = [replace(part, link=False) for part in text.texts]
    found = context.typesetter.balanced(parted, wide, more, language)
    lines = () if found is None else text.written(found.lines)
    if found is None or cuts_words(measured.text, lines):
        return None if more else TitleLines(measured, _cut_badness(measured, wide))
    broken = _break_at(measured.runs, lines)
    return TitleLines(replace(measured, runs=broken.runs, lines=broken.lines), found.badness)


def _is_too_high(measured: SetParagraph, room: Emu | None) -> bool:
    if len(measured.lines) > _MOST_LINES:
        return True
    return room is not None and stack((measured,)).height > room


def _cut_badness(measured: SetParagraph, room: Emu) -> float:
    """Return how bad it is where the renderer is left to break: worse if it leaves a runt."""
    if not measured.cuts_words:
        return 0.0
    return CUT + _RUNT_BADNESS if measured.lines[-1].width < room * _RUNT else CUT


class _Broken(Struct, frozen=True):
    runs: tuple[PlacedRun, ...]
    lines: tuple[Line, ...]


def _break_at(runs: tuple[PlacedRun, ...], lines: tuple[Line, ...]) -> _Broken:
    """Return runs with a hard break at the end of each line but the last.

    A space at which a line ends becomes the break.
    """
    broken: list[PlacedRun] = []
    placed: list[Line] = []
    position = 0
    for number, line in enumerate(lines):
        parts = list(cut(runs, line.start, line.stop))
        if number < len(lines) - 1 and parts:
            parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip(" \n") + "\n")
        length = sum(len(part.text) for part in parts)
        placed.append(replace(line, start=position, stop=position + length))
        position += length
        broken += parts
    return _Broken(_merged(broken), tuple(placed))


def _merged(runs: list[PlacedRun]) -> tuple[PlacedRun, ...]:
    merged: list[PlacedRun] = []
    for run in runs:
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
