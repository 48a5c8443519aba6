"""Decks of 31, 350 and 3,500 slides -> the CPU time of each stage, and of python-pptx beside it.

Run `python -m benchmarks.growth`. No two slides have the same words. python-pptx is given the
pages that deckgen made, so that it measures and divides nothing.
"""

from __future__ import annotations

import argparse
import io
import random
import time
from typing import TYPE_CHECKING, Final

from pptx import Presentation

from deckgen.compiler import build_text
from deckgen.emit import emit
from deckgen.pages import Text
from deckgen.resolve import resolve
from deckgen.stages.setting import set_pages
from deckgen.template.model import Role

if TYPE_CHECKING:
    from deckgen.pages import Page, Pages

SIZES: Final = (31, 350, 3500)
_KANJI: Final = (
    "会社名商品名機能技術利用者移行時保護規制必要提供仮想化運用障害検知復旧手順自動化担当者"
)
_KANA: Final = "はがをにでとのもからまでするしたある"
_WORDS: Final = ("nova", "neutron", "cinder", "swift", "keystone", "glance", "heat", "ironic")


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    for slides in parser.parse_args().sizes:
        print(_line(slides))


def _line(slides: int) -> str:
    build = build_text(_deck(slides, random.Random(slides)))  # noqa: S311 - not for secrets
    clock = time.process_time
    start = clock()
    spec = build.spec()
    read = clock()
    assert spec is not None
    deck = resolve(spec, build.sink)
    template = build.template(deck)
    assert template is not None
    resolved = clock()
    pages = set_pages(build, deck, template)
    placed = clock()
    emit(pages)
    written = clock()
    made, saved = _peer(pages)
    return (
        f"{slides:>6} slides: read {read - start:.2f} s, layout {placed - resolved:.2f} s, "
        f"write {written - placed:.2f} s; python-pptx: make {made:.2f} s, save {saved:.2f} s"
    )


def _peer(pages: Pages) -> tuple[float, float]:
    """Return what python-pptx takes to make the same slides, and to save them."""
    start = time.process_time()
    presentation = Presentation()
    for page in pages.pages:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = page.title
        frame = slide.placeholders[1].text_frame
        for number, (text, level) in enumerate(_body(page)):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            paragraph.text, paragraph.level = text, level
    made = time.process_time()
    presentation.save(io.BytesIO())
    return made - start, time.process_time() - made


def _body(page: Page) -> list[tuple[str, int]]:
    return [
        (paragraph.text, paragraph.level)
        for item in page.items
        if isinstance(item, Text) and item.slot is not None and item.slot.role is Role.BODY
        for paragraph in item.paragraphs
    ]


def _deck(slides: int, chance: random.Random) -> str:
    lines = ["slides:"]
    for number in range(slides):
        lines += [f"  - title: {_phrase(chance, 3)} {number}", "    body: |"]
        lines += [f"      - {_phrase(chance, chance.randint(2, 6))}" for _ in range(6)]
    return "\n".join(lines) + "\n"


def _phrase(chance: random.Random, words: int) -> str:
    made = []
    for _ in range(words):
        kanji = "".join(chance.choices(_KANJI, k=chance.randint(2, 4)))
        made.append(kanji + chance.choice(_KANA))
        if chance.random() < 0.3:
            made.append(f" {chance.choice(_WORDS)} ")
    return "".join(made).strip()


if __name__ == "__main__":
    main()
