"""Sixty graphs, decks that show them, and what must hold of a diagram that is placed.

`graphs/` has them by kind, after the examples of Mermaid's manual; others are random ones.
"""

from __future__ import annotations

import random
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.drawn import Connector, Freeform, Shape
from deckgen.geometry import Point, Rect
from deckgen.pages import ItemGroup, TextFrame, single_items
from deckgen.units import Emu, pt
from tests.support.invariants import inked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deckgen.pages import Item, Page

FOLDER: Final = Path(__file__).with_name("graphs")
_WORDS: Final = (
    *("Plan", "Check the order", "Ship", "Ask", "Store of parts", "Pay", "Invoice", "Wait a day"),
    *("Collect", "Report to the board", "Test", "Release", "Sign", "Audit", "Draft", "Roll back"),
)
_NAMES: Final = ("yes", "no", "retry", "every day", "", "", "", "")
_SLACK: Final = pt(0.3)
_MANY: Final = 16
"""From so many nodes on, they have one word each."""
_MOST: Final = 30
"""From so many on, they are as broad as they are deep: other ones have no room on a slide."""
_RANDOM: Final = (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 22, 25, 28, 32, 34, 40)
"""How many nodes the random graphs have."""


def graphs() -> dict[str, str]:
    """Return the graphs of the folder by their kind and name, then the random ones."""
    found: dict[str, str] = {}
    for file in sorted(FOLDER.glob("*.txt")):
        for part in file.read_text("utf-8").split("#=== ")[1:]:
            name, _, text = part.partition("\n")
            found[f"{file.stem} {name}"] = text.rstrip()
    for seed, count in enumerate(_RANDOM):
        found[f"random {count}"] = random_graph(count, seed)
    return found


def random_graph(count: int, seed: int) -> str:
    """Return a flowchart of so many nodes in which nearly all hang together."""
    chance = random.Random(seed)
    lines = [f"flowchart {chance.choice(('TD', 'LR'))}"]
    words = _WORDS if count < _MANY else [word for word in _WORDS if " " not in word]
    names = _NAMES if count < _MANY else ("yes", *[""] * 6)
    lines += [f'  n{each}["{chance.choice(words)} {each}"]' for each in range(count)]
    reach = 4 + count // 2 if count < _MOST else count
    for each in range(1, count):
        lines.append(_edge(chance, names, chance.randrange(max(0, each - reach), each), each))
    for _ in range(count // (6 if count < _MOST else 12)):
        source, target = chance.sample(range(count), 2)
        lines.append(_edge(chance, names, source, target))
    if chance.random() < 0.4:
        first = chance.randrange(count - 2)
        lines += ["  subgraph g [Together]", *(f"    n{first + n}" for n in range(3)), "  end"]
    return "\n".join(lines)


def _edge(chance: random.Random, names: Sequence[str], source: int, target: int) -> str:
    name = chance.choice(names)
    return f"  n{source} -->{f'|{name}|' if name else ''} n{target}"


def deck_of(shown: Mapping[str, str], deck: str = "") -> str:
    """Return a deck with a slide for each graph, below what `deck` says of the whole."""
    slides = [deck, "slides:"]
    for name, text in shown.items():
        is_mermaid = not name.startswith(("declared", "org"))
        slides += [f"  - title: {name.replace('-', ' ').capitalize()}"]
        slides += [f"    diagram:{' |' if is_mermaid else ''}"]
        slides += [f"      {line}" for line in text.split("\n")]
    return "\n".join(slides) + "\n"


def diagram_faults(page: Page) -> list[str]:
    """Return what is wrong with the diagrams of a page, a line each."""
    return [
        fault
        for item in page.items
        if isinstance(item, ItemGroup) and item.name.startswith("Diagram")
        for fault in _faults(tuple(single_items((item,))))
    ]


def _faults(items: tuple[Item, ...]) -> Iterator[str]:
    connectors = [item for item in items if isinstance(item, Connector)]
    solid = [item for item in items if isinstance(item, TextFrame | Shape) and _is_solid(item)]
    for one, other in combinations(solid, 2):
        if not _within(one, other) and _overlap(inked(one), inked(other)):
            yield f"{_said(one)} stands over {_said(other)}"
    boxes = {item.box for item in items}
    for connector in connectors:
        ends = {connector.start.box, connector.end.box}
        if not ends <= boxes:
            yield f"{connector.name} is glued to nothing"
        course = [*course_of(connector)]
        for item in solid:
            if any(_within_box(item.box, end) or _within_box(end, item.box) for end in ends):
                continue
            if isinstance(item, TextFrame) and item.outline is None:
                continue  # words that stand on edges are looked at by themselves
            if any(_overlap(_part(a, b), item.box) for a, b in pairwise(course)):
                yield f"{connector.name} leads through {_said(item)}"


def _is_solid(item: TextFrame | Shape) -> bool:
    """Tell whether a thing keeps others away; panels and what glue needs do not."""
    if isinstance(item, TextFrame):
        return True
    return item.fill is not None and not item.name.endswith(
        ("panel", "joint", "line", "outline", "ground")
    )


def _within(one: Item, other: Item) -> bool:
    return _within_box(one.box, other.box) or _within_box(other.box, one.box)


def _within_box(one: Rect, other: Rect) -> bool:
    return other.contains(one)


def _overlap(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > _SLACK and down > _SLACK


def _part(a: Point, b: Point) -> Rect:
    """Return a line as a thin box."""
    half = Emu(pt(0.5))
    x, y = min(a.x, b.x) - half, min(a.y, b.y) - half
    return Rect(x, y, Emu(abs(a.x - b.x) + 2 * half), Emu(abs(a.y - b.y) + 2 * half))


def course_of(connector: Connector) -> Iterable[Point]:
    """Return the points at which a connector starts, turns and ends."""
    start, end = connector.start.point, connector.end.point
    if connector.corners:
        return (start, *connector.corners, end)
    if not connector.bent:
        return (start, end)
    if connector.start.side.is_upright is not connector.end.side.is_upright:
        upright = connector.start.side.is_upright
        return (start, Point(start.x, end.y) if upright else Point(end.x, start.y), end)
    if connector.start.side.is_upright:
        y = Emu(start.y + round((end.y - start.y) * connector.turn))
        return (start, Point(start.x, y), Point(end.x, y), end)
    x = Emu(start.x + round((end.x - start.x) * connector.turn))
    return (start, Point(x, start.y), Point(x, end.y), end)


def _said(item: Item) -> str:
    return repr(item.text[:30]) if isinstance(item, TextFrame) else getattr(item, "name", "?")


__all__ = ["Freeform", "course_of", "deck_of", "diagram_faults", "graphs", "random_graph"]
