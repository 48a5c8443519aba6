"""A folder of templates and decks -> which words LibreOffice draws outside their boxes.

Run `python -m benchmarks.templates FOLDER DECK...` where LibreOffice and poppler are installed, or
with `--pages 3000 --seed 1` on random slides. A word is in place if it stands within an item of
its page that has it, or, if none has, on something that the template draws. What the
template's layouts say themselves may stand anywhere.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.agreement import rendered
from benchmarks.templates.decks import random_deck
from deckgen.compiler import Options, build_file
from deckgen.emit import emit
from deckgen.pages import TableFrame, TextFrame
from deckgen.templates import BUILT_IN
from deckgen.text import LIBREOFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.geometry import Rect
    from deckgen.pages import Item, Pages
    from deckgen.template.model import Template

_SUFFIXES: Final = frozenset((".pptx", ".potx", ".pptm", ".potm"))
_SLACK: Final = 0.012
"""How far a line may stand out at the sides of its box, as a share of the slide's width."""
_TEXT: Final = re.compile(rb"<a:t>([^<]*)</a:t>")
_SLIDES: Final = 40
"""How many slides a random deck has."""
_MARKER: Final = re.compile(r"^(?:\d+\.|[^\w「『（(【])+")


def main() -> None:
    """Print a line for each deck on each template, and the words that are out of place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the templates")
    parser.add_argument("decks", type=Path, nargs="*")
    parser.add_argument("--keep", type=Path, help="keep the decks and their PDFs here")
    parser.add_argument("--pages", type=int, default=0, help="at least so many random pages")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = sorted(path for path in options.folder.iterdir() if path.suffix in _SUFFIXES)
    templates = [*BUILT_IN, *map(str, found)]
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        for deck in options.decks:
            for template in templates:
                _tell(_compared(template, deck, keep))
        total, seed, refused = Result("all"), options.seed, 0
        while total.pages < options.pages and refused < len(templates):
            deck = keep / f"random-{seed}.yaml"
            deck.write_text(random_deck(seed, _SLIDES), encoding="utf-8")
            result = _compared(templates[seed % len(templates)], deck, keep)
            _tell(result)
            refused = 0 if result.pages else refused + 1
            total, seed = total.with_those_of(result), seed + 1
        _tell(total)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a deck on a template."""

    name: str
    pages: int = 0
    words: int = 0
    outside: tuple[str, ...] = ()
    failure: str = ""

    def with_those_of(self, other: Result) -> Result:
        """Return the sum of two results."""
        outside = (*self.outside, *(f"{other.name}, {where}" for where in other.outside))
        return Result(self.name, self.pages + other.pages, self.words + other.words, outside)


def _tell(result: Result) -> None:
    inside = result.words - len(result.outside)
    told = result.failure or f"{inside} of {result.words} words in place, {result.pages} pages"
    print(f"{result.name}: {told}", *result.outside, sep="\n  ", flush=True)


def _compared(template: str, deck: Path, folder: Path) -> Result:
    name = f"{Path(template).stem} {deck.stem}"
    build = build_file(deck, Options(template=template))
    pages = build.pages()
    if pages is None or build.sink.has_errors:
        return Result(name, failure="does not build")
    file = folder / f"{Path(template).stem}--{deck.stem}.pptx"
    file.write_bytes(emit(pages).read())
    drawn = rendered.words(rendered.render(file, folder))
    if len(drawn) != len(pages.pages):
        return Result(name, failure=f"{len(drawn)} pages are drawn, not {len(pages.pages)}")
    return Result(name, len(drawn), sum(map(len, drawn)), tuple(_outside(pages, drawn)))


def _outside(pages: Pages, drawn: tuple[tuple[rendered.Word, ...], ...]) -> Iterator[str]:
    slack = pages.template.slide_size.width.points * _SLACK
    drawn_by_template = _words_of(pages.template)
    for number, (page, words) in enumerate(zip(pages.pages, drawn, strict=True), start=1):
        boxes = [*(item.box for item in page.items), *(panel.box for panel in page.layout.panels)]
        for word in words:
            own = [item.box for item in page.items if _has(item, word.text)]
            if any(_holds(box, word, slack) for box in own or boxes):
                continue
            if word.text not in drawn_by_template and word.text != str(number):
                yield f"page {number}: {word.text[:40]!r} at {word.left:.0f},{word.middle:.0f}"


def _words_of(template: Template) -> frozenset[str]:
    """Return the words that layouts and masters draw."""
    parts = template.package.parts.values()
    blobs = [
        part.data for part in parts if "/slideLayouts/" in part.name or "Masters/" in part.name
    ]
    texts = (text for blob in blobs for text in _TEXT.findall(blob))
    return frozenset(word for text in texts for word in text.decode().split())


def _has(item: Item, text: str) -> bool:
    """Tell whether an item has a word, which a bullet or a number may stand before."""
    word = _MARKER.sub("", text)
    return bool(word) and any(word in "".join(written.split()) for written in _texts(item))


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, TextFrame):
        yield item.text
    elif isinstance(item, TableFrame):
        yield from (
            "".join(paragraph.text for paragraph in cell.paragraphs)
            for row in item.rows
            for cell in row.cells
        )


def _holds(box: Rect, word: rendered.Word, slack: float) -> bool:
    hangs = word.bottom - word.top if word.text[-1:] in LIBREOFFICE.hanging else 0.0
    return (
        box.x.points - slack <= word.left
        and word.right <= box.right.points + slack + hangs
        and box.y.points <= word.middle <= box.bottom.points
    )


if __name__ == "__main__":
    main()
