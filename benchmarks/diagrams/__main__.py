"""Sixty graphs on templates -> what is wrong with their diagrams, and contact sheets.

Run `python -m benchmarks.diagrams [--keep OUT] [--template FILE ...] [--only NAME]` where
LibreOffice and poppler are installed. The exit code is 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.templates.drawn import draw, drawn, write
from benchmarks.templates.sheets import save_sheet
from deckgen.compiler import Options, build_file
from deckgen.emit import emit
from tests.support.diagrams import deck_of, diagram_faults, graphs
from tests.support.invariants import faults

_TEMPLATES: Final = ("corporate", "corporate-dark", "plain")
_SHEET: Final = 20
"""How many diagrams one sheet shows."""


def main() -> int:
    """Print what is wrong; return 1 where anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="keep decks, pages and contact sheets here")
    parser.add_argument("--template", nargs="*", default=_TEMPLATES)
    parser.add_argument("--only", default="", help="take graphs whose names have this in them")
    options = parser.parse_args()
    shown = {name: text for name, text in graphs().items() if options.only in name}
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        wrong = sum(_tried(shown, template, keep) for template in options.template)
    print(f"{len(shown)} graphs on {len(options.template)} templates, {wrong} faults")
    return int(bool(wrong))


def _tried(shown: dict[str, str], template: str, keep: Path) -> int:
    """Print what is wrong with graphs on a template, and return how much that is."""
    deck = keep / f"{Path(template).stem}.yaml"
    deck.write_text(deck_of(shown), encoding="utf-8")
    build = build_file(deck, Options(template=template))
    pages = build.pages()
    told = [f"{deck.stem}: {item.message}" for item in build.sink.sorted()]
    if pages is None:
        print("\n".join(told))
        return len(told)
    found = [*told, *(f"{deck.stem}: {fault}" for fault in faults(pages))]
    for page in pages.pages:
        found += [f"{deck.stem}: {page.title}: {fault}" for fault in diagram_faults(page)]
    print("\n".join(found))
    file = keep / f"{deck.stem}.pptx"
    write(emit(pages).read(), file)
    draw([file], pictures=True)
    seen = drawn(file)
    for start in range(0, len(seen), _SHEET):
        save_sheet(seen[start : start + _SHEET], keep / f"{deck.stem}-{start // _SHEET + 1}.png")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
