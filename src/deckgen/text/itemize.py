"""Runs of a paragraph -> its text in stretches of one font and one group of scripts.

Both renderers pick a run's Latin, East Asian or complex-script font by the character. Letters,
digits and ASCII punctuation are Latin; kana, kanji and full-width forms East Asian. Characters of
no script (spaces, dashes, quotes, ellipses, arrows, emoji) go with what stands before them, those
at the start of a paragraph with what follows: docs/analysis/script-of-a-character.md.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import Struct, replace
from deckgen.text.characters import LATIN, SCRIPTS, WEAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.text.model import Box, Font, StyledText


_Ranges = tuple[tuple[int, int], ...]


class Stretch(Struct, frozen=True):
    """A part of a paragraph that is set in one face."""

    text: str
    script: str
    font: Font
    begins: bool
    """Whether it begins at a change of scripts rather than of fonts alone."""
    link: bool
    """Whether it is a link that is set as one piece."""
    box: Box | None = None
    """What is set instead of it, in one piece."""


class Itemized(Struct, frozen=True):
    """A paragraph's joined text and its stretches; the text of all stretches is the text."""

    text: str
    stretches: tuple[Stretch, ...]
    sizes: tuple[tuple[int, int], ...]
    """Where each run stops, and its size in hundredths of a point."""
    stops: tuple[int, ...]
    """Where each stretch stops."""
    links: _Ranges
    """Where each link that is set as one piece starts and stops."""

    def script_at(self, index: int) -> str:
        """Return the group of scripts that a character is set in."""
        return self.stretches[bisect_right(self.stops, index)].script


_LETTER: Final = "x"
"""What a box is to the text around it: a word of such letters."""


def itemize(
    runs: Sequence[StyledText], *, whole_links: bool = False, boxes: bool = False
) -> Itemized:
    """Return the paragraph that the runs make.

    Links are one piece each with `whole_links`; what shows as a box takes its room with `boxes`.
    """
    if boxes:
        runs = [replace(r, text=_LETTER * len(r.text)) if r.box is not None else r for r in runs]
    if len(runs) == 1:
        text = runs[0].text
        stops = [len(text)]
        sizes: tuple[tuple[int, int], ...] = ((stops[0], _size(runs[0], boxes)),)
    else:
        text = "".join([run.text for run in runs])
        stops = [*accumulate([len(run.text) for run in runs])]
        sizes = tuple([(stop, _size(run, boxes)) for stop, run in zip(stops, runs, strict=True)])
    links = tuple(_links(runs, stops)) if whole_links else ()
    if len(runs) == 1 and text:
        stretches = tuple(_stretches_of_one(runs[0], _changes(text, links), is_link=bool(links)))
    else:
        stretches = tuple(_stretches(text, runs, stops, links))
    if boxes:
        stretches = tuple(_boxed(stretches, runs, stops))
    ends = tuple(accumulate([len(stretch.text) for stretch in stretches]))
    return Itemized(text, stretches, sizes, ends, links)


def _size(run: StyledText, boxes: bool) -> int:
    return int(run.box.size if boxes and run.box is not None else run.font.size)


def _boxed(
    stretches: Sequence[Stretch], runs: Sequence[StyledText], stops: list[int]
) -> Iterator[Stretch]:
    """Yield stretches that know the boxes that are set instead of them."""
    start = 0
    for stretch in stretches:
        box = runs[bisect_right(stops, start)].box
        yield replace(stretch, box=box) if box is not None else stretch
        start += len(stretch.text)


_LINE: Final = lazy("[^\n]+")


def _links(runs: Sequence[StyledText], stops: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where each link starts and stops; a hard break in a link parts it."""
    for run, stop in zip(runs, stops, strict=True):
        if run.link:
            start = stop - len(run.text)
            yield from ((start + m.start(), start + m.end()) for m in _LINE.finditer(run.text))


_GROUPS: Final = lazy("^W+|L[LW]*|A[AW]*|X[XW]*")


def _stretches_of_one(
    run: StyledText, changes: list[tuple[int, str]], *, is_link: bool
) -> list[Stretch]:
    """Return the stretches of one run, as most paragraphs are."""
    found: list[Stretch] = []
    start = 0
    for stop, script in changes:
        found.append(
            Stretch(run.text[start:stop], script, run.font, begins=True, link=is_link and run.link)
        )
        start = stop
    return found


def _stretches(
    text: str, runs: Sequence[StyledText], stops: list[int], links: _Ranges
) -> list[Stretch]:
    found: list[Stretch] = []
    run, start = 0, 0
    for stop, script in _changes(text, links):
        begins = True
        while start < stop:
            while stops[run] <= start:
                run += 1
            end = min(stop, stops[run])
            link = bool(links) and runs[run].link
            found.append(Stretch(text[start:end], script, runs[run].font, begins, link))
            start, begins = end, False
    return found


def _changes(text: str, links: _Ranges) -> list[tuple[int, str]]:
    """Return where each stretch of one group of scripts stops, and the group."""
    if text.isascii():
        return [(len(text), LATIN)]
    groups = "".join([*map(SCRIPTS.__getitem__, text)])
    groups = _with_links(groups, links) if links else groups
    found: list[tuple[int, str]] = []
    for group in _GROUPS.finditer(groups):
        script, stop = groups[group.start()], group.end()
        if script == WEAK:
            script = groups[stop] if stop < len(text) else LATIN
        found.append((stop, script))
    return found


def _with_links(groups: str, links: _Ranges) -> str:
    """Return groups in which each link is of one."""
    joined, done = "", 0
    for start, stop in links:
        joined += groups[done:start] + _of_link(groups[start:stop]) * (stop - start)
        done = stop
    return joined + groups[done:]


def _of_link(groups: str) -> str:
    """Return the group that a link is set in: its first, but for Latin that others follow."""
    others = groups.replace(WEAK, "")
    return next((group for group in others if group != LATIN), others[:1] or WEAK)
