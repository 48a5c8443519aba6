"""A folder of templates and a deck -> which words LibreOffice draws outside their boxes.

Run `python -m benchmarks.templates FOLDER DECK...` where LibreOffice and poppler are installed. A
word is in place if it stands within an item of its page, or on something that the template draws.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.agreement import rendered
from deckgen.compiler import Options, build_file
from deckgen.emit import emit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.geometry import Rect
    from deckgen.pages import Page, Pages

_SUFFIXES: Final = frozenset((".pptx", ".potx", ".pptm", ".potm"))
_SLACK: Final = 0.012
"""How far a line may stand out of its box, as a share of the slide's width: marks hang."""


def main() -> None:
    """Print a line for each deck on each template, and the words that are out of place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the templates")
    parser.add_argument("decks", type=Path, nargs="+")
    parser.add_argument("--keep", type=Path, help="keep the decks and their PDFs here")
    options = parser.parse_args()
    templates = sorted(path for path in options.folder.iterdir() if path.suffix in _SUFFIXES)
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        for template in templates:
            for deck in options.decks:
                print(f"{template.name} {deck.stem}: {_compared(template, deck, keep)}", flush=True)


def _compared(template: Path, deck: Path, folder: Path) -> str:
    build = build_file(deck, Options(template=str(template)))
    pages = build.pages()
    if pages is None or build.sink.has_errors:
        return "does not build"
    file = folder / f"{template.stem}--{deck.stem}.pptx"
    file.write_bytes(emit(pages).read())
    drawn = rendered.pages(rendered.render(file, folder))
    if len(drawn) != len(pages.pages):
        return f"{len(drawn)} pages are drawn, not {len(pages.pages)}"
    lines = sum(map(len, drawn))
    outside = list(_outside(pages, drawn))
    listed = "".join(f"\n  {where}" for where in outside)
    return f"{lines - len(outside)} of {lines} lines in place{listed}"


def _outside(pages: Pages, drawn: tuple[tuple[rendered.SetLine, ...], ...]) -> Iterator[str]:
    size = pages.template.slide_size
    slack = size.width.points * _SLACK
    for number, (page, lines) in enumerate(zip(pages.pages, drawn, strict=True), start=1):
        boxes = list(_boxes(page))
        for line in lines:
            if not any(_holds(box, line, slack) for box in boxes):
                yield f"page {number}: {line.text[:40]!r} at {line.left:.0f},{line.middle:.0f}"


def _boxes(page: Page) -> Iterator[Rect]:
    """Return where text may stand on a page: its rows of items side by side count as one."""
    boxes = [item.box for item in page.items]
    yield from boxes
    yield from (panel.box for panel in page.layout.panels)
    for one in boxes:
        for other in boxes:
            if one is not other and one.y < other.bottom and other.y < one.bottom:
                yield one.union(other)


def _holds(box: Rect, line: rendered.SetLine, slack: float) -> bool:
    return (
        box.x.points - slack <= line.left
        and line.right <= box.right.points + slack
        and box.y.points - slack <= line.middle <= box.bottom.points + slack
    )


if __name__ == "__main__":
    main()
