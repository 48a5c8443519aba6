"""Diagnostics -> a report for people, with the source lines and carets under the exact places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.report.cells import one_line, visible
from deckgen.report.excerpt import GAP, excerpt, line_numbers
from deckgen.report.look import Look, Rendition, role_of
from deckgen.report.marks import Underlined, marks_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.source import Source


def full(diagnostics: Sequence[Diagnostic], look: Look) -> str:
    """Return the diagnostics and a line that counts them; nothing where there are none."""
    if not diagnostics:
        return ""
    parts = ["\n".join(_diagnostic(item, look)) for item in diagnostics]
    return "\n\n".join((*parts, look.paint(count(diagnostics), Rendition.TITLE))) + "\n"


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many there are of each severity, as `2 errors, 1 warning`."""
    numbers = ((sum(item.severity is kind for item in diagnostics), kind) for kind in Severity)
    return ", ".join(
        f"{number} {kind.value}{'' if number == 1 else 's'}" for number, kind in numbers if number
    )


def _diagnostic(item: Diagnostic, look: Look) -> Iterator[str]:
    places = [(source, marks_in(source, item)) for source in _sources(item)]
    gutter = max((_gutter(marks) for _, marks in places), default=0)
    yield _headline(item, look)
    for index, (source, marks) in enumerate(places):
        arrow = "-->" if index == 0 else ":::"
        if index > 0:
            yield look.paint(f"{' ' * gutter} |", Rendition.FRAME)
        yield f"{' ' * gutter}{look.paint(arrow, Rendition.FRAME)} {_place(source, marks[0])}"
        yield from _excerpt(source, marks, gutter, look)
    if places and item.hints:
        yield look.paint(f"{' ' * gutter} |", Rendition.FRAME)
    for hint in item.hints:
        yield from _hint(hint, gutter, look)


def _headline(item: Diagnostic, look: Look) -> str:
    head = look.paint(f"{item.severity.value}[{item.code.slug}]", role_of(item.severity))
    return head + look.paint(f": {one_line(item.message)}", Rendition.TITLE)


def _sources(item: Diagnostic) -> tuple[Source, ...]:
    """Return the sources that a diagnostic points into, that of its message first."""
    spans = [item.span] if item.span else []
    spans += [label.span for label in item.labels]
    return tuple({id(span.source): span.source for span in spans}.values())


def _gutter(marks: tuple[Underlined, ...]) -> int:
    return len(str(line_numbers(marks)[-1] + 1))


def _place(source: Source, mark: Underlined) -> str:
    return f"{visible(source.name)}:{mark.first_line + 1}:{mark.first_column + 1}"


def _excerpt(
    source: Source, marks: tuple[Underlined, ...], gutter: int, look: Look
) -> Iterator[str]:
    yield look.paint(f"{' ' * gutter} |", Rendition.FRAME)
    for line in excerpt(source, marks, max(20, look.width - gutter - 3)):
        side = f"{line.gutter:>{gutter}} |" if line.gutter != GAP else f"{GAP:<{gutter + 2}}"
        yield f"{look.paint(side, Rendition.FRAME)} {line.row.render(look)}".rstrip()


def _hint(hint: str, gutter: int, look: Look) -> Iterator[str]:
    first, *more = hint.splitlines() or [""]
    sign = look.paint("=", Rendition.FRAME)
    yield f"{' ' * gutter} {sign} {look.paint('hint', Rendition.HINT)}: {visible(first)}"
    for line in more:
        yield f"{' ' * (gutter + 9)}{visible(line)}".rstrip()
