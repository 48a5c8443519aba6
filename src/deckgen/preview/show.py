"""What there is to see of a deck at one time: its slides, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.records import Struct, to_builtins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.draw.model import PageDrawing
    from deckgen.preview.places import ItemPlace, SlideOrigin
    from deckgen.preview.writing import ShownPicture


class SlideFacts(Struct, frozen=True):
    """What the page in the browser is told of a slide before it asks for its drawing.

    `key` is of all that is seen and said of it; slides of one key are alike. `id` is that of the
    slide and the number of its page, `source` of what is written of it: by these it is known again
    when it has moved. `seconds` are planned for it.
    """

    key: str
    id: str
    source: str
    title: str
    section: str = ""
    language: str = ""
    notes: str = ""
    seconds: int = 0
    steps: int = 0
    hidden: bool = False


class SlideView(Struct, frozen=True):
    """A slide as it is seen: its facts, its drawing, also as SVG, where its items are written."""

    facts: SlideFacts
    svg: bytes
    drawing: PageDrawing
    items: tuple[ItemPlace, ...] = ()
    pictures: tuple[ShownPicture, ...] = ()


class Problem(Struct, frozen=True):
    """Something that the author should know, with the lines that it is about.

    Lines and columns count from 1, 0 where a whole file is meant; `slide` is the index of the
    slide that it stands beside, None where it concerns none that is seen. `marked` are the columns
    of its first line that are meant, the end exclusive.
    """

    code: str
    severity: str
    message: str
    hints: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    column: int = 0
    marked: tuple[int, int] = (0, 0)
    lines: tuple[str, ...] = ()
    slide: int | None = None
    address: str = ""
    explanation: str = ""


class FontPiece(Struct, frozen=True):
    """Some letters of a face as a font file: where it is had, and for which characters."""

    family: str
    url: str
    characters: str = ""


class Show(Struct, frozen=True):
    """A deck as it is seen now. Where it `is_broken`, slides are those of its last good state."""

    version: int = 0
    title: str = ""
    language: str = ""
    width: float = 960.0
    height: float = 540.0
    slides: tuple[SlideView, ...] = ()
    origins: tuple[SlideOrigin, ...] = ()
    fonts: tuple[FontPiece, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_broken: bool = False
    milliseconds: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Return all of it for the browser, but for the drawings."""
        facts = tuple(view.facts for view in self.slides)
        return {**self._about(), "slides": to_builtins(facts)}

    def _about(self) -> dict[str, object]:
        return {name: to_builtins(getattr(self, name)) for name in _ABOUT}

    def change_from(self, before: Show) -> Mapping[str, object]:
        """Return what makes the browser's state that of this show, as it was that of another.

        Slides that both have at their start and at their end are left out: `removed` of them go
        at the index `at`, and those of `added` come in their place.
        """
        old = [view.facts for view in before.slides]
        new = [view.facts for view in self.slides]
        start, end = common_ends(old, new)
        added = new[start : len(new) - end]
        splice = {"at": start, "removed": len(old) - end - start, "added": to_builtins(added)}
        return {**self._about(), "before": before.version, **splice}


_ABOUT: Final = (
    *("version", "title", "language", "width", "height"),
    *("fonts", "problems", "is_broken", "milliseconds"),
)


def common_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """Return how many items two lists share at their start, and how many of the rest at the end."""
    start = _common(one, other)
    return start, _common(one[start:][::-1], other[start:][::-1])


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
