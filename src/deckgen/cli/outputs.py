"""The words after `-o` and what is said of them -> the forms of a deck and the files they go to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from deckgen.cli.inputs import STANDARD_STREAM
from deckgen.cli.target import target_of
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.export.model import ExportChoice

PRESENTATION: Final = "pptx"
_FORMS: Final = (PRESENTATION, "pdf", "png", "svg", "html")
_PICTURES: Final = frozenset(("png", "svg"))
"""The forms that have a file for each slide."""
_OF_PAPER: Final = ("pdf", "png", "svg")
_SHOWN: Final = (*_OF_PAPER, "html")
_ENDING: Final = lazy(r"\.[A-Za-z][A-Za-z0-9]{0,7}")
"""What tells the end of a name from the part of it that only has a stop before it."""
_NUMBER: Final = lazy(r"%(?:%|(0?\d?)d)")
_NO_NUMBER: Final = lazy(r"%[0-9]*[A-Za-z]")
_WITHOUT_SIGN: Final = lazy(r"0\d?d\.[A-Za-z]+")
"""What stands at the end of a name whose author has left out the sign, as in `report-03d.png`."""
_RANGE: Final = lazy(r"(\d{0,6})(-?)(\d{0,6})")
_SIMILARITY: Final = 0.5


class Result(NamedTuple):
    """Where a result goes, and the form that it has."""

    path: Path
    form: str

    def file(self, number: int | None, largest: int, *, single: bool) -> Path:
        """Return the file of a slide: its number stands where the name says, else at its end.

        `single` results need no number; else as many digits are written as the largest has.
        """
        if self.form not in _PICTURES or number is None:
            return self.path
        name, path = self.path.name, self.path
        if _has_number(name):
            return path.with_name(_NUMBER.sub(lambda found: _digits(found[1], number), name))
        if single:
            return path
        return path.with_name(f"{path.stem}-{number:0{len(str(largest))}}{path.suffix}")


def _has_number(name: str) -> bool:
    return any(found[1] is not None for found in _NUMBER.finditer(name))


def _digits(width: str | None, number: int) -> str:
    """Return a number as `%03d` writes it; `%%` is a sign that stands for none."""
    if width is None:
        return "%"
    filler = "0" if width.startswith("0") else " "
    return str(number).rjust(int(width or 0), filler)


def results_of(words: Sequence[str], deck: Path) -> tuple[Result, ...]:
    """Return where the results of a deck go. Words that cannot be meant are refused."""
    results = tuple(_result(deck, word) for word in words or (None,))
    seen: set[str] = set()
    for result in results:
        place = os.path.normcase(os.path.realpath(result.path))
        if place in seen:
            raise click.UsageError(f"'{result.path}' is named twice with -o")
        seen.add(place)
    return results


def _result(deck: Path, word: str | None) -> Result:
    path = target_of(deck, word)
    check_has_name(path)
    form = _form(path)
    if form in _PICTURES:
        _check_number(path.name)
    elif path != STANDARD_STREAM and _has_number(path.name):
        message = f"'{path.name}' holds all slides in one file; numbers are for .png and .svg"
        raise click.UsageError(message)
    return Result(path, form)


def check_has_name(path: Path) -> None:
    """Refuse an ending alone: that is what a shell makes of `"${name}.pptx"`."""
    if path.name[:1] == "." and path.name[1:].lower() in _FORMS:
        message = f"'{path}' has no name before its ending"
        raise click.UsageError(f"{message}; a shell fills in $name itself: write {{name}}")


def _form(path: Path) -> str:
    """Return the form that the end of a name tells; a name without an end is a presentation's."""
    ending = path.suffix
    if path == STANDARD_STREAM or not _ENDING.fullmatch(ending):
        return PRESENTATION
    form = ending[1:].lower()
    if form in _FORMS:
        return form
    from difflib import get_close_matches

    near = get_close_matches(form, _FORMS, n=1, cutoff=_SIMILARITY)
    guess = f"; did you mean '{path.with_suffix(f'.{near[0]}').name}'?" if near else ""
    known = ", ".join(f".{each}" for each in _FORMS[:-1])
    raise click.UsageError(
        f"'{path.name}' ends in {ending}; results end in {known} or .{_FORMS[-1]}{guess}"
    )


def _check_number(name: str) -> None:
    """Refuse a name that is to be numbered, but does not say so as it is understood."""
    rest = _NUMBER.sub("", name)
    if wrong := _NO_NUMBER.search(rest):
        message = f"'{wrong[0]}' in '{name}' is no place for a number; write %d or %03d"
        raise click.UsageError(message)
    if len([found for found in _NUMBER.finditer(name) if found[1] is not None]) > 1:
        raise click.UsageError(f"'{name}' has several places for a number; one is needed")
    found = None if _has_number(name) else _WITHOUT_SIGN.search(name)
    if found is not None:
        meant = f"{name[: found.start()]}%{found[0]}"
        raise click.UsageError(f"'{name}' has no place for a number; did you mean '{meant}'?")


def _refuse_idle(said: Mapping[str, Any], words: Sequence[str]) -> None:
    """Refuse what would change nothing that is written."""
    forms = {_form(Path(word)) for word in words} or {PRESENTATION}
    uses = {"slides": _SHOWN, "scale": ("png",)}
    for name in said:
        of = uses.get(name, _OF_PAPER)
        if not forms.intersection(of):
            endings = " and ".join(
                filter(None, (", ".join(f".{e}" for e in of[:-1]), f".{of[-1]}"))
            )
            raise click.UsageError(f"--{name} is for {endings}, none of which is written")
    if "handout" in said and "notes" in said:
        raise click.UsageError("--handout and --notes are two ways to use a sheet; choose one")
    if "paper" in said and not {"handout", "notes"} & said.keys():
        raise click.UsageError("--paper is for --handout and --notes")


def choice_of(said: Mapping[str, Any], words: Sequence[str]) -> ExportChoice:
    """Return what is wanted; what would change nothing that is written is refused."""
    from deckgen.export.model import ExportChoice

    _refuse_idle(said, words)
    told = dict(said)
    if "handout" in told:
        told["handout"] = int(told["handout"])
    return ExportChoice(**told)


def ranges(word: str) -> tuple[tuple[int | None, int | None], ...]:
    """Return ranges of numbers of slides: `3-5,8` and `10-`, the first slide being 1."""
    return tuple(_one_range(part.strip()) for part in word.split(","))


def _one_range(part: str) -> tuple[int | None, int | None]:
    found = _RANGE.fullmatch(part)
    if found is None or not (found[1] or found[3]):
        raise click.BadParameter(f"'{part}' is no range of slides; write 3, 3-5, 10- or -4")
    first, last = (int(digits) if digits else None for digits in (found[1], found[3]))
    if not found[2]:
        last = first
    if 0 in {first, last}:
        raise click.BadParameter(f"'{part}': the first slide is 1")
    if first is not None and last is not None and first > last:
        raise click.BadParameter(f"'{part}' ends before it starts; did you mean '{last}-{first}'?")
    return first, last
