"""A template -> pages that show every layout with its slots filled, for those who care for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker, Paragraph, Run
from deckgen.drawn import Shape
from deckgen.inspection.inspect import kinds_of
from deckgen.layout.areas.room import Room, grown
from deckgen.layout.desk import Desk
from deckgen.layout.typeset.fitting import STEPS, fits, largest_or_last, small_floor
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.pages import Page, Pages, Properties, TextFrame
from deckgen.placed_text import Field
from deckgen.presets import Geometry
from deckgen.records import replace
from deckgen.source import Source
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.pages import Item
    from deckgen.template.model import Layout, Slot, Template
    from deckgen.text.typesetter import Typesetter

_SPAN: Final = Source("<specimen>", "").span(0, 0)
_SAMPLES: Final = {
    "en": {
        Role.SUBTITLE: "The subtitle says in a few more words what this is about",
        Role.BODY: "Text of the {n} level, as long as items often are|first second third",
        Role.CAPTION: "A caption says what is to be seen",
        Role.HEADING: "A heading",
        Role.QUOTE: "What is quoted here was said by somebody else.",
        Role.AUTHOR: "Name of the author, department",
        Role.NOTICE: "All names are trademarks of their owners.",
        Role.ORDINAL: "1",
        Role.LABEL: "Confidential",
        Role.OTHER: "Other text",
        Role.FOOTER: "Footer",
        Role.DATE: "2026-01-31",
        Role.NUMBER: "1",
    },
    "ja": {
        Role.SUBTITLE: "副題は、内容を少し詳しく述べる",
        Role.BODY: "{n}の階層の文章。箇条書きの項目は、このくらいの長さになる|第一 第二 第三",
        Role.CAPTION: "図の説明",
        Role.HEADING: "小見出し",
        Role.QUOTE: "引用した文は、ほかの人が述べたものである。",
        Role.AUTHOR: "氏名　所属",
        Role.NOTICE: "会社名、製品名は各社の商標または登録商標です。",
        Role.ORDINAL: "1",
        Role.LABEL: "社外秘",
        Role.OTHER: "その他の文字",
        Role.FOOTER: "フッター",
        Role.DATE: "2026年1月31日",
        Role.NUMBER: "1",
    },
}
_DRAWN: Final = frozenset((Role.PICTURE, Role.TABLE, Role.CHART))


def specimen(template: Template, typesetter: Typesetter, language: str) -> Pages:
    """Return a page for each layout; notes tell which kinds of slides it is chosen for."""
    writer = _Writer(Desk(template, typesetter), language)
    pages = tuple(
        writer.page(layout, number) for number, layout in enumerate(template.layouts, start=1)
    )
    return Pages(pages, template, Properties(title=template.name, language=language), {})


class _Writer:
    def __init__(self, desk: Desk, language: str) -> None:
        self.desk, self.language = desk, language
        self.samples = _SAMPLES["ja" if language.startswith("ja") else "en"]

    def page(self, layout: Layout, number: int) -> Page:
        """Return the page of a layout."""
        return Page(
            layout=layout,
            items=tuple(
                _counted(item, number) for slot in layout.slots for item in self.items(slot, layout)
            ),
            title=f"{number} {layout.name}",
            slide=f"layout {number}",
            number=1,
            count=1,
            span=_SPAN,
            notes=tuple(_paragraph(line) for line in self.notes(layout)),
        )

    def notes(self, layout: Layout) -> Iterator[str]:
        kinds = kinds_of(layout, self.desk.template)
        yield f"Layout: {layout.name}"
        yield f"Chosen for: {', '.join(kinds) or 'nothing unless it is named'}"

    def items(self, slot: Slot, layout: Layout) -> Iterator[Item]:
        if slot.role in _DRAWN:
            theme = self.desk.template.theme_of(layout)
            color = theme.color("bg2")
            yield Shape(
                slot.box, Geometry.RECTANGLE, color, None, f"{slot.role.value}: {slot.name}"
            )
            return
        yield self.text(slot, layout)

    def text(self, slot: Slot, layout: Layout) -> TextFrame:
        """Return a slot with sample text at the largest size that fits it."""
        context = self.desk.context(layout, self.language, slot)
        floor = small_floor(self.desk.template.slide_size)
        paragraphs = tuple(self.paragraphs(slot, layout))
        tries = fits(
            context,
            STEPS,
            floor,
            lambda inner: measure_paragraphs(paragraphs, slot.content.width, inner),
        )
        placed = largest_or_last(tries, lambda tried: tried.height <= slot.content.height)
        needed = placed.height + slot.body.insets.top + slot.body.insets.bottom
        room = Room(ZERO, self.desk.template.slide_size.height)
        return TextFrame(
            box=grown(slot.box, needed, slot.body.anchor, room),
            paragraphs=placed.stack.paragraphs,
            levels=placed.levels,
            height=placed.height,
            name=slot.name,
            slot=slot,
            body=slot.body,
        )

    def paragraphs(self, slot: Slot, layout: Layout) -> Iterator[Paragraph]:
        if slot.role is Role.TITLE:
            yield _paragraph(layout.name)
        elif slot.role is Role.BODY:
            sentence, _, names = self.samples[Role.BODY].partition("|")
            for level, name in enumerate(names.split()):
                yield replace(
                    _paragraph(sentence.format(n=name)), level=level, marker=Marker.BULLET
                )
        else:
            yield _paragraph(self.samples[slot.role])


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text, _SPAN),), _SPAN)


def _counted(item: Item, number: int) -> Item:
    """Return an item, a slide's number as the field that PowerPoint counts."""
    if not isinstance(item, TextFrame) or item.slot is None or item.slot.role is not Role.NUMBER:
        return item
    paragraph = item.paragraphs[0]
    runs = (replace(paragraph.runs[0], text=str(number), field=Field.SLIDE_NUMBER),)
    return replace(item, paragraphs=(replace(paragraph, runs=runs),))
