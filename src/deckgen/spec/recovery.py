"""A deck that is not well-formed -> what of it can be read, and one mistake for each excerpt of it.

Reading stops at the first slip, and goes on with the next part of the deck or the next item of its
list. A slip may make sense of what is below it in another way (a quotation that is not closed ends
at the next mark), so that the place where reading stopped is right only if that excerpt is wrong
when it is read alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.diagnostics import Sink
from deckgen.records import Struct
from deckgen.spec.excerpts import Excerpts, as_read
from deckgen.spec.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from deckgen.diagnostics import Diagnostic
    from deckgen.limits import Limits
    from deckgen.source import Excerpt, Source, Span
    from deckgen.spec.excerpts import ReadExcerpt
    from deckgen.spec.nodes import Mapping


class _Lost(Struct, frozen=True):
    """An excerpt that cannot be read, where it stands, and what was told of it."""

    place: Span
    told: tuple[Diagnostic, ...]

    @property
    def error(self) -> Diagnostic | None:
        """What is wrong with it, None where that is another excerpt's mistake."""
        return next((item for item in self.told if item.is_error and not _is_parted(item)), None)

    def holds(self, item: Diagnostic) -> bool:
        """Tell whether a mistake stands in the excerpt."""
        return item.span is not None and self.place.start <= item.span.start < self.place.stop


class Recovered(Struct, frozen=True):
    """The tree of what can be read, and what there is to say of the whole deck."""

    root: Mapping
    told: tuple[Diagnostic, ...]


def recovered(
    source: Source, keys: Collection[str], limits: Limits, told: tuple[Diagnostic, ...]
) -> Recovered | None:
    """Return what can be read of a deck with some keys; None where nothing can.

    `told` is what there was to say of it when it was read as a whole; the last error ended that.
    """
    stop = next((item for item in reversed(told) if item.is_error), None)
    if stop is None or stop.code is codes.YAML_TOO_LARGE:
        return None
    lost: list[_Lost] = []

    def read(excerpt: Excerpt, limits: Limits) -> ReadExcerpt | None:
        sink = Sink()
        root = read_yaml(excerpt, sink, limits)
        found = None if root is None else as_read(excerpt, root, 0, sink.told())
        if found is None:
            place = excerpt.span(0, len(excerpt.text)).settled
            lost.append(_Lost(place, sink.sorted()))
        return found

    found = Excerpts(read).read(source, keys, limits)
    if found is None:
        return None
    rest = (item for item in found.told if not _is_parted(item))
    return Recovered(found.root, (*_told(told, stop, lost), *rest))


def _is_parted(item: Diagnostic) -> bool:
    """Tell whether a mistake is but that an anchor and its alias were not read together."""
    if item.code not in {codes.YAML_ALIAS, codes.NOT_TEXT} or item.span is None:
        return False
    place = item.span.settled
    other = {"*": "&", "&": "*"}.get(place.text[:1])
    return other is not None and other + place.text[1:] in place.source.text


def _told(
    told: tuple[Diagnostic, ...], stop: Diagnostic, lost: list[_Lost]
) -> Iterator[Diagnostic]:
    """Yield what was told of the whole and of what is lost, one mistake for each excerpt."""
    blamed = any(one.holds(stop) for one in lost)
    others = [one for one in lost if not one.holds(stop)]
    errors = [one.error for one in others if one.error is not None]
    yield from (item for item in told if item is not stop or blamed or not errors)
    for one in others:
        yield from (item for item in one.told if not item.is_error)
    yield from errors
