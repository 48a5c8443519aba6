"""Drawings of pages -> slides as the browser is told of them; what is known is not made again."""

from __future__ import annotations

from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, Final

from deckgen.preview.places import item_places
from deckgen.preview.show import SlideFacts, SlideView
from deckgen.preview.writing import SlideWriter
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.draw.model import PageDrawing
    from deckgen.pages import Page
    from deckgen.preview.places import ItemPlace
    from deckgen.preview.writing import WrittenSlide


class _Known(Struct, frozen=True):
    """What is known of a drawing, which is kept so that nothing else gets its identity."""

    page: Page
    drawing: PageDrawing
    written: WrittenSlide
    items: tuple[ItemPlace, ...]


class ViewMemory:
    """The slides of the last build."""

    def __init__(self) -> None:
        self.writer: Final = SlideWriter()
        self._before: dict[int, _Known] = {}

    def views(
        self, pages: Sequence[Page], drawings: Sequence[PageDrawing], planned: Mapping[str, int]
    ) -> tuple[SlideView, ...]:
        """Return the slides; `planned` are the seconds of logical slides by their ids."""
        known = [self._known(*pair) for pair in zip(pages, drawings, strict=True)]
        self._before = {id(each.drawing): each for each in known}
        self.writer.keep(chain.from_iterable(each.written.pictures for each in known))
        return tuple(_view(each, page, planned) for each, page in zip(known, pages, strict=True))

    def _known(self, page: Page, drawing: PageDrawing) -> _Known:
        before = self._before.get(id(drawing))
        if before is not None and before.page.span == page.span:
            return before
        written = self.writer.write(drawing)
        return _Known(page, drawing, written, item_places(written.spans, page.span))


def _view(known: _Known, page: Page, planned: Mapping[str, int]) -> SlideView:
    facts = _facts(known, page, planned)
    return SlideView(facts, known.written.svg, known.drawing, known.items, known.written.pictures)


def _facts(known: _Known, page: Page, planned: Mapping[str, int]) -> SlideFacts:
    """Return what there is to say of a page. The time of a slide is for all of its pages."""
    each, rest = divmod(planned.get(page.slide, 0), max(page.count, 1))
    facts = SlideFacts(
        key="",
        id=f"{page.slide}/{page.number}",
        source=_short(page.span.text.encode("utf-8", "replace")) + f"/{page.number}",
        title=page.title,
        section=page.section or "",
        language=known.drawing.language,
        notes="\n".join(paragraph.text for paragraph in page.notes),
        seconds=each + (rest if page.number == 1 else 0),
        steps=known.drawing.steps,
        hidden=page.hidden,
    )
    told = replace(facts, id="", source="")
    return replace(facts, key=_short(known.written.svg + repr(told).encode("utf-8", "replace")))


def _short(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()
