"""Styled text and a width -> measured lines that fit under every renderer's rules."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from deckgen.records import replace
from deckgen.text.balance import Balanced, balanced
from deckgen.text.families import is_of_windows
from deckgen.text.fonts import Fonts, family_of
from deckgen.text.itemize import itemize
from deckgen.text.kinsoku import Breaker
from deckgen.text.lines import SLACK, fill
from deckgen.text.measure import measure
from deckgen.text.profiles import SAFE, unhung
from deckgen.units import EMU_PER_CENTIPOINT, ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.text.fonts import Families
    from deckgen.text.itemize import Itemized
    from deckgen.text.measure import Measured
    from deckgen.text.model import Font, FontSource, Line, Profile, StyledText

_Made = TypeVar("_Made")

_ROUNDING: Final = 0.03
"""What a character may differ by between renderers, in em: rounding to dots, kerning."""

_MOST_KNOWN: Final = 2_000
"""So many paragraphs are remembered, which are some 10 MB: a slide asks for its own again."""
_MOST_KEPT: Final = 50
"""So many are from one slide to the next, which has words of its own: memory that was just in use
is faster than new one, by a twentieth of the layout of long decks."""


class Typesetter:
    """Breaks and measures paragraphs; one per build, as it remembers what it measured last."""

    def __init__(self, fonts: FontSource, profiles: tuple[Profile, ...] = SAFE) -> None:
        self.source: Final = fonts
        self._fonts: Final = Fonts(fonts)
        self._profiles: Final = profiles
        self._widest_gap: Final = max(profile.gap for profile in profiles)
        self._known: Final[dict[tuple[StyledText, ...], _Known]] = {}
        self._heard: dict[int, _Known] | None = None

    def lines(
        self, runs: Sequence[StyledText], width: int, first_indent: int = 0
    ) -> tuple[Line, ...]:
        """Break a paragraph into lines no wider than the width, for the profile with most height.

        Where marks hang past the edge, the lines without hanging count too: a template may turn it
        off (`a:pPr@hangingPunct`).
        The first line is shorter by `first_indent`, longer where that is negative. A piece without
        a break that is wider than the line is cut where it fills the line. An empty paragraph is
        one empty line.
        """
        known = self._look_up(runs)
        wanted = int(width), int(width) - int(first_indent)
        found = known.lines.get(wanted)
        if found is None:
            readings = self._readings(known, *wanted)
            found = readings[0] if len(readings) == 1 else max(readings, key=_height)
            known.lines[wanted] = found
        return found

    def readings(
        self, runs: Sequence[StyledText], width: int, first_indent: int = 0
    ) -> list[tuple[Line, ...]]:
        """Break a paragraph into lines as each renderer may do."""
        return self._readings(self._look_up(runs), int(width), int(width) - int(first_indent))

    def lines_under(
        self, profile: Profile, runs: Sequence[StyledText], width: int, first_indent: int = 0
    ) -> tuple[Line, ...]:
        """Break a paragraph as one renderer does."""
        rooms = int(width), int(width) - int(first_indent)
        return fill(*self._set(self._look_up(runs), profile), *rooms)

    def width(self, runs: Sequence[StyledText]) -> Emu:
        """Return the width of the paragraph set in one line, the widest of the profiles."""
        known = self._look_up(runs)
        seen = len(known.paragraph.text.rstrip())
        if not seen:
            return ZERO
        return Emu(round(max(self._set(known, p)[0].ends[seen - 1] for p in self._profiles)))

    def is_one_line(self, runs: Sequence[StyledText], width: Emu) -> bool:
        """Tell whether the paragraph fits a line under each profile, the spaces at its end too."""
        known = self._look_up(runs)
        ends = (self._set(known, profile)[0].ends for profile in self._profiles)
        return not known.paragraph.text or max(found[-1] for found in ends) <= width

    def balanced(
        self, runs: Sequence[StyledText], width: Emu, more: int = 0, language: str = ""
    ) -> Balanced | None:
        """Break a title at phrase boundaries into lines of like widths, as few as possible or more.

        Hard breaks stay. There is no way to do so where a word is wider than the line.
        """
        lines = self.lines(runs, width)
        known = self._look_up(runs)
        settings = [self._set(known, profile) for profile in self._profiles]
        return balanced(settings, lines, width, more, language)

    def link_stops(self, link: StyledText, width: Emu) -> tuple[int, ...]:
        """Return where the parts of a link stop, each of which fits a line even if kept whole.

        They are where its lines would end if it were text from which no marks hang.
        """
        keeping = [profile for profile in self._profiles if profile.whole_links]
        whole = itemize([link], whole_links=True)
        stops = {len(link.text)}
        for profile in keeping:
            measured = measure(whole, self._fonts, profile)
            if link.text and measured.ends[-1] > width:
                breaker = Breaker(itemize([replace(link, link=False)]), unhung(profile))
                stops |= set(_fitting(fill(measured, breaker, width, width), measured, width))
        return tuple(sorted(stops))

    def turn_over(self) -> None:
        """Forget what was measured, if it is much: the next slide asks for other text."""
        if len(self._known) > _MOST_KEPT:
            self._known.clear()

    def families_asked_by(self, work: Callable[[], _Made]) -> tuple[_Made, Families]:
        """Return what some work makes, and the families, with scripts, in which it sets text."""
        heard: dict[int, _Known] = {}
        self._heard = heard
        try:
            made = work()
        finally:
            self._heard = None
        return made, frozenset(family for known in heard.values() for family in known.families)

    def unknown(self, families: Families) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return which of some families are `missing`, and which are `absent`."""
        return self._fonts.missing(families), self._fonts.absent(families)

    def missing(self) -> tuple[str, ...]:
        """Return the families asked for that neither a table nor the machine provides.

        Their text was measured with a wider stand-in; that of East Asian families is no guess.
        """
        return self._fonts.missing()

    def absent(self) -> tuple[str, ...]:
        """Return the families measured by a table that many machines lack, as does this one."""
        return self._fonts.absent()

    def _readings(self, known: _Known, width: int, first: int) -> list[tuple[Line, ...]]:
        """Return the lines for each profile; only one reading where all surely are of one line."""
        lines = fill(*self._set(known, self._profiles[0]), width, first)
        is_short = len(lines) == 1 and known.is_alike
        if is_short and int(lines[0].width) + self._allowance(known.paragraph) <= first:
            return [lines]
        readings = [lines]
        readings += [fill(*self._set(known, each), width, first) for each in self._profiles[1:]]
        for profile, broken in zip(self._profiles, tuple(readings), strict=True):
            if _hangs(broken, width, first):
                readings.append(fill(*self._set(known, unhung(profile)), width, first))
        return readings

    def _allowance(self, paragraph: Itemized) -> int:
        """Return what a line of the paragraph may differ by in width between the renderers."""
        sizes, gaps = paragraph.sizes, self._widest_gap * len(paragraph.stretches)
        largest = sizes[0][1] if len(sizes) == 1 else max([size for _, size in sizes], default=0)
        em = largest * EMU_PER_CENTIPOINT
        return round(em * (_ROUNDING * len(paragraph.text) + gaps))

    def _look_up(self, runs: Sequence[StyledText]) -> _Known:
        key = tuple(runs)
        found = self._known.get(key)
        if found is None:
            if len(self._known) == _MOST_KNOWN:
                self._known.clear()
            found = self._known[key] = _Known(key)
        if self._heard is not None:
            self._heard[id(found)] = found
        return found

    def _set(self, known: _Known, profile: Profile) -> tuple[Measured, Breaker]:
        found = known.settings.get(profile.name)
        if found is None:
            paragraph = known.paragraph
            links, boxes = (
                known.has_links and profile.whole_links,
                known.has_boxes and profile.boxes,
            )
            if links or boxes:
                paragraph = itemize(known.runs, whole_links=links, boxes=boxes)
            found = measure(paragraph, self._fonts, profile), Breaker(paragraph, profile)
            known.settings[profile.name] = found
        return found


@lru_cache(maxsize=256)
def _is_substituted(font: Font) -> bool:
    return is_of_windows(font.latin) or is_of_windows(font.east_asian)


def _hangs(lines: tuple[Line, ...], width: int, first: int) -> bool:
    """Tell whether a line is wider than its room."""
    return lines[0].width > first + SLACK or any(line.width > width + SLACK for line in lines[1:])


def _fitting(lines: Sequence[Line], measured: Measured, width: int) -> Iterator[int]:
    """Yield where lines stop if the spaces at their ends have to fit as well."""
    start = 0
    for line in lines:
        stop = line.stop
        while stop - 1 > start and measured.ends[stop - 1] - measured.starts[start] > width:
            stop -= 1
        yield stop
        start = stop


def _height(lines: tuple[Line, ...]) -> int:
    """Return how high lines are, in hundredths of the height of a line of a point."""
    return sum([line.size for line in lines])


class _Known:
    """What a typesetter remembers of a paragraph."""

    __slots__ = ("has_boxes", "has_links", "is_alike", "lines", "paragraph", "runs", "settings")

    def __init__(self, runs: tuple[StyledText, ...]) -> None:
        self.runs: Final = runs
        self.paragraph: Final = itemize(runs)
        self.has_links: Final = True in [run.link for run in runs]
        self.has_boxes: Final = bool([run for run in runs if run.box is not None])
        # whether renderers differ in no more than what is allowed for rounding and gaps
        self.is_alike: Final = not (self.has_links or self.has_boxes) and not any(
            map(_is_substituted, [run.font for run in runs])
        )
        self.settings: Final[dict[str, tuple[Measured, Breaker]]] = {}
        self.lines: Final[dict[tuple[int, int], tuple[Line, ...]]] = {}

    @property
    def families(self) -> Families:
        """The families, with groups of scripts, in which the paragraph is set."""
        return frozenset((family_of(s.font, s.script), s.script) for s in self.paragraph.stretches)
