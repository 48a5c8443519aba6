"""A graph with groups -> the same with what is in each group in a single line.

Architectures are drawn so: their groups are columns, or bands, across the way that the whole leads,
which fills a page and leaves room for large words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.diagrams.layers import acyclic
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.diagrams.model import Graph

_LEAST: Final = 2
"""So many nodes in a group make a line."""
_MOST: Final = 8
"""A line of more is longer than a page is high."""


def lined(graph: Graph) -> Graph | None:
    """Return a graph with its groups of nodes lined; None if it has none that may be.

    A group that leads where its author says, or holds other groups, stays as it is.
    """
    holding = {group.within for group in graph.groups}
    groups = tuple(
        replace(group, lined=True)
        if group.direction is None
        and group.id not in holding
        and _LEAST <= len(group.nodes) <= _MOST
        else group
        for group in graph.groups
    )
    return None if groups == graph.groups else replace(graph, groups=groups)


def one_by_one(names: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[str]:
    """Return names so that edges lead on, where they can to the next one, else as written."""
    number = {name: index for index, name in enumerate(names)}
    after: dict[int, list[int]] = {index: [] for index in range(len(names))}
    waits = [0] * len(names)
    for source, target in acyclic([(number[a], number[b]) for a, b in edges]):
        after[source].append(target)
        waits[target] += 1
    ready = [index for index in reversed(after) if not waits[index]]
    found: list[str] = []
    while ready:
        index = ready.pop()
        found.append(names[index])
        for target in sorted(after[index], reverse=True):
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return found
