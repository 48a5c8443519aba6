"""Decks and templates -> how like our drawings are to LibreOffice's, and the worst of them.

Run `python -m benchmarks.fidelity [DECK...] [FOLDER]` where LibreOffice and Chromium are installed:
each deck is drawn by us and by LibreOffice, on each template of the folder where one is named.
Without either it is the report, the gallery in both languages, and the report on each template in
the folder that `DECKGEN_TEMPLATES` names. Text is drawn as LibreOffice reads it: in its lines, and
measured with what it draws with (`deckgen.draw.readings`); `--as-laid-out` draws what previews and
exports do. `--keep OUT` saves the worst pages side by side, ours at the left.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

import pypdfium2
from PIL import Image

from benchmarks.agreement.rendered import convert
from benchmarks.fidelity.pixels import similarity
from benchmarks.fidelity.rendered import browser, ours, theirs
from benchmarks.fidelity.words import FoundLine, compare, drawn_lines, letters
from deckgen.compiler import Options, build_file
from deckgen.draw.faces import Faces
from deckgen.draw.page import draw_page
from deckgen.draw.readings import OtherLines
from deckgen.draw.svg import svg
from deckgen.emit import emit
from deckgen.text import LIBREOFFICE, MachineFonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Page as Tab

    from deckgen.pages import Pages

_SUFFIXES: Final = frozenset((".pptx", ".potx"))
_GAP: Final = 6
_OF_ONE: Final = 2
"""So many of the worst pages may be of one deck on one template, as they have one cause."""
_REPORT, _EXAMPLES = Path("deck.yaml"), Path("examples")


@dataclass(slots=True)
class Compared:
    """A page of a deck, drawn twice."""

    name: str
    lines: list[FoundLine]
    similar: float
    both: Image.Image | None = None
    differing: list[str] = field(default_factory=list)


def main() -> None:
    """Print the figures, and save the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", type=Path, nargs="*", help="decks, and folders of templates")
    parser.add_argument("--keep", type=Path, help="save the worst pages here")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--lines", type=int, default=0, help="print so many lines out of place")
    parser.add_argument("--as-laid-out", action="store_true")
    parser.add_argument("--pages", default="", help="the pages to compare, as 3-5")
    options = parser.parse_args()
    pages: list[Compared] = []
    with browser() as tab:
        for name, deck, template in _jobs(options.inputs) if options.inputs else _usual():
            found = [*_compared(name, deck, template, tab, options)]
            report(name, found)
            pages += found
    if pages:
        report("all", pages)
    worst = [*islice(_worst(pages), options.worst)]
    print("\nworst:", *(f"  {page.similar:.3f} {page.name}" for page in worst), sep="\n")
    for line in [line for page in pages for line in page.differing][: options.lines]:
        print(line)
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(worst, 1):
            if page.both is not None:
                page.both.save(options.keep / f"worst-{number:02} {page.name}.png")


def _worst(pages: Sequence[Compared]) -> Iterator[Compared]:
    """Yield pages, the least alike first, no more than two of a deck on a template."""
    told: Counter[str] = Counter()
    for page in sorted(pages, key=lambda page: page.similar):
        deck = page.name.rpartition(" ")[0]
        told[deck] += 1
        if told[deck] <= _OF_ONE:
            yield page


def _usual() -> Iterator[tuple[str, Path, str | None]]:
    """Yield what there is to compare in this repository, and on templates as they are found."""
    yield from _jobs([_REPORT, *sorted(_EXAMPLES.glob("gallery*.yaml"))])
    folder = os.environ.get("DECKGEN_TEMPLATES")
    if folder:
        yield from _jobs([_REPORT, Path(folder)])


def _jobs(inputs: Sequence[Path]) -> Iterator[tuple[str, Path, str | None]]:
    """Yield each deck by itself, or on each template of the folders."""
    decks = [path for path in inputs if path.suffix == ".yaml"]
    folders = [path for path in inputs if path.is_dir()]
    decks += [deck for folder in folders for deck in sorted(folder.glob("*.yaml"))]
    templates = [
        file for folder in folders for file in sorted(folder.iterdir()) if file.suffix in _SUFFIXES
    ]
    templates += [path for path in inputs if path.suffix in _SUFFIXES]
    for deck in decks:
        if not templates:
            yield deck.stem, deck, None
        for template in templates:
            yield f"{deck.stem} on {template.stem}", deck, str(template.resolve())


def _compared(
    name: str, deck: Path, template: str | None, tab: Tab, options: argparse.Namespace
) -> Iterator[Compared]:
    build = build_file(deck, Options(template=template))
    pages = build.pages()
    if pages is None or build.sink.has_errors:
        print(f"{name:<40} is not built")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.pptx"
        file.write_bytes(emit(pages).read())
        try:
            (pdf,) = convert([file], Path(folder))
        except OSError:
            print(f"{name:<40} is not converted")
            return
        with pypdfium2.PdfDocument(pdf) as document:
            yield from _pages(name, pages, document, tab, options)


def _pages(
    name: str,
    pages: Pages,
    document: pypdfium2.PdfDocument,
    tab: Tab,
    options: argparse.Namespace,
) -> Iterator[Compared]:
    faces = Faces(MachineFonts(), LIBREOFFICE, as_drawn=not options.as_laid_out)
    if not options.as_laid_out:
        pages = OtherLines(faces).pages(pages)
    shown = [index for index, page in enumerate(pages.pages) if not page.hidden]
    first, _, last = options.pages.partition("-")
    for place, index in enumerate(shown):
        if first and not int(first) <= index + 1 <= int(last or first):
            continue
        drawing = draw_page(pages, index, faces)
        page = document[place]
        mine = ours(svg(drawing), tab)
        other = theirs(page, mine.height)
        lines = compare(drawn_lines(drawing), letters(page))
        both = Image.new("RGB", (mine.width * 2 + _GAP, mine.height), "red")
        both.paste(mine, (0, 0))
        both.paste(other, (mine.width + _GAP, 0))
        yield Compared(
            f"{name} {index + 1:03}",
            lines,
            similarity(mine, other),
            both,
            [_shown(name, index, line) for line in lines if not line.is_in_place],
        )


def _shown(name: str, index: int, found: FoundLine) -> str:
    where = "not found" if found.right is None else f"{found.right:+.1f} {found.down:+.1f}"
    return f"{name} {index + 1:03} {where:>14} size {found.line.size:g} {found.line.text}"


def report(name: str, pages: Sequence[Compared]) -> None:
    """Print the figures of some pages."""
    lines = [line for page in pages for line in page.lines]
    if not lines or not pages:
        return
    found = sum(line.is_found for line in lines) / len(lines)
    placed = sum(line.is_in_place for line in lines) / len(lines)
    alike = median(page.similar for page in pages)
    print(
        f"{name:<40} {len(pages):>4} pages {len(lines):>6} lines  same words {found:7.2%}"
        f"  in place {placed:7.2%}  alike {alike:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
