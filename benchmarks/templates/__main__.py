"""A folder of templates and decks -> a table of what is wrong with them, and contact sheets.

Run `python -m benchmarks.templates [FOLDER] [DECK...]` where LibreOffice and poppler are installed.
The decks are the sample and a review in English if none are named, and 3,000 random pages with
`--pages 3000`. Without a folder the one that `DECKGEN_TEMPLATES` names is taken. The exit code is 1
where anything is wrong.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pptx import Presentation

from benchmarks.templates.decks import random_deck
from benchmarks.templates.drawn import draw, drawn, write
from benchmarks.templates.faults import Fault, Kind, faults, strays
from benchmarks.templates.sheets import save_sheet
from deckgen.compiler import Options, build_file
from deckgen.emit import emit
from deckgen.templates import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.deck import Deck
    from deckgen.pages import Pages

_SUFFIXES: Final = frozenset((".pptx", ".potx", ".pptm", ".potm"))
_SLIDES: Final = 40
"""How many slides a random deck has."""
_AT_ONCE: Final = 8
"""How many decks are built, then drawn, then looked at."""


@dataclass(frozen=True, slots=True)
class Built:
    """A deck on a template, or why there is none."""

    name: str
    file: Path
    deck: Deck | None = None
    pages: Pages | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a deck on a template."""

    name: str
    pages: int = 0
    faults: tuple[Fault, ...] = ()
    failure: str = ""


def main() -> int:
    """Print the table and the faults; return 1 where there are any."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        found = [] if options.folder is None else sorted(options.folder.iterdir())
        only = options.only or ""
        templates = [
            name
            for name in (*BUILT_IN, *(str(path) for path in found if path.suffix in _SUFFIXES))
            if only in name
        ]
        pairs = iter(
            _random(templates, options, keep)
            if options.pages
            else product(options.decks, templates)
        )
        results: list[Result] = []
        while some := tuple(islice(pairs, _AT_ONCE)):
            for result in _results(some, keep, looking=not options.pages):
                results.append(result)
                _tell(result)
            if options.pages and sum(result.pages for result in results) >= options.pages:
                break
    print(f"{len(results)} decks, {sum(result.pages for result in results)} pages")
    return int(any(result.faults or result.failure for result in results))


def _parser() -> argparse.ArgumentParser:
    here, named = Path(__file__).parent, os.environ.get("DECKGEN_TEMPLATES")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", default=named and Path(named), help="the templates"
    )
    review = [Path("deck.yaml"), here / "review.yaml"]
    parser.add_argument("decks", type=Path, nargs="*", default=review)
    parser.add_argument("--keep", type=Path, help="keep decks, pages and contact sheets here")
    parser.add_argument("--only", help="take the templates whose names have this in them")
    parser.add_argument("--pages", type=int, default=0, help="at least so many random pages")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def _random(
    templates: list[str], options: argparse.Namespace, folder: Path
) -> Iterator[tuple[Path, str]]:
    for seed in range(options.seed, options.seed + options.pages):
        deck = folder / f"random-{seed}.yaml"
        deck.write_text(random_deck(seed, _SLIDES), encoding="utf-8")
        yield deck, templates[seed % len(templates)]


def _results(pairs: Iterable[tuple[Path, str]], folder: Path, *, looking: bool) -> Iterator[Result]:
    builds = [_built(deck, template, folder) for deck, template in pairs]
    draw([build.file for build in builds if build.pages is not None], pictures=looking)
    for build in builds:
        yield _looked_at(build, looking=looking)


def _built(deck: Path, template: str, folder: Path) -> Built:
    name = f"{Path(template).stem} {deck.stem}"
    file = folder / f"{Path(template).stem}--{deck.stem}.pptx"
    build = build_file(deck, Options(template=template))
    pages = build.pages()
    if pages is None or build.sink.has_errors:
        errors = [found.message for found in build.sink.sorted() if found.is_error]
        return Built(name, file, failure=f"does not build: {errors[0]}")
    data = emit(pages).read()
    if len(Presentation(io.BytesIO(data)).slides) != len(pages.pages):
        return Built(name, file, failure="python-pptx reads other slides")
    write(data, file)
    return Built(name, file, build.deck(), pages)


def _looked_at(build: Built, *, looking: bool) -> Result:
    if build.pages is None or build.deck is None:
        return Result(build.name, failure=build.failure)
    seen = drawn(build.file)
    if len(seen) != len(build.pages.pages):
        failure = f"{len(seen)} pages are drawn, not {len(build.pages.pages)}"
        return Result(build.name, failure=failure)
    if looking:
        save_sheet(seen, build.file.with_suffix(".png"))
    found = faults(build.deck, build.pages, seen) if looking else strays(build.pages, seen)
    return Result(build.name, len(seen), tuple(found))


def _tell(result: Result) -> None:
    counted = Counter(fault.kind for fault in result.faults)
    cells = [f"{counted[kind]} {kind.value}" for kind in Kind if counted[kind]]
    told = result.failure or ", ".join(cells) or "nothing amiss"
    print(f"{result.name}: {result.pages} pages, {told}")
    for fault in sorted(result.faults, key=lambda fault: fault.page):
        print(f"  page {fault.page}: {fault.kind.value}: {fault.what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
