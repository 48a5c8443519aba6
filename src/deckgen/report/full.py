"""Diagnostics -> a report for people, with the source lines and carets under the exact places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.report.cells import one_line, visible
from deckgen.report.excerpt import GAP, excerpt, line_numbers
from deckgen.report.look import Look, Rendition, role_of
from deckgen.report.marks import Underlined, marks_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.source import Source

    ByCode = dict[str, list[Diagnostic]]

_FEW: Final = 3
"""So many warnings of one code are told in full, and one more rather than to sum up one."""
_PLACES: Final = 4
"""So many places of the others are named."""


def full(diagnostics: Sequence[Diagnostic], look: Look) -> str:
    """Return the diagnostics and a line that counts them; nothing where there are none.

    Of many warnings of one code the first few are told in full, of the others where they are.
    """
    if not diagnostics:
        return ""
    told, others = _told(diagnostics)
    parts = ["\n".join(_diagnostic(item, look)) for item in told]
    parts += ["\n".join(_summary(items, look)) for items in others.values()]
    return "\n\n".join((*parts, look.paint(count(diagnostics), Rendition.TITLE))) + "\n"


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many there are of each severity and code, as `1 warning (missing-alt)`."""
    numbers = (_count(kind, diagnostics) for kind in Severity)
    return ", ".join(number for number in numbers if number)


def _count(kind: Severity, diagnostics: Sequence[Diagnostic]) -> str:
    slugs = Counter(item.code.slug for item in diagnostics if item.severity is kind)
    number = slugs.total()
    if number == 0:
        return ""
    listed = (f"{slug} {times}" if len(slugs) > 1 else slug for slug, times in slugs.most_common())
    return f"{number} {kind.value}{'' if number == 1 else 's'} ({', '.join(listed)})"


def _told(diagnostics: Sequence[Diagnostic]) -> tuple[list[Diagnostic], ByCode]:
    """Return what is told in full, and what is summed up, by its code."""
    numbers = Counter(item.code.slug for item in diagnostics)
    told: list[Diagnostic] = []
    others: ByCode = {}
    times: Counter[str] = Counter()
    for item in diagnostics:
        slug = item.code.slug
        times[slug] += 1
        if item.is_error or times[slug] <= _FEW or numbers[slug] == _FEW + 1:
            told.append(item)
        else:
            others.setdefault(slug, []).append(item)
    return told, others


def _summary(items: list[Diagnostic], look: Look) -> Iterator[str]:
    """Yield how many more there are of a kind, and where the first of them are."""
    kind, slug = items[0].severity, items[0].code.slug
    head = look.paint(f"{kind.value}[{slug}]", role_of(kind))
    yield head + look.paint(f": {len(items)} more of this kind", Rendition.TITLE)
    places = list(dict.fromkeys(visible(str(item.span)) for item in items if item.span))
    if places:
        listed = ", ".join(places[:_PLACES]) + (", …" if len(places) > _PLACES else "")
        yield f" {look.paint('-->', Rendition.FRAME)} {listed}"
    yield from _hint("`--format concise` and `--format json` tell all of them", 0, look)


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
