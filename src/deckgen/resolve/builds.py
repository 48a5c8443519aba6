"""The content of a slide -> what of it appears with which click, and the content without pauses.

A build shows the parts of a block one by one. A pause (`. . .`) keeps what follows back until the
next click. Both are told by the places of what is written, so that any page that shows some of it,
laid out in whatever way, knows when that appears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.deck import Appearing
from deckgen.records import Struct, field, replace
from deckgen.source import Span
from deckgen.spec.backgrounds import Background
from deckgen.spec.builds import Divisible, WrittenPause
from deckgen.spec.footnotes import FootnoteDefinition
from deckgen.wording import parted

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.spec.blocks import BlockRecord
    from deckgen.spec.language import Slide

_ELSEWHERE: Final = (Background, FootnoteDefinition)
"""What is written among blocks, but shown at another place."""


def with_build(slide: LogicalSlide, part: Slide) -> LogicalSlide:
    """Return a slide that knows what of it appears when."""
    walk = _Walk()
    for block in slide.content:
        if part.build and not isinstance(block, _ELSEWHERE):
            walk.block(block)
        else:
            walk.value(block)
    content, _ = parted(slide.content, WrittenPause)
    return replace(slide, content=content, build=tuple(walk.found))


class _Walk(Struct):
    """Goes through content in its order, counting the clicks."""

    clicks: int = 0
    current: int = 0
    """The click with which what is met appears; 0 where it is there from the start."""
    is_built: bool = False
    """Whether that is a part of a build."""
    found: list[Appearing] = field(default_factory=list)

    def block(self, block: BlockRecord) -> None:
        """Meet a block of a slide that is built: its parts, or all of it as a step of its own."""
        parts = block.parts(asked=False) if isinstance(block, Divisible) else ()
        if isinstance(block, WrittenPause):
            self.pause()
        elif parts:
            self.tell(block.span)
            self.build(parts)
        else:
            self.build((block,))

    def value(self, value: object) -> None:
        """Meet anything that is written."""
        match value:
            case tuple():
                for item in value:
                    self.value(item)
            case WrittenPause():
                self.pause()
            case Paragraph():
                if value.pause:
                    self.pause()
                self.tell(value.span, value.text)
                self.value(value.runs)
            case Run():
                self.tell(value.span)
            case Struct() if not isinstance(value, (Span, *_ELSEWHERE)):
                self.record(value)

    def record(self, record: Struct) -> None:
        """Meet a record: part by part if it is built, else field by field."""
        span = getattr(record, "span", None)
        if isinstance(span, Span):
            self.tell(span)
        if isinstance(record, Divisible) and record.build:
            self.build(record.parts(asked=True))
            return
        for name in record.__struct_fields__:
            self.value(getattr(record, name))

    def build(self, parts: tuple[object, ...]) -> None:
        """Meet parts that appear one by one.

        What follows them is there from the start again, unless a pause has kept it back.
        """
        held_back, was_built, self.is_built = self.current > 0, self.is_built, True
        for part in parts:
            self.pause()
            self.value(part)
        self.current, self.is_built = self.clicks if held_back else 0, was_built

    def pause(self) -> None:
        """Keep back what follows."""
        self.clicks += 1
        self.current = self.clicks

    def tell(self, span: Span, text: str = "") -> None:
        """Tell when what is written at a place appears."""
        self.found.append(Appearing(span, text, self.current, self.is_built))
