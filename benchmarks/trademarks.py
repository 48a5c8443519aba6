"""Numbers of marks and slides -> what the search for marks costs beside the whole build.

Run `python -m benchmarks.trademarks`. The deck has as many slides as asked for, with text, tables,
notes and captions in Japanese and English; every third line mentions a mark. Marks are made up of
syllables. Times are of this process's CPU, the least of several runs, without the collection of
cycles, which the command line turns off.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from typing import TYPE_CHECKING

from deckgen.compiler import build_text
from deckgen.emit import emit
from deckgen.trademarks.lexicon import Lexicon
from deckgen.trademarks.mark import marked
from deckgen.trademarks.notice import noticed
from deckgen.trademarks.registry import marks_of
from deckgen.trademarks.search import search
from deckgen.world import MemoryWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SYLLABLES = "ka ri mo ten dor vel sy nu lac bre zo fin que tar om pli xe gra ul wem"
_WORDS = (
    "the cluster was upgraded without downtime and the agents report their state",
    "運用 の 自動化 と 移行 について 議論 した が、 結論 は 次回",
)
_SETTINGS = (
    "  trademarks: {registry: marks.yaml, first_use: slide, place: mentioning, check: false}\n"
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marks", type=int, default=10_000)
    parser.add_argument("--slides", type=int, default=3_500)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    gc.disable()
    names = mark_names(options.marks)
    world = MemoryWorld({"marks.yaml": registry(names).encode()})
    text = deck(names, options.slides)
    plain = text.replace(_SETTINGS, "")
    print(f"{options.marks} marks, {options.slides} slides, {len(text):,} characters")
    build = build_text(text, world=world)
    resolved = build.resolved()
    assert resolved is not None
    settings = resolved.trademarks
    assert settings is not None
    registries = build.registries(resolved)
    found = search(resolved, registries)
    print(f"{len(found.mentions):,} mentions of {len(found.marks()):,} marks")
    reading = least(options.runs, lambda: build_text(text, world=world).spec())
    without = least(options.runs, lambda: build_text(plain, world=world).spec())
    show("reading the registry", reading - without)
    show("making the automaton", least(options.runs, lambda: Lexicon(marks_of(registries))))
    searching = least(options.runs, lambda: search(resolved, registries))
    show("searching, automaton included", searching)
    rest = least(options.runs, lambda: noticed(marked(resolved, found, settings), settings, found))
    show("signs and notices", rest)
    whole = least(1, lambda: emit_all(plain, world))
    show("the whole build without marks", whole)
    print(f"search / whole build: {searching / whole:.1%}")
    everything = reading - without + searching + rest
    print(f"all of it, reading the registry included / whole build: {everything / whole:.1%}")


_SETTINGS = (
    "  trademarks: {registry: marks.yaml, first_use: slide, place: mentioning, check: false}\n"
)


def mark_names(count: int) -> list[str]:
    """Return so many different names, capitalised, a tenth of them of two words."""
    chance, names = random.Random(1), dict[str, None]()  # noqa: S311 - figures, not secrets
    while len(names) < count:
        parts = ["".join(chance.sample(_SYLLABLES.split(), chance.randint(2, 4))) for _ in range(2)]
        words = parts if chance.random() < 0.1 else parts[:1]
        names[" ".join(word.capitalize() for word in words)] = None
    return list(names)


def registry(names: Sequence[str]) -> str:
    """Return a registry of marks with all that entries usually say."""
    entries = (
        f"  - mark: {name}\n    owner: {name} Holdings, Inc.\n    symbol: ®\n"
        "    never: [verb, plural]\n"
        for name in names
    )
    return "known: false\nmarks:\n" + "".join(entries)


def deck(names: Sequence[str], slides: int) -> str:
    """Return a deck that mentions marks here and there."""
    chance = random.Random(2)  # noqa: S311 - figures, not secrets
    parts = ["deck:\n  language: ja\n  numbering: ' {n}'\n", _SETTINGS, "slides:\n"]
    for number in range(slides):
        lines = "".join(f"        - {line(names, chance)}\n" for _ in range(chance.randint(4, 9)))
        parts.append(f"  - title: {line(names, chance)} {number}\n")
        parts.append(f"    notes: {line(names, chance)}\n    body: |\n{lines}")
    return "".join(parts)


def line(names: Sequence[str], chance: random.Random) -> str:
    """Return a line of text, with a mark in it one time out of three."""
    words = chance.choice(_WORDS)
    picked = [chance.choice(words.split()) for _ in range(chance.randint(4, 10))]
    if chance.random() < 1 / 3:
        picked.insert(len(picked) // 2, chance.choice(names))
    return (" " if words is _WORDS[0] else "").join(picked)


def emit_all(text: str, world: MemoryWorld) -> None:
    """Build a deck from its text to the bytes of its file."""
    pages = build_text(text, world=world).pages()
    assert pages is not None
    emit(pages).read()


def least(runs: int, work: Callable[[], object]) -> float:
    """Return the least CPU time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def show(what: str, seconds: float) -> None:
    """Print one figure."""
    print(f"{what:<34}{seconds * 1000:>9.0f} ms")


if __name__ == "__main__":
    main()
